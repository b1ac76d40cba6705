//! Settling a tally that two people typed differently: field by field, with the paper sheet in hand.

use maud::{Markup, html};

use super::address;
use crate::ballot::{Ballot, SheetDifference};
use crate::pages::Words;
use crate::pages::ballot::tally::label;
use crate::pages::components::errors::{self, Problem};
use crate::pages::officer::{Desk, Section};

/// The identifier of the first field.
pub const FIRST: &str = "settled-1";

/// The page.
#[derive(Debug, Clone)]
pub struct Settling<'a> {
    pub desk: Desk,
    pub ballot: &'a Ballot,
    pub title: &'a str,
    pub place: &'a str,
    pub id: i64,
    pub differences: &'a [SheetDifference],
    /// What was typed for each, as it came.
    pub typed: &'a [String],
    pub problems: &'a [String],
}

impl Settling<'_> {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let problems: Vec<Problem> =
            self.problems.iter().map(|message| Problem { field: FIRST, message: message.clone() }).collect();
        let key = &self.ballot.key;
        let title = format!("Settle the votes on paper of {}", self.place);
        self.desk.render(&title, Section::Ballots, html! {
            nav class="small trail-of" aria-label="Where you are" {
                a href="/officer/ballots" { "Ballots" } " / " a href=(address(key, "")) { (self.title) } " / " (self.place)
            }
            (errors::summary(Words::english(), &problems))
            h1 { (title) }
            @if self.differences.is_empty() { p { "Both people typed the same. There is nothing to settle." } } @else {
                p { "The two people typed different numbers here. Look at the paper sheet, or count these papers again, and write what is right." }
                form method="post" action=(address(key, &format!("/places/{}/settle", self.id))) novalidate {
                    input type="hidden" name="csrf" value=(self.desk.csrf);
                    @for problem in &problems { (errors::message(Words::english(), problem)) }
                    table class="stack" role="table" {
                        thead role="rowgroup" { tr role="row" {
                            @for heading in ["Field", "First person", "Second person", "What is right"] { th scope="col" role="columnheader" { (heading) } }
                        } }
                        tbody role="rowgroup" {
                            @for (at, difference) in self.differences.iter().enumerate() {
                                @let id = format!("settled-{}", at + 1);
                                tr role="row" {
                                    th scope="row" role="rowheader" { label for=(id) { (label(self.ballot, &difference.field)) } }
                                    td role="cell" data-k="First person" { (difference.first) }
                                    td role="cell" data-k="Second person" { (difference.second) }
                                    td role="cell" data-k="What is right" {
                                        input class="short" type="text" inputmode="numeric" id=(id) name=(id) maxlength="9" autocomplete="off"
                                            value=(self.typed.get(at).map(String::as_str).unwrap_or_default());
                                    }
                                }
                            }
                        }
                    }
                    div class="row" { button type="submit" class="btn" { "Settle and count" } }
                }
            }
        })
    }
}
