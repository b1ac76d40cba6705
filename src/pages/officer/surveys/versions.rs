//! Every version of a survey that was published, to look at and go back to.

use maud::{Markup, html};

use super::{Place, Tab};

/// One version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub number: u32,
    /// For example `20 November 2026, by officer`.
    pub when: String,
    /// The first digits of the files' SHA-256, which is stored with every response to it.
    pub digest: String,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versions {
    pub place: Place,
    pub entries: Vec<Entry>,
    /// The files of the version that is looked at: name and text.
    pub seen: Option<(u32, Vec<(String, String)>)>,
}

impl Versions {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let place = &self.place;
        place.render(
            "Versions",
            Tab::Versions,
            html! {
                p { "Each time it is published, the survey is kept as it was. Every response remembers the version it was given to, by its digits." }
                @if self.entries.is_empty() { p { "The editor has not published this survey yet." } }
                ol class="plain" reversed {
                    @for entry in &self.entries {
                        li class="card" {
                            p { b { "Version " (entry.number) } ": " (entry.when) " · " code { (entry.digest) } }
                            p { a href=(place.href(&format!("/versions?see={}", entry.number))) { "See its files" span class="sr" { ": version " (entry.number) } } }
                            @if !place.read_only {
                                form method="post" action=(place.href("/versions")) {
                                    (place.csrf())
                                    input type="hidden" name="number" value=(entry.number);
                                    button type="submit" class="btn two tiny" { "Make version " (entry.number) " the draft" }
                                }
                            }
                        }
                    }
                }
                @if let Some((number, files)) = &self.seen {
                    h2 { "Version " (number) }
                    @for (name, text) in files {
                        h3 { (name) }
                        pre class="kept" { (text) }
                    }
                }
            },
        )
    }
}
