//! What a careful reader would question in a plan. All of it is warning: a plan is kept as it was published.
//!
//! Leaves out what needs knowledge from outside the plan, such as whether a unit or a figure is plausible.

use std::collections::BTreeMap;

use super::indicator::{Direction, Indicator, Measure, Target};
use super::outcome::{Outcome, Plan};
use crate::finding::Finding;

/// Everything in a plan that a careful reader would question, in the plan's order and then what concerns it as a
/// whole. `file` is the plan's file, as findings should give it.
pub fn check(file: &str, plan: &Plan) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut warn = |key: String, problem: String| findings.push(Finding::warning(file, key, problem));
    for outcome in &plan.outcomes {
        check_outcome(plan, outcome, &mut |part, problem| warn(format!("outcome.{}.{part}", outcome.key), problem));
        for indicator in &outcome.indicators {
            let place = format!("outcome.{}.indicator.{}", outcome.key, indicator.key);
            let mut warn_here = |part: &str, problem: String| warn(format!("{place}.{part}"), problem);
            check_numbers(indicator, &mut warn_here);
            check_dates(plan, indicator, &mut warn_here);
        }
    }
    check_shared(plan, &mut warn);
    check_whole(plan, &mut warn);
    findings
}

/// Themes that outcomes name and the code frame does not have. `known` holds the keys of the frame's themes.
pub fn check_themes(file: &str, plan: &Plan, known: &[&str]) -> Vec<Finding> {
    let named = plan.outcomes.iter().flat_map(|outcome| outcome.themes.iter().map(move |theme| (outcome, theme)));
    let unknown = named.filter(|(_, theme)| !known.contains(&theme.as_str()));
    unknown
        .map(|(outcome, theme)| {
            let problem = format!("\"{theme}\" is not a theme of the code frame: no answer can speak for it");
            Finding::error(file, format!("outcome.{}.themes", outcome.key), problem)
        })
        .collect()
}

fn check_outcome(plan: &Plan, outcome: &Outcome, warn: &mut impl FnMut(&str, String)) {
    if outcome.themes.is_empty() {
        let problem = "no theme speaks to this outcome: nothing that people say can support or question it";
        warn("themes", problem.to_owned());
    }
    if outcome.indicators.is_empty() {
        warn("indicator", "no indicator: nobody will be able to tell whether this outcome came about".to_owned());
    }
    if let [only] = outcome.indicators.as_slice() {
        let others = plan.outcomes.iter().filter(|other| other.key != outcome.key);
        let shared = others.filter(|other| other.indicators.iter().any(|indicator| indicator.key == only.key));
        if let Some(other) = shared.into_iter().next() {
            let problem = format!("its only indicator, {}, measures {} as well", only.key, other.key);
            warn("indicator", format!("{problem}: add one that would show this outcome alone"));
        }
    }
}

fn check_numbers(indicator: &Indicator, warn: &mut impl FnMut(&str, String)) {
    if indicator.to_be_set {
        let missing = match (&indicator.baseline, &indicator.target) {
            (None, None) => "baseline and target are",
            (None, Some(_)) => "the baseline is",
            (Some(_), _) => "the target is",
        };
        warn("to_be_set", format!("{missing} still to be set: set them, or this cannot show success or failure"));
        return;
    }
    if indicator.baseline.is_none() {
        warn("baseline", "no baseline: nobody can tell whether the target asks for a change, or how large".to_owned());
    }
    match (&indicator.baseline, &indicator.target) {
        (_, None) => warn("target", "no target: say what number would be success, and by when".to_owned()),
        (Some(baseline), Some(Target::Number(target))) => check_side(indicator, baseline, target, warn),
        (None, Some(Target::Number(_))) | (_, Some(Target::Words { .. })) => {}
    }
    if indicator.direction.is_none() && matches!(indicator.target, Some(Target::Number(_))) {
        warn("direction", "no direction: it is not said whether more or less of this is better".to_owned());
    }
}

fn check_side(indicator: &Indicator, baseline: &Measure, target: &Measure, warn: &mut impl FnMut(&str, String)) {
    let (from, to) = (indicator.write(baseline.value), indicator.write(target.value));
    let problem = match indicator.direction {
        Some(Direction::Increase) if target.value < baseline.value => {
            format!("should increase, but the target {to} is below the baseline {from}")
        }
        Some(Direction::Decrease) if target.value > baseline.value => {
            format!("should decrease, but the target {to} is above the baseline {from}")
        }
        Some(direction @ (Direction::Increase | Direction::Decrease)) if target.value == baseline.value => {
            format!("should {}, but target and baseline are both {to}", direction.as_str())
        }
        Some(Direction::Maintain) if target.value != baseline.value => {
            format!("should stay as it is, but the target {to} differs from the baseline {from}")
        }
        _ => return,
    };
    warn("target", format!("{problem}: ask which of the two figures is right"));
}

