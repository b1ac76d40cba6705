//! Putting options in order without dragging: a list to pick from for each place.

use maud::{Markup, html};

use super::choices::Choice;
use super::errors::{self, Problem};
use crate::pages::Words;

/// The fieldset with one list a place. The lists are called `{name}-1`, `{name}-2` and so on.
#[derive(Debug, Clone, Copy)]
pub struct Ranking<'a> {
    pub say: Words,
    pub name: &'static str,
    pub heading: &'a str,
    pub hint: Option<&'a str>,
    /// How it is done, in a line of the interface.
    pub rule: &'a str,
    pub choices: &'a [Choice],
    /// What stands in each place, empty where nothing does; as many as there are places.
    pub ranked: &'a [&'a str],
    /// What each place is called, as many as there are places.
    pub places: &'a [String],
    /// What a place says while nothing stands there.
    pub empty: &'a str,
    pub problem: Option<&'a Problem>,
    /// The language of heading, hint and choices where it is not the page's.
    pub lang: Option<&'a str>,
}

impl Ranking<'_> {
    /// The markup.
    pub fn render(&self) -> Markup {
        let name = self.name;
        let ids = [
            self.hint.map(|_| format!("{name}-hint")),
            Some(format!("{name}-rule")),
            self.problem.map(|_| format!("{name}-error")),
        ];
        let described = ids.iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ");
        html! {
            div class=[self.problem.map(|_| "err")] {
                fieldset aria-describedby=(described) {
                    legend class="say ask" lang=[self.lang] { h1 { (self.heading) } }
                    @if let Some(hint) = self.hint { p class="hint" id={ (name) "-hint" } lang=[self.lang] { (hint) } }
                    p class="hint" id={ (name) "-rule" } { (self.rule) }
                    @if let Some(problem) = self.problem { (errors::message(self.say, problem)) }
                    ol class="places plain" {
                        @for (at, place) in self.places.iter().enumerate() { li { (self.place(at, place)) } }
                    }
                }
            }
        }
    }

    fn place(&self, at: usize, place: &str) -> Markup {
        // The first list's identifier is the bare name, so that the summary's link leads to it.
        let id = if at == 0 { self.name.to_owned() } else { format!("{}-{}", self.name, at + 1) };
        let ranked = self.ranked.get(at).copied().unwrap_or_default();
        html! {
            label for=(id) { (place) }
            select id=(id) name={ (self.name) "-" (at + 1) } {
                option value="" { (self.empty) }
                @for choice in self.choices {
                    option value=(choice.value) selected[choice.value == ranked] lang=[self.lang] { (choice.label) }
                }
            }
        }
    }
}
