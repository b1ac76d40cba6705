//! What a campaign hangs up, shares and shows: posters, cards for social networks, and slides for an assembly, each for
//! one place, as PDF and as pictures.

use jiff::civil::Date;
use qrcodegen::{QrCode, QrCodeEcc};
use serde::Serialize;

use super::setting::{About, paint, set};
use super::{Paper, PdfError};

/// Dots to the inch of posters: an A3 picture is 1,754 by 2,480.
const PRINT_DPI: f64 = 150.0;
/// Points to the inch.
const POINTS: f64 = 72.0;
/// Dots to the point of what is shown on screens: cards are 1,080 wide, slides 1,920.
const SCREEN: f64 = 4.0;

/// One thing of a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Material {
    Poster(Paper),
    /// 1,080 by 1,080 dots.
    SquareCard,
    /// 1,080 by 1,920 dots.
    StoryCard,
    /// 16 to 9.
    Slides,
}

impl Material {
    /// Every one, in the order that they are offered.
    pub const ALL: [Self; 5] =
        [Self::Poster(Paper::A4), Self::Poster(Paper::A3), Self::SquareCard, Self::StoryCard, Self::Slides];

    /// As people call it, and as its file is called in a set.
    pub fn name(self) -> &'static str {
        match self {
            Self::Poster(Paper::A4) => "Poster A4",
            Self::Poster(Paper::A3) => "Poster A3",
            Self::SquareCard => "Card, square",
            Self::StoryCard => "Card, story",
            Self::Slides => "Slides for assembly",
        }
    }

    /// In addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Poster(Paper::A4) => "poster-a4",
            Self::Poster(Paper::A3) => "poster-a3",
            Self::SquareCard => "card-square",
            Self::StoryCard => "card-story",
            Self::Slides => "slides",
        }
    }

    /// Reads what [`Material::as_str`] gives.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|material| material.as_str() == text)
    }

    fn template(self) -> &'static str {
        match self {
            Self::Poster(_) => "campaign-poster.typ",
            Self::SquareCard | Self::StoryCard => "campaign-card.typ",
            Self::Slides => "campaign-slides.typ",
        }
    }

    /// Dots to the point of its picture.
    fn scale(self) -> f64 {
        match self {
            Self::Poster(_) => PRINT_DPI / POINTS,
            Self::SquareCard | Self::StoryCard | Self::Slides => SCREEN,
        }
    }
}

/// What a set says, in one language and for one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CampaignSet {
    /// What the campaign is called for the public.
    pub title: String,
    /// Who runs it; the author.
    pub team: String,
    /// Who holds the consultation or the ballot, such as the council.
    pub organisation: String,
    /// What the campaign calls itself, where `title` is in another language; and the ISO 639-1 code of that.
    pub own_title: Option<String>,
    pub own_language: String,
    /// ISO 639-1 code of its language.
    pub language: String,
    /// ISO 639-1 code of the language that title and goal are in.
    pub title_language: String,
    /// The day that it is made.
    #[serde(skip)]
    pub day: Date,
    /// One or two sentences under the title.
    pub goal: String,
    /// What to do: `Have your say`.
    pub call: String,
    /// `Open until 19 December.`
    pub until: String,
    /// `No name needed.`
    pub no_name: String,
    /// `Scan the code or type the address`
    pub how: String,
    /// Short sentences for slides: what happens to an answer.
    pub points: Vec<String>,
    /// The heading over them.
    pub points_title: String,
    /// Where help is: the heading, and a name and a number each.
    pub talk_title: String,
    pub talk: Vec<(String, String)>,
    /// The address that the code holds, in full.
    pub address: String,
    /// The address as people type it.
    pub shown_address: String,
    /// The place that this set is for, so that whoever hangs it up knows it.
    pub place: String,
    /// Colours as `#5a1d5c`: white words can be read on the first, dark ones on the second.
    pub colour: String,
    pub tint: String,
    /// Said across it while no officer has approved its words.
    pub draft: Option<String>,
}

/// A set with what a template needs beside its words.
#[derive(Serialize)]
struct Data<'a> {
    #[serde(flatten)]
    set: &'a CampaignSet,
    shape: &'static str,
    /// Rows of the QR code, dark modules true, without its margin.
    code: Vec<Vec<bool>>,
}

/// A thing of a set as a PDF.
///
/// # Errors
/// When it cannot be set or would not be accessible, which is a defect.
pub fn campaign_pdf(material: Material, words: &CampaignSet) -> Result<Vec<u8>, PdfError> {
    set(material.template(), &about(words), &data(material, words)?)
}

/// A thing of a set as pictures (PNG), one a page.
///
/// # Errors
/// When it cannot be set, which is a defect.
pub fn campaign_pictures(material: Material, words: &CampaignSet) -> Result<Vec<Vec<u8>>, PdfError> {
    paint(material.template(), &about(words), &data(material, words)?, material.scale())
}

fn about(words: &CampaignSet) -> About {
    About::new(&words.title, &words.team, &words.language, words.day)
}

fn data(material: Material, words: &CampaignSet) -> Result<Data<'_>, PdfError> {
    // The strong kind can be read when a quarter of it is torn off or written on, as on a wall in a corridor.
    let code = QrCode::encode_text(&words.address, QrCodeEcc::Quartile);
    let code = code.map_err(|_| PdfError::Template("the address is too long for a QR code".to_owned()))?;
    let row = |y| (0..code.size()).map(|x| code.get_module(x, y)).collect();
    let shape = match material {
        Material::Poster(Paper::A4) => "a4",
        Material::Poster(Paper::A3) => "a3",
        Material::SquareCard => "square",
        Material::StoryCard => "story",
        Material::Slides => "slides",
    };
    Ok(Data { set: words, shape, code: (0..code.size()).map(row).collect() })
}

#[cfg(test)]
#[path = "campaign_tests.rs"]
mod tests;
