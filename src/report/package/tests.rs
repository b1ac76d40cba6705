//! A package is read by a small reader of our own that holds every table to what the package says of it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use regex::Regex;
use serde_json::Value;

use super::*;
use crate::report::csv::restore;
use crate::report::json::Response;
use crate::report::sample;

pub(crate) type Tables = BTreeMap<String, Vec<csv::StringRecord>>;

fn write(responses: &[Response]) -> Vec<u8> {
    let dataset = sample::dataset();
    let mut writer = PackageWriter::new(&dataset, || Ok(Cursor::new(Vec::new()))).unwrap();
    responses.iter().for_each(|response| writer.write(&sample::record(&dataset, response)).unwrap());
    writer.finish(Cursor::new(Vec::new())).unwrap().into_inner()
}

/// Reads a package, and finds everything in which it is not what it says.
pub(crate) fn read(bytes: &[u8]) -> (Value, Tables, Vec<String>) {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut file = |name: &str| {
        let mut bytes = Vec::new();
        archive.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
        bytes
    };
    let package: Value = serde_json::from_slice(&file("datapackage.json")).unwrap();
    let (mut tables, mut wrong) = (Tables::new(), Vec::new());
    for resource in package["resources"].as_array().unwrap() {
        let name = resource["name"].as_str().unwrap().to_owned();
        let bytes = file(resource["path"].as_str().unwrap());
        if resource["bytes"] != bytes.len() || !resource["hash"].as_str().unwrap().starts_with("sha256:") {
            wrong.push(format!("{name}: not as long as said"));
        }
        let rows = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice()).into_records();
        tables.insert(name, rows.map(Result::unwrap).collect());
    }
    for resource in package["resources"].as_array().unwrap() {
        wrong.extend(held_to(resource, &tables));
    }
    let is_name = Regex::new("^[a-z0-9._-]+$").unwrap();
    let names =
        package["resources"].as_array().unwrap().iter().chain([&package]).map(|it| it["name"].as_str().unwrap());
    wrong.extend(names.filter(|name| !is_name.is_match(name)).map(|name| format!("{name} is no name")));
    (package, tables, wrong)
}

/// What of a table is not as its schema says.
fn held_to(resource: &Value, tables: &Tables) -> Vec<String> {
    let (schema, name) = (&resource["schema"], resource["name"].as_str().unwrap());
    let fields = schema["fields"].as_array().unwrap();
    let (header, rows) = tables[name].split_first().unwrap();
    let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
    if header.iter().collect::<Vec<_>>() != names {
        return vec![format!("{name}: the columns are {header:?}")];
    }
    let mut wrong = Vec::new();
    for (field, column) in fields.iter().zip(0..) {
        let fits = rows.iter().all(|row| fits(field, &row[column]));
        let values: BTreeSet<&str> = rows.iter().map(|row| &row[column]).collect();
        let unique = field["constraints"]["unique"] != true || values.len() == rows.len();
        if !fits || !unique {
            wrong.push(format!("{name}: {field} does not hold for {values:?}"));
        }
    }
    let keys = |table: &str, of: &Value| -> Vec<Vec<String>> {
        let (header, rows) = tables[table].split_first().unwrap();
        let place = |key: &Value| header.iter().position(|name| *key == name).unwrap();
        let places: Vec<usize> = of.as_array().unwrap().iter().map(place).collect();
        rows.iter().map(|row| places.iter().map(|place| row[*place].to_owned()).collect()).collect()
    };
    let own = keys(name, &schema["primaryKey"]);
    if own.iter().collect::<BTreeSet<_>>().len() != own.len() || own.iter().flatten().any(String::is_empty) {
        wrong.push(format!("{name}: the primary key is not one"));
    }
    for key in schema["foreignKeys"].as_array().into_iter().flatten() {
        let other = key["reference"]["resource"].as_str().unwrap();
        let theirs: BTreeSet<_> = keys(other, &key["reference"]["fields"]).into_iter().collect();
        if keys(name, &key["fields"]).iter().any(|key| !theirs.contains(key)) {
            wrong.push(format!("{name}: a key names nothing in {other}"));
        }
    }
    wrong
}

