//! What is to be put right before a survey can be published, how hard each edition is to read, and publishing.

use maud::{Markup, html};

use super::{Place, Tab};
use crate::finding::{Finding, Severity};
use crate::text::reading_age::EditionAge;

/// The page.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    pub place: Place,
    pub findings: Vec<Finding>,
    /// What cannot change any more, or is worth a look, because people are answering already.
    pub changes: Vec<Finding>,
    pub editions: Vec<EditionAge>,
    /// Publishing was asked for and refused.
    pub refused: bool,
}

impl Check {
    /// Whether nothing keeps it from being published.
    pub fn may_publish(&self) -> bool {
        self.findings.iter().chain(&self.changes).all(|finding| finding.severity == Severity::Warning)
    }

    /// The whole document.
    pub fn render(&self) -> Markup {
        let place = &self.place;
        place.render(
            if self.refused { "Error: Check and publish" } else { "Check and publish" },
            Tab::Check,
            html! {
                @if self.refused {
                    p class="sum" role="alert" {
                        b { "Not published." } " "
                        a href=(if self.findings.is_empty() { "#changes" } else { "#found" }) { "Put right what is marked below first" }
                    }
                }
                @if self.findings.is_empty() { p { "Nothing was found that is missing or does not fit." } }
                @else { h2 id="found" { "Found" } (place.findings(&self.findings)) }
                @if !self.changes.is_empty() {
                    h2 id="changes" { "Changes after opening" }
                    p { "Answers before and after are counted together, so these cannot be published while people compare them." }
                    (place.findings(&self.changes))
                }
                (self.publish())
                (self.ages())
            },
        )
    }

    fn publish(&self) -> Markup {
        let place = &self.place;
        html! {
            section class="card" aria-labelledby="publish" {
                h2 id="publish" { "Publish" }
                @if place.read_only { p { "A survey that is part of Heard is published already." } }
                @else if !place.is_draft { p { "What is here is what people see. There is nothing to publish." } }
                @else if !self.may_publish() { p { "It can be published once everything marked " b { "To put right" } " has been." } }
                @else {
                    p { "From then on people see it on its days, and it is kept as a version. Have you looked at its preview in every language?" }
                    p class="small" { "If several servers serve this database, start the others again afterwards." }
                    form method="post" action=(place.href("/publish")) {
                        (place.csrf())
                        button type="submit" class="btn" { "Publish" }
                    }
                }
            }
        }
    }

    fn ages(&self) -> Markup {
        if self.editions.is_empty() {
            return html! {};
        }
        html! {
            table class="stack" {
                caption { "Reading age of each edition, in years: the age at which somebody who reads as most do can read it. Formulas are for English." }
                thead { tr { th scope="col" { "Edition" } th scope="col" class="num" { "Aimed at" } th scope="col" class="num" { "Reading age" } th scope="col" class="num" { "Words" } } }
                tbody {
                    @for edition in &self.editions {
                        tr {
                            th scope="row" { (edition.name) }
                            td class="num" data-k="Aimed at" { (edition.target) }
                            @if let Some(measured) = &edition.measured {
                                @let above = measured.reading_age > f64::from(edition.target);
                                td class="num" data-k="Reading age" { (format!("{:.1}", measured.reading_age)) @if above { " " span class="tag late" { "above" } } }
                                td class="num" data-k="Words" { (measured.words) }
                            } @else { td class="num" data-k="Reading age" { "not measured" } td class="num" {} }
                        }
                    }
                }
            }
        }
    }
}
