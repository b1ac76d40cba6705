//! Making a ballot from a form: choices from the themes of a consultation, of the officer's own, or of a `.blt` file; or
//! from what young people propose, which can also be sent back. It is published at once, and can be made again until it
//! opens.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use jiff::{Timestamp, ToSpan};

use super::drafting::draft;
use super::themes::{consultations, on_offer};
use crate::ballot::{Proposal, ProposalState};
use crate::library::Library;
use crate::pages::components::errors::Problem;
use crate::pages::officer::ballots::address;
use crate::pages::officer::ballots::making::{Making, Proposed, REMARK};
use crate::web::account::{Right, SignedIn};
use crate::web::campaign::personal_data_in;
use crate::web::officer::desk::desk;
use crate::web::officer::surveys::typed::clean;
use crate::web::{Form, PageError, State, now, reply};

/// The most characters of a remark.
const MOST_REMARK: usize = 1_000;

/// What stands in the form as it is opened: a ballot that begins in a week and lasts three.
pub fn first(organisation: &str) -> Vec<(String, String)> {
    let opens = now().date().saturating_add(7.days());
    let fields = [
        ("ask", "Which matters most to you?".to_owned()),
        ("who", organisation.to_owned()),
        ("opens", opens.to_string()),
        ("opens-time", "09:00".to_owned()),
        ("closes", opens.saturating_add(21.days()).to_string()),
        ("closes-time", "18:00".to_owned()),
        ("kind", "choose".to_owned()),
        ("most", "1".to_owned()),
        ("method", "plurality".to_owned()),
        ("seats", "1".to_owned()),
        ("youngest", "11".to_owned()),
        ("oldest", "18".to_owned()),
    ];
    fields.into_iter().map(|(field, value)| (field.to_owned(), value)).collect()
}

/// Shows the form, filled in with a proposal where one is named.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let asked = Form::parse(request.query_string()).unwrap_or_default();
    let page = web::block(move || {
        if asked.find("proposal").is_none() {
            return page(&state, &signed_in, asked.text("from"), first(&state.config.organisation), None, Vec::new());
        }
        let proposal = waiting(&state, asked.text("proposal"))?;
        let from = proposal.field("from").to_owned();
        page(&state, &signed_in, &from, proposal.fields.clone(), Some(proposal), Vec::new())
    });
    Ok(reply::page(page.await??))
}

/// Makes it, or shows the themes of another consultation with everything typed kept.
pub async fn make(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    signed_in.check_right(Right::OpenBallots)?;
    let made = web::block(move || {
        let _alone = state.manuscripts.hold();
        let proposal = form.find("proposal").map(|id| waiting(&state, id)).transpose()?;
        let problems = match form.text("do") {
            "themes" => Vec::new(),
            _ => match publish(&state, &signed_in, &form, proposal.as_ref())? {
                Ok(leads) => return Ok::<_, PageError>(Ok(leads)),
                Err(problems) => problems,
            },
        };
        let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        let page = page(&state, &signed_in, form.text("from"), typed(&form), proposal, problems)?;
        Ok(Err((status, page)))
    });
    Ok(match made.await?? {
        Ok(leads) => reply::see(&leads),
        Err((status, page)) => reply::page_with(status, page),
    })
}

/// Publishes what the form describes and gives where it is, or says what to put right.
fn publish(
    state: &State,
    signed_in: &SignedIn,
    form: &Form,
    proposal: Option<&Proposal>,
) -> Result<Result<String, Vec<Problem>>, PageError> {
    let (files, ballot) = match draft(&state.library(), &state.config.organisation, form, now()) {
        Ok(drafted) => drafted,
        Err(problems) => return Ok(Err(problems)),
    };
    if let Some(proposal) = proposal {
        let at = Timestamp::now().as_second();
        if !state.store.decide_proposal(proposal.id, Some(&ballot.key), "", &signed_in.user, at)? {
            return Err(decided());
        }
    }
    Library::write_ballot(&state.config.data, &ballot.key, &files).map_err(PageError::broken)?;
    let leads = address(&ballot.key, "");
    state.shelf.take_in_ballot(ballot);
    Ok(Ok(leads))
}

/// Sends a proposal back with what should change.
pub async fn send_back(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    id: web::Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    signed_in.check_right(Right::OpenBallots)?;
    let sent = web::block(move || {
        let proposal = waiting(&state, &id)?;
        let remark: String = clean(form.text(REMARK)).chars().take(MOST_REMARK).collect();
        if remark.is_empty() {
            let message = "Say what should change before you send it back".to_owned();
            let problems = vec![Problem { field: REMARK, message }];
            let (from, fields) = (proposal.field("from").to_owned(), proposal.fields.clone());
            return page(&state, &signed_in, &from, fields, Some(proposal), problems).map(Some);
        }
        let at = Timestamp::now().as_second();
        match state.store.decide_proposal(proposal.id, None, &remark, &signed_in.user, at)? {
            true => Ok::<_, PageError>(None),
            false => Err(decided()),
        }
    });
    Ok(match sent.await?? {
        None => reply::see("/officer/ballots"),
        Some(page) => reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page),
    })
}

/// A proposal that waits, by its identifier in an address.
fn waiting(state: &State, id: &str) -> Result<Proposal, PageError> {
    let id = i64::from_str_radix(id, 16).map_err(|_| super::missing())?;
    let proposal = state.store.find_proposal(id)?.ok_or_else(super::missing)?;
    if proposal.state == ProposalState::Waiting { Ok(proposal) } else { Err(decided()) }
}

fn decided() -> PageError {
    let words = ["It has become a ballot, or went back to whoever proposed it."];
    PageError::new(StatusCode::CONFLICT, "Somebody has decided about this proposal", &words)
        .with_link("/officer/ballots", "Back to the ballots")
}

/// What a form has in its fields, to be shown again.
pub fn typed(form: &Form) -> Vec<(String, String)> {
    let kept = form.fields().filter(|(name, _)| !["csrf", "proposal", "do", "sure"].contains(name));
    kept.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// Every text of a proposal that the public would read.
pub fn words_of(fields: &[(String, String)]) -> String {
    let ticked = |theme: &str| fields.iter().any(|(name, value)| name == "theme" && value == theme);
    let is_words = |name: &str| {
        ["title", "ask", "about", "who", "why", "own", "seed"].contains(&name)
            || name.strip_prefix("word-").is_some_and(ticked)
    };
    let words = fields.iter().filter(|(name, _)| is_words(name)).map(|(_, value)| value.as_str());
    words.collect::<Vec<_>>().join("\n\n")
}

fn page(
    state: &State,
    signed_in: &SignedIn,
    from: &str,
    typed: Vec<(String, String)>,
    proposal: Option<Proposal>,
    problems: Vec<Problem>,
) -> Result<String, PageError> {
    let consultations = consultations(state);
    let known = consultations.iter().map(|(key, _)| key);
    let from = known.clone().find(|key| *key == from).or(consultations.first().map(|(key, _)| key));
    let from = from.cloned().unwrap_or_default();
    let proposed = proposal.map(|proposal| Proposed {
        id: format!("{:x}", proposal.id),
        personal: personal_data_in(&words_of(&typed)),
        title: proposal.title,
        by: proposal.written_by,
        on: proposal.written_on,
    });
    let themes = on_offer(state, &from, true)?;
    let page = Making { desk: desk(state, signed_in, None)?, consultations, from, themes, typed, problems, proposed };
    Ok(page.render().into_string())
}
