//! The editor of surveys. Every form saves a draft in the data folder; publishing is an act of its own.
//!
//! Leaves out the format (`survey`), the folder (`library`) and how a page looks (`pages`).

mod bench;
mod check;
mod list;
mod preview;
mod question;
mod questions;
mod settings;
mod attempt;
pub(super) mod typed;
mod versions;
mod words;

use actix_web::web::{ServiceConfig, get, post, resource};

/// The addresses under `/officer/surveys`.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(resource("/surveys").route(get().to(list::show)).route(post().to(list::begin)))
        .service(resource("/surveys/{survey}").route(get().to(questions::show)).route(post().to(questions::act)))
        .service(
            resource("/surveys/{survey}/question/{question}")
                .route(get().to(question::show))
                .route(post().to(question::save)),
        )
        .service(
            resource("/surveys/{survey}/words/{language}").route(get().to(words::show)).route(post().to(words::save)),
        )
        .service(
            resource("/surveys/{survey}/settings").route(get().to(settings::show)).route(post().to(settings::save)),
        )
        .service(resource("/surveys/{survey}/discard").route(post().to(settings::discard)))
        .service(resource("/surveys/{survey}/check").route(get().to(check::show)))
        .service(resource("/surveys/{survey}/publish").route(post().to(check::publish)))
        .service(resource("/surveys/{survey}/preview").route(get().to(preview::show)))
        .service(resource("/surveys/{survey}/try").route(get().to(attempt::show)))
        .service(
            resource("/surveys/{survey}/versions").route(get().to(versions::show)).route(post().to(versions::go_back)),
        );
}
