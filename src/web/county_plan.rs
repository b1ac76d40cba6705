//! What a local plan shows of the county's plan that it takes outcomes over from: the county's figures of indicators
//! that the district measures not itself, and the county's notes of having looked; so that the two never contradict
//! each other in public.
//!
//! Leaves out putting the two plans together, which is [`Plan::whole`]'s.

use std::collections::{BTreeMap, BTreeSet};

use crate::library::Library;
use crate::plan::Plan;
use crate::plan::evidence::{NoneFound, Stance};
use crate::plan::published::{FromCounty, Measured, Published};
use crate::plan::standing::Measurement;
use crate::store::{Store, StoreError};

/// Figures by indicator.
pub type Figures = BTreeMap<String, Vec<Measurement>>;

/// The figures of a plan's indicators as they stand, and what of them and of `none_found` is the county's. `plan` is
/// whole. An indicator that is the county's as the county has it shows the county's figures until the district enters
/// one of its own.
///
/// # Errors
/// When the database fails.
pub fn figures_now(
    store: &Store,
    library: &Library,
    plan: &Plan,
    none_found: &[NoneFound],
) -> Result<(Figures, Option<FromCounty>), StoreError> {
    let own = store.list_measurements(&plan.key)?;
    let each = plan.indicators().map(|(_, indicator)| (indicator.key.clone(), own.now(&indicator.key)));
    let mut figures: Figures = each.collect();
    let Some(county) = plan.inherits.as_deref().and_then(|key| library.find_plan(key)) else {
        return Ok((figures, None));
    };
    let theirs = store.list_measurements(&county.key)?;
    let mut indicators = BTreeSet::new();
    for (_, indicator) in plan.indicators() {
        let is_theirs = county.indicators().any(|(_, known)| known == indicator);
        let Some(own) = figures.get_mut(&indicator.key).filter(|own| is_theirs && own.is_empty()) else { continue };
        *own = theirs.now(&indicator.key);
        if !own.is_empty() {
            indicators.insert(indicator.key.clone());
        }
    }
    let (said, own) = (store.list_none_found(&county.key)?, store.list_none_found(&plan.key)?);
    let is_own = |none: &NoneFound| own.iter().any(|stored| stored.none_found.outcome == none.outcome);
    let is_theirs = |none: &&NoneFound| !is_own(none) && said.iter().any(|stored| stored.none_found == **none);
    let looked = none_found.iter().filter(is_theirs).map(|none| none.outcome.clone()).collect();
    let (plan, title) = (county.key.clone(), county.title.clone());
    Ok((figures, Some(FromCounty { plan, title, indicators, looked, against: BTreeSet::new() })))
}

/// Takes from a version what it says in the county's name and the county's plan, as it is published now, does not say
/// (any more), and notes against which outcomes that plan names something. `county` is its newest version; none where it
/// is not published, and then it says nothing.
pub fn hold_to_county(version: &mut Published, county: Option<&Published>) {
    let Some(theirs) = &mut version.county else { return };
    let is_against = |outcome: &str| county.is_some_and(|plan| plan.side(outcome, Stance::Contrary).next().is_some());
    let outcomes = version.plan.outcomes.iter().map(|outcome| outcome.key.clone());
    theirs.against = outcomes.filter(|outcome| is_against(outcome)).collect();
    let is_said = |none: &NoneFound| county.is_some_and(|plan| plan.none_found.contains(none));
    let looked = &theirs.looked;
    version
        .none_found
        .retain(|none| !looked.contains(&none.outcome) || (is_said(none) && !theirs.against.contains(&none.outcome)));
    theirs.looked.retain(|outcome| version.none_found.iter().any(|none| none.outcome == *outcome));
}

