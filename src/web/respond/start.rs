//! The first page, and beginning.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::visit::Visit;
use crate::pages::respond::Frame;
use crate::pages::respond::shut::Shut;
use crate::pages::respond::start::Start;
use crate::survey::{DraftToken, Openness};
use crate::web::{PageError, State, reply, today};

/// Shows what is asked, by whom and why.
pub async fn show(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let visit = Visit::find(&state, &request, &key).await?;
    let frame = Frame::plain(&visit.consultation);
    Ok(reply::page(match visit.consultation.openness(today()) {
        Openness::Open => Start { frame, begun: visit.draft.perspective.is_some() }.render().into_string(),
        openness => Shut { frame, openness, words: None }.render().into_string(),
    }))
}

/// Begins anew: whoever was here before on this browser is not continued.
pub async fn begin(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let visit = Visit::find(&state, &request, &key).await?;
    if visit.consultation.openness(today()) != Openness::Open {
        return Ok(reply::see(&visit.frame().href("")));
    }
    let mut random = [0u8; 16];
    getrandom::fill(&mut random).map_err(PageError::broken)?;
    let mut response = reply::see(&visit.frame().href("/who"));
    response.add_cookie(&visit.cookie(&DraftToken::from_random(random))).map_err(PageError::broken)?;
    Ok(response)
}
