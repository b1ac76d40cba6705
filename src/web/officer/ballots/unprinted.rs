//! Codes that were made and that whoever made them has not yet taken: vouchers for a school, or the two links of its
//! tally. The database has only hashes of them, so here is the only place they can be had from, for a short while.
//!
//! Kept in memory only: after a restart they are gone, and so they are after [`KEPT`] and once they are taken. Making
//! others is cheap, and codes that lie about are not.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::ballot::Voucher;

/// For so long codes wait.
pub const KEPT: Duration = Duration::from_secs(30 * 60);

/// What was made.
#[derive(Clone)]
pub enum Made {
    /// Vouchers by the name of their place.
    Vouchers(Vec<(String, Vec<Voucher>)>),
    /// The whole addresses of a place's two links, with the place's name.
    Links(String, [String; 2]),
}

struct Waiting {
    user: String,
    ballot: String,
    since: Instant,
    made: Made,
}

/// Everything that waits, by a handle that nobody guesses.
#[derive(Default)]
pub struct Unprinted(Mutex<BTreeMap<String, Waiting>>);

impl Unprinted {
    /// Keeps what somebody made for a ballot and gives the handle that it is had by.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub fn keep(&self, user: &str, ballot: &str, made: Made) -> Result<String, getrandom::Error> {
        let mut random = [0u8; 16];
        getrandom::fill(&mut random)?;
        let handle: String = random.iter().map(|byte| format!("{byte:02x}")).collect();
        let waiting = Waiting { user: user.to_owned(), ballot: ballot.to_owned(), since: Instant::now(), made };
        self.with(Instant::now(), |all| all.insert(handle.clone(), waiting));
        Ok(handle)
    }

    /// Shows what waits under a handle to whoever made it, and keeps it.
    pub fn look(&self, user: &str, ballot: &str, handle: &str) -> Option<Made> {
        self.look_at(Instant::now(), user, ballot, handle)
    }

    fn look_at(&self, now: Instant, user: &str, ballot: &str, handle: &str) -> Option<Made> {
        self.with(now, |all| {
            let found = all.get(handle).filter(|waiting| waiting.user == user && waiting.ballot == ballot);
            found.map(|waiting| waiting.made.clone())
        })
    }

    /// Forgets what waits under a handle; says whether it was still there. Of two who ask at once one is told so.
    pub fn take(&self, handle: &str) -> bool {
        self.with(Instant::now(), |all| all.remove(handle).is_some())
    }

    fn with<T>(&self, now: Instant, change: impl FnOnce(&mut BTreeMap<String, Waiting>) -> T) -> T {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, waiting| now.saturating_duration_since(waiting.since) < KEPT);
        change(&mut all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_for_whoever_made_them_once_and_for_a_while() {
        let unprinted = Unprinted::default();
        let links = || Made::Links("School".to_owned(), ["a".to_owned(), "b".to_owned()]);
        let handle = unprinted.keep("zoe", "one", links()).unwrap();
        assert!(unprinted.look("zoe", "one", &handle).is_some());
        assert!(unprinted.look("adam", "one", &handle).is_none() && unprinted.look("zoe", "two", &handle).is_none());
        assert!(unprinted.take(&handle) && !unprinted.take(&handle));
        let other = unprinted.keep("zoe", "one", links()).unwrap();
        assert_ne!(handle, other);
        assert!(unprinted.look_at(Instant::now() + KEPT, "zoe", "one", &other).is_none());
    }
}
