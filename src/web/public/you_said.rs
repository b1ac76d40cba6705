//! `/you-said`: what came of each consultation, as it was published; for children with `?edition=child`.

use std::sync::Arc;

use actix_web::web::{self, Data, Path, ServiceConfig, get};
use actix_web::{HttpRequest, HttpResponse};
use jiff::civil::Date;

use super::plan_ways::newest_results;
use crate::pages::public::Front;
use crate::pages::public::you_said::{YouSaid, list};
use crate::survey::{Consultation, Edition};
use crate::web::{Form, PageError, State, language, reply};

/// The addresses of what came of consultations.
pub fn routes(config: &mut ServiceConfig) {
    config.route("/you-said", get().to(show_all)).route("/you-said/{consultation}", get().to(show));
}

/// The page in the edition that its address asks for.
fn wanted_edition<'a>(request: &HttpRequest, front: Front<'a>) -> Front<'a> {
    let is_child = Form::parse(request.query_string()).is_some_and(|form| form.find("edition") == Some("child"));
    let words = if is_child { front.words.in_edition(Edition::Child) } else { front.words };
    Front { words, ..front }
}

/// Every consultation that people were told the end of.
async fn show_all(state: Data<State>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let asked = state.clone();
    let told = web::block(move || {
        let mut told: Vec<(Arc<Consultation>, Date)> = Vec::new();
        for consultation in asked.library().consultations() {
            if let Some(reply) = asked.store.find_reply(&consultation.key)? {
                told.push((Arc::clone(consultation), reply.published_on));
            }
        }
        told.sort_by_key(|(_, on)| std::cmp::Reverse(*on));
        Ok::<_, PageError>(told)
    });
    let told = told.await??;
    let told: Vec<(&Consultation, Date)> = told.iter().map(|(consultation, on)| (consultation.as_ref(), *on)).collect();
    let page = language::read(&state, &request, |front| list(wanted_edition(&request, front), &told));
    Ok(reply::page(page.into_string()))
}

/// What came of one.
async fn show(state: Data<State>, key: Path<String>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let library = state.library();
    let consultation = library.find_consultation(&key).ok_or_else(PageError::not_found)?;
    let (asked, wanted) = (state.clone(), Arc::clone(consultation));
    let found = web::block(move || {
        let reply = asked.store.find_reply(&wanted.key)?.ok_or_else(PageError::not_found)?;
        let plan = match &wanted.plan {
            Some(plan) => asked.store.find_plan_version(plan, None)?.map(|_| format!("/plans/{plan}")),
            None => None,
        };
        let outcomes = match (&wanted.plan, &plan) {
            (Some(key), Some(_)) => outcomes(&asked, key)?,
            _ => Vec::new(),
        };
        let results = newest_results(&asked, &wanted.key)?;
        Ok::<_, PageError>((reply, plan, outcomes, results, asked.store.has_illustrative(&wanted.key)?))
    });
    let (reply, plan, outcomes, results, illustrative) = found.await??;
    let page = language::read(&state, &request, |front| {
        let page = YouSaid {
            front: wanted_edition(&request, front),
            consultation,
            entries: &reply.entries,
            published_on: reply.published_on,
            plan: plan.as_deref(),
            outcomes: &outcomes,
            results: results.as_deref(),
            illustrative,
        };
        page.render()
    });
    Ok(reply::page(page.into_string()))
}

/// The outcomes that a published plan has: key and title.
fn outcomes(state: &State, plan: &str) -> Result<Vec<(String, String)>, PageError> {
    let version = state.store.find_plan_version(plan, None)?;
    let outcomes = version.into_iter().flat_map(|version| version.plan.outcomes);
    Ok(outcomes.map(|outcome| (outcome.key, outcome.title)).collect())
}
