//! What attributes, values and rows are called on pages and in files.

use std::collections::BTreeMap;

use super::super::subject::{ELSEWHERE, Subject};
use super::columns::Counted;
use super::period::Periods;
use super::shape::{CAMPAIGN, Content, DATE, DISTRICT, PERSPECTIVE, QUESTION};
use crate::breakdown::{Crosstab, NOT_KNOWN};
use crate::report::crosstab::{Named, NamedRow, Way};
use crate::store::{Store, StoreError};
use crate::survey::QuestionKind;

/// The key in tables and files of a value that is not known.
pub const NOT_KNOWN_KEY: &str = "not-known";

/// What attributes and their values are called.
pub struct Names<'a> {
    subject: &'a Subject,
    /// Name by key.
    campaigns: BTreeMap<String, String>,
}

impl<'a> Names<'a> {
    /// The names of everything in a consultation.
    ///
    /// # Errors
    /// When the database fails.
    pub fn read(store: &Store, subject: &'a Subject) -> Result<Self, StoreError> {
        let campaigns = store.list_campaigns()?.into_iter().map(|campaign| (campaign.key, campaign.name));
        Ok(Self { subject, campaigns: campaigns.collect() })
    }

    /// The same for tables that do not tell campaigns apart.
    pub fn without_campaigns(subject: &'a Subject) -> Self {
        Self { subject, campaigns: BTreeMap::new() }
    }

    /// What an attribute is called: `District`, or the question that was asked.
    pub fn attribute(&self, key: &str) -> String {
        let consultation = &self.subject.consultation;
        match key {
            DISTRICT => "District".to_owned(),
            PERSPECTIVE => "Perspective".to_owned(),
            DATE => Periods::of(consultation).way_name().to_owned(),
            CAMPAIGN => "Campaign".to_owned(),
            key => match consultation.find_question(question_of(key)) {
                Some(question) if matches!(question.kind, QuestionKind::AgeBand(_)) => "Age".to_owned(),
                _ => consultation.heading(question_of(key)).to_owned(),
            },
        }
    }

    /// What a value of an attribute is called.
    pub fn value(&self, attribute: &str, value: &str) -> String {
        let subject = self.subject;
        match (attribute, value) {
            (CAMPAIGN, NOT_KNOWN) => "Not by a campaign’s link".to_owned(),
            (PERSPECTIVE | DATE | DISTRICT, NOT_KNOWN) => "Not known".to_owned(),
            (_, NOT_KNOWN) => "Not answered or not asked".to_owned(),
            (DISTRICT, ELSEWHERE) => "Elsewhere, or not sure".to_owned(),
            (DISTRICT, key) => subject.find_district_name(key).unwrap_or(key).to_owned(),
            (PERSPECTIVE, key) => subject.perspective_plural(key).to_owned(),
            (DATE, period) => Periods::of(&subject.consultation).name(period),
            (CAMPAIGN, key) => self.campaigns.get(key).cloned().unwrap_or_else(|| key.to_owned()),
            (question, option) => option_name(subject, question_of(question), option),
        }
    }

    /// A value with its key and name.
    pub fn named(&self, attribute: &str, key: &str) -> Named {
        // In a file every value needs a key that can be told from none.
        let named = if key == NOT_KNOWN { NOT_KNOWN_KEY } else { key };
        Named { key: named.to_owned(), name: self.value(attribute, key) }
    }
}

/// The ways of a table with their names; questions last.
pub fn ways(names: &Names<'_>, table: &Crosstab) -> Vec<Way> {
    let way = |(key, values): &(String, Vec<String>)| Way {
        key: key.clone(),
        name: names.attribute(key),
        values: values.iter().map(|of| names.named(key, of)).collect(),
        is_question: false,
    };
    let question = |key: &String| Named { key: key.clone(), name: names.subject.consultation.heading(key).to_owned() };
    let mut ways: Vec<Way> = table.by.iter().map(way).collect();
    if !table.questions.is_empty() {
        ways.push(Way {
            key: "question".to_owned(),
            name: "Question".to_owned(),
            values: table.questions.iter().map(question).collect(),
            is_question: true,
        });
    }
    ways
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
