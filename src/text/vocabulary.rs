//! Which words and phrases the people of each group use: every person counted once for each, however often they
//! say it and in whatever form.
//!
//! A person counts for one form of a word: of those they used, the first in the alphabet. Counts here are raw. Leaves out which words set a group apart, and what may be shown (`breakdown`).

use std::collections::BTreeMap;
use std::hash::BuildHasher;

use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::{Language, phrases, stem};

/// One word or phrase with how many people of each group said it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidTerm {
    /// The stems of its words, one space between them: the same for every form.
    pub key: String,
    /// The form that most people used, in lower case; of equals the first in the alphabet.
    pub name: String,
    /// People of each group who said it.
    pub people: Vec<u64>,
}

/// One person with all that they wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person<'a> {
    /// The place of their group, from 0.
    pub group: usize,
    /// Texts and the language of each. Words either side of a break between texts make no phrase.
    pub texts: Vec<(Language, &'a str)>,
}

/// The words that people of some groups use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vocabulary {
    /// How many people each group has, whether they said a word or none.
    pub people: Vec<u64>,
    /// What enough people said, by key.
    pub terms: Vec<SaidTerm>,
}

/// How many counters the first look has. More different words than this only let some through that are too rare.
const COUNTERS: usize = 1 << 22;
/// People looked at together on one thread.
const CHUNK: usize = 1024;

#[derive(Debug, Clone, Default)]
struct Term {
    people: Vec<u64>,
    forms: BTreeMap<String, u64>,
}

