//! All formats say the same: one export written in every format, read back, and compared cell by cell.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::process::Command;

use calamine::{Data, Reader, Xlsx};

use super::csv::{CsvWriter, restore};
use super::dataset::{Dataset, Role};
use super::json::{JsonWriter, Opening, Response};
use super::package::PackageWriter;
use super::sample;
use super::sav::SavWriter;
use super::xlsx::{Style, XlsxWriter};

/// By response and column, what a format says; nothing where it says nothing.
type Said = BTreeMap<(String, String), String>;

fn responses() -> Vec<Response> {
    let urdu = "بس دیر سے آتی ہے 🚌 ".repeat(30).trim_end().to_owned();
    let all = [
        vec![
            ("age-band", "16-17"),
            ("had-experience", "yes"),
            ("what-kind", "online;volunteering"),
            ("useful", "not-sure"),
        ],
        vec![
            ("had-experience", "no"),
            ("how-many-days", "300"),
            ("matters-most", "near-home;longer"),
            ("change", "=1+1 \"bus\"\n, x"),
        ],
        vec![("better", urdu.as_str()), ("age-band", "21-30"), ("change", "judged")],
        vec![],
    ];
    all.iter().zip(1..).map(|(said, number)| sample::response(&format!("r{number}"), said)).collect()
}

fn say(said: &mut Said, id: &str, column: &str, cell: &str) {
    if !cell.is_empty() {
        said.insert((id.to_owned(), column.to_owned()), cell.to_owned());
    }
}

fn in_csv(dataset: &Dataset) -> Said {
    let mut writer = CsvWriter::new(Vec::new(), &dataset.names()).unwrap();
    responses().iter().for_each(|response| writer.write(&sample::record(dataset, response).cells).unwrap());
    let bytes = writer.finish().unwrap();
    let mut said = Said::new();
    for row in csv::Reader::from_reader(&bytes[3..]).records().map(Result::unwrap) {
        dataset.names().iter().zip(&row).for_each(|(name, cell)| say(&mut said, &row[0], name, restore(cell)));
    }
    said
}

fn in_json(dataset: &Dataset) -> Said {
    let (consultation, exported_on) = (dataset.key.clone(), dataset.exported_on.clone());
    let opening =
        Opening { consultation, exported_on, redacted: true, illustrative: false, code_frames: dataset.frames.clone() };
    let mut writer = JsonWriter::new(Vec::new(), &opening).unwrap();
    responses().iter().for_each(|response| writer.write(response).unwrap());
    let read: serde_json::Value = serde_json::from_slice(&writer.finish().unwrap()).unwrap();
    let mut said = Said::new();
    for response in read["responses"].as_array().unwrap() {
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        let id = text(&response["id"]);
        for name in ["id", "perspective", "district", "language", "origin"] {
            say(&mut said, &id, name, &text(&response[name]));
        }
        say(&mut said, &id, "submitted-on", &text(&response["submitted_on"]));
        let answers = response["answers"].as_array().unwrap();
        answers.iter().for_each(|one| say(&mut said, &id, &text(&one["question"]), &text(&one["answer"])));
        let judged = answers.iter().filter(|one| !one["judged_in"].as_array().unwrap().is_empty()).count();
        say(&mut said, &id, "judged:written", &judged.to_string());
        for theme in ["bus", "park"] {
            let mut codings = answers.iter().flat_map(|one| one["themes"].as_array().unwrap());
            let has = codings.any(|it| it["code_frame"] == "written" && it["theme"] == theme);
            say(&mut said, &id, &format!("theme:written:{theme}"), &u8::from(has).to_string());
        }
    }
    said
}

fn in_xlsx(dataset: &Dataset) -> Said {
    let folder = tempfile::tempdir().unwrap();
    let mut writer = XlsxWriter::new(dataset, Style::Codes, folder.path()).unwrap();
    responses().iter().for_each(|response| writer.write(&sample::record(dataset, response)).unwrap());
    let (bytes, _) = writer.finish(Vec::new()).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut said = Said::new();
    for row in book.worksheet_range_at(0).unwrap().unwrap().rows().skip(1) {
        for (name, cell) in dataset.names().iter().zip(row) {
            let cell = match cell {
                Data::DateTime(day) => {
                    let (year, month, day, ..) = day.to_ymd_hms_milli();
                    format!("{year:04}-{month:02}-{day:02}")
                }
                other => other.to_string(),
            };
            say(&mut said, &row[0].to_string(), name, &cell);
        }
    }
    said
}

fn in_package(dataset: &Dataset) -> Said {
    let mut writer = PackageWriter::new(dataset, || Ok(Cursor::new(Vec::new()))).unwrap();
    responses().iter().for_each(|response| writer.write(&sample::record(dataset, response)).unwrap());
    let bytes = writer.finish(Cursor::new(Vec::new())).unwrap().into_inner();
    let (_, tables, wrong) = super::package::read(&bytes);
    assert!(wrong.is_empty(), "{wrong:?}");
    let mut said = Said::new();
    let (header, rows) = tables["responses"].split_first().unwrap();
    for row in rows {
        header.iter().zip(row).for_each(|(name, cell)| say(&mut said, &row[0], name, restore(cell)));
        let answers = || tables["answers"].iter().filter(|answer| answer[0] == row[0]);
        answers().for_each(|answer| say(&mut said, &row[0], &answer[1], restore(&answer[2])));
        say(&mut said, &row[0], "judged:written", &answers().filter(|it| &it[5] == "written").count().to_string());
        for theme in ["bus", "park"] {
            let has = tables["codings"].iter().any(|it| it[0] == row[0] && &it[2] == "written" && it[3] == *theme);
            say(&mut said, &row[0], &format!("theme:written:{theme}"), &u8::from(has).to_string());
        }
    }
    said
}

