//! `/officer/plans/{plan}/progress`: figures of indicators, entered one by one or imported, and how far actions are.

use std::collections::BTreeMap;

use actix_web::{HttpRequest, HttpResponse, web};

use super::desk::{day_and_year, desk};
use super::evidence::plans::find_subject;
use super::plan::missing;
use crate::commands::import::read_table;
use crate::pages::components::errors::Problem;
use crate::pages::officer::action::{ActionPage, TypedAction};
use crate::pages::officer::measurement::{MeasurementPage, Past, TypedFigure};
use crate::pages::officer::measurement_import::{Came, FILE, MeasurementImport, PASTED};
use crate::pages::officer::progress::Progress;
use crate::plan::actions::ActionNow;
use crate::plan::measured::{Unfit, Written, find_indicator, read};
use crate::plan::standing::Measurement;
use crate::plan::{Indicator, Period, Plan, Status};
use crate::store::{ActionChange, NewMeasurement};
use crate::web::account::SignedIn;
use crate::web::county_plan::figures_now;
use crate::web::plans::{actions_now, get_whole};
use crate::web::{Form, PageError, State, Upload, reply, today};

/// The most bytes of a workbook: what a zip file holds can be a thousand times as long, and must fit in memory.
const MOST_IN_A_WORKBOOK: usize = 256 * 1024;
/// The most rows of one import, and reasons that are listed.
const MOST_ROWS: usize = 5_000;
const MOST_REASONS: usize = 50;
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

fn new_measurement(indicator: &Indicator, measurement: Measurement) -> NewMeasurement {
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

/// Shows the form of an import, and what came of the last one.
pub async fn import_form(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    at: At,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let asked = Form::parse(request.query_string()).unwrap_or_default();
    let number = |name: &str| asked.find(name).and_then(|number| number.parse().ok());
    let came = match (number("added"), number("changed"), number("same")) {
        (Some(added), Some(changed), Some(same)) => Some(Came { added, changed, same }),
        _ => None,
    };
    let page = web::block(move || import_page(&state, &signed_in, &at, String::new(), Vec::new(), came));
    Ok(reply::page(page.await??))
}

/// Imports a file, all of it or nothing.
pub async fn import(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    at: At,
    upload: Upload,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&upload.form)?;
    let done = web::block(move || {
        let plan = plan_of(&state, &at)?;
        let pasted = upload.form.text(PASTED).to_owned();
        let rows = match upload.file(FILE) {
            Some(file) => read_rows(&plan, &file.name, &file.bytes),
            None => read_rows(&plan, "What was pasted", pasted.as_bytes()),
        };
        match rows {
            Ok(new) => {
                let kept = state.store.save_measurements(&plan.key, new, &signed_in.user, today())?;
                let came = format!("added={}&changed={}&same={}", kept.added, kept.changed, kept.same);
                Ok::<_, PageError>(Ok(format!("/officer/plans/{}/progress/import?{came}", plan.key)))
            }
            Err(reasons) => Ok(Err(import_page(&state, &signed_in, &at, pasted, reasons, None)?)),
        }
    });
    Ok(reply::after_form(done.await??))
}

fn import_page(
    state: &State,
    signed_in: &SignedIn,
    key: &str,
    pasted: String,
    refused: Vec<String>,
    came: Option<Came>,
) -> Result<String, PageError> {
    let plan = plan_of(state, key)?;
    let desk = desk(state, signed_in, find_subject(state, &plan).as_ref())?;
    Ok(MeasurementImport { desk, plan: &plan, pasted, refused, came }.render().into_string())
}

/// The figures of a file, or every reason why it cannot be taken, with its line and column.
fn read_rows(plan: &Plan, file: &str, bytes: &[u8]) -> Result<Vec<NewMeasurement>, Vec<String>> {
    if bytes.is_empty() {
        return Err(vec!["Choose a file, or paste rows".to_owned()]);
    }
    if bytes.starts_with(b"PK") && bytes.len() > MOST_IN_A_WORKBOOK {
        return Err(vec![format!(
            "{file}: is larger than 256 kB: keep only the sheet with the figures, or save it as CSV"
        )]);
    }
    let table =
        read_table(file, bytes).map_err(|error| format!("{error:#}").lines().map(str::to_owned).collect::<Vec<_>>())?;
    if table.rows.len() > MOST_ROWS {
        return Err(vec![format!("{file}: has more than {MOST_ROWS} rows: import it in parts")]);
    }
    let columns = ["indicator", "period", "value", "source"].map(|name| table.get_column(name));
    let mut reasons: Vec<String> =
        columns[..3].iter().filter_map(|one| Some(one.as_ref().err()?.to_string())).collect();
    if !reasons.is_empty() {
        return Err(reasons);
    }
    let mut new: Vec<NewMeasurement> = Vec::new();
    let mut lines: BTreeMap<(String, String), u64> = BTreeMap::new();
    for row in &table.rows {
        let cell =
            |at: usize| columns[at].as_ref().ok().and_then(|place| row.cells.get(*place)).map_or("", String::as_str);
        let written = Written { indicator: cell(0), period: cell(1), value: cell(2), source: cell(3) };
        match read(plan, written, today()) {
            Ok((indicator, measurement)) => {
                let key = (indicator.key.clone(), measurement.period.as_text());
                match lines.insert(key, row.line) {
                    Some(line) => reasons.push(format!(
                        "{file}, line {}: period: the same indicator and period are on line {line}",
                        row.line
                    )),
                    None => new.push(new_measurement(indicator, measurement)),
                }
            }
            Err(unfit) => {
                let said = unfit
                    .into_iter()
                    .map(|unfit| format!("{file}, line {}: {}: {}", row.line, unfit.field, unfit.problem));
                reasons.extend(said);
            }
        }
    }
    if reasons.len() > MOST_REASONS {
        let more = reasons.len() - MOST_REASONS;
        reasons.truncate(MOST_REASONS);
        reasons.push(format!("and {more} more"));
    }
    if reasons.is_empty() && new.is_empty() {
        reasons.push(format!("{file}: there is no row under the names of the columns"));
    }
    if reasons.is_empty() { Ok(new) } else { Err(reasons) }
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
        let typed = TypedAction { owner: text("owner"), due: text("due"), status: text("status") };
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
        if !problems.is_empty() {
            return action(&state, &signed_in, &at, Some(typed), problems).map(Some);
        }
        let owner = Some(typed.owner).filter(|owner| !owner.is_empty());
        let stands = (owner.as_ref(), due, status) == (known.owner.as_ref(), known.due, known.status);
        let change =
            ActionChange { action: known.key, owner, due, status, officer: signed_in.user, changed_on: today() };
        if !stands {
            state.store.save_action(&plan.key, &change)?;
        }
        Ok::<_, PageError>(None)
    });
    Ok(reply::after_form(page.await??.map_or(Ok(see), Err)))
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
    };
    let then = |change: ActionChange| {
        let now = ActionNow { owner: change.owner, due: change.due, status: change.status, ..known.clone() };
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
