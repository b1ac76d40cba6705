//! The first sheet of an XLSX workbook as a table.

use std::io::Cursor;

use anyhow::{Context, bail};
use calamine::{Data, DataType, Reader, Xlsx};

use crate::commands::table_file::{Table, TableRow};

/// Reads the first sheet; its first row names the columns.
///
/// # Errors
/// When it is not a workbook, has nothing on its first sheet, or a cell holds a spreadsheet's error.
pub(super) fn read(file: &str, bytes: &[u8]) -> anyhow::Result<Table> {
    let remedy = "Open it in a spreadsheet and save it again as XLSX or as \"CSV UTF-8\"";
    let broken = || format!("{file}: this is not a workbook that can be read. {remedy}");
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).with_context(broken)?;
    let Some(sheet) = workbook.worksheet_range_at(0) else { bail!("{file}: the workbook has no sheet") };
    let sheet = sheet.with_context(broken)?;
    let first = sheet.start().map_or(1, |(row, _)| u64::from(row) + 1);
    let mut rows = sheet.rows();
    let Some(names) = rows.next().filter(|_| !sheet.is_empty()) else {
        bail!("{file}:1: the first row must name the columns, and it is empty. Add a row of column names.");
    };
    let headers = headers(file, names)?;
    let rows = (first + 1..).zip(rows).filter(|(_, row)| row.iter().any(|cell| !cell.is_empty()));
    let rows = rows.map(|(line, row)| read_row(file, line, &headers, row)).collect::<anyhow::Result<_>>()?;
    Ok(Table { file: file.to_owned(), headers, rows })
}

fn headers(file: &str, names: &[Data]) -> anyhow::Result<Vec<String>> {
    let mut headers: Vec<String> = Vec::with_capacity(names.len());
    for (place, cell) in names.iter().enumerate() {
        let name = text(cell).unwrap_or_default();
        let name = if name.trim().is_empty() { format!("column {}", place + 1) } else { name.trim().to_owned() };
        if headers.contains(&name) {
            bail!("{file}:1: two columns are called \"{name}\". Rename one of them.");
        }
        headers.push(name);
    }
    Ok(headers)
}

fn read_row(file: &str, line: u64, headers: &[String], row: &[Data]) -> anyhow::Result<TableRow> {
    let cell = |(name, cell): (&String, &Data)| {
        text(cell).with_context(|| format!("{file}:{line}: {name}: the cell holds an error: correct its formula"))
    };
    let cells = headers.iter().zip(row).map(cell).collect::<anyhow::Result<_>>()?;
    Ok(TableRow { line, cells })
}

/// A cell as somebody reading the sheet would write it; none where it holds an error.
fn text(cell: &Data) -> Option<String> {
    Some(match cell {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        // Rust writes whole numbers without a fraction, as spreadsheets show them.
        Data::Float(number) => number.to_string(),
        Data::Bool(is_true) => is_true.to_string(),
        Data::DateTime(when) => {
            let (year, month, day, ..) = when.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::Error(_) => return None,
    })
}
