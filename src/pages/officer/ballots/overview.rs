//! One ballot: what was fixed before it opened, who has taken part, the places that vote together with their vouchers
//! and their tallies, and the way to the result.

use maud::{Markup, html};

use super::address;
use crate::breakdown::{Count, Figure, Policy, PublishedTurnout, Turnout};
use crate::campaign::share_words;
use crate::pages::Words;
use crate::pages::components::errors::{self, Problem};
use crate::pages::figures::Scale;
use crate::pages::figures::bar::counted_bar;
use crate::pages::figures::hidden::{explained, hidden};
use crate::pages::figures::numbers::{count, grouped, percent};
use crate::pages::officer::{Desk, Section};

/// The field of a place's name.
pub const NAME: &str = "name";

/// One place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub id: i64,
    pub name: String,
    pub district: String,
    /// Vouchers of its batches that were not stopped, used or not.
    pub vouchers: u64,
    /// How many may vote there, where it is known.
    pub entitled: Option<u64>,
    /// How far its tally has come, in words.
    pub tally: &'static str,
    /// Two people typed something different, and it can be settled now.
    pub can_settle: bool,
    /// Nobody may type it any more.
    pub is_done: bool,
    /// Its votes on paper were typed, or its tally was opened again: there is a record to look at.
    pub has_record: bool,
    /// Somebody who typed one of its sheets came for the other as well, and was refused.
    pub tried_other: bool,
    /// There are more papers than people who may vote there.
    pub is_beyond_roll: bool,
    /// Voting has closed, so that how many may vote there cannot change.
    pub is_fixed: bool,
}

/// A tally that was opened again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The identifier and the name of its place.
    pub place: (i64, String),
    pub by: String,
    /// The day, in words.
    pub on: String,
    pub reason: String,
}

/// One batch of vouchers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    pub id: i64,
    pub place: String,
    pub made_on: String,
    pub made: u64,
    pub stopped: bool,
}

/// The page.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    pub desk: Desk,
    pub key: String,
    pub title: String,
    pub when: String,
    /// What is fixed: a name and what it is.
    pub fixed: Vec<(&'static str, String)>,
    pub vouchers: bool,
    /// Something was changed that may not change once voting has begun.
    pub halted: bool,
    pub closed: bool,
    pub published: bool,
    pub all: Count,
    pub districts: Turnout,
    pub schools: Turnout,
    pub places: Vec<Place>,
    /// The earliest first.
    pub opened: Vec<Opened>,
    pub batches: Vec<Batch>,
    /// Key and name of each district.
    pub districts_known: Vec<(String, String)>,
    /// What was typed into the form of a new place and cannot be taken, and why.
    pub refused: Option<(String, String)>,
    pub policy: Policy,
}

