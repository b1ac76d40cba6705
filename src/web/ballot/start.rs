//! The first page of a ballot, beginning with a voucher or without one, thanks, and the next person's turn.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::visit::Visit;
use crate::ballot::Voucher;
use crate::pages::ballot::shut::Why;
use crate::pages::ballot::start::{CODE, Start};
use crate::pages::ballot::thanks::Thanks;
use crate::store::VoucherState;
use crate::web::{Form, PageError, State, address, reply};

/// Shows the start page, or why no paper is taken.
pub async fn show(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let visit = Visit::find(&state, &request, &key)?;
    if let Some(why) = visit.shut(&state).await? {
        return Ok(visit.shut_page(why, StatusCode::OK));
    }
    if visit.sent {
        return Ok(visit.shut_page(Why::Voted, StatusCode::OK));
    }
    let page = Start { frame: visit.frame(), held: visit.voucher.is_some(), refused: None };
    Ok(reply::page(page.render().into_string()))
}

/// Takes a voucher's code from the address that its QR code holds, and leads on at once to an address without it, so
/// that it stands neither in the bar nor in the history.
pub async fn scan(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let mut visit = Visit::find(&state, &request, &path.0)?;
    if visit.shut(&state).await?.is_some() {
        return Ok(reply::see(&visit.frame().href("")));
    }
    match find(&state, &visit, &path.1).await? {
        Ok(voucher) => {
            // Whoever holds another voucher is another person.
            visit.voucher = Some(voucher);
            visit.sent = false;
            visit.keep(reply::see(&visit.frame().href("")))
        }
        Err(refused) => Ok(refuse(&visit, "", refused)),
    }
}

/// Begins: with the code that was typed or scanned, or without where none is needed.
pub async fn begin(
    state: Data<State>,
    request: HttpRequest,
    key: Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let mut visit = Visit::find(&state, &request, &key)?;
    if visit.shut(&state).await?.is_some() || (visit.sent && !visit.ballot.vouchers) {
        return Ok(reply::see(&visit.frame().href("")));
    }
    if visit.ballot.vouchers {
        let held = visit.voucher.as_ref().map(Voucher::to_text);
        let typed = form.find(CODE).map(str::to_owned).or(held).unwrap_or_default();
        match find(&state, &visit, &typed).await? {
            Ok(voucher) => visit.voucher = Some(voucher),
            Err(refused) => return Ok(refuse(&visit, &typed, refused)),
        }
        visit.sent = false;
    } else if visit.token.is_none() {
        let mut random = [0u8; 16];
        getrandom::fill(&mut random).map_err(PageError::broken)?;
        visit.token = Some(random);
    }
    visit.keep(reply::see(&visit.frame().href("/paper")))
}

/// Thanks whoever has voted on this browser.
pub async fn thanks(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let visit = Visit::find(&state, &request, &key)?;
    if !visit.sent {
        return Ok(reply::see(&visit.frame().href("")));
    }
    let result = format!("{}{}", address::website(&state, &request), visit.frame().href("/result"));
    Ok(reply::page(Thanks { frame: visit.frame(), result: &result }.render().into_string()))
}

/// Forgets who voted, so that somebody else can on the same device.
pub async fn next(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let visit = Visit::find(&state, &request, &key)?;
    let mut response = reply::see(&visit.frame().href(""));
    response.add_removal_cookie(&visit.cookie_forgotten()).map_err(PageError::broken)?;
    Ok(response)
}

/// The page that says why a code does not work.
pub(super) fn refuse(visit: &Visit, typed: &str, refused: &'static str) -> HttpResponse {
    let page = Start { frame: visit.frame(), held: false, refused: Some((typed, refused)) };
    reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page.render().into_string())
}

/// The voucher of a code, or the message that says why it does not work.
async fn find(state: &Data<State>, visit: &Visit, typed: &str) -> Result<Result<Voucher, &'static str>, PageError> {
    if typed.trim().is_empty() {
        return Ok(Err("vote-code-missing"));
    }
    let Some(voucher) = Voucher::parse(typed) else { return Ok(Err("vote-code-unknown")) };
    let (store, key, hash) = (state.store.clone(), visit.ballot.key.clone(), voucher.hash(&visit.ballot.key));
    let found = actix_web::web::block(move || store.find_voucher(&key, &hash)).await??;
    Ok(match found {
        Some(VoucherState::Unused) => Ok(voucher),
        Some(VoucherState::Used) => Err("vote-code-used"),
        Some(VoucherState::Stopped) => Err("vote-code-stopped"),
        None => Err("vote-code-unknown"),
    })
}
