//! After sending: thanks, the code to keep, and finishing on a shared computer.

use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::visit::Visit;
use super::way;
use crate::pages::respond::Frame;
use crate::pages::respond::thanks::{self, Thanks};
use crate::survey::{Edition, Language};
use crate::web::{PageError, State, cookie, language, reply};

/// Shows thanks and the code, while the browser still holds it.
pub async fn show(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let visit = Visit::find(&state, &request, &key).await?;
    if !visit.sent {
        return Ok(visit.start_or_gone());
    }
    let (edition, language) = find_edition(&state, &visit).await?;
    let frame = Frame { edition, lang: language.as_str(), ..visit.frame() };
    let receipt = visit.receipt().map(|receipt| receipt.to_text());
    let next_person = way::of_device(&state, &request, &visit).await?.is_some();
    let hears = state.dispatch().is_some();
    Ok(reply::page(Thanks { frame, receipt: receipt.as_deref(), next_person, hears }.render().into_string()))
}

/// The code as a small text file.
pub async fn download(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let visit = Visit::find(&state, &request, &key).await?;
    let Some(receipt) = visit.receipt().filter(|_| visit.sent) else { return Ok(visit.start_or_gone()) };
    let (_, language) = find_edition(&state, &visit).await?;
    let frame = Frame { lang: language.as_str(), edition: Edition::Plain, ..visit.frame() };
    let text = thanks::file(&frame, &receipt.to_text(), state.config.public_url.as_deref());
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"heard-code.txt\""))
        .body(text))
}

/// Forgets the code on this browser. Where a group takes turns on it, the next person is led in.
pub async fn finish(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let visit = Visit::find(&state, &request, &key).await?;
    if let Some(code) = way::of_device(&state, &request, &visit).await? {
        let mut response = reply::see(&visit.frame().href(&format!("/in/{}", code.as_str())));
        way::forget(&state, &visit, &mut response)?;
        return Ok(response);
    }
    let mut response = reply::see("/");
    response.headers_mut().insert(way::FORGET.0, way::FORGET.1);
    for forgotten in [visit.cookie_forgotten(), cookie::forget(language::COOKIE, state.config.is_https())] {
        response.add_removal_cookie(&forgotten).map_err(PageError::broken)?;
    }
    Ok(response)
}

/// The edition of the perspective that the response was sent from, and its language: the draft that knew them is
/// gone.
async fn find_edition(state: &Data<State>, visit: &Visit) -> Result<(Edition, Language), PageError> {
    let (store, hash) = (state.store.clone(), visit.receipt_hash().unwrap_or_default());
    let stored = actix_web::web::block(move || store.find_response(&hash)).await??;
    let Some(response) = stored.map(|stored| stored.response) else {
        return Ok((Edition::default(), visit.draft.language.clone()));
    };
    let perspective = visit.consultation.find_perspective(&response.perspective);
    Ok((perspective.map(|perspective| perspective.edition).unwrap_or_default(), response.language))
}
