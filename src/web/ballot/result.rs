//! The published result: its page, and the files from which anybody can count again. Before it is published there is
//! nothing here for anybody.

use std::collections::BTreeSet;

use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::web::{Data, Path, block};
use actix_web::{HttpRequest, HttpResponse};
use jiff::civil::DateTime;

use super::figures::{self, KeptTurnout, LiveTurnout};
use super::visit::{Visit, unknown_ballot};
use crate::ballot::{Audit, AuditPlace, Ballot, Blt, Marked, Marks, PaperForm, Papers, Sheet};
use crate::breakdown::Count;
use crate::campaign::About;
use crate::pages::ballot::result::{By, Next, ResultPage, TurnoutBy};
use crate::plan::evidence::Basis;
use crate::store::{BallotResult, Store, TallyState};
use crate::web::public::campaign::led;
use crate::web::{PageError, State, reply, today};

/// Shows the result, or leads to the start page where there is none yet.
pub async fn show(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let visit = Visit::find(&state, &request, &key)?;
    let Some(result) = find(&state, &visit.ballot.key).await? else {
        return Ok(reply::see(&visit.frame().href("")));
    };
    let audit = Audit::parse(&result.audit).map_err(PageError::broken)?;
    let recount = audit.recount(None, None, None).map_err(PageError::broken)?;
    let kept: Vec<KeptTurnout> = serde_json::from_str(&result.turnout).map_err(PageError::broken)?;
    let frame = visit.frame();
    let keys: Vec<&str> = audit.ballot.candidates.iter().map(|candidate| candidate.key.as_str()).collect();
    let names: Vec<String> = keys.iter().map(|key| frame.name(key).to_owned()).collect();
    let by_hand = audit.by_hand.as_ref().map(|hand| hand.places.as_slice()).unwrap_or_default();
    let turnout = figures::shown(kept);
    let screens = screens(&state, &visit.ballot, &audit, &turnout).await?;
    let next = next(&state, &visit.ballot).await?;
    let (here, about) = (state.clone(), About::Ballot(visit.ballot.key.clone()));
    let campaigns = block(move || led(&here, |campaign| campaign.about == about)).await??;
    let page = ResultPage {
        frame,
        count: &recount.count,
        names: &names,
        received: audit.papers.received + by_hand.iter().map(|place| place.received).sum::<u64>(),
        spoilt: audit.papers.spoilt.values().sum::<u64>() + by_hand.iter().map(|place| place.spoilt).sum::<u64>(),
        by_hand: audit.by_hand.as_ref().map(|hand| hand.places.iter().map(|place| place.received).sum()),
        screens,
        published_on: result.published_on.parse().ok(),
        policy: state.config.policy,
        turnout: &turnout,
        has_blt: has_blt(&visit.ballot),
        notes: &audit.notes,
        next: &next,
        campaigns: &campaigns,
    };
    Ok(reply::page(page.render().into_string()))
}

/// How many papers were sent from screens. Where papers from places are in one heap with them, nothing if that would tell
/// of a place whose number is hidden.
async fn screens(
    state: &Data<State>,
    ballot: &Ballot,
    audit: &Audit,
    turnout: &[TurnoutBy],
) -> Result<Option<u64>, PageError> {
    if !matches!(ballot.form, PaperForm::Rank { .. }) {
        return Ok(Some(audit.papers.received));
    }
    let (store, key) = (state.store.clone(), ballot.key.clone());
    let by_hand: u64 = block(move || store.list_tallies(&key)).await??.iter().map(|tally| tally.received).sum();
    let mut schools = turnout.iter().filter(|turnout| turnout.by == By::School).flat_map(|turnout| &turnout.groups);
    let tells = by_hand > 0 && schools.any(|school| school.papers == Count::Hidden);
    Ok((!tells).then(|| audit.papers.received.saturating_sub(by_hand)))
}

