//! Questions about oneself: the offer, and sending once they are done.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::check::submit;
use super::visit::Visit;
use crate::pages::respond::LATER;
use crate::pages::respond::equality::{FIELD, NO, Offer, Send, YES};
use crate::survey::{Section, Step, asked};
use crate::web::{Form, PageError, State, reply};

/// Shows the offer.
pub async fn show(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let visit = Visit::find(&state, &request, &key).await?;
    let elsewhere = visit.elsewhere(Step::Equality, None);
    Ok(elsewhere.unwrap_or_else(|| reply::page(offer(&visit, false))))
}

/// Takes or declines it; declining sends.
pub async fn save(
    state: Data<State>,
    request: HttpRequest,
    key: Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let mut visit = Visit::find(&state, &request, &key).await?;
    if let Some(elsewhere) = visit.elsewhere(Step::Equality, None) {
        return Ok(elsewhere);
    }
    if visit.turn(&form) {
        visit.save(&state).await?;
        return visit.see_in_language(&visit.address(Step::Equality));
    }
    if form.find(LATER).is_some() {
        return Ok(reply::see(&visit.frame().href("/later")));
    }
    visit.draft.equality = match form.text(FIELD) {
        YES => Some(true),
        NO => Some(false),
        _ => return Ok(reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, offer(&visit, true))),
    };
    visit.save(&state).await?;
    if visit.draft.equality == Some(false) {
        return submit(state, request, key).await;
    }
    let next = visit.journey().next(Step::Equality).unwrap_or(Step::Send);
    Ok(reply::see(&visit.address(next)))
}

/// Shows the button that sends.
pub async fn last(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let visit = Visit::find(&state, &request, &key).await?;
    if let Some(elsewhere) = visit.elsewhere(Step::Send, None) {
        return Ok(elsewhere);
    }
    let back = visit.address(visit.journey().previous(Step::Send).unwrap_or(Step::CheckAnswers));
    Ok(reply::page(Send { frame: visit.frame(), back: &back }.render().into_string()))
}

fn offer(visit: &Visit, missing: bool) -> String {
    let perspective = visit.draft.perspective.as_deref().unwrap_or_default();
    let asked = asked(&visit.consultation, perspective, |key| visit.draft.said(key).to_owned());
    let count = asked.iter().filter(|question| question.section == Section::Equality).count();
    let back = visit.address(Step::CheckAnswers);
    let page = Offer { frame: visit.frame(), wanted: visit.draft.equality, missing, count, back: &back };
    page.render().into_string()
}
