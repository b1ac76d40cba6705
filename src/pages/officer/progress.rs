//! How a plan is going: indicators on track or not by the stated rule, what is overdue, and the way to enter figures.

use std::collections::BTreeMap;

use jiff::civil::Date;
use maud::{Markup, html};

use super::{Desk, Section};
use crate::pages::figures::course::{course, track};
use crate::plan::actions::ActionNow;
use crate::plan::standing::{Measurement, RULE, Track, latest};
use crate::plan::{Indicator, Plan, Status};

/// The page.
#[derive(Debug, Clone)]
pub struct Progress<'a> {
    pub desk: Desk,
    pub plan: &'a Plan,
    /// By indicator, its figures.
    pub figures: &'a BTreeMap<String, Vec<Measurement>>,
    pub actions: &'a [ActionNow],
    pub today: Date,
    /// Whether anybody but officers can read the plan.
    pub is_public: bool,
}

impl Progress<'_> {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let title = self.finding();
        self.desk.render(&title, Section::Plan, html! {
            (self.desk.trail(&[(&self.address(""), "Plan")], "Progress"))
            p class="small kicker" { (self.plan.title) }
            h1 { (title) }
            div class="note" {
                p { (RULE) }
                @if self.is_public { p { "What you enter here is public at once on " a href={ "/plans/" (self.plan.key) "/progress" } { "the plan’s progress page" } "." } }
                @else { p { "The plan is not published, so nobody but officers sees this yet." } }
            }
            p class="row noprint" {
                a class="btn tiny" href=(self.address("/progress/import")) { "Import figures" }
                a class="btn two tiny" href=(self.address("/publish")) { "Publish the plan" }
            }
            (self.counts())
            (self.actions())
            @for (at, outcome) in self.plan.outcomes.iter().enumerate() {
                @if !outcome.indicators.is_empty() { (self.indicators(&format!("o{}", at + 1), &outcome.title, &outcome.indicators)) }
            }
            @if !self.plan.unused.is_empty() { (self.indicators("rest", "Of the plan as a whole", &self.plan.unused)) }
        })
    }

    fn address(&self, rest: &str) -> String {
        format!("/officer/plans/{}{rest}", self.plan.key)
    }

    fn of(&self, indicator: &Indicator) -> &[Measurement] {
        self.figures.get(&indicator.key).map(Vec::as_slice).unwrap_or_default()
    }

    fn tracks(&self) -> Vec<Track> {
        tracks(self.plan, self.figures)
    }

    fn finding(&self) -> String {
        finding(&self.tracks())
    }

    fn counts(&self) -> Markup {
        counts(&self.tracks())
    }

    fn indicators(&self, id: &str, heading: &str, indicators: &[Indicator]) -> Markup {
        html! {
            section aria-labelledby=(id) {
                h2 id=(id) { (heading) }
                @for (at, indicator) in indicators.iter().enumerate() {
                    div class="card" {
                        h3 id={ (id) "-" (at) } { (indicator.title) }
                        @if self.of(indicator).is_empty() {
                            p { (track(latest(indicator, self.plan.starts, &[]))) }
                        } @else { (course(&format!("{id}-{at}"), indicator, self.plan.starts, self.of(indicator))) }
                        p class="noprint" { a href=(self.address(&format!("/progress/{}", indicator.key))) {
                            "Enter a figure" span class="sr" { " for " (indicator.title) }
                        } }
                    }
                }
            }
        }
    }

    fn actions(&self) -> Markup {
        let late = self.actions.iter().filter(|action| action.is_overdue(self.today)).count();
        html! {
            section aria-labelledby="actions" {
                h2 id="actions" { @match late { 0 => "No action is overdue", 1 => "1 action is overdue", _ => { (late) " actions are overdue" } } }
                @if self.actions.is_empty() { p { "The plan names no action." } }
                @else { (self.action_table()) }
            }
        }
    }

    fn action_table(&self) -> Markup {
        let mut ordered: Vec<&ActionNow> = self.actions.iter().collect();
        ordered.sort_by_key(|action| (!action.is_overdue(self.today), action.due.unwrap_or(Date::MAX)));
        html! {
            table class="stack" role="table" {
                caption { "Those overdue come first, then by date." }
                thead role="rowgroup" { tr role="row" {
                    @for heading in ["Action", "Who", "By", "How far"] { th scope="col" role="columnheader" { (heading) } }
                } }
                tbody role="rowgroup" {
                    @for action in ordered {
                        tr role="row" {
                            th scope="row" role="rowheader" {
                                a href=(self.address(&format!("/actions/{}", action.key))) { (action.says) }
                            }
                            td role="cell" data-k="Who" { (owner(action)) }
                            td role="cell" data-k="By" { (due(action)) @if action.is_overdue(self.today) { " " span class="tag late" { "overdue" } } }
                            td role="cell" data-k="How far" { (status(action.status)) }
                        }
                    }
                }
            }
        }
    }
}

