//! See or erase a response by its receipt: the code is typed, the answers are shown, erasing is asked for twice.

use maud::{Markup, html};

use super::Front;
use crate::pages::components::errors::{self, Problem};
use crate::pages::respond::check::{self, Row};
use crate::pages::{Corner, Page, Words};
use crate::survey::DraftToken;

/// The field of the code.
pub const FIELD: &str = "code";
/// The field that says what to do with the response that the code belongs to.
pub const ACT: &str = "act";
/// The values of [`ACT`].
pub const ASK: &str = "ask";
/// Change it: a draft of its answers is made.
pub const CHANGE: &str = "change";
/// Erase it now.
pub const ERASE: &str = "erase";

/// The page where a code is typed.
#[derive(Debug, Clone, Copy)]
pub struct ReceiptForm<'a> {
    pub front: Front<'a>,
    /// What was typed and does not fit a response.
    pub typed: Option<&'a str>,
}

impl ReceiptForm<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let say = self.front.words;
        let title = say.say("receipt-title");
        let problem = self.typed.map(|typed| Problem { field: FIELD, message: message(say, typed) });
        let described = if problem.is_some() { "hint code-error" } else { "hint" };
        page(self.front, title, problem.is_some()).render(html! {
            (errors::summary(say, problem.as_slice()))
            form method="post" action="/receipt" novalidate {
                h1 { (title) }
                div class=[problem.as_ref().map(|_| "err")] {
                    label for=(FIELD) { (say.say("receipt-code")) }
                    p class="hint" id="hint" { (say.say("receipt-hint")) }
                    @if let Some(problem) = &problem { (errors::message(say, problem)) }
                    input type="text" id=(FIELD) name=(FIELD) value=[self.typed] dir="ltr" autocomplete="off" autocapitalize="characters" spellcheck="false"
                        aria-describedby=(described) aria-invalid=[problem.as_ref().map(|_| "true")];
                }
                div class="row" { button type="submit" class="btn" { (say.say("receipt-see")) } }
            }
            h2 { (say.say("receipt-lost")) }
            p { (say.say("receipt-lost-words")) }
        })
    }
}

fn message(say: Words, typed: &str) -> String {
    let key = match typed {
        typed if typed.trim().is_empty() => "receipt-missing",
        typed if DraftToken::from_place_code(typed).is_some() => "receipt-place",
        _ => "receipt-unknown",
    };
    say.say(key).into()
}

/// A response as its owner sees it, and whether they have asked to erase it.
#[derive(Debug, Clone, Copy)]
pub struct Kept<'a> {
    pub front: Front<'a>,
    /// The consultation's title.
    pub consultation: &'a str,
    /// The day it was sent, in words.
    pub sent: &'a str,
    /// The receipt in groups of four.
    pub receipt: &'a str,
    pub rows: &'a [Row],
    /// Who they answered as, where the survey still says.
    pub who: Option<&'a str>,
    /// The last day that it can be changed, in words, while it can.
    pub change_until: Option<&'a str>,
    /// Erasing was asked for once; asks whether they are sure.
    pub sure: bool,
}

impl Kept<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let say = self.front.words;
        let title = say.say(if self.sure { "kept-sure" } else { "kept-title" });
        page(self.front, title, false).render(html! {
            a class="back" href="/receipt" { (say.say("back")) }
            h1 { (title) }
            p { (self.consultation) ". " (say.say_with("kept-sent", &[("day", self.sent.into())])) }
            @if self.sure {
                div class="note warn" { p { (say.say("kept-warning")) } }
                div class="row" { (self.button(ERASE, say.say("kept-yes"), "btn")) (self.button("", say.say("kept-no"), "btn two")) }
            }
            dl {
                @if let Some(who) = self.who { div class="ans" { dt { (say.say("check-who")) } dd { (who) } } }
                @for row in self.rows { div class="ans" { (check::said(row, say.say("kept-skipped"))) } } }
            @if !self.sure {
                @if let Some(day) = self.change_until { p { (say.say_with("kept-until", &[("day", day.into())])) } }
                div class="row" {
                    @if self.change_until.is_some() { (self.button(CHANGE, say.say("kept-change"), "btn")) }
                    (self.button(ASK, say.say("kept-erase"), "btn two"))
                }
            }
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
pub fn erased(front: Front<'_>) -> Markup {
    let say = front.words;
    let title = say.say("erased-title");
    page(front, title, false).render(html! {
        div class="say ask" { h1 { (title) } p { (say.say("erased-words")) } }
        p { a href="/" { (say.say("see-asked")) } }
    })
}

fn page<'a>(front: Front<'a>, title: &'a str, error: bool) -> Page<'a> {
    Page { error, corner: Corner::Exit, ..front.page(title) }
}
