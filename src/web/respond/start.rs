//! The first page, and beginning.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::visit::Visit;
use crate::pages::respond::Frame;
use crate::pages::respond::safety::Safety;
use crate::pages::respond::shut::Shut;
use crate::pages::respond::start::Start;
use crate::survey::{DraftToken, Edition, Openness};
use crate::web::{PageError, State, language, reply, today};

/// Shows what is asked, by whom and why.
pub async fn show(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let mut visit = Visit::find(&state, &request, &key).await?;
    // Whoever goes on where they were goes on in the language they have just chosen.
    let begun = visit.draft.perspective.is_some();
    if visit.turn_to(&language::asked(&request).unwrap_or_default()) && begun {
        visit.save(&state).await?;
    }
    let frame = Frame { edition: Edition::Plain, ..visit.frame() };
    Ok(reply::page(match visit.consultation.openness(today()) {
        Openness::Open => Start { frame, begun, way: None }.render().into_string(),
        openness => Shut { frame, openness, words: None }.render().into_string(),
    }))
}

/// Says how to leave at once.
pub async fn safety(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let visit = Visit::find(&state, &request, &key).await?;
    Ok(reply::page(Safety { frame: visit.frame(), begun: visit.token.is_some() }.render().into_string()))
}

/// Begins anew: whoever was here before on this browser is not continued.
pub async fn begin(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let visit = Visit::find(&state, &request, &key).await?;
    if visit.consultation.openness(today()) != Openness::Open {
        return Ok(reply::see(&visit.frame().href("")));
    }
    let mut random = [0u8; 16];
    getrandom::fill(&mut random).map_err(PageError::broken)?;
    // Before questions that may hurt, how to leave at once.
    let first = if visit.consultation.sensitive { "/safety" } else { "/who" };
    let mut response = reply::see(&visit.frame().href(first));
    response.add_cookie(&visit.cookie_of(&DraftToken::from_random(random))).map_err(PageError::broken)?;
    Ok(response)
}
