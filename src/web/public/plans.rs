//! `/plans`: plans that are published, as pages, as a PDF and as data. A plan that was never published is not there.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::web::{self, Data, Path, ServiceConfig, get};
use actix_web::{HttpRequest, HttpResponse};
use jiff::civil::Date;
use serde::Serialize;
use tokio::sync::Semaphore;

use super::plan_ways::ways;
use crate::pages::public::plan::{Figures, ListedPlan, PlanFrame, list};
use crate::pages::public::plan_parts::Ways;
use crate::pages::public::plan_version::PlanVersion;
use crate::plan::actions::ActionNow;
use crate::plan::published::{FromCounty, Measured, Published, changes};
use crate::report::pdf;
use crate::web::county_plan::{figures_now, hold_to_county, measured};
use crate::web::plans::{actions_now, document, is_illustrative, name_places, standing_notes};
use crate::web::{PageError, State, language, reply, today};

/// Setting a PDF takes much memory and a whole processor: this many at once.
const AT_ONCE: usize = 1;
static SETTING: Semaphore = Semaphore::const_new(AT_ONCE);
/// How long somebody waits for their turn.
const LONGEST_WAIT: Duration = Duration::from_secs(20);
/// PDFs of versions, which change with the county's plan only; this many are kept.
static SET: Mutex<Kept> = Mutex::new(Kept::new());
const MOST_KEPT: usize = 8;

/// PDFs by plan and version, the version of the county's plan that it speaks of, and whether it said that it is
/// illustrative.
type Kept = BTreeMap<(String, u32, Option<u32>, bool), Arc<Vec<u8>>>;

/// The addresses of published plans.
pub fn routes(config: &mut ServiceConfig) {
    config
        .route("/plans", get().to(show_all))
        .route("/plans/{plan}.json", get().to(json))
        .route("/plans/{plan}.pdf", get().to(as_pdf))
        .route("/plans/{plan}", get().to(show))
        .route("/plans/{plan}/progress", get().to(progress))
        .route("/plans/{plan}/versions/{version}", get().to(version))
        .route("/plans/{plan}/{outcome}", get().to(outcome));
}

/// A published plan with what has been entered since.
struct Opened {
    version: Published,
    figures: Figures,
    actions: Vec<ActionNow>,
    ways: Ways,
    /// It rests on answers that were invented.
    illustrative: bool,
}

fn open(state: &State, key: &str) -> Result<Opened, PageError> {
    let mut version = get_version(state, key, None)?;
    let (figures, county) = figures_now(&state.store, &state.library(), &version.plan, &version.none_found)?;
    // Its figures are those of now; its notes those of the version.
    version.county = county.map(|now| match version.county.take() {
        Some(known) => FromCounty { looked: known.looked, ..now },
        None => now,
    });
    hold_to_published(state, &mut version)?;
    let actions = actions_now(&state.store, &version.plan)?;
    let illustrative = is_illustrative(state, &version)?;
    let ways = ways(state, &version)?;
    Ok(Opened { version, figures, actions, ways, illustrative })
}

/// A local plan says in the county's name only what the county's plan says now.
fn hold_to_published(state: &State, version: &mut Published) -> Result<Option<u32>, PageError> {
    let Some(key) = version.county.as_ref().map(|county| county.plan.clone()) else { return Ok(None) };
    let county = state.store.find_plan_version(&key, None)?;
    hold_to_county(version, county.as_ref());
    Ok(county.map(|county| county.version))
}

/// A published version, with the names of the districts that its evidence is of; the newest where none is named.
fn get_version(state: &State, key: &str, number: Option<i32>) -> Result<Published, PageError> {
    let mut version = state.store.find_plan_version(key, number)?.ok_or_else(PageError::not_found)?;
    name_places(&state.library(), &mut version);
    Ok(version)
}

