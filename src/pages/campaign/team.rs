//! What the team has to do, and when.

use maud::{Markup, html};

use super::desk::{input, line};
use super::{TeamDesk, TeamSection};
use crate::campaign::TaskKind;
use crate::pages::components::errors::Problem;

/// One task or event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub id: String,
    pub kind: TaskKind,
    pub what: String,
    pub who: String,
    pub place: String,
    /// `Tuesday 1 December, 16:30`.
    pub when: String,
    pub done: bool,
    /// Its day is past and it is not done.
    pub late: bool,
}

/// What is typed of a new one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    pub event: bool,
    pub what: String,
    pub who: String,
    pub place: String,
    pub on: String,
    pub begins: String,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Team {
    pub desk: TeamDesk,
    pub entries: Vec<Entry>,
    pub typed: Typed,
    pub problems: Vec<Problem>,
}

impl Team {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let left = self.entries.iter().filter(|entry| entry.kind == TaskKind::Task && !entry.done).count();
        let title = match left {
            0 => "Everything is done".to_owned(),
            1 => "One thing to do".to_owned(),
            left => format!("{left} things to do"),
        };
        let main = html! {
            (self.desk.kicker())
            h1 id="list" tabindex="-1" { (title) }
            p { a href=(self.desk.address("/calendar.ics")) download { "Put it into a phone’s calendar" } }
            @for (heading, done) in [("Next", false), ("Done", true)] {
                @let entries: Vec<&Entry> = self.entries.iter().filter(|entry| entry.done == done).collect();
                @if !entries.is_empty() {
                    section aria-label=(heading) {
                        h2 { (heading) }
                        @for entry in entries { (self.entry(entry)) }
                    }
                }
            }
            (self.add())
        };
        self.desk.render(&title, TeamSection::Team, &self.problems, main)
    }

    fn entry(&self, entry: &Entry) -> Markup {
        let who = format!("who-{}", entry.id);
        html! {
            div class="card" id={ "t" (entry.id) } {
                p class="small" {
                    @if entry.kind == TaskKind::Event { span class="tag" { "Event" } " " }
                    @if entry.late { span class="tag late" { "Late" } " " }
                    (entry.when) @if !entry.place.is_empty() { ", " (entry.place) }
                }
                h3 { (entry.what) }
                form method="post" action=(self.desk.address(&format!("/team/{}", entry.id))) class="choose" {
                    (self.desk.token())
                    div {
                        label for=(who) { "Who" span class="sr" { ": " (entry.what) } }
                        input type="text" id=(who) name="who" value=(entry.who) autocomplete="off" maxlength="60";
                    }
                    button type="submit" class="btn two tiny" name="do" value="save" { "Save" span class="sr" { ": who does “" (entry.what) "”" } }
                    @if entry.done { button type="submit" class="btn two tiny" name="do" value="again" { "Not done after all" span class="sr" { ": " (entry.what) } } }
                    @else { button type="submit" class="btn two tiny" name="do" value="done" { "Done" span class="sr" { ": " (entry.what) } } }
                    button type="submit" class="btn two tiny" name="do" value="erase" { "Remove" span class="sr" { ": " (entry.what) } }
                }
            }
        }
    }

    fn add(&self) -> Markup {
        let field = |kind: &'static str, name, label, hint, value: &str| {
            line(name, label, hint, &self.problems, |described, wrong| {
                input(kind, name, value, described.as_deref(), wrong)
            })
        };
        html! {
            section aria-labelledby="add" {
                h2 id="add" { "Add something" }
                form method="post" action=(self.desk.address("/team")) novalidate class="edit" {
                    (self.desk.token())
                    (field("text", "what", "What", "", &self.typed.what))
                    (field("date", "on", "Day", "For a task, the day it must be done by", &self.typed.on))
                    (field("text", "who", "Who (optional)", "First names or a group, such as Year 9 reps. No phone numbers or accounts", &self.typed.who))
                    fieldset {
                        legend { "What is it?" }
                        div class="pick" { input type="radio" name="kind" id="kind-task" value="task" checked[!self.typed.event]; label for="kind-task" { "Something to do" } }
                        div class="pick" { input type="radio" name="kind" id="kind-event" value="event" checked[self.typed.event]; label for="kind-event" { "Something that happens" } }
                    }
                    (field("time", "begins", "Time (optional)", "Only for something that happens", &self.typed.begins))
                    (field("text", "place", "Place (optional)", "Only for something that happens", &self.typed.place))
                    div class="row" { button type="submit" class="btn" { "Add it" } }
                }
            }
        }
    }
}
