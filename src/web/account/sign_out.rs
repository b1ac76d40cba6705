//! Signing out.

use actix_web::{HttpRequest, HttpResponse, web};

use super::rights;
use super::session::{self, Token};
use crate::web::{Form, PageError, State, cookie, reply};

/// `POST /sign-out`.
pub async fn act(state: web::Data<State>, request: HttpRequest, form: Form) -> Result<HttpResponse, PageError> {
    let https = state.config.is_https();
    if let Some(signed_in) = rights::find(&state, &request).await? {
        signed_in.check_form(&form)?;
    }
    if let Some(token) = cookie::find(&request, session::COOKIE, https).and_then(|text| Token::parse(&text)) {
        let store = state.store.clone();
        web::block(move || store.erase_session(&token.hash())).await?.map_err(PageError::from)?;
    }
    let mut response = reply::see("/sign-in");
    response.add_cookie(&cookie::forget(session::COOKIE, https)).map_err(PageError::broken)?;
    Ok(response)
}
