//! `GET /officer/plans/{plan}`: a plan.

use actix_web::{HttpResponse, web};

use super::desk::desk;
use super::subject::Subject;
use crate::pages::officer::indicators::{Indicator, Value};
use crate::pages::officer::plan::{OutcomeEntry, Plan};
use crate::plan::{Comparator, Direction, Outcome, Standing, Target};
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
        let plan = state.library.find_plan(&key).ok_or_else(missing)?;
        let subject = Subject::find_of_plan(&state, &plan.key);
        let page = Plan {
            desk: desk(&state, &signed_in, subject.as_ref())?,
            key: plan.key.clone(),
            title: plan.title.clone(),
            period: format!("{} to {}", plan.starts, plan.ends),
            owner: plan.owner.clone(),
            vision: vec![plan.vision.clone()],
            outcomes: plan.outcomes.iter().map(|outcome| entry(&state, subject.as_ref(), outcome)).collect(),
            questions: crate::plan::check("", plan).into_iter().map(|finding| finding.problem).collect(),
            source: Some(format!(
                "Taken from: {}. Prose is restated, titles and figures are the plan’s own.",
                plan.source
            )),
        };
        Ok::<_, PageError>(page.render().into_string())
    });
    Ok(reply::page(page.await??))
}

/// Said where there is no such plan.
pub(super) fn missing() -> PageError {
    PageError::not_found().with_link("/officer", "Back to your consultations")
}

fn entry(state: &State, subject: Option<&Subject>, outcome: &Outcome) -> OutcomeEntry {
    OutcomeEntry {
        key: outcome.key.clone(),
        title: outcome.title.clone(),
        areas: outcome.areas_of_focus.clone(),
        indicators: indicators(outcome),
        themes: outcome.themes.iter().map(|key| theme_name(state, subject, key)).collect(),
    }
}

/// The name of a theme of the consultation's code frame, or its key where the frame does not have it.
pub(super) fn theme_name(state: &State, subject: Option<&Subject>, key: &str) -> String {
    let frame = subject.and_then(|subject| subject.consultation.code_frame.as_ref());
    let frame = frame.and_then(|frame| state.library.find_code_frame(frame));
    let theme = frame.and_then(|frame| frame.themes.iter().find(|theme| theme.key == key));
    theme.map_or_else(|| key.to_owned(), |theme| theme.name.clone())
}

/// An outcome's indicators in words.
pub(super) fn indicators(outcome: &Outcome) -> Vec<Indicator> {
    outcome.indicators.iter().map(indicator).collect()
}

fn indicator(indicator: &crate::plan::Indicator) -> Indicator {
    let direction = match indicator.direction {
        Some(Direction::Increase) => "Higher is better",
        Some(Direction::Decrease) => "Lower is better",
        Some(Direction::Maintain) => "Should stay as it is",
        None => "The plan does not say which way is better",
    };
    let period = |period: Option<crate::plan::Period>| match period {
        Some(period) => period.to_string(),
        None => "no date given".to_owned(),
    };
    let target = |target: &Target| match target {
        Target::Number(measure) => Value { value: indicator.write(measure.value), period: period(measure.period) },
        Target::Words { words, period: by } => Value { value: words.clone(), period: period(*by) },
    };
    let baseline = indicator
        .baseline
        .map(|measure| Value { value: indicator.write(measure.value), period: period(measure.period) });
    Indicator {
        title: indicator.title.clone(),
        direction: direction.to_owned(),
        baseline,
        target: indicator.target.as_ref().map(target),
        source: indicator.source.clone(),
        comparators: indicator.comparators.iter().map(comparator).collect(),
        note: indicator.note.clone(),
    }
}

fn comparator(comparator: &Comparator) -> String {
    let standing = match comparator.standing {
        Standing::Higher => "higher than",
        Standing::Lower => "lower than",
        Standing::Level => "level with",
    };
    match comparator.period {
        Some(period) => format!("{standing} {} ({period})", comparator.with),
        None => format!("{standing} {}", comparator.with),
    }
}
