//! `/campaigns/{campaign}/live`: the page for a wall.

use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};
use jiff::Timestamp;

use super::drive::Drive;
use super::{figures, words};
use crate::campaign::{LIVE_MINUTES, Live};
use crate::pages::campaign::live::LivePage;
use crate::web::{Form, PageError, State, address, reply, today};

/// How many seconds a page on a wall shows before it asks for itself anew.
const RENEW: (HeaderName, HeaderValue) = (HeaderName::from_static("refresh"), HeaderValue::from_static("60"));
/// The most groups that are named as missing.
const MOST_MISSING: usize = 3;

/// Shows the page.
pub async fn show(
    state: web::Data<State>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let website = address::website(&state, &request);
    let still = Form::parse(request.query_string()).unwrap_or_default().text("still") == "1";
    let page = web::block(move || {
        let drive = Drive::get(&state, &key)?;
        let (store, policy, now) = (&state.store, state.config.policy, Timestamp::now().as_second());
        let count = || figures::count_now(&drive, store, today());
        let people = store.live_number(&drive.campaign.key, now, now - LIVE_MINUTES * 60, count)?;
        let missing = figures::publish(&drive, store, policy, today())?.advice;
        let address = format!("{website}/campaign/{}", drive.campaign.key);
        let page = LivePage {
            title: words::title(store, &drive)?,
            live: Live::of(people, u64::from(drive.campaign.target), policy),
            days: drive.days(),
            missing: missing.into_iter().take(MOST_MISSING).map(|one| one.name).collect(),
            shown: words::shown(&address),
            address,
            still,
            illustrative: drive.is_illustrative(store)?,
            key: drive.campaign.key,
        };
        Ok::<_, PageError>(page.render().into_string())
    });
    let mut response = reply::page(page.await??);
    if !still {
        response.headers_mut().insert(RENEW.0, RENEW.1);
    }
    Ok(response)
}
