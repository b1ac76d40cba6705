//! Papers that are typed in: what waits, how often two people typed the same, and typing one.

use maud::{Markup, html};

use super::paper_fields::{TypedField, summary};
use super::{Desk, Section};
use crate::pages::figures::numbers::grouped;

/// A paper on its way in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    pub number: String,
    /// Who typed it and when, the first one first.
    pub typed: Vec<(String, String)>,
    /// Whether who looks is one of them.
    pub own: bool,
    /// The perspective and the language that who looks has typed it with.
    pub with: Option<(String, String)>,
}

/// The page of all papers of a consultation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Papers {
    pub desk: Desk,
    pub waiting: Vec<Waiting>,
    /// Papers that are responses, fields that at least one of two people filled in, and those in which they differed.
    pub totals: (u64, u64, u64),
    /// Key and name.
    pub perspectives: Vec<(String, String)>,
    /// Code and name, the survey's own first.
    pub languages: Vec<(String, String)>,
    /// Said once something was done.
    pub done: Option<String>,
}

impl Papers {
    /// The whole document.
    pub fn render(&self) -> Markup {
        self.desk.render(
            "Papers",
            Section::Paper,
            html! {
                (self.desk.trail(&[], "Papers"))
                h1 { "Papers" }
                @if let Some(done) = &self.done { div class="note" { p { (done) } } }
                p { "Two people type each paper, neither seeing what the other typed. What differs is settled, and then the paper is a response." }
                (self.start())
                (self.list())
                section aria-labelledby="agreement" { h2 id="agreement" { "How often two people typed the same" } p { (self.agreement()) } }
                p { a href={ "/c/" (self.desk.subject.as_ref().map(|subject| subject.key.as_str()).unwrap_or_default()) "/paper" } { "Papers to print" } }
            },
        )
    }

    fn start(&self) -> Markup {
        html! {
            section aria-labelledby="type" {
                h2 id="type" { "Type a paper" }
                form class="choose" method="get" action=(self.desk.address("/paper/type")) {
                    div { label for="number" { "Number on the paper" } input type="text" id="number" name="number" autocomplete="off" required maxlength="30"; }
                    div { label for="perspective" { "Whose edition" } select id="perspective" name="perspective" { @for (key, name) in &self.perspectives { option value=(key) { (name) } } } }
                    div { label for="language" { "Printed in" } select id="language" name="language" { @for (code, name) in &self.languages { option value=(code) { (name) } } } }
                    button type="submit" class="btn" { "Type it" }
                }
                p class="hint" { "If a paper has no number, write one on it first that no other paper has: letters, digits and hyphens." }
            }
        }
    }

    fn list(&self) -> Markup {
        html! {
            section aria-labelledby="waiting" {
                h2 id="waiting" { "Waiting" }
                @if self.waiting.is_empty() { p { "No paper waits." } } @else {
                    table class="stack" role="table" {
                        caption { "Papers that are not responses yet." }
                        thead role="rowgroup" { tr role="row" {
                            th scope="col" role="columnheader" { "Number" } th scope="col" role="columnheader" { "Typed by" } th scope="col" role="columnheader" { "What next" }
                        } }
                        tbody role="rowgroup" { @for one in &self.waiting { (self.row(one)) } }
                    }
                }
            }
        }
    }

    fn row(&self, one: &Waiting) -> Markup {
        let typed: Vec<String> = one.typed.iter().map(|(who, day)| format!("{who}, {day}")).collect();
        html! {
            tr role="row" {
                th scope="row" role="rowheader" { (one.number) }
                td role="cell" data-k="Typed by" { (typed.join("; ")) }
                td role="cell" data-k="What next" {
                    @match (one.typed.len(), one.own) {
                        (2.., true) => a href={ (self.desk.address("/paper/settle")) "?number=" (one.number) } { "Compare the two" span class="sr" { " on paper " (one.number) } },
                        (2.., false) => "One of the two settles what differs",
                        (_, false) => "You can type it: enter its number above",
                        (_, true) => { "Somebody else types it. " @if let Some((perspective, language)) = &one.with {
                            a href={ (self.desk.address("/paper/type")) "?number=" (one.number) "&perspective=" (perspective) "&language=" (language) } { "Change what you typed" span class="sr" { " of paper " (one.number) } }
                        } }
                    }
                }
            }
        }
    }

