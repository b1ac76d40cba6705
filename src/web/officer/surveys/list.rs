//! `/officer/surveys`: all surveys, and beginning one.

use std::collections::BTreeSet;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::bench::{Bench, bundled};
use super::typed::{clean, free_key, key_from};
use crate::finding::Severity;
use crate::pages::officer::surveys::list::{Entry, List};
use crate::survey::{ConsultationWords, Manuscript, is_key};
use crate::web::account::{Right, SignedIn};
use crate::web::officer::desk::desk;
use crate::web::{Form, PageError, State, reply};

/// Shows them all.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let asked = Form::parse(request.query_string()).unwrap_or_default();
    let page = web::block(move || page(&state, &signed_in, asked.text("from"), None));
    Ok(reply::page(page.await??))
}

/// Begins a survey, empty or as a copy, and goes to its questions.
pub async fn begin(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let begun = web::block(move || {
        signed_in.check_right(Right::EditSurveys)?;
        let (title, wanted) = (clean(form.text("title")), clean(form.text("key")));
        let _alone = state.manuscripts.hold();
        let key = match wanted.is_empty() {
            true => free_key(&key_from(&title), |key| is_taken(&state, key)),
            false => wanted.clone(),
        };
        let problem = if title.is_empty() {
            Some("Give it a title.")
        } else if !is_key(&key) {
            Some("Give it a short name of lower-case letters, digits and hyphens.")
        } else if is_taken(&state, &key) {
            Some("Another survey has that short name: give this one another.")
        } else {
            None
        };
        if let Some(problem) = problem {
            let typed = Some((problem.to_owned(), title, wanted));
            return Ok(Err(page(&state, &signed_in, form.text("from"), typed)?));
        }
        let manuscript = manuscript(&state, &key, &title, form.text("from"))?;
        state.manuscripts.save_draft(&key, &manuscript).map_err(PageError::broken)?;
        Ok::<_, PageError>(Ok(format!("/officer/surveys/{key}")))
    });
    Ok(match begun.await?? {
        Ok(address) => reply::see(&address),
        Err(again) => reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, again),
    })
}

fn is_taken(state: &State, key: &str) -> bool {
    state.library().find_consultation(key).is_some() || state.manuscripts.find(key).is_some() || bundled(key).is_some()
}

/// A new survey; a copy keeps what is asked, and begins without days and invented responses.
fn manuscript(state: &State, key: &str, title: &str, from: &str) -> Result<Manuscript, PageError> {
    let files = state.manuscripts.find(from).map(|written| written.files).or_else(|| bundled(from));
    let Some(files) = files else {
        let library = state.library();
        let geography = library.named()[0].first().copied().unwrap_or_default().to_owned();
        return Ok(Manuscript::begin(key, &state.config.organisation, &geography, title));
    };
    let mut copy = Manuscript::read(&files).map_err(|_| super::bench::missing())?;
    key.clone_into(&mut copy.survey.key);
    copy.survey.sample = None;
    for day in [&mut copy.survey.opens, &mut copy.survey.closes] {
        day.clear();
    }
    let language = copy.default_language().to_owned();
    let words = copy.wordings.entry(language).or_default().consultation.get_or_insert_with(ConsultationWords::default);
    title.clone_into(&mut words.title);
    Ok(copy)
}

fn page(
    state: &web::Data<State>,
    signed_in: &SignedIn,
    from: &str,
    problem: Option<(String, String, String)>,
) -> Result<String, PageError> {
    signed_in.check_right(Right::EditSurveys)?;
    let mut keys: BTreeSet<String> = state.manuscripts.keys().into_iter().collect();
    keys.extend(state.library().consultations().map(|one| one.key.clone()));
    let entry = |key: String| {
        let bench = Bench::get(state.clone(), signed_in.clone(), key, Form::default()).ok()?;
        let (new, mut findings) = bench.parsed();
        findings.extend(bench.changes(new.as_ref()));
        let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
        let place = bench.place().ok()?;
        Some(Entry {
            key: place.key,
            title: place.title,
            state: place.state,
            is_draft: place.is_draft,
            read_only: place.read_only,
            to_put_right: errors,
            worth_a_look: findings.len() - errors,
        })
    };
    let entries = keys.into_iter().filter_map(entry).collect();
    let page = List { desk: desk(state, signed_in, None)?, entries, from: from.to_owned(), problem };
    Ok(page.render().into_string())
}
