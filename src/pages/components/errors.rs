//! What must be put right: the summary at the top of a page, and the message beside its field.

use maud::{Markup, html};

use crate::pages::Words;

/// One thing to put right, and the identifier of the field where it is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub field: &'static str,
    /// What to do, as a sentence without its full stop.
    pub message: String,
}

/// The summary, which takes the focus as the page opens. Nothing when there is nothing to put right.
pub fn summary(words: Words, problems: &[Problem]) -> Markup {
    if problems.is_empty() {
        return html! {};
    }
    let heading = words.say_with("summary-heading", &[("count", problems.len().into())]);
    html! {
        div class="sum" role="alert" tabindex="-1" autofocus aria-labelledby="summary" {
            // Not a heading: it stands before the page's own.
            p class="big" id="summary" { (heading) }
            ul class="plain" {
                @for problem in problems { li { a href={ "#" (problem.field) } { (problem.message) } } }
            }
        }
    }
}

/// The message beside the field, with the identifier `{field}-error`.
pub fn message(words: Words, problem: &Problem) -> Markup {
    html! {
        p class="msg" id={ (problem.field) "-error" } { span class="sr" { (words.say("error-prefix")) " " } (problem.message) }
    }
}
