//! `GET /officer`: what waits for an officer, and the consultations; or the one there is, where nothing waits.

use actix_web::{HttpResponse, web};

use super::desk::{desk, when};
use super::waiting::waits;
use crate::pages::officer::consultations::{Consultations, Entry};
use crate::web::account::SignedIn;
use crate::web::{PageError, State, reply, today};

/// Shows what waits and the list; where there is one consultation and nothing waits, goes to it.
pub async fn show(state: web::Data<State>, signed_in: web::ReqData<SignedIn>) -> Result<HttpResponse, PageError> {
    let library = state.library();
    let known: Vec<_> = library.consultations().collect();
    let here = state.clone();
    let waits = web::block(move || waits(&here.store, &here.library())).await??;
    if let ([only], []) = (known.as_slice(), waits.as_slice()) {
        return Ok(reply::see(&format!("/officer/c/{}", only.key)));
    }
    let entry = |consultation: &&std::sync::Arc<crate::survey::Consultation>| Entry {
        key: consultation.key.clone(),
        title: consultation.default_words().title.clone(),
        when: when(consultation, today()),
    };
    let entries = known.iter().map(entry).collect();
    let page = Consultations { desk: desk(&state, &signed_in, None)?, waits, entries };
    Ok(reply::page(page.render().into_string()))
}
