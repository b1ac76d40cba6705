//! Words in context: every place where a word or phrase stands, with the words before and after it.
//!
//! Also called key word in context, or KWIC. Forms meet by the house's stemmer, so that a line is found wherever
//! the free-text index finds the answer. Leaves out which answers are looked through, and who may read them.

use std::cmp::Ordering;

use super::{Language, Word, stem, words};

/// The most words that are looked for together.
pub const MOST_ASKED: usize = 6;
/// The most words shown on either side.
const WORDS_BESIDE: usize = 12;
/// The most characters shown on either side, unless a single word is longer.
const CHARACTERS_BESIDE: usize = 44;
/// Words on either side that lines are ordered by.
const ORDERED_BY: usize = 4;

/// A part of an answer: its words, or personal data that is covered, by its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    Words(&'a str),
    Covered(&'a str),
}

/// One place where what was asked for stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContextLine<'a> {
    /// What stands before it, in reading order; ends where it begins.
    pub left: Vec<Part<'a>>,
    /// What was asked for, as it was written here.
    pub hit: &'a str,
    /// What stands after it; begins where it ends.
    pub right: Vec<Part<'a>>,
    /// Whether something of the answer before or after is not shown.
    pub is_cut: (bool, bool),
    before: Vec<String>,
    after: Vec<String>,
}

/// The words to look for, of what somebody typed: folded, at most [`MOST_ASKED`].
pub fn asked_words(typed: &str) -> Vec<String> {
    words(typed).iter().map(Word::folded).filter(|word| !word.is_empty()).take(MOST_ASKED).collect()
}

/// Every place in an answer where all these folded words stand one after another, in any form. Nothing is found
/// across a covered part.
pub fn context_lines<'a>(asked: &[String], language: Language, parts: &[Part<'a>]) -> Vec<ContextLine<'a>> {
    let stems: Vec<_> = asked.iter().map(|word| stem(language, word)).collect();
    if stems.is_empty() {
        return Vec::new();
    }
    let mut lines = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let Part::Words(text) = *part else { continue };
        let found = words(text);
        let folded: Vec<String> = found.iter().map(Word::folded).collect();
        for start in 0..=folded.len().saturating_sub(stems.len()) {
            let Some(here) = folded.get(start..start + stems.len()) else { break };
            let is_here = here.iter().zip(&stems).all(|(word, asked)| stem(language, word) == *asked);
            let (first, last) = (found.get(start), found.get(start + stems.len() - 1));
            if let (true, Some(first), Some(last)) = (is_here, first, last) {
                lines.push(line(parts, at, text, first.start..last.end()));
            }
        }
    }
    lines
}

/// Which neighbours lines are ordered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ContextOrder {
    /// The words after, nearest first.
    #[default]
    Right,
    /// The words before, nearest first.
    Left,
}

impl ContextLine<'_> {
    /// How two lines stand in this order: by the neighbours on that side, then on the other. Lines with nothing
    /// there come first, and covered parts last.
    pub fn compare(&self, other: &Self, order: ContextOrder) -> Ordering {
        let (right, left) = (self.after.cmp(&other.after), self.before.cmp(&other.before));
        match order {
            ContextOrder::Right => right.then(left),
            ContextOrder::Left => left.then(right),
        }
    }
}

fn line<'a>(parts: &[Part<'a>], at: usize, text: &'a str, hit: std::ops::Range<usize>) -> ContextLine<'a> {
    let before = text.get(..hit.start).unwrap_or_default();
    let after = text.get(hit.end..).unwrap_or_default();
    let whole_left: Vec<Part<'a>> = parts.iter().take(at).copied().chain([Part::Words(before)]).collect();
    let whole_right: Vec<Part<'a>> =
        [Part::Words(after)].into_iter().chain(parts.iter().skip(at + 1).copied()).collect();
    let (left, left_cut) = nearest(whole_left.iter().rev().copied(), true);
    let (right, right_cut) = nearest(whole_right.iter().copied(), false);
    let order = |parts: &[Part<'a>], is_left: bool| neighbours(parts, is_left);
    ContextLine {
        before: order(&left, true),
        after: order(&right, false),
        left: left.into_iter().rev().collect(),
        hit: text.get(hit).unwrap_or_default(),
        right,
        is_cut: (left_cut, right_cut),
    }
}

/// The parts from the hit outwards, as far as there is room, and whether something had to be left out.
fn nearest<'a>(parts: impl Iterator<Item = Part<'a>>, is_left: bool) -> (Vec<Part<'a>>, bool) {
    let (mut shown, mut room, mut characters) = (Vec::new(), WORDS_BESIDE, CHARACTERS_BESIDE);
    for part in parts {
        let Part::Words(text) = part else {
            if room == 0 || characters == 0 {
                return (shown, true);
            }
            shown.push(part);
            (room, characters) = (room - 1, characters.saturating_sub(16));
            continue;
        };
        let (kept, is_whole) = kept(text, is_left, &mut room, &mut characters);
        if !kept.is_empty() {
            shown.push(Part::Words(kept));
        }
        if !is_whole {
            return (shown, true);
        }
    }
    (shown, false)
}

