//! Ballots for officers: places and their vouchers, tallies, the count and its publication, and making a ballot.
//!
//! Whoever reads answers may do all this; making and publishing a ballot needs the right to edit surveys.

mod count;
mod list;
mod making;
mod places;
mod show;
mod tallies;

pub use places::make_vouchers;

use std::sync::Arc;

use actix_web::web::{self, ServiceConfig};

use crate::ballot::Ballot;
use crate::store::PollingPlace;
use crate::web::{PageError, State};

/// The addresses under `/officer/ballots` and `/officer/b`.
pub fn routes(config: &mut ServiceConfig) {
    config
        .route("/ballots", web::get().to(list::show))
        .service(web::resource("/ballots/new").route(web::get().to(making::show)).route(web::post().to(making::make)))
        .route("/b/{ballot}", web::get().to(show::show))
        .route("/b/{ballot}/places", web::post().to(places::add))
        .route("/b/{ballot}/places/{place}/vouchers", web::post().to(places::vouchers))
        .route("/b/{ballot}/places/{place}/links", web::post().to(places::links))
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
fn title(ballot: &Ballot) -> &str {
    ballot.words(ballot.default_language()).map_or(ballot.key.as_str(), |words| words.words.title.as_str())
}

fn find_place(state: &State, ballot: &Ballot, id: &str) -> Result<PollingPlace, PageError> {
    let places = state.store.list_polling_places(&ballot.key)?;
    places.into_iter().find(|place| place.id.to_string() == id).ok_or_else(missing)
}
