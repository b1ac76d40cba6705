//! Typing the code of a group or a place, or scanning it.

use actix_web::http::StatusCode;
use actix_web::web::{self, Data};
use actix_web::{HttpRequest, HttpResponse};

use crate::pages::public::join::{FIELD, Join};
use crate::survey::WayCode;
use crate::web::{Form, PageError, State, language, reply};

/// Leads to the start page that a code belongs to, or asks for the code. Nobody is held back for slips or for trying
/// often: whoever guesses a code finds the start page that everybody can see.
pub async fn show(state: Data<State>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let form = Form::parse(request.query_string()).unwrap_or_default();
    let typed = form.find(FIELD);
    if let Some(code) = typed.and_then(WayCode::parse) {
        let store = state.store.clone();
        let found = web::block(move || store.find_way_in(&code)).await??;
        if let Some(found) = found {
            return Ok(reply::see(&format!("/c/{}/in/{}", found.way.consultation, found.way.code.as_str())));
        }
    }
    let page = language::read(&state, &request, |front| Join { front, typed }.render()).into_string();
    let status = if typed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(reply::page_with(status, page))
}
