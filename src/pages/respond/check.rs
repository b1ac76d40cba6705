//! Everything that was said, before it is sent.

use maud::{Markup, html};

use super::Frame;
use super::question::{label, standpoint};
use crate::pages::Words;
use crate::pages::components::help;
use crate::survey::{Question, QuestionWords};

/// One question and what was said to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The question as this person read it.
    pub ask: String,
    /// What was said; none when it was skipped.
    pub answer: Option<Said>,
    /// Where it is changed.
    pub href: String,
}

/// What was said to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// The label of what was picked.
    Picked(String),
    /// A person's own words.
    Words(String),
}

impl Row {
    /// What was said to a question, in its words. `given` is the stored form, empty when it was skipped;
    /// `districts` are keys and names, and
    /// `say` the language they are shown in.
    pub fn new(
        say: Words,
        question: &Question,
        words: &QuestionWords,
        given: &str,
        districts: &[(String, String)],
        href: String,
    ) -> Self {
        let answer = match question.is_text() {
            _ if given.trim().is_empty() => None,
            true => Some(Said::Words(given.to_owned())),
            false => Some(Said::Picked(label(say, question, words, districts, given))),
        };
        Self { ask: words.ask.clone(), answer, href }
    }
}

/// The page before sending.
#[derive(Debug, Clone, Copy)]
pub struct Check<'a> {
    pub frame: Frame<'a>,
    pub perspective: &'a str,
    pub rows: &'a [Row],
    pub back: &'a str,
}

impl Check<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let words = self.frame.words();
        let title = words.say("check-title");
        let points = ["check-read", "check-hidden", "check-quoted", "check-code"];
        self.frame.page(title).render(html! {
            a class="back" href=(self.back) { (words.say("back")) }
            h1 { (title) }
            p { (words.say("check-before")) }
            dl {
                div class="ans" {
                    dt { (words.say("check-who")) }
                    dd { (standpoint(&self.frame, self.perspective)) }
                    dd class="ch" { a href=(self.frame.href("/who?change")) { (words.say("check-change")) span class="sr" { (words.say("check-change-who")) } } }
                }
                @for row in self.rows { (answer(words, row)) }
            }
            div class="card" {
                h2 { (words.say("check-happens")) }
                ul { @for point in points { li { (words.say(point)) } } }
                p class="small" { a href="/privacy" { (words.say("information-full")) } }
            }
            form class="row" method="post" action=(self.frame.href("/submit")) { button type="submit" class="btn" { (words.say("check-send")) } }
            (self.frame.language_form("/check"))
            (help::beside(words, &self.frame.consultation.help))
        })
    }
}

fn answer(words: Words, row: &Row) -> Markup {
    html! {
        div class="ans" {
            (said(row, words.say("check-skipped")))
            dd class="ch" {
                a href=(row.href) { (words.say(if row.answer.is_some() { "check-change" } else { "check-answer" })) span class="sr" { ": " (row.ask) } }
            }
        }
    }
}

/// A question and what was said to it, as two parts of a list; `skipped` stands where nothing was.
pub fn said(row: &Row, skipped: &str) -> Markup {
    html! {
        dt { (row.ask) }
        @match &row.answer {
            Some(Said::Picked(label)) => dd { (label) },
            Some(Said::Words(words)) => dd class="said" dir="auto" { (words) },
            None => dd class="hint" { (skipped) },
        }
    }
}
