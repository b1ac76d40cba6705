//! A published plan as anybody can read it: what it wants, what that rests on, what will be done and how it is going.
//!
//! Each outcome and the progress have pages of their own, so that each is small. A version that was published stays,
//! whole, at an address of its own. In the language of the plan.

use std::collections::BTreeMap;

use jiff::civil::Date;
use maud::{Markup, html};

use super::plan_parts::{action_list, day, evidence, lists, undecided};
use crate::pages::figures::course::{course, track};
use crate::pages::officer::progress::{counts, finding, tracks};
use crate::pages::{Page, Sheet, Width};
use crate::plan::actions::ActionNow;
use crate::plan::published::Published;
use crate::plan::standing::{Measurement, RULE, latest};
use crate::plan::{Indicator, Outcome};

/// Figures by indicator.
pub type Figures = BTreeMap<String, Vec<Measurement>>;

/// Said above a plan that nobody published before it came here.
const ILLUSTRATIVE: &str = "Illustrative: this plan, or figures in it, were invented to show how Heard works";

/// What every page of a published plan is told.
#[derive(Debug, Clone, Copy)]
pub struct PlanFrame<'a> {
    pub version: &'a Published,
    pub organisation: &'a str,
    /// It rests on answers that were invented.
    pub illustrative: bool,
    /// The figures as they stand now.
    pub figures: &'a Figures,
    pub actions: &'a [ActionNow],
    pub today: Date,
}

impl<'a> PlanFrame<'a> {
    fn render(&self, title: &str, main: Markup) -> Markup {
        let notice = (self.illustrative || self.version.plan.illustrative).then_some(ILLUSTRATIVE);
        frame(title, self.organisation, notice, main)
    }

    fn address(&self, rest: &str) -> String {
        format!("/plans/{}{rest}", self.version.plan.key)
    }

    fn of(&self, indicator: &Indicator) -> &'a [Measurement] {
        self.figures.get(&indicator.key).map(Vec::as_slice).unwrap_or_default()
    }

    fn trail(&self, here: &str) -> Markup {
        html! {
            nav class="small trail-of" aria-label="Where you are" {
                a href="/plans" { "Plans" } " / "
                @if !here.is_empty() { a href=(self.address("")) { (self.version.plan.title) } " / " (here) }
                @else { (self.version.plan.title) }
            }
        }
    }

    /// The plan: who signed it off, what is undecided, and its outcomes.
    pub fn plan(&self, versions: &[(i32, Date)], replies: &[(String, String)]) -> Markup {
        let plan = &self.version.plan;
        let called = plan.calls.as_str();
        self.render(&plan.title, html! {
            (self.trail(""))
            h1 { (plan.title) }
            (published(self.version))
            (undecided(self.version))
            section aria-labelledby="vision" { h2 id="vision" { "What it wants" } p { (plan.vision) } }
            section aria-labelledby="outcomes" {
                h2 id="outcomes" { (plan.outcomes.len()) " " (called) @if plan.outcomes.len() != 1 { @if called == "priority" { "" } @else { "s" } } }
                ol { @for outcome in &plan.outcomes { li {
                    a href=(self.address(&format!("/{}", outcome.key))) { (outcome.title) }
                    @let speaking = self.version.evidence.iter().filter(|one| one.link.outcome == outcome.key).count();
                    " " span class="small" { (many(speaking, "piece", "pieces")) " of evidence, " (many(outcome.indicators.len(), "indicator", "indicators")) }
                } } }
            }
            section aria-labelledby="going" {
                h2 id="going" { "How it is going" }
                p { (finding(&tracks(plan, self.figures))) ". " a href=(self.address("/progress")) { "See the progress" } }
                @for (title, address) in replies { p { "What people said, and what was done: " a href=(address) { (title) } } }
            }
            (lists(&[("values", "What it holds to", &plan.values), ("partners", "Who takes part", &plan.partners)]))
            section aria-labelledby="keep" {
                h2 id="keep" { "To keep" }
                ul {
                    li { a href=(self.address(".pdf")) { "The plan as a PDF" } }
                    li { a href=(self.address(".json")) { "The plan as data (JSON)" } }
                }
                h3 { "Versions" }
                ul { @for (number, on) in versions { li { a href=(self.address(&format!("/versions/{number}"))) { "Version " (number) } ", " (day(*on)) } } }
                p class="small" { "Taken from: " (plan.source) ". Prose is restated, titles and figures are the plan’s own." }
            }
        })
    }

    /// One outcome.
    pub fn outcome(&self, outcome: &Outcome) -> Markup {
        self.render(&outcome.title, html! {
            (self.trail(&outcome.title))
            h1 { (outcome.title) }
            h2 { "What it rests on" }
                (evidence(self.version, outcome))
            h2 { "What the plan says" }
                (said(outcome))
            section aria-labelledby="actions" { h2 id="actions" { "What will be done" } (action_list(self.actions.iter().filter(|one| one.outcome == outcome.key), self.today)) }
            section aria-labelledby="know" {
                h2 id="know" { "How we will know" }
                @if outcome.indicators.is_empty() { p { "The plan names no indicator for this, so nobody could tell whether it worked." } }
                @else { p class="small" { (RULE) } }
                @for (at, indicator) in outcome.indicators.iter().enumerate() {
                    div { h3 id={ "i" (at) } { (indicator.title) } (course(&format!("c{at}"), indicator, self.version.plan.starts, self.of(indicator))) }
                }
            }
            p { a href=(self.address("")) { "The whole plan" } }
        })
    }

    /// How the plan is going.
    pub fn progress(&self) -> Markup {
        let plan = &self.version.plan;
        let all = tracks(plan, self.figures);
        let title = finding(&all);
        let late = self.actions.iter().filter(|action| action.is_overdue(self.today)).count();
        let mut groups: Vec<(String, &[Indicator])> =
            plan.outcomes.iter().map(|outcome| (outcome.title.clone(), outcome.indicators.as_slice())).collect();
        groups.push(("Of the plan as a whole".to_owned(), plan.unused.as_slice()));
        self.render(&title, html! {
            (self.trail("Progress"))
            h1 { (title) }
            p { (RULE) }
            (counts(&all))
            @for (at, (heading, indicators)) in groups.iter().enumerate().filter(|(_, (_, indicators))| !indicators.is_empty()) {
                section aria-labelledby={ "g" (at) } {
                    h2 id={ "g" (at) } { (heading) }
                    @for (place, indicator) in indicators.iter().enumerate() {
                        h3 { (indicator.title) }
                        @if self.of(indicator).is_empty() { p { (track(latest(indicator, plan.starts, &[]))) } }
                        @else { (course(&format!("p{at}-{place}"), indicator, plan.starts, self.of(indicator))) }
                    }
                }
            }
            section aria-labelledby="actions" {
                h2 id="actions" { "What is being done" @if late > 0 { ": " (late) " overdue" } }
                (action_list(self.actions.iter(), self.today))
            }
        })
    }
}

