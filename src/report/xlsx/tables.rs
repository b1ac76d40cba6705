//! Tables of figures as a workbook, from published figures alone.
//!
//! A figure that is kept private stands as those words: never as 0 and never as an empty cell.

use std::io::{self, Write};

use rust_xlsxwriter::{Format, FormatAlign, Worksheet};

use super::{begin, failed, read_me};
use crate::breakdown::{Breakdown, Count, Difference, Figure};
use crate::report::csv::is_risky;

/// What stands where a figure is not shown.
pub const KEPT_PRIVATE: &str = "kept private";

/// The most characters of a sheet's name.
const LONGEST_NAME: usize = 31;

/// A table and the words around it.
#[derive(Debug, Clone, Copy)]
pub struct Table<'a> {
    /// What the sheet is called, for example `Themes by district`; made to fit, and numbered.
    pub sheet: &'a str,
    /// What the table says.
    pub title: &'a str,
    /// Over whom it is counted, and what to mind.
    pub note: &'a str,
    /// What its rows are: `Theme`, `Option`.
    pub rows: &'a str,
    pub breakdown: &'a Breakdown,
}

/// Writes tables, each on a sheet of its own, and behind them a sheet of notes (a heading and what to know). `day` is
/// when they were made, as 2026-11-23.
///
/// # Errors
/// When writing fails.
pub fn tables<W: Write + Send>(
    mut out: W,
    title: &str,
    day: &str,
    tables: &[Table<'_>],
    notes: &[(String, String)],
) -> io::Result<W> {
    let mut workbook = begin(title, day)?;
    for (number, table) in (1..).zip(tables) {
        let mut page = Page::new(workbook.add_worksheet(), &sheet_name(number, table.sheet))?;
        page.fill(table)?;
    }
    read_me(&mut workbook, notes)?;
    workbook.save_to_writer(&mut out).map_err(failed)?;
    Ok(out)
}

/// A sheet with a table above and its figures one by one below.
struct Page<'a> {
    sheet: &'a mut Worksheet,
    row: u32,
}

impl<'a> Page<'a> {
    fn new(sheet: &'a mut Worksheet, name: &str) -> io::Result<Self> {
        sheet.set_name(name).map_err(failed)?;
        sheet.set_column_width(0, 40.0).map_err(failed)?;
        for column in 1..8 {
            sheet.set_column_width(column, 18.0).map_err(failed)?;
        }
        Ok(Self { sheet, row: 0 })
    }

    fn fill(&mut self, table: &Table<'_>) -> io::Result<()> {
        let bold = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
        let breakdown = table.breakdown;
        self.line(&[table.title.into()], &Format::new().set_bold().set_font_size(14.0))?;
        self.line(&[table.note.into()], &Format::new())?;
        self.row += 1;
        let groups = breakdown.groups.iter();
        let headers = [table.rows, "Everyone"].into_iter().chain(groups.clone().map(|group| group.name.as_str()));
        self.line(&headers.map(Value::from).collect::<Vec<_>>(), &bold)?;
        let bases = std::iter::once(&breakdown.everyone).chain(groups.map(|group| &group.base)).map(Value::from);
        let bases: Vec<Value<'_>> = [Value::Words("People counted over")].into_iter().chain(bases).collect();
        self.line(&bases, &Format::new())?;
        for row in &breakdown.rows {
            let figures = std::iter::once(&row.everyone).chain(row.cells.iter().map(|cell| &cell.figure));
            let shares = figures.map(|figure| figure.shown().map_or(Value::Private, |share| Value::Share(share.share)));
            let line: Vec<Value<'_>> = [Value::from(row.name.as_str())].into_iter().chain(shares).collect();
            self.line(&line, &Format::new())?;
        }
        self.row += 1;
        let headers = [table.rows, "Group", "People", "Of", "Share", "95% from", "95% to", "Against everyone else"];
        self.line(&headers.map(Value::from), &bold)?;
        for row in &breakdown.rows {
            self.figure(&row.name, "Everyone", &row.everyone, "")?;
            for (group, cell) in breakdown.groups.iter().zip(&row.cells) {
                self.figure(&row.name, &group.name, &cell.figure, differs(cell.differs))?;
            }
        }
        Ok(())
    }

    fn figure(&mut self, row: &str, group: &str, figure: &Figure, differs: &str) -> io::Result<()> {
        let numbers = match figure {
            Figure::Hidden => [Value::Private; 5],
            Figure::Shown(share) => [
                Value::Number(share.count),
                Value::Number(share.base),
                Value::Share(share.share),
                Value::Share(share.low),
                Value::Share(share.high),
            ],
        };
        let names = [row, group].map(Value::from);
        let line: Vec<Value<'_>> = names.into_iter().chain(numbers).chain([Value::from(differs)]).collect();
        self.line(&line, &Format::new())
    }

