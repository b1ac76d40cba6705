//! Who are you?

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::visit::Visit;
use crate::pages::respond::who::{FIELD, Who};
use crate::survey::Step;
use crate::web::{Form, PageError, State, reply};

/// Shows the perspectives.
pub async fn show(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let visit = Visit::find(&state, &request, &key).await?;
    if let Some(elsewhere) = visit.elsewhere(Step::Perspective, None) {
        return Ok(elsewhere);
    }
    Ok(reply::page(page(&visit, is_changing(&request), false)))
}

/// Takes the one that was picked. What was said before is kept, also when the questions are now put differently.
pub async fn save(
    state: Data<State>,
    request: HttpRequest,
    key: Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let mut visit = Visit::find(&state, &request, &key).await?;
    if let Some(elsewhere) = visit.elsewhere(Step::Perspective, None) {
        return Ok(elsewhere);
    }
    let changing = is_changing(&request);
    if visit.turn(&form) {
        let again = if changing { "/who?change" } else { "/who" };
        visit.save(&state).await?;
        return visit.see_in_language(&visit.frame().href(again));
    }
    let Some(perspective) = visit.consultation.find_perspective(form.text(FIELD)).map(|known| known.key.clone()) else {
        return Ok(reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page(&visit, changing, true)));
    };
    visit.draft.perspective = Some(perspective);
    visit.save(&state).await?;
    let journey = visit.journey();
    let next = if changing { Some(journey.furthest()) } else { journey.next(Step::Perspective) };
    Ok(reply::see(&visit.address(next.unwrap_or(Step::CheckAnswers))))
}

fn page(visit: &Visit, changing: bool, missing: bool) -> String {
    let picked = visit.draft.perspective.as_deref();
    Who { frame: visit.frame(), picked, changing, missing }.render().into_string()
}

/// Whether someone came from check answers and goes back there.
pub(super) fn is_changing(request: &HttpRequest) -> bool {
    request.query_string() == "change"
}
