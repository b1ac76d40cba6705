//! The form of an indicator that a district adds to an outcome of its plan.

use maud::{Markup, html};

use crate::pages::Words;
use crate::pages::components::errors::{self, Problem};
use crate::pages::components::typed::Typed as Field;
use crate::pages::officer::{Desk, Section};
use crate::plan::standing::RULE;

/// What is in the form; `others` has one place a line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typed {
    pub title: String,
    pub unit: String,
    pub direction: String,
    pub baseline: String,
    pub baseline_period: String,
    pub target: String,
    pub target_period: String,
    pub source: String,
    pub others: String,
    /// The version of the plan that the form was filled from.
    pub version: i64,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnIndicator {
    pub desk: Desk,
    pub county_key: String,
    pub district: String,
    pub district_name: String,
    /// The outcome's key and title.
    pub outcome: (String, String),
    /// The indicator's key; none for a new one.
    pub indicator: Option<String>,
    pub typed: Typed,
    pub problems: Vec<Problem>,
}

impl OwnIndicator {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let plan = format!("/officer/plans/{}", self.county_key);
        let list = format!("{plan}/local");
        let district = format!("{list}/{}", self.district);
        let outcome = format!("{district}/outcomes/{}", self.outcome.0);
        let heading = match &self.indicator {
            Some(_) => format!("Change an indicator of {}", self.district_name),
            None => format!("Add an indicator for {}", self.district_name),
        };
        let action = match &self.indicator {
            Some(key) => format!("{outcome}/indicators/{key}"),
            None => format!("{outcome}/indicators"),
        };
        let error = if self.problems.is_empty() { "" } else { "Error: " };
        let steps = [
            (plan.as_str(), "Plan"),
            (list.as_str(), "Local plans"),
            (district.as_str(), self.district_name.as_str()),
            (outcome.as_str(), "Outcome"),
        ];
        self.desk.render(
            &format!("{error}{heading}"),
            Section::Plan,
            html! {
                (errors::summary(Words::english(), &self.problems))
                (self.desk.trail(&steps, "Indicator"))
                p class="small kicker" { (self.outcome.1) }
                h1 { (heading) }
                p { "How people will know whether “" (self.outcome.1) "” came true in " (self.district_name) "." }
                form method="post" action=(action) class="edit" novalidate {
                    input type="hidden" name="csrf" value=(self.desk.csrf);
                    input type="hidden" name="version" value=(self.typed.version);
                    (self.fields())
                    p class="small" { (RULE) }
                    div class="row" {
                        button type="submit" class="btn" { "Save" }
                        @if self.indicator.is_some() {
                            button type="submit" class="btn two" name="erase" value="yes" { "Take it out of the plan" }
                        }
                    }
                }
            },
        )
    }

    fn fields(&self) -> Markup {
        let typed = &self.typed;
        let field = |name, label, value| Field::new(name, label, value).with(&self.problems);
        let time = "A year (2027), a month (2027-03), a year from April (2026/27) or a school year (2026/27 academic).";
        let ways = [
            ("", "Choose"),
            ("increase", "Higher is better"),
            ("decrease", "Lower is better"),
            ("maintain", "It should stay as it is"),
        ];
        let ways = ways.map(|(value, text)| (value.to_owned(), text.to_owned()));
        let others = "One a line: the place, its figure, and after another semicolon when. England; 24.3; 2025/26";
        html! {
            (field("title", "What is counted", &typed.title).hint("For example: Club members who leave early for the last bus.").line())
            (field("unit", "In what", &typed.unit).hint("For example %, per 10,000 or children. It stands beside every figure.").line())
            (field("direction", "Which way is better", &typed.direction).select(&ways))
            (field("baseline", "Where things stand", &typed.baseline).hint("Digits alone, for example 31.9. Leave it blank where nobody knows yet.").line())
            (field("baseline_period", "When that was so", &typed.baseline_period).hint(time).line())
            (field("target", "Where they should be", &typed.target).hint("Digits alone. Leave it blank where it is still to be set.").line())
            (field("target_period", "By when", &typed.target_period).hint(time).line())
            (field("source", "Who publishes the figure", &typed.source).line())
            (field("others", "Others to hold it beside", &typed.others).hint(others).area(3))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_typed_is_kept_beside_what_is_wrong_with_it() {
        let typed = Typed {
            title: "<b>".to_owned(),
            unit: "%".to_owned(),
            direction: "decrease".to_owned(),
            ..Typed::default()
        };
        let page = OwnIndicator {
            desk: Desk::sample(),
            county_key: "p".to_owned(),
            district: "wychavon".to_owned(),
            district_name: "Wychavon".to_owned(),
            outcome: ("buses".to_owned(), "Buses run".to_owned()),
            indicator: None,
            typed,
            problems: vec![Problem { field: "target_period", message: "Say by when".to_owned() }],
        };
        let new = page.render().into_string();
        assert!(
            new.contains("&lt;b&gt;") && new.contains("href=\"#target_period\"") && !new.contains("name=\"erase\""),
            "{new}"
        );
        assert!(new.contains("value=\"decrease\" selected"), "{new}");
        let old =
            OwnIndicator { indicator: Some("early".to_owned()), problems: Vec::new(), ..page }.render().into_string();
        assert!(old.contains("action=\"/officer/plans/p/local/wychavon/outcomes/buses/indicators/early\""), "{old}");
    }
}
