//! `/officer/plans/{plan}/ranking`: a suggested order of a plan's outcomes for a district, by weights that the address
//! holds. As files it is `ranking_files`.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::Figures;
use super::cards::district_name;
use super::plans::{Linked, feeding, find_subject, geography, get_plan};
use crate::breakdown::Figure;
use crate::pages::components::errors::Problem;
use crate::pages::officer::evidence::ranking::{Line, Ranking, Theme, Weight};
use crate::plan::evidence::{Basis, Stance};
use crate::plan::ranking::{Part, Signals, Weights, rank};
use crate::plan::standing::follow;
use crate::plan::{Indicator, Outcome, Plan};
use crate::store::Measured;
use crate::web::account::SignedIn;
use crate::web::account::rights::encoded;
use crate::web::officer::desk::desk;
use crate::web::officer::subject::unknown_filter;
use crate::web::{Form, PageError, State, reply};

/// The fields of the weights, in the order of [`Part::ALL`].
pub(super) const FIELDS: [&str; 4] = ["share", "difference", "perspective", "indicator"];
/// The largest weight; only proportions matter.
const MOST: f64 = 1000.0;

/// Shows the page.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let asked = Form::parse(request.query_string()).unwrap_or_default();
    let page = web::block(move || page(&state, &signed_in, &key, &asked));
    let page = page.await??;
    let status = if page.problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(reply::page_with(status, page.render().into_string()))
}

fn page(state: &State, signed_in: &SignedIn, key: &str, asked: &Form) -> Result<Ranking, PageError> {
    let plan = get_plan(state, key)?;
    let geography = geography(state, &plan)?;
    let district = district(state, &plan, asked)?;
    let (lines, problems) = match read(asked) {
        Ok(weights) => (lines(state, &plan, district.as_deref(), &weights)?, Vec::new()),
        Err(problems) => (Vec::new(), problems),
    };
    let first = weights_of(&Weights::default());
    let typed = |at: usize| asked.find(FIELDS[at]).map_or_else(|| first[at].to_string(), str::to_owned);
    let weights: Vec<Weight> =
        (0..FIELDS.len()).map(|at| Weight { field: FIELDS[at], typed: typed(at), part: Part::ALL[at] }).collect();
    let mut query: Vec<String> = weights.iter().map(|one| format!("{}={}", one.field, encoded(&one.typed))).collect();
    query.extend(district.iter().map(|key| format!("district={key}")));
    Ok(Ranking {
        desk: desk(state, signed_in, find_subject(state, &plan).as_ref())?,
        plan_key: plan.key.clone(),
        called: plan.calls.as_str(),
        district: district.map(|key| (key.clone(), district_name(&geography, &key))),
        districts: geography.districts.iter().map(|area| (area.key.clone(), area.name.clone())).collect(),
        weights,
        lines,
        query: query.join("&"),
        problems,
    })
}

/// The district that the address asks for.
pub(super) fn district(state: &State, plan: &Plan, asked: &Form) -> Result<Option<String>, PageError> {
    match asked.text("district") {
        "" => Ok(None),
        key if geography(state, plan)?.districts.iter().any(|area| area.key == key) => Ok(Some(key.to_owned())),
        _ => Err(unknown_filter()),
    }
}

fn weights_of(weights: &Weights) -> [f64; 4] {
    [weights.share, weights.difference, weights.perspective, weights.indicator]
}

/// The weights of an address; the first ones where it says none.
pub(super) fn read(asked: &Form) -> Result<Weights, Vec<Problem>> {
    let mut all = weights_of(&Weights::default());
    let mut problems = Vec::new();
    for (at, field) in FIELDS.into_iter().enumerate() {
        let Some(typed) = asked.find(field) else { continue };
        match typed.trim().replace(',', ".").parse::<f64>() {
            Ok(weight) if weight.is_finite() && (0.0..=MOST).contains(&weight) => all[at] = weight,
            _ => problems.push(Problem {
                field,
                message: format!("Write the weight of {} as a number from 0 to {MOST}", Part::ALL[at].as_str()),
            }),
        }
    }
    if problems.is_empty() && all.iter().all(|weight| *weight == 0.0) {
        problems.push(Problem { field: FIELDS[0], message: "Give at least one part a weight above 0".to_owned() });
    }
    let [share, difference, perspective, indicator] = all;
    if problems.is_empty() { Ok(Weights { share, difference, perspective, indicator }) } else { Err(problems) }
}

/// What stands for an outcome in the ranking.
struct Stands {
    theme: Option<Basis>,
    others: Vec<Basis>,
    /// Those of both that officers linked; the plan names the rest.
    linked: Vec<Basis>,
    contrary: usize,
}

