//! The form that asks for a breakdown: plain lists to choose from, sent with GET so that its address can be kept.

use maud::{Markup, html};

use super::super::themes::Choice;

/// The field of the rows, which a message leads to.
pub(super) const ROWS: &str = "rows";

/// The values of one attribute that people can be narrowed down to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilterGroup {
    pub name: String,
    pub choices: Vec<Choice>,
}

/// What can be asked for, and what was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskForm {
    pub rows: Vec<Choice>,
    /// One list for each way that can be asked for.
    pub by: Vec<Vec<Choice>>,
    /// Whether questions are told apart.
    pub each_question: bool,
    /// One list for each filter.
    pub only: Vec<Vec<FilterGroup>>,
}

impl AskForm {
    /// The form, sent to this address.
    pub(super) fn render(&self, action: &str, is_wrong: bool) -> Markup {
        html! {
            details class="noprint" open[is_wrong] {
                summary { "Ask for another table" }
                form class="filters" method="get" action=(action) {
                    div class={ "ask-for" @if is_wrong { " err" } } {
                        div { label for=(ROWS) { "Rows" } (list(ROWS, ROWS, &self.rows, None)) }
                        @for (at, choices) in self.by.iter().enumerate() {
                            @let id = format!("way-{}", at + 1);
                            div {
                                label for=(id) { @match at { 0 => "Told apart by", 1 => "And by", _ => "And also by" } }
                                (list(&id, &numbered("by", at), choices, Some("Nothing more")))
                            }
                        }
                        div {
                            label for="question" { "Questions" }
                            select id="question" name="question" {
                                option value="" selected[!self.each_question] { "All together" }
                                option value="each" selected[self.each_question] { "Told apart" }
                            }
                        }
                        @for (at, groups) in self.only.iter().enumerate() {
                            @let id = format!("filter-{}", at + 1);
                            div { label for=(id) { @if at == 0 { "Only people with" } @else { "And with" } } (filters(&id, &numbered("only", at), groups)) }
                        }
                        div { button type="submit" class="btn two" { "Show the table" } }
                    }
                }
            }
        }
    }

    /// Themes by district, and nothing else to choose.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        let choice = |value: &str, label: &str| Choice { value: value.into(), label: label.into(), chosen: true };
        Self {
            rows: vec![choice("themes", "Themes")],
            by: vec![vec![choice("district", "District")]],
            each_question: false,
            only: vec![vec![FilterGroup {
                name: "District".into(),
                choices: vec![Choice { chosen: false, ..choice("district:redditch", "Redditch") }],
            }]],
        }
    }
}

fn list(id: &str, name: &str, choices: &[Choice], none: Option<&str>) -> Markup {
    html! {
        select id=(id) name=(name) {
            @if let Some(none) = none { option value="" { (none) } }
            @for choice in choices { option value=(choice.value) selected[choice.chosen] { (choice.label) } }
        }
    }
}

/// The name of the first field of its kind, or of a further one: `by`, `by-2`.
fn numbered(name: &str, at: usize) -> String {
    if at == 0 { name.to_owned() } else { format!("{name}-{}", at + 1) }
}

fn filters(id: &str, name: &str, groups: &[FilterGroup]) -> Markup {
    html! {
        select id=(id) name=(name) {
            option value="" { "Anything" }
            @for group in groups {
                optgroup label=(group.name) {
                    @for choice in &group.choices { option value=(choice.value) selected[choice.chosen] { (choice.label) } }
                }
            }
        }
    }
}