/// What the rule says of every indicator of a plan.
pub fn tracks(plan: &Plan, figures: &BTreeMap<String, Vec<Measurement>>) -> Vec<Track> {
    let of = |indicator: &Indicator| figures.get(&indicator.key).map(Vec::as_slice).unwrap_or_default();
    plan.indicators().map(|(_, indicator)| latest(indicator, plan.starts, of(indicator))).collect()
}

/// How a plan is going, in a sentence without its full stop.
pub fn finding(tracks: &[Track]) -> String {
    let count = |wanted: fn(&Track) -> bool| tracks.iter().filter(|track| wanted(track)).count();
    let well = count(|track| matches!(track, Track::Reached | Track::OnTrack));
    let badly = count(|track| *track == Track::NotOnTrack);
    let of = tracks.len();
    match (of, well + badly) {
        (0, _) => "This plan names no indicator".to_owned(),
        (_, 0) => format!("Of {of} indicators, none can be called on track or not yet"),
        _ => format!("Of {of} indicators, {well} on track or reached and {badly} not on track"),
    }
}

/// How many indicators are where, and why nothing can be said of the others.
pub fn counts(tracks: &[Track]) -> Markup {
    let mut said: BTreeMap<(u8, &'static str), usize> = BTreeMap::new();
    for track in tracks {
        let order = match track {
            Track::Reached => 0,
            Track::OnTrack => 1,
            Track::NotOnTrack => 2,
            Track::CannotSay(_) => 3,
        };
        *said.entry((order, track.as_sentence())).or_default() += 1;
    }
    html! {
        table class="stack" role="table" {
            caption { "Every indicator of the plan, by what can be said of it." }
            thead role="rowgroup" { tr role="row" {
                th scope="col" role="columnheader" { "What can be said" }
                th scope="col" role="columnheader" class="num" { "Indicators" }
            } }
            tbody role="rowgroup" {
                @for ((_, sentence), count) in &said {
                    tr role="row" {
                        th scope="row" role="rowheader" { (sentence) }
                        td role="cell" class="num" data-k="Indicators" { (count) }
                    }
                }
            }
        }
    }
}

/// Who answers for an action.
pub fn owner(action: &ActionNow) -> Markup {
    match &action.owner {
        Some(owner) => html! { (owner) },
        None => html! { span class="eq" { "Nobody named" } },
    }
}

/// By when an action is due.
pub fn due(action: &ActionNow) -> Markup {
    match action.due {
        Some(due) => html! { (due.strftime("%-d %B %Y").to_string()) },
        None => html! { span class="eq" { "No date" } },
    }
}

/// How far an action has got.
pub fn status(status: Option<Status>) -> Markup {
    match status {
        Some(Status::Done) => html! { span class="tag go" { "✓ done" } },
        Some(status) => html! { (status.in_words()) },
        None => html! { span class="eq" { "Nobody has said" } },
    }
}
