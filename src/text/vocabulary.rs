//! Which words and phrases the people of each group use: every person counted once for each, however often they
//! say it and in whatever form.
//!
//! Counts here are raw. Leaves out which words set a group apart, and what may be shown (`breakdown`).

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

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

/// The words of people, gathered person by person.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    people: Vec<u64>,
    terms: FxHashMap<String, Term>,
}

#[derive(Debug, Clone, Default)]
struct Term {
    people: Vec<u64>,
    forms: BTreeMap<String, u64>,
}

impl Vocabulary {
    /// Nothing said yet by anybody of this many groups.
    pub fn new(groups: usize) -> Self {
        Self { people: vec![0; groups], terms: FxHashMap::default() }
    }

    /// Adds one person of a group (counted from 0; others are left out) with all the texts that they wrote and the
    /// language of each. Words either side of a break between texts make no phrase.
    pub fn add<'a>(&mut self, group: usize, texts: impl IntoIterator<Item = (Language, &'a str)>) {
        let Some(people) = self.people.get_mut(group) else { return };
        *people += 1;
        let mut said: FxHashSet<String> = FxHashSet::default();
        for (language, text) in texts {
            for phrase in phrases(text) {
                let stems: Vec<_> = phrase.folded.iter().map(|word| stem(language, word)).collect();
                let key = stems.join(" ");
                if said.contains(&key) {
                    continue;
                }
                let term = self.terms.entry(key.clone()).or_default();
                term.people.resize(self.people.len(), 0);
                if let Some(count) = term.people.get_mut(group) {
                    *count += 1;
                }
                *term.forms.entry(form(phrase.surface)).or_default() += 1;
                said.insert(key);
            }
        }
    }

    /// How many people of each group were added, whether they said a word or none.
    pub fn people(&self) -> &[u64] {
        &self.people
    }

    /// What at least this many people said, by key.
    pub fn terms(&self, least_people: u64) -> Vec<SaidTerm> {
        let many = self.terms.iter().filter(|(_, term)| term.people.iter().sum::<u64>() >= least_people);
        let mut terms: Vec<SaidTerm> = many
            .map(|(key, term)| SaidTerm { key: key.clone(), name: name(term), people: term.people.clone() })
            .collect();
        terms.sort_by(|one, other| one.key.cmp(&other.key));
        terms
    }
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

    fn vocabulary(said: &[(usize, &[&str])]) -> Vocabulary {
        let mut vocabulary = Vocabulary::new(2);
        for (group, texts) in said {
            vocabulary.add(*group, texts.iter().map(|text| (Language::ENGLISH, *text)));
        }
        vocabulary
    }

    fn people(vocabulary: &Vocabulary, key: &str) -> Option<Vec<u64>> {
        vocabulary.terms(1).into_iter().find(|term| term.key == key).map(|term| term.people)
    }

    #[test]
    fn a_person_counts_once_for_a_word_in_whatever_form_and_in_how_many_answers() {
        let said = vocabulary(&[(0, &["Buses! buses, bus", "the bus"]), (1, &["no bus"]), (1, &["trains"])]);
        assert_eq!(people(&said, "bus"), Some(vec![1, 1]));
        assert_eq!(said.people(), [1, 2]);
    }

    #[test]
    fn the_form_that_most_people_used_names_it() {
        let said =
            vocabulary(&[(0, &["Youth clubs"]), (0, &["youth clubs"]), (1, &["Youth\nclub"]), (1, &["youth club"])]);
        let terms = said.terms(3);
        let names: Vec<&str> = terms.iter().map(|term| term.name.as_str()).collect();
        assert_eq!(names, ["club", "youth", "youth clubs"], "{terms:?}");
    }

    #[test]
    fn no_phrase_runs_from_one_text_into_the_next() {
        let said = vocabulary(&[(0, &["more youth", "clubs please"])]);
        assert_eq!(people(&said, "youth club"), None);
    }

    #[test]
    fn a_group_that_is_not_there_is_left_out() {
        let said = vocabulary(&[(7, &["bus"])]);
        assert_eq!((said.people(), said.terms(0).len()), (&[0, 0][..], 0));
    }

    proptest::proptest! {
        #[test]
        fn the_order_of_people_changes_nothing(mut said in proptest::collection::vec((0usize..2, "(bus|park|Youth club|skate parks|,| ){1,6}"), 0..12)) {
            let told = |said: &[(usize, String)]| {
                let mut vocabulary = Vocabulary::new(2);
                said.iter().for_each(|(group, text)| vocabulary.add(*group, [(Language::ENGLISH, text.as_str())]));
                vocabulary.terms(1)
            };
            let before = told(&said);
            said.reverse();
            proptest::prop_assert_eq!(before, told(&said));
        }
    }
}
