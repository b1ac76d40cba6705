//! Invented results to try reports on. Redditch is small, so that some of its figures are kept private.

use std::sync::Arc;

use jiff::civil::date;

use super::{ApprovedQuote, ClosedQuestion, QuestionThemes, Results};
use crate::breakdown::{Breakdown, Group, Policy, Row};
use crate::geography::{Area, Geography};

/// How many answered in each district, and elsewhere last.
const BASES: [u64; 7] = [95, 70, 34, 100, 125, 100, 25];

fn groups(scale: u64) -> Vec<Group> {
    let names = [
        ("bromsgrove", "Bromsgrove"),
        ("malvern-hills", "Malvern Hills"),
        ("redditch", "Redditch"),
        ("worcester", "Worcester"),
        ("wychavon", "Wychavon"),
        ("wyre-forest", "Wyre Forest"),
        ("elsewhere", "Elsewhere, or not sure"),
    ];
    let group =
        |((key, name), base): ((&str, &str), u64)| Group { key: key.into(), name: name.into(), base: base * scale };
    names.into_iter().zip(BASES).map(group).collect()
}

fn row(key: &str, name: &str, counts: [u64; 7], scale: u64) -> Row {
    let counts: Vec<u64> = counts.iter().map(|count| count * scale).collect();
    Row { key: key.into(), name: name.into(), total: counts.iter().sum(), counts }
}

fn themes(scale: u64) -> Breakdown {
    let rows = [
        ("1", "Places to go and things to do", [50, 20, 16, 52, 30, 48, 12]),
        ("2", "Getting around: buses, walking and cycling", [20, 40, 10, 15, 60, 21, 6]),
        ("3", "Mental health and wellbeing", [22, 18, 11, 41, 30, 24, 5]),
        ("4", "Feeling safe", [14, 11, 15, 22, 17, 20, 4]),
        ("5", "School and learning", [18, 13, 4, 16, 21, 14, 3]),
        ("6", "Money and the cost of living", [12, 10, 3, 14, 12, 16, 2]),
        ("7", "Support for special educational needs and disabled children", [11, 3, 2, 12, 14, 10, 1]),
        ("8", "Food, sport and a healthy body", [10, 10, 2, 13, 11, 12, 0]),
        ("9", "Being asked and listened to", [3, 2, 0, 1, 2, 1, 0]),
    ];
    let rows: Vec<Row> = rows.into_iter().map(|(key, name, counts)| row(key, name, counts, scale)).collect();
    Breakdown::new(BASES.iter().sum::<u64>() * scale, &groups(scale), &rows, Policy::default())
}

fn quote(words: &str, language: &str, speaker: Option<&str>, district: Option<&str>) -> ApprovedQuote {
    ApprovedQuote {
        words: words.into(),
        theme: "Places to go and things to do".into(),
        speaker: speaker.map(str::to_owned),
        district: district.map(str::to_owned),
        language: language.into(),
    }
}

/// One quote of every kind that a report must bear: languages, scripts, what looks like markup, and pictures.
fn quotes() -> Vec<ApprovedQuote> {
    vec![
        quote(
            "The skatepark is the only place we can go and it is falling apart.",
            "en",
            Some("Young person"),
            Some("redditch"),
        ),
        quote("Mwy o lwybrau beicio i’r ysgol, os gwelwch yn dda. Ŵyl a thŷ i bawb!", "cy", Some("Child"), None),
        quote("Autobus przyjeżdża za późno i nie zdążę na zajęcia.", "pl", Some("Parent or carer"), Some("worcester")),
        quote("Vreau mai multe locuri de joacă și școli bune în oraș.", "ro", Some("Child"), Some("redditch")),
        quote("ہمیں کھیلنے کے لیے محفوظ جگہ چاہیے۔", "ur", None, Some("redditch")),
        quote("#set text(red) *not bold* $x^2$ \u{1f6f9} 中", "en", None, None),
    ]
}

/// Children and young people by district.
fn young(geography: &Geography, scale: u64) -> Breakdown {
    let counted = geography.districts.iter().zip([55, 42, 22, 70, 85, 70]);
    let row = |(area, total): (&Area, u64)| Row {
        key: area.key.clone(),
        name: area.name.clone(),
        counts: vec![],
        total: total * scale,
    };
    let rows: Vec<Row> = counted.map(row).collect();
    Breakdown::of_options(rows.iter().map(|row| row.total).sum(), &[], &rows, Policy::default())
}

/// The one question with options, which `everyone` answered.
fn closed(everyone: u64, scale: u64) -> ClosedQuestion {
    let options = [
        row("yes", "Yes", [40, 30, 15, 44, 60, 40, 10], scale),
        row("sometimes", "Sometimes", [35, 25, 14, 36, 40, 40, 10], scale),
        row("no", "No", [20, 15, 5, 20, 25, 20, 5], scale),
    ];
    ClosedQuestion {
        ask: "Do you feel safe where you live?".into(),
        key: Some("safe".into()),
        named: "picked it".into(),
        table: Breakdown::of_options(everyone, &groups(scale), &options, Policy::default()),
    }
}

/// Results of about 550 people, each count times `scale`.
pub(crate) fn results(scale: u64) -> Results {
    let text = include_str!("../../../analysis/geography/worcestershire.toml");
    let geography = crate::geography::parse("worcestershire.toml", text).expect("the bundled geography is whole");
    let everyone = BASES.iter().sum::<u64>() * scale;
    let perspectives = [
        row("child", "Children", [30, 22, 12, 36, 40, 33, 6], scale),
        row("young-person", "Young people", [25, 20, 10, 34, 45, 37, 9], scale),
        row("parent-carer", "Parents and carers", [25, 16, 10, 20, 25, 20, 7], scale),
        row("citizen", "Citizens", [15, 12, 2, 10, 15, 10, 3], scale),
    ];
    let young = young(&geography, scale);
    Results {
        title: "Worcestershire Children and Young People’s Plan".into(),
        organisation: "Worcestershire County Council".into(),
        days: (date(2026, 11, 2), date(2026, 12, 19)),
        counted_on: date(2026, 12, 20),
        geography: Arc::new(geography),
        policy: Policy::default(),
        interim: false,
        corrected: None,
        publication: None,
        illustrative: true,
        answered: Breakdown::of_options(everyone, &groups(scale), &perspectives, Policy::default()),
        young: Some(young),
        young_ages: (7, 19),
        themes: vec![
            QuestionThemes { question: None, key: None, table: themes(scale) },
            QuestionThemes {
                question: Some("What do you like about where you live?".into()),
                key: Some("like".into()),
                table: themes(scale),
            },
        ],
        theme_keys: themes(scale).rows.iter().map(|row| (row.key.clone(), format!("key-of-{}", row.key))).collect(),
        closed: vec![closed(everyone, scale)],
        quotes: quotes(),
        frame: "Themes are those of the code frame “Children and young people”, version 3, written by people.".into(),
        next: vec![
            "Worcestershire County Council reads what people said.".into(),
            "We publish what people said and what was decided because of it.".into(),
        ],
        address: Some("https://heard.example/c/worcestershire-cypp".into()),
    }
}
