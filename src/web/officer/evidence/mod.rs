//! `/officer/plans/{plan}/…`: evidence for an outcome, linked and taken out, and the suggested order of a plan's outcomes.

pub mod cards;
mod choosing;
mod figures;
mod linking;
pub mod offers;
pub mod plans;
pub mod ranking;
mod ranking_files;
pub mod uses;

pub use figures::Figures;

use actix_web::web::{ServiceConfig, get, post, resource};

/// The addresses, below `/officer`.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(
            resource("/plans/{plan}/outcomes/{outcome}/evidence")
                .route(get().to(linking::show))
                .route(post().to(linking::add)),
        )
        .route("/plans/{plan}/outcomes/{outcome}/evidence/remove", post().to(linking::remove))
        .route("/plans/{plan}/outcomes/{outcome}/evidence/none-found", post().to(linking::none_found))
        .route("/plans/{plan}/ranking", get().to(ranking::show))
        .route("/plans/{plan}/ranking.csv", get().to(ranking_files::table))
        .route("/plans/{plan}/ranking.xlsx", get().to(ranking_files::workbook));
}
