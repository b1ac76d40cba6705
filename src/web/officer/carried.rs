//! Where in an answer a theme stands: the part is found in what may be shown, never in what is covered.

use std::ops::Range;
use std::sync::Arc;

use super::quotes::pieces;
use crate::library::Library;
use crate::pages::figures::quote::Piece;
use crate::store::{FrameOrigin, RedactedAnswer, StoredCodeFrame, StoredTheme};
use crate::themes::{Lexicon, part_with_terms};
use crate::web::State;

/// What stands for covered words while a part is looked for: no word, and no mark that parts clauses.
const COVER: &str = "#";

/// What a theme is found by in an answer.
pub enum Marks {
    /// The phrases and sayings of the code frame, for the theme at this place of it.
    OfFrame(Arc<Lexicon>, usize),
    /// The words that mark a theme which the machine found.
    Terms(Vec<String>),
    /// Nothing is known: the theme is in no code frame that there is.
    Unknown,
}

impl Marks {
    /// What a stored theme is found by.
    pub fn of(state: &State, frame: &StoredCodeFrame, theme: &StoredTheme) -> Self {
        match frame.origin {
            FrameOrigin::Discovered => Self::Terms(theme.terms.clone()),
            FrameOrigin::File => {
                let Some(lexicon) = state.library().find_lexicon(&frame.key) else { return Self::Unknown };
                let place = lexicon.place(&theme.key);
                place.map_or(Self::Unknown, |place| Self::OfFrame(lexicon, place))
            }
        }
    }

    /// The part of a text that carries the theme, in bytes; `None` where no part stands out.
    fn part_of(&self, text: &str) -> Option<Range<usize>> {
        match self {
            Self::OfFrame(lexicon, theme) => lexicon.part_of(text, *theme, Library::vectors()),
            Self::Terms(terms) => part_with_terms(text, terms),
            Self::Unknown => None,
        }
    }

    /// An answer's parts as pages show them, the part that carries the theme marked.
    pub fn marked(&self, answer: &RedactedAnswer) -> Vec<Piece> {
        let pieces = pieces(answer);
        let part = self.part_of(&seen(&pieces));
        match part {
            Some(part) => mark(pieces, &part),
            None => pieces,
        }
    }

    /// Only the part of an answer that carries the theme; `None` where no part stands out.
    pub fn carrying(&self, answer: &RedactedAnswer) -> Option<Vec<Piece>> {
        let is_carrying = |piece| if let Piece::Carrying(pieces) = piece { Some(pieces) } else { None };
        self.marked(answer).into_iter().find_map(is_carrying)
    }
}

/// The words of an answer that may be shown, with [`COVER`] for each that may not.
fn seen(pieces: &[Piece]) -> String {
    pieces.iter().map(as_seen).collect()
}

fn as_seen(piece: &Piece) -> &str {
    match piece {
        Piece::Words(words) | Piece::Hit(words) => words,
        Piece::Carrying(_) | Piece::Covered(_) => COVER,
    }
}

/// Marks a part, in bytes of [`seen`]; what is covered stays whole.
fn mark(pieces: Vec<Piece>, part: &Range<usize>) -> Vec<Piece> {
    let (mut before, mut carrying, mut after) = (Vec::new(), Vec::new(), Vec::new());
    let mut start = 0;
    for piece in pieces {
        let end = start + as_seen(&piece).len();
        match piece {
            Piece::Words(words) => {
                let cut = |at: usize| at.clamp(start, end) - start;
                let (from, to) = (cut(part.start), cut(part.end));
                let shares = [(&mut before, 0..from), (&mut carrying, from..to), (&mut after, to..words.len())];
                for (pieces, share) in shares {
                    let share = words.get(share).unwrap_or_default();
                    if !share.is_empty() {
                        pieces.push(Piece::Words(share.to_owned()));
                    }
                }
            }
            whole if end <= part.start => before.push(whole),
            whole if start < part.end => carrying.push(whole),
            whole => after.push(whole),
        }
        start = end;
    }
    if !carrying.is_empty() {
        before.push(Piece::Carrying(carrying));
    }
    before.extend(after);
    before
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Piece {
        Piece::Words(text.to_owned())
    }

    fn covered() -> Piece {
        Piece::Covered("name".to_owned())
    }

    #[test]
    fn a_part_is_marked_across_what_is_covered_and_nothing_is_lost() {
        let pieces = vec![words("Hi, "), covered(), words(" says the büs is late, so"), covered(), words(" walks")];
        let said = seen(&pieces);
        assert_eq!(said, "Hi, # says the büs is late, so# walks");
        let part = said.find('#').unwrap()..said.find(", so").unwrap();
        let marked = mark(pieces, &part);
        let carrying = Piece::Carrying(vec![covered(), words(" says the büs is late")]);
        assert_eq!(marked, [words("Hi, "), carrying, words(", so"), covered(), words(" walks")]);
    }

    #[test]
    fn every_range_keeps_every_piece_in_order() {
        let pieces = || vec![covered(), words("äb"), covered(), covered(), words("c")];
        let said = seen(&pieces());
        let bounds: Vec<usize> = (0..=said.len()).filter(|&at| said.is_char_boundary(at)).collect();
        for (&start, &end) in bounds.iter().flat_map(|start| bounds.iter().map(move |end| (start, end))) {
            let inner = |piece| if let Piece::Carrying(all) = piece { all } else { vec![piece] };
            let marked: Vec<Piece> = mark(pieces(), &(start..end.max(start))).into_iter().flat_map(inner).collect();
            assert_eq!(seen(&marked), said, "{start}..{end}");
            assert_eq!(marked.iter().filter(|piece| **piece == covered()).count(), 3);
        }
    }

    #[test]
    fn what_is_covered_is_not_looked_at() {
        let terms = Marks::Terms(vec!["name".to_owned()]);
        let said = seen(&[words("I live with "), covered(), words(", it is nice here")]);
        assert_eq!(terms.part_of(&said), None);
    }
}
