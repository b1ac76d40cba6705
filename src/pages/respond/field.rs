//! Where a question is answered: a box, a line, a number, things to pick, places to fill, or a page to read.

use maud::{Markup, html};

use super::question::FIELD;
use crate::pages::components::choices::{Choice, Choices};
use crate::pages::components::errors::{self, Problem};
use crate::pages::components::ranking::Ranking;
use crate::survey::{BETWEEN, Perspective, Question, QuestionKind, QuestionWords, Worded};

const SOMEWHERE_ELSE: &str = "Somewhere else";
const NOT_SURE: &str = "I’m not sure";
/// The field of a postcode, beside the districts.
pub const POSTCODE: &str = "postcode";

/// A question with its field.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field<'a> {
    pub question: &'a Question,
    pub words: Worded<'a, QuestionWords>,
    /// The page's language.
    pub lang: &'a str,
    pub offered: &'a [Choice],
    /// The stored form of what was said.
    pub given: &'a str,
    pub problem: Option<&'a Problem>,
    /// Who reads what is written.
    pub note: &'a str,
    /// What to leave out of it.
    pub leave_out: &'a str,
}

impl Field<'_> {
    /// The markup inside the form.
    pub fn render(&self) -> Markup {
        match &self.question.kind {
            QuestionKind::Information => self.reading(),
            QuestionKind::LongText => self.written(self.area()),
            QuestionKind::ShortText => self.written(self.line()),
            QuestionKind::Number { .. } => self.number(),
            QuestionKind::Ranking { places, .. } => self.ranking(*places),
            QuestionKind::ManyOf { at_least, at_most, .. } => {
                self.choices(true, many_rule(*at_least, *at_most, self.offered.len()))
            }
            QuestionKind::District { postcode: true } => html! { (self.choices(false, None)) (self.postcode()) },
            QuestionKind::District { postcode: false }
            | QuestionKind::OneOf(_)
            | QuestionKind::Scale(_)
            | QuestionKind::AgeBand(_) => self.choices(false, None),
        }
    }

    /// The survey's language where it is not the page's.
    fn own_lang(&self) -> Option<&str> {
        let own = self.words.language.as_str();
        (own != self.lang).then_some(own)
    }

    fn reading(&self) -> Markup {
        html! {
            div lang=[self.own_lang()] {
                div class="say ask" { h1 { (self.words.words.ask) } }
                @for part in &self.words.words.body { p { (part) } }
            }
        }
    }

    fn written(&self, input: Markup) -> Markup {
        html! {
            div class="say ask" lang=[self.own_lang()] {
                h1 { label for=(FIELD) { (self.words.words.ask) } }
                @if let Some(hint) = &self.words.words.hint { p id="hint" { (hint) } }
            }
            div class="note" id="before" { p { b { "Nobody reads this straight away." } " " (self.note) } }
            div class=[self.problem.map(|_| "err")] {
                @if let Some(problem) = self.problem { (errors::message(problem)) }
                (input)
                p class="hint after" id="after" { (self.leave_out) }
            }
        }
    }

    fn described(&self, around: [Option<&str>; 2]) -> String {
        let hint = self.words.words.hint.as_ref().map(|_| "hint");
        let error = self.problem.map(|_| "answer-error");
        [hint, around[0], error, around[1]].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn area(&self) -> Markup {
        html! {
            textarea id=(FIELD) name=(FIELD) rows="6" autocomplete="off"
                aria-describedby=(self.described([Some("before"), Some("after")])) aria-invalid=[self.problem.map(|_| "true")] {
                // Browsers drop one line end after the tag; this one is dropped instead of a person's own.
                "\n" (self.given)
            }
        }
    }

    fn line(&self) -> Markup {
        html! {
            input type="text" id=(FIELD) name=(FIELD) value=(self.given) autocomplete="off"
                aria-describedby=(self.described([Some("before"), Some("after")])) aria-invalid=[self.problem.map(|_| "true")];
        }
    }

    fn number(&self) -> Markup {
        let described = self.described([None, None]);
        html! {
            div class="say ask" lang=[self.own_lang()] {
                h1 { label for=(FIELD) { (self.words.words.ask) } }
                @if let Some(hint) = &self.words.words.hint { p id="hint" { (hint) } }
            }
            div class=[self.problem.map(|_| "err")] {
                @if let Some(problem) = self.problem { (errors::message(problem)) }
                // Not the number field, which changes by scrolling and hides letters typed by mistake.
                input type="text" class="short" inputmode="numeric" id=(FIELD) name=(FIELD) value=(self.given) autocomplete="off"
                    aria-describedby=[(!described.is_empty()).then_some(described)] aria-invalid=[self.problem.map(|_| "true")];
            }
        }
    }

    fn choices(&self, several: bool, rule: Option<String>) -> Markup {
        let picked: Vec<&str> = self.given.split(BETWEEN).collect();
        Choices {
            name: FIELD,
            heading: &self.words.words.ask,
            hint: self.words.words.hint.as_deref(),
            rule: rule.as_deref(),
            choices: self.offered,
            picked: &picked,
            several,
            problem: self.problem,
            lang: self.own_lang(),
        }
        .render()
    }

    fn postcode(&self) -> Markup {
        html! {
            div class="card" {
                label for=(POSTCODE) { "Not sure? Type your postcode instead" }
                p class="hint" id="postcode-hint" { "We look up your district and forget the postcode at once." }
                input type="text" class="short" id=(POSTCODE) name=(POSTCODE) autocomplete="off" autocapitalize="characters"
                    spellcheck="false" aria-describedby="postcode-hint";
            }
        }
    }

    fn ranking(&self, places: usize) -> Markup {
        let ranked: Vec<&str> = self.given.split(BETWEEN).collect();
        let names: Vec<String> = (1..=places).map(place_name).collect();
        let rule = match places {
            1 => "Pick one.".to_owned(),
            many => format!("Pick up to {many}, the most important one first."),
        };
        Ranking {
            name: FIELD,
            heading: &self.words.words.ask,
            hint: self.words.words.hint.as_deref(),
            rule: &rule,
            choices: self.offered,
            ranked: &ranked,
            places: &names,
            empty: "Nothing here",
            problem: self.problem,
            lang: self.own_lang(),
        }
        .render()
    }
}

