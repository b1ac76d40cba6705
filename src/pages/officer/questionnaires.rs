//! Questionnaires that are typed in: what waits, how often two people typed the same, and typing one.

use maud::{Markup, html};

use super::questionnaire_fields::{TypedField, summary};
use super::{Desk, Section};
use crate::pages::figures::numbers::grouped;

/// A questionnaire on its way in.
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

/// The page of all questionnaires of a consultation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Questionnaires {
    pub desk: Desk,
    pub waiting: Vec<Waiting>,
    /// Questionnaires that are responses, fields that at least one of two people filled in, and those in which they differed.
    pub totals: (u64, u64, u64),
    /// Key and name.
    pub perspectives: Vec<(String, String)>,
    /// Code and name, the survey's own first.
    pub languages: Vec<(String, String)>,
    /// Said once something was done.
    pub done: Option<String>,
}

impl Questionnaires {
    /// The whole document.
    pub fn render(&self) -> Markup {
        self.desk.render(
            "Questionnaires",
            Section::Questionnaires,
            html! {
                (self.desk.trail(&[], "Questionnaires"))
                h1 { "Questionnaires" }
                @if let Some(done) = &self.done { div class="note" { p { (done) } } }
                p { "Two people type each questionnaire, neither seeing what the other typed. What differs is settled, and then the questionnaire is a response." }
                (self.start())
                (self.list())
                section aria-labelledby="agreement" { h2 id="agreement" { "How often two people typed the same" } p { (self.agreement()) } }
                p { a href={ "/c/" (self.desk.subject.as_ref().map(|subject| subject.key.as_str()).unwrap_or_default()) "/paper" } { "Questionnaires to print" } }
            },
        )
    }

    fn start(&self) -> Markup {
        html! {
            section aria-labelledby="type" {
                h2 id="type" { "Type a questionnaire" }
                form class="choose" method="get" action=(self.desk.address("/questionnaires/type")) {
                    div { label for="number" { "Number on the questionnaire" } input type="text" id="number" name="number" autocomplete="off" required maxlength="30"; }
                    div { label for="perspective" { "Whose edition" } select id="perspective" name="perspective" { @for (key, name) in &self.perspectives { option value=(key) { (name) } } } }
                    div { label for="language" { "Printed in" } select id="language" name="language" { @for (code, name) in &self.languages { option value=(code) { (name) } } } }
                    button type="submit" class="btn" { "Type it" }
                }
                p class="hint" { "If a questionnaire has no number, write one on it first that no other questionnaire has: letters, digits and hyphens." }
            }
        }
    }

    fn list(&self) -> Markup {
        html! {
            section aria-labelledby="waiting" {
                h2 id="waiting" { "Waiting" }
                @if self.waiting.is_empty() { p { "No questionnaire waits." } } @else {
                    table class="stack" role="table" {
                        caption { "Questionnaires that are not responses yet." }
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
                        (2.., true) => a href={ (self.desk.address("/questionnaires/settle")) "?number=" (one.number) } { "Compare the two" span class="sr" { " on paper " (one.number) } },
                        (2.., false) => "One of the two settles what differs",
                        (_, false) => "You can type it: enter its number above",
                        (_, true) => { "Somebody else types it. " @if let Some((perspective, language)) = &one.with {
                            a href={ (self.desk.address("/questionnaires/type")) "?number=" (one.number) "&perspective=" (perspective) "&language=" (language) } { "Change what you typed" span class="sr" { " of questionnaire " (one.number) } }
                        } }
                    }
                }
            }
        }
    }

    fn agreement(&self) -> String {
        let (questionnaires, fields, differed) = self.totals;
        if fields == 0 {
            return "No questionnaire has become a response yet.".to_owned();
        }
        let share = 100.0 * differed as f64 / fields as f64;
        let of = if questionnaires == 1 {
            "1 questionnaire".to_owned()
        } else {
            format!("{} questionnaires", grouped(questionnaires))
        };
        format!(
            "On {of} they differed in {} of {} fields that were filled in: {share:.1}%.",
            grouped(differed),
            grouped(fields)
        )
    }
}

/// The page where one questionnaire is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typing {
    pub desk: Desk,
    pub number: String,
    /// Key and name of whose edition it is.
    pub perspective: (String, String),
    /// Code and name of the language it was printed in.
    pub language: (String, String),
    /// In the order of the questionnaire.
    pub fields: Vec<TypedField>,
}

impl Typing {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let title = format!("Questionnaire {}", self.number);
        let questionnaires = self.desk.address("/questionnaires");
        let with = |field: &TypedField| field.problem.clone().map(|problem| (field.name.clone(), problem));
        let problems: Vec<(String, String)> = self.fields.iter().filter_map(with).collect();
        let tab = if problems.is_empty() { title.clone() } else { format!("Error: {title}") };
        self.desk.render(
            &tab,
            Section::Questionnaires,
            html! {
                (self.desk.trail(&[(&questionnaires, "Questionnaires")], &title))
                (summary(&problems))
                h1 { (title) }
                p { (self.perspective.1) " edition, printed in " (self.language.1) ". " a href=(questionnaires) { "Not this one" } }
                div class="note" { p {
                    b { "Type what is on the questionnaire as it stands, slips and all. " }
                    "Leave a field blank where nothing is written, where it cannot be read, or where more boxes are ticked than may be. "
                    "Type names and addresses too: they are covered before answers are read."
                } }
                form method="post" action=(self.desk.address("/questionnaires/type")) {
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

    fn questionnaires(totals: (u64, u64, u64)) -> Questionnaires {
        let waiting = |number: &str, typed: &[&str], own| Waiting {
            number: number.to_owned(),
            typed: typed.iter().map(|who| ((*who).to_owned(), "3 November".to_owned())).collect(),
            own,
            with: own.then(|| ("child".to_owned(), "en".to_owned())),
        };
        Questionnaires {
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
        assert!(questionnaires((3, 60, 5)).agreement().contains("5 of 60 fields that were filled in: 8.3%"));
        assert!(questionnaires((0, 0, 0)).agreement().contains("No questionnaire"));
    }

    #[test]
    fn only_who_typed_a_questionnaire_is_led_to_settle_it() {
        let page = questionnaires((0, 0, 0)).render().into_string();
        assert!(page.contains("settle?number=A2") && !page.contains("settle?number=A1"), "{page}");
    }
}
