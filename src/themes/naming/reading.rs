//! Answers read for naming: each as a row of numbered words, with what parts them.
//!
//! Words are numbered once and everything after works on numbers. Leaves out which words are worth
//! anything as a name (`weighing`).

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::phrase_runs::AFTER_TITLE;
use super::subjects::Subjects;
use crate::text::{Language, is_empty_name, is_stop_word, stem, words};

/// Very long answers are read from the start only: a name is not made from their thousandth word.
const LONGEST: usize = 2_000;

/// What stands before a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    /// The beginning of the answer, or punctuation that parts phrases.
    Parted,
    /// A hyphen: the word before and this one are one.
    Hyphen,
    /// Nothing but space.
    Space,
}

/// One word of an answer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// Its number among the distinct folded words.
    pub word: u32,
    /// What stands before it.
    pub gap: Gap,
}

/// A distinct folded word.
#[derive(Debug)]
pub(super) struct WordKind {
    /// The number of its stem (of itself, where the list of subjects wants it as written).
    pub stem: u32,
    /// Grammar, or a single letter.
    pub is_stop: bool,
    /// Says nothing when it stands alone.
    pub is_empty: bool,
    /// Whether it may stand inside a phrase though it is grammar: "cost *of* living".
    pub is_join: bool,
    /// Whether it may begin a phrase though it says nothing alone: "*young* carers".
    pub may_begin: bool,
    /// Whether what follows it is a thing named (+1: "the", "of"), something done (-1: "we", "should"), or open.
    pub calls_for: i8,
}

/// All answers read.
#[derive(Debug)]
pub(super) struct Reading {
    /// Each answer's words.
    pub answers: Vec<Vec<Token>>,
    /// What is known of each distinct word.
    pub kinds: Vec<WordKind>,
    /// The number of each stem.
    pub stems: FxHashMap<String, u32>,
    /// The number of each distinct folded word.
    numbers: FxHashMap<String, u32>,
}

impl Reading {
    /// The words of a text that was not among the answers read; words that no answer had have no kind.
    pub fn tokens_of(&self, text: &str) -> Vec<Token> {
        let number = |folded: &String| self.numbers.get(folded).copied().unwrap_or(u32::MAX);
        fold(beginning(text)).iter().map(|(folded, gap)| Token { word: number(folded), gap: *gap }).collect()
    }
}

/// Grammar that may stand inside a name: "cost of living", "mums and dads".
const JOINS: &[&str] = &["of", "and", "for", "in", "to", "the", "a", "an", "with", "on", "at", "from", "by"];

/// Words that say nothing alone but may begin a name: "young carers", "work experience".
const BEGINNINGS: &[&str] = &[
    "young", "younger", "old", "older", "work", "working", "support", "good", "better", "bad", "poor", "long",
    "longer", "early", "late", "later", "open", "new", "high", "low", "free", "safe", "first", "second", "real", "big",
    "small", "large", "extra", "full", "part", "time", "place", "common", "special", "right", "clear", "easy", "quick",
    "nice", "public", "more", "no",
];

/// After these comes a thing: a noun, or what describes one.
const BEFORE_THINGS: &[&str] = &[
    "the", "a", "an", "my", "our", "your", "his", "her", "their", "its", "this", "that", "these", "those", "some",
    "any", "no", "more", "less", "fewer", "better", "of", "in", "for", "with", "from", "at", "on", "by", "about",
    "every", "each", "much", "many", "new", "good", "local", "free", "all", "other",
];

/// After these comes something done.
const BEFORE_DEEDS: &[&str] = &[
    "i", "we", "you", "they", "he", "she", "it", "can", "could", "should", "would", "will", "must", "may", "might",
    "dont", "doesnt", "didnt", "not", "who", "please", "lets", "cant", "wont", "shouldnt", "wouldnt", "couldnt", "id",
    "ill", "never", "always", "also", "just", "to",
];

/// Words after which a surname comes.
const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "sir",
    "president",
    "councillor",
    "cllr",
    "mayor",
    "senator",
    "judge",
    "lord",
    "lady",
    "rev",
    "officer",
    "uncle",
    "auntie",
    "aunt",
    "nurse",
    "governor",
];

/// Reads answers.
pub(super) fn read(answers: &[&str], subjects: &Subjects) -> Reading {
    let folded: Vec<Vec<(String, Gap)>> = answers.par_iter().map(|text| fold(beginning(text))).collect();
    let mut numbers: FxHashMap<String, u32> = FxHashMap::default();
    let mut distinct: Vec<String> = Vec::new();
    let mut rows = Vec::with_capacity(folded.len());
    for answer in folded {
        let mut row = Vec::with_capacity(answer.len());
        for (folded, gap) in answer {
            let word = match numbers.get(&folded) {
                Some(&word) => word,
                None => {
                    let next = distinct.len() as u32;
                    distinct.push(folded.clone());
                    numbers.insert(folded, next);
                    next
                }
            };
            row.push(Token { word, gap });
        }
        rows.push(row);
    }
    let mut stems: FxHashMap<String, u32> = FxHashMap::default();
    let stemmed: Vec<String> = distinct.par_iter().map(|word| subjects.stem_of(word)).collect();
    let kinds = distinct.iter().zip(stemmed).map(|(word, stem)| {
        let next = stems.len() as u32;
        kind_of(word, *stems.entry(stem).or_insert(next))
    });
    Reading { kinds: kinds.collect(), answers: rows, stems, numbers }
}

/// As much of a text as is read.
pub(super) fn beginning(text: &str) -> &str {
    if text.len() <= LONGEST {
        return text;
    }
    text.char_indices().nth(LONGEST).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// The words of a text, folded, with what stands before each.
fn fold(text: &str) -> Vec<(String, Gap)> {
    let mut end = None;
    let one = |word: crate::text::Word<'_>| {
        let between = end.and_then(|end| text.get(end..word.start));
        end = Some(word.end());
        (word.folded(), between.map_or(Gap::Parted, gap_of))
    };
    words(text).into_iter().map(one).collect()
}

fn gap_of(between: &str) -> Gap {
    match between {
        " " => Gap::Space,
        "-" => Gap::Hyphen,
        _ if between.chars().all(|c| (c.is_whitespace() && c != '\n') || matches!(c, '-' | '\'' | '’')) => Gap::Space,
        _ => Gap::Parted,
    }
}

fn kind_of(word: &str, stem: u32) -> WordKind {
    let calls_for = match word {
        _ if TITLES.contains(&word) => AFTER_TITLE,
        _ => i8::from(BEFORE_THINGS.contains(&word)) - i8::from(BEFORE_DEEDS.contains(&word)),
    };
    WordKind {
        stem,
        is_stop: is_stop_word(word) || word.chars().nth(1).is_none(),
        is_empty: is_empty_name(word),
        is_join: JOINS.contains(&word),
        may_begin: BEGINNINGS.contains(&word),
        calls_for,
    }
}

/// The stem of a word as naming sees it: `None` where the word is matched as written.
pub(super) fn plain_stem(word: &str) -> String {
    stem(Language::ENGLISH, word).into_owned()
}
