//! All ballots.

use maud::{Markup, html};

use super::address;
use crate::pages::officer::{Desk, Section};

/// One ballot in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub key: String,
    pub title: String,
    pub organisation: String,
    /// When it takes papers, in words.
    pub when: String,
    pub published: bool,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    pub desk: Desk,
    pub entries: Vec<Entry>,
}

impl List {
    /// The whole document.
    pub fn render(&self) -> Markup {
        self.desk.render(
            "Ballots",
            Section::Ballots,
            html! {
                h1 { "Ballots" }
                p class="row" { a class="btn" href="/officer/ballots/new" { "Make a ballot" } }
                @if self.entries.is_empty() { p { "There is no ballot yet." } }
                @for entry in &self.entries {
                    section class="card" {
                        h2 { a href=(address(&entry.key, "")) { (entry.title) } }
                        p { (entry.when) }
                        p class="small" { (entry.organisation) }
                        @if entry.published { p { a href={ "/b/" (entry.key) "/result" } { "The published result" } } }
                    }
                }
            },
        )
    }
}
