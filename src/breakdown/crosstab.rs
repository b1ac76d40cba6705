//! A table of up to four ways, fit to be published with every margin of it.
//!
//! Themes, or the options of a closed question, by up to three of the consultation's attributes and by question. All
//! margins are published with the cells, and what a filter picks out is a part of a larger table that is protected
//! whole, so that nothing hidden can be had by asking twice. Everything in it follows from rounded numbers. Leaves out
//! weights, and pictures.

use rayon::prelude::*;

use super::columns::Columns;
use super::counts::Counts;
use super::grid::{Grid, MOST_WAYS};
use super::lattice::{Lattice, Number};
use super::significance::{adjusted_residual, benjamini_hochberg, two_by_two};
use super::table::{CLEAR, figure};
use super::{Cell, Count, Difference, Figure, Policy, cohens_h};

/// The value of an attribute that is not known of a response.
pub const NOT_KNOWN: &str = "";

/// What the rows of a table are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rows {
    /// The themes that people named, of which one person may name several.
    Themes,
    /// The values of the attribute with this key, of which each person has one. Whoever has none is left out.
    Options(String),
}

/// What a table is asked to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub rows: Rows,
    /// The attributes by which rows are told apart, by key.
    pub by: Vec<String>,
    /// Whether answers to each question are told apart. Only themes can be.
    pub by_question: bool,
    /// Only people with these values of these attributes, by key; [`NOT_KNOWN`] for those of whom it is not known.
    pub only: Vec<(String, String)>,
}

/// Why a table cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AskedProblem {
    /// No attribute has this key, or it is asked for twice.
    #[error("`{0}` is no attribute here, or is asked for twice")]
    Attribute(String),
    /// The attribute has no value with this key.
    #[error("`{0}` is no value of its attribute")]
    Value(String),
    /// Rows, attributes, question and filters are more than four.
    #[error("a table has at most four ways, those it is filtered by included")]
    TooManyWays,
    /// Options are not told apart by question.
    #[error("the options of a closed question cannot be told apart by another question")]
    ByQuestion,
}

/// One figure of one row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CrosstabCell {
    pub cell: Cell,
    /// How many standard deviations the count is from what it would be if the group were like everyone else, when
    /// compared: the adjusted residual of the two by two table.
    pub residual: Option<f64>,
    /// How large the difference from everyone else is whatever the shares, when compared: Cohen's h.
    pub effect: Option<f64>,
    /// How often chance alone would make so large a difference, when compared: from 0 to 1, adjusted for every
    /// comparison of the table.
    pub p: Option<f64>,
}

/// A table of several ways, fit to be published.
#[derive(Debug, Clone, PartialEq)]
pub struct Crosstab {
    /// Keys of the rows, in the order of the columns.
    pub rows: Vec<String>,
    /// The attributes it is told apart by, each with the keys of its values. The last is [`NOT_KNOWN`] where
    /// that is so of anybody.
    pub by: Vec<(String, Vec<String>)>,
    /// Keys of the questions; none when they are taken together.
    pub questions: Vec<String>,
    /// How many comparisons were made, all of which the differences allow for.
    pub comparisons: usize,
    pub policy: Policy,
    grid: Grid,
    bases: Vec<Count>,
    cells: Vec<CrosstabCell>,
    /// By cell, whether its count or its base is hidden and less open than it should be.
    narrow: Vec<bool>,
}

/// Where the figures that are asked for stand in the table that is protected.
struct Plan {
    /// By attribute of the protected table, its place among the columns' attributes.
    attributes: Vec<usize>,
    /// The value that a filter picks, of the attributes after those shown.
    picked: Vec<usize>,
    /// The place of the attribute whose values are the rows.
    options: Option<usize>,
}