impl Overview {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let problem = self.refused.as_ref().map(|(_, message)| Problem { field: NAME, message: message.clone() });
        let title = if problem.is_some() { format!("Error: {}", self.title) } else { self.title.clone() };
        self.desk.render(&title, Section::Ballots, html! {
            nav class="small trail-of" aria-label="Where you are" { a href="/officer/ballots" { "Ballots" } " / " (self.title) }
            (errors::summary(Words::english(), problem.as_slice()))
            h1 { (self.title) }
            p { (self.when) " · " a href={ "/b/" (self.key) } { "The page that voters see" } }
            @if self.halted {
                div class="note warn" role="status" { p {
                    b { "Voting has stopped." } " The ballot’s files were changed after it opened, in something that votes or the count \
                    rest on. Put the files back as they were: votes that were sent are safe."
                } }
            }
            (self.result())
            (self.turnout())
            (self.place_cards())
            (self.opened())
            @if !self.closed { (self.new_place(problem.as_ref())) }
            (self.batch_table())
            section aria-labelledby="fixed" {
                h2 id="fixed" { "Fixed before the first vote" }
                p { "Everybody can read this on the voters’ page. It cannot change any more once voting has begun." }
                dl { @for (name, what) in &self.fixed { div class="ans" { dt { (name) } dd { (what) } } } }
            }
        })
    }

    fn result(&self) -> Markup {
        html! {
            section aria-labelledby="result" {
                h2 id="result" { "Result" }
                @if self.published {
                    p { "Published. " a href={ "/b/" (self.key) "/result" } { "See it as everybody does" } }
                } @else if self.closed {
                    p { "Voting has ended. Look at the count, and publish it when every place’s tally is in." }
                    p class="row" { a class="btn" href=(address(&self.key, "/publish")) { "Look at the count" } }
                } @else {
                    p { "Hidden until voting ends, from officers too. Turnout is all that is shown." }
                }
            }
        }
    }

    fn turnout(&self) -> Markup {
        html! {
            section aria-labelledby="turnout" {
                h2 id="turnout" { "Who has taken part: " (count(self.all)) }
                div class="grid" {
                    (table("By district", "Of those of that age who live there", &self.districts))
                    @if !self.schools.groups.is_empty() { (table("By school", "Of those entitled there", &self.schools)) }
                }
                (explained(self.policy))
            }
        }
    }

    fn place_cards(&self) -> Markup {
        html! {
            section aria-labelledby="places" {
                h2 id="places" { "Schools and other places" }
                @if self.places.is_empty() { p { @if self.closed { "There is none." } @else { "There is none yet." } } }
                @if self.closed { p { "Places, and how many may vote at each, are fixed since voting closed." } }
                @if self.vouchers && !self.closed && self.places.len() > 1 {
                    p class="row" { a class="btn two" href=(address(&self.key, "/vouchers")) { "Make vouchers for all of them" } }
                }
                div class="grid" { @for place in &self.places { (self.place(place)) } }
            }
        }
    }

    fn place(&self, place: &Place) -> Markup {
        let here = |rest: &str| address(&self.key, &format!("/places/{}{rest}", place.id));
        let csrf = || html! { input type="hidden" name="csrf" value=(self.desk.csrf); };
        html! {
            section class="card" aria-labelledby={ "place-" (place.id) } {
                h3 id={ "place-" (place.id) } { (place.name) }
                p class="small" { (place.district) }
                @if self.vouchers && !self.closed {
                    p { b { "Vouchers: " } (grouped(place.vouchers)) @if let Some(entitled) = place.entitled { " for " (grouped(entitled)) " who may vote" } }
                    p { a class="btn two tiny" href=(address(&self.key, &format!("/vouchers?place={}", place.id))) { "Make vouchers" span class="sr" { " for " (place.name) } } }
                }
                (roll(place, &here("/roll"), &self.desk.csrf))
                p { b { "Votes on paper: " } (place.tally) }
                @if place.tried_other && !place.is_done {
                    div class="note warn" role="status" { p {
                        b { "One person came for both sheets." } " The second was refused. Give its link to somebody else, or type that sheet yourself."
                    } }
                }
                @if place.has_record {
                    p { a href=(here("/record")) { @if place.is_done { "How they were typed, and opening them again" } @else { "How they were typed" } span class="sr" { ": " (place.name) } } }
                }
                @if place.can_settle {
                    p { a href=(here("/settle")) { "Settle the differences" span class="sr" { " of " (place.name) } } }
                }
                @if !place.is_done {
                    p { "Type the sheet yourself: "
                        a href=(here("/tally/1")) { "first person" span class="sr" { " for " (place.name) } } " or "
                        a href=(here("/tally/2")) { "second person" span class="sr" { " for " (place.name) } } }
                    form method="post" action=(here("/links")) {
                        (csrf())
                        button type="submit" class="btn two tiny" { "Make two links for teachers" span class="sr" { " of " (place.name) } }
                    }
                }
            }
        }
    }

    fn opened(&self) -> Markup {
        html! {
            @if !self.opened.is_empty() {
                section aria-labelledby="opened" {
                    h2 id="opened" { "Tallies that were opened again" }
                    ul { @for one in &self.opened {
                        @let (id, name) = &one.place;
                        li { a href=(address(&self.key, &format!("/places/{id}/record"))) { (name) } ", on " (one.on) " by " (one.by) ": " span dir="auto" { (one.reason) } }
                    } }
                }
            }
        }
    }

    fn new_place(&self, problem: Option<&Problem>) -> Markup {
        let typed = self.refused.as_ref().map(|(typed, _)| typed.as_str());
        html! {
            section aria-labelledby="add" {
                h2 id="add" { "Add a place" }
                form method="post" action=(address(&self.key, "/places")) novalidate {
                    input type="hidden" name="csrf" value=(self.desk.csrf);
                    div class="fields" {
                        div class=[problem.map(|_| "err")] {
                            label for=(NAME) { "Name" }
                            @if let Some(problem) = problem { (errors::message(Words::english(), problem)) }
                            input type="text" id=(NAME) name=(NAME) value=[typed] maxlength="80" autocomplete="off" aria-invalid=[problem.map(|_| "true")];
                        }
                        div {
                            label for="district" { "District" }
                            select id="district" name="district" {
                                option value="" { "None of them" }
                                @for (key, name) in &self.districts_known { option value=(key) { (name) } }
                            }
                        }
                        div {
                            label for="entitled" { "How many may vote there, if you know" }
                            input class="short" type="text" inputmode="numeric" id="entitled" name="entitled" maxlength="7" autocomplete="off";
                        }
                        div {
                            label for="target" { "How many you hope for, if any" }
                            input class="short" type="text" inputmode="numeric" id="target" name="target" maxlength="7" autocomplete="off";
                        }
                    }
                    div class="row" { button type="submit" class="btn" { "Add it" } }
                }
            }
        }
    }

    fn batch_table(&self) -> Markup {
        if self.batches.is_empty() {
            return html! {};
        }
        html! {
            section aria-labelledby="batches" {
                h2 id="batches" { "Vouchers" }
                p { "Stop a batch that was lost. Papers already cast with it stay: nobody can tell which they are." }
                table class="stack" role="table" {
                    thead role="rowgroup" { tr role="row" {
                        @for heading in ["Place", "Made on", "How many", "State"] { th scope="col" role="columnheader" { (heading) } }
                    } }
                    tbody role="rowgroup" {
                        @for batch in &self.batches {
                            tr role="row" {
                                th scope="row" role="rowheader" { (batch.place) }
                                td role="cell" data-k="Made on" { (batch.made_on) }
                                td role="cell" data-k="How many" { (grouped(batch.made)) }
                                td role="cell" data-k="State" {
                                    @if batch.stopped { "Stopped" } @else if self.closed { "Works no longer" } @else {
                                        form method="post" action=(address(&self.key, &format!("/batches/{}/stop", batch.id))) {
                                            input type="hidden" name="csrf" value=(self.desk.csrf);
                                            button type="submit" class="btn two tiny" { "Stop it" span class="sr" { ": " (batch.place) ", " (batch.made_on) } }
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

/// How many may vote at a place, with the way to put it right.
fn roll(place: &Place, action: &str, csrf: &str) -> Markup {
    let id = format!("entitled-{}", place.id);
    html! {
        @if place.is_beyond_roll {
            div class="note warn" role="status" { p {
                b { "More votes than people who may vote." }
                " Count this place’s papers again. "
                @if place.is_fixed { "You are asked why before the result is published." } @else { "If another number may vote here, put it right." }
            } }
        }
        @if place.is_fixed {
            p { b { "May vote: " } @match place.entitled { Some(number) => (grouped(number)), None => "no roll" } }
        } @else {
            form method="post" action=(action) novalidate {
                input type="hidden" name="csrf" value=(csrf);
                label for=(id) { "How many may vote" span class="sr" { " at " (place.name) } }
                input class="short" type="text" inputmode="numeric" id=(id) name="entitled" maxlength="7" autocomplete="off" value=[place.entitled];
                button type="submit" class="btn two tiny" { "Keep it" span class="sr" { " for " (place.name) } }
            }
        }
    }
}

/// Turnout by group, with the share of those entitled where it is known.
fn table(caption: &str, of: &str, turnout: &Turnout) -> Markup {
    let has_share = turnout.groups.iter().any(|group| group.share.is_some());
    let has_target = turnout.groups.iter().any(|group| group.target.is_some());
    html! {
        table class="counted stack" role="table" {
            caption { (caption) }
            thead role="rowgroup" { tr role="row" {
                th scope="col" role="columnheader" { "Where" }
                th scope="col" role="columnheader" class="num" { "Voted" }
                @if has_share { th scope="col" role="columnheader" class="num" { (of) } }
                @if has_target { th scope="col" role="columnheader" class="num" { "Of the target" } }
            } }
            tbody role="rowgroup" { @for group in &turnout.groups { (row(group, of, has_share, has_target)) } }
        }
    }
}

fn row(group: &PublishedTurnout, of: &str, has_share: bool, has_target: bool) -> Markup {
    html! {
        tr role="row" {
            th scope="row" role="rowheader" { (group.name) @if let Some(share) = &group.share { (counted_bar(share, Scale::whole())) } }
            td class="num" role="cell" data-k="Voted" { (count(group.papers)) }
            @if has_share {
                td class="num" role="cell" data-k=(of) {
                    @match group.share {
                        Some(Figure::Shown(share)) => (share_words(share.share)),
                        Some(Figure::Hidden) => (hidden()),
                        None => "no roll",
                    }
                }
            }
            @if has_target {
                td class="num" role="cell" data-k="Of the target" {
                    @match (group.target, group.reached) {
                        (None, _) => "no target",
                        (Some(_), Some(reached)) => (percent(reached)),
                        (Some(_), None) => (hidden()),
                    }
                }
            }
        }
    }
}
