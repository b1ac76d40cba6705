//! Reads a figure that somebody typed or imported for an indicator, and says what is wrong with it.
//!
//! Leaves out files and forms (`commands`, `web`), keeping figures (`store`) and judging them ([`super::standing`]).

use jiff::civil::Date;

use super::indicator::Indicator;
use super::outcome::Plan;
use super::period::Period;
use super::standing::Measurement;

/// The most characters of a source.
pub const MOST_IN_A_SOURCE: usize = 300;
/// Beyond this no indicator of a plan counts anything.
const MOST: f64 = 1e12;

/// A figure as somebody wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Written<'a> {
    /// An indicator's key, or its title.
    pub indicator: &'a str,
    /// As [`Period`] is written.
    pub period: &'a str,
    /// With or without its unit: `31.9`, `31.9%`, `1,250`.
    pub value: &'a str,
    /// Who publishes the figure.
    pub source: &'a str,
}

/// What is wrong with one field of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfit {
    /// `indicator`, `period`, `value` or `source`.
    pub field: &'static str,
    /// What to do, as a sentence without its full stop.
    pub problem: String,
}

/// The indicator that a name means: its key, or its title whatever its capitals. Of two with one title none, because
/// nobody can tell which is meant.
pub fn find_indicator<'a>(plan: &'a Plan, name: &str) -> Option<&'a Indicator> {
    let name = name.trim();
    let by_key = plan.indicators().map(|(_, indicator)| indicator).find(|indicator| indicator.key == name);
    by_key.or_else(|| {
        let is_called = |indicator: &&Indicator| indicator.title.to_lowercase() == name.to_lowercase();
        let mut called = plan.indicators().map(|(_, indicator)| indicator).filter(is_called);
        let first = called.next()?;
        called.all(|other| other.key == first.key).then_some(first)
    })
}

/// Reads a figure. No figure is taken for a time that has not begun by `today`.
///
/// # Errors
/// Everything that is wrong with it, in the order of the fields.
pub fn read<'a>(plan: &'a Plan, written: Written<'_>, today: Date) -> Result<(&'a Indicator, Measurement), Vec<Unfit>> {
    let mut unfit = Vec::new();
    let mut refuse = |field, problem: String| unfit.push(Unfit { field, problem });
    let indicator = find_indicator(plan, written.indicator);
    if indicator.is_none() {
        let name = written.indicator.trim();
        refuse("indicator", format!("\"{name}\" is no indicator of the plan: write its key or its whole title"));
    }
    let period = match written.period.parse::<Period>() {
        Ok(period) if period.starts() > today => {
            refuse("period", format!("{period} has not begun: give the period that the figure is of"));
            None
        }
        Ok(period) => Some(period),
        Err(error) => {
            refuse("period", error.to_string());
            None
        }
    };
    let value = match indicator.map(|indicator| read_figure(written.value, indicator)) {
        Some(Ok(value)) => Some(value),
        Some(Err(problem)) => {
            refuse("value", problem);
            None
        }
        None => None,
    };
    let source = written.source.trim();
    if source.is_empty() {
        refuse("source", "say where the figure comes from: who publishes it, and where".to_owned());
    } else if source.chars().count() > MOST_IN_A_SOURCE {
        refuse("source", format!("is longer than {MOST_IN_A_SOURCE} characters: name the publication alone"));
    }
    match (indicator, period, value, unfit.is_empty()) {
        (Some(indicator), Some(period), Some(value), true) => {
            Ok((indicator, Measurement { period, value, source: Some(source.to_owned()) }))
        }
        _ => Err(unfit),
    }
}

/// A figure of an indicator as somebody types it: digits, with its unit or without.
///
/// # Errors
/// What is wrong with it, as a clause that begins with what was typed.
pub fn read_figure(written: &str, indicator: &Indicator) -> Result<f64, String> {
    let text = written.trim();
    let text = text.strip_suffix(indicator.unit.as_str()).unwrap_or(text).trim_end();
    let Some(digits) = without_groups(text) else {
        let advice = meant_by(text).map_or_else(
            || "write digits, a full stop before tenths, and commas only between thousands".to_owned(),
            |meant| format!("write {meant}"),
        );
        return Err(format!("\"{}\" has a comma where none parts thousands: {advice}", written.trim()));
    };
    let is_plain = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || ".-".contains(c));
    let value = digits.parse::<f64>().ok().filter(|value| is_plain && value.is_finite() && value.abs() <= MOST);
    let Some(value) = value else {
        let unit = &indicator.unit;
        return Err(format!("\"{}\" is not a number: write digits, for example 31.9 (in {unit})", written.trim()));
    };
    let plans = || indicator.baseline.iter().map(|measure| measure.value).chain(indicator.aim());
    if value < 0.0 && !indicator.unit.contains("point") && plans().all(|value| value >= 0.0) {
        return Err(format!("{value} is less than none, which no {} can be: check it", indicator.unit));
    }
    if let Some(of) = rate_of(&indicator.unit).filter(|of| value > *of) {
        return Err(format!("{value} is more than all of {of}, and the figure is {}: check it", indicator.unit));
    }
    let within = |value: f64| (0.0..=100.0).contains(&value);
    let plans_are_within = plans().all(within);
    if indicator.unit == "%" && plans_are_within && !within(value) {
        return Err(format!("{value} is not between 0 and 100, and the figure is in per cent: check it"));
    }
    Ok(value)
}

