//! Ridge regression in closed form, with what it would say of every answer had it not seen the person.
//!
//! (K + λI)·α = R, one Cholesky for all themes. Leaving out a group g (all answers of one person) costs a
//! small solve: R_g − ((K + λI)⁻¹_gg)⁻¹·α_g (Cook and Weisberg 1982, for groups). One thread, so that sums
//! come in the same order on every machine. Leaves out which kernel (`kernel`) and what the scores decide
//! (`cuts`).

use faer::linalg::solvers::{DenseSolveCore, Solve};
use faer::{Mat, MatRef, Side};

/// What ridge regression learnt.
pub(super) struct Solved {
    /// For every example a weight a theme.
    pub weights: Mat<f32>,
    /// What would be said of every example with its group left out.
    pub held_out: Mat<f32>,
}

/// Solves for all themes at once. `groups` are the places of the examples that belong together.
/// `None` where the kernel is no kernel: numbers that are not finite.
pub(super) fn solve(kernel: &Mat<f32>, noise: f32, wanted: &Mat<f32>, groups: &[Vec<usize>]) -> Option<Solved> {
    faer::set_global_parallelism(faer::Par::Seq);
    let count = kernel.nrows();
    let noisy =
        Mat::from_fn(count, count, |row, column| kernel[(row, column)] + if row == column { noise } else { 0.0 });
    let factor = noisy.llt(Side::Lower).ok()?;
    let weights = factor.solve(wanted);
    let inverse = factor.inverse();
    let mut held_out = wanted.clone();
    for group in groups {
        leave_out(inverse.as_ref(), &weights, group, &mut held_out)?;
    }
    Some(Solved { weights, held_out })
}

/// Puts into the rows of one group what would be said of them without them.
fn leave_out(inverse: MatRef<'_, f32>, weights: &Mat<f32>, group: &[usize], held_out: &mut Mat<f32>) -> Option<()> {
    let themes = weights.ncols();
    if let &[only] = group {
        for theme in 0..themes {
            held_out[(only, theme)] -= weights[(only, theme)] / inverse[(only, only)];
        }
        return Some(());
    }
    let block = Mat::from_fn(group.len(), group.len(), |row, column| inverse[(group[row], group[column])]);
    let own = Mat::from_fn(group.len(), themes, |row, theme| weights[(group[row], theme)]);
    let missed = block.llt(Side::Lower).ok()?.solve(&own);
    for (row, &place) in group.iter().enumerate() {
        for theme in 0..themes {
            held_out[(place, theme)] -= missed[(row, theme)];
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A kernel of five points on a line.
    fn kernel(places: &[f32]) -> Mat<f32> {
        Mat::from_fn(places.len(), places.len(), |a, b| (-(places[a] - places[b]).powi(2)).exp())
    }

    #[test]
    fn left_out_in_closed_form_is_left_out_in_truth() {
        let places = [0.0f32, 0.4, 1.1, 1.9, 2.2];
        let wanted = Mat::from_fn(5, 1, |row, _| [1.0f32, 0.5, -0.3, -1.0, 0.2][row]);
        let groups = [vec![0, 3], vec![1], vec![2], vec![4]];
        let solved = solve(&kernel(&places), 0.3, &wanted, &groups).unwrap();
        for group in &groups {
            let rest: Vec<usize> = (0..5).filter(|place| !group.contains(place)).collect();
            let of_rest: Vec<f32> = rest.iter().map(|&place| places[place]).collect();
            let wanted_of_rest = Mat::from_fn(rest.len(), 1, |row, _| wanted[(rest[row], 0)]);
            let singles: Vec<Vec<usize>> = (0..rest.len()).map(|place| vec![place]).collect();
            let learnt = solve(&kernel(&of_rest), 0.3, &wanted_of_rest, &singles).unwrap();
            for &place in group {
                let said: f32 = (0..rest.len())
                    .map(|row| (-(places[place] - of_rest[row]).powi(2)).exp() * learnt.weights[(row, 0)])
                    .sum();
                assert!((said - solved.held_out[(place, 0)]).abs() < 1e-4, "{place}");
            }
        }
    }
}
