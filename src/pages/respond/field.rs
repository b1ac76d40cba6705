//! Where a question is answered: a box, a line, a number, things to pick, places to fill, or a page to read.

use maud::{Markup, html};

use super::question::FIELD;
use crate::pages::Words;
use crate::pages::components::choices::{Choice, Choices};
use crate::pages::components::errors::{self, Problem};
use crate::pages::components::ranking::Ranking;
use crate::survey::{BETWEEN, Perspective, Question, QuestionKind, QuestionWords, Worded};

/// The field of a postcode, beside the districts.
pub const POSTCODE: &str = "postcode";

/// A question with its field.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field<'a> {
    pub say: Words,
    pub question: &'a Question,
    pub words: Worded<'a, QuestionWords>,
    /// The page's language.
    pub lang: &'a str,
    pub offered: &'a [Choice],
    /// The stored form of what was said.
    pub given: &'a str,
    pub problem: Option<&'a Problem>,
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
                self.choices(true, Some(many_rule(self.say, self.offered.len(), *at_least, *at_most)))
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
            div class="note" id="before" { p { b { (self.say.say("nobody-reads")) } " " (self.say.say("note")) } }
            div class=[self.problem.map(|_| "err")] {
                @if let Some(problem) = self.problem { (errors::message(self.say, problem)) }
                (input)
                p class="hint after" id="after" { (self.say.say("leave-out")) }
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
            textarea id=(FIELD) name=(FIELD) rows="6" dir="auto" autocomplete="off"
                aria-describedby=(self.described([Some("before"), Some("after")])) aria-invalid=[self.problem.map(|_| "true")] {
                // Browsers drop one line end after the tag; this one is dropped instead of a person's own.
                "\n" (self.given)
            }
        }
    }

    fn line(&self) -> Markup {
        html! {
            input type="text" id=(FIELD) name=(FIELD) value=(self.given) dir="auto" autocomplete="off"
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
                @if let Some(problem) = self.problem { (errors::message(self.say, problem)) }
                // Not the number field, which changes by scrolling and hides letters typed by mistake.
                input type="text" class="short" inputmode="numeric" id=(FIELD) name=(FIELD) value=(self.given) autocomplete="off"
                    aria-describedby=[(!described.is_empty()).then_some(described)] aria-invalid=[self.problem.map(|_| "true")];
            }
        }
    }

    fn choices(&self, several: bool, rule: Option<String>) -> Markup {
        let picked: Vec<&str> = self.given.split(BETWEEN).collect();
        // What is wrong with a postcode is said beside it.
        let problem = self.problem.filter(|problem| problem.field == FIELD);
        Choices {
            say: self.say,
            name: FIELD,
            heading: &self.words.words.ask,
            hint: self.words.words.hint.as_deref(),
            rule: rule.as_deref(),
            choices: self.offered,
            picked: &picked,
            several,
            problem,
            lang: self.own_lang(),
        }
        .render()
    }

    fn postcode(&self) -> Markup {
        let problem = self.problem.filter(|problem| problem.field == POSTCODE);
        let described = if problem.is_some() { "postcode-hint postcode-error" } else { "postcode-hint" };
        html! {
            div class={ "card" @if problem.is_some() { " err" } } {
                label for=(POSTCODE) { (self.say.say("postcode-label")) }
                p class="hint" id="postcode-hint" { (self.say.say("postcode-hint")) }
                @if let Some(problem) = problem { (errors::message(self.say, problem)) }
                // Never filled in again: it is forgotten as soon as it was looked up.
                input type="text" class="short" id=(POSTCODE) name=(POSTCODE) autocomplete="off" autocapitalize="characters"
                    spellcheck="false" aria-describedby=(described) aria-invalid=[problem.map(|_| "true")];
            }
        }
    }

    fn ranking(&self, places: usize) -> Markup {
        let ranked: Vec<&str> = self.given.split(BETWEEN).collect();
        let names: Vec<String> = (1..=places).map(|place| self.place_name(place)).collect();
        let rule = self.say.say_with("rank-rule", &[("places", places.into())]);
        Ranking {
            say: self.say,
            name: FIELD,
            heading: &self.words.words.ask,
            hint: self.words.words.hint.as_deref(),
            rule: &rule,
            choices: self.offered,
            ranked: &ranked,
            places: &names,
            empty: self.say.say("rank-empty"),
            problem: self.problem,
            lang: self.own_lang(),
        }
        .render()
    }

    fn place_name(&self, place: usize) -> String {
        match place {
            1 => self.say.say("rank-first").to_owned(),
            2 => self.say.say("rank-second").to_owned(),
            3 => self.say.say("rank-third").to_owned(),
            other => self.say.say_with("rank-place", &[("place", other.into())]),
        }
    }
}

/// How many of `offered` options may be picked, in words.
pub(super) fn many_rule(say: Words, offered: usize, least: usize, most: usize) -> String {
    let said = [("least", least.into()), ("most", most.into())];
    match (least, most) {
        (0 | 1, most) if most >= offered => say.say("pick-all").to_owned(),
        (0 | 1, _) => say.say_with("pick-up-to", &said[1..]),
        (least, most) if least == most => say.say_with("pick-exactly", &said[1..]),
        _ => say.say_with("pick-between", &said),
    }
}

/// What one person can pick, in that person's order. `districts` are keys and names.
pub fn offered(
    say: Words,
    question: &Question,
    words: &QuestionWords,
    perspective: &Perspective,
    seed: u64,
    districts: &[(String, String)],
) -> Vec<Choice> {
    if question.is_district() {
        let districts = districts.iter().map(|(key, name)| Choice::new(key, name));
        let others = [("outside", say.say("somewhere-else")), ("unknown", say.say("not-sure"))];
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
