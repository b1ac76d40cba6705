//! The parts that pages of a published plan share: what is undecided, evidence on both sides, actions, lists.

use jiff::civil::Date;
use maud::{Markup, html};

use crate::breakdown::Figure;
use crate::pages::figures::hidden::hidden;
use crate::pages::figures::numbers::{grouped, interval, percent};
use crate::pages::officer::progress::{due, owner, status};
use crate::plan::Outcome;
use crate::plan::actions::ActionNow;
use crate::plan::evidence::Stance;
use crate::plan::published::{Published, PublishedEvidence};

/// A day as people write it: `26 November 2026`.
pub fn day(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// What is undecided, when people could take part, and when it will be decided.
pub fn undecided(version: &Published) -> Markup {
    let draft = &version.draft;
    html! {
        div class="say ask" {
            h2 { "What is still undecided" }
            p { (draft.undecided) }
            p class="small" {
                @if let (Some(opened), Some(closed)) = (draft.opened, draft.closed) { "People could take part from " (day(opened)) " to " (day(closed)) ". " }
                @if let Some(decides) = draft.decides_on { "It will be decided on " (day(decides)) "." }
            }
        }
    }
}

/// What speaks for an outcome and against it, with figures as they were on the day.
pub fn evidence(version: &Published, outcome: &Outcome) -> Markup {
    let side = |stance| version.side(&outcome.key, stance).collect::<Vec<_>>();
    let (supporting, contrary) = (side(Stance::Supporting), side(Stance::Contrary));
    let counted = supporting.iter().chain(&contrary).any(|one| one.figure.is_some());
    let id = |part: &str| format!("{}-{part}", outcome.key);
    html! {
        div class="grid" {
            div class="card" {
                h3 id=(id("for")) { "What speaks for it" }
                @if supporting.is_empty() { p { "Nothing is linked." } }
                ul { @for one in supporting { li { (piece(one)) } } }
            }
            div class="card" {
                h3 id=(id("against")) { "What speaks against it" }
                @if !contrary.is_empty() { ul { @for one in &contrary { li { (piece(one)) } } } }
                @else if let Some(looked) = version.looked(&outcome.key) { p { "Nothing was found. " (looked) } }
                @else { p { "Nothing is linked." } }
            }
        }
        @if counted {
            p class="small" {
                "Shares are of people who chose to answer. They are not a sample of everyone. Figures are those of the day \
                 this version was sent for review; small numbers are hidden."
            }
        }
    }
}

fn piece(one: &PublishedEvidence) -> Markup {
    html! {
        b { (one.name) }
        @match &one.figure {
            Some(Figure::Shown(share)) => { ": " (percent(share.share)) " (" (interval(share)) ") of " (grouped(share.base)) " people" }
            Some(Figure::Hidden) => { ": " (hidden()) }
            None => {}
        }
        ". " (one.link.note)
    }
}

/// Actions with who, by when and how far.
pub fn action_list<'a>(actions: impl Iterator<Item = &'a ActionNow>, today: Date) -> Markup {
    let actions: Vec<&ActionNow> = actions.collect();
    html! {
        @if actions.is_empty() { p { "The plan names no action for this." } }
        @else {
            table class="stack" role="table" {
                caption { "Who answers for each, by when, and how far it has got." }
                thead role="rowgroup" { tr role="row" {
                    @for heading in ["Action", "Who", "By", "How far"] { th scope="col" role="columnheader" { (heading) } }
                } }
                tbody role="rowgroup" {
                    @for action in actions {
                        tr role="row" {
                            th scope="row" role="rowheader" { (action.says) }
                            td role="cell" data-k="Who" { (owner(action)) }
                            td role="cell" data-k="By" { (due(action)) @if action.is_overdue(today) { " " span class="tag late" { "overdue" } } }
                            td role="cell" data-k="How far" { (status(action.status)) }
                        }
                    }
                }
            }
        }
    }
}

/// Lists with an identifier and a heading each; empty ones are left out.
pub fn lists(lists: &[(&str, &str, &Vec<String>)]) -> Markup {
    html! {
        @for (id, heading, lines) in lists.iter().filter(|(_, _, lines)| !lines.is_empty()) {
            div {
                h3 id=(id) { (heading) }
                ul { @for line in *lines { li { (line) } } }
            }
        }
    }
}
