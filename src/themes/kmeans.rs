//! Spherical k-means: centres such that every row is like one of them.
//!
//! Rows have length one and likeness is the sum of products. Leaves out how many centres there ought
//! to be (`discovery`).

use rayon::prelude::*;

use super::matrix::{CHUNK, Centres, Matrix, largest, largest_few};
use super::seeded::Seeded;
use super::watch::{Cancelled, Watch};

/// How the first centres are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// Rows drawn at random: quick, for passes that need no good centres.
    Random,
    /// Greedy k-means++ with eight candidates a step (Arthur and Vassilvitskii 2007) over up to `rows` rows.
    Greedy {
        /// How many rows are looked at: many give better centres, where their number is small and fixed.
        rows: usize,
    },
}

/// What k-means is asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Request {
    /// How many centres; no more than there are rows are given.
    pub count: usize,
    /// The most passes over the rows.
    pub passes: usize,
    pub start: Start,
    pub seed: u64,
}

/// What k-means found.
#[derive(Debug, Clone)]
pub(super) struct Clusters {
    /// The centre of each row.
    pub labels: Vec<u32>,
    /// Centres of length one.
    pub centres: Matrix,
}

/// Candidates for each further centre: as many as are compared side by side at one go.
const CANDIDATES: usize = 8;

/// Centres move little from pass to pass, so a row is compared with all of them in one pass of so many
/// only, and with the closest few in the others.
const LOOKS_AROUND: usize = 4;
const CLOSE: usize = 12;

/// So few centres are all compared with in every pass.
const FEW: usize = 32;

/// Passes end when fewer rows than this share change centre.
const SETTLED: f64 = 1e-3;

/// Finds centres for the rows, each as heavy as its weight, and gives every row to the one most like it.
///
/// # Errors
/// [`Cancelled`] when the work is to stop; asked once a pass.
pub(super) fn cluster(
    rows: &Matrix,
    weights: &[f32],
    request: Request,
    watch: Watch<'_>,
) -> Result<Clusters, Cancelled> {
    let (centres, _) = find_centres(rows, weights, request, watch)?;
    let nearest = Centres::new(&centres).nearest(rows);
    Ok(Clusters { labels: nearest.into_iter().map(|(label, _)| label).collect(), centres })
}

/// Finds centres for the rows, and the few that were closest to each when last all were looked at.
///
/// # Errors
/// [`Cancelled`] when the work is to stop.
pub(super) fn find_centres(
    rows: &Matrix,
    weights: &[f32],
    request: Request,
    watch: Watch<'_>,
) -> Result<(Matrix, Vec<Close>), Cancelled> {
    let count = request.count.min(rows.rows());
    let mut chance = Seeded::new(request.seed);
    let mut centres = match request.start {
        Start::Random => rows.select(&chance.sample(count, rows.rows())),
        Start::Greedy { rows: looked_at } => greedy(rows, weights, count, looked_at, &mut chance),
    };
    let mut labels: Vec<u32> = Vec::new();
    let mut close: Vec<Close> = Vec::new();
    for pass in 0..request.passes {
        watch.at(pass as f64 / request.passes as f64)?;
        let laid_out = Centres::new(&centres);
        let nearest = match pass % LOOKS_AROUND > 0 && count > FEW && !close.is_empty() {
            true => nearest_of(&laid_out, rows, &close),
            false => {
                close = closest(&laid_out, rows);
                close.iter().map(|few| few.first().copied().unwrap_or_default()).collect()
            }
        };
        let moved = match labels.len() == nearest.len() {
            true => labels.iter().zip(&nearest).filter(|(old, (new, _))| **old != *new).count(),
            false => nearest.len(),
        };
        labels = nearest.iter().map(|&(label, _)| label).collect();
        if (moved as f64) < SETTLED * rows.rows() as f64 {
            break;
        }
        centres = rows.weighted_sums(&labels, count, weights);
        centres.normalise();
        refill(&mut centres, rows, &nearest, &labels);
    }
    Ok((centres, close))
}

/// The centres closest to a row, with their likeness.
pub(super) type Close = [(u32, f32); CLOSE];

/// The few centres closest to every row.
fn closest(centres: &Centres, rows: &Matrix) -> Vec<Close> {
    let mut close = vec![[(0, f32::MIN); CLOSE]; rows.rows()];
    centres.visit_rows(rows, &mut close, |_, few, likeness| *few = largest_few(likeness));
    close
}

/// For every row the nearest of the centres that were closest before.
fn nearest_of(centres: &Centres, rows: &Matrix, close: &[Close]) -> Vec<(u32, f32)> {
    let one = |(row, few): (usize, &Close)| {
        let likeness = few.map(|(centre, _)| centres.likeness(rows.row(row), centre));
        let (place, value) = largest(&likeness);
        (few.get(place as usize).map_or(0, |&(centre, _)| centre), value)
    };
    close.par_iter().enumerate().with_min_len(CHUNK).map(one).collect()
}

/// Puts the worst-fitting rows in the place of centres nothing belongs to.
fn refill(centres: &mut Matrix, rows: &Matrix, nearest: &[(u32, f32)], labels: &[u32]) {
    let mut used = vec![false; centres.rows()];
    labels.iter().for_each(|&label| used.get_mut(label as usize).into_iter().for_each(|used| *used = true));
    let empty: Vec<usize> = (0..centres.rows()).filter(|&centre| !used.get(centre).copied().unwrap_or(true)).collect();
    if empty.is_empty() {
        return;
    }
    let mut worst: Vec<usize> = (0..rows.rows()).collect();
    let likeness = |row: &usize| nearest.get(*row).map_or(0.0, |&(_, likeness)| likeness);
    worst.sort_by(|a, b| likeness(a).total_cmp(&likeness(b)).then(a.cmp(b)));
    for (centre, row) in empty.into_iter().zip(worst) {
        let from = rows.row(row).to_vec();
        centres.row_mut(centre).copy_from_slice(&from);
    }
}

