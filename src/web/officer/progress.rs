//! `/officer/plans/{plan}/progress`: figures of indicators, entered one by one, and how far actions are.

use actix_web::{HttpResponse, web};

use super::desk::{day_and_year, desk};
use super::evidence::plans::find_subject;
use super::plan::missing;
use crate::pages::components::errors::Problem;
use crate::pages::officer::action::{ActionPage, TypedAction};
use crate::pages::officer::measurement::{MeasurementPage, Past, TypedFigure};
use crate::pages::officer::progress::Progress;
use crate::plan::actions::{ActionNow, Changed};
use crate::plan::measured::{MOST_IN_A_SOURCE, Unfit, Written, find_indicator, read};
use crate::plan::standing::Measurement;
use crate::plan::{Indicator, Period, Plan, Status};
use crate::store::{ActionChange, NewMeasurement};
use crate::web::account::SignedIn;
use crate::web::county_plan::figures_now;
use crate::web::plans::{actions_now, get_whole};
use crate::web::{Form, PageError, State, reply, today};

/// The most characters of who answers for an action.
const MOST_IN_AN_OWNER: usize = 200;

type At = web::Path<String>;
type AtPart = web::Path<(String, String)>;

fn plan_of(state: &State, key: &str) -> Result<Plan, PageError> {
    get_whole(state, key)
}

/// Shows how the plan is going.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    at: At,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let page = web::block(move || {
        let plan = plan_of(&state, &at)?;
        let (figures, _) = figures_now(&state.store, &state.library(), &plan, &[])?;
        let actions = actions_now(&state.store, &plan)?;
        let page = Progress {
            desk: desk(&state, &signed_in, find_subject(&state, &plan).as_ref())?,
            plan: &plan,
            figures: &figures,
            actions: &actions,
            today: today(),
            is_public: !state.store.list_plan_versions(&plan.key)?.is_empty(),
        };
        Ok::<_, PageError>(page.render().into_string())
    });
    Ok(reply::page(page.await??))
}

/// Shows one indicator's figures and the form for another.
pub async fn show_one(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    at: AtPart,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let page = web::block(move || one(&state, &signed_in, &at, TypedFigure::default(), Vec::new()));
    Ok(reply::page(page.await??))
}

/// Keeps a figure.
pub async fn save_one(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    at: AtPart,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let page = web::block(move || {
        let plan = plan_of(&state, &at.0)?;
        let text = |name: &str| form.text(name).to_owned();
        let typed = TypedFigure { period: text("period"), value: text("value"), source: text("source") };
        let written = Written { indicator: &at.1, period: &typed.period, value: &typed.value, source: &typed.source };
        match read(&plan, written, today()) {
            Ok((indicator, measurement)) => {
                let new = vec![new_measurement(indicator, measurement)];
                state.store.save_measurements(&plan.key, new, &signed_in.user, today())?;
                let see = format!("/officer/plans/{}/progress/{}", plan.key, indicator.key);
                Ok::<_, PageError>(Ok(see))
            }
            Err(unfit) => {
                let problems = unfit.into_iter().filter(|unfit| unfit.field != "indicator").map(problem).collect();
                Ok(Err(one(&state, &signed_in, &at, typed, problems)?))
            }
        }
    });
    Ok(reply::after_form(page.await??))
}

fn problem(unfit: Unfit) -> Problem {
    Problem { field: unfit.field, message: unfit.problem }
}

/// A figure that was read, ready to be kept.
pub(super) fn new_measurement(indicator: &Indicator, measurement: Measurement) -> NewMeasurement {
    NewMeasurement {
        indicator: indicator.key.clone(),
        period: measurement.period,
        value: Some(measurement.value),
        source: measurement.source,
    }
}

/// Takes a figure out.
pub async fn remove(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    at: AtPart,
    form: Form,
) -> Result<HttpResponse, PageError> {
    signed_in.check_form(&form)?;
    let officer = signed_in.into_inner().user;
    let see = format!("/officer/plans/{}/progress/{}", at.0, at.1);
    web::block(move || {
        let plan = plan_of(&state, &at.0)?;
        let indicator = find_indicator(&plan, &at.1).ok_or_else(missing)?;
        let period: Period = form.text("period").parse().map_err(|_| PageError::unreadable_form())?;
        let gone = NewMeasurement { indicator: indicator.key.clone(), period, value: None, source: None };
        state.store.save_measurements(&plan.key, vec![gone], &officer, today())?;
        Ok::<_, PageError>(())
    })
    .await??;
    Ok(reply::see(&see))
}

