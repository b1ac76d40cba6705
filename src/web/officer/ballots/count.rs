//! The count of a ballot that has closed, and its publication by an officer who approves it.

use std::collections::BTreeSet;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::{get, title};
use crate::ballot::{Audit, AuditBeyond, Ballot};
use crate::pages::officer::ballots::address;
use crate::pages::officer::ballots::publishing::{LONGEST_WHY, Publishing, WHY};
use crate::store::Store;
use crate::web::account::{Right, SignedIn};
use crate::web::ballot::figures::{beyond_roll, turnout};
use crate::web::ballot::result::{make_audit, publish_result};
use crate::web::officer::desk::desk;
use crate::web::{Form, PageError, State, now, reply};

/// Shows the count, after the close.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let page = web::block(move || {
        let ballot = get(&state, &key)?;
        page(&state, &signed_in, &ballot, &closed(&state.store, &ballot)?, None)
    });
    Ok(reply::page(page.await??))
}

/// The page, with what was typed and cannot be taken.
fn page(
    state: &State,
    signed_in: &SignedIn,
    ballot: &Ballot,
    audit: &Audit,
    refused: Option<(String, String)>,
) -> Result<String, PageError> {
    let recount = audit.recount(None, None, None).map_err(PageError::broken)?;
    let by_hand = audit.by_hand.as_ref().map(|hand| hand.places.as_slice()).unwrap_or_default();
    let page = Publishing {
        desk: desk(state, signed_in, None)?,
        key: &ballot.key,
        title: title(ballot),
        count: &recount.count,
        names: &recount.names,
        received: audit.papers.received + by_hand.iter().map(|place| place.received).sum::<u64>(),
        valid: audit.papers.valid + by_hand.iter().map(|place| place.valid).sum::<u64>(),
        open: &open(&state.store, ballot)?,
        beyond_roll: &beyond_roll(&state.store, ballot)?,
        published: state.store.find_ballot_result(&ballot.key)?.is_some(),
        refused,
    };
    Ok(page.render().into_string())
}

/// Publishes it, for good.
pub async fn publish(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    signed_in.check_right(Right::OpenBallots)?;
    let back = address(&key, "");
    let again = web::block(move || {
        let ballot = get(&state, &key)?;
        let counted = state.store.find_tally_state(&key)?;
        let mut audit = closed(&state.store, &ballot)?;
        if !open(&state.store, &ballot)?.is_empty() {
            let words = ["Settle every tally that was begun, then publish."];
            return Err(PageError::new(StatusCode::CONFLICT, "A tally is not settled", &words)
                .with_link(&address(&key, ""), "Back to the ballot"));
        }
        let live = turnout(&state.store, &state.library(), state.config.policy, &ballot)?;
        let beyond = beyond_roll(&state.store, &ballot)?;
        if !beyond.is_empty() {
            match read_why(&form) {
                Ok(why) => audit.notes.beyond_roll = Some(AuditBeyond { places: beyond, why }),
                Err(refused) => return page(&state, &signed_in, &ballot, &audit, Some(refused)).map(Some),
            }
        }
        let is_new = publish_result(&state.store, &audit, &live, signed_in.user.clone(), counted)?;
        if is_new || state.store.find_ballot_result(&key)?.is_some() {
            return Ok(None);
        }
        let words = ["A tally changed while the count was made. Look at it again, then publish."];
        Err(PageError::new(StatusCode::CONFLICT, "The count has changed", &words)
            .with_link(&address(&key, "/publish"), "Look at the count"))
    });
    Ok(match again.await?? {
        None => reply::see(&back),
        Some(page) => reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page),
    })
}

/// Why a result is published with more papers than people who may vote at a place; otherwise what was typed and what to
/// put right.
fn read_why(form: &Form) -> Result<String, (String, String)> {
    let typed = form.text(WHY).trim();
    let refuse = |message: &str| Err((typed.chars().take(2 * LONGEST_WHY).collect(), message.to_owned()));
    match typed.chars().count() {
        0 => refuse("Write why the result is right although more papers came than people who may vote there"),
        length if length > LONGEST_WHY => refuse("Make the reason shorter"),
        _ => Ok(typed.to_owned()),
    }
}

/// The file of the count; refused before the close.
fn closed(store: &Store, ballot: &Ballot) -> Result<Audit, PageError> {
    make_audit(store, ballot, now())?.ok_or_else(|| {
        let words = ["It is hidden until voting has ended, from everybody."];
        PageError::new(StatusCode::FORBIDDEN, "There is no count yet", &words)
            .with_link(&address(&ballot.key, ""), "Back to the ballot")
    })
}

/// The names of places whose tally was begun, or opened again, and is not agreed.
fn open(store: &Store, ballot: &Ballot) -> Result<Vec<String>, PageError> {
    let agreed: BTreeSet<i64> = store.list_tallies(&ballot.key)?.into_iter().map(|tally| tally.place).collect();
    let typed = store.list_tally_typings(&ballot.key)?.into_iter().map(|typing| typing.place);
    let opened = store.list_tally_openings(&ballot.key)?.into_iter().map(|opening| opening.place);
    let begun: BTreeSet<i64> = typed.chain(opened).collect();
    let places = store.list_polling_places(&ballot.key)?;
    let is_open = |id: &i64| begun.contains(id) && !agreed.contains(id);
    Ok(places.into_iter().filter(|place| is_open(&place.id)).map(|place| place.name).collect())
}
