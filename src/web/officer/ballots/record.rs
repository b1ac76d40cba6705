//! How the votes on paper of a place were typed, and opening an agreed tally again.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use jiff::tz::TimeZone;

use super::{find_place, get, refused, title};
use crate::ballot::{Ballot, Sheet};
use crate::pages::officer::ballots::address;
use crate::pages::officer::ballots::record::{LONGEST_REASON, Opened, REASON, Record, Typed};
use crate::store::{PollingPlace, TallyOpened, TallyTyping};
use crate::survey::Openness;
use crate::web::account::SignedIn;
use crate::web::ballot::tally::{open_again, sheet_of};
use crate::web::officer::desk::desk;
use crate::web::{Form, PageError, State, now, reply};

/// Shows the page.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let page = web::block(move || {
        let ballot = get(&state, &path.0)?;
        let place = find_place(&state, &ballot, &path.1)?;
        page(&state, &signed_in, &ballot, &place, None)
    });
    Ok(reply::page(page.await??))
}

/// Opens an agreed tally again.
pub async fn open(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    path: web::Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let back = address(&path.0, &format!("/places/{}/record", path.1));
    let again = web::block(move || {
        let ballot = get(&state, &path.0)?;
        let place = find_place(&state, &ballot, &path.1)?;
        let reason = form.text(REASON).trim();
        let wrong = match reason.chars().count() {
            0 => Some("Write why the tally is opened again"),
            length if length > LONGEST_REASON => Some("Make the reason shorter"),
            _ => None,
        };
        if let Some(message) = wrong {
            let typed = reason.chars().take(2 * LONGEST_REASON).collect();
            return page(&state, &signed_in, &ballot, &place, Some((typed, message.to_owned()))).map(Some);
        }
        match open_again(&state.store, &ballot, &place, reason, &signed_in.user)? {
            TallyOpened::Opened => Ok(None),
            TallyOpened::NotAgreed => {
                let words = "No tally of this place is agreed at present, so there is nothing to open.";
                Err(refused(&ballot, "This tally is open already", words))
            }
            TallyOpened::Published => {
                let words = "The result is published, and stays as it is with every tally in it.";
                Err(refused(&ballot, "This cannot be changed now", words))
            }
        }
    });
    Ok(match again.await?? {
        None => reply::see(&back),
        Some(page) => reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page),
    })
}

fn page(
    state: &State,
    signed_in: &SignedIn,
    ballot: &Ballot,
    place: &PollingPlace,
    refused: Option<(String, String)>,
) -> Result<String, PageError> {
    let store = &state.store;
    let read = |body: &str| serde_json::from_str::<Sheet>(body).map_err(PageError::broken);
    let typed = |typings: Vec<TallyTyping>| -> Result<Vec<Typed>, PageError> {
        let one = |typing: TallyTyping| {
            let sheet = sheet_of(&typing)?;
            Ok(Typed { turn: typing.turn, by: typing.typist, sheet, tried_other: typing.tried_other })
        };
        typings.into_iter().filter(|typing| typing.place == place.id).map(one).collect()
    };
    let agreed = store.list_tallies(&ballot.key)?.into_iter().find(|tally| tally.place == place.id);
    let clocks = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
    let mut opened = Vec::new();
    for opening in store.list_tally_openings(&ballot.key)?.into_iter().rev().filter(|one| one.place == place.id) {
        opened.push(Opened {
            by: opening.opened_by,
            when: clocks.to_datetime(opening.opened_at).strftime("%-d %B %Y at %H:%M").to_string(),
            reason: opening.reason,
            agreed: read(&opening.agreed)?,
            typed: typed(opening.typings)?,
        });
    }
    let page = Record {
        desk: desk(state, signed_in, None)?,
        ballot,
        title: title(ballot),
        place: &place.name,
        id: place.id,
        agreed: agreed.map(|tally| read(&tally.body)).transpose()?,
        typed: typed(store.list_tally_typings(&ballot.key)?)?,
        opened,
        closed: ballot.openness(now()) == Openness::Closed,
        published: store.find_ballot_result(&ballot.key)?.is_some(),
        refused,
    };
    Ok(page.render().into_string())
}
