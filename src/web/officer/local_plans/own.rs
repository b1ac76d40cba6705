//! One outcome of a district's plan: its own, or what it adds to one that it takes over.

use actix_web::{HttpResponse, web};

use super::{Place, keep, text};
use crate::pages::components::errors::Problem;
use crate::pages::officer::local_plans::district::{MOST_IN_A_LINE, MOST_IN_A_TEXT};
use crate::pages::officer::local_plans::own::{OwnOutcome, Typed};
use crate::plan::published::{aim, stood};
use crate::plan::{Action, Indicator, Outcome, Plan, Reason, action_line, read_action};
use crate::web::account::SignedIn;
use crate::web::officer::desk::desk;
use crate::web::officer::evidence::plans::find_subject;
use crate::web::{Form, PageError, State, reply};

/// The most lines of one field.
const MOST_LINES: usize = 40;

/// Shows the form of a new outcome.
pub async fn begin(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    keys: web::Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let page = web::block(move || {
        let place = Place::get(&state, &keys.0, &keys.1)?;
        let typed = Typed { version: place.written()?.version, ..Typed::default() };
        page(&state, &signed_in, &place, None, typed, Vec::new())
    });
    Ok(reply::page(page.await??))
}

/// Shows the form of one that there is, or of a county's outcome to add to.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    keys: web::Path<(String, String, String)>,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let page = web::block(move || {
        let place = Place::get(&state, &keys.0, &keys.1)?;
        let typed = typed(&place, &keys.2)?;
        page(&state, &signed_in, &place, Some(&keys.2), typed, Vec::new())
    });
    Ok(reply::page(page.await??))
}

/// Adds an outcome.
pub async fn add(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    keys: web::Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let done = web::block(move || {
        let place = Place::get(&state, &keys.0, &keys.1)?;
        change(&state, &signed_in, &place, None, &form)
    });
    Ok(reply::after_form(done.await??))
}

