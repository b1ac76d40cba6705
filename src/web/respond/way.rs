//! Coming in by a way that is counted: the start page of a link or a group, and beginning from it.

use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::visit::Visit;
use crate::pages::respond::Frame;
use crate::pages::respond::start::Start;
use crate::store::StoredWayIn;
use crate::survey::{Draft, DraftToken, Edition, Journey, Openness, Step, WayCode};
use crate::web::{PageError, State, cookie, language, reply, today};

/// The start of the names of the cookies that hold the code of a group that takes turns on this device; the
/// consultation's key follows. It says nothing of a person.
pub const COOKIE: &str = "heard-way-";

/// What a browser is told to forget between two people who share it: pages that it keeps, and whatever it stores.
/// Cookies are named one by one, because the group's own stays.
pub(super) const FORGET: (HeaderName, HeaderValue) =
    (HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\", \"storage\""));

/// Shows the start page, with the group's or the place's name. On a device that a group shares, whoever was here
/// before is forgotten first, whether they sent or stopped halfway.
pub async fn show(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let mut visit = Visit::find(&state, &request, &path.0).await?;
    if visit.consultation.openness(today()) != Openness::Open {
        return Ok(reply::see(&visit.frame().href("")));
    }
    let found = match get(&state, &visit, &path.1).await? {
        Ok(found) => found,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let shared = found.way.shared_device;
    visit.turn_to(&language::asked(&request).unwrap_or_default());
    let begun = !shared && visit.draft.perspective.is_some();
    let frame = Frame { edition: Edition::Plain, ..visit.frame() };
    let mut page = reply::page(Start { frame, begun, way: Some(&found.way) }.render().into_string());
    if shared && visit.token.is_some() {
        forget(&state, &visit, &mut page)?;
    }
    Ok(page)
}

/// Begins, and counts it.
pub async fn begin(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let visit = Visit::find(&state, &request, &path.0).await?;
    let consultation = &visit.consultation;
    if consultation.openness(today()) != Openness::Open {
        return Ok(reply::see(&visit.frame().href("")));
    }
    let way = match get(&state, &visit, &path.1).await? {
        Ok(found) => found.way,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let mut random = [0u8; 16];
    getrandom::fill(&mut random).map_err(PageError::broken)?;
    let token = DraftToken::from_random(random);
    let known = |key: &String| consultation.find_perspective(key).is_some();
    let draft = Draft {
        perspective: way.perspective.clone().filter(known),
        way_in: Some(way.code.as_str().to_owned()),
        ..Draft::new(visit.draft.language.clone())
    };
    let body = serde_json::to_string(&draft).map_err(PageError::broken)?;
    state.store.begin_by(&way.code, &token.hash(), &consultation.key, body).await?;
    let first = match draft.perspective {
        Some(_) => Journey::new(consultation, &draft).next(Step::Perspective).unwrap_or(Step::Perspective),
        None => Step::Perspective,
    };
    let mut response = reply::see(&visit.address(first));
    let https = state.config.is_https();
    let name = format!("{COOKIE}{}", consultation.key);
    let groups = match way.shared_device {
        true => cookie::make(&name, way.code.as_str().to_owned(), https, None),
        false => cookie::forget(&name, https),
    };
    response.add_cookie(&visit.cookie_of(&token)).map_err(PageError::broken)?;
    if way.shared_device || cookie::find(&request, &name, https).is_some() {
        response.add_cookie(&groups).map_err(PageError::broken)?;
    }
    Ok(response)
}

/// The code of the group that takes turns on this device, while it can still be answered with.
pub(super) async fn of_device(
    state: &Data<State>,
    request: &HttpRequest,
    visit: &Visit,
) -> Result<Option<WayCode>, PageError> {
    let name = format!("{COOKIE}{}", visit.consultation.key);
    let held = cookie::find(request, &name, state.config.is_https()).and_then(|held| WayCode::parse(&held));
    let Some(code) = held else { return Ok(None) };
    let is_theirs = |found: &StoredWayIn| {
        found.way.shared_device && found.way.consultation == visit.consultation.key && found.way.is_open(today())
    };
    Ok(find(state, code.clone()).await?.filter(is_theirs).map(|found| found.way.code))
}

/// The way in of a code.
///
/// # Errors
/// When the database fails.
pub async fn find(state: &Data<State>, code: WayCode) -> Result<Option<StoredWayIn>, PageError> {
    let store = state.store.clone();
    Ok(actix_web::web::block(move || store.find_way_in(&code)).await??)
}

/// Makes the browser forget who was here, but not the group.
pub(super) fn forget(state: &State, visit: &Visit, response: &mut HttpResponse) -> Result<(), PageError> {
    for forgotten in [visit.cookie_forgotten(), cookie::forget(language::COOKIE, state.config.is_https())] {
        response.add_removal_cookie(&forgotten).map_err(PageError::broken)?;
    }
    let (name, value) = FORGET;
    response.headers_mut().insert(name, value);
    Ok(())
}

/// The way in that an address names, where it leads into this consultation and works today; else where to go instead.
async fn get(state: &Data<State>, visit: &Visit, code: &str) -> Result<Result<StoredWayIn, HttpResponse>, PageError> {
    let Some(code) = WayCode::parse(code) else { return Ok(Err(reply::see("/join"))) };
    match find(state, code.clone()).await?.filter(|found| found.way.consultation == visit.consultation.key) {
        Some(found) if found.way.is_open(today()) => Ok(Ok(found)),
        Some(_) => Err(PageError::said(StatusCode::GONE, "error-way-ended", &["error-way-ended-words"])
            .with_way(&visit.frame().href(""), "error-way-without")),
        None => Ok(Err(reply::see(&format!("/join?code={}", code.as_str())))),
    }
}
