//! Plans as pages and publishing need them: a local plan with what it takes over, where actions stand, and everything
//! that a published version says.
//!
//! Leaves out who may do what and how a plan looks.

use crate::breakdown::Figure;
use crate::library::Library;
use crate::pages::Words;
use crate::plan::actions::{self, ActionNow, Changed};
use crate::plan::evidence::{Basis, Evidence, Stance, Weighed, weigh};
use crate::plan::progress::Draft;
use crate::plan::published::{FORMAT, FromCounty, Published, PublishedEvidence};
use crate::plan::{Outcome, Plan};
use crate::report::pdf::{PlanAction, PlanDocument, PlanIndicator, PlanOutcome};
use crate::store::{Store, StoreError};
use crate::web::county_plan::{figures_now, measured};
use crate::web::officer::evidence::Figures;
use crate::web::officer::evidence::cards::district_name;
use crate::web::officer::evidence::plans::{Linked, feeding, get_plan};
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
    let mut changes = store.list_actions(&plan.key)?;
    if let Some(county) = &plan.inherits {
        // What a local plan takes over stands as the county says, until the district says otherwise.
        changes.extend(store.list_actions(county)?);
    }
    let mut now = actions::begin(plan);
    for action in &mut now {
        if let Some(change) = changes.iter().find(|change| change.action == action.key) {
            (action.owner, action.due, action.status) = (change.owner.clone(), change.due, change.status);
            action.changed = Some(Changed { on: change.changed_on, source: change.source.clone() });
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
        // What a district's plan rests on is what people said there; a ballot has one result, which is everyone's.
        let here = link.district.as_deref().or(district.as_deref());
        let here = here.filter(|_| !matches!(link.basis, Basis::Ballot { .. }));
        Ok((name, figures.figure(&link.basis, here)))
    };
    let mut proposed = propose(&state.library(), &state.store, plan, draft, taken_from)?;
    name_places(&state.library(), &mut proposed);
    Ok(proposed)
}

/// Says of each piece of evidence which district it is of, where it is of one: the district that it was linked for, or
/// that of the plan, whose people its figure counts. What a version says already stays.
pub fn name_places(library: &Library, version: &mut Published) {
    let Some(geography) = library.find_geography(&version.plan.geography) else { return };
    let of_plan = version.plan.district.clone();
    for one in version.evidence.iter_mut().filter(|one| one.place.is_none()) {
        let is_counted = one.link.basis.consultation().is_some();
        let key = one.link.district.clone().or_else(|| of_plan.clone().filter(|_| is_counted));
        one.place = key.map(|key| district_name(geography, &key));
    }
}

/// Whether a version is invented, or rests on or is fed by answers or ballots that were invented.
///
/// # Errors
/// When the database fails.
pub fn is_illustrative(state: &State, version: &Published) -> Result<bool, PageError> {
    let library = state.library();
    let mut asked = feeding(state, &version.plan);
    let mut invented = version.plan.illustrative;
    for one in &version.evidence {
        asked.extend(one.link.basis.consultation().map(str::to_owned));
        if let Basis::Ballot { ballot, .. } = &one.link.basis {
            invented |= library.find_ballot(ballot).is_some_and(|ballot| ballot.illustrative);
        }
    }
    for consultation in asked {
        invented = invented || state.store.has_illustrative(&consultation)?;
    }
    Ok(invented)
}

/// What has to stand beside the figures of a version wherever they are read, in English.
pub fn standing_notes(version: &Published, illustrative: bool) -> Vec<String> {
    let words = Words::english();
    let invented = illustrative.then(|| format!("{}.", words.say("plan-invented")));
    let is_counted = version.evidence.iter().any(|one| one.figure.is_some());
    let is_hidden = version.evidence.iter().any(|one| one.figure == Some(Figure::Hidden));
    let chose = is_counted.then(|| words.say("plan-chose").to_owned());
    let hidden = is_hidden.then(|| format!("Where it says that a figure is hidden, that is {HIDDEN}."));
    let is_unsourced = version.measurements.iter().any(|one| one.measurement.source.is_none())
        || version.actions.iter().filter_map(|one| one.changed.as_ref()).any(|changed| changed.source.is_none());
    let unsourced = is_unsourced.then(|| UNSOURCED.to_owned());
    invented.into_iter().chain(chose).chain(hidden).chain(unsourced).collect()
}

