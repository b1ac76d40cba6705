//! A district's plan: shown beside what leads there, started, and what it says of itself changed.

use actix_web::{HttpResponse, web};

use super::own::in_short;
use super::{Place, keep, text};
use crate::pages::components::errors::Problem;
use crate::pages::officer::evidence::ranking::Line;
use crate::pages::officer::local_plans::district::{
    DistrictPlan, Head, Inherited, MOST_IN_A_LINE, MOST_IN_A_TEXT, Own,
};
use crate::plan::evidence::{Basis, weigh};
use crate::plan::ranking::{Missing, Part, Weights};
use crate::plan::{Period, Plan, check, check_local};
use crate::web::account::SignedIn;
use crate::web::officer::desk::desk;
use crate::web::officer::evidence::plans::{Linked, find_subject};
use crate::web::officer::evidence::ranking::lines;
use crate::web::officer::outcome::action;
use crate::web::{Form, PageError, State, reply};

/// How many of the county's outcomes are said to lead.
const LEADING: usize = 3;

/// Shows the plan, or the form that starts it.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    keys: web::Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let page = web::block(move || {
        let place = Place::get(&state, &keys.0, &keys.1)?;
        page(&state, &signed_in, &place, None, Vec::new())
    });
    Ok(reply::page(page.await??))
}

/// Starts the plan, or keeps what it says of itself.
pub async fn save(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    keys: web::Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let done = web::block(move || {
        let place = Place::get(&state, &keys.0, &keys.1)?;
        if place.found.is_some() {
            place.written()?;
        }
        let head = Head {
            title: form.text("title").to_owned(),
            owner: form.text("owner").to_owned(),
            vision: form.text("vision").to_owned(),
            starts: form.text("starts").to_owned(),
            ends: form.text("ends").to_owned(),
            version: form.text("version").parse().unwrap_or(0),
        };
        let fields = ["title", "owner", "starts", "ends", "vision"];
        let problems = match read(&place, &head) {
            Ok(plan) => keep(&state, &signed_in, &place.county, &plan, head.version, &fields)?,
            Err(problems) => problems,
        };
        if problems.is_empty() {
            return Ok::<_, PageError>(Ok(place.address()));
        }
        Ok(Err(page(&state, &signed_in, &place, Some(head), problems)?))
    });
    Ok(reply::after_form(done.await??))
}

/// The plan with what is in the form, or all that is wrong with that.
fn read(place: &Place, head: &Head) -> Result<Plan, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut take = |read: Result<String, Problem>| read.map_err(|problem| problems.push(problem)).unwrap_or_default();
    let title = take(text("title", &head.title, MOST_IN_A_LINE, "Write a title"));
    let owner = take(text("owner", &head.owner, MOST_IN_A_LINE, "Write who answers for the plan"));
    let vision = take(text("vision", &head.vision, MOST_IN_A_TEXT, "Write what the plan wants to come true"));
    let mut period = |field, typed: &str| -> Option<Period> {
        let typed = typed.trim();
        let read = (!typed.is_empty()).then(|| typed.parse::<Period>()).transpose();
        read.map_err(|problem| problems.push(Problem { field, message: problem.to_string() })).ok().flatten()
    };
    let (starts, ends) = (period("starts", &head.starts), period("ends", &head.ends));
    if !problems.is_empty() {
        return Err(problems);
    }
    let county = &place.county;
    let begun = place.found.as_ref().map(|found| found.plan.clone());
    let begun = begun.unwrap_or_else(|| Plan {
        key: format!("{}-{}", county.key, place.district),
        district: Some(place.district.clone()),
        inherits: Some(county.key.clone()),
        source: format!("Written in Heard for {}", place.name),
        outcomes: Vec::new(),
        illustrative: false,
        ..Plan::clone(county)
    });
    Ok(Plan { title, owner: Some(owner), vision, starts, ends, ..begun })
}

/// What the form begins with: the plan's own words, or for a new one the county's time.
fn head(place: &Place) -> Head {
    let period = |period: Option<Period>| period.map_or_else(String::new, |period| period.as_text());
    match &place.found {
        Some(found) => Head {
            title: found.plan.title.clone(),
            owner: found.plan.owner.clone().unwrap_or_default(),
            vision: found.plan.vision.clone(),
            starts: period(found.plan.starts),
            ends: period(found.plan.ends),
            version: found.version,
        },
        None => Head {
            title: format!("Local plan for {}", place.name),
            owner: format!("{} Local Children’s Trust", place.name),
            starts: period(place.county.starts),
            ends: period(place.county.ends),
            ..Head::default()
        },
    }
}

