//! Somebody reads a table of perspectives by district beside the children and young people of each district.

use proptest::collection::vec;

use super::*;
use crate::breakdown::attacker::Attacker;

fn groups(bases: &[u64]) -> Vec<Group> {
    let group = |(at, base): (usize, &u64)| Group { key: format!("g{at}"), name: format!("g{at}"), base: *base };
    bases.iter().enumerate().map(group).collect()
}

/// Perspectives by district, the last district being elsewhere, and the first two perspectives the young.
struct Counted {
    everyone: u64,
    groups: Vec<Group>,
    rows: Vec<Row>,
}

impl Counted {
    fn new(cells: &[Vec<u64>]) -> Self {
        let base = |group: usize| cells.iter().map(|row| row[group]).sum();
        let bases: Vec<u64> = (0..cells[0].len()).map(base).collect();
        let row = |(at, counts): (usize, &Vec<u64>)| Row {
            key: format!("r{at}"),
            name: format!("r{at}"),
            counts: counts.clone(),
            total: counts.iter().sum(),
        };
        let rows = cells.iter().enumerate().map(row).collect();
        Self { everyone: bases.iter().sum(), groups: groups(&bases), rows }
    }

    fn published(&self) -> Breakdown {
        Breakdown::of_options(self.everyone, &self.groups, &self.rows, Policy::default())
    }

    fn young(&self, published: &Breakdown) -> Breakdown {
        let table = OptionsTable { everyone: self.everyone, groups: &self.groups, rows: &self.rows, published };
        subtotals(&table, &[0, 1], self.groups.len() - 1, Policy::default())
    }

    /// What each hidden small number can be for somebody who reads the table, and these sums beside it.
    fn bounds(&self, published: &Breakdown, young: Option<&Breakdown>) -> Vec<(f64, f64)> {
        let policy = Policy::default();
        let mut attacker = Attacker::default();
        let cells: Vec<Vec<usize>> =
            self.rows.iter().map(|_| self.groups.iter().map(|_| attacker.new_number()).collect()).collect();
        let learn = |attacker: &mut Attacker, numbers: Vec<usize>, true_number: u64, is_shown: bool| {
            if is_shown {
                let seen = policy.seen(true_number);
                let sum = numbers.into_iter().map(|number| (number, 1)).collect();
                attacker.learn(sum, seen.least as i64, seen.most as i64);
            }
        };
        let column = |group: usize| cells.iter().map(|row| row[group]).collect::<Vec<_>>();
        learn(&mut attacker, cells.concat(), self.everyone, published.everyone != Count::Hidden);
        for (at, row) in published.rows.iter().enumerate() {
            learn(&mut attacker, cells[at].clone(), self.rows[at].total, row.everyone != Figure::Hidden);
            for (group, cell) in row.cells.iter().enumerate() {
                let number = self.rows[at].counts[group];
                learn(&mut attacker, vec![cells[at][group]], number, cell.figure != Figure::Hidden);
            }
        }
        for (group, shown) in published.groups.iter().enumerate() {
            learn(&mut attacker, column(group), self.groups[group].base, shown.base != Count::Hidden);
        }
        let both = |group: usize| vec![cells[0][group], cells[1][group]];
        let sum = |group: usize| self.rows[0].counts[group] + self.rows[1].counts[group];
        let districts = 0..self.groups.len() - 1;
        if let Some(young) = young {
            let all = districts.clone().flat_map(both).collect();
            learn(&mut attacker, all, districts.clone().map(sum).sum(), young.everyone != Count::Hidden);
            for group in districts.clone() {
                learn(&mut attacker, both(group), sum(group), young.rows[group].everyone != Figure::Hidden);
            }
        }
        let small = |row: usize, group: usize| {
            self.rows[row].counts[group] < 10 && published.rows[row].cells[group].figure == Figure::Hidden
        };
        let asked: Vec<Vec<(usize, i64)>> = (0..self.rows.len())
            .flat_map(|row| (0..self.groups.len()).map(move |group| (row, group)))
            .filter(|(row, group)| small(*row, *group))
            .map(|(row, group)| vec![(cells[row][group], 1)])
            .chain(
                districts.filter(|group| sum(*group) < 10).map(|group| both(group).iter().map(|at| (*at, 1)).collect()),
            )
            .collect();
        attacker.all_bounds(&asked)
    }
}

fn hidden(table: &Breakdown) -> Vec<&str> {
    let hidden = table.rows.iter().filter(|row| row.everyone == Figure::Hidden);
    hidden.map(|row| row.key.as_str()).collect()
}

#[test]
fn sums_that_tell_nothing_are_shown() {
    let counted = Counted::new(&[
        vec![30, 22, 12, 36, 40, 33, 6],
        vec![25, 20, 10, 34, 45, 37, 9],
        vec![25, 16, 10, 20, 25, 20, 7],
        vec![15, 12, 2, 10, 15, 10, 3],
    ]);
    let published = counted.published();
    let young = counted.young(&published);
    assert_eq!(hidden(&young), [] as [&str; 0], "{young:?}");
    assert_eq!(young.everyone, Count::Shown(345));
    assert_eq!(young.rows[0].everyone.shown().map(|share| (share.count, share.base)), Some((55, 345)));
}

#[test]
fn three_parents_are_not_what_a_district_less_its_young_are() {
    let counted = Counted::new(&[vec![50, 60, 70, 40], vec![45, 50, 60, 40], vec![3, 60, 70, 40]]);
    let published = counted.published();
    // By itself a table of the young by district hides nothing, and tells more than the other hides.
    let sums = [95, 110, 130].map(|total| Row { key: String::new(), name: String::new(), counts: vec![], total });
    let alone = Breakdown::of_options(335, &[], &sums, Policy::default());
    assert!(hidden(&alone).is_empty());
    let open = |young: Option<&Breakdown>| {
        let bounds = counted.bounds(&published, young);
        bounds.iter().map(|(least, most)| most.min(9.0) - least.max(0.0)).sum::<f64>()
    };
    assert!(open(Some(&alone)) < open(None) - 0.5, "the attack works where nothing is done");
    let young = counted.young(&published);
    assert!(hidden(&young).contains(&"g0") && open(Some(&young)) > open(None) - 0.01, "{young:?}");
}

proptest::proptest! {
    #[test]
    fn sums_beside_a_table_tell_nothing_of_what_it_hides(cells in vec(vec(0u64..45, 4), 4)) {
        let counted = Counted::new(&cells);
        let published = counted.published();
        let young = counted.young(&published);
        let (without, with) = (counted.bounds(&published, None), counted.bounds(&published, Some(&young)));
        for (without, with) in without.iter().zip(&with) {
            proptest::prop_assert!(with.0 < without.0.max(0.0) + 0.01, "{without:?} {with:?} {young:?}");
            proptest::prop_assert!(with.1 > without.1.min(9.0) - 0.01, "{without:?} {with:?} {young:?}");
        }
    }
}
