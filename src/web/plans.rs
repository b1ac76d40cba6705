//! Plans as pages and publishing need them: a local plan with what it takes over, where actions stand, and everything
//! that a published version says.
//!
//! Leaves out who may do what and how a plan looks.

use crate::breakdown::Figure;
use crate::library::Library;
use crate::plan::actions::{self, ActionNow};
use crate::plan::evidence::{Basis, Evidence, Stance, Weighed, weigh};
use crate::plan::progress::Draft;
use crate::plan::published::{FORMAT, Measured, Published, PublishedEvidence};
use crate::plan::{Outcome, Plan};
use crate::report::pdf::{PlanAction, PlanDocument, PlanIndicator, PlanOutcome};
use crate::store::{Store, StoreError};
use crate::web::officer::evidence::Figures;
use crate::web::officer::evidence::plans::{Linked, get_plan};
use crate::web::{PageError, State};

/// A plan whole: a local plan with the outcomes that it takes over.
pub fn find_whole(library: &Library, key: &str) -> Option<Plan> {
    library.find_plan(key).map(|plan| whole(library, plan))
}

/// The same of any plan, whether it is a file or was written in Heard.
///
/// # Errors
/// When there is none, or the database fails.
pub fn get_whole(state: &State, key: &str) -> Result<Plan, PageError> {
    Ok(whole(&state.library(), &*get_plan(state, key)?))
}

fn whole(library: &Library, plan: &Plan) -> Plan {
    let county = plan.inherits.as_deref().and_then(|county| library.find_plan(county));
    county.and_then(|county| plan.whole(county).ok()).unwrap_or_else(|| plan.clone())
}

/// Every action of a plan as it stands now: as the plan gives it, and as officers have changed it since.
///
/// # Errors
/// When the database fails.
pub fn actions_now(store: &Store, plan: &Plan) -> Result<Vec<ActionNow>, StoreError> {
    let changes = store.list_actions(&plan.key)?;
    let mut now = actions::begin(plan);
    for action in &mut now {
        if let Some(change) = changes.iter().find(|change| change.action == action.key) {
            (action.owner, action.due, action.status) = (change.owner.clone(), change.due, change.status);
        }
    }
    Ok(now)
}

/// What the next version of a plan would say, as things stand now.
///
/// # Errors
/// When the database fails.
pub fn propose_now(state: &State, plan: Plan, draft: Draft) -> Result<Published, PageError> {
    let linked = Linked::list(&state.store, &plan)?;
    let of = linked.evidence.iter().filter_map(|stored| match &stored.evidence.basis {
        Basis::Theme { consultation, .. } | Basis::Option { consultation, .. } => Some(consultation.clone()),
        Basis::Ballot { .. } | Basis::Outside { .. } => None,
    });
    let district = plan.district.clone();
    let figures = Figures::count(state, of.collect::<std::collections::BTreeSet<_>>())?;
    let taken_from = |link: &Evidence| {
        let named = figures.named(&link.basis);
        let name = match link.basis.outside_figure() {
            Some(figure) => format!("{}: {figure}, {}", named.name, named.of),
            None => format!("{} ({})", named.name, named.of),
        };
        // What a district's plan rests on is what people said there.
        Ok((name, figures.figure(&link.basis, link.district.as_deref().or(district.as_deref()))))
    };
    propose(&state.store, plan, draft, taken_from)
}

/// The same where `taken_from` says what evidence is called and what its published figure is.
///
/// # Errors
/// When the database fails, and as `taken_from`.
pub fn propose(
    store: &Store,
    plan: Plan,
    draft: Draft,
    taken_from: impl Fn(&Evidence) -> Result<(String, Option<Figure>), PageError>,
) -> Result<Published, PageError> {
    let mut evidence = Vec::new();
    let linked = Linked::list(store, &plan)?;
    for stored in linked.evidence {
        let (name, figure) = taken_from(&stored.evidence)?;
        evidence.push(PublishedEvidence { link: stored.evidence, name, figure });
    }
    let measured = store.list_measurements(&plan.key)?;
    let of = |key: &str| -> Vec<Measured> {
        let now = measured.now(key).into_iter();
        now.map(|measurement| Measured { indicator: key.to_owned(), measurement }).collect()
    };
    let is_against =
        |outcome: &str| evidence.iter().any(|one| one.link.outcome == outcome && one.link.stance == Stance::Contrary);
    let none_found = linked.none_found.into_iter().map(|stored| stored.none_found);
    // Where something was linked since, nobody says any more that nothing was found.
    let none_found = none_found.filter(|none| !is_against(&none.outcome)).collect();
    Ok(Published {
        format: FORMAT.to_owned(),
        version: 0,
        published_on: None,
        draft,
        none_found,
        measurements: measured.indicators().into_iter().flat_map(of).collect(),
        actions: actions_now(store, &plan)?,
        evidence,
        plan,
    })
}

