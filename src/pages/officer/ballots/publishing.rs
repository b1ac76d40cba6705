//! The count of a ballot that has closed, before an officer approves it.

use maud::{Markup, html};

use super::address;
use crate::ballot::{Count, explain, explain_result};
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
}

impl Publishing<'_> {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let title = format!("The count: {}", self.title);
        self.desk.render(&title, Section::Ballots, html! {
            nav class="small trail-of" aria-label="Where you are" {
                a href="/officer/ballots" { "Ballots" } " / " a href=(address(self.key, "")) { (self.title) } " / The count"
            }
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
                    p { b { "These places have more votes than people who may vote there. Look into it before you approve:" } }
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
                    div class="row" { button type="submit" class="btn" { "Approve and publish" } }
                }
            } @else { p { b { "Settle them first, then publish." } } }
        })
    }
}
