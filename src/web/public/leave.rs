//! The quick way out. A link, so that it works without scripts.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};

use crate::web::respond::COOKIE;
use crate::web::{PageError, State, cookie, reply};

/// Where nobody wonders why someone is looking: the same for everyone.
const AWAY: &str = "https://www.bbc.co.uk/weather";

/// Makes the browser forget every half-finished response and goes somewhere harmless.
pub async fn leave(state: Data<State>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let mut response = reply::see(AWAY);
    let https = state.config.is_https();
    let prefix = cookie::name(COOKIE, https);
    let held: Vec<String> = match request.cookies() {
        Ok(cookies) => cookies.iter().map(|cookie| cookie.name().to_owned()).collect(),
        Err(_) => Vec::new(),
    };
    for key in held.iter().filter_map(|name| name.strip_prefix(&prefix)) {
        let forgotten = cookie::forget(&format!("{COOKIE}{key}"), https);
        response.add_removal_cookie(&forgotten).map_err(PageError::broken)?;
    }
    Ok(response)
}
