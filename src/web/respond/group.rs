//! An adult starts a session for a class or club, without an account, and comes back to it by its address.

use std::sync::Mutex;
use std::time::Instant;

use actix_web::http::StatusCode;
use actix_web::web::{self, Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::visit::Visit;
use super::way;
use crate::breakdown::Count;
use crate::pages::respond::Frame;
use crate::pages::respond::group::{self, GroupPage, GroupStart};
use crate::pages::respond::shut::Shut;
use crate::survey::{Edition, Openness, WayCode, WayIn, WayKind, read_headcount, read_name};
use crate::web::{Form, PageError, State, address, language, reply, today};

/// How many groups may be started in a row, for the morning on which every school begins.
const AT_ONCE: f64 = 300.0;
/// How many more each second: 1,200 an hour for the whole server. By no address, so that no school is locked out;
/// what is over is asked to come again in seconds.
const A_SECOND: f64 = 1200.0 / 3600.0;

static ALLOWANCE: Mutex<Option<Allowance>> = Mutex::new(None);

/// How many groups may still be started now.
struct Allowance {
    left: f64,
    at: Instant,
}

impl Allowance {
    fn take(&mut self, now: Instant) -> bool {
        let passed = now.saturating_duration_since(self.at).as_secs_f64();
        self.left = (self.left + passed * A_SECOND).min(AT_ONCE);
        self.at = now;
        let has_one = self.left >= 1.0;
        if has_one {
            self.left -= 1.0;
        }
        has_one
    }
}

/// Shows the form.
pub async fn show(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let visit = open(&state, &request, &key).await?;
    let frame = frame(&visit);
    if let Some(shut) = shut(&visit) {
        return Ok(shut);
    }
    let (name_problem, headcount_problem) = (None, false);
    let page = GroupStart {
        frame,
        name: "",
        headcount: "",
        perspective: None,
        shared: false,
        name_problem,
        headcount_problem,
    };
    Ok(reply::page(page.render().into_string()))
}

/// Starts a group and leads to its page, or shows the form again.
pub async fn start(
    state: Data<State>,
    request: HttpRequest,
    key: Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let visit = open(&state, &request, &key).await?;
    if let Some(shut) = shut(&visit) {
        return Ok(shut);
    }
    let consultation = &visit.consultation;
    let (name, headcount) = (read_name(form.text(group::NAME)), read_headcount(form.text(group::HEADCOUNT)));
    let picked = form.find(group::PERSPECTIVE).filter(|key| consultation.find_perspective(key).is_some());
    let shared_device = form.text(group::DEVICE) == group::SHARED;
    let (name, headcount) = match (name, headcount) {
        (Ok(name), Some(headcount)) => (name, headcount),
        (name, headcount) => {
            let page = GroupStart {
                frame: frame(&visit),
                name: form.text(group::NAME),
                headcount: form.text(group::HEADCOUNT),
                perspective: picked,
                shared: shared_device,
                name_problem: name.err(),
                headcount_problem: headcount.is_none(),
            };
            return Ok(reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page.render().into_string()));
        }
    };
    if !may_start(Instant::now()) {
        return Err(PageError::busy());
    }
    let way = WayIn {
        // Replaced by one that is free.
        code: WayCode::from_random([0; 6]),
        consultation: consultation.key.clone(),
        kind: WayKind::Group,
        name,
        perspective: picked.map(str::to_owned),
        headcount: Some(headcount),
        shared_device,
        opened_on: today(),
        closes_on: WayIn::last_day_of_group(today(), consultation.closes),
    };
    let way = save(&state, way).await?;
    Ok(reply::see(&visit.frame().href(&format!("/group/{}", way.code.as_str()))))
}

/// Whether another group may be started now; counts it if so.
fn may_start(now: Instant) -> bool {
    let mut allowance = ALLOWANCE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    allowance.get_or_insert(Allowance { left: AT_ONCE, at: now }).take(now)
}

/// Shows the code, how to run the session, and how many took part.
pub async fn run(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let visit = open(&state, &request, &path.0).await?;
    let Some(code) = WayCode::parse(&path.1) else { return Err(PageError::not_found()) };
    let is_ours = |found: &crate::store::StoredWayIn| {
        found.way.kind == WayKind::Group && found.way.consultation == visit.consultation.key
    };
    let found = way::find(&state, code).await?.filter(is_ours).ok_or_else(PageError::not_found)?;
    let policy = state.config.policy;
    let ended = !found.way.is_open(today()) || visit.consultation.openness(today()) != Openness::Open;
    let page = GroupPage {
        frame: frame(&visit),
        way: &found.way,
        website: &address::website(&state, &request),
        came: Count::publish(found.came, policy),
        sent: Count::publish(found.sent, policy),
        policy,
        ended,
    };
    Ok(reply::page(page.render().into_string()))
}

/// Keeps a new way in under a code that nobody has.
///
/// # Errors
/// When the database fails.
pub async fn save(state: &Data<State>, mut way: WayIn) -> Result<WayIn, PageError> {
    let store = state.store.clone();
    let saved = web::block(move || {
        // A code of a thousand million that is taken twice in a row does not happen; ten times never does.
        for _ in 0..10 {
            let mut random = [0u8; 6];
            getrandom::fill(&mut random)?;
            way.code = WayCode::from_random(random);
            if store.save_way_in(&way)? {
                return Ok(way);
            }
        }
        Err(crate::store::StoreError::Busy)
    });
    Ok(saved.await??)
}

async fn open(state: &Data<State>, request: &HttpRequest, key: &str) -> Result<Visit, PageError> {
    let mut visit = Visit::find(state, request, key).await?;
    visit.turn_to(&language::asked(request).unwrap_or_default());
    Ok(visit)
}

fn frame(visit: &Visit) -> Frame<'_> {
    Frame { edition: Edition::Plain, ..visit.frame() }
}

fn shut(visit: &Visit) -> Option<HttpResponse> {
    let openness = visit.consultation.openness(today());
    let page = || Shut { frame: frame(visit), openness, words: None }.render().into_string();
    (openness != Openness::Open).then(|| reply::page_with(StatusCode::FORBIDDEN, page()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn every_school_can_start_at_once_and_a_flood_is_held_to_twelve_hundred_an_hour() {
        let begin = Instant::now();
        let mut allowance = Allowance { left: AT_ONCE, at: begin };
        assert_eq!((0..1000).filter(|_| allowance.take(begin)).count(), 300);
        let hour = (1..=3600).filter(|second| allowance.take(begin + Duration::from_secs(*second))).count();
        assert!((1199..=1200).contains(&hour), "{hour}");
    }
}
