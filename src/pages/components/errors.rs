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
    let parts: Vec<(&str, &str)> = problems.iter().map(|one| (one.field, one.message.as_str())).collect();
    summary_of(words, &parts)
}

/// [`summary`] where fields are made as the page is: each field's identifier with what to do.
pub fn summary_of(words: Words, problems: &[(&str, &str)]) -> Markup {
    if problems.is_empty() {
        return html! {};
    }
    let heading = words.say_with("summary-heading", &[("count", problems.len().into())]);
    html! {
        div class="sum" role="alert" tabindex="-1" autofocus aria-labelledby="summary" {
            // Not a heading: it stands before the page's own.
            p class="big" id="summary" { (heading) }
            ul class="plain" {
                @for (field, message) in problems { li { a href={ "#" (field) } { (message) } } }
            }
        }
    }
}

/// The message beside the field, with the identifier `{field}-error`.
pub fn message(words: Words, problem: &Problem) -> Markup {
    message_at(words, problem.field, &problem.message)
}

/// [`message`] for a field whose identifier is made as the page is.
pub fn message_at(words: Words, field: &str, message: &str) -> Markup {
    html! {
        p class="msg" id={ (field) "-error" } { span class="sr" { (words.say("error-prefix")) " " } (message) }
    }
}
