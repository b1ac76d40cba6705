//! The number a room is shown while people answer. It is rounded down to steps and looked at only now and then, so that
//! nobody in the room can see one person's answer arrive.

use crate::breakdown::{Count, Policy};

/// How many minutes a number stays before anybody counts again.
pub const LIVE_MINUTES: i64 = 10;
/// The smallest step.
const LEAST_STEP: u64 = 25;
/// How many steps lead to a large target.
const STEPS: u64 = 40;

/// What a room is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Live {
    /// At least so many have taken part; hidden while there are fewer than one step.
    pub at_least: Count,
    /// How far apart two numbers that are shown are.
    pub step: u64,
    pub target: u64,
}

impl Live {
    /// What is shown of so many.
    pub fn of(people: u64, target: u64, policy: Policy) -> Self {
        let step = Self::step_of(target, policy);
        let whole = people / step * step;
        Self { at_least: Count::publish(whole, Policy { rounding: step, ..policy }), step, target }
    }

    /// The step of a target: a fortieth of it in round numbers, and never fewer people than a shown number may tell of.
    pub fn step_of(target: u64, policy: Policy) -> u64 {
        let least = LEAST_STEP.max(policy.threshold).max(policy.rounding);
        let wanted = target / STEPS;
        let round = [25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000];
        let step = round.into_iter().rev().find(|step| *step <= wanted).unwrap_or(least);
        step.max(least)
    }

    /// What the number is over the target, from 0 to 1, in whole hundredths; nothing while it is hidden.
    pub fn percent(&self) -> Option<u64> {
        match self.at_least {
            Count::Shown(people) if self.target > 0 => Some((people * 100 / self.target).min(100)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_more_person_hardly_ever_moves_the_number_and_few_are_never_shown() {
        let policy = Policy::default();
        let shown = |people| Live::of(people, 600, policy).at_least;
        assert_eq!((shown(0), shown(24)), (Count::Hidden, Count::Hidden));
        assert_eq!((shown(25), shown(49), shown(50)), (Count::Shown(25), Count::Shown(25), Count::Shown(50)));
        let moves = (0..600).filter(|people| shown(*people) != shown(people + 1)).count();
        assert_eq!(moves, 24);
    }

    #[test]
    fn steps_grow_with_the_target_and_never_fall_under_the_threshold() {
        let policy = Policy::default();
        let steps = [0, 600, 2_000, 7_500, 100_000].map(|target| Live::step_of(target, policy));
        assert_eq!(steps, [25, 25, 50, 100, 2_500]);
        assert_eq!(Live::step_of(600, Policy { threshold: 40, ..policy }), 40);
        assert_eq!(Live::of(450, 600, policy).percent(), Some(75));
        assert_eq!((Live::of(900, 600, policy).percent(), Live::of(3, 600, policy).percent()), (Some(100), None));
    }
}
