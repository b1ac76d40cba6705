//! Everything that was said, before it is sent.

use maud::{Markup, html};

use super::Frame;
use super::field::label_of;
use super::question::standpoint;
use crate::pages::components::choices::Choice;
use crate::pages::components::help;
use crate::survey::{BETWEEN, Edition, Question, QuestionKind, QuestionWords};

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
    /// The last question may have stirred up something bad.
    pub after_sensitive: bool,
}

struct Words {
    title: &'static str,
    before: &'static str,
    send: &'static str,
    happens: &'static str,
    points: [&'static str; 4],
}

const CHILD: Words = Words {
    title: "Look at what you said",
    before: "Nothing is sent yet. You can change anything.",
    send: "Send my answers",
    happens: "When you send",
    points: [
        "Grown-ups read what everyone said and count it.",
        "A computer hides names and addresses as well as it can.",
        "They may show your words to other people. They never show who you are.",
        "You get a code. With it you can see or rub out your answers.",
    ],
};

const PLAIN: Words = Words {
    title: "Check your answers before you send them",
    before: "Nothing has been sent yet. Change anything you like, or leave things out.",
    send: "Send my answers",
    happens: "What happens when you send",
    points: [
        "Your answers are read and counted with everyone else’s.",
        "Names and addresses are hidden as well as a computer can before anyone reads them. Please leave them out.",
        "Your words may be quoted, never with anything that shows who you are.",
        "You get a code so you can see or erase your answers.",
    ],
};

const GO_ON: &str = "Continue";
const SKIPPED: &str = "Skipped. That is fine.";

impl Check<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let words = if self.frame.edition == Edition::Child { &CHILD } else { &PLAIN };
        self.frame.page(words.title).render(html! {
            a class="back" href=(self.back) { "Back" }
            h1 { (words.title) }
            p { (words.before) }
            @if self.after_sensitive { (help::after_sensitive(self.frame.edition, &self.frame.consultation.help)) }
            dl {
                div class="ans" {
                    dt { "Who you are" }
                    dd { (standpoint(&self.frame, self.perspective)) }
                    dd class="ch" { a href=(self.frame.href("/who?change")) { "Change" span class="sr" { ": who you are" } } }
                }
                @for row in self.rows { (answer(row)) }
            }
            div class="card" {
                h2 { (words.happens) }
                ul { @for point in words.points { li { (point) } } }
                p class="small" { a href="/privacy" { "Your information in full" } }
            }
            @if self.goes_on {
                form class="row" method="post" action=(self.frame.href("/check")) { button type="submit" class="btn" { (GO_ON) } }
            } @else { (send(&self.frame, words.send)) }
            (help::beside(self.frame.edition, &self.frame.consultation.help))
        })
    }
}

/// The button that sends everything.
pub fn send(frame: &Frame<'_>, words: &str) -> Markup {
    html! {
        form class="row" method="post" action=(frame.href("/submit")) { button type="submit" class="btn" { (words) } }
    }
}

fn answer(row: &Row) -> Markup {
    html! {
        div class="ans" {
            (said(row, SKIPPED))
            dd class="ch" {
                a href=(row.href) { @if row.answer.is_some() { "Change" } @else { "Answer" } span class="sr" { ": " (row.ask) } }
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
            Some(Said::Words(words)) => dd class="said" { (words) },
            None => dd class="hint" { (skipped) },
        }
    }
}
