//! `GET /officer/plans/{plan}`: a plan, and which themes speak to each of its outcomes.

use std::sync::Arc;

use actix_web::{HttpResponse, web};

use super::desk::desk;
use super::subject::Subject;
use crate::pages::officer::indicators::{Indicator as ShownIndicator, Value};
use crate::pages::officer::plan::{OutcomeEntry, Plan as PlanPage};
use crate::plan::{self, Comparator, Direction, Indicator, Outcome, Plan, Standing, Target};
use crate::web::account::SignedIn;
use crate::web::{PageError, State, reply};

/// Shows the page.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let page = web::block(move || {
        let plan = get(&state, &key)?;
        let subject = Subject::find_of_plan(&state, &plan.key);
        let findings = plan::check(&plan.key, &plan);
        let page = PlanPage {
            desk: desk(&state, &signed_in, subject.as_ref())?,
            key: plan.key.clone(),
            title: plan.title.clone(),
            period: format!("{} to {}", plan.starts, plan.ends),
            owner: plan.owner.clone(),
            vision: vec![plan.vision.clone()],
            outcomes: plan.outcomes.iter().map(|outcome| entry(&state, subject.as_ref(), outcome)).collect(),
            questions: findings.into_iter().map(|finding| format!("{}: {}", finding.key, finding.problem)).collect(),
            source: Some(plan.source.clone()),
        };
        Ok::<_, PageError>(page.render().into_string())
    });
    Ok(reply::page(page.await??))
}

/// The plan of this key.
///
/// # Errors
/// [`PageError::not_found`].
pub fn get(state: &State, key: &str) -> Result<Arc<Plan>, PageError> {
    let missing = || PageError::not_found().with_link("/officer", "Back to your consultations");
    state.library.find_plan(key).cloned().ok_or_else(missing)
}

fn entry(state: &State, subject: Option<&Subject>, outcome: &Outcome) -> OutcomeEntry {
    OutcomeEntry {
        key: outcome.key.clone(),
        title: outcome.title.clone(),
        areas: outcome.areas_of_focus.clone(),
        indicators: outcome.indicators.iter().map(indicator).collect(),
        themes: outcome.themes.iter().map(|key| theme_name(state, subject, key)).collect(),
    }
}

/// What the consultation's code frame calls a theme.
fn theme_name(state: &State, subject: Option<&Subject>, key: &str) -> String {
    let frame = subject.and_then(|subject| subject.consultation.code_frame.as_deref());
    let frame = frame.and_then(|frame| state.library.find_code_frame(frame));
    let theme = frame.and_then(|frame| frame.themes.iter().find(|theme| theme.key == key));
    theme.map_or(key, |theme| theme.name.as_str()).to_owned()
}

/// An indicator in words.
pub fn indicator(indicator: &Indicator) -> ShownIndicator {
    let direction = match indicator.direction {
        Some(Direction::Increase) => "Higher is better",
        Some(Direction::Decrease) => "Lower is better",
        Some(Direction::Maintain) => "To stay as it is",
        None => "The plan does not say which way is better",
    };
    let period = |period: Option<plan::Period>| period.map(|period| period.to_string()).unwrap_or_default();
    let baseline = indicator
        .baseline
        .as_ref()
        .map(|measure| Value { value: indicator.write(measure.value), period: period(measure.period) });
    let target = indicator
        .target
        .as_ref()
        .map(|target| Value { value: written(indicator, target), period: period(target.period()) });
    ShownIndicator {
        title: indicator.title.clone(),
        direction: direction.to_owned(),
        baseline,
        target,
        source: indicator.source.clone(),
        comparators: indicator.comparators.iter().map(compared).collect(),
    }
}

fn written(indicator: &Indicator, target: &Target) -> String {
    match target {
        Target::Number(measure) => indicator.write(measure.value),
        Target::Words { words, .. } => words.clone(),
    }
}

/// `Lower than England, 2012/13`.
fn compared(comparator: &Comparator) -> String {
    let standing = match comparator.standing {
        Standing::Higher => "Higher than",
        Standing::Lower => "Lower than",
        Standing::Level => "Level with",
    };
    let period = comparator.period.map(|period| format!(", {period}")).unwrap_or_default();
    format!("{standing} {}{period}", comparator.with)
}
