//! A table of several ways with its names: the one value that its page, its charts and every file of it are made from,
//! so that none of them can show what another hides.
//!
//! Leaves out what may be shown ([`Crosstab`] has decided that) and how it looks.

mod files;
mod finding;
mod never;

pub use files::{csv, json};
pub use never::NeverAsked;

use crate::breakdown::reading::{comparisons_made, grouped};
use crate::breakdown::{Cell, Count, Crosstab, CrosstabCell, Difference, Figure};

/// A key and what people call it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub key: String,
    pub name: String,
}

/// One way in which people, or their answers, are told apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    pub key: String,
    /// `District`, for example.
    pub name: String,
    pub values: Vec<Named>,
    /// Whether its values are questions, which do not part people.
    pub is_question: bool,
}

/// What the rows of a table are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowKind {
    /// What one is called, for example `Theme`.
    pub heading: String,
    /// What all are called, for example `Themes`.
    pub plural: String,
    /// What people did with one: `name`, `picked`.
    pub verb: String,
    /// Whom shares are counted over, for example `people who wrote an answer`.
    pub counted: String,
    /// Whether the rows have an order of their own, as the steps of a scale; otherwise the most named stand first.
    pub in_order: bool,
    /// What else is to be known of such rows, in a sentence or two.
    pub remark: Option<String>,
}

impl RowKind {
    /// Themes of a code frame, of which one person may name several.
    pub fn themes() -> Self {
        Self {
            heading: "Theme".to_owned(),
            plural: "Themes".to_owned(),
            verb: "name".to_owned(),
            counted: "people who wrote an answer".to_owned(),
            in_order: false,
            remark: Some("Somebody who says a thing twice counts once.".to_owned()),
        }
    }
}

/// A row that is shown: its place in the table and its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedRow {
    pub place: usize,
    pub key: String,
    pub name: String,
}

/// A table of several ways with its names.
#[derive(Debug, Clone, PartialEq)]
pub struct NamedCrosstab {
    /// The consultation.
    pub consultation: Named,
    /// The day it was made, as 2026-11-26.
    pub day: String,
    /// Whether any of the responses are invented.
    pub illustrative: bool,
    pub kind: RowKind,
    /// The rows that are shown, in their order.
    pub rows: Vec<NamedRow>,
    /// In the order of the table; questions come last.
    pub ways: Vec<Way>,
    /// Whom it is narrowed down to, in words: `Perspective: Young people`.
    pub only: Vec<String>,
    /// What the survey never asks, which has no line.
    pub never: NeverAsked,
    pub table: Crosstab,
}

/// One figure of the table with the names of where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Line<'a> {
    pub row: &'a NamedRow,
    /// For each way, its value; none for all of them together.
    pub at: Vec<Option<&'a Named>>,
    pub base: Count,
    pub cell: CrosstabCell,
}

/// Stands for a figure that the table does not have.
const NONE: CrosstabCell = CrosstabCell {
    cell: Cell { figure: Figure::Hidden, differs: Difference::NotCompared, gap: None },
    residual: None,
    effect: None,
    p: None,
};

impl NamedCrosstab {
    /// Puts the rows in the order they are read in: their own, or the most named first and hidden ones last.
    pub fn sort_rows(&mut self) {
        if self.kind.in_order {
            return;
        }
        let whole = vec![None; self.ways.len()];
        let share = |row: &NamedRow| self.cell(row, &whole).cell.figure.shown().map_or(-1.0, |share| share.share);
        let mut rows = self.rows.clone();
        rows.sort_by(|one, other| share(other).total_cmp(&share(one)));
        self.rows = rows;
    }

    /// A figure: of a row, at one value of each way or at all of them.
    pub fn cell(&self, row: &NamedRow, at: &[Option<usize>]) -> CrosstabCell {
        let (question, values) = self.place(at);
        self.table.cell(row.place, question, &values).copied().unwrap_or(NONE)
    }

    /// The people a share is counted over.
    pub fn base(&self, at: &[Option<usize>]) -> Count {
        let (question, values) = self.place(at);
        self.table.base(question, &values).unwrap_or(Count::Hidden)
    }

    /// All ways at all their values.
    pub fn whole(&self) -> Vec<Option<usize>> {
        vec![None; self.ways.len()]
    }

    /// One way at one value, the others at all of theirs.
    pub fn only_at(&self, way: usize, value: usize) -> Vec<Option<usize>> {
        let mut at = self.whole();
        at[way] = Some(value);
        at
    }

    /// Every place of the table that was asked: each value of each way and all together, the whole first.
    pub fn places(&self) -> Vec<Vec<Option<usize>>> {
        let mut places = vec![Vec::new()];
        for way in &self.ways {
            let values: Vec<Option<usize>> = std::iter::once(None).chain((0..way.values.len()).map(Some)).collect();
            let with = |place: &Vec<Option<usize>>| {
                values.iter().map(|value| place.iter().copied().chain([*value]).collect()).collect::<Vec<_>>()
            };
            places = places.iter().flat_map(with).collect();
        }
        places.retain(|at| self.is_asked(at));
        places
    }

