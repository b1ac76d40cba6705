//! Where the code of a group or a place is typed.

use maud::{Markup, html};

use super::Front;
use crate::pages::components::errors::{self, Problem};
use crate::pages::{Corner, Page};

/// The field of the code, which stands in the address: it is no secret, and a QR code leads there.
pub const FIELD: &str = "code";

/// The page where a code is typed.
#[derive(Debug, Clone, Copy)]
pub struct Join<'a> {
    pub front: Front<'a>,
    /// What was typed and is no code that works.
    pub typed: Option<&'a str>,
}

impl Join<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let say = self.front.words;
        let title = say.say("join-title");
        let message = |typed: &str| match typed.trim().is_empty() {
            true => say.say("receipt-missing").to_owned(),
            false => say.say("join-unknown").to_owned(),
        };
        let problem = self.typed.map(|typed| Problem { field: FIELD, message: message(typed) });
        let described = if problem.is_some() { "hint code-error" } else { "hint" };
        let page = Page { error: problem.is_some(), corner: Corner::Exit, ..self.front.page(title) };
        page.render(html! {
            a class="back" href="/" { (say.say("back")) }
            (errors::summary(say, problem.as_slice()))
            form method="get" action="/join" novalidate {
                h1 { label for=(FIELD) { (title) } }
                div class=[problem.as_ref().map(|_| "err")] {
                    p class="hint" id="hint" { (say.say("join-hint")) }
                    @if let Some(problem) = &problem { (errors::message(say, problem)) }
                    input type="text" id=(FIELD) name=(FIELD) value=[self.typed] class="typed" dir="ltr" autocomplete="off"
                        autocapitalize="characters" spellcheck="false" aria-describedby=(described)
                        aria-invalid=[problem.as_ref().map(|_| "true")];
                }
                div class="row" { button type="submit" class="btn" { (say.say("continue")) } }
            }
        })
    }
}
