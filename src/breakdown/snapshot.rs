//! Figures as they were published, and when they may be published anew.
//!
//! Somebody who compares two publications of one consultation learns about those who answered in between. So a
//! publication stays as it is until enough more have answered, or says the same numbers. Leaves out keeping it (`store`).

use std::collections::BTreeMap;

use super::{Breakdown, Count, Figure, Policy};

/// One publication: what it rests on, which is kept and never shown, and what it shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Snapshot {
    /// How many people each group that is told apart has, exactly, by a key of the caller's; everyone is one of them.
    pub people: BTreeMap<String, u64>,
    /// Every number that is shown, by a key of the caller's: counts and bases.
    pub numbers: BTreeMap<String, Count>,
}

/// Whether a consultation may be published anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refresh {
    /// Every number is the same: publishing again tells nothing.
    Same,
    /// Every group that has changed has changed by enough people.
    Enough,
    /// Not yet: these groups have changed by fewer people than this, so that what changed is theirs.
    TooSoon { least: u64, groups: Vec<String> },
}

impl Snapshot {
    /// Notes every number that a table shows: its bases and the counts of its shares. `name` tells the table from others.
    pub fn show(&mut self, name: &str, table: &Breakdown) {
        let mut note = |group: &str, row: &str, number| self.numbers.insert(format!("{name}\n{group}\n{row}"), number);
        let counted = |figure: &Figure| figure.shown().map_or(Count::Hidden, |share| Count::Shown(share.count));
        note("", "", table.everyone);
        for group in &table.groups {
            note(&group.name, "", group.base);
        }
        for row in &table.rows {
            note("", &row.name, counted(&row.everyone));
            for (group, cell) in table.groups.iter().zip(&row.cells) {
                note(&group.name, &row.name, counted(&cell.figure));
            }
        }
    }

    /// Whether a later state may be published after this one. A group that gained or lost somebody must have changed by
    /// the policy's threshold at least, whether or not the consultation has closed: its last response is as much one
    /// person's as any other.
    pub fn refresh(&self, later: &Self, policy: Policy) -> Refresh {
        if self.numbers == later.numbers {
            return Refresh::Same;
        }
        let of = |snapshot: &Self, key: &String| snapshot.people.get(key).copied().unwrap_or(0);
        let keys: std::collections::BTreeSet<&String> = self.people.keys().chain(later.people.keys()).collect();
        let changed_by_few = |key: &&&String| {
            let change = of(self, key).abs_diff(of(later, key));
            change > 0 && change < policy.threshold
        };
        let groups: Vec<String> = keys.iter().filter(changed_by_few).map(|key| (**key).clone()).collect();
        // Nobody more or fewer, and yet other numbers: a coding was corrected, or one came for one who went.
        let nobody = keys.iter().all(|key| of(self, key) == of(later, key));
        match groups.is_empty() && !nobody {
            true => Refresh::Enough,
            false if nobody => {
                Refresh::TooSoon { least: policy.threshold, groups: keys.into_iter().cloned().collect() }
            }
            false => Refresh::TooSoon { least: policy.threshold, groups },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn snapshot(people: &[(&str, u64)], shown: &[(&str, u64)]) -> Snapshot {
        let policy = Policy::default();
        Snapshot {
            people: people.iter().map(|(key, people)| ((*key).to_owned(), *people)).collect(),
            numbers: shown.iter().map(|(key, number)| ((*key).to_owned(), Count::publish(*number, policy))).collect(),
        }
    }

    #[test]
    fn every_number_of_a_table_is_noted_and_a_hidden_one_as_hidden() {
        use crate::breakdown::{Group, Row};
        let group = Group { key: "a".into(), name: "A".into(), base: 100 };
        let rows = [("x", 60), ("y", 3)];
        let rows =
            rows.map(|(name, count)| Row { key: name.into(), name: name.into(), counts: vec![count], total: count });
        let mut snapshot = Snapshot::default();
        snapshot.show("t", &Breakdown::new(100, &[group], &rows, Policy::default()));
        let of = |key: &str| snapshot.numbers.get(key).copied();
        assert_eq!(
            (of("t\n\n"), of("t\nA\n"), of("t\nA\nx")),
            (Some(Count::Shown(100)), Some(Count::Shown(100)), Some(Count::Shown(60)))
        );
        assert_eq!((of("t\nA\ny"), snapshot.numbers.len()), (Some(Count::Hidden), 6));
    }

    #[test]
    fn one_more_person_changes_nothing_that_is_published() {
        let policy = Policy::default();
        let before = snapshot(&[("all", 200), ("Wychavon", 40)], &[("all", 200), ("no", 12)]);
        let after = snapshot(&[("all", 201), ("Wychavon", 41)], &[("all", 201), ("no", 13)]);
        let groups = vec!["Wychavon".to_owned(), "all".to_owned()];
        assert_eq!(before.refresh(&after, policy), Refresh::TooSoon { least: 10, groups });
        let unnoticed = snapshot(&[("all", 201), ("Wychavon", 41)], &[("all", 201), ("no", 12)]);
        assert_eq!(before.refresh(&unnoticed, policy), Refresh::Same);
    }

    #[test]
    fn enough_more_everywhere_is_enough_and_one_group_with_few_is_not() {
        let policy = Policy::default();
        let before = snapshot(&[("all", 200), ("Wychavon", 40)], &[("no", 12)]);
        let enough = snapshot(&[("all", 300), ("Wychavon", 50)], &[("no", 30)]);
        assert_eq!(before.refresh(&enough, policy), Refresh::Enough);
        let few = snapshot(&[("all", 300), ("Wychavon", 41)], &[("no", 30)]);
        assert_eq!(before.refresh(&few, policy), Refresh::TooSoon { least: 10, groups: vec!["Wychavon".to_owned()] });
        let erased = snapshot(&[("all", 199), ("Wychavon", 40)], &[("no", 30)]);
        assert_eq!(before.refresh(&erased, policy), Refresh::TooSoon { least: 10, groups: vec!["all".to_owned()] });
    }

    #[test]
    fn other_numbers_of_the_same_number_of_people_wait() {
        let before = snapshot(&[("all", 200)], &[("no", 12)]);
        let swapped = snapshot(&[("all", 200)], &[("no", 13)]);
        assert!(matches!(before.refresh(&swapped, Policy::default()), Refresh::TooSoon { .. }));
    }
}
