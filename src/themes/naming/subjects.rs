//! The list of subjects people speak of: what an officer calls bus, train and taxi together.
//!
//! It is data (`analysis/naming/subjects.txt`, which says how it is laid out), bundled with the program.
//! Leaves out when a theme is named from it (`weighing`, `choosing`).

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::reading::{Reading, Token, plain_stem};
use crate::text::words;

static BUNDLED: LazyLock<Subjects> =
    LazyLock::new(|| Subjects::read(include_str!("../../../analysis/naming/subjects.txt")));

/// Words in a phrase of the list, at most.
const LONGEST: usize = 5;

/// A list of subjects.
#[derive(Debug)]
pub(super) struct Subjects {
    /// What each is called.
    pub names: Vec<String>,
    /// For each the phrases that speak of it, as stems.
    phrases: Vec<Vec<Vec<String>>>,
    /// For each the places of those it takes in, itself among them.
    within: Vec<Vec<u32>>,
    /// Words matched as they are written.
    as_written: FxHashSet<String>,
}

/// The phrases of a list in the numbers of one reading.
#[derive(Debug)]
pub(super) struct Index {
    /// The subjects of a phrase, by its stems' numbers.
    of_phrase: FxHashMap<Vec<u32>, Vec<u32>>,
    /// The longest phrase that begins with a stem.
    longest: FxHashMap<u32, usize>,
}

impl Subjects {
    /// The bundled list.
    pub fn bundled() -> &'static Self {
        &BUNDLED
    }

    /// Reads a list; lines that are none are passed over.
    pub fn read(text: &str) -> Self {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let (written, named): (Vec<&str>, Vec<&str>) = lines.partition(|line| line.starts_with('!'));
        let as_written = written.iter().flat_map(|line| line.trim_start_matches('!').split(','));
        let as_written: FxHashSet<String> = as_written.map(|word| word.trim().to_owned()).collect();
        let mut list = Self { names: Vec::new(), phrases: Vec::new(), within: Vec::new(), as_written };
        let mut plain: FxHashMap<String, Vec<String>> = FxHashMap::default();
        let parted: Vec<(&str, Vec<&str>)> = named
            .iter()
            .filter_map(|line| line.split_once(" = "))
            .map(|(name, all)| (name.trim(), all.split(',').map(str::trim).collect()))
            .collect();
        for (name, all) in &parted {
            let own = all.iter().filter(|phrase| !phrase.starts_with('@')).map(|&phrase| phrase.to_owned());
            plain.insert((*name).replace(',', ""), own.collect());
        }
        let inner: FxHashMap<String, Vec<String>> = parted
            .iter()
            .map(|(name, all)| {
                let inner = all.iter().filter_map(|phrase| phrase.strip_prefix('@'));
                (name.replace(',', ""), inner.map(|name| name.replace(',', "")).collect())
            })
            .collect();
        let place = |wanted: &String| parted.iter().position(|(name, _)| name.replace(',', "") == *wanted);
        for (name, _) in &parted {
            let within = taken_in(&name.replace(',', ""), &inner);
            list.within.push(within.iter().filter_map(place).map(|place| place as u32).collect());
            let mut all: Vec<Vec<String>> = Vec::new();
            for within in &within {
                all.extend(plain.get(within).into_iter().flatten().map(|phrase| list.stems_of(phrase)));
            }
            all.retain(|phrase| !phrase.is_empty() && phrase.len() <= LONGEST);
            all.sort_unstable();
            all.dedup();
            list.names.push((*name).to_owned());
            list.phrases.push(all);
        }
        list
    }

    /// The stem of a folded word, or the word as written where the list asks for it.
    pub fn stem_of(&self, folded: &str) -> String {
        if self.as_written.contains(folded) { format!("={folded}") } else { plain_stem(folded) }
    }

    fn stems_of(&self, phrase: &str) -> Vec<String> {
        words(phrase).iter().map(|word| self.stem_of(&word.folded())).collect()
    }

    /// Whether one subject takes in another.
    pub fn takes_in(&self, broader: u32, narrower: u32) -> bool {
        self.within.get(broader as usize).is_some_and(|within| within.contains(&narrower))
    }

    /// The list in the numbers of a reading.
    pub fn index(&self, reading: &Reading) -> Index {
        let mut index = Index { of_phrase: FxHashMap::default(), longest: FxHashMap::default() };
        for (subject, phrases) in (0u32..).zip(&self.phrases) {
            for phrase in phrases {
                let stems: Option<Vec<u32>> = phrase.iter().map(|stem| reading.stems.get(stem).copied()).collect();
                let Some(stems) = stems else { continue };
                let Some(&first) = stems.first() else { continue };
                let longest = index.longest.entry(first).or_default();
                *longest = (*longest).max(stems.len());
                index.of_phrase.entry(stems).or_default().push(subject);
            }
        }
        index
    }
}

