//! Reads what stands beside a plan's outcomes: its account of earlier years, villages, printed figures, links and
//! what it says of its consultation.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::Reader;
use super::outcome::{ComparatorFile, MeasureFile};
use crate::plan::account::{Account, Achieved, Said};
use crate::plan::printed::{Consulted, ConsultedResult, Link, Printed, Span};
use crate::plan::village::{Village, VillageShare};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LinkFile {
    title: String,
    starts: Option<String>,
    ends: Option<String>,
    says: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SpanFile {
    place: String,
    starts: String,
    ends: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AccountFile {
    starts: String,
    ends: String,
    #[serde(default)]
    said: Vec<SaidFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SaidFile {
    key: String,
    says: Option<String>,
    #[serde(default)]
    achieved: Vec<Achieved>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VillageFile {
    key: String,
    title: String,
    period: String,
    #[serde(default)]
    exclusive: bool,
    #[serde(default)]
    ours: bool,
    #[serde(default)]
    shares: Vec<ShareFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ShareFile {
    label: String,
    of_100: Option<f64>,
    measure: Option<String>,
    source: Option<String>,
    of: Option<String>,
    #[serde(default)]
    survey: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PrintedFile {
    measure: String,
    says: String,
    place: String,
    unit: String,
    value: f64,
    #[serde(default)]
    is_change: bool,
    period: Option<String>,
    from: Option<MeasureFile>,
    count: Option<f64>,
    base: Option<f64>,
    #[serde(default)]
    comparators: Vec<ComparatorFile>,
    source: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConsultedFile {
    title: String,
    period: Option<String>,
    responses: Option<f64>,
    #[serde(default)]
    over: bool,
    questions_said: Option<usize>,
    #[serde(default)]
    questions: Vec<String>,
    perspectives_said: Option<usize>,
    #[serde(default)]
    perspectives: Vec<String>,
    #[serde(default)]
    results: Vec<ConsultedResult>,
}

impl Reader<'_> {
    pub(super) fn read_link(&mut self, raw: LinkFile) -> Link {
        self.check_words("links", &raw.title);
        let starts = self.read_period("links.starts", raw.starts);
        let ends = self.read_period("links.ends", raw.ends);
        Link { title: raw.title, starts, ends, says: raw.says }
    }

    pub(super) fn read_span(&mut self, raw: SpanFile) -> Option<Span> {
        let starts = self.read_period("spans.starts", Some(raw.starts));
        let ends = self.read_period("spans.ends", Some(raw.ends));
        Some(Span { place: raw.place, starts: starts?, ends: ends? })
    }

    pub(super) fn read_account(&mut self, raw: AccountFile) -> Option<Account> {
        let starts = self.read_period("account.starts", Some(raw.starts));
        let ends = self.read_period("account.ends", Some(raw.ends));
        let mut keys = BTreeSet::new();
        for said in &raw.said {
            let place = format!("account.said.{}", said.key);
            self.check_key(&format!("{place}.key"), &said.key);
            if !keys.insert(said.key.as_str()) {
                self.refuse(&format!("{place}.key"), "stands twice: give everything that was said its own key");
            }
            said.achieved.iter().for_each(|achieved| self.check_words(&format!("{place}.achieved"), &achieved.says));
        }
        let read = |SaidFile { key, says, achieved }| Said { key, says, achieved };
        Some(Account { starts: starts?, ends: ends?, said: raw.said.into_iter().map(read).collect() })
    }

    pub(super) fn read_village(&mut self, raw: VillageFile) -> Option<Village> {
        let place = format!("village.{}", raw.key);
        self.check_key(&format!("{place}.key"), &raw.key);
        let period = self.read_period(&format!("{place}.period"), Some(raw.period));
        for share in &raw.shares {
            for words in [Some(&share.label), share.of.as_ref()].into_iter().flatten() {
                self.check_words(&format!("{place}.shares"), words);
            }
            share.of_100.iter().for_each(|&of_100| _ = self.read_value(&format!("{place}.shares"), of_100));
        }
        let read = |raw: ShareFile| {
            let ShareFile { label, of_100, measure, source, of, survey } = raw;
            VillageShare { label, of_100, measure, source, of, survey }
        };
        Some(Village {
            key: raw.key,
            title: raw.title,
            period: period?,
            exclusive: raw.exclusive,
            ours: raw.ours,
            shares: raw.shares.into_iter().map(read).collect(),
        })
    }

    pub(super) fn read_printed(&mut self, raw: PrintedFile) -> Printed {
        let place = format!("printed.{}", raw.measure);
        self.check_key(&format!("{place}.measure"), &raw.measure);
        for (part, words) in [("says", &raw.says), ("place", &raw.place), ("unit", &raw.unit)] {
            self.check_words(&format!("{place}.{part}"), words);
        }
        for number in [Some(raw.value), raw.count, raw.base].into_iter().flatten() {
            self.read_value(&place, number);
        }
        Printed {
            period: self.read_period(&format!("{place}.period"), raw.period),
            from: raw.from.map(|from| self.read_measure(&format!("{place}.from"), from)),
            comparators: self.read_comparators(&format!("{place}.comparators"), raw.comparators),
            measure: raw.measure,
            says: raw.says,
            place: raw.place,
            unit: raw.unit,
            value: raw.value,
            is_change: raw.is_change,
            count: raw.count,
            base: raw.base,
            source: raw.source,
        }
    }

    pub(super) fn read_consulted(&mut self, raw: ConsultedFile) -> Consulted {
        self.check_words("consulted.title", &raw.title);
        for number in
            raw.responses.iter().chain(raw.results.iter().flat_map(|result| result.share.iter().chain(&result.base)))
        {
            self.read_value("consulted", *number);
        }
        Consulted {
            period: self.read_period("consulted.period", raw.period),
            title: raw.title,
            responses: raw.responses,
            over: raw.over,
            questions_said: raw.questions_said,
            questions: raw.questions,
            perspectives_said: raw.perspectives_said,
            perspectives: raw.perspectives,
            results: raw.results,
        }
    }
}
