//! Sets a template with its data and writes the PDF, or paints its pages.

use jiff::civil::Date;
use serde::Serialize;
use serde_json::Value;
use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst::utils::Scalar;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_render::RenderOptions;

use super::PdfError;
use super::world::{Job, has_glyph};

/// How many documents what was laid out is remembered for, so that a long run does not fill the memory.
const REMEMBERED: usize = 3;

/// What stands for a character that no built-in font has, such as a picture or a script that is not printed.
const NO_GLYPH: char = '\u{25a0}';

/// What every document says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct About {
    /// The document's title, which readers show and screen readers say first.
    pub title: String,
    /// Who publishes it.
    pub author: String,
    /// ISO 639-1 code of its language.
    pub language: String,
    /// Its day as year, month, day.
    pub day: (i16, i8, i8),
}

impl About {
    pub(super) fn new(title: &str, author: &str, language: &str, day: Date) -> Self {
        let (title, author, language) = (title.to_owned(), author.to_owned(), language.to_owned());
        Self { title, author, language, day: (day.year(), day.month(), day.day()) }
    }
}

/// Sets `template` with `data`, which the template finds beside what the document says of itself.
///
/// # Errors
/// When the document cannot be set or would not be accessible.
pub(super) fn set(template: &str, about: &About, data: &impl Serialize) -> Result<Vec<u8>, PdfError> {
    let job = job(template, about, data)?;
    let document = lay_out(&job)?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]);
    let standards = standards.map_err(|found| PdfError::Template(found.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Custom(format!("{template} {} {:?}", about.title, about.day)),
        creator: Smart::Custom(Some("Heard".into())),
        standards,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&document, &options).map_err(|found| told(&job, &found));
    comemo::evict(REMEMBERED);
    bytes
}

/// Sets `template` with `data` and paints its pages as PNG, at this many dots to the point.
///
/// # Errors
/// When the document cannot be set.
pub(super) fn paint(
    template: &str,
    about: &About,
    data: &impl Serialize,
    scale: f64,
) -> Result<Vec<Vec<u8>>, PdfError> {
    let document = lay_out(&job(template, about, data)?)?;
    let options = RenderOptions { pixel_per_pt: Scalar::new(scale), ..RenderOptions::default() };
    let paint = |page| typst_render::render(page, &options).encode_png();
    let pages = document.pages().iter().map(paint).collect::<Result<Vec<_>, _>>();
    comemo::evict(REMEMBERED);
    pages.map_err(|error| PdfError::Template(error.to_string()))
}

fn job(template: &str, about: &About, data: &impl Serialize) -> Result<Job, PdfError> {
    let mut whole = serde_json::json!({ "about": about, "data": data });
    make_printable(&mut whole);
    Job::new(template, serde_json::to_vec(&whole)?)
}

fn lay_out(job: &Job) -> Result<PagedDocument, PdfError> {
    typst::compile::<PagedDocument>(job).output.map_err(|found| told(job, &found))
}

/// Replaces what cannot be printed: a document with a blank in its place would not pass as accessible.
fn make_printable(value: &mut Value) {
    match value {
        Value::String(text) if !text.chars().all(is_printable) => {
            let replaced = text.chars().filter(|c| is_printable(*c) || !is_joiner(*c));
            *text = replaced.map(|c| if is_printable(c) { c } else { NO_GLYPH }).collect();
        }
        Value::Array(values) => values.iter_mut().for_each(make_printable),
        Value::Object(fields) => fields.values_mut().for_each(make_printable),
        _ => {}
    }
}

fn is_printable(character: char) -> bool {
    matches!(character, '\n' | '\t') || has_glyph(character)
}

/// Characters that only join, vary or direct the ones around them, and are not missed.
fn is_joiner(character: char) -> bool {
    let joins = matches!(character, '\u{ad}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}');
    let directs = matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}');
    joins || directs || character.is_control()
}

/// What went wrong, in the order it was found, with where in a template.
fn told(job: &Job, found: &[SourceDiagnostic]) -> PdfError {
    let sentence = |one: &SourceDiagnostic| {
        let hints: Vec<&str> = one.hints.iter().map(|hint| hint.v.as_str()).collect();
        let line = job.place(one).map_or_else(String::new, |place| format!("{place}: "));
        format!("{line}{} {}", one.message, hints.join(" ")).trim().to_owned()
    };
    PdfError::Template(found.iter().map(sentence).collect::<Vec<_>>().join("; "))
}

/// Every word that is printed, page by page.
#[cfg(test)]
pub(super) fn words(template: &str, about: &About, data: &impl Serialize) -> Result<Vec<String>, PdfError> {
    use typst::layout::{Frame, FrameItem};

    fn read(frame: &Frame, words: &mut String) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => read(&group.frame, words),
                FrameItem::Text(text) => words.push_str(&text.text),
                _ => {}
            }
        }
    }
    let document = lay_out(&job(template, about, data)?)?;
    let of = |page: &typst_layout::Page| {
        let mut words = String::new();
        read(&page.frame, &mut words);
        words
    };
    Ok(document.pages().iter().map(of).collect())
}
