//! The count of a ballot that has closed, before an officer approves it.

use maud::{Markup, html};

use super::address;
use crate::ballot::{Count, explain, explain_result};
use crate::pages::Words;
use crate::pages::components::errors::{self, Problem};
use crate::pages::officer::{Desk, Section};

/// The page.
#[derive(Debug, Clone)]
pub struct Publishing<'a> {
    pub desk: Desk,
    pub key: &'a str,
    pub title: &'a str,
    pub count: &'a Count,
    pub names: &'a [String],
    pub received: u64,
    pub valid: u64,
    /// Places whose tally was begun and is not agreed.
    pub open: &'a [String],
    /// Places that have more papers than people who may vote there.
    pub beyond_roll: &'a [String],
    pub published: bool,
    /// What was typed as why it is published all the same, and cannot be taken, and why not.
    pub refused: Option<(String, String)>,
}

/// The field of why a result is published with more papers than people who may vote at a place.
pub const WHY: &str = "why";
/// The most characters of that.
pub const LONGEST_WHY: usize = 500;

impl Publishing<'_> {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let problem = self.refused.as_ref().map(|(_, message)| Problem { field: WHY, message: message.clone() });
        let error = if problem.is_some() { "Error: " } else { "" };
        let title = format!("{error}The count: {}", self.title);
        self.desk.render(&title, Section::Ballots, html! {
            nav class="small trail-of" aria-label="Where you are" {
                a href="/officer/ballots" { "Ballots" } " / " a href=(address(self.key, "")) { (self.title) } " / The count"
            }
            (errors::summary(Words::english(), problem.as_slice()))
            h1 { (explain_result(self.count, self.names)) }
            p { (self.received) " papers came in, and " (self.valid) " of them count." }
            @if !self.open.is_empty() {
                div class="note warn" role="status" {
                    p { b { "These places have a tally that is not settled, and it is not in the count:" } }
                    ul { @for place in self.open { li { (place) } } }
                }
            }
            @if !self.beyond_roll.is_empty() {
                div class="note warn" role="status" {
                    p { b { "These places have more votes than people who may vote there. Count their papers again, or put right how many may vote there, before you approve:" } }
                    ul { @for place in self.beyond_roll { li { (place) } } }
                }
            }
            @for (number, sentences) in (1..).zip(explain(self.count, self.names)) {
                section class="card" {
                    h2 { "Round " (number) }
                    ul { @for sentence in sentences { li { (sentence) } } }
                }
            }
            @if self.published { p { "Published. " a href={ "/b/" (self.key) "/result" } { "See it as everybody does" } } }
            @else if self.open.is_empty() {
                p { "Once published, the result, the file of the count and the turnout stay as they are for good." }
                form method="post" action=(address(self.key, "/publish")) {
                    input type="hidden" name="csrf" value=(self.desk.csrf);
                    @if !self.beyond_roll.is_empty() { (self.why(problem.as_ref())) }
                    div class="row" { button type="submit" class="btn" { "Approve and publish" } }
                }
            } @else { p { b { "Settle them first, then publish." } } }
        })
    }

    /// What an officer says who publishes with more papers than people who may vote at a place.
    fn why(&self, problem: Option<&Problem>) -> Markup {
        let typed = self.refused.as_ref().map(|(typed, _)| typed.as_str()).unwrap_or_default();
        let described = if problem.is_some() { "why-hint why-error" } else { "why-hint" };
        html! {
            div class={ "fields" @if problem.is_some() { " err" } } {
                label for=(WHY) { "Why the result is right although more papers came than people who may vote there" }
                p class="hint" id="why-hint" { "Everybody reads this with the result, in these words. Name no young person." }
                @if let Some(problem) = problem { (errors::message(Words::english(), problem)) }
                textarea id=(WHY) name=(WHY) rows="3" dir="auto" autocomplete="off" maxlength=(LONGEST_WHY)
                    aria-describedby=(described) aria-invalid=[problem.map(|_| "true")] { "\n" (typed) }
            }
        }
    }
}
