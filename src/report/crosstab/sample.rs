//! A small table for tests of its page and its files.

use super::{Named, NamedCrosstab, NamedRow, RowKind, Way};
use crate::breakdown::{Asked, Attribute, ColumnResponse, Columns, Crosstab, Policy, Rows};

const DISTRICTS: [(&str, &str, usize); 3] =
    [("redditch", "Redditch", 100), ("wychavon", "Wychavon", 120), ("malvern-hills", "Malvern Hills", 80)];
const THEMES: [(&str, &str, [usize; 3]); 3] = [
    ("buses", "Getting about", [60, 30, 20]),
    ("schools", "Schools", [40, 50, 30]),
    ("kindness", "Kindness", [15, 30, 3]),
];

fn columns() -> Columns {
    let keys = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>();
    let district = Attribute { key: "district".to_owned(), values: keys(&DISTRICTS.map(|(key, ..)| key)) };
    let mut columns = Columns::new(keys(&THEMES.map(|(key, ..)| key)), keys(&["important"]), vec![district]);
    for (place, (_, _, people)) in DISTRICTS.iter().enumerate() {
        for person in 0..*people {
            // The people of a theme begin where those of the last one end.
            let named = (0..THEMES.len()).filter(|theme| {
                let before: usize = THEMES[..*theme].iter().map(|(_, _, counts)| counts[place]).sum();
                (person + people * THEMES.len() - before) % people < THEMES[*theme].2[place]
            });
            let answers = vec![(0, named.collect())];
            columns.push(&ColumnResponse { values: vec![Some(place)], answers }).unwrap();
        }
    }
    columns
}

/// Three themes by district; one is hidden in Malvern Hills, where three people name it.
pub(super) fn sample() -> NamedCrosstab {
    let asked = Asked { rows: Rows::Themes, by: vec!["district".to_owned()], by_question: false, only: Vec::new() };
    let table = Crosstab::of(&columns(), &asked, Policy::default()).unwrap();
    let named = |key: &str, name: &str| Named { key: key.to_owned(), name: name.to_owned() };
    let row = |(place, (key, name, _)): (usize, &(&str, &str, [usize; 3]))| NamedRow {
        place,
        key: (*key).to_owned(),
        name: (*name).to_owned(),
    };
    let mut sample = NamedCrosstab {
        consultation: named("worcestershire-cypp", "Worcestershire Children and Young People’s Plan"),
        day: "2026-11-26".to_owned(),
        illustrative: true,
        kind: RowKind::themes(),
        rows: THEMES.iter().enumerate().map(row).collect(),
        ways: vec![Way {
            key: "district".to_owned(),
            name: "District".to_owned(),
            values: DISTRICTS.iter().map(|(key, name, _)| named(key, name)).collect(),
            is_question: false,
        }],
        only: Vec::new(),
        never: Default::default(),
        table,
    };
    sample.sort_rows();
    sample
}
