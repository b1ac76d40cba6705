//! A question answered by picking among several: a fieldset whose legend is the page's heading.

use maud::{Markup, html};

use super::errors::{self, Problem};
use super::{mark, picture};
use crate::pages::Words;

/// One thing to pick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub hint: Option<String>,
    /// The perspective whose mark stands before the label.
    pub mark: Option<String>,
    /// The name of the picture above the label, and what it shows where the label does not say it.
    pub picture: Option<(String, Option<String>)>,
    /// Set apart below the others, as "I'm not sure" is.
    pub apart: bool,
}

impl Choice {
    /// A thing to pick with nothing but its words.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), hint: None, mark: None, picture: None, apart: false }
    }
}

/// The fieldset: heading, hint, message, and the choices as buttons called `name`.
///
/// The first button's identifier is `name`, so that the summary's link leads to it.
#[derive(Debug, Clone, Copy)]
pub struct Choices<'a> {
    pub say: Words,
    pub name: &'static str,
    pub heading: &'a str,
    pub hint: Option<&'a str>,
    /// A line of the interface under the hint, such as how many may be picked.
    pub rule: Option<&'a str>,
    pub choices: &'a [Choice],
    pub picked: &'a [&'a str],
    /// Boxes to tick instead of one to pick.
    pub several: bool,
    pub problem: Option<&'a Problem>,
    /// The language of heading, hint and choices where it is not the page's.
    pub lang: Option<&'a str>,
}

impl Choices<'_> {
    /// The markup.
    pub fn render(&self) -> Markup {
        let name = self.name;
        let ids = [
            self.hint.map(|_| format!("{name}-hint")),
            self.rule.map(|_| format!("{name}-rule")),
            self.problem.map(|_| format!("{name}-error")),
        ];
        let described = ids.iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ");
        let pictures = self.choices.iter().any(|choice| choice.picture.is_some());
        html! {
            div class=[self.problem.map(|_| "err")] {
                fieldset aria-describedby=[(!described.is_empty()).then_some(described)] {
                    legend class="say ask" lang=[self.lang] { h1 { (self.heading) } }
                    @if let Some(hint) = self.hint { p class="hint" id={ (name) "-hint" } lang=[self.lang] { (hint) } }
                    @if let Some(rule) = self.rule { p class="hint" id={ (name) "-rule" } { (rule) } }
                    @if let Some(problem) = self.problem { (errors::message(self.say, problem)) }
                    div class=[pictures.then_some("pictures")] lang=[self.lang] {
                        @for (at, choice) in self.choices.iter().enumerate() { (self.pick(at, choice)) }
                    }
                }
            }
        }
    }

    fn pick(&self, at: usize, choice: &Choice) -> Markup {
        let name = self.name;
        let id = if at == 0 { name.to_owned() } else { format!("{name}-{}", at + 1) };
        let hint_id = choice.hint.as_ref().map(|_| format!("{id}-hint-{}", at + 1));
        let kind = if self.several { "checkbox" } else { "radio" };
        html! {
            div class={ "pick" @if choice.apart { " apart" } } {
                input type=(kind) name=(name) id=(id) value=(choice.value) aria-describedby=[hint_id.as_ref()]
                    checked[self.picked.contains(&choice.value.as_str())];
                label for=(id) {
                    @if let Some(mark) = &choice.mark { (mark::mark(mark)) }
                    @if let Some((name, alt)) = &choice.picture { (picture::picture(name, alt.as_deref())) }
                    (choice.label)
                }
                @if let Some(hint) = &choice.hint { span class="hint" id=[hint_id.as_ref()] { (hint) } }
            }
        }
    }
}
