//! What success is measured by: a number with a baseline, a target and a direction.

use serde::{Deserialize, Serialize};

use super::period::Period;

/// One measure of an outcome. The same key under two outcomes means the same measure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// For example `gcse-5-a-c`.
    pub key: String,
    /// What it measures, where that is not its own key: two indicators of one measure, or one that the plan's prose
    /// gives figures for.
    pub measures: Option<String>,
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
    /// It counts what happens within the plan's time, such as new places, and so begins at nothing.
    pub from_nothing: bool,
    /// The two measures whose figures it is the difference of, where the plan prints both.
    pub gap_of: Option<(String, String)>,
    /// The plan itself says that numbers are still to be set.
    pub to_be_set: bool,
    /// For officers: how the plan prints it, what does not fit.
    pub note: Option<String>,
}

/// Which way an indicator should move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    Increase,
    Decrease,
    Maintain,
}

impl Direction {
    /// Whether a figure is at a target or better.
    pub fn is_reached(&self, figure: f64, target: f64) -> bool {
        match self {
            Self::Increase => figure >= target,
            Self::Decrease => figure <= target,
            Self::Maintain => figure == target,
        }
    }

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
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// Finite; in the indicator's unit.
    pub value: f64,
    /// Absent where the plan does not date it.
    pub period: Option<Period>,
}

/// Where an indicator should get to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    /// A number.
    Number(Measure),
    /// Per cent more (or, below 0, fewer) than the baseline, as in "reduced by 30 %".
    Change { percent: f64, period: Option<Period> },
    /// A comparison, such as "in line with the average of statistical neighbours", with its date if it has one.
    Words { words: String, period: Option<Period> },
}

impl Target {
    /// When it should be reached, where the plan says.
    pub fn period(&self) -> Option<Period> {
        match self {
            Self::Number(measure) => measure.period,
            Self::Change { period, .. } | Self::Words { period, .. } => *period,
        }
    }
}

/// How a figure stands beside that of another place, as the plan says it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Comparator {
    /// For example `England`, `West Midlands` or `statistical neighbours`.
    pub with: String,
    pub standing: Standing,
    /// The other place's figure, in the same unit, where the plan prints it.
    pub value: Option<f64>,
    /// When it stood so, where the plan says.
    pub period: Option<Period>,
}

/// On which side of another place's figure an indicator lies. Which is better depends on its direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    Higher,
    Lower,
    Level,
}

impl Standing {
    /// Whether a figure lies on this side of another.
    pub fn fits(&self, figure: f64, other: f64) -> bool {
        match self {
            Self::Higher => figure > other,
            Self::Lower => figure < other,
            Self::Level => figure == other,
        }
    }

    /// As a clause says it: `higher than`.
    pub fn as_words(&self) -> &'static str {
        match self {
            Self::Higher => "higher than",
            Self::Lower => "lower than",
            Self::Level => "level with",
        }
    }
}

impl Indicator {
    /// One with nothing but its key, its title and its unit.
    pub fn named(key: String, title: String, unit: String) -> Self {
        Self {
            key,
            measures: None,
            title,
            unit,
            direction: None,
            baseline: None,
            target: None,
            source: None,
            comparators: Vec::new(),
            from_nothing: false,
            gap_of: None,
            to_be_set: false,
            note: None,
        }
    }

    /// What it measures.
    pub fn measure(&self) -> &str {
        self.measures.as_deref().unwrap_or(&self.key)
    }

    /// The number that its target asks for; none where that is in words, or a change of a baseline that is not given.
    pub fn aim(&self) -> Option<f64> {
        match (&self.target, &self.baseline) {
            (Some(Target::Number(measure)), _) => Some(measure.value),
            (Some(Target::Change { percent, .. }), Some(baseline)) => Some(baseline.value * (1.0 + percent / 100.0)),
            _ => None,
        }
    }

    /// A number with this indicator's unit, as people write it: `31.9%`, `416 per 10,000`.
    pub fn write(&self, value: f64) -> String {
        write(value, &self.unit)
    }
}

/// A number with its unit, as people write it: `31.9%`, `416 per 10,000`.
pub(in crate::plan) fn write(value: f64, unit: &str) -> String {
    match unit {
        "%" => format!("{value}%"),
        unit => format!("{value} {unit}"),
    }
}
