//! One exercise: who asks, when, of whom, what, and which plan it feeds.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::{Language, PerspectiveWords, Question, QuestionWords, Wording};

/// How the pages of a perspective look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Edition {
    /// Larger type, pictures, simple words.
    Child,
    #[default]
    Plain,
}

/// A standpoint someone answers from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Perspective {
    pub key: String,
    #[serde(default)]
    pub edition: Edition,
}

/// Someone to talk to.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Help {
    pub name: String,
    /// Whom it is for, for example `children and young people`.
    #[serde(rename = "for")]
    pub whom: String,
    /// When it answers, for example `Free, day or night`.
    #[serde(default)]
    pub when: Option<String>,
    #[serde(default)]
    pub phone: Option<String>,
    #[serde(default)]
    pub url: Option<String>,
}

/// Whether a consultation takes responses on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Openness {
    NotYetOpen,
    Open,
    Closed,
}

/// A consultation whose files are known to be whole: every question has words for everyone it is asked of.
#[derive(Debug, Clone)]
pub struct Consultation {
    pub key: String,
    pub organisation: String,
    /// The first day that responses are taken.
    pub opens: Date,
    /// The last day that responses are taken.
    pub closes: Date,
    /// The key of the geography whose districts are offered.
    pub geography: String,
    /// The key of the plan that it feeds.
    pub plan: Option<String>,
    /// The key of the code frame that answers are coded to before any officer has coded one.
    pub code_frame: Option<String>,
    /// The file of invented responses beside the survey.
    pub sample: Option<String>,
    pub help: Vec<Help>,
    pub perspectives: Vec<Perspective>,
    pub questions: Vec<Question>,
    /// SHA-256 of the files, in hexadecimal; stored with responses so that it stays known what was asked.
    pub digest: String,
    pub(super) default_language: Language,
    pub(super) wordings: BTreeMap<Language, Wording>,
}

impl Consultation {
    /// The question with this key.
    pub fn find_question(&self, key: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.key == key)
    }

    /// The perspective with this key.
    pub fn find_perspective(&self, key: &str) -> Option<&Perspective> {
        self.perspectives.iter().find(|perspective| perspective.key == key)
    }

    /// Questions answered in free text, in order.
    pub fn text_questions(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(|question| question.is_text())
    }

    /// The languages that the survey is complete in, the default first.
    pub fn languages(&self) -> Vec<&Language> {
        let others = self.wordings.keys().filter(|language| **language != self.default_language);
        std::iter::once(&self.default_language).chain(others).collect()
    }

    /// The words in this language, or in the default one.
    pub fn words(&self, language: &Language) -> &Wording {
        // `parse` lets no consultation through without words in its default language.
        self.wordings.get(language).unwrap_or_else(|| &self.wordings[&self.default_language])
    }

    /// The words in the default language, for officers.
    pub fn default_words(&self) -> &Wording {
        self.words(&self.default_language)
    }

    /// How a question is worded for someone; `parse` has made sure that it is, for everyone it is asked of.
    pub fn find_words(&self, language: &Language, question: &str, perspective: &str) -> Option<&QuestionWords> {
        self.words(language).find_question(question, perspective)
    }

    /// A short name of a question for officers: its wording for young people or whoever has one.
    pub fn heading<'a>(&'a self, question: &'a str) -> &'a str {
        let Some(editions) = self.default_words().question.get(question) else { return question };
        let preferred = ["citizen", "young-person", "any"].iter().find_map(|key| editions.get(*key));
        preferred.or_else(|| editions.values().next()).map_or(question, |words| words.ask.as_str())
    }

    /// How a perspective is named, in the default language.
    pub fn perspective_words(&self, perspective: &str) -> Option<&PerspectiveWords> {
        self.default_words().perspective.get(perspective)
    }

    /// Whether responses are taken on this day, which the caller gives in Europe/London time.
    pub fn openness(&self, today: Date) -> Openness {
        if today < self.opens {
            Openness::NotYetOpen
        } else if today > self.closes {
            Openness::Closed
        } else {
            Openness::Open
        }
    }
}
