//! All surveys: those being written, open and closed, and the form that begins one.

use maud::{Markup, html};

use super::fields::{Field, select};
use crate::pages::officer::{Desk, Section};

/// One survey in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub key: String,
    pub title: String,
    /// When it takes answers, or that it was never published.
    pub state: String,
    pub is_draft: bool,
    pub read_only: bool,
    /// What keeps it from being published, and what a careful reader would question.
    pub to_put_right: usize,
    pub worth_a_look: usize,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    pub desk: Desk,
    pub entries: Vec<Entry>,
    /// The survey that a new one begins from.
    pub from: String,
    /// Why the one that was asked for could not be begun, and what was typed.
    pub problem: Option<(String, String, String)>,
}

impl List {
    /// The whole document.
    pub fn render(&self) -> Markup {
        self.desk.render(
            if self.problem.is_some() { "Error: Surveys" } else { "Surveys" },
            Section::Surveys,
            html! {
                h1 { "Surveys" }
                p { "Write a survey, look at it as people will, and publish it. Drafts are kept as you save them; nobody else sees them." }
                table class="stack rows" {
                    caption class="sr" { "Surveys" }
                    thead { tr { th scope="col" { "Survey" } th scope="col" { "State" } th scope="col" { "Checks" } th scope="col" { span class="sr" { "Copy" } } } }
                    tbody { @for entry in &self.entries { (row(entry)) } }
                }
                (self.form())
            },
        )
    }

    fn form(&self) -> Markup {
        let mut from = vec![(String::new(), "Nothing: an empty survey".to_owned())];
        from.extend(self.entries.iter().map(|entry| (entry.key.clone(), entry.title.clone())));
        let (why, title, key) = self.problem.clone().unwrap_or_default();
        html! {
            section class="card edit" id="new" aria-labelledby="new-title" {
                h2 id="new-title" { "A new survey" }
                @if !why.is_empty() { p class="msg" role="alert" { a href="#title" { (why) } } }
                form method="post" action="/officer/surveys" {
                    input type="hidden" name="csrf" value=(self.desk.csrf);
                    (Field::new("title", "Title", &title).hint("As people will read it. You can change it later.").line())
                    (Field::new("key", "Short name for its address", &key)
                        .hint("Lower-case letters, digits and hyphens, such as our-park. It stays. Left empty, it is made from the title.").line())
                    (select("from", "Begin from", &from, &self.from))
                    div class="row" { button type="submit" class="btn" { "Begin" } }
                }
            }
        }
    }
}

fn row(entry: &Entry) -> Markup {
    html! {
        tr {
            th scope="row" {
                a href={ "/officer/surveys/" (entry.key) } { (entry.title) }
                " " span class="small" { (entry.key) }
            }
            td {
                (entry.state)
                @if entry.is_draft { " " span class="tag cand" { "Changes not published" } }
                @if entry.read_only { " " span class="tag" { "Part of Heard" } }
            }
            td {
                @if entry.to_put_right > 0 { span class="tag late" { (entry.to_put_right) " to put right" } " " }
                @if entry.worth_a_look > 0 { (entry.worth_a_look) " worth a look" }
                @if entry.to_put_right + entry.worth_a_look == 0 { "Nothing found" }
            }
            td { a href={ "/officer/surveys?from=" (entry.key) "#new" } { "Copy" span class="sr" { " " (entry.title) } } }
        }
    }
}
