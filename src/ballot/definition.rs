//! A ballot: what may be voted for, how a paper is marked, and how it will be counted, fixed before it opens.

use std::collections::BTreeMap;

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::method::Method;
use super::paper::Marks;
use super::tie::Seed;
use crate::survey::{
    ConsultationWords, Help, HelpWords, Language, Openness, Perspective, QuestionWords, Reader, SaidHelp, Source,
    Worded,
};

/// The most candidates: more cannot be read on one paper, and thirds and sevenths of votes are added exactly up to here.
pub const MOST_CANDIDATES: usize = 60;
/// The most points that a paper gives.
pub const MOST_POINTS: u16 = 1_000;

/// How a paper is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum PaperForm {
    /// Choose up to so many.
    Choose { at_most: usize },
    /// Choose all that one approves of.
    Approve,
    /// Put in order, up to so many places.
    Rank { at_most: usize },
    /// Give points, no more than these in all.
    Points { budget: u16 },
}

impl PaperForm {
    /// What marks on it mean.
    pub fn marks(self) -> Marks {
        match self {
            Self::Choose { .. } | Self::Approve => Marks::Chosen,
            Self::Rank { .. } => Marks::Ranked,
            Self::Points { .. } => Marks::Points,
        }
    }
}

/// Something that can be voted for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Candidate {
    /// Never changes once the ballot is open.
    pub key: String,
    /// Whether a published ballot named it, or it is ours.
    #[serde(default)]
    pub source: Source,
    /// For officers: where it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The theme of the code frame that young people raised and this stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_theme: Option<String>,
    /// Stays on the paper, and is passed over in the count.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub withdrawn: bool,
}

/// A ballot whose files are known to be whole: every candidate has words for everyone who may vote.
#[derive(Debug, Clone, PartialEq)]
pub struct Ballot {
    pub key: String,
    /// Who holds it.
    pub organisation: String,
    /// From when papers are taken, on the clocks of Europe/London.
    pub opens: DateTime,
    /// From when no paper is taken any more.
    pub closes: DateTime,
    /// The key of the geography that turnout is shown by.
    pub geography: String,
    /// The key of the plan that it feeds.
    pub plan: Option<String>,
    /// The key of the code frame that candidates' themes are of.
    pub code_frame: Option<String>,
    /// The youngest and the oldest who are entitled to vote, in years.
    pub ages: (u32, u32),
    /// Each paper needs a voucher; without, everybody may vote, and a browser once.
    pub vouchers: bool,
    /// A try-out: papers in it may be invented, and every page says so.
    pub illustrative: bool,
    /// How a paper is marked.
    pub form: PaperForm,
    pub method: Method,
    /// How many win.
    pub seats: usize,
    /// Breaks ties; published with the ballot.
    pub seed: Seed,
    pub help: Vec<Help>,
    /// An edition in short sentences and bigger type can be chosen.
    pub easy_read: bool,
    pub perspectives: Vec<Perspective>,
    /// In the order of the paper.
    pub candidates: Vec<Candidate>,
    /// SHA-256 of the files, in hexadecimal, so that it stays known what was voted on.
    pub digest: String,
    pub(super) default_language: Language,
    pub(super) wordings: BTreeMap<Language, BallotWording>,
}

/// What a ballot says in one language: `wording/en.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BallotWording {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consultation: Option<ConsultationWords>,
    /// Who to talk to, by the name in `ballot.toml`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub help: BTreeMap<String, HelpWords>,
    /// By perspective key.
    #[serde(default)]
    pub perspective: BTreeMap<String, crate::survey::PerspectiveWords>,
    /// The paper by edition (see [`Reader::editions`]): its question, and the candidates as its options.
    #[serde(default)]
    pub paper: BTreeMap<String, QuestionWords>,
}

impl BallotWording {
    /// The paper's words under the first of these editions that has some.
    pub fn find_paper(&self, editions: &[String]) -> Option<&QuestionWords> {
        editions.iter().find_map(|edition| self.paper.get(edition))
    }
}

