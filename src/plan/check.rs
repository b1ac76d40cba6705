//! What a careful reader would question in a plan. All of it is warning: a plan is kept as it was published.
//!
//! Each rule is general: it knows no plan. A fault that is the same all through a plan (no source anywhere, no owner
//! for its actions) is said once, with how often and where. Leaves out what needs knowledge from outside the plan,
//! such as whether a unit or a figure is plausible.

use std::collections::BTreeSet;

use super::outcome::{Outcome, Plan, Success};
use crate::finding::Finding;

mod account;
mod figures;
mod indicator;
mod prose;
mod shared;
mod village;
mod whole;

/// Takes findings of one plan.
struct Findings<'a> {
    file: &'a str,
    found: Vec<Finding>,
}

impl Findings<'_> {
    fn warn(&mut self, key: impl Into<String>, problem: impl Into<String>) {
        self.found.push(Finding::warning(self.file, key, problem));
    }
}

/// Everything in a plan that a careful reader would question, in the plan's order and then what concerns it as a
/// whole. `file` is the plan's file, as findings should give it.
pub fn check(file: &str, plan: &Plan) -> Vec<Finding> {
    let mut findings = Findings { file, found: Vec::new() };
    for outcome in &plan.outcomes {
        check_outcome(plan, outcome, &mut findings);
        check_success(&format!("outcome.{}.success", outcome.key), outcome, plan, &mut findings);
        for indicator in &outcome.indicators {
            let place = format!("outcome.{}.indicator.{}", outcome.key, indicator.key);
            indicator::check_indicator(plan, indicator, &place, &mut findings);
        }
    }
    for indicator in &plan.unused {
        let place = format!("indicator.{}", indicator.key);
        let problem =
            format!("no {} is measured by this: say which it would show, or leave it out", plan.calls.as_str());
        findings.warn(&place, problem);
        indicator::check_indicator(plan, indicator, &place, &mut findings);
    }
    shared::check_shared(plan, &mut findings);
    figures::check_figures(plan, &mut findings);
    account::check_account(plan, &mut findings);
    village::check_villages(plan, &mut findings);
    prose::check_consulted(plan, &mut findings);
    whole::check_whole(plan, &mut findings);
    findings.found
}

