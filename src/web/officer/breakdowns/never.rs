//! Which values of a table's ways its survey never asks together: a question that is not put to a perspective. From the
//! survey alone.

use super::super::subject::Subject;
use super::named::{Names, question_of};
use super::shape::{PERSPECTIVE, QUESTION};
use crate::breakdown::NOT_KNOWN;
use crate::report::crosstab::{NeverAsked, Way};
use crate::survey::Question;

/// What of a table was never asked. `rows` is what its rows were asked for by, and `only` whom it is narrowed down to.
pub fn never_asked(
    (subject, names): (&Subject, &Names<'_>),
    rows: &str,
    ways: &[Way],
    only: &[(String, String)],
) -> NeverAsked {
    let mut never = NeverAsked::default();
    let find = |key: &str| subject.consultation.find_question(key);
    let of_rows = rows.strip_prefix(QUESTION).and_then(find);
    let mut note = |question: &Question, perspective: &str| {
        let name = names.attribute(&format!("{QUESTION}{}", question.key));
        never.names.entry(name).or_default().insert(subject.perspective_plural(perspective).to_owned());
    };
    let narrowed = only.iter().find(|(key, _)| key == PERSPECTIVE).map(|(_, perspective)| perspective.as_str());
    let by_perspective = ways.iter().position(|way| way.key == PERSPECTIVE);
    for (at, way) in ways.iter().enumerate() {
        for (value, question) in asked_by(way, find) {
            if let Some(perspective) = narrowed.filter(|key| is_known(key) && !question.is_asked_of(key)) {
                note(question, perspective);
                never.alone.insert((at, value));
            }
            let Some(perspectives) = by_perspective else { continue };
            for (place, perspective) in ways[perspectives].values.iter().enumerate() {
                if is_known(&perspective.key) && !question.is_asked_of(&perspective.key) {
                    note(question, &perspective.key);
                    let pair = [(perspectives, place), (at, value)];
                    never.together.insert((pair[0].min(pair[1]), pair[0].max(pair[1])));
                }
            }
        }
    }
    if let (Some(question), Some(perspectives)) = (of_rows, by_perspective) {
        for (place, perspective) in ways[perspectives].values.iter().enumerate() {
            if is_known(&perspective.key) && !question.is_asked_of(&perspective.key) {
                note(question, &perspective.key);
                never.alone.insert((perspectives, place));
            }
        }
    }
    never
}

/// The values of a way that only somebody who is asked a question can have, each with that question.
fn asked_by<'a>(way: &Way, find: impl Fn(&str) -> Option<&'a Question>) -> Vec<(usize, &'a Question)> {
    let values = way.values.iter().enumerate();
    let question = |key: &str| match way.is_question {
        true => find(key),
        false => way.key.strip_prefix(QUESTION).and_then(|_| find(question_of(&way.key))),
    };
    values
        .filter(|(_, value)| is_known(&value.key))
        .filter_map(|(at, value)| Some((at, question(&value.key)?)))
        .collect()
}

/// Whether a value is one; otherwise it stands for those of whom it is not known.
fn is_known(key: &str) -> bool {
    key != NOT_KNOWN && key != super::named::NOT_KNOWN_KEY
}
