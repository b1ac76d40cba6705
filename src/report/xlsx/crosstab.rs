//! A table of several ways as a workbook: a line for each figure, as in every other file of it.

use std::io::{self, Write};

use rust_xlsxwriter::{Format, FormatAlign, Worksheet};

use super::escapes::escaped;
use super::tables::KEPT_PRIVATE;
use super::{begin, failed, read_me};
use crate::breakdown::Count;
use crate::report::crosstab::{Line, NamedCrosstab, differs};
use crate::report::csv::is_risky;

/// The row of the sheet that names the columns, counted from 0: above it stand what the table says and is of.
const HEADERS: u32 = 3;

/// Writes the table, and behind it a sheet on how it is read.
///
/// # Errors
/// When writing fails.
pub fn crosstab<W: Write + Send>(mut out: W, table: &NamedCrosstab) -> io::Result<W> {
    let mut workbook = begin(&table.title(), &table.day)?;
    let sheet = workbook.add_worksheet();
    sheet.set_name("Table").map_err(failed)?;
    let plain = Format::new();
    words(sheet, (0, 0), &table.finding(), &Format::new().set_bold().set_font_size(14.0))?;
    words(sheet, (1, 0), &format!("{}. {}", table.title(), table.consultation.name), &plain)?;
    let bold = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    for (column, name) in (0..).zip(table.columns()) {
        sheet.set_column_width(column, if column == 0 { 40.0 } else { 18.0 }).map_err(failed)?;
        words(sheet, (HEADERS, column), &name, &bold)?;
    }
    sheet.set_freeze_panes(HEADERS + 1, 1).map_err(failed)?;
    for (row, line) in (HEADERS + 1..).zip(table.lines()) {
        words(sheet, (row, 0), &line.row.name, &plain)?;
        for (column, name) in (1..).zip(table.place_names(&line)) {
            words(sheet, (row, column), name, &plain)?;
        }
        figures(sheet, row, 1 + table.ways.len() as u16, &line)?;
    }
    let notes: Vec<(String, String)> =
        table.notes().into_iter().enumerate().map(|(at, note)| (format!("{}", at + 1), note)).collect();
    read_me(&mut workbook, &notes)?;
    workbook.save_to_writer(&mut out).map_err(failed)?;
    Ok(out)
}

fn figures(sheet: &mut Worksheet, row: u32, first: u16, line: &Line<'_>) -> io::Result<()> {
    let shown = line.cell.cell.figure.shown();
    let base = if let Count::Shown(base) = line.base { Some(base as f64) } else { None };
    let numbers = [
        (shown.map(|share| share.count as f64), "0"),
        (base, "0"),
        (shown.map(|share| share.share), "0%"),
        (shown.map(|share| share.low), "0%"),
        (shown.map(|share| share.high), "0%"),
    ];
    for (column, (number, format)) in (first..).zip(numbers) {
        match number {
            Some(number) => write(sheet, (row, column), number, format)?,
            None => words(sheet, (row, column), KEPT_PRIVATE, &Format::new())?,
        }
    }
    words(sheet, (row, first + 5), differs(line.cell.cell.differs), &Format::new())?;
    let compared =
        [(line.cell.cell.gap.map(|gap| gap * 100.0), "0.0"), (line.cell.effect, "0.00"), (line.cell.p, "0.0000")];
    for (column, (number, format)) in (first + 6..).zip(compared) {
        if let Some(number) = number {
            write(sheet, (row, column), number, format)?;
        }
    }
    Ok(())
}

fn write(sheet: &mut Worksheet, (row, column): (u32, u16), number: f64, format: &str) -> io::Result<()> {
    sheet.write_number_with_format(row, column, number, &Format::new().set_num_format(format)).map_err(failed)?;
    Ok(())
}

/// Words are always words: what a spreadsheet might run once it is edited is marked so.
pub(super) fn words(sheet: &mut Worksheet, (row, column): (u32, u16), text: &str, format: &Format) -> io::Result<()> {
    let format = if is_risky(text) { format.clone().set_quote_prefix() } else { format.clone() };
    sheet.write_string_with_format(row, column, escaped(text), &format).map_err(failed)?;
    Ok(())
}