    fn agreement(&self) -> String {
        let (papers, fields, differed) = self.totals;
        if fields == 0 {
            return "No paper has become a response yet.".to_owned();
        }
        let share = 100.0 * differed as f64 / fields as f64;
        let of = if papers == 1 { "1 paper".to_owned() } else { format!("{} papers", grouped(papers)) };
        format!(
            "On {of} they differed in {} of {} fields that were filled in: {share:.1}%.",
            grouped(differed),
            grouped(fields)
        )
    }
}

/// The page where one paper is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typing {
    pub desk: Desk,
    pub number: String,
    /// Key and name of whose edition it is.
    pub perspective: (String, String),
    /// Code and name of the language it was printed in.
    pub language: (String, String),
    /// In the order of the paper.
    pub fields: Vec<TypedField>,
}

impl Typing {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let title = format!("Paper {}", self.number);
        let papers = self.desk.address("/paper");
        let with = |field: &TypedField| field.problem.clone().map(|problem| (field.name.clone(), problem));
        let problems: Vec<(String, String)> = self.fields.iter().filter_map(with).collect();
        let tab = if problems.is_empty() { title.clone() } else { format!("Error: {title}") };
        self.desk.render(
            &tab,
            Section::Paper,
            html! {
                (self.desk.trail(&[(&papers, "Papers")], &title))
                (summary(&problems))
                h1 { (title) }
                p { (self.perspective.1) " edition, printed in " (self.language.1) ". " a href=(papers) { "Not this one" } }
                div class="note" { p {
                    b { "Type what is on the paper as it stands, slips and all. " }
                    "Leave a field blank where nothing is written, where it cannot be read, or where more boxes are ticked than may be. "
                    "Type names and addresses too: they are covered before answers are read."
                } }
                form method="post" action=(self.desk.address("/paper/type")) {
                    input type="hidden" name="csrf" value=(self.desk.csrf);
                    input type="hidden" name="number" value=(self.number);
                    input type="hidden" name="perspective" value=(self.perspective.0);
                    input type="hidden" name="language" value=(self.language.0);
                    @for field in &self.fields { (field.render()) }
                    div class="row" { button type="submit" class="btn" { "Keep this typing" } }
                }
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn papers(totals: (u64, u64, u64)) -> Papers {
        let waiting = |number: &str, typed: &[&str], own| Waiting {
            number: number.to_owned(),
            typed: typed.iter().map(|who| ((*who).to_owned(), "3 November".to_owned())).collect(),
            own,
            with: own.then(|| ("child".to_owned(), "en".to_owned())),
        };
        Papers {
            desk: Desk::sample(),
            waiting: vec![waiting("A1", &["ann"], false), waiting("A2", &["ann", "ben"], true)],
            totals,
            perspectives: vec![("child".to_owned(), "Child".to_owned())],
            languages: vec![("en".to_owned(), "English".to_owned())],
            done: None,
        }
    }

    #[test]
    fn how_often_two_people_differed_is_a_share_of_what_was_filled_in() {
        assert!(papers((3, 60, 5)).agreement().contains("5 of 60 fields that were filled in: 8.3%"));
        assert!(papers((0, 0, 0)).agreement().contains("No paper"));
    }

    #[test]
    fn only_who_typed_a_paper_is_led_to_settle_it() {
        let page = papers((0, 0, 0)).render().into_string();
        assert!(page.contains("settle?number=A2") && !page.contains("settle?number=A1"), "{page}");
    }
}
