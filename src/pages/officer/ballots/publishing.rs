//! The count of a ballot that has closed, before an officer approves it. While a tally waits to be settled no count is
//! shown: whoever saw who wins could settle it to suit them.

use maud::{Markup, html};

use super::address;
use crate::ballot::{Count, explain, explain_result};
use crate::pages::Words;
use crate::pages::components::errors::{self, Problem};
use crate::pages::figures::numbers::grouped;
use crate::pages::officer::{Desk, Section};

/// The page.
#[derive(Debug, Clone)]
pub struct Publishing<'a> {
    pub desk: Desk,
    pub key: &'a str,
    pub title: &'a str,
    /// Nothing while a tally waits to be settled.
    pub counted: Option<Counted<'a>>,
    pub received: u64,
    /// Places whose tally was begun and is not agreed, by identifier and name.
    pub open: &'a [(i64, String)],
    /// Places that have more papers than people who may vote there.
    pub beyond_roll: &'a [String],
    pub published: bool,
    /// What was typed as why, by field.
    pub typed: &'a [(&'static str, String)],
    pub problems: &'a [Problem],
}

/// A count that may be shown.
#[derive(Debug, Clone, Copy)]
pub struct Counted<'a> {
    pub count: &'a Count,
    pub names: &'a [String],
    pub valid: u64,
}

/// The field of why a result is published with more papers than people who may vote at a place.
pub const WHY: &str = "why";
/// The field of why tallies that are not settled are left out of a count.
pub const LEFT_OUT: &str = "left-out";
/// The most characters of either.
pub const LONGEST_WHY: usize = 500;

impl Publishing<'_> {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let error = if self.problems.is_empty() { "" } else { "Error: " };
        let title = format!("{error}The count: {}", self.title);
        self.desk.render(&title, Section::Ballots, html! {
            nav class="small trail-of" aria-label="Where you are" {
                a href="/officer/ballots" { "Ballots" } " / " a href=(address(self.key, "")) { (self.title) } " / The count"
            }
            (errors::summary(Words::english(), self.problems))
            @if let Some(counted) = &self.counted {
                h1 { (explain_result(counted.count, counted.names)) }
                p { (self.received) " papers came in, and " (counted.valid) " of them count." }
            } @else {
                h1 { "The count waits for votes on paper" }
                p { (self.received) " papers came in so far. The count is shown to nobody until every tally that was begun is settled: \
                     whoever knows who wins should not decide which sheet is right." }
            }
            (self.warnings())
            @if let Some(counted) = &self.counted { (rounds(counted)) }
            @if self.published { p { "Published. " a href={ "/b/" (self.key) "/result" } { "See it as everybody does" } } }
            @else { (self.form()) }
        })
    }

    fn warnings(&self) -> Markup {
        html! {
            @if !self.open.is_empty() && !self.published {
                div class="note warn" role="status" {
                    p { b { "These places have a tally that is not settled, and it is not in the count. Settle them first:" } }
                    ul { @for (id, place) in self.open { li { a href=(address(self.key, &format!("#place-{id}"))) { (place) } } } }
                }
            }
            @if !self.beyond_roll.is_empty() && !self.published {
                div class="note warn" role="status" {
                    p { b { "These places have more votes than people who may vote there. Count their papers again, or say why it is right, before you approve:" } }
                    ul { @for place in self.beyond_roll { li { (place) } } }
                }
            }
        }
    }

    fn form(&self) -> Markup {
        let waits = !self.open.is_empty();
        html! {
            @if waits { h2 { "Or leave them out" } }
            p { @if waits { "You can publish without them, with a reason. The count is shown once it is published, not before. " }
                "Once published, the result, the file of the count and the turnout stay as they are for good." }
            form method="post" action=(address(self.key, "/publish")) novalidate {
                input type="hidden" name="csrf" value=(self.desk.csrf);
                @if waits { (self.why(LEFT_OUT, "Why these votes on paper are left out of the count")) }
                @if !self.beyond_roll.is_empty() {
                    (self.why(WHY, "Why the result is right although more papers came than people who may vote there"))
                }
                div class="row" { button type="submit" class={ "btn" @if waits { " two" } } {
                    @if waits { "Publish without " (grouped(self.open.len() as u64)) @if self.open.len() == 1 { " place" } @else { " places" } }
                    @else { "Approve and publish" }
                } }
            }
        }
    }

    /// What an officer says who publishes although something is out of the ordinary.
    fn why(&self, field: &str, label: &str) -> Markup {
        let typed = self.typed.iter().find(|(name, _)| *name == field).map_or("", |(_, typed)| typed.as_str());
        let problem = self.problems.iter().find(|problem| problem.field == field);
        let hint = format!("{field}-hint");
        let described = if problem.is_some() { format!("{hint} {field}-error") } else { hint.clone() };
        html! {
            div class={ "fields" @if problem.is_some() { " err" } } {
                label for=(field) { (label) }
                p class="hint" id=(hint) { "Everybody reads this with the result, in these words. Name no young person." }
                @if let Some(problem) = problem { (errors::message(Words::english(), problem)) }
                textarea id=(field) name=(field) rows="3" dir="auto" autocomplete="off" maxlength=(LONGEST_WHY)
                    aria-describedby=(described) aria-invalid=[problem.map(|_| "true")] { "\n" (typed) }
            }
        }
    }
}

fn rounds(counted: &Counted<'_>) -> Markup {
    html! {
        @for (number, sentences) in (1..).zip(explain(counted.count, counted.names)) {
            section class="card" {
                h2 { "Round " (number) }
                ul { @for sentence in sentences { li { (sentence) } } }
            }
        }
    }
}
