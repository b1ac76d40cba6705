//! The words of a survey in one language: for the consultation, each perspective, and each question as each
//! perspective reads it. Leaves out the words of the interface itself, which belong to `pages`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A language as an ISO 639-1 code such as `en`; it becomes the page's `lang`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Language(pub String);

impl Language {
    /// English, the language every bundled survey has.
    pub fn english() -> Self {
        Self("en".to_owned())
    }

    /// The code, for example `en`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Everything a survey says in one language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    pub consultation: ConsultationWords,
    /// By perspective key.
    pub perspective: BTreeMap<String, PerspectiveWords>,
    /// By question key, then by perspective key; `any` serves perspectives without words of their own.
    pub question: BTreeMap<String, BTreeMap<String, QuestionWords>>,
}

/// What the start page says.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsultationWords {
    pub title: String,
    pub summary: String,
    pub who_asks: String,
    pub why: String,
    pub how_long: String,
    pub what_happens: String,
    /// What is not yet decided and can still be changed by what people say.
    pub undecided: String,
}

/// How one perspective is named and offered.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PerspectiveWords {
    /// One of them: `Child`.
    pub name: String,
    /// All of them: `Children`.
    pub plural: String,
    /// What a person picks: `I am a child`.
    pub choose: String,
    #[serde(default)]
    pub hint: Option<String>,
}

/// One question as one perspective reads it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionWords {
    pub ask: String,
    #[serde(default)]
    pub hint: Option<String>,
    /// By option key; only for questions with options.
    #[serde(default)]
    pub options: BTreeMap<String, OptionWords>,
}

/// One option as one perspective reads it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptionWords {
    pub label: String,
    #[serde(default)]
    pub hint: Option<String>,
}

impl Wording {
    /// The words of a question for a perspective, its own or those for `any`.
    pub fn find_question(&self, question: &str, perspective: &str) -> Option<&QuestionWords> {
        let editions = self.question.get(question)?;
        editions.get(perspective).or_else(|| editions.get("any"))
    }
}
