//! "We asked, you said, we did": the entries of a consultation, what keeps them from being published, and closing it off.

use jiff::civil::Date;
use maud::{Markup, html};

use super::{Desk, Section};
use crate::pages::Words;
use crate::pages::components::errors::{self, Problem};

/// One entry in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    pub key: String,
    pub asked: String,
    pub said: String,
    /// The account that saved it last, and when.
    pub saved: (String, Date),
    /// What keeps it from being published.
    pub errors: Vec<String>,
    /// What a careful reader would question.
    pub warnings: Vec<String>,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replies {
    pub desk: Desk,
    pub entries: Vec<Listed>,
    /// The number, account and day of what is published.
    pub published: Option<(i32, String, Date)>,
    /// Whether something was changed since.
    pub is_changed: bool,
    /// The account and day of closing off.
    pub closed: Option<(String, Date)>,
    /// When the consultation takes answers, where it is not over: `Open until 19 December 2026`.
    pub still: Option<String>,
    pub problems: Vec<Problem>,
}

impl Replies {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let heading = "We asked, you said, we did";
        let title = if self.problems.is_empty() { heading.to_owned() } else { format!("Error: {heading}") };
        self.desk.render(&title, Section::Replies, html! {
            (self.desk.trail(&[], "You said, we did"))
            (errors::summary(Words::english(), &self.problems))
            h1 { (heading) }
            p { "Tell people what you asked, what they said, and what came of it: for each thing, what was decided, what is done about it, or why nothing will be. Every entry has words for children." }
            (self.standing())
            @for entry in &self.entries { (self.entry(entry)) }
            p class="row" { a class="btn" href=(self.desk.address("/replies/new")) { "Write an entry" } }
            (self.publish())
            (self.close())
        })
    }

    fn public(&self) -> String {
        self.desk.subject.as_ref().map_or_else(String::new, |subject| format!("/you-said/{}", subject.key))
    }

    fn standing(&self) -> Markup {
        html! {
            div class="note" { p {
                @match &self.published {
                    None => "Nothing is published yet.",
                    Some((number, officer, on)) => {
                        "Version " (number) " was published on " (day(*on)) " by " (officer) ". "
                        a href=(self.public()) { "Read it as people do" } ", or "
                        a href={ (self.public()) "?edition=child" } { "as children do" } ". "
                        @if self.is_changed { b { "It has been changed here since: publish it again." } }
                    }
                }
                @if let Some((officer, on)) = &self.closed {
                    " The consultation was closed off on " (day(*on)) " by " (officer) "."
                    @if let Some(still) = &self.still { " " b { (still) ": people can still answer, and what they say is in none of this." } }
                }
            } }
        }
    }

    fn entry(&self, entry: &Listed) -> Markup {
        let id = format!("entry-{}", entry.key);
        html! {
            section class="card" aria-labelledby=(id) {
                h2 id=(id) { @if entry.asked.is_empty() { (entry.key) } @else { (entry.asked) } }
                p { b { "You said: " } (entry.said) }
                @if !entry.errors.is_empty() {
                    p { span class="tag late" { "Not ready" } }
                    ul { @for problem in &entry.errors { li { (problem) "." } } }
                }
                @if !entry.warnings.is_empty() {
                    p { "A careful reader would ask:" }
                    ul { @for problem in &entry.warnings { li { (problem) "." } } }
                }
                p class="small" { "Saved by " (entry.saved.0) " on " (day(entry.saved.1)) "." }
                div class="row" {
                    a class="btn tiny" href=(self.desk.address(&format!("/replies/{}", entry.key))) { "Change" span class="sr" { ": " (entry.asked) } }
                    form method="post" action=(self.desk.address(&format!("/replies/{}/remove", entry.key))) {
                        input type="hidden" name="csrf" value=(self.desk.csrf);
                        button class="btn two tiny" type="submit" { "Take out" span class="sr" { ": " (entry.asked) } }
                    }
                }
            }
        }
    }

    fn publish(&self) -> Markup {
        html! {
            @if !self.entries.is_empty() {
                section aria-labelledby="publish" {
                    h2 id="publish" { "Publish" }
                    p { "Everybody can then read it at " code { (self.public()) } ", with the figures as they stand in the entries." }
                    form method="post" action=(self.desk.address("/replies/publish")) {
                        input type="hidden" name="csrf" value=(self.desk.csrf);
                        div class="row" { button class="btn" type="submit" { "Publish now" } }
                    }
                }
            }
        }
    }

    fn close(&self) -> Markup {
        html! {
            @if self.closed.is_none() {
                section aria-labelledby="close" {
                    h2 id="close" { "Close the consultation off" }
                    p { "It can be closed off once people have been told what came of it." }
                    form method="post" action=(self.desk.address("/replies/close")) {
                        input type="hidden" name="csrf" value=(self.desk.csrf);
                        @if let Some(still) = &self.still { (self.ask_whether_open(still)) }
                        div class="row" { button class="btn two" type="submit" { "Close it off" } }
                    }
                }
            }
        }
    }

    /// Asks whether it is meant to be closed off although people can still answer.
    fn ask_whether_open(&self, still: &str) -> Markup {
        let problem = self.problems.iter().find(|problem| problem.field == STILL_OPEN);
        html! {
            p { b { (still) "." } " Closing it off stops nobody from answering; it says that you have told people what came of it." }
            div class=[problem.map(|_| "err")] {
                @if let Some(problem) = problem { (errors::message(Words::english(), problem)) }
                div class="pick" {
                    input type="checkbox" id=(STILL_OPEN) name=(STILL_OPEN) value="yes"
                        aria-describedby=[problem.map(|_| "still_open-error")];
                    label for=(STILL_OPEN) { "Close it off although people can still answer" }
                }
            }
        }
    }
}

/// The field that says that a consultation is to be closed off although it is open.
pub const STILL_OPEN: &str = "still_open";

fn day(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}
