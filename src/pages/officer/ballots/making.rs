//! Making a ballot: from nothing, or from what young people propose.

use jiff::civil::Date;
use maud::{Markup, html};

use crate::pages::ballot::making::{BallotFields, ThemesOnOffer, summary};
use crate::pages::components::errors::Problem;
use crate::pages::components::typed::Typed;
use crate::pages::officer::{Desk, Section};

/// The field of what an officer says to whoever proposed a ballot.
pub const REMARK: &str = "remark";

/// The proposal that a ballot is made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposed {
    /// In addresses.
    pub id: String,
    pub title: String,
    pub by: String,
    pub on: Date,
    /// What in it looks as if somebody could be found by it, in words.
    pub personal: Vec<String>,
}

/// The page.
#[derive(Debug, Clone)]
pub struct Making {
    pub desk: Desk,
    /// Key and title of every consultation with a code frame.
    pub consultations: Vec<(String, String)>,
    /// The one whose themes are offered.
    pub from: String,
    pub themes: ThemesOnOffer,
    /// What stands in the fields.
    pub typed: Vec<(String, String)>,
    pub problems: Vec<Problem>,
    pub proposed: Option<Proposed>,
}

impl Making {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let heading = match &self.proposed {
            Some(proposed) => format!("Proposed: {}", proposed.title),
            None => "Make a ballot".to_owned(),
        };
        let title = if self.problems.is_empty() { heading.clone() } else { format!("Error: {heading}") };
        let fields = BallotFields {
            consultations: &self.consultations,
            from: &self.from,
            themes: &self.themes,
            typed: &self.typed,
            problems: &self.problems,
            officer: true,
        };
        self.desk.render(&title, Section::Ballots, html! {
            nav class="small trail-of" aria-label="Where you are" { a href="/officer/ballots" { "Ballots" } " / " (heading) }
            (summary(&self.problems))
            h1 { (heading) }
            @if let Some(proposed) = &self.proposed { (from_whom(proposed)) }
            p { "Everything here is published at once, so that everybody can read the method before the first vote. Until it opens you can \
                 replace it by making it again under the same short name; after that nothing changes." }
            form method="post" action="/officer/ballots/new" novalidate {
                input type="hidden" name="csrf" value=(self.desk.csrf);
                @if let Some(proposed) = &self.proposed { input type="hidden" name="proposal" value=(proposed.id); }
                (fields.render())
                div class="row" { button type="submit" class="btn" name="do" value="publish" { "Publish the ballot" } }
            }
            @if let Some(proposed) = &self.proposed { (self.send_back(proposed)) }
        })
    }

    fn send_back(&self, proposed: &Proposed) -> Markup {
        html! {
            section aria-labelledby="back" {
                h2 id="back" { "Or send it back" }
                form method="post" action={ "/officer/ballots/proposals/" (proposed.id) } novalidate {
                    input type="hidden" name="csrf" value=(self.desk.csrf);
                    div class="fields" {
                        (Typed::new(REMARK, "What should change", "").hint("Whoever proposed it reads this and can change it.").with(&self.problems).area(3))
                    }
                    div class="row" { button type="submit" class="btn two" { "Send it back" } }
                }
            }
        }
    }
}

fn from_whom(proposed: &Proposed) -> Markup {
    html! {
        div class="note" {
            p { b { "Young people propose this." } " Written by " (proposed.by) " on " (proposed.on.strftime("%-d %B %Y").to_string())
                ". Change what must be and publish it, or send it back at the foot of this page. Nobody else sees it before." }
        }
        @if !proposed.personal.is_empty() {
            div class="note warn" {
                p { b { "Could somebody be found by this?" } }
                ul { @for found in &proposed.personal { li { (found) } } }
            }
        }
    }
}
