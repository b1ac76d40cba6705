//! CSV whose cells a spreadsheet takes for words and never for formulas, and from which the words can be
//! had back exactly.
//!
//! A cell that a spreadsheet might run gets an apostrophe before it. So that this can be undone, a cell that
//! already has apostrophes before such a beginning gets one more.

use std::borrow::Cow;
use std::io::{self, Write};

/// What formulas begin with, in any of the ways spreadsheets are known to accept.
const BEGINNINGS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// How much is collected before it is written, in bytes.
const BUFFER: usize = 1 << 16;

/// The cell as it is written: what could be run as a formula is made words.
pub fn inert(cell: &str) -> Cow<'_, str> {
    if is_risky(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// The cell as it was before [`inert`]; of cells that it did not change, the cell itself.
pub fn restore(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_risky(rest)).unwrap_or(cell)
}

/// Whether a spreadsheet might run a cell that begins so, apostrophes before it left out.
pub(super) fn is_risky(cell: &str) -> bool {
    // Nearly every cell begins with a letter or a digit, or is empty.
    if cell.bytes().next().is_none_or(|first| first.is_ascii_alphanumeric()) {
        return false;
    }
    cell.trim_start_matches('\'').starts_with(BEGINNINGS)
}

/// Writes rows as CSV in UTF-8, with the mark by which spreadsheets know it.
pub struct CsvWriter<W: Write> {
    rows: csv::Writer<W>,
}

impl<W: Write> CsvWriter<W> {
    /// Writes the row of column names.
    ///
    /// # Errors
    /// When writing fails.
    pub fn new(mut out: W, headers: &[String]) -> io::Result<Self> {
        out.write_all("\u{feff}".as_bytes())?;
        Self::unmarked(out, headers)
    }

    /// The same without the mark, for programs that would take it for a part of the first column's name.
    ///
    /// # Errors
    /// When writing fails.
    pub fn unmarked(out: W, headers: &[String]) -> io::Result<Self> {
        let mut writer = Self { rows: csv::WriterBuilder::new().buffer_capacity(BUFFER).from_writer(out) };
        writer.write(headers)?;
        Ok(writer)
    }

    /// Writes one row, each cell made inert.
    ///
    /// # Errors
    /// When writing fails or the row has not as many cells as there are columns.
    pub fn write<Cell: AsRef<str>>(&mut self, cells: &[Cell]) -> io::Result<()> {
        self.write_cells(cells.iter().map(|cell| inert(cell.as_ref())))
    }

    /// Writes one row of cells that are inert already, or numbers and words of ours: a minus before a number is no formula.
    ///
    /// # Errors
    /// When writing fails or the row has not as many cells as there are columns.
    pub fn write_cells<'a>(&mut self, cells: impl Iterator<Item = Cow<'a, str>>) -> io::Result<()> {
        for cell in cells {
            self.rows.write_field(cell.as_bytes())?;
        }
        Ok(self.rows.write_record(None::<&[u8]>)?)
    }

    /// Writes what is still held back, and gives the file back.
    ///
    /// # Errors
    /// When writing fails.
    pub fn finish(self) -> io::Result<W> {
        self.rows.into_inner().map_err(|error| io::Error::other(error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_beginning_of_a_formula_is_made_words() {
        let risky = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1", "''=1"];
        for cell in risky {
            let written = inert(cell);
            assert!(written.starts_with('\''), "{cell:?}");
            assert_eq!(restore(&written), cell);
        }
        for cell in ["", "'", "it's", "'quoted'", " =1", "a=1", "5"] {
            assert_eq!(inert(cell), cell);
            assert_eq!(restore(cell), cell);
        }
    }

    proptest! {
        #[test]
        fn whatever_is_written_can_be_had_back(cell in "['=+@\t\r\n\"a, ＝-]{0,8}|.*") {
            let mut writer = CsvWriter::new(Vec::new(), &["a".to_owned(), "b".to_owned()]).unwrap();
            writer.write(&[cell.clone(), "end".to_owned()]).unwrap();
            let bytes = writer.finish().unwrap();
            let mut reader = csv::Reader::from_reader(bytes.strip_prefix("\u{feff}".as_bytes()).unwrap());
            let record = reader.records().next().unwrap().unwrap();
            prop_assert_eq!(restore(&record[0]), cell.as_str());
            prop_assert!(!record[0].starts_with(['=', '+', '-', '@', '\t', '\r']));
        }
    }
}
