//! Themes counted by question and by group, as published figures.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Place, Source};
use crate::breakdown::{Breakdown, Group, Policy, Row};
use crate::themes::Analysis;

/// The most values a column may have to be broken down by.
pub(super) const MOST_VALUES: usize = 60;

/// What stands for the rows of every question together.
pub(super) const ALL: &str = "all";

/// One table: a question (or all of them) by one column.
pub(super) struct Counted {
    /// The column of the question, or [`ALL`].
    pub question: String,
    /// The column broken down by; empty in a table of everyone only.
    pub by: String,
    /// Themes by the column's values, as they may be published.
    pub breakdown: Breakdown,
}

/// The tables of every question, and of all together where there are several: each first for everyone, then
/// by every column asked for. A person counts once in a theme, however often they name it.
pub(super) fn breakdowns(source: &Source, places: &[Place], analysis: &Analysis) -> Vec<Counted> {
    let mut scopes: Vec<(String, Option<usize>)> = Vec::new();
    if source.questions.len() > 1 {
        scopes.push((ALL.to_owned(), None));
    }
    scopes.extend(source.questions.iter().enumerate().map(|(question, (_, name))| (name.clone(), Some(question))));
    let mut tables = Vec::new();
    for (name, question) in scopes {
        let tally = Tally::of(places, analysis, question);
        tables.push(Counted { question: name.clone(), by: String::new(), breakdown: tally.publish(analysis, None) });
        for (column, by) in &source.by {
            let values: Vec<&str> = source.table.column(*column).map(str::trim).collect();
            let breakdown = tally.publish(analysis, Some(&values));
            tables.push(Counted { question: name.clone(), by: by.clone(), breakdown });
        }
    }
    tables
}

/// The rows of the table that count, and those that name each theme.
struct Tally {
    rows: FxHashSet<usize>,
    naming: Vec<FxHashSet<usize>>,
}

impl Tally {
    /// Counts one question, or all. A row counts when it said something there.
    fn of(places: &[Place], analysis: &Analysis, question: Option<usize>) -> Self {
        let place = |answer: usize| {
            places.get(answer).copied().filter(|place| question.is_none_or(|wanted| place.question == wanted))
        };
        let rows = analysis.with_content.iter().copied().filter_map(place).map(|place| place.row).collect();
        let mut naming = vec![FxHashSet::default(); analysis.themes.len()];
        for coding in &analysis.codings {
            if let (Some(place), Some(rows)) = (place(coding.answer), naming.get_mut(coding.theme)) {
                rows.insert(place.row);
            }
        }
        Self { rows, naming }
    }

    /// The published table: by the values of a column (one for each row of the table; blank ones are in no
    /// group), or of everyone only.
    fn publish(&self, analysis: &Analysis, values: Option<&[&str]>) -> Breakdown {
        let value = |row: usize| values.and_then(|values| values.get(row)).copied().filter(|value| !value.is_empty());
        let mut bases: FxHashMap<&str, u64> = FxHashMap::default();
        for value in self.rows.iter().filter_map(|&row| value(row)) {
            *bases.entry(value).or_default() += 1;
        }
        let mut groups: Vec<Group> = bases
            .into_iter()
            .map(|(value, base)| Group { key: value.to_owned(), name: value.to_owned(), base })
            .collect();
        groups.sort_by(|a, b| b.base.cmp(&a.base).then(a.key.cmp(&b.key)));
        let column: FxHashMap<&str, usize> =
            groups.iter().enumerate().map(|(place, group)| (group.key.as_str(), place)).collect();
        let rows = analysis.themes.iter().zip(&self.naming).map(|(theme, naming)| {
            let mut counts = vec![0u64; groups.len()];
            for &place in naming.iter().filter_map(|&row| value(row)).filter_map(|value| column.get(value)) {
                counts.get_mut(place).into_iter().for_each(|count| *count += 1);
            }
            Row { key: theme.key.clone(), name: theme.name.clone(), counts, total: naming.len() as u64 }
        });
        Breakdown::new(self.rows.len() as u64, &groups, &rows.collect::<Vec<_>>(), Policy::default())
    }
}
