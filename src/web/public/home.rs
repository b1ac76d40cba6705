//! The front door.

use actix_web::HttpResponse;
use actix_web::web::Data;

use crate::pages::public::home::Home;
use crate::survey::{Consultation, Openness};
use crate::web::{State, reply, today};

/// Shows every consultation: those that are open first, those that close soonest before others.
pub async fn show(state: Data<State>) -> HttpResponse {
    let today = today();
    let mut consultations: Vec<(&Consultation, Openness)> =
        state.library.consultations().map(|one| (one.as_ref(), one.openness(today))).collect();
    consultations.sort_by_key(|(one, openness)| match openness {
        Openness::Open => (0, one.closes),
        Openness::NotYetOpen => (1, one.opens),
        Openness::Closed => (2, one.closes),
    });
    let page = Home { organisation: &state.config.organisation, consultations: &consultations };
    reply::page(page.render().into_string())
}
