//! The list of what was published, and the way to the newest of a consultation.

use std::cmp::Reverse;

use actix_web::http::header::{CACHE_CONTROL, LOCATION};
use actix_web::web::{self, Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::super::home::published as voted;
use super::address_of;
use super::opened::{MOST, corrected_by, day_of, missing};
use crate::ballot::Ballot;
use crate::pages::public::results::{Listed, ResultsPage};
use crate::store::Publication;
use crate::web::{PageError, State, language, reply};

/// Shows every publication.
pub async fn list(state: Data<State>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let store = state.store.clone();
    let publications = web::block(move || store.list_publications(None, MOST)).await??;
    let listed: Vec<Listed> = publications.iter().map(|head| listed(head, &publications)).collect();
    let library = state.library();
    let published = voted(&state).await?;
    let mut ballots: Vec<&Ballot> =
        library.ballots().filter(|ballot| published.contains(&ballot.key)).map(|ballot| &**ballot).collect();
    ballots.sort_by_key(|ballot| Reverse(ballot.closes));
    let page = language::read(&state, &request, |front| {
        ResultsPage { front, publications: &listed, ballots: &ballots }.render().into_string()
    });
    Ok(reply::page(page))
}

fn listed(head: &Publication, all: &[Publication]) -> Listed {
    Listed {
        address: address_of("", &head.consultation, head.number),
        title: head.title.clone(),
        organisation: head.organisation.clone(),
        number: head.number,
        published_on: day_of(head),
        about: head.about.clone(),
        interim: head.interim,
        illustrative: head.illustrative,
        is_corrected: corrected_by(head, all).is_some(),
        is_correction: head.corrects.is_some(),
    }
}

/// Leads to the newest publication of a consultation.
pub async fn newest(state: Data<State>, consultation: Path<String>) -> Result<HttpResponse, PageError> {
    let (store, key) = (state.store.clone(), consultation.clone());
    let newest = web::block(move || store.list_publications(Some(&key), 1)).await??;
    let newest = newest.first().ok_or_else(missing)?;
    let address = address_of("", &newest.consultation, newest.number);
    // Found and not for good: the next publication is the newest then.
    Ok(HttpResponse::Found().insert_header((LOCATION, address)).insert_header((CACHE_CONTROL, "no-cache")).finish())
}