/// What the plan that a ballot feeds makes of it, as far as it is published; nothing where it has nothing to do with one.
async fn next(state: &Data<State>, ballot: &Ballot) -> Result<Next, PageError> {
    let Some(plan) = ballot.plan.clone() else { return Ok(Next::Nothing) };
    // A ballot of somebody's own choices is a plan's business where the plan builds on it.
    let from_answers = ballot.candidates.iter().any(|candidate| candidate.from_theme.is_some());
    let (store, ballot, key) = (state.store.clone(), ballot.key.clone(), plan.clone());
    let Some(version) = block(move || store.find_plan_version(&key, None)).await?? else {
        return Ok(if from_answers { Next::NoPlanYet } else { Next::Nothing });
    };
    let rests_on = |outcome: &str| {
        let is_ours = |basis: &Basis| matches!(basis, Basis::Ballot { ballot: of, .. } if *of == ballot);
        version.evidence.iter().any(|one| one.link.outcome == outcome && is_ours(&one.link.basis))
    };
    let outcomes = version.plan.outcomes.iter().filter(|outcome| rests_on(&outcome.key));
    let led: Vec<_> =
        outcomes.map(|outcome| (format!("/plans/{plan}/{}", outcome.key), outcome.title.clone())).collect();
    if led.is_empty() && !from_answers {
        return Ok(Next::Nothing);
    }
    Ok(Next::Plan { progress: format!("/plans/{plan}/progress"), outcomes: led })
}

/// The audit file as it was published.
pub async fn audit(state: Data<State>, key: Path<String>) -> Result<HttpResponse, PageError> {
    let result = find(&state, &key).await?.ok_or_else(unknown_ballot)?;
    Ok(file("application/json", &format!("{key}.audit.json"), result.audit))
}

/// The result as data, with turnout as it was published.
pub async fn json(state: Data<State>, key: Path<String>) -> Result<HttpResponse, PageError> {
    let result = find(&state, &key).await?.ok_or_else(unknown_ballot)?;
    let audit = Audit::parse(&result.audit).map_err(PageError::broken)?;
    let turnout: serde_json::Value = serde_json::from_str(&result.turnout).map_err(PageError::broken)?;
    let data = serde_json::json!({
        "ballot": audit.ballot,
        "received": audit.papers.received,
        "valid": audit.papers.valid,
        "spoilt": audit.papers.spoilt,
        "by_hand": audit.by_hand,
        "notes": audit.notes,
        "result": audit.result,
        "turnout": turnout,
        "published_on": result.published_on,
    });
    let text = serde_json::to_string_pretty(&data).map_err(PageError::broken)?;
    Ok(HttpResponse::Ok().content_type("application/json").body(text))
}

/// The papers as a `.blt` file, where one can say them.
pub async fn blt(state: Data<State>, key: Path<String>) -> Result<HttpResponse, PageError> {
    let result = find(&state, &key).await?.ok_or_else(unknown_ballot)?;
    let library = state.library();
    let ballot = library.find_ballot(&key).filter(|ballot| has_blt(ballot)).ok_or_else(unknown_ballot)?;
    let audit = Audit::parse(&result.audit).map_err(PageError::broken)?;
    Ok(file("text/plain; charset=utf-8", &format!("{key}.blt"), as_blt(ballot, &audit)?.to_text()))
}

/// The published result of a ballot.
async fn find(state: &Data<State>, key: &str) -> Result<Option<BallotResult>, PageError> {
    let (store, key) = (state.store.clone(), key.to_owned());
    Ok(block(move || store.find_ballot_result(&key)).await??)
}

/// The file that everything follows from, once a ballot has closed; nothing before.
///
/// # Errors
/// When the database fails, or what it holds cannot be counted.
pub fn make_audit(store: &Store, ballot: &Ballot, now: DateTime) -> Result<Option<Audit>, PageError> {
    let Some(lines) = store.find_papers(ballot, now)? else { return Ok(None) };
    let (papers, spoilt) = ballot.collect(lines).map_err(PageError::broken)?;
    let places = store.list_polling_places(&ballot.key)?;
    let mut tallies = Vec::new();
    for tally in store.list_tallies(&ballot.key)? {
        let sheet: Sheet = serde_json::from_str(&tally.body).map_err(PageError::broken)?;
        if matches!(ballot.form, PaperForm::Rank { .. }) {
            continue;
        }
        let agreed = sheet.agreed(&sheet, ballot).map_err(|problem| PageError::broken(format!("{problem:?}")))?;
        let name = places.iter().find(|place| place.id == tally.place).map(|place| place.name.clone());
        tallies.push((name.unwrap_or_default(), agreed));
    }
    let mut audit = Audit::of(ballot, &papers, &spoilt, &tallies).map_err(PageError::broken)?;
    for opening in store.list_tally_openings(&ballot.key)? {
        let name = places.iter().find(|place| place.id == opening.place).map(|place| place.name.as_str());
        audit.notes.add_opened(name.unwrap_or_default());
    }
    Ok(Some(audit))
}

