//! Quotes: up to three answers that show a theme, one central, one short, one different.
//!
//! A quote stands near the middle of its theme and holds words that many of the theme's answers hold.
//! Answers holding personal data are passed over where there are others; what is shown must still be
//! redacted. Words that may tell of harm are never chosen. Leaves out whether a quote may be published: an officer decides.

use rustc_hash::FxHashMap;

use super::corpus::Corpus;
use super::matrix::dot;
use super::naming::middle_of;
use crate::text::{find_personal_data, may_tell_of_harm, words};

/// Words a quote has, at least and at most, where there is a choice.
const WORDS: std::ops::RangeInclusive<usize> = 4..=30;

/// A short quote has no more words than this.
const SHORT: usize = 8;

/// Of a theme's answers, only the best so many are looked at.
const LOOKED_AT: usize = 40;

/// Stems that mark a theme, at most.
const MARKS: usize = 6;

/// How much holding the theme's words counts beside standing near its middle.
const WORDS_COUNT: f32 = 0.35;

/// How much likeness to a quote chosen already counts against another.
const LIKENESS_COUNTS: f32 = 0.5;

/// A quote is at least this good, as a share of the best.
const GOOD_ENOUGH: f32 = 0.5;

/// Chooses quotes among `members` (places in the corpus and in `answers`), the most central first.
pub fn choose_quotes(answers: &[&str], corpus: &Corpus, members: &[usize]) -> Vec<usize> {
    let text = |place: usize| answers.get(place).copied().unwrap_or_default();
    let mut looked_at = best_members(answers, corpus, members);
    looked_at.retain(|it| !may_tell_of_harm(text(it.0)));
    let most = looked_at.first().map_or(0.0, |it| it.1);
    let mut chosen: Vec<usize> = Vec::new();
    for pick in [Pick::Central, Pick::Short, Pick::Different, Pick::Different] {
        if chosen.len() == 3 {
            break;
        }
        let is_new = |place: usize| {
            chosen.iter().all(|&other| text(other).trim().to_lowercase() != text(place).trim().to_lowercase())
        };
        let likeness = |place: usize| {
            let others = chosen.iter().map(|&other| dot(corpus.vectors.row(other), corpus.vectors.row(place)));
            others.fold(0.0, f32::max)
        };
        let worth = |&(place, good): &(usize, f32)| match pick {
            Pick::Central => Some(good),
            Pick::Short => (words(text(place)).len() <= SHORT).then_some(good),
            Pick::Different if good < GOOD_ENOUGH * most => Some(good - 1.0),
            Pick::Different => Some(good - LIKENESS_COUNTS * likeness(place)),
        };
        let fitting = looked_at.iter().filter(|it| is_new(it.0)).filter_map(|it| Some((it.0, worth(it)?)));
        let mut fitting: Vec<(usize, f32)> = fitting.collect();
        fitting.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let clean = fitting.iter().find(|it| find_personal_data(text(it.0)).is_empty());
        // Better a quote to be redacted than none.
        let only = fitting.first().filter(|_| pick != Pick::Short && chosen.is_empty());
        chosen.extend(clean.or(only).map(|it| it.0));
    }
    chosen
}

/// What is looked for in the next quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pick {
    Central,
    Short,
    Different,
}

/// The members that show a theme best, with how well, best first; those of a fitting length where there are three.
fn best_members(answers: &[&str], corpus: &Corpus, members: &[usize]) -> Vec<(usize, f32)> {
    let middle = middle_of(members.iter().map(|&place| corpus.vectors.row(place).to_vec()));
    let marks = marking_stems(corpus, members);
    let good = |place: usize| {
        let bag = corpus.bags.get(place).map_or(&[][..], Vec::as_slice);
        let held: f32 =
            marks.iter().filter(|(stem, _)| bag.binary_search(stem).is_ok()).map(|(_, weight)| weight).sum();
        dot(corpus.vectors.row(place), &middle) + WORDS_COUNT * held.min(1.0)
    };
    let mut all: Vec<(usize, f32)> = members.iter().map(|&place| (place, good(place))).collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let length = |place: usize| words(answers.get(place).copied().unwrap_or_default()).len();
    let fits = |it: &&(usize, f32)| WORDS.contains(&length(it.0));
    let mut looked_at: Vec<(usize, f32)> =
        all.iter().take(4 * LOOKED_AT).filter(fits).take(LOOKED_AT).copied().collect();
    if looked_at.len() < 3 {
        let others = all.iter().take(LOOKED_AT).filter(|it| length(it.0) <= 60 && !looked_at.contains(it));
        let more: Vec<(usize, f32)> = others.copied().collect();
        looked_at.extend(more);
    }
    looked_at
}

