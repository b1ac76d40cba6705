//! Refinement: themes that fit both what answers mean (vectors) and which words they use (stems).
//!
//! score(answer, theme) = 7·(vector · theme's mean direction) + 2·Σ over the answer's stems of
//! ln(φ / p) + ½·ln of the theme's share, with φ the stem's share in the theme held towards its share
//! p among all answers by a weight of 0.05 × the number of stems. Every answer goes to its best theme
//! and themes are measured anew, until few move (hard expectation–maximisation).

use rayon::prelude::*;

use super::corpus::{Corpus, Unit};
use super::matrix::{CHUNK, Centres, add, largest, largest_few};
use super::watch::{Cancelled, Watch};
use crate::text::DIMENSIONS;

/// Weight of meaning, of words, and of a theme's size.
const VECTOR_WEIGHT: f32 = 7.0;
const WORD_WEIGHT: f32 = 2.0;
const SIZE_WEIGHT: f32 = 0.5;

/// What a theme without answers scores: nothing is known of it, so nothing goes to it.
const NOBODY: f32 = -1e9;

/// How strongly a theme's words are held towards everybody's, for each stem of the vocabulary.
const HELD_BY: f32 = 0.05;

/// Refinement ends after so many passes, or when fewer than this share of answers move.
const PASSES: usize = 8;
const SETTLED: f64 = 2e-3;

/// Themes change little from pass to pass, so an answer is weighed against all of them in one pass of so many
/// only, and against the best few in the others; where there are few themes, always against all.
const LOOKS_AROUND: usize = 4;
const CLOSE: usize = 12;
const FEW: usize = 32;

/// The best few themes of an answer.
type Close = [u32; CLOSE];

/// What each theme is like: enough to score any further text.
#[derive(Debug, Clone)]
pub struct Model {
    centres: Centres,
    /// For each stem, its weight in every theme.
    words: Vec<f32>,
    /// For each theme, what its size adds.
    sizes: Vec<f32>,
}

impl Model {
    /// Measures themes on the answers that carry each label below `count`.
    pub fn measure(corpus: &Corpus, labels: &[u32], count: usize) -> Self {
        let mut means = corpus.vectors.weighted_sums(labels, count, &corpus.weights);
        means.normalise();
        let stems = corpus.spread.len();
        let mut words = vec![0f32; stems * count];
        let mut sizes = sizes(labels, count, &corpus.weights);
        let mut totals = vec![0f32; count];
        for ((&label, bag), &weight) in labels.iter().zip(&corpus.bags).zip(&corpus.weights) {
            let label = label as usize;
            if label >= count {
                continue;
            }
            totals.get_mut(label).into_iter().for_each(|total| *total += weight * bag.len() as f32);
            for &stem in bag {
                words.get_mut(stem as usize * count + label).into_iter().for_each(|found| *found += weight);
            }
        }
        let everywhere: f32 = corpus.spread.iter().sum();
        let held = HELD_BY * stems as f32;
        words.par_chunks_mut(count.max(1)).zip(&corpus.spread).for_each(|(row, &found)| {
            let share = found / everywhere;
            for (value, total) in row.iter_mut().zip(&totals) {
                *value = WORD_WEIGHT * libm::logf(((*value + held * share) / (total + held)) / share);
            }
        });
        let all = sizes.iter().sum::<f32>() + count as f32;
        let worth = |size: f32| if size > 0.0 { SIZE_WEIGHT * libm::logf((size + 1.0) / all) } else { NOBODY };
        sizes.iter_mut().for_each(|size| *size = worth(*size));
        Self { centres: Centres::new(&means), words, sizes }
    }

    /// How many themes there are.
    pub fn count(&self) -> usize {
        self.sizes.len()
    }

    /// The likeness of a vector to a theme's direction.
    pub(super) fn likeness(&self, vector: &[f32], theme: u32) -> f32 {
        self.centres.likeness(vector, theme)
    }

    /// Turns likenesses to the themes' directions into scores.
    fn finish(&self, likeness: &mut [f32], bag: &[u32]) {
        for (value, size) in likeness.iter_mut().zip(&self.sizes) {
            *value = VECTOR_WEIGHT * *value + size;
        }
        for &stem in bag {
            let start = stem as usize * self.count();
            if let Some(row) = self.words.get(start..start + self.count()) {
                add(likeness, row, 1.0);
            }
        }
    }

    /// The best theme of every answer and how far it is ahead of the next.
    pub fn best(&self, corpus: &Corpus) -> Vec<(u32, f32)> {
        let mut best = vec![(0u32, 0f32); corpus.len()];
        self.centres.visit_rows(&corpus.vectors, &mut best, |place, best, likeness| {
            self.finish(likeness, corpus.bags.get(place).map_or(&[], Vec::as_slice));
            *best = ahead(likeness);
        });
        best
    }

