//! `GET /officer/plans/{plan}`: a plan.

use actix_web::{HttpResponse, web};

use super::desk::desk;
use super::evidence::Figures;
use super::evidence::offers::unused_themes;
use super::evidence::plans::{Linked, find_subject, get_plan, link_findings, with_linked_themes};
use super::plan_parts::parts;
use super::subject::Subject;
use crate::breakdown::Figure;
use crate::finding::Finding;
use crate::pages::officer::indicators::{Indicator, Value};
use crate::pages::officer::plan::{OutcomeEntry, Plan, Question, UnusedTheme};
use crate::plan::actions::as_they_stand;
use crate::plan::evidence::{Basis, Evidence, Weighed, weigh};
use crate::plan::{Comparator, Direction, Outcome, Target, check_local};
use crate::web::account::SignedIn;
use crate::web::plans::actions_now;
use crate::web::{PageError, State, reply};

/// Shows the page.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let page = web::block(move || {
        let plan = &*get_plan(&state, &key)?;
        let subject = find_subject(&state, plan);
        let linked = Linked::list(&state.store, plan)?;
        let (evidence, none_found) = linked.facts();
        let consultation = subject.as_ref().map(|subject| subject.consultation.key.as_str());
        let spoken_to = with_linked_themes(plan, &evidence, consultation);
        let weighed = weigh(&spoken_to, &evidence, &none_found, plan.district.as_deref(), |_| None);
        let asked = asked(&state, &spoken_to, subject.as_ref(), &evidence)?;
        let page = Plan {
            desk: desk(&state, &signed_in, subject.as_ref())?,
            key: plan.key.clone(),
            title: plan.title.clone(),
            period: plan.time().unwrap_or_else(|| "No dates given".to_owned()),
            owner: plan.owner.clone().unwrap_or_else(|| "nobody is named as its owner".to_owned()),
            vision: vec![plan.vision.clone()],
            outcomes: weighed.iter().map(|weighed| entry(&state, subject.as_ref(), weighed)).collect(),
            parts: parts(plan),
            warning: plan.illustrative.then(|| "This plan is illustrative: nobody published it.".to_owned()),
            questions: asked.iter().map(|finding| question(plan, finding)).collect(),
            source: Some(format!(
                "Taken from: {}. Prose is restated, titles and figures are the plan’s own.",
                plan.source
            )),
            unused: unused(&state, plan, subject.as_ref(), &evidence)?,
            has_local: plan.inherits.is_none(),
        };
        Ok::<_, PageError>(page.render().into_string())
    });
    Ok(reply::page(page.await??))
}

/// What a careful reader would ask of a plan, with the themes that are linked to it.
///
/// # Errors
/// When the database fails.
pub(super) fn asked_of(state: &State, plan: &crate::plan::Plan) -> Result<Vec<Finding>, PageError> {
    let subject = find_subject(state, plan);
    let (evidence, _) = Linked::list(&state.store, plan)?.facts();
    let consultation = subject.as_ref().map(|subject| subject.consultation.key.as_str());
    asked(state, &with_linked_themes(plan, &evidence, consultation), subject.as_ref(), &evidence)
}

/// What a careful reader would ask of a plan, of what is linked to it and, of a district's, of how it fits the county's.
fn asked(
    state: &State,
    plan: &crate::plan::Plan,
    subject: Option<&Subject>,
    evidence: &[Evidence],
) -> Result<Vec<Finding>, PageError> {
    let named = |link: &Evidence| match &link.basis {
        Basis::Theme { theme, .. } => format!("“{}”", theme_name(state, subject, theme)),
        Basis::Option { option: piece, .. }
        | Basis::Ballot { choice: piece, .. }
        | Basis::Outside { title: piece, .. } => {
            format!("“{piece}”")
        }
    };
    let linked = link_findings(plan, evidence, named).into_iter();
    let linked = linked.map(|(outcome, asked)| Finding::warning("", format!("outcome.{outcome}.evidence"), asked));
    let county = plan.inherits.as_deref().map(|county| get_plan(state, county)).transpose()?;
    let beside = county.map(|county| check_local("", plan, &county)).unwrap_or_default();
    // Counted as the page of its progress counts: with what officers have entered since.
    let plan = as_they_stand(plan, &actions_now(&state.store, plan)?);
    Ok(beside.into_iter().chain(linked).chain(crate::plan::check("", &plan)).collect())
}

/// What a careful reader would ask, with the outcome and the indicator that it is about where it is about one.
fn question(plan: &crate::plan::Plan, finding: &Finding) -> Question {
    let mut place = finding.key.split('.').skip_while(|part| *part != "outcome").skip(1);
    let at = place.next().and_then(|key| plan.outcomes.iter().position(|outcome| outcome.key == key));
    let indicator = place.next().filter(|part| *part == "indicator").and_then(|_| place.next());
    let indicators = at.map(|at| plan.outcomes[at].indicators.as_slice()).unwrap_or_default();
    let about = indicators.iter().find(|known| Some(known.key.as_str()) == indicator);
    let part = part(plan, &finding.key).map(|part| format!("{part}: ")).unwrap_or_default();
    Question {
        outcome: at.map(|at| at + 1),
        indicator: about.map(|known| known.title.clone()),
        asked: format!("{part}{}", finding.problem),
    }
}

