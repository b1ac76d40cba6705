//! What a view that reads every answer came to, kept until anything has changed: at a million answers reading them
//! for each look would take too long.
//!
//! Kept in memory only. Counts and words as they may be shown, never what is covered.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::similar::Found;
use crate::breakdown::{ClosedAnswers, KeyWords};
use crate::store::StoreError;
use crate::web::State;

/// What the views that read every answer came to.
#[derive(Default)]
pub struct Views {
    pub(super) words: Kept<KeyWords>,
    pub(super) similar: Kept<Found>,
    pub(super) answers: Kept<ClosedAnswers>,
}

/// What one view came to, for each thing it can be asked.
pub(super) struct Kept<T> {
    /// By what was asked: the moment it was worked out, and what it came to.
    known: Mutex<BTreeMap<String, (Moment, Arc<T>)>>,
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self { known: Mutex::default() }
    }
}

impl<T> Kept<T> {
    /// What was worked out for this before, if nothing has changed since; otherwise what `make` works out. `now` must
    /// have been taken before anything is read. Who asks for the same meanwhile may work it out as well.
    ///
    /// # Errors
    /// As `make`; then nothing is kept.
    pub(super) fn get<E>(&self, now: Moment, asked: &str, make: impl FnOnce() -> Result<T, E>) -> Result<Arc<T>, E> {
        if let Some((then, known)) = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(asked)
            && *then == now
        {
            return Ok(Arc::clone(known));
        }
        let made = Arc::new(make()?);
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.insert(asked.to_owned(), (now, Arc::clone(&made)));
        Ok(made)
    }
}

/// How far the change log and its follower have come. Both count: an answer may be shown only once the follower has
/// looked through it, and one that was erased must go at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Moment {
    log: String,
    follower: Option<String>,
}

impl Moment {
    /// This moment.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) fn now(state: &State) -> Result<Self, StoreError> {
        Ok(Self { log: state.store.last_position()?.to_text(), follower: state.index.position() })
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    fn moment(log: &str, follower: Option<&str>) -> Moment {
        Moment { log: log.to_owned(), follower: follower.map(str::to_owned) }
    }

    #[test]
    fn a_result_is_kept_until_the_log_or_its_follower_moves_on() {
        let kept = Kept::default();
        let get = |now: Moment, asked: &str, new: u32| {
            kept.get(now, asked, || Ok::<u32, Infallible>(new)).map(|found| *found).unwrap()
        };
        assert_eq!(get(moment("1", None), "a", 1), 1);
        assert_eq!(get(moment("1", None), "a", 2), 1);
        assert_eq!(get(moment("1", None), "b", 3), 3, "another question is another result");
        assert_eq!(get(moment("2", None), "a", 4), 4);
        assert_eq!(get(moment("2", Some("2")), "a", 5), 5);
        assert_eq!(get(moment("2", Some("2")), "a", 6), 5);
    }

    #[test]
    fn what_failed_is_not_kept() {
        let kept = Kept::default();
        assert!(kept.get(moment("1", None), "a", || Err("broken")).is_err());
        assert_eq!(kept.get(moment("1", None), "a", || Ok::<u32, &str>(2)).map(|found| *found), Ok(2));
    }
}
