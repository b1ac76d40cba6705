//! What a person typed, read as what they ask for. Lenient: every text means something, nothing is an error,
//! and length, number of words and depth are bounded so that no text can make a search expensive.

use super::analyser::spelling;
use crate::text::{is_stop_word, words};

/// The most characters that are read.
const MOST_CHARACTERS: usize = 1_000;
/// The most words that are used.
const MOST_WORDS: usize = 32;
/// How deep brackets may stand in brackets; deeper ones are read as if they were not there.
const MOST_DEPTH: usize = 8;
/// Shorter beginnings would match half of all words: they are read as words.
const SHORTEST_BEGINNING: usize = 2;

/// What is asked of an answer's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Asked {
    /// This word in any of its forms.
    Word(String),
    /// These words exactly, in this order. Never empty.
    Exactly(Vec<String>),
    /// A word that begins so.
    Beginning(String),
    /// All of these.
    All(Vec<Asked>),
    /// Any of these.
    Any(Vec<Asked>),
    /// Not this.
    Not(Box<Asked>),
}

/// What was read, and whether all of it was used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    /// `None` where nothing was asked for.
    pub asked: Option<Asked>,
    /// Whether the rest was left out because the text was too long.
    pub cut: bool,
}

/// Reads what was typed: words, `"exact words"`, `OR`, `AND`, `NOT` or a leading `-`, `begin*`, brackets.
pub(super) fn read(typed: &str) -> Reading {
    let mut pieces = Pieces { left: MOST_WORDS, depth: 0, cut: false, found: Vec::new() };
    pieces.cut_up(typed);
    let Pieces { found, cut, .. } = pieces;
    let mut reader = Reader { pieces: found.into_iter().peekable() };
    let asked = reader.any_of();
    Reading { asked, cut }
}

/// The smallest parts of what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Open,
    Close,
    Or,
    Not,
    Leaf(Asked),
}

/// Cuts a text into pieces and counts its words and open brackets.
struct Pieces {
    left: usize,
    /// Brackets open here; those beyond [`MOST_DEPTH`] are counted but leave no piece.
    depth: usize,
    cut: bool,
    found: Vec<Piece>,
}

impl Pieces {
    fn cut_up(&mut self, typed: &str) {
        let end = typed.char_indices().nth(MOST_CHARACTERS).map_or(typed.len(), |(at, _)| at);
        self.cut = end < typed.len();
        let mut rest = typed.get(..end).unwrap_or_default();
        while let Some(first) = rest.chars().next() {
            let after = rest.get(first.len_utf8()..).unwrap_or_default();
            rest = match first {
                '(' => self.open(after),
                ')' => self.close(after),
                '|' => self.push(Piece::Or, after),
                '-' | '−' | '–' if after.starts_with(|c: char| c.is_alphanumeric() || is_quote(c) || c == '(') => {
                    self.push(Piece::Not, after)
                }
                quote if is_quote(quote) => self.quoted(after),
                c if c.is_whitespace() => after,
                _ => self.chunk(rest),
            };
        }
    }