/// Publishes a count with the turnout as it stands, for good, and forgets which browsers voted. Says whether it did:
/// not where it was published before, or a tally is no longer what it was when this was counted.
///
/// # Errors
/// When the database fails.
pub fn publish_result(
    store: &Store,
    audit: &Audit,
    turnout: &LiveTurnout,
    approved_by: String,
    counted: TallyState,
) -> Result<bool, PageError> {
    let hidden = turnout.places.groups.iter().filter(|place| place.papers == Count::Hidden);
    let hidden: BTreeSet<&str> = hidden.map(|place| place.name.as_str()).collect();
    let mut audit = audit.clone();
    if let Some(hand) = &mut audit.by_hand {
        hand.places = put_together(std::mem::take(&mut hand.places), &hidden);
    }
    let called = |place: &str| if hidden.contains(place) { PRIVATE.to_owned() } else { place.to_owned() };
    audit.notes = std::mem::take(&mut audit.notes).renamed(called);
    let result = BallotResult {
        audit: audit.to_text().map_err(PageError::broken)?,
        turnout: serde_json::to_string(&figures::keep(turnout)).map_err(PageError::broken)?,
        approved_by,
        published_on: today().to_string(),
    };
    if !store.save_ballot_result(&audit.ballot.key, result, counted)? {
        return Ok(false);
    }
    store.erase_browser_marks(&audit.ballot.key)?;
    Ok(true)
}

/// What places are called together whose own numbers are not told.
const PRIVATE: &str = "Places whose own numbers are kept private";

/// The places that were counted by hand, those whose turnout is hidden as one: the file of the count would tell it. One
/// alone takes the smallest other with it.
fn put_together(places: Vec<AuditPlace>, hidden: &BTreeSet<&str>) -> Vec<AuditPlace> {
    let is_hidden = |place: &AuditPlace| hidden.contains(place.place.as_str());
    let (mut private, mut shown): (Vec<_>, Vec<_>) = places.into_iter().partition(is_hidden);
    if private.len() == 1
        && let Some(smallest) = (0..shown.len()).min_by_key(|at| shown[*at].received)
    {
        private.push(shown.remove(smallest));
    }
    if !private.is_empty() {
        let sum = |of: fn(&AuditPlace) -> u64| private.iter().map(of).sum();
        shown.push(AuditPlace {
            place: PRIVATE.to_owned(),
            received: sum(|place| place.received),
            valid: sum(|place| place.valid),
            spoilt: sum(|place| place.spoilt),
        });
    }
    shown
}

fn has_blt(ballot: &Ballot) -> bool {
    matches!(ballot.form, PaperForm::Rank { .. } | PaperForm::Choose { at_most: 1 })
}

fn as_blt(ballot: &Ballot, audit: &Audit) -> Result<Blt, PageError> {
    let mut papers = Papers::builder(Marks::Ranked);
    let mut add = |marked: Option<Marked>, number: u64| {
        let paper = marked.and_then(|marked| ballot.read_paper(&marked).ok());
        paper.map(|paper| papers.add(&paper, number)).ok_or_else(|| PageError::broken("a paper that is none"))
    };
    for (number, marks) in &audit.papers.marked {
        add(ballot.read_line(&marks.join(" ")), *number)?;
    }
    // One mark a paper: what was counted by hand is so many papers.
    for (key, number) in audit.by_hand.iter().flat_map(|hand| &hand.counts) {
        add(Some(Marked::Chosen(vec![key.clone()])), *number)?;
    }
    Ok(Blt {
        title: audit.ballot.title.clone(),
        names: audit.ballot.candidates.iter().map(|candidate| candidate.name.clone()).collect(),
        seats: audit.ballot.seats,
        withdrawn: ballot.withdrawn(),
        papers: papers.finish(),
        blank: audit.papers.spoilt.get("empty").copied().unwrap_or(0),
        unclear: 0,
    })
}

fn file(kind: &str, name: &str, text: String) -> HttpResponse {
    HttpResponse::Ok()
        .content_type(kind)
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_the_count_tells_no_number_of_a_place_that_its_turnout_hides() {
        let place =
            |name: &str, received| AuditPlace { place: name.to_owned(), received, valid: received - 2, spoilt: 2 };
        let all = || vec![place("First", 30), place("Second", 12), place("Third", 80)];
        assert_eq!(put_together(all(), &BTreeSet::new()), all());
        let kept = put_together(all(), &BTreeSet::from(["Second"]));
        let named: Vec<(&str, u64)> = kept.iter().map(|place| (place.place.as_str(), place.received)).collect();
        assert_eq!(named, [("Third", 80), ("Places whose own numbers are kept private", 42)]);
        assert_eq!((kept[1].valid, kept[1].spoilt), (38, 4));
    }
}