/// The stems that most set a theme's members apart, each with its share of the members that hold it.
fn marking_stems(corpus: &Corpus, members: &[usize]) -> Vec<(u32, f32)> {
    let mut counts: FxHashMap<u32, u32> = FxHashMap::default();
    for &stem in members.iter().filter_map(|&place| corpus.bags.get(place)).flatten() {
        *counts.entry(stem).or_default() += 1;
    }
    let size = members.len().max(1) as f32;
    let mut marks: Vec<(u32, f32, f32)> = counts
        .into_iter()
        .map(|(stem, count)| {
            let everywhere = corpus.spread.get(stem as usize).copied().unwrap_or(1.0).max(f32::MIN_POSITIVE);
            let share = count as f32 / size;
            (stem, share, share * (share * corpus.len() as f32 / everywhere).max(1.0).ln())
        })
        .collect();
    marks.sort_by(|a, b| b.2.total_cmp(&a.2).then(a.0.cmp(&b.0)));
    marks.into_iter().filter(|mark| mark.2 > 0.0).take(MARKS).map(|(stem, share, _)| (stem, share)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Vectors;

    #[test]
    fn what_may_tell_of_harm_is_never_chosen_however_well_it_speaks_for_the_theme() {
        let table: &'static [u8] = include_bytes!("../../analysis/vectors/static256.i8");
        let vectors = Vectors::from_bytes(table, include_str!("../../analysis/vectors/vocab.txt")).unwrap();
        let answers = ["I get hit at home and at school", "bullying at school", "I get hit at home", "trees"];
        let corpus = Corpus::new(&answers, &vectors);
        assert_eq!(choose_quotes(&answers, &corpus, &[0, 1, 2]), [1]);
        assert!(choose_quotes(&answers, &corpus, &[0, 2]).is_empty());
    }

    #[test]
    fn quotes_speak_for_their_theme_differ_and_hold_no_personal_data() {
        let table: &'static [u8] = include_bytes!("../../analysis/vectors/static256.i8");
        let vectors = Vectors::from_bytes(table, include_str!("../../analysis/vectors/vocab.txt")).unwrap();
        let answers = [
            "the bus is late every single morning before school",
            "bus late again today",
            "The bus is late every single morning before school",
            "my name is Oscar Penhallowick and the bus is late every single morning",
            "no bus to town after six in the evening",
            "I like purple",
            "trees and hills to climb with my dog",
            "a bigger park with swings please",
        ];
        let corpus = Corpus::new(&answers, &vectors);
        let quotes = choose_quotes(&answers, &corpus, &[0, 1, 2, 3, 4, 5]);
        assert_eq!(quotes.len(), 3);
        assert!(!quotes.contains(&3) && !quotes.contains(&5), "{quotes:?}");
        assert!(!(quotes.contains(&0) && quotes.contains(&2)), "{quotes:?}");
        assert!(quotes.contains(&1), "{quotes:?}");
    }

    #[test]
    fn a_theme_of_one_answer_is_quoted_by_it() {
        let table: &'static [u8] = include_bytes!("../../analysis/vectors/static256.i8");
        let vectors = Vectors::from_bytes(table, include_str!("../../analysis/vectors/vocab.txt")).unwrap();
        let corpus = Corpus::new(&["bus"], &vectors);
        assert_eq!(choose_quotes(&["bus"], &corpus, &[0]), [0]);
        assert!(choose_quotes(&[], &Corpus::new(&[], &vectors), &[]).is_empty());
    }
}