fn check_dates(plan: &Plan, indicator: &Indicator, warn: &mut impl FnMut(&str, String)) {
    let baseline = indicator.baseline.as_ref();
    if baseline.is_some_and(|baseline| baseline.period.is_none()) {
        warn("baseline", "the baseline has no date: say when things stood so".to_owned());
    }
    let Some(target) = &indicator.target else { return };
    let Some(period) = target.period() else {
        warn("target", "the target has no date: say by when it should be reached".to_owned());
        return;
    };
    if period.ends() < plan.starts.starts() {
        let problem = format!("the target is for {period}, before the plan starts with {}", plan.starts);
        warn("target", format!("{problem}: it may be a baseline, or its date may be wrong"));
    }
    if let Some(before) = baseline.and_then(|baseline| baseline.period)
        && period.ends() <= before.ends()
    {
        warn(
            "target",
            format!("the target is for {period}, not later than the baseline of {before}: check both dates"),
        );
    }
}

/// The same indicator under several outcomes, where its numbers differ or another key hides that it is the same.
fn check_shared(plan: &Plan, warn: &mut impl FnMut(String, String)) {
    let mut first: BTreeMap<String, (&Outcome, &Indicator)> = BTreeMap::new();
    for outcome in &plan.outcomes {
        for indicator in &outcome.indicators {
            let place = format!("outcome.{}.indicator.{}", outcome.key, indicator.key);
            let found = [&indicator.key, &fold(&indicator.title)].into_iter().find_map(|name| first.get(name).copied());
            let Some((other, earlier)) = found else {
                first.insert(indicator.key.clone(), (outcome, indicator));
                first.insert(fold(&indicator.title), (outcome, indicator));
                continue;
            };
            if earlier.key != indicator.key {
                let problem = format!("has the same title as {} of {}", earlier.key, other.key);
                warn(format!("{place}.key"), format!("{problem}: give both one key if they are the same measure"));
            }
            if indicator.target != earlier.target {
                let problem = format!("the target is {}, but {} for {}", goal(indicator), goal(earlier), other.key);
                warn(format!("{place}.target"), format!("{problem}: one measure needs one target"));
            }
            if (&indicator.baseline, &indicator.unit) != (&earlier.baseline, &earlier.unit) {
                let problem = format!("the baseline is not the one given for {}", other.key);
                warn(format!("{place}.baseline"), format!("{problem}: one measure needs one baseline and unit"));
            }
        }
    }
}

fn fold(title: &str) -> String {
    let words: Vec<String> = title.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

fn goal(indicator: &Indicator) -> String {
    let (aim, period) = match &indicator.target {
        None => return "not given".to_owned(),
        Some(Target::Number(measure)) => (indicator.write(measure.value), measure.period),
        Some(Target::Words { words, period }) => (format!("\"{words}\""), *period),
    };
    period.map_or_else(|| format!("{aim} without a date"), |period| format!("{aim} in {period}"))
}

fn check_whole(plan: &Plan, warn: &mut impl FnMut(String, String)) {
    let indicators = || plan.outcomes.iter().flat_map(|outcome| &outcome.indicators);
    let targets = indicators().filter_map(|indicator| indicator.target.as_ref()?.period());
    if let Some(last) = targets.max_by_key(|period| period.ends())
        && last.ends() < plan.ends.starts()
    {
        let problem = format!("no target is later than {last}, but the plan runs to {}", plan.ends);
        warn("ends".to_owned(), format!("{problem}: set targets for its last year, or say when they will be"));
    }
    let count = indicators().count();
    if count > 0 && indicators().all(|indicator| indicator.source.is_none()) {
        let problem = format!("none of {count} indicators says where its figures come from");
        warn("indicator".to_owned(), format!("{problem}: name the publication, so that anyone can follow them"));
    }
    let actions: Vec<_> = plan.outcomes.iter().flat_map(|outcome| &outcome.actions).collect();
    let nobody = actions.iter().filter(|action| action.by.is_none()).count();
    if nobody > 0 {
        let problem = format!("{nobody} of {} actions say nobody who will do them", actions.len());
        warn("actions".to_owned(), format!("{problem}: name who answers for each"));
    }
}

#[cfg(test)]
#[path = "check_tests.rs"]
mod tests;