    /// Every figure of every row that is shown, margins included.
    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let places = self.places();
        self.rows.iter().flat_map(move |row| places.clone().into_iter().map(move |at| self.line(row, &at)))
    }

    /// How many lines are hidden.
    pub fn hidden(&self) -> usize {
        self.lines().filter(|line| line.cell.cell.figure.shown().is_none()).count()
    }

    /// How many lines there are.
    pub fn length(&self) -> usize {
        self.rows.len() * self.places().len()
    }

    /// The figure of a row at a place, with its names.
    pub fn line<'a>(&'a self, row: &'a NamedRow, at: &[Option<usize>]) -> Line<'a> {
        let named = |(way, value): (&'a Way, &Option<usize>)| value.and_then(|value| way.values.get(value));
        Line { row, at: self.ways.iter().zip(at).map(named).collect(), base: self.base(at), cell: self.cell(row, at) }
    }

    /// What the table is of: `Themes by district and perspective`.
    pub fn title(&self) -> String {
        let ways: Vec<String> = self.ways.iter().map(|way| lower_first(&way.name)).collect();
        let by = if ways.is_empty() { String::new() } else { format!(" by {}", listed(&ways)) };
        let only = if self.only.is_empty() { String::new() } else { format!(" ({})", self.only.join("; ")) };
        format!("{}{by}{only}", self.kind.plural)
    }

    /// How the table is read, a sentence or two each: on the page and in every file.
    pub fn notes(&self) -> Vec<String> {
        let policy = self.table.policy;
        let mut notes: Vec<String> = self.never.sentence().into_iter().chain(self.kind.remark.clone()).collect();
        notes.extend([
            format!("Shares are of {}.", self.kind.counted),
            format!(
                "A figure that is hidden means fewer than {} people (perhaps none), all of a group but fewer than {}, a \
                 share of fewer than {}, or a number that would give one of those away. Do not read it as zero, or as few. \
                 Numbers of people are rounded to the nearest {}; shares, intervals and comparisons follow from the \
                 rounded numbers.",
                policy.threshold, policy.threshold, policy.least_base, policy.rounding
            ),
            "The interval (95%, Wilson) says where the share would usually land if people like these were asked again."
                .to_owned(),
            format!(
                "Each figure is compared with everyone else in the table: how large the difference is (in points, and as \
                 Cohen’s h: 0.2 is small, 0.5 middling, 0.8 large), and then whether chance alone would often make it, \
                 allowing for {} (Benjamini and Hochberg, 5% false discovery rate).",
                comparisons_made(self.table.comparisons)
            ),
            "These are people who chose to answer. They are not a sample of everyone, so “higher” and “lower” describe \
             those who answered and nobody else. Nothing here is weighted."
                .to_owned(),
        ]);
        notes.extend(self.caution());
        if self.illustrative {
            notes
                .push("Illustrative: some or all of these responses were invented to show how Heard works.".to_owned());
        }
        notes
    }

    /// What is to be thought of before such a table is published, where its groups are too small to keep every hidden
    /// figure fully open.
    pub fn caution(&self) -> Option<String> {
        let is_narrow = |row: &NamedRow, at: &Vec<Option<usize>>| {
            let (question, values) = self.place(at);
            self.table.is_narrow(row.place, question, &values)
        };
        let places = self.places();
        let narrow = self.rows.iter().map(|row| places.iter().filter(|at| is_narrow(row, at)).count()).sum::<usize>();
        let (hidden, some) = match narrow {
            0 => return None,
            narrow => (grouped(self.hidden() as u64), grouped(narrow as u64)),
        };
        Some(format!(
            "This table is for reading here, not for publishing. {hidden} of its figures are hidden, because they are of \
             few people, and its groups are so small that Heard cannot make sure of {some} of those: somebody who added up \
             what stands around a hidden figure might tell it to within a few people. What is shown is of enough people. \
             For a table to publish, take away a way or choose one with larger groups until this note is gone."
        ))
    }

    fn place(&self, at: &[Option<usize>]) -> (Option<usize>, Vec<Option<usize>>) {
        let mut question = None;
        let mut values = Vec::with_capacity(at.len());
        for (way, value) in self.ways.iter().zip(at) {
            if way.is_question { question = *value } else { values.push(*value) }
        }
        (question, values)
    }

    /// Three themes by district, one of them hidden in one district.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        sample::sample()
    }
}

/// How a comparison is called in files and tables.
pub fn differs(difference: Difference) -> &'static str {
    match difference {
        Difference::Higher => "higher",
        Difference::Lower => "lower",
        Difference::NotClear => "no clear difference",
        Difference::NotCompared => "not compared",
    }
}

fn listed(names: &[String]) -> String {
    crate::breakdown::reading::listed(names)
}

/// A name as it stands inside a sentence.
fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;
