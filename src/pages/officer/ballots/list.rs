//! All ballots.

use jiff::civil::Date;
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

/// A ballot that young people propose, and that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposed {
    /// In addresses.
    pub id: String,
    pub title: String,
    pub by: String,
    pub on: Date,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    pub desk: Desk,
    pub entries: Vec<Entry>,
    pub proposed: Vec<Proposed>,
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
                @if !self.proposed.is_empty() {
                    section aria-labelledby="proposed" {
                        h2 id="proposed" { "Proposed by young people" }
                        @for proposed in &self.proposed {
                            section class="card" {
                                p { span class="tag" { "Waits for you" } }
                                h3 { a href={ "/officer/ballots/new?proposal=" (proposed.id) } { (proposed.title) } }
                                p class="small" { "Written by " (proposed.by) " on " (proposed.on.strftime("%-d %B %Y").to_string()) }
                            }
                        }
                    }
                    h2 { "All ballots" }
                }
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
