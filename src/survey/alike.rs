//! Which questions in words two consultations put alike, so that what was said to them can be read as change.
//!
//! A question is put alike when both have it under one key, ask it in the same words of the same perspectives, and lead
//! the same people to it. Its words are those of every edition in which anybody reads it: a perspective's own, those of an
//! age band, those in short sentences. Its hint may differ. Anything else is another question: a difference in the answers
//! would be one of the asking. Leaves out the answers, and translations, which follow the default language.

use std::collections::BTreeSet;

use super::wording::EASY_READ;
use super::{Consultation, Question, Reader};

/// The questions in words that both put alike, to everybody or to this one perspective.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Alike {
    /// Their keys, in the order of the first consultation.
    pub questions: Vec<String>,
    /// Whether they are all that either asks in words, so that answers to all of them together can be compared.
    pub are_all: bool,
    /// What both ask in words under one key, and put differently, in the order of the first.
    pub differing: Vec<Differing>,
}

/// A question that both ask under one key and put differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differing {
    /// Its key.
    pub question: String,
    pub how: How,
}

/// In what a question is put differently: the first of these that is so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum How {
    /// Other perspectives are asked it.
    OtherPeople,
    /// Other answers lead to it.
    OtherConditions,
    /// It is asked in other words in these editions.
    OtherWords(Vec<EditionRead>),
}

/// The edition that some people read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct EditionRead {
    /// The key of their perspective.
    pub perspective: String,
    /// The key of their age band, where it has words of its own.
    pub age_band: Option<String>,
    /// In short sentences.
    pub easy_read: bool,
}

impl Alike {
    /// Compares the questions of two consultations. `perspective` is empty for everybody.
    pub fn of(one: &Consultation, other: &Consultation, perspective: &str) -> Self {
        let of = |all: &Consultation| all.text_questions().filter(|question| is_asked(question, perspective)).count();
        let (mut questions, mut differing) = (Vec::new(), Vec::new());
        for mine in one.text_questions().filter(|question| is_asked(question, perspective)) {
            let theirs = other.find_question(&mine.key).filter(|theirs| theirs.is_text());
            let Some(theirs) = theirs else { continue };
            match how((one, mine), (other, theirs), perspective) {
                None => questions.push(mine.key.clone()),
                Some(how) => differing.push(Differing { question: mine.key.clone(), how }),
            }
        }
        let are_all = !questions.is_empty() && questions.len() == of(one) && questions.len() == of(other);
        Self { questions, are_all, differing }
    }
}

fn is_asked(question: &Question, perspective: &str) -> bool {
    perspective.is_empty() || question.is_asked_of(perspective)
}

/// In what a question is put differently to everybody or to one perspective; nothing where it is put alike.
fn how(
    (one, mine): (&Consultation, &Question),
    (other, theirs): (&Consultation, &Question),
    perspective: &str,
) -> Option<How> {
    let asked_of = |all: &Consultation, question: &Question| -> BTreeSet<String> {
        let keys = all.perspectives.iter().map(|one| one.key.clone()).filter(|key| question.is_asked_of(key));
        keys.filter(|key| perspective.is_empty() || key == perspective).collect()
    };
    let people = asked_of(one, mine);
    if people.is_empty() || people != asked_of(other, theirs) {
        return Some(How::OtherPeople);
    }
    if mine.when != theirs.when {
        return Some(How::OtherConditions);
    }
    let editions = |key: &String| {
        let of_all = EditionRead { perspective: key.clone(), age_band: None, easy_read: false };
        // Where all of a perspective read other words, those who read an edition of it need not be named.
        if !of_all.is_alike(one, other, &mine.key) {
            return vec![of_all];
        }
        let mut finer = finer(&[one, other], &mine.key, key);
        finer.retain(|edition| !edition.is_alike(one, other, &mine.key));
        finer
    };
    let differing: Vec<EditionRead> = people.iter().flat_map(editions).collect();
    (!differing.is_empty()).then_some(How::OtherWords(differing))
}

/// The editions of a perspective that either consultation has of a question.
fn finer(consultations: &[&Consultation; 2], question: &str, perspective: &str) -> Vec<EditionRead> {
    let named = consultations.iter().filter_map(|all| all.default_wording().question.get(question));
    let names: BTreeSet<&str> = named.flat_map(|editions| editions.keys()).map(String::as_str).collect();
    let bands = names.iter().filter_map(|name| name.strip_prefix(perspective)?.strip_prefix('@'));
    let bands: Vec<Option<String>> = std::iter::once(None).chain(bands.map(|band| Some(band.to_owned()))).collect();
    let easy = [EASY_READ.to_owned(), format!("{perspective}/{EASY_READ}")];
    let is_easy =
        consultations.iter().any(|all| all.easy_read) && easy.iter().any(|name| names.contains(name.as_str()));
    let mut finer = Vec::new();
    for easy_read in [false, true].into_iter().filter(|easy| is_easy || !easy) {
        let edition = |age_band: &Option<String>| EditionRead {
            perspective: perspective.to_owned(),
            age_band: age_band.clone(),
            easy_read,
        };
        // Short sentences come before those of an age band: one edition for all of a perspective.
        finer.extend(bands.iter().take(if easy_read { 1 } else { bands.len() }).map(edition));
    }
    finer
}

