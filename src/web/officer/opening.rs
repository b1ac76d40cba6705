//! How every page about a consultation opens: the filter is read, the consultation found, and the page made where
//! waiting for the database is allowed.

use actix_web::{HttpRequest, HttpResponse, web};

use super::subject::Subject;
use crate::web::account::SignedIn;
use crate::web::{Form, PageError, State, reply};

/// What a page about a consultation is made from.
pub struct Opening {
    pub state: web::Data<State>,
    pub signed_in: SignedIn,
    pub subject: Subject,
    /// What the address asks for.
    pub asked: Form,
}

/// Opens the consultation of this key for who is signed in, and answers with the page that `render` makes.
///
/// # Errors
/// When there is no such consultation, and as `render`.
pub async fn open(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    consultation: String,
    request: &HttpRequest,
    render: impl FnOnce(&Opening) -> Result<String, PageError> + Send + 'static,
) -> Result<HttpResponse, PageError> {
    Ok(reply::page(opening(state, signed_in, consultation, request, render).await?))
}

/// The same with whatever `make` makes, such as a file.
///
/// # Errors
/// When there is no such consultation, and as `make`.
pub async fn opening<T: Send + 'static>(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    consultation: String,
    request: &HttpRequest,
    make: impl FnOnce(&Opening) -> Result<T, PageError> + Send + 'static,
) -> Result<T, PageError> {
    let signed_in = signed_in.into_inner();
    let asked = Form::parse(request.query_string()).unwrap_or_default();
    let made = web::block(move || {
        let subject = Subject::get(&state, &consultation)?;
        make(&Opening { state, signed_in, subject, asked })
    });
    made.await?
}
