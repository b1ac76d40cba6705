//! A version of a plan as it was published, or as it would be, on one page. A version that was published stays, whole,
//! at an address of its own.

use jiff::civil::Date;
use maud::{Markup, html};

use super::Front;
use super::plan::frame;
use super::plan_parts::{action_list, evidence, from_county, published, said, undecided};
use crate::pages::figures::course::{Told, course};
use crate::plan::published::Published;

/// The page.
#[derive(Debug, Clone, Copy)]
pub struct PlanVersion<'a> {
    pub front: Front<'a>,
    pub version: &'a Published,
    /// What it says that the version before does not, in English.
    pub changes: &'a [String],
    /// The newest version's number, where this is published.
    pub newest: Option<i32>,
    /// It rests on answers that were invented, or is invented itself.
    pub illustrative: bool,
}

impl PlanVersion<'_> {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let (say, plan) = (self.front.words, &self.version.plan);
        let number = i32::try_from(self.version.version).unwrap_or(i32::MAX);
        let version = say.say_with("plan-version", &[("number", number.into())]);
        let title = match self.newest {
            Some(_) => format!("{}: {version}", plan.title),
            None => format!("{}: as it would be published", plan.title),
        };
        let notice = match self.newest {
            None => Some("Not published: this is what others are reviewing"),
            Some(newest) if newest > number => Some(say.say("plan-newer")),
            Some(_) => None,
        };
        let main = html! {
            nav class="small trail-of" aria-label=(say.say("plan-where")) {
                @match self.newest {
                    Some(_) => { a href="/plans" { (say.say("plan-plans")) } " / " a href={ "/plans/" (plan.key) } { (say.theirs(&plan.title)) } " / " (version) }
                    None => a href={ "/officer/plans/" (plan.key) "/publish" } { "Back to publishing" },
                }
            }
            h1 { @if self.newest.is_some() { (say.theirs(&plan.title)) ": " (version) } @else { (title) } }
            @if self.illustrative || plan.illustrative { div class="note" { p { (say.say("plan-invented")) "." } } }
            (published(say, self.version))
            (undecided(say, self.version))
            @if !self.changes.is_empty() {
                section aria-labelledby="changes" { h2 id="changes" { (say.say("plan-changed")) } ul { @for change in self.changes { li { (say.theirs(&format!("{change}."))) } } } }
            }
            h2 { (say.say("plan-wants")) }
            p { (say.theirs(&plan.vision)) }
            (self.outcomes())
        };
        frame(self.front, &title, notice, main)
    }

    fn outcomes(&self) -> Markup {
        let (say, plan) = (self.front.words, &self.version.plan);
        let day = self.version.published_on.unwrap_or(Date::MIN);
        let told = Told { say, starts: plan.starts, today: day };
        html! {
            @for (at, outcome) in plan.outcomes.iter().enumerate() {
                section aria-labelledby={ "o" (at) } {
                    h2 id={ "o" (at) } { (at + 1) ". " (say.theirs(&outcome.title)) }
                    (evidence(say, self.version, outcome, None))
                    (said(say, outcome))
                    @let actions = || self.version.actions.iter().filter(|one| one.outcome == outcome.key);
                    @if actions().next().is_some() { h3 { (say.say("plan-will")) } (action_list(say, actions(), day)) }
                    @for (place, indicator) in outcome.indicators.iter().enumerate() {
                        h3 { (say.theirs(&indicator.title)) }
                        (from_county(say, self.version.county_measures(&indicator.key)))
                        (course(told, &format!("v{at}-{place}"), indicator, &self.version.measurements_of(&indicator.key)))
                    }
                }
            }
        }
    }
}
