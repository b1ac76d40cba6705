//! The parts that pages of a published plan share: what is undecided, evidence on both sides with the way to what it
//! rests on, actions, lists.

use std::collections::BTreeMap;

use jiff::civil::Date;
use maud::{Markup, html};

use crate::breakdown::Figure;
use crate::breakdown::reading::{percent, whole_percent};
use crate::pages::Words;
use crate::pages::figures::going::actions;
use crate::plan::Outcome;
use crate::plan::actions::ActionNow;
use crate::plan::evidence::{Basis, Evidence, Stance};
use crate::plan::published::{FromCounty, Published, PublishedEvidence};

/// What came of one consultation, as it was published.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reply {
    /// The consultation's title.
    pub title: String,
    pub address: String,
    /// The key of each entry that belongs to an outcome, that outcome's key, and what was asked.
    pub entries: Vec<(String, String, String)>,
}

/// Where the pages of a plan lead, besides each other: to what its evidence rests on, and to what people were told.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ways {
    /// By consultation, the address of its newest published results.
    pub results: BTreeMap<String, String>,
    /// By evidence as one line and the district that it is of, what is found on that page by: the line of a theme or an
    /// option.
    pub parts: BTreeMap<(String, Option<String>), String>,
    /// By ballot, the address of its published result.
    pub ballots: BTreeMap<String, String>,
    /// The county's plan that it takes outcomes over from, where that is published: title and address.
    pub county: Option<(String, String)>,
    /// The published plans of districts that take over its outcomes.
    pub local: Vec<(String, String)>,
    pub replies: Vec<Reply>,
}

impl Ways {
    /// The address of the published figures that evidence is taken from: a district's, where it or the plan is one's.
    fn behind(&self, link: &Evidence, of_plan: Option<&String>) -> Option<String> {
        if let Basis::Ballot { ballot, choice } = &link.basis {
            return self.ballots.get(ballot).map(|address| format!("{address}#choice-{choice}"));
        }
        let results = self.results.get(link.basis.consultation()?)?;
        let district = link.district.as_ref().or(of_plan);
        let page = district.map_or_else(|| results.clone(), |district| format!("{results}/{district}"));
        let part = self.parts.get(&(link.basis.as_text(), district.cloned()));
        Some(part.map_or_else(|| page.clone(), |part| format!("{page}#{part}")))
    }

    /// Of an outcome: the address of a reply, an entry's key and what was asked.
    pub fn told<'a>(&'a self, outcome: &'a str) -> impl Iterator<Item = (&'a str, &'a str, &'a str)> {
        self.replies.iter().flat_map(move |reply| {
            let of_it = reply.entries.iter().filter(move |(_, of, _)| of == outcome);
            of_it.map(|(key, _, asked)| (reply.address.as_str(), key.as_str(), asked.as_str()))
        })
    }
}

/// When a plan is for, whose it is, which version this is and who signed it off.
pub fn published(say: Words, version: &Published) -> Markup {
    let time = version.plan.time();
    html! {
        p {
            @if let Some(time) = time { (say.theirs(&time)) ". " }
            @if let Some(owner) = &version.plan.owner { (say.theirs(owner)) ". " }
            @if let Some(on) = version.published_on {
                (say.say_with("plan-published", &[("number", version.version.into()), ("day", say.short_day(on).into())])) " "
            }
            @if let Some((by, on)) = &version.draft.signed_off {
                (say.rich("plan-signed", &[("who", say.theirs(by)), ("day", html! { (say.short_day(*on)) })]))
            }
        }
    }
}

/// What is undecided, when people can take part or could, and when it will be decided.
pub fn undecided(say: Words, version: &Published) -> Markup {
    let draft = &version.draft;
    html! {
        div class="say ask" {
            h2 { (say.say("plan-undecided")) }
            p { (say.theirs(&draft.undecided)) }
            p class="small" {
                @if let (Some(opened), Some(closed)) = (draft.opened, draft.closed) {
                    (say.say_with("plan-took-part", &[("from", say.short_day(opened).into()), ("to", say.short_day(closed).into())])) " "
                }
                @if let Some(decides) = draft.decides_on { (say.say_with("plan-decides", &[("day", say.short_day(decides).into())])) }
            }
        }
    }
}

/// What speaks for an outcome and against it, with figures as they were on the day; with the way to what each is taken
/// from where `ways` are given.
pub fn evidence(say: Words, version: &Published, outcome: &Outcome, ways: Option<&Ways>) -> Markup {
    let side = |stance| version.side(&outcome.key, stance).collect::<Vec<_>>();
    let (supporting, contrary) = (side(Stance::Supporting), side(Stance::Contrary));
    let counted = supporting.iter().chain(&contrary).any(|one| one.figure.is_some());
    let id = |part: &str| format!("{}-{part}", outcome.key);
    html! {
        div class="grid" {
            div class="card" {
                h3 id=(id("for")) { (say.say("plan-for")) }
                @if supporting.is_empty() { p { (say.say("plan-nothing-linked")) } }
                @else { ul { @for one in supporting { li { (piece(say, one, ways, version.plan.district.as_ref())) } } } }
            }
            div class="card" {
                h3 id=(id("against")) { (say.say("plan-against")) }
                @if !contrary.is_empty() { ul { @for one in &contrary { li { (piece(say, one, ways, version.plan.district.as_ref())) } } } }
                @else if let Some(looked) = version.looked(&outcome.key) { p { (say.say("plan-nothing-found")) " " (say.theirs(looked)) (from_county(say, version.county_looked(&outcome.key))) } }
                @else { (nothing_against(say, version, outcome)) }
            }
        }
        @if counted { p class="small" { (say.say("plan-chose")) } }
    }
}

