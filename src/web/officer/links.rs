//! `/officer/c/{consultation}/links`: links for places with their turnout, and a poster for each.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::desk::{day, desk};
use super::subject::Subject;
use crate::breakdown::{Count, Policy};
use crate::pages::officer::links::{Group, Link, Links, NAME};
use crate::pages::officer::poster::Poster;
use crate::pages::respond::Frame;
use crate::store::StoredWayIn;
use crate::survey::{Edition, NameProblem, Openness, WayCode, WayIn, WayKind, read_name};
use crate::web::account::SignedIn;
use crate::web::respond::{read_language, save_way_in};
use crate::web::{Form, PageError, State, address, reply, today};

/// The most links and groups that are shown.
const MOST: usize = 500;

/// Shows the page.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let website = address::website(&state, &request);
    let signed_in = signed_in.into_inner();
    let page = web::block(move || page(&state, &signed_in, &key, &website, None));
    Ok(reply::page(page.await??))
}

/// Makes a link for a place.
pub async fn make(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let subject = Subject::get(&state, &key)?;
    let typed = form.text(NAME).to_owned();
    let name = match read_name(&typed) {
        Ok(name) => name,
        Err(problem) => {
            let message = match problem {
                NameProblem::Missing => "Write the name of the place".to_owned(),
                NameProblem::TooLong => {
                    format!("Make the name shorter: at most {} characters", crate::survey::MOST_IN_A_NAME)
                }
            };
            let website = address::website(&state, &request);
            let page = web::block(move || page(&state, &signed_in, &key, &website, Some((typed, message))));
            return Ok(reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page.await??));
        }
    };
    let way = WayIn {
        code: WayCode::from_random([0; 6]),
        consultation: subject.consultation.key.clone(),
        kind: WayKind::Link,
        name,
        perspective: None,
        headcount: None,
        shared_device: false,
        opened_on: today(),
        closes_on: subject.consultation.closes,
    };
    let way = save_way_in(&state, way).await?;
    Ok(reply::see(&format!("/officer/c/{}/links#way-{}", subject.consultation.key, way.code.as_str())))
}

/// Shows a place's poster.
pub async fn poster(
    state: web::Data<State>,
    path: web::Path<(String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let subject = Subject::get(&state, &path.0)?;
    let code = WayCode::parse(&path.1).ok_or_else(PageError::not_found)?;
    let store = state.store.clone();
    let found = web::block(move || store.find_way_in(&code)).await??;
    let found = found.filter(|found| found.way.consultation == subject.consultation.key);
    let found = found.ok_or_else(PageError::not_found)?;
    let lang = read_language(&subject.consultation, &request);
    let page = Poster {
        frame: Frame { consultation: &subject.consultation, lang: lang.as_str(), edition: Edition::Plain },
        way: &found.way,
        website: &address::website(&state, &request),
        back: &format!("/officer/c/{}/links", subject.consultation.key),
    };
    Ok(reply::page(page.render().into_string()))
}

fn page(
    state: &State,
    signed_in: &SignedIn,
    key: &str,
    website: &str,
    refused: Option<(String, String)>,
) -> Result<String, PageError> {
    let subject = Subject::get(state, key)?;
    let policy = state.config.policy;
    let is_open = subject.consultation.openness(today()) == Openness::Open;
    let ways = |kind| state.store.list_ways_in(&subject.consultation.key, kind, MOST);
    let page = Links {
        desk: desk(state, signed_in, Some(&subject))?,
        links: ways(WayKind::Link)?.into_iter().map(|found| link(found, website, policy)).collect(),
        groups: ways(WayKind::Group)?.into_iter().map(|found| group(found, policy)).collect(),
        unset_address: state.config.public_url.is_none(),
        group_address: is_open.then(|| format!("{website}/c/{}/group", subject.consultation.key)),
        refused,
        policy,
    };
    Ok(page.render().into_string())
}

fn link(found: StoredWayIn, website: &str, policy: Policy) -> Link {
    let code = found.way.code;
    Link {
        place: found.way.name,
        address: format!("{website}/join?code={}", code.as_str()),
        shown: code.to_text(),
        code: code.as_str().to_owned(),
        came: Count::publish(found.came, policy),
        sent: Count::publish(found.sent, policy),
    }
}

fn group(found: StoredWayIn, policy: Policy) -> Group {
    Group {
        name: found.way.name,
        started: day(found.way.opened_on),
        headcount: found.way.headcount,
        came: Count::publish(found.came, policy),
        sent: Count::publish(found.sent, policy),
    }
}
