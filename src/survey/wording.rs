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

/// Words together with the language they are in: where a language lacks some, those of the default one stand in.
#[derive(Debug, PartialEq, Eq)]
pub struct Worded<'a, T> {
    pub words: &'a T,
    pub language: &'a Language,
}

// Not derived: these are two references, whatever they lead to.
impl<T> Clone for Worded<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Worded<'_, T> {}

/// Whom words are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reader<'a> {
    pub language: &'a Language,
    /// A perspective's key.
    pub perspective: &'a str,
    /// The key of the age band, once it is known.
    pub age_band: Option<&'a str>,
    /// Short sentences were chosen.
    pub easy_read: bool,
}

impl Reader<'_> {
    /// The names that words for this reader may stand under, the best first: `child/easy-read`, `easy-read`,
    /// `child@8-11`, `child`, `any`.
    pub fn editions(&self) -> Vec<String> {
        let perspective = self.perspective;
        let mut names = Vec::new();
        if self.easy_read {
            names.extend([format!("{perspective}/{EASY_READ}"), EASY_READ.to_owned()]);
        }
        names.extend(self.age_band.map(|band| format!("{perspective}@{band}")));
        names.extend([perspective.to_owned(), ANY.to_owned()]);
        names
    }
}

/// The edition in short sentences and bigger type.
pub const EASY_READ: &str = "easy-read";
/// The edition that serves whoever has no words of their own.
pub const ANY: &str = "any";

/// Everything a survey says in one language.
///
/// The default language has all of it; another may lack words, which `heard check` reports. A block that lacks some
/// of its words is left out as a whole when the survey is read, so what is here can be shown as it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consultation: Option<ConsultationWords>,
    /// By the name that `survey.toml` gives someone to talk to; the default language may leave it out, since the survey
    /// says it there.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub help: BTreeMap<String, HelpWords>,
    /// By perspective key.
    #[serde(default)]
    pub perspective: BTreeMap<String, PerspectiveWords>,
    /// By question key, then by edition (see [`Reader::editions`]).
    #[serde(default)]
    pub question: BTreeMap<String, BTreeMap<String, QuestionWords>>,
}

/// What the start page says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
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

/// Someone to talk to, as said in a language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct HelpWords {
    /// Where people know it by another name; left out, the name stays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whom it is for.
    #[serde(rename = "for")]
    pub whom: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
}

/// How one perspective is named and offered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PerspectiveWords {
    /// One of them: `Child`.
    pub name: String,
    /// All of them: `Children`.
    pub plural: String,
    /// What a person picks: `I am a child`.
    pub choose: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
}

/// One question as one edition puts it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct QuestionWords {
    pub ask: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// The paragraphs of a page to read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub body: Vec<String>,
    /// By option key; only for questions with options.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub options: BTreeMap<String, OptionWords>,
}

/// One option as one edition puts it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OptionWords {
    pub label: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// What its picture shows, for someone who cannot see it; only where the label does not say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
}

impl Wording {
    /// The words of a question under the first of these editions that has some.
    pub fn find_question(&self, question: &str, editions: &[String]) -> Option<&QuestionWords> {
        let all = self.question.get(question)?;
        editions.iter().find_map(|edition| all.get(edition))
    }
}
