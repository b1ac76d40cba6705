//! The form of one outcome of a district's plan: its own, or what it adds to one of the county's.

use maud::{Markup, html};

use super::district::field;
use crate::pages::Words;
use crate::pages::components::errors::{self, Problem};
use crate::pages::officer::{Desk, Section};

/// What is in the form; `why`, `areas` and `actions` have one thing a line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typed {
    pub title: String,
    pub why: String,
    pub areas: String,
    pub actions: String,
    /// The version of the plan that the form was filled from.
    pub version: i64,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnOutcome {
    pub desk: Desk,
    pub county_key: String,
    pub district: String,
    pub district_name: String,
    /// The outcome's key; none for a new one.
    pub outcome: Option<String>,
    /// It is the county's, whose title stands.
    pub inherited: bool,
    /// The key of each indicator that the district has for it, and it in words.
    pub indicators: Vec<(String, String)>,
    pub typed: Typed,
    pub problems: Vec<Problem>,
}

impl OwnOutcome {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let plan = format!("/officer/plans/{}", self.county_key);
        let list = format!("{plan}/local");
        let district = format!("{list}/{}", self.district);
        let heading = match (&self.outcome, self.inherited) {
            (Some(_), true) => format!("What {} adds to “{}”", self.district_name, self.typed.title),
            (Some(_), false) => "Change an outcome".to_owned(),
            (None, _) => format!("Add an outcome for {}", self.district_name),
        };
        let action = match &self.outcome {
            Some(key) => format!("{district}/outcomes/{key}"),
            None => format!("{district}/outcomes"),
        };
        let error = if self.problems.is_empty() { "" } else { "Error: " };
        let steps =
            [(plan.as_str(), "Plan"), (list.as_str(), "Local plans"), (district.as_str(), self.district_name.as_str())];
        self.desk.render(&format!("{error}{heading}"), Section::Plan, html! {
            (errors::summary(Words::english(), &self.problems))
            (self.desk.trail(&steps, "Outcome"))
            h1 { (heading) }
            form method="post" action=(action) class="edit" novalidate {
                input type="hidden" name="csrf" value=(self.desk.csrf);
                input type="hidden" name="version" value=(self.typed.version);
                @if !self.inherited {
                    (field(&self.problems, "title", "What it wants for people", None, |described, invalid| html! {
                        input type="text" id="title" name="title" value=(self.typed.title) dir="auto" autocomplete="off"
                            aria-describedby=[described] aria-invalid=[invalid];
                    }))
                }
                (self.lines("why", "Why it matters here", "One reason a line, figures with where they come from.", &self.typed.why))
                (self.lines("areas", "Areas of focus", "One a line.", &self.typed.areas))
                (self.lines("actions", "What will be done", "One a line. After a semicolon who does it, and after another by when: Run a later bus on Fridays; District council; 2027-03", &self.typed.actions))
                div class="row" {
                    button type="submit" class="btn" { "Save" }
                    @if self.outcome.is_some() {
                        button type="submit" class="btn two" name="erase" value="yes" {
                            @if self.inherited { "Add nothing to it" } @else { "Take it out of the plan" }
                        }
                    }
                }
            }
            @if self.outcome.is_some() { (self.known_by(&action)) }
        })
    }

    fn known_by(&self, address: &str) -> Markup {
        html! {
            section aria-labelledby="known" {
                h2 id="known" { "How we will know" }
                @if self.indicators.is_empty() { p { (self.district_name) " has no indicator of its own for it yet." } }
                @else {
                    ul { @for (key, words) in &self.indicators { li {
                        (words) " " a href={ (address) "/indicators/" (key) } { "Change" span class="sr" { ": " (words) } }
                    } } }
                }
                p { a class="btn two" href={ (address) "/indicators" } { "Add an indicator" } }
            }
        }
    }

    fn lines(&self, name: &str, label: &str, hint: &str, value: &str) -> Markup {
        field(&self.problems, name, label, Some(hint), |described, invalid| {
            html! {
                textarea id=(name) name=(name) rows="4" dir="auto" autocomplete="off"
                    aria-describedby=[described] aria-invalid=[invalid] { "\n" (value) }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_countys_title_is_not_to_be_changed_and_what_was_typed_is_kept() {
        let page = OwnOutcome {
            desk: Desk::sample(),
            county_key: "p".to_owned(),
            district: "wychavon".to_owned(),
            district_name: "Wychavon".to_owned(),
            outcome: Some("safe".to_owned()),
            inherited: true,
            indicators: Vec::new(),
            typed: Typed { title: "Safe".to_owned(), why: "<far>".to_owned(), ..Typed::default() },
            problems: vec![Problem { field: "actions", message: "Put it right".to_owned() }],
        };
        let inherited = page.render().into_string();
        assert!(!inherited.contains("id=\"title\"") && inherited.contains("&lt;far&gt;"), "{inherited}");
        assert!(
            inherited.contains("actions-hint actions-error") && inherited.contains("Add nothing to it"),
            "{inherited}"
        );
        let own = OwnOutcome { inherited: false, outcome: None, ..page }.render().into_string();
        assert!(own.contains("id=\"title\"") && !own.contains("name=\"erase\""), "{own}");
    }
}
