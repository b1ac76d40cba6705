//! Ballots for officers: places and their vouchers, tallies, the count and its publication, and making a ballot.
//!
//! Whoever reads answers may do all this; making a ballot and publishing its result needs the right to open ballots.

mod count;
mod drafting;
mod list;
mod making;
mod places;
mod record;
mod show;
mod tallies;
mod themes;
mod unprinted;
mod vouchers;

pub use unprinted::Unprinted;

/// What a form that proposes a ballot shares with the one that makes it.
pub mod proposing {
    pub use super::drafting::draft;
    pub use super::making::{first, typed, words_of};
    pub use super::themes::{consultations, on_offer};
}
pub use vouchers::make_vouchers;

use std::sync::Arc;

use actix_web::web::{self, ServiceConfig};

use actix_web::http::StatusCode;

use crate::ballot::{Ballot, VOUCHER_BYTES, Voucher};
use crate::pages::ballot::Frame;
use crate::pages::officer::ballots::address;
use crate::store::PollingPlace;
use crate::survey::Edition;
use crate::web::{PageError, State};

/// The addresses under `/officer/ballots` and `/officer/b`.
pub fn routes(config: &mut ServiceConfig) {
    config
        .route("/ballots", web::get().to(list::show))
        .service(web::resource("/ballots/new").route(web::get().to(making::show)).route(web::post().to(making::make)))
        .route("/ballots/proposals/{proposal}", web::post().to(making::send_back))
        .route("/b/{ballot}", web::get().to(show::show))
        .route("/b/{ballot}/places", web::post().to(places::add))
        .route("/b/{ballot}/places/{place}/roll", web::post().to(places::roll))
        .route("/b/{ballot}/places/{place}/links", web::post().to(places::links))
        .route("/b/{ballot}/links/{made}", web::get().to(places::made_links))
        .service(
            web::resource("/b/{ballot}/vouchers")
                .route(web::get().to(vouchers::choose))
                .route(web::post().to(vouchers::make)),
        )
        .service(
            web::resource("/b/{ballot}/vouchers/{made}")
                .route(web::get().to(vouchers::ready))
                .route(web::post().to(vouchers::take)),
        )
        .route("/b/{ballot}/batches/{batch}/stop", web::post().to(places::stop))
        .service(
            web::resource("/b/{ballot}/places/{place}/tally/{turn}")
                .route(web::get().to(tallies::show))
                .route(web::post().to(tallies::save)),
        )
        .service(
            web::resource("/b/{ballot}/places/{place}/settle")
                .route(web::get().to(tallies::differences))
                .route(web::post().to(tallies::settle)),
        )
        .route("/b/{ballot}/places/{place}/record", web::get().to(record::show))
        .route("/b/{ballot}/places/{place}/open-again", web::post().to(record::open))
        .service(
            web::resource("/b/{ballot}/publish")
                .route(web::get().to(count::show))
                .route(web::post().to(count::publish)),
        );
}

fn get(state: &State, key: &str) -> Result<Arc<Ballot>, PageError> {
    state.library().find_ballot(key).cloned().ok_or_else(missing)
}

fn missing() -> PageError {
    PageError::not_found().with_link("/officer/ballots", "Back to the ballots")
}

/// The ballot's title in its own language.
pub(super) fn title(ballot: &Ballot) -> &str {
    ballot.words(ballot.default_language()).map_or(ballot.key.as_str(), |words| words.words.title.as_str())
}

fn find_place(state: &State, ballot: &Ballot, id: &str) -> Result<PollingPlace, PageError> {
    let places = state.store.list_polling_places(&ballot.key)?;
    places.into_iter().find(|place| place.id.to_string() == id).ok_or_else(missing)
}

fn frame(ballot: &Ballot) -> Frame<'_> {
    Frame { ballot, lang: ballot.default_language().as_str(), edition: Edition::Plain }
}

fn refused(ballot: &Ballot, heading: &str, words: &str) -> PageError {
    let back = format!("Back to {}", title(ballot));
    PageError::new(StatusCode::UNPROCESSABLE_ENTITY, heading, &[words]).with_link(&address(&ballot.key, ""), &back)
}

fn random() -> Result<Voucher, PageError> {
    let mut bytes = [0; VOUCHER_BYTES];
    getrandom::fill(&mut bytes).map_err(PageError::broken)?;
    Ok(Voucher::from_random(bytes))
}
