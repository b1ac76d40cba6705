//! Publishing results: what would go out, whether it may, and the statement that goes with it.

use maud::{Markup, html};

use super::{Desk, Section};
use crate::breakdown::Policy;
use crate::pages::components::errors::{self, Problem};
use crate::pages::district_report::{in_short, parts};
use crate::pages::figures::hidden::explained;
use crate::pages::{Sheet, Words};
use crate::report::district::DistrictReport;

/// The fields.
pub const ABOUT: &str = "about";
pub const UNDECIDED: &str = "undecided";
pub const INTERIM: &str = "interim";
pub const CORRECTS: &str = "corrects";
pub const CORRECTION: &str = "correction";
/// Which results were looked at.
pub const DIGEST: &str = "digest";

/// An earlier publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    pub number: u32,
    pub address: String,
    /// `26 November 2026 by officer`.
    pub when: String,
    pub corrects: Option<u32>,
    pub interim: bool,
}

/// What would go out for one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Where all of it can be looked at.
    pub address: String,
    pub name: String,
    pub headline: String,
    /// Figures that are shown and that are kept private.
    pub shown: usize,
    pub hidden: usize,
    pub quotes: usize,
}

/// Whether results may go out, in words for the officer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum May {
    Publish,
    /// Only to correct the last publication.
    Correct,
    /// Not, with why as sentences, and the groups that changed by too few.
    Not {
        why: Vec<String>,
        groups: Vec<String>,
    },
}

/// What was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typed {
    pub about: String,
    pub undecided: String,
    pub interim: bool,
    pub corrects: bool,
    pub correction: String,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publish {
    pub desk: Desk,
    pub earlier: Vec<Earlier>,
    pub places: Vec<Place>,
    /// Each approved quote, with its theme and who said it as far as may be told.
    pub quotes: Vec<(String, String, String)>,
    pub may: May,
    /// When it closes, where answers are still taken.
    pub open_until: Option<String>,
    /// No address is set that people can type, so files cannot say where they are from.
    pub unset_address: bool,
    pub digest: String,
    pub typed: Typed,
    pub problems: Vec<Problem>,
    pub policy: Policy,
}

