//! A published plan as anybody can read it: what it wants, what that rests on, what will be done and how it is going.
//!
//! Each outcome and the progress have pages of their own, so that each is small. The frame is in the reader's language;
//! what the plan and its officers say is theirs, and marked so. Versions, as they were published, are `plan_version`.

use std::collections::BTreeMap;

use jiff::civil::Date;
use maud::{Markup, html};

use super::Front;
use super::plan_parts::{Ways, action_list, evidence, family, from_county, lists, published, said, undecided};
use super::results::feeds_at;
use crate::pages::figures::course::{Told, course, verdict};
use crate::pages::figures::going::{counts, finding, tracks};
use crate::pages::{Page, Sheet, Width};
use crate::plan::actions::ActionNow;
use crate::plan::published::Published;
use crate::plan::standing::Measurement;
use crate::plan::{Called, Indicator, Outcome};

/// Figures by indicator.
pub type Figures = BTreeMap<String, Vec<Measurement>>;

/// What every page of a published plan is told.
#[derive(Debug, Clone, Copy)]
pub struct PlanFrame<'a> {
    pub front: Front<'a>,
    pub version: &'a Published,
    /// It rests on answers that were invented.
    pub illustrative: bool,
    /// The figures as they stand now.
    pub figures: &'a Figures,
    pub actions: &'a [ActionNow],
    pub ways: &'a Ways,
    pub today: Date,
}

impl<'a> PlanFrame<'a> {
    fn render(&self, title: &str, main: Markup) -> Markup {
        let is_invented = self.illustrative || self.version.plan.illustrative;
        let notice = is_invented.then(|| self.front.words.say("plan-invented"));
        frame(self.front, title, notice, main)
    }

    fn told(&self) -> Told {
        Told { say: self.front.words, starts: self.version.plan.starts, today: self.today }
    }

    fn address(&self, rest: &str) -> String {
        format!("/plans/{}{rest}", self.version.plan.key)
    }

