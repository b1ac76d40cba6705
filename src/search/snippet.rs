//! The part of an answer that shows why it was found, with the words that were asked for marked.
//!
//! Works on the words the store gives (already redacted), because the index keeps none.

use super::analyser::spelling;
use super::asked::{self, Asked};
use super::stemming::Stemming;
use crate::text::{Word, words};

/// Words shown of a long answer.
const WORDS_SHOWN: usize = 40;
/// Of which this many stand before the first marked one.
const WORDS_BEFORE: usize = 8;
/// The most characters shown, however long the words.
const MOST_CHARACTERS: usize = 600;

/// A run of text, marked or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    /// Whether this is a word that was asked for.
    pub hit: bool,
}

/// The part of `text` that best shows what was typed, in reading order; `…` stands where something is left
/// out. `language` is the answer's own. Where nothing matches it is the beginning.
pub fn snippet(typed: &str, language: &str, text: &str) -> Vec<Piece> {
    let found = words(text);
    let hits = Hits::of(typed, language, &found);
    let (first, last) = window(&hits, found.len());
    let begin = if first == 0 { 0 } else { found.get(first).map_or(0, |word| word.start) };
    let is_to_end = last >= found.len();
    let end =
        if is_to_end { text.len() } else { last.checked_sub(1).and_then(|last| found.get(last)).map_or(0, Word::end) };
    let mut pieces = Pieces { made: Vec::new(), left: MOST_CHARACTERS, is_cut: false };
    if begin > 0 {
        pieces.push("… ", false);
    }
    let mut at = begin;
    for (word, hit) in found.iter().zip(&hits.marks).skip(first).take(last.saturating_sub(first)) {
        if hit.is_some() {
            pieces.push(text.get(at..word.start).unwrap_or_default(), false);
            pieces.push(word.surface, true);
            at = word.end();
        }
    }
    pieces.push(text.get(at..end).unwrap_or_default(), false);
    if !is_to_end && !pieces.is_cut {
        pieces.push_always(" …");
    }
    pieces.made
}

/// The words to show, from the first to before the last: where most different things asked for stand.
fn window(hits: &Hits, count: usize) -> (usize, usize) {
    if count <= WORDS_SHOWN {
        return (0, count);
    }
    let mut best = (0, 0);
    for (at, mark) in hits.marks.iter().enumerate() {
        if mark.is_none() {
            continue;
        }
        let mut seen: Vec<usize> =
            hits.marks.iter().skip(at).take(WORDS_SHOWN - WORDS_BEFORE).flatten().copied().collect();
        seen.sort_unstable();
        seen.dedup();
        if seen.len() > best.0 {
            best = (seen.len(), at);
        }
    }
    let first = best.1.saturating_sub(WORDS_BEFORE).min(count - WORDS_SHOWN);
    (first, first + WORDS_SHOWN)
}

/// Which word is a hit, and of which thing asked for.
struct Hits {
    marks: Vec<Option<usize>>,
}

impl Hits {
    fn of(typed: &str, language: &str, found: &[Word<'_>]) -> Self {
        let mut leaves = Vec::new();
        if let Some(asked) = asked::read(typed).asked {
            leaves_of(asked, &mut leaves);
        }
        let stemming = Stemming::of(language);
        let spelled: Vec<String> = found.iter().map(|word| spelling(word).unwrap_or_default()).collect();
        let mut marks = vec![None; spelled.len()];
        for (number, leaf) in leaves.iter().enumerate() {
            mark(leaf, number, stemming, &spelled, &mut marks);
        }
        Self { marks }
    }
}

fn mark(leaf: &Asked, number: usize, stemming: Stemming, spelled: &[String], marks: &mut [Option<usize>]) {
    match leaf {
        Asked::Exactly(words) => {
            for at in 0..=spelled.len().saturating_sub(words.len()) {
                if spelled.get(at..at + words.len()).is_some_and(|here| here == words) {
                    marks.iter_mut().skip(at).take(words.len()).for_each(|mark| *mark = Some(number));
                }
            }
        }
        leaf => {
            let stem = match leaf {
                Asked::Word(word) => stemming.stem(word).into_owned(),
                _ => String::new(),
            };
            for (word, mark) in spelled.iter().zip(marks.iter_mut()) {
                let is_hit = match leaf {
                    Asked::Word(_) => stemming.stem(word) == stem,
                    Asked::Beginning(start) => word.starts_with(start.as_str()),
                    _ => false,
                };
                if is_hit && !word.is_empty() {
                    *mark = Some(number);
                }
            }
        }
    }
}

/// Everything asked for that is not denied.
fn leaves_of(asked: Asked, leaves: &mut Vec<Asked>) {
    match asked {
        Asked::All(parts) | Asked::Any(parts) => parts.into_iter().for_each(|part| leaves_of(part, leaves)),
        Asked::Not(_) => {}
        leaf => leaves.push(leaf),
    }
}

struct Pieces {
    made: Vec<Piece>,
    left: usize,
    is_cut: bool,
}

impl Pieces {
    fn push(&mut self, text: &str, hit: bool) {
        if text.is_empty() || self.is_cut {
            return;
        }
        let length = text.chars().count();
        if length <= self.left {
            self.left -= length;
            self.made.push(Piece { text: text.to_owned(), hit });
            return;
        }
        self.made.push(Piece { text: text.chars().take(self.left).collect(), hit });
        self.is_cut = true;
        self.push_always(" …");
    }

    fn push_always(&mut self, text: &str) {
        self.made.push(Piece { text: text.to_owned(), hit: false });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(typed: &str, text: &str) -> String {
        let marked = |piece: &Piece| if piece.hit { format!("[{}]", piece.text) } else { piece.text.clone() };
        snippet(typed, "en", text).iter().map(marked).collect()
    }

    #[test]
    fn a_short_answer_is_shown_whole_with_every_form_marked() {
        let shown = shown("swim bus", "The buses, and SWIMMING!\nNo bus home.");
        assert_eq!(shown, "The [buses], and [SWIMMING]!\nNo [bus] home.");
    }

    #[test]
    fn exact_words_are_marked_only_together_and_denied_ones_never() {
        assert_eq!(shown("\"youth club\"", "club for youth, youth club"), "club for youth, [youth] [club]");
        assert_eq!(shown("park -swing", "swing park"), "swing [park]");
        assert_eq!(shown("swi*", "swing park"), "[swing] park");
    }

    #[test]
    fn a_long_answer_is_shown_where_most_of_it_matches() {
        let text = format!("park {} the late bus home {}", "and ".repeat(100), "then ".repeat(100));
        let shown = shown("park bus late", &text);
        assert!(shown.starts_with("… and") && shown.ends_with("then …"), "{shown}");
        assert!(shown.contains("the [late] [bus] home"), "{shown}");
    }

    #[test]
    fn one_endless_word_is_cut() {
        let shown = shown("", &"x".repeat(10_000));
        assert!(shown.chars().count() <= MOST_CHARACTERS + 2 && shown.ends_with('…'), "{}", shown.len());
        assert_eq!(snippet("bus", "en", ""), []);
    }
}
