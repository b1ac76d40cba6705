//! The front door.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};

use crate::ballot::Ballot;
use crate::pages::public::home::Home;
use crate::survey::{Consultation, Openness};
use crate::web::{State, language, now, reply, today};

/// Shows every consultation: those that are open first, and of these the one that most people can answer; then those
/// that open or closed soonest.
pub async fn show(state: Data<State>, request: HttpRequest) -> HttpResponse {
    let today = today();
    let library = state.library();
    let mut consultations: Vec<(&Consultation, Openness)> =
        library.consultations().map(|one| (one.as_ref(), one.openness(today))).collect();
    consultations.sort_by_key(|(one, openness)| {
        let broad = std::cmp::Reverse(one.breadth());
        match openness {
            Openness::Open => (0, broad, one.closes),
            Openness::NotYetOpen => (1, broad, one.opens),
            Openness::Closed => (2, broad, one.closes),
        }
    });
    let takes_papers = |ballot: &&Ballot| ballot.openness(now()) == Openness::Open;
    let ballots: Vec<&Ballot> = library.ballots().map(AsRef::as_ref).filter(takes_papers).collect();
    let (consultations, ballots) = (&consultations, &ballots);
    let page = language::read(&state, &request, |front| Home { front, consultations, ballots }.render());
    reply::page(page.into_string())
}