    fn push<'a>(&mut self, piece: Piece, rest: &'a str) -> &'a str {
        self.found.push(piece);
        rest
    }

    fn open<'a>(&mut self, rest: &'a str) -> &'a str {
        if self.depth < MOST_DEPTH {
            self.found.push(Piece::Open);
        }
        self.depth += 1;
        rest
    }

    /// A closing bracket that closes nothing means nothing.
    fn close<'a>(&mut self, rest: &'a str) -> &'a str {
        if (1..=MOST_DEPTH).contains(&self.depth) {
            self.found.push(Piece::Close);
        }
        self.depth = self.depth.saturating_sub(1);
        rest
    }

    /// Up to the next quotation mark, or to the end where there is none.
    fn quoted<'a>(&mut self, text: &'a str) -> &'a str {
        let end = text.find(is_quote).unwrap_or(text.len());
        let inside = text.get(..end).unwrap_or_default();
        let mut exactly: Vec<String> = words(inside).iter().filter_map(spelling).collect();
        if exactly.len() > self.left {
            exactly.truncate(self.left);
            self.cut = true;
        }
        self.left -= exactly.len();
        if !exactly.is_empty() {
            self.found.push(Piece::Leaf(Asked::Exactly(exactly)));
        }
        text.get(end..).unwrap_or_default().trim_start_matches(is_quote).trim_start_matches('*')
    }

    /// Up to the next blank, bracket or quotation mark.
    fn chunk<'a>(&mut self, text: &'a str) -> &'a str {
        let ends = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '|') || is_quote(c);
        let end = text.find(ends).unwrap_or(text.len());
        let (chunk, rest) = text.split_at_checked(end).unwrap_or((text, ""));
        match chunk {
            "OR" => self.found.push(Piece::Or),
            "NOT" => self.found.push(Piece::Not),
            "AND" => {}
            _ => self.words_of(chunk),
        }
        rest
    }

    fn words_of(&mut self, chunk: &str) {
        let is_beginning = chunk.ends_with('*');
        let mut spelled: Vec<String> = words(chunk).iter().filter_map(spelling).collect();
        if spelled.len() > self.left {
            spelled.truncate(self.left);
            self.cut = true;
        }
        self.left -= spelled.len();
        let last = spelled.len().saturating_sub(1);
        let mut leaves = spelled.into_iter().enumerate().map(|(at, word)| {
            match is_beginning && at == last && word.chars().count() >= SHORTEST_BEGINNING {
                true => Asked::Beginning(word),
                false => Asked::Word(word),
            }
        });
        match (leaves.next(), leaves.next()) {
            (None, _) => {}
            (Some(one), None) => self.found.push(Piece::Leaf(one)),
            // `after-school` is two words that belong together: a `-` before it must deny both at once.
            (Some(one), Some(two)) => {
                self.found.push(Piece::Leaf(Asked::All([one, two].into_iter().chain(leaves).collect())))
            }
        }
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '＂')
}

/// Puts pieces together: `OR` binds more loosely than standing side by side.
struct Reader {
    pieces: std::iter::Peekable<std::vec::IntoIter<Piece>>,
}

impl Reader {
    /// Alternatives up to a closing bracket (which is taken) or the end. Pieces never open deeper than
    /// [`MOST_DEPTH`], so this cannot exhaust the stack.
    fn any_of(&mut self) -> Option<Asked> {
        let mut alternatives = Vec::new();
        loop {
            alternatives.extend(self.all_of());
            if self.pieces.next() != Some(Piece::Or) {
                return one_or(alternatives, Asked::Any);
            }
        }
    }

    /// Everything that stands side by side, up to `OR`, a closing bracket or the end.
    fn all_of(&mut self) -> Option<Asked> {
        let mut together: Vec<Asked> = Vec::new();
        let mut is_denied = false;
        while let Some(piece) = self.pieces.next_if(|piece| !matches!(piece, Piece::Or | Piece::Close)) {
            let asked = match piece {
                Piece::Not => {
                    is_denied = true;
                    continue;
                }
                Piece::Open => self.any_of(),
                Piece::Leaf(asked) => Some(asked),
                Piece::Close | Piece::Or => None,
            };
            let Some(asked) = asked else { continue };
            let asked = if is_denied { Asked::Not(Box::new(asked)) } else { asked };
            is_denied = false;
            if !together.contains(&asked) {
                together.push(asked);
            }
        }
        without_filler(&mut together);
        one_or(together, Asked::All)
    }
}

/// Leaves out "the", "and" and their like beside words that say more: nobody looks for them, and an answer
/// need not hold them. In quotation marks they count.
fn without_filler(together: &mut Vec<Asked>) {
    let is_filler = |asked: &Asked| matches!(asked, Asked::Word(word) if is_stop_word(word));
    if together.iter().any(|asked| !is_filler(asked) && !matches!(asked, Asked::Not(_))) {
        together.retain(|asked| !is_filler(asked));
    }
}

