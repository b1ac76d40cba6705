//! The path of one person through a survey, derived from the answers given and never stored.

use std::collections::BTreeSet;

use super::{Consultation, Draft, Question, Section};

/// One page of the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'a> {
    /// Who are you?
    Perspective,
    Question(&'a Question),
    CheckAnswers,
    /// Would you tell us about yourself?
    Equality,
    /// Everything has been asked: send it. Only where questions came after check answers.
    Send,
}

/// The path that a draft's answers lead along.
#[derive(Debug)]
pub struct Journey<'a> {
    steps: Vec<Step<'a>>,
    /// How many of the steps, from the first on, may be visited.
    reachable: usize,
}

/// The questions that someone is asked, in order: those for the perspective whose conditions hold. `said` gives the
/// stored form of what was said to a question, empty when nothing was. What was said to a question that is itself
/// not asked holds no condition.
///
/// The base of a question is everyone whom this gives it for.
pub fn asked<'a>(
    consultation: &'a Consultation,
    perspective: &str,
    said: impl Fn(&str) -> String,
) -> Vec<&'a Question> {
    let mut seen = BTreeSet::new();
    let mut asked = Vec::new();
    for question in consultation.questions.iter().filter(|question| question.is_asked_of(perspective)) {
        let holds = question
            .when
            .iter()
            .all(|condition| seen.contains(condition.question.as_str()) && condition.holds(&said(&condition.question)));
        if holds {
            seen.insert(question.key.as_str());
            asked.push(question);
        }
    }
    asked
}

