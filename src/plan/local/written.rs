//! A district's plan as its file would be, from the parts of it that officers write here: itself in short, its own
//! outcomes, and what it adds to those it takes over.
//!
//! Leaves out what only files hold so far: signs of success, villages and what was consulted.

use serde::Serialize;

use crate::plan::{Action, Comparator, Direction, Indicator, Measure, Outcome, Period, Plan, Standing, Target};

#[derive(Serialize)]
struct PlanFile<'a> {
    key: &'a str,
    title: &'a str,
    calls: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<&'a str>,
    geography: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    district: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    inherits: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    starts: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ends: Option<String>,
    vision: &'a str,
    source: &'a str,
    illustrative: bool,
    outcome: Vec<OutcomeFile<'a>>,
}

#[derive(Serialize)]
struct OutcomeFile<'a> {
    key: &'a str,
    title: &'a str,
    themes: &'a [String],
    areas_of_focus: &'a [String],
    why: Vec<ReasonFile<'a>>,
    actions: Vec<ActionFile<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    indicator: Vec<IndicatorFile<'a>>,
}

#[derive(Serialize)]
struct IndicatorFile<'a> {
    key: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    measures: Option<&'a str>,
    unit: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    direction: Option<Direction>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    from_nothing: bool,
    to_be_set: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    gap_of: Option<&'a (String, String)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    baseline: Option<MeasureFile>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<TargetFile<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    comparators: Vec<ComparatorFile<'a>>,
}

#[derive(Serialize)]
struct MeasureFile {
    value: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<String>,
}

#[derive(Serialize, Default)]
struct TargetFile<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<String>,
}

#[derive(Serialize)]
struct ComparatorFile<'a> {
    with: &'a str,
    standing: Standing,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<String>,
}

#[derive(Serialize)]
struct ReasonFile<'a> {
    says: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
}

#[derive(Serialize)]
struct ActionFile<'a> {
    says: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<String>,
}

impl Plan {
    /// The plan as TOML that [`crate::plan::parse`] reads as the same, but for what officers cannot write here.
    ///
    /// # Errors
    /// When a text cannot stand in TOML.
    pub fn local_file(&self) -> Result<String, toml::ser::Error> {
        toml::to_string(&PlanFile {
            key: &self.key,
            title: &self.title,
            calls: self.calls.as_str(),
            owner: self.owner.as_deref(),
            geography: &self.geography,
            district: self.district.as_deref(),
            inherits: self.inherits.as_deref(),
            starts: self.starts.map(|period| period.as_text()),
            ends: self.ends.map(|period| period.as_text()),
            vision: &self.vision,
            source: &self.source,
            illustrative: self.illustrative,
            outcome: self.outcomes.iter().map(outcome).collect(),
        })
    }

    /// A key for an outcome of this title that neither this plan nor the one it inherits has: `buses-on-sundays`.
    pub fn free_outcome_key(&self, county: &Plan, title: &str) -> String {
        let is_taken = |key: &str| self.find_outcome(key).is_some() || county.find_outcome(key).is_some();
        free_key(title, "outcome", is_taken)
    }

    /// A key for an indicator of this title that neither this plan nor the one it inherits has.
    pub fn free_indicator_key(&self, county: &Plan, title: &str) -> String {
        let is_taken = |key: &str| self.indicators().chain(county.indicators()).any(|(_, known)| known.key == key);
        free_key(title, "indicator", is_taken)
    }
}

/// The first words of a title as a key that is not taken.
fn free_key(title: &str, otherwise: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let plain: String = title.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    let words: Vec<&str> = plain.split_whitespace().take(6).collect();
    let wanted = if words.is_empty() { otherwise.to_owned() } else { words.join("-") };
    let numbered = (2..).map(|number| format!("{wanted}-{number}"));
    let mut keys = std::iter::once(wanted.clone()).chain(numbered);
    keys.find(|key| !is_taken(key)).unwrap_or(wanted)
}

fn indicator(indicator: &Indicator) -> IndicatorFile<'_> {
    IndicatorFile {
        key: &indicator.key,
        title: &indicator.title,
        measures: indicator.measures.as_deref(),
        unit: &indicator.unit,
        direction: indicator.direction,
        source: indicator.source.as_deref(),
        note: indicator.note.as_deref(),
        from_nothing: indicator.from_nothing,
        to_be_set: indicator.to_be_set,
        gap_of: indicator.gap_of.as_ref(),
        baseline: indicator.baseline.map(|Measure { value, period }| MeasureFile { value, period: text(period) }),
        target: indicator.target.as_ref().map(target),
        comparators: indicator.comparators.iter().map(comparator).collect(),
    }
}

