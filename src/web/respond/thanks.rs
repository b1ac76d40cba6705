//! After sending: thanks, the code to keep, and finishing on a shared computer.

use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::visit::Visit;
use crate::pages::respond::thanks::{self, Thanks};
use crate::survey::Receipt;
use crate::web::{PageError, State, reply};

/// Shows thanks and the code, while the browser still holds it.
pub async fn show(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let visit = Visit::find(&state, &request, &key).await?;
    let Some(receipt) = sent_receipt(&visit) else { return Ok(reply::see(&visit.frame().href(""))) };
    let edition = find_edition(&state, &visit, &receipt).await?;
    let frame = crate::pages::respond::Frame { edition, ..visit.frame() };
    Ok(reply::page(Thanks { frame, receipt: &receipt.to_text() }.render().into_string()))
}

/// The code as a small text file.
pub async fn download(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let visit = Visit::find(&state, &request, &key).await?;
    let Some(receipt) = sent_receipt(&visit) else { return Ok(reply::see(&visit.frame().href(""))) };
    let text = thanks::file(&visit.consultation, &receipt.to_text(), state.config.public_url.as_deref());
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"heard-code.txt\""))
        .body(text))
}

/// Forgets the code on this browser.
pub async fn finish(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let visit = Visit::find(&state, &request, &key).await?;
    let mut response = reply::see("/");
    response.add_removal_cookie(&visit.cookie_forgotten()).map_err(PageError::broken)?;
    Ok(response)
}

fn sent_receipt(visit: &Visit) -> Option<Receipt> {
    visit.token.as_ref().filter(|_| visit.sent).map(|token| token.receipt())
}

/// The edition of the perspective that the response was sent from: the draft that knew it is gone.
async fn find_edition(
    state: &Data<State>,
    visit: &Visit,
    receipt: &Receipt,
) -> Result<crate::survey::Edition, PageError> {
    let (store, hash) = (state.store.clone(), receipt.hash());
    let stored = actix_web::web::block(move || store.find_response(&hash)).await??;
    let perspective =
        stored.and_then(|stored| visit.consultation.find_perspective(&stored.response.perspective).cloned());
    Ok(perspective.map(|perspective| perspective.edition).unwrap_or_default())
}
