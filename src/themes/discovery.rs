//! Discovery: which themes a set of answers falls into when nobody has said what to look for.
//!
//! Answers are smoothed, clustered finely, refined by words and meaning, joined by likeness, and refined
//! again. Without a number asked for, likeness decides how many themes there are, and where two runs from
//! different chances disagree, several are brought together (`consensus`). With one, runs by k-means and by
//! joining always are, for each way alone has a bent of its own. Leaves out names.

use super::consensus::{Wanted, bring_together, rand_index};
use super::corpus::Corpus;
use super::kmeans::{Request, Start, cluster};
use super::matrix::{Centres, Matrix};
use super::refine::{Model, refine, sizes, without_gaps};
use super::seeded::Seeded;
use super::smoothing::smooth;
use super::tree::Tree;
use super::watch::{Cancelled, Watch};

/// How themes are looked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DiscoverySettings {
    /// How many themes; `None` lets the answers decide.
    pub count: Option<usize>,
    /// Where chance begins: the same seed gives the same themes.
    pub seed: u64,
    /// Groups of answers more alike than this, from 0 to 1, are one theme: lower is broader. 0.25–0.55 are sensible.
    pub likeness: f64,
    /// How many runs are brought together at most, when two disagree; with 1 nothing is compared.
    pub runs: usize,
    /// Whether finer themes are looked for within the large ones.
    pub finer: bool,
}

impl Default for DiscoverySettings {
    fn default() -> Self {
        Self { count: None, seed: 0, likeness: 0.30, runs: 6, finer: false }
    }
}

/// Themes found: which is the best of each answer, and what they are like.
#[derive(Debug, Clone)]
pub struct Discovery {
    /// For each answer its best theme, from 0; themes are numbered from the largest.
    pub labels: Vec<u32>,
    /// How many themes there are.
    pub count: usize,
    /// What the themes are like.
    pub model: Model,
    /// How much two runs from different chances agreed (adjusted Rand index, 1 when alike); `None` when
    /// nothing was compared.
    pub steadiness: Option<f64>,
}

/// Runs that agree less than this (adjusted Rand index) are brought together.
const STEADY: f64 = 0.9;

/// Runs are compared on at least so many answers, and on a fifth of them where that is more.
const COMPARED: usize = 3_000;

/// Finds themes.
///
/// # Errors
/// [`Cancelled`] when `watch` says to stop.
pub fn discover(corpus: &Corpus, settings: DiscoverySettings, watch: Watch<'_>) -> Result<Discovery, Cancelled> {
    watch.at(0.0)?;
    let (labels, steadiness) = match (settings.count, settings.runs) {
        _ if corpus.is_empty() => (Vec::new(), None),
        (Some(count), _) => (with_count(corpus, count.clamp(1, corpus.len()), settings.seed, watch)?, None),
        (None, 0 | 1) => (one_run(corpus, settings, watch)?, None),
        (None, _) => steadily(corpus, settings, watch)?,
    };
    let (labels, count) = largest_first(corpus, &labels);
    watch.at(1.0)?;
    Ok(Discovery { model: Model::measure(corpus, &labels, count), labels, count, steadiness })
}

/// One run where two agree; where they do not, several brought together. They are compared on a part of the
/// answers, and what is found there is then refined on all.
fn steadily(
    corpus: &Corpus,
    settings: DiscoverySettings,
    watch: Watch<'_>,
) -> Result<(Vec<u32>, Option<f64>), Cancelled> {
    let compared = COMPARED.max(corpus.len() / 5);
    let places = Seeded::new(settings.seed.wrapping_add(5)).sample(compared, corpus.len());
    let selected = (places.len() < corpus.len()).then(|| corpus.select(&places));
    let part = selected.as_ref().unwrap_or(corpus);
    // Each run smooths anew: with one smoothing for all, runs err alike and their vote is worth less.
    let run = |number: usize, watch: Watch<'_>| {
        let seed = settings.seed.wrapping_mul(1009).wrapping_add(number as u64);
        one_run(part, DiscoverySettings { seed, ..settings }, watch)
    };
    let mut runs = watch.part(0.0, 0.3).side_by_side(0..2, run)?;
    let agreed = match runs.as_slice() {
        [first, second] => rand_index(first, second, &part.weights),
        _ => 1.0,
    };
    if agreed >= STEADY {
        let labels = match selected {
            None => runs.swap_remove(0),
            Some(_) => one_run(corpus, settings, watch.part(0.3, 1.0))?,
        };
        return Ok((labels, Some(agreed)));
    }
    runs.extend(watch.part(0.3, 0.8).side_by_side(2..settings.runs, run)?);
    let (found, count) = dissolve(part, bring_together(&runs, &part.weights, None));
    let labels = match selected {
        None => found,
        Some(_) => Model::measure(part, &found, count).best(corpus).into_iter().map(|(label, _)| label).collect(),
    };
    Ok((refine(corpus, labels, count, false, watch.part(0.8, 1.0))?, Some(agreed)))
}

