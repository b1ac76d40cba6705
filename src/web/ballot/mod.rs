//! Voting, from the first page of a ballot to thanks, the tallies of schools, and the published result.
//!
//! Nothing is kept between two pages but what the browser holds in one cookie and sends with its forms: a vote that was
//! not sent is nowhere. A paper that was marked is shown again without a redirect, so that no mark ever stands in an
//! address.

mod brake;
pub mod figures;
mod marks;
pub mod opening;
mod paper;
pub mod result;
mod start;
pub mod tally;
pub mod typist;
mod visit;

use actix_web::web::{ServiceConfig, get, post, resource};

pub use visit::{COOKIE, has_voted};

/// The addresses under `/b/{ballot}`.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(resource("/b/{ballot}").route(get().to(start::show)).route(post().to(start::begin)))
        .route("/b/{ballot}/v/{code}", get().to(start::scan))
        .service(resource("/b/{ballot}/paper").route(get().to(paper::show)).route(post().to(paper::again)))
        .service(resource("/b/{ballot}/check").route(get().to(paper::show)).route(post().to(paper::check)))
        .service(resource("/b/{ballot}/send").route(get().to(paper::show)).route(post().to(paper::send)))
        .route("/b/{ballot}/thanks", get().to(start::thanks))
        .route("/b/{ballot}/next", post().to(start::next))
        .service(resource("/b/{ballot}/tally/{code}").route(get().to(tally::show)).route(post().to(tally::save)))
        .route("/b/{ballot}/result", get().to(result::show))
        .route("/b/{ballot}/result.json", get().to(result::json))
        .route("/b/{ballot}/result.audit.json", get().to(result::audit))
        .route("/b/{ballot}/result.blt", get().to(result::blt));
}
