//! Workbooks whose cells are words, numbers and days, and never formulas, but for those of `ranking`, which reckon.
//!
//! Words are always written as words, and those that a spreadsheet might run once somebody edits them are marked as
//! such. A workbook holds 1,048,576 rows to a sheet: more go on to another. Of one cell it holds 32,767 characters as
//! UTF-16 counts them; what is longer is cut and counted. Control characters stand as `_x0001_` and the like, as the
//! format demands, and so does a text that looks like that.
//!
//! Rows go to the disk one by one, so that a workbook can be larger than the memory.

mod crosstab;
mod escapes;
mod ranking;
mod sheet;
mod tables;

use std::collections::HashMap;
use std::io::{self, Write};
use std::path::Path;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use self::sheet::{Cell, Sheet};
use super::dataset::{Dataset, Record, Role, Seen, THEME_PREFIX, Variable};
use super::{about, codebook};

pub use crosstab::crosstab;
pub use escapes::unescaped;
pub use ranking::{RankedLine, ranking};
pub use tables::{KEPT_PRIVATE, Table, tables};

/// Whether closed answers stand as the words people saw or as codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    #[default]
    Labels,
    Codes,
}

/// Writes an export as a workbook: responses, codings, codebook and what to know before counting.
pub struct XlsxWriter<'a> {
    dataset: &'a Dataset,
    style: Style,
    workbook: Workbook,
    responses: Sheet,
    codings: Sheet,
    seen: Seen,
    /// The place among the codings' themes of each frame and theme.
    themes: HashMap<(String, String), usize>,
    /// The frame of each theme in that order.
    frames: Vec<String>,
    cut: usize,
}

impl<'a> XlsxWriter<'a> {
    /// Begins. Rows are put aside in `folder`, in files that nobody else can open.
    ///
    /// # Errors
    /// When nothing can be written there.
    pub fn new(dataset: &'a Dataset, style: Style, folder: &Path) -> io::Result<Self> {
        let mut workbook = begin(&dataset.heading(), &dataset.exported_on)?;
        workbook.set_tempdir(folder).map_err(failed)?;
        let wide = |variable: &Variable| if variable.role == Role::Words { 60.0 } else { 18.0 };
        let widths = dataset.variables.iter().map(wide).collect();
        let responses = Sheet::new(&mut workbook, "Responses", dataset.names(), widths)?;
        let named: Vec<(String, String)> = dataset.themes().map(|(frame, theme)| (frame, theme.key.clone())).collect();
        let columns = named.iter().map(|(frame, theme)| format!("{THEME_PREFIX}{frame}:{theme}"));
        let headers: Vec<String> = ["id", "question"].map(str::to_owned).into_iter().chain(columns).collect();
        let widths = vec![18.0; headers.len()];
        let codings = Sheet::new(&mut workbook, "Codings", headers, widths)?;
        let frames = named.iter().map(|(frame, _)| frame.clone()).collect();
        let themes = named.into_iter().zip(0..).collect();
        let seen = Seen::new(dataset);
        Ok(Self { dataset, style, workbook, responses, codings, seen, themes, frames, cut: 0 })
    }

    /// Writes a response: its row, and one for each of its answers in words.
    ///
    /// # Errors
    /// When writing fails.
    pub fn write(&mut self, record: &Record<'_>) -> io::Result<()> {
        self.seen.look(self.dataset, &record.cells);
        let cells = self.dataset.variables.iter().zip(&record.cells);
        let cells = cells.map(|(variable, text)| match (variable.role, self.style) {
            (Role::Number { .. } | Role::Theme | Role::Judged, _) => {
                text.parse().map_or(Cell::Text(text.as_ref().into()), Cell::Number)
            }
            (Role::Day, _) => Cell::Day(text),
            (_, Style::Labels) => Cell::Text(variable.in_words(text)),
            (_, Style::Codes) => Cell::Text(text.as_ref().into()),
        });
        self.cut += self.responses.write(&mut self.workbook, cells)?;
        if self.themes.is_empty() {
            return Ok(());
        }
        for answer in record.response.answers.iter().filter(|answer| answer.words.is_some()) {
            let mut judged: Vec<Option<f64>> =
                self.frames.iter().map(|frame| answer.judged_in.contains(frame).then_some(0.0)).collect();
            for coding in &answer.themes {
                let place = self.themes.get(&(coding.code_frame.clone(), coding.theme.clone()));
                if let Some(judged) = place.and_then(|place| judged.get_mut(*place)) {
                    *judged = Some(1.0);
                }
            }
            let named = [&record.response.id, &answer.question].map(|text| Cell::Text(text.as_str().into()));
            let judged = judged.into_iter().map(|judged| judged.map_or(Cell::Empty, Cell::Number));
            self.cut += self.codings.write(&mut self.workbook, named.into_iter().chain(judged))?;
        }
        Ok(())
    }

    /// Writes the workbook. Gives the file back, with how many cells were cut because a workbook cannot hold more.
    ///
    /// # Errors
    /// When writing fails.
    pub fn finish<W: Write + Send>(mut self, mut out: W) -> io::Result<(W, usize)> {
        self.responses.finish(&mut self.workbook)?;
        self.codings.finish(&mut self.workbook)?;
        let headers = codebook::HEADERS.map(str::to_owned).into();
        let mut sheet = Sheet::new(&mut self.workbook, "Codebook", headers, vec![30.0, 60.0, 30.0, 24.0, 60.0])?;
        if self.dataset.illustrative {
            let cells = ["", about::INVENTED, "", "", ""].map(|text| Cell::Text(text.into()));
            self.cut += sheet.write(&mut self.workbook, cells.into_iter())?;
        }
        for row in codebook::rows(self.dataset, &self.seen) {
            let cells = row.iter().map(|text| Cell::Text(text.into()));
            self.cut += sheet.write(&mut self.workbook, cells)?;
        }
        sheet.finish(&mut self.workbook)?;
        read_me(&mut self.workbook, &about::notes(self.dataset))?;
        self.workbook.save_to_writer(&mut out).map_err(failed)?;
        Ok((out, self.cut))
    }
}

/// A workbook without sheets. It says the day it was made and no time of day.
fn begin(title: &str, day: &str) -> io::Result<Workbook> {
    let mut workbook = Workbook::new();
    let mut properties = DocProperties::new().set_title(title).set_author("Heard");
    if let Some(day) = date(day) {
        properties = properties.set_creation_datetime(&day);
    }
    workbook.set_properties(&properties);
    Ok(workbook)
}

/// The sheet that says what to know before counting.
fn read_me<Heading: AsRef<str>>(workbook: &mut Workbook, notes: &[(Heading, String)]) -> io::Result<()> {
    let headers = ["About", "What to know"].map(str::to_owned).into();
    let mut sheet = Sheet::new(workbook, "Read me", headers, vec![24.0, 110.0])?.wrapping();
    for (heading, text) in notes {
        sheet.write(workbook, [heading.as_ref(), text].map(|text| Cell::Text(text.into())).into_iter())?;
    }
    sheet.finish(workbook)
}

fn date(day: &str) -> Option<ExcelDateTime> {
    let day: jiff::civil::Date = day.parse().ok()?;
    let part = |number: i8| u8::try_from(number).ok();
    ExcelDateTime::from_ymd(u16::try_from(day.year()).ok()?, part(day.month())?, part(day.day())?).ok()
}

fn failed(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        other => io::Error::other(other.to_string()),
    }
}

#[cfg(test)]
mod tests;
