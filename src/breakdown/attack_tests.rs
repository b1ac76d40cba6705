//! Somebody who knows the policy and the size of every group and tries every row of numbers there could be: a number
//! that is hidden for being small could still be any small number.
//!
//! Leaves out somebody who also reasons from which numbers were hidden along with the small ones.

use super::*;

/// What a reader sees of the first row: each rounded count or that it is hidden, and the total.
type Seen = (Vec<Option<u64>>, Option<u64>);

fn publish(bases: &[u64], counts: &[u64], policy: Policy) -> Seen {
    let group = |(i, base): (usize, &u64)| Group { key: format!("g{i}"), name: format!("Group {i}"), base: *base };
    let groups: Vec<Group> = bases.iter().enumerate().map(group).collect();
    let row = Row { key: "a".into(), name: "a".into(), counts: counts.to_vec(), total: counts.iter().sum() };
    let table = Breakdown::new(bases.iter().sum(), &groups, &[row], policy);
    let count = |figure: &Figure| figure.shown().map(|share| share.count);
    (table.rows[0].cells.iter().map(|cell| count(&cell.figure)).collect(), count(&table.rows[0].everyone))
}

/// Whether what is seen can be true with this number in this place.
fn is_possible(seen: &Seen, bases: &[u64], policy: Policy, place: usize, number: u64) -> bool {
    let numbers = |at: usize| -> Vec<u64> {
        let looks_so = |count: &u64| seen.0[at].is_none_or(|shown| policy.round(*count) == shown);
        let may_be_shown = |count: &u64| seen.0[at].is_none() || !policy.is_small(*count, bases[at]);
        (0..=bases[at]).filter(|count| looks_so(count) && may_be_shown(count)).collect()
    };
    let everyone: u64 = bases.iter().sum();
    let mut totals = std::collections::BTreeSet::from([number]);
    for others in (0..bases.len()).filter(|at| *at != place).map(numbers) {
        totals = totals.iter().flat_map(|total| others.iter().map(move |other| total + other)).collect();
    }
    let fits = |total: u64| policy.round(total) == seen.1.unwrap_or(0) && !policy.is_small(total, everyone);
    seen.1.is_none() || totals.into_iter().any(fits)
}

fn assert_nothing_small_is_told(bases: &[u64], counts: &[u64], policy: Policy) {
    let seen = publish(bases, counts, policy);
    for (place, count) in counts.iter().enumerate().filter(|(_, count)| **count < policy.threshold) {
        assert_eq!(seen.0[place], None, "{count} is shown");
        for number in 0..policy.threshold {
            let possible = is_possible(&seen, bases, policy, place, number);
            assert!(possible, "{counts:?} of {bases:?}: {seen:?} tells that number {place} is not {number}");
        }
    }
}

#[test]
fn seven_districts_of_which_one_is_small_tell_nothing_of_it() {
    for elsewhere in 0..10 {
        let counts = [65, 31, 40, 60, 65, 60, elsewhere];
        assert_nothing_small_is_told(&[95, 70, 85, 100, 125, 100, 45], &counts, Policy::default());
    }
}

#[test]
fn the_attacker_finds_what_subtraction_gives_away() {
    let exact = Policy { rounding: 1, ..Policy::default() };
    let careless = (vec![Some(40), None, Some(17)], Some(58));
    let possible = (0..10).filter(|number| is_possible(&careless, &[100, 100, 100], exact, 1, *number));
    assert_eq!(possible.collect::<Vec<_>>(), [1]);
}

proptest::proptest! {
    #[test]
    fn a_small_number_could_be_any_small_number(
        counts in proptest::collection::vec(0u64..60, 2..6),
        more in proptest::collection::vec(20u64..60, 6),
        rounding in 1u64..12,
    ) {
        let bases: Vec<u64> = counts.iter().zip(&more).map(|(count, more)| count + more).collect();
        assert_nothing_small_is_told(&bases, &counts, Policy { rounding, ..Policy::default() });
    }
}
