//! Linear programming for tests: the most that a weighted sum of numbers from 0 can be under conditions.
//!
//! The two-phase simplex method on a dense table, with Bland's rule so that it ends (G. B. Dantzig 1951; R. G. Bland,
//! Mathematics of Operations Research 2 (1977) 103–107). Leaves out large problems.

const TINY: f64 = 1e-9;
/// Rounds until Bland's rule sees to the end.
const PATIENCE: usize = 2_000;

/// A problem: numbers from 0, and conditions that a weighted sum is at most something.
pub(super) struct Simplex {
    unknown: usize,
    /// Each condition's weights and its limit.
    conditions: Vec<Vec<f64>>,
}

/// The table while it is solved: the last row is what is to be made large, the last column the limits.
#[derive(Clone)]
pub(super) struct Table {
    rows: Vec<Vec<f64>>,
    basis: Vec<usize>,
}

impl Simplex {
    pub fn new(unknown: usize) -> Self {
        Self { unknown, conditions: Vec::new() }
    }

    pub fn at_most(&mut self, sum: &[(usize, i64)], sign: f64, limit: f64) {
        let mut row = vec![0.0; self.unknown + 1];
        sum.iter().for_each(|(at, by)| row[*at] += sign * *by as f64);
        row[self.unknown] = limit;
        self.conditions.push(row);
    }

    /// A table whose numbers fit every condition; `None` where no numbers fit.
    pub fn fitting(&self) -> Option<Table> {
        let (unknown, conditions) = (self.unknown, self.conditions.len());
        // Columns: the unknown, a slack for each condition, one artificial number, the limit.
        let width = unknown + conditions + 2;
        let mut rows = vec![vec![0.0; width]; conditions + 1];
        for (at, condition) in self.conditions.iter().enumerate() {
            rows[at][..unknown].copy_from_slice(&condition[..unknown]);
            rows[at][unknown + at] = 1.0;
            rows[at][width - 2] = -1.0;
            rows[at][width - 1] = condition[unknown];
        }
        let mut table = Table { rows, basis: (unknown..unknown + conditions).collect() };
        let worst = (0..conditions).min_by(|a, b| self.limit(*a).total_cmp(&self.limit(*b)))?;
        if self.limit(worst) < -TINY {
            table.rows[conditions][width - 2] = 1.0;
            table.pivot(worst, width - 2);
            table.improve(width - 1);
            if table.rows[conditions][width - 1] < -1e-6 {
                return None;
            }
            table.drive_out(width - 2);
        }
        Some(table)
    }

    fn limit(&self, condition: usize) -> f64 {
        self.conditions[condition][self.unknown]
    }
}

impl Table {
    /// The most that a weighted sum of the unknown numbers can be; infinite where nothing limits it.
    pub fn most(&self, gain: &[f64]) -> f64 {
        let mut table = self.clone();
        let (last, width) = (table.basis.len(), table.rows[0].len());
        table.rows[last].fill(0.0);
        for (at, gain) in gain.iter().enumerate() {
            table.rows[last][at] = -gain;
        }
        for at in 0..last {
            let by = table.rows[last][table.basis[at]];
            table.subtract(last, at, by);
        }
        // The artificial number stays at 0.
        if table.improve(width - 2) { table.rows[last][width - 1] } else { f64::INFINITY }
    }

    /// Improves until nothing is left to, bringing in the one of these columns that helps most, or, when that has gone
    /// on for long, the first that helps; false when without limit.
    fn improve(&mut self, columns: usize) -> bool {
        let last = self.rows.len() - 1;
        for round in 0.. {
            let mut helps = (0..columns).filter(|column| self.rows[last][*column] < -TINY);
            let column = if round < PATIENCE {
                helps.min_by(|a, b| self.rows[last][*a].total_cmp(&self.rows[last][*b]))
            } else {
                helps.next()
            };
            let Some(column) = column else { return true };
            let limit = self.rows[0].len() - 1;
            let mut leaving: Option<(f64, usize)> = None;
            for at in (0..last).filter(|at| self.rows[*at][column] > TINY) {
                let ratio = self.rows[at][limit] / self.rows[at][column];
                let better = leaving.is_none_or(|(least, row)| {
                    ratio < least - TINY || (ratio < least + TINY && self.basis[at] < self.basis[row])
                });
                if better {
                    leaving = Some((ratio, at));
                }
            }
            let Some((_, row)) = leaving else { return false };
            self.pivot(row, column);
        }
        true
    }

    fn pivot(&mut self, row: usize, column: usize) {
        let by = self.rows[row][column];
        self.rows[row].iter_mut().for_each(|number| *number /= by);
        for other in (0..self.rows.len()).filter(|other| *other != row) {
            let by = self.rows[other][column];
            self.subtract(other, row, by);
        }
        self.basis[row] = column;
    }

    fn subtract(&mut self, from: usize, row: usize, by: f64) {
        if by.abs() > 1e-12 {
            let taken = self.rows[row].clone();
            self.rows[from].iter_mut().zip(&taken).for_each(|(number, taken)| *number -= by * taken);
        }
    }

    /// Takes a column that stands at 0 out of the basis.
    fn drive_out(&mut self, column: usize) {
        let Some(row) = self.basis.iter().position(|basic| *basic == column) else { return };
        if let Some(other) = (0..column).find(|other| self.rows[row][*other].abs() > TINY) {
            self.pivot(row, other);
        }
    }
}

#[test]
fn a_problem_from_a_textbook_is_solved() {
    // 3x + 5y with x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18: 36 at (2, 6). Hillier and Lieberman, the Wyndor Glass problem.
    let mut simplex = Simplex::new(2);
    simplex.at_most(&[(0, 1)], 1.0, 4.0);
    simplex.at_most(&[(1, 2)], 1.0, 12.0);
    simplex.at_most(&[(0, 3), (1, 2)], 1.0, 18.0);
    let most = |simplex: &Simplex| simplex.fitting().map(|table| table.most(&[3.0, 5.0]));
    assert!((most(&simplex).unwrap() - 36.0).abs() < 1e-9);
    simplex.at_most(&[(0, 1), (1, 1)], -1.0, -7.0);
    assert!((most(&simplex).unwrap() - 36.0).abs() < 1e-9, "a condition from below that holds changes nothing");
    simplex.at_most(&[(1, 1)], -1.0, -7.0);
    assert_eq!(most(&simplex), None);
}
