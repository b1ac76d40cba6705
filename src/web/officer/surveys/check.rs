//! `/officer/surveys/KEY/check`: what is found, and publishing.

use actix_web::{HttpRequest, HttpResponse, web};

use super::bench::{self, Bench};
use crate::pages::officer::surveys::check::Check;
use crate::text::reading_age;
use crate::web::account::SignedIn;
use crate::web::{Form, PageError, State, today};

/// Shows what was found.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    bench::show(state, signed_in, key.into_inner(), &request, |bench| Ok(page(bench)?.render().into_string())).await
}

/// Publishes the draft, where nothing keeps it from that; else shows what does.
pub async fn publish(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    bench::change(state, signed_in, key.into_inner(), form, |bench, _| {
        if !bench.is_draft || !page(bench)?.may_publish() {
            return Ok(bench.href("/check?refused"));
        }
        let Some(consultation) = bench.parsed().0 else { return Ok(bench.href("/check?refused")) };
        let (state, digest) = (&bench.state, consultation.digest.clone());
        let by = &bench.signed_in.user;
        let version = state.manuscripts.publish(&bench.key, by, today(), &digest).map_err(PageError::broken)?;
        tracing::info!(survey = bench.key, version.number, "published a survey");
        let library = state.shelf.take_in(consultation);
        // What is written from now on is coded with the survey's own frame.
        state.worker.code_with(library);
        Ok(bench.href("/versions"))
    })
    .await
}

fn page(bench: &Bench) -> Result<Check, PageError> {
    let (new, mut findings) = bench.parsed();
    let mut editions = Vec::new();
    if let Some(new) = &new {
        let (measured, above) = reading_age::editions("survey.toml", new);
        editions = measured;
        findings.extend(above);
    }
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let mut changes = bench.changes(new.as_ref());
    changes.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    Ok(Check { place: bench.place()?, findings, changes, editions, refused: bench.asked.find("refused").is_some() })
}