impl Ballot {
    /// The candidate with this key, and its place on the paper.
    pub fn find_candidate(&self, key: &str) -> Option<(usize, &Candidate)> {
        self.candidates.iter().enumerate().find(|(_, candidate)| candidate.key == key)
    }

    /// The candidates' keys, in the order of the paper.
    pub fn keys(&self) -> Vec<String> {
        self.candidates.iter().map(|candidate| candidate.key.clone()).collect()
    }

    /// The places of those who have withdrawn.
    pub fn withdrawn(&self) -> Vec<usize> {
        (0..self.candidates.len()).filter(|at| self.candidates[*at].withdrawn).collect()
    }

    /// Whether papers are taken at this time, which the caller gives on the clocks of Europe/London.
    pub fn openness(&self, now: DateTime) -> Openness {
        if now < self.opens {
            Openness::NotYetOpen
        } else if now >= self.closes {
            Openness::Closed
        } else {
            Openness::Open
        }
    }

    /// The languages that the ballot is offered in, the default first.
    pub fn languages(&self) -> Vec<&Language> {
        let others = self.wordings.keys().filter(|language| **language != self.default_language);
        std::iter::once(&self.default_language).chain(others).collect()
    }

    /// The language that the ballot has all its words in.
    pub fn default_language(&self) -> &Language {
        &self.default_language
    }

    /// What the start page says, in this language or else in the default one.
    pub fn words(&self, language: &Language) -> Option<Worded<'_, ConsultationWords>> {
        self.worded(language, |wording| wording.consultation.as_ref())
    }

    /// What the paper says to this reader; `parse` has made sure that everyone who may vote has one.
    pub fn paper_words(&self, reader: Reader<'_>) -> Option<Worded<'_, QuestionWords>> {
        let editions = reader.editions();
        self.worded(reader.language, |wording| wording.find_paper(&editions))
    }

    /// Who there is to talk to, in the order of the ballot, each in this language where it has the words.
    pub fn help_in(&self, language: &str) -> Vec<SaidHelp> {
        let wording = self.wordings.iter().find(|(known, _)| known.as_str() == language);
        let say = |help: &Help| {
            let words = wording.and_then(|(language, wording)| Some((language, wording.help.get(&help.name)?)));
            SaidHelp {
                name: words.and_then(|(_, words)| words.name.as_ref()).unwrap_or(&help.name).clone(),
                whom: words.map_or(&help.whom, |(_, words)| &words.whom).clone(),
                when: words.map_or(&help.when, |(_, words)| &words.when).clone(),
                phone: help.phone.clone(),
                url: help.url.clone(),
                language: words.map_or(&self.default_language, |(language, _)| language).clone(),
            }
        };
        self.help.iter().map(say).collect()
    }

    /// What a candidate is called in the default language, as the first perspective reads it.
    pub fn name<'a>(&'a self, key: &'a str) -> &'a str {
        let perspective = self.perspectives.first().map(|perspective| perspective.key.as_str()).unwrap_or_default();
        let reader = Reader { language: &self.default_language, perspective, age_band: None, easy_read: false };
        let words = self.paper_words(reader).and_then(|paper| paper.words.options.get(key));
        words.map_or(key, |words| words.label.as_str())
    }

    /// What a ballot says in one language.
    pub fn find_wording(&self, language: &Language) -> Option<&BallotWording> {
        self.wordings.get(language)
    }

    fn worded<'a, T>(
        &'a self,
        language: &Language,
        find: impl Fn(&'a BallotWording) -> Option<&'a T>,
    ) -> Option<Worded<'a, T>> {
        let wanted = self.wordings.get_key_value(language);
        let default = self.wordings.get_key_value(&self.default_language);
        let mut in_turn = wanted.into_iter().chain(default);
        in_turn.find_map(|(language, wording)| Some(Worded { words: find(wording)?, language }))
    }
}
