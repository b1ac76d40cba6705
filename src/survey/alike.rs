//! Which questions in words two consultations put alike, so that what was said to them can be read as change.
//!
//! A question is put alike when both have it under one key, ask it in the same words of the same perspectives, and lead
//! the same people to it. Its hint may differ. Anything else is another question: a difference in the answers would be one
//! of the asking. Leaves out the answers.

use super::wording::ANY;
use super::{Consultation, Question};

/// The questions in words that both put alike, to everybody or to this one perspective.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Alike {
    /// Their keys, in the order of the first consultation.
    pub questions: Vec<String>,
    /// Whether they are all that either asks in words, so that answers to all of them together can be compared.
    pub are_all: bool,
}

impl Alike {
    /// Compares the questions of two consultations. `perspective` is empty for everybody.
    pub fn of(one: &Consultation, other: &Consultation, perspective: &str) -> Self {
        let of = |all: &Consultation| all.text_questions().filter(|question| is_asked(question, perspective)).count();
        let mine = one.text_questions().filter(|question| is_asked(question, perspective));
        let same = |question: &&Question| {
            other
                .find_question(&question.key)
                .is_some_and(|theirs| are_alike((one, question), (other, theirs), perspective))
        };
        let questions: Vec<String> = mine.filter(same).map(|question| question.key.clone()).collect();
        let are_all = !questions.is_empty() && questions.len() == of(one) && questions.len() == of(other);
        Self { questions, are_all }
    }
}

fn is_asked(question: &Question, perspective: &str) -> bool {
    perspective.is_empty() || question.is_asked_of(perspective)
}

fn are_alike(
    (one, mine): (&Consultation, &Question),
    (other, theirs): (&Consultation, &Question),
    perspective: &str,
) -> bool {
    let asked_of = |all: &Consultation, question: &Question| -> Vec<String> {
        let keys = all.perspectives.iter().map(|one| one.key.clone());
        let mut keys: Vec<String> = keys.filter(|key| question.is_asked_of(key)).collect();
        keys.retain(|key| perspective.is_empty() || key == perspective);
        keys.sort_unstable();
        keys
    };
    let people = asked_of(one, mine);
    let same_words = |key: &String| {
        let (mine, theirs) = (words(one, &mine.key, key), words(other, &theirs.key, key));
        mine.is_some() && mine == theirs
    };
    theirs.is_text()
        && mine.when == theirs.when
        && !people.is_empty()
        && people == asked_of(other, theirs)
        && people.iter().all(same_words)
}

/// How a question is put to a perspective in the default language, spaces aside.
fn words(consultation: &Consultation, question: &str, perspective: &str) -> Option<String> {
    let editions = [perspective.to_owned(), ANY.to_owned()];
    let words = consultation.default_wording().find_question(question, &editions)?;
    Some(words.ask.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::super::sample::ready_for_work;
    use super::*;

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
}
