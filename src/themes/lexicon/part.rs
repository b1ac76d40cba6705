//! The part of an answer that carries a theme: one of its clauses, or none where none stands out.
//!
//! A part is told only by what people can check: the frame's phrases in it, or that its words alone would be given
//! the theme by the frame; for a theme that the machine found, the words that mark it. What officers' codings taught
//! has no part.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::{APPLIED, Lexicon, PHRASES_WEIGHT, proof};
use crate::text::{Division, Language, Vectors, clauses, stem, words};
use crate::themes::Strength;

impl Lexicon {
    /// The clause of a text that carries a theme most, in bytes: of those that hold a usual or strong phrase of the
    /// theme, or would be given a topmost theme by themselves, the one in which phrases and belief are strongest. The
    /// first of equals. `None` where there is no such clause, or the text has only one.
    pub fn part_of(&self, text: &str, theme: usize, vectors: &Vectors) -> Option<Range<usize>> {
        let parts = clauses(text, Division::Clause);
        if parts.len() < 2 {
            return None;
        }
        let top = self.top_of.get(theme).copied()?;
        let place = self.tops.iter().position(|&it| it == top)?;
        let strength = |part: &Range<usize>| {
            let words = self.reading(text.get(part.clone()).unwrap_or_default(), vectors);
            let evidence = self.evidence(&words);
            let found = 1.0 - (-evidence.get(theme).copied().unwrap_or_default()).exp();
            let of_tops: Vec<f32> = self.tops.iter().filter_map(|&top| evidence.get(top).copied()).collect();
            let believed = self.beliefs(&words, &of_tops, vectors);
            let believed = believed.get(place).copied().unwrap_or_default();
            let has_phrase = found >= proof(Strength::Usual, 1) - f32::EPSILON;
            let is_given = top == theme && believed + PHRASES_WEIGHT * found >= APPLIED;
            (has_phrase || is_given).then_some(found + believed)
        };
        strongest(parts, strength)
    }
}

/// The clause of a text with most of the words that mark a theme which the machine found, in bytes; the first of
/// equals. `None` where no clause has any, or the text has only one.
pub fn part_with_terms(text: &str, terms: &[String]) -> Option<Range<usize>> {
    let parts = clauses(text, Division::Clause);
    if parts.len() < 2 {
        return None;
    }
    let stems = |text: &str| -> FxHashSet<String> {
        words(text).iter().map(|word| stem(Language::ENGLISH, &word.folded()).into_owned()).collect()
    };
    let marks: FxHashSet<String> = terms.iter().flat_map(|term| stems(term)).collect();
    let held = |part: &Range<usize>| {
        let held = stems(text.get(part.clone()).unwrap_or_default()).intersection(&marks).count();
        (held > 0).then_some(held as f32)
    };
    strongest(parts, held)
}

/// The first of the parts that are strongest, of those that have a strength.
fn strongest(parts: Vec<Range<usize>>, strength: impl Fn(&Range<usize>) -> Option<f32>) -> Option<Range<usize>> {
    let strong = parts.into_iter().filter_map(|part| Some((strength(&part)?, part)));
    strong.reduce(|best, other| if other.0 > best.0 { other } else { best }).map(|(_, part)| part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::themes::CodeFrame;

    fn vectors() -> Vectors {
        let table: &'static [u8] = include_bytes!("../../../analysis/vectors/static256.i8");
        Vectors::from_bytes(table, include_str!("../../../analysis/vectors/vocab.txt")).unwrap()
    }

    fn part(text: &str, theme: usize) -> Option<&str> {
        let frame = "[[theme]]\nkey='transport'\nname='Transport'\nstrong=['bus', 'bus stop']\nhint=['late']\n\
                     sayings=['the bus never comes', 'trains are dear']\n\
                     [[theme]]\nkey='places'\nname='Places'\nstrong=['youth club']\nusual=['club']\n\
                     sayings=['nowhere to go at night', 'the park is our place']\n\
                     [[theme]]\nkey='hubs'\nname='Hubs'\nparent='places'\nstrong=['youth club']\n";
        let vectors = vectors();
        let lexicon = Lexicon::new(&CodeFrame::read("f.toml", frame).unwrap().0, &vectors);
        lexicon.part_of(text, theme, &vectors).and_then(|range| text.get(range))
    }

    #[test]
    fn the_clause_with_the_themes_phrases_carries_it() {
        let said = "I like my school, the BUSES are always late and the youth club shut";
        assert_eq!(part(said, 0), Some("the BUSES are always late"));
        assert_eq!(part(said, 1), Some("the youth club shut"));
        assert_eq!(part(said, 2), Some("the youth club shut"), "finer themes have parts of their own");
    }

    #[test]
    fn where_nothing_stands_out_there_is_no_part() {
        assert_eq!(part("the bus is late", 0), None, "one clause is the whole");
        assert_eq!(part("I like purple, my gran knits hats", 1), None);
        assert_eq!(part("purple is best, it was late", 0), None, "a hint alone proves nothing");
        assert_eq!(part("", 0), None);
        assert_eq!(part("the bus, the park", 9), None, "there is no such theme");
    }

    #[test]
    fn the_part_is_whole_characters_in_any_writing() {
        for said in ["ünïcödé 😀, thé bus — late", "公共汽车, bus stop é", "\u{202e}the bus, my sub\u{301}"]
        {
            assert!(part(said, 0).is_some(), "{said}");
        }
    }

    #[test]
    fn a_found_theme_is_carried_by_the_clause_with_most_of_its_words() {
        let terms = ["dog mess".to_owned(), "litter".to_owned()];
        let said = "Nice park but litter everywhere, dog mess and litter on the path";
        let part = part_with_terms(said, &terms).and_then(|range| said.get(range));
        assert_eq!(part, Some("dog mess"));
        let said = "a park, a lot of LITTERING, litter on the path";
        assert_eq!(part_with_terms(said, &terms).and_then(|range| said.get(range)), Some("a lot of LITTERING"));
        assert_eq!(part_with_terms("a park, a swing", &terms), None);
        assert_eq!(part_with_terms("litter", &terms), None);
    }
}
