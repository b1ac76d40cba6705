//! Reads `[[question]]` entries: their kinds, options and conditions.

use std::collections::BTreeSet;

use super::Faults;
use crate::survey::format::{ConditionFile, QuestionFile, SurveyFile};
use crate::survey::options::{Order, band};
use crate::survey::{Condition, Options, Question, QuestionKind, Test, is_key};

/// Every kind, as files name it.
pub const KINDS: [&str; 10] = [
    "information",
    "district",
    "short-text",
    "long-text",
    "one-of",
    "many-of",
    "scale",
    "ranking",
    "number",
    "age-band",
];

/// Every question that can be read; the others are among the faults.
pub(super) fn read(survey: &SurveyFile, faults: &mut Faults<'_>) -> Vec<Question> {
    let mut read: Vec<Question> = Vec::new();
    for raw in &survey.question {
        for key in raw.perspectives.iter().flatten() {
            if !survey.perspective.iter().any(|perspective| perspective.key == *key) {
                faults.error(raw, "perspectives", format!("\"{key}\" is not a perspective of this survey"));
            }
        }
        let when = raw.when.iter().filter_map(|condition| read_condition(raw, condition, &read, faults)).collect();
        check_fields(raw, faults);
        if let Some(kind) = read_kind(raw, faults) {
            read.push(Question {
                key: raw.key.clone(),
                kind,
                perspectives: raw.perspectives.clone(),
                when,
                section: raw.section,
                sensitive: raw.sensitive,
                source: raw.source,
                note: raw.note.clone(),
            });
        }
    }
    if read.iter().filter(|question| question.is_district()).count() > 1 {
        faults.whole("question", "asks for the district twice: a response has one");
    }
    read
}

fn read_kind(raw: &QuestionFile, faults: &mut Faults<'_>) -> Option<QuestionKind> {
    Some(match raw.kind.as_str() {
        "information" => QuestionKind::Information,
        "district" => QuestionKind::District { postcode: raw.postcode },
        "short-text" => QuestionKind::ShortText,
        "long-text" => QuestionKind::LongText,
        "one-of" => QuestionKind::OneOf(read_options(raw, faults)?),
        "scale" => QuestionKind::Scale(read_options(raw, faults)?),
        "age-band" => {
            let options = read_options(raw, faults)?;
            for key in options.keys().iter().filter(|key| !options.is_apart(key) && band(key).is_none()) {
                let remedy = "write a range of years such as 8-11 or 20-plus, or list it under apart";
                faults.error(raw, "options", format!("\"{key}\" is not an age band: {remedy}"));
            }
            QuestionKind::AgeBand(options)
        }
        "many-of" => {
            let options = read_options(raw, faults)?;
            let at_most = raw.at_most.unwrap_or(options.keys().len());
            let at_least = raw.at_least.unwrap_or(0);
            if at_most == 0 || at_least > at_most || at_most > options.keys().len() {
                faults.error(raw, "at_most", "must be at least 1, at_least, and no more than there are options");
            }
            QuestionKind::ManyOf { none: raw.none.clone(), options, at_least, at_most }
        }
        "ranking" => {
            let options = read_options(raw, faults)?;
            let places = raw.at_most.unwrap_or(options.keys().len());
            if places == 0 || places > options.keys().len() {
                faults.error(raw, "at_most", "must be at least 1 and no more than there are options");
            }
            QuestionKind::Ranking { options, places }
        }
        "number" => {
            let (least, most) = (raw.least.unwrap_or(0), raw.most.unwrap_or(1_000_000));
            if least >= most {
                faults.error(raw, "least", "must be less than most");
            }
            QuestionKind::Number { least, most }
        }
        other => {
            let kinds = KINDS.join(", ");
            faults.error(raw, "kind", format!("\"{other}\" is not a kind: use one of {kinds}"));
            return None;
        }
    })
}

