//! `GET /officer/plans/{plan}/outcomes/{outcome}`: an outcome beside what people said.

use actix_web::{HttpRequest, HttpResponse, web};

use super::carried::Marks;
use super::counts::{By, FrameCounts};
use super::desk::desk;
use super::evidence::Figures;
use super::evidence::cards::{self, cards, district_name};
use super::evidence::plans::{Linked, find_subject, geography, link_findings, with_linked_themes};
use super::plan::{areas, indicators, theme_name};
use super::quotes::quotes;
use super::subject::{Subject, unknown_filter};
use crate::breakdown::{Breakdown, Figure};
use crate::pages::officer::evidence::balance::Shown;
use crate::pages::officer::evidence::rests_on::RestsOn;
use crate::pages::officer::outcome::{Evidence, Outcome};
use crate::pages::officer::themes::ordered;
use crate::plan::evidence::{Stance, weigh};
use crate::plan::{Action, Status};
use crate::store::{StoredEvidence, StoredTheme};
use crate::web::account::SignedIn;
use crate::web::plans::get_whole;
use crate::web::{Form, PageError, State, reply};

/// How many quotes stand under each theme.
const QUOTES: usize = 3;
/// How many themes that speak to something else are named beside.
const NAMED_MORE: usize = 3;

/// Shows the page.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    keys: web::Path<(String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let asked = Form::parse(request.query_string()).unwrap_or_default();
    let page = web::block(move || page(&state, &signed_in, &keys, &asked).map(|page| page.render().into_string()));
    Ok(reply::page(page.await??))
}

fn page(
    state: &State,
    signed_in: &SignedIn,
    (plan, outcome): &(String, String),
    asked: &Form,
) -> Result<Outcome, PageError> {
    let plan = get_whole(state, plan)?;
    let subject = find_subject(state, &plan);
    let (linked, _) = Linked::list(&state.store, &plan)?.facts();
    let consultation = subject.as_ref().map(|subject| subject.consultation.key.as_str());
    let plan = with_linked_themes(&plan, &linked, consultation);
    let back = format!("/officer/plans/{}", plan.key);
    let missing = || PageError::not_found().with_link(&back, "Back to the plan");
    let outcome = plan.find_outcome(outcome).ok_or_else(missing)?;
    let place = plan.outcomes.iter().position(|known| known.key == outcome.key).unwrap_or(0);
    let (evidence, missing) = match &subject {
        Some(subject) => evidence(state, subject, &outcome.themes)?,
        None => (None, outcome.themes.clone()),
    };
    let with_source = |says: &str, source: Option<&String>| match source {
        Some(source) => format!("{says} ({source})"),
        None => says.to_owned(),
    };
    Ok(Outcome {
        desk: desk(state, signed_in, subject.as_ref())?,
        plan_key: plan.key.clone(),
        plan_title: plan.title.clone(),
        number: place + 1,
        title: outcome.title.clone(),
        why: outcome.why.iter().map(|reason| with_source(&reason.says, reason.source.as_ref())).collect(),
        areas: areas(outcome),
        actions: outcome.actions.iter().map(action).collect(),
        success: outcome.success.iter().map(|sign| sign.says.clone()).collect(),
        note: outcome.note.clone(),
        indicators: indicators(outcome),
        evidence,
        missing: missing.iter().map(|key| theme_name(state, subject.as_ref(), key)).collect(),
        rests_on: rests_on(state, &plan, outcome, asked.text("district"))?,
    })
}

