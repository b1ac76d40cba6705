//! Every phrase of the answers that could stand in a name, with the answers that hold it.
//!
//! Phrases are sorted rather than hashed: equal ones stand together, in the order of the answers, and no
//! order depends on chance or threads. Leaves out how well a phrase marks a theme (`weighing`).

use rayon::prelude::*;

use super::reading::{Gap, Reading, Token, WordKind};

/// Words in a phrase, at most.
pub(super) const LONGEST: usize = 4;

/// The stems of a phrase, each one up so that nought is none.
pub(super) type Key = [u32; LONGEST];

/// Stands in [`Seen::before`] where a title comes before: what follows is a surname.
pub(super) const AFTER_TITLE: i8 = 2;

/// One place where a phrase stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Seen {
    /// The phrase.
    pub key: Key,
    /// The answer's place among those read.
    pub answer: u32,
    /// +1 where what stands before calls for a thing, -1 where it calls for something done, [`AFTER_TITLE`] after
    /// a title such as Mr.
    pub before: i8,
    /// Whether the sentence pauses or goes on with grammar behind it.
    pub is_closed: bool,
}

/// Every phrase, sorted by its stems and then by answer.
pub(super) fn find(reading: &Reading) -> Vec<Seen> {
    let mut all: Vec<Seen> = reading
        .answers
        .par_iter()
        .enumerate()
        .flat_map_iter(|(place, answer)| phrases_of(place as u32, answer, reading))
        .collect();
    all.par_sort_unstable();
    all
}

/// The phrases of one answer.
fn phrases_of(place: u32, answer: &[Token], reading: &Reading) -> Vec<Seen> {
    let kind = |at: usize| answer.get(at).and_then(|token| reading.kinds.get(token.word as usize));
    let gap = |at: usize| answer.get(at).map(|token| token.gap);
    let mut found = Vec::with_capacity(answer.len());
    for start in 0..answer.len() {
        let Some(first) = kind(start) else { continue };
        if first.is_stop || gap(start) == Some(Gap::Hyphen) {
            continue;
        }
        let before = match gap(start) {
            Some(Gap::Space) if start > 0 => kind(start - 1).map_or(0, |kind| kind.calls_for),
            _ => 0,
        };
        let mut key = [0; LONGEST];
        let mut has_join = false;
        for length in 1..=LONGEST {
            let end = start + length - 1;
            let Some(last) = kind(end) else { break };
            if length > 1 && gap(end) == Some(Gap::Parted) {
                break;
            }
            key.iter_mut().skip(length - 1).take(1).for_each(|place| *place = last.stem + 1);
            if !last.is_stop && !last.is_empty && gap(end + 1) != Some(Gap::Hyphen) && begins(first, length, has_join) {
                let next = kind(end + 1).filter(|_| gap(end + 1) == Some(Gap::Space));
                found.push(Seen { key, answer: place, before, is_closed: next.is_none_or(|next| next.is_stop) });
            }
            has_join |= last.is_stop;
            if last.is_stop && !last.is_join {
                break;
            }
        }
    }
    found
}

/// Whether a phrase may begin with this word.
fn begins(first: &WordKind, length: usize, has_join: bool) -> bool {
    !first.is_empty || (length > 1 && !has_join && first.may_begin)
}

/// The stems of a phrase.
pub(super) fn stems(key: &Key) -> impl Iterator<Item = u32> {
    key.iter().filter(|&&stem| stem > 0).map(|stem| stem - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::themes::naming::reading::read;
    use crate::themes::naming::subjects::Subjects;

    #[test]
    fn phrases_keep_inside_punctuation_and_off_words_that_say_nothing() {
        let reading = read(&["The cost of living, good jobs and drop-ins"], Subjects::bundled());
        let word = |stem: u32| {
            let found = reading.stems.iter().find(|&(_, &number)| number == stem);
            found.map(|(word, _)| word.as_str()).unwrap()
        };
        let found: Vec<String> =
            find(&reading).iter().map(|it| stems(&it.key).map(word).collect::<Vec<_>>().join(" ")).collect();
        for wanted in ["cost", "cost of live", "good job", "drop in"] {
            assert_eq!(found.iter().any(|phrase| phrase == wanted), wanted != "drop in", "{wanted} in {found:?}");
        }
        assert!(found.iter().all(|phrase| !phrase.contains("live good") && phrase != "good"));
    }
}
