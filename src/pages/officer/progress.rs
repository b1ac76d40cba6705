//! How a plan is going: indicators on track or not by the stated rule, what is overdue, and the way to enter figures.

use std::collections::BTreeMap;

use jiff::civil::Date;
use maud::{Markup, html};

use super::{Desk, Section};
use crate::pages::Words;
use crate::pages::figures::course::{Told, course, verdict};
use crate::pages::figures::going::{actions, counts, finding, tracks};
use crate::plan::actions::ActionNow;
use crate::plan::standing::{Measurement, RULE};
use crate::plan::{Indicator, Plan};

/// The page.
#[derive(Debug, Clone)]
pub struct Progress<'a> {
    pub desk: Desk,
    pub plan: &'a Plan,
    /// By indicator, its figures.
    pub figures: &'a BTreeMap<String, Vec<Measurement>>,
    pub actions: &'a [ActionNow],
    pub today: Date,
    /// Whether anybody but officers can read the plan.
    pub is_public: bool,
}

impl Progress<'_> {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let all = tracks(self.plan, self.figures, self.today);
        let title = finding(Words::english(), &all);
        self.desk.render(&title, Section::Plan, html! {
            (self.desk.trail(&[(&self.address(""), "Plan")], "Progress"))
            p class="small kicker" { (self.plan.title) }
            h1 { (title) }
            div class="note" {
                p { (RULE) }
                @if self.plan.inherits.is_some() { p { "What is measured for the county’s plan shows the county’s figures, until you enter one for the district." } }
                @if self.is_public { p { "What you enter here is public at once on " a href={ "/plans/" (self.plan.key) "/progress" } { "the plan’s progress page" } "." } }
                @else { p { "The plan is not published, so nobody but officers sees this yet." } }
            }
            p class="row noprint" {
                a class="btn tiny" href=(self.address("/progress/import")) { "Import figures" }
                a class="btn two tiny" href=(self.address("/publish")) { "Publish the plan" }
            }
            (counts(Words::english(), &all))
            (self.actions())
            @for (at, outcome) in self.plan.outcomes.iter().enumerate() {
                @if !outcome.indicators.is_empty() { (self.indicators(&format!("o{}", at + 1), &outcome.title, &outcome.indicators)) }
            }
            @if !self.plan.unused.is_empty() { (self.indicators("rest", "Of the plan as a whole", &self.plan.unused)) }
        })
    }

    fn address(&self, rest: &str) -> String {
        format!("/officer/plans/{}{rest}", self.plan.key)
    }

    fn of(&self, indicator: &Indicator) -> &[Measurement] {
        self.figures.get(&indicator.key).map(Vec::as_slice).unwrap_or_default()
    }

    fn told(&self) -> Told {
        Told { say: Words::english(), starts: self.plan.starts, today: self.today }
    }

    fn indicators(&self, id: &str, heading: &str, indicators: &[Indicator]) -> Markup {
        html! {
            section aria-labelledby=(id) {
                h2 id=(id) { (heading) }
                @for (at, indicator) in indicators.iter().enumerate() {
                    div class="card" {
                        h3 id={ (id) "-" (at) } { (indicator.title) }
                        @if self.of(indicator).is_empty() {
                            (verdict(self.told(), indicator, &[]))
                        } @else { (course(self.told(), &format!("{id}-{at}"), indicator, self.of(indicator))) }
                        p class="noprint" { a href=(self.address(&format!("/progress/{}", indicator.key))) {
                            "Enter a figure" span class="sr" { " for " (indicator.title) }
                        } }
                    }
                }
            }
        }
    }

    fn actions(&self) -> Markup {
        let late = self.actions.iter().filter(|action| action.is_overdue(self.today)).count();
        html! {
            section aria-labelledby="actions" {
                h2 id="actions" { @match late { 0 => "No action is overdue", 1 => "1 action is overdue", _ => { (late) " actions are overdue" } } }
                @if self.actions.is_empty() { p { "The plan names no action." } }
                @else { (self.action_table()) }
            }
        }
    }

    fn action_table(&self) -> Markup {
        let mut ordered: Vec<&ActionNow> = self.actions.iter().collect();
        ordered.sort_by_key(|action| (!action.is_overdue(self.today), action.due.unwrap_or(Date::MAX)));
        let named = |action: &ActionNow| {
            html! { a href=(self.address(&format!("/actions/{}", action.key))) { (action.says) } }
        };
        actions(Words::english(), "Those overdue come first, then by date.", ordered.into_iter(), self.today, named)
    }
}