/// Which block of a plan beside its outcomes a question is about, in the plan's own words.
fn part(plan: &crate::plan::Plan, key: &str) -> Option<String> {
    let parts: Vec<&str> = key.split('.').collect();
    match parts[..] {
        ["account", "said", key, ..] => {
            let account = plan.account.as_ref()?;
            let said = account.said.iter().find(|said| said.key == key)?;
            let time = format!("account of {} to {}", account.starts, account.ends);
            Some(match &said.says {
                Some(says) => format!("{time}, “{says}”"),
                None => format!("{time}, what answers to nothing that was said"),
            })
        }
        ["village", key, ..] => {
            let village = plan.villages.iter().find(|village| village.key == key)?;
            Some(format!("“{}”", village.title))
        }
        ["printed", measure, ..] => {
            let printed = plan.printed.iter().find(|printed| printed.measure == measure)?;
            Some(format!("“{}” ({})", printed.says, printed.place))
        }
        _ => None,
    }
}

/// Said where there is no such plan.
pub(super) fn missing() -> PageError {
    PageError::not_found().with_link("/officer", "Back to your consultations")
}

/// The themes that nobody used and enough people named for a figure. A local plan adds to the county's, so nothing is
/// missing from it alone.
fn unused(
    state: &State,
    plan: &crate::plan::Plan,
    subject: Option<&Subject>,
    evidence: &[Evidence],
) -> Result<Vec<UnusedTheme>, PageError> {
    let Some(subject) = subject.filter(|_| plan.inherits.is_none()) else { return Ok(Vec::new()) };
    let consultation = &subject.consultation.key;
    let figures = Figures::count(state, [consultation.clone()])?;
    // What is linked for an outcome is no unused theme: any link is one against.
    let is_linked = |basis: &Basis| evidence.iter().any(|link| link.basis == *basis);
    let theme = |(key, everyone): (String, Figure)| {
        let basis = Basis::Theme { consultation: consultation.clone(), theme: key };
        let named = figures.named(&basis);
        UnusedTheme { against: is_linked(&basis), name: named.name, address: named.address, everyone }
    };
    Ok(unused_themes(&figures, consultation, plan, evidence).into_iter().map(theme).collect())
}

fn entry(state: &State, subject: Option<&Subject>, weighed: &Weighed<'_>) -> OutcomeEntry {
    let outcome = weighed.outcome;
    OutcomeEntry {
        key: outcome.key.clone(),
        title: outcome.title.clone(),
        areas: areas(outcome),
        indicators: indicators(outcome),
        themes: outcome.themes.iter().map(|key| theme_name(state, subject, key)).collect(),
        balance: weighed.balance.into(),
        linked: (weighed.supporting.len(), weighed.contrary.len()),
    }
}

/// What an outcome chooses to act on, and the document that holds more of it.
pub(super) fn areas(outcome: &Outcome) -> Vec<String> {
    let elsewhere = outcome.areas_of_focus_in.iter().map(|document| format!("Those of {document}"));
    outcome.areas_of_focus.iter().cloned().chain(elsewhere).collect()
}

/// The name of a theme of the consultation's code frame, or its key where the frame does not have it.
pub(super) fn theme_name(state: &State, subject: Option<&Subject>, key: &str) -> String {
    let frame = subject.and_then(|subject| subject.consultation.code_frame.as_ref());
    let library = state.library();
    let frame = frame.and_then(|frame| library.find_code_frame(frame));
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
        Target::Change { percent, period: by } => {
            let way = if *percent < 0.0 { "less" } else { "more" };
            Value { value: format!("{}% {way} than the baseline", percent.abs()), period: period(*by) }
        }
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
        comparators: indicator.comparators.iter().map(|other| comparator(indicator, other)).collect(),
        note: indicator.note.clone(),
    }
}

fn comparator(indicator: &crate::plan::Indicator, comparator: &Comparator) -> String {
    let standing = comparator.standing.as_words();
    let value = comparator.value.map_or_else(String::new, |value| format!(": {}", indicator.write(value)));
    match comparator.period {
        Some(period) => format!("{standing} {}{value} ({period})", comparator.with),
        None => format!("{standing} {}{value}", comparator.with),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::{Kind, Library};

    #[test]
    fn a_question_says_which_outcome_and_indicator_it_is_about() {
        let mut bundled = Library::bundled_analysis(Kind::Plan).into_iter();
        let (name, text) = bundled.find(|(name, _)| name.contains("worcestershire-cypp-2014")).unwrap();
        let plan = crate::plan::parse(&name, &text).unwrap();
        let asked: Vec<Question> = crate::plan::check("", &plan).iter().map(|found| question(&plan, found)).collect();
        let weight = asked.iter().find(|asked| asked.asked.contains("31.9%")).unwrap();
        assert_eq!((weight.outcome, weight.indicator.as_deref()), (Some(1), Some("Year 6 pupils with excess weight")));
        let whole: Vec<&Question> = asked.iter().filter(|asked| asked.outcome.is_none()).collect();
        assert!(!whole.is_empty() && whole.len() < asked.len(), "{whole:?}");
        let achieved = whole.iter().filter(|asked| asked.asked.contains("achievements"));
        let named: std::collections::BTreeSet<&str> =
            achieved.map(|asked| asked.asked.split(": ").next().unwrap_or_default()).collect();
        assert!(named.len() > 1 && named.iter().all(|part| part.starts_with("account of 2011")), "{named:?}");
    }
}
