//! Closed answers counted: who was asked a question, who answered it, and what they picked.
//!
//! A question that routing asks of some has those some as its base, and of them whoever answered: 25 % of those who
//! had work experience is never 25 % of everybody. Leaves out where responses come from (`store`).

use std::collections::BTreeMap;

use super::routed::{PERSPECTIVE, Routing};
use super::{Breakdown, Count, Policy, Row, Withheld};
use crate::survey::{Answer, Consultation, Question, QuestionKind, Response};

/// The counts of every question, by perspective and stored district: what was picked, and who answered in words.
#[derive(Debug, Clone, Default)]
pub struct ClosedAnswers {
    questions: BTreeMap<String, BTreeMap<(String, String), Counted>>,
    /// Who is asked what, read off the consultation with the first response.
    pub(super) routing: Routing,
}

/// People of one perspective and district, for one question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Counted {
    asked: u64,
    pub(super) answered: u64,
    /// By option, who picked it, alone or among others.
    pub(super) picked: BTreeMap<String, u64>,
    /// By option, who put it first.
    pub(super) first: BTreeMap<String, u64>,
    numbers: Vec<i64>,
}

/// What of an answer is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counting {
    /// Whether an option was picked at all.
    Picked,
    /// Whether it was put first.
    First,
}

/// The middle of the numbers that people gave, where enough gave one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Middle {
    /// A quarter gave less.
    pub low: f64,
    /// Half gave less.
    pub median: f64,
    /// A quarter gave more.
    pub high: f64,
}

impl ClosedAnswers {
    /// Counts one response.
    pub fn add(&mut self, consultation: &Consultation, response: &Response) {
        if self.questions.is_empty() {
            self.routing = Routing::of(consultation);
        }
        let group = (response.perspective.clone(), response.district.as_str().to_owned());
        let who = self.questions.entry(PERSPECTIVE.to_owned()).or_default().entry(group.clone()).or_default();
        who.answered += 1;
        *who.picked.entry(response.perspective.clone()).or_default() += 1;
        let is_asked = |question: &&Question| is_counted(question) || question.is_text();
        for question in response.asked(consultation).into_iter().filter(is_asked) {
            let groups = self.questions.entry(question.key.clone()).or_default();
            let counted = groups.entry(group.clone()).or_default();
            counted.asked += 1;
            let answer = response.answers.iter().find(|(key, _)| *key == question.key);
            let Some((_, answer)) = answer else { continue };
            counted.answered += 1;
            match answer {
                Answer::Choice(key) => *counted.picked.entry(key.clone()).or_default() += 1,
                Answer::Choices(keys) | Answer::Ranking(keys) => {
                    keys.iter().for_each(|key| *counted.picked.entry(key.clone()).or_default() += 1);
                    if let (Answer::Ranking(_), Some(first)) = (answer, keys.first()) {
                        *counted.first.entry(first.clone()).or_default() += 1;
                    }
                }
                Answer::Number(number) => counted.numbers.push(*number),
                Answer::Text(_) | Answer::District(_) => {}
            }
        }
    }

    /// How many were asked a question and how many answered it. Of one that is asked because of an earlier answer nobody is
    /// told how many were asked, as that is how many gave the answer.
    pub fn bases(&self, question: &str, policy: Policy, withheld: &Withheld) -> (Option<Count>, Count) {
        let sum =
            |of: fn(&Counted) -> u64| Count::publish(self.of(question).map(|(_, counted)| of(counted)).sum(), policy);
        let answered = if withheld.everywhere { Count::Hidden } else { sum(|counted| counted.answered) };
        ((!self.is_routed(question)).then(|| sum(|counted| counted.asked)), answered)
    }

