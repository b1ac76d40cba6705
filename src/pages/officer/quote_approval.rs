//! Quotes for reports and publications: an officer reads what is suggested for a theme and says what may be published.

use maud::{Markup, html};

use super::{Desk, Section};
use crate::pages::Words;
use crate::pages::components::errors::{self, Problem};
use crate::pages::figures::quote::{Quote, quote};

/// The field of the quotes that are approved, and that of every quote the page showed.
pub const APPROVE: &str = "approve";
pub const READ: &str = "read";

/// A theme that quotes are chosen for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuotedTheme {
    pub id: i64,
    pub name: String,
    /// How many quotes are approved for it.
    pub approved: usize,
    /// Whether the page is about it.
    pub is_here: bool,
}

/// A quote to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub answer_id: i64,
    /// Tells the words that are shown from any others.
    pub digest: String,
    pub quote: Quote,
    /// Who approved it and when; none where nobody has.
    pub approved: Option<String>,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuoteApproval {
    pub desk: Desk,
    pub themes: Vec<QuotedTheme>,
    /// Approved for this theme, and still what was approved.
    pub approved: Vec<Choice>,
    /// Approved, for any theme, but their answers show other words now.
    pub changed: Vec<Choice>,
    /// By the name of a district.
    pub suggested: Vec<(String, Vec<Choice>)>,
    /// How many are approved in all, where something was just saved.
    pub saved: Option<usize>,
    /// What must be put right.
    pub problem: Option<String>,
}

impl QuoteApproval {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let here = self.themes.iter().find(|theme| theme.is_here);
        let title = if self.problem.is_some() { "Error: Quotes" } else { "Quotes" };
        self.desk.render(title, Section::Publish, html! {
            (self.desk.trail(&[(&self.desk.address("/publish"), "Publish")], "Quotes"))
            @if let Some(message) = &self.problem {
                (errors::summary(Words::english(), &[Problem { field: APPROVE, message: message.clone() }]))
            }
            h1 { "Quotes" }
            @if let Some(saved) = self.saved {
                div class="note" role="status" { p { "Saved. " (many(saved)) " approved in all. "
                    a href=(self.desk.address("/publish")) { "Publish results" } } }
            }
            p {
                "Only quotes that somebody has read and approved are published. Approve one where nobody can be found by it: \
                 think of a neighbour, a classmate, a teacher who reads it. Names and the like are covered, but a machine \
                 misses some."
            }
            p class="small" {
                "Who said it and where stands beside a quote only where enough people share it. If the answer is erased, or \
                 comes to show other words, the quote goes, from what is published too."
            }
            (self.fallen())
            @match here {
                None => p { "There is no theme yet whose figures can be shown, so there is nothing to quote." },
                Some(here) => div class="side" {
                    (self.list())
                    section aria-labelledby="theme" { h2 id="theme" { (here.name) } (self.form(here)) }
                },
            }
        })
    }

    fn list(&self) -> Markup {
        html! {
            nav aria-label="Themes" {
                ul class="frame" {
                    @for theme in &self.themes {
                        li class=[theme.is_here.then_some("now")] {
                            span {}
                            a href={ (self.desk.address("/quotes")) "?theme=" (theme.id) } aria-current=[theme.is_here.then_some("page")] { (theme.name) }
                            @if theme.approved > 0 { span class="small" { (theme.approved) " approved" } } @else { span {} }
                        }
                    }
                }
            }
        }
    }

    fn form(&self, here: &QuotedTheme) -> Markup {
        html! {
            form method="post" action=(self.desk.address("/quotes")) {
                input type="hidden" name="csrf" value=(self.desk.csrf);
                input type="hidden" name="theme" value=(here.id);
                @if !self.approved.is_empty() {
                    fieldset id=(APPROVE) {
                        legend { "Approved. Take the tick away to withdraw one, from what is published too." }
                        @for choice in &self.approved { (tick(choice, true)) }
                    }
                }
                @if self.suggested.is_empty() && self.approved.is_empty() { p { "No answer with this theme has been looked through yet." } }
                @for (at, (place, choices)) in self.suggested.iter().enumerate() {
                    fieldset id=[(self.approved.is_empty() && at == 0).then_some(APPROVE)] {
                        legend { (place) }
                        @for choice in choices { (tick(choice, false)) }
                    }
                }
                div class="row" { button type="submit" class="btn" { "Save" } }
            }
        }
    }

    /// Approvals that rest on other words than there are now.
    fn fallen(&self) -> Markup {
        html! {
            @if !self.changed.is_empty() {
                section class="note warn" aria-labelledby="changed" {
                    h2 id="changed" { "Read these again" }
                    p { "These were approved, but their answers show other words now, so they are not published. Approve them as they are, or leave them." }
                    form method="post" action=(self.desk.address("/quotes")) {
                        input type="hidden" name="csrf" value=(self.desk.csrf);
                        fieldset {
                            legend class="sr" { "Quotes that show other words now" }
                            @for choice in &self.changed { (tick(choice, false)) }
                        }
                        div class="row" { button type="submit" class="btn two" { "Save these" } }
                    }
                }
            }
        }
    }
}

fn tick(choice: &Choice, ticked: bool) -> Markup {
    let id = format!("quote-{}", choice.answer_id);
    html! {
        div class="quoted" {
            (quote(&choice.quote))
            div class="pick" {
                input type="checkbox" id=(id) name=(APPROVE) value=(choice.answer_id) checked[ticked];
                label for=(id) { "May be published" span class="sr" { ": " (crate::pages::figures::quote::words(&choice.quote.pieces)) } }
                @if let Some(approved) = &choice.approved { span class="hint" { (approved) } }
            }
            input type="hidden" name=(READ) value={ (choice.answer_id) ":" (choice.digest) };
        }
    }
}

fn many(quotes: usize) -> String {
    if quotes == 1 { "1 quote is".to_owned() } else { format!("{quotes} quotes are") }
}
