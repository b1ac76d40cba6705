//! A plan as a PDF: its outcomes, why they matter, what will be done, and how success is measured.

use jiff::civil::Date;
use serde::Serialize;

use super::PdfError;
use super::setting::{About, set};

/// A plan in words, ready to be set. Empty lists leave their heading out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanDocument {
    pub title: String,
    /// Who owns the plan.
    pub owner: String,
    /// ISO 639-1 code of the language it is in.
    pub language: String,
    /// The day that it is set.
    #[serde(skip)]
    pub day: Date,
    /// What a reader must know first, as that it is illustrative.
    pub notice: Option<String>,
    /// What is undecided, and when it will be decided, a paragraph each: it stands at the top.
    pub undecided: Vec<String>,
    /// The years it is for: `2014 to 2017`.
    pub period: String,
    /// What it wants in all, a paragraph each.
    pub vision: Vec<String>,
    pub outcomes: Vec<PlanOutcome>,
    /// Which version it is, what its figures are and where it comes from, a paragraph each.
    pub notes: Vec<String>,
}

/// What a plan wants for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanOutcome {
    pub title: String,
    /// Why it matters, with sources.
    pub why: Vec<String>,
    /// What speaks for it and against it in what people said.
    pub evidence: Vec<String>,
    pub areas_of_focus: Vec<String>,
    pub actions: Vec<PlanAction>,
    /// What success looks like.
    pub success: Vec<String>,
    pub indicators: Vec<PlanIndicator>,
}

/// What will be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanAction {
    pub what: String,
    pub owner: Option<String>,
    pub by: Option<String>,
    pub status: Option<String>,
    /// Where that comes from, as a sentence without its full stop.
    pub source: Option<String>,
}

/// A number that shows whether it worked. Values are in words with unit and period: `31.9% (2012/13)`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanIndicator {
    pub title: String,
    /// `Lower is better`.
    pub direction: Option<String>,
    pub baseline: Option<String>,
    pub now: Option<String>,
    /// Where that comes from, as a sentence without its full stop.
    pub now_source: Option<String>,
    pub target: Option<String>,
    pub source: Option<String>,
}

/// The PDF of a plan.
///
/// # Errors
/// When it cannot be set or would not be accessible, which is a defect.
pub fn plan(plan: &PlanDocument) -> Result<Vec<u8>, PdfError> {
    set("plan.typ", &About::new(&plan.title, &plan.owner, &plan.language, plan.day), plan)
}
