//! How alike answers are, all with all: the sums of products of their features.
//!
//! Leaves out what features are (`features`) and what is learnt from likeness (`ridge`).

use faer::Mat;
use rayon::prelude::*;

use super::super::features::Featured;

/// The likeness of every answer to every other: symmetric, a row and a column an answer.
pub(super) fn kernel(read: &[Featured], sparse_places: usize) -> Mat<f32> {
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
    let width = read.first().map_or(0, |featured| featured.dense.len());
    let dense = Mat::from_fn(count, width, |row, column| read[row].dense[column]);
    let mut together = Mat::from_fn(count, count, |row, column| values[row * count + column]);
    faer::set_global_parallelism(faer::Par::Seq);
    faer::linalg::matmul::matmul(
        together.as_mut(),
        faer::Accum::Add,
        dense.as_ref(),
        dense.transpose(),
        1.0,
        faer::Par::Seq,
    );
    together
}
