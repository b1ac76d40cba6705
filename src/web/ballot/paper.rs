//! Marking a paper, looking at it once more, and putting it in the box.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use jiff::Timestamp;

use super::brake::may_vote;
use super::marks::{Came, about, districts, given, read};
use super::start::refuse;
use super::visit::Visit;
use crate::ballot::{Cast, Spoilt};
use crate::pages::ballot::check::Check;
use crate::pages::ballot::paper::{About, PaperPage};
use crate::store::{RightToVote, Vote, VoteCast};
use crate::web::{Form, PageError, State, reply, today};

/// Shows an unmarked paper.
pub async fn show(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let visit = Visit::find(&state, &request, &key)?;
    if let Some(elsewhere) = visit.elsewhere(&state).await? {
        return Ok(elsewhere);
    }
    Ok(reply::page(page(&state, &visit, &Form::default(), None)))
}

/// Shows the paper again as it was marked.
pub async fn again(
    state: Data<State>,
    request: HttpRequest,
    key: Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let visit = Visit::find(&state, &request, &key)?;
    if let Some(elsewhere) = visit.elsewhere_with_marks(&state).await? {
        return Ok(elsewhere);
    }
    Ok(reply::page(page(&state, &visit, &form, None)))
}

/// Shows what is marked before it is sent, or says why it would not count.
pub async fn check(
    state: Data<State>,
    request: HttpRequest,
    key: Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let mut visit = Visit::find(&state, &request, &key)?;
    if let Some(elsewhere) = visit.elsewhere_with_marks(&state).await? {
        return Ok(elsewhere);
    }
    if visit.turn(&form) {
        return visit.keep(reply::page(page(&state, &visit, &form, None)));
    }
    let about = about(&state, &visit.ballot, &form);
    let shown = |marked| Check { frame: visit.frame(), marked, about: &about }.render().into_string();
    match read(&visit.ballot, &form) {
        Came::Valid(_, marked) => Ok(reply::page(shown(Some(&marked)))),
        Came::Blank => Ok(reply::page(shown(None))),
        Came::Unfit(spoilt) => Ok(unfit(&state, &visit, &form, spoilt.as_ref())),
    }
}

/// Casts the paper, once.
pub async fn send(
    state: Data<State>,
    request: HttpRequest,
    key: Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let mut visit = Visit::find(&state, &request, &key)?;
    if let Some(elsewhere) = visit.elsewhere_with_marks(&state).await? {
        return Ok(elsewhere);
    }
    let cast = match read(&visit.ballot, &form) {
        Came::Valid(cast, _) => cast,
        Came::Blank => Cast::Spoilt(Spoilt::Empty),
        Came::Unfit(spoilt) => return Ok(unfit(&state, &visit, &form, spoilt.as_ref())),
    };
    let Some(right) = visit.right() else { return Ok(reply::see(&visit.frame().href(""))) };
    let About { age, district } = about(&state, &visit.ballot, &form);
    let by_browser = matches!(right, RightToVote::Browser(_));
    if by_browser && !may_vote(&request, Timestamp::now().as_second()) {
        let many = PageError::said(StatusCode::TOO_MANY_REQUESTS, "error-vote-many", &["error-vote-many-words"]);
        return Err(many.with_way(&visit.frame().href("/paper"), "back"));
    }
    let paper = visit.ballot.write(&cast);
    let vote = Vote { ballot: visit.ballot.key.clone(), paper, right, district, age, on: today() };
    match state.store.cast(vote).await? {
        VoteCast::Counted => {}
        // The same browser sent the same form twice: it is counted once and thanked for twice.
        VoteCast::Already if by_browser => {}
        VoteCast::Already => return Ok(refuse(&visit, "", "vote-code-used")),
        VoteCast::Unknown => return Ok(refuse(&visit, "", "vote-code-unknown")),
        VoteCast::Stopped => return Ok(refuse(&visit, "", "vote-code-stopped")),
    }
    visit.sent = true;
    visit.voucher = None;
    visit.keep(reply::see(&visit.frame().href("/thanks")))
}

fn unfit(state: &State, visit: &Visit, form: &Form, spoilt: Option<&Spoilt>) -> HttpResponse {
    reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page(state, visit, form, Some(spoilt)))
}

fn page(state: &State, visit: &Visit, form: &Form, problem: Option<Option<&Spoilt>>) -> String {
    let (given, about, districts) = (given(form), about(state, &visit.ballot, form), districts(state, &visit.ballot));
    let page = PaperPage { frame: visit.frame(), given: &given, about: &about, districts: &districts, problem };
    page.render().into_string()
}
