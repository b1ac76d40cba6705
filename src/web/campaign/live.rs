//! `/campaigns/{campaign}/live`: the page for a wall. However many walls show it, it is counted once for all of them.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

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
/// How long what was counted for one wall is shown on the others. Its number moves every ten minutes at most.
const KEPT: Duration = Duration::from_secs(20);

/// What walls show at the moment, by campaign and the website's address.
#[derive(Default)]
pub struct Walls(Mutex<BTreeMap<(String, String), (Instant, LivePage)>>);

impl Walls {
    /// What is shown, or where that is old what `make` gives. Whoever asks meanwhile waits and is shown the same.
    fn get<E>(
        &self,
        wall: (String, String),
        now: Instant,
        make: impl FnOnce() -> Result<LivePage, E>,
    ) -> Result<LivePage, E> {
        let mut shown = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        shown.retain(|_, (made, _)| now.saturating_duration_since(*made) < KEPT);
        if let Some((_, page)) = shown.get(&wall) {
            return Ok(page.clone());
        }
        let page = make()?;
        shown.insert(wall, (now, page.clone()));
        Ok(page)
    }
}

/// Shows the page.
pub async fn show(
    state: web::Data<State>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let website = address::website(&state, &request);
    let still = Form::parse(request.query_string()).unwrap_or_default().text("still") == "1";
    let page = web::block(move || {
        let wall = (key.clone(), website.clone());
        let page = state.walls.get(wall, Instant::now(), || count(&state, &key, &website))?;
        Ok::<_, PageError>(LivePage { still, ..page }.render().into_string())
    });
    let mut response = reply::page(page.await??);
    if !still {
        response.headers_mut().insert(RENEW.0, RENEW.1);
    }
    Ok(response)
}

fn count(state: &State, key: &str, website: &str) -> Result<LivePage, PageError> {
    let drive = Drive::get(state, key)?;
    let (store, policy, now) = (&state.store, state.config.policy, Timestamp::now().as_second());
    let count = || figures::count_now(&drive, store, today());
    let people = store.live_number(&drive.campaign.key, now, now - LIVE_MINUTES * 60, count)?;
    let missing = figures::publish(&drive, store, policy, today())?.advice;
    let address = format!("{website}/campaign/{}", drive.campaign.key);
    Ok(LivePage {
        title: words::title(store, &drive)?,
        live: Live::of(people, u64::from(drive.campaign.target), policy),
        deed: drive.deed(),
        days: drive.days(),
        // Once it is over nobody can go there any more.
        missing: missing
            .into_iter()
            .filter(|_| today() <= drive.last_day())
            .take(MOST_MISSING)
            .map(|one| one.name)
            .collect(),
        shown: words::shown(&address),
        address,
        still: false,
        illustrative: drive.is_illustrative(store)?,
        key: drive.campaign.key,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breakdown::Policy;
    use crate::campaign::Deed;

    fn page(people: u64) -> LivePage {
        let live = Live::of(people, 600, Policy::default());
        let (key, title, days) = ("a".to_owned(), "A".to_owned(), String::new());
        let (address, shown, missing) = (String::new(), String::new(), Vec::new());
        LivePage {
            key,
            title,
            live,
            deed: Deed::Vote,
            days,
            missing,
            address,
            shown,
            still: false,
            illustrative: false,
        }
    }

    #[test]
    fn many_walls_are_counted_once_until_what_they_show_is_old() {
        let (walls, start) = (Walls::default(), Instant::now());
        let wall = |key: &str| (key.to_owned(), "https://h.example".to_owned());
        let get = |key, after: u64, people| {
            walls.get(wall(key), start + Duration::from_secs(after), || Ok::<_, PageError>(page(people))).unwrap()
        };
        assert_eq!(get("a", 0, 100), page(100));
        assert_eq!((get("a", 19, 200), get("b", 19, 300)), (page(100), page(300)));
        assert_eq!(get("a", 20, 200), page(200));
        let failed = walls.get(wall("c"), start, || Err(PageError::busy()));
        assert!(failed.is_err() && get("c", 0, 400) == page(400), "what failed is not kept");
    }
}
