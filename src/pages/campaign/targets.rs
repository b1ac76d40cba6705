//! Changing a campaign: its dates, its colour, its languages, and whom it hopes to reach.

use maud::{Markup, html};

use super::begin::{self, colours};
use super::desk::{input, line};
use super::{TeamDesk, TeamSection};
use crate::pages::components::errors::Problem;
use crate::pages::words::own_name;

/// One target that can be set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetField {
    /// `district:redditch`.
    pub field: String,
    pub name: String,
    pub value: String,
    /// How many live here, where that is known.
    pub people: Option<String>,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Targets {
    pub desk: TeamDesk,
    pub typed: begin::Typed,
    /// The languages that its subject speaks, and whether posters are made in each.
    pub languages: Vec<(String, bool)>,
    /// By heading.
    pub groups: Vec<(&'static str, Vec<TargetField>)>,
    pub problems: Vec<Problem>,
}

impl Targets {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let field = |kind: &'static str, name, label, hint, value: &str| {
            line(name, label, hint, &self.problems, |described, wrong| {
                input(kind, name, value, described.as_deref(), wrong)
            })
        };
        let main = html! {
            (self.desk.kicker())
            h1 { "Dates and targets" }
            form method="post" action=(self.desk.address("/targets")) novalidate class="edit" {
                (self.desk.token())
                (field("text", "name", "What the team calls the campaign", "", &self.typed.name))
                (field("text", "team", "Who runs it", "Never a person’s name", &self.typed.team))
                (field("date", "starts", "First day", "", &self.typed.starts))
                (field("date", "ends", "Last day", "", &self.typed.ends))
                (field("text", "target", "How many people you hope for", "", &self.typed.target))
                @for (heading, fields) in &self.groups { (self.group(heading, fields)) }
                fieldset {
                    legend { "Languages of posters" }
                    @for (code, chosen) in &self.languages {
                        div class="pick" {
                            input type="checkbox" name="language" id={ "language-" (code) } value=(code) checked[*chosen];
                            label for={ "language-" (code) } lang=(code) { (own_name(code)) }
                        }
                    }
                }
                (colours(&self.typed, &self.problems))
                div class="row" { button type="submit" class="btn" { "Save" } }
            }
        };
        self.desk.render("Dates and targets", TeamSection::Turnout, &self.problems, main)
    }

    fn group(&self, heading: &str, fields: &[TargetField]) -> Markup {
        html! {
            fieldset {
                legend { (heading) }
                p class="small" { "How many you hope for. Leave a field empty for no target." }
                div class="grid" {
                    @for field in fields {
                        div class="typed" {
                            label for=(field.field) { (field.name) }
                            @if let Some(people) = &field.people { p class="hint" id={ (field.field) "-hint" } { (people) } }
                            input type="text" inputmode="numeric" class="short" id=(field.field) name=(field.field) value=(field.value) autocomplete="off"
                                aria-describedby=[field.people.as_ref().map(|_| format!("{}-hint", field.field))];
                        }
                    }
                }
            }
        }
    }
}