/// Changes an outcome or takes it out.
pub async fn save(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    keys: web::Path<(String, String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let done = web::block(move || {
        let place = Place::get(&state, &keys.0, &keys.1)?;
        typed(&place, &keys.2)?;
        change(&state, &signed_in, &place, Some(&keys.2), &form)
    });
    Ok(reply::after_form(done.await??))
}

/// What the form of an outcome begins with.
fn typed(place: &Place, key: &str) -> Result<Typed, PageError> {
    let written = place.written()?;
    let (own, theirs) = (written.plan.find_outcome(key), place.county.find_outcome(key));
    let missing = || PageError::not_found().with_link(&place.address(), "See the district’s plan");
    let title = theirs.or(own).ok_or_else(missing)?.title.clone();
    let lines = |lines: Option<Vec<String>>| lines.unwrap_or_default().join("\n");
    Ok(Typed {
        title,
        why: lines(own.map(|own| own.why.iter().map(|why| why.says.clone()).collect())),
        areas: lines(own.map(|own| own.areas_of_focus.clone())),
        actions: lines(own.map(|own| own.actions.iter().map(action_line).collect())),
        version: written.version,
    })
}

fn change(
    state: &State,
    signed_in: &SignedIn,
    place: &Place,
    key: Option<&str>,
    form: &Form,
) -> Result<Result<String, String>, PageError> {
    let found = place.written()?;
    let inherited = key.and_then(|key| place.county.find_outcome(key));
    let typed = Typed {
        title: inherited.map_or_else(|| form.text("title").to_owned(), |outcome| outcome.title.clone()),
        why: form.text("why").to_owned(),
        areas: form.text("areas").to_owned(),
        actions: form.text("actions").to_owned(),
        version: form.text("version").parse().unwrap_or(0),
    };
    let mut plan = found.plan.clone();
    let erased = key.filter(|_| form.find("erase").is_some());
    let changed = match (erased, key) {
        (Some(key), _) => {
            plan.outcomes.retain(|outcome| outcome.key != key);
            Ok(())
        }
        (None, key) => read(place, &plan, key, &typed).map(|outcome| put(&mut plan, outcome)),
    };
    let fields = ["title", "why", "areas", "actions"];
    let fields = if inherited.is_some() { &fields[1..] } else { &fields[..] };
    let problems = match changed {
        Ok(()) => keep(state, signed_in, &place.county, &plan, typed.version, fields)?,
        Err(problems) => problems,
    };
    if !problems.is_empty() {
        return Ok(Err(page(state, signed_in, place, key, typed, problems)?));
    }
    if let Some(key) = erased.filter(|_| inherited.is_none()) {
        // What it rested on would be evidence of nothing.
        for link in state.store.list_evidence(&plan.key)?.iter().filter(|link| link.evidence.outcome == key) {
            state.store.erase_evidence(&plan.key, link.id)?;
        }
        state.store.erase_none_found(&plan.key, key)?;
    }
    Ok(Ok(place.address()))
}

pub(super) fn put(plan: &mut Plan, outcome: Outcome) {
    match plan.outcomes.iter_mut().find(|known| known.key == outcome.key) {
        Some(known) => *known = outcome,
        None => plan.outcomes.push(outcome),
    }
}

/// The outcome in the form, or all that is wrong with it.
fn read(place: &Place, plan: &Plan, key: Option<&str>, typed: &Typed) -> Result<Outcome, Vec<Problem>> {
    let mut problems = Vec::new();
    let title = text("title", &typed.title, MOST_IN_A_LINE, "Write what it wants for people");
    let title = title.map_err(|problem| problems.push(problem)).unwrap_or_default();
    let mut lines = |field, typed: &str| -> Vec<String> {
        let all: Vec<String> =
            typed.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
        if all.len() > MOST_LINES || typed.chars().count() > MOST_IN_A_TEXT {
            let message = format!("Make it shorter: at most {MOST_LINES} lines and {MOST_IN_A_TEXT} characters");
            problems.push(Problem { field, message });
        }
        all
    };
    let (why, areas, acts) = (lines("why", &typed.why), lines("areas", &typed.areas), lines("actions", &typed.actions));
    let actions: Result<Vec<Action>, String> = acts.iter().map(|line| read_action(line)).collect();
    let actions = actions.map_err(|due| {
        let message =
            format!("“{due}” is not a time: write a month (2027-03) or a year (2027) after the second semicolon");
        problems.push(Problem { field: "actions", message });
    });
    let actions = actions.unwrap_or_default();
    if actions.iter().any(|action| action.says.is_empty()) {
        problems.push(Problem { field: "actions", message: "Write what will be done before the semicolon".to_owned() });
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let known = key.and_then(|key| plan.find_outcome(key));
    let reason = |says: String| {
        let source = known.and_then(|known| known.why.iter().find(|why| why.says == says)?.source.clone());
        Reason { says, source }
    };
    let begun = known.cloned().unwrap_or_else(|| {
        let key = key.map_or_else(|| plan.free_outcome_key(&place.county, &title), str::to_owned);
        Outcome::named(&key, "")
    });
    Ok(Outcome { title, why: why.into_iter().map(reason).collect(), areas_of_focus: areas, actions, ..begun })
}

/// An indicator by its key, and in words with where things stand and where they should be.
pub(super) fn in_short(indicator: &Indicator) -> (String, String) {
    let parts = [
        stood(indicator).map(|text| format!("stood at {text}")),
        aim(indicator).map(|text| format!("should be {text}")),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let words =
        if parts.is_empty() { indicator.title.clone() } else { format!("{}: {}", indicator.title, parts.join(", ")) };
    (indicator.key.clone(), words)
}

fn page(
    state: &State,
    signed_in: &SignedIn,
    place: &Place,
    key: Option<&str>,
    typed: Typed,
    problems: Vec<Problem>,
) -> Result<String, PageError> {
    let own = key.and_then(|key| place.found.as_ref()?.plan.find_outcome(key));
    let page = OwnOutcome {
        indicators: own.map(|own| own.indicators.iter().map(in_short).collect()).unwrap_or_default(),
        desk: desk(state, signed_in, find_subject(state, &place.county).as_ref())?,
        county_key: place.county.key.clone(),
        district: place.district.clone(),
        district_name: place.name.clone(),
        outcome: key.map(str::to_owned),
        inherited: key.is_some_and(|key| place.county.find_outcome(key).is_some()),
        typed,
        problems,
    };
    Ok(page.render().into_string())
}
