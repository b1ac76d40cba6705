//! The variables of a system file: which of Heard's columns each comes from, and how its cells become values.

use std::io::{self, Write};

use super::cases::Cases;
use super::names::Names;
use super::{LONGEST_TEXT, cut};
use crate::report::dataset::{Choice, Dataset, Role, Seen, Variable};

/// The value of somebody who was not asked.
pub(super) const NOT_ASKED: f64 = -1.0;
/// The value of somebody who was asked and passed it over.
pub(super) const NO_ANSWER: f64 = -9.0;
/// No value at all.
pub(super) const SYSTEM_MISSING: f64 = -f64::MAX;

/// How far values can be ordered and added, as SPSS numbers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    Nominal = 1,
    Ordinal = 2,
    Scale = 3,
}

/// How a value is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Number,
    /// A day, in seconds since 14 October 1582.
    Day,
    /// A text of at most so many bytes.
    Text {
        width: usize,
    },
}

/// What of a cell a variable takes.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Taken {
    /// All of it, as it is.
    Whole,
    /// The number of its code among these.
    Code(Vec<String>),
    /// Whether this code is among several.
    Picked(String),
    /// The number of the code in this place, counted from 0, among these.
    Placed(usize, Vec<String>),
}

/// One variable.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Field {
    /// The place of Heard's column.
    pub(super) variable: usize,
    pub(super) name: String,
    pub(super) label: String,
    pub(super) shape: Shape,
    pub(super) measure: Measure,
    /// Values and the words for them.
    pub(super) values: Vec<(f64, String)>,
    /// Whether [`NOT_ASKED`] and [`NO_ANSWER`] stand for no answer.
    pub(super) missing: bool,
    pub(super) taken: Taken,
}

impl Field {
    /// The variables of a dataset.
    pub(super) fn of(dataset: &Dataset, seen: &Seen) -> Vec<Self> {
        let mut names = Names::default();
        let mut fields = Vec::new();
        for (place, variable) in dataset.variables.iter().enumerate() {
            fields.extend(of_variable(place, variable, seen.options(dataset, place), seen.longest[place], &mut names));
        }
        fields
    }

    /// A number without a name, whose values mean nothing yet.
    fn plain(variable: usize, label: &str) -> Self {
        Self {
            variable,
            name: String::new(),
            label: label.to_owned(),
            shape: Shape::Number,
            measure: Measure::Nominal,
            values: Vec::new(),
            missing: true,
            taken: Taken::Whole,
        }
    }

    /// Writes the value of a cell.
    pub(super) fn write<W: Write>(&self, cases: &mut Cases<W>, cell: &str, asked: bool) -> io::Result<()> {
        if let Shape::Text { width } = self.shape {
            return cases.text(cut(cell, LONGEST_TEXT).as_bytes(), width);
        }
        cases.number(self.value(cell, asked))
    }

    fn value(&self, cell: &str, asked: bool) -> f64 {
        let none = match (self.missing, asked) {
            (false, _) => SYSTEM_MISSING,
            (true, false) => NOT_ASKED,
            (true, true) => NO_ANSWER,
        };
        let number = |code: &str, codes: &[String]| {
            codes.iter().position(|known| known == code).map_or(none, |place| (place + 1) as f64)
        };
        match &self.taken {
            _ if cell.is_empty() => none,
            Taken::Whole if self.shape == Shape::Day => seconds(cell).unwrap_or(none),
            Taken::Whole => cell.parse().unwrap_or(none),
            Taken::Code(codes) => number(cell, codes),
            Taken::Picked(code) => f64::from(u8::from(cell.split(crate::survey::BETWEEN).any(|one| one == code))),
            Taken::Placed(place, codes) => {
                cell.split(crate::survey::BETWEEN).nth(*place).map_or(none, |code| number(code, codes))
            }
        }
    }
}

fn of_variable(
    place: usize,
    variable: &Variable,
    options: Vec<Choice>,
    longest: usize,
    names: &mut Names,
) -> Vec<Field> {
    let keys = || options.iter().map(|option| option.key.clone()).collect::<Vec<_>>();
    let coded = || options.iter().zip(1..).map(|(option, code)| (f64::from(code), option.label.clone()));
    let base = Field::plain(place, &variable.label);
    let mut one = |field: Field| Field { name: names.give(&variable.name), ..field };
    match variable.role {
        Role::Id | Role::Code | Role::Words => {
            let width = longest.clamp(1, LONGEST_TEXT);
            vec![one(Field { shape: Shape::Text { width }, missing: false, ..base })]
        }
        Role::Day => vec![one(Field { shape: Shape::Day, measure: Measure::Scale, missing: false, ..base })],
        Role::OneOf | Role::Scale => {
            let measure = if variable.role == Role::Scale { Measure::Ordinal } else { Measure::Nominal };
            vec![one(Field { measure, values: with_missing(coded().collect()), taken: Taken::Code(keys()), ..base })]
        }
        Role::Number { least, .. } => {
            // Where people can answer with a number below zero, no such number can stand for something else.
            let missing = least >= 0;
            let values = if missing { with_missing(vec![]) } else { vec![] };
            vec![one(Field { measure: Measure::Scale, values, missing, ..base })]
        }
        Role::Theme => {
            let values = [(0.0, "Not expressed"), (1.0, "Expressed")].map(|(value, label)| (value, label.to_owned()));
            vec![one(Field { values: values.into(), missing: false, ..base })]
        }
        Role::Judged => vec![one(Field { measure: Measure::Scale, missing: false, ..base })],
        Role::ManyOf => {
            let of = |option: &Choice| Field {
                name: names.give(&format!("{}-{}", variable.name, option.key)),
                label: format!("{}: {}", option.label, variable.label),
                values: with_missing(vec![(0.0, "Not picked".to_owned()), (1.0, "Picked".to_owned())]),
                taken: Taken::Picked(option.key.clone()),
                ..base.clone()
            };
            options.iter().map(of).collect()
        }
        Role::Ranking { places } => {
            let of = |at: usize| Field {
                name: names.give(&format!("{}-{}", variable.name, at + 1)),
                label: format!("Place {}: {}", at + 1, variable.label),
                values: with_missing(coded().collect()),
                taken: Taken::Placed(at, keys()),
                ..base.clone()
            };
            (0..places).map(of).collect()
        }
    }
}

/// Values and the words for them, with those of no answer.
fn with_missing(values: Vec<(f64, String)>) -> Vec<(f64, String)> {
    let missing = [(NOT_ASKED, "Not asked"), (NO_ANSWER, "No answer")];
    values.into_iter().chain(missing.map(|(value, label)| (value, label.to_owned()))).collect()
}

/// Midnight of a day, in seconds since 14 October 1582.
fn seconds(day: &str) -> Option<f64> {
    let day: jiff::civil::Date = day.parse().ok()?;
    let days = jiff::civil::date(1582, 10, 14).until((jiff::Unit::Day, day)).ok()?.get_days();
    Some(f64::from(days) * 86_400.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_the_calendars_first() {
        assert_eq!(seconds("1582-10-15"), Some(86_400.0));
        assert_eq!(seconds("2026-11-26"), Some(14_015_030_400.0));
        assert_eq!(seconds("soon"), None);
    }
}
