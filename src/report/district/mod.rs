//! What people said, told of one district or of the whole county: the figures of a report and its sentences.
//!
//! [`Results`] holds published figures only, once for all reports of a consultation; a [`DistrictReport`] reads them
//! from where one place stands. HTML and PDF are made of the same charts and sentences, so that they cannot
//! disagree. Leaves out where figures come from (`commands/report`), drawing and files.

mod chart;
mod charts;
mod findings;
mod method;
mod places;
mod told;
mod wording;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::breakdown::{Breakdown, Cell, Count, Figure, Policy, PublishedRow};
use crate::geography::Geography;

pub use chart::{Bars, Heat, HeatGroup, HeatRow, Line, Map, MapArea};
pub use told::{ALL as LANGUAGES, InTens, Piece, Sayings, Sentence, Told};

fn all_known_ages() -> (u32, u32) {
    (0, 19)
}

/// What a consultation came to, fit to be published. The groups of every table but `young` are the districts of the
/// geography, and last whoever is elsewhere or did not say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Results {
    /// The consultation's title.
    pub title: String,
    /// Who asks, and who is named as the reports' author.
    pub organisation: String,
    /// The first and the last day that responses were taken.
    pub days: (Date, Date),
    /// The day that the figures were counted.
    pub counted_on: Date,
    #[serde(with = "shared")]
    pub geography: Arc<Geography>,
    pub policy: Policy,
    /// Perspectives as rows, over everybody who responded.
    pub answered: Breakdown,
    /// Children and young people who said a district, with districts as rows and no groups; compared with how many
    /// people of `young_ages` live there. None where the consultation does not ask children and young people apart.
    pub young: Option<Breakdown>,
    /// The youngest and the oldest who are asked, as far as population is known by age. Publications of old say 0 to 19.
    #[serde(default = "all_known_ages")]
    pub young_ages: (u32, u32),
    /// Themes as rows: first of every question together, then of each question. Approved topmost themes only.
    pub themes: Vec<QuestionThemes>,
    /// The key that a theme has in its code frame, by the key of its row. Publications of old have none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub theme_keys: BTreeMap<String, String>,
    pub closed: Vec<ClosedQuestion>,
    /// Quotes that an officer has approved; no others may come in.
    pub quotes: Vec<ApprovedQuote>,
    /// Where themes come from, in a sentence or two.
    pub frame: String,
    /// What is done with all this, in sentences.
    pub next: Vec<String>,
    /// Where more can be read.
    pub address: Option<String>,
    /// Answers were still coming in when these were counted, which every report then says.
    pub interim: bool,
    /// That another publication has corrected these since, with its day and where it is; said on every report.
    #[serde(skip)]
    pub corrected: Option<String>,
    /// As what they were published, which every report then says; none of a report that is not published here.
    #[serde(skip)]
    pub publication: Option<Publication>,
    /// Some of the responses were invented, which every page of every report then says.
    pub illustrative: bool,
}

/// What a publication says of itself, in its publisher's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// From 1, of its consultation.
    pub number: u32,
    pub published_on: Date,
    /// What it is, and what is not decided yet.
    pub about: String,
    pub undecided: String,
    /// The publication that it corrects, and what was wrong.
    pub corrects: Option<u32>,
    pub correction: Option<String>,
}

/// Themes in the answers to one question or to all.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct QuestionThemes {
    /// The question in words; `None` is every question together.
    pub question: Option<String>,
    /// The question's key, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    pub table: Breakdown,
}

/// A question with options.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClosedQuestion {
    /// The question in words.
    pub ask: String,
    /// Its key, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// What people did with an option: `picked it`, `put it first`.
    pub named: String,
    /// Options as rows.
    pub table: Breakdown,
}

/// Somebody's words that an officer has read and approved, with personal data already taken out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovedQuote {
    pub words: String,
    /// The theme that it speaks of, in words.
    pub theme: String,
    /// Who said it, for example `Young person`; none where too few people share it.
    pub speaker: Option<String>,
    /// The key of the district; none where too few people share it.
    pub district: Option<String>,
    /// ISO 639-1 code of its language.
    pub language: String,
}

/// The results as they stand for one place.
#[derive(Debug, Clone, Copy)]
pub struct DistrictReport<'a> {
    pub results: &'a Results,
    /// The place of the district among the geography's; `None` is the whole county.
    district: Option<usize>,
}

/// A heading with what stands under it in the report.
#[derive(Debug, Clone, PartialEq)]
pub struct ThemeChart {
    /// What it is found by on the page.
    pub id: String,
    /// The question that was answered, in words.
    pub heading: String,
    pub bars: Bars,
}