/// Digits without the commas that part thousands; none where a comma stands anywhere else, as one for a decimal point does.
fn without_groups(text: &str) -> Option<String> {
    let (whole, rest) = text.split_once('.').map_or((text, None), |(whole, rest)| (whole, Some(rest)));
    let mut groups = whole.trim_start_matches('-').split(',');
    let first = groups.next().unwrap_or_default();
    let mut parts_thousands = (1..=3).contains(&first.len());
    let mut parted = false;
    for group in groups {
        parted = true;
        parts_thousands &= group.len() == 3;
    }
    let is_sound = (!parted || parts_thousands) && !rest.is_some_and(|rest| rest.contains(','));
    is_sound.then(|| text.replace(',', ""))
}

/// What was meant by digits with one comma in them that parts no thousands: those with a decimal point. None where nobody
/// can tell.
fn meant_by(text: &str) -> Option<String> {
    let (whole, rest) = text.split_once(',')?;
    let is_digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    (is_digits(whole.trim_start_matches('-')) && is_digits(rest)).then(|| format!("{whole}.{rest}"))
}

/// What a rate is of: 10,000 where the unit is `per 10,000`.
fn rate_of(unit: &str) -> Option<f64> {
    let (_, after) = unit.split_once("per ")?;
    let digits: String = after.chars().take_while(|c| c.is_ascii_digit() || *c == ',').filter(|c| *c != ',').collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAN: &str = r#"
key = "small"
title = "A plan"
geography = "town"
vision = "Well."
source = "Us"
[[outcome]]
key = "healthy"
title = "Healthy"
[[outcome.indicator]]
key = "weight"
title = "Excess weight"
unit = "%"
direction = "decrease"
baseline = { value = 31.9, period = "2012/13" }
[[outcome.indicator]]
key = "adoptions"
title = "Adoptions"
unit = "children"
[[outcome.indicator]]
key = "admissions"
title = "Admissions"
unit = "per 10,000"
"#;

    fn plan() -> Plan {
        super::super::parse("plan.toml", PLAN).unwrap()
    }

    fn written<'a>(indicator: &'a str, period: &'a str, value: &'a str) -> Written<'a> {
        Written { indicator, period, value, source: " Public Health England " }
    }

    fn today() -> Date {
        jiff::civil::date(2026, 11, 26)
    }

    #[test]
    fn a_figure_is_read_by_key_or_title_with_its_unit_or_without() {
        let plan = plan();
        for (indicator, value, expected) in [
            ("weight", "31", 31.0),
            ("excess WEIGHT", " 31.5% ", 31.5),
            ("adoptions", "1,250 children", 1250.0),
            ("admissions", "3,705.5 per 10,000", 3705.5),
        ] {
            let (found, measurement) = read(&plan, written(indicator, "2013/14", value), today()).unwrap();
            assert_eq!(
                (measurement.value, found.title.to_lowercase().contains(&indicator[..3].to_lowercase())),
                (expected, true)
            );
            assert_eq!(measurement.source.as_deref(), Some("Public Health England"));
        }
    }

    #[test]
    fn the_advice_about_a_comma_is_of_the_number_that_was_given_or_of_none() {
        let advice = |value: &str| {
            let unfit = read(&plan(), written("admissions", "2013/14", value), today()).unwrap_err();
            unfit[0].problem.split(": ").nth(1).unwrap_or_default().to_owned()
        };
        assert_eq!([advice("270,5"), advice("4,2"), advice("1250,5")], ["write 270.5", "write 4.2", "write 1250.5"]);
        for nobody_can_tell in ["3.9,1", "1,23,4", ",5", "4,"] {
            assert!(advice(nobody_can_tell).starts_with("write digits"), "{nobody_can_tell}");
        }
    }

    #[test]
    fn everything_wrong_is_said_with_its_field() {
        let plan = plan();
        let cases = [
            (written("height", "soon", "x"), vec!["indicator", "period"]),
            (written("weight", "2027/28", "31"), vec!["period"]),
            (written("weight", "2013/14", "319"), vec!["value"]),
            (written("weight", "2013/14", "1e9"), vec!["value"]),
            (written("weight", "2013/14", "3,9"), vec!["value"]),
            (written("weight", "2013/14", "3.9,1"), vec!["value"]),
            (written("adoptions", "2013/14", "1250,5"), vec!["value"]),
            (written("adoptions", "2013/14", "-5"), vec!["value"]),
            (written("admissions", "2013/14", "370,5"), vec!["value"]),
            (written("admissions", "2013/14", "99999"), vec!["value"]),
            (written("weight", "2013/14", ""), vec!["value"]),
            (written("weight", "2013/14", "NaN"), vec!["value"]),
        ];
        for (figure, fields) in cases {
            let unfit = read(&plan, figure, today()).unwrap_err();
            assert_eq!(unfit.iter().map(|unfit| unfit.field).collect::<Vec<_>>(), fields, "{figure:?}");
        }
        let long = "x".repeat(MOST_IN_A_SOURCE + 1);
        let unfit = read(&plan, Written { source: &long, ..written("weight", "2013/14", "30") }, today()).unwrap_err();
        assert_eq!(unfit[0].field, "source");
        for none in ["", " \t"] {
            let unfit =
                read(&plan, Written { source: none, ..written("weight", "2013/14", "30") }, today()).unwrap_err();
            assert!(
                unfit.len() == 1 && unfit[0].field == "source",
                "a figure without a source is not taken: {unfit:?}"
            );
        }
    }
}
