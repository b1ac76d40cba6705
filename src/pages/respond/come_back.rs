//! Where someone who stopped half-way types the code that they were given, and goes on.

use maud::{Markup, html};

use super::later::COME_BACK;
use crate::pages::components::errors::{self, Problem};
use crate::pages::public::Front;
use crate::pages::{Corner, Page, Words};
use crate::survey::Receipt;

/// The field of the code.
pub const FIELD: &str = "code";

/// The page where a place code is typed.
#[derive(Debug, Clone, Copy)]
pub struct ComeBack<'a> {
    pub front: Front<'a>,
    /// What was typed and leads nowhere.
    pub typed: Option<&'a str>,
}

impl ComeBack<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let say = self.front.words;
        let title = say.say("come-back-title");
        let problem = self.typed.map(|typed| Problem { field: FIELD, message: message(say, typed) });
        let described = if problem.is_some() { "hint code-error" } else { "hint" };
        let page = Page { error: problem.is_some(), corner: Corner::Exit, ..self.front.page(title) };
        page.render(html! {
            (errors::summary(say, problem.as_slice()))
            form method="post" action=(COME_BACK) novalidate {
                h1 { (title) }
                div class=[problem.as_ref().map(|_| "err")] {
                    label for=(FIELD) { (say.say("later-code")) }
                    p class="hint" id="hint" { (say.say("come-back-hint")) }
                    @if let Some(problem) = &problem { (errors::message(say, problem)) }
                    input type="text" id=(FIELD) name=(FIELD) value=[self.typed] dir="ltr" autocomplete="off" autocapitalize="characters" spellcheck="false"
                        aria-describedby=(described) aria-invalid=[problem.as_ref().map(|_| "true")];
                }
                div class="row" { button type="submit" class="btn" { (say.say("come-back-go")) } }
            }
            h2 { (say.say("receipt-lost")) }
            p { (say.say("come-back-lost")) }
        })
    }
}

fn message(say: Words, typed: &str) -> String {
    let key = match typed {
        typed if typed.trim().is_empty() => "receipt-missing",
        typed if Receipt::parse(typed).is_some() => "come-back-receipt",
        _ => "come-back-unknown",
    };
    say.say(key).to_owned()
}
