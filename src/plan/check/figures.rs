//! Figures in a plan's prose: the same one printed twice with different values, shares and changes that do not follow
//! from what is printed with them, comparisons that do not hold.

use super::indicator::{check_comparators, impossible, not_a_rate};
use super::{Findings, agree, half_of_last_digit};
use crate::plan::indicator::write;
use crate::plan::outcome::Plan;
use crate::plan::period::Period;
use crate::plan::printed::Printed;

/// A figure for how a measure stands, wherever it is printed.
struct Stands<'a> {
    measure: &'a str,
    unit: &'a str,
    value: f64,
    period: Option<Period>,
    /// Where it is printed, as a clause says it.
    place: String,
}

pub(super) fn check_figures(plan: &Plan, findings: &mut Findings) {
    for printed in &plan.printed {
        let place = format!("printed.{}", printed.measure);
        if let Some(problem) = not_a_rate(&printed.says, &printed.unit) {
            findings.warn(format!("{place}.unit"), problem);
        }
        if let Some(problem) = impossible(printed.value, &printed.unit).filter(|_| !printed.is_change) {
            findings.warn(format!("{place}.value"), problem);
        }
        let mut warn = |part: &str, problem: String| findings.warn(format!("{place}.{part}"), problem);
        check_comparators(printed.value, &printed.unit, &printed.comparators, &mut warn);
        check_parts(printed, &place, findings);
        check_change(plan, printed, &place, findings);
    }
    check_twice(plan, findings);
}

/// A share that is not its count in its base.
fn check_parts(printed: &Printed, place: &str, findings: &mut Findings) {
    for (part, number) in [("count", printed.count), ("base", printed.base)] {
        if number.is_some_and(|number| number < 0.0 || number.fract() != 0.0) {
            return findings.warn(format!("{place}.{part}"), "is not a whole number of people or things: check it");
        }
    }
    let (Some(count), Some(base)) = (printed.count, printed.base) else { return };
    if base <= 0.0 || printed.unit != "%" {
        return;
    }
    let share = 100.0 * count / base;
    if (share - printed.value).abs() > half_of_last_digit(printed.value) + 1e-9 {
        let problem = format!("{count} of {base} is {share:.1}% and not {}", printed.written());
        findings.warn(format!("{place}.value"), format!("{problem}: check all three"));
    }
}

/// A change that could be points or per cent, or is not the difference of the two figures it lies between.
fn check_change(plan: &Plan, printed: &Printed, place: &str, findings: &mut Findings) {
    if !printed.is_change {
        return;
    }
    let others = || plan.printed.iter().filter(|other| other.measure == printed.measure && !other.is_change);
    let mut of_indicators = plan.indicators().filter(|(_, indicator)| indicator.measure() == printed.measure);
    let is_share = others().any(|other| other.unit == "%") || of_indicators.any(|(_, indicator)| indicator.unit == "%");
    if printed.unit == "%" && is_share {
        let problem = format!("a change of {} in what is itself a percentage", printed.written());
        findings.warn(format!("{place}.unit"), format!("{problem}: say whether it is percentage points"));
    }
    for other in others().filter(|other| other.unit == printed.unit) {
        let Some(from) = other.from else { continue };
        let moved = other.value - from.value;
        if !agree(moved, printed.value) {
            let problem = format!("from {} to {} is {moved} and not {}", from.value, other.value, printed.value);
            findings.warn(format!("{place}.value"), format!("{problem}: check all three"));
        }
    }
}

/// The same measure at the same time with two values.
fn check_twice(plan: &Plan, findings: &mut Findings) {
    let baselines = plan.indicators().filter_map(|(outcome, indicator)| {
        let baseline = indicator.baseline?;
        let place =
            outcome.map_or_else(|| "the plan's indicators".to_owned(), |o| format!("the indicators of {}", o.key));
        let (value, period) = (baseline.value, baseline.period);
        Some(Stands { measure: indicator.measure(), unit: &indicator.unit, value, period, place })
    });
    let printed = plan.printed.iter().filter(|printed| !printed.is_change);
    let printed: Vec<Stands> = printed
        .map(|printed| Stands {
            measure: &printed.measure,
            unit: &printed.unit,
            value: printed.value,
            period: printed.period,
            place: format!("the {}", printed.place),
        })
        .collect();
    let baselines: Vec<Stands> = baselines.collect();
    for (at, one) in printed.iter().enumerate() {
        let earlier = printed[..at].iter().chain(&baselines);
        let Some(other) = earlier.into_iter().find(|other| differs(one, other)) else { continue };
        let (a, b) = (written(one), written(other));
        let problem = format!("{a} in {}, {b} in {}", one.place, other.place);
        findings.warn(format!("printed.{}.value", one.measure), format!("{problem}: say which is right, and of when"));
    }
}

/// Whether two figures of one measure and unit that could be of one time are not the same number.
fn differs(one: &Stands, other: &Stands) -> bool {
    let at_once = match (one.period, other.period) {
        (Some(a), Some(b)) => a.meets(b),
        _ => true,
    };
    one.measure == other.measure && one.unit == other.unit && at_once && one.value != other.value
}

fn written(figure: &Stands) -> String {
    let value = write(figure.value, figure.unit);
    figure.period.map_or_else(|| format!("{value} without a date"), |period| format!("{value} for {period}"))
}
