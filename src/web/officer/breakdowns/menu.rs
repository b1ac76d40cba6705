//! What the form offers, and the questions that are ready to be asked.

use super::super::subject::Subject;
use super::asked::{THEMES, WAYS, Wanted, filters, row_choices};
use super::named::Names;
use super::period::Periods;
use super::shape::{CAMPAIGN, DATE, DISTRICT, PERSPECTIVE, QUESTION, has_one_option};
use crate::breakdown::Columns;
use crate::pages::officer::breakdowns::{AskForm, FilterGroup, Ready};
use crate::pages::officer::themes::Choice;
use crate::survey::QuestionKind;

/// How many filters the form has.
const FILTERS: usize = 2;

/// The form with what was asked chosen.
pub fn form(
    subject: &Subject,
    names: &Names<'_>,
    columns: &Columns,
    ballots: &[(String, String)],
    wanted: &Wanted,
) -> AskForm {
    let choice = |value: String, label: String, chosen: &str| Choice { chosen: value == chosen, value, label };
    let ways = |at: usize| {
        let chosen = wanted.by.get(at).map_or("", String::as_str);
        // Nobody came by a campaign's link where there is none, and so nothing is told apart.
        let known = columns.attributes().iter().filter(|one| !one.values.is_empty());
        let mut ways: Vec<Choice> =
            known.map(|one| choice(one.key.clone(), names.attribute(&one.key), chosen)).collect();
        keep_unknown(&mut ways, chosen);
        ways
    };
    let only = |at: usize| {
        let chosen = wanted.only.get(at).map(|(key, value)| format!("{key}:{value}")).unwrap_or_default();
        let group = |(name, values): (String, Vec<(String, String)>)| FilterGroup {
            name,
            choices: values.into_iter().map(|(value, label)| choice(value, label, &chosen)).collect(),
        };
        filters(names, columns).into_iter().map(group).collect()
    };
    let mut rows: Vec<Choice> = row_choices(subject)
        .into_iter()
        .chain(ballots.iter().cloned())
        .map(|(value, label)| choice(value, label, &wanted.rows))
        .collect();
    keep_unknown(&mut rows, &wanted.rows);
    AskForm {
        rows,
        by: (0..WAYS).map(ways).collect(),
        each_question: wanted.by_question,
        only: (0..FILTERS).map(only).collect(),
    }
}

/// What was asked for and is not there stays in the list, so that nothing asked is lost.
fn keep_unknown(choices: &mut Vec<Choice>, chosen: &str) {
    if !chosen.is_empty() && !choices.iter().any(|choice| choice.chosen) {
        let value: String = chosen.chars().take(100).collect();
        choices.push(Choice { label: format!("{value} (not here)"), value, chosen: true });
    }
}

/// Questions that a new officer can ask at once, the plainest first.
pub fn ready(subject: &Subject, columns: &Columns, address: &str, wanted: &Wanted) -> Vec<Ready> {
    let age = subject.consultation.questions.iter().find(|one| matches!(one.kind, QuestionKind::AgeBand(_)));
    let age = age.map(|question| format!("{QUESTION}{}", question.key));
    let closed = subject.consultation.questions.iter();
    let is_main = |one: &&crate::survey::Question| one.section == crate::survey::Section::Main;
    let closed =
        closed.filter(|one| has_one_option(one) && !matches!(one.kind, QuestionKind::AgeBand(_))).filter(is_main);
    let themes = |by: &[&str]| Wanted {
        rows: THEMES.to_owned(),
        by: by.iter().map(|key| (*key).to_owned()).collect(),
        ..Wanted::default()
    };
    let mut all = vec![
        ("Themes by district".to_owned(), themes(&[DISTRICT])),
        ("By perspective".to_owned(), themes(&[PERSPECTIVE])),
    ];
    all.extend(age.as_ref().map(|key| ("By age".to_owned(), themes(&[key.as_str()]))));
    all.push(("District × perspective".to_owned(), themes(&[DISTRICT, PERSPECTIVE])));
    if subject.consultation.text_questions().count() > 1 {
        all.push(("By question".to_owned(), Wanted { by_question: true, ..themes(&[]) }));
    }
    let by_date = if Periods::of(&subject.consultation).are_weeks() { "By week" } else { "By month" };
    all.push((by_date.to_owned(), themes(&[DATE])));
    let has_campaigns = |one: &crate::breakdown::Attribute| one.key == CAMPAIGN && !one.values.is_empty();
    if columns.attributes().iter().any(has_campaigns) {
        all.push(("By campaign".to_owned(), themes(&[CAMPAIGN])));
    }
    for question in closed.take(2) {
        let rows = format!("{QUESTION}{}", question.key);
        let name = format!("“{}” by district", subject.consultation.heading(&question.key));
        all.push((name, Wanted { rows, ..themes(&[DISTRICT]) }));
    }
    let ready = |(text, asks): (String, Wanted)| Ready {
        href: format!("{address}?{}", asks.query()),
        text,
        current: asks == *wanted,
    };
    all.into_iter().map(ready).collect()
}
