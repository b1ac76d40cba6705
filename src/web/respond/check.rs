//! Everything that was said, and sending it.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::visit::{Visit, district_names};
use crate::pages::respond::LANGUAGE;
use crate::pages::respond::check::{Check, Row};
use crate::store::Submission;
use crate::survey::{Response, Step};
use crate::web::{Form, PageError, State, reply, today};

/// Shows every question with what was said to it.
pub async fn show(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let visit = Visit::find(&state, &request, &key).await?;
    if let Some(elsewhere) = visit.elsewhere(Step::CheckAnswers, None) {
        return Ok(elsewhere);
    }
    let journey = visit.journey();
    let perspective = visit.draft.perspective.as_deref().unwrap_or_default();
    let districts = district_names(&state, &visit.consultation);
    let say = visit.frame().words();
    let row = |step: &Step<'_>| {
        let Step::Question(question) = step else { return None };
        let words = visit.consultation.find_words(&visit.draft.language, &question.key, perspective)?;
        let given = visit.draft.answers.get(&question.key).map(String::as_str).unwrap_or_default();
        let href = format!("{}?change", visit.address(*step));
        Some(Row::new(say, question, words, given, &districts, href))
    };
    let rows: Vec<Row> = journey.steps().iter().filter_map(row).collect();
    let back = visit.address(journey.previous(Step::CheckAnswers).unwrap_or(Step::Perspective));
    let page = Check { frame: visit.frame(), perspective, rows: &rows, back: &back };
    Ok(reply::page(page.render().into_string()))
}

/// Shows the same in another language.
pub async fn change_language(
    state: Data<State>,
    request: HttpRequest,
    key: Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let mut visit = Visit::find(&state, &request, &key).await?;
    if let Some(elsewhere) = visit.elsewhere(Step::CheckAnswers, None) {
        return Ok(elsewhere);
    }
    let page = visit.address(Step::CheckAnswers);
    if !visit.turn_to(form.text(LANGUAGE)) {
        return Ok(reply::see(&page));
    }
    visit.save(&state).await?;
    visit.see_in_language(&page)
}

/// For someone who opens the address that answers are sent to.
pub async fn back(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let visit = Visit::find(&state, &request, &key).await?;
    let elsewhere = visit.elsewhere(Step::CheckAnswers, None);
    Ok(elsewhere.unwrap_or_else(|| reply::see(&visit.address(Step::CheckAnswers))))
}

/// Stores the response, once however often it is sent, and shows thanks after its commit.
pub async fn submit(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let visit = Visit::find(&state, &request, &key).await?;
    if let Some(elsewhere) = visit.elsewhere(Step::CheckAnswers, None) {
        return Ok(elsewhere);
    }
    let districts = state.library.district_keys(&visit.consultation);
    let response = Response::from_draft(&visit.consultation, &visit.draft, &districts, today());
    let (Some(response), Some(token)) = (response, &visit.token) else {
        return Err(PageError::broken("a finished draft without perspective or token"));
    };
    let submission = Submission {
        consultation: visit.consultation.key.clone(),
        digest: visit.consultation.digest.clone(),
        response,
        receipt_hash: Some(token.receipt().hash()),
        draft_hash: Some(token.hash()),
        import_id: None,
    };
    // Stored now or before: the receipt follows from the token, so both lead to the same thanks.
    let stored = state.store.submit(submission).await.map_err(PageError::from);
    stored.map_err(|error| error.with_way(&visit.address(Step::CheckAnswers), "error-back-to-answers"))?;
    state.worker.wake();
    state.worker.wake();
    let mut reply = reply::see(&visit.frame().href("/thanks"));
    if let Some(cookie) = visit.cookie_after_sending() {
        reply.add_cookie(&cookie).map_err(PageError::broken)?;
    }
    Ok(reply)
}