    /// Who answered a question, exactly: stored district and people, of each perspective. For telling whether figures may
    /// be published anew, and never to be shown.
    pub fn answered<'a>(&'a self, question: &str) -> impl Iterator<Item = (&'a str, u64)> {
        self.of(question).map(|((_, district), counted)| (district.as_str(), counted.answered))
    }

    /// The options of a question as rows, with these groups as columns, over those who answered it. `name` gives an
    /// option's words; `group_of` a group's key from a perspective and a stored district.
    pub fn table(
        &self,
        question: &Question,
        counting: Counting,
        name: impl Fn(&str) -> String,
        groups: &[(String, String)],
        group_of: impl Fn(&str, &str) -> String,
        policy: Policy,
    ) -> Breakdown {
        let withheld =
            if self.is_routed(&question.key) { self.withheld(groups, &group_of, policy) } else { BTreeMap::new() };
        self.table_beside(question, counting, name, groups, group_of, (policy, &withheld))
    }

    /// The same table where it is known already what is withheld by these groups of each question.
    pub fn table_beside(
        &self,
        question: &Question,
        counting: Counting,
        name: impl Fn(&str) -> String,
        groups: &[(String, String)],
        group_of: impl Fn(&str, &str) -> String,
        (policy, withheld): (Policy, &BTreeMap<String, Withheld>),
    ) -> Breakdown {
        let (everyone, published, mut rows) = self.counted(&question.key, counting, groups, group_of);
        rows.iter_mut().for_each(|row: &mut Row| row.name = name(&row.key));
        let several = matches!(question.kind, QuestionKind::ManyOf { .. } | QuestionKind::Ranking { .. });
        // Whoever answers gives one of these, so that they add up, or several.
        let are_options = !several || counting == Counting::First;
        let withheld = withheld.get(&question.key).cloned().unwrap_or_default();
        Breakdown::beside_others(everyone, &published, &rows, policy, are_options, &withheld)
    }

    /// The middle of the numbers given, where enough gave one for a share to be shown: quartiles of a few are the
    /// numbers of those few. Quartiles as in Hyndman and Fan 1996, definition 7.
    pub fn middle(&self, question: &str, policy: Policy) -> Option<Middle> {
        let mut numbers: Vec<i64> =
            self.of(question).flat_map(|(_, counted)| counted.numbers.iter().copied()).collect();
        if numbers.is_empty() || (numbers.len() as u64) < policy.least_base {
            return None;
        }
        numbers.sort_unstable();
        let at = |part: f64| {
            let place = part * (numbers.len() - 1) as f64;
            let (low, high) = (numbers[place.floor() as usize], numbers[place.ceil() as usize]);
            low as f64 + (high - low) as f64 * place.fract()
        };
        Some(Middle { low: at(0.25), median: at(0.5), high: at(0.75) })
    }

    pub(super) fn of(&self, question: &str) -> impl Iterator<Item = (&(String, String), &Counted)> {
        self.questions.get(question).into_iter().flatten()
    }
}

/// Whether a question is counted here: it has closed answers, or numbers.
pub fn is_counted(question: &Question) -> bool {
    question.options().is_some() || matches!(question.kind, QuestionKind::Number { .. })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::sample::ready_for_work;
    use crate::survey::{District, Language, Origin};

    fn response(answers: &[(&str, Answer)]) -> Response {
        Response {
            perspective: "young-person".into(),
            district: District::Unknown,
            language: Language::english(),
            submitted_on: jiff::civil::date(2026, 11, 23),
            origin: Origin::Illustrative,
            answers: answers.iter().map(|(key, answer)| ((*key).to_owned(), answer.clone())).collect(),
        }
    }

    fn choice(key: &str) -> Answer {
        Answer::Choice(key.into())
    }

    #[test]
    fn the_base_of_a_routed_question_is_those_it_was_asked_of() {
        let survey = ready_for_work();
        let mut closed = ClosedAnswers::default();
        for at in 0..135 {
            // Were nobody unsure, the base of the question that hangs on it would tell so.
            let said = if at < 15 { "not-sure" } else { "no" };
            closed.add(&survey, &response(&[("had-experience", choice(said))]));
        }
        let others = ["very-useful", "fairly-useful", "not-very-useful", "not-sure"];
        for at in 0..80 {
            let useful = if at % 4 == 0 { "not-at-all-useful" } else { others[at / 4 % others.len()] };
            let days = Answer::Number(at as i64 % 5 + 1);
            let said = [("had-experience", choice("yes")), ("useful", choice(useful)), ("how-many-days", days)];
            closed.add(&survey, &response(&said));
        }
        let policy = Policy::default();
        let open = Withheld::default();
        assert_eq!(closed.bases("useful", policy, &open), (None, Count::Shown(80)), "asked would tell who said yes");
        assert_eq!(closed.bases("district", policy, &open), (Some(Count::Hidden), Count::Hidden));
        let of = |key: &str| {
            let question = survey.find_question(key).unwrap();
            closed.table(question, Counting::Picked, str::to_owned, &[], |_, _| String::new(), policy)
        };
        assert_eq!(of("had-experience").everyone, Count::Shown(215));
        let table = of("useful");
        assert_eq!(table.everyone, Count::Shown(80));
        let share = table.find_row("not-at-all-useful").unwrap().everyone.shown().unwrap().share;
        assert!((share - 0.25).abs() < 1e-9, "{share}");
        let middle = closed.middle("how-many-days", policy).unwrap();
        assert_eq!((middle.low, middle.median, middle.high), (2.0, 3.0, 4.0));
    }

    #[test]
    fn few_numbers_have_no_middle() {
        let survey = ready_for_work();
        let mut closed = ClosedAnswers::default();
        for days in 1..=29 {
            let said = [("had-experience", choice("yes")), ("how-many-days", Answer::Number(days))];
            closed.add(&survey, &response(&said));
        }
        assert_eq!(closed.middle("how-many-days", Policy::default()), None);
    }
}
