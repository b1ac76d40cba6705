//! A ranking of two priorities, for looking at the page and for tests.

use super::ranking::{Line, Ranking, Theme, Weight};
use crate::breakdown::{Figure, Share};
use crate::pages::officer::Desk;
use crate::plan::ranking::{Part, Signals, Weights, rank};

impl Ranking {
    /// The sample: one priority of which all but the indicator is known, and one whose figures are hidden here.
    pub fn sample() -> Self {
        let shown = |count: u64| {
            let share = count as f64 / 100.0;
            Some(Figure::Shown(Share { count, base: 100, share, low: share - 0.05, high: share + 0.05 }))
        };
        let signals = |key: &str, title: &str, here, everyone| Signals {
            key: key.to_owned(),
            title: title.to_owned(),
            here,
            everyone,
            children: shown(30),
            adults: shown(40),
            way: None,
        };
        let signals = [
            signals("join-in", "I can join in where I live", shown(40), shown(25)),
            signals("safe", "I am safe online", Some(Figure::Hidden), shown(20)),
        ];
        let weights = Weights { indicator: 0.0, perspective: 0.0, difference: 1.0, share: 2.0 };
        let ranked = rank(&signals, &weights).unwrap_or_default();
        let line = |(at, ranked): (usize, crate::plan::ranking::Ranked)| Line {
            ranked,
            number: at + 1,
            theme: Some(Theme { name: "Getting about".to_owned(), linked: at == 0 }),
            others: vec![Theme { name: "Places to go".to_owned(), linked: false }],
            contrary: at,
            ways: vec![("Weeks waited".to_owned(), 0.25)],
        };
        let fields = ["share", "difference", "perspective", "indicator"];
        let weight = |(field, part): (&'static str, Part)| Weight { field, typed: "1".to_owned(), part };
        Self {
            desk: Desk::sample(),
            plan_key: "worcestershire-cypp-2014".to_owned(),
            called: "outcome",
            district: Some(("redditch".to_owned(), "Redditch".to_owned())),
            districts: vec![("redditch".to_owned(), "Redditch".to_owned())],
            weights: fields.into_iter().zip(Part::ALL).map(weight).collect(),
            lines: ranked.into_iter().enumerate().map(line).collect(),
            query: "district=redditch&share=2".to_owned(),
            problems: Vec::new(),
        }
    }
}
