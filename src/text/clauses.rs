//! Clauses: the parts of an answer that each say one thing.
//!
//! "Nice staff but the wait was long" holds two themes. Dividing it lets each be found. Leaves out
//! what a clause is about (`themes`).

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::pattern::pattern;
use super::words;

/// How finely answers are divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Division {
    /// At every mark of punctuation and joining word: for short answers.
    Clause,
    /// At the end of a sentence and at "but", "however", "also": for answers of more than about 25 words.
    Sentence,
}

static CLAUSE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)[.;!?\n,&]+|\b(?:but|however|although|also|plus|because|so that|while|whereas|and)\b|\s[-–—]\s|\s/\s|//",
    )
});
static SENTENCE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)[.;!?\n]+|\b(?:but|however|although|and also|also|plus)\b|\s[-–—]\s|//"));

/// The parts of `text` as byte ranges, in order, trimmed; a part of a single word joins the one before
/// it. A text without a dividing mark is one part; a text of white space has none.
pub fn clauses(text: &str, division: Division) -> Vec<Range<usize>> {
    let divider: &Regex = match division {
        Division::Clause => &CLAUSE,
        Division::Sentence => &SENTENCE,
    };
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    let ends = divider.find_iter(text).map(|mark| (mark.start(), mark.end())).chain([(text.len(), text.len())]);
    for (end, next) in ends {
        let part = text.get(start..end).unwrap_or_default();
        let from = start + (part.len() - part.trim_start().len());
        let range = from..from + part.trim().len();
        start = next;
        if range.is_empty() {
            continue;
        }
        let is_single = words(text.get(range.clone()).unwrap_or_default()).len() < 2;
        match found.last_mut() {
            Some(before) if is_single => before.end = range.end,
            _ => found.push(range),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str, division: Division) -> Vec<&str> {
        clauses(text, division).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn an_answer_is_divided_at_punctuation_and_joining_words() {
        assert_eq!(
            parts("Nice park but the bus is late, and it costs too much!", Division::Clause),
            ["Nice park", "the bus is late", "it costs too much"]
        );
    }

    #[test]
    fn a_single_word_joins_the_part_before_it() {
        assert_eq!(parts("football, swimming, my friends", Division::Clause), ["football, swimming", "my friends"]);
    }

    #[test]
    fn sentences_keep_their_commas() {
        assert_eq!(parts("One, two. Three four; five six", Division::Sentence), ["One, two", "Three four", "five six"]);
    }

    #[test]
    fn nothing_is_lost_on_odd_texts() {
        assert_eq!(parts("  ", Division::Clause), Vec::<&str>::new());
        assert_eq!(parts("😀", Division::Clause), ["😀"]);
        assert_eq!(parts(", , hello", Division::Clause), ["hello"]);
    }
}