impl Crosstab {
    /// Makes the table that is asked for.
    ///
    /// # Errors
    /// When it asks for what the columns do not have, or for more than four ways.
    pub fn of(columns: &Columns, asked: &Asked, policy: Policy) -> Result<Self, AskedProblem> {
        let plan = Plan::of(columns, asked)?;
        let (grid, layers, bases, rows) = match plan.options {
            None => protected_themes(&columns.count(&plan.attributes, asked.by_question), policy),
            Some(options) => protected_options(&columns.count_options(options, &plan.attributes), policy),
        };
        let shown = Grid::new(&grid.sizes()[..asked.by.len()]);
        let places = places(&grid, &shown, &plan.picked, layers);
        let pick = |numbers: &[Number]| places.iter().map(|at| numbers[*at]).collect::<Vec<_>>();
        let bases = pick(&bases);
        let picked: Vec<Vec<Number>> = rows.iter().map(|row| pick(row)).collect();
        let narrow = picked.iter().flat_map(|row| row.iter().zip(&bases).map(|(one, base)| one.narrow || base.narrow));
        let narrow = narrow.collect();
        let cells: Vec<Vec<Figure>> =
            picked.par_iter().with_min_len(8).map(|row| figures(row, &bases, policy)).collect();
        let (cells, comparisons) = compare(&cells, &shown);
        let keys = |at: &usize| {
            let attribute = &columns.attributes[*at];
            let values = attribute.values.iter().cloned().chain([NOT_KNOWN.to_owned()]);
            (attribute.key.clone(), values.take(columns.told_apart(*at)).collect())
        };
        Ok(Self {
            rows: match plan.options {
                None => columns.themes.clone(),
                Some(at) => columns.attributes[at].values.clone(),
            },
            by: plan.attributes.iter().take(asked.by.len()).map(keys).collect(),
            questions: if layers > 1 { columns.questions.clone() } else { Vec::new() },
            comparisons,
            policy,
            grid: shown,
            bases: bases.iter().map(|number| count(number, policy)).collect(),
            cells,
            narrow,
        })
    }

    /// The people a share is counted over: of one question or all, and of one value of each attribute or all.
    pub fn base(&self, question: Option<usize>, values: &[Option<usize>]) -> Option<Count> {
        self.bases.get(self.find(question, values)?).copied()
    }

    /// A figure: of a row, of one question or all, and of one value of each attribute or all.
    pub fn cell(&self, row: usize, question: Option<usize>, values: &[Option<usize>]) -> Option<&CrosstabCell> {
        let place = self.find(question, values)?;
        (row < self.rows.len()).then(|| self.cells.get(row * self.bases.len() + place)).flatten()
    }

    /// Whether a figure is hidden and could be told more closely than to any small number, though everything beside it
    /// is hidden too.
    pub fn is_narrow(&self, row: usize, question: Option<usize>, values: &[Option<usize>]) -> bool {
        let place = self.find(question, values).map(|place| row * self.bases.len() + place);
        row < self.rows.len() && place.and_then(|place| self.narrow.get(place)).is_some_and(|narrow| *narrow)
    }

    /// Every figure of every row, margins included.
    pub fn figures(&self) -> impl Iterator<Item = &CrosstabCell> {
        self.cells.iter()
    }

    fn find(&self, question: Option<usize>, values: &[Option<usize>]) -> Option<usize> {
        if values.len() != self.by.len() || question.is_some_and(|question| question >= self.questions.len()) {
            return None;
        }
        let mut entry = self.grid.whole();
        for (way, value) in values.iter().enumerate() {
            if let Some(value) = value {
                (*value < self.grid.sizes()[way]).then_some(())?;
                entry = self.grid.moved(entry, way, *value);
            }
        }
        Some(question.map_or(0, |question| question + 1) * self.grid.entries() + entry)
    }
}

