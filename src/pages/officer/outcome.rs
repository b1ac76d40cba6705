//! One outcome of a plan beside what people said: themes by district, quotes, what points the other way, and
//! what nobody was asked.

use maud::{Markup, html};

use super::evidence::rests_on::RestsOn;
use super::in_short::clear;
use super::indicators::{self, Indicator};
use super::themes::ordered;
use super::{Desk, Section};
use crate::breakdown::reading::comparisons_made;
use crate::breakdown::{Breakdown, Cell, Figure, PublishedRow};
use crate::pages::figures::Scale;
use crate::pages::figures::bar::{Ink, bar};
use crate::pages::figures::hidden::{chose_to_answer, explained, hidden};
use crate::pages::figures::numbers::{count, figure, grouped, listed, percent, sign};
use crate::pages::figures::quote::{Quote, about_marks, has_marks, quote};

/// What people said that speaks to the outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// Rows are the themes that speak to it, whose key is their identifier; groups are districts.
    pub breakdown: Breakdown,
    /// By the row's key, redacted quotes.
    pub quotes: Vec<(String, Vec<Quote>)>,
    /// The most named themes that do not speak to it, with their share of everyone.
    pub named_more: Vec<(String, Figure)>,
}

/// The page.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    pub desk: Desk,
    pub plan_key: String,
    pub plan_title: String,
    /// Its place in the plan, from 1.
    pub number: usize,
    pub title: String,
    pub why: Vec<String>,
    pub areas: Vec<String>,
    pub actions: Vec<String>,
    /// What success would look like.
    pub success: Vec<String>,
    /// What does not fit in the plan, for whoever would rely on it.
    pub note: Option<String>,
    pub indicators: Vec<Indicator>,
    /// `None` when the plan names no theme for it, or nobody has answered yet.
    pub evidence: Option<Evidence>,
    /// Themes that the plan names and the code frame does not have.
    pub missing: Vec<String>,
    /// What officers linked to it.
    pub rests_on: RestsOn,
}