/// That nothing is linked against an outcome: of a district's plan said of the district, with the way to what the
/// county's plan names.
fn nothing_against(say: Words, version: &Published, outcome: &Outcome) -> Markup {
    let is_local = version.plan.district.is_some();
    html! {
        p { (say.say(if is_local { "plan-nothing-linked-here" } else { "plan-nothing-linked" })) }
        @if let Some(county) = version.county_against(&outcome.key) {
            @let way = html! { a href={ "/plans/" (county.plan) "/" (outcome.key) } { (say.theirs(&county.title)) } };
            p { (say.rich("plan-county-against", &[("plan", way)])) }
        }
    }
}

/// Says that something is the county's, where it is.
pub fn from_county(say: Words, county: Option<&FromCounty>) -> Markup {
    html! {
        @if let Some(county) = county { " " span class="small" { (say.rich("plan-from-county", &[("plan", say.theirs(&county.title))])) } }
    }
}

/// The ways between a county's plan and those of districts that take over its outcomes.
pub fn family(say: Words, ways: &Ways) -> Markup {
    html! {
        @if let Some((title, address)) = &ways.county {
            p { (say.say("plan-takes-over")) " " a href=(address) { (say.theirs(title)) } }
        }
        @if !ways.local.is_empty() {
            p { (say.say("plan-local")) }
            ul { @for (title, address) in &ways.local { li { a href=(address) { (say.theirs(title)) } } } }
        }
    }
}

fn piece(say: Words, one: &PublishedEvidence, ways: Option<&Ways>, district: Option<&String>) -> Markup {
    let name = html! { b { (say.theirs(&one.name)) } };
    html! {
        @match &one.figure {
            Some(Figure::Shown(share)) => {
                @let base = say.say_with("said-people", &[("count", share.base.into())]);
                @let range = say.say_with("plan-range", &[("low", whole_percent(share.low).into()), ("high", whole_percent(share.high).into())]);
                @let parts = [("what", name), ("share", html! { (percent(share.share)) }), ("range", html! { (range) }), ("base", html! { (base) })];
                (say.rich("plan-share", &parts)) "."
            }
            Some(Figure::Hidden) => (say.rich("said-hidden", &[("what", name)])),
            None => { (name) "." }
        }
        @if let Some(place) = &one.place {
            @let key = match one.link.basis {
                Basis::Theme { .. } | Basis::Option { .. } => "plan-place",
                Basis::Ballot { .. } => "plan-place-ballot",
                Basis::Outside { .. } => "plan-place-linked",
            };
            " " b { (say.rich(key, &[("place", say.theirs(place))])) }
        }
        " " (say.theirs(&one.link.note))
        @if let Some(address) = ways.and_then(|ways| ways.behind(&one.link, district)) {
            " " a href=(address) { (say.say("plan-behind")) span class="sr" { ": " (say.theirs(&one.name)) } }
        }
    }
}

/// Actions with who, by when and how far.
pub fn action_list<'a>(say: Words, all: impl Iterator<Item = &'a ActionNow>, today: Date) -> Markup {
    let all: Vec<&ActionNow> = all.collect();
    if all.is_empty() {
        return html! { p { (say.say("plan-no-action")) } };
    }
    actions(say, say.say("plan-actions"), all.into_iter(), today, |action| say.theirs(&action.says))
}

/// What the plan says of an outcome: why, where it will work, and what success looks like.
pub fn said(say: Words, outcome: &Outcome) -> Markup {
    let why: Vec<String> = outcome
        .why
        .iter()
        .map(|reason| match &reason.source {
            Some(source) => format!("{} ({source})", reason.says),
            None => reason.says.clone(),
        })
        .collect();
    let success: Vec<String> = outcome.success.iter().map(|sign| sign.says.clone()).collect();
    let id = |part: &str| format!("{}-{part}", outcome.key);
    lists(
        say,
        &[
            (&id("why"), "plan-why", &why),
            (&id("areas"), "plan-areas", &outcome.areas_of_focus),
            (&id("success"), "plan-success", &success),
        ],
    )
}

/// Lists with an identifier and the message of a heading each; empty ones are left out.
pub fn lists(say: Words, lists: &[(&str, &str, &Vec<String>)]) -> Markup {
    html! {
        @for (id, heading, lines) in lists.iter().filter(|(_, _, lines)| !lines.is_empty()) {
            div {
                h3 id=(id) { (say.say(heading)) }
                ul { @for line in *lines { li { (say.theirs(line)) } } }
            }
        }
    }
}
