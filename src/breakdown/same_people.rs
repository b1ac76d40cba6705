//! Tables of one publication whose groups are of the same people: everybody who answered, and those of them who answered
//! one question.
//!
//! A base that one table hides so that a small one beside it cannot be worked out may stand in another, a person or two
//! larger. So what is hidden of a group in one table is hidden in every other that counts nearly the same people of it.
//! Hiding more tells nothing more. Leaves out what a table hides by itself ([`Breakdown`]).

use super::suppression::Policy;
use super::table::{Breakdown, Count, Difference, Figure};

/// A table and how many people each of its groups has, exactly, in the order of its groups.
#[derive(Debug)]
pub struct Based<'a> {
    pub table: &'a mut Breakdown,
    pub bases: &'a [u64],
    /// Something of it is withheld for what it tells of an earlier question ([`super::Withheld`]): what it hides says
    /// nothing of other tables, unless it is small.
    pub withheld: bool,
}

/// Hides the base of a group, with all that is counted over it, in every table in which nearly as many people of the group
/// are counted as in one that hides it: fewer people more or less than a shown number may tell of. The tables have the same
/// groups in the same order.
pub fn hide_alike(tables: &mut [Based], policy: Policy) {
    let groups = tables.iter().map(|one| one.table.groups.len().min(one.bases.len())).min().unwrap_or(0);
    for group in 0..groups {
        let is_own = |one: &Based| one.is_hidden(group) && (!one.withheld || one.bases[group] < policy.threshold);
        let mut waiting: Vec<usize> = (0..tables.len()).filter(|at| is_own(&tables[*at])).collect();
        while let Some(hidden) = waiting.pop() {
            let people = tables[hidden].bases[group];
            for (at, other) in tables.iter_mut().enumerate() {
                if !other.is_hidden(group) && other.bases[group].abs_diff(people) < policy.threshold {
                    other.hide(group);
                    waiting.push(at);
                }
            }
        }
    }
}

impl Based<'_> {
    fn is_hidden(&self, group: usize) -> bool {
        self.table.groups[group].base == Count::Hidden
    }

    fn hide(&mut self, group: usize) {
        self.table.groups[group].base = Count::Hidden;
        for cell in self.table.rows.iter_mut().filter_map(|row| row.cells.get_mut(group)) {
            (cell.figure, cell.differs, cell.gap) = (Figure::Hidden, Difference::NotCompared, None);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breakdown::{Group, Row};

    fn table(bases: &[u64]) -> Breakdown {
        let group = |(at, base): (usize, &u64)| Group { key: format!("g{at}"), name: format!("G{at}"), base: *base };
        let groups: Vec<Group> = bases.iter().enumerate().map(group).collect();
        let counts: Vec<u64> = bases.iter().map(|base| base / 2).collect();
        let row = Row { key: "a".into(), name: "A".into(), total: counts.iter().sum(), counts };
        Breakdown::new(bases.iter().sum(), &groups, &[row], Policy::default())
    }

    fn hidden(table: &Breakdown) -> Vec<bool> {
        table.groups.iter().map(|group| group.base == Count::Hidden).collect()
    }

    #[test]
    fn a_base_hidden_for_anothers_sake_does_not_stand_in_the_next_table() {
        // 60 people, who are 62 at most, less 13 and 38 leave the three open up to nine; 55 leave six at most.
        let (all, wrote, few) = ([15, 3, 40], [14, 3, 39], [60, 30, 90]);
        let mut tables = [table(&all), table(&wrote), table(&few)];
        assert_eq!(hidden(&tables[0]), [false, true, false]);
        assert_eq!(hidden(&tables[1]), [true, true, false], "the fourteen would tell of the three");
        let [a, b, c] = &mut tables;
        let based = |table, bases| Based { table, bases, withheld: false };
        hide_alike(&mut [based(a, &all), based(b, &wrote), based(c, &few)], Policy::default());
        assert_eq!(hidden(&tables[0]), [true, true, false]);
        assert_eq!(hidden(&tables[1]), [true, true, false]);
        assert_eq!(hidden(&tables[2]), [false; 3], "other people are another number");
        assert_eq!(tables[0].rows[0].cells[0].figure, Figure::Hidden);
    }

    #[test]
    fn what_is_withheld_for_an_earlier_answer_hides_nothing_elsewhere() {
        let bases = [60, 50, 70];
        let mut tables = [table(&bases), table(&bases)];
        tables[0].groups[0].base = Count::Hidden;
        let [a, b] = &mut tables;
        let based = |table, withheld| Based { table, bases: &bases, withheld };
        hide_alike(&mut [based(a, true), based(b, false)], Policy::default());
        assert_eq!(hidden(&tables[1]), [false; 3]);
    }

    proptest::proptest! {
        #[test]
        fn the_base_of_a_group_is_shown_in_every_table_of_the_same_people_or_in_none(
            bases in proptest::collection::vec(0u64..60, 2..8),
            silent in proptest::collection::vec(proptest::collection::vec(0u64..9, 8), 2),
        ) {
            let less = |silent: &Vec<u64>| -> Vec<u64> {
                bases.iter().zip(silent).map(|(base, silent)| base.saturating_sub(*silent)).collect()
            };
            let all = [bases.clone(), less(&silent[0]), less(&silent[1])];
            let mut tables = all.clone().map(|bases| table(&bases));
            let before: Vec<Vec<bool>> = tables.iter().map(hidden).collect();
            let mut based: Vec<Based> =
                tables.iter_mut().zip(&all).map(|(table, bases)| Based { table, bases, withheld: false }).collect();
            hide_alike(&mut based, Policy::default());
            for (group, _) in bases.iter().enumerate() {
                let is_hidden = tables.each_ref().map(|table| hidden(table)[group]);
                proptest::prop_assert!(is_hidden.iter().all(|one| *one == is_hidden[0]), "{tables:?}");
                proptest::prop_assert_eq!(is_hidden[0], before.iter().any(|table| table[group]));
            }
        }
    }
}
