//! A survey's file as it is written: the TOML of `survey.toml`, key for key.
//!
//! Officers' editor and people with a text editor write the same. What it means, and whether it makes sense, is for
//! [`super::parse`].

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::question::{Section, Source};
use super::{AssessmentFile, Help, Perspective};

/// The whole of `survey.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SurveyFile {
    pub key: String,
    pub organisation: String,
    /// The first day that responses are taken, as 2026-11-02.
    pub opens: String,
    /// The last one.
    pub closes: String,
    pub geography: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code_frame: Option<String>,
    /// The default first, which has all words.
    pub languages: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sample: Option<String>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub sensitive: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    pub easy_read: bool,
    /// The data protection impact assessment, once it is agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assessment: Option<AssessmentFile>,
    #[serde(default)]
    pub help: Vec<Help>,
    #[serde(default)]
    pub perspective: Vec<Perspective>,
    #[serde(default)]
    pub question: Vec<QuestionFile>,
}

/// One `[[question]]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct QuestionFile {
    pub key: String,
    pub kind: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<String>,
    /// Options that stand last, set apart, and are never shuffled.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub apart: Vec<String>,
    /// The option of a many-of that excludes the others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub none: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<usize>,
    /// The most that may be picked, or the places of a ranking.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_most: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most: Option<i64>,
    /// `given` or `random`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<String>,
    #[serde(skip_serializing_if = "is_false")]
    pub postcode: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub perspectives: Option<Vec<String>>,
    #[serde(skip_serializing_if = "is_main")]
    pub section: Section,
    #[serde(skip_serializing_if = "is_false")]
    pub sensitive: bool,
    pub source: Source,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub when: Vec<ConditionFile>,
    /// By option key, the name of its picture.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub pictures: BTreeMap<String, String>,
}

/// One condition of `when`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ConditionFile {
    pub question: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub any: Vec<String>,
    #[serde(skip_serializing_if = "is_false")]
    pub answered: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most: Option<i64>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_false(value: &bool) -> bool {
    !*value
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_main(section: &Section) -> bool {
    *section == Section::Main
}