/// Fine clusters of smoothed answers, refined, joined by likeness; small themes dissolved.
pub(super) fn one_run(corpus: &Corpus, settings: DiscoverySettings, watch: Watch<'_>) -> Result<Vec<u32>, Cancelled> {
    let (labels, tree) = fine_themes(corpus, fineness(corpus.len()), settings.seed, watch.part(0.0, 0.9))?;
    let labels = joined(&labels, &tree.cut(tree.groups_above(settings.likeness).max(2)));
    let (labels, count) = dissolve(corpus, labels);
    refine(corpus, labels, count, false, watch.part(0.9, 1.0))
}

/// How many fine clusters there are before they are joined.
fn fineness(answers: usize) -> usize {
    (2.0 * (answers as f64).sqrt()).clamp(30.0, 300.0) as usize
}

/// Fine clusters of smoothed answers, refined, and which of them are most alike.
fn fine_themes(corpus: &Corpus, fine: usize, seed: u64, watch: Watch<'_>) -> Result<(Vec<u32>, Tree), Cancelled> {
    let smoothed = smooth(&corpus.vectors, &corpus.weights, seed, watch.part(0.0, 0.4))?;
    let watch = watch.part(0.4, 1.0);
    let request = Request { count: fine, passes: 12, start: Start::Greedy { rows: 10 * fine }, seed };
    let found = cluster(&smoothed, &corpus.weights, request, watch.part(0.0, 0.7))?;
    let refined = refine(corpus, found.labels, found.centres.rows(), false, watch.part(0.7, 1.0))?;
    let (labels, count) = without_gaps(&refined);
    let (means, sizes) = middles(&smoothed, corpus, &labels, count);
    Ok((labels, Tree::new(&means, &sizes)))
}

/// The larger group of each answer, from its fine one.
fn joined(fine: &[u32], cut: &[u32]) -> Vec<u32> {
    fine.iter().filter_map(|&label| cut.get(label as usize).copied()).collect()
}

/// Runs into a given number of themes: half by k-means, half by joining fine clusters.
const COUNTED_RUNS: usize = 6;

/// What most runs say is taken unless it fits answers this much worse than the best run does, as a share.
const LOSES: f64 = 0.01;

/// What most of several runs into `count` themes say, half of them by k-means, which makes too much of even sizes, and
/// half by joining fine clusters, which makes too much of uneven ones; where that fits badly, the run that fits best.
fn with_count(corpus: &Corpus, count: usize, seed: u64, watch: Watch<'_>) -> Result<Vec<u32>, Cancelled> {
    let smoothed = smooth(&corpus.vectors, &corpus.weights, seed, watch.part(0.0, 0.2))?;
    let run = |number: usize, watch: Watch<'_>| {
        let seed = seed.wrapping_mul(101).wrapping_add(number as u64);
        let start = watch.part(0.0, 0.8);
        let labels = if number.is_multiple_of(2) {
            let request = Request { count, passes: 25, start: Start::Greedy { rows: 6_000 }, seed };
            cluster(&smoothed, &corpus.weights, request, start)?.labels
        } else {
            let (fine, tree) = fine_themes(corpus, fineness(corpus.len()).max(count + count / 2), seed, start)?;
            joined(&fine, &tree.cut(count))
        };
        fitted(corpus, labels, watch.part(0.8, 1.0))
    };
    let runs = watch.part(0.2, 0.9).side_by_side(0..COUNTED_RUNS, run)?;
    let best = runs.iter().map(|&(_, fit)| fit).fold(f64::MIN, f64::max);
    let labels: Vec<Vec<u32>> = runs.iter().map(|(labels, _)| labels.clone()).collect();
    let enough = (corpus.len() as f32 / (4 * count) as f32).min(fewest(corpus.len()) as f32);
    let together = bring_together(&labels, &corpus.weights, Some(Wanted { count, enough }));
    let (together, fit) = fitted(corpus, heaviest(corpus, together, count), watch.part(0.9, 1.0))?;
    if fit >= best - LOSES * best.abs() && without_gaps(&together).1 == count {
        return Ok(together);
    }
    Ok(runs.into_iter().find(|&(_, fit)| fit >= best).map_or(together, |(labels, _)| labels))
}

