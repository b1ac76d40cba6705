//! What a table says of itself, and that all its files say the same.

use super::*;
use crate::report::xlsx;
use calamine::{Data, Reader, Xlsx};

fn hidden_lines(table: &NamedCrosstab) -> usize {
    table.lines().filter(|line| line.cell.cell.figure.shown().is_none()).count()
}

#[test]
fn a_title_says_what_the_table_is_of_and_the_finding_its_clearest_difference() {
    let table = NamedCrosstab::sample();
    assert_eq!(table.title(), "Themes by district");
    assert_eq!(table.finding(), "Redditch: 60% name Getting about, against 25% of everyone else");
}

#[test]
fn without_a_clear_difference_the_finding_says_so_and_what_is_named_most() {
    let mut table = NamedCrosstab::sample();
    table.rows.retain(|row| row.key == "schools");
    assert_eq!(table.finding(), "No clear difference by district; most name Schools (40%)");
}

#[test]
fn every_file_hides_the_same_lines_and_shows_the_same_numbers() {
    let mut table = NamedCrosstab::sample();
    table.rows[0].name = "=HYPERLINK(\"http://x\")".to_owned();
    let hidden = hidden_lines(&table);
    assert!(hidden > 0 && hidden < table.length());
    let text = String::from_utf8(csv(Vec::new(), &table).unwrap()).unwrap();
    let mut reader = ::csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let records: Vec<::csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(records.len(), table.length());
    let private = records.iter().filter(|record| &record[2] == xlsx::KEPT_PRIVATE).count();
    let whole: serde_json::Value = serde_json::from_slice(&json(Vec::new(), &table).unwrap()).unwrap();
    let lines = whole["lines"].as_array().unwrap();
    let null = lines.iter().filter(|line| line["hidden"] == true && line["people"].is_null()).count();
    assert_eq!((private, null, lines.len()), (hidden, hidden, table.length()));
    let bytes = xlsx::crosstab(Vec::new(), &table).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    assert!(book.worksheet_formula("Table").unwrap().is_empty());
    let sheet = book.worksheet_range("Table").unwrap();
    let rows: Vec<Vec<Data>> = sheet.rows().map(<[Data]>::to_vec).skip(4).collect();
    assert_eq!(rows.len(), table.length());
    for ((record, line), row) in records.iter().zip(lines).zip(&rows) {
        let people = record[2].parse::<f64>().ok();
        assert_eq!(people, line["people"].as_f64());
        assert_eq!(people.map_or(Data::from(xlsx::KEPT_PRIVATE), Data::from), row[2]);
    }
    assert!(text.contains("'=HYPERLINK"), "{text}");
}
