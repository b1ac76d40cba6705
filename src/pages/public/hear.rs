//! Asking to hear what came of a consultation: leaving an address, confirming it, leaving the list.

use maud::{Markup, html};

use super::Front;
use crate::letter::AddressProblem;
use crate::pages::components::errors::{self, Problem};
use crate::pages::{Corner, Page, Words};

/// The field of the address.
pub const ADDRESS: &str = "address";
/// The field that says whether somebody may leave an address themselves; it is not kept.
pub const AGE: &str = "age";
/// The values of [`AGE`]: old enough to leave an address, or not yet.
pub const OLD_ENOUGH: &str = "13";
/// Younger than that.
pub const YOUNGER: &str = "under-13";
/// The field of the code that the links of letters bear.
pub const CODE: &str = "code";

/// The consultation that somebody asks to hear about.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// Its key.
    pub key: &'a str,
    /// In the reader's language, or in English with `lang`.
    pub title: &'a str,
    /// The language of the title where it is not the page's.
    pub lang: Option<&'a str>,
    pub organisation: &'a str,
}

/// The page where an address is left.
#[derive(Debug, Clone, Copy)]
pub struct Hear<'a> {
    pub front: Front<'a>,
    pub about: About<'a>,
    /// Letters are sent here; otherwise the page says that none are.
    pub sends: bool,
    /// What was typed.
    pub typed: &'a str,
    /// What was picked of [`AGE`].
    pub age: Option<&'a str>,
    pub address_problem: Option<AddressProblem>,
    pub age_problem: bool,
    /// The part of the address after its `?`.
    pub query: &'a str,
}

impl Hear<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let say = self.front.words;
        let title = say.say("hear-title");
        let problems = self.problems();
        let page = Page { error: !problems.is_empty(), query: self.query, ..page(self.front, title) };
        page.render(html! {
            (back(say, self.about))
            (errors::summary(say, &problems))
            div class="say ask" {
                h1 { (title) }
                p lang=[self.about.lang] { (self.about.title) }
            }
            @if self.sends { (self.form(&problems)) }
            @else { p { (say.say("hear-off")) } (elsewhere(say, self.about)) }
        })
    }

    fn problems(&self) -> Vec<Problem> {
        let say = self.front.words;
        let age = self.age_problem.then(|| Problem { field: AGE, message: say.say("hear-age-missing").to_owned() });
        let address = self.address_problem.map(|problem| {
            let key = match problem {
                AddressProblem::Missing => "hear-address-missing",
                AddressProblem::TooLong | AddressProblem::NoAddress => "hear-address-wrong",
            };
            Problem { field: ADDRESS, message: say.say(key).to_owned() }
        });
        age.into_iter().chain(address).collect()
    }

    fn form(&self, problems: &[Problem]) -> Markup {
        let say = self.front.words;
        let find = |field| problems.iter().find(|problem| problem.field == field);
        let (age, address) = (find(AGE), find(ADDRESS));
        let described = if address.is_some() { "address-hint address-error" } else { "address-hint" };
        let given = [("organisation", self.about.organisation.into())];
        html! {
            p { (say.say_with("hear-intro", &given)) }
            form method="post" action={ "/hear/" (self.about.key) @if !self.query.is_empty() { "?" (self.query) } } novalidate {
                div class=[age.map(|_| "err")] {
                    fieldset aria-describedby={ "age-hint" @if age.is_some() { " age-error" } } {
                        legend { (say.say("hear-age")) }
                        p class="hint" id="age-hint" { (say.say("hear-age-hint")) }
                        @if let Some(problem) = age { (errors::message(say, problem)) }
                        @for (id, value, label) in [(AGE, OLD_ENOUGH, "hear-13"), ("age-2", YOUNGER, "hear-under-13")] {
                            div class="pick" {
                                input type="radio" name=(AGE) id=(id) value=(value) checked[self.age == Some(value)];
                                label for=(id) { (self.age_label(label)) }
                            }
                        }
                    }
                }
                div class=[address.map(|_| "err")] {
                    label for=(ADDRESS) { (say.say("hear-address")) }
                    p class="hint" id="address-hint" { (say.say("hear-address-hint")) }
                    @if let Some(problem) = address { (errors::message(say, problem)) }
                    input type="email" id=(ADDRESS) name=(ADDRESS) value=(self.typed) dir="ltr" autocomplete="email"
                        spellcheck="false" autocapitalize="none" aria-describedby=(described)
                        aria-invalid=[address.map(|_| "true")];
                }
                div class="row" { button type="submit" class="btn" { (say.say("hear-send")) } }
            }
            h2 { (say.say("hear-kept")) }
            ul {
                li { (say.say("hear-kept-apart")) }
                li { (say.say("hear-kept-once")) }
                li { (say.say("hear-kept-long")) }
            }
        }
    }

    fn age_label(&self, key: &str) -> &'static str {
        match key {
            "hear-13" => self.front.words.say("hear-13"),
            _ => self.front.words.say("hear-under-13"),
        }
    }
}

