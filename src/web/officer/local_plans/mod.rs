//! `/officer/plans/{plan}/local/…`: the plans of districts under a county's plan.

mod district;
mod indicator;
mod own;

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::{self, ServiceConfig, get, resource};

use super::desk::desk;
use super::evidence::plans::{find_subject, geography, get_plan, read};
use crate::finding::{Finding, Severity};
use crate::pages::components::errors::Problem;
use crate::pages::officer::local_plans::list::{District, LocalPlans};
use crate::plan::{Plan, check_local, parse};
use crate::store::{LocalPlanKept, StoredLocalPlan};
use crate::web::account::SignedIn;
use crate::web::{PageError, State, reply, today};

/// The addresses, below `/officer`.
pub fn routes(config: &mut ServiceConfig) {
    config
        .route("/plans/{plan}/local", get().to(list))
        .service(
            resource("/plans/{plan}/local/{district}")
                .route(get().to(district::show))
                .route(web::post().to(district::save)),
        )
        .service(
            resource("/plans/{plan}/local/{district}/outcomes")
                .route(get().to(own::begin))
                .route(web::post().to(own::add)),
        )
        .service(
            resource("/plans/{plan}/local/{district}/outcomes/{outcome}")
                .route(get().to(own::show))
                .route(web::post().to(own::save)),
        )
        .service(
            resource("/plans/{plan}/local/{district}/outcomes/{outcome}/indicators")
                .route(get().to(indicator::begin))
                .route(web::post().to(indicator::add)),
        )
        .service(
            resource("/plans/{plan}/local/{district}/outcomes/{outcome}/indicators/{indicator}")
                .route(get().to(indicator::show))
                .route(web::post().to(indicator::save)),
        );
}

/// Shows every district.
pub async fn list(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let page = web::block(move || {
        let county = get_plan(&state, &key)?;
        let mut districts = Vec::new();
        for area in &geography(&state, &county)?.districts {
            let found = find(&state, &county, &area.key)?;
            let plan = found.map(|found| {
                let own = found.plan.outcomes.iter().filter(|own| county.find_outcome(&own.key).is_none()).count();
                (found.plan.title.clone(), own, found.plan.illustrative)
            });
            districts.push(District { key: area.key.clone(), name: area.name.clone(), plan });
        }
        let page = LocalPlans {
            desk: desk(&state, &signed_in, find_subject(&state, &county).as_ref())?,
            plan_key: county.key.clone(),
            plan_title: county.title.clone(),
            districts,
        };
        Ok::<_, PageError>(page.render().into_string())
    });
    Ok(reply::page(page.await??))
}

/// The plan of a district.
struct Found {
    plan: Plan,
    /// How many times it was saved here; 0 for a file.
    version: i64,
}

impl Found {
    fn is_file(&self) -> bool {
        self.version == 0
    }
}

/// Where a page stands: the county's plan, the district, and the district's plan where it has one.
struct Place {
    county: Arc<Plan>,
    district: String,
    name: String,
    found: Option<Found>,
}

impl Place {
    fn get(state: &State, county: &str, district: &str) -> Result<Self, PageError> {
        let county = get_plan(state, county)?;
        let back = format!("/officer/plans/{}/local", county.key);
        let geography = geography(state, &county)?;
        let area = geography.districts.iter().find(|area| area.key == district);
        let area = area.ok_or_else(|| PageError::not_found().with_link(&back, "See the districts there are"))?;
        let found = find(state, &county, &area.key)?;
        Ok(Self { district: area.key.clone(), name: area.name.clone(), found, county })
    }

    fn address(&self) -> String {
        format!("/officer/plans/{}/local/{}", self.county.key, self.district)
    }

    /// The plan that can be changed here.
    fn written(&self) -> Result<&Found, PageError> {
        let found = self.found.as_ref().filter(|found| !found.is_file());
        found.ok_or_else(|| PageError::not_found().with_link(&self.address(), "See the district’s plan"))
    }
}

/// A district's plan: a file before what is written here.
fn find(state: &State, county: &Plan, district: &str) -> Result<Option<Found>, PageError> {
    let is_theirs = |plan: &Plan| {
        plan.inherits.as_deref() == Some(county.key.as_str()) && plan.district.as_deref() == Some(district)
    };
    if let Some(plan) = state.library().plans().find(|plan| is_theirs(plan)) {
        return Ok(Some(Found { plan: Plan::clone(plan), version: 0 }));
    }
    let stored = state.store.list_local_plans(&county.key)?.into_iter().find(|stored| stored.district == district);
    stored.map(|stored| Ok(Found { plan: read(&stored)?, version: stored.version })).transpose()
}

/// Keeps a plan that was filled from `version`, or says what keeps it from being kept: what a file could not hold
/// either, or that somebody else saved it meanwhile. `fields` are those that a message can stand at; the first takes
/// what is about none.
fn keep(
    state: &State,
    signed_in: &SignedIn,
    county: &Plan,
    plan: &Plan,
    version: i64,
    fields: &[&'static str],
) -> Result<Vec<Problem>, PageError> {
    let body = plan.local_file().map_err(PageError::broken)?;
    let mut findings: Vec<Finding> = parse(&plan.key, &body).err().unwrap_or_default();
    findings.extend(check_local(&plan.key, plan, county));
    let errors = findings.into_iter().filter(|finding| finding.severity == Severity::Error);
    let field = |key: &str| fields.iter().find(|field| key.ends_with(**field)).or(fields.first()).copied();
    let problems: Vec<Problem> = errors
        .map(|finding| Problem { field: field(&finding.key).unwrap_or("title"), message: finding.problem })
        .collect();
    if !problems.is_empty() {
        return Ok(problems);
    }
    let stored = StoredLocalPlan {
        plan: plan.key.clone(),
        county: county.key.clone(),
        district: plan.district.clone().unwrap_or_default(),
        body,
        version: version + 1,
        officer: signed_in.user.clone(),
        saved_on: today(),
    };
    Ok(match state.store.save_local_plan(&stored)? {
        LocalPlanKept::Kept => Vec::new(),
        LocalPlanKept::Changed => vec![Problem {
            field: fields.first().copied().unwrap_or("title"),
            message: "Somebody else saved this plan meanwhile. Open it in another tab, and put in again what is yours"
                .to_owned(),
        }],
    })
}

/// A text of at least one character and at most `most`.
fn text(field: &'static str, typed: &str, most: usize, missing: &str) -> Result<String, Problem> {
    let words = typed.trim();
    match words.chars().count() {
        0 => Err(Problem { field, message: missing.to_owned() }),
        length if length > most => Err(Problem {
            field,
            message: format!("Make it shorter: at most {most} characters, and this has {length}"),
        }),
        _ => Ok(words.to_owned()),
    }
}