/// A subject and all that it takes in.
fn taken_in(name: &str, inner: &FxHashMap<String, Vec<String>>) -> Vec<String> {
    let mut all = vec![name.to_owned()];
    let mut at = 0;
    while let Some(next) = all.get(at).cloned() {
        for within in inner.get(&next).into_iter().flatten() {
            if !all.contains(within) {
                all.push(within.clone());
            }
        }
        at += 1;
    }
    all
}

impl Index {
    /// The subjects an answer speaks of, in rising order. Of phrases that begin at one word the longest counts,
    /// and the words it takes are not read again: "first class" is no school class.
    pub fn subjects_of(&self, answer: &[Token], reading: &Reading) -> Vec<u32> {
        let stems: Vec<u32> =
            answer.iter().filter_map(|token| reading.kinds.get(token.word as usize)).map(|kind| kind.stem).collect();
        let mut found: Vec<u32> = Vec::new();
        let mut at = 0;
        while let Some(first) = stems.get(at) {
            let longest = self.longest.get(first).copied().unwrap_or_default();
            let hit = (1..=longest).rev().find_map(|length| {
                let phrase = stems.get(at..at + length)?;
                self.of_phrase.get(phrase).map(|subjects| (length, subjects))
            });
            at += hit.map_or(1, |(length, _)| length);
            found.extend(hit.into_iter().flat_map(|(_, subjects)| subjects));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The subjects that a phrase, by its stems, is listed under.
    pub fn listing(&self, stems: &[u32]) -> &[u32] {
        self.of_phrase.get(stems).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::themes::naming::reading::read;

    const LIST: &str = "# travel\n! parking\nBuses = bus, night bus\nParks = park\nClasses = class\n\
        Praise = first class\nTravel = @Buses, train, parking";

    fn spoken(list: &Subjects, text: &str) -> Vec<String> {
        let reading = read(&[text], list);
        let found = list.index(&reading).subjects_of(&reading.answers[0], &reading);
        found.into_iter().map(|place| list.names[place as usize].clone()).collect()
    }

    #[test]
    fn a_subject_is_known_by_its_words_and_those_of_the_subjects_it_takes_in() {
        let list = Subjects::read(LIST);
        assert_eq!(spoken(&list, "Night buses!"), ["Buses", "Travel"]);
        assert_eq!(spoken(&list, "train"), ["Travel"]);
        assert!(list.takes_in(4, 0) && !list.takes_in(0, 4));
    }

    #[test]
    fn words_that_would_meet_in_one_stem_are_matched_as_written_and_the_longest_phrase_counts() {
        let list = Subjects::read(LIST);
        assert_eq!(spoken(&list, "parking"), ["Travel"]);
        assert_eq!(spoken(&list, "parks"), ["Parks"]);
        assert_eq!(spoken(&list, "first class"), ["Praise"]);
    }

    #[test]
    fn the_bundled_list_is_as_it_says() {
        let text = include_str!("../../../analysis/naming/subjects.txt");
        let list = Subjects::bundled();
        let names: FxHashSet<String> = list.names.iter().map(|name| name.replace(',', "")).collect();
        assert_eq!(names.len(), list.names.len(), "a name stands twice");
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with(['#', '!'])) {
            let (_, all) = line.split_once(" = ").unwrap_or_else(|| panic!("no subject: {line}"));
            for phrase in all.split(',').map(str::trim) {
                let is_known = phrase.strip_prefix('@').is_none_or(|name| names.contains(name));
                assert!(is_known && !phrase.is_empty() && words(phrase).len() <= LONGEST, "{phrase:?} in {line}");
            }
        }
        assert!(list.as_written.iter().all(|word| word.chars().all(char::is_lowercase)));
    }
}
