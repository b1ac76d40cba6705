//! One exercise: who asks, when, of whom, what, and which plan it feeds.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    Assessment, ConsultationWords, Draft, Language, PerspectiveWords, Question, QuestionKind, QuestionWords, Reader,
    Worded, Wording,
};

/// How the pages of a perspective look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Edition {
    /// Larger type, pictures, simple words.
    Child,
    #[default]
    Plain,
    /// Larger type and short sentences, for whoever chooses it. No perspective has it from the start.
    #[serde(skip)]
    EasyRead,
}

/// A standpoint someone answers from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Perspective {
    pub key: String,
    #[serde(default)]
    pub edition: Edition,
    /// The youngest and the oldest who answer from it, in years; only age bands that overlap are offered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ages: Option<(u32, u32)>,
    /// The age in years at which most can read its words, as `heard check` measures them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading_age: Option<u8>,
}

/// Someone to talk to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Help {
    pub name: String,
    /// Whom it is for, for example `children and young people`.
    #[serde(rename = "for")]
    pub whom: String,
    /// When it answers, for example `Free, day or night`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// Someone to talk to, as said to a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidHelp {
    pub name: String,
    pub whom: String,
    pub when: Option<String>,
    pub phone: Option<String>,
    pub url: Option<String>,
    /// What the words are in: the reader's language, or else the survey's default one.
    pub language: Language,
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
    /// The data protection impact assessment, once it is agreed.
    pub assessment: Option<Assessment>,
    pub help: Vec<Help>,
    /// The subject may stir up something bad: who to talk to is shown from the first page on.
    pub sensitive: bool,
    /// An edition in short sentences and bigger type can be chosen.
    pub easy_read: bool,
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

    /// The question that asks for an age band, if there is one.
    pub fn age_question(&self) -> Option<&Question> {
        self.questions.iter().find(|question| matches!(question.kind, QuestionKind::AgeBand(_)))
    }

    /// How much it takes in, for telling the main consultation from others beside it: from how many standpoints it
    /// can be answered, and how many of its questions in people's own words.
    pub fn breadth(&self) -> (usize, usize) {
        (self.perspectives.len(), self.text_questions().count())
    }

    /// Who there is to talk to, in the order of the survey, each in this language where it has the words.
    pub fn help_in(&self, language: &str) -> Vec<SaidHelp> {
        let wording = self.wordings.iter().find(|(known, _)| known.as_str() == language);
        let say = |help: &Help| {
            let words = wording.and_then(|(language, wording)| Some((language, wording.help.get(&help.name)?)));
            let name = words.and_then(|(_, words)| words.name.as_ref()).unwrap_or(&help.name);
            SaidHelp {
                name: name.clone(),
                whom: words.map_or(&help.whom, |(_, words)| &words.whom).clone(),
                when: words.map_or(&help.when, |(_, words)| &words.when).clone(),
                phone: help.phone.clone(),
                url: help.url.clone(),
                language: words.map_or(&self.default_language, |(language, _)| language).clone(),
            }
        };
        self.help.iter().map(say).collect()
    }

    /// The languages that the survey is offered in, the default first.
    pub fn languages(&self) -> Vec<&Language> {
        let others = self.wordings.keys().filter(|language| **language != self.default_language);
        std::iter::once(&self.default_language).chain(others).collect()
    }

    /// The language that the survey has all its words in.
    pub fn default_language(&self) -> &Language {
        &self.default_language
    }

    /// The words in the default language.
    pub(super) fn default_wording(&self) -> &Wording {
        // `parse` lets no consultation through without words in its default language.
        &self.wordings[&self.default_language]
    }

    /// What the start page says, in this language or else in the default one.
    pub fn words(&self, language: &Language) -> Worded<'_, ConsultationWords> {
        self.worded(language, |wording| wording.consultation.as_ref())
            .unwrap_or(Worded { words: &NOTHING_SAID, language: &self.default_language })
    }

    /// What the start page says in the default language, for officers.
    pub fn default_words(&self) -> &ConsultationWords {
        self.words(&self.default_language).words
    }

    /// How a question is put to someone; `parse` has made sure that it is, for everyone it is asked of.
    pub fn find_words(&self, reader: Reader<'_>, question: &str) -> Option<Worded<'_, QuestionWords>> {
        let editions = reader.editions();
        self.worded(reader.language, |wording| wording.find_question(question, &editions))
    }

    /// Whom the words for this draft are for.
    pub fn reader<'a>(&self, draft: &'a Draft) -> Reader<'a> {
        let age_band = self.age_question().map(|question| draft.said(&question.key)).filter(|band| !band.is_empty());
        let perspective = draft.perspective.as_deref().unwrap_or_default();
        Reader { language: &draft.language, perspective, age_band, easy_read: draft.easy_read }
    }

    /// A short name of a question for officers: its wording for young people or whoever has one.
    pub fn heading<'a>(&'a self, question: &'a str) -> &'a str {
        self.officer_words(question).map_or(question, |words| words.ask.as_str())
    }

    /// The words that officers know a question and its options by.
    pub fn officer_words(&self, question: &str) -> Option<&QuestionWords> {
        let editions = self.default_wording().question.get(question)?;
        let preferred = ["citizen", "young-person", "any"].iter().find_map(|key| editions.get(*key));
        preferred.or_else(|| editions.values().next())
    }

    /// How a perspective is named, in the default language.
    pub fn perspective_words(&self, perspective: &str) -> Option<&PerspectiveWords> {
        self.default_wording().perspective.get(perspective)
    }

    /// How a perspective is named and offered in this language, or else in the default one.
    pub fn find_perspective_words(
        &self,
        language: &Language,
        perspective: &str,
    ) -> Option<Worded<'_, PerspectiveWords>> {
        self.worded(language, |wording| wording.perspective.get(perspective))
    }

    /// What a survey says in one language.
    pub fn find_wording(&self, language: &Language) -> Option<&Wording> {
        self.wordings.get(language)
    }

    fn worded<'a, T>(
        &'a self,
        language: &Language,
        find: impl Fn(&'a Wording) -> Option<&'a T>,
    ) -> Option<Worded<'a, T>> {
        let wanted = self.wordings.get_key_value(language);
        let default = self.wordings.get_key_value(&self.default_language);
        let mut in_turn = wanted.into_iter().chain(default);
        in_turn.find_map(|(language, wording)| Some(Worded { words: find(wording)?, language }))
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

/// Stands in where `parse` has let nothing through.
static NOTHING_SAID: ConsultationWords = ConsultationWords {
    title: String::new(),
    summary: String::new(),
    who_asks: String::new(),
    why: String::new(),
    how_long: String::new(),
    what_happens: String::new(),
    undecided: String::new(),
};