    fn of(&self, indicator: &Indicator) -> &'a [Measurement] {
        self.figures.get(&indicator.key).map(Vec::as_slice).unwrap_or_default()
    }

    /// Says that the figures of an indicator are the county's, where they are.
    fn whose(&self, indicator: &Indicator) -> Markup {
        let county = self.version.county_measures(&indicator.key);
        html! { @if county.is_some() { p { (from_county(self.front.words, county)) } } }
    }

    fn trail(&self, here: &Markup) -> Markup {
        let say = self.front.words;
        let plan = say.theirs(&self.version.plan.title);
        html! {
            nav class="small trail-of" aria-label=(say.say("plan-where")) {
                a href="/plans" { (say.say("plan-plans")) } " / "
                @if here.0.is_empty() { (plan) } @else { a href=(self.address("")) { (plan) } " / " (here) }
            }
        }
    }

    /// The plan: who signed it off, what is undecided, and its outcomes.
    pub fn plan(&self, versions: &[(i32, Date)]) -> Markup {
        let (say, plan) = (self.front.words, &self.version.plan);
        self.render(
            &plan.title,
            html! {
                (self.trail(&html! {}))
                h1 { (say.theirs(&plan.title)) }
                (published(say, self.version))
                (undecided(say, self.version))
                (family(say, self.ways))
                section aria-labelledby="vision" { h2 id="vision" { (say.say("plan-wants")) } p { (say.theirs(&plan.vision)) } }
                (self.outcomes())
                section aria-labelledby="going" {
                    h2 id="going" { (say.say("plan-going")) }
                    p { (finding(say, &tracks(plan, self.figures, self.today))) ". " a href=(self.address("/progress")) { (say.say("plan-see-progress")) } }
                    @for reply in &self.ways.replies { p { (say.say("plan-replies")) " " a href=(reply.address) { (say.theirs(&reply.title)) } } }
                    @if !plan.villages.is_empty() { p { a href=(self.address("/village")) { (say.say("village-title")) } } }
                }
                (lists(say, &[("values", "plan-values", &plan.values), ("partners", "plan-partners", &plan.partners)]))
                (self.keep(versions))
            },
        )
    }

    fn outcomes(&self) -> Markup {
        let (say, plan) = (self.front.words, &self.version.plan);
        let heading = match plan.calls {
            Called::Outcome => "plan-outcomes",
            Called::Objective => "plan-objectives",
            Called::Priority => "plan-priorities",
        };
        html! {
            section aria-labelledby="outcomes" {
                h2 id="outcomes" { (say.say_with(heading, &[("count", plan.outcomes.len().into())])) }
                ol { @for outcome in &plan.outcomes { li {
                    a href=(self.address(&format!("/{}", outcome.key))) { (say.theirs(&outcome.title)) }
                    @let speaking = self.version.evidence.iter().filter(|one| one.link.outcome == outcome.key).count();
                    " " span class="small" {
                        (say.say_with("plan-pieces", &[("count", speaking.into())])) ", "
                        (say.say_with("plan-of-indicators", &[("count", outcome.indicators.len().into())]))
                    }
                } } }
            }
        }
    }

    fn keep(&self, versions: &[(i32, Date)]) -> Markup {
        let say = self.front.words;
        html! {
            section aria-labelledby="keep" {
                h2 id="keep" { (say.say("results-files")) }
                ul {
                    li { a href=(self.address(".pdf")) hreflang="en" { (say.say("plan-pdf")) } }
                    li { a href=(self.address(".json")) { (say.say("plan-json")) } }
                }
                h3 { (say.say("plan-versions")) }
                ul { @for (number, on) in versions { li {
                    a href=(self.address(&format!("/versions/{number}"))) { (say.say_with("plan-version", &[("number", (*number).into())])) }
                    ", " (say.short_day(*on))
                } } }
                p class="small" { (say.rich("plan-taken-from", &[("source", say.theirs(&self.version.plan.source))])) }
            }
        }
    }

    /// One outcome.
    pub fn outcome(&self, outcome: &Outcome) -> Markup {
        let say = self.front.words;
        let of_it = || self.actions.iter().filter(|one| one.outcome == outcome.key);
        self.render(
            &outcome.title,
            html! {
                (self.trail(&say.theirs(&outcome.title)))
                h1 { (say.theirs(&outcome.title)) }
                h2 { (say.say("plan-rests")) }
                (evidence(say, self.version, outcome, Some(self.ways)))
                h2 { (say.say("plan-says")) }
                (said(say, outcome))
                section aria-labelledby="actions" { h2 id="actions" { (say.say("plan-will")) } (action_list(say, of_it(), self.today)) }
                section aria-labelledby="know" {
                    h2 id="know" { (say.say("plan-know")) }
                    @if outcome.indicators.is_empty() { p { (say.say("plan-no-indicator")) } }
                    @else { p class="small" { (say.say("plan-rule")) } }
                    @for (at, indicator) in outcome.indicators.iter().enumerate() {
                        div { h3 id={ "i" (at) } { (say.theirs(&indicator.title)) } (self.whose(indicator)) (course(self.told(), &format!("c{at}"), indicator, self.of(indicator))) }
                    }
                }
                (self.came_of(outcome))
                p class="row" {
                    a href=(self.address("/progress")) { (say.say("plan-see-progress")) }
                    a href=(self.address("")) { (say.say("plan-whole")) }
                }
            },
        )
    }

    /// What people were told was done about an outcome.
    fn came_of(&self, outcome: &Outcome) -> Markup {
        let say = self.front.words;
        let told: Vec<(&str, &str, &str)> = self.ways.told(&outcome.key).collect();
        html! {
            @if !told.is_empty() {
                section aria-labelledby="came" {
                    h2 id="came" { (say.say("said-title")) }
                    ul { @for (address, entry, asked) in told { li { a href={ (address) "#e-" (entry) } { (say.theirs(asked)) } } } }
                }
            }
        }
    }

    /// How the plan is going.
    pub fn progress(&self) -> Markup {
        let (say, plan) = (self.front.words, &self.version.plan);
        let all = tracks(plan, self.figures, self.today);
        let title = finding(say, &all);
        let mut groups: Vec<(Markup, Option<&str>, &[Indicator])> = plan
            .outcomes
            .iter()
            .map(|outcome| (say.theirs(&outcome.title), Some(outcome.key.as_str()), outcome.indicators.as_slice()))
            .collect();
        groups.push((html! { (say.say("plan-as-whole")) }, None, plan.unused.as_slice()));
        self.render(&title, html! {
            (self.trail(&html! { (say.say("plan-progress")) }))
            h1 { (title) }
            p { (say.say("plan-rule")) }
            (family(say, self.ways))
            (counts(say, &all))
            @for (at, (heading, key, indicators)) in groups.iter().enumerate().filter(|(_, (.., indicators))| !indicators.is_empty()) {
                section aria-labelledby={ "g" (at) } {
                    h2 id={ "g" (at) } { @match key { Some(key) => a href=(self.address(&format!("/{key}"))) { (heading) }, None => (heading) } }
                    @for (place, indicator) in indicators.iter().enumerate() {
                        h3 { (say.theirs(&indicator.title)) }
                        (self.whose(indicator))
                        @if self.of(indicator).is_empty() { (verdict(self.told(), indicator, &[])) }
                        @else { (course(self.told(), &format!("p{at}-{place}"), indicator, self.of(indicator))) }
                    }
                }
            }
            (self.doing())
        })
    }

    fn doing(&self) -> Markup {
        let say = self.front.words;
        let late = self.actions.iter().filter(|action| action.is_overdue(self.today)).count();
        html! {
            section aria-labelledby="actions" {
                h2 id="actions" { (say.say("plan-doing")) @if late > 0 { ": " (say.say_with("plan-late", &[("count", late.into())])) } }
                (action_list(say, self.actions.iter(), self.today))
            }
            @for reply in &self.ways.replies { p { (say.say("plan-replies")) " " a href=(reply.address) { (say.theirs(&reply.title)) } } }
        }
    }
}

