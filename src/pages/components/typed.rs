//! Fields of officers' forms with their hint, what is wrong with them, and what was typed.

use maud::{Markup, html};

use super::errors::{self, Problem};
use crate::pages::Words;

/// One field. Its identifier is its name.
#[derive(Debug, Clone, Copy)]
pub struct Typed<'a> {
    pub name: &'a str,
    pub label: &'a str,
    pub hint: Option<&'a str>,
    pub value: &'a str,
    /// Everything that is wrong with the form; the first that is about this field is shown beside it.
    pub problems: &'a [Problem],
}

impl<'a> Typed<'a> {
    /// A field with nothing but its label and what is in it.
    pub fn new(name: &'a str, label: &'a str, value: &'a str) -> Self {
        Self { name, label, hint: None, value, problems: &[] }
    }

    /// The same with a line on how to fill it in.
    pub fn hint(self, hint: &'a str) -> Self {
        Self { hint: Some(hint), ..self }
    }

    /// The same in a form that was sent back.
    pub fn with(self, problems: &'a [Problem]) -> Self {
        Self { problems, ..self }
    }

    /// On one line.
    pub fn line(&self) -> Markup {
        self.around(html! {
            input type="text" id=(self.name) name=(self.name) value=(self.value) autocomplete="off"
                aria-describedby=[self.described()] aria-invalid=[self.invalid()];
        })
    }

    /// A day, as browsers let one be picked or typed.
    pub fn date(&self) -> Markup {
        self.around(html! {
            input type="date" id=(self.name) name=(self.name) value=(self.value)
                aria-describedby=[self.described()] aria-invalid=[self.invalid()];
        })
    }

    /// A time of day, as browsers let one be picked or typed.
    pub fn time(&self) -> Markup {
        self.around(html! {
            input type="time" id=(self.name) name=(self.name) value=(self.value)
                aria-describedby=[self.described()] aria-invalid=[self.invalid()];
        })
    }

    /// A whole number that is not long.
    pub fn number(&self) -> Markup {
        self.around(html! {
            input class="short" type="text" inputmode="numeric" id=(self.name) name=(self.name) value=(self.value) maxlength="6"
                autocomplete="off" aria-describedby=[self.described()] aria-invalid=[self.invalid()];
        })
    }

    /// On several lines.
    pub fn area(&self, rows: usize) -> Markup {
        self.around(html! {
            textarea id=(self.name) name=(self.name) rows=(rows) autocomplete="off"
                aria-describedby=[self.described()] aria-invalid=[self.invalid()] { "\n" (self.value) }
        })
    }

    /// One of these: values and what they are called.
    pub fn select(&self, choices: &[(String, String)]) -> Markup {
        self.around(html! {
            select id=(self.name) name=(self.name) aria-describedby=[self.described()] aria-invalid=[self.invalid()] {
                @for (value, text) in choices { option value=(value) selected[value == self.value] { (text) } }
            }
        })
    }

    fn problem(&self) -> Option<&'a Problem> {
        self.problems.iter().find(|problem| problem.field == self.name)
    }

    fn invalid(&self) -> Option<&'static str> {
        self.problem().map(|_| "true")
    }

    fn described(&self) -> Option<String> {
        let hint = self.hint.map(|_| format!("{}-hint", self.name));
        let error = self.problem().map(|_| format!("{}-error", self.name));
        let all = hint.into_iter().chain(error).collect::<Vec<_>>().join(" ");
        (!all.is_empty()).then_some(all)
    }

    fn around(&self, input: Markup) -> Markup {
        html! {
            div class={ "typed" @if self.problem().is_some() { " err" } } {
                label for=(self.name) { (self.label) }
                @if let Some(hint) = self.hint { p class="hint" id={ (self.name) "-hint" } { (hint) } }
                @if let Some(problem) = self.problem() { (errors::message(Words::english(), problem)) }
                (input)
            }
        }
    }
}