/// A plan's outcomes in the suggested order.
///
/// # Errors
/// When the database fails.
pub fn lines(state: &State, plan: &Plan, district: Option<&str>, weights: &Weights) -> Result<Vec<Line>, PageError> {
    let figures = Figures::count(state, feeding(state, plan))?;
    let linked = Linked::list(&state.store, plan)?;
    let subject = find_subject(state, plan).map(|subject| subject.consultation.key.clone());
    let stands: Vec<Stands> =
        plan.outcomes.iter().map(|outcome| stands(&figures, &linked, subject.as_deref(), outcome, district)).collect();
    let measured = state.store.list_measurements(&plan.key)?;
    let ways: Vec<Vec<(String, f64)>> = plan.outcomes.iter().map(|outcome| ways(plan, outcome, &measured)).collect();
    let known = plan.outcomes.iter().zip(&stands).zip(&ways);
    let signals: Vec<Signals> =
        known.map(|((outcome, stands), ways)| signals(&figures, outcome, stands, ways, district)).collect();
    let ranked = rank(&signals, weights).map_err(PageError::broken)?;
    let line = |ranked: crate::plan::ranking::Ranked| {
        let at = plan.outcomes.iter().position(|outcome| outcome.key == ranked.key).unwrap_or(0);
        let stands = &stands[at];
        let theme = |basis: &Basis| Theme { name: figures.named(basis).name, linked: stands.linked.contains(basis) };
        Line {
            number: at + 1,
            theme: stands.theme.as_ref().map(theme),
            others: stands.others.iter().map(theme).collect(),
            contrary: stands.contrary,
            ways: ways[at].clone(),
            ranked,
        }
    };
    Ok(ranked.into_iter().map(line).collect())
}

fn stands(
    figures: &Figures<'_>,
    linked: &Linked,
    subject: Option<&str>,
    outcome: &Outcome,
    district: Option<&str>,
) -> Stands {
    let here = |about: Option<&str>| about.is_none() || about == district;
    let theirs = linked.evidence.iter().map(|stored| &stored.evidence);
    let theirs: Vec<_> = theirs.filter(|link| link.outcome == outcome.key && here(link.district.as_deref())).collect();
    let is_ours = |basis: &Basis| {
        matches!(basis, Basis::Theme { consultation, .. } if Some(consultation.as_str()) == subject)
            && figures.knows(basis)
    };
    let on = |stance| theirs.iter().filter(move |link| link.stance == stance).map(|link| link.basis.clone());
    let linked_for: Vec<Basis> = on(Stance::Supporting).filter(is_ours).collect();
    let mut themes: Vec<Basis> = Vec::new();
    let named = outcome.themes.iter().filter_map(|theme| {
        let theme = theme.clone();
        Some(Basis::Theme { consultation: subject?.to_owned(), theme })
    });
    // What officers say speaks against it speaks not for it because the plan names it.
    let named = named.filter(|basis| is_ours(basis) && !on(Stance::Contrary).any(|against| against == *basis));
    for basis in linked_for.iter().cloned().chain(named) {
        if !themes.contains(&basis) {
            themes.push(basis);
        }
    }
    let share = |basis: &Basis, place| figures.figure(basis, place).and_then(|figure| figure.shown().map(|s| s.share));
    let key = |basis: &Basis| (share(basis, district).unwrap_or(-1.0), share(basis, None).unwrap_or(-1.0));
    let most = (0..themes.len()).reduce(|best, at| if key(&themes[at]) > key(&themes[best]) { at } else { best });
    let theme = most.map(|at| themes.remove(at));
    let against = linked.evidence.iter().map(|stored| &stored.evidence);
    let contrary = against.filter(|link| link.outcome == outcome.key && link.stance == Stance::Contrary).count();
    Stands { theme, others: themes, linked: linked_for, contrary }
}

fn signals(
    figures: &Figures<'_>,
    outcome: &Outcome,
    stands: &Stands,
    ways: &[(String, f64)],
    district: Option<&str>,
) -> Signals {
    let theme = stands.theme.as_ref();
    let sides: Option<[Figure; 2]> = theme.and_then(|basis| figures.sides(basis));
    Signals {
        key: outcome.key.clone(),
        title: outcome.title.clone(),
        here: theme.and_then(|basis| figures.figure(basis, district)),
        everyone: theme.and_then(|basis| figures.figure(basis, None)),
        children: sides.map(|[children, _]| children),
        adults: sides.map(|[_, adults]| adults),
        way: mean(ways),
    }
}

/// The mean of the ways gone. One that went past its target is at it: that makes up for none that is not.
fn mean(ways: &[(String, f64)]) -> Option<f64> {
    (!ways.is_empty()).then(|| ways.iter().map(|(_, way)| way.min(1.0)).sum::<f64>() / ways.len() as f64)
}

/// How much of the way from baseline to target each indicator of an outcome has gone, where its figures say.
fn ways(plan: &Plan, outcome: &Outcome, measured: &Measured) -> Vec<(String, f64)> {
    let way = |indicator: &Indicator| {
        let newest = follow(indicator, plan.starts, &measured.now(&indicator.key)).pop()?;
        Some((indicator.title.clone(), newest.way?))
    };
    outcome.indicators.iter().filter_map(way).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(text: &str) -> Result<Weights, Vec<&'static str>> {
        read(&Form::parse(text).unwrap()).map_err(|problems| problems.into_iter().map(|one| one.field).collect())
    }

    #[test]
    fn an_address_holds_the_weights_and_says_which_is_no_number() {
        assert_eq!(asked("district=redditch"), Ok(Weights::default()));
        let own = Weights { share: 0.5, difference: 0.0, ..Weights::default() };
        assert_eq!(asked("share=0,5&difference=0"), Ok(own));
        assert_eq!(asked("share=-1&indicator=inf&perspective=x"), Err(vec!["share", "perspective", "indicator"]));
        assert_eq!(asked("share=1e308"), Err(vec!["share"]));
        assert_eq!(asked("share=0&difference=0&perspective=0&indicator=0"), Err(vec!["share"]));
    }
}