fn one(
    state: &State,
    signed_in: &SignedIn,
    at: &(String, String),
    typed: TypedFigure,
    problems: Vec<Problem>,
) -> Result<String, PageError> {
    let plan = plan_of(state, &at.0)?;
    let missing =
        || PageError::not_found().with_link(&format!("/officer/plans/{}/progress", plan.key), "Back to the progress");
    let indicator = plan.indicators().map(|(_, one)| one).find(|one| one.key == at.1).ok_or_else(missing)?;
    let measured = state.store.list_measurements(&plan.key)?;
    let mut history: Vec<_> = measured.history(&indicator.key).collect();
    history.sort_by_key(|change| std::cmp::Reverse((change.changed_on, change.place)));
    let past = |change: &crate::store::StoredMeasurement| Past {
        on: day_and_year(change.changed_on),
        officer: change.officer.clone(),
        period: change.period.to_string(),
        became: change.value.map(|value| indicator.write(value)),
        source: change.source.clone(),
    };
    let page = MeasurementPage {
        desk: desk(state, signed_in, find_subject(state, &plan).as_ref())?,
        plan: &plan,
        indicator,
        now: &measured.now(&indicator.key),
        today: today(),
        history: history.into_iter().map(past).collect(),
        typed,
        problems,
    };
    Ok(page.render().into_string())
}

/// Shows one action and the form to change it.
pub async fn show_action(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    at: AtPart,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let page = web::block(move || action(&state, &signed_in, &at, None, Vec::new()));
    Ok(reply::page(page.await??))
}

/// Keeps how far an action has got.
pub async fn save_action(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    at: AtPart,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let see = format!("/officer/plans/{}/progress#actions", at.0);
    let page = web::block(move || {
        let plan = plan_of(&state, &at.0)?;
        let known =
            actions_now(&state.store, &plan)?.into_iter().find(|action| action.key == at.1).ok_or_else(missing)?;
        let text = |name: &str| form.text(name).trim().to_owned();
        let typed =
            TypedAction { owner: text("owner"), due: text("due"), status: text("status"), source: text("source") };
        let mut problems = Vec::new();
        let mut refuse = |field, message: String| problems.push(Problem { field, message });
        let due = match typed.due.as_str() {
            "" => None,
            due => due.parse().map_err(|_| refuse("due", "Write the day as 2026-11-26".to_owned())).ok(),
        };
        let status = Status::parse(&typed.status);
        if status.is_none() && !typed.status.is_empty() {
            refuse("status", "Choose one of the list".to_owned());
        }
        if typed.owner.chars().count() > MOST_IN_AN_OWNER {
            refuse("owner", format!("Make it shorter: at most {MOST_IN_AN_OWNER} characters"));
        }
        if status.is_some() && status != known.status && typed.source.is_empty() {
            refuse("source", "Say where you learnt how far it has got: who told you, or what shows it".to_owned());
        }
        if typed.source.chars().count() > MOST_IN_A_SOURCE {
            refuse("source", format!("Make it shorter: at most {MOST_IN_A_SOURCE} characters"));
        }
        if !problems.is_empty() {
            return action(&state, &signed_in, &at, Some(typed), problems).map(Some);
        }
        let owner = Some(typed.owner).filter(|owner| !owner.is_empty());
        let stands = (owner.as_ref(), due, status) == (known.owner.as_ref(), known.due, known.status);
        let stands = stands && typed.source.is_empty();
        let source = source_of(&plan, &known, status, typed.source);
        let change = ActionChange {
            action: known.key,
            owner,
            due,
            status,
            source,
            officer: signed_in.user,
            changed_on: today(),
        };
        if !stands {
            state.store.save_action(&plan.key, &change)?;
        }
        Ok::<_, PageError>(None)
    });
    Ok(reply::after_form(page.await??.map_or(Ok(see), Err)))
}

/// The source of how far an action has got: what was typed; where that stays as it was, what it was before, which is
/// the plan where nobody has changed it.
fn source_of(plan: &Plan, known: &ActionNow, status: Option<Status>, typed: String) -> Option<String> {
    let before = || match &known.changed {
        Some(changed) => changed.source.clone(),
        None => Some(plan.title.clone()),
    };
    let kept = || before().filter(|_| status.is_some() && status == known.status);
    Some(typed).filter(|typed| !typed.is_empty()).or_else(kept)
}

fn action(
    state: &State,
    signed_in: &SignedIn,
    at: &(String, String),
    typed: Option<TypedAction>,
    problems: Vec<Problem>,
) -> Result<String, PageError> {
    let plan = plan_of(state, &at.0)?;
    let known = actions_now(&state.store, &plan)?.into_iter().find(|action| action.key == at.1).ok_or_else(missing)?;
    let as_typed = || TypedAction {
        owner: known.owner.clone().unwrap_or_default(),
        due: known.due.map(|due| due.to_string()).unwrap_or_default(),
        status: known.status.map_or("", Status::as_str).to_owned(),
        source: String::new(),
    };
    let then = |change: ActionChange| {
        let changed = Some(Changed { on: change.changed_on, source: change.source });
        let now = ActionNow { owner: change.owner, due: change.due, status: change.status, changed, ..known.clone() };
        (day_and_year(change.changed_on), change.officer, now)
    };
    let page = ActionPage {
        desk: desk(state, signed_in, find_subject(state, &plan).as_ref())?,
        plan: &plan,
        says: &known.says,
        typed: typed.unwrap_or_else(as_typed),
        history: state.store.list_action_changes(&plan.key, &known.key)?.into_iter().map(then).collect(),
        problems,
    };
    Ok(page.render().into_string())
}