/// Whether a cell is what Table Schema calls a value of this field.
fn fits(field: &Value, cell: &str) -> bool {
    let constraints = &field["constraints"];
    if cell.is_empty() {
        return constraints["required"] != true;
    }
    let number: Option<f64> = cell.parse().ok();
    let is_kind = match field["type"].as_str().unwrap() {
        "string" => true,
        "integer" => cell.parse::<i64>().is_ok(),
        "number" => number.is_some(),
        "boolean" => field["trueValues"][0] == cell || field["falseValues"][0] == cell,
        "date" => cell.len() == 10 && cell.parse::<jiff::civil::Date>().is_ok(),
        other => panic!("{other} is no kind of field that is written"),
    };
    let within = |end: &str, holds: fn(f64, f64) -> bool| {
        constraints[end].as_f64().is_none_or(|end| number.is_some_and(|number| holds(number, end)))
    };
    let is_known = constraints["enum"].as_array().is_none_or(|all| all.iter().any(|one| *one == cell));
    let pattern = constraints["pattern"].as_str().is_none_or(|pattern| Regex::new(pattern).unwrap().is_match(cell));
    is_kind && is_known && pattern && within("minimum", |a, b| a >= b) && within("maximum", |a, b| a <= b)
}

#[test]
fn a_package_is_what_it_says() {
    let said = [("age-band", "16-17"), ("had-experience", "yes"), ("what-kind", "online;volunteering")];
    let first: Vec<_> = said.into_iter().chain([("how-many-days", "5"), ("better", "later bus")]).collect();
    let responses = [
        sample::response("a", &first),
        sample::response("=b", &[("age-band", "21-30"), ("what-kind", "gone;online"), ("change", "=1, judged")]),
    ];
    let bytes = write(&responses);
    let (package, tables, wrong) = read(&bytes);
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(package["profile"], "tabular-data-package");
    assert_eq!(package["created"], "2026-11-26T00:00:00Z");
    assert!(package["licenses"][0]["title"].as_str().unwrap().contains("No licence is given"));
    let answers: Vec<Vec<&str>> = tables["answers"].iter().map(|row| row.iter().collect()).collect();
    assert_eq!(answers[1], ["a", "better", "later bus", "en", "1", ""]);
    assert_eq!(answers[2], ["'=b", "change", "'=1, judged", "en", "1", "written"]);
    let codings: Vec<Vec<&str>> = tables["codings"].iter().map(|row| row.iter().collect()).collect();
    assert_eq!(codings[1], ["a", "better", "written", "bus", "machine", "0.75", "1"]);
    assert_eq!(tables["themes"].len(), 5, "themes that the machine suggests are there too");
    assert!(tables["codebook"].iter().any(|row| row.iter().any(|cell| cell == "16 or 17")));
    assert!(package["resources"][0]["schema"]["fields"].to_string().contains("21-30"), "an earlier edition's code");
}

#[test]
fn what_is_wrong_in_a_package_is_found() {
    let field = serde_json::json!({ "type": "integer", "constraints": { "minimum": 1, "required": true } });
    assert!(fits(&field, "1") && !fits(&field, "0") && !fits(&field, "") && !fits(&field, "1.5"));
    let field = serde_json::json!({ "type": "string", "constraints": { "pattern": "^(a|b)(;(a|b))*$" } });
    assert!(fits(&field, "a;b") && fits(&field, "") && !fits(&field, "c"));
    let dangling = sample::response("a", &[("better", "bus")]);
    let (package, mut tables, _) = read(&write(&[dangling]));
    tables.get_mut("answers").unwrap().truncate(1);
    let wrong: Vec<String> =
        package["resources"].as_array().unwrap().iter().flat_map(|one| held_to(one, &tables)).collect();
    assert_eq!(wrong, ["codings: a key names nothing in answers"]);
}

#[test]
fn every_naughty_string_is_read_back_as_it_was_written() {
    let all = sample::naughty();
    let responses: Vec<Response> =
        all.iter().enumerate().map(|(at, text)| sample::response(&at.to_string(), &[("change", text)])).collect();
    let (_, tables, wrong) = read(&write(&responses));
    assert!(wrong.is_empty(), "{wrong:#?}");
    let read: Vec<&str> = tables["answers"][1..].iter().map(|row| restore(&row[2])).collect();
    assert_eq!(read, all);
    assert!(tables["answers"].iter().all(|row| !row[2].starts_with(['=', '+', '-', '@', '\t', '\r'])));
}
