//! Anchoring: when answers arrive, themes found before keep their identity and their answers.
//!
//! Themes are measured on the answers that had them and nothing of those is looked for anew. Further answers
//! go to the theme that fits; a new theme is proposed only from what nothing explains, and only where it is
//! the further answers that speak of it, for what was there before was weighed before. Leaves out where the
//! earlier themes are kept (`store`).

use super::corpus::Corpus;
use super::discovery::{Discovery, DiscoverySettings, fewest, middles, one_run};
use super::matrix::{Matrix, dot};
use super::refine::{Model, without_gaps};
use super::watch::{Cancelled, Watch};
use super::{FREE, Theme};

/// Themes found before, and the answers that had them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Known {
    /// The themes: key, name, description and terms stay as they are.
    pub themes: Vec<Theme>,
    /// For each answer now given the place of its theme in `themes`; `None` for an answer not seen before.
    pub labels: Vec<Option<usize>>,
}

impl Known {
    /// The same themes as the answers at these places had them.
    pub(super) fn select(&self, places: &[usize]) -> Self {
        let labels = places.iter().map(|&place| self.labels.get(place).copied().flatten()).collect();
        Self { themes: self.themes.clone(), labels }
    }
}

/// An answer is not explained when it is less like its best theme than so large a share of earlier answers.
const UNLIKE: f32 = 0.25;

/// An earlier answer goes to a new theme only when that is so far ahead of its own.
const CLEAR: f32 = 2.0;

/// A new theme's answers are less like any earlier theme's than so large a share of how alike they are themselves.
const APART: f32 = 0.5;

/// A new theme's answers are at least so large a share as alike as those of the loosest earlier theme.
const LOOSE: f32 = 0.65;

/// Themes of which those below `count` were found before: `known` has each answer's, [`FREE`] for further ones. One of
/// them may be of the `rest`, that nothing brings together: it explains nothing.
///
/// # Errors
/// [`Cancelled`] when the work is to stop.
pub(super) fn discover_again(
    corpus: &Corpus,
    known: &[u32],
    count: usize,
    rest: Option<u32>,
    settings: DiscoverySettings,
    watch: Watch<'_>,
) -> Result<Discovery, Cancelled> {
    let before = Before { model: Model::measure(corpus, known, count), known, count, rest };
    let proposed = propose(corpus, &before, settings, watch.part(0.0, 0.8))?;
    let (candidates, groups) = without_gaps_of(&proposed);
    let accepted = accept(corpus, &before, &candidates, groups);
    watch.at(0.9)?;
    // Accepted themes are numbered after the earlier ones.
    let mut place = vec![FREE; groups];
    for (new, &old) in (count as u32..).zip(&accepted) {
        place.get_mut(old).into_iter().for_each(|place| *place = new);
    }
    let all = count + accepted.len();
    let start: Vec<u32> = known
        .iter()
        .zip(&candidates)
        .map(|(&known, &group)| if known == FREE { place.get(group as usize).copied().unwrap_or(FREE) } else { known })
        .collect();
    let labels = settle(corpus, known, &start, count, all);
    watch.at(1.0)?;
    Ok(Discovery { model: Model::measure(corpus, &labels, all), labels, count: all, steadiness: None })
}

/// What was found before.
struct Before<'a> {
    model: Model,
    /// The theme of each answer; [`FREE`] for further ones.
    known: &'a [u32],
    count: usize,
    /// The theme of what nothing brings together.
    rest: Option<u32>,
}

/// Groups among the further answers that no earlier theme explains; [`FREE`] elsewhere.
fn propose(
    corpus: &Corpus,
    before: &Before<'_>,
    settings: DiscoverySettings,
    watch: Watch<'_>,
) -> Result<Vec<u32>, Cancelled> {
    let &Before { ref model, known, rest, .. } = before;
    let best = model.best(corpus);
    let likeness = |place: usize, theme: u32| model.likeness(corpus.vectors.row(place), theme);
    let is_known = |place: &usize| known.get(*place).is_some_and(|&theme| theme != FREE);
    let mut usual: Vec<f32> = (0..corpus.len())
        .filter_map(|place| Some((place, *known.get(place)?)))
        .filter(|&(_, theme)| theme != FREE && Some(theme) != rest)
        .map(|(place, theme)| likeness(place, theme))
        .collect();
    usual.sort_by(f32::total_cmp);
    let enough = usual.get((UNLIKE * usual.len() as f32) as usize).copied().unwrap_or_default();
    let is_unexplained = |place: &usize| {
        !is_known(place)
            && corpus.is_readable(*place)
            && best.get(*place).is_some_and(|&(theme, _)| Some(theme) == rest || likeness(*place, theme) < enough)
    };
    let rest: Vec<usize> = (0..corpus.len()).filter(is_unexplained).collect();
    let mut proposed = vec![FREE; corpus.len()];
    if rest.len() < fewest(corpus.len()) {
        return Ok(proposed);
    }
    let found = one_run(&corpus.select(&rest), settings, watch)?;
    for (place, label) in rest.into_iter().zip(found) {
        proposed.get_mut(place).into_iter().for_each(|at| *at = label);
    }
    Ok(proposed)
}