impl<'a> Journey<'a> {
    /// Derives the path. Before a perspective is chosen it is the first step alone.
    pub fn new(consultation: &'a Consultation, draft: &Draft) -> Self {
        let mut steps = vec![Step::Perspective];
        let mut reachable = 1;
        if let Some(perspective) = &draft.perspective {
            let asked = asked(consultation, perspective, |key| draft.said(key).to_owned());
            let (main, equality): (Vec<_>, Vec<_>) =
                asked.into_iter().partition(|question| question.section == Section::Main);
            steps.extend(main.into_iter().map(Step::Question));
            steps.push(Step::CheckAnswers);
            if !equality.is_empty() {
                steps.push(Step::Equality);
                if draft.equality == Some(true) {
                    steps.extend(equality.into_iter().map(Step::Question));
                }
                steps.push(Step::Send);
            }
            let seen = |step: &Step<'_>| match step {
                Step::Question(question) => draft.answers.contains_key(&question.key),
                Step::Perspective => true,
                Step::CheckAnswers => draft.checked,
                Step::Equality => draft.equality.is_some(),
                Step::Send => false,
            };
            reachable = steps.iter().take_while(|step| seen(step)).count() + 1;
        }
        Self { steps, reachable }
    }

    /// Every step in order.
    pub fn steps(&self) -> &[Step<'a>] {
        &self.steps
    }

    /// The questions of a section, in order.
    pub fn questions(&self, section: Section) -> impl Iterator<Item = &'a Question> + '_ {
        self.steps.iter().filter_map(move |step| match step {
            Step::Question(question) if question.section == section => Some(*question),
            _ => None,
        })
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

    /// Which question of its section this is, counted from 1, and of how many. Pages to read are not counted; one of
    /// them stands at the next question.
    pub fn progress(&self, question: &Question) -> Option<(usize, usize)> {
        self.position(Step::Question(question))?;
        let all: Vec<&Question> = self.questions(question.section).collect();
        let before = all.iter().take_while(|other| other.key != question.key).filter(|other| other.takes_answer());
        let of = all.iter().filter(|other| other.takes_answer()).count();
        Some(((before.count() + 1).min(of.max(1)), of.max(1)))
    }

    fn position(&self, step: Step<'_>) -> Option<usize> {
        self.steps.iter().position(|known| match (known, step) {
            (Step::Question(a), Step::Question(b)) => a.key == b.key,
            (known, step) => *known == step,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse::tests::{small_survey, survey_with};
    use super::*;
    use crate::survey::Language;

    fn answered(perspective: &str, answers: &[(&str, &str)]) -> Draft {
        let mut draft = Draft::new(Language::english());
        draft.perspective = Some(perspective.into());
        draft.answers = answers.iter().map(|(key, said)| ((*key).to_owned(), (*said).to_owned())).collect();
        draft
    }

    fn keys<'a>(journey: &Journey<'a>) -> Vec<&'a str> {
        let key =
            |step: &Step<'a>| if let Step::Question(question) = step { Some(question.key.as_str()) } else { None };
        journey.steps().iter().filter_map(key).collect()
    }

    #[test]
    fn a_child_cannot_skip_to_the_last_question() {
        let survey = small_survey();
        let draft = answered("child", &[("district", "")]);
        let journey = Journey::new(&survey, &draft);
        let at = |key| Step::Question(survey.find_question(key).unwrap());
        assert!(journey.can_visit(at("age-band")) && !journey.can_visit(at("keep")));
        assert_eq!(journey.furthest(), at("age-band"));
    }

    #[test]
    fn an_adult_is_not_asked_for_an_age_band() {
        let survey = small_survey();
        let draft = answered("citizen", &[("district", "")]);
        let journey = Journey::new(&survey, &draft);
        assert!(!journey.can_visit(Step::Question(survey.find_question("age-band").unwrap())));
        assert_eq!(journey.furthest(), Step::Question(survey.find_question("keep").unwrap()));
        assert_eq!(journey.progress(survey.find_question("keep").unwrap()), Some((2, 2)));
    }

    #[test]
    fn skipping_everything_still_reaches_check_answers() {
        let survey = small_survey();
        let draft = answered("child", &[("district", ""), ("age-band", ""), ("keep", "")]);
        assert_eq!(Journey::new(&survey, &draft).furthest(), Step::CheckAnswers);
    }

    /// Had work experience → how long → which of two that follow; a page to read; one question after check answers.
    fn routed() -> Consultation {
        survey_with(
            r#"
[[question]]
key = "welcome"
kind = "information"
[[question]]
key = "had"
kind = "one-of"
options = ["yes", "no"]
[[question]]
key = "days"
kind = "number"
least = 1
most = 100
when = [{ question = "had", any = ["yes"] }]
[[question]]
key = "long"
kind = "long-text"
when = [{ question = "days", least = 10 }]
[[question]]
key = "sex"
kind = "one-of"
options = ["a", "b"]
section = "equality"
"#,
            r#"
[question.welcome.any]
ask = "Welcome"
body = ["Read this."]
[question.had.any]
ask = "Had?"
options = { yes = { label = "Yes" }, no = { label = "No" } }
[question.days.any]
ask = "Days?"
[question.long.any]
ask = "Long?"
[question.sex.any]
ask = "Sex?"
options = { a = { label = "A" }, b = { label = "B" } }
"#,
        )
    }

    #[test]
    fn routing_asks_only_whom_it_concerns() {
        let survey = routed();
        let path = |answers: &[(&str, &str)]| keys(&Journey::new(&survey, &answered("citizen", answers))).join(" ");
        assert_eq!(path(&[]), "welcome had");
        assert_eq!(path(&[("had", "no")]), "welcome had");
        assert_eq!(path(&[("had", "yes")]), "welcome had days");
        assert_eq!(path(&[("had", "yes"), ("days", "10")]), "welcome had days long");
    }

    #[test]
    fn an_answer_to_a_question_that_is_no_longer_asked_opens_nothing() {
        let survey = routed();
        let draft = answered("citizen", &[("had", "no"), ("days", "50"), ("long", "words")]);
        assert_eq!(keys(&Journey::new(&survey, &draft)), ["welcome", "had"]);
    }

    #[test]
    fn a_page_to_read_is_no_question_in_the_count() {
        let survey = routed();
        let draft = answered("citizen", &[("welcome", ""), ("had", "yes")]);
        let journey = Journey::new(&survey, &draft);
        let progress = |key| journey.progress(survey.find_question(key).unwrap());
        assert_eq!(progress("welcome"), Some((1, 2)));
        assert_eq!((progress("had"), progress("days")), (Some((1, 2)), Some((2, 2))));
    }

    #[test]
    fn questions_about_oneself_come_after_check_answers_and_only_if_wanted() {
        let survey = routed();
        let mut draft = answered("citizen", &[("welcome", ""), ("had", "no")]);
        assert_eq!(Journey::new(&survey, &draft).furthest(), Step::CheckAnswers);
        draft.checked = true;
        assert_eq!(Journey::new(&survey, &draft).furthest(), Step::Equality);
        draft.equality = Some(false);
        assert_eq!(Journey::new(&survey, &draft).furthest(), Step::Send);
        draft.equality = Some(true);
        let sex = survey.find_question("sex").unwrap();
        let journey = Journey::new(&survey, &draft);
        assert_eq!(journey.furthest(), Step::Question(sex));
        assert_eq!(journey.progress(sex), Some((1, 1)));
        assert_eq!(journey.previous(Step::Question(sex)), Some(Step::Equality));
        assert_eq!(journey.next(Step::Question(sex)), Some(Step::Send));
    }
}
