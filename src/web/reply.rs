//! The few kinds of reply that handlers give.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;

/// A page that was found.
pub fn page(html: String) -> HttpResponse {
    page_with(StatusCode::OK, html)
}

/// A page with another status, such as 422 for a form that is shown again.
pub fn page_with(status: StatusCode, html: String) -> HttpResponse {
    HttpResponse::build(status).content_type("text/html; charset=utf-8").body(html)
}

/// Go and see another page. After a form this keeps a reload from sending it twice.
pub fn see(address: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((LOCATION, address)).finish()
}

/// After a form: where to go when it was taken, or the page on which it comes back with what is wrong.
pub fn after_form(done: Result<String, String>) -> HttpResponse {
    match done {
        Ok(address) => see(&address),
        Err(page) => page_with(StatusCode::UNPROCESSABLE_ENTITY, page),
    }
}