impl Outcome {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let plan = format!("/officer/plans/{}", self.plan_key);
        self.desk.render(
            &self.title,
            Section::Plan,
            html! {
                (self.desk.trail(&[(&plan, "Plan")], &format!("Outcome {}", self.number)))
                p class="small kicker" { (self.plan_title) ", outcome " (self.number) }
                h1 { (self.title) }
                (self.rests_on.sections())
                (self.in_short())
                @if let Some(evidence) = &self.evidence {
                    (self.themes(evidence))
                    (self.by_district(evidence))
                    (self.both_ways(evidence))
                    (self.in_their_words(evidence))
                }
                (self.plan_says())
                section aria-labelledby="indicators" {
                    h2 id="indicators" { "How the plan would know" }
                    (indicators::table(&self.indicators))
                }
            },
        )
    }

    fn in_short(&self) -> Markup {
        let Some(evidence) = &self.evidence else {
            return html! {
                div class="note" {
                    p {
                        b { "No theme speaks to this outcome." }
                        " Nobody was asked about it here, or nobody’s words were counted towards it. That is not evidence \
                         that it does not matter: ask before you choose it, or leave it out."
                    }
                }
            };
        };
        let rows = ordered(&evidence.breakdown);
        let most = rows.first().and_then(|row| row.everyone.shown().map(|share| (row, share)));
        html! {
            div class="note" { p {
                b { "In short. " }
                @match most {
                    Some((row, share)) => {
                        @if rows.len() > 1 { "Of " (rows.len()) " themes that speak to this outcome, " }
                        @else { "One theme speaks to this outcome: " }
                        (row.name)
                        @if rows.len() > 1 { " was named most" @if rows.iter().any(|row| row.everyone.shown().is_none()) { " of those that can be shown" } }
                        ": by " (percent(share.share)) " of " (grouped(share.base)) " people who wrote an answer."
                    }
                    None => "Too few people named its themes for a figure to be shown. Do not read it as zero.",
                }
                @if !self.missing.is_empty() {
                    " The plan also names " (listed(&self.missing)) ", which the code frame does not have."
                }
            } }
        }
    }

    fn themes(&self, evidence: &Evidence) -> Markup {
        let scale = Scale::fitting(evidence.breakdown.rows.iter().map(|row| &row.everyone));
        html! {
            section aria-labelledby="themes" {
                h2 id="themes" { "Themes that speak to it: named by the plan, or linked" }
                table class="stack" role="table" {
                    caption {
                        "People who named each theme, of " (count(evidence.breakdown.everyone))
                        " who wrote an answer, with the 95% interval. They named it without being asked about it."
                    }
                    thead role="rowgroup" { tr role="row" {
                        th scope="col" role="columnheader" { "Theme" }
                        th scope="col" role="columnheader" class="num" { "Share (95%)" }
                        th scope="col" role="columnheader" { (scale.axis()) }
                    } }
                    tbody role="rowgroup" {
                        @for row in ordered(&evidence.breakdown) {
                            tr role="row" {
                                th scope="row" role="rowheader" { (self.link(row)) }
                                td class="num nw" role="cell" data-k="Share" { (figure(&row.everyone)) }
                                td role="cell" { (bar(&row.everyone, None, Ink::Plain, scale)) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn link(&self, row: &PublishedRow) -> Markup {
        html! { a href=(self.desk.address(&format!("/themes/{}", row.key))) { (row.name) } }
    }

    fn by_district(&self, evidence: &Evidence) -> Markup {
        html! {
            section aria-labelledby="districts" {
                h2 id="districts" { "Where people raised it" }
                table class="stack dense" role="table" {
                    caption {
                        "Share of each district’s people who wrote an answer. ▲ ▼ clearly more or less than everyone else, \
                         allowing for " (comparisons_made(evidence.breakdown.comparisons)) " in this set of themes."
                    }
                    thead role="rowgroup" { tr role="row" {
                        th scope="col" role="columnheader" { "Theme" }
                        @for group in &evidence.breakdown.groups {
                            th scope="col" role="columnheader" class="num" {
                                (group.name) br; span class="small" { (count(group.base)) " people" }
                            }
                        }
                    } }
                    tbody role="rowgroup" {
                        @for row in ordered(&evidence.breakdown) {
                            tr role="row" {
                                th scope="row" role="rowheader" { (row.name) }
                                @for (group, cell) in evidence.breakdown.groups.iter().zip(&row.cells) {
                                    td class="num nw" role="cell" data-k=(group.name) { (small_cell(cell)) }
                                }
                            }
                        }
                    }
                }
                (explained(evidence.breakdown.policy))
                (chose_to_answer(&self.desk.organisation))
            }
        }
    }

    fn both_ways(&self, evidence: &Evidence) -> Markup {
        let rows = ordered(&evidence.breakdown);
        let sides = |of_lower: bool| -> Vec<(String, Vec<String>)> {
            let side = |row: &&PublishedRow| {
                let (higher, lower) = clear(&evidence.breakdown, row);
                (row.name.clone(), if of_lower { lower } else { higher })
            };
            rows.iter().map(side).filter(|(_, districts)| !districts.is_empty()).collect()
        };
        let (higher, lower) = (sides(false), sides(true));
        html! {
            div class="grid" {
                section class="card" aria-labelledby="for" {
                    h2 id="for" { "Evidence for" }
                    ul {
                        @for (theme, districts) in &higher { li { (theme) ": clearly more in " (listed(districts)) "." } }
                        @if higher.is_empty() { li { "No district stands out as raising it clearly more than the rest." } }
                        @for row in rows.iter().take(3) {
                            @if let Some(share) = row.everyone.shown() {
                                li { (row.name) ": " (percent(share.share)) " of everyone who wrote an answer." }
                            }
                        }
                    }
                }
                section class="card" aria-labelledby="against" {
                    h2 id="against" { "Evidence that points the other way, or is missing" }
                    ul {
                        @for (theme, districts) in &lower { li { (theme) ": clearly less in " (listed(districts)) "." } }
                        @for row in rows.iter().take(1) {
                            @if let Some(share) = row.everyone.shown() {
                                li {
                                    (percent(1.0 - share.share)) " did not mention even the most named of these, "
                                    (row.name) "."
                                }
                            }
                        }
                        @if !evidence.named_more.is_empty() {
                            li { "Named more, and speaking to something else: " (named(&evidence.named_more)) "." }
                        }
                        @for row in rows.iter().filter(|row| row.everyone == Figure::Hidden) {
                            li { (row.name) ": too few people for a figure. Not zero." }
                        }
                        @for theme in &self.missing { li { "Nothing is counted for " (theme) ": the code frame does not have it." } }
                        li { "Not mentioning is not disagreeing: people were not asked about this by name." }
                        li { "The machine applied these themes. Read the answers before you rest a decision on them." }
                    }
                }
            }
        }
    }

    fn in_their_words(&self, evidence: &Evidence) -> Markup {
        html! {
            section aria-labelledby="words" {
                h2 id="words" { "In people’s words" }
                p class="small" {
                    "Chosen by the machine, personal data covered. "
                    @if has_marks(evidence.quotes.iter().flat_map(|(_, quotes)| quotes)) { (about_marks()) }
                    "District and standpoint are left out where fewer than "
                    (evidence.breakdown.policy.threshold) " people share them."
                }
                @for row in ordered(&evidence.breakdown) {
                    @for (_, quotes) in evidence.quotes.iter().filter(|(key, quotes)| *key == row.key && !quotes.is_empty()) {
                        h3 { (row.name) }
                        div class="grid" { @for said in quotes { (quote(said)) } }
                    }
                }
            }
        }
    }

    fn plan_says(&self) -> Markup {
        let lists = [
            ("Areas of focus", &self.areas),
            ("Why", &self.why),
            ("What would be done", &self.actions),
            ("What success would look like", &self.success),
        ];
        html! {
            section aria-labelledby="plan" {
                h2 id="plan" { "What the plan says" }
                @for (heading, points) in lists.iter().filter(|(_, points)| !points.is_empty()) {
                    h3 { (heading) }
                    ul { @for point in *points { li { (point) } } }
                }
                @if let Some(note) = &self.note { p class="small" { "Note: " (note) } }
            }
        }
    }

    /// An outcome with one theme that speaks to it.
    pub fn sample() -> Self {
        let theme = super::theme::Theme::sample();
        let plan = super::plan::Plan::sample();
        Self {
            desk: Desk::sample(),
            plan_key: plan.key,
            plan_title: plan.title,
            number: 1,
            title: "I can join in where I live".to_owned(),
            why: vec!["People in villages told the partnership that they could not get to places.".to_owned()],
            areas: vec!["Getting to places".to_owned()],
            actions: vec!["Run two later buses.".to_owned()],
            success: vec!["Nobody has to leave a club early.".to_owned()],
            note: None,
            indicators: plan.outcomes.into_iter().next().map(|outcome| outcome.indicators).unwrap_or_default(),
            evidence: Some(Evidence {
                quotes: vec![("12".to_owned(), theme.quotes)],
                breakdown: theme.districts,
                named_more: Vec::new(),
            }),
            missing: vec!["sport".to_owned()],
            rests_on: RestsOn::sample(),
        }
    }
}

fn small_cell(cell: &Cell) -> Markup {
    match &cell.figure {
        Figure::Shown(share) => html! { (percent(share.share)) " " b { (sign(cell.differs).replace('≈', "")) } },
        Figure::Hidden => hidden(),
    }
}

fn named(themes: &[(String, Figure)]) -> String {
    let one =
        |(name, figure): &(String, Figure)| figure.shown().map(|share| format!("{name} ({})", percent(share.share)));
    listed(&themes.iter().filter_map(one).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrary_evidence_stands_beside_the_evidence() {
        let page = Outcome::sample().render().into_string();
        assert!(page.contains("clearly more in Malvern Hills"), "{page}");
        assert!(page.contains("did not mention") && page.contains("the code frame does not have"), "{page}");
    }

    #[test]
    fn an_outcome_without_a_theme_is_not_called_unimportant() {
        let none = Outcome { evidence: None, ..Outcome::sample() };
        let page = none.render().into_string();
        assert!(page.contains("No theme speaks to this outcome") && page.contains("not evidence"), "{page}");
    }
}
