//! A leaflet or poster that asks people in: a title, a few lines, a code to point a phone at and the address it holds.

use jiff::civil::Date;
use serde::Serialize;

use super::setting::{About, set};
use super::{Paper, PdfError};

/// What a leaflet says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Leaflet {
    pub title: String,
    /// Who asks; its author.
    pub organisation: String,
    /// ISO 639-1 code of its language.
    pub language: String,
    /// The day that it is made.
    #[serde(skip)]
    pub day: Date,
    /// Short lines, biggest first.
    pub lines: Vec<String>,
    /// The address in words, as people type it. Always there, because not everybody can use the code.
    pub address: String,
    /// Rows of the QR code of the address, dark modules true, without its margin; none to leave it out.
    pub code: Option<Vec<Vec<bool>>>,
    /// What the code is, for whoever cannot see it: `QR code of heard.example/join`.
    pub code_label: String,
    /// Small print at the foot.
    pub foot: String,
    pub paper: Paper,
}

/// The PDF of a leaflet or poster, one page.
///
/// # Errors
/// When it cannot be set or would not be accessible, which is a defect.
pub fn leaflet(leaflet: &Leaflet) -> Result<Vec<u8>, PdfError> {
    set("leaflet.typ", &About::new(&leaflet.title, &leaflet.organisation, &leaflet.language, leaflet.day), leaflet)
}