/// Said to whoever is younger than 13: the address they typed is already forgotten.
pub fn grown_up(front: Front<'_>, about: About<'_>) -> Markup {
    let say = front.words;
    let title = say.say("hear-grown-up-title");
    page(front, title).render(html! {
        (back(say, about))
        div class="say ask" { h1 { (title) } p { (say.say("hear-grown-up-words")) } }
        p { (say.say("hear-grown-up-safe")) }
        (elsewhere(say, about))
    })
}

/// Said after asking, whether or not the address was known.
pub fn asked(front: Front<'_>, about: About<'_>) -> Markup {
    let say = front.words;
    let title = say.say("hear-sent-title");
    page(front, title).render(html! {
        div class="say ask" { h1 { (title) } p { (say.say("hear-sent-words")) } }
        p { (say.say("hear-sent-none")) }
        (elsewhere(say, about))
    })
}

/// What a link of a letter leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Asks whether they want to hear. Nothing is done by opening a link, because programs that look after mail open
    /// them too.
    AskConfirm,
    Confirmed,
    /// Asks whether they want to hear no more.
    AskLeave,
    Left,
    /// The link belongs to nobody: it is old, or used.
    Gone,
}

/// The page of one step. `code` is what the letter's link bore.
pub fn step(front: Front<'_>, about: About<'_>, step: Step, code: &str) -> Markup {
    let say = front.words;
    let (title, words) = match step {
        Step::AskConfirm => (say.say("hear-confirm-title"), say.say("hear-confirm-words")),
        Step::Confirmed => (say.say("hear-confirmed-title"), say.say("hear-confirmed-words")),
        Step::AskLeave => (say.say("hear-leave-title"), say.say("hear-leave-words")),
        Step::Left => (say.say("hear-left-title"), say.say("hear-left-words")),
        Step::Gone => (say.say("hear-gone-title"), say.say("hear-gone-words")),
    };
    let button = match step {
        Step::AskConfirm => Some(("confirm", say.say("hear-confirm-button"))),
        Step::AskLeave => Some(("leave", say.say("hear-leave-button"))),
        _ => None,
    };
    let query = format!("{CODE}={code}");
    let page = Page { query: if button.is_some() { &query } else { "" }, ..page(front, title) };
    page.render(html! {
        div class="say ask" {
            h1 { (title) }
            p lang=[about.lang] { (about.title) }
        }
        p { (words) }
        @if let Some((act, text)) = button {
            form method="post" action={ "/hear/" (about.key) "/" (act) "?" (query) } {
                div class="row" { button type="submit" class="btn" { (text) } }
            }
        }
        @if step == Step::Gone { p { a href={ "/hear/" (about.key) } { (say.say("hear-again")) } } }
        @if matches!(step, Step::Confirmed | Step::Left) { (elsewhere(say, about)) }
    })
}

fn page<'a>(front: Front<'a>, title: &'a str) -> Page<'a> {
    Page { corner: Corner::Exit, ..front.page(title) }
}

fn back(say: Words, about: About<'_>) -> Markup {
    html! { a class="back" href={ "/c/" (about.key) } { (say.say("back")) } }
}

/// Where everything can be read without leaving an address.
fn elsewhere(say: Words, about: About<'_>) -> Markup {
    html! { p { a href={ "/c/" (about.key) "#happens" } { (say.say("hear-elsewhere")) } } }
}
