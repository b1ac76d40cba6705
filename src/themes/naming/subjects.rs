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

/// An answer is about a subject when this share of its words that say something speak of it: what is mentioned once
/// in a hundred words is told in passing.
const ABOUT: f32 = 0.04;

/// The same for subjects that are mostly mentioned in passing.
const ABOUT_ASIDE: f32 = 0.2;

/// Subjects that share this many phrases are akin.
const AKIN: usize = 4;

/// What stands among this many first words of a longer answer counts twice: people begin with their matter.
const FIRST: usize = 6;
const LONGER: usize = 12;

/// A list of subjects.
#[derive(Debug)]
pub(super) struct Subjects {
    /// What each is called.
    pub names: Vec<String>,
    /// For each the phrases that speak of it, as stems.
    phrases: Vec<Vec<Vec<String>>>,
    /// For each the places of those it takes in, itself among them.
    within: Vec<Vec<u32>>,
    /// For each whether it is mostly mentioned in passing.
    asides: Vec<bool>,
    /// Words matched as they are written.
    as_written: FxHashSet<String>,
}

/// A subject and how much of an answer speaks of it: the share, from 0 to 1, of its words that say something.
pub(super) type Mention = (u32, f32);

/// The phrases of a list in the numbers of one reading.
#[derive(Debug)]
pub(super) struct Index {
    /// The subjects of a phrase, by its stems' numbers.
    of_phrase: FxHashMap<Vec<u32>, Vec<u32>>,
    /// The longest phrase that begins with a stem.
    longest: FxHashMap<u32, usize>,
    /// For each subject how much of an answer must speak of it for the answer to be about it.
    enough: Vec<f32>,
}

impl Subjects {
    /// The bundled list.
    pub fn bundled() -> &'static Self {
        &BUNDLED
    }

    /// Reads a list; lines that are none are passed over.
    pub fn read(text: &str) -> Self {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let (written, others): (Vec<&str>, Vec<&str>) = lines.partition(|line| line.starts_with('!'));
        let (aside, named): (Vec<&str>, Vec<&str>) = others.into_iter().partition(|line| line.starts_with('?'));
        let aside: FxHashSet<&str> =
            aside.iter().flat_map(|line| line.trim_start_matches('?').split(';')).map(str::trim).collect();
        let as_written = written.iter().flat_map(|line| line.trim_start_matches('!').split(','));
        let as_written: FxHashSet<String> = as_written.map(|word| word.trim().to_owned()).collect();
        let mut list =
            Self { names: Vec::new(), phrases: Vec::new(), within: Vec::new(), asides: Vec::new(), as_written };
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
            list.asides.push(aside.contains(name));
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

    /// Whether two subjects are known by several of the same phrases: named side by side, each says the other again.
    pub fn are_akin(&self, one: u32, other: u32) -> bool {
        let (Some(one), Some(other)) = (self.phrases.get(one as usize), self.phrases.get(other as usize)) else {
            return false;
        };
        one.iter().filter(|phrase| other.binary_search(phrase).is_ok()).count() >= AKIN
    }

    /// Whether a subject is mostly mentioned in passing.
    pub fn is_aside(&self, subject: u32) -> bool {
        self.asides.get(subject as usize).copied().unwrap_or_default()
    }

    /// The list in the numbers of a reading.
    pub fn index(&self, reading: &Reading) -> Index {
        let enough = self.asides.iter().map(|&aside| if aside { ABOUT_ASIDE } else { ABOUT }).collect();
        let mut index = Index { of_phrase: FxHashMap::default(), longest: FxHashMap::default(), enough };
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
    /// The subjects an answer is about, in rising order, and how much of it speaks of each. Of phrases that begin at
    /// one word the longest counts, and the words it takes are not read again: "first class" is no school class.
    pub fn mentions(&self, answer: &[Token], reading: &Reading) -> Vec<Mention> {
        let kinds: Vec<(u32, bool)> = answer
            .iter()
            .filter_map(|token| reading.kinds.get(token.word as usize))
            .map(|kind| (kind.stem, !kind.is_stop))
            .collect();
        let stems: Vec<u32> = kinds.iter().map(|&(stem, _)| stem).collect();
        let said = |part: &[(u32, bool)]| part.iter().filter(|(_, says)| *says).count();
        let all = said(&kinds).max(1);
        let mut found: Vec<Mention> = Vec::new();
        let (mut at, mut before) = (0, 0);
        while let Some(first) = stems.get(at) {
            let longest = self.longest.get(first).copied().unwrap_or_default();
            let hit = (1..=longest).rev().find_map(|length| {
                let phrase = stems.get(at..at + length)?;
                self.of_phrase.get(phrase).map(|subjects| (length, subjects))
            });
            let length = hit.map_or(1, |(length, _)| length);
            let says = kinds.get(at..at + length).map_or(0, said);
            let twice = if all > LONGER && before < FIRST { 2.0 } else { 1.0 };
            let weight = twice * says.max(1) as f32 / all as f32;
            found.extend(hit.into_iter().flat_map(|(_, subjects)| subjects).map(|&subject| (subject, weight)));
            (at, before) = (at + length, before + says);
        }
        found.sort_unstable_by_key(|&(subject, _)| subject);
        found.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            kept.1 += if same { next.1 } else { 0.0 };
            same
        });
        let enough = |subject: u32| self.enough.get(subject as usize).copied().unwrap_or(ABOUT);
        found.retain(|&(subject, weight)| weight >= enough(subject));
        found.iter_mut().for_each(|mention| mention.1 = mention.1.min(1.0));
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
        let found = list.index(&reading).mentions(&reading.answers[0], &reading);
        found.into_iter().map(|(place, _)| list.names[place as usize].clone()).collect()
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
    fn what_is_mentioned_in_passing_is_not_what_an_answer_is_about() {
        let list = Subjects::read("? Classes\nBuses = bus\nClasses = class");
        assert_eq!(spoken(&list, "My class"), ["Classes"]);
        assert_eq!(spoken(&list, "Someone from class took the bus home late yesterday evening"), ["Buses"]);
        let long = format!("{} and then a bus came", "purple spoons fell over windows ".repeat(20));
        assert!(spoken(&list, &long).is_empty());
        let begun = format!("The bus! {}", "purple spoons fell over windows ".repeat(6));
        assert_eq!(spoken(&list, &begun), ["Buses"]);
    }

    #[test]
    fn the_bundled_list_is_as_it_says() {
        let text = include_str!("../../../analysis/naming/subjects.txt");
        let list = Subjects::bundled();
        let names: FxHashSet<String> = list.names.iter().map(|name| name.replace(',', "")).collect();
        assert_eq!(names.len(), list.names.len(), "a name stands twice");
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with(['#', '!', '?'])) {
            let (_, all) = line.split_once(" = ").unwrap_or_else(|| panic!("no subject: {line}"));
            for phrase in all.split(',').map(str::trim) {
                let is_known = phrase.strip_prefix('@').is_none_or(|name| names.contains(name));
                assert!(is_known && !phrase.is_empty() && words(phrase).len() <= LONGEST, "{phrase:?} in {line}");
            }
        }
        let aside = text.lines().filter_map(|line| line.strip_prefix('?')).flat_map(|line| line.split(';'));
        aside.for_each(|name| assert!(list.names.iter().any(|known| known == name.trim()), "no subject: {name}"));
        assert!(list.as_written.iter().all(|word| word.chars().all(char::is_lowercase)));
    }
}
