//! What someone has told us so far, before it is sent.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Consultation, Language, Response, Section};

/// A response that is not finished.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The key of the perspective they chose.
    pub perspective: Option<String>,
    /// By question key, the stored form; an empty value is a question that was seen and skipped.
    pub answers: BTreeMap<String, String>,
    pub language: Language,
    /// They chose short sentences and bigger type.
    #[serde(default)]
    pub easy_read: bool,
    /// They have gone on from check answers.
    #[serde(default)]
    pub checked: bool,
    /// Whether they want to be asked about themselves, once they have said.
    #[serde(default)]
    pub equality: Option<bool>,
    /// The question at which they stopped to come back later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped_at: Option<String>,
    /// The hash of the receipt of the response that this one takes the place of.
    #[serde(default)]
    pub corrects: Option<String>,
    /// The code of the link or group session that they came by, for its count alone.
    #[serde(default)]
    pub way_in: Option<String>,
}

impl Draft {
    /// Nothing said yet.
    pub fn new(language: Language) -> Self {
        Self {
            perspective: None,
            answers: BTreeMap::new(),
            language,
            easy_read: false,
            checked: false,
            equality: None,
            stopped_at: None,
            corrects: None,
            way_in: None,
        }
    }

    /// A draft that holds everything that a response said, with every question of it seen, so that its owner can change
    /// what they like. `receipt_hash` is that of the response. Nothing of it can be changed where the consultation no
    /// longer has the perspective it was answered from.
    pub fn correcting(consultation: &Consultation, response: &Response, receipt_hash: String) -> Option<Self> {
        let perspective = consultation.find_perspective(&response.perspective)?.key.clone();
        let known = consultation.languages().contains(&&response.language);
        let language = if known { &response.language } else { consultation.default_language() };
        let asked = response.asked(consultation);
        let told = asked.iter().any(|one| one.section == Section::Equality && !response.said(one).is_empty());
        let seen = asked.iter().filter(|one| told || one.section == Section::Main);
        let answers = seen.map(|one| (one.key.clone(), response.said(one).into_owned())).collect();
        Some(Self {
            perspective: Some(perspective),
            answers,
            // Who said nothing about themselves is offered the questions again.
            equality: told.then_some(true),
            corrects: Some(receipt_hash),
            ..Self::new(language.clone())
        })
    }

    /// The stored form of what was said to a question, empty when it was skipped or not yet seen.
    pub fn said(&self, question: &str) -> &str {
        self.answers.get(question).map(String::as_str).unwrap_or_default()
    }
}