impl EditionRead {
    fn is_alike(&self, one: &Consultation, other: &Consultation, question: &str) -> bool {
        let mine = self.words(one, question);
        mine.is_some() && mine == self.words(other, question)
    }

    /// How a question is put to those who read this, in the default language, spaces aside. Whoever wants short sentences
    /// where none are offered reads what everybody does.
    fn words(&self, consultation: &Consultation, question: &str) -> Option<String> {
        let reader = Reader {
            language: consultation.default_language(),
            perspective: &self.perspective,
            age_band: self.age_band.as_deref(),
            easy_read: self.easy_read && consultation.easy_read,
        };
        let words = consultation.default_wording().find_question(question, &reader.editions())?;
        Some(words.ask.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::ready_for_work;
    use super::super::wording::ANY;
    use super::*;

    /// The sample with a question in other words in one edition.
    fn reworded(edition: &str) -> Consultation {
        let mut other = ready_for_work();
        for wording in other.wordings.values_mut() {
            let editions = wording.question.get_mut("change").unwrap();
            let mut words = editions.get(ANY).or_else(|| editions.values().next()).unwrap().clone();
            words.ask = "What would you do with a million pounds?".into();
            editions.insert(edition.to_owned(), words);
        }
        other
    }

    fn read(perspective: &str, age_band: Option<&str>, easy_read: bool) -> EditionRead {
        EditionRead { perspective: perspective.into(), age_band: age_band.map(str::to_owned), easy_read }
    }

    #[test]
    fn a_consultation_held_again_is_put_alike_whole() {
        let alike = Alike::of(&ready_for_work(), &ready_for_work(), "");
        assert_eq!((alike.questions.len(), alike.are_all), (3, true));
    }

    #[test]
    fn other_questions_are_put_alike_to_nobody() {
        let mut other = ready_for_work();
        other.questions.retain(|question| !question.is_text());
        assert_eq!(Alike::of(&ready_for_work(), &other, ""), Alike::default());
    }

    #[test]
    fn other_words_for_one_perspective_are_another_question_for_everybody_but_not_for_the_others() {
        let (one, mut other) = (ready_for_work(), ready_for_work());
        for wording in other.wordings.values_mut() {
            let editions = wording.question.get_mut("change").unwrap();
            let mut words = editions.get("employer").or_else(|| editions.get(ANY)).unwrap().clone();
            words.ask = "What would you do with a million pounds?".into();
            editions.insert("employer".into(), words);
        }
        for (perspective, still) in [("", false), ("employer", false), ("young-person", true)] {
            let alike = Alike::of(&one, &other, perspective);
            assert_eq!(
                (alike.questions.contains(&"change".to_owned()), alike.are_all),
                (still, still),
                "{perspective}"
            );
        }
        assert!(Alike::of(&one, &other, "").questions.contains(&"better".to_owned()));
    }

    #[test]
    fn a_question_asked_of_more_people_is_another_question_for_everybody() {
        let (one, mut other) = (ready_for_work(), ready_for_work());
        let job = other.questions.iter_mut().find(|question| question.key == "job-in-mind").unwrap();
        job.perspectives = None;
        assert!(!Alike::of(&one, &other, "").questions.contains(&"job-in-mind".to_owned()));
        assert!(Alike::of(&one, &other, "young-person").questions.contains(&"job-in-mind".to_owned()));
    }

    #[test]
    fn every_edition_is_compared_and_the_one_that_differs_is_named() {
        let one = ready_for_work();
        for (edition, named) in [
            ("young-person@16-17", read("young-person", Some("16-17"), false)),
            ("young-person/easy-read", read("young-person", None, true)),
            ("young-person", read("young-person", None, false)),
        ] {
            let alike = Alike::of(&one, &reworded(edition), "");
            let how = How::OtherWords(vec![named]);
            assert_eq!(alike.differing, [Differing { question: "change".into(), how }], "{edition}");
            assert!(!alike.questions.contains(&"change".to_owned()) && !alike.are_all, "{edition}");
            // Whoever reads another edition was asked the same.
            assert!(Alike::of(&one, &reworded(edition), "employer").are_all, "{edition}");
            assert_eq!(Alike::of(&reworded(edition), &one, ""), alike, "it does not matter which came first");
        }
    }

    #[test]
    fn an_edition_that_only_one_offers_was_read_by_nobody_of_the_other() {
        let (one, mut other) = (ready_for_work(), reworded("easy-read"));
        assert!(matches!(Alike::of(&one, &other, "").differing[0].how, How::OtherWords(_)));
        other.easy_read = false;
        let mut plain = one.clone();
        plain.easy_read = false;
        assert!(Alike::of(&plain, &other, "").are_all, "nobody is offered it");
    }

    #[test]
    fn other_people_and_other_ways_to_a_question_are_said() {
        let (one, mut other) = (ready_for_work(), ready_for_work());
        let question = other.questions.iter_mut().find(|question| question.key == "job-in-mind").unwrap();
        question.perspectives = None;
        let differing = Alike::of(&one, &other, "").differing;
        assert_eq!(differing, [Differing { question: "job-in-mind".into(), how: How::OtherPeople }]);
    }
}
