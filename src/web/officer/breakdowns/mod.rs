//! Breakdowns: tables of several ways, who has been heard from, what children say that adults do not, and what has
//! changed since another consultation. All are made from columns that the server keeps in memory.
//!
//! Decides nothing about what may be shown: `breakdown` has.

mod asked;
pub mod asked_ages;
mod ballots;
mod change;
mod columns;
mod gap;
mod grown;
mod menu;
mod named;
mod never;
mod period;
mod representativeness;
mod shape;
mod show;

pub use columns::KeptColumns;

use actix_web::web::{self, ServiceConfig};

/// The addresses of breakdowns, under `/officer`.
pub fn routes(config: &mut ServiceConfig) {
    config
        .route("/c/{consultation}/breakdowns", web::get().to(show::show))
        .route("/c/{consultation}/breakdowns.csv", web::get().to(show::csv))
        .route("/c/{consultation}/breakdowns.xlsx", web::get().to(show::xlsx))
        .route("/c/{consultation}/breakdowns.json", web::get().to(show::json))
        .route("/c/{consultation}/representativeness", web::get().to(representativeness::show))
        .route("/c/{consultation}/gap", web::get().to(gap::show))
        .route("/c/{consultation}/change", web::get().to(change::show));
}
