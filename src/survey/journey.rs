//! The path of one person through a survey, derived from the answers given and never stored.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Consultation, Language, Question};

/// What someone has told us so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The key of the perspective they chose.
    pub perspective: Option<String>,
    /// By question key; an empty value is a question that was seen and skipped.
    pub answers: BTreeMap<String, String>,
    pub language: Language,
}

impl Draft {
    /// Nothing said yet.
    pub fn new(language: Language) -> Self {
        Self { perspective: None, answers: BTreeMap::new(), language }
    }
}

/// One page of the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'a> {
    /// Who are you?
    Perspective,
    Question(&'a Question),
    CheckAnswers,
}

/// The path that a draft's answers lead along.
#[derive(Debug)]
pub struct Journey<'a> {
    steps: Vec<Step<'a>>,
    /// How many of the steps, from the first on, may be visited.
    reachable: usize,
}

impl<'a> Journey<'a> {
    /// Derives the path. Before a perspective is chosen it is the first step alone.
    pub fn new(consultation: &'a Consultation, draft: &Draft) -> Self {
        let mut steps = vec![Step::Perspective];
        let mut reachable = 1;
        if let Some(perspective) = &draft.perspective {
            let asked = consultation.questions.iter().filter(|question| question.is_asked_of(perspective));
            steps.extend(asked.map(Step::Question));
            steps.push(Step::CheckAnswers);
            let seen = |step: &Step<'_>| match step {
                Step::Question(question) => draft.answers.contains_key(&question.key),
                Step::Perspective => true,
                Step::CheckAnswers => false,
            };
            reachable = steps.iter().take_while(|step| seen(step)).count() + 1;
        }
        Self { steps, reachable }
    }

    /// Every step in order.
    pub fn steps(&self) -> &[Step<'a>] {
        &self.steps
    }

    /// Whether everything before this step has been seen.
    pub fn can_visit(&self, step: Step<'_>) -> bool {
        self.position(step).is_some_and(|at| at < self.reachable)
    }

    /// Where someone should be sent who asks for a page they cannot visit: the first step not yet seen.
    pub fn furthest(&self) -> Step<'a> {
        self.steps[(self.reachable - 1).min(self.steps.len() - 1)]
    }

    /// The step after this one.
    pub fn next(&self, step: Step<'_>) -> Option<Step<'a>> {
        self.steps.get(self.position(step)? + 1).copied()
    }

    /// The step before this one.
    pub fn previous(&self, step: Step<'_>) -> Option<Step<'a>> {
        self.position(step)?.checked_sub(1).map(|at| self.steps[at])
    }

    /// Which question this is, counted from 1, and of how many.
    pub fn progress(&self, question: &Question) -> Option<(usize, usize)> {
        let questions =
            || self.steps.iter().filter_map(|step| if let Step::Question(q) = step { Some(q) } else { None });
        Some((questions().position(|q| q.key == question.key)? + 1, questions().count()))
    }

    fn position(&self, step: Step<'_>) -> Option<usize> {
        self.steps.iter().position(|known| match (known, step) {
            (Step::Question(a), Step::Question(b)) => a.key == b.key,
            (Step::Perspective, Step::Perspective) | (Step::CheckAnswers, Step::CheckAnswers) => true,
            _ => false,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse::tests::small_survey;
    use super::*;

    fn answered(keys: &[&str]) -> Draft {
        let mut draft = Draft::new(Language::english());
        draft.perspective = Some("child".into());
        draft.answers = keys.iter().map(|key| ((*key).to_owned(), String::new())).collect();
        draft
    }

    #[test]
    fn a_child_cannot_skip_to_the_last_question() {
        let survey = small_survey();
        let draft = answered(&["district"]);
        let journey = Journey::new(&survey, &draft);
        let at = |key| Step::Question(survey.find_question(key).unwrap());
        assert!(journey.can_visit(at("age-band")) && !journey.can_visit(at("keep")));
        assert_eq!(journey.furthest(), at("age-band"));
    }

    #[test]
    fn an_adult_is_not_asked_for_an_age_band() {
        let survey = small_survey();
        let mut draft = answered(&["district"]);
        draft.perspective = Some("citizen".into());
        let journey = Journey::new(&survey, &draft);
        assert!(!journey.can_visit(Step::Question(survey.find_question("age-band").unwrap())));
        assert_eq!(journey.furthest(), Step::Question(survey.find_question("keep").unwrap()));
        assert_eq!(journey.progress(survey.find_question("keep").unwrap()), Some((2, 2)));
    }

    #[test]
    fn skipping_everything_still_reaches_check_answers() {
        let survey = small_survey();
        let draft = answered(&["district", "age-band", "keep"]);
        assert_eq!(Journey::new(&survey, &draft).furthest(), Step::CheckAnswers);
    }
}
