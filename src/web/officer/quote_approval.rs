//! `/officer/c/{consultation}/quotes`: which quotes may be published.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::web::ServiceConfig;
use actix_web::{HttpRequest, HttpResponse, web};
use sha2::{Digest, Sha256};

use super::counts::FrameCounts;
use super::desk::{day, desk};
use super::quote_choices::{Approval, approvals, suggested, themes_to_quote};
use super::quotes::quote;
use super::subject::Subject;
use crate::pages::officer::quote_approval::{APPROVE, Choice, QuoteApproval, QuotedTheme, READ};
use crate::store::{ApprovedWords, RedactedAnswer, StoredTheme};
use crate::web::account::SignedIn;
use crate::web::{Form, PageError, State, reply, today};

/// How many of a theme's best answers quotes are suggested from.
const LOOKED_AT: usize = 200;
/// The most quotes that one form may name.
const MOST: usize = 500;

/// The addresses of this page.
pub(super) fn routes(config: &mut ServiceConfig) {
    let quotes = web::resource("/c/{consultation}/quotes");
    config.service(quotes.route(web::get().to(show)).route(web::post().to(save)));
}

/// Shows the page for a theme, or for the first one.
async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let query = Form::parse(request.query_string()).unwrap_or_default();
    let theme = query.text("theme").parse().ok();
    let saved = query.find("saved").is_some();
    let signed_in = signed_in.into_inner();
    let page = web::block(move || page(&state, &signed_in, &key, theme, saved, None));
    Ok(reply::page(page.await??))
}

/// Approves what is ticked and withdraws what no longer is, of the quotes that the page showed.
async fn save(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let saved = web::block(move || {
        let theme = form.text("theme").parse().ok();
        match keep(&state, &signed_in, &key, &form, theme)? {
            None => Ok::<_, PageError>(Ok(address(&key, theme))),
            Some(problem) => Ok(Err(page(&state, &signed_in, &key, theme, false, Some(problem))?)),
        }
    });
    Ok(reply::after_form(saved.await??))
}

fn address(key: &str, theme: Option<i64>) -> String {
    let theme = theme.map_or_else(String::new, |theme| format!("&theme={theme}"));
    format!("/officer/c/{key}/quotes?saved=1{theme}")
}

/// Keeps what a form says; gives what must be put right, and then keeps nothing.
fn keep(
    state: &State,
    signed_in: &SignedIn,
    key: &str,
    form: &Form,
    theme: Option<i64>,
) -> Result<Option<String>, PageError> {
    let subject = Subject::get(state, key)?;
    let store = &state.store;
    let read: BTreeMap<i64, String> = form
        .text(READ)
        .split(' ')
        .take(MOST)
        .filter_map(|read| read.split_once(':'))
        .filter_map(|(id, digest)| Some((id.parse().ok()?, digest.to_owned())))
        .collect();
    let ticked: BTreeSet<i64> = form.list(APPROVE).filter_map(|id| id.parse().ok()).collect();
    let known: BTreeMap<i64, Approval> =
        approvals(store, &subject)?.into_iter().map(|approval| (approval.answer.id(), approval)).collect();
    let frame = subject.find_frame(store)?;
    let themes = frame.map(|frame| store.list_themes(frame.id)).transpose()?.unwrap_or_default();
    let theme = themes.into_iter().find(|known| Some(known.id) == theme);
    let ids: Vec<i64> = read.keys().copied().collect();
    let mut approved = Vec::new();
    for answer in store.get_answers(&ids)?.iter().filter(|answer| ticked.contains(&answer.id())) {
        let before = known.get(&answer.id());
        if before.is_some_and(|before| before.stands) {
            continue;
        }
        let is_theirs = answer.consultation() == subject.consultation.key && answer.is_screened();
        if !is_theirs || read.get(&answer.id()) != Some(&digest(answer)) {
            return Ok(Some("A quote shows other words than you read. Read it again".to_owned()));
        }
        let named = before.map(|before| before.approved.theme.clone());
        let Some(theme) = named.or_else(|| theme.as_ref().map(|theme| theme.name.clone())) else {
            return Ok(Some("Choose the theme that the quote speaks of".to_owned()));
        };
        approved.push(ApprovedWords {
            answer_id: answer.id(),
            theme,
            words: answer.text(),
            approved_by: signed_in.user.clone(),
            approved_on: today(),
        });
    }
    let withdrawn = read.keys().filter(|id| known.contains_key(id) && !ticked.contains(id)).copied().collect();
    store.save_approved_quotes(&subject.consultation.key, approved, withdrawn)?;
    Ok(None)
}

fn page(
    state: &State,
    signed_in: &SignedIn,
    key: &str,
    asked: Option<i64>,
    saved: bool,
    problem: Option<String>,
) -> Result<String, PageError> {
    let subject = Subject::get(state, key)?;
    let (store, policy) = (&state.store, state.config.policy);
    let (standing, changed): (Vec<Approval>, Vec<Approval>) =
        approvals(store, &subject)?.into_iter().partition(|approval| approval.stands);
    let mut page = QuoteApproval {
        desk: desk(state, signed_in, Some(&subject))?,
        themes: Vec::new(),
        approved: Vec::new(),
        changed: Vec::new(),
        suggested: Vec::new(),
        saved: saved.then_some(standing.len()),
        problem,
    };
    let Some(frame) = subject.find_frame(store)? else { return Ok(page.render().into_string()) };
    let counts = FrameCounts::count(store, &subject.consultation.key, frame.id, None)?;
    let choice = |answer: &RedactedAnswer, approval: Option<&Approval>| Choice {
        answer_id: answer.id(),
        digest: digest(answer),
        quote: quote(answer, &subject, &counts.people, policy),
        approved: approval
            .map(|one| format!("Approved by {} on {}", one.approved.approved_by, day(one.approved.approved_on))),
    };
    let themes = themes_to_quote(&counts, policy);
    let here: Option<&StoredTheme> =
        themes.iter().find(|theme| Some(theme.id) == asked).or_else(|| themes.first()).copied();
    page.themes = themes
        .iter()
        .map(|theme| QuotedTheme {
            id: theme.id,
            name: theme.name.clone(),
            approved: standing.iter().filter(|one| one.approved.theme == theme.name).count(),
            is_here: here.is_some_and(|here| here.id == theme.id),
        })
        .collect();
    page.changed = changed.iter().map(|one| choice(&one.answer, Some(one))).collect();
    if let Some(here) = here {
        let ours = standing.iter().filter(|one| one.approved.theme == here.name);
        page.approved = ours.map(|one| choice(&one.answer, Some(one))).collect();
        let taken = standing.iter().chain(&changed).map(|one| one.answer.id()).collect();
        let suggested = suggested(store, &subject, here, LOOKED_AT, &taken)?;
        let named = |place: String, answers: Vec<RedactedAnswer>| {
            let name = subject.find_district_name(&place).unwrap_or("Elsewhere, or not sure").to_owned();
            (name, answers.iter().map(|answer| choice(answer, None)).collect())
        };
        page.suggested = suggested.into_iter().map(|(place, answers)| named(place, answers)).collect();
    }
    Ok(page.render().into_string())
}

/// Tells the words that an officer read from any others.
fn digest(answer: &RedactedAnswer) -> String {
    Sha256::digest(answer.text()).iter().take(12).map(|byte| format!("{byte:02x}")).collect()
}
