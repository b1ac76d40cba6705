//! `/officer/b/{ballot}`: turnout, places, vouchers, tallies; never a result before the close.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::{HttpResponse, web};
use jiff::tz::TimeZone;

use super::get;
use super::list::{told_apart, when};
use crate::ballot::{Ballot, PaperForm};
use crate::pages::officer::ballots::OPEN_VOTING;
use crate::pages::officer::ballots::overview::{Batch, Opened, Overview, Place};
use crate::store::{PollingPlace, TallyOpening};
use crate::survey::Openness;
use crate::web::account::SignedIn;
use crate::web::ballot::figures::{KeptTurnout, beyond_roll, frozen, turnout};
use crate::web::ballot::opening::{Standing, compare};
use crate::web::officer::desk::desk;
use crate::web::{PageError, State, now, reply};

/// Shows the page.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let page = web::block(move || page(&state, &signed_in, &key, None));
    Ok(reply::page(page.await??))
}

/// The page, with what was typed and cannot be taken.
pub(super) fn page(
    state: &State,
    signed_in: &SignedIn,
    key: &str,
    refused: Option<(String, String)>,
) -> Result<String, PageError> {
    let ballot = get(state, key)?;
    let places = state.store.list_polling_places(key)?;
    let mut live = turnout(&state.store, &state.library(), state.config.policy, &ballot)?;
    let openness = ballot.openness(now());
    let result = state.store.find_ballot_result(key)?;
    let published = result.is_some();
    if let Some(result) = result {
        let kept: Vec<KeptTurnout> = serde_json::from_str(&result.turnout).map_err(PageError::broken)?;
        live = frozen(&kept, live);
    }
    let begun = openness != Openness::NotYetOpen;
    let page = Overview {
        desk: desk(state, signed_in, None)?,
        key: ballot.key.clone(),
        title: told_apart(&state.library(), &ballot),
        when: when(&ballot),
        fixed: fixed(&ballot),
        vouchers: ballot.vouchers,
        halted: begun && compare(state, &ballot)? == Standing::Changed,
        closed: openness == Openness::Closed,
        published,
        all: live.all,
        districts: live.districts,
        schools: live.places,
        places: shown(state, &ballot, &places, openness == Openness::Closed && !published, published)?,
        opened: opened(state, &ballot, &places)?,
        batches: batches(state, key, &places)?,
        districts_known: districts(state, &ballot),
        refused,
        policy: state.config.policy,
    };
    Ok(page.render().into_string())
}

/// Key and name of each district of a ballot's geography.
pub(super) fn districts(state: &State, ballot: &Ballot) -> Vec<(String, String)> {
    let library = state.library();
    let areas = library.find_geography(&ballot.geography).map(|one| one.districts.as_slice()).unwrap_or_default();
    areas.iter().map(|area| (area.key.clone(), area.name.clone())).collect()
}

fn fixed(ballot: &Ballot) -> Vec<(&'static str, String)> {
    let form = match ballot.form {
        PaperForm::Choose { at_most: 1 } => "one choice".to_owned(),
        PaperForm::Choose { at_most } => format!("up to {at_most} choices"),
        PaperForm::Approve => "as many choices as people like".to_owned(),
        PaperForm::Rank { at_most } => format!("up to {at_most} in order"),
        PaperForm::Points { budget } => format!("{budget} points to share out"),
    };
    vec![
        ("Paper", form),
        ("Method", ballot.method.to_string()),
        ("How many win", ballot.seats.to_string()),
        ("Ties are broken by", ballot.seed.as_str().to_owned()),
        ("Who may vote", format!("{} to {} years old", ballot.ages.0, ballot.ages.1)),
        ("Right to vote", if ballot.vouchers { "a voucher" } else { OPEN_VOTING }.to_owned()),
        ("Fingerprint of the files", ballot.digest.clone()),
    ]
}

fn opened(state: &State, ballot: &Ballot, places: &[PollingPlace]) -> Result<Vec<Opened>, PageError> {
    let name = |id: i64| places.iter().find(|place| place.id == id).map(|place| place.name.clone()).unwrap_or_default();
    let clocks = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
    let one = |opening: TallyOpening| Opened {
        place: (opening.place, name(opening.place)),
        by: opening.opened_by,
        on: clocks.to_datetime(opening.opened_at).strftime("%-d %B %Y").to_string(),
        reason: opening.reason,
    };
    Ok(state.store.list_tally_openings(&ballot.key)?.into_iter().map(one).collect())
}

fn batches(state: &State, key: &str, places: &[PollingPlace]) -> Result<Vec<Batch>, PageError> {
    let name = |id: i64| places.iter().find(|place| place.id == id).map(|place| place.name.clone()).unwrap_or_default();
    let batches = state.store.list_voucher_batches(key)?;
    let shown = batches.into_iter().map(|batch| Batch {
        id: batch.id,
        place: name(batch.place),
        made_on: batch.made_on,
        made: batch.made,
        stopped: batch.stopped,
    });
    Ok(shown.collect())
}

fn shown(
    state: &State,
    ballot: &Ballot,
    places: &[PollingPlace],
    may_settle: bool,
    published: bool,
) -> Result<Vec<Place>, PageError> {
    let agreed: Vec<i64> = state.store.list_tallies(&ballot.key)?.into_iter().map(|tally| tally.place).collect();
    let (mut typed, mut tried): (BTreeMap<i64, usize>, BTreeSet<i64>) = Default::default();
    for typing in state.store.list_tally_typings(&ballot.key)? {
        *typed.entry(typing.place).or_default() += 1;
        tried.extend(typing.tried_other.then_some(typing.place));
    }
    let opened: BTreeSet<i64> =
        state.store.list_tally_openings(&ballot.key)?.iter().map(|opening| opening.place).collect();
    let known = districts(state, ballot);
    let batches = state.store.list_voucher_batches(&ballot.key)?;
    let beyond = beyond_roll(&state.store, ballot)?;
    let fixed = ballot.openness(now()) == Openness::Closed;
    let place = |place: &PollingPlace| {
        let is_agreed = agreed.contains(&place.id);
        let typed = typed.get(&place.id).copied().unwrap_or(0);
        let tally = match (is_agreed, typed) {
            (true, _) => "agreed by two people and counted",
            (_, 0) if opened.contains(&place.id) => "opened again; two people are to type them anew",
            (_, 0) => "none typed",
            (_, 1) => "typed once; a second person is to type them",
            _ if may_settle => "two people typed something different",
            _ => "two people typed something different: they can put it right, or you settle it after the close",
        };
        Place {
            id: place.id,
            name: place.name.clone(),
            district: known
                .iter()
                .find(|(key, _)| *key == place.district)
                .map(|(_, name)| name.clone())
                .unwrap_or_default(),
            vouchers: batches.iter().filter(|one| one.place == place.id && !one.stopped).map(|one| one.made).sum(),
            entitled: place.entitled,
            tally,
            can_settle: may_settle && !is_agreed && typed > 1,
            is_done: is_agreed || published,
            has_record: typed > 0 || opened.contains(&place.id),
            tried_other: tried.contains(&place.id),
            is_beyond_roll: beyond.contains(&place.name),
            is_fixed: fixed,
        }
    };
    Ok(places.iter().map(place).collect())
}