/// What a figure, or the state of an action, without a source is.
const UNSOURCED: &str = "Where a figure, or how far an action has got, names no source, its source was not recorded.";

/// Why a figure is hidden.
const HIDDEN: &str =
    "to keep small numbers private: its own, or others that it would give away. It does not mean nobody";

/// The same where `taken_from` says what evidence is called and what its published figure is.
///
/// # Errors
/// When the database fails, and as `taken_from`.
pub fn propose(
    library: &Library,
    store: &Store,
    plan: Plan,
    draft: Draft,
    taken_from: impl Fn(&Evidence) -> Result<(String, Option<Figure>), PageError>,
) -> Result<Published, PageError> {
    let mut evidence = Vec::new();
    let linked = Linked::list(store, &plan)?;
    for stored in linked.evidence {
        let (name, figure) = taken_from(&stored.evidence)?;
        evidence.push(PublishedEvidence { link: stored.evidence, name, figure, place: None });
    }
    let is_against =
        |outcome: &str| evidence.iter().any(|one| one.link.outcome == outcome && one.link.stance == Stance::Contrary);
    let none_found = linked.none_found.into_iter().map(|stored| stored.none_found);
    // Where something was linked since, nobody says any more that nothing was found.
    let none_found: Vec<_> = none_found.filter(|none| !is_against(&none.outcome)).collect();
    let (figures, county) = figures_now(store, library, &plan, &none_found)?;
    Ok(Published {
        format: FORMAT.to_owned(),
        version: 0,
        published_on: None,
        draft,
        none_found,
        measurements: measured(&figures),
        actions: actions_now(store, &plan)?,
        evidence,
        county,
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

/// A version as its PDF says it; `illustrative` is [`is_illustrative`].
pub fn document(version: &Published, day: jiff::civil::Date, illustrative: bool) -> PlanDocument {
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
    let mut undecided: Vec<String> =
        Some(draft.undecided.trim()).filter(|said| !said.is_empty()).map(str::to_owned).into_iter().collect();
    if let (Some(opened), Some(closed), Some(decides)) = (draft.opened, draft.closed, draft.decides_on) {
        let (opened, closed, decides) = (long(opened), long(closed), long(decides));
        undecided.push(format!("Time to take part: {opened} to {closed}. It will be decided on {decides}."));
    }
    let invented = illustrative || plan.illustrative;
    if version.evidence.iter().any(|one| matches!(one.figure, Some(Figure::Shown(_)))) {
        notes.push("The range beside a share is its 95% interval: what chance alone could make of it.".to_owned());
    }
    notes.extend(standing_notes(version, false));
    notes.push(format!("Taken from: {}.", plan.source));
    PlanDocument {
        title: plan.title.clone(),
        owner: plan.owner.clone().unwrap_or_default(),
        language: "en".to_owned(),
        day,
        notice: standing_notes(version, invented).into_iter().next().filter(|_| invented),
        undecided,
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
    let by = |county: Option<&FromCounty>| {
        county.map_or_else(String::new, |county| format!(" (from the county’s plan, “{}”)", county.title))
    };
    let looked =
        looked.map(|looked| format!("Nothing found against it. {looked}{}", by(version.county_looked(&outcome.key))));
    let indicator = |indicator: &crate::plan::Indicator| PlanIndicator {
        title: indicator.title.clone(),
        direction: Some(direction_words(indicator).to_owned()),
        baseline: crate::plan::published::stood(indicator),
        now: version.measurements_of(&indicator.key).last().map(|now| {
            let by = if version.county_measures(&indicator.key).is_some() { ", of the whole county" } else { "" };
            format!("{} ({}){by}", indicator.write(now.value), now.period)
        }),
        now_source: version.measurements_of(&indicator.key).last().map(|now| source_in_words(now.source.as_deref())),
        target: crate::plan::published::aim(indicator),
        source: indicator.source.clone(),
    };
    let action = |action: &ActionNow| PlanAction {
        what: action.says.clone(),
        owner: action.owner.clone(),
        by: action.due.map(|due| due.strftime("%-d %B %Y").to_string()),
        status: action.status.map(|status| status.in_words().to_owned()),
        source: action.status.and(action.changed.as_ref()).map(|changed| source_in_words(changed.source.as_deref())),
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

/// Where a figure or the state of an action comes from.
fn source_in_words(source: Option<&str>) -> String {
    source.map_or_else(|| Words::english().say("plan-not-given").to_owned(), |source| format!("Source: {source}"))
}

/// Evidence in one sentence: what it is, its figure, and what it shows.
pub fn in_words(one: &PublishedEvidence) -> String {
    use crate::breakdown::reading::{grouped, percent, whole_percent};
    let figure = match one.figure {
        Some(Figure::Shown(share)) => {
            let is_ballot = matches!(one.link.basis, Basis::Ballot { .. });
            let of = if is_ballot { "papers that count" } else { "people who answered" };
            let range = format!("{} to {}", whole_percent(share.low), whole_percent(share.high));
            format!(", {} ({range}) of {} {of}", percent(share.share), grouped(share.base))
        }
        Some(Figure::Hidden) => format!(", a figure that is hidden {HIDDEN}"),
        None => String::new(),
    };
    let place = one.place.as_ref().map(|place| match one.link.basis {
        Basis::Theme { .. } | Basis::Option { .. } => format!(" Only people in {place}."),
        Basis::Ballot { .. } => format!(" Linked for {place}; the result is that of everyone who voted."),
        Basis::Outside { .. } => format!(" Linked for {place}."),
    });
    format!("{}{figure}.{} {}", one.name, place.unwrap_or_default(), one.link.note)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breakdown::Share;

    fn piece(figure: Option<Figure>, place: Option<&str>) -> PublishedEvidence {
        let link = Evidence {
            outcome: "a".to_owned(),
            district: place.map(str::to_lowercase),
            basis: Basis::Theme { consultation: "c".to_owned(), theme: "places".to_owned() },
            stance: Stance::Supporting,
            note: "They said so.".to_owned(),
        };
        PublishedEvidence { link, name: "Places to go".to_owned(), figure, place: place.map(str::to_owned) }
    }

    #[test]
    fn the_document_says_what_is_undecided_by_itself_and_what_a_range_is() {
        let text = include_str!("../../analysis/plans/worcestershire-cypp-2014.toml");
        let share = Figure::Shown(Share { count: 35, base: 85, share: 0.41, low: 0.3, high: 0.5 });
        let version = Published {
            format: FORMAT.to_owned(),
            version: 1,
            published_on: None,
            draft: Draft { undecided: "Which comes first".to_owned(), ..Draft::default() },
            plan: crate::plan::parse("plan.toml", text).unwrap(),
            evidence: vec![piece(Some(share), None)],
            none_found: Vec::new(),
            measurements: Vec::new(),
            actions: Vec::new(),
            county: None,
        };
        let document = document(&version, jiff::civil::date(2026, 11, 26), false);
        assert_eq!(document.undecided, ["Which comes first"], "at the top, and not among the notes");
        assert!(document.notes.iter().all(|note| !note.contains("Which comes first")), "{:?}", document.notes);
        assert!(document.notes.iter().any(|note| note.contains("95% interval")), "{:?}", document.notes);
    }

    #[test]
    fn evidence_in_words_names_its_district_and_says_of_a_hidden_figure_only_what_is_true() {
        let share = Figure::Shown(Share { count: 35, base: 85, share: 0.41, low: 0.3, high: 0.5 });
        let said = in_words(&piece(Some(share), Some("Redditch")));
        assert_eq!(
            said,
            "Places to go, 41% (30 to 50) of 85 people who answered. Only people in Redditch. They said so."
        );
        let said = in_words(&piece(Some(Figure::Hidden), None));
        assert!(said.contains("others that it would give away") && !said.contains("few people"), "{said}");
    }
}