impl Publish {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let title = if self.problems.is_empty() { "Publish results" } else { "Error: Publish results" };
        self.desk.render(title, Section::Publish, html! {
            (self.desk.trail(&[], "Publish"))
            (errors::summary(Words::english(), &self.problems))
            h1 { "Publish results" }
            p { "What you publish gets an address that stays, and never changes. To put something right you publish again and say what was wrong; the old page then says that it was corrected." }
            @if self.unset_address {
                div class="note warn" { p {
                    "Nobody has told Heard which address people type to come to this website, so reports cannot say where they stand. \
                     Ask whoever runs the website to enter its address before you publish. You can publish without it; \
                     what is printed then names no address."
                } }
            }
            (self.earlier())
            (self.goes_out())
            (self.chosen())
            section aria-labelledby="go" {
                h2 id="go" { "Publish" }
                @match &self.may {
                    May::Not { why, groups } => (refused(why, groups)),
                    May::Publish | May::Correct => (self.form()),
                }
            }
        })
    }

    fn earlier(&self) -> Markup {
        html! {
            @if !self.earlier.is_empty() {
                section aria-labelledby="earlier" {
                    h2 id="earlier" { "Published so far" }
                    ul {
                        @for one in &self.earlier {
                            li {
                                a href=(one.address) { "Publication " (one.number) } ", " (one.when)
                                @if one.interim { ", interim" }
                                @if let Some(number) = one.corrects { ", corrects publication " (number) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn goes_out(&self) -> Markup {
        html! {
            section aria-labelledby="out" {
                h2 id="out" { "What will go out" }
                table class="stack" role="table" {
                    caption { "Open a place to see everything that its page, its PDFs and its data will say." }
                    thead role="rowgroup" { tr role="row" {
                        th scope="col" role="columnheader" { "Place" }
                        th scope="col" role="columnheader" { "In short" }
                        @for heading in ["Figures", "Kept private", "Quotes"] { th scope="col" role="columnheader" class="num" { (heading) } }
                    } }
                    tbody role="rowgroup" {
                        @for place in &self.places {
                            tr role="row" {
                                th scope="row" role="rowheader" { a href=(place.address) { (place.name) } }
                                td role="cell" { (place.headline) }
                                td class="num" role="cell" data-k="Figures" { (place.shown) }
                                td class="num" role="cell" data-k="Kept private" { (place.hidden) }
                                td class="num" role="cell" data-k="Quotes" { (place.quotes) }
                            }
                        }
                    }
                }
                (explained(self.policy))
            }
        }
    }

    fn chosen(&self) -> Markup {
        html! {
            section aria-labelledby="quotes" {
                h2 id="quotes" { "Quotes" }
                @if self.quotes.is_empty() { p { "None is approved, so none will go out." } }
                @else {
                    details {
                        summary { (self.quotes.len()) @if self.quotes.len() == 1 { " quote" } @else { " quotes" } " will go out" }
                        ul { @for (words, theme, who) in &self.quotes { li { span dir="auto" { "“" (words) "”" } br; span class="small" { (who) " · " (theme) } } } }
                    }
                }
                p { a class="btn two tiny" href=(self.desk.address("/quotes")) { "Choose quotes" } }
            }
        }
    }

    fn form(&self) -> Markup {
        html! {
            div class="edit" { form method="post" action=(self.desk.address("/publish")) novalidate {
                input type="hidden" name="csrf" value=(self.desk.csrf);
                input type="hidden" name=(DIGEST) value=(self.digest);
                (self.area(ABOUT, "What this is", "For whoever comes to it first: who was asked, about what, why.", &self.typed.about))
                (self.area(UNDECIDED, "What is not decided yet", "What people can still change, and when it will be decided.", &self.typed.undecided))
                @if self.may == May::Correct {
                    p { "Every number is the same as in the last publication. You can publish only to correct its words or its quotes." }
                }
                @if let Some(last) = self.earlier.first() { (self.corrects(last)) }
                @if let Some(until) = &self.open_until { (self.interim(until)) }
                div class="row" { button type="submit" class="btn" { "Publish for everyone" } }
            } }
        }
    }

    fn corrects(&self, last: &Earlier) -> Markup {
        let problem = self.problem(CORRECTS);
        html! {
            fieldset class=[problem.map(|_| "err")] {
                legend { "Does it correct something?" }
                @if let Some(problem) = problem { (errors::message(Words::english(), problem)) }
                div class="pick" {
                    input type="checkbox" id=(CORRECTS) name=(CORRECTS) value="yes" checked[self.typed.corrects]
                        aria-describedby=[problem.map(|_| "corrects-error")];
                    label for=(CORRECTS) { "Publication " (last.number) " was wrong and this corrects it" }
                }
                (self.area(CORRECTION, "What was wrong (if it corrects something)", "One or two sentences that anybody understands.", &self.typed.correction))
            }
        }
    }

    fn interim(&self, until: &str) -> Markup {
        let problem = self.problem(INTERIM);
        html! {
            fieldset class=[problem.map(|_| "err")] {
                legend { "Answers are still coming in" }
                p class="hint" id="interim-hint" { "Open until " (until) ". Every page and file will say that the figures are interim. New ones can follow only once enough more people have answered." }
                @if let Some(problem) = problem { (errors::message(Words::english(), problem)) }
                div class="pick" {
                    input type="checkbox" id=(INTERIM) name=(INTERIM) value="yes" checked[self.typed.interim] aria-describedby=(if problem.is_some() { "interim-hint interim-error" } else { "interim-hint" });
                    label for=(INTERIM) { "Publish interim figures all the same" }
                }
            }
        }
    }

    fn area(&self, name: &'static str, label: &str, hint: &str, typed: &str) -> Markup {
        let problem = self.problem(name);
        let described = if problem.is_some() { format!("{name}-hint {name}-error") } else { format!("{name}-hint") };
        html! {
            div class=[problem.map(|_| "err")] {
                label for=(name) { (label) }
                p class="hint" id={ (name) "-hint" } { (hint) }
                @if let Some(problem) = problem { (errors::message(Words::english(), problem)) }
                textarea id=(name) name=(name) rows="3" aria-describedby=(described) aria-invalid=[problem.map(|_| "true")] { "\n" (typed) }
            }
        }
    }

    fn problem(&self, field: &str) -> Option<&Problem> {
        self.problems.iter().find(|problem| problem.field == field)
    }
}

fn refused(why: &[String], groups: &[String]) -> Markup {
    html! {
        div class="note warn" {
            @for said in why { p { (said) } }
            @if !groups.is_empty() {
                details {
                    summary { "Where too few have changed (" (groups.len()) ")" }
                    ul { @for group in groups { li { (group) } } }
                }
            }
        }
    }
}

/// What would go out for one place, whole.
pub fn preview(desk: &Desk, report: &DistrictReport<'_>) -> Markup {
    let title = report.title();
    desk.render_with(
        Sheet::Results,
        &title,
        Section::Publish,
        html! {
            (desk.trail(&[(&desk.address("/publish"), "Publish")], report.place()))
            p class="small" { "What will go out. Nothing of it is published yet." }
            h1 { (title) }
            @if let Some(notice) = report.notice() { p class="note" { b { (notice) } } }
            (in_short(report))
            (parts(report))
        },
    )
}
