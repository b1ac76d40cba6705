//! Phrases: one to three neighbouring words that could name something.
//!
//! Leaves out which phrase names a theme best (`themes::naming`).

use super::{Word, is_stop_word, words};

/// The most words in a phrase.
const LONGEST: usize = 3;

/// Neighbouring words with nothing but spaces, hyphens or apostrophes between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase<'a> {
    /// The phrase as written.
    pub surface: &'a str,
    /// Its words, folded.
    pub folded: Vec<String>,
}

/// Every phrase of one to three words in `text` that neither begins nor ends with a stop word.
pub fn phrases(text: &str) -> Vec<Phrase<'_>> {
    let all: Vec<(Word<'_>, String)> = words(text).into_iter().map(|word| (word, word.folded())).collect();
    let mut found = Vec::new();
    for first in 0..all.len() {
        for run in (1..=LONGEST).filter_map(|length| all.get(first..first + length)) {
            let (Some((start, first_folded)), Some((end, last_folded))) = (run.first(), run.last()) else { continue };
            if is_stop_word(first_folded) || first_folded.chars().count() < 2 {
                break;
            }
            if run.windows(2).any(|pair| matches!(pair, [(left, _), (right, _)] if is_parted(text, left, right))) {
                break;
            }
            if is_stop_word(last_folded) || last_folded.chars().count() < 2 || is_cut(text, start.start, end.end()) {
                continue;
            }
            let surface = text.get(start.start..end.end()).unwrap_or_default();
            found.push(Phrase { surface, folded: run.iter().map(|(_, folded)| folded.clone()).collect() });
        }
    }
    found
}

/// Whether a run begins or ends in the middle of a hyphenated word: "ins" of "drop-ins" is no phrase.
fn is_cut(text: &str, start: usize, end: usize) -> bool {
    let after = text.get(end..).unwrap_or_default();
    let joins = |rest: &str| rest.strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    text.get(..start).is_some_and(|before| before.ends_with('-')) || joins(after)
}

/// Whether punctuation stands between two neighbouring words.
fn is_parted(text: &str, left: &Word<'_>, right: &Word<'_>) -> bool {
    let between = text.get(left.end()..right.start).unwrap_or_default();
    between.chars().any(|c| !(c.is_whitespace() || matches!(c, '-' | '\'' | '’')) || c == '\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_keep_inside_punctuation_and_off_stop_words() {
        let found: Vec<&str> = phrases("The bus to town, youth club").iter().map(|phrase| phrase.surface).collect();
        assert_eq!(found, ["bus", "bus to town", "town", "youth", "youth club", "club"]);
        let hyphened: Vec<&str> = phrases("drop-ins, please").iter().map(|phrase| phrase.surface).collect();
        assert_eq!(hyphened, ["drop-ins", "please"]);
    }
}
