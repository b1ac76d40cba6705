//! The library that is served at this moment, replaced as a whole when a survey is published.
//!
//! One server replaces its own. Where several serve one database, the others read what was published when they are
//! started again.

use std::sync::{Arc, PoisonError, RwLock};

use super::Library;
use crate::ballot::Ballot;
use crate::survey::Consultation;

/// Holds the library; whoever has taken one keeps it while another takes its place.
pub struct Shelf(RwLock<Arc<Library>>);

impl Shelf {
    /// Begins with this one.
    pub fn new(library: Arc<Library>) -> Self {
        Self(RwLock::new(library))
    }

    /// What is served now.
    pub fn library(&self) -> Arc<Library> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Serves this ballot from now on, in place of the one of its key.
    pub fn take_in_ballot(&self, ballot: Ballot) {
        let mut held = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let mut ballots = held.ballots.clone();
        ballots.insert(ballot.key.clone(), Arc::new(ballot));
        *held = Arc::new(Library { ballots, ..held.copy() });
    }

    /// Serves this consultation from now on, in place of the one of its key; gives what is then served.
    pub fn take_in(&self, consultation: Consultation) -> Arc<Library> {
        let mut held = self.0.write().unwrap_or_else(PoisonError::into_inner);
        *held = Arc::new(held.with(consultation));
        Arc::clone(&held)
    }
}

impl Library {
    /// The same with this consultation in place of the one of its key.
    fn with(&self, consultation: Consultation) -> Self {
        let mut consultations = self.consultations.clone();
        consultations.insert(consultation.key.clone(), Arc::new(consultation));
        Self { consultations, ..self.copy() }
    }

    /// The same again: everything in it is shared.
    fn copy(&self) -> Self {
        Self {
            consultations: self.consultations.clone(),
            ballots: self.ballots.clone(),
            geographies: self.geographies.clone(),
            plans: self.plans.clone(),
            code_frames: self.code_frames.clone(),
            postcodes: Arc::clone(&self.postcodes),
            lexicons: Arc::clone(&self.lexicons),
            local: self.local.clone(),
        }
    }

    /// The keys that a survey's settings may name: geographies, plans, code frames.
    pub fn named(&self) -> [Vec<&str>; 3] {
        [
            self.geographies.keys().map(String::as_str).collect(),
            self.plans.keys().map(String::as_str).collect(),
            self.code_frames.keys().map(String::as_str).collect(),
        ]
    }
}