impl Vocabulary {
    /// What at least this many of the people said. Those of a group from `groups` on are left out.
    ///
    /// Nearly every phrase is said once, so a first look counts them by hash in little room, and only those that may
    /// be said often enough are kept in the second.
    pub fn of(groups: usize, everyone: &[Person<'_>], least_people: u64) -> Self {
        let mut people = vec![0; groups];
        everyone.iter().for_each(|person| people.get_mut(person.group).into_iter().for_each(|count| *count += 1));
        let mut counters = vec![0u16; COUNTERS];
        for chunk in everyone.chunks(CHUNK * rayon::current_num_threads()) {
            let places: Vec<Vec<usize>> =
                chunk.par_iter().map(|person| terms_of(person).keys().map(|key| place(key)).collect()).collect();
            for place in places.into_iter().flatten() {
                counters.get_mut(place).into_iter().for_each(|count| *count = count.saturating_add(1));
            }
        }
        let enough = least_people.min(u64::from(u16::MAX));
        let may_be_enough = |key: &str| counters.get(place(key)).is_some_and(|count| u64::from(*count) >= enough);
        let counted = everyone.par_chunks(CHUNK).map(|chunk| {
            let mut terms: FxHashMap<String, Term> = FxHashMap::default();
            for person in chunk.iter().filter(|person| person.group < groups) {
                for (key, form) in terms_of(person).into_iter().filter(|(key, _)| may_be_enough(key)) {
                    let term = terms.entry(key).or_default();
                    term.people.resize(groups, 0);
                    term.people.get_mut(person.group).into_iter().for_each(|count| *count += 1);
                    *term.forms.entry(form).or_default() += 1;
                }
            }
            terms
        });
        let terms = counted.reduce(FxHashMap::default, joined);
        let many = terms.into_iter().filter(|(_, term)| term.people.iter().sum::<u64>() >= least_people);
        let mut terms: Vec<SaidTerm> =
            many.map(|(key, term)| SaidTerm { name: name(&term), key, people: term.people }).collect();
        terms.sort_by(|one, other| one.key.cmp(&other.key));
        Self { people, terms }
    }
}

/// What a person said, by key, with the first form in the alphabet of those they used.
fn terms_of(person: &Person<'_>) -> FxHashMap<String, String> {
    let mut said: FxHashMap<String, String> = FxHashMap::default();
    for (language, text) in &person.texts {
        for phrase in phrases(text) {
            let stems: Vec<_> = phrase.folded.iter().map(|word| stem(*language, word)).collect();
            let (key, form) = (stems.join(" "), form(phrase.surface));
            match said.get_mut(&key) {
                Some(known) if *known <= form => {}
                Some(known) => *known = form,
                None => {
                    said.insert(key, form);
                }
            }
        }
    }
    said
}

/// Which counter a key is counted by.
fn place(key: &str) -> usize {
    (FxBuildHasher.hash_one(key) >> 20) as usize % COUNTERS
}

fn joined(mut one: FxHashMap<String, Term>, other: FxHashMap<String, Term>) -> FxHashMap<String, Term> {
    for (key, more) in other {
        let term = one.entry(key).or_default();
        term.people.resize(more.people.len(), 0);
        term.people.iter_mut().zip(&more.people).for_each(|(count, more)| *count += more);
        more.forms.into_iter().for_each(|(form, count)| *term.forms.entry(form).or_default() += count);
    }
    one
}

/// A form as it is counted: in lower case, any white space as one space, one apostrophe.
fn form(surface: &str) -> String {
    let words: Vec<&str> = surface.split_whitespace().collect();
    words.join(" ").to_lowercase().replace('’', "'")
}

fn name(term: &Term) -> String {
    let most = term.forms.iter().max_by_key(|(form, count)| (**count, std::cmp::Reverse(*form)));
    most.map(|(form, _)| form.clone()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary(said: &[(usize, &[&str])], least_people: u64) -> Vocabulary {
        let everyone: Vec<Person<'_>> = said
            .iter()
            .map(|(group, texts)| Person {
                group: *group,
                texts: texts.iter().map(|text| (Language::ENGLISH, *text)).collect(),
            })
            .collect();
        Vocabulary::of(2, &everyone, least_people)
    }

    fn people(vocabulary: &Vocabulary, key: &str) -> Option<Vec<u64>> {
        vocabulary.terms.iter().find(|term| term.key == key).map(|term| term.people.clone())
    }

    #[test]
    fn a_person_counts_once_for_a_word_in_whatever_form_and_in_how_many_answers() {
        let said = vocabulary(&[(0, &["Buses! buses, bus", "the bus"]), (1, &["no bus"]), (1, &["trains"])], 1);
        assert_eq!(people(&said, "bus"), Some(vec![1, 1]));
        assert_eq!(said.people, [1, 2]);
    }

    #[test]
    fn the_form_that_most_people_used_names_it() {
        let said =
            vocabulary(&[(0, &["Youth clubs"]), (0, &["youth clubs"]), (1, &["Youth\nclub"]), (1, &["youth club"])], 3);
        let names: Vec<&str> = said.terms.iter().map(|term| term.name.as_str()).collect();
        assert_eq!(names, ["club", "youth", "youth clubs"], "{said:?}");
    }

    #[test]
    fn no_phrase_runs_from_one_text_into_the_next() {
        let said = vocabulary(&[(0, &["more youth", "clubs please"])], 1);
        assert_eq!(people(&said, "youth club"), None);
    }

    #[test]
    fn a_group_that_is_not_there_is_left_out() {
        let said = vocabulary(&[(7, &["bus"])], 0);
        assert_eq!((said.people, said.terms.len()), (vec![0, 0], 0));
    }

    proptest::proptest! {
        #[test]
        fn the_order_of_people_changes_nothing(mut said in proptest::collection::vec((0usize..2, "(bus|park|Youth club|skate parks|,| ){1,6}"), 0..12)) {
            let told = |said: &[(usize, String)]| {
                let mut everyone: Vec<Person<'_>> = Vec::new();
                for (group, text) in said {
                    everyone.push(Person { group: *group, texts: vec![(Language::ENGLISH, text.as_str())] });
                }
                Vocabulary::of(2, &everyone, 1)
            };
            let before = told(&said);
            said.reverse();
            proptest::prop_assert_eq!(before, told(&said));
        }
    }
}
