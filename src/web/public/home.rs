//! The front door.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use actix_web::web::{Data, block};
use actix_web::{HttpRequest, HttpResponse};
use jiff::civil::DateTime;

use super::campaign::led;
use crate::ballot::Ballot;
use crate::pages::public::home::Home;
use crate::store::StoreError;
use crate::survey::{Consultation, Openness};
use crate::web::{PageError, State, language, now, reply, today};

/// Shows every consultation: those that are open first, and of these the one that most people can answer; then those
/// that open or closed soonest.
///
/// # Errors
/// When the database fails.
pub async fn show(state: Data<State>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let today = today();
    let library = state.library();
    let mut consultations: Vec<(&Consultation, Openness)> =
        library.consultations().map(|one| (one.as_ref(), one.openness(today))).collect();
    consultations.sort_by_key(|(one, openness)| {
        let broad = std::cmp::Reverse(one.breadth());
        match openness {
            Openness::Open => (0, broad, one.closes),
            Openness::NotYetOpen => (1, broad, one.opens),
            Openness::Closed => (2, broad, one.closes),
        }
    });
    let published = published(&state).await?;
    let now = now();
    let mut ballots: Vec<(&Ballot, Openness)> =
        library.ballots().map(|ballot| (ballot.as_ref(), ballot.openness(now))).collect();
    ballots.retain(|(ballot, openness)| match openness {
        Openness::Open => true,
        Openness::NotYetOpen => false,
        Openness::Closed => published.contains(&ballot.key),
    });
    // Those that are open, by when they close; then the latest results.
    ballots.sort_by_key(|(ballot, openness)| match openness {
        Openness::Open => (0, ballot.closes, Reverse(ballot.opens)),
        _ => (1, DateTime::MIN, Reverse(ballot.closes)),
    });
    let here = state.clone();
    let campaigns = block(move || led(&here, |campaign| campaign.starts <= today && today <= campaign.ends)).await??;
    let (consultations, ballots, campaigns) = (&consultations, &ballots, &campaigns);
    let page = language::read(&state, &request, |front| Home { front, consultations, ballots, campaigns }.render());
    Ok(reply::page(page.into_string()))
}

/// The keys of the ballots that have closed and whose result is published.
pub(super) async fn published(state: &Data<State>) -> Result<BTreeSet<String>, PageError> {
    let (library, store, now) = (state.library(), state.store.clone(), now());
    let found = block(move || {
        let closed = library.ballots().filter(|ballot| ballot.openness(now) == Openness::Closed);
        let keys = closed.map(|ballot| Ok(store.find_ballot_result(&ballot.key)?.map(|_| ballot.key.clone())));
        keys.filter_map(Result::transpose).collect::<Result<BTreeSet<_>, StoreError>>()
    });
    Ok(found.await??)
}
