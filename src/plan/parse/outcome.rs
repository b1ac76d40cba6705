//! Reads outcomes, their actions, signs of success and indicators.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::Reader;
use crate::plan::indicator::{Comparator, Direction, Indicator, Measure, Standing, Target};
use crate::plan::outcome::{Action, Outcome, Reason, Status, Success, Wording};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OutcomeFile {
    pub key: String,
    title: String,
    #[serde(default)]
    also: Vec<Wording>,
    #[serde(default)]
    elsewhere: Vec<Wording>,
    note: Option<String>,
    #[serde(default)]
    themes: Vec<String>,
    #[serde(default)]
    areas_of_focus: Vec<String>,
    areas_of_focus_in: Option<String>,
    #[serde(default)]
    why: Vec<Reason>,
    #[serde(default)]
    actions: Vec<ActionFile>,
    #[serde(default)]
    success: Vec<SuccessFile>,
    /// Keys of indicators of the plan as a whole that stand for this outcome.
    #[serde(default)]
    pub measured_by: Vec<String>,
    #[serde(default)]
    indicator: Vec<IndicatorFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ActionFile {
    says: String,
    by: Option<String>,
    due: Option<String>,
    status: Option<Status>,
}

/// A sign of success: its words alone, or with what would show it.
#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "a sign of success is text, or says, measured_by and wants (increase, decrease, maintain)"
)]
pub(super) enum SuccessFile {
    Words(String),
    Measured(MeasuredFile),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MeasuredFile {
    says: String,
    #[serde(default)]
    measured_by: Vec<String>,
    wants: Option<Direction>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct IndicatorFile {
    pub key: String,
    title: String,
    measures: Option<String>,
    unit: String,
    direction: Option<Direction>,
    baseline: Option<MeasureFile>,
    target: Option<TargetFile>,
    source: Option<String>,
    #[serde(default)]
    comparators: Vec<ComparatorFile>,
    #[serde(default)]
    from_nothing: bool,
    gap_of: Option<(String, String)>,
    #[serde(default)]
    to_be_set: bool,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MeasureFile {
    value: f64,
    period: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TargetFile {
    value: Option<f64>,
    change: Option<f64>,
    words: Option<String>,
    period: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ComparatorFile {
    with: String,
    standing: Standing,
    value: Option<f64>,
    period: Option<String>,
}

impl Reader<'_> {
    /// Reads an outcome; `whole` are the indicators of the plan as a whole, which it may be measured by.
    pub(super) fn read_outcome(&mut self, raw: OutcomeFile, whole: &[Indicator]) -> Outcome {
        let place = format!("outcome.{}", raw.key);
        self.check_key(&format!("{place}.key"), &raw.key);
        self.check_words(&format!("{place}.title"), &raw.title);
        raw.areas_of_focus.iter().for_each(|line| self.check_words(&format!("{place}.areas_of_focus"), line));
        raw.why.iter().for_each(|reason| self.check_words(&format!("{place}.why"), &reason.says));
        let mut themes = BTreeSet::new();
        for theme in raw.themes.iter().filter(|theme| !themes.insert(theme.as_str())) {
            self.refuse(&format!("{place}.themes"), format!("\"{theme}\" stands twice: take one out"));
        }
        let mut indicators: Vec<Indicator> = Vec::new();
        for indicator in raw.indicator {
            self.check_new(&indicators, &format!("{place}."), &indicator.key);
            indicators.push(self.read_indicator(&format!("{place}."), indicator));
        }
        for key in &raw.measured_by {
            match whole.iter().find(|indicator| indicator.key == *key) {
                Some(found) => indicators.push(found.clone()),
                None => {
                    let problem =
                        format!("\"{key}\" is not an indicator of the plan as a whole: write it as [[indicator]]");
                    self.refuse(&format!("{place}.measured_by"), problem);
                }
            }
        }
        let success = self.read_success(&format!("{place}.success"), raw.success);
        Outcome {
            actions: raw.actions.into_iter().map(|action| self.read_action(&place, action)).collect(),
            key: raw.key,
            title: raw.title,
            also: raw.also,
            elsewhere: raw.elsewhere,
            areas_of_focus: raw.areas_of_focus,
            areas_of_focus_in: raw.areas_of_focus_in,
            why: raw.why,
            success,
            indicators,
            themes: raw.themes,
            note: raw.note,
        }
    }

    fn read_action(&mut self, outcome: &str, raw: ActionFile) -> Action {
        let place = format!("{outcome}.actions");
        self.check_words(&place, &raw.says);
        raw.by.iter().for_each(|by| self.check_words(&format!("{place}.by"), by));
        let due = self.read_period(&format!("{place}.due"), raw.due);
        Action { says: raw.says, by: raw.by, due, status: raw.status }
    }

    pub(super) fn read_success(&mut self, place: &str, raw: Vec<SuccessFile>) -> Vec<Success> {
        let mut signs = Vec::new();
        for sign in raw {
            let MeasuredFile { says, measured_by, wants } = match sign {
                SuccessFile::Words(says) => MeasuredFile { says, measured_by: Vec::new(), wants: None },
                SuccessFile::Measured(sign) => sign,
            };
            self.check_words(place, &says);
            signs.push(Success { says, measured_by, wants });
        }
        signs
    }

    /// Reads an indicator; `outcome` is the place of its outcome with a dot, or nothing for the plan as a whole.
    pub(super) fn read_indicator(&mut self, outcome: &str, raw: IndicatorFile) -> Indicator {
        let place = format!("{outcome}indicator.{}", raw.key);
        self.check_key(&format!("{place}.key"), &raw.key);
        raw.measures.iter().for_each(|key| self.check_key(&format!("{place}.measures"), key));
        self.check_words(&format!("{place}.title"), &raw.title);
        self.check_words(&format!("{place}.unit"), &raw.unit);
        let baseline = raw.baseline.map(|measure| self.read_measure(&format!("{place}.baseline"), measure));
        let target = raw.target.and_then(|target| self.read_target(&format!("{place}.target"), target));
        let comparators = self.read_comparators(&format!("{place}.comparators"), raw.comparators);
        if raw.to_be_set && baseline.is_some() && target.is_some() {
            self.refuse(&format!("{place}.to_be_set"), "has both baseline and target: nothing is left to be set");
        }
        if raw.from_nothing && baseline.is_some() {
            self.refuse(&format!("{place}.from_nothing"), "has a baseline: it cannot begin at nothing as well");
        }
        Indicator {
            key: raw.key,
            measures: raw.measures,
            title: raw.title,
            unit: raw.unit,
            direction: raw.direction,
            baseline,
            target,
            source: raw.source,
            comparators,
            from_nothing: raw.from_nothing,
            gap_of: raw.gap_of,
            to_be_set: raw.to_be_set,
            note: raw.note,
        }
    }

    pub(super) fn read_measure(&mut self, place: &str, raw: MeasureFile) -> Measure {
        let value = self.read_value(&format!("{place}.value"), raw.value);
        Measure { value, period: self.read_period(&format!("{place}.period"), raw.period) }
    }

    pub(super) fn read_comparators(&mut self, place: &str, raw: Vec<ComparatorFile>) -> Vec<Comparator> {
        let mut comparators = Vec::new();
        for ComparatorFile { with, standing, value, period } in raw {
            self.check_words(place, &with);
            let value = value.map(|value| self.read_value(place, value));
            comparators.push(Comparator { with, standing, value, period: self.read_period(place, period) });
        }
        comparators
    }

    fn read_target(&mut self, place: &str, raw: TargetFile) -> Option<Target> {
        let period = self.read_period(&format!("{place}.period"), raw.period);
        match (raw.value, raw.change, raw.words) {
            (Some(value), None, None) => {
                Some(Target::Number(Measure { value: self.read_value(&format!("{place}.value"), value), period }))
            }
            (None, Some(percent), None) => {
                Some(Target::Change { percent: self.read_value(&format!("{place}.change"), percent), period })
            }
            (None, None, Some(words)) => {
                self.check_words(&format!("{place}.words"), &words);
                Some(Target::Words { words, period })
            }
            _ => {
                self.refuse(place, "needs one of these: a value, a change in per cent of the baseline, or words");
                None
            }
        }
    }
}