fn many_rule(least: usize, most: usize, offered: usize) -> Option<String> {
    Some(match (least, most) {
        (0 | 1, most) if most >= offered => "Pick all that fit.".to_owned(),
        (0 | 1, most) => format!("Pick up to {most}."),
        (least, most) if least == most => format!("Pick {most}."),
        (least, most) => format!("Pick from {least} to {most}."),
    })
}

fn place_name(place: usize) -> String {
    match place {
        1 => "First".to_owned(),
        2 => "Second".to_owned(),
        3 => "Third".to_owned(),
        other => format!("Place {other}"),
    }
}

/// What one person can pick, in that person's order. `districts` are keys and names.
pub fn offered(
    question: &Question,
    words: &QuestionWords,
    perspective: &Perspective,
    seed: u64,
    districts: &[(String, String)],
) -> Vec<Choice> {
    if question.is_district() {
        let districts = districts.iter().map(|(key, name)| Choice::new(key, name));
        let others = [("outside", SOMEWHERE_ELSE), ("unknown", NOT_SURE)];
        let others = others.map(|(key, name)| Choice { apart: key == "outside", ..Choice::new(key, name) });
        return districts.chain(others).collect();
    }
    let Some(options) = question.options() else { return Vec::new() };
    let first_apart = question.offered(perspective, seed).into_iter().find(|key| options.is_apart(key));
    let choice = |key: &str| {
        let words = words.options.get(key);
        Choice {
            hint: words.and_then(|words| words.hint.clone()),
            picture: options.pictures.get(key).map(|name| (name.clone(), words.and_then(|words| words.alt.clone()))),
            apart: first_apart == Some(key),
            ..Choice::new(key, words.map_or(key, |words| &words.label))
        }
    };
    question.offered(perspective, seed).into_iter().map(choice).collect()
}

/// The words of what was picked; its key where it is not offered.
pub fn label_of(offered: &[Choice], picked: &str) -> String {
    let found = offered.iter().find(|choice| choice.value == picked);
    found.map_or_else(|| picked.to_owned(), |choice| choice.label.clone())
}
