//! Finding a plan, whether it is a file or was written in Heard, with what officers have linked to it.

use std::sync::Arc;

use super::super::plan::missing;
use super::super::subject::Subject;
use crate::geography::Geography;
use crate::plan::Plan;
use crate::plan::evidence::{Evidence, NoneFound};
use crate::store::{StoredEvidence, StoredLocalPlan, StoredNoneFound};
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

/// The districts of a plan's geography.
///
/// # Errors
/// When the geography is not there.
pub fn geography(state: &State, plan: &Plan) -> Result<Arc<Geography>, PageError> {
    let library = state.library();
    let found = library.find_geography(&plan.geography).map(Arc::clone);
    found.ok_or_else(|| PageError::broken("a plan's geography is not there"))
}

/// What officers have linked to a plan.
pub struct Linked {
    pub evidence: Vec<StoredEvidence>,
    pub none_found: Vec<StoredNoneFound>,
}

impl Linked {
    /// What is linked to the plan of this key.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list(state: &State, plan: &str) -> Result<Self, PageError> {
        Ok(Self { evidence: state.store.list_evidence(plan)?, none_found: state.store.list_none_found(plan)? })
    }

    /// The links alone.
    pub fn facts(&self) -> (Vec<Evidence>, Vec<NoneFound>) {
        let evidence = self.evidence.iter().map(|stored| stored.evidence.clone()).collect();
        (evidence, self.none_found.iter().map(|stored| stored.none_found.clone()).collect())
    }
}
