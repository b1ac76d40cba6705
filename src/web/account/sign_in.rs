//! Signing in.

use std::sync::LazyLock;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use jiff::Timestamp;
use tokio::sync::Semaphore;

use super::rights::{self, first_page, safe_next};
use super::session::{self, Token};
use crate::pages::officer::sign_in::{Refusal, SignIn};
use crate::store::{Role, Store};
use crate::web::{Form, PageError, State, cookie, reply};

/// Ties the form to the browser that opened it.
const FORM_COOKIE: &str = "heard-sign-in";
/// Checking a password takes much memory and time on purpose, so no more than this many at once.
static CHECKS: Semaphore = Semaphore::const_new(2);
/// Longer than any password that an account can have; nobody's time is spent on more.
const MOST_PASSWORD_BYTES: usize = 1024;
/// Checked where there is no such account, so that a reply takes as long.
static NOBODY: LazyLock<String> = LazyLock::new(|| password_auth::generate_hash("nobody has this password"));

/// What became of a try.
enum Tried {
    Welcome { name: String, role: Role },
    Refused(Refusal),
}

/// `GET /sign-in`.
pub async fn show(state: web::Data<State>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let asked = Form::parse(request.query_string()).unwrap_or_default();
    let next = safe_next(asked.text("next"));
    if let Some(signed_in) = rights::find(&state, &request).await? {
        return Ok(reply::see(next.unwrap_or_else(|| first_page(signed_in.role))));
    }
    form(&state, &request, StatusCode::OK, String::new(), next.unwrap_or_default(), None)
}

/// `POST /sign-in`.
pub async fn act(state: web::Data<State>, request: HttpRequest, form_sent: Form) -> Result<HttpResponse, PageError> {
    let next = safe_next(form_sent.text("next")).unwrap_or_default().to_owned();
    let name: String = form_sent.text("name").trim().chars().take(200).collect();
    let refuse = |status, refusal| form(&state, &request, status, name.clone(), &next, Some(refusal));
    let held = cookie::find(&request, FORM_COOKIE, state.config.is_https()).unwrap_or_default();
    if held.is_empty() || !session::is_same(&held, form_sent.text("csrf")) {
        return refuse(StatusCode::UNPROCESSABLE_ENTITY, Refusal::Stale);
    }
    let password = form_sent.text("password").to_owned();
    match try_password(state.store.clone(), name.clone(), password).await? {
        Tried::Refused(Refusal::Locked) => refuse(StatusCode::TOO_MANY_REQUESTS, Refusal::Locked),
        Tried::Refused(refusal) => refuse(StatusCode::UNPROCESSABLE_ENTITY, refusal),
        Tried::Welcome { name, role } => {
            let next = if next.is_empty() { first_page(role) } else { &next };
            welcome(&state, &request, name, next).await
        }
    }
}

async fn try_password(store: Store, name: String, password: String) -> Result<Tried, PageError> {
    let _turn = CHECKS.acquire().await.map_err(PageError::broken)?;
    let tried = web::block(move || {
        let now = Timestamp::now();
        if store.is_locked(&name, now)? {
            return Ok(Tried::Refused(Refusal::Locked));
        }
        let user = store.find_user(&name)?;
        let hash = user.as_ref().map_or(NOBODY.as_str(), |user| user.password_hash.as_str());
        let is_right = password.len() <= MOST_PASSWORD_BYTES && password_auth::verify_password(&password, hash).is_ok();
        match user.filter(|_| is_right) {
            Some(user) => {
                store.erase_sign_in_failures(&user.name)?;
                Ok(Tried::Welcome { name: user.name, role: user.role })
            }
            None => {
                store.save_sign_in_failure(&name, now)?;
                Ok(Tried::Refused(Refusal::NotRecognised))
            }
        }
    });
    tried.await?.map_err(|error: crate::store::StoreError| error.into())
}

/// Begins a session with a new token; one that the browser held before ends.
async fn welcome(
    state: &web::Data<State>,
    request: &HttpRequest,
    name: String,
    next: &str,
) -> Result<HttpResponse, PageError> {
    let https = state.config.is_https();
    let before = cookie::find(request, session::COOKIE, https).and_then(|text| Token::parse(&text));
    let now = Timestamp::now();
    let token = Token::begin(now).map_err(PageError::broken)?;
    let csrf = session::random_text().map_err(PageError::broken)?;
    let (store, hash, ends) = (state.store.clone(), token.hash(), token.ends(now));
    let saved = web::block(move || {
        if let Some(before) = before {
            store.erase_session(&before.hash())?;
        }
        store.save_session(&hash, &name, &csrf, ends, now)
    });
    saved.await?.map_err(PageError::from)?;
    let mut response = reply::see(next);
    for cookie in [cookie::make(session::COOKIE, token.to_text(), https, None), cookie::forget(FORM_COOKIE, https)] {
        response.add_cookie(&cookie).map_err(PageError::broken)?;
    }
    Ok(response)
}

fn form(
    state: &web::Data<State>,
    request: &HttpRequest,
    status: StatusCode,
    name: String,
    next: &str,
    refusal: Option<Refusal>,
) -> Result<HttpResponse, PageError> {
    let https = state.config.is_https();
    let held = cookie::find(request, FORM_COOKIE, https).filter(|held| held.len() == 64);
    let csrf = match &held {
        Some(held) => held.clone(),
        None => session::random_text().map_err(PageError::broken)?,
    };
    let organisation = state.config.organisation.clone();
    let page = SignIn { organisation, name, next: next.to_owned(), csrf: csrf.clone(), refusal };
    let mut response = reply::page_with(status, page.render().into_string());
    if held.is_none() {
        response.add_cookie(&cookie::make(FORM_COOKIE, csrf, https, None)).map_err(PageError::broken)?;
    }
    Ok(response)
}
