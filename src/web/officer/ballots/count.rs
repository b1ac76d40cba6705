//! The count of a ballot that has closed, and its publication by an officer who approves it.

use std::collections::BTreeSet;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::{get, title};
use crate::ballot::{Audit, Ballot};
use crate::pages::officer::ballots::address;
use crate::pages::officer::ballots::publishing::Publishing;
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
        let audit = closed(&state.store, &ballot)?;
        let recount = audit.recount(None, None, None).map_err(PageError::broken)?;
        let by_hand = audit.by_hand.as_ref().map(|hand| hand.places.as_slice()).unwrap_or_default();
        let page = Publishing {
            desk: desk(&state, &signed_in, None)?,
            key: &key,
            title: title(&ballot),
            count: &recount.count,
            names: &recount.names,
            received: audit.papers.received + by_hand.iter().map(|place| place.received).sum::<u64>(),
            valid: audit.papers.valid + by_hand.iter().map(|place| place.valid).sum::<u64>(),
            open: &open(&state.store, &ballot)?,
            beyond_roll: &beyond_roll(&state.store, &ballot)?,
            published: state.store.find_ballot_result(&key)?.is_some(),
        };
        Ok::<_, PageError>(page.render().into_string())
    });
    Ok(reply::page(page.await??))
}

/// Publishes it, for good.
pub async fn publish(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    signed_in.check_form(&form)?;
    signed_in.check_right(Right::OpenBallots)?;
    let back = address(&key, "");
    let user = signed_in.user.clone();
    web::block(move || {
        let ballot = get(&state, &key)?;
        let audit = closed(&state.store, &ballot)?;
        if !open(&state.store, &ballot)?.is_empty() {
            let words = ["Settle every tally that was begun, then publish."];
            return Err(PageError::new(StatusCode::CONFLICT, "A tally is not settled", &words)
                .with_link(&address(&key, ""), "Back to the ballot"));
        }
        let live = turnout(&state.store, &state.library(), state.config.policy, &ballot)?;
        publish_result(&state.store, &audit, &live, user)
    })
    .await??;
    Ok(reply::see(&back))
}

/// The file of the count; refused before the close.
fn closed(store: &Store, ballot: &Ballot) -> Result<Audit, PageError> {
    make_audit(store, ballot, now())?.ok_or_else(|| {
        let words = ["It is hidden until voting has ended, from everybody."];
        PageError::new(StatusCode::FORBIDDEN, "There is no count yet", &words)
            .with_link(&address(&ballot.key, ""), "Back to the ballot")
    })
}

/// The names of places whose tally was begun and is not agreed.
fn open(store: &Store, ballot: &Ballot) -> Result<Vec<String>, PageError> {
    let agreed: BTreeSet<i64> = store.list_tallies(&ballot.key)?.into_iter().map(|tally| tally.place).collect();
    let begun: BTreeSet<i64> = store.list_tally_typings(&ballot.key)?.into_iter().map(|typing| typing.place).collect();
    let places = store.list_polling_places(&ballot.key)?;
    let is_open = |id: &i64| begun.contains(id) && !agreed.contains(id);
    Ok(places.into_iter().filter(|place| is_open(&place.id)).map(|place| place.name).collect())
}
