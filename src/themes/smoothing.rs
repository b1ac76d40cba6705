//! Smoothing: moving every answer a little towards what is often said near it.
//!
//! Two rounds over many small centres do what a graph of nearest neighbours does, without the graph.

use super::kmeans::{Request, Start, find_centres};
use super::matrix::{CHUNK, Centres, Matrix, add, largest_few, normalise};
use super::seeded::Seeded;
use super::watch::{Cancelled, Watch};
use crate::text::DIMENSIONS;
use rayon::prelude::*;

/// The most centres; fewer where there are few rows.
const CENTRES: usize = 600;

/// Rows for each centre, at the least.
const ROWS_EACH: usize = 6;

/// The centres are found on no more rows than this.
const SAMPLE: usize = 6_000;

/// Passes of k-means that find them: they need only be near where much is said.
const PASSES: usize = 4;

/// Centres that pull on a row.
const NEAREST: usize = 5;

/// How far a row goes towards them.
const PULL: f32 = 0.5;

/// How sharply nearer centres count for more.
const TEMPERATURE: f32 = 0.1;

/// The rows, each drawn half way towards the mean of its five nearest centres, twice.
///
/// # Errors
/// [`Cancelled`] when the work is to stop.
pub(super) fn smooth(rows: &Matrix, weights: &[f32], seed: u64, watch: Watch<'_>) -> Result<Matrix, Cancelled> {
    let mut smoothed = rows.clone();
    let count = CENTRES.min(rows.rows() / ROWS_EACH);
    if count < 2 {
        return Ok(smoothed);
    }
    for round in 0..2u32 {
        let watch = watch.part(f64::from(round) / 2.0, f64::from(round + 1) / 2.0);
        let seed = seed.wrapping_add(u64::from(round));
        let request = Request { count, passes: PASSES, start: Start::Random, seed };
        let sample = Seeded::new(seed.wrapping_add(77)).sample(SAMPLE, rows.rows());
        let mut pulls = vec![[(0u32, 0f32); NEAREST]; rows.rows()];
        let centres = match sample.len() == rows.rows() {
            true => {
                let (centres, close) = find_centres(&smoothed, weights, request, watch)?;
                let laid_out = Centres::new(&centres);
                pulls.par_iter_mut().zip(&close).enumerate().with_min_len(CHUNK).for_each(|(row, (pull, close))| {
                    let likeness = close.map(|(centre, _)| laid_out.likeness(smoothed.row(row), centre));
                    *pull = nearest_centres(&likeness);
                    pull.iter_mut().for_each(|(at, _)| *at = close.get(*at as usize).map_or(0, |&(centre, _)| centre));
                });
                centres
            }
            false => {
                let heavy: Vec<f32> = sample.iter().filter_map(|&place| weights.get(place).copied()).collect();
                let (centres, _) = find_centres(&smoothed.select(&sample), &heavy, request, watch)?;
                let laid_out = Centres::new(&centres);
                laid_out.visit_rows(&smoothed, &mut pulls, |_, pull, likeness| *pull = nearest_centres(likeness));
                centres
            }
        };
        smoothed.par_chunks_mut(1).zip(&pulls).for_each(|(row, pull)| draw_towards(row, pull, &centres));
    }
    Ok(smoothed)
}

/// The five centres most like a row, with weights that sum to one.
fn nearest_centres(likeness: &[f32]) -> [(u32, f32); NEAREST] {
    let mut best = largest_few::<NEAREST>(likeness);
    let most = best.first().map_or(0.0, |&(_, value)| value);
    best.iter_mut().for_each(|(_, value)| *value = libm::expf((*value - most) / TEMPERATURE));
    let total: f32 = best.iter().map(|&(_, weight)| weight).sum();
    best.iter_mut().for_each(|(_, weight)| *weight /= total);
    best
}

/// Moves one row half way towards the weighted mean of centres, keeping its length one.
fn draw_towards(row: &mut [f32], pull: &[(u32, f32); NEAREST], centres: &Matrix) {
    let mut target = [0f32; DIMENSIONS];
    pull.iter().for_each(|&(centre, weight)| add(&mut target, centres.row(centre as usize), weight));
    normalise(&mut target);
    row.iter_mut().for_each(|value| *value *= 1.0 - PULL);
    add(row, &target, PULL);
    normalise(row);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_five_come_in_order_with_weights_of_one() {
        let found = nearest_centres(&[0.1, 0.9, 0.3, 0.5, 0.2, 0.8, 0.4]);
        assert_eq!(found.map(|(centre, _)| centre), [1, 5, 3, 6, 2]);
        assert!((found.iter().map(|(_, weight)| weight).sum::<f32>() - 1.0).abs() < 1e-5);
    }

    #[test]
    fn too_few_rows_are_left_as_they_are() {
        let mut rows = Matrix::zeros(3);
        rows.row_mut(1)[0] = 1.0;
        let go_on = |_: f64| std::ops::ControlFlow::Continue(());
        assert_eq!(smooth(&rows, &[1.0; 3], 1, Watch::new(&go_on)), Ok(rows));
    }
}
