//! The first sheet of an XLSX workbook as a table.

use std::io::Cursor;

use anyhow::{Context, bail};
use calamine::{Data, DataType, Reader, Xlsx};

use crate::commands::table_file::{Table, TableRow};
use crate::report::csv::inert;
use crate::report::xlsx::unescaped;

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
        let text = text(cell);
        // A workbook's words are what they are; in a table they stand as a CSV of Heard's would have them.
        let text = text.map(|text| inert(&unescaped(&text)).into_owned());
        text.with_context(|| format!("{file}:{line}: {name}: the cell holds an error: correct its formula"))
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Check of the contents that a zip file keeps of each of its files.
    fn crc(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0u32, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 * (crc & 1)))
        })
    }

    /// A zip file of these files, nothing compressed.
    fn zip(files: &[(&str, &str)]) -> Vec<u8> {
        let (mut out, mut directory) = (Vec::new(), Vec::new());
        for (name, text) in files {
            let (offset, size) = (out.len() as u32, (text.len() as u32).to_le_bytes());
            let mut about = vec![20, 0, 0, 0, 0, 0, 0, 0, 0, 0];
            about.extend(crc(text.as_bytes()).to_le_bytes());
            about.extend([size, size].concat());
            about.extend([(name.len() as u16).to_le_bytes(), [0, 0]].concat());
            out.extend([b"PK\x03\x04", about.as_slice(), name.as_bytes(), text.as_bytes()].concat());
            directory.extend([b"PK\x01\x02\x14\x00", about.as_slice(), &[0; 10]].concat());
            directory.extend([&offset.to_le_bytes(), name.as_bytes()].concat());
        }
        let (count, start) = ((files.len() as u16).to_le_bytes(), (out.len() as u32).to_le_bytes());
        let size = (directory.len() as u32).to_le_bytes();
        let end = [&b"PK\x05\x06\0\0\0\0"[..], &count, &count, &size, &start, &[0, 0]].concat();
        [out, directory, end].concat()
    }

    /// A workbook with one sheet of these cells.
    fn workbook(cells: &str) -> Vec<u8> {
        let kind = "http://schemas.openxmlformats.org";
        let main = format!("xmlns=\"{kind}/spreadsheetml/2006/main\"");
        let links = |target: &str, what: &str| {
            format!(
                "<Relationships xmlns=\"{kind}/package/2006/relationships\"><Relationship Id=\"r1\" \
                 Type=\"{kind}/officeDocument/2006/relationships/{what}\" Target=\"{target}\"/></Relationships>"
            )
        };
        let book = format!(
            "<workbook {main} xmlns:r=\"{kind}/officeDocument/2006/relationships\"><sheets>\
             <sheet name=\"Answers\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
        );
        let sheet = format!("<worksheet {main}><sheetData>{cells}</sheetData></worksheet>");
        let types = format!(
            "<Types xmlns=\"{kind}/package/2006/content-types\">\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
        );
        zip(&[
            ("[Content_Types].xml", &types),
            ("_rels/.rels", &links("xl/workbook.xml", "officeDocument")),
            ("xl/workbook.xml", &book),
            ("xl/_rels/workbook.xml.rels", &links("worksheets/sheet1.xml", "worksheet")),
            ("xl/worksheets/sheet1.xml", &sheet),
        ])
    }

    fn words(place: &str, words: &str) -> String {
        format!("<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{words}</t></is></c>")
    }

    #[test]
    fn the_first_sheet_is_a_table_with_its_own_row_numbers() {
        let header = ["A1", "B1", "C1"].iter().zip(["id", "age", "important"]).map(|(at, name)| words(at, name));
        let header: String = header.collect();
        let row = format!("{}<c r=\"B4\"><v>9</v></c>{}", words("A4", "A1"), words("C4", " two\nlines "));
        let cells =
            format!("<row r=\"1\">{header}</row><row r=\"4\">{row}</row><row r=\"5\"><c r=\"B5\"><v>1.5</v></c></row>");
        let table = read("a.xlsx", &workbook(&cells)).unwrap();
        assert_eq!(table.headers, ["id", "age", "important"]);
        assert_eq!(table.rows[0], TableRow { line: 4, cells: ["A1", "9", " two\nlines "].map(str::to_owned).into() });
        assert_eq!(table.rows[1], TableRow { line: 5, cells: ["", "1.5", ""].map(str::to_owned).into() });
    }

    #[test]
    fn what_cannot_be_read_is_said_with_its_place_and_remedy() {
        let message = |bytes: &[u8]| format!("{:#}", read("a.xlsx", bytes).unwrap_err());
        assert!(message(b"PK\x03\x04 not a workbook").contains("save it again as XLSX"));
        assert!(message(&workbook("")).contains("must name the columns"));
        let twice = format!("<row r=\"1\">{}{}</row>", words("A1", "id"), words("B1", "id"));
        assert!(message(&workbook(&twice)).contains("two columns are called \"id\""));
        let wrong =
            format!("<row r=\"1\">{}</row><row r=\"2\"><c r=\"A2\" t=\"e\"><v>#REF!</v></c></row>", words("A1", "age"));
        assert!(message(&workbook(&wrong)).starts_with("a.xlsx:2: age: "), "{}", message(&workbook(&wrong)));
    }
}
