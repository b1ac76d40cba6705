//! A ballot's file as it is written: the TOML of `ballot.toml`, key for key. What it means is for [`super::parse`].

use serde::{Deserialize, Serialize};

use super::definition::Candidate;
use crate::survey::{Help, Perspective};

/// The whole of `ballot.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BallotFile {
    pub key: String,
    pub organisation: String,
    /// From when papers are taken, as 2026-11-02T09:00 on the clocks of Europe/London.
    pub opens: String,
    /// From when no paper is taken any more.
    pub closes: String,
    pub geography: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code_frame: Option<String>,
    /// The default first, which has all words.
    pub languages: Vec<String>,
    /// The youngest and the oldest who are entitled to vote, in years.
    pub ages: (u32, u32),
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub vouchers: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub illustrative: bool,
    pub method: String,
    pub seats: usize,
    pub seed: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub easy_read: bool,
    pub paper: FormFile,
    #[serde(default)]
    pub help: Vec<Help>,
    #[serde(default)]
    pub perspective: Vec<Perspective>,
    #[serde(default)]
    pub candidate: Vec<Candidate>,
}

/// How a paper is marked, as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormFile {
    pub kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<usize>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<u16>,
}
