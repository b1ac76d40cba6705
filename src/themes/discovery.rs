//! Discovery: which themes a set of answers falls into when nobody has said what to look for.
//!
//! Answers are smoothed, clustered finely, refined by words and meaning, joined by likeness, and refined
//! again. Without a number asked for, likeness decides how many themes there are; with one, k-means on
//! that number does (joining down to a number works badly on themes of even size). Where two runs from
//! different chances disagree, several are brought together (`consensus`). Leaves out names.

use super::consensus::{bring_together, rand_index};
use super::corpus::Corpus;
use super::kmeans::{Clusters, Request, Start, cluster};
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
const COMPARED: usize = 4_000;

/// Finds themes.
///
/// # Errors
/// [`Cancelled`] when `watch` says to stop.
pub fn discover(corpus: &Corpus, settings: DiscoverySettings, watch: Watch<'_>) -> Result<Discovery, Cancelled> {
    watch.at(0.0)?;
    let (labels, steadiness) = match (settings.count, settings.runs) {
        _ if corpus.is_empty() => (Vec::new(), None),
        (Some(count), _) => (with_count(corpus, count.max(1), settings.seed, watch)?, None),
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
    let run = |number: usize| {
        let at = |number: usize| 0.8 * number as f64 / settings.runs as f64;
        let seed = settings.seed.wrapping_mul(1009).wrapping_add(number as u64);
        one_run(part, DiscoverySettings { seed, ..settings }, watch.part(at(number), at(number + 1)))
    };
    let (first, second) = (run(0)?, run(1)?);
    let agreed = rand_index(&first, &second, &part.weights);
    if agreed >= STEADY {
        let labels = match selected {
            None => first,
            Some(_) => one_run(corpus, settings, watch.part(0.3, 1.0))?,
        };
        return Ok((labels, Some(agreed)));
    }
    let mut runs = vec![first, second];
    for number in 2..settings.runs {
        runs.push(run(number)?);
    }
    let (found, count) = dissolve(part, bring_together(&runs, &part.weights));
    let labels = match selected {
        None => found,
        Some(_) => Model::measure(part, &found, count).best(corpus).into_iter().map(|(label, _)| label).collect(),
    };
    Ok((refine(corpus, labels, count, false, watch.part(0.8, 1.0))?, Some(agreed)))
}

/// Fine clusters of smoothed answers, refined, joined by likeness; small themes dissolved.
pub(super) fn one_run(corpus: &Corpus, settings: DiscoverySettings, watch: Watch<'_>) -> Result<Vec<u32>, Cancelled> {
    let smoothed = smooth(&corpus.vectors, &corpus.weights, settings.seed, watch.part(0.0, 0.4))?;
    let watch = watch.part(0.4, 1.0);
    let fine = (2.0 * (corpus.len() as f64).sqrt()).clamp(30.0, 300.0) as usize;
    let request = Request { count: fine, passes: 12, start: Start::Greedy { rows: 10 * fine }, seed: settings.seed };
    let found = cluster(&smoothed, &corpus.weights, request, watch.part(0.0, 0.6))?;
    let refined = refine(corpus, found.labels, found.centres.rows(), false, watch.part(0.6, 0.9))?;
    let (labels, count) = without_gaps(&refined);
    let (means, sizes) = middles(&smoothed, corpus, &labels, count);
    let tree = Tree::new(&means, &sizes);
    let cut = tree.cut(tree.groups_above(settings.likeness).max(2));
    let labels: Vec<u32> = labels.iter().filter_map(|&label| cut.get(label as usize).copied()).collect();
    let (labels, count) = dissolve(corpus, labels);
    refine(corpus, labels, count, false, watch.part(0.9, 1.0))
}

/// The best of three clusterings into `count`, refined.
fn with_count(corpus: &Corpus, count: usize, seed: u64, watch: Watch<'_>) -> Result<Vec<u32>, Cancelled> {
    let smoothed = smooth(&corpus.vectors, &corpus.weights, seed, watch.part(0.0, 0.2))?;
    let mut best: Option<Clusters> = None;
    for attempt in 0..3u8 {
        let part = watch.part(0.2 + 0.2 * f64::from(attempt), 0.4 + 0.2 * f64::from(attempt));
        let seed = seed.wrapping_mul(101).wrapping_add(u64::from(attempt));
        let found = cluster(
            &smoothed,
            &corpus.weights,
            Request { count, passes: 25, start: Start::Greedy { rows: 6_000 }, seed },
            part,
        )?;
        if best.as_ref().is_none_or(|best| found.fit > best.fit) {
            best = Some(found);
        }
    }
    best.map_or_else(
        || Ok(Vec::new()),
        |found| refine(corpus, found.labels, found.centres.rows(), true, watch.part(0.8, 1.0)),
    )
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
    let mut means = corpus.vectors.weighted_sums(&labels, count, &corpus.weights).select(&kept);
    means.normalise();
    let nearest = Centres::new(&means).nearest(&corpus.vectors);
    let new = labels.iter().zip(nearest).map(|(&label, (near, _))| match kept.binary_search(&(label as usize)) {
        Ok(place) => place as u32,
        Err(_) => near,
    });
    (new.collect(), kept.len())
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