impl Plan {
    fn of(columns: &Columns, asked: &Asked) -> Result<Self, AskedProblem> {
        let mut used: Vec<usize> = Vec::new();
        let mut find = |key: &str| match columns.find_attribute(key).filter(|at| !used.contains(at)) {
            Some(at) => {
                used.push(at);
                Ok(at)
            }
            None => Err(AskedProblem::Attribute(key.to_owned())),
        };
        let options = match &asked.rows {
            Rows::Themes => None,
            Rows::Options(_) if asked.by_question => return Err(AskedProblem::ByQuestion),
            Rows::Options(key) => Some(find(key)?),
        };
        if 1 + asked.by.len() + asked.only.len() + usize::from(asked.by_question) > MOST_WAYS {
            return Err(AskedProblem::TooManyWays);
        }
        let mut attributes = asked.by.iter().map(|key| find(key)).collect::<Result<Vec<_>, _>>()?;
        let mut picked = Vec::new();
        for (key, value) in &asked.only {
            let at = find(key)?;
            let values = &columns.attributes[at].values;
            let place = match value.as_str() {
                NOT_KNOWN => Some(values.len()).filter(|_| columns.not_known[at] > 0),
                value => values.iter().position(|known| known == value),
            };
            picked.push(place.ok_or_else(|| AskedProblem::Value(value.clone()))?);
            attributes.push(at);
        }
        Ok(Self { attributes, picked, options })
    }
}

/// A grid, its layers, its bases and its rows, with what must be hidden of them hidden.
type Protected = (Grid, usize, Vec<Number>, Vec<Vec<Number>>);

/// The numbers of themes, with what must be hidden of them hidden.
fn protected_themes(counts: &Counts, policy: Policy) -> Protected {
    let (length, themes) = (counts.bases.len(), counts.counts.len() / counts.bases.len());
    let named = |at: usize| {
        let of_theme = |theme: usize| {
            let (count, base) = (u64::from(counts.of_theme(theme)[at]), u64::from(counts.bases[at]));
            let keeps_few = base - count.min(base) >= policy.threshold;
            if keeps_few { count + policy.threshold } else { count }
        };
        (0..themes).map(of_theme).max().unwrap_or(0)
    };
    let bases: Vec<Number> = (0..length).map(|at| Number::base(counts.bases[at].into(), named(at), policy)).collect();
    let bases = Lattice::new(&counts.grid, counts.layers, bases, policy.rounding).protect();
    let rows: Vec<Vec<Number>> = (0..themes)
        .into_par_iter()
        .map(|theme| {
            let number = |(at, count): (usize, &u32)| {
                Number::count((*count).into(), counts.bases[at].into(), bases[at].hidden, policy)
            };
            let row = counts.of_theme(theme).iter().enumerate().map(number).collect();
            Lattice::new(&counts.grid, counts.layers, row, policy.rounding).protect()
        })
        .collect();
    (counts.grid.clone(), counts.layers, bases, rows)
}

/// The numbers of options, which are the last way of the table given, with what must be hidden of them hidden.
fn protected_options(counts: &Counts, policy: Policy) -> Protected {
    let (last, whole) = (counts.grid.sizes().len() - 1, counts.grid.sizes()[counts.grid.sizes().len() - 1]);
    let base_of = |entry: usize| counts.grid.moved(entry, last, whole);
    let number = |entry: usize| {
        let base = base_of(entry);
        let (count, people) = (u64::from(counts.bases[entry]), u64::from(counts.bases[base]));
        if entry == base { Number::base(people, 0, policy) } else { Number::option(count, people, policy) }
    };
    let numbers: Vec<Number> = (0..counts.grid.entries()).map(number).collect();
    let numbers = Lattice::new(&counts.grid, 1, numbers, policy.rounding).protect();
    let grid = Grid::new(&counts.grid.sizes()[..last]);
    // The options are the last way, so that those of an entry stand together, the base after them.
    let pick = |option: usize| {
        let one = |entry: usize| {
            let at = entry * (whole + 1) + option;
            let base = numbers[base_of(at)];
            Number { hidden: numbers[at].hidden || base.hidden, ..numbers[at] }
        };
        (0..grid.entries()).map(one).collect::<Vec<_>>()
    };
    let rows = (0..whole).map(pick).collect();
    (grid.clone(), 1, pick(whole), rows)
}