    fn line(&mut self, values: &[Value<'_>], format: &Format) -> io::Result<()> {
        for (column, value) in (0..).zip(values) {
            let (sheet, row) = (&mut *self.sheet, self.row);
            match value {
                Value::Words(text) if is_risky(text) => {
                    sheet.write_string_with_format(row, column, *text, &format.clone().set_quote_prefix())
                }
                Value::Words(text) => sheet.write_string_with_format(row, column, *text, format),
                Value::Private => sheet.write_string_with_format(row, column, KEPT_PRIVATE, format),
                // Excel's numbers are floating point; people are fewer than 2^53.
                Value::Number(number) => sheet.write_number_with_format(row, column, *number as f64, format),
                Value::Share(share) => {
                    sheet.write_number_with_format(row, column, *share, &format.clone().set_num_format("0%"))
                }
            }
            .map_err(failed)?;
        }
        self.row += 1;
        Ok(())
    }
}

#[derive(Debug, Clone, Copy)]
enum Value<'a> {
    Words(&'a str),
    Number(u64),
    /// From 0 to 1.
    Share(f64),
    Private,
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Words(text)
    }
}

impl From<&Count> for Value<'_> {
    fn from(count: &Count) -> Self {
        match count {
            Count::Shown(number) => Self::Number(*number),
            Count::Hidden => Self::Private,
        }
    }
}

fn differs(difference: Difference) -> &'static str {
    match difference {
        Difference::Higher => "higher",
        Difference::Lower => "lower",
        Difference::NotClear => "no clear difference",
        Difference::NotCompared => "not compared",
    }
}

/// A name that a sheet can have: short, cut after a whole word, and without the characters that spreadsheets refuse.
fn sheet_name(number: usize, name: &str) -> String {
    let plain: String = name.chars().filter(|c| !c.is_control() && !"[]:*?/\\'".contains(*c)).collect();
    let mut numbered = format!("{number} {}", plain.trim());
    if numbered.encode_utf16().count() <= LONGEST_NAME {
        return numbered;
    }
    // One character is the sign that something is missing.
    while numbered.encode_utf16().count() >= LONGEST_NAME {
        numbered.pop();
    }
    let words = numbered.rsplit_once(' ').map_or(numbered.as_str(), |(words, _)| words);
    // A first word that is too long is cut within.
    let kept = if words.contains(' ') { words } else { numbered.trim_end() };
    format!("{kept}…")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breakdown::{Group, Policy, Row};
    use calamine::{Data, Reader, Xlsx};

    fn breakdown() -> Breakdown {
        let groups = [("a", "Redditch", 100), ("b", "=Wychavon", 100), ("c", "Small", 20)];
        let group = |(key, name, base): (&str, &str, u64)| Group { key: key.into(), name: name.into(), base };
        let row = |name: &str, counts: &[u64]| Row {
            key: name.into(),
            name: name.into(),
            counts: counts.into(),
            total: counts.iter().sum(),
        };
        let rows = [row("@Buses", &[60, 20, 5]), row("Parks", &[40, 2, 3])];
        Breakdown::new(220, &groups.map(group), &rows, Policy::default())
    }

    #[test]
    fn a_sheet_is_named_in_whole_words() {
        assert_eq!(sheet_name(2, "Themes: every question"), "2 Themes every question");
        assert_eq!(sheet_name(12, "Themes: What should be changed in the county?"), "12 Themes What should be…");
        let long = sheet_name(3, &"ü".repeat(60));
        assert_eq!((long.chars().count(), long.ends_with("ü…")), (LONGEST_NAME, true));
    }

    #[test]
    fn what_is_kept_private_says_so_and_nothing_is_a_formula() {
        let breakdown = breakdown();
        let title = "=HYPERLINK(\"http://x\")";
        let table = Table {
            sheet: "Themes/by [district]: a long name indeed",
            title,
            note: "n",
            rows: "Theme",
            breakdown: &breakdown,
        };
        let notes = [("About".to_owned(), "People who chose to answer.".to_owned())];
        let bytes = tables(Vec::new(), "Tables", "2026-11-26", &[table, table], &notes).unwrap();
        let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
        assert_eq!(book.sheet_names(), ["1 Themesby district a long…", "2 Themesby district a long…", "Read me"]);
        for at in 0..3 {
            let name = book.sheet_names()[at].clone();
            assert!(book.worksheet_formula(&name).unwrap().is_empty(), "{name}");
        }
        let sheet = book.worksheet_range_at(0).unwrap().unwrap();
        let rows: Vec<Vec<Data>> = sheet.rows().map(<[Data]>::to_vec).collect();
        assert_eq!(rows[0][0], Data::from(title));
        let line = |name: &str| rows.iter().find(|row| row[0] == *name).unwrap();
        assert_eq!(
            line("People counted over")[1..],
            [Data::from(220.0), 100.0.into(), 100.0.into(), 20.0.into(), Data::Empty, Data::Empty, Data::Empty]
        );
        assert_eq!(line("@Buses")[2], Data::from(0.6));
        assert_eq!(line("@Buses")[4], Data::from(KEPT_PRIVATE));
        let singly = |group: &str| rows.iter().find(|row| row[0] == "Parks" && row[1] == *group).unwrap();
        assert_eq!(singly("=Wychavon")[2..7], [KEPT_PRIVATE; 5].map(Data::from));
        assert_eq!(singly("Small")[7], Data::from("not compared"));
        // Every figure of the published table is there, or says that it is private: counted over the whole sheet.
        let private = rows.iter().flatten().filter(|cell| **cell == *KEPT_PRIVATE).count();
        let hidden = breakdown.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.figure == Figure::Hidden);
        let hidden = hidden.count() + breakdown.rows.iter().filter(|row| row.everyone == Figure::Hidden).count();
        assert!(hidden > 0 && private == hidden * 6, "{private} of {hidden}");
    }
}
