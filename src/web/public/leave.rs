//! The quick way out. A link, so that it works without scripts.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};

use crate::survey::{Draft, DraftToken, Language};
use crate::web::ballot::{COOKIE as VOTE_COOKIE, has_voted};
use crate::web::respond::{COOKIE, WAY_COOKIE, held_token};
use crate::web::{PageError, State, cookie, language, reply};

/// Where nobody wonders why someone is looking: the same for everyone.
const AWAY: &str = "https://www.bbc.co.uk/weather";

/// Makes the browser forget every half-finished response and goes somewhere harmless.
pub async fn leave(state: Data<State>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let mut response = reply::see(AWAY);
    let https = state.config.is_https();
    let prefix = cookie::name(COOKIE, https);
    let Ok(held) = request.cookies() else { return Ok(response) };
    if held.iter().any(|cookie| cookie.name() == cookie::name(language::COOKIE, https)) {
        response.add_removal_cookie(&cookie::forget(language::COOKIE, https)).map_err(PageError::broken)?;
    }
    let groups = cookie::name(WAY_COOKIE, https);
    let votes = cookie::name(VOTE_COOKIE, https);
    for cookie in held.iter() {
        if let Some(key) = cookie.name().strip_prefix(&groups) {
            let forgotten = cookie::forget(&format!("{WAY_COOKIE}{key}"), https);
            response.add_removal_cookie(&forgotten).map_err(PageError::broken)?;
        }
        // That a paper was sent stays known, or it could be sent again.
        if let Some(key) = cookie.name().strip_prefix(&votes).filter(|_| !has_voted(cookie.value())) {
            let forgotten = cookie::forget(&format!("{VOTE_COOKIE}{key}"), https);
            response.add_removal_cookie(&forgotten).map_err(PageError::broken)?;
        }
        let Some(key) = cookie.name().strip_prefix(&prefix) else { continue };
        let forgotten = cookie::forget(&format!("{COOKIE}{key}"), https);
        response.add_removal_cookie(&forgotten).map_err(PageError::broken)?;
        if let Some(token) = held_token(cookie.value()) {
            // Nobody who is in a hurry waits for the database.
            actix_web::rt::spawn(empty(state.clone(), token, key.to_owned()));
        }
    }
    Ok(response)
}

/// Writes nothing over what was said and not sent.
async fn empty(state: Data<State>, token: DraftToken, key: String) {
    let (store, hash) = (state.store.clone(), token.hash());
    if let Ok(Ok(Some(_))) = actix_web::web::block(move || store.find_draft(&hash)).await
        && let Ok(nothing) = serde_json::to_string(&Draft::new(Language::english()))
        && let Err(error) = state.store.save_draft(&token.hash(), &key, nothing).await
    {
        tracing::warn!("a draft could not be emptied: {error}");
    }
}