/// As much of a text as there is room for, from its end or from its beginning, cut between words; and whether that
/// is all of it.
fn kept<'a>(text: &'a str, is_left: bool, room: &mut usize, characters: &mut usize) -> (&'a str, bool) {
    let found = words(text);
    let mut edge = if is_left { text.len() } else { 0 };
    for count in 0..found.len() {
        let at = if is_left { found.len() - 1 - count } else { count };
        let Some(word) = found.get(at) else { break };
        // A word takes what stands between it and the one before with it.
        let to = if is_left { word.start } else { word.end() };
        let taken = text.get(to.min(edge)..to.max(edge)).map_or(0, |taken| taken.chars().count());
        let is_nearest = *room == WORDS_BESIDE && *characters == CHARACTERS_BESIDE;
        if *room == 0 || (taken > *characters && !is_nearest) {
            let shown = if is_left { text.get(edge..) } else { text.get(..edge) };
            return (shown.unwrap_or_default(), false);
        }
        (*room, *characters, edge) = (*room - 1, characters.saturating_sub(taken), to);
    }
    (text, true)
}

/// The folded words nearest to the hit, outwards; a covered part sorts after every word.
fn neighbours(parts: &[Part<'_>], is_left: bool) -> Vec<String> {
    let mut nearest = Vec::new();
    for part in parts {
        match part {
            Part::Covered(_) => nearest.push('\u{10FFFF}'.to_string()),
            Part::Words(text) => {
                let folded: Vec<String> = words(text).iter().map(Word::folded).collect();
                match is_left {
                    true => nearest.extend(folded.into_iter().rev()),
                    false => nearest.extend(folded),
                }
            }
        }
    }
    nearest.truncate(ORDERED_BY);
    nearest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(parts: &[Part<'_>]) -> String {
        let part = |part: &Part<'_>| match part {
            Part::Words(words) => (*words).to_owned(),
            Part::Covered(kind) => format!("[{kind}]"),
        };
        parts.iter().map(part).collect()
    }

    fn lines(typed: &str, parts: &[Part<'_>]) -> Vec<String> {
        let told = |line: &ContextLine<'_>| format!("{}|{}|{}", told(&line.left), line.hit, told(&line.right));
        context_lines(&asked_words(typed), Language::ENGLISH, parts).iter().map(told).collect()
    }

    #[test]
    fn every_form_of_a_word_is_a_line_with_what_stands_around_it() {
        let found = lines("bus", &[Part::Words("The buses are late.\nNo bus!")]);
        assert_eq!(found, ["The |buses| are late.\nNo bus!", "The buses are late.\nNo |bus|!"]);
        assert!(lines("", &[Part::Words("bus")]).is_empty() && lines("tram", &[Part::Words("bus")]).is_empty());
    }

    #[test]
    fn a_phrase_is_found_together_and_in_order_only() {
        assert_eq!(lines("youth clubs", &[Part::Words("a youth-club, a club for youth")]).len(), 1);
        let across = [Part::Words("youth "), Part::Covered("name"), Part::Words(" club")];
        assert!(lines("youth club", &across).is_empty());
    }

    #[test]
    fn what_is_covered_stays_covered_and_is_never_found() {
        let parts =
            [Part::Words("ring "), Part::Covered("phone"), Part::Words(" about the bus "), Part::Covered("name")];
        assert_eq!(lines("bus", &parts), ["ring [phone] about the |bus| [name]"]);
        assert!(lines("phone", &parts).is_empty());
    }

    #[test]
    fn a_long_answer_is_cut_between_words_on_both_sides() {
        let text = format!("{}bus{}", "before ".repeat(40), " after".repeat(40));
        let asked = asked_words("bus");
        let found = context_lines(&asked, Language::ENGLISH, &[Part::Words(&text)]);
        assert_eq!((told(&found[0].left), told(&found[0].right)), ("before ".repeat(6), " after".repeat(7)));
        assert_eq!(found[0].is_cut, (true, true));
        let endless = format!("{} bus {}", "x".repeat(500), "y".repeat(500));
        let found = context_lines(&asked, Language::ENGLISH, &[Part::Words(&endless)]);
        assert_eq!(told(&found[0].left).len(), 501, "one word is never cut");
    }

    #[test]
    fn lines_are_ordered_by_the_nearest_word_on_either_side() {
        let texts = ["a late bus home", "the bus", "a last bus away", "bus [x]"];
        let asked = asked_words("bus");
        let mut found: Vec<_> =
            texts.iter().flat_map(|text| context_lines(&asked, Language::ENGLISH, &[Part::Words(text)])).collect();
        let mut sorted = |order| {
            found.sort_by(|one, other| one.compare(other, order));
            found.iter().map(|line| format!("{}{}", told(&line.left), told(&line.right))).collect::<Vec<_>>()
        };
        assert_eq!(sorted(ContextOrder::Right), ["the ", "a last  away", "a late  home", " [x]"]);
        assert_eq!(sorted(ContextOrder::Left), [" [x]", "a last  away", "a late  home", "the "]);
    }

    #[test]
    fn covered_neighbours_come_last() {
        let parts: [&[Part<'_>]; 2] = [&[Part::Words("bus "), Part::Covered("name")], &[Part::Words("bus zebra")]];
        let asked = asked_words("bus");
        let found: Vec<_> = parts.iter().flat_map(|parts| context_lines(&asked, Language::ENGLISH, parts)).collect();
        assert_eq!(found[0].compare(&found[1], ContextOrder::Right), Ordering::Greater);
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_a_line_fail_and_every_line_is_words_of_the_text(text in "\\PC{0,80}", asked in "\\PC{0,6}") {
            for line in context_lines(&asked_words(&asked), Language::Undetermined, &[Part::Words(&text)]) {
                let shown = format!("{}{}{}", told(&line.left), line.hit, told(&line.right));
                proptest::prop_assert!(text.contains(&shown), "{shown:?}");
            }
        }
    }
}
