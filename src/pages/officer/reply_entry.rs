//! One entry of "we asked, you said, we did" as it is written. Figures are chosen from those that are published, and
//! never typed.

use maud::{Markup, html};

use super::{Desk, Section};
use crate::breakdown::Figure;
use crate::pages::Words;
use crate::pages::components::errors::{self, Problem};
use crate::pages::components::typed::Typed;
use crate::pages::figures::numbers::{figure, grouped};
use crate::plan::Status;

/// How many things done an entry has room for.
pub const DEEDS: usize = 5;
/// The fields of each: what, who, when, how far.
pub const DEED_FIELDS: [[&str; 4]; DEEDS] = [
    ["deed1", "owner1", "on1", "status1"],
    ["deed2", "owner2", "on2", "status2"],
    ["deed3", "owner3", "on3", "status3"],
    ["deed4", "owner4", "on4", "status4"],
    ["deed5", "owner5", "on5", "status5"],
];
/// The field of the figures.
pub const FIGURE: &str = "figure";

/// A figure that can be chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Offered {
    /// What stands for it in the form.
    pub key: String,
    /// What it is of, as the page will say it.
    pub label: String,
    pub figure: Figure,
}

/// Figures of one theme or question.
#[derive(Debug, Clone, PartialEq)]
pub struct OfferedGroup {
    pub name: String,
    pub figures: Vec<Offered>,
}

/// What was typed into the form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TypedEntry {
    pub key: String,
    pub outcome: String,
    pub asked: String,
    pub said: String,
    /// Keys of chosen figures.
    pub figures: Vec<String>,
    pub decided: String,
    /// What, who, when, how far.
    pub deeds: Vec<[String; 4]>,
    pub not_done: String,
    pub child_asked: String,
    pub child_said: String,
    pub child_did: String,
}

/// The page.
#[derive(Debug, Clone, PartialEq)]
pub struct ReplyEntry {
    pub desk: Desk,
    /// It was never saved before, so that it still gets its name.
    pub is_new: bool,
    pub typed: TypedEntry,
    /// Keys and titles of the plan's outcomes.
    pub outcomes: Vec<(String, String)>,
    pub offered: Vec<OfferedGroup>,
    pub problems: Vec<Problem>,
}

impl ReplyEntry {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let heading = if self.is_new { "Write an entry" } else { "Change an entry" };
        let title = if self.problems.is_empty() { heading.to_owned() } else { format!("Error: {heading}") };
        let typed = &self.typed;
        let field = |name, label, value| Typed::new(name, label, value).with(&self.problems);
        self.desk.render(&title, Section::Replies, html! {
            (self.desk.trail(&[(&self.desk.address("/replies"), "You said, we did")], heading))
            (errors::summary(Words::english(), &self.problems))
            h1 { (heading) }
            p { "Save it as often as you like: nobody else sees it until it is published." }
            form method="post" novalidate class="edit" {
                input type="hidden" name="csrf" value=(self.desk.csrf);
                @if self.is_new { (field("key", "A short name", &typed.key).hint("For its address, for example later-buses: small letters, digits and hyphens.").line()) }
                @if !self.outcomes.is_empty() { (field("outcome", "The part of the plan it belongs to", &typed.outcome).select(&self.choices())) }
                (field("asked", "What you asked", &typed.asked).area(2))
                (field("said", "What people said", &typed.said).hint("Both sides, where people did not agree.").area(3))
                (self.figures())
                (field("decided", "What was decided, and why", &typed.decided).area(3))
                (self.deeds())
                (field("not_done", "Why nothing will be done", &typed.not_done).hint("Only where nothing will be done. People accept a no with a reason.").area(2))
                section aria-labelledby="children" {
                    h2 id="children" { "For children" }
                    p { "Short sentences and everyday words, for somebody of eight." }
                    (field("child_asked", "What you asked, for children", &typed.child_asked).area(2))
                    (field("child_said", "What people said, for children", &typed.child_said).area(2))
                    (field("child_did", "What you did, for children", &typed.child_did).area(2))
                }
                div class="row" { button class="btn" type="submit" { "Save" } }
            }
        })
    }

    fn choices(&self) -> Vec<(String, String)> {
        let none = (String::new(), "None of them".to_owned());
        [none].into_iter().chain(self.outcomes.iter().cloned()).collect()
    }

    fn figures(&self) -> Markup {
        html! {
            section aria-labelledby="figures" {
                h2 id="figures" { "How many said so" }
                p { "Choose published figures. They are kept as they stand today. A small number is hidden and cannot be chosen." }
                @if self.offered.is_empty() { p { "Nothing is counted yet." } }
                @for (at, group) in self.offered.iter().enumerate() {
                    details open[group.figures.iter().any(|one| self.typed.figures.contains(&one.key))] {
                        summary { (group.name) }
                        fieldset {
                            legend { (group.name) }
                            @for (place, one) in group.figures.iter().enumerate() { (self.offer(at, place, one)) }
                        }
                    }
                }
            }
        }
    }

    fn offer(&self, at: usize, place: usize, one: &Offered) -> Markup {
        let id = format!("figure-{at}-{place}");
        let Some(share) = one.figure.shown() else {
            return html! { p class="small" { (one.label) ": " (figure(&one.figure)) } };
        };
        html! {
            div class="pick" {
                input type="checkbox" id=(id) name=(FIGURE) value=(one.key) checked[self.typed.figures.contains(&one.key)];
                label for=(id) { (one.label) ": " (figure(&one.figure)) " of " (grouped(share.base)) " people" }
            }
        }
    }

    fn deeds(&self) -> Markup {
        let mut choices = vec![(String::new(), "Choose".to_owned())];
        choices.extend(Status::ALL.map(|status| (status.as_str().to_owned(), status.in_words().to_owned())));
        let empty: [String; 4] = Default::default();
        html! {
            section aria-labelledby="deeds" {
                h2 id="deeds" { "What was done, or will be" }
                p { "One thing in each. Leave the rest empty." }
                @for (at, names) in DEED_FIELDS.iter().enumerate() {
                    @let deed = self.typed.deeds.get(at).unwrap_or(&empty);
                    @let is_used = at == 0 || deed.iter().any(|text| !text.is_empty());
                    details open[is_used] {
                        summary { "Thing " (at + 1) }
                        fieldset {
                            legend class="sr" { "Thing " (at + 1) }
                            (Typed::new(names[0], "What", &deed[0]).with(&self.problems).line())
                            (Typed::new(names[1], "Who answers for it", &deed[1]).with(&self.problems).line())
                            (Typed::new(names[2], "When it was done, or is due", &deed[2]).with(&self.problems).date())
                            (Typed::new(names[3], "How far it has got", &deed[3]).with(&self.problems).select(&choices))
                        }
                    }
                }
            }
        }
    }
}