/// The groups that are themes of their own: large enough, unlike every earlier theme, and spoken of by further
/// answers far more than by earlier ones.
fn accept(corpus: &Corpus, before: &Before<'_>, groups: &[u32], proposed: usize) -> Vec<usize> {
    let &Before { known, count, rest, .. } = before;
    let joined: Vec<u32> = known
        .iter()
        .zip(groups)
        .map(|(&known, &group)| if known == FREE && group != FREE { count as u32 + group } else { known })
        .collect();
    let model = Model::measure(corpus, &joined, count + proposed);
    let (mut further, mut earlier) = (vec![0f32; proposed], vec![0f32; proposed]);
    let (mut all_further, mut all) = (0f32, 0f32);
    for ((&known, &weight), (label, lead)) in known.iter().zip(&corpus.weights).zip(model.best(corpus)) {
        all += weight;
        all_further += if known == FREE { weight } else { 0.0 };
        let Some(group) = (label as usize).checked_sub(count).filter(|_| lead >= CLEAR / 2.0) else { continue };
        let counted = if known == FREE { &mut further } else { &mut earlier };
        counted.get_mut(group).into_iter().for_each(|sum| *sum += weight);
    }
    let mostly = (1.0 + all_further / all.max(1.0)) / 2.0;
    let (means, sizes) = middles(&corpus.vectors, corpus, &joined, count + proposed);
    let at = |sums: &[f32], group: usize| sums.get(group).copied().unwrap_or_default();
    (0..proposed)
        .filter(|&group| at(&further, group) >= fewest(corpus.len()) as f32)
        .filter(|&group| at(&further, group) >= mostly * (at(&further, group) + at(&earlier, group)))
        .filter(|&group| is_apart(&means, &sizes, (0..count).filter(|&it| Some(it as u32) != rest), count + group))
        .collect()
}

/// Whether a group's answers are about as alike as an earlier theme's, and far less like any of those.
fn is_apart(means: &Matrix, sizes: &[f32], themes: impl Iterator<Item = usize> + Clone, group: usize) -> bool {
    // The mean likeness of two different answers: their mean's with itself, less each answer's with itself.
    let within = |group: usize| {
        let size = sizes.get(group).copied().unwrap_or_default();
        let own = dot(means.row(group), means.row(group));
        if size > 1.0 { (size * own - 1.0) / (size - 1.0) } else { 0.0 }
    };
    let mine = within(group);
    let loosest = themes.clone().map(within).filter(|&own| own > 0.0).fold(f32::MAX, f32::min);
    let nearest = themes.map(|theme| dot(means.row(group), means.row(theme))).fold(0.0, f32::max);
    nearest < APART * mine && (loosest == f32::MAX || mine >= LOOSE * loosest)
}

/// Gives further answers to their best theme; earlier ones keep theirs unless a new theme is clearly ahead.
fn settle(corpus: &Corpus, known: &[u32], start: &[u32], count: usize, all: usize) -> Vec<u32> {
    let mut labels = start.to_vec();
    for _ in 0..2 {
        let model = Model::measure(corpus, &labels, all);
        labels = model
            .best(corpus)
            .into_iter()
            .zip(known)
            .map(|((best, lead), &known)| match known {
                FREE => best,
                _ if best as usize >= count && lead >= CLEAR => best,
                _ => known,
            })
            .collect();
    }
    labels
}

/// Labels numbered without gaps, [`FREE`] left alone.
fn without_gaps_of(labels: &[u32]) -> (Vec<u32>, usize) {
    let (dense, count) = without_gaps(labels);
    let has_free = labels.contains(&FREE);
    let renumbered = labels.iter().zip(dense).map(|(&old, new)| if old == FREE { FREE } else { new });
    (renumbered.collect(), count - usize::from(has_free))
}
