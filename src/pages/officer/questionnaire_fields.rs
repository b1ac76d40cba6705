//! The fields of a questionnaire that is typed in: closer together than a respondent meets them, every choice with a way to
//! leave it blank.

use maud::{Markup, html};

use crate::pages::components::choices::Choice;
use crate::pages::respond::field::label_of;
use crate::survey::BETWEEN;

/// How a field is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    /// Words over several lines.
    Long,
    /// Words or a number on one line.
    Line,
    /// One box was ticked.
    One(Vec<Choice>),
    /// Any boxes were ticked.
    Many(Vec<Choice>),
    /// Numbers were written into boxes, as far as this many.
    Ranked(Vec<Choice>, usize),
}

/// One field of a questionnaire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedField {
    /// The name of the field in the form, and its identifier. What stands behind it, after an underscore, which no
    /// question has in its key, names its parts.
    pub name: String,
    /// The question, with its number on the questionnaire.
    pub heading: String,
    pub kind: Typed,
    /// The stored form of what is there; empty where nothing is.
    pub given: String,
    /// What must be put right, as a sentence without its full stop.
    pub problem: Option<String>,
}

impl TypedField {
    /// The markup inside the form.
    pub fn render(&self) -> Markup {
        match &self.kind {
            Typed::Long => self.labelled(html! {
                textarea id=(self.name) name=(self.name) rows="4" dir="auto" autocomplete="off" aria-describedby=[self.described()] aria-invalid=[self.invalid()] {
                    // Browsers drop one line end after the tag.
                    "\n" (self.given)
                }
            }),
            Typed::Line => self.labelled(html! {
                input type="text" id=(self.name) name=(self.name) value=(self.given) dir="auto" autocomplete="off" aria-describedby=[self.described()] aria-invalid=[self.invalid()];
            }),
            Typed::One(choices) => {
                let blank = Choice::new("", "Left blank, or not to be told");
                let all: Vec<&Choice> = std::iter::once(&blank).chain(choices).collect();
                self.grouped(self.ticks(&all, "radio"))
            }
            Typed::Many(choices) => self.grouped(self.ticks(&choices.iter().collect::<Vec<_>>(), "checkbox")),
            Typed::Ranked(choices, places) => self.grouped(self.places(choices, *places)),
        }
    }

    /// What a stored form says, for reading.
    pub fn read(&self, stored: &str) -> String {
        match &self.kind {
            _ if stored.trim().is_empty() => "left blank".to_owned(),
            Typed::Long | Typed::Line => stored.to_owned(),
            Typed::One(choices) => label_of(choices, stored),
            Typed::Many(choices) | Typed::Ranked(choices, _) => {
                let labels: Vec<String> = stored.split(BETWEEN).map(|key| label_of(choices, key)).collect();
                labels.join("; ")
            }
        }
    }

    fn described(&self) -> Option<String> {
        self.problem.as_ref().map(|_| format!("{}_error", self.name))
    }

    fn invalid(&self) -> Option<&'static str> {
        self.problem.as_ref().map(|_| "true")
    }

    fn message(&self) -> Markup {
        html! {
            @if let Some(problem) = &self.problem { p class="msg" id={ (self.name) "_error" } { span class="sr" { "Error: " } (problem) } }
        }
    }

    fn labelled(&self, input: Markup) -> Markup {
        html! {
            div class={ "typed" @if self.problem.is_some() { " err" } } {
                label for=(self.name) { (self.heading) }
                (self.message())
                (input)
            }
        }
    }

    fn grouped(&self, inside: Markup) -> Markup {
        html! {
            div class={ "typed" @if self.problem.is_some() { " err" } } {
                fieldset aria-describedby=[self.described()] {
                    legend { b { (self.heading) } }
                    (self.message())
                    (inside)
                }
            }
        }
    }

    fn ticks(&self, choices: &[&Choice], kind: &str) -> Markup {
        let picked: Vec<&str> = self.given.split(BETWEEN).collect();
        html! {
            div class="themes" {
                @for (at, choice) in choices.iter().enumerate() {
                    @let id = if at == 0 { self.name.clone() } else { format!("{}_{}", self.name, at + 1) };
                    div class="pick" {
                        input type=(kind) id=(id) name=(self.name) value=(choice.value) checked[picked.contains(&choice.value.as_str())];
                        label for=(id) { (choice.label) }
                    }
                }
            }
        }
    }

    fn places(&self, choices: &[Choice], places: usize) -> Markup {
        let ranked: Vec<&str> = self.given.split(BETWEEN).collect();
        html! {
            div class="choose" {
                @for place in 1..=places {
                    @let id = if place == 1 { self.name.clone() } else { format!("{}_{place}", self.name) };
                    @let there = ranked.get(place - 1).copied().unwrap_or_default();
                    div {
                        label for=(id) { "Numbered " (place) }
                        select id=(id) name={ (self.name) "_" (place) } {
                            option value="" { "Nothing" }
                            @for choice in choices { option value=(choice.value) selected[choice.value == there] { (choice.label) } }
                        }
                    }
                }
            }
        }
    }
}

/// The summary of what must be put right: identifier of the field and what to do. Nothing where there is nothing.
pub fn summary(problems: &[(String, String)]) -> Markup {
    if problems.is_empty() {
        return html! {};
    }
    html! {
        div class="sum" role="alert" tabindex="-1" autofocus aria-labelledby="summary" {
            p class="big" id="summary" { "Something to put right" }
            ul class="plain" { @for (field, message) in problems { li { a href={ "#" (field) } { (message) } } } }
        }
    }
}
