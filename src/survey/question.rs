//! One thing asked: its key, its kind, and who is asked it. Its words are in [`super::Wording`].

use serde::{Deserialize, Serialize};

use super::{Condition, Options, Perspective, options};

/// Where a question's subject comes from, said beside its results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// A published survey names this subject.
    Published,
    /// Added by Heard's authors, and marked so.
    #[default]
    Ours,
}

/// Which part of the survey a question belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Section {
    #[default]
    Main,
    /// About the person, to see who has not been heard from; offered after check answers.
    Equality,
}

/// What kind of answer a question takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QuestionKind {
    /// A page to read, which takes none.
    Information,
    /// A district of the consultation's geography, "somewhere else" or "I'm not sure".
    District {
        /// Whether a postcode may be given instead, which is looked up and forgotten.
        postcode: bool,
    },
    /// Free text on one line.
    ShortText,
    /// Free text over several lines.
    LongText,
    OneOf(Options),
    /// One of several steps in order, from one end to the other.
    Scale(Options),
    /// One of several ranges of age in years.
    AgeBand(Options),
    ManyOf {
        options: Options,
        /// The option that excludes all others, set apart: "none of these".
        none: Option<String>,
        /// How many must be picked by whoever picks any but `none`.
        at_least: usize,
        at_most: usize,
    },
    /// Options in order of weight, the first one first.
    Ranking {
        options: Options,
        /// How many places there are.
        places: usize,
    },
    /// A whole number within these ends, each counted in.
    Number {
        least: i64,
        most: i64,
    },
}

/// One question of a survey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Lower-case letters, digits and hyphens; the same in every perspective and language, so that answers pool.
    pub key: String,
    pub kind: QuestionKind,
    /// The perspectives it is asked of; `None` asks everyone.
    pub perspectives: Option<Vec<String>>,
    /// It is asked where all of these hold.
    pub when: Vec<Condition>,
    pub section: Section,
    /// It may stir up something bad: who to talk to is shown again right after it.
    pub sensitive: bool,
    pub source: Source,
    /// For officers: why it is asked or where it comes from.
    pub note: Option<String>,
}

impl Question {
    /// A question of this kind that everyone is asked.
    pub fn new(key: impl Into<String>, kind: QuestionKind) -> Self {
        Self {
            key: key.into(),
            kind,
            perspectives: None,
            when: Vec::new(),
            section: Section::Main,
            sensitive: false,
            source: Source::Ours,
            note: None,
        }
    }

    /// Whether someone answering from this perspective may be asked this; its conditions decide too.
    pub fn is_asked_of(&self, perspective: &str) -> bool {
        self.perspectives.as_ref().is_none_or(|keys| keys.iter().any(|key| key == perspective))
    }

    /// Whether answers are free text, and so have themes, redactions and search.
    pub fn is_text(&self) -> bool {
        matches!(self.kind, QuestionKind::LongText | QuestionKind::ShortText)
    }

    /// Whether it asks for the district.
    pub fn is_district(&self) -> bool {
        matches!(self.kind, QuestionKind::District { .. })
    }

    /// Whether it takes an answer at all.
    pub fn takes_answer(&self) -> bool {
        self.kind != QuestionKind::Information
    }

    /// Its closed answers, if it has any of its own.
    pub fn options(&self) -> Option<&Options> {
        match &self.kind {
            QuestionKind::OneOf(options) | QuestionKind::Scale(options) | QuestionKind::AgeBand(options) => {
                Some(options)
            }
            QuestionKind::ManyOf { options, .. } | QuestionKind::Ranking { options, .. } => Some(options),
            _ => None,
        }
    }

    /// The options that one person is offered, in that person's order (see [`Options::in_order`]).
    pub fn offered(&self, perspective: &Perspective, seed: u64) -> Vec<&str> {
        let mut keys = self.options().map(|options| options.in_order(seed, &self.key)).unwrap_or_default();
        if matches!(self.kind, QuestionKind::AgeBand(_)) {
            keys.retain(|key| options::band_fits(key, perspective));
        }
        keys
    }
}