/// Labels refined with none lost, and how well answers fit them.
fn fitted(corpus: &Corpus, labels: Vec<u32>, watch: Watch<'_>) -> Result<(Vec<u32>, f64), Cancelled> {
    let (labels, count) = without_gaps(&labels);
    let labels = refine(corpus, labels, count, true, watch)?;
    let fit = Model::measure(corpus, &labels, count).fit(corpus, &labels);
    Ok((labels, fit))
}

/// The mean of the rows of each group (not scaled) and its weight.
pub(super) fn middles(rows: &Matrix, corpus: &Corpus, labels: &[u32], count: usize) -> (Matrix, Vec<f32>) {
    let sizes = sizes(labels, count, &corpus.weights);
    let mut means = rows.weighted_sums(labels, count, &corpus.weights);
    for (group, &size) in sizes.iter().enumerate().filter(|&(_, &size)| size > 0.0) {
        means.row_mut(group).iter_mut().for_each(|value| *value /= size);
    }
    (means, sizes)
}

/// The least weight of answers that makes a theme.
pub(super) fn fewest(answers: usize) -> usize {
    let share = (0.003 * answers as f64).ceil() as usize;
    share.max((answers / 10).clamp(1, 10))
}

/// Gives the answers of themes that are too small to the nearest theme that is not.
fn dissolve(corpus: &Corpus, labels: Vec<u32>) -> (Vec<u32>, usize) {
    let (labels, count) = without_gaps(&labels);
    let sizes = sizes(&labels, count, &corpus.weights);
    let enough = fewest(corpus.len()) as f32;
    let kept: Vec<usize> = (0..count).filter(|&k| sizes.get(k).is_some_and(|&size| size >= enough)).collect();
    if kept.len() < 2 || kept.len() == count {
        return (labels, count);
    }
    (given_to(corpus, &labels, count, &kept), kept.len())
}

/// The heaviest `wanted` themes, with the answers of all others given to the nearest of them.
fn heaviest(corpus: &Corpus, labels: Vec<u32>, wanted: usize) -> Vec<u32> {
    let (labels, count) = largest_first(corpus, &labels);
    if count <= wanted {
        return labels;
    }
    given_to(corpus, &labels, count, &(0..wanted).collect::<Vec<usize>>())
}

/// The answers of themes that are not `kept` (in rising order) given to the nearest of those that are.
fn given_to(corpus: &Corpus, labels: &[u32], count: usize, kept: &[usize]) -> Vec<u32> {
    let mut means = corpus.vectors.weighted_sums(labels, count, &corpus.weights).select(kept);
    means.normalise();
    let nearest = Centres::new(&means).nearest(&corpus.vectors);
    let new = labels.iter().zip(nearest).map(|(&label, (near, _))| match kept.binary_search(&(label as usize)) {
        Ok(place) => place as u32,
        Err(_) => near,
    });
    new.collect()
}

/// Labels numbered from the largest theme to the smallest, equals in their old order.
fn largest_first(corpus: &Corpus, labels: &[u32]) -> (Vec<u32>, usize) {
    let (labels, count) = without_gaps(labels);
    let sizes = sizes(&labels, count, &corpus.weights);
    let mut order: Vec<usize> = (0..count).collect();
    let size = |theme: usize| sizes.get(theme).copied().unwrap_or_default();
    order.sort_by(|&a, &b| size(b).total_cmp(&size(a)).then(a.cmp(&b)));
    let mut place = vec![0u32; count];
    for (new, old) in (0u32..).zip(order) {
        place.get_mut(old).into_iter().for_each(|place| *place = new);
    }
    (labels.iter().filter_map(|&label| place.get(label as usize).copied()).collect(), count)
}
