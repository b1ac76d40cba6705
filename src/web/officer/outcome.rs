//! `GET /officer/plans/{plan}/outcomes/{outcome}`: what people said that speaks to an outcome.

use actix_web::{HttpResponse, web};

use super::counts::{By, FrameCounts};
use super::desk::desk;
use super::subject::Subject;
use super::{frames, plan, quotes};
use crate::breakdown::Breakdown;
use crate::pages::officer::outcome::{Evidence, Outcome as OutcomePage};
use crate::pages::officer::themes::ordered;
use crate::plan::Outcome;
use crate::web::account::SignedIn;
use crate::web::{PageError, State, reply};

/// Quotes for each theme.
const QUOTES: usize = 3;
/// Themes named more often that do not speak to the outcome.
const NAMED_MORE: usize = 5;

/// Shows the page.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let page = web::block(move || {
        let (plan_key, outcome_key) = path.into_inner();
        let plan = plan::get(&state, &plan_key)?;
        let at = plan.outcomes.iter().position(|outcome| outcome.key == outcome_key);
        let back = || PageError::not_found().with_link(&format!("/officer/plans/{plan_key}"), "Back to the plan");
        let at = at.ok_or_else(back)?;
        let outcome = &plan.outcomes[at];
        let subject = Subject::find_of_plan(&state, &plan.key);
        let (evidence, missing) = match &subject {
            Some(subject) => evidence(&state, subject, outcome)?,
            None => (None, Vec::new()),
        };
        let said_by = |says: &str, who: &Option<String>| match who {
            Some(who) => format!("{says} ({who})"),
            None => says.to_owned(),
        };
        let page = OutcomePage {
            desk: desk(&state, &signed_in, subject.as_ref())?,
            plan_key: plan.key.clone(),
            plan_title: plan.title.clone(),
            number: at + 1,
            title: outcome.title.clone(),
            why: outcome.why.iter().map(|reason| said_by(&reason.says, &reason.source)).collect(),
            areas: outcome.areas_of_focus.clone(),
            actions: outcome.actions.iter().map(|action| said_by(&action.says, &action.by)).collect(),
            indicators: outcome.indicators.iter().map(plan::indicator).collect(),
            evidence,
            missing,
        };
        Ok::<_, PageError>(page.render().into_string())
    });
    Ok(reply::page(page.await??))
}

/// What speaks to the outcome, and the theme keys that the code frame does not have.
fn evidence(state: &State, subject: &Subject, outcome: &Outcome) -> Result<(Option<Evidence>, Vec<String>), PageError> {
    let Some(frame) = frames::find_own(state, subject)? else { return Ok((None, Vec::new())) };
    let counts = FrameCounts::count(&state.store, &subject.consultation.key, frame.id, None)?;
    // Every theme of the frame is compared, so that the differences are the same as on the theme's own page.
    let whole = counts.breakdown(subject, By::District, state.config.policy);
    let speaks = |id: &str| {
        let theme = counts.themes.iter().find(|theme| theme.id.to_string() == id);
        theme.is_some_and(|theme| outcome.themes.contains(&theme.key))
    };
    let named_more = ordered(&whole).into_iter().filter(|row| !speaks(&row.key) && row.everyone.shown().is_some());
    let named_more = named_more.take(NAMED_MORE).map(|row| (row.name.clone(), row.everyone)).collect();
    let rows = whole.rows.iter().filter(|row| speaks(&row.key)).cloned().collect();
    let breakdown = Breakdown { rows, ..whole.clone() };
    let mut said = Vec::new();
    for row in &breakdown.rows {
        let theme_id = row.key.parse().unwrap_or_default();
        said.push((row.key.clone(), quotes::quotes(state, subject, &counts, theme_id, None, QUOTES)?));
    }
    let has = |key: &&String| !counts.themes.iter().any(|theme| theme.key == **key);
    let missing = outcome.themes.iter().filter(has).cloned().collect();
    let evidence = (!breakdown.rows.is_empty()).then_some(Evidence { breakdown, quotes: said, named_more });
    Ok((evidence, missing))
}
