//! One action of a plan: who answers for it, by when, how far it has got, and who said so.

use maud::{Markup, html};

use super::{Desk, Section};
use crate::pages::Words;
use crate::pages::components::errors::{self, Problem};
use crate::pages::components::typed::Typed;
use crate::pages::figures::going::{due, owner, source, status};
use crate::plan::actions::ActionNow;
use crate::plan::{Plan, Status};

/// What was typed into the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedAction {
    pub owner: String,
    /// As `2026-11-26`, or nothing.
    pub due: String,
    /// As [`Status::as_str`], or nothing.
    pub status: String,
    /// Where whoever changes how far it has got learnt that.
    pub source: String,
}

/// The page.
#[derive(Debug, Clone)]
pub struct ActionPage<'a> {
    pub desk: Desk,
    pub plan: &'a Plan,
    pub says: &'a str,
    pub typed: TypedAction,
    /// Day, account, and how the action stood after the change, the newest first.
    pub history: Vec<(String, String, ActionNow)>,
    pub problems: Vec<Problem>,
}

impl ActionPage<'_> {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let title = if self.problems.is_empty() { "An action" } else { "Error: An action" };
        let plan = format!("/officer/plans/{}", self.plan.key);
        let mut choices = vec![(String::new(), "Nobody has said".to_owned())];
        choices.extend(Status::ALL.map(|status| (status.as_str().to_owned(), status.in_words().to_owned())));
        self.desk.render(title, Section::Plan, html! {
            (self.desk.trail(&[(&plan, "Plan"), (&format!("{plan}/progress"), "Progress")], "Action"))
            (errors::summary(Words::english(), &self.problems))
            p class="small kicker" { (self.plan.title) }
            h1 { (self.says) }
            form method="post" novalidate class="edit" {
                input type="hidden" name="csrf" value=(self.desk.csrf);
                (Typed::new("owner", "Who answers for it", &self.typed.owner).hint("An organisation, a team or a role.").with(&self.problems).line())
                (Typed::new("due", "By when", &self.typed.due).with(&self.problems).date())
                (Typed::new("status", "How far it has got", &self.typed.status).with(&self.problems).select(&choices))
                (Typed::new("source", "Source", &self.typed.source)
                    .hint("Where you learnt how far it has got: who told you or what shows it. Needed when that changes; it stands beside it.")
                    .with(&self.problems).line())
                div class="row" { button class="btn" type="submit" { "Save" } }
            }
            section aria-labelledby="history" {
                h2 id="history" { "History" }
                @if self.history.is_empty() { p { "It stands as the plan gives it." } }
                @else {
                    table class="stack" role="table" {
                        caption { "Every change, the newest first." }
                        thead role="rowgroup" { tr role="row" {
                            @for heading in ["When", "Who changed it", "Who", "By", "How far"] { th scope="col" role="columnheader" { (heading) } }
                        } }
                        tbody role="rowgroup" {
                            @for (on, officer, then) in &self.history {
                                tr role="row" {
                                    th scope="row" role="rowheader" { (on) }
                                    td role="cell" data-k="Who changed it" { (officer) }
                                    td role="cell" data-k="Who" { (owner(Words::english(), then)) }
                                    td role="cell" data-k="By" { (due(Words::english(), then)) }
                                    td role="cell" data-k="How far" { (status(Words::english(), then.status)) (source(Words::english(), then)) }
                                }
                            }
                        }
                    }
                }
            }
        })
    }
}
