//! Everything that was said, and sending it.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::question::is_sensitive;
use super::visit::{Visit, offered};
use crate::pages::respond::LATER;
use crate::pages::respond::check::{Check, Row};
use crate::store::{Corrected, Submission};
use crate::survey::{Question, Response, Section, Step};
use crate::web::{Form, PageError, State, reply, today};

/// Shows every question with what was said to it.
pub async fn show(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let visit = Visit::find(&state, &request, &key).await?;
    if let Some(elsewhere) = visit.elsewhere(Step::CheckAnswers, None) {
        return Ok(elsewhere);
    }
    let journey = visit.journey();
    let perspective = visit.draft.perspective.as_deref().unwrap_or_default();
    let row = |question: &Question| {
        let words = visit.words(question)?.words;
        let href = format!("{}?change", visit.address(Step::Question(question)));
        let offered = offered(&state, &visit, question, words);
        Some(Row::new(question, words, visit.draft.said(&question.key), &offered, href))
    };
    let answered = journey.questions(Section::Main).filter(|question| question.takes_answer());
    let rows: Vec<Row> = answered.filter_map(row).collect();
    let previous = journey.previous(Step::CheckAnswers).unwrap_or(Step::Perspective);
    let page = Check {
        frame: visit.frame(),
        perspective,
        rows: &rows,
        back: &visit.address(previous),
        correcting: visit.correcting.is_some(),
        goes_on: journey.next(Step::CheckAnswers).is_some(),
        after_sensitive: is_sensitive(previous),
    };
    Ok(reply::page(page.render().into_string()))
}

/// Goes on to questions about oneself, where there are any; or shows the same in another language or edition.
pub async fn go_on(
    state: Data<State>,
    request: HttpRequest,
    key: Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let mut visit = Visit::find(&state, &request, &key).await?;
    if let Some(elsewhere) = visit.elsewhere(Step::CheckAnswers, None) {
        return Ok(elsewhere);
    }
    if visit.turn(&form) {
        visit.save(&state).await?;
        return visit.see_in_language(&visit.address(Step::CheckAnswers));
    }
    if form.find(LATER).is_some() {
        return Ok(reply::see(&visit.frame().href("/later")));
    }
    visit.draft.checked = true;
    visit.save(&state).await?;
    let next = visit.journey().next(Step::CheckAnswers).unwrap_or(Step::CheckAnswers);
    Ok(reply::see(&visit.address(next)))
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
    let districts = state.library().district_keys(&visit.consultation);
    let response = Response::from_draft(&visit.consultation, &visit.draft, &districts, today());
    let (Some(response), Some(token)) = (response, &visit.token) else {
        return Err(PageError::broken("a finished draft without perspective or token"));
    };
    let submission = Submission {
        consultation: visit.consultation.key.clone(),
        digest: visit.consultation.digest.clone(),
        response,
        receipt_hash: visit.receipt_hash(),
        draft_hash: Some(token.hash()),
        import_id: None,
        way_in: visit.draft.way_in.clone(),
    };
    // Stored now or before: the receipt follows from the token, so both lead to the same thanks.
    let stored = match visit.correcting {
        None => state.store.submit(submission).await.map(|_| Corrected::Replaced),
        Some(_) => state.store.correct(submission).await,
    };
    let with_way = |error| PageError::from(error).with_way(&visit.address(Step::CheckAnswers), "error-back-to-answers");
    if stored.map_err(with_way)? == Corrected::Gone {
        return Ok(visit.gone());
    }
    state.worker.wake();
    let mut reply = reply::see(&visit.frame().href("/thanks"));
    if let Some(cookie) = visit.cookie_after_sending() {
        reply.add_cookie(&cookie).map_err(PageError::broken)?;
    }
    Ok(reply)
}
