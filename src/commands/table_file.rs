//! Tables people bring: a CSV or tab-separated file read whole, with the line every row began on.
//!
//! Officers export from many programs, so the reader finds the delimiter by itself and explains, with
//! the line and a remedy, what it cannot read. Leaves out what the columns mean: that is for the
//! command that reads them.

use std::path::Path;

use thiserror::Error;

/// The names of columns and the rows under them; every row has as many cells as there are headers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The file's name as it was given, for messages.
    pub file: String,
    /// Column names in the order of the file, trimmed, none empty, no two alike.
    pub headers: Vec<String>,
    /// Rows in the order of the file; lines with nothing on them are left out.
    pub rows: Vec<TableRow>,
}

/// One row of a [`Table`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// The line of the file on which the row begins, counted from 1.
    pub line: u64,
    /// One cell for each header, exactly as written (not trimmed).
    pub cells: Vec<String>,
}

/// A row with too few or too many cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RaggedRow {
    /// The line of the file on which the row begins, counted from 1.
    pub line: u64,
    /// How many cells the row has.
    pub found: usize,
}

/// Why a file could not be read as a table.
#[derive(Debug, Error)]
pub enum TableError {
    /// The file could not be opened or read.
    #[error("{file}: could not be read ({source}). Check the name and that you may open it.")]
    Unreadable {
        /// The file as given.
        file: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file is in UTF-16.
    #[error("{file}: this file is in UTF-16. Save it as \"CSV UTF-8 (comma delimited)\" and try again.")]
    Utf16 {
        /// The file as given.
        file: String,
    },
    /// The file holds bytes that are not UTF-8.
    #[error(
        "{file}:{line}: this line holds characters that are not UTF-8, probably Windows-1252. \
         Save the file as \"CSV UTF-8 (comma delimited)\" and try again."
    )]
    NotUtf8 {
        /// The file as given.
        file: String,
        /// The first such line, counted from 1.
        line: u64,
    },
    /// The file is empty or its first row has no names.
    #[error("{file}:1: the first row must name the columns, and it is empty. Add a row of column names.")]
    NoHeader {
        /// The file as given.
        file: String,
    },
    /// Two columns share a name.
    #[error("{file}:1: two columns are called \"{name}\". Rename one of them.")]
    TwiceNamed {
        /// The file as given.
        file: String,
        /// The name they share.
        name: String,
    },
    /// Rows do not have as many cells as there are columns.
    #[error("{}", ragged_message(file, *expected, rows))]
    Ragged {
        /// The file as given.
        file: String,
        /// How many columns the header names.
        expected: usize,
        /// Every row that differs, in the order of the file.
        rows: Vec<RaggedRow>,
    },
    /// A column was asked for that the file does not have.
    #[error("{file}:1: there is no column called \"{name}\". The columns are: {known}.")]
    NoSuchColumn {
        /// The file as given.
        file: String,
        /// The name asked for.
        name: String,
        /// The names there are, joined by commas.
        known: String,
    },
    /// The reader of delimited text gave up.
    #[error("{file}:{line}: {problem}. Open the file in a spreadsheet and save it again as \"CSV UTF-8\".")]
    Malformed {
        /// The file as given.
        file: String,
        /// The line it had come to, counted from 1; 0 where it is not known.
        line: u64,
        /// What was wrong.
        problem: String,
    },
}

/// Says the first few ragged rows and how many more there are.
fn ragged_message(file: &str, expected: usize, rows: &[RaggedRow]) -> String {
    const SHOWN: usize = 5;
    let mut lines: Vec<String> = rows
        .iter()
        .take(SHOWN)
        .map(|row| format!("{file}:{}: expected {expected} columns and found {}", row.line, row.found))
        .collect();
    if rows.len() > SHOWN {
        lines.push(format!("and {} more rows", rows.len() - SHOWN));
    }
    lines.push("Put text that holds a comma or a line break in double quotes, and close every quotation mark.".into());
    lines.join("\n")
}

impl Table {
    /// Reads a table from a file.
    ///
    /// # Errors
    /// [`TableError`], naming the file, the line where there is one, and what to do.
    pub fn read(path: &Path) -> Result<Self, TableError> {
        let file = path.display().to_string();
        let bytes = std::fs::read(path).map_err(|source| TableError::Unreadable { file: file.clone(), source })?;
        Self::parse(&file, &bytes)
    }

