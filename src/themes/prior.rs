//! What a code frame believes of an answer before any officer has coded one.
//!
//! The frame's phrases and sayings stand as made-up answers whose themes are known, each believed by its
//! weight w: a Gaussian process conditioned on them,
//! m(x) = 0.06 + K(x, P)·(K(P, P) + diag(0.5 / w))⁻¹·(Y − 0.06),
//! solved by conjugate gradients and kept as one weight a feature and theme, so that an answer costs one
//! pass over its features. It depends on the frame alone.

use faer::linalg::matmul::matmul;
use faer::linalg::solvers::Solve;
use faer::{Accum, Mat, MatMut, MatRef, Par, Side};
use rayon::prelude::*;

use super::features::{DENSE, Featured, Features};
use super::matrix::add;
use crate::text::Vectors;

/// What a theme is believed with when nothing is known.
pub(super) const BASELINE: f32 = 0.06;

/// Noise of a made-up answer of weight one.
const NOISE: f32 = 0.5;

/// Conjugate gradients end after so many steps or when what is left is this small a share (of its square).
const STEPS: usize = 60;

/// A few steps are always made: they cost little, and settle small frames for good.
const FEWEST_STEPS: usize = 8;

const CLOSE: f64 = 1e-2;

/// A made-up answer.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Example {
    pub text: String,
    /// For every theme how surely the text has it, from 0 to 1.
    pub themes: Vec<f32>,
    /// How far it is to be believed, above 0.
    pub weight: f32,
}

/// A frame's beliefs, ready for answers.
#[derive(Debug, Clone)]
pub(super) struct Prior {
    features: Features,
    weights: Weights,
}

/// What each feature says of each theme.
#[derive(Debug, Clone, Default)]
pub(super) struct Weights {
    /// How many themes there are.
    pub themes: usize,
    /// For each sparse feature a weight a theme.
    pub sparse: Vec<f32>,
    /// For each dense feature a weight a theme.
    pub dense: Vec<f32>,
}

impl Weights {
    /// Adds to `beliefs` what a text's features say.
    pub fn spread(&self, read: &Featured, beliefs: &mut [f32]) {
        self.spread_sparse(read, beliefs);
        for (weights, &value) in self.dense.chunks_exact(self.themes.max(1)).zip(&read.dense) {
            add(beliefs, weights, value);
        }
    }

    /// The part of the sparse features alone.
    fn spread_sparse(&self, read: &Featured, beliefs: &mut [f32]) {
        for &(place, value) in &read.sparse {
            add(beliefs, self.sparse.get(place as usize * self.themes..).unwrap_or_default(), value);
        }
    }
}

impl Prior {
    /// Learns from made-up answers, each with as many themes as `themes`.
    pub fn of(examples: &[Example], themes: usize, vectors: &Vectors) -> Self {
        let texts: Vec<&str> = examples.iter().map(|example| example.text.as_str()).collect();
        let features = Features::of(&texts, vectors);
        let read: Vec<Featured> = texts.par_iter().map(|text| features.read(text, vectors)).collect();
        let problem = Problem::new(examples, &read, features.len(), themes);
        let solved = problem.solve();
        let weights = problem.gather(&solved);
        Self { features, weights }
    }

    /// What is believed of every theme of a text, about from 0 to 1.
    pub fn of_text(&self, text: &str, vectors: &Vectors) -> Vec<f32> {
        let read = self.features.read(text, vectors);
        let mut beliefs = vec![BASELINE; self.weights.themes];
        self.weights.spread(&read, &mut beliefs);
        beliefs
    }
}

/// For each sparse feature the examples that have it, with their values.
fn by_feature(read: &[Featured], count: usize) -> Vec<Vec<(u32, f32)>> {
    let mut columns = vec![Vec::new(); count];
    for (row, featured) in (0u32..).zip(read) {
        for &(place, value) in &featured.sparse {
            columns.get_mut(place as usize).into_iter().for_each(|column| column.push((row, value)));
        }
    }
    columns
}

