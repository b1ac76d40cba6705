//! What attributes, values and rows are called on pages and in files.

use super::super::subject::{ELSEWHERE, Subject};
use super::columns::Counted;
use super::shape::{Content, DISTRICT, MONTH, PERSPECTIVE, QUESTION};
use crate::breakdown::NOT_KNOWN;
use crate::report::crosstab::{Named, NamedRow};
use crate::survey::QuestionKind;

/// The names of months, January first.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What an attribute is called: `District`, or the question that was asked.
pub fn attribute_name(subject: &Subject, key: &str) -> String {
    match key {
        DISTRICT => "District".to_owned(),
        PERSPECTIVE => "Perspective".to_owned(),
        MONTH => "Month of sending".to_owned(),
        key => match subject.consultation.find_question(question_of(key)) {
            Some(question) if matches!(question.kind, QuestionKind::AgeBand(_)) => "Age".to_owned(),
            _ => subject.consultation.heading(question_of(key)).to_owned(),
        },
    }
}

/// What a value of an attribute is called.
pub fn value_name(subject: &Subject, attribute: &str, value: &str) -> String {
    match (attribute, value) {
        (PERSPECTIVE | MONTH | DISTRICT, NOT_KNOWN) => "Not known".to_owned(),
        (_, NOT_KNOWN) => "Not answered or not asked".to_owned(),
        (DISTRICT, ELSEWHERE) => "Elsewhere, or not sure".to_owned(),
        (DISTRICT, key) => subject.find_district_name(key).unwrap_or(key).to_owned(),
        (PERSPECTIVE, key) => subject.perspective_plural(key).to_owned(),
        (MONTH, month) => month_name(month),
        (question, option) => option_name(subject, question_of(question), option),
    }
}

/// A value with its key and name.
pub fn value(subject: &Subject, attribute: &str, key: &str) -> Named {
    // In a file every value needs a key that can be told from none.
    let named = if key == NOT_KNOWN { "not-known" } else { key };
    Named { key: named.to_owned(), name: value_name(subject, attribute, key) }
}

/// What an option is called to officers.
pub fn option_name(subject: &Subject, question: &str, option: &str) -> String {
    let words = subject.consultation.officer_words(question);
    let label = words.and_then(|words| words.options.get(option)).map(|words| words.label.clone());
    label.unwrap_or_else(|| option.to_owned())
}

/// The rows of columns that stand where themes do: the topmost themes, with the finer ones if they are asked for, or
/// the options of a question that are picked several at a time.
pub fn rows(subject: &Subject, counted: &Counted, finer: bool) -> Vec<NamedRow> {
    match &counted.shape.content {
        Content::Themes => {
            let shown = counted.shape.themes.iter().enumerate().filter(|(_, theme)| finer || theme.parent.is_none());
            shown.map(|(place, theme)| NamedRow { place, key: theme.key.clone(), name: theme.name.clone() }).collect()
        }
        Content::Picked(question) => option_rows(subject, question, counted.columns.themes()),
    }
}

/// The options of a question as rows.
pub fn option_rows(subject: &Subject, question: &str, options: &[String]) -> Vec<NamedRow> {
    let row = |(place, key): (usize, &String)| NamedRow {
        place,
        key: key.clone(),
        name: option_name(subject, question, key),
    };
    options.iter().enumerate().map(row).collect()
}

/// The question whose options are the values of an attribute.
pub fn question_of(attribute: &str) -> &str {
    attribute.strip_prefix(QUESTION).unwrap_or(attribute)
}

/// `November 2026`, of `2026-11`.
fn month_name(month: &str) -> String {
    let parts = month.split_once('-').and_then(|(year, month)| Some((year, month.parse::<usize>().ok()?)));
    let name = parts.and_then(|(year, month)| Some(format!("{} {year}", MONTHS.get(month.checked_sub(1)?)?)));
    name.unwrap_or_else(|| month.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_called_by_its_name_and_anything_else_stays_what_it_is() {
        assert_eq!(month_name("2026-11"), "November 2026");
        assert_eq!([month_name("2026-13"), month_name("2026-00"), month_name("x")], ["2026-13", "2026-00", "x"]);
    }
}