/// Where each figure that is shown stands among those protected.
fn places(grid: &Grid, shown: &Grid, picked: &[usize], layers: usize) -> Vec<usize> {
    let first = shown.sizes().len();
    let place = |entry: usize| {
        let values = shown.place(entry).values;
        let all = (0..first).map(|way| usize::from(values[way])).chain(picked.iter().copied());
        all.enumerate().fold(grid.whole(), |entry, (way, value)| grid.moved(entry, way, value))
    };
    let entries: Vec<usize> = (0..shown.entries()).map(place).collect();
    (0..layers).flat_map(|layer| entries.iter().map(move |entry| layer * grid.entries() + entry)).collect()
}

fn count(number: &Number, policy: Policy) -> Count {
    if number.hidden { Count::Hidden } else { Count::Shown(policy.round(number.value as u64)) }
}

fn figures(row: &[Number], bases: &[Number], policy: Policy) -> Vec<Figure> {
    let one = |(number, base): (&Number, &Number)| {
        figure(number.value as u64, base.value as u64, number.hidden || base.hidden, policy)
    };
    row.iter().zip(bases).map(one).collect()
}

/// Compares every shown figure with everyone else of its question, and allows for all comparisons of the table.
fn compare(rows: &[Vec<Figure>], grid: &Grid) -> (Vec<CrosstabCell>, usize) {
    let entries = grid.entries();
    let compared: Vec<Vec<Option<(f64, f64, f64)>>> = rows
        .par_iter()
        .with_min_len(8)
        .map(|row| {
            let wholes = row.chunks(entries).map(|layer| layer[entries - 1]);
            let layers = row.chunks(entries).zip(wholes);
            layers.flat_map(|(layer, whole)| layer.iter().map(move |figure| beside_others(figure, &whole))).collect()
        })
        .collect();
    let all: Vec<f64> = compared.iter().flatten().flatten().map(|(p, _, _)| *p).collect();
    let mut adjusted = benjamini_hochberg(&all).into_iter();
    let mut cells = Vec::with_capacity(rows.iter().map(Vec::len).sum());
    for (figure, compared) in rows.iter().flatten().zip(compared.iter().flatten()) {
        let mut made = CrosstabCell {
            cell: Cell { figure: *figure, differs: Difference::NotCompared, gap: None },
            residual: None,
            effect: None,
            p: None,
        };
        if let (Some((_, difference, by)), Some(p)) = (compared, compared.and_then(|_| adjusted.next())) {
            made.cell.differs = match p < CLEAR {
                false => Difference::NotClear,
                true if *difference > 0.0 => Difference::Higher,
                true => Difference::Lower,
            };
            (made.cell.gap, made.residual, made.p) = (Some(*difference), Some(*by), Some(p));
            made.effect = figure.shown().map(|share| cohens_h(share.share, share.share - difference));
        }
        cells.push(made);
    }
    (cells, all.len())
}

/// The p value, the difference in shares and the adjusted residual of a figure beside everyone else.
fn beside_others(figure: &Figure, whole: &Figure) -> Option<(f64, f64, f64)> {
    let (part, whole) = (figure.shown()?, whole.shown()?);
    let others_base = whole.base.checked_sub(part.base).filter(|others| *others > 0)?;
    // Rounding can leave more others than there are.
    let others = whole.count.saturating_sub(part.count).min(others_base);
    let table = [[part.count, part.base - part.count], [others, others_base - others]];
    Some((two_by_two(table), part.share - others as f64 / others_base as f64, adjusted_residual(table)))
}

#[cfg(test)]
#[path = "crosstab_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "crosstab_attack_tests.rs"]
mod attack_tests;