fn one_or(mut asked: Vec<Asked>, several: fn(Vec<Asked>) -> Asked) -> Option<Asked> {
    match asked.len() {
        0 => None,
        1 => asked.pop(),
        _ => Some(several(asked)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn word(word: &str) -> Asked {
        Asked::Word(word.into())
    }

    fn asked(typed: &str) -> Option<Asked> {
        read(typed).asked
    }

    fn depth(asked: &Asked) -> usize {
        match asked {
            Asked::All(parts) | Asked::Any(parts) => 1 + parts.iter().map(depth).max().unwrap_or(0),
            Asked::Not(part) => 1 + depth(part),
            _ => 0,
        }
    }

    #[test]
    fn words_side_by_side_are_all_asked_for() {
        assert_eq!(asked("bus fares"), Some(Asked::All(vec![word("bus"), word("fares")])));
        assert_eq!(asked("bus AND fares"), asked("bus fares"));
        assert_eq!(asked("dog's bus"), Some(Asked::All(vec![word("dogs"), word("bus")])));
    }

    #[test]
    fn filler_is_left_out_beside_words_that_say_more() {
        assert_eq!(asked("the bus"), Some(word("bus")));
        assert_eq!(asked("the -bus").map(|asked| depth(&asked)), Some(2));
        assert_eq!(asked("the"), Some(word("the")));
    }

    #[test]
    fn or_binds_more_loosely_and_brackets_bind_first() {
        let both = Asked::All(vec![word("late"), word("bus")]);
        assert_eq!(asked("late bus OR train"), Some(Asked::Any(vec![both, word("train")])));
        let either = Asked::Any(vec![word("bus"), word("train")]);
        assert_eq!(asked("late (bus | train)"), Some(Asked::All(vec![word("late"), either])));
    }

    #[test]
    fn a_leading_hyphen_denies_and_one_inside_a_word_does_not() {
        let not_late = Asked::Not(Box::new(word("late")));
        assert_eq!(asked("bus -late"), Some(Asked::All(vec![word("bus"), not_late.clone()])));
        assert_eq!(asked("bus NOT late"), asked("bus -late"));
        assert_eq!(asked("after-school"), Some(Asked::All(vec![word("after"), word("school")])));
        assert_eq!(asked("- late"), Some(word("late")));
    }

    #[test]
    fn quotation_marks_ask_for_exact_words_even_unclosed_or_curly() {
        let exactly = Asked::Exactly(vec!["youth".into(), "club".into()]);
        for typed in ["\"Youth club\"", "“youth club”", "\"youth club"] {
            assert_eq!(asked(typed), Some(exactly.clone()), "{typed}");
        }
        assert_eq!(asked("\"\""), None);
    }

    #[test]
    fn a_star_ends_a_beginning_of_at_least_two_letters() {
        assert_eq!(asked("swim*"), Some(Asked::Beginning("swim".into())));
        assert_eq!(asked("s*"), Some(word("s")));
        assert_eq!(asked("* ** *?~^"), None);
    }

    #[test]
    fn attacks_are_inert() {
        assert_eq!(asked("answer_id:1 text:[a TO z]").map(|asked| depth(&asked)), Some(2));
        let deep = format!("{}bus{}", "(".repeat(400), ")".repeat(400));
        assert_eq!(asked(&deep), Some(word("bus")));
        let many = read(&"bus ".repeat(250));
        assert!(!many.cut || many.asked == Some(word("bus")));
        assert!(read(&"a".repeat(2_000)).cut);
        assert_eq!(asked("))) OR OR ((( NOT"), None);
    }

    #[test]
    fn a_bracket_too_many_does_not_lose_what_follows() {
        assert_eq!(asked("bus) late"), asked("bus late"));
    }

    proptest! {
        #[test]
        fn any_text_is_read_and_bounded(typed in "\\PC{0,300}") {
            if let Some(asked) = read(&typed).asked {
                prop_assert!(depth(&asked) <= 4 * (MOST_DEPTH + 1));
            }
        }

        #[test]
        fn any_mix_of_operators_is_read_and_bounded(parts in prop::collection::vec(
            prop::sample::select(vec!["(", ")", "\"", "-", " OR ", " NOT ", "*", "bus", " ", "|", "AND"]), 0..200)) {
            if let Some(asked) = read(&parts.concat()).asked {
                prop_assert!(depth(&asked) <= 4 * (MOST_DEPTH + 1));
            }
        }
    }
}
