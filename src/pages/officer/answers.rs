//! What people picked: every question with closed answers or numbers, and one of them by district and perspective.

use maud::{Markup, html};

use super::evidence::uses::Uses;
use super::{Desk, Section};
use crate::breakdown::reading::comparisons_made;
use crate::breakdown::{Breakdown, Count, Figure, Middle, Policy};
use crate::pages::figures::Scale;
use crate::pages::figures::bar::{Ink, bar};
use crate::pages::figures::hidden::{chose_to_answer, explained, hidden};
use crate::pages::figures::numbers::{count, count_words, figure, people_in, percent, sign};
use crate::pages::figures::village::{Villagers, each, shapes, together};

/// One question's answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    pub key: String,
    pub ask: String,
    /// No published survey names its subject.
    pub ours: bool,
    /// It is asked of some: of a perspective, or of those who gave another answer.
    pub routed: bool,
    /// How many were asked it; not told of one that is asked of some.
    pub asked: Option<Count>,
    /// How many of them answered.
    pub answered: Count,
    /// Its figures are kept back, as they would tell a number that is hidden of an earlier question.
    pub withheld: bool,
    pub shares: Vec<Shares>,
    /// Of numbers, where enough gave one.
    pub middle: Option<Middle>,
    pub is_number: bool,
}

/// Options with their shares of everyone who answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Shares {
    /// What people counted in a row did, for example `picked it`.
    pub named: &'static str,
    pub table: Breakdown,
}

/// Options by groups.
#[derive(Debug, Clone, PartialEq)]
pub struct ByGroup {
    pub heading: &'static str,
    /// What people counted in a row did.
    pub named: &'static str,
    pub table: Breakdown,
}

/// Every question.
#[derive(Debug, Clone, PartialEq)]
pub struct Answers {
    pub desk: Desk,
    pub questions: Vec<Answered>,
    pub policy: Policy,
}

/// One question by group.
#[derive(Debug, Clone, PartialEq)]
pub struct OneQuestion {
    pub desk: Desk,
    pub answered: Answered,
    pub by: Vec<ByGroup>,
    pub policy: Policy,
    /// Everybody who answered is in one option only.
    pub exclusive: bool,
    /// The outcomes that use its answers; `None` where the consultation feeds no plan.
    pub uses: Option<Uses>,
}

impl Answers {
    /// The whole document.
    pub fn render(&self) -> Markup {
        self.desk.render(
            "Answers",
            Section::Answers,
            html! {
                (self.desk.trail(&[], "Answers"))
                h1 { "Answers" }
                p { "Every question that is answered by picking or with a number. What people wrote in their own words is under Themes." }
                (chose_to_answer(&self.desk.organisation))
                @if self.questions.is_empty() { p { "This consultation asks in people’s own words only." } }
                @for question in &self.questions {
                    section class="card" aria-labelledby={ "q-" (question.key) } {
                        h2 id={ "q-" (question.key) } {
                            @if question.is_number { (question.ask) }
                            @else { a href=(self.desk.address(&format!("/answers/{}", question.key))) { (question.ask) } }
                        }
                        (question.figures(self.policy))
                    }
                }
                (explained(self.policy))
            },
        )
    }
}

impl OneQuestion {
    /// The answers as 100 people, where there are options.
    fn village(&self) -> Markup {
        let Some(shares) = self.answered.shares.first().filter(|shares| !shares.table.rows.is_empty()) else {
            return html! {};
        };
        let one = |row: &crate::breakdown::PublishedRow| Villagers {
            label: row.name.clone(),
            of_100: row.everyone.shown().map(|share| share.share * 100.0),
        };
        let all: Vec<Villagers> = shares.table.rows.iter().map(one).collect();
        let count = |people: u32| format!("{people} of 100");
        html! {
            section aria-labelledby="village" {
                h2 id="village" { "If those who answered were 100 people" }
                (shapes())
                @if self.exclusive { (together(&all, None, count, &hidden())) }
                @else { p { "Filled figures " (shares.named) ". One person can be in several pictures." } (each(&all, None, count, &hidden())) }
            }
        }
    }

