//! `GET /officer/plans`: every plan, whether it is a file or was written in Heard.

use actix_web::{HttpResponse, web};

use super::desk::{day_and_year, desk};
use super::evidence::cards::district_name;
use super::evidence::plans::{get_plan, read};
use super::plan::asked_of;
use crate::pages::officer::plans::{Entry, Plans};
use crate::plan::Plan;
use crate::store::PlanStage;
use crate::web::account::SignedIn;
use crate::web::{PageError, State, reply};

/// Shows the list: plans that stand for themselves, each with those of districts that take over its outcomes.
pub async fn show(state: web::Data<State>, signed_in: web::ReqData<SignedIn>) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let page = web::block(move || {
        let mut entries = Vec::new();
        for plan in keys(&state)? {
            let plan = get_plan(&state, &plan)?;
            entries.push(entry(&state, &plan)?);
        }
        let page = Plans { desk: desk(&state, &signed_in, None)?, entries };
        Ok::<_, PageError>(page.render().into_string())
    });
    Ok(reply::page(page.await??))
}

/// The keys of all plans, a county's before those of its districts.
fn keys(state: &State) -> Result<Vec<String>, PageError> {
    let library = state.library();
    let mut keys = Vec::new();
    for county in library.plans().filter(|plan| plan.inherits.is_none()) {
        keys.push(county.key.clone());
        let files = library.plans().filter(|plan| plan.inherits.as_ref() == Some(&county.key));
        keys.extend(files.map(|plan| plan.key.clone()));
        // A file stands before what was written under the same key.
        let written = state.store.list_local_plans(&county.key)?;
        for stored in written.iter().filter(|stored| library.find_plan(&stored.plan).is_none()) {
            keys.push(read(stored)?.key);
        }
    }
    Ok(keys)
}

fn entry(state: &State, plan: &Plan) -> Result<Entry, PageError> {
    let library = state.library();
    let geography = library.find_geography(&plan.geography);
    let district = plan.district.as_ref();
    let district = district.map(|key| geography.map_or_else(|| key.clone(), |known| district_name(known, key)));
    let draft = state.store.find_plan_draft(&plan.key)?;
    let newest = state.store.list_plan_versions(&plan.key)?.into_iter().next();
    Ok(Entry {
        key: plan.key.clone(),
        title: plan.title.clone(),
        time: plan.time(),
        district,
        illustrative: plan.illustrative,
        questions: asked_of(state, plan)?.len(),
        next: draft.map(|draft| match draft.stage {
            PlanStage::Writing => "The next version is a draft",
            PlanStage::Review => "The next version is being reviewed",
            PlanStage::SignedOff => "The next version is signed off",
        }),
        published: newest.map(|version| (version.version, day_and_year(version.published_on))),
    })
}
