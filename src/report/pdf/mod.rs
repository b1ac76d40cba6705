//! PDFs, and pictures of a campaign's pages, that everybody can read: tagged, checked against PDF/UA-1 as they are written, set by typst from templates
//! beside this file.
//!
//! A document is a template and data. Words reach a template as data only, so that nothing somebody wrote is ever
//! read as instructions. Days come with the data. Leaves out what is said, which [`crate::report::district`] and
//! callers decide, and files, which commands write.

mod campaign;
mod district;
mod leaflet;
mod plan;
mod setting;
mod slides;
mod slips;
mod world;

pub use campaign::{CampaignSet, Material, campaign_pdf, campaign_pictures};
pub use district::{Variant, district, district_in};
pub use leaflet::{Leaflet, leaflet};
pub use plan::{PlanAction, PlanDocument, PlanIndicator, PlanOutcome, plan};
pub use slides::{Slide, SlideShow, slides};
pub use slips::{SLIPS_ON_A_SHEET, Slip, SlipSheets, slips};

/// The size of paper that a leaflet or poster is set for, upright.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Paper {
    A4,
    A3,
}

/// Why a PDF could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// The data cannot be handed over.
    #[error("what the PDF says cannot be written down")]
    Data(#[from] serde_json::Error),
    /// The template fails, or the document is not accessible enough for PDF/UA-1.
    #[error("the PDF cannot be set: {0}")]
    Template(String),
}

#[cfg(test)]
mod tests;