    /// Reads a table from bytes; `file` is used in messages only. Commas, tabs and semicolons are
    /// recognised by which of them the header has most of.
    ///
    /// # Errors
    /// [`TableError`], naming the file, the line where there is one, and what to do.
    pub fn parse(file: &str, bytes: &[u8]) -> Result<Self, TableError> {
        let text = decode(file, bytes)?;
        let delimiter = delimiter_of(text);
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .quoting(is_quoted(text, delimiter))
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let mut records = reader.records();
        let headers = match records.next() {
            Some(first) => headers_of(file, &first.map_err(|error| malformed(file, &error))?)?,
            None => return Err(TableError::NoHeader { file: file.to_owned() }),
        };
        let (mut rows, mut ragged) = (Vec::new(), Vec::new());
        let mut lines = LineCounter { text, byte: 0, line: 1 };
        for record in records {
            let record = record.map_err(|error| malformed(file, &error))?;
            let line = lines.line_of_record_at(record.position().map_or(0, csv::Position::byte) as usize);
            match record.len() == headers.len() {
                true => rows.push(TableRow { line, cells: record.iter().map(str::to_owned).collect() }),
                false => ragged.push(RaggedRow { line, found: record.len() }),
            }
        }
        match ragged.is_empty() {
            true => Ok(Self { file: file.to_owned(), headers, rows }),
            false => Err(TableError::Ragged { file: file.to_owned(), expected: headers.len(), rows: ragged }),
        }
    }

    /// The place of the column called `name`, counted from 0; an exact match wins over one that
    /// differs only in capitals.
    ///
    /// # Errors
    /// [`TableError::NoSuchColumn`], listing the columns there are.
    pub fn get_column(&self, name: &str) -> Result<usize, TableError> {
        let exact = self.headers.iter().position(|header| header == name);
        let folded = || {
            let wanted = name.trim().to_lowercase();
            self.headers.iter().position(|header| header.to_lowercase() == wanted)
        };
        exact.or_else(folded).ok_or_else(|| TableError::NoSuchColumn {
            file: self.file.clone(),
            name: name.to_owned(),
            known: self.headers.join(", "),
        })
    }

    /// The cells of one column, from the first row to the last; empty for a place there is not.
    pub fn column(&self, place: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().filter_map(move |row| row.cells.get(place).map(String::as_str))
    }
}

/// The text of the file without a byte order mark.
fn decode<'a>(file: &str, bytes: &'a [u8]) -> Result<&'a str, TableError> {
    let start = &bytes[..bytes.len().min(512)];
    let nuls = start.iter().filter(|&&byte| byte == 0).count();
    if start.starts_with(&[0xFF, 0xFE]) || start.starts_with(&[0xFE, 0xFF]) || nuls * 4 > start.len().max(1) {
        return Err(TableError::Utf16 { file: file.to_owned() });
    }
    let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        let line = before.iter().filter(|&&byte| byte == b'\n').count() as u64 + 1;
        TableError::NotUtf8 { file: file.to_owned(), line }
    })
}

/// Counts lines as the reader goes on, because the reader itself places a record before the blank
/// lines and the line feed that stand ahead of it.
struct LineCounter<'a> {
    text: &'a str,
    /// How far the lines are counted.
    byte: usize,
    /// The line at `byte`, counted from 1.
    line: u64,
}

impl LineCounter<'_> {
    /// The line on which the record begins that the reader places at `byte`; places must not go back.
    fn line_of_record_at(&mut self, byte: usize) -> u64 {
        let ahead = self.text.as_bytes().iter().skip(byte).take_while(|&&byte| byte == b'\r' || byte == b'\n').count();
        let passed = self.text.as_bytes().get(self.byte..byte + ahead).unwrap_or_default();
        self.line += passed.iter().filter(|&&byte| byte == b'\n').count() as u64;
        self.byte = byte + ahead;
        self.line
    }
}

/// Of comma, tab and semicolon, the one the first line has most of; a comma when it has none.
fn delimiter_of(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    let count = |delimiter: u8| header.bytes().filter(|&byte| byte == delimiter).count();
    // Of equal counts the last wins, so the comma stands last.
    [b';', b'\t', b','].into_iter().max_by_key(|&delimiter| count(delimiter)).unwrap_or(b',')
}

