//! The editor: surveys as officers write, check, look at and publish them.
//!
//! Plain forms that save what is there, whole or not; what is wrong is said beside it and on the page of checks. A
//! survey's own words stand on these pages as words, never as markup.

pub mod check;
pub mod fields;
pub mod list;
pub mod preview;
pub mod question;
pub mod questions;
pub mod settings;
pub mod versions;
pub mod words;

use maud::{Markup, html};

use super::{Desk, Section};
use crate::finding::{Finding, Severity};
use crate::pages::words::own_name;

/// Which page of the editor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    Questions,
    Words,
    Settings,
    Check,
    Preview,
    Versions,
}

/// What every page about one survey shares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub desk: Desk,
    pub key: String,
    pub title: String,
    /// When it takes answers, or that it was never published.
    pub state: String,
    /// The default language.
    pub language: String,
    /// There is a draft that is not what people see.
    pub is_draft: bool,
    /// It is part of the program, and can only be copied.
    pub read_only: bool,
    /// It has opened: only what harms no comparison may change.
    pub has_opened: bool,
    /// The form before this page was kept.
    pub saved: bool,
}

impl Place {
    /// The address of a page of this survey.
    pub fn href(&self, rest: &str) -> String {
        format!("/officer/surveys/{}{rest}", self.key)
    }

    /// The whole document, with where it stands on top.
    pub fn render(&self, title: &str, tab: Tab, main: Markup) -> Markup {
        let whole = format!("{title} – {}", self.title);
        self.desk.render(
            &whole,
            Section::Surveys,
            html! {
                nav class="small trail-of" aria-label="Where you are" {
                    a href="/officer/surveys" { "Surveys" } " / " a href=(self.href("")) { (self.title) } " / " (title)
                }
                p class="kicker small" {
                    (self.state)
                    @if self.is_draft { " " span class="tag cand" { "Changes not published" } }
                }
                h1 { (title) }
                (self.tabs(tab))
                @if self.saved { p class="note" role="status" { "Saved as a draft. Nobody sees it until you publish it." } }
                @if self.read_only {
                    p class="note" {
                        "This survey is part of Heard and stays as it is. "
                        a href={ "/officer/surveys?from=" (self.key) "#new" } { "Copy it" } " to change it."
                    }
                } @else if self.has_opened && tab != Tab::Check && tab != Tab::Preview {
                    p class="note" {
                        "People are answering this survey or have done. You can close it later, and add help, hints, notes, \
                         easy read and languages. What would spoil comparison is refused when you publish, with the reason."
                    }
                }
                (main)
            },
        )
    }

    fn tabs(&self, here: Tab) -> Markup {
        let words = format!("/words/{}", self.language);
        let tabs = [
            (Tab::Questions, "", "Questions"),
            (Tab::Words, words.as_str(), "Words"),
            (Tab::Settings, "/settings", "Settings"),
            (Tab::Preview, "/preview", "Preview"),
            (Tab::Check, "/check", "Check and publish"),
            (Tab::Versions, "/versions", "Versions"),
        ];
        html! {
            nav class="langs" aria-label="This survey" {
                @for (tab, rest, text) in tabs {
                    a href=(self.href(rest)) aria-current=[(tab == here).then_some("page")] { (text) }
                }
            }
        }
    }

    /// What a form of this session sends back.
    pub fn csrf(&self) -> Markup {
        html! { input type="hidden" name="csrf" value=(self.desk.csrf); }
    }

    /// Findings as a list, each with a link to where it is put right.
    pub fn findings(&self, findings: &[Finding]) -> Markup {
        html! {
            ul class="plain" {
                @for finding in findings {
                    li {
                        @match finding.severity {
                            Severity::Error => span class="tag late" { "To put right" },
                            Severity::Warning => span class="tag" { "Worth a look" },
                        }
                        " "
                        @if !finding.key.is_empty() { a href=(self.where_to(finding)) { (finding.key) } ": " }
                        (finding.problem)
                        @if let Some(language) = language_of(finding) { " (" (own_name(language)) ")" }
                    }
                }
            }
        }
    }

    /// The page where a finding is put right.
    fn where_to(&self, finding: &Finding) -> String {
        let question = finding.key.strip_prefix("question.").and_then(|rest| rest.split('.').next());
        match (language_of(finding), question) {
            (Some(language), Some(question)) => self.href(&format!("/words/{language}#question_{question}")),
            (Some(language), None) => self.href(&format!("/words/{language}")),
            (None, Some(question)) if !question.is_empty() && question != "key" => {
                self.href(&format!("/question/{question}"))
            }
            (None, _) if finding.key.starts_with("question") => self.href(""),
            _ => self.href("/settings"),
        }
    }
}

/// The language of the words that a finding is about, where it is about words.
fn language_of(finding: &Finding) -> Option<&str> {
    let file = finding.file.rsplit('/').next().filter(|_| finding.file.contains("wording"));
    file.and_then(|file| file.strip_suffix(".toml"))
}

/// What a kind of question is called.
pub fn kind_name(kind: &str) -> &str {
    match kind {
        "information" => "A page to read",
        "district" => "District",
        "short-text" => "A few words",
        "long-text" => "Free text",
        "one-of" => "One of a list",
        "many-of" => "Any of a list",
        "scale" => "Steps in order",
        "ranking" => "Ranking",
        "number" => "Number",
        "age-band" => "Age band",
        other => other,
    }
}