/// Opens a plan and answers with the page that `render` makes.
async fn page(
    state: Data<State>,
    request: HttpRequest,
    key: String,
    render: impl FnOnce(PlanFrame<'_>, &[(i32, Date)]) -> Result<String, PageError>,
) -> Result<HttpResponse, PageError> {
    let asked = state.clone();
    let opened = web::block(move || {
        let opened = open(&asked, &key)?;
        let versions = asked.store.list_plan_versions(&key)?;
        let versions: Vec<(i32, Date)> = versions.into_iter().map(|one| (one.version, one.published_on)).collect();
        Ok::<_, PageError>((opened, versions))
    });
    let (opened, versions) = opened.await??;
    let page = language::read(&state, &request, |front| {
        let frame = PlanFrame {
            front,
            version: &opened.version,
            illustrative: opened.illustrative,
            figures: &opened.figures,
            actions: &opened.actions,
            ways: &opened.ways,
            today: today(),
        };
        render(frame, &versions)
    });
    Ok(reply::page(page?))
}

/// Every plan that is published.
pub async fn show_all(state: Data<State>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let asked = state.clone();
    let plans = web::block(move || {
        let mut plans = Vec::new();
        for key in asked.store.list_published_plans()? {
            let Some(version) = asked.store.find_plan_version(&key, None)? else { continue };
            plans.push(ListedPlan {
                title: version.plan.title.clone(),
                address: format!("/plans/{key}"),
                time: version.plan.time(),
                version: i32::try_from(version.version).unwrap_or(i32::MAX),
                published_on: version.published_on.unwrap_or(Date::MIN),
                illustrative: is_illustrative(&asked, &version)?,
            });
        }
        Ok::<_, PageError>(plans)
    });
    let plans = plans.await??;
    Ok(reply::page(language::read(&state, &request, |front| list(front, &plans).into_string())))
}

/// The newest version of a plan.
pub async fn show(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    page(state, request, key.into_inner(), |frame, versions| Ok(frame.plan(versions).into_string())).await
}

/// One outcome of a plan.
pub async fn outcome(
    state: Data<State>,
    request: HttpRequest,
    keys: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let (plan, outcome) = keys.into_inner();
    page(state, request, plan, move |frame, _| {
        let outcome = frame.version.plan.find_outcome(&outcome).ok_or_else(PageError::not_found)?;
        Ok(frame.outcome(outcome).into_string())
    })
    .await
}

/// How a plan is going.
pub async fn progress(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    page(state, request, key.into_inner(), |frame, _| Ok(frame.progress().into_string())).await
}

/// A version of a plan, as it was published.
pub async fn version(
    state: Data<State>,
    request: HttpRequest,
    keys: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let (plan, number) = keys.into_inner();
    let asked = state.clone();
    let found = web::block(move || {
        let number: i32 = number.parse().map_err(|_| PageError::not_found())?;
        let version = get_version(&asked, &plan, Some(number))?;
        let before = asked.store.find_plan_version(&plan, Some(number - 1))?;
        let newest = asked.store.list_plan_versions(&plan)?.first().map(|newest| newest.version);
        let changes = before.map(|before| changes(&before, &version)).unwrap_or_default();
        let illustrative = is_illustrative(&asked, &version)?;
        Ok::<_, PageError>((version, changes, newest, illustrative))
    });
    let (version, changes, newest, illustrative) = found.await??;
    let page = language::read(&state, &request, |front| {
        PlanVersion { front, version: &version, changes: &changes, newest, illustrative }.render().into_string()
    });
    Ok(reply::page(page))
}

/// What the file of a plan says: the newest version, from which the plan can be built again, and what was entered since.
#[derive(Serialize)]
struct PlanFile<'a> {
    #[serde(flatten)]
    version: &'a Published,
    /// It rests on answers that were invented, or is invented itself.
    illustrative: bool,
    /// What whoever uses the figures has to know of them.
    notes: Vec<String>,
    /// The figures and actions as they stand now.
    now: Now<'a>,
}

#[derive(Serialize)]
struct Now<'a> {
    on: Date,
    measurements: Vec<Measured>,
    actions: &'a [ActionNow],
}

/// A plan as data.
pub async fn json(state: Data<State>, key: Path<String>) -> Result<HttpResponse, PageError> {
    let body = web::block(move || {
        let opened = open(&state, &key)?;
        let measurements = measured(&opened.figures);
        let now = Now { on: today(), measurements, actions: &opened.actions };
        let (version, illustrative) = (&opened.version, opened.illustrative);
        let file = PlanFile { version, illustrative, notes: standing_notes(version, illustrative), now };
        serde_json::to_string_pretty(&file).map_err(PageError::broken)
    });
    Ok(HttpResponse::Ok().content_type("application/json").body(body.await??))
}

/// A plan as a PDF.
pub async fn as_pdf(state: Data<State>, key: Path<String>) -> Result<HttpResponse, PageError> {
    let key = key.into_inner();
    let name = key.clone();
    let found = web::block(move || {
        let mut version = get_version(&state, &key, None)?;
        let county = hold_to_published(&state, &mut version)?;
        let illustrative = is_illustrative(&state, &version)?;
        let place = (key, version.version, county, illustrative);
        let kept = SET.lock().unwrap_or_else(PoisonError::into_inner).get(&place).cloned();
        Ok::<_, PageError>((place, version, illustrative, kept))
    });
    let (place, version, illustrative, kept) = found.await??;
    let bytes = match kept {
        Some(bytes) => bytes,
        None => {
            let turn = tokio::time::timeout(LONGEST_WAIT, SETTING.acquire()).await;
            let _turn = turn.map_err(|_| PageError::busy())?.map_err(PageError::broken)?;
            let set = web::block(move || {
                let day = version.published_on.unwrap_or_else(today);
                let bytes = Arc::new(pdf::plan(&document(&version, day, illustrative)).map_err(PageError::broken)?);
                let mut kept = SET.lock().unwrap_or_else(PoisonError::into_inner);
                if kept.len() >= MOST_KEPT {
                    kept.pop_first();
                }
                kept.insert(place, Arc::clone(&bytes));
                Ok::<_, PageError>(bytes)
            });
            set.await??
        }
    };
    Ok(HttpResponse::Ok()
        .content_type("application/pdf")
        .insert_header((CACHE_CONTROL, "public, max-age=300"))
        .insert_header((CONTENT_DISPOSITION, format!("inline; filename=\"{name}.pdf\"")))
        .body(bytes.as_ref().clone()))
}