/// Figures as a version and its file hold them.
pub fn measured(figures: &Figures) -> Vec<Measured> {
    let of = |(key, figures): (&String, &Vec<Measurement>)| -> Vec<Measured> {
        let one = |measurement: &Measurement| Measured { indicator: key.clone(), measurement: measurement.clone() };
        figures.iter().map(one).collect()
    };
    figures.iter().flat_map(of).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::plan::Status;
    use crate::plan::evidence::{Basis, Evidence};
    use crate::plan::progress::Draft;
    use crate::store::{ActionChange, Location, NewMeasurement};
    use crate::web::plans::{actions_now, find_whole, propose};

    const COUNTY: &str = "worcestershire-cypp-2014";
    const LOCAL: &str = "wychavon-local-2014";
    const INDICATOR: &str = "excess-weight-year-6-gap";

    fn opened() -> (tempfile::TempDir, Store, Library, Plan) {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&Location::Sqlite(folder.path().join("heard.sqlite"))).unwrap();
        let library = Library::load(None).unwrap();
        let plan = find_whole(&library, LOCAL).unwrap();
        (folder, store, library, plan)
    }

    fn enter(store: &Store, plan: &str, value: f64) {
        let (indicator, period) = (INDICATOR.to_owned(), "2013/14 academic".parse().unwrap());
        let new = NewMeasurement { indicator, period, value: Some(value), source: None };
        store.save_measurements(plan, vec![new], "officer", date(2026, 11, 26)).unwrap();
    }

    #[test]
    fn a_local_plan_shows_the_countys_figures_as_the_countys_until_it_has_its_own() {
        let (_folder, store, library, plan) = opened();
        enter(&store, COUNTY, 7.4);
        let (figures, county) = figures_now(&store, &library, &plan, &[]).unwrap();
        assert_eq!(figures[INDICATOR].iter().map(|one| one.value).collect::<Vec<_>>(), [7.4]);
        let county = county.unwrap();
        assert!(county.plan == COUNTY && county.indicators.iter().eq([INDICATOR]), "{county:?}");
        enter(&store, LOCAL, 9.9);
        let (figures, county) = figures_now(&store, &library, &plan, &[]).unwrap();
        assert_eq!(figures[INDICATOR].iter().map(|one| one.value).collect::<Vec<_>>(), [9.9]);
        assert!(county.unwrap().indicators.is_empty());
        let whole = find_whole(&library, COUNTY).unwrap();
        let (figures, county) = figures_now(&store, &library, &whole, &[]).unwrap();
        assert!(figures[INDICATOR][0].value == 7.4 && county.is_none(), "the county's own stay its own");
    }

    #[test]
    fn nothing_is_said_in_the_countys_name_that_its_published_plan_does_not_say() {
        let (_folder, store, library, plan) = opened();
        let county = find_whole(&library, COUNTY).unwrap();
        let outcome = county.outcomes[0].key.clone();
        let note = NoneFound { outcome: outcome.clone(), looked: "We read all".to_owned() };
        let on = date(2026, 11, 26);
        store.save_none_found(COUNTY, &note, "officer", on).unwrap();
        let named = |_: &Evidence| Ok(("Parks".to_owned(), None));
        let now = |plan: &Plan| propose(&library, &store, plan.clone(), Draft::default(), named).unwrap();
        let (local, before) = (now(&plan), now(&county));
        let held = |county: Option<&Published>| {
            let mut version = local.clone();
            hold_to_county(&mut version, county);
            (version.looked(&outcome).is_some(), version.county_against(&outcome).is_some())
        };
        assert_eq!(held(Some(&before)), (true, false));
        assert_eq!(held(None), (false, false), "a plan that is not published says nothing");
        let link = Evidence {
            outcome: outcome.clone(),
            district: Some("redditch".to_owned()),
            basis: Basis::Theme { consultation: "c".to_owned(), theme: "parks".to_owned() },
            stance: Stance::Contrary,
            note: "They say otherwise.".to_owned(),
        };
        store.save_evidence(COUNTY, &link, "officer", on).unwrap();
        assert_eq!(held(Some(&now(&county))), (false, true), "the county says no more that nothing was found");
        assert!(now(&plan).looked(&outcome).is_none(), "nor is it taken over into another version");
    }

    #[test]
    fn the_countys_note_of_having_looked_and_the_state_of_its_actions_are_taken_over() {
        let (_folder, store, library, plan) = opened();
        let on = date(2026, 11, 26);
        let note = |looked: &str| NoneFound { outcome: plan.outcomes[0].key.clone(), looked: looked.to_owned() };
        store.save_none_found(COUNTY, &note("We read all"), "officer", on).unwrap();
        let looked = |notes: &[NoneFound]| figures_now(&store, &library, &plan, notes).unwrap().1.unwrap().looked;
        assert!(looked(&[note("We read all")]).contains(&plan.outcomes[0].key));
        store.save_none_found(LOCAL, &note("We in Wychavon read all"), "officer", on).unwrap();
        assert!(looked(&[note("We in Wychavon read all")]).is_empty());
        let first = actions_now(&store, &plan).unwrap().remove(0);
        let change = |status| ActionChange {
            action: first.key.clone(),
            owner: None,
            due: None,
            status: Some(status),
            source: None,
            officer: "officer".to_owned(),
            changed_on: on,
        };
        store.save_action(COUNTY, &change(Status::Done)).unwrap();
        assert_eq!(actions_now(&store, &plan).unwrap()[0].status, Some(Status::Done));
        store.save_action(LOCAL, &change(Status::UnderWay)).unwrap();
        assert_eq!(actions_now(&store, &plan).unwrap()[0].status, Some(Status::UnderWay));
    }
}
