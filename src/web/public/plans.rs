//! `/plans`: plans that are published, as pages, as a PDF and as data. A plan that was never published is not there.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::web::{self, Data, Path, ServiceConfig, get};
use jiff::civil::Date;
use serde::Serialize;
use tokio::sync::Semaphore;

use crate::pages::public::plan::{Figures, PlanFrame, PlanVersion, list};
use crate::plan::actions::ActionNow;
use crate::plan::published::{Measured, Published, changes};
use crate::report::pdf;
use crate::web::plans::{actions_now, document};
use crate::web::{PageError, State, reply, today};

/// Setting a PDF takes much memory and a whole processor: this many at once.
const AT_ONCE: usize = 1;
static SETTING: Semaphore = Semaphore::const_new(AT_ONCE);
/// How long somebody waits for their turn.
const LONGEST_WAIT: Duration = Duration::from_secs(20);
/// PDFs of versions, which never change, by plan and version; this many are kept.
static SET: Mutex<Kept> = Mutex::new(Kept::new());
const MOST_KEPT: usize = 8;

/// PDFs by plan and version.
type Kept = BTreeMap<(String, u32), Arc<Vec<u8>>>;

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
    /// It rests on answers that were invented.
    illustrative: bool,
}

fn open(state: &State, key: &str) -> Result<Opened, PageError> {
    let version = state.store.find_plan_version(key, None)?.ok_or_else(PageError::not_found)?;
    let measured = state.store.list_measurements(key)?;
    let figures = crate::web::officer::progress::figures(&version.plan, &measured);
    let actions = actions_now(&state.store, &version.plan)?;
    let mut illustrative = false;
    for consultation in state.library().consultations().filter(|one| one.plan.as_deref() == Some(key)) {
        illustrative |= state.store.has_illustrative(&consultation.key)?;
    }
    Ok(Opened { version, figures, actions, illustrative })
}

/// Opens a plan and answers with the page that `render` makes.
async fn page(
    state: Data<State>,
    key: String,
    render: impl FnOnce(&State, PlanFrame<'_>) -> Result<String, PageError> + Send + 'static,
) -> Result<HttpResponse, PageError> {
    let page = web::block(move || {
        let opened = open(&state, &key)?;
        let frame = PlanFrame {
            version: &opened.version,
            organisation: &state.config.organisation,
            illustrative: opened.illustrative,
            figures: &opened.figures,
            actions: &opened.actions,
            today: today(),
        };
        render(&state, frame)
    });
    Ok(reply::page(page.await??))
}

/// Every plan that is published.
pub async fn show_all(state: Data<State>) -> Result<HttpResponse, PageError> {
    let page = web::block(move || {
        let mut plans = Vec::new();
        for key in state.store.list_published_plans()? {
            let Some(version) = state.store.find_plan_version(&key, None)? else { continue };
            let on = version.published_on.unwrap_or(Date::MIN);
            let number = i32::try_from(version.version).unwrap_or(i32::MAX);
            plans.push((version.plan.title.clone(), format!("/plans/{key}"), version.plan.time(), number, on));
        }
        Ok::<_, PageError>(list(&state.config.organisation, &plans).into_string())
    });
    Ok(reply::page(page.await??))
}

/// The newest version of a plan.
pub async fn show(state: Data<State>, key: Path<String>) -> Result<HttpResponse, PageError> {
    page(state, key.into_inner(), |state, frame| {
        let key = &frame.version.plan.key;
        let versions = state.store.list_plan_versions(key)?;
        let versions: Vec<(i32, Date)> = versions.into_iter().map(|one| (one.version, one.published_on)).collect();
        let mut replies = Vec::new();
        for consultation in state.library().consultations().filter(|one| one.plan.as_deref() == Some(key)) {
            if state.store.find_reply(&consultation.key)?.is_some() {
                replies.push((consultation.default_words().title.clone(), format!("/you-said/{}", consultation.key)));
            }
        }
        Ok(frame.plan(&versions, &replies).into_string())
    })
    .await
}

/// One outcome of a plan.
pub async fn outcome(state: Data<State>, keys: Path<(String, String)>) -> Result<HttpResponse, PageError> {
    let (plan, outcome) = keys.into_inner();
    page(state, plan, move |_, frame| {
        let outcome = frame.version.plan.find_outcome(&outcome).ok_or_else(PageError::not_found)?;
        Ok(frame.outcome(outcome).into_string())
    })
    .await
}

/// How a plan is going.
pub async fn progress(state: Data<State>, key: Path<String>) -> Result<HttpResponse, PageError> {
    page(state, key.into_inner(), |_, frame| Ok(frame.progress().into_string())).await
}

/// A version of a plan, as it was published.
pub async fn version(state: Data<State>, keys: Path<(String, String)>) -> Result<HttpResponse, PageError> {
    let (plan, number) = keys.into_inner();
    let page = web::block(move || {
        let number: i32 = number.parse().map_err(|_| PageError::not_found())?;
        let version = state.store.find_plan_version(&plan, Some(number))?.ok_or_else(PageError::not_found)?;
        let before = state.store.find_plan_version(&plan, Some(number - 1))?;
        let newest = state.store.list_plan_versions(&plan)?.first().map(|newest| newest.version);
        let changes = before.map(|before| changes(&before, &version)).unwrap_or_default();
        let page =
            PlanVersion { version: &version, organisation: &state.config.organisation, changes: &changes, newest };
        Ok::<_, PageError>(page.render().into_string())
    });
    Ok(reply::page(page.await??))
}

/// What the file of a plan says: the newest version, from which the plan can be built again, and what was entered since.
#[derive(Serialize)]
struct PlanFile<'a> {
    #[serde(flatten)]
    version: &'a Published,
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
        let of = |(key, figures): (&String, &Vec<_>)| -> Vec<Measured> {
            let measured = |measurement: &crate::plan::standing::Measurement| Measured {
                indicator: key.clone(),
                measurement: measurement.clone(),
            };
            figures.iter().map(measured).collect()
        };
        let measurements = opened.figures.iter().flat_map(of).collect();
        let now = Now { on: today(), measurements, actions: &opened.actions };
        let file = PlanFile { version: &opened.version, now };
        serde_json::to_string_pretty(&file).map_err(PageError::broken)
    });
    Ok(HttpResponse::Ok().content_type("application/json").body(body.await??))
}

/// A plan as a PDF.
pub async fn as_pdf(state: Data<State>, key: Path<String>) -> Result<HttpResponse, PageError> {
    let key = key.into_inner();
    let name = key.clone();
    let found = web::block(move || {
        let version = state.store.find_plan_version(&key, None)?.ok_or_else(PageError::not_found)?;
        let place = (key, version.version);
        let kept = SET.lock().unwrap_or_else(PoisonError::into_inner).get(&place).cloned();
        Ok::<_, PageError>((place, version, kept))
    });
    let (place, version, kept) = found.await??;
    let bytes = match kept {
        Some(bytes) => bytes,
        None => {
            let turn = tokio::time::timeout(LONGEST_WAIT, SETTING.acquire()).await;
            let _turn = turn.map_err(|_| PageError::busy())?.map_err(PageError::broken)?;
            let set = web::block(move || {
                let day = version.published_on.unwrap_or_else(today);
                let bytes = Arc::new(pdf::plan(&document(&version, day)).map_err(PageError::broken)?);
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
