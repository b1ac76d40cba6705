//! Which column of a file means what: by its name, or by a map that somebody wrote.

use std::collections::BTreeMap;

use anyhow::bail;
use serde::Deserialize;

use crate::commands::table_file::Table;
use crate::report::dataset::{CAMPAIGN, JUDGED_PREFIX, THEME_PREFIX};
use crate::survey::{Consultation, Question};

/// What somebody says the columns and values of a file mean.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Map {
    /// From the file's column to Heard's; to nothing (`""`) where it is to be left out.
    pub(super) columns: BTreeMap<String, String>,
    /// By Heard's column, from the file's value to Heard's.
    pub(super) values: BTreeMap<String, BTreeMap<String, String>>,
}

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Column {
    Id,
    Perspective,
    District,
    Age,
    Language,
    SubmittedOn,
    Origin,
    /// The place of a question in the consultation.
    Question(usize),
}

/// The columns of a file that mean something.
pub(super) struct Columns {
    /// Where each is in a row, with its name in Heard.
    pub(super) known: Vec<(usize, Column, String)>,
    /// The names of the others.
    pub(super) left_out: Vec<String>,
}

impl Columns {
    /// Finds what every column means.
    pub(super) fn find(table: &Table, consultation: &Consultation, map: &Map) -> anyhow::Result<Self> {
        for name in map.columns.keys() {
            table.get_column(name)?;
        }
        let (mut known, mut left_out) = (Vec::new(), Vec::new());
        for (place, header) in table.headers.iter().enumerate() {
            let mapped = map.columns.get(header);
            let name = mapped.cloned().unwrap_or_else(|| fold(header));
            match column(&name, consultation) {
                Some(column) => known.push((place, column, name)),
                None if mapped.is_some_and(|name| !name.is_empty()) => {
                    let questions = consultation.questions.iter().map(|question| question.key.as_str());
                    let names: Vec<&str> = NAMES.iter().map(|(name, _)| *name).chain(questions).collect();
                    bail!("the map says that \"{header}\" is \"{name}\", which is not one of: {}", names.join(", "));
                }
                None if name == CAMPAIGN => {}
                None if [THEME_PREFIX, JUDGED_PREFIX].iter().any(|it| header.starts_with(it)) => {}
                None => left_out.push(header.clone()),
            }
        }
        let found = Self { known, left_out };
        found.check(table, consultation)?;
        Ok(found)
    }

    /// The place of a column.
    pub(super) fn place(&self, wanted: &Column) -> Option<usize> {
        self.known.iter().find(|(_, column, _)| column == wanted).map(|(place, ..)| *place)
    }

    fn check(&self, table: &Table, consultation: &Consultation) -> anyhow::Result<()> {
        let file = &table.file;
        let columns = table.headers.join(", ");
        let remedy = "rename a column, or say with --map FILE which one it is";
        if self.place(&Column::Perspective).is_none() {
            bail!("{file}:1: there is no column called \"perspective\"; {remedy}. The columns are: {columns}");
        }
        if !self.known.iter().any(|(_, column, _)| matches!(column, Column::Question(_))) {
            let takes = consultation.questions.iter().filter(|one| one.takes_answer() && !one.is_district());
            let keys = takes.map(|question| question.key.as_str()).collect::<Vec<_>>().join(", ");
            bail!("{file}:1: no column is called like a question ({keys}); {remedy}. The columns are: {columns}");
        }
        for (at, (place, column, name)) in self.known.iter().enumerate() {
            if let Some((earlier, ..)) = self.known.iter().take(at).find(|(_, other, _)| other == column) {
                let header = |place: usize| table.headers.get(place).map_or("", String::as_str);
                bail!("{file}:1: both \"{}\" and \"{}\" are \"{name}\"; {remedy}", header(*earlier), header(*place));
            }
        }
        Ok(())
    }
}

const NAMES: [(&str, Column); 7] = [
    ("id", Column::Id),
    ("perspective", Column::Perspective),
    ("district", Column::District),
    ("age", Column::Age),
    ("language", Column::Language),
    ("submitted-on", Column::SubmittedOn),
    ("origin", Column::Origin),
];

fn column(name: &str, consultation: &Consultation) -> Option<Column> {
    if let Some((_, column)) = NAMES.iter().find(|(known, _)| *known == name) {
        return Some(column.clone());
    }
    let at = consultation.questions.iter().position(|question| question.key == name)?;
    let is_district = consultation.questions.get(at).is_some_and(Question::is_district);
    Some(if is_district { Column::District } else { Column::Question(at) })
}

/// Names as people write them: `Age band`, `age_band` and `age-band` are one.
pub(super) fn fold(name: &str) -> String {
    let words: Vec<String> = name.split(|c: char| c.is_whitespace() || c == '_').map(str::to_lowercase).collect();
    words.iter().filter(|word| !word.is_empty()).map(String::as_str).collect::<Vec<_>>().join("-")
}