/// A version as it was published, or as it would be, on one page.
#[derive(Debug, Clone, Copy)]
pub struct PlanVersion<'a> {
    pub version: &'a Published,
    pub organisation: &'a str,
    /// What it says that the version before does not.
    pub changes: &'a [String],
    /// The newest version's number, where this is published.
    pub newest: Option<i32>,
}

impl PlanVersion<'_> {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let plan = &self.version.plan;
        let number = i32::try_from(self.version.version).unwrap_or(i32::MAX);
        let title = match self.newest {
            Some(_) => format!("{}: version {number}", plan.title),
            None => format!("{}: as it would be published", plan.title),
        };
        let notice = match self.newest {
            None => Some("Not published: this is what others are reviewing"),
            Some(newest) if newest > number => Some("There is a newer version of this plan"),
            Some(_) => None,
        };
        frame(
            &title,
            self.organisation,
            notice,
            html! {
                nav class="small trail-of" aria-label="Where you are" {
                    @match self.newest {
                        Some(_) => { a href="/plans" { "Plans" } " / " a href={ "/plans/" (plan.key) } { (plan.title) } " / Version " (number) }
                        None => a href={ "/officer/plans/" (plan.key) "/publish" } { "Back to publishing" },
                    }
                }
                h1 { (title) }
                (published(self.version))
                @if plan.illustrative { div class="note" { p { (ILLUSTRATIVE) "." } } }
                (undecided(self.version))
                @if !self.changes.is_empty() {
                    section aria-labelledby="changes" { h2 id="changes" { "What changed since the version before" } ul { @for change in self.changes { li { (change) "." } } } }
                }
                h2 { "What it wants" }
                p { (plan.vision) }
                @for (at, outcome) in plan.outcomes.iter().enumerate() {
                    section aria-labelledby={ "o" (at) } {
                        h2 id={ "o" (at) } { (at + 1) ". " (outcome.title) }
                        (evidence(self.version, outcome))
                        (said(outcome))
                        @let actions = || self.version.actions.iter().filter(|one| one.outcome == outcome.key);
                        @if actions().next().is_some() { h3 { "What will be done" } (action_list(actions(), self.version.published_on.unwrap_or(Date::MIN))) }
                        @for (place, indicator) in outcome.indicators.iter().enumerate() {
                            h3 { (indicator.title) }
                            (course(&format!("v{at}-{place}"), indicator, plan.starts, &self.version.measurements_of(&indicator.key)))
                        }
                    }
                }
            },
        )
    }
}

/// The plans that are published: title, address, time, version and day.
pub fn list(organisation: &str, plans: &[(String, String, Option<String>, i32, Date)]) -> Markup {
    frame(
        "Plans",
        organisation,
        None,
        html! {
            h1 { "Plans" }
            @if plans.is_empty() { p { "No plan is published yet." } }
            @for (title, address, time, version, on) in plans {
                section class="card" {
                    h2 { a href=(address) { (title) } }
                    p { @if let Some(time) = time { (time) ". " } "Version " (version) ", published on " (day(*on)) "." }
                }
            }
            p { a href="/you-said" { "You said, we did" } }
        },
    )
}

fn frame(title: &str, organisation: &str, notice: Option<&str>, main: Markup) -> Markup {
    let page = Page { organisation, width: Width::Wide, sheet: Sheet::Officer, notice, ..Page::titled(title) };
    page.render(main)
}

fn published(version: &Published) -> Markup {
    let time = version.plan.time();
    html! {
        p {
            @if let Some(time) = time { (time) ". " }
            @if let Some(owner) = &version.plan.owner { (owner) ". " }
            @if let Some(on) = version.published_on { "Version " (version.version) ", published on " (day(on)) ". " }
            @if let Some((by, on)) = &version.draft.signed_off { "Signed off by " (by) " on " (day(*on)) "." }
        }
    }
}

fn said(outcome: &Outcome) -> Markup {
    let why: Vec<String> = outcome
        .why
        .iter()
        .map(|reason| match &reason.source {
            Some(source) => format!("{} ({source})", reason.says),
            None => reason.says.clone(),
        })
        .collect();
    let success: Vec<String> = outcome.success.iter().map(|sign| sign.says.clone()).collect();
    let id = |part: &str| format!("{}-{part}", outcome.key);
    lists(&[
        (&id("why"), "Why it matters", &why),
        (&id("areas"), "Areas of focus", &outcome.areas_of_focus),
        (&id("success"), "What success looks like", &success),
    ])
}

fn many(count: usize, one: &str, more: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {more}") }
}
