//! Finding a plan, whether it is a file or was written in Heard, with what officers have linked to it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::plan::missing;
use super::super::subject::Subject;
use crate::geography::Geography;
use crate::plan::Plan;
use crate::plan::evidence::{Basis, Evidence, NoneFound, Stance, check_evidence};
use crate::store::{Store, StoreError, StoredEvidence, StoredLocalPlan, StoredNoneFound};
use crate::web::{PageError, State};

/// The plan of this key.
///
/// # Errors
/// When there is none, or the database fails.
pub fn get_plan(state: &State, key: &str) -> Result<Arc<Plan>, PageError> {
    if let Some(plan) = state.library().find_plan(key) {
        return Ok(Arc::clone(plan));
    }
    let stored = state.store.find_local_plan(key)?.ok_or_else(missing)?;
    Ok(Arc::new(read(&stored)?))
}

/// A stored local plan as a plan.
///
/// # Errors
/// When it cannot be read, as after the file format changed.
pub fn read(stored: &StoredLocalPlan) -> Result<Plan, PageError> {
    let unreadable = |findings| PageError::broken(format!("a local plan cannot be read: {findings:?}"));
    crate::plan::parse(&stored.plan, &stored.body).map_err(unreadable)
}

/// The consultation whose answers speak to a plan, or to the county's plan that it inherits.
pub fn find_subject(state: &State, plan: &Plan) -> Option<Subject> {
    let inherited = || Subject::find_of_plan(state, plan.inherits.as_deref()?);
    Subject::find_of_plan(state, &plan.key).or_else(inherited)
}

/// The consultations that feed a plan, or the one that it inherits, by key.
pub fn feeding(state: &State, plan: &Plan) -> Vec<String> {
    let library = state.library();
    let feeds = |fed: &str| fed == plan.key || Some(fed) == plan.inherits.as_deref();
    let consultations = library.consultations().filter(|known| known.plan.as_deref().is_some_and(feeds));
    consultations.map(|known| known.key.clone()).collect()
}

/// A plan whose outcomes name the themes of this consultation that are linked as speaking for them as well: such a link says
/// that a theme speaks to an outcome as much as the plan's file does.
pub fn with_linked_themes(plan: &Plan, evidence: &[Evidence], consultation: Option<&str>) -> Plan {
    let mut plan = plan.clone();
    for link in evidence.iter().filter(|link| link.stance == Stance::Supporting) {
        let Basis::Theme { consultation: of, theme } = &link.basis else { continue };
        let outcome = plan.outcomes.iter_mut().find(|outcome| outcome.key == link.outcome);
        let outcome = outcome.filter(|outcome| Some(of.as_str()) == consultation && !outcome.themes.contains(theme));
        if let Some(outcome) = outcome {
            outcome.themes.push(theme.clone());
        }
    }
    plan
}

/// What does not fit among what is linked to a plan, each with the outcome that it is about and what is linked.
pub fn link_findings(plan: &Plan, evidence: &[Evidence], name: impl Fn(&Evidence) -> String) -> Vec<(String, String)> {
    let found = check_evidence("", plan, evidence).into_iter().filter_map(|finding| {
        let at: usize = finding.key.split('.').nth(1)?.parse().ok()?;
        let link = evidence.get(at.checked_sub(1)?)?;
        Some((link.outcome.clone(), format!("{} {}", name(link), finding.problem)))
    });
    found.collect()
}

/// The districts of a plan's geography.
///
/// # Errors
/// When the geography is not there.
pub fn geography(state: &State, plan: &Plan) -> Result<Arc<Geography>, PageError> {
    let library = state.library();
    let found = library.find_geography(&plan.geography).map(Arc::clone);
    found.ok_or_else(|| PageError::broken("a plan's geography is not there"))
}

/// What officers have linked to a plan and, for a district's, what it takes over from the county's: that was linked there
/// for the whole or for this district.
pub struct Linked {
    pub evidence: Vec<StoredEvidence>,
    pub none_found: Vec<StoredNoneFound>,
    /// How many of the evidence are the plan's own: they come first.
    own: usize,
}

impl Linked {
    /// What is linked to a plan.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list(store: &Store, plan: &Plan) -> Result<Self, StoreError> {
        let (mut evidence, mut none_found) = (store.list_evidence(&plan.key)?, store.list_none_found(&plan.key)?);
        let own = evidence.len();
        if let Some(county) = &plan.inherits {
            let is_here = |about: Option<&str>| about.is_none() || about == plan.district.as_deref();
            let theirs = store.list_evidence(county)?;
            // Linked for another district it is not taken over, yet the county's plan says no more that nothing was found.
            let against = |link: &Evidence| link.stance == Stance::Contrary;
            let against: BTreeSet<String> =
                theirs.iter().filter(|one| against(&one.evidence)).map(|one| one.evidence.outcome.clone()).collect();
            for theirs in theirs {
                let link = &theirs.evidence;
                let is_ours = |ours: &StoredEvidence| {
                    (&ours.evidence.outcome, &ours.evidence.basis) == (&link.outcome, &link.basis)
                };
                if is_here(link.district.as_deref()) && !evidence[..own].iter().any(is_ours) {
                    evidence.push(theirs);
                }
            }
            let said = |outcome: &str, all: &[StoredNoneFound]| all.iter().any(|one| one.none_found.outcome == outcome);
            for theirs in store.list_none_found(county)? {
                let outcome = &theirs.none_found.outcome;
                if !said(outcome, &none_found) && !against.contains(outcome) {
                    none_found.push(theirs);
                }
            }
        }
        Ok(Self { evidence, none_found, own })
    }

    /// Whether a link is taken over from the county's plan.
    pub fn is_inherited(&self, id: i64) -> bool {
        self.evidence.iter().skip(self.own).any(|link| link.id == id)
    }

    /// The links alone.
    pub fn facts(&self) -> (Vec<Evidence>, Vec<NoneFound>) {
        let evidence = self.evidence.iter().map(|stored| stored.evidence.clone()).collect();
        (evidence, self.none_found.iter().map(|stored| stored.none_found.clone()).collect())
    }
}
