//! Somebody who knows the policy, sees every figure of every table, and works out what a hidden number can be: by linear
//! programming, or exactly, trying whole numbers.
//!
//! For tests only. It does not reason from which numbers were hidden for the sake of others.

use super::simplex::Simplex;

/// What is known: a sum of unknown numbers lies between two numbers, both included.
pub(super) struct Known {
    pub sum: Vec<(usize, i64)>,
    pub least: i64,
    pub most: i64,
}

/// Stands for no limit.
pub(super) const FAR: i64 = 1_000_000;

/// Unknown whole numbers from 0, and all that is known of them.
#[derive(Default)]
pub(super) struct Attacker {
    pub unknown: usize,
    pub known: Vec<Known>,
}

impl Attacker {
    pub fn new_number(&mut self) -> usize {
        self.unknown += 1;
        self.unknown - 1
    }

    pub fn learn(&mut self, sum: Vec<(usize, i64)>, least: i64, most: i64) {
        self.known.push(Known { sum, least, most });
    }

    /// The least and the most that a sum can be, by linear programming.
    pub fn bounds(&self, sum: &[(usize, i64)]) -> (f64, f64) {
        self.all_bounds(&[sum.to_vec()])[0]
    }

    /// The same of each of several sums.
    pub fn all_bounds(&self, sums: &[Vec<(usize, i64)>]) -> Vec<(f64, f64)> {
        let mut simplex = Simplex::new(self.unknown);
        for known in &self.known {
            if known.most < FAR {
                simplex.at_most(&known.sum, 1.0, known.most as f64);
            }
            if known.least > -FAR {
                simplex.at_most(&known.sum, -1.0, -known.least as f64);
            }
        }
        let table = simplex.fitting().expect("the truth fits what is known");
        let most = |sum: &Vec<(usize, i64)>, sign: f64| {
            let mut gain = vec![0.0; self.unknown];
            sum.iter().for_each(|(at, by)| gain[*at] += sign * *by as f64);
            table.most(&gain)
        };
        sums.iter().map(|sum| (-most(sum, -1.0), most(sum, 1.0))).collect()
    }

    /// Whether a sum can be this number, trying whole numbers.
    pub fn is_possible(&mut self, sum: &[(usize, i64)], number: i64) -> bool {
        self.learn(sum.to_vec(), number, number);
        let found = self.search(vec![(0, FAR); self.unknown], &mut 200_000);
        self.known.pop();
        found
    }

    fn search(&self, mut ranges: Vec<(i64, i64)>, left: &mut u32) -> bool {
        *left = left.checked_sub(1).expect("the table is small enough to be searched");
        if !self.narrow(&mut ranges) {
            return false;
        }
        let open = (0..ranges.len()).filter(|at| ranges[*at].0 < ranges[*at].1);
        let Some(at) = open.min_by_key(|at| ranges[*at].1 - ranges[*at].0) else { return true };
        let middle = (ranges[at].0 + ranges[at].1) / 2;
        [(ranges[at].0, middle), (middle + 1, ranges[at].1)].into_iter().any(|half| {
            let mut some = ranges.clone();
            some[at] = half;
            self.search(some, left)
        })
    }

    /// Narrows every number by what is known until nothing changes; false when nothing fits.
    fn narrow(&self, ranges: &mut [(i64, i64)]) -> bool {
        loop {
            let mut changed = false;
            for known in &self.known {
                let ends = |(at, by): &(usize, i64), ranges: &[(i64, i64)]| {
                    let (one, other) = (ranges[*at].0 * by, ranges[*at].1 * by);
                    (one.min(other), one.max(other))
                };
                let low: i64 = known.sum.iter().map(|part| ends(part, ranges).0).sum();
                let high: i64 = known.sum.iter().map(|part| ends(part, ranges).1).sum();
                if low > known.most || high < known.least {
                    return false;
                }
                for part in &known.sum {
                    let (own_low, own_high) = ends(part, ranges);
                    let least = own_low.max(known.least - (high - own_high));
                    let most = own_high.min(known.most - (low - own_low));
                    let (at, by) = *part;
                    let (least, most) = if by > 0 {
                        (least.div_euclid(by) + i64::from(least.rem_euclid(by) > 0), most.div_euclid(by))
                    } else {
                        let by = -by;
                        let (least, most) = (-most, -least);
                        (least.div_euclid(by) + i64::from(least.rem_euclid(by) > 0), most.div_euclid(by))
                    };
                    let narrowed = (ranges[at].0.max(least), ranges[at].1.min(most));
                    if narrowed.0 > narrowed.1 {
                        return false;
                    }
                    changed |= narrowed != ranges[at];
                    ranges[at] = narrowed;
                }
            }
            if !changed {
                return true;
            }
        }
    }
}

#[test]
fn the_attacker_subtracts_and_finds_the_widow() {
    let mut attacker = Attacker::default();
    let [married, divorced, single] = [(); 3].map(|()| attacker.new_number());
    attacker.learn(vec![(married, 1)], 17, 17);
    attacker.learn(vec![(divorced, 1)], 4, 4);
    attacker.learn(vec![(married, 1), (divorced, 1), (single, 1)], 22, 22);
    assert_eq!(attacker.bounds(&[(single, 1)]), (1.0, 1.0));
    assert!(attacker.is_possible(&[(single, 1)], 1) && !attacker.is_possible(&[(single, 1)], 0));
}
