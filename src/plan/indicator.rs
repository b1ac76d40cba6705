//! What success is measured by: a number with a baseline, a target and a direction.

use serde::Deserialize;

use super::period::Period;

/// One measure of an outcome. The same key under two outcomes means the same measure.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// For example `gcse-5-a-c`.
    pub key: String,
    /// The plan's own words for it.
    pub title: String,
    /// What its numbers count, for example `%`, `percentage points`, `per 10,000` or `children`.
    pub unit: String,
    /// Which way is better, where the plan says.
    pub direction: Option<Direction>,
    /// Where things stood; absent where the plan gives none.
    pub baseline: Option<Measure>,
    /// Where things should get to; absent where the plan gives none.
    pub target: Option<Target>,
    /// Who publishes the figure, where the plan says.
    pub source: Option<String>,
    /// How the figure stands beside other places.
    pub comparators: Vec<Comparator>,
    /// The plan itself says that numbers are still to be set.
    pub to_be_set: bool,
    /// For officers: how the plan prints it, what does not fit.
    pub note: Option<String>,
}

/// Which way an indicator should move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    Increase,
    Decrease,
    Maintain,
}

impl Direction {
    /// Its name in files and exports.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Increase => "increase",
            Self::Decrease => "decrease",
            Self::Maintain => "maintain",
        }
    }
}

/// A number of an indicator's unit at some time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measure {
    /// Finite; in the indicator's unit.
    pub value: f64,
    /// Absent where the plan does not date it.
    pub period: Option<Period>,
}

/// Where an indicator should get to.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// A number.
    Number(Measure),
    /// A comparison, such as "in line with the average of statistical neighbours", with its date if it has one.
    Words { words: String, period: Option<Period> },
}

impl Target {
    /// When it should be reached, where the plan says.
    pub fn period(&self) -> Option<Period> {
        match self {
            Self::Number(measure) => measure.period,
            Self::Words { period, .. } => *period,
        }
    }
}

/// How an indicator stands beside another place, as the plan says it, without that place's number.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparator {
    /// For example `England` or `statistical neighbours`.
    pub with: String,
    pub standing: Standing,
    /// When it stood so, where the plan says.
    pub period: Option<Period>,
}

/// On which side of another place's figure an indicator lies. Which is better depends on its direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    Higher,
    Lower,
    Level,
}

impl Indicator {
    /// A number with this indicator's unit, as people write it: `31.9%`, `416 per 10,000`.
    pub fn write(&self, value: f64) -> String {
        match self.unit.as_str() {
            "%" => format!("{value}%"),
            unit => format!("{value} {unit}"),
        }
    }
}
