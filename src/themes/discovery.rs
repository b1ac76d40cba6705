//! Discovery: which themes a set of answers falls into when nobody has said what to look for.
//!
//! Answers are smoothed, clustered finely, refined by words and meaning, joined by likeness, and refined
//! again. Without a number asked for, likeness decides how many themes there are; with one, k-means on
//! that number does (joining down to a number works badly on themes of even size). Leaves out names.

use super::corpus::Corpus;
use super::kmeans::{Clusters, Request, Start, cluster};
use super::matrix::{Centres, Matrix, members};
use super::refine::{Model, refine, without_gaps};
use super::seeded::Seeded;
use super::smoothing::smooth;
use super::tree::Tree;

/// How themes are looked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DiscoverySettings {
    /// How many themes; `None` lets the answers decide.
    pub count: Option<usize>,
    /// Where chance begins: the same seed gives the same themes.
    pub seed: u64,
    /// Groups of answers more alike than this, from 0 to 1, are one theme: lower is broader. 0.25–0.55 are sensible.
    pub likeness: f64,
}

impl Default for DiscoverySettings {
    fn default() -> Self {
        Self { count: None, seed: 0, likeness: 0.30 }
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
}

/// Themes are looked for among no more answers than this; the others are then given to them.
const SAMPLE: usize = 50_000;

/// Finds themes; `step` is called with the share done, from 0 to 1.
pub fn discover(corpus: &Corpus, settings: DiscoverySettings, step: &(dyn Fn(f64) + Sync)) -> Discovery {
    let sample = Seeded::new(settings.seed).sample(SAMPLE, corpus.len());
    let labels = match sample.len() == corpus.len() {
        true => discover_among(corpus, settings, step),
        false => {
            let part = corpus.select(&sample);
            let labels = discover_among(&part, settings, step);
            let (labels, count) = without_gaps(&labels);
            let best = Model::measure(&part, &labels, count).best(corpus);
            best.into_iter().map(|(label, _)| label).collect()
        }
    };
    let (labels, count) = largest_first(&labels);
    step(1.0);
    Discovery { model: Model::measure(corpus, &labels, count), labels, count }
}

fn discover_among(corpus: &Corpus, settings: DiscoverySettings, step: &(dyn Fn(f64) + Sync)) -> Vec<u32> {
    if corpus.is_empty() {
        return Vec::new();
    }
    step(0.0);
    let smoothed = smooth(&corpus.vectors, settings.seed);
    step(0.4);
    match settings.count {
        Some(count) => with_count(corpus, &smoothed, count.max(1), settings.seed),
        None => by_likeness(corpus, &smoothed, settings, step),
    }
}

/// The best of three clusterings into `count`, refined.
fn with_count(corpus: &Corpus, smoothed: &Matrix, count: usize, seed: u64) -> Vec<u32> {
    let tries = (0..3u64).map(|attempt| {
        let seed = seed.wrapping_mul(101).wrapping_add(attempt);
        cluster(smoothed, Request { count, passes: 25, start: Start::Greedy, seed })
    });
    // Of equally good tries the first: max_by keeps the last, so compare with "not worse".
    let best = tries.reduce(|best: Clusters, other| if other.fit > best.fit { other } else { best });
    best.map_or_else(Vec::new, |found| refine(corpus, found.labels, found.centres.rows()))
}

/// Fine clusters joined by likeness; small themes dissolved.
fn by_likeness(
    corpus: &Corpus,
    smoothed: &Matrix,
    settings: DiscoverySettings,
    step: &(dyn Fn(f64) + Sync),
) -> Vec<u32> {
    let fine = (2.0 * (corpus.len() as f64).sqrt()).clamp(30.0, 300.0) as usize;
    let request = Request { count: fine, passes: 12, start: Start::Greedy, seed: settings.seed };
    let found = cluster(smoothed, request);
    step(0.7);
    let (labels, count) = without_gaps(&refine(corpus, found.labels, found.centres.rows()));
    step(0.85);
    let sizes: Vec<usize> = members(&labels, count).iter().map(Vec::len).collect();
    let mut means = smoothed.sums(&labels, count);
    for (theme, &size) in sizes.iter().enumerate() {
        means.row_mut(theme).iter_mut().for_each(|value| *value /= size.max(1) as f32);
    }
    let tree = Tree::new(&means, &sizes);
    let cut = tree.cut(tree.groups_above(settings.likeness).max(2));
    let labels: Vec<u32> = labels.iter().filter_map(|&label| cut.get(label as usize).copied()).collect();
    let (labels, count) = dissolve(corpus, labels);
    refine(corpus, labels, count)
}

/// The fewest answers that make a theme.
fn fewest(answers: usize) -> usize {
    let share = (0.003 * answers as f64).ceil() as usize;
    share.max((answers / 10).clamp(1, 10))
}

/// Gives the answers of themes that are too small to the nearest theme that is not.
fn dissolve(corpus: &Corpus, labels: Vec<u32>) -> (Vec<u32>, usize) {
    let (labels, count) = without_gaps(&labels);
    let sizes: Vec<usize> = members(&labels, count).iter().map(Vec::len).collect();
    let kept: Vec<usize> = (0..count).filter(|&k| sizes.get(k).is_some_and(|&s| s >= fewest(corpus.len()))).collect();
    if kept.len() < 2 || kept.len() == count {
        return (labels, count);
    }
    let mut means = corpus.vectors.sums(&labels, count).select(&kept);
    means.normalise();
    let nearest = Centres::new(&means).nearest(&corpus.vectors);
    let new = labels.iter().zip(nearest).map(|(&label, (near, _))| match kept.binary_search(&(label as usize)) {
        Ok(place) => place as u32,
        Err(_) => near,
    });
    (new.collect(), kept.len())
}

/// Labels numbered from the largest theme to the smallest, equals in their old order.
fn largest_first(labels: &[u32]) -> (Vec<u32>, usize) {
    let (labels, count) = without_gaps(labels);
    let sizes: Vec<usize> = members(&labels, count).iter().map(Vec::len).collect();
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|&theme| std::cmp::Reverse(sizes.get(theme).copied()));
    let mut place = vec![0u32; count];
    for (new, old) in (0u32..).zip(order) {
        place.get_mut(old).into_iter().for_each(|place| *place = new);
    }
    (labels.iter().filter_map(|&label| place.get(label as usize).copied()).collect(), count)
}
