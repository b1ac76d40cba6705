//! `/campaigns/{campaign}/live`: the page for a wall. However many walls show it, it is counted once for all of them.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};
use jiff::Timestamp;

use super::drive::Drive;
use super::{figures, words};
use crate::campaign::{LIVE_MINUTES, Live, PostKind};
use crate::pages::campaign::live::{LivePage, Shut, ShutPage};
use crate::web::{Form, PageError, State, address, reply, today};

/// How many seconds a page on a wall shows before it asks for itself anew.
const RENEW: (HeaderName, HeaderValue) = (HeaderName::from_static("refresh"), HeaderValue::from_static("60"));
/// The most groups that are named as missing.
const MOST_MISSING: usize = 3;
/// How long what was counted for one wall is shown on the others. Its number moves every ten minutes at most.
const KEPT: Duration = Duration::from_secs(20);

/// What walls show at the moment, by campaign and the website's address. While one wall is counted, those of the same campaign
/// wait for it and those of others do not.
#[derive(Default)]
pub struct Walls(Mutex<BTreeMap<Wall, Arc<Mutex<Option<Counted>>>>>);

/// A campaign and the website's address.
type Wall = (String, String);
/// When what is shown was counted, and what it is.
type Counted = (Instant, LivePage);

impl Walls {
    /// What is shown, or where that is old what `make` gives. Whoever asks for the same meanwhile waits and is shown it too.
    fn get<E>(&self, wall: Wall, now: Instant, make: impl FnOnce() -> Result<LivePage, E>) -> Result<LivePage, E> {
        let one = self.one(wall, now);
        let mut shown = one.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, page)) = shown.as_ref().filter(|counted| is_new(counted, now)) {
            return Ok(page.clone());
        }
        let page = make()?;
        *shown = Some((now, page.clone()));
        Ok(page)
    }

    /// What is kept of one wall. All that is old and that nobody waits for is forgotten: a website's address is whatever
    /// somebody asked by.
    fn one(&self, wall: Wall, now: Instant) -> Arc<Mutex<Option<Counted>>> {
        let mut walls = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        walls.retain(|_, one| {
            // Whoever counts holds it, and whoever waits has it: this lock is never waited for with all walls locked.
            let is_asked_for = Arc::strong_count(one) > 1;
            is_asked_for || one.try_lock().is_ok_and(|shown| shown.as_ref().is_some_and(|counted| is_new(counted, now)))
        });
        Arc::clone(walls.entry(wall).or_default())
    }
}

fn is_new((counted, _): &Counted, now: Instant) -> bool {
    now.saturating_duration_since(*counted) < KEPT
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
        if let Some(shut) = shut(&state, &key, &website)? {
            return Ok(shut.render().into_string());
        }
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

/// What a wall shows of a campaign that has no number to show: one that nobody has approved, whose page nobody could open,
/// or one that is over.
fn shut(state: &State, key: &str, website: &str) -> Result<Option<ShutPage>, PageError> {
    let drive = Drive::get(state, key)?;
    let approved = Drive::approved(&state.store.list_posts(key)?, PostKind::Page).is_some();
    let why = match (approved, drive.is_over()) {
        (false, _) => Shut::Unapproved,
        (true, true) => Shut::Over {
            people: figures::people(&drive, &state.store, state.config.policy, today())?,
            address: format!("{website}/campaign/{key}/results"),
            shown: words::shown(&format!("{website}/campaign/{key}/results")),
            results: figures::results(&drive, &state.store, approved)?,
        },
        (true, false) => return Ok(None),
    };
    let (title, deed) = (words::title(&state.store, &drive)?, drive.deed());
    let illustrative = drive.is_illustrative(&state.store)?;
    Ok(Some(ShutPage { title, deed, why, illustrative, key: drive.campaign.key }))
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
        missing: missing.into_iter().take(MOST_MISSING).map(|one| one.name).collect(),
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

    #[test]
    fn while_one_campaign_is_counted_the_walls_of_another_do_not_wait() {
        let walls = Walls::default();
        let wall = |key: &str| (key.to_owned(), "https://h.example".to_owned());
        let now = Instant::now();
        let shown = walls.get(wall("a"), now, || {
            // Counted in the midst of counting another: with one lock for all this would wait for itself for ever.
            let other = walls.get(wall("b"), now, || Ok::<_, PageError>(page(2)))?;
            assert_eq!(other, page(2));
            Ok::<_, PageError>(page(1))
        });
        assert_eq!(shown.unwrap(), page(1));
        let counts = std::sync::atomic::AtomicU64::new(0);
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    let make = || Ok::<_, PageError>(page(counts.fetch_add(1, std::sync::atomic::Ordering::SeqCst)));
                    walls.get(wall("c"), now, make).unwrap()
                });
            }
        });
        assert_eq!(counts.into_inner(), 1, "many walls of one campaign are counted once");
        let later = now + KEPT;
        walls.get(wall("d"), later, || Ok::<_, PageError>(page(4))).unwrap();
        assert_eq!(walls.0.lock().unwrap().len(), 1, "what is old is forgotten");
    }
}