fn read_options(raw: &QuestionFile, faults: &mut Faults<'_>) -> Option<Options> {
    let mut apart = raw.apart.clone();
    apart.extend(raw.none.iter().filter(|none| !raw.apart.contains(none)).cloned());
    let listed: Vec<&String> =
        raw.options.iter().chain(apart.iter().filter(|key| !raw.options.contains(key))).collect();
    if listed.len() < 2 {
        faults.error(raw, "options", "needs at least two options");
        return None;
    }
    let distinct: BTreeSet<&&String> = listed.iter().collect();
    if distinct.len() != listed.len() {
        faults.error(raw, "options", "an option stands twice");
        return None;
    }
    for key in listed.iter().filter(|key| !is_key(key) && band(key).is_none()) {
        let remedy = "use lower-case letters, digits and hyphens";
        faults.error(raw, "options", format!("\"{key}\" is not a key: {remedy}"));
    }
    for key in raw.pictures.keys().filter(|key| !listed.contains(key)) {
        faults.error(raw, "pictures", format!("\"{key}\" is not an option of this question"));
    }
    let order = match raw.order.as_deref() {
        None | Some("given") => Order::Given,
        Some("random") if raw.kind != "scale" && raw.kind != "age-band" => Order::Random,
        Some("random") => {
            faults.error(raw, "order", "its options are steps in order and cannot be shuffled");
            Order::Given
        }
        Some(other) => {
            faults.error(raw, "order", format!("\"{other}\" is not an order: use given or random"));
            Order::Given
        }
    };
    let mut options = Options::new(&raw.options, &apart);
    options.order = order;
    options.pictures = raw.pictures.clone();
    Some(options)
}

/// Fields that say something which this kind does not listen to.
fn check_fields(raw: &QuestionFile, faults: &mut Faults<'_>) {
    let kind = raw.kind.as_str();
    let has_options = ["one-of", "many-of", "scale", "ranking", "age-band"].contains(&kind);
    let many = kind == "many-of";
    let unheard = [
        ("options", !raw.options.is_empty() && !has_options),
        ("apart", !raw.apart.is_empty() && !has_options),
        ("pictures", !raw.pictures.is_empty() && !has_options),
        ("order", raw.order.is_some() && !has_options),
        ("none", raw.none.is_some() && !many),
        ("at_least", raw.at_least.is_some() && !many),
        ("at_most", raw.at_most.is_some() && !many && kind != "ranking"),
        ("least", raw.least.is_some() && kind != "number"),
        ("most", raw.most.is_some() && kind != "number"),
        ("postcode", raw.postcode && kind != "district"),
    ];
    for (field, _) in unheard.into_iter().filter(|(_, set)| *set) {
        faults.error(raw, field, format!("means nothing for a question of the kind {kind}: take it out"));
    }
}

fn read_condition(
    raw: &QuestionFile,
    condition: &ConditionFile,
    earlier: &[Question],
    faults: &mut Faults<'_>,
) -> Option<Condition> {
    let Some(asked) = earlier.iter().find(|question| question.key == condition.question) else {
        let problem = format!("\"{}\" is not an earlier question", condition.question);
        faults.error(raw, "when", problem);
        return None;
    };
    if asked.section != raw.section {
        faults.error(raw, "when", format!("\"{}\" is in another section", condition.question));
    }
    let numbers = condition.least.is_some() || condition.most.is_some();
    let test = match (condition.any.is_empty(), condition.answered, numbers) {
        (false, false, false) => Test::Any(condition.any.clone()),
        (true, true, false) => Test::Answered,
        (true, false, true) => Test::Between(condition.least.unwrap_or(i64::MIN), condition.most.unwrap_or(i64::MAX)),
        _ => {
            faults.error(raw, "when", "give each condition one of: any, answered, least or most");
            return None;
        }
    };
    match (&test, asked.options(), &asked.kind) {
        (Test::Any(wanted), Some(options), _) => {
            for key in wanted.iter().filter(|key| !options.has(key)) {
                faults.error(raw, "when", format!("\"{key}\" is not an option of {}", asked.key));
            }
        }
        (Test::Any(_), None, QuestionKind::District { .. }) | (Test::Between(..), _, QuestionKind::Number { .. }) => {}
        (Test::Answered, ..) if asked.takes_answer() => {}
        _ => faults.error(raw, "when", format!("{} has no such answer to compare with", asked.key)),
    }
    Some(Condition { question: condition.question.clone(), test })
}