/// First centres far from each other: each the best of eight drawn in proportion to distance.
fn greedy(rows: &Matrix, weights: &[f32], count: usize, looked_at: usize, chance: &mut Seeded) -> Matrix {
    let mut centres = Matrix::default();
    let places = chance.sample(looked_at, rows.rows());
    if places.is_empty() || count == 0 {
        return centres;
    }
    let sampled = rows.select(&places);
    let weights: Vec<f32> = places.iter().filter_map(|&place| weights.get(place).copied()).collect();
    let measure = |candidates: &[usize]| -> Vec<[f32; CANDIDATES]> {
        let mut away = vec![[f32::MAX; CANDIDATES]; sampled.rows()];
        Centres::new(&sampled.select(candidates)).visit_rows(&sampled, &mut away, |row, away, likeness| {
            let weight = weights.get(row).copied().unwrap_or(1.0);
            away.iter_mut().zip(likeness).for_each(|(away, like)| *away = weight * (1.0 - *like).clamp(0.0, 2.0));
        });
        away
    };
    let first = chance.below(sampled.rows());
    centres.push(sampled.row(first));
    let mut distance: Vec<f32> = measure(&[first]).into_iter().filter_map(|row| row.first().copied()).collect();
    while centres.rows() < count {
        let total: f64 = distance.iter().map(|&d| f64::from(d)).sum();
        let drawn: Vec<usize> = (0..CANDIDATES).map(|_| draw(&distance, total, chance)).collect();
        let away = measure(&drawn);
        let mut left = [0f64; CANDIDATES];
        for (away, &now) in away.iter().zip(&distance) {
            left.iter_mut().zip(away).for_each(|(left, &away)| *left += f64::from(away.min(now)));
        }
        let Some((best, _)) = left.iter().enumerate().min_by(|a, b| a.1.total_cmp(b.1)) else { break };
        let Some(&candidate) = drawn.get(best) else { break };
        centres.push(sampled.row(candidate));
        distance.iter_mut().zip(&away).for_each(|(now, away)| *now = away.get(best).map_or(*now, |&d| d.min(*now)));
    }
    centres
}

/// A place drawn with the chance its distance gives it; evenly when all distances are nought.
fn draw(distance: &[f32], total: f64, chance: &mut Seeded) -> usize {
    if total <= 0.0 {
        return chance.below(distance.len());
    }
    let mut left = chance.fraction() * total;
    for (place, &d) in distance.iter().enumerate() {
        left -= f64::from(d);
        if left < 0.0 {
            return place;
        }
    }
    distance.len().saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::DIMENSIONS;

    fn spread() -> Matrix {
        let mut chance = Seeded::new(5);
        let mut rows = Matrix::default();
        for row in 0..90 {
            let mut values = [0f32; DIMENSIONS];
            values.iter_mut().for_each(|v| *v = 0.02 * (chance.fraction() as f32 - 0.5));
            values[row % 3] += 1.0;
            rows.push(&values);
        }
        rows.normalise();
        rows
    }

    fn found(rows: &Matrix, count: usize, start: Start) -> Clusters {
        let go_on = |_: f64| std::ops::ControlFlow::Continue(());
        let request = Request { count, passes: 25, start, seed: 1 };
        cluster(rows, &vec![1.0; rows.rows()], request, Watch::new(&go_on)).unwrap()
    }

    #[test]
    fn rows_around_three_points_fall_into_three() {
        let found = found(&spread(), 3, Start::Greedy { rows: 6_000 });
        assert!(found.labels.iter().enumerate().all(|(row, &label)| label == found.labels[row % 3]));
    }

    #[test]
    fn more_centres_than_rows_and_no_rows_are_no_trouble() {
        for start in [Start::Greedy { rows: 6_000 }, Start::Random] {
            assert_eq!(found(&spread().select(&[0, 1]), 9, start).centres.rows(), 2);
            assert!(found(&Matrix::default(), 9, start).labels.is_empty());
        }
    }

    #[test]
    fn a_row_weighs_as_much_as_its_weight() {
        let mut rows = Matrix::default();
        for (x, y) in [(1.0, 0.0), (0.0, 1.0)] {
            let mut row = [0f32; DIMENSIONS];
            (row[0], row[1]) = (x, y);
            rows.push(&row);
        }
        let go_on = |_: f64| std::ops::ControlFlow::Continue(());
        let request = Request { count: 1, passes: 3, start: Start::Greedy { rows: 6_000 }, seed: 1 };
        let (centres, _) = find_centres(&rows, &[3.0, 1.0], request, Watch::new(&go_on)).unwrap();
        assert!((centres.row(0)[0] / centres.row(0)[1] - 3.0).abs() < 1e-4);
    }

    #[test]
    fn passes_stop_when_asked_to() {
        let stop = |_: f64| std::ops::ControlFlow::Break(());
        let request = Request { count: 3, passes: 3, start: Start::Greedy { rows: 6_000 }, seed: 1 };
        assert_eq!(find_centres(&spread(), &[1.0; 90], request, Watch::new(&stop)).unwrap_err(), Cancelled);
    }
}
