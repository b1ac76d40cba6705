//! What a careful reader would question in one indicator: its numbers, its dates, its unit.

use super::{Findings, half_of_last_digit};
use crate::plan::indicator::{Comparator, Direction, Indicator, Measure, Target, write};
use crate::plan::outcome::Plan;
use crate::plan::printed::Printed;

/// Units whose last word is one of these count things that come whole.
const WHOLE: [&str; 17] = [
    "admissions",
    "adoptions",
    "apprenticeships",
    "births",
    "children",
    "districts",
    "exclusions",
    "families",
    "notifications",
    "assessments",
    "parents",
    "people",
    "places",
    "pupils",
    "responses",
    "schools",
    "teachers",
];

pub(super) fn check_indicator(plan: &Plan, indicator: &Indicator, place: &str, findings: &mut Findings) {
    let mut warn = |part: &str, problem: String| findings.warn(format!("{place}.{part}"), problem);
    if indicator.to_be_set {
        check_to_be_set(plan, indicator, &mut warn);
    } else {
        check_numbers(plan, indicator, &mut warn);
    }
    check_dates(plan, indicator, &mut warn);
    let baseline = indicator.baseline.map(|measure| measure.value);
    if let Some(problem) = not_a_rate(&indicator.title, &indicator.unit) {
        warn("unit", problem);
    }
    for (part, value) in [("baseline", baseline), ("target", number(indicator))] {
        if let Some(problem) = value.and_then(|value| impossible(value, &indicator.unit)) {
            warn(part, problem);
        }
    }
    if let Some(baseline) = baseline {
        check_comparators(baseline, &indicator.unit, &indicator.comparators, &mut warn);
    }
    check_gap(plan, indicator, &mut warn);
}

/// The number that is printed as the target.
fn number(indicator: &Indicator) -> Option<f64> {
    match &indicator.target {
        Some(Target::Number(measure)) => Some(measure.value),
        _ => None,
    }
}

fn is_count(unit: &str) -> bool {
    let last = unit.split_whitespace().last().unwrap_or_default();
    WHOLE.contains(&last) && !unit.starts_with("per ")
}

/// Why what is called a rate is none.
pub(super) fn not_a_rate(title: &str, unit: &str) -> Option<String> {
    let is_rate = title.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|word| word == "rate");
    (is_rate && is_count(unit)).then(|| format!("is called a rate and given as a number of {unit}: say which it is"))
}

/// Why a figure cannot be what its unit says.
pub(super) fn impossible(value: f64, unit: &str) -> Option<String> {
    let is_count = is_count(unit);
    if unit == "%" && value > 100.0 {
        Some(format!("{} is more than everyone: check the figure", write(value, unit)))
    } else if (unit == "%" || is_count) && value < 0.0 {
        Some(format!("{} is fewer than none: check the figure", write(value, unit)))
    } else if is_count && value.fract() != 0.0 {
        Some(format!("{} is not whole: check the figure or the unit", write(value, unit)))
    } else {
        None
    }
}

/// Comparators on the other side of the figure than the text says.
pub(super) fn check_comparators(value: f64, unit: &str, others: &[Comparator], warn: &mut impl FnMut(&str, String)) {
    for other in others {
        let Some(theirs) = other.value else { continue };
        if !other.standing.fits(value, theirs) {
            let said = format!("{} is said to be {} {}", write(value, unit), other.standing.as_words(), other.with);
            warn("comparators", format!("{said}, which has {}: check both figures", write(theirs, unit)));
        }
        if let Some(problem) = impossible(theirs, unit) {
            warn("comparators", problem);
        }
    }
}

fn check_to_be_set(plan: &Plan, indicator: &Indicator, warn: &mut impl FnMut(&str, String)) {
    let missing = match (&indicator.baseline, &indicator.target) {
        (None, None) => "baseline and target are",
        (None, Some(_)) => "the baseline is",
        (Some(_), _) => "the target is",
    };
    let known = plan.printed.iter().find(|printed| printed.measure == indicator.measure());
    let known = known.map_or_else(String::new, |known| {
        let change = if known.is_change { "a change of " } else { "" };
        format!(", though the plan prints {change}{} in its {}", known.written(), known.place)
    });
    warn("to_be_set", format!("{missing} still to be set{known}: set them, or this cannot show success or failure"));
}

fn check_numbers(plan: &Plan, indicator: &Indicator, warn: &mut impl FnMut(&str, String)) {
    let is_bare = indicator.baseline.is_none() && !matches!(indicator.target, Some(Target::Number(_)));
    let title = indicator.title.to_lowercase();
    if is_bare && ["improv", "better ", "strengthen"].iter().any(|word| title.starts_with(word)) {
        warn("title", "says what should get better and nothing that could be counted: name a number".to_owned());
    }
    if indicator.baseline.is_none() && !indicator.from_nothing {
        warn("baseline", missing_baseline(plan, indicator));
    }
    if let Some(Target::Words { words, .. }) = &indicator.target
        && words.contains("average")
        && is_count(&indicator.unit)
    {
        let problem = format!("a number of {} cannot be held against an average", indicator.unit);
        warn("unit", format!("{problem}: give it as a share"));
    }
    match (&indicator.baseline, &indicator.target) {
        (_, None) => warn("target", "no target: say what number would be success, and by when".to_owned()),
        (Some(baseline), Some(Target::Number(_) | Target::Change { .. })) => check_side(indicator, baseline, warn),
        _ => {}
    }
    if indicator.direction.is_none() && matches!(indicator.target, Some(Target::Number(_))) {
        warn("direction", "no direction: it is not said whether more or less of this is better".to_owned());
    }
}

