//! `/campaigns/ballots`: ballots that young people propose. An officer reads each, and opens it or sends it back.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::drive::desk;
use super::personal_data::personal_data_in;
use crate::ballot::{Proposal, ProposalState};
use crate::pages::campaign::ballots::{Proposals, Propose};
use crate::pages::components::errors::Problem;
use crate::pages::officer::ballots::address;
use crate::web::account::rights::may;
use crate::web::account::{Right, SignedIn};
use crate::web::officer::proposing::{consultations, draft, first, on_offer, typed, words_of};
use crate::web::{Form, PageError, State, now, reply, today};

/// The most proposals that may wait at once.
const MOST_WAITING: usize = 20;

/// Shows what was proposed, and what became of it.
pub async fn list(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let sent = Form::parse(request.query_string()).unwrap_or_default().text("sent") == "1";
    let page = web::block(move || {
        let page = Proposals { desk: desk(&state, &signed_in, None)?, proposals: state.store.list_proposals()?, sent };
        Ok::<_, PageError>(page.render().into_string())
    });
    Ok(reply::page(page.await??))
}

/// Shows the form for a new one.
pub async fn begin(state: web::Data<State>, signed_in: web::ReqData<SignedIn>) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let page = web::block(move || {
        let filled = Filled { fields: first(&state.config.organisation), ..Filled::default() };
        page(&state, &signed_in, None, filled)
    });
    Ok(reply::page(page.await??))
}

/// Shows the form of one that was proposed, to change it.
pub async fn change(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    id: web::Path<String>,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let page = web::block(move || {
        let proposal = find(&state, &id, &signed_in)?;
        let filled = Filled { fields: proposal.fields.clone(), ..Filled::default() };
        page(&state, &signed_in, Some(&proposal), filled)
    });
    Ok(reply::page(page.await??))
}

/// Sends a new one to an officer, or shows it again with what to put right.
pub async fn propose(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    take(state, signed_in.into_inner(), None, form).await
}

/// Sends one again that was changed.
pub async fn propose_again(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    id: web::Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    take(state, signed_in.into_inner(), Some(id.into_inner()), form).await
}

/// A form as it was filled in, and what is to be said of it.
#[derive(Default)]
struct Filled {
    fields: Vec<(String, String)>,
    personal: Vec<String>,
    problems: Vec<Problem>,
}

async fn take(
    state: web::Data<State>,
    signed_in: SignedIn,
    id: Option<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    signed_in.check_form(&form)?;
    signed_in.check_right(Right::ProposeBallots)?;
    let taken = web::block(move || {
        let known = id.map(|id| find(&state, &id, &signed_in)).transpose()?;
        let mut filled = Filled { fields: typed(&form), ..Filled::default() };
        if form.text("do") != "themes" {
            look_through(&state, &form, known.is_none(), &mut filled)?;
            if filled.problems.is_empty() {
                keep(&state, &signed_in, known, filled.fields)?;
                return Ok::<_, PageError>(None);
            }
        }
        let status = if filled.problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        Ok(Some((status, page(&state, &signed_in, known.as_ref(), filled)?)))
    });
    Ok(match taken.await?? {
        None => reply::see("/campaigns/ballots?sent=1"),
        Some((status, page)) => reply::page_with(status, page),
    })
}

/// Says everything that is to be put right before an officer reads it.
fn look_through(state: &State, form: &Form, is_new: bool, filled: &mut Filled) -> Result<(), PageError> {
    // What only an officer decides is not there, whatever was sent.
    let allowed = |name: &str| !["key", "blt", "vouchers"].contains(&name);
    filled.fields.retain(|(name, _)| allowed(name));
    let plain = Form::of(filled.fields.clone());
    filled.problems = draft(&state.library(), &state.config.organisation, &plain, now()).err().unwrap_or_default();
    filled.personal = personal_data_in(&words_of(&filled.fields));
    if !filled.personal.is_empty() && form.text("sure") != "yes" {
        let message = "Take out what somebody could be found by, or say that it is nobody’s".to_owned();
        filled.problems.push(Problem { field: "sure", message });
    }
    let waiting = || -> Result<usize, PageError> {
        let all = state.store.list_proposals()?;
        Ok(all.iter().filter(|proposal| proposal.state == ProposalState::Waiting).count())
    };
    if is_new && waiting()? >= MOST_WAITING {
        let message = "Many proposals wait already. Ask an officer to read them first".to_owned();
        filled.problems.push(Problem { field: "title", message });
    }
    Ok(())
}

fn keep(
    state: &State,
    signed_in: &SignedIn,
    known: Option<Proposal>,
    fields: Vec<(String, String)>,
) -> Result<(), PageError> {
    let title = fields.iter().find(|(name, _)| name == "title").map(|(_, title)| title.trim().to_owned());
    let proposal = Proposal {
        id: known.as_ref().map_or(0, |known| known.id),
        title: title.unwrap_or_default(),
        fields,
        written_by: signed_in.user.clone(),
        written_on: today(),
        state: ProposalState::Waiting,
        remark: String::new(),
        decided: None,
        ballot: None,
    };
    match known {
        None => drop(state.store.save_proposal(&proposal)?),
        Some(_) if state.store.change_proposal(&proposal)? => {}
        Some(_) => return Err(opened(None)),
    }
    Ok(())
}

/// A proposal that can still be changed, by its identifier in an address.
fn find(state: &State, id: &str, signed_in: &SignedIn) -> Result<Proposal, PageError> {
    let missing = || PageError::not_found().with_link("/campaigns/ballots", "Back to your ballots");
    let id = i64::from_str_radix(id, 16).map_err(|_| missing())?;
    let proposal = state.store.find_proposal(id)?.ok_or_else(missing)?;
    let theirs = proposal.ballot.as_deref().filter(|_| may(signed_in.role, Right::OpenBallots));
    if proposal.may_change() { Ok(proposal) } else { Err(opened(theirs)) }
}

/// What was proposed is a ballot; an officer is led to their page of it.
fn opened(theirs: Option<&str>) -> PageError {
    let said =
        PageError::new(StatusCode::CONFLICT, "It is a ballot now", &["An officer has opened it, so it cannot change."]);
    match theirs {
        Some(key) => said.with_link(&address(key, ""), "The ballot, for officers"),
        None => said.with_link("/campaigns/ballots", "Back to your ballots"),
    }
}

fn page(state: &State, signed_in: &SignedIn, known: Option<&Proposal>, filled: Filled) -> Result<String, PageError> {
    let consultations = consultations(state);
    let Filled { fields, personal, problems } = filled;
    let wanted = fields.iter().find(|(name, _)| name == "from").map_or("", |(_, value)| value.as_str());
    let from = consultations.iter().map(|(key, _)| key).find(|key| *key == wanted);
    let from = from.or(consultations.first().map(|(key, _)| key)).cloned().unwrap_or_default();
    let rest = known.map_or_else(|| "new".to_owned(), |known| format!("{:x}", known.id));
    let page = Propose {
        desk: desk(state, signed_in, None)?,
        action: format!("/campaigns/ballots/{rest}"),
        // A team sees no number that moves with an answer, and the order once results are published.
        themes: on_offer(state, &from, false)?,
        consultations,
        from,
        typed: fields,
        personal,
        problems,
    };
    Ok(page.render().into_string())
}
