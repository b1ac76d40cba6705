//! Reads a geography's file, or says everything that is wrong with it.

use jiff::civil::Date;
use serde::Deserialize;

use super::area::{Area, Geography, Place, Point, Tile, ViewBox};
use super::check::{Totals, check};
use crate::finding::{Finding, read_toml};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GeographyFile {
    key: String,
    name: String,
    code: String,
    as_at: String,
    source: String,
    attributions: Vec<String>,
    view_box: ViewBox,
    /// The whole's own totals, against which the districts are added up.
    all_ages: u32,
    population_0_19: u32,
    #[serde(default)]
    district: Vec<AreaFile>,
    #[serde(default)]
    place: Vec<Place>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AreaFile {
    key: String,
    name: String,
    code: String,
    neighbours: Vec<String>,
    tile: Tile,
    all_ages: u32,
    population: Vec<u32>,
    label: Point,
    outline: String,
}

/// Reads a geography from the TOML of its file; `file` is its name as findings should give it.
///
/// # Errors
/// Every finding, when anything keeps the geography from being used: a code or outline that is not one,
/// a neighbour that is unknown or does not name its neighbour in turn, ages that are not twenty or do not add
/// up to the whole's own totals, a key, name, code or tile that stands twice.
pub fn parse(file: &str, text: &str) -> Result<Geography, Vec<Finding>> {
    let raw: GeographyFile = read_toml(file, text).map_err(|finding| vec![finding])?;
    let mut findings = Vec::new();
    let as_at = raw.as_at.parse().unwrap_or_else(|_| {
        let problem = format!("\"{}\" is not a day: write year, month and day, for example 2023-06-30", raw.as_at);
        findings.push(Finding::error(file, "as_at", problem));
        Date::default()
    });
    let totals = Totals { all_ages: raw.all_ages, population_0_19: raw.population_0_19 };
    let districts: Vec<Area> =
        raw.district.into_iter().filter_map(|district| read_area(file, district, &mut findings)).collect();
    let all_read = findings.is_empty();
    let geography = Geography {
        key: raw.key,
        name: raw.name,
        code: raw.code,
        as_at,
        source: raw.source,
        attributions: raw.attributions,
        view_box: raw.view_box,
        districts,
        places: raw.place,
    };
    // A district that could not be read would make its neighbours and the totals look wrong as well.
    if all_read {
        findings = check(file, &geography, &totals);
    }
    if findings.is_empty() { Ok(geography) } else { Err(findings) }
}

fn read_area(file: &str, raw: AreaFile, findings: &mut Vec<Finding>) -> Option<Area> {
    let Ok(population) = <[u32; 20]>::try_from(raw.population.as_slice()) else {
        let count = raw.population.len();
        let problem = format!("has {count} numbers: give twenty, one for each year of age from 0 to 19");
        findings.push(Finding::error(file, format!("district.{}.population", raw.key), problem));
        return None;
    };
    Some(Area {
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

#[cfg(test)]
mod tests {
    use super::*;

    const REAL: &str = include_str!("../../analysis/geography/worcestershire.toml");

    fn real() -> Geography {
        parse("worcestershire.toml", REAL).unwrap()
    }

    #[test]
    fn the_bundled_county_is_whole() {
        let county = real();
        assert_eq!(county.population_0_19(), 131_986);
        assert_eq!(county.all_ages(), 614_185);
        assert_eq!(county.tile_size(), (3, 2));
        let keys: Vec<&str> = county.districts.iter().map(|district| district.key.as_str()).collect();
        assert_eq!(keys, ["bromsgrove", "malvern-hills", "redditch", "worcester", "wychavon", "wyre-forest"]);
    }

    #[test]
    fn people_of_some_ages_are_counted_by_single_years() {
        let county = real();
        let redditch = county.find("redditch").unwrap();
        assert_eq!(redditch.population_aged(0..=0), 905);
        assert_eq!(redditch.population_aged(18..=25), 1012 + 803);
        assert_eq!(redditch.population_aged(0..=19), redditch.population_0_19());
        assert_eq!(county.find("solihull"), None);
    }

    #[test]
    fn every_fault_is_named_with_its_place() {
        let cases = [
            ("E07000234", "E0700234", "district.bromsgrove.code"),
            ("E07000236", "E07000237", "district.worcester.code"),
            ("code = \"E10000034\"", "code = \"Worcs\"", "code"),
            ("as_at = \"2023-06-30\"", "as_at = \"mid 2023\"", "as_at"),
            ("key = \"wyre-forest\"", "key = \"Wyre Forest\"", "district.Wyre Forest.key"),
            ("[\"bromsgrove\", \"wychavon\"]", "[\"bromsgrove\"]", "district.redditch.neighbours"),
            ("[\"bromsgrove\", \"wychavon\"]", "[\"bromsgrove\", \"dudley\"]", "district.redditch.neighbours"),
            ("[\"bromsgrove\", \"wychavon\"]", "[\"bromsgrove\", \"redditch\"]", "district.redditch.neighbours"),
            ("tile = [1, 1]", "tile = [1, 0]", "district.worcester.tile"),
            ("  905, 980,", "  905,", "district.redditch.population"),
            ("  905, 980,", "  905, 981,", "population_0_19"),
            ("all_ages = 87059", "all_ages = 87058", "all_ages"),
            ("all_ages = 87059", "all_ages = 8705", "district.redditch.all_ages"),
            ("outline = \"M152 156l", "outline = \"M152 156c", "district.worcester.outline"),
            ("outline = \"M152 156l", "outline = \"M952 156l", "district.worcester.outline"),
            ("label = [136, 190]", "label = [236, 93]", "district.malvern-hills.label"),
        ];
        for (good, bad, key) in cases {
            let text = REAL.replacen(good, bad, 1);
            assert_ne!(text, REAL, "nothing was changed for {key}: {good}");
            let findings = parse("w.toml", &text).unwrap_err();
            assert!(findings.iter().any(|finding| finding.key == key), "{key}: {findings:?}");
        }
    }

    #[test]
    fn a_geography_without_districts_or_attributions_is_refused() {
        let head = REAL.split("[[district]]").next().unwrap();
        let findings = parse("w.toml", head).unwrap_err();
        assert!(findings.iter().any(|finding| finding.key == "district"), "{findings:?}");
        let start = REAL.find("attributions = [").unwrap();
        let end = REAL[start..].find(']').unwrap() + start + 1;
        let findings = parse("w.toml", &REAL.replacen(&REAL[start..end], "attributions = []", 1)).unwrap_err();
        assert!(findings.iter().any(|finding| finding.key == "attributions"), "{findings:?}");
    }

    #[test]
    fn broken_toml_is_reported_with_its_line() {
        let findings = parse("w.toml", "key = \"w\"\nname = W\n").unwrap_err();
        assert_eq!(findings[0].line, Some(2), "{findings:?}");
    }
}
