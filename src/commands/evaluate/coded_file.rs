//! A table of coded answers: one row an answer, its themes in one column.

use std::path::Path;

use rustc_hash::FxHashMap;

use super::Args;
use crate::commands::table_file::Table;
use crate::themes::{Coded, InContext};

/// What parts the themes of an answer.
const PARTED_BY: char = ';';

/// Answers and the themes people applied, by key.
pub(super) struct CodedFile {
    table: Table,
    text: usize,
    question: Option<usize>,
    respondent: Option<usize>,
    /// What each answer is called.
    pub ids: Vec<String>,
    /// The keys of each answer's themes.
    pub themes: Vec<Vec<String>>,
}

impl CodedFile {
    /// Reads a table and finds the columns that `args` names.
    ///
    /// # Errors
    /// When the table cannot be read or has no such column.
    pub fn read(path: &Path, args: &Args) -> anyhow::Result<Self> {
        let table = Table::read(path)?;
        let text = table.get_column(&args.text)?;
        let themes = table.get_column(&args.themes)?;
        let question = args.question.as_ref().map(|name| table.get_column(name)).transpose()?;
        let respondent = args.respondent.as_ref().map(|name| table.get_column(name)).transpose()?;
        let ids = match &args.id {
            Some(name) => table.column(table.get_column(name)?).map(str::to_owned).collect(),
            None => (1..=table.rows.len()).map(|row| row.to_string()).collect(),
        };
        let keys = |cell: &str| {
            let mut keys: Vec<String> =
                cell.split(PARTED_BY).map(str::trim).filter(|key| !key.is_empty()).map(str::to_owned).collect();
            keys.sort_unstable();
            keys.dedup();
            keys
        };
        let themes = table.column(themes).map(keys).collect();
        Ok(Self { text, question, respondent, ids, themes, table })
    }

    /// The answers with the places of their themes.
    pub fn coded(&self, places: &FxHashMap<String, usize>) -> Coded<'_> {
        let answers = self.table.rows.iter().map(|row| {
            let cell = |column: Option<usize>| column.and_then(|at| row.cells.get(at)).map_or("", String::as_str);
            InContext {
                text: cell(Some(self.text)),
                question: cell(self.question).trim(),
                respondent: cell(self.respondent).trim(),
            }
        });
        let of = |keys: &Vec<String>| keys.iter().filter_map(|key| places.get(key).copied()).collect();
        Coded { answers: answers.collect(), themes: self.themes.iter().map(of).collect() }
    }
}
