//! Which address is answered by what, and what stands around every answer.

use actix_web::middleware::{Compress, from_fn};
use actix_web::{HttpResponse, web};

use super::{PageError, account, ballot, campaign, headers, language, officer, public, respond};

/// Joins the addresses of every audience.
pub fn routes(config: &mut web::ServiceConfig) {
    // The outermost stands last: what is refused further in still gets its headers.
    let all = web::scope("")
        .configure(public::routes)
        .configure(respond::routes)
        .configure(ballot::routes)
        .configure(account::routes)
        .configure(officer::routes)
        .configure(campaign::routes)
        .default_service(web::to(unknown))
        .wrap(from_fn(headers::refuse_foreign_forms))
        .wrap(from_fn(language::remember))
        .wrap(Compress::default())
        .wrap(from_fn(headers::protect));
    config.service(all);
}

async fn unknown() -> Result<HttpResponse, PageError> {
    Err(PageError::not_found())
}
