//! What an address asks of a breakdown: rows, the ways they are told apart by, and whom it is narrowed down to.

use super::super::subject::Subject;
use super::columns::Counted;
use super::named::{Names, option_rows, question_of, rows, ways};
use super::never::never_asked;
use super::shape::{Content, QUESTION, has_one_option, has_several_options};
use crate::breakdown::{Asked, AskedProblem, Columns, Crosstab, NOT_KNOWN, Policy, Rows};
use crate::report::crosstab::{Named, NamedCrosstab, RowKind};
use crate::survey::{Question, QuestionKind};
use crate::web::Form;

/// Rows of the topmost themes.
pub const THEMES: &str = "themes";
/// Rows of all themes, the finer ones among them.
pub const ALL_THEMES: &str = "all-themes";
/// What parts an attribute's key and a value in a filter.
pub const BETWEEN: char = ':';
/// How many lists of ways and of filters the form has.
pub const WAYS: usize = 3;
/// How many ways a table has at most, its rows among them.
const MOST_WAYS: usize = 4;
/// How a file's name says that questions are told apart, and how long it is at most: some systems take 255 bytes.
const EACH_QUESTION: &str = "question";
const LONGEST_NAME: usize = 160;
/// The most figures of a table.
const MOST_FIGURES: usize = 250_000;

/// What an address asks for, as it was asked: nothing of it is lost when it cannot be had.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    pub rows: String,
    pub by: Vec<String>,
    pub by_question: bool,
    /// An attribute's key and a value of it.
    pub only: Vec<(String, String)>,
}

impl Wanted {
    /// Reads an address. Without any field it asks for themes by district.
    pub fn read(form: &Form) -> Self {
        // An address may repeat a field; the form numbers its further ones.
        let list = |names: [&'static str; WAYS]| -> Vec<String> {
            let all = names.into_iter().flat_map(|name| form.list(name));
            all.filter(|value| !value.is_empty()).take(WAYS + 1).map(str::to_owned).collect()
        };
        let only = list(["only", "only-2", "only-3"]).into_iter().map(|pair| match pair.split_once(BETWEEN) {
            Some((key, value)) => (key.to_owned(), value.to_owned()),
            None => (pair, String::new()),
        });
        let is_new = form.fields().next().is_none();
        Self {
            rows: if form.text("rows").is_empty() { THEMES.to_owned() } else { form.text("rows").to_owned() },
            by: if is_new { vec![super::shape::DISTRICT.to_owned()] } else { list(["by", "by-2", "by-3"]) },
            by_question: form.text("question") == "each",
            only: only.collect(),
        }
    }

    /// The address that asks for this, after the `?`.
    pub fn query(&self) -> String {
        let encoded = crate::web::account::rights::encoded;
        let mut parts = vec![format!("rows={}", encoded(&self.rows))];
        parts.extend(self.by.iter().map(|key| format!("by={}", encoded(key))));
        if self.by_question {
            parts.push("question=each".to_owned());
        }
        parts.extend(
            self.only.iter().map(|(key, value)| format!("only={}", encoded(&format!("{key}{BETWEEN}{value}")))),
        );
        parts.join("&")
    }

    /// What a file of it is called, without its ending: rows, ways and filters, so that two tables are two files.
    pub fn file_name(&self) -> String {
        let plain = |text: &str| {
            let letters =
                text.chars().map(|one| if one.is_ascii_alphanumeric() { one.to_ascii_lowercase() } else { '-' });
            let text: String = letters.collect();
            text.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
        };
        let mut name = plain(&self.rows);
        let each = self.by_question.then_some(EACH_QUESTION);
        for (at, key) in self.by.iter().map(String::as_str).chain(each).enumerate() {
            name.push_str(if at == 0 { "-by-" } else { "-and-" });
            name.push_str(&plain(key));
        }
        for (key, value) in &self.only {
            name.push_str(&format!("-only-{}-{}", plain(key), plain(value)));
        }
        name.truncate(LONGEST_NAME);
        name
    }

    /// What has to be counted for it. `None` when the rows are nothing that this consultation has.
    pub fn content(&self, subject: &Subject) -> Option<Content> {
        match self.rows.as_str() {
            THEMES | ALL_THEMES => Some(Content::Themes),
            key => {
                let question = subject.consultation.find_question(key.strip_prefix(QUESTION)?)?;
                match has_several_options(question) {
                    true => Some(Content::Picked(question.key.clone())),
                    false => has_one_option(question).then_some(Content::Themes),
                }
            }
        }
    }

    /// The question whose answers it counts; none where it counts themes.
    pub fn question(&self) -> Option<&str> {
        self.rows.strip_prefix(QUESTION)
    }