/// Targets that an earlier plan for the same place prints as reached already. `earlier` may hold any plans: those that
/// do not start sooner, or are for another place, are passed over.
pub fn check_earlier(file: &str, plan: &Plan, earlier: &[&Plan]) -> Vec<Finding> {
    let mut findings = Findings { file, found: Vec::new() };
    let starts = |plan: &Plan| plan.starts.map(|starts| starts.starts());
    let same_place = |other: &&&Plan| other.geography == plan.geography && other.district == plan.district;
    let sooner = |other: &&&Plan| starts(other).is_some() && starts(other) < starts(plan);
    for other in earlier.iter().filter(same_place).filter(sooner) {
        for (outcome, indicator) in plan.indicators() {
            let Some((aim, direction)) = indicator.aim().zip(indicator.direction) else { continue };
            let figure = other.printed.iter().find(|printed| {
                let is_same = printed.measure == indicator.measure() && printed.unit == indicator.unit;
                is_same && !printed.is_change && direction.is_reached(printed.value, aim)
            });
            let Some(figure) = figure else { continue };
            let of = outcome.map_or_else(String::new, |outcome| format!("outcome.{}.", outcome.key));
            let problem = format!("the target {} is reached already in \"{}\"", indicator.write(aim), other.title);
            let problem = format!("{problem}, which prints {}: say what is new", figure.written());
            findings.warn(format!("{of}indicator.{}.target", indicator.key), problem);
        }
    }
    findings.found
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

fn check_outcome(plan: &Plan, outcome: &Outcome, findings: &mut Findings) {
    let place = |part: &str| format!("outcome.{}.{part}", outcome.key);
    let called = plan.calls.as_str();
    // One that only goes on longer is no other wording.
    let is_same = |says: &str| says.starts_with(&fold(&outcome.title)) || fold(&outcome.title).starts_with(says);
    for wording in outcome.also.iter().filter(|wording| !is_same(&fold(&wording.says))) {
        let problem = format!("{} calls this \"{}\"", wording.place, wording.says);
        findings.warn(place("title"), format!("{problem}: say which of the two is meant"));
    }
    for wording in &outcome.elsewhere {
        let problem =
            format!("{} has \"{}\" for it, which is missing where it is set out", wording.place, wording.says);
        findings.warn(place("elsewhere"), format!("{problem}: say whether it still stands"));
    }
    if outcome.themes.is_empty() {
        let problem = format!("no theme speaks to this {called}: nothing that people say can support or question it");
        findings.warn(place("themes"), problem);
    }
    if let Some(document) = &outcome.areas_of_focus_in {
        let problem = format!("its areas of focus stand in another document, {document}");
        findings.warn(place("areas_of_focus"), format!("{problem}: name them here, where they are to be judged"));
    }
    prose::check_reasons(outcome, findings);
    let signs: BTreeSet<String> = outcome.success.iter().map(|sign| fold(&sign.says)).collect();
    for action in outcome.actions.iter().filter(|action| signs.contains(&fold(&action.says))) {
        let problem =
            format!("\"{}\" is printed both as what will be done and as what success looks like", action.says);
        findings.warn(place("actions"), format!("{problem}: say what somebody will do for it"));
    }
    if outcome.actions.is_empty() && plan.inherits.is_none() {
        findings.warn(place("actions"), format!("no action: nothing is said of what will be done for this {called}"));
    }
    if outcome.indicators.is_empty() {
        let problem = format!("no indicator: nobody will be able to tell whether this {called} came about");
        findings.warn(place("indicator"), problem);
    }
    if let [only] = outcome.indicators.as_slice() {
        let others = plan.outcomes.iter().filter(|other| other.key != outcome.key);
        let mut shared = others.filter(|other| other.indicators.iter().any(|indicator| indicator.key == only.key));
        if let Some(other) = shared.next() {
            let problem = format!("its only indicator, {}, measures {} as well", only.key, other.key);
            findings.warn(place("indicator"), format!("{problem}: add one that would show this {called} alone"));
        }
    }
}

/// Signs of success that nothing measures, and those that an indicator contradicts.
fn check_success(place: &str, outcome: &Outcome, plan: &Plan, findings: &mut Findings) {
    if !outcome.indicators.is_empty() {
        check_measured(place, &outcome.success, findings);
    }
    for sign in &outcome.success {
        let Some(wants) = sign.wants else { continue };
        let named = |key: &String| Some(plan.indicators().find(|(_, indicator)| indicator.key == *key)?.1);
        for indicator in sign.measured_by.iter().filter_map(named) {
            if let Some(problem) = indicator::contradicts(plan, indicator, wants) {
                findings.warn(place, format!("\"{}\", yet {problem}: ask which is meant", sign.says));
            }
        }
    }
}

/// Says once how many signs of success nothing measures.
fn check_measured(place: &str, success: &[Success], findings: &mut Findings) {
    let bare = numbers(success.iter().map(|sign| sign.measured_by.is_empty()));
    if !bare.is_empty() {
        let problem =
            format!("{} of {} signs of success have no indicator ({})", bare.len(), success.len(), bare.join(", "));
        findings.warn(place, format!("{problem}: say what would show them"));
    }
}

/// The places, counted from 1, at which something holds.
fn numbers(holds: impl Iterator<Item = bool>) -> Vec<String> {
    holds.enumerate().filter(|(_, holds)| *holds).map(|(at, _)| (at + 1).to_string()).collect()
}

/// Words in one form, so that the same words are found however they are spaced, written and ended.
fn fold(words: &str) -> String {
    let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ").trim_end_matches('.').to_owned()
}

/// Half of the last digit that a figure is printed with: how far it may lie from what was rounded.
pub(super) fn half_of_last_digit(value: f64) -> f64 {
    let printed = value.to_string();
    let decimals = printed.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    0.5 * 10_f64.powi(-i32::try_from(decimals).unwrap_or(0))
}

/// Whether two figures are the same to within what the less exactly printed one was rounded by.
fn agree(a: f64, b: f64) -> bool {
    (a - b).abs() <= half_of_last_digit(a).max(half_of_last_digit(b)) + 1e-9
}

#[cfg(test)]
mod bundled_tests;
#[cfg(test)]
mod sound_tests;
#[cfg(test)]
mod tests;