impl<'a> DistrictReport<'a> {
    /// The report for the whole county.
    pub fn of_county(results: &'a Results) -> Self {
        Self { results, district: None }
    }

    /// The report for the district of this key, if the geography has it.
    pub fn of_district(results: &'a Results, key: &str) -> Option<Self> {
        let place = results.geography.districts.iter().position(|area| area.key == key)?;
        Some(Self { results, district: Some(place) })
    }

    /// The county's report and one for each district.
    pub fn all(results: &'a Results) -> Vec<Self> {
        let districts = (0..results.geography.districts.len()).map(|place| Self { results, district: Some(place) });
        std::iter::once(Self::of_county(results)).chain(districts).collect()
    }

    /// The key of the place; names its folder.
    pub fn key(&self) -> &'a str {
        self.area().map_or(&self.results.geography.key, |area| &area.key)
    }

    /// The name of the place.
    pub fn place(&self) -> &'a str {
        self.area().map_or(&self.results.geography.name, |area| &area.name)
    }

    /// Whether it is the report for the whole county.
    pub fn is_county(&self) -> bool {
        self.district.is_none()
    }

    fn area(&self) -> Option<&'a crate::geography::Area> {
        self.results.geography.districts.get(self.district?)
    }

    /// The figure of a row for this place.
    fn figure(&self, row: &PublishedRow) -> Figure {
        match self.district {
            Some(place) => row.cells.get(place).map_or(Figure::Hidden, |cell| cell.figure),
            None => row.everyone,
        }
    }

    /// This place's cell of a row; none for the county.
    fn cell<'r>(&self, row: &'r PublishedRow) -> Option<&'r Cell> {
        row.cells.get(self.district?)
    }

    /// How many people of this place a table counts.
    fn base(&self, table: &Breakdown) -> Count {
        match self.district {
            Some(place) => table.groups.get(place).map_or(Count::Hidden, |group| group.base),
            None => table.everyone,
        }
    }

    /// The share of the geography's people of the ages that are asked who live in a district.
    fn share_living_in(&self, district: &str) -> Option<f64> {
        let geography = &self.results.geography;
        let (from, to) = self.results.young_ages;
        let people = |area: &crate::geography::Area| f64::from(area.population_aged(from as usize..=to as usize));
        let all: f64 = geography.districts.iter().map(people).sum();
        geography.find(district).map(|area| people(area) / all.max(1.0))
    }

    /// Those ages in words.
    fn young_ages(&self) -> String {
        let (from, to) = self.results.young_ages;
        format!("aged {from} to {to}")
    }

    /// The rows of a table, the highest of this place first and hidden ones last.
    fn ordered<'r>(&self, table: &'r Breakdown) -> Vec<&'r PublishedRow> {
        let mut rows: Vec<&PublishedRow> = table.rows.iter().collect();
        let share = |row: &PublishedRow| self.figure(row).shown().map_or(-1.0, |share| share.share);
        rows.sort_by(|a, b| share(b).total_cmp(&share(a)));
        rows
    }

    /// The table of every question together.
    fn overall(&self) -> Option<&'a QuestionThemes> {
        self.results.themes.first()
    }

    /// Approved quotes from this place, or from anywhere for the county; those that say a district first.
    pub fn quotes(&self) -> Vec<&'a ApprovedQuote> {
        let is_ours = |quote: &&ApprovedQuote| match self.area() {
            Some(area) => quote.district.as_deref() == Some(area.key.as_str()),
            None => true,
        };
        self.results.quotes.iter().filter(is_ours).collect()
    }

    /// Who said a quote and where, as far as may be told.
    pub fn said_by(&self, quote: &ApprovedQuote) -> String {
        let district = quote.district.as_deref().and_then(|key| self.results.geography.find(key));
        match (&quote.speaker, district) {
            (Some(speaker), Some(area)) => format!("{speaker}, {}", area.name),
            (Some(speaker), None) => speaker.clone(),
            (None, Some(area)) => format!("Someone in {}", area.name),
            (None, None) => "Someone who answered".to_owned(),
        }
    }
}

/// A geography is shared while it is in use and written down whole.
mod shared {
    use std::sync::Arc;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::geography::Geography;

    pub(super) fn serialize<S: Serializer>(geography: &Arc<Geography>, to: S) -> Result<S::Ok, S::Error> {
        geography.as_ref().serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Arc<Geography>, D::Error> {
        Geography::deserialize(from).map(Arc::new)
    }
}

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;
