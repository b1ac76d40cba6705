//! A questionnaire that two people have typed: what differs, side by side, and which it is.

use maud::{Markup, html};

use super::questionnaire_fields::{TypedField, summary};
use super::{Desk, Section};

/// Before the name of a field, the name of the choice between both typings.
pub const CHOICE: &str = "which-";
/// Before the name of a field, the name of what is typed anew.
pub const ANEW: &str = "anew-";
/// The first typing is right.
pub const FIRST: &str = "first";
/// The second is.
pub const SECOND: &str = "second";
/// Neither is: it was typed anew.
pub const NEITHER: &str = "anew";

/// One field in which both typings differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differing {
    /// The field's own name.
    pub name: String,
    /// What each of the two typed, in its stored form.
    pub typed: [String; 2],
    /// What was picked before, if anything.
    pub picked: String,
    /// Nothing was picked.
    pub missing: bool,
    /// For typing it anew.
    pub anew: TypedField,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settling {
    pub desk: Desk,
    pub number: String,
    /// Who typed first and who second.
    pub officers: [String; 2],
    /// How many fields at least one of them filled in.
    pub fields: usize,
    pub differing: Vec<Differing>,
    /// One of the typings was changed while this was being settled.
    pub changed: bool,
}

impl Settling {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let title = format!("Settle questionnaire {}", self.number);
        let questionnaires = self.desk.address("/questionnaires");
        let problems = self.problems();
        let tab = if problems.is_empty() { title.clone() } else { format!("Error: {title}") };
        self.desk.render(
            &tab,
            Section::Questionnaires,
            html! {
                (self.desk.trail(&[(&questionnaires, "Questionnaires")], &title))
                (summary(&problems))
                h1 { (title) }
                @if self.changed { div class="note warn" { p { "One of the two has changed what they typed. Nothing was stored: look again." } } }
                p { "Typed first by " b { (self.officers[0]) } " and then by " b { (self.officers[1]) } ". " (self.differ()) " Look at the questionnaire." }
                form method="post" action=(self.desk.address("/questionnaires/settle")) {
                    input type="hidden" name="csrf" value=(self.desk.csrf);
                    input type="hidden" name="number" value=(self.number);
                    @for one in &self.differing { (self.choice(one)) }
                    div class="row" { button type="submit" class="btn" { "Store as a response" } a href=(questionnaires) { "Not yet" } }
                }
                p class="hint" { "Both typings are then erased. Answers to questions that the survey does not ask of this person are left out." }
            },
        )
    }

    fn differ(&self) -> String {
        match self.differing.len() {
            0 => format!("Nothing differs in {} fields.", self.fields),
            1 => format!("One of {} fields differs.", self.fields),
            count => format!("{count} of {} fields differ.", self.fields),
        }
    }

    fn problems(&self) -> Vec<(String, String)> {
        let problem = |one: &Differing| {
            let missing =
                one.missing.then(|| (format!("{CHOICE}{}", one.name), format!("Pick one: {}", one.anew.heading)));
            missing.or_else(|| one.anew.problem.clone().map(|problem| (one.anew.name.clone(), problem)))
        };
        self.differing.iter().filter_map(problem).collect()
    }

    fn choice(&self, one: &Differing) -> Markup {
        let name = format!("{CHOICE}{}", one.name);
        let ways = [(FIRST, &self.officers[0], &one.typed[0]), (SECOND, &self.officers[1], &one.typed[1])];
        html! {
            fieldset class={ "card" @if one.missing { " err" } } {
                legend { b { (one.anew.heading) } }
                @for (at, (value, officer, typed)) in ways.into_iter().enumerate() {
                    @let id = if at == 0 { name.clone() } else { format!("{name}-{}", at + 1) };
                    div class="pick" {
                        input type="radio" id=(id) name=(name) value=(value) checked[one.picked == value];
                        label for=(id) { span class="small" { (officer) ": " } span class="kept" dir="auto" { (one.anew.read(typed)) } }
                    }
                }
                div class="pick" {
                    input type="radio" id={ (name) "-3" } name=(name) value=(NEITHER) checked[one.picked == NEITHER];
                    label for={ (name) "-3" } { "Neither: typed anew here" }
                }
                details open[one.picked == NEITHER] { summary { "Type it anew" } (one.anew.render()) }
            }
        }
    }
}
