//! The consultations that an officer may open.

use maud::{Markup, html};

use super::{Desk, Section};

/// One consultation in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub key: String,
    pub title: String,
    /// When it takes answers, for example `Open until 19 December 2026`.
    pub when: String,
}

/// Something that waits for an officer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waits {
    /// `2 texts of a campaign wait for you`.
    pub said: String,
    /// Where it is decided.
    pub address: String,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consultations {
    pub desk: Desk,
    /// Nothing where nothing waits.
    pub waits: Vec<Waits>,
    pub entries: Vec<Entry>,
}

impl Consultations {
    /// The whole document.
    pub fn render(&self) -> Markup {
        self.desk.render(
            "Consultations",
            Section::Elsewhere,
            html! {
                h1 { "Consultations" }
                @if !self.waits.is_empty() {
                    div class="note" { ul class="plain" { @for one in &self.waits { li { a href=(one.address) { (one.said) } } } } }
                }
                @if self.entries.is_empty() { p { "There is no consultation yet." } }
                @for entry in &self.entries {
                    section class="card" {
                        h2 { a href={ "/officer/c/" (entry.key) } { (entry.title) } }
                        p { (entry.when) }
                    }
                }
                p { a href="/officer/plans" { "All plans, with where the publication of each stands" } }
            },
        )
    }

    /// A list of one.
    pub fn sample() -> Self {
        let entry = Entry {
            key: "worcestershire-cypp".to_owned(),
            title: "Worcestershire Children and Young People’s Plan".to_owned(),
            when: "Open until 19 December 2026".to_owned(),
        };
        Self { desk: Desk { subject: None, ..Desk::sample() }, waits: Vec::new(), entries: vec![entry] }
    }
}
