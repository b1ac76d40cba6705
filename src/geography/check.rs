//! What keeps a geography from being used. Everything found here is an error: a wrong neighbour or a sum that
//! does not add up would quietly spoil every breakdown that rests on it.

use std::collections::BTreeSet;

use super::area::{Area, Geography};
use super::outline::{corners, encloses};
use crate::finding::Finding;

/// The whole's own totals, as its file states them.
pub(super) struct Totals {
    pub all_ages: u32,
    pub population_0_19: u32,
}

/// Everything wrong with a geography that could be read.
pub(super) fn check(file: &str, geography: &Geography, totals: &Totals) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut wrong = |key: String, problem: String| findings.push(Finding::error(file, key, problem));
    check_whole(geography, &mut wrong);
    for district in &geography.districts {
        let mut wrong_here = |part: &str, problem: String| wrong(format!("district.{}.{part}", district.key), problem);
        check_district(geography, district, &mut wrong_here);
        check_neighbours(geography, district, &mut wrong_here);
    }
    check_distinct(geography, &mut wrong);
    check_sums(geography, totals, &mut wrong);
    findings
}

fn check_whole(geography: &Geography, wrong: &mut impl FnMut(String, String)) {
    if !is_key(&geography.key) {
        wrong("key".to_owned(), not_a_key(&geography.key));
    }
    if !is_code(&geography.code) {
        wrong("code".to_owned(), not_a_code(&geography.code));
    }
    if geography.view_box.width <= 0 || geography.view_box.height <= 0 {
        wrong("view_box".to_owned(), "needs a width and a height above 0: left, top, width, height".to_owned());
    }
    if geography.attributions.iter().all(|line| line.trim().is_empty()) {
        let problem = "no attribution: licences of population and outlines ask for a line wherever they are shown";
        wrong("attributions".to_owned(), problem.to_owned());
    }
    if geography.districts.is_empty() {
        wrong("district".to_owned(), "no [[district]]: people could not say where they live".to_owned());
    }
}

fn check_district(geography: &Geography, district: &Area, wrong: &mut impl FnMut(&str, String)) {
    if !is_key(&district.key) {
        wrong("key", not_a_key(&district.key));
    } else if matches!(district.key.as_str(), "outside" | "unknown") {
        wrong("key", format!("\"{}\" is kept for people from elsewhere or unsure: choose another", district.key));
    }
    if district.name.trim().is_empty() {
        wrong("name", "is blank: people pick their district by its name".to_owned());
    }
    if !is_code(&district.code) {
        wrong("code", not_a_code(&district.code));
    }
    if district.all_ages < district.population_0_19() {
        let young = district.population_0_19();
        wrong("all_ages", format!("is {}, fewer than the {young} people aged 0 to 19", district.all_ages));
    }
    match corners(&district.outline) {
        None => wrong("outline", "is not M, a point, l, steps in whole units and z: simplify it first".to_owned()),
        Some(corners) if corners.iter().any(|corner| !geography.view_box.contains(*corner)) => {
            wrong("outline", format!("leaves the view box {}: widen view_box or move it", geography.view_box));
        }
        Some(corners) if !encloses(&corners, district.label) => {
            wrong("label", "lies outside its own outline: its figure would be read as another district's".to_owned());
        }
        Some(_) => {}
    }
}

fn check_neighbours(geography: &Geography, district: &Area, wrong: &mut impl FnMut(&str, String)) {
    for (place, key) in district.neighbours.iter().enumerate() {
        if *key == district.key {
            wrong("neighbours", "names itself: take it out".to_owned());
        } else if district.neighbours.iter().take(place).any(|earlier| earlier == key) {
            wrong("neighbours", format!("\"{key}\" stands twice: take one out"));
        } else if geography.find(key).is_none() {
            wrong("neighbours", format!("\"{key}\" is not a district of this geography"));
        }
    }
    let named_by = geography.districts.iter().filter(|other| other.neighbours.contains(&district.key));
    for other in named_by.filter(|other| other.key != district.key && !district.neighbours.contains(&other.key)) {
        let problem = format!("\"{}\" names it as a neighbour and is not named in turn: add it here", other.key);
        wrong("neighbours", format!("{problem} or take it out there"));
    }
}

fn check_distinct(geography: &Geography, wrong: &mut impl FnMut(String, String)) {
    let mut seen = BTreeSet::new();
    for district in &geography.districts {
        let Area { key, name, code, tile, .. } = district;
        let tile = format!("[{}, {}]", tile.column, tile.row);
        for (part, value) in [("key", key), ("name", name), ("code", code), ("tile", &tile)] {
            if !seen.insert((part, value.clone())) {
                wrong(format!("district.{key}.{part}"), format!("{value} is another district's already"));
            }
        }
    }
}

fn check_sums(geography: &Geography, totals: &Totals, wrong: &mut impl FnMut(String, String)) {
    let sum = |each: fn(&Area) -> u64| geography.districts.iter().map(each).sum::<u64>();
    let all_ages = sum(|district| u64::from(district.all_ages));
    let young = sum(|district| district.population.iter().map(|people| u64::from(*people)).sum());
    for (key, stated, sum) in
        [("all_ages", totals.all_ages, all_ages), ("population_0_19", totals.population_0_19, young)]
    {
        if u64::from(stated) != sum {
            wrong(key.to_owned(), format!("is {stated}, but the districts add up to {sum}: one of them is wrong"));
        }
    }
}

fn is_key(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn not_a_key(text: &str) -> String {
    format!("\"{text}\" is not a key: use lower-case letters, digits and hyphens")
}

/// Whether this is written like a code of the Office for National Statistics: a letter and eight digits.
fn is_code(text: &str) -> bool {
    let mut bytes = text.bytes();
    text.len() == 9 && bytes.next().is_some_and(|b| b.is_ascii_uppercase()) && bytes.all(|b| b.is_ascii_digit())
}

fn not_a_code(text: &str) -> String {
    format!("\"{text}\" is not a code: write a capital letter and eight digits, for example E07000239")
}
