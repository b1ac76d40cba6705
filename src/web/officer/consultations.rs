//! `GET /officer`: the consultations, or the one there is.

use actix_web::{HttpResponse, web};

use super::desk::{desk, when};
use crate::pages::officer::consultations::{Consultations, Entry};
use crate::web::account::SignedIn;
use crate::web::{PageError, State, reply, today};

/// Shows the list; where there is one consultation, goes to it.
pub async fn show(state: web::Data<State>, signed_in: web::ReqData<SignedIn>) -> Result<HttpResponse, PageError> {
    let library = state.library();
    let known: Vec<_> = library.consultations().collect();
    if let [only] = known.as_slice() {
        return Ok(reply::see(&format!("/officer/c/{}", only.key)));
    }
    let entry = |consultation: &&std::sync::Arc<crate::survey::Consultation>| Entry {
        key: consultation.key.clone(),
        title: consultation.default_words().title.clone(),
        when: when(consultation, today()),
    };
    let page = Consultations { desk: desk(&state, &signed_in, None)?, entries: known.iter().map(entry).collect() };
    Ok(reply::page(page.render().into_string()))
}
