//! Reads a plan's file, or says everything that keeps it from being read.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::indicator::{Comparator, Direction, Indicator, Measure, Standing, Target};
use super::outcome::{Action, Outcome, Plan, Reason};
use super::period::Period;
use crate::finding::{Finding, read_toml};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlanFile {
    key: String,
    title: String,
    owner: String,
    geography: String,
    starts: String,
    ends: String,
    ages: String,
    vision: String,
    source: String,
    note: Option<String>,
    #[serde(default)]
    outcome: Vec<OutcomeFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OutcomeFile {
    key: String,
    title: String,
    note: Option<String>,
    #[serde(default)]
    themes: Vec<String>,
    #[serde(default)]
    areas_of_focus: Vec<String>,
    #[serde(default)]
    why: Vec<ReasonFile>,
    #[serde(default)]
    actions: Vec<ActionFile>,
    #[serde(default)]
    success: Vec<String>,
    #[serde(default)]
    indicator: Vec<IndicatorFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReasonFile {
    says: String,
    source: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ActionFile {
    says: String,
    by: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IndicatorFile {
    key: String,
    title: String,
    unit: String,
    direction: Option<Direction>,
    baseline: Option<MeasureFile>,
    target: Option<TargetFile>,
    source: Option<String>,
    #[serde(default)]
    comparators: Vec<ComparatorFile>,
    #[serde(default)]
    to_be_set: bool,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MeasureFile {
    value: f64,
    period: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TargetFile {
    value: Option<f64>,
    words: Option<String>,
    period: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ComparatorFile {
    with: String,
    standing: Standing,
    period: Option<String>,
}

/// Reads a plan from the TOML of its file; `file` is its name as findings should give it. What a careful reader
/// would question in a plan that can be read is for [`super::check`].
///
/// # Errors
/// Every finding, when anything keeps the plan from being read: a key that is not one or stands twice where it
/// must not, a blank title, a period or number that is not one, a target that is neither number nor words.
pub fn parse(file: &str, text: &str) -> Result<Plan, Vec<Finding>> {
    let raw: PlanFile = read_toml(file, text).map_err(|finding| vec![finding])?;
    let mut reader = Reader { file, findings: Vec::new() };
    reader.check_key("key", &raw.key);
    reader.check_words("title", &raw.title);
    let starts = reader.read_period("starts", &raw.starts);
    let ends = reader.read_period("ends", &raw.ends);
    if let (Some(starts), Some(ends)) = (starts, ends)
        && ends.ends() < starts.starts()
    {
        reader.refuse("ends", format!("ends with {ends}, before it starts with {starts}"));
    }
    if raw.outcome.is_empty() {
        reader.refuse("outcome", "no [[outcome]]: say what the plan wants for people");
    }
    let mut seen = BTreeSet::new();
    let mut outcomes = Vec::new();
    for outcome in raw.outcome {
        if !seen.insert(outcome.key.clone()) {
            let problem = "another outcome has this key already: give each its own";
            reader.refuse(&format!("outcome.{}.key", outcome.key), problem);
        }
        outcomes.push(reader.read_outcome(outcome));
    }
    match (starts, ends) {
        (Some(starts), Some(ends)) if reader.findings.is_empty() => Ok(Plan {
            key: raw.key,
            title: raw.title,
            owner: raw.owner,
            geography: raw.geography,
            starts,
            ends,
            ages: raw.ages,
            vision: raw.vision,
            source: raw.source,
            note: raw.note,
            outcomes,
        }),
        _ => Err(reader.findings),
    }
}

/// Reads parts and keeps what is wrong with them.
struct Reader<'a> {
    file: &'a str,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    fn refuse(&mut self, place: &str, problem: impl Into<String>) {
        self.findings.push(Finding::error(self.file, place, problem));
    }

    fn check_key(&mut self, place: &str, key: &str) {
        let fits = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if !fits {
            self.refuse(place, format!("\"{key}\" is not a key: use lower-case letters, digits and hyphens"));
        }
    }

    fn check_words(&mut self, place: &str, words: &str) {
        if words.trim().is_empty() {
            self.refuse(place, "is blank: write it or take it out");
        }
    }

    fn read_period(&mut self, place: &str, text: &str) -> Option<Period> {
        text.parse().map_err(|problem: super::period::NotAPeriod| self.refuse(place, problem.to_string())).ok()
    }

    fn read_value(&mut self, place: &str, value: f64) -> f64 {
        if !value.is_finite() {
            self.refuse(place, format!("{value} is not a number that can be counted or compared"));
        }
        value
    }

    fn read_outcome(&mut self, raw: OutcomeFile) -> Outcome {
        let place = format!("outcome.{}", raw.key);
        self.check_key(&format!("{place}.key"), &raw.key);
        self.check_words(&format!("{place}.title"), &raw.title);
        for (part, lines) in [("areas_of_focus", &raw.areas_of_focus), ("success", &raw.success)] {
            lines.iter().for_each(|line| self.check_words(&format!("{place}.{part}"), line));
        }
        raw.why.iter().for_each(|reason| self.check_words(&format!("{place}.why"), &reason.says));
        raw.actions.iter().for_each(|action| self.check_words(&format!("{place}.actions"), &action.says));
        let mut themes = BTreeSet::new();
        for theme in raw.themes.iter().filter(|theme| !themes.insert(theme.as_str())) {
            self.refuse(&format!("{place}.themes"), format!("\"{theme}\" stands twice: take one out"));
        }
        let mut indicators: Vec<Indicator> = Vec::new();
        for indicator in raw.indicator {
            if indicators.iter().any(|earlier| earlier.key == indicator.key) {
                let problem = "stands twice under this outcome: take one out or give it its own key";
                self.refuse(&format!("{place}.indicator.{}.key", indicator.key), problem);
            }
            indicators.push(self.read_indicator(&place, indicator));
        }
        Outcome {
            key: raw.key,
            title: raw.title,
            areas_of_focus: raw.areas_of_focus,
            why: raw.why.into_iter().map(|ReasonFile { says, source }| Reason { says, source }).collect(),
            actions: raw.actions.into_iter().map(|ActionFile { says, by }| Action { says, by }).collect(),
            success: raw.success,
            indicators,
            themes: raw.themes,
            note: raw.note,
        }
    }

    fn read_indicator(&mut self, outcome: &str, raw: IndicatorFile) -> Indicator {
        let place = format!("{outcome}.indicator.{}", raw.key);
        self.check_key(&format!("{place}.key"), &raw.key);
        self.check_words(&format!("{place}.title"), &raw.title);
        self.check_words(&format!("{place}.unit"), &raw.unit);
        let baseline = raw.baseline.map(|MeasureFile { value, period }| Measure {
            value: self.read_value(&format!("{place}.baseline.value"), value),
            period: period.and_then(|text| self.read_period(&format!("{place}.baseline.period"), &text)),
        });
        let target = raw.target.and_then(|target| self.read_target(&format!("{place}.target"), target));
        let mut comparators = Vec::new();
        for ComparatorFile { with, standing, period } in raw.comparators {
            let here = format!("{place}.comparators");
            self.check_words(&here, &with);
            comparators.push(Comparator {
                with,
                standing,
                period: period.and_then(|text| self.read_period(&here, &text)),
            });
        }
        if raw.to_be_set && baseline.is_some() && target.is_some() {
            self.refuse(&format!("{place}.to_be_set"), "has both baseline and target: nothing is left to be set");
        }
        Indicator {
            key: raw.key,
            title: raw.title,
            unit: raw.unit,
            direction: raw.direction,
            baseline,
            target,
            source: raw.source,
            comparators,
            to_be_set: raw.to_be_set,
            note: raw.note,
        }
    }

    fn read_target(&mut self, place: &str, raw: TargetFile) -> Option<Target> {
        let period = raw.period.and_then(|text| self.read_period(&format!("{place}.period"), &text));
        match (raw.value, raw.words) {
            (Some(value), None) => {
                Some(Target::Number(Measure { value: self.read_value(&format!("{place}.value"), value), period }))
            }
            (None, Some(words)) => {
                self.check_words(&format!("{place}.words"), &words);
                Some(Target::Words { words, period })
            }
            (Some(_), Some(_)) | (None, None) => {
                self.refuse(place, "needs either a value or words for what it is compared with");
                None
            }
        }
    }
}

#[cfg(test)]
#[path = "parse_tests.rs"]
mod tests;