    /// The few best themes of every answer, best first.
    fn close(&self, corpus: &Corpus) -> Vec<Close> {
        let mut close = vec![[0; CLOSE]; corpus.len()];
        self.centres.visit_rows(&corpus.vectors, &mut close, |place, few, likeness| {
            self.finish(likeness, corpus.bags.get(place).map_or(&[], Vec::as_slice));
            *few = largest_few::<CLOSE>(likeness).map(|(theme, _)| theme);
        });
        close
    }

    /// For every answer the best of the themes that were its best before.
    fn best_of_close(&self, corpus: &Corpus, close: &[Close]) -> Vec<u32> {
        let one = |(place, few): (usize, &Close)| {
            let bag = corpus.bags.get(place).map_or(&[][..], Vec::as_slice);
            let scores = few.map(|theme| self.score(corpus.vectors.row(place), bag, theme));
            few.get(largest(&scores).0 as usize).copied().unwrap_or_default()
        };
        close.par_iter().enumerate().with_min_len(CHUNK).map(one).collect()
    }

    /// The score of a text in one theme.
    fn score(&self, vector: &[f32], bag: &[u32], theme: u32) -> f32 {
        let size = self.sizes.get(theme as usize).copied().unwrap_or_default();
        let word = |&stem: &u32| self.words.get(stem as usize * self.count() + theme as usize).copied();
        VECTOR_WEIGHT * self.centres.likeness(vector, theme) + size + bag.iter().filter_map(word).sum::<f32>()
    }

    /// How well answers fit the themes they are given to: the sum of their scores there, by weight, which is what
    /// refinement makes as large as it can.
    pub(super) fn fit(&self, corpus: &Corpus, labels: &[u32]) -> f64 {
        let one = |(place, (&label, &weight)): (usize, (&u32, &f32))| {
            let bag = corpus.bags.get(place).map_or(&[][..], Vec::as_slice);
            f64::from(weight * self.score(corpus.vectors.row(place), bag, label))
        };
        labels.iter().zip(&corpus.weights).enumerate().map(one).sum()
    }

    /// The best theme of each of some texts and how far it is ahead of the next.
    pub(super) fn best_of(&self, units: &[Unit]) -> Vec<(u32, f32)> {
        let rows: Vec<f32> = units.iter().flat_map(|unit| unit.vector).collect();
        debug_assert_eq!(rows.len(), units.len() * DIMENSIONS);
        let mut best = vec![(0u32, 0f32); units.len()];
        self.centres.for_each(&rows, |place, likeness| {
            let (Some(unit), Some(best)) = (units.get(place), best.get_mut(place)) else { return };
            self.finish(likeness, &unit.bag);
            *best = ahead(likeness);
        });
        best
    }
}

/// The place of the largest score and its lead over the next; a lone theme leads by what it scores, at
/// most.
fn ahead(scores: &[f32]) -> (u32, f32) {
    let (place, value) = largest(scores);
    let others = scores.iter().enumerate().filter(|&(other, _)| other != place as usize);
    let next = others.map(|(_, &score)| score).fold(f32::MIN, f32::max);
    (place, if scores.len() < 2 { 0.0 } else { value - next })
}

/// Labels refined from `labels` (each below `count`). Themes may come out empty, unless `keeps_all`: then
/// refinement ends before the first would.
///
/// # Errors
/// [`Cancelled`] when the work is to stop; asked once a pass.
pub(super) fn refine(
    corpus: &Corpus,
    mut labels: Vec<u32>,
    count: usize,
    keeps_all: bool,
    watch: Watch<'_>,
) -> Result<Vec<u32>, Cancelled> {
    let mut close: Vec<Close> = Vec::new();
    for pass in 0..PASSES {
        watch.at(pass as f64 / PASSES as f64)?;
        let model = Model::measure(corpus, &labels, count);
        let best: Vec<u32> = match count > FEW && pass % LOOKS_AROUND > 0 {
            true => model.best_of_close(corpus, &close),
            false => {
                close = model.close(corpus);
                close.iter().map(|few| few.first().copied().unwrap_or_default()).collect()
            }
        };
        let moved = labels.iter().zip(&best).filter(|(old, new)| old != new).count();
        if keeps_all && sizes(&best, count, &corpus.weights).contains(&0.0) {
            break;
        }
        labels = best;
        if (moved as f64) < SETTLED * corpus.len() as f64 {
            break;
        }
    }
    Ok(labels)
}

/// The weight of each label below `count`.
pub(super) fn sizes(labels: &[u32], count: usize, weights: &[f32]) -> Vec<f32> {
    let mut sizes = vec![0f32; count];
    for (&label, &weight) in labels.iter().zip(weights) {
        sizes.get_mut(label as usize).into_iter().for_each(|size| *size += weight);
    }
    sizes
}

/// Labels numbered without gaps, in the order of the old numbers, and how many there are.
pub(super) fn without_gaps(labels: &[u32]) -> (Vec<u32>, usize) {
    let mut used: Vec<u32> = labels.to_vec();
    used.sort_unstable();
    used.dedup();
    let new = |label: &u32| used.binary_search(label).unwrap_or(0) as u32;
    (labels.iter().map(new).collect(), used.len())
}
