//! Answering a consultation, from its first page to thanks.

use actix_web::web::ServiceConfig;

/// The addresses under `/c/{consultation}`.
pub fn routes(_config: &mut ServiceConfig) {}