/// (K + diag(noise / weight))·A = Y − baseline, for all themes at once; rows are examples.
struct Problem<'a> {
    examples: &'a [Example],
    read: &'a [Featured],
    by_feature: Vec<Vec<(u32, f32)>>,
    /// The dense features, a row an example.
    dense: Mat<f32>,
    /// What the preconditioner divides by: noise and about what the sparse features add.
    apart: Vec<f32>,
    /// I + Dᵀ·diag(1 / apart)·D of the dense features D, factored.
    joint: Option<faer::linalg::solvers::Llt<f32>>,
    themes: usize,
}

impl<'a> Problem<'a> {
    fn new(examples: &'a [Example], read: &'a [Featured], places: usize, themes: usize) -> Self {
        faer::set_global_parallelism(faer::Par::Seq);
        let dense = Mat::from_fn(read.len(), DENSE, |row, column| read[row].dense[column]);
        let own = |featured: &Featured| featured.sparse.iter().map(|&(_, value)| value * value).sum::<f32>();
        let apart: Vec<f32> =
            read.iter().zip(examples).map(|(featured, example)| own(featured) + NOISE / example.weight).collect();
        let scaled = Mat::from_fn(read.len(), DENSE, |row, column| dense[(row, column)] / apart[row]);
        let mut joint = Mat::<f32>::identity(DENSE, DENSE);
        matmul(joint.as_mut(), Accum::Add, dense.transpose(), scaled.as_ref(), 1.0, Par::Seq);
        let joint = joint.llt(Side::Lower).ok();
        Self { examples, read, by_feature: by_feature(read, places), dense, apart, joint, themes }
    }

    /// Example weights turned into feature weights: Φᵀ·A, sparse and dense.
    fn gather(&self, solved: &[f32]) -> Weights {
        let row = |example: usize| solved.get(example * self.themes..(example + 1) * self.themes).unwrap_or_default();
        let mut sparse = vec![0f32; self.by_feature.len() * self.themes];
        sparse.par_chunks_mut(self.themes.max(1)).zip(&self.by_feature).for_each(|(weights, column)| {
            column.iter().for_each(|&(example, value)| add(weights, row(example as usize), value));
        });
        let together = self.gather_dense(solved);
        let dense = (0..DENSE * self.themes).map(|at| together[(at / self.themes, at % self.themes)]).collect();
        Weights { themes: self.themes, sparse, dense }
    }

    /// Dᵀ·A.
    fn gather_dense(&self, rows: &[f32]) -> Mat<f32> {
        let rows = MatRef::from_row_major_slice(rows, self.read.len(), self.themes);
        let mut together = Mat::zeros(DENSE, self.themes);
        matmul(together.as_mut(), Accum::Replace, self.dense.transpose(), rows, 1.0, Par::Seq);
        together
    }

    /// Adds `by` · D·W to rows.
    fn spread_dense(&self, weights: &Mat<f32>, rows: &mut [f32], by: f32) {
        let rows = MatMut::from_row_major_slice_mut(rows, self.read.len(), self.themes);
        matmul(rows, Accum::Add, self.dense.as_ref(), weights.as_ref(), by, Par::Seq);
    }

    /// (K + diag(noise / weight))·A.
    fn apply(&self, a: &[f32]) -> Vec<f32> {
        let weights = self.gather(a);
        let mut result = vec![0f32; a.len()];
        let rows = result.par_chunks_mut(self.themes.max(1)).zip(a.par_chunks(self.themes.max(1)));
        rows.zip(self.read).zip(self.examples).for_each(|(((result, a), featured), example)| {
            weights.spread_sparse(featured, result);
            add(result, a, NOISE / example.weight);
        });
        let dense = MatRef::from_row_major_slice(&weights.dense, DENSE, self.themes).to_owned();
        self.spread_dense(&dense, &mut result, 1.0);
        result
    }

    /// About the inverse: exact for the dense features (Woodbury), by the diagonal alone for the sparse ones.
    fn precondition(&self, rows: &[f32]) -> Vec<f32> {
        let divide = |rows: &mut [f32]| {
            rows.chunks_mut(self.themes.max(1))
                .zip(&self.apart)
                .for_each(|(row, apart)| row.iter_mut().for_each(|value| *value /= apart));
        };
        let mut scaled = rows.to_vec();
        divide(&mut scaled);
        let Some(joint) = &self.joint else { return scaled };
        let shared = joint.solve(self.gather_dense(&scaled));
        let mut taken = vec![0f32; rows.len()];
        self.spread_dense(&shared, &mut taken, 1.0);
        divide(&mut taken);
        add(&mut scaled, &taken, -1.0);
        scaled
    }

