//! See, change or erase a response by its receipt. The code comes in forms only, so it is in no address and no log.

use actix_web::http::StatusCode;
use actix_web::web::{self, Data};
use actix_web::{HttpRequest, HttpResponse};

use crate::pages::Words;
use crate::pages::public::receipt::{self, ACT, ASK, CHANGE, ERASE, FIELD, Kept, ReceiptForm};
use crate::pages::respond::check::Row;
use crate::pages::respond::field;
use crate::store::StoredResponse;
use crate::survey::{Consultation, Openness, Question, Receipt};
use crate::web::respond::{begin_correcting, district_names};
use crate::web::{Form, PageError, State, language, reply, today};

/// Asks for the code.
pub async fn show(state: Data<State>, request: HttpRequest) -> HttpResponse {
    let page = language::read(&state, &request, |front| ReceiptForm { front, typed: None }.render());
    reply::page(page.into_string())
}

/// Shows the response that a code belongs to, makes a draft of it to change, asks whether to erase it, or erases it.
pub async fn find(state: Data<State>, request: HttpRequest, form: Form) -> Result<HttpResponse, PageError> {
    let typed = form.text(FIELD);
    let Some(code) = Receipt::parse(typed) else { return Ok(not_found(&state, &request, typed)) };
    let (store, hash, act) = (state.store.clone(), code.hash(), form.text(ACT).to_owned());
    if act == ERASE {
        let erased = web::block(move || store.erase(&hash)).await??;
        state.worker.wake();
        return Ok(match erased {
            true => reply::page(language::read(&state, &request, receipt::erased).into_string()),
            false => not_found(&state, &request, typed),
        });
    }
    let stored = web::block(move || store.find_response(&hash)).await??;
    let Some(stored) = stored else { return Ok(not_found(&state, &request, typed)) };
    let library = state.library();
    let consultation = library.find_consultation(&stored.consultation);
    let open = consultation.filter(|one| can_change(one, &stored));
    if act == CHANGE && open.is_some() {
        return begin_correcting(&state, &stored, code).await;
    }
    let page = language::read(&state, &request, |front| {
        let who = consultation.and_then(|one| {
            Some(
                one.find_perspective_words(&stored.response.language, &stored.response.perspective)?.words.name.clone(),
            )
        });
        let rows = consultation.map(|one| rows(&state, front.words, one, &stored)).unwrap_or_default();
        Kept {
            front,
            consultation: consultation.map_or(&stored.consultation, |one| &one.default_words().title),
            sent: &front.words.day(stored.response.submitted_on),
            receipt: &code.to_text(),
            rows: &rows,
            who: who.as_deref(),
            change_until: open.map(|one| front.words.day(one.closes)).as_deref(),
            sure: act == ASK,
        }
        .render()
    });
    Ok(reply::page(page.into_string()))
}

/// Whether a response can be changed today.
fn can_change(consultation: &Consultation, stored: &StoredResponse) -> bool {
    let known = consultation.find_perspective(&stored.response.perspective).is_some();
    known && consultation.openness(today()) == Openness::Open
}

fn not_found(state: &State, request: &HttpRequest, typed: &str) -> HttpResponse {
    let page = language::read(state, request, |front| ReceiptForm { front, typed: Some(typed) }.render());
    reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page.into_string())
}

fn rows(state: &State, say: Words, consultation: &Consultation, stored: &StoredResponse) -> Vec<Row> {
    let response = &stored.response;
    let districts = district_names(state, consultation);
    let Some(perspective) = consultation.find_perspective(&response.perspective) else { return Vec::new() };
    let row = |question: &Question| {
        let words = consultation.find_words(response.reader(consultation), &question.key)?.words;
        let offered = field::offered(say, question, words, perspective, 0, &districts);
        Some(Row::new(question, words, &response.said(question), &offered, String::new()))
    };
    response.asked(consultation).into_iter().filter(|question| question.takes_answer()).filter_map(row).collect()
}