/// A published plan in the list of all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedPlan {
    pub title: String,
    pub address: String,
    /// The time it is for, where it says.
    pub time: Option<String>,
    /// Its newest version and the day that was published.
    pub version: i32,
    pub published_on: Date,
    /// It rests on answers that were invented, or is invented itself.
    pub illustrative: bool,
}

/// The plans that are published.
pub fn list(front: Front<'_>, plans: &[ListedPlan]) -> Markup {
    let say = front.words;
    let title = say.say("plan-plans");
    let main = html! {
        h1 { (title) }
        @if plans.is_empty() { p { (say.say("plan-none")) } }
        @for plan in plans {
            section class="card" {
                h2 { a href=(plan.address) { (say.theirs(&plan.title)) } }
                @if plan.illustrative { p class="note" { (say.say("plan-invented")) "." } }
                p {
                    @if let Some(time) = &plan.time { (say.theirs(time)) ". " }
                    (say.say_with("plan-published", &[("number", plan.version.into()), ("day", say.short_day(plan.published_on).into())]))
                }
            }
        }
        p { a href="/you-said" { (say.say("said-title")) } }
        p { a href="/results" { (say.say("foot-results")) } }
        (feeds_at(say, "/plans/feed"))
    };
    frame(front, title, None, main)
}

/// A page about plans.
pub(super) fn frame(front: Front<'_>, title: &str, notice: Option<&str>, main: Markup) -> Markup {
    Page { width: Width::Wide, sheet: Sheet::Officer, notice, ..front.page(title) }.render(main)
}
