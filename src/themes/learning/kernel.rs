//! How alike answers are, all with all.
//!
//! Beside a frame likeness is the sum of products of features. Codings alone have to find out by themselves
//! what goes together, and there likeness of meaning falls off with distance ([`nearness`]): a line through the
//! vectors cannot say that two ways of meaning a theme lie far apart. Leaves out what features are (`features`)
//! and what is learnt from likeness (`ridge`).

use faer::linalg::matmul::matmul;
use faer::{Accum, Mat, MatMut, Par};
use rayon::prelude::*;

use super::super::features::Featured;
use crate::text::DIMENSIONS;

/// How much words and letters, and nearness of meaning, count where codings stand alone.
pub(super) const WORDS_ALONE: f32 = 1.5;
const MEANING_ALONE: f32 = 1.5;

/// How fast nearness falls with 1 − cosine.
const FALLS_BY: f32 = 2.0;

/// The likeness of every answer to every other: symmetric, a row and a column an answer. `is_alone` is whether
/// no frame speaks beside the codings.
pub(super) fn kernel(read: &[Featured], sparse_places: usize, is_alone: bool) -> Mat<f32> {
    let count = read.len();
    let mut columns: Vec<Vec<(u32, f32)>> = vec![Vec::new(); sparse_places];
    for (row, featured) in (0u32..).zip(read) {
        for &(place, value) in &featured.sparse {
            columns.get_mut(place as usize).into_iter().for_each(|column| column.push((row, value)));
        }
    }
    let mut values = vec![0f32; count * count];
    values.par_chunks_mut(count.max(1)).zip(read).for_each(|(row, featured)| {
        for &(place, value) in &featured.sparse {
            for &(other, of_other) in columns.get(place as usize).into_iter().flatten() {
                row.get_mut(other as usize).into_iter().for_each(|sum| *sum += value * of_other);
            }
        }
    });
    let width = if is_alone { DIMENSIONS } else { read.first().map_or(0, |featured| featured.dense.len()) };
    let dense = Mat::from_fn(count, width, |row, column| read[row].dense[column]);
    let mut products = Mat::<f32>::zeros(count, count);
    matmul(products.as_mut(), Accum::Replace, dense.as_ref(), dense.transpose(), 1.0, Par::Seq);
    Mat::from_fn(count, count, |row, column| {
        let (words, meaning) = (values[row * count + column], products[(row, column)]);
        if is_alone { WORDS_ALONE * words + nearness(meaning) } else { words + meaning }
    })
}

/// How near two meanings are, from the cosine of their vectors: 1.5·e^(2·(cosine − 1)), a Gaussian of distance.
fn nearness(cosine: f32) -> f32 {
    MEANING_ALONE * (FALLS_BY * (cosine - 1.0)).exp()
}

/// What was learnt from nearness of meaning: the answers that taught, with what each adds to every theme.
#[derive(Debug, Clone)]
pub(super) struct Near {
    vectors: Mat<f32>,
    weights: Mat<f32>,
}

impl Near {
    /// Keeps the answers that taught and their weights: a row an answer, a column a theme.
    pub fn of(read: &[Featured], weights: &Mat<f32>) -> Self {
        Self { vectors: Mat::from_fn(read.len(), DIMENSIONS, |row, at| read[row].dense[at]), weights: weights.clone() }
    }

    /// Adds what nearness says of a few answers to their scores, a row of `themes` each.
    pub fn spread(&self, read: &[Featured], themes: usize, rows: &mut [f32]) {
        let asked = Mat::from_fn(read.len(), DIMENSIONS, |row, at| read[row].dense[at]);
        let mut near = Mat::<f32>::zeros(read.len(), self.vectors.nrows());
        matmul(near.as_mut(), Accum::Replace, asked.as_ref(), self.vectors.transpose(), 1.0, Par::Seq);
        for column in 0..near.ncols() {
            (0..near.nrows()).for_each(|row| near[(row, column)] = nearness(near[(row, column)]));
        }
        let rows = MatMut::from_row_major_slice_mut(rows, read.len(), themes);
        matmul(rows, Accum::Add, near.as_ref(), self.weights.as_ref(), 1.0, Par::Seq);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text of one meaning and one word.
    fn text(at: usize, word: u32) -> Featured {
        let mut dense = vec![0.0; DIMENSIONS + 1];
        dense[at] = 1.0;
        Featured { sparse: vec![(word, 1.0)], dense }
    }

    #[test]
    fn likeness_of_codings_alone_falls_with_distance_of_meaning() {
        let read = [text(0, 0), text(0, 1), text(1, 1)];
        let likeness = kernel(&read, 2, true);
        assert!((likeness[(0, 0)] - 3.0).abs() < 1e-5);
        assert!((likeness[(0, 1)] - 1.5).abs() < 1e-5, "the same meaning in other words");
        assert!((likeness[(1, 2)] - 1.5 * (1.0 + (-2f32).exp())).abs() < 1e-5, "the same word for another meaning");
        assert!((kernel(&read, 2, false)[(0, 2)]).abs() < 1e-5, "nothing in common");
    }

    #[test]
    fn what_near_answers_say_is_their_likeness_times_their_weights() {
        let read = [text(0, 0), text(1, 1)];
        let near = Near::of(&read, &Mat::from_fn(2, 2, |row, theme| [[1.0, 0.0], [0.0, -2.0]][row][theme]));
        let mut scores = [0.0, 1.0];
        near.spread(&read[..1], 2, &mut scores);
        let far = 1.5 * (-2f32).exp();
        assert!((scores[0] - 1.5).abs() < 1e-5 && (scores[1] - 1.0 + 2.0 * far).abs() < 1e-5, "{scores:?}");
    }
}
