//! A plan's account of the one before it: what was said, and what was achieved.

use serde::{Deserialize, Serialize};

use super::period::Period;

/// What came of an earlier plan, by the plan's own account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The period its first day lies in.
    pub starts: Period,
    /// The period its last day lies in.
    pub ends: Period,
    pub said: Vec<Said>,
}

/// One thing that was said, and what is held to have come of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// For example `protected`.
    pub key: String,
    /// The plan's own words; none where an achievement answers to nothing that was said.
    pub says: Option<String>,
    pub achieved: Vec<Achieved>,
}

/// One thing that was achieved, restated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Achieved {
    pub says: String,
    /// It says that something grew, fell, improved or got worse.
    #[serde(default)]
    pub claims_change: bool,
    /// The measures that it gives figures for, which stand among the plan's printed figures.
    #[serde(default)]
    pub figures: Vec<String>,
    /// It says that a target was reached, or was not.
    pub target_met: Option<bool>,
    /// That target, in the plan's words, where it is printed.
    pub target: Option<String>,
}
