//! A theme to look at and to test with: getting about, clear in two districts, hidden in one.

use super::Desk;
use super::theme::{About, Theme};
use crate::breakdown::{Breakdown, Group, Policy, Row};
use crate::pages::figures::district_map::{Area, Outlines};
use crate::pages::figures::quote::{Piece, Quote, Speaker};

impl Theme {
    /// Getting about: clear in two districts, hidden in one.
    pub fn sample() -> Self {
        let everyone = 575;
        let names = ["Bromsgrove", "Malvern Hills", "Redditch", "Worcester", "Wychavon", "Wyre Forest"];
        let keys = ["bromsgrove", "malvern-hills", "redditch", "worcester", "wychavon", "wyre-forest"];
        let bases = [96, 72, 84, 102, 123, 98];
        let districts: Vec<Group> =
            keys.iter().zip(names).zip(bases).map(|((key, name), base)| group(key, name, base)).collect();
        let perspectives = [
            group("child", "Children", 127),
            group("young-person", "Young people", 175),
            group("parent-carer", "Parents and carers", 139),
            group("practitioner", "Practitioners", 79),
            group("citizen", "Citizens", 55),
        ];
        let by_district = Row { counts: vec![10, 23, 4, 11, 33, 11], ..row(92) };
        let by_perspective = Row { counts: vec![14, 42, 20, 11, 5], ..row(92) };
        Self {
            desk: Desk::sample(),
            about: About {
                name: "Getting about".to_owned(),
                approved: true,
                definition: "How people get to where they need to be.".to_owned(),
                includes: Some("buses, trains, fares, lifts, distance".to_owned()),
                leaves_out: Some("road safety and cycling".to_owned()),
                terms: Vec::new(),
                frame: "Code frame Children and young people, version 1. Applied by the machine.".to_owned(),
            },
            key: "12".to_owned(),
            above: None,
            finer: Breakdown::new(everyone, &[], &[Row { key: "121".to_owned(), ..row(40) }], Policy::default()),
            carried: String::new(),
            districts: Breakdown::new(everyone, &districts, &[by_district], Policy::default()),
            perspectives: Breakdown::new(everyone, &perspectives, &[by_perspective], Policy::default()),
            question: None,
            outlines: Some(outlines(&keys, &names)),
            quotes: quotes(),
            search: Some("/officer/c/worcestershire-cypp/search?words=bus".to_owned()),
            uses: None,
        }
    }
}

fn group(key: &str, name: &str, base: u64) -> Group {
    Group { key: key.to_owned(), name: name.to_owned(), base }
}

fn row(total: u64) -> Row {
    Row { key: "12".to_owned(), name: "Getting about".to_owned(), counts: Vec::new(), total }
}

/// Six blocks roughly where the districts lie.
fn outlines(keys: &[&str], names: &[&str]) -> Outlines {
    let tiles = [(1, 0), (0, 1), (2, 0), (1, 1), (2, 1), (0, 0)];
    let areas = keys.iter().zip(names).zip(tiles).map(|((key, name), (across, down))| Area {
        key: (*key).to_owned(),
        name: (*name).to_owned(),
        path: format!("M{} {}h100v90h-100z", across * 105, down * 95),
        label: (f64::from(across * 105 + 50), f64::from(down * 95 + 40)),
        tile: (across, down),
    });
    Outlines {
        view_box: "0 0 310 185".to_owned(),
        areas: areas.collect(),
        attribution: "Blocks for this sample, not outlines.".to_owned(),
    }
}

fn quotes() -> Vec<Quote> {
    let quote = |pieces: Vec<Piece>, speaker: Option<(&str, &str)>, district: Option<&str>| Quote {
        pieces,
        speaker: speaker.map(|(key, name)| Speaker { key: key.to_owned(), name: name.to_owned() }),
        district: district.map(str::to_owned),
        language: None,
        change: None,
        may_tell_of_harm: false,
    };
    let words = |text: &str| Piece::Words(text.to_owned());
    vec![
        quote(
            vec![
                Piece::Carrying(vec![words("The last bus leaves before the club ends")]),
                words(", so I never stay to the end."),
            ],
            Some(("young-person", "Young person")),
            Some("Malvern Hills"),
        ),
        quote(
            vec![words("Anyone sharing lifts can ring "), Piece::Covered("phone".to_owned())],
            Some(("parent-carer", "Parent or carer")),
            None,
        ),
        quote(vec![words("trains are fine here")], None, None),
    ]
}
