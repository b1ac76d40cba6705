//! One measure under several outcomes or keys: where its numbers differ, or another key hides that it is the same.

use std::collections::BTreeMap;

use super::{Findings, fold};
use crate::plan::indicator::{Indicator, Target};
use crate::plan::outcome::Plan;

pub(super) fn check_shared(plan: &Plan, findings: &mut Findings) {
    let mut first: BTreeMap<String, (String, &Indicator)> = BTreeMap::new();
    for (outcome, indicator) in plan.indicators() {
        let (under, place) = match outcome {
            Some(outcome) => (outcome.key.clone(), format!("outcome.{}.indicator.{}", outcome.key, indicator.key)),
            None => ("the plan".to_owned(), format!("indicator.{}", indicator.key)),
        };
        let names = [indicator.measure().to_owned(), fold(&indicator.title)];
        let Some((other, earlier)) = names.iter().find_map(|name| first.get(name)) else {
            first.extend(names.map(|name| (name, (under.clone(), indicator))));
            continue;
        };
        if earlier.measure() != indicator.measure() {
            let problem = format!("has the same title as {} of {other}", earlier.key);
            findings.warn(format!("{place}.key"), format!("{problem}: give both one key if they are the same measure"));
        }
        if indicator.target != earlier.target {
            let problem = format!("the target is {}, but {} for {other}", goal(indicator), goal(earlier));
            findings.warn(format!("{place}.target"), format!("{problem}: one measure needs one target"));
        }
        if (&indicator.baseline, &indicator.unit) != (&earlier.baseline, &earlier.unit) {
            let problem = format!("the baseline is not the one given for {other}");
            findings.warn(format!("{place}.baseline"), format!("{problem}: one measure needs one baseline and unit"));
        }
    }
}

fn goal(indicator: &Indicator) -> String {
    let (aim, period) = match &indicator.target {
        None => return "not given".to_owned(),
        Some(Target::Number(measure)) => (indicator.write(measure.value), measure.period),
        Some(Target::Change { percent, period }) => (format!("a change of {percent}%"), *period),
        Some(Target::Words { words, period }) => (format!("\"{words}\""), *period),
    };
    period.map_or_else(|| format!("{aim} without a date"), |period| format!("{aim} in {period}"))
}
