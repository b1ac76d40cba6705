//! What typst may see while it sets a document: the templates and fonts that are built in, and the document's data.
//!
//! Leaves out everything else on purpose: no files, no network, no packages and no clock, so that the same data
//! always gives the same bytes.

use std::sync::OnceLock;

use rust_embed::RustEmbed;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World, WorldExt};

use super::PdfError;

#[derive(RustEmbed)]
#[folder = "src/report/pdf/templates"]
struct Templates;

#[derive(RustEmbed)]
#[folder = "src/report/pdf/fonts"]
struct Fonts;

/// What every document shares; made once.
struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    templates: Vec<Source>,
}

static SHARED: OnceLock<Shared> = OnceLock::new();

fn shared() -> &'static Shared {
    SHARED.get_or_init(|| {
        // The licences lie beside the fonts, and so travel with the program.
        let mut names: Vec<_> = Fonts::iter().filter(|name| name.ends_with(".ttf")).collect();
        names.sort();
        let files = names.iter().filter_map(|name| Fonts::get(name));
        let fonts: Vec<Font> = files.filter_map(|file| Font::new(Bytes::new(file.data), 0)).collect();
        let templates = Templates::iter().filter_map(|name| {
            let text = String::from_utf8(Templates::get(&name)?.data.into_owned()).ok()?;
            Some(Source::new(file_id(&name)?, text))
        });
        Shared {
            // Header cells of rows, without which a screen reader cannot say which row a figure is in.
            library: LazyHash::new(
                Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build(),
            ),
            book: LazyHash::new(FontBook::from_infos(fonts.iter().map(|font| font.info().clone()))),
            templates: templates.collect(),
            fonts,
        }
    })
}

/// Whether a built-in font has this character.
pub(super) fn has_glyph(character: char) -> bool {
    shared().fonts.iter().any(|font| font.info().coverage.contains(u32::from(character)))
}

fn file_id(path: &str) -> Option<FileId> {
    Some(FileId::new(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?)))
}

/// One document about to be set.
pub(super) struct Job {
    main: FileId,
    data_id: FileId,
    data: Bytes,
}

impl Job {
    /// The template that is set, and the JSON that it reads as `data.json`.
    ///
    /// # Errors
    /// When a name cannot stand for a file, which is a defect.
    pub(super) fn new(template: &str, data: Vec<u8>) -> Result<Self, PdfError> {
        let id = |path: &str| file_id(path).ok_or_else(|| PdfError::Template(format!("{path} is no file")));
        Ok(Self { main: id(template)?, data_id: id("data.json")?, data: Bytes::new(data) })
    }
}

impl Job {
    /// Where in a template something was found: `report.typ:12`.
    pub(super) fn place(&self, found: &SourceDiagnostic) -> Option<String> {
        let id = found.span.id()?;
        let start = self.range(found.span)?.start;
        let line = self.source(id).ok()?.lines().byte_to_line(start)?;
        Some(format!("{}:{}", id.vpath().get_without_slash(), line + 1))
    }
}

impl World for Job {
    fn library(&self) -> &LazyHash<Library> {
        &shared().library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &shared().book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let found = shared().templates.iter().find(|source| source.id() == id);
        found.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data_id { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        shared().fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
