//! A survey's questions in their order: what each is, who is asked, and how far its words are.

use maud::{Markup, html};

use super::fields::{Field, choices, select};
use super::{Place, Tab, kind_name};
use crate::survey::{KINDS, Section};

/// One question in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub key: String,
    /// Its first words, where it has some.
    pub ask: Option<String>,
    pub kind: String,
    pub section: Section,
    /// Who is asked: perspectives, and conditions in words.
    pub asked: String,
    pub sensitive: bool,
    /// The languages that lack words of it.
    pub lacking: Vec<String>,
}

/// How complete a language is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    pub code: String,
    pub missing: usize,
    pub of: usize,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Questions {
    pub place: Place,
    pub entries: Vec<Entry>,
    pub languages: Vec<Language>,
}

impl Questions {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let place = &self.place;
        place.render(
            "Questions",
            Tab::Questions,
            html! {
                p {
                    "Words: "
                    @for (at, language) in self.languages.iter().enumerate() {
                        @if at > 0 { " · " }
                        a href=(place.href(&format!("/words/{}", language.code))) { (language.code) }
                        @if language.missing == 0 { " complete" } @else { " " (language.missing) " of " (language.of) " missing" }
                    }
                }
                @if self.entries.is_empty() { p { "No question yet. Add the first one below." } }
                @for section in [Section::Main, Section::Equality] { (self.section(section)) }
                @if !place.read_only { (self.add()) }
            },
        )
    }

    fn section(&self, section: Section) -> Markup {
        let entries: Vec<&Entry> = self.entries.iter().filter(|entry| entry.section == section).collect();
        if entries.is_empty() {
            return html! {};
        }
        html! {
            h2 { @if section == Section::Equality { "After “check your answers”: about the person" } @else { "Main questions" } }
            ol class="plain" {
                @for (at, entry) in entries.iter().enumerate() { li class="card" id={ "q_" (entry.key) } { (self.entry(at + 1, entry)) } }
            }
        }
    }

    fn entry(&self, at: usize, entry: &Entry) -> Markup {
        let ask = entry.ask.as_deref().unwrap_or(&entry.key);
        html! {
            h3 {
                (at) ". " a href=(self.place.href(&format!("/question/{}", entry.key))) { (ask) }
                @if entry.ask.is_none() { " " span class="tag late" { "no words" } }
            }
            p class="small" {
                (kind_name(&entry.kind)) " · " (entry.key) " · " (entry.asked)
                @if entry.sensitive { " · help is shown after it" }
                @if !entry.lacking.is_empty() { " · words missing: " (entry.lacking.join(", ")) }
            }
            @if !self.place.read_only {
                form class="langs" method="post" action=(self.place.href("")) {
                    (self.place.csrf())
                    input type="hidden" name="question" value=(entry.key);
                    @for (act, text) in [("up", "Move up"), ("down", "Move down"), ("remove", "Remove")] {
                        button type="submit" name="do" value=(act) { (text) span class="sr" { ": " (ask) } }
                    }
                }
            }
        }
    }

    fn add(&self) -> Markup {
        let kinds: Vec<(String, String)> =
            KINDS.iter().map(|kind| ((*kind).to_owned(), kind_name(kind).to_owned())).collect();
        let mut sections = choices(None, ["main", "equality"]);
        sections[0].1 = "Among the main questions".to_owned();
        sections[1].1 = "Afterwards, about the person".to_owned();
        html! {
            section class="card edit" aria-labelledby="add" {
                h2 id="add" { "Add a question" }
                form method="post" action=(self.place.href("")) {
                    (self.place.csrf())
                    input type="hidden" name="do" value="add";
                    (Field::new("ask", "The question", "").hint("As most people will read it. Other wordings can follow.").line())
                    div class="choose" {
                        (select("kind", "Kind", &kinds, "long-text"))
                        (select("section", "Where", &sections, "main"))
                        (Field::new("key", "Short name", "").hint("Such as had-experience. Left empty, it is made from the question.").line())
                    }
                    div class="row" { button type="submit" class="btn" { "Add" } }
                }
            }
        }
    }
}