    /// Makes the table.
    ///
    /// # Errors
    /// What cannot be had of it and what to do, in words.
    pub fn table(
        &self,
        subject: &Subject,
        names: &Names<'_>,
        counted: &Counted,
        made: Made,
    ) -> Result<NamedCrosstab, String> {
        let is_picked = matches!(counted.shape.content, Content::Picked(_));
        let is_themes = self.rows == THEMES || self.rows == ALL_THEMES || is_picked;
        let asked = Asked {
            rows: if is_themes { Rows::Themes } else { Rows::Options(self.rows.clone()) },
            by: self.by.clone(),
            by_question: self.by_question,
            only: self.only.clone(),
        };
        if self.by_question && is_picked {
            return Err(problem_words(names, &AskedProblem::ByQuestion));
        }
        let figures = self.figures(&counted.columns);
        // Of more ways than there can be, that is what is said, and not how many figures they would have.
        if self.by.len() + self.only.len() < MOST_WAYS && figures > MOST_FIGURES {
            return Err(format!(
                "That table would have {} figures, nearly all of them too small to show. Take away a way with many values.",
                crate::breakdown::reading::grouped(figures as u64)
            ));
        }
        let table =
            Crosstab::of(&counted.columns, &asked, made.policy).map_err(|problem| problem_words(names, &problem))?;
        let ways = ways(names, &table);
        let mut named = NamedCrosstab {
            consultation: made.consultation,
            day: made.day,
            illustrative: made.illustrative,
            kind: self.kind(subject),
            rows: match is_themes {
                true => rows(subject, counted, self.rows == ALL_THEMES),
                false => option_rows(subject, question_of(&self.rows), &table.rows),
            },
            never: never_asked((subject, names), &self.rows, &ways, &self.only),
            ways,
            only: self
                .only
                .iter()
                .map(|(key, of)| format!("{}: {}", names.attribute(key), names.value(key, of)))
                .collect(),
            table,
        };
        named.sort_rows();
        Ok(named)
    }

    /// How many figures the table has that is protected, filters and margins included; more than it has when unknown.
    fn figures(&self, columns: &Columns) -> usize {
        let values =
            |key: &String| columns.find_attribute(key).map_or(1, |at| columns.attributes()[at].values.len() + 2);
        let ways: usize = self.by.iter().chain(self.only.iter().map(|(key, _)| key)).map(values).product();
        let layers = if self.by_question { columns.questions().len() + 1 } else { 1 };
        let rows = if self.rows.starts_with(QUESTION) { values(&self.rows) } else { columns.themes().len() };
        ways.saturating_mul(layers).saturating_mul(rows)
    }

    fn kind(&self, subject: &Subject) -> RowKind {
        let Some(question) = subject.consultation.find_question(question_of(&self.rows)) else {
            return RowKind::themes();
        };
        let in_order = matches!(question.kind, QuestionKind::Scale(_) | QuestionKind::AgeBand(_));
        RowKind {
            heading: "Option".to_owned(),
            plural: format!("Answers to “{}”", subject.consultation.heading(&question.key)),
            verb: "picked".to_owned(),
            counted: "people who answered the question".to_owned(),
            in_order,
            remark: None,
        }
    }
}

/// What stands around a table: of which consultation, when, and by which rules.
#[derive(Debug, Clone)]
pub struct Made {
    pub consultation: Named,
    /// As 2026-11-26.
    pub day: String,
    pub illustrative: bool,
    pub policy: Policy,
}

/// Every filter there is, as its field says it, by attribute.
pub fn filters(names: &Names<'_>, columns: &Columns) -> Vec<(String, Vec<(String, String)>)> {
    let of = |attribute: &crate::breakdown::Attribute| {
        let values = attribute.values.iter().map(String::as_str).chain([NOT_KNOWN]);
        let choice = |of: &str| (format!("{}{BETWEEN}{of}", attribute.key), names.value(&attribute.key, of));
        (names.attribute(&attribute.key), values.map(choice).collect())
    };
    columns.attributes().iter().filter(|attribute| !attribute.values.is_empty()).map(of).collect()
}

fn problem_words(names: &Names<'_>, problem: &AskedProblem) -> String {
    match problem {
        AskedProblem::Attribute(key) => format!(
            "“{}” is asked for twice, or is nothing that this survey knows of people. Choose each way once; a way that \
             people are narrowed down by cannot tell them apart as well.",
            names.attribute(key)
        ),
        AskedProblem::Value(value) => {
            format!("Nobody here is of “{value}”. Choose another value under “Only people with”.")
        }
        AskedProblem::TooManyWays => {
            "A table has at most four ways: its rows, what they are told apart by, and what people are narrowed down by. \
             Take one away."
                .to_owned()
        }
        AskedProblem::ByQuestion => {
            "The options of one question cannot be told apart by question. Choose themes, or all questions together."
                .to_owned()
        }
    }
}

/// What rows can be asked for: the field's value and what it is called, themes first.
pub fn row_choices(subject: &Subject) -> Vec<(String, String)> {
    let themes = [(THEMES, "Themes"), (ALL_THEMES, "Themes, with finer ones")];
    let themes = themes.map(|(key, name)| (key.to_owned(), name.to_owned()));
    let is_closed = |question: &&Question| has_one_option(question) || has_several_options(question);
    let question = |question: &Question| {
        let name = match question.kind {
            QuestionKind::AgeBand(_) => "Age".to_owned(),
            QuestionKind::Scale(_) => format!("Scale: {}", subject.consultation.heading(&question.key)),
            _ => subject.consultation.heading(&question.key).to_owned(),
        };
        (format!("{QUESTION}{}", question.key), name)
    };
    themes.into_iter().chain(subject.consultation.questions.iter().filter(is_closed).map(question)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_its_rows_ways_and_filters_and_nothing_odd_comes_into_the_name() {
        let named = |query: &str| Wanted::read(&Form::parse(query).unwrap()).file_name();
        assert_eq!(named(""), "themes-by-district");
        assert_eq!(named("rows=q-safe&by=perspective&by=district"), "q-safe-by-perspective-and-district");
        assert_eq!(
            named("rows=themes&question=each&only=perspective:child"),
            "themes-by-question-only-perspective-child"
        );
        let odd = named("rows=a%22%0d%0ab/..&by=%C3%A9");
        assert!(odd.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'), "{odd}");
        assert!(named(&format!("rows={}", "x".repeat(900))).len() <= LONGEST_NAME);
    }
}
