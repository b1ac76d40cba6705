//! Changing answers that were sent: a draft is made of them, and the person goes on from check answers.

use actix_web::HttpResponse;
use actix_web::web::Data;

use super::visit::{Correcting, Visit};
use crate::store::StoredResponse;
use crate::survey::{Draft, DraftToken, Receipt, Step};
use crate::web::{PageError, State};

/// Makes a draft of a response, which is to take its place, and goes to check answers.
pub async fn begin(state: &Data<State>, stored: &StoredResponse, code: Receipt) -> Result<HttpResponse, PageError> {
    let library = state.library();
    let consultation = library.find_consultation(&stored.consultation).ok_or_else(PageError::not_found)?;
    let hash = code.hash();
    let draft = Draft::correcting(consultation, &stored.response, hash.clone()).ok_or_else(PageError::not_found)?;
    let mut random = [0u8; 16];
    getrandom::fill(&mut random).map_err(PageError::broken)?;
    let token = DraftToken::from_random(random);
    let correcting = Correcting { receipt_hash: hash, code: Some(code) };
    let visit = Visit::beginning(state, consultation, token, draft, correcting);
    visit.save(state).await?;
    let mut reply = visit.see_in_language(&visit.address(Step::CheckAnswers))?;
    if let Some(cookie) = visit.cookie() {
        reply.add_cookie(&cookie).map_err(PageError::broken)?;
    }
    Ok(reply)
}
