//! Everything that was said, before it is sent.

use maud::{Markup, html};

use super::Frame;
use super::field::label_of;
use super::question::standpoint;
use crate::pages::Words;
use crate::pages::components::choices::Choice;
use crate::pages::components::help;
use crate::survey::{BETWEEN, Question, QuestionKind, QuestionWords};

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
    /// The label of what was picked, or a number.
    Picked(String),
    /// The labels of several, in the survey's order.
    Several(Vec<String>),
    /// The labels of those ranked, the first one first.
    Ranked(Vec<String>),
    /// A person's own words.
    Words(String),
}

impl Row {
    /// What was said to a question, in its words. `given` is the stored form, empty when it was skipped; `offered`
    /// is what could be picked.
    pub fn new(question: &Question, words: &QuestionWords, given: &str, offered: &[Choice], href: String) -> Self {
        let labels = || given.split(BETWEEN).map(|key| label_of(offered, key)).collect();
        let answer = (!given.trim().is_empty()).then(|| match question.kind {
            QuestionKind::LongText | QuestionKind::ShortText => Said::Words(given.to_owned()),
            QuestionKind::ManyOf { .. } => Said::Several(labels()),
            QuestionKind::Ranking { .. } => Said::Ranked(labels()),
            _ => Said::Picked(label_of(offered, given)),
        });
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
    /// Questions about oneself may follow, so that this page does not send yet.
    pub goes_on: bool,
    /// It is to take the place of a response that was sent before.
    pub correcting: bool,
    /// The last question may have stirred up something bad.
    pub after_sensitive: bool,
}

impl Check<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let say = self.frame.words();
        let title = say.say("check-title");
        let points = ["check-read", "check-hidden", "check-quoted", "check-code"];
        self.frame.page(title).render(html! {
            a class="back" href=(self.back) { (say.say("back")) }
            h1 { (title) }
            @if self.correcting { div class="note" { p { (say.say("check-correcting")) } } }
            @else { p { (say.say("check-before")) } }
            @if self.after_sensitive { (help::after_sensitive(say, &self.frame.help())) }
            dl {
                div class="ans" {
                    dt { (say.say("check-who")) }
                    dd { (standpoint(&self.frame, self.perspective)) }
                    dd class="ch" { a href=(self.frame.href("/who?change")) { (say.say("check-change")) span class="sr" { (say.say("check-change-who")) } } }
                }
                @for row in self.rows { (answer(say, row)) }
            }
            div class="card" {
                h2 { (say.say("check-happens")) }
                ul { @for point in points { li { (say.say(point)) } } }
                p class="small" { (self.frame.notice_link()) }
            }
            @if self.goes_on {
                form class="row" method="post" action=(self.frame.href("/check")) { button type="submit" class="btn" { (say.say("continue")) } }
            } @else { (send(&self.frame)) }
            (self.frame.language_form("/check"))
            (help::beside(say, &self.frame.help()))
        })
    }
}

/// The button that sends everything.
pub fn send(frame: &Frame<'_>) -> Markup {
    html! {
        form class="row" method="post" action=(frame.href("/submit")) {
            button type="submit" class="btn" { (frame.words().say("check-send")) }
        }
    }
}

fn answer(say: Words, row: &Row) -> Markup {
    html! {
        div class="ans" {
            (said(row, say.say("check-skipped")))
            dd class="ch" {
                a href=(row.href) { (say.say(if row.answer.is_some() { "check-change" } else { "check-answer" })) span class="sr" { ": " (row.ask) } }
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
            Some(Said::Several(labels)) => dd { ul class="plain" { @for label in labels { li { (label) } } } },
            Some(Said::Ranked(labels)) => dd { ol { @for label in labels { li { (label) } } } },
            Some(Said::Words(words)) => dd class="said" dir="auto" { (words) },
            None => dd class="hint" { (skipped) },
        }
    }
}
