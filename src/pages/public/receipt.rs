//! See or erase a response by its receipt: the code is typed, the answers are shown, erasing is asked for twice.

use maud::{Markup, html};

use crate::pages::components::errors::{self, Problem};
use crate::pages::respond::check::{self, Row};
use crate::pages::{Corner, Page};

/// The field of the code.
pub const FIELD: &str = "code";
/// The field that says what to do with the response that the code belongs to.
pub const ACT: &str = "act";
/// The values of [`ACT`].
pub const ASK: &str = "ask";
/// Erase it now.
pub const ERASE: &str = "erase";

/// The page where a code is typed.
#[derive(Debug, Clone, Copy)]
pub struct ReceiptForm<'a> {
    pub organisation: &'a str,
    /// What was typed and does not fit a response.
    pub typed: Option<&'a str>,
}

impl ReceiptForm<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let title = "See or erase your answers";
        let problem = self.typed.map(|typed| Problem { field: FIELD, message: message(typed) });
        let described = if problem.is_some() { "hint code-error" } else { "hint" };
        page(title, self.organisation, problem.is_some()).render(html! {
            (errors::summary(problem.as_slice()))
            form method="post" action="/receipt" novalidate {
                h1 { (title) }
                div class=[problem.as_ref().map(|_| "err")] {
                    label for=(FIELD) { "Your code" }
                    p class="hint" id="hint" { "You got it when you sent your answers. It has 26 letters and numbers. Capitals, spaces and dashes do not matter." }
                    @if let Some(problem) = &problem { (errors::message(problem)) }
                    input type="text" id=(FIELD) name=(FIELD) value=[self.typed] autocomplete="off" autocapitalize="characters" spellcheck="false"
                        aria-describedby=(described) aria-invalid=[problem.as_ref().map(|_| "true")];
                }
                div class="row" { button type="submit" class="btn" { "See my answers" } }
            }
            h2 { "If you have lost your code" }
            p { "We do not know which answers are yours, so we cannot find them for you, and nobody else can either." }
        })
    }
}

fn message(typed: &str) -> String {
    match typed.trim().is_empty() {
        true => "Type your code".into(),
        false => {
            "We have no answers with this code. Check it for slips. If you erased them before, they are gone".into()
        }
    }
}

/// A response as its owner sees it, and whether they have asked to erase it.
#[derive(Debug, Clone, Copy)]
pub struct Kept<'a> {
    pub organisation: &'a str,
    /// The consultation's title.
    pub consultation: &'a str,
    /// The day it was sent, in words.
    pub sent: &'a str,
    /// The receipt in groups of four.
    pub receipt: &'a str,
    pub rows: &'a [Row],
    /// Erasing was asked for once; asks whether they are sure.
    pub sure: bool,
}

impl Kept<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let title = if self.sure { "Erase your answers for good?" } else { "Your answers" };
        page(title, self.organisation, false).render(html! {
            a class="back" href="/receipt" { "Back" }
            h1 { (title) }
            p { (self.consultation) ". Sent on " (self.sent) "." }
            @if self.sure {
                div class="note warn" { p { "What you said leaves the database and every count made from now on. This cannot be undone." } }
                div class="row" { (self.button(ERASE, "Yes, erase my answers", "btn")) (self.button("", "No, keep them", "btn two")) }
            }
            dl { @for row in self.rows { div class="ans" { (check::said(row, "Skipped.")) } } }
            @if !self.sure { div class="row" { (self.button(ASK, "Erase my answers", "btn two")) } }
        })
    }

    /// A form of one button, because the code must not stand in an address.
    fn button(&self, act: &str, text: &str, class: &str) -> Markup {
        html! {
            form method="post" action="/receipt" {
                input type="hidden" name=(FIELD) value=(self.receipt);
                button type="submit" class=(class) name=(ACT) value=(act) { (text) }
            }
        }
    }
}

/// Said once a response is gone.
pub fn erased(organisation: &str) -> Markup {
    let title = "Your answers are erased";
    page(title, organisation, false).render(html! {
        div class="say ask" { h1 { (title) } p { "They are gone from the database, and from every count made from now on." } }
        p { a href="/" { "See what is being asked" } }
    })
}

fn page<'a>(title: &'a str, organisation: &'a str, error: bool) -> Page<'a> {
    Page { organisation, error, corner: Corner::Exit, ..Page::titled(title) }
}