/// The evidence of a version beside its outcomes. `links` are those of the version.
pub fn weighed<'a>(version: &'a Published, links: &'a [Evidence]) -> Vec<Weighed<'a>> {
    let figure =
        |basis: &Basis| version.evidence.iter().find(|one| one.link.basis == *basis).and_then(|one| one.figure);
    weigh(&version.plan, links, &version.none_found, version.plan.district.as_deref(), figure)
}

/// The links of a version.
pub fn links(version: &Published) -> Vec<Evidence> {
    version.evidence.iter().map(|one| one.link.clone()).collect()
}

/// A version as its PDF says it.
pub fn document(version: &Published, day: jiff::civil::Date) -> PlanDocument {
    let plan = &version.plan;
    let draft = &version.draft;
    let long = |day: jiff::civil::Date| day.strftime("%-d %B %Y").to_string();
    let mut notes = Vec::new();
    if let Some(on) = version.published_on {
        let signed = draft.signed_off.as_ref().map(|(by, on)| format!(" It was signed off by {by} on {}.", long(*on)));
        notes.push(format!(
            "This is version {}, published on {}.{}",
            version.version,
            long(on),
            signed.unwrap_or_default()
        ));
    }
    notes.push(format!("What is undecided: {}", draft.undecided));
    if let (Some(opened), Some(closed), Some(decides)) = (draft.opened, draft.closed, draft.decides_on) {
        let (opened, closed, decides) = (long(opened), long(closed), long(decides));
        notes.push(format!(
            "People could take part from {opened} to {closed}. What is undecided will be decided on {decides}."
        ));
    }
    if plan.illustrative {
        notes.push("This plan is illustrative: nobody published it.".to_owned());
    }
    notes.push(format!("Taken from: {}.", plan.source));
    PlanDocument {
        title: plan.title.clone(),
        owner: plan.owner.clone().unwrap_or_default(),
        language: "en".to_owned(),
        day,
        period: plan.time().unwrap_or_default(),
        vision: vec![plan.vision.clone()],
        outcomes: plan.outcomes.iter().map(|outcome| document_outcome(version, outcome)).collect(),
        notes,
    }
}

fn document_outcome(version: &Published, outcome: &Outcome) -> PlanOutcome {
    let with_source = |says: &str, source: Option<&String>| match source {
        Some(source) => format!("{says} ({source})"),
        None => says.to_owned(),
    };
    let side = |stance, words: &str| -> Vec<String> {
        version.side(&outcome.key, stance).map(|one| format!("{words}: {}", in_words(one))).collect()
    };
    let looked = version.looked(&outcome.key).filter(|_| version.side(&outcome.key, Stance::Contrary).next().is_none());
    let looked = looked.map(|looked| format!("Nothing found against it. {looked}"));
    let indicator = |indicator: &crate::plan::Indicator| PlanIndicator {
        title: indicator.title.clone(),
        direction: Some(direction_words(indicator).to_owned()),
        baseline: crate::plan::published::stood(indicator),
        now: version
            .measurements_of(&indicator.key)
            .last()
            .map(|now| format!("{} ({})", indicator.write(now.value), now.period)),
        target: crate::plan::published::aim(indicator),
        source: indicator.source.clone(),
    };
    let action = |action: &ActionNow| PlanAction {
        what: action.says.clone(),
        owner: action.owner.clone(),
        by: action.due.map(|due| due.strftime("%-d %B %Y").to_string()),
        status: action.status.map(|status| status.in_words().to_owned()),
    };
    PlanOutcome {
        title: outcome.title.clone(),
        why: outcome.why.iter().map(|reason| with_source(&reason.says, reason.source.as_ref())).collect(),
        evidence: [side(Stance::Supporting, "For"), side(Stance::Contrary, "Against"), looked.into_iter().collect()]
            .concat(),
        areas_of_focus: outcome.areas_of_focus.clone(),
        actions: version.actions.iter().filter(|one| one.outcome == outcome.key).map(action).collect(),
        success: outcome.success.iter().map(|sign| sign.says.clone()).collect(),
        indicators: outcome.indicators.iter().map(indicator).collect(),
    }
}

/// Evidence in one sentence: what it is, its figure, and what it shows.
pub fn in_words(one: &PublishedEvidence) -> String {
    use crate::breakdown::reading::{grouped, percent};
    let figure = match one.figure {
        Some(Figure::Shown(share)) => {
            format!(", {} of {} people who answered", percent(share.share), grouped(share.base))
        }
        Some(Figure::Hidden) => ", by few people, so that the figure is hidden (not zero)".to_owned(),
        None => String::new(),
    };
    format!("{}{figure}. {}", one.name, one.link.note)
}

/// Which way is better, in words.
pub fn direction_words(indicator: &crate::plan::Indicator) -> &'static str {
    use crate::plan::Direction;
    match indicator.direction {
        Some(Direction::Increase) => "Higher is better",
        Some(Direction::Decrease) => "Lower is better",
        Some(Direction::Maintain) => "Should stay as it is",
        None => "The plan does not say which way is better",
    }
}
