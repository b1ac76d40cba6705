//! A question answered by picking one of several: a fieldset whose legend is the page's heading.

use maud::{Markup, html};

use super::errors::{self, Problem};
use super::mark;
use crate::pages::Words;

/// One thing to pick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub hint: Option<String>,
    /// The perspective whose mark stands before the label.
    pub mark: Option<String>,
    /// Set apart below the others, as "I'm not sure" is.
    pub apart: bool,
}

impl Choice {
    /// A thing to pick with nothing but its words.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), hint: None, mark: None, apart: false }
    }
}

/// The fieldset: heading, hint, message, and the choices as radio buttons called `name`.
///
/// The first button's identifier is `name`, so that the summary's link leads to it.
pub fn choices(
    words: Words,
    name: &'static str,
    heading: &str,
    hint: Option<&str>,
    choices: &[Choice],
    picked: Option<&str>,
    problem: Option<&Problem>,
) -> Markup {
    let hint_id = format!("{name}-hint");
    let error_id = format!("{name}-error");
    let described: Vec<&str> =
        [hint.map(|_| hint_id.as_str()), problem.map(|_| error_id.as_str())].into_iter().flatten().collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    html! {
        div class=[problem.map(|_| "err")] {
            fieldset aria-describedby=[described] {
                legend class="say ask" { h1 { (heading) } }
                @if let Some(hint) = hint { p class="hint" id=(hint_id) { (hint) } }
                @if let Some(problem) = problem { (errors::message(words, problem)) }
                @for (at, choice) in choices.iter().enumerate() { (pick(name, at, choice, picked)) }
            }
        }
    }
}

fn pick(name: &str, at: usize, choice: &Choice, picked: Option<&str>) -> Markup {
    let id = if at == 0 { name.to_owned() } else { format!("{name}-{}", at + 1) };
    let hint_id = choice.hint.as_ref().map(|_| format!("{id}-hint-{}", at + 1));
    html! {
        div class={ "pick" @if choice.apart { " apart" } } {
            input type="radio" name=(name) id=(id) value=(choice.value) aria-describedby=[hint_id.as_ref()]
                checked[picked == Some(choice.value.as_str())];
            label for=(id) {
                @if let Some(mark) = &choice.mark { (mark::mark(mark)) }
                (choice.label)
            }
            @if let Some(hint) = &choice.hint { span class="hint" id=[hint_id.as_ref()] { (hint) } }
        }
    }
}
