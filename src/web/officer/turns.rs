//! Which answer each officer was given to code last, so that two who code at once are given different ones.
//!
//! Kept in memory only: after a restart two officers may meet on one answer, and the later word stands, as always.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// For so long an answer is kept for who was given it. An officer who went away keeps nobody from it for longer.
const KEPT: Duration = Duration::from_secs(15 * 60);

/// The answers that officers are coding now.
#[derive(Debug, Default)]
pub struct Turns {
    /// By code frame and account the answer given last, and when.
    given: Mutex<BTreeMap<(i64, String), (i64, Instant)>>,
}

impl Turns {
    /// Gives an officer of a code frame the answer that `find` chooses, and keeps it for them. `find` is told which
    /// answers other officers have; one of those is given only where `find` finds no other. Nobody else is given an
    /// answer meanwhile.
    ///
    /// # Errors
    /// As `find`.
    pub fn give<E>(
        &self,
        frame_id: i64,
        officer: &str,
        find: impl Fn(&[i64]) -> Result<Option<i64>, E>,
    ) -> Result<Option<i64>, E> {
        self.give_at(Instant::now(), frame_id, officer, find)
    }

    fn give_at<E>(
        &self,
        now: Instant,
        frame_id: i64,
        officer: &str,
        find: impl Fn(&[i64]) -> Result<Option<i64>, E>,
    ) -> Result<Option<i64>, E> {
        // Nothing is half done in there when a thread panics.
        let mut given = self.given.lock().unwrap_or_else(PoisonError::into_inner);
        given.retain(|_, (_, since)| now.saturating_duration_since(*since) < KEPT);
        let is_others = |(frame, account): &(i64, String)| *frame == frame_id && account != officer;
        let others: Vec<i64> = given.iter().filter(|(who, _)| is_others(who)).map(|(_, (id, _))| *id).collect();
        let found = match find(&others)? {
            None if !others.is_empty() => find(&[])?,
            found => found,
        };
        let who = (frame_id, officer.to_owned());
        match found {
            Some(id) => given.insert(who, (id, now)),
            None => given.remove(&who),
        };
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    /// The first of answers 1 and 2 that nobody else has.
    fn open(others: &[i64]) -> Result<Option<i64>, Infallible> {
        Ok([1, 2].into_iter().find(|id| !others.contains(id)))
    }

    #[test]
    fn two_officers_are_given_different_answers_and_each_keeps_theirs() {
        let turns = Turns::default();
        assert_eq!(turns.give(7, "ann", open), Ok(Some(1)));
        assert_eq!(turns.give(7, "ben", open), Ok(Some(2)));
        assert_eq!(turns.give(7, "ann", open), Ok(Some(1)), "asking again changes nothing");
        assert_eq!(turns.give(8, "ben", open), Ok(Some(1)), "another frame is another matter");
    }

    #[test]
    fn the_last_answer_is_given_even_where_somebody_has_it() {
        let turns = Turns::default();
        for officer in ["ann", "ben"] {
            turns.give(7, officer, open).unwrap();
        }
        assert_eq!(turns.give(7, "cat", open), Ok(Some(1)));
        assert_eq!(turns.give(7, "dan", |_: &[i64]| Ok::<_, Infallible>(None)), Ok(None));
    }

    #[test]
    fn an_officer_who_went_away_keeps_nobody_from_an_answer_for_long() {
        let (turns, start) = (Turns::default(), Instant::now());
        assert_eq!(turns.give_at(start, 7, "ann", open), Ok(Some(1)));
        assert_eq!(turns.give_at(start + KEPT / 2, 7, "ben", open), Ok(Some(2)));
        assert_eq!(turns.give_at(start + KEPT, 7, "cat", open), Ok(Some(1)));
    }
}
