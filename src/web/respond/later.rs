//! Stopping half-way with a code, and going on with it. The code comes in forms only, so it is in no address and no
//! log.

use actix_web::http::StatusCode;
use actix_web::web::{self, Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::visit::Visit;
use crate::pages::respond::come_back::{ComeBack, FIELD};
use crate::pages::respond::later::Later;
use crate::survey::DraftToken;
use crate::web::{Form, PageError, State, language, reply};

/// Shows the code of the draft that this browser holds.
pub async fn show(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let visit = Visit::find(&state, &request, &key).await?;
    let furthest = visit.journey().furthest();
    if let Some(elsewhere) = visit.elsewhere(furthest, None) {
        return Ok(elsewhere);
    }
    let Some(token) = visit.token.as_ref().filter(|_| visit.draft.perspective.is_some()) else {
        return Ok(reply::see(&visit.address(furthest)));
    };
    let page =
        Later { frame: visit.frame(), code: &token.to_place_code(), goes_on: &visit.address(visit.resumes_at()) };
    Ok(reply::page(page.render().into_string()))
}

/// Asks for the code.
pub async fn ask(state: Data<State>, request: HttpRequest) -> HttpResponse {
    let page = language::read(&state, &request, |front| ComeBack { front, typed: None }.render());
    reply::page(page.into_string())
}

/// Goes on with the draft that a code stands for: from now on this browser holds it.
pub async fn go_on(state: Data<State>, request: HttpRequest, form: Form) -> Result<HttpResponse, PageError> {
    let typed = form.text(FIELD);
    if let Some(visit) = find(&state, &request, typed).await? {
        let address = visit.address(visit.resumes_at());
        let mut reply = visit.see_in_language(&address)?;
        if let Some(cookie) = visit.cookie() {
            reply.add_cookie(&cookie).map_err(PageError::broken)?;
        }
        return Ok(reply);
    }
    let page = language::read(&state, &request, |front| ComeBack { front, typed: Some(typed) }.render());
    Ok(reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page.into_string()))
}

/// The draft of a code that something was said in. It is not saved again here: that could bring back what somebody who
/// left in a hurry is having erased at the same moment.
async fn find(state: &Data<State>, request: &HttpRequest, typed: &str) -> Result<Option<Visit>, PageError> {
    let Some(token) = DraftToken::from_place_code(typed) else { return Ok(None) };
    let (store, hash) = (state.store.clone(), token.hash());
    let Some((key, _)) = web::block(move || store.find_draft(&hash)).await?? else { return Ok(None) };
    if state.library().find_consultation(&key).is_none() {
        return Ok(None);
    }
    let visit = Visit::with(state, request, &key, Some(&token.to_text())).await?;
    if visit.draft.perspective.is_none() || visit.sent {
        return Ok(None);
    }
    Ok(Some(visit))
}
