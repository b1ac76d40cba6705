//! Slides to show a room: few lines a page, wide pages of 16 to 9.

use jiff::civil::Date;
use serde::Serialize;

use super::PdfError;
use super::setting::{About, set};

/// Slides with a title page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SlideShow {
    pub title: String,
    /// Who shows it; its author.
    pub organisation: String,
    /// ISO 639-1 code of its language.
    pub language: String,
    /// The day that it is made.
    #[serde(skip)]
    pub day: Date,
    /// Under the title on the first page.
    pub lead: String,
    pub slides: Vec<Slide>,
}

/// One page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Slide {
    /// The finding as a sentence.
    pub title: String,
    /// At most six short lines are read in a room.
    pub lines: Vec<String>,
    /// The base or the source, small.
    pub foot: String,
}

/// The PDF of slides, one page each after the title page.
///
/// # Errors
/// When it cannot be set or would not be accessible, which is a defect.
pub fn slides(show: &SlideShow) -> Result<Vec<u8>, PdfError> {
    set("slides.typ", &About::new(&show.title, &show.organisation, &show.language, show.day), show)
}
