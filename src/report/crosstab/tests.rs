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
    assert_eq!(table.finding(), "No clear difference by district; 40% name Schools");
}

#[test]
fn where_nothing_could_be_compared_the_finding_does_not_say_that_there_is_no_difference() {
    let mut table = NamedCrosstab::sample();
    table.ways[0].values.clear();
    table.rows.retain(|row| row.key == "schools");
    assert_eq!(table.finding(), "Nothing to compare by district; 40% name Schools");
    let hidden = NamedRow { place: 99, key: "none".to_owned(), name: "Kept private".to_owned() };
    table.rows.push(hidden);
    assert_eq!(table.finding(), "Too few answers can be shown to compare by district; 40% name Schools");
}

#[test]
fn a_tie_names_all_its_rows_and_less_than_half_is_never_called_most() {
    let mut table = NamedCrosstab::sample();
    table.ways[0].values.clear();
    table.rows.retain(|row| row.key != "buses");
    assert!(table.finding().ends_with("; more name Schools (40%) than anything else"), "{}", table.finding());
    let mut private = table.clone();
    private.rows.push(NamedRow { place: 99, key: "none".to_owned(), name: "Kept private".to_owned() });
    let said = private.finding();
    assert!(said.ends_with("(40%) than anything else that can be shown"), "it may be nearly everybody: {said}");
    let again = NamedRow { name: "Colleges".to_owned(), ..table.rows[0].clone() };
    table.rows.insert(1, again);
    let said = table.finding();
    assert!(said.ends_with("; more name Schools and Colleges (40% each) than anything else"), "{said}");
    table.rows.truncate(2);
    assert!(table.finding().ends_with("; as many name Schools as Colleges (40% each)"), "{}", table.finding());
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
