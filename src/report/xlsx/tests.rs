//! Workbooks as another program reads them.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};

use super::*;
use crate::report::json::Response;
use crate::report::sample;

fn write(responses: &[Response], style: Style) -> (Vec<u8>, usize) {
    let dataset = sample::dataset();
    let folder = tempfile::tempdir().unwrap();
    let mut writer = XlsxWriter::new(&dataset, style, folder.path()).unwrap();
    responses.iter().for_each(|response| writer.write(&sample::record(&dataset, response)).unwrap());
    let written = writer.finish(Vec::new()).unwrap();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "what was put aside is gone");
    written
}

fn rows(bytes: &[u8], sheet: usize) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let name = book.sheet_names()[sheet].clone();
    assert!(book.worksheet_formula(&name).unwrap().is_empty(), "{name} has no formula");
    book.worksheet_range_at(sheet).unwrap().unwrap().rows().map(<[Data]>::to_vec).collect()
}

fn column(rows: &[Vec<Data>], name: &str) -> Vec<Data> {
    let place = rows[0].iter().position(|header| *header == *name).unwrap();
    rows[1..].iter().map(|row| row[place].clone()).collect()
}

#[test]
fn a_workbook_has_what_analysts_need_and_codings_tell_no_from_not_judged() {
    let said = [("age-band", "16-17"), ("had-experience", "yes"), ("what-kind", "online;volunteering")];
    let first: Vec<_> = said.into_iter().chain([("how-many-days", "5"), ("better", "later bus")]).collect();
    let responses =
        [sample::response("a", &first), sample::response("b", &[("change", "judged"), ("better", "-1 bus, judged")])];
    let (bytes, cut) = write(&responses, Style::Labels);
    assert_eq!(cut, 0);
    let book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.as_slice())).unwrap();
    assert_eq!(book.sheet_names(), ["Responses", "Codings", "Codebook", "Read me"]);
    let labels = rows(&bytes, 0);
    assert_eq!(column(&labels, "age-band"), [Data::from("16 or 17"), Data::Empty]);
    assert_eq!(column(&labels, "how-many-days"), [Data::from(5.0), Data::Empty]);
    assert_eq!(column(&labels, "theme:written:bus"), [Data::from(1.0), Data::from(1.0)]);
    assert_eq!(column(&labels, "theme:written:park"), [Data::from(0.0), Data::from(0.0)]);
    let Data::DateTime(day) = &column(&labels, "submitted-on")[0] else { panic!("a day is a day") };
    assert_eq!(day.to_ymd_hms_milli(), (2026, 11, 20, 0, 0, 0, 0));
    let codings = rows(&bytes, 1);
    assert_eq!(codings.len(), 4, "one row for each answer in words");
    assert_eq!(column(&codings, "theme:written:bus"), [Data::from(1.0), Data::from(0.0), Data::from(1.0)]);
    assert_eq!(column(&codings, "theme:written:park"), [Data::Empty, Data::from(0.0), Data::from(0.0)]);
    let codebook = rows(&bytes, 2);
    assert!(codebook.iter().any(|row| row[0] == "age-band" && row[3] == "16-17" && row[4] == "16 or 17"));
    assert!(rows(&bytes, 3).iter().any(|row| row[1].to_string().contains("People who chose to answer")));
    let codes = rows(&write(&responses, Style::Codes).0, 0);
    assert_eq!(column(&codes, "what-kind"), [Data::from("online;volunteering"), Data::Empty]);
    assert!(column(&labels, "what-kind")[0].to_string().contains("; "));
}

#[test]
fn every_naughty_string_is_read_back_as_it_was_written_and_none_is_a_formula() {
    let all = sample::naughty();
    let responses: Vec<Response> =
        all.iter().enumerate().map(|(at, text)| sample::response(&at.to_string(), &[("change", text)])).collect();
    let (bytes, cut) = write(&responses, Style::Labels);
    let read = column(&rows(&bytes, 0), "change");
    let text = |cell: &Data| if let Data::String(text) = cell { unescaped(text) } else { format!("{cell:?}") };
    let wrong: Vec<_> = all.iter().zip(read.iter().map(text)).filter(|(text, read)| *text != read).collect();
    assert!(cut == 0 && read.len() == all.len() && wrong.is_empty(), "{wrong:?}");
}

#[test]
fn formulas_stay_words_when_edited_and_no_time_of_day_is_in_the_file() {
    let (bytes, _) = write(&[sample::response("a", &[("change", "=1+1")])], Style::Labels);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    assert!(text("xl/styles.xml").contains("quotePrefix=\"1\""));
    let core = text("docProps/core.xml");
    assert!(core.contains("2026-11-26T00:00:00Z"), "{core}");
    let sheet = text("xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f>") && sheet.contains("t=\"inlineStr\""));
}

#[test]
fn what_a_cell_cannot_hold_is_counted() {
    let (_, cut) = write(&[sample::response("a", &[("change", &"🦀".repeat(20_000))])], Style::Codes);
    assert_eq!(cut, 1);
}
