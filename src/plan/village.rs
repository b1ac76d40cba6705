//! A place drawn as a village of 100 children: any set of shares with labels.
//!
//! Leaves out the picture (`pages`).

use serde::{Deserialize, Serialize};

use super::period::Period;

/// A place as a village of 100 children.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Village {
    /// For example `now`.
    pub key: String,
    pub title: String,
    /// When it is or should be so.
    pub period: Period,
    /// Each child has one of the labels and no other, so that the shares may not exceed 100 together.
    pub exclusive: bool,
    /// Drawn by us from the plan's own figures; nobody published it as a village.
    pub ours: bool,
    pub shares: Vec<VillageShare>,
}

/// How many of the 100 children something is true of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VillageShare {
    /// Completes "… of the 100 children", for example `have been bullied`.
    pub label: String,
    /// Of 100; absent where the plan names the label and no number.
    pub of_100: Option<f64>,
    /// The measure it rests on, among the plan's printed figures or indicators.
    pub measure: Option<String>,
    /// Where the share comes from, where that is not in the plan.
    pub source: Option<String>,
}
