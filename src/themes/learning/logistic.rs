//! Logistic regression held towards nought, by Newton's steps.
//!
//! Minimises Σ ln(1 + e^(−y·w·x)) + ½·held·|w|² over standardised inputs; the constant is free. Small (a
//! dozen inputs), so each step solves its equations directly.

use faer::linalg::solvers::Solve;
use faer::{Mat, Side};

/// Steps at most; a handful is enough.
const STEPS: usize = 25;

/// A fitted regression.
#[derive(Debug, Clone, Default)]
pub(super) struct Logistic {
    means: Vec<f64>,
    scales: Vec<f64>,
    weights: Vec<f64>,
    constant: f64,
}

impl Logistic {
    /// How likely a yes is for these inputs.
    pub fn chance(&self, row: &[f64]) -> f64 {
        let inputs = row.iter().zip(self.means.iter().zip(&self.scales));
        let inputs = inputs.map(|(value, (mean, scale))| (value - mean) / scale);
        sigmoid(self.constant + inputs.zip(&self.weights).map(|(value, weight)| value * weight).sum::<f64>())
    }

    /// What is minimised.
    fn loss(&self, rows: &[Vec<f64>], wanted: &[bool], held: f64) -> f64 {
        let missed = rows.iter().zip(wanted).map(|(row, &is_wanted)| {
            let chance = self.chance(row);
            -(if is_wanted { chance } else { 1.0 - chance }).max(1e-300).ln()
        });
        missed.sum::<f64>() + 0.5 * held * self.weights.iter().map(|weight| weight * weight).sum::<f64>()
    }
}

fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// Fits to rows of inputs, all of one length, and what is true of each.
pub(super) fn fit(rows: &[Vec<f64>], wanted: &[bool], held: f64) -> Logistic {
    let width = rows.first().map_or(0, Vec::len);
    let count = rows.len().max(1) as f64;
    let column = |place: usize| rows.iter().map(move |row| row.get(place).copied().unwrap_or_default());
    let means: Vec<f64> = (0..width).map(|place| column(place).sum::<f64>() / count).collect();
    let scales = (0..width).zip(&means).map(|(place, mean)| {
        let spread = (column(place).map(|value| (value - mean).powi(2)).sum::<f64>() / count).sqrt();
        if spread > 1e-9 { spread } else { 1.0 }
    });
    let scales: Vec<f64> = scales.collect();
    let yes = wanted.iter().filter(|&&it| it).count() as f64;
    let constant = ((yes + 0.5) / (count - yes + 0.5)).ln();
    let mut fitted = Logistic { means, scales, weights: vec![0.0; width], constant };
    if yes < 1.0 || yes >= count {
        return fitted;
    }
    for _ in 0..STEPS {
        let Some(moved) = step(&mut fitted, rows, wanted, held) else { break };
        if moved < 1e-6 {
            break;
        }
    }
    fitted
}

/// One of Newton's steps; gives how far the weights moved. `None` where the equations have no solution.
fn step(fitted: &mut Logistic, rows: &[Vec<f64>], wanted: &[bool], held: f64) -> Option<f64> {
    let width = fitted.weights.len();
    // The last place is the constant's.
    let mut curve = Mat::<f64>::zeros(width + 1, width + 1);
    let mut slope = Mat::<f64>::zeros(width + 1, 1);
    let mut inputs = vec![1.0; width + 1];
    for (row, &is_wanted) in rows.iter().zip(wanted) {
        for (place, value) in row.iter().enumerate() {
            inputs[place] = (value - fitted.means[place]) / fitted.scales[place];
        }
        let chance = fitted.chance(row);
        let missed = f64::from(u8::from(is_wanted)) - chance;
        let weight = (chance * (1.0 - chance)).max(1e-6);
        for a in 0..=width {
            slope[(a, 0)] += missed * inputs[a];
            for b in 0..=a {
                curve[(a, b)] += weight * inputs[a] * inputs[b];
            }
        }
    }
    for place in 0..width {
        slope[(place, 0)] -= held * fitted.weights[place];
        curve[(place, place)] += held;
    }
    curve[(width, width)] += 1e-6;
    let by = curve.llt(Side::Lower).ok()?.solve(&slope);
    // Newton's step can be too long where chances are near nought or one: it is halved until it helps.
    let before = fitted.loss(rows, wanted, held);
    let mut share = 1.0;
    while share > 1e-3 {
        let mut tried = fitted.clone();
        tried.weights.iter_mut().enumerate().for_each(|(place, weight)| *weight += share * by[(place, 0)]);
        tried.constant += share * by[(width, 0)];
        if tried.loss(rows, wanted, held) < before {
            *fitted = tried;
            return Some((0..=width).map(|place| (share * by[(place, 0)]).abs()).fold(0.0, f64::max));
        }
        share /= 2.0;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clear_difference_is_learnt_and_a_useless_input_is_not() {
        let rows: Vec<Vec<f64>> = (0..200).map(|n| vec![f64::from(n % 10), f64::from(n % 3)]).collect();
        let wanted: Vec<bool> = (0..200).map(|n| n % 10 >= 5).collect();
        let fitted = fit(&rows, &wanted, 1.0);
        assert!(fitted.chance(&[9.0, 1.0]) > 0.9 && fitted.chance(&[0.0, 1.0]) < 0.1);
        assert!(fitted.weights[0] > 10.0 * fitted.weights[1].abs());
    }

    #[test]
    fn what_nobody_applied_stays_unlikely() {
        let rows: Vec<Vec<f64>> = (0..50).map(|n| vec![f64::from(n)]).collect();
        assert!(fit(&rows, &[false; 50], 1.0).chance(&[25.0]) < 0.02);
    }
}