    /// The whole document.
    pub fn render(&self) -> Markup {
        let all = self.desk.address("/answers");
        self.desk.render(
            &self.answered.ask,
            Section::Answers,
            html! {
                (self.desk.trail(&[(all.as_str(), "Answers")], &self.answered.ask))
                h1 { (self.answered.ask) }
                (self.answered.figures(self.policy))
                (self.village())
                @for by in &self.by {
                    section {
                        h2 { (by.heading) }
                        (by.table())
                    }
                }
                (explained(self.policy))
                (chose_to_answer(&self.desk.organisation))
                @if let Some(uses) = &self.uses { (uses.section()) }
            },
        )
    }
}

impl Answered {
    fn figures(&self, policy: Policy) -> Markup {
        let words = |count| count_words(count, policy.threshold);
        html! {
            p {
                @match (self.withheld, self.asked) {
                    (true, _) => {
                        "Asked of some. All of its figures are kept private: beside those of an earlier question they would \
                         tell a small number that is hidden there."
                    }
                    (false, None) => { "Asked of some, of whom " (words(self.answered)) " people answered." }
                    (false, Some(asked)) => {
                        @if self.routed { "Asked of some: " } @else { "Asked of " }
                        (words(asked)) " people; " (words(self.answered)) " of them answered."
                    }
                }
                @if self.ours { " " span class="small" { "Subject added by Heard’s authors." } }
            }
            @for shares in self.shares.iter().filter(|_| !self.withheld) { (shares.table()) }
            @if self.is_number && !self.withheld {
                @match self.middle {
                    Some(middle) => p { "Half gave less than " b { (plain(middle.median)) } " and half more; the middle half of all lies from "
                        (plain(middle.low)) " to " (plain(middle.high)) "." },
                    None => p { "Fewer than " (policy.least_base) " gave a number, too few to show its middle." },
                }
            }
        }
    }
}

impl Shares {
    fn table(&self) -> Markup {
        let scale = Scale::fitting(self.table.rows.iter().map(|row| &row.everyone));
        html! {
            table class="stack" role="table" {
                caption { "Of those who answered, who " (self.named) ", with the 95% interval." }
                thead role="rowgroup" { tr role="row" {
                    th scope="col" role="columnheader" { "Answer" }
                    th scope="col" role="columnheader" { (scale.axis()) }
                    th scope="col" role="columnheader" class="num" { "Share (95%)" }
                    th scope="col" role="columnheader" class="num" { "People" }
                } }
                tbody role="rowgroup" {
                    @for row in &self.table.rows {
                        tr role="row" {
                            th scope="row" role="rowheader" { (row.name) }
                            td role="cell" { (bar(&row.everyone, None, Ink::Plain, scale)) }
                            td class="num nw" role="cell" data-k="Share" { (figure(&row.everyone)) }
                            td class="num" role="cell" data-k="People" { (people_in(&row.everyone)) }
                        }
                    }
                }
            }
        }
    }
}

impl ByGroup {
    fn table(&self) -> Markup {
        html! {
            table class="stack" role="table" {
                caption {
                    "Of those in each group who answered, who " (self.named)
                    ". ▲ ▼ stand where a group clearly differs from everyone else, allowing for "
                    (comparisons_made(self.table.comparisons)) " (5% false discovery rate)."
                }
                thead role="rowgroup" { tr role="row" {
                    th scope="col" role="columnheader" { "Answer" }
                    @for group in &self.table.groups { th scope="col" role="columnheader" class="num" { (group.name) } }
                    th scope="col" role="columnheader" class="num" { "Everyone" }
                } }
                tbody role="rowgroup" {
                    @for row in &self.table.rows {
                        tr role="row" {
                            th scope="row" role="rowheader" { (row.name) }
                            @for (group, cell) in self.table.groups.iter().zip(&row.cells) {
                                td class="num nw" role="cell" data-k=(group.name) { (share(&cell.figure)) " " (sign(cell.differs)) }
                            }
                            td class="num nw" role="cell" data-k="Everyone" { (share(&row.everyone)) }
                        }
                    }
                    tr class="tot" role="row" {
                        th scope="row" role="rowheader" { "Who answered" }
                        @for group in &self.table.groups { td class="num" role="cell" data-k=(group.name) { (count(group.base)) } }
                        td class="num" role="cell" data-k="Everyone" { (count(self.table.everyone)) }
                    }
                }
            }
        }
    }
}

fn share(figure: &Figure) -> Markup {
    match figure.shown() {
        Some(share) => html! { (percent(share.share)) },
        None => hidden(),
    }
}

/// A number without decimals that say nothing.
fn plain(number: f64) -> String {
    let text = format!("{number:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}