/// Codes as PSPP gives them are counted from 1; these are the options that they stand for.
fn in_sav(dataset: &Dataset) -> Said {
    let folder = tempfile::tempdir().unwrap();
    let mut writer = SavWriter::new(dataset, Cursor::new(Vec::new()));
    responses().iter().for_each(|response| writer.write(&sample::record(dataset, response)).unwrap());
    std::fs::write(folder.path().join("a.sav"), writer.finish(Vec::new()).unwrap().0).unwrap();
    let commands = "GET FILE='a.sav'.\nSAVE TRANSLATE /OUTFILE='a.csv' /TYPE=CSV /FIELDNAMES /CELLS=VALUES.\n";
    std::fs::write(folder.path().join("a.sps"), commands).unwrap();
    let run = Command::new("pspp").args(["-o", "out.txt", "a.sps"]).current_dir(folder.path()).output();
    assert!(run.expect("PSPP is not here: make test-tools installs it").status.success());
    let mut reader = csv::Reader::from_path(folder.path().join("a.csv")).unwrap();
    let headers = reader.headers().unwrap().clone();
    let mut said = Said::new();
    for row in reader.records().map(Result::unwrap) {
        let cell = |name: &str| {
            let name = name.replace(['-', ':'], "_");
            let place = headers.iter().position(|header| header == name).unwrap_or_else(|| panic!("{name}"));
            row[place].to_owned()
        };
        for variable in &dataset.variables {
            let mut options: Vec<&str> = variable.options.iter().map(|option| option.key.as_str()).collect();
            options.extend(["21-30"]);
            let option = |cell: String| cell.parse::<usize>().ok().and_then(|code| options.get(code.wrapping_sub(1)));
            let option = |cell: String| option(cell).map_or("", |key| *key).to_owned();
            let text = match variable.role {
                Role::OneOf | Role::Scale => option(cell(&variable.name)),
                Role::ManyOf => {
                    let picked = variable.options.iter().map(|option| &option.key);
                    let picked = picked.filter(|key| cell(&format!("{}_{key}", variable.name)) == "1");
                    picked.map(String::as_str).collect::<Vec<_>>().join(";")
                }
                Role::Ranking { places } => {
                    let placed = (1..=places).map(|place| option(cell(&format!("{}_{place}", variable.name))));
                    placed.filter(|key| !key.is_empty()).collect::<Vec<_>>().join(";")
                }
                Role::Number { .. } => cell(&variable.name).replace("-9", ""),
                // PSPP writes days as 11/20/2026.
                Role::Day => {
                    let day = cell(&variable.name);
                    let parts: Vec<&str> = day.split('/').collect();
                    [parts[2], parts[0], parts[1]].join("-")
                }
                _ => cell(&variable.name),
            };
            say(&mut said, &cell("id"), &variable.name, &text);
        }
    }
    said
}

#[test]
fn every_format_says_the_same() {
    let dataset = sample::dataset();
    let first = in_csv(&dataset);
    assert!(first.len() > 40 && first.values().any(|cell| cell.len() > 600), "{first:?}");
    for (format, said) in [
        ("JSON", in_json(&dataset)),
        ("XLSX", in_xlsx(&dataset)),
        ("package", in_package(&dataset)),
        ("sav", in_sav(&dataset)),
    ] {
        let differs: Vec<_> = first.iter().filter(|(place, cell)| said.get(*place) != Some(*cell)).collect();
        assert!(differs.is_empty(), "{format} says otherwise: {differs:?}");
        let more: Vec<_> = said.keys().filter(|place| !first.contains_key(*place)).collect();
        assert!(more.is_empty(), "{format} says more: {more:?}");
    }
}

#[test]
fn csv_and_json_keep_every_naughty_string() {
    let dataset = sample::dataset();
    let all = sample::naughty();
    let responses: Vec<Response> =
        all.iter().enumerate().map(|(at, text)| sample::response(&at.to_string(), &[("change", text)])).collect();
    let mut rows = CsvWriter::new(Vec::new(), &dataset.names()).unwrap();
    responses.iter().for_each(|response| rows.write(&sample::record(&dataset, response).cells).unwrap());
    let bytes = rows.finish().unwrap();
    let place = dataset.names().iter().position(|name| name == "change").unwrap();
    let read: Vec<String> =
        csv::Reader::from_reader(&bytes[3..]).records().map(|row| restore(&row.unwrap()[place]).to_owned()).collect();
    assert_eq!(read, all);
    let opening = Opening {
        consultation: "a".into(),
        exported_on: "b".into(),
        redacted: true,
        illustrative: false,
        code_frames: vec![],
    };
    let mut writer = JsonWriter::new(Vec::new(), &opening).unwrap();
    responses.iter().for_each(|response| writer.write(response).unwrap());
    let json: serde_json::Value = serde_json::from_slice(&writer.finish().unwrap()).unwrap();
    let read: Vec<&str> =
        json["responses"].as_array().unwrap().iter().map(|it| it["answers"][0]["answer"].as_str().unwrap()).collect();
    assert_eq!(read, all);
}