fn target(target: &Target) -> TargetFile<'_> {
    let begun = TargetFile { period: text(target.period()), ..TargetFile::default() };
    match target {
        Target::Number(measure) => TargetFile { value: Some(measure.value), ..begun },
        Target::Change { percent, .. } => TargetFile { change: Some(*percent), ..begun },
        Target::Words { words, .. } => TargetFile { words: Some(words), ..begun },
    }
}

fn comparator(other: &Comparator) -> ComparatorFile<'_> {
    ComparatorFile { with: &other.with, standing: other.standing, value: other.value, period: text(other.period) }
}

fn text(period: Option<Period>) -> Option<String> {
    period.map(|period| period.as_text())
}

fn outcome(outcome: &Outcome) -> OutcomeFile<'_> {
    OutcomeFile {
        key: &outcome.key,
        title: &outcome.title,
        themes: &outcome.themes,
        areas_of_focus: &outcome.areas_of_focus,
        why: outcome.why.iter().map(|why| ReasonFile { says: &why.says, source: why.source.as_deref() }).collect(),
        actions: outcome.actions.iter().map(action).collect(),
        indicator: outcome.indicators.iter().map(indicator).collect(),
    }
}

fn action(action: &Action) -> ActionFile<'_> {
    ActionFile { says: &action.says, by: action.by.as_deref(), due: action.due.map(|due| due.as_text()) }
}

/// An action as a line: what will be done and, after semicolons, who does it and by when.
pub fn action_line(action: &Action) -> String {
    let due = action.due.map(|due| due.as_text());
    match (&action.by, due) {
        (None, None) => action.says.clone(),
        (Some(by), None) => format!("{}; {by}", action.says),
        (by, Some(due)) => format!("{}; {}; {due}", action.says, by.as_deref().unwrap_or_default()),
    }
}

/// Reads a line as [`action_line`] writes it.
///
/// # Errors
/// When its time is not a period: the words that are none.
pub fn read_action(line: &str) -> Result<Action, String> {
    let mut parts = line.splitn(3, ';').map(str::trim);
    let says = parts.next().unwrap_or_default().to_owned();
    let by = parts.next().filter(|by| !by.is_empty()).map(str::to_owned);
    let due = match parts.next().filter(|due| !due.is_empty()) {
        Some(due) => Some(due.parse().map_err(|_| due.to_owned())?),
        None => None,
    };
    Ok(Action { says, by, due, status: None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::parse;

    const LOCAL: &str = r#"
key = "local"
title = "Our \"district's\" plan"
calls = "priority"
owner = "A trust"
geography = "worcestershire"
district = "wychavon"
inherits = "county"
starts = "2014"
ends = "2017/18 academic"
vision = "All is well here.\nTruly."
source = "A council"
[[outcome]]
key = "ours"
title = "There is a bus = on Sundays [[x]]"
themes = ["transport"]
areas_of_focus = ["Evening buses"]
why = [{ says = "Many said so", source = "A survey" }, { says = "It is far" }]
actions = [{ says = "Run a bus", by = "A district", due = "2015-09" }, { says = "Count who takes it" }]
[[outcome.indicator]]
key = "left-early"
title = "Members who leave early"
unit = "%"
direction = "decrease"
baseline = { value = 30, period = "2014" }
target = { value = 10.5, period = "2017" }
source = "A survey"
comparators = [{ with = "England", standing = "lower", value = 34, period = "2014-03" }]
[[outcome.indicator]]
key = "buses"
title = "Buses"
unit = "a week"
target = { change = -10 }
from_nothing = true
[[outcome.indicator]]
key = "as-others"
title = "As others"
unit = "%"
target = { words = "as others", period = "2017" }
"#;

    #[test]
    fn what_officers_write_is_read_as_the_same_plan() {
        let plan = parse("l.toml", LOCAL).unwrap();
        assert_eq!(parse("l.toml", &plan.local_file().unwrap()), Ok(plan));
    }

    #[test]
    fn a_new_outcome_has_a_key_that_neither_plan_has() {
        let plan = parse("l.toml", LOCAL).unwrap();
        let key = |title: &str| plan.free_outcome_key(&plan, title);
        assert_eq!(key("Buses on Sundays!"), "buses-on-sundays");
        assert_eq!((key("Ours"), key("…")), ("ours-2".to_owned(), "outcome".to_owned()));
    }

    #[test]
    fn an_action_on_a_line_is_read_as_it_was_written() {
        for line in ["Run a bus; A district; 2015-09", "Run a bus; A district", "Run a bus; ; 2015", "Run a bus"] {
            assert_eq!(action_line(&read_action(line).unwrap()), line);
        }
        assert_eq!(read_action("Run a bus; A district; soon"), Err("soon".to_owned()));
    }
}