/// Whether quotation marks enclose cells. Commas always need them. A tab-separated file whose every
/// line already has the right number of tabs was written without, and its quotation marks are words'.
fn is_quoted(text: &str, delimiter: u8) -> bool {
    if delimiter != b'\t' {
        return true;
    }
    let mut tabs = text.lines().filter(|line| !line.is_empty()).map(|line| line.matches('\t').count());
    let first = tabs.next();
    !tabs.all(|count| Some(count) == first)
}

/// Column names from the first row; a column without a name is called by its place.
fn headers_of(file: &str, record: &csv::StringRecord) -> Result<Vec<String>, TableError> {
    if record.iter().all(|name| name.trim().is_empty()) {
        return Err(TableError::NoHeader { file: file.to_owned() });
    }
    let mut headers: Vec<String> = Vec::with_capacity(record.len());
    for (place, name) in record.iter().enumerate() {
        let name = match name.trim() {
            "" => format!("column {}", place + 1),
            name => name.to_owned(),
        };
        if headers.contains(&name) {
            return Err(TableError::TwiceNamed { file: file.to_owned(), name });
        }
        headers.push(name);
    }
    Ok(headers)
}

/// An error of the CSV reader with the line it happened on.
fn malformed(file: &str, error: &csv::Error) -> TableError {
    let line = error.position().map_or(0, csv::Position::line);
    TableError::Malformed { file: file.to_owned(), line, problem: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(bytes: &[u8]) -> String {
        Table::parse("a.csv", bytes).unwrap_err().to_string()
    }

    #[test]
    fn rows_keep_the_line_they_began_on_across_quoted_line_breaks() {
        let table = Table::parse("a.csv", b"id,text\n1,\"two\nlines\"\n\n2,\"say \"\"hi\"\", ok\"\n").unwrap();
        assert_eq!(table.headers, ["id", "text"]);
        assert_eq!(table.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 5]);
        assert_eq!(table.rows[1].cells[1], "say \"hi\", ok");
    }

    #[test]
    fn a_byte_order_mark_and_windows_line_ends_are_no_trouble() {
        let table = Table::parse("a.csv", b"\xEF\xBB\xBFid,text\r\n1,hello\r\n").unwrap();
        assert_eq!(table.headers, ["id", "text"]);
        assert_eq!(table.rows[0].cells, ["1", "hello"]);
        assert_eq!(table.rows[0].line, 2);
    }

    #[test]
    fn tabs_and_semicolons_are_recognised() {
        assert_eq!(Table::parse("a", b"text\tlabels\nsay \"no\t\n").unwrap().rows[0].cells, ["say \"no", ""]);
        assert_eq!(Table::parse("a", b"id;text\n1;a, b\n").unwrap().rows[0].cells, ["1", "a, b"]);
        assert_eq!(Table::parse("a", b"id\ttext\n1\t\"a\nb\"\n").unwrap().rows[0].cells, ["1", "a\nb"]);
    }

    #[test]
    fn utf_16_is_named_with_its_remedy() {
        let wide: Vec<u8> = "id,text\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(message(&wide).contains("UTF-16"));
        assert!(message(b"\xFF\xFEi\0d\0").contains("Save it as"));
    }

    #[test]
    fn windows_1252_is_reported_with_its_line() {
        let said = message(b"id,text\n1,fine\n2,caf\xE9\n");
        assert!(said.starts_with("a.csv:3: ") && said.contains("Windows-1252"), "{said}");
    }

    #[test]
    fn ragged_rows_say_line_expected_and_found() {
        let said = message(b"id,text\n1,a\n2,b,c\n3\n");
        assert!(said.contains("a.csv:3: expected 2 columns and found 3"), "{said}");
        assert!(said.contains("a.csv:4: expected 2 columns and found 1"), "{said}");
    }

    #[test]
    fn a_missing_header_and_a_repeated_one_are_refused() {
        assert!(message(b"").contains("must name the columns"));
        assert!(message(b",,\n1,2,3\n").contains("must name the columns"));
        assert!(message(b"text,text\n").contains("two columns are called \"text\""));
    }

    #[test]
    fn an_unknown_column_is_answered_with_the_known_ones() {
        let table = Table::parse("a.csv", b"id,Text\n1,a\n").unwrap();
        assert_eq!(table.get_column("text").unwrap(), 1);
        let said = table.get_column("words").unwrap_err().to_string();
        assert!(said.contains("\"words\"") && said.contains("id, Text"), "{said}");
    }
}
