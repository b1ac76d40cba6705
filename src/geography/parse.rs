//! Reads a geography's file, or says everything that is wrong with it.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Deserialize;

use super::{Area, Geography};
use crate::finding::{Finding, read_toml};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GeographyFile {
    key: String,
    name: String,
    code: String,
    as_at: String,
    population_as_at: String,
    population_source: String,
    view_box: [i32; 4],
    attributions: Vec<String>,
    district: Vec<AreaFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AreaFile {
    key: String,
    name: String,
    code: String,
    neighbours: Vec<String>,
    tile: [u32; 2],
    population: Vec<u32>,
    all_ages: u32,
    outline: String,
    label: [i32; 2],
}

/// Reads a geography.
///
/// # Errors
/// Every finding, each naming the district and key.
pub fn parse(file: &str, text: &str) -> Result<Geography, Vec<Finding>> {
    let raw: GeographyFile = read_toml(file, text).map_err(|finding| vec![finding])?;
    let mut findings = Vec::new();
    let as_at = read_date(file, "as_at", &raw.as_at, &mut findings);
    let population_as_at = read_date(file, "population_as_at", &raw.population_as_at, &mut findings);
    if !is_code(&raw.code) {
        findings.push(Finding::error(file, "code", wrong_code(&raw.code)));
    }
    if raw.attributions.is_empty() {
        let problem = "is empty: say whose data this is, as its licence asks";
        findings.push(Finding::error(file, "attributions", problem));
    }
    check_between(file, &raw.district, &mut findings);
    let districts: Vec<Area> =
        raw.district.into_iter().filter_map(|area| read_area(file, area, raw.view_box, &mut findings)).collect();
    if !findings.is_empty() {
        return Err(findings);
    }
    Ok(Geography {
        key: raw.key,
        name: raw.name,
        code: raw.code,
        as_at,
        population_as_at,
        population_source: raw.population_source,
        view_box: raw.view_box,
        attributions: raw.attributions,
        districts,
    })
}

fn read_date(file: &str, key: &str, text: &str, findings: &mut Vec<Finding>) -> Date {
    text.parse().unwrap_or_else(|_| {
        let problem = format!("\"{text}\" is not a day: write year, month and day, for example 2023-06-30");
        findings.push(Finding::error(file, key, problem));
        Date::default()
    })
}

/// A letter and eight digits, as the Office for National Statistics gives them.
fn is_code(text: &str) -> bool {
    text.len() == 9 && text.starts_with(['E', 'W', 'S', 'N']) && text[1..].bytes().all(|byte| byte.is_ascii_digit())
}

fn wrong_code(code: &str) -> String {
    format!("\"{code}\" is not a code: write a letter and eight digits, for example E07000236")
}

fn read_area(file: &str, raw: AreaFile, view_box: [i32; 4], findings: &mut Vec<Finding>) -> Option<Area> {
    let before = findings.len();
    let mut problem =
        |key: &str, text: String| findings.push(Finding::error(file, format!("district.{}.{key}", raw.key), text));
    if !is_code(&raw.code) {
        problem("code", wrong_code(&raw.code));
    }
    let years = raw.population.len();
    if years != 20 {
        problem("population", format!("has {years} numbers: give one for each year of age from 0 to 19, 20 in all"));
    }
    let young: u32 = raw.population.iter().sum();
    if young > raw.all_ages {
        problem("all_ages", format!("is {}, fewer than the {young} aged 0 to 19", raw.all_ages));
    }
    let [left, top, width, height] = view_box;
    let [x, y] = raw.label;
    if !(left..=left + width).contains(&x) || !(top..=top + height).contains(&y) {
        problem("label", "is outside view_box: nobody would see the name".to_owned());
    }
    let is_path = raw.outline.starts_with('M') && raw.outline.bytes().all(|b| b"MmLlHhVvZz -.0123456789".contains(&b));
    if !is_path {
        problem("outline", "is not path data of straight lines: it starts with M and has only M, l, h, v and z".into());
    }
    let population = raw.population.try_into().ok()?;
    (findings.len() == before).then_some(Area {
        key: raw.key,
        name: raw.name,
        code: raw.code,
        neighbours: raw.neighbours,
        tile: raw.tile,
        population,
        all_ages: raw.all_ages,
        outline: raw.outline,
        label: raw.label,
    })
}

/// What must hold between districts: own keys, codes and tiles, and neighbours that agree.
fn check_between(file: &str, areas: &[AreaFile], findings: &mut Vec<Finding>) {
    let mut seen = BTreeSet::new();
    for area in areas {
        let place = |key: &str| format!("district.{}.{key}", area.key);
        let tile = format!("{:?}", area.tile);
        for (key, value) in [("key", &area.key), ("code", &area.code), ("tile", &tile)] {
            if !seen.insert((key, value.clone())) {
                findings.push(Finding::error(file, place(key), format!("{value} stands twice")));
            }
        }
        for neighbour in &area.neighbours {
            match areas.iter().find(|other| other.key == *neighbour) {
                None => {
                    let problem = format!("\"{neighbour}\" is not a district of this geography");
                    findings.push(Finding::error(file, place("neighbours"), problem));
                }
                Some(other) if !other.neighbours.contains(&area.key) => {
                    let problem = format!("names {neighbour}, which does not name it back");
                    findings.push(Finding::error(file, place("neighbours"), problem));
                }
                Some(_) => {}
            }
        }
    }
    if areas.is_empty() {
        findings.push(Finding::error(file, "district", "no [[district]]: name at least one"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORCESTERSHIRE: &str = include_str!("../../analysis/geography/worcestershire.toml");

    #[test]
    fn worcestershire_has_the_published_population() {
        let county = parse("worcestershire.toml", WORCESTERSHIRE).unwrap();
        let young: Vec<u32> = county.districts.iter().map(Area::population_0_19).collect();
        assert_eq!(young, [22_839, 16_310, 20_620, 23_407, 27_725, 21_085]);
        assert_eq!(county.population_0_19(), 131_986);
        assert_eq!(county.districts.iter().map(|area| area.all_ages).sum::<u32>(), 614_185);
    }

    #[test]
    fn every_fault_is_named_with_its_district_and_key() {
        let cases = [
            ("code = \"E07000236\"", "code = \"E0700023\"", "district.redditch.code"),
            ("[\"bromsgrove\", \"wychavon\"]", "[\"bromsgrove\"]", "district.wychavon.neighbours"),
            ("[\"bromsgrove\", \"wychavon\"]", "[\"atlantis\"]", "district.redditch.neighbours"),
            ("tile = [2, 0]", "tile = [1, 0]", "district.redditch.tile"),
            ("population = [905, ", "population = [", "district.redditch.population"),
            ("all_ages = 87059", "all_ages = 870", "district.redditch.all_ages"),
            ("view_box = [0, 0, 320,", "view_box = [0, 0, 32,", "district.redditch.label"),
            ("as_at = \"2013-12-31\"", "as_at = \"2013\"", "as_at"),
        ];
        for (good, bad, key) in cases {
            assert!(WORCESTERSHIRE.contains(good), "{good}");
            let findings = parse("a.toml", &WORCESTERSHIRE.replacen(good, bad, 1)).unwrap_err();
            assert!(findings.iter().any(|finding| finding.key == key), "{key}: {findings:?}");
        }
    }
}
