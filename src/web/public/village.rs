//! `GET /plans/{plan}/village`: a plan's place as a village of 100 children.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use crate::pages::figures::village::Villagers;
use crate::pages::public::village::{Drawn, Stands, VillagePage};
use crate::plan::{Footing, Plan, Village, VillageShare};
use crate::web::{PageError, State, language, reply};

/// Shows the page of a plan that has villages.
pub async fn show(state: Data<State>, key: Path<String>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let library = state.library();
    let plan = library.find_plan(&key).filter(|plan| !plan.villages.is_empty()).ok_or_else(PageError::not_found)?;
    let villages: Vec<Drawn> = plan.villages.iter().map(|village| drawn(plan, village)).collect();
    let page = language::read(&state, &request, |front| {
        VillagePage { front, plan: &plan.source, illustrative: plan.illustrative, villages: &villages }.render()
    });
    Ok(reply::page(page.into_string()))
}

fn drawn(plan: &Plan, village: &Village) -> Drawn {
    let villagers = village.shares.iter().map(|share| Villagers { label: share.label.clone(), of_100: share.of_100 });
    let stands = |share: &VillageShare| {
        let Footing { of, survey, period, source } = share.footing(plan);
        let period = period.map(|period| period.to_string());
        Stands { of: of.map(str::to_owned), survey, period, source: source.map(str::to_owned) }
    };
    Drawn {
        footings: village.shares.iter().map(stands).collect(),
        title: village.title.clone(),
        exclusive: village.exclusive,
        ours: village.ours,
        villagers: villagers.collect(),
    }
}