/// What officers linked to an outcome, for everyone or for the district of this key.
fn rests_on(
    state: &State,
    plan: &crate::plan::Plan,
    outcome: &crate::plan::Outcome,
    district: &str,
) -> Result<RestsOn, PageError> {
    let geography = geography(state, plan)?;
    let is_known = geography.districts.iter().any(|area| area.key == district);
    if !district.is_empty() && !is_known {
        return Err(unknown_filter());
    }
    // A district's plan is looked at as it is there.
    let district = is_known.then_some(district).or(plan.district.as_deref());
    let linked = Linked::list(&state.store, plan)?;
    let ours = |link: &&StoredEvidence| link.evidence.outcome == outcome.key;
    let consultations = linked.evidence.iter().filter(ours).filter_map(|link| link.evidence.basis.consultation());
    let figures = Figures::count(state, consultations.map(str::to_owned))?;
    let (evidence, none_found) = linked.facts();
    let weighed = weigh(plan, &evidence, &none_found, district, |basis| figures.figure(basis, district));
    let balance = weighed.into_iter().find(|weighed| weighed.outcome.key == outcome.key);
    let is_hidden =
        |link: &&StoredEvidence| link.evidence.district.is_some() && link.evidence.stance == Stance::Supporting;
    let about_one = linked.evidence.iter().filter(ours).filter(is_hidden).count();
    let theirs: Vec<_> = evidence.iter().filter(|link| link.outcome == outcome.key).cloned().collect();
    let questions = link_findings(plan, &theirs, |link| format!("“{}”", figures.named(&link.basis).name));
    Ok(RestsOn {
        questions: questions.into_iter().map(|(_, asked)| asked).collect(),
        address: format!("/officer/plans/{}/outcomes/{}", plan.key, outcome.key),
        district: district.map(|key| (key.to_owned(), district_name(&geography, key))),
        districts: geography.districts.iter().map(|area| (area.key.clone(), area.name.clone())).collect(),
        balance: balance.map_or(Shown::Unsupported, |weighed| weighed.balance.into()),
        links: cards(
            &figures,
            &geography,
            &linked,
            outcome,
            district.map_or(cards::Shown::Whole, cards::Shown::District),
        )?,
        elsewhere: if district.is_none() { about_one } else { 0 },
    })
}

/// An action, with who does it, by when and how far it has got, where the plan says.
pub(super) fn action(action: &Action) -> String {
    let status = action.status.map(|status| match status {
        Status::Planned => "planned",
        Status::UnderWay => "under way",
        Status::Done => "done",
        Status::Dropped => "dropped",
    });
    let due = action.due.map(|due| format!("by {due}"));
    let parts: Vec<String> = action.by.clone().into_iter().chain(due).chain(status.map(str::to_owned)).collect();
    match parts.is_empty() {
        true => action.says.clone(),
        false => format!("{} ({})", action.says, parts.join(", ")),
    }
}

/// What people said that speaks to these themes, and the themes that nothing is counted for.
fn evidence(state: &State, subject: &Subject, wanted: &[String]) -> Result<(Option<Evidence>, Vec<String>), PageError> {
    let consultation = &subject.consultation;
    let Some(frame) = subject.find_frame(&state.store)? else { return Ok((None, wanted.to_vec())) };
    let policy = state.config.policy;
    let counts = FrameCounts::count(&state.store, &consultation.key, frame.id, None)?;
    let themes: Vec<_> = counts.themes.iter().filter(|theme| wanted.contains(&theme.key)).collect();
    let is_known = |key: &&String| themes.iter().any(|theme| theme.key == **key);
    let missing = wanted.iter().filter(|key| !is_known(key)).cloned().collect();
    if themes.is_empty() {
        return Ok((None, missing));
    }
    let is_beside = |theme: &&StoredTheme| counts.above(theme).is_none() || wanted.contains(&theme.key);
    let looked_at: Vec<&StoredTheme> = counts.themes.iter().filter(is_beside).collect();
    let mut breakdown = counts.breakdown(&looked_at, subject, By::District, policy);
    let ours: Vec<String> = themes.iter().map(|theme| theme.id.to_string()).collect();
    let named_more = named_more(&breakdown, &ours);
    // Taken from the table of all topmost themes, so that differences allow for every comparison made in it.
    breakdown.rows.retain(|row| ours.contains(&row.key));
    let mut said = Vec::new();
    for row in breakdown.rows.iter().filter(|row| row.everyone.shown().is_some()) {
        let Some(theme) = themes.iter().find(|theme| theme.id.to_string() == row.key) else { continue };
        let marks = Marks::of(state, &frame, theme);
        let mut quotes = quotes(&state.store, subject, &counts.people, (theme, &marks), None, policy)?;
        quotes.truncate(QUOTES);
        said.push((row.key.clone(), quotes));
    }
    Ok((Some(Evidence { breakdown, quotes: said, named_more }), missing))
}

fn named_more(breakdown: &Breakdown, ours: &[String]) -> Vec<(String, Figure)> {
    let share = |figure: &Figure| figure.shown().map_or(0.0, |share| share.share);
    let rows = ordered(breakdown);
    let most = rows.iter().filter(|row| ours.contains(&row.key)).map(|row| share(&row.everyone)).fold(0.0, f64::max);
    let others = rows.iter().filter(|row| !ours.contains(&row.key) && share(&row.everyone) > most);
    others.take(NAMED_MORE).map(|row| (row.name.clone(), row.everyone)).collect()
}