    /// Conjugate gradients, every theme with its own step.
    fn solve(&self) -> Vec<f32> {
        let mut left: Vec<f32> =
            self.examples.iter().flat_map(|example| example.themes.iter().map(|theme| theme - BASELINE)).collect();
        let mut solved = vec![0f32; left.len()];
        let mut scaled = self.precondition(&left);
        let mut direction = scaled.clone();
        let mut size = self.products(&left, &scaled);
        let start: f64 = size.iter().sum();
        for step in 0..STEPS {
            let applied = self.apply(&direction);
            let along = self.products(&direction, &applied);
            let steps: Vec<f32> = size.iter().zip(&along).map(|(size, along)| ratio(*size, *along)).collect();
            self.move_by(&mut solved, &direction, &steps, 1.0);
            self.move_by(&mut left, &applied, &steps, -1.0);
            scaled = self.precondition(&left);
            let new = self.products(&left, &scaled);
            if step + 1 >= FEWEST_STEPS && new.iter().sum::<f64>() <= CLOSE * start {
                break;
            }
            let turns: Vec<f32> = new.iter().zip(&size).map(|(new, old)| ratio(*new, *old)).collect();
            let mut next = scaled.clone();
            self.move_by(&mut next, &direction, &turns, 1.0);
            (direction, size) = (next, new);
        }
        solved
    }

    /// For every theme the sum of products of two sets of rows.
    fn products(&self, left: &[f32], right: &[f32]) -> Vec<f64> {
        let mut sums = vec![0f64; self.themes];
        for (a, b) in left.chunks_exact(self.themes.max(1)).zip(right.chunks_exact(self.themes.max(1))) {
            sums.iter_mut().zip(a.iter().zip(b)).for_each(|(sum, (a, b))| *sum += f64::from(*a) * f64::from(*b));
        }
        sums
    }

    /// Adds `sign` × each theme's step × `by` to `rows`.
    fn move_by(&self, rows: &mut [f32], by: &[f32], steps: &[f32], sign: f32) {
        for (row, by) in rows.chunks_exact_mut(self.themes.max(1)).zip(by.chunks_exact(self.themes.max(1))) {
            row.iter_mut().zip(by.iter().zip(steps)).for_each(|(row, (by, step))| *row += sign * step * by);
        }
    }
}

fn ratio(above: f64, below: f64) -> f32 {
    if below.abs() > 1e-20 { (above / below) as f32 } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_learnt_solves_the_equation_and_speaks_for_likes() {
        let table: &'static [u8] = include_bytes!("../../analysis/vectors/static256.i8");
        let vectors = Vectors::from_bytes(table, include_str!("../../analysis/vectors/vocab.txt")).unwrap();
        let example = |text: &str, themes: [f32; 2]| Example { text: text.into(), themes: themes.into(), weight: 1.0 };
        let examples = [
            example("the bus never comes", [1.0, 0.0]),
            example("no train on sunday", [1.0, 0.0]),
            example("there is too much litter", [0.0, 1.0]),
            example("bins are never emptied", [0.0, 1.0]),
        ];
        let prior = Prior::of(&examples, 2, &vectors);
        let beliefs = prior.of_text("buses are always late", &vectors);
        assert!(beliefs[0] > beliefs[1] + 0.1, "{beliefs:?}");
        // At an example, belief falls short of the truth by what the noise takes: noise × A.
        let texts: Vec<&str> = examples.iter().map(|example| example.text.as_str()).collect();
        let features = Features::of(&texts, &vectors);
        let read: Vec<Featured> = texts.iter().map(|text| features.read(text, &vectors)).collect();
        let problem = Problem::new(&examples, &read, features.len(), 2);
        let solved = problem.solve();
        let there = prior.of_text("the bus never comes", &vectors);
        assert!((1.0 - there[0] - NOISE * solved[0]).abs() < 1e-2, "{there:?} {solved:?}");
    }
}
