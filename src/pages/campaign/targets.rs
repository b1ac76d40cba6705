//! Changing a campaign: its dates, its colour, its languages, and whom it hopes to reach.

use maud::{Markup, html};

use super::begin::{self, colours};
use super::desk::{input, line};
use super::{TeamDesk, TeamSection};
use crate::campaign::{OffTarget, Ways};
use crate::pages::components::errors::Problem;
use crate::pages::figures::numbers::grouped;
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
    /// Targets of groups that do not come to the whole, as they are kept.
    pub off: Vec<OffTarget>,
}

/// What to know where targets of groups do not come to the whole: both stand, and the team decides.
pub fn off_target(off: &[OffTarget]) -> Markup {
    html! {
        @for one in off { div class="note warn" role="status" { p { (off_words(*one)) } } }
    }
}

/// `The targets by district come to 700, which is 100 more than the 600 people you hope for.`
fn off_words(off: OffTarget) -> String {
    let by = match off.ways {
        Ways::District => "district",
        Ways::Age => "age",
        Ways::Perspective => "who people are",
    };
    let apart = if off.sum > off.whole { "more" } else { "fewer" };
    let (sum, by_how_many, whole) = (grouped(off.sum), grouped(off.sum.abs_diff(off.whole)), grouped(off.whole));
    format!("The targets by {by} come to {sum}, which is {by_how_many} {apart} than the {whole} people you hope for.")
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
            (off_target(&self.off))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_that_come_to_more_or_fewer_than_the_whole_are_told_in_numbers() {
        let off = |ways, sum| off_words(OffTarget { ways, sum, whole: 6_000 });
        let more = "The targets by district come to 6,100, which is 100 more than the 6,000 people you hope for.";
        assert_eq!(off(Ways::District, 6_100), more);
        let fewer = "The targets by age come to 900, which is 5,100 fewer than the 6,000 people you hope for.";
        assert_eq!(off(Ways::Age, 900), fewer);
        assert!(off_target(&[]).into_string().is_empty());
    }
}
