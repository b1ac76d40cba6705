//! One thing asked: its key, its kind, and who is asked it. Its words are in [`super::Wording`].

use serde::Deserialize;

/// Where a question's subject comes from, said beside its results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// A published survey names this subject.
    Published,
    /// Added by Heard's authors, and marked so.
    #[default]
    Ours,
}

/// What kind of answer a question takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QuestionKind {
    /// A district of the consultation's geography, "somewhere else" or "I'm not sure".
    District,
    /// One of these option keys, in this order.
    OneOf { options: Vec<String> },
    /// Free text over several lines.
    LongText,
}

/// One question of a survey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Lower-case letters, digits and hyphens; the same in every perspective and language, so that answers pool.
    pub key: String,
    pub kind: QuestionKind,
    /// The perspectives it is asked of; `None` asks everyone.
    pub perspectives: Option<Vec<String>>,
    pub source: Source,
    /// For officers: why it is asked or where it comes from.
    pub note: Option<String>,
}

impl Question {
    /// Whether someone answering from this perspective is asked this.
    pub fn is_asked_of(&self, perspective: &str) -> bool {
        self.perspectives.as_ref().is_none_or(|keys| keys.iter().any(|key| key == perspective))
    }

    /// Whether answers are free text, and so have themes, redactions and search.
    pub fn is_text(&self) -> bool {
        matches!(self.kind, QuestionKind::LongText)
    }
}
