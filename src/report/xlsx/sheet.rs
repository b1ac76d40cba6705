//! A sheet that is filled row by row, and goes on in another when it is full.

use std::borrow::Cow;
use std::io;

use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet};

use super::escapes::escaped;
use super::{date, failed};
use crate::report::csv::is_risky;

/// The rows of a sheet, that of the names among them.
const ROWS: u32 = 1_048_576;
/// The most of a cell, counted as UTF-16 does.
const LONGEST: usize = 32_767;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell<'a> {
    Empty,
    Text(Cow<'a, str>),
    Number(f64),
    /// A day, as 2026-11-23.
    Day(&'a str),
}

/// Sheets of one kind, of which the last is being filled.
pub(super) struct Sheet {
    name: String,
    headers: Vec<String>,
    widths: Vec<f64>,
    full: Vec<Worksheet>,
    current: Worksheet,
    /// The row to be written next.
    row: u32,
    rows: u32,
    heading: Format,
    text: Format,
    /// For words that a spreadsheet would run if they were typed: they stay words when somebody edits them.
    inert: Format,
    day: Format,
}

impl Sheet {
    /// A sheet with its row of names. Columns are as wide as `widths`, in characters.
    pub(super) fn new(workbook: &mut Workbook, name: &str, headers: Vec<String>, widths: Vec<f64>) -> io::Result<Self> {
        let text = Format::new();
        let mut sheet = Self {
            name: name.to_owned(),
            headers,
            widths,
            full: Vec::new(),
            current: workbook.new_worksheet_with_constant_memory().map_err(failed)?,
            row: 0,
            rows: ROWS,
            heading: Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top),
            inert: text.clone().set_quote_prefix(),
            text,
            day: Format::new().set_num_format("yyyy-mm-dd"),
        };
        sheet.begin()?;
        Ok(sheet)
    }

    /// The same with long texts broken into lines.
    pub(super) fn wrapping(mut self) -> Self {
        self.text = self.text.set_text_wrap().set_align(FormatAlign::Top);
        self.inert = self.inert.set_text_wrap().set_align(FormatAlign::Top);
        self
    }

    /// Writes a row; gives how many of its cells were cut.
    pub(super) fn write<'a>(
        &mut self,
        workbook: &mut Workbook,
        cells: impl Iterator<Item = Cell<'a>>,
    ) -> io::Result<usize> {
        if self.row == self.rows {
            let next = workbook.new_worksheet_with_constant_memory().map_err(failed)?;
            self.close()?;
            self.full.push(std::mem::replace(&mut self.current, next));
            self.begin()?;
        }
        let mut cut = 0;
        for (column, cell) in (0..).zip(cells) {
            cut += usize::from(self.cell(column, cell)?);
        }
        self.row += 1;
        Ok(cut)
    }

    /// Adds the sheets to the workbook.
    pub(super) fn finish(mut self, workbook: &mut Workbook) -> io::Result<()> {
        self.close()?;
        self.full.into_iter().chain([self.current]).for_each(|sheet| workbook.push_worksheet(sheet));
        Ok(())
    }

    /// Writes a cell; gives whether it was cut.
    fn cell(&mut self, column: u16, cell: Cell<'_>) -> io::Result<bool> {
        let (sheet, row) = (&mut self.current, self.row);
        let mut is_cut = false;
        match cell {
            Cell::Empty => Ok(sheet),
            Cell::Number(number) => sheet.write_number(row, column, number),
            Cell::Day(text) => match date(text) {
                Some(day) => sheet.write_datetime_with_format(row, column, &day, &self.day),
                None => sheet.write_string(row, column, text),
            },
            Cell::Text(text) if text.is_empty() => Ok(sheet),
            Cell::Text(text) => {
                let format = if is_risky(&text) { &self.inert } else { &self.text };
                let text = escaped(&text);
                let fitting = fitting(&text);
                is_cut = fitting.len() < text.len();
                sheet.write_string_with_format(row, column, fitting, format)
            }
        }
        .map_err(failed)?;
        Ok(is_cut)
    }

    /// Names the sheet that is to be filled and its columns.
    fn begin(&mut self) -> io::Result<()> {
        let name = match self.full.len() {
            0 => self.name.clone(),
            before => format!("{} {}", self.name, before + 1),
        };
        self.current.set_name(name).map_err(failed)?;
        for (column, width) in (0..).zip(&self.widths) {
            self.current.set_column_width(column, *width).map_err(failed)?;
        }
        for (column, header) in (0..).zip(&self.headers) {
            let format = if is_risky(header) { self.heading.clone().set_quote_prefix() } else { self.heading.clone() };
            self.current.write_string_with_format(0, column, fitting(&escaped(header)), &format).map_err(failed)?;
        }
        self.current.set_freeze_panes(1, 0).map_err(failed)?;
        self.row = 1;
        Ok(())
    }

    fn close(&mut self) -> io::Result<()> {
        if let Some(last) = u16::try_from(self.headers.len()).ok().and_then(|columns| columns.checked_sub(1)) {
            self.current.autofilter(0, 0, self.row - 1, last).map_err(failed)?;
        }
        Ok(())
    }
}

/// As much of a text as a cell holds.
fn fitting(text: &str) -> &str {
    if text.len() <= LONGEST {
        return text;
    }
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > LONGEST
    });
    end.map_or(text, |(at, _)| &text[..at])
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Reader, Xlsx};

    #[test]
    fn a_full_sheet_goes_on_in_another_under_the_same_names() {
        let mut workbook = Workbook::new();
        let mut sheet = Sheet::new(&mut workbook, "Rows", vec!["=a".into()], vec![9.0]).unwrap();
        sheet.rows = 3;
        for number in 0..5 {
            sheet.write(&mut workbook, [Cell::Number(f64::from(number))].into_iter()).unwrap();
        }
        sheet.finish(&mut workbook).unwrap();
        let bytes = workbook.save_to_buffer().unwrap();
        let mut read: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
        assert_eq!(read.sheet_names(), ["Rows", "Rows 2", "Rows 3"]);
        let rows: Vec<usize> = (0..3).map(|at| read.worksheet_range_at(at).unwrap().unwrap().height()).collect();
        assert_eq!(rows, [3, 3, 2]);
        assert_eq!(*read.worksheet_range_at(2).unwrap().unwrap().get_value((0, 0)).unwrap(), "=a");
    }

    #[test]
    fn what_a_cell_cannot_hold_is_cut_between_characters() {
        let crabs = "🦀".repeat(20_000);
        assert_eq!(fitting(&crabs).chars().count(), 16_383);
        let urdu = "ب".repeat(20_000);
        assert_eq!(fitting(&urdu), urdu, "twice as many bytes are no more characters");
    }
}