fn page(
    state: &State,
    signed_in: &SignedIn,
    place: &Place,
    typed: Option<Head>,
    problems: Vec<Problem>,
) -> Result<String, PageError> {
    let county = &place.county;
    let ranked = lines(state, county, Some(&place.district), &Weights::default())?;
    let local = place.found.as_ref().map(|found| &found.plan);
    let page = DistrictPlan {
        desk: desk(state, signed_in, find_subject(state, county).as_ref())?,
        county_key: county.key.clone(),
        county_title: county.title.clone(),
        district: place.district.clone(),
        district_name: place.name.clone(),
        plan: local.map(|plan| (plan.key.clone(), plan.illustrative)),
        is_file: place.found.as_ref().is_some_and(super::Found::is_file),
        head: typed.unwrap_or_else(|| head(place)),
        inherited: ranked.iter().map(|line| inherited(line, local)).collect(),
        own: local.map(|plan| own(state, county, plan)).transpose()?.unwrap_or_default(),
        questions: local.map(|plan| questions(state, county, plan)).transpose()?.unwrap_or_default(),
        problems,
    };
    Ok(page.render().into_string())
}

fn inherited(line: &Line, local: Option<&Plan>) -> Inherited {
    let ranked = &line.ranked;
    let added = local.and_then(|plan| plan.find_outcome(&ranked.key)).map(|added| {
        let reasons = added.why.iter().map(|why| why.says.clone());
        let lines = added.areas_of_focus.iter().cloned().chain(added.actions.iter().map(action));
        let lines = lines.chain(added.indicators.iter().map(|one| in_short(one).1));
        reasons.chain(lines).collect()
    });
    Inherited {
        key: ranked.key.clone(),
        number: line.number,
        title: ranked.title.clone(),
        place: ranked.place,
        leads: ranked.place.is_some_and(|place| place <= LEADING),
        why: why(line),
        added: added.unwrap_or_default(),
    }
}

/// What put an outcome in its place, as sentences.
fn why(line: &Line) -> String {
    let theme = line.theme.as_ref().map_or("its theme", |theme| theme.name.as_str());
    let points = |share: f64| format!("{:.1} percentage points", share * 100.0);
    let said = line.ranked.terms.iter().filter(|term| term.weight > 0.0).filter_map(|term| {
        let raw = term.raw.ok().filter(|raw| *raw > 0.0)?;
        Some(match term.part {
            Part::Share => format!("{:.0}% of those who wrote an answer here named {theme}.", raw * 100.0),
            Part::Difference => format!("That is {} more than everyone.", points(raw)),
            Part::Perspective => format!("In the county {} more children than adults named it.", points(raw)),
            Part::Indicator if raw > 1.0 => "Its indicator is further from its target than it was.".to_owned(),
            Part::Indicator => format!("{:.0}% of the way to its target is still to go.", raw * 100.0),
        })
    });
    let said: Vec<String> = said.collect();
    let unknown = line.ranked.missing().find(|(part, _)| *part == Part::Share).map(|(_, why)| why);
    match unknown {
        _ if !said.is_empty() => said.join(" "),
        Some(Missing::Hidden) => {
            let all: Vec<&str> = line.theme.iter().chain(&line.others).map(|theme| theme.name.as_str()).collect();
            let of = if all.len() == 1 { "its theme" } else { "any of its themes" };
            format!("Too few people here spoke of {of} for a figure ({}). Do not read it as zero.", all.join("; "))
        }
        Some(_) => "No theme speaks to it, or nobody was asked. Do not read it as zero.".to_owned(),
        None => "Nothing that counts is above the others.".to_owned(),
    }
}

fn own(state: &State, county: &Plan, plan: &Plan) -> Result<Vec<Own>, PageError> {
    let (evidence, none_found) = Linked::list(&state.store, plan)?.facts();
    let weighed = weigh(plan, &evidence, &none_found, plan.district.as_deref(), |_| None);
    let theirs = weighed.into_iter().filter(|weighed| county.find_outcome(&weighed.outcome.key).is_none());
    let own = theirs.map(|weighed| Own {
        key: weighed.outcome.key.clone(),
        title: weighed.outcome.title.clone(),
        why: weighed.outcome.why.iter().map(|why| why.says.clone()).collect(),
        areas: weighed.outcome.areas_of_focus.clone(),
        actions: weighed.outcome.actions.iter().map(action).collect(),
        indicators: weighed.outcome.indicators.iter().map(in_short).collect(),
        balance: weighed.balance.into(),
    });
    Ok(own.collect())
}

/// What a careful reader would ask of the district's own part, given the themes that are linked to it.
fn questions(state: &State, county: &Plan, plan: &Plan) -> Result<Vec<String>, PageError> {
    let mut plan = plan.clone();
    for link in state.store.list_evidence(&plan.key)? {
        let outcome = plan.outcomes.iter_mut().find(|outcome| outcome.key == link.evidence.outcome);
        if let (Some(outcome), Basis::Theme { theme, .. }) = (outcome, link.evidence.basis) {
            outcome.themes.push(theme);
        }
    }
    let plan = &plan;
    let findings = check_local("", plan, county).into_iter().chain(check("", plan));
    let asked = findings.map(|finding| {
        let key = finding.key.split('.').skip_while(|part| *part != "outcome").nth(1);
        match key.and_then(|key| plan.find_outcome(key)) {
            Some(outcome) => format!("{}: {}", outcome.title, finding.problem),
            None => format!("The plan: {}", finding.problem),
        }
    });
    Ok(asked.collect())
}
