//! What a plan prints beside its outcomes: figures in its prose, stretches of time, other plans, and what it says of
//! the consultation it rests on.
//!
//! Figures of a plan are what somebody else published. They are never figures that Heard has counted, which only
//! `breakdown` makes.

use serde::{Deserialize, Serialize};

use super::indicator::{Comparator, Measure, write};
use super::period::Period;

/// A figure in a plan's prose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Printed {
    /// The key of what it measures. An indicator of the same key or `measures` measures the same.
    pub measure: String,
    /// What it says, restated.
    pub says: String,
    /// Where it stands, for example `why of life-skills` or `section 7, objective 1`.
    pub place: String,
    /// What its number counts, as for an indicator.
    pub unit: String,
    /// Finite; in the unit. For a change, how far it moved, below 0 where it fell.
    pub value: f64,
    /// It says how far something moved and not how it stands.
    pub is_change: bool,
    /// When it was true; absent where the plan does not date it.
    pub period: Option<Period>,
    /// Where it stood before, where the plan says.
    pub from: Option<Measure>,
    /// The people or things counted, and out of how many, where a share is printed with them.
    pub count: Option<f64>,
    pub base: Option<f64>,
    /// How it stands beside other places.
    pub comparators: Vec<Comparator>,
    /// What the plan rests it on, where it says.
    pub source: Option<String>,
}

impl Printed {
    /// Its number with its unit, as people write it.
    pub fn written(&self) -> String {
        write(self.value, &self.unit)
    }
}

/// A stretch of time that a plan prints for itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// Where it stands, for example `before the vision`.
    pub place: String,
    pub starts: Period,
    pub ends: Period,
}

/// Another plan or strategy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    pub title: String,
    /// Its time, where this plan says.
    pub starts: Option<Period>,
    pub ends: Option<Period>,
    /// What this plan has to do with it, restated, where it says.
    pub says: Option<String>,
}

/// What a plan says of the consultation that it rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Consulted {
    pub title: String,
    /// When people were asked, where the plan says.
    pub period: Option<Period>,
    /// Responses received.
    pub responses: Option<f64>,
    /// There were more than that, it is not said how many.
    pub over: bool,
    /// How many questions it says were asked, and those that it lists.
    pub questions_said: Option<usize>,
    pub questions: Vec<String>,
    /// How many perspectives it says there were, and those that it lists.
    pub perspectives_said: Option<usize>,
    pub perspectives: Vec<String>,
    pub results: Vec<ConsultedResult>,
}

/// One thing that a consultation is said to have shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsultedResult {
    pub says: String,
    /// In per cent of those who answered, where printed.
    pub share: Option<f64>,
    /// Out of how many people, where printed.
    pub base: Option<f64>,
    /// Theme keys. Ours.
    #[serde(default)]
    pub themes: Vec<String>,
}
