//! What must be put right: the summary at the top of a page, and the message beside its field.

use maud::{Markup, html};

/// One thing to put right, and the identifier of the field where it is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub field: &'static str,
    /// What to do, as a sentence without its full stop.
    pub message: String,
}

/// The summary, which takes the focus as the page opens. Nothing when there is nothing to put right.
pub fn summary(problems: &[Problem]) -> Markup {
    let heading = match problems.len() {
        0 => return html! {},
        1 => "One thing to change".to_owned(),
        count => format!("{count} things to change"),
    };
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
pub fn message(problem: &Problem) -> Markup {
    html! {
        p class="msg" id={ (problem.field) "-error" } { span class="sr" { "Error: " } (problem.message) }
    }
}