fn missing_baseline(plan: &Plan, indicator: &Indicator) -> String {
    if let Some(Target::Change { percent, .. }) = indicator.target {
        let problem = format!("no baseline, though the target is {}% of it", percent.abs());
        return format!("{problem} {}: give the figure", if percent < 0.0 { "less" } else { "more" });
    }
    let Some(known) = known(plan, indicator) else {
        return "no baseline: nobody can tell whether the target asks for a change, or how large".to_owned();
    };
    let when = known.period.map_or_else(String::new, |period| format!(" for {period}"));
    let problem = format!("no baseline, though the {} gives {}{when}", known.place, known.written());
    format!("{problem}: say whether the target is set against that")
}

/// The latest figure that the plan prints elsewhere for how an indicator stands.
fn known<'a>(plan: &'a Plan, indicator: &Indicator) -> Option<&'a Printed> {
    let same = |printed: &&Printed| {
        printed.measure == indicator.measure() && !printed.is_change && printed.unit == indicator.unit
    };
    plan.printed.iter().filter(same).max_by_key(|printed| printed.period.map(|period| period.ends()))
}

fn check_side(indicator: &Indicator, baseline: &Measure, warn: &mut impl FnMut(&str, String)) {
    let Some(aim) = indicator.aim() else { return };
    let (from, to) = (indicator.write(baseline.value), indicator.write(aim));
    let problem = match indicator.direction {
        Some(Direction::Increase) if aim < baseline.value => {
            format!("should increase, but the target {to} is below the baseline {from}")
        }
        Some(Direction::Decrease) if aim > baseline.value => {
            format!("should decrease, but the target {to} is above the baseline {from}")
        }
        Some(direction @ (Direction::Increase | Direction::Decrease)) if aim == baseline.value => {
            format!("should {}, but target and baseline are both {to}", direction.as_str())
        }
        Some(Direction::Maintain) if aim != baseline.value => {
            format!("should stay as it is, but the target {to} differs from the baseline {from}")
        }
        Some(direction @ (Direction::Increase | Direction::Decrease))
            if (aim - baseline.value).abs() < half_of_last_digit(baseline.value) =>
        {
            let problem =
                format!("should {}, but the target {to} lies within what {from} is rounded by", direction.as_str());
            return warn(
                "target",
                format!("{problem}: print the baseline more exactly, or ask for a change that shows"),
            );
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
    if let Some(starts) = plan.starts
        && period.ends() < starts.starts()
    {
        let problem = format!("the target is for {period}, before the plan starts with {starts}");
        warn("target", format!("{problem}: it may be a baseline, or its date may be wrong"));
    }
    if let Some(before) = baseline.and_then(|baseline| baseline.period)
        && period.ends() <= before.ends()
    {
        let problem = format!("the target is for {period}, not later than the baseline of {before}");
        warn("target", format!("{problem}: check both dates"));
    }
}

/// A gap that is not the difference of the two figures it is said to be between.
fn check_gap(plan: &Plan, indicator: &Indicator, warn: &mut impl FnMut(&str, String)) {
    let (Some((one, other)), Some(baseline)) = (&indicator.gap_of, &indicator.baseline) else { return };
    let value = |measure: &str| -> Option<f64> {
        let same_time = |printed: &&Printed| match (printed.period, baseline.period) {
            (Some(a), Some(b)) => a.overlaps(b),
            _ => true,
        };
        let mut printed = plan.printed.iter().filter(|printed| printed.measure == measure && !printed.is_change);
        let of_indicator = || plan.indicators().find(|(_, known)| known.measure() == measure)?.1.baseline;
        printed.find(same_time).map(|printed| printed.value).or_else(|| Some(of_indicator()?.value))
    };
    let (Some(a), Some(b)) = (value(one), value(other)) else { return };
    let gap = (a - b).abs();
    let slack = half_of_last_digit(a) + half_of_last_digit(b) + half_of_last_digit(baseline.value);
    if (gap - baseline.value).abs() > slack {
        let problem = format!("the plan's own figures, {a} and {b}, lie {:.1} apart and not {}", gap, baseline.value);
        warn("baseline", format!("{problem}: say what the gap is between"));
    }
}

/// How an indicator contradicts a sign of success that it should show.
pub(super) fn contradicts(plan: &Plan, indicator: &Indicator, wants: Direction) -> Option<String> {
    let (title, should) = (&indicator.title, wants.as_str());
    if let Some(direction) = indicator.direction {
        let is_other = direction != wants;
        return is_other.then(|| format!("\"{title}\" is to {} and not to {should}", direction.as_str()));
    }
    let aim = indicator.aim()?;
    let now = indicator.baseline.map(|measure| measure.value).or_else(|| Some(known(plan, indicator)?.value))?;
    let is_other = match wants {
        Direction::Increase => aim < now,
        Direction::Decrease => aim > now,
        Direction::Maintain => aim != now,
    };
    let (now, aim) = (indicator.write(now), indicator.write(aim));
    is_other.then(|| format!("the target of \"{title}\", {aim}, would be no {should} from {now}"))
}
