//! One person's whole submission, as it is stored: never a name, an address, a device or a time of day.

use jiff::civil::Date;

use super::{Answer, Consultation, Draft, Language, Section, asked};

/// How a response reached Heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Answered on Heard's own pages.
    Web,
    /// Read from a file by `heard import`.
    Import,
    /// Written on paper and typed in by two people.
    Questionnaire,
    /// Invented, for showing how Heard works. Labelled illustrative wherever shown.
    Illustrative,
}

impl Origin {
    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Import => "import",
            Self::Questionnaire => "paper",
            Self::Illustrative => "illustrative",
        }
    }

    /// Reads the stored form.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Web, Self::Import, Self::Questionnaire, Self::Illustrative]
            .into_iter()
            .find(|origin| origin.as_str() == text)
    }
}

/// A whole submission, before the store gives it an identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    pub perspective: String,
    pub district: super::District,
    /// The language of the pages it was answered on.
    pub language: Language,
    /// The day in the consultation's own time zone. No time of day is kept, so that no log can be matched to it.
    pub submitted_on: Date,
    pub origin: Origin,
    /// By question key, in the survey's order; skipped questions and the district are left out.
    pub answers: Vec<(String, Answer)>,
}

impl Response {
    /// The response that a finished draft becomes: only what the journey still asks, so that an answer to a
    /// question that a later change removed is not kept. `None` while the perspective is unknown.
    pub fn from_draft(
        consultation: &Consultation,
        draft: &Draft,
        districts: &[String],
        submitted_on: Date,
    ) -> Option<Self> {
        let perspective = draft.perspective.clone()?;
        let mut district = super::District::Unknown;
        let mut answers = Vec::new();
        for question in asked(consultation, &perspective, |key| draft.said(key).to_owned()) {
            let unwanted = question.section == Section::Equality && draft.equality != Some(true);
            let value = if unwanted { "" } else { draft.said(&question.key) };
            match Answer::parse(question, value, districts) {
                Ok(Some(Answer::District(given))) => district = given,
                Ok(Some(answer)) => answers.push((question.key.clone(), answer)),
                // A draft holds only what was taken before; what no longer fits the survey is a skip.
                Ok(None) | Err(_) => {}
            }
        }
        let language = draft.language.clone();
        Some(Self { perspective, district, language, submitted_on, origin: Origin::Web, answers })
    }

    /// The stored form of what was said to a question, empty when nothing was; of the one that asks for the district,
    /// the district.
    pub fn said(&self, question: &super::Question) -> std::borrow::Cow<'_, str> {
        if question.is_district() {
            return self.district.as_str().into();
        }
        let found = self.answers.iter().find(|(key, _)| *key == question.key);
        found.map(|(_, answer)| answer.to_text()).unwrap_or_default()
    }

    /// The questions that this person was asked: the bases of figures are counted by it.
    pub fn asked<'a>(&self, consultation: &'a Consultation) -> Vec<&'a super::Question> {
        asked(consultation, &self.perspective, |key| {
            consultation.find_question(key).map(|question| self.said(question).into_owned()).unwrap_or_default()
        })
    }

    /// Whom its questions were worded for.
    pub fn reader<'a>(&'a self, consultation: &Consultation) -> super::Reader<'a> {
        let age = consultation.age_question().and_then(|question| {
            let answer = self.answers.iter().find(|(key, _)| *key == question.key)?;
            if let Answer::Choice(band) = &answer.1 { Some(band.as_str()) } else { None }
        });
        super::Reader { language: &self.language, perspective: &self.perspective, age_band: age, easy_read: false }
    }
}
