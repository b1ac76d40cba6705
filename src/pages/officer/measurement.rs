//! The figures of one indicator: entering one, correcting or taking one out, and who did so before.

use jiff::civil::Date;
use maud::{Markup, html};

use super::{Desk, Section};
use crate::pages::Words;
use crate::pages::components::errors::{self, Problem};
use crate::pages::components::typed::Typed;
use crate::pages::figures::course::{Told, course};
use crate::plan::standing::{Measurement, RULE};
use crate::plan::{Indicator, Plan};

/// One change of a figure, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// For example `26 November 2026`.
    pub on: String,
    pub officer: String,
    pub period: String,
    /// What it became; none where it was taken out.
    pub became: Option<String>,
    pub source: Option<String>,
}

/// What was typed into the form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TypedFigure {
    pub period: String,
    pub value: String,
    pub source: String,
}

/// The page.
#[derive(Debug, Clone)]
pub struct MeasurementPage<'a> {
    pub desk: Desk,
    pub plan: &'a Plan,
    pub indicator: &'a Indicator,
    pub now: &'a [Measurement],
    pub today: Date,
    pub history: Vec<Past>,
    pub typed: TypedFigure,
    pub problems: Vec<Problem>,
}

impl MeasurementPage<'_> {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let heading = format!("Figures: {}", self.indicator.title);
        let title = if self.problems.is_empty() { heading.clone() } else { format!("Error: {heading}") };
        let plan = format!("/officer/plans/{}", self.plan.key);
        self.desk.render(
            &title,
            Section::Plan,
            html! {
                (self.desk.trail(&[(&plan, "Plan"), (&format!("{plan}/progress"), "Progress")], "Figures"))
                (errors::summary(Words::english(), &self.problems))
                p class="small kicker" { (self.plan.title) }
                h1 { (heading) }
                (course(Told { say: Words::english(), starts: self.plan.starts, today: self.today }, "course", self.indicator, self.now))
                p class="small" { (RULE) }
                @if let Some(note) = &self.indicator.note { p class="small" { "Note: " (note) } }
                (self.form())
                (self.standing())
                (self.past())
            },
        )
    }

    fn form(&self) -> Markup {
        let typed = &self.typed;
        let unit = format!("In {}. Digits alone, for example 31.9.", self.indicator.unit);
        html! {
            form method="post" novalidate class="edit" {
                h2 { "Enter a figure" }
                p { "A figure for a period that has one replaces it; what it was stays in the history." }
                input type="hidden" name="csrf" value=(self.desk.csrf);
                (Typed::new("period", "Period", &typed.period)
                    .hint("A month (2014-03), a year (2014), a year from April (2013/14) or a school year (2013/14 academic).")
                    .with(&self.problems).line())
                (Typed::new("value", "Figure", &typed.value).hint(&unit).with(&self.problems).line())
                (Typed::new("source", "Source", &typed.source)
                    .hint("Needed. Who publishes it, and where, so that anybody can look it up. It stands beside the figure wherever that is shown.").with(&self.problems).line())
                div class="row" { button class="btn" type="submit" { "Save the figure" } }
            }
        }
    }

    fn standing(&self) -> Markup {
        html! {
            @if !self.now.is_empty() {
                section aria-labelledby="remove" {
                    h2 id="remove" { "Take a figure out" }
                    p { "For one that was entered by mistake. The history keeps it." }
                    ul class="plain" {
                        @for one in self.now {
                            li {
                                form method="post" action={ "/officer/plans/" (self.plan.key) "/progress/" (self.indicator.key) "/remove" } class="row" {
                                    input type="hidden" name="csrf" value=(self.desk.csrf);
                                    input type="hidden" name="period" value=(one.period.as_text());
                                    span { (one.period) ": " b { (self.indicator.write(one.value)) } }
                                    button class="btn two tiny" type="submit" { "Take out" span class="sr" { " " (one.period) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn past(&self) -> Markup {
        html! {
            section aria-labelledby="history" {
                h2 id="history" { "History" }
                @if self.history.is_empty() { p { "Nothing has been entered yet." } }
                @else {
                    table class="stack" role="table" {
                        caption { "Every change, the newest first." }
                        thead role="rowgroup" { tr role="row" {
                            @for heading in ["When", "Who", "Period", "Became", "Source"] { th scope="col" role="columnheader" { (heading) } }
                        } }
                        tbody role="rowgroup" {
                            @for past in &self.history {
                                tr role="row" {
                                    th scope="row" role="rowheader" { (past.on) }
                                    td role="cell" data-k="Who" { (past.officer) }
                                    td role="cell" data-k="Period" { (past.period) }
                                    td role="cell" data-k="Became" { @match &past.became { Some(text) => (text), None => "taken out" } }
                                    td role="cell" data-k="Source" {
                                        @match (&past.source, &past.became) {
                                            (Some(source), _) => (source),
                                            (None, Some(_)) => (Words::english().say("plan-not-given")),
                                            (None, None) => {}
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
