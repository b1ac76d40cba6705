//! Levels: broader themes above those that answers are coded with, and finer ones below.
//!
//! Themes most alike in direction are joined by average linkage into about as many groups as the square root of
//! their number: few enough to be read at a glance. Finer themes are found within one as themes are found among
//! all, asking for more likeness. Leaves out names (`naming`).

use super::FREE;
use super::corpus::Corpus;
use super::discovery::{Discovery, DiscoverySettings, fewest, one_run};
use super::matrix::members;
use super::refine::{sizes, without_gaps};
use super::tree::Tree;
use super::watch::{Cancelled, Watch};

/// A theme above or below those that answers are coded with.
#[derive(Debug, Clone, PartialEq)]
pub struct Branch {
    /// What an officer would call it, in sentence case.
    pub name: String,
    /// The words and phrases that mark it most, best first.
    pub terms: Vec<String>,
    /// Places among the analysis's themes: those that a broader theme holds, the one that a finer theme is part of.
    pub themes: Vec<usize>,
    /// How many answers it has: any theme's of a broader one; of a finer one those among whose texts themes were found.
    pub answers: usize,
}

/// So few themes are read at a glance as they are.
const AT_A_GLANCE: usize = 5;

/// How much more likeness finer themes ask for.
const FINER: f64 = 0.2;

/// A theme is looked into when it has so many times the fewest answers that make a theme.
const WORTH_PARTING: usize = 6;

/// For each theme the number of its broader theme; [`FREE`] for themes that stand alone.
pub(super) fn broader(corpus: &Corpus, found: &Discovery) -> Vec<u32> {
    if found.count <= AT_A_GLANCE {
        return vec![FREE; found.count];
    }
    let mut means = corpus.vectors.weighted_sums(&found.labels, found.count, &corpus.weights);
    means.normalise();
    let tree = Tree::new(&means, &sizes(&found.labels, found.count, &corpus.weights));
    let groups = tree.cut((found.count as f64).sqrt().ceil() as usize);
    let themes_in = |group: u32| groups.iter().filter(|&&other| other == group).count();
    let together: Vec<u32> = groups.iter().copied().filter(|&group| themes_in(group) > 1).collect();
    let (dense, _) = without_gaps(&together);
    let mut dense = dense.into_iter();
    let number = |&group: &u32| if themes_in(group) > 1 { dense.next().unwrap_or(FREE) } else { FREE };
    groups.iter().map(number).collect()
}

/// Finer themes: for each answer its own or [`FREE`], and for each finer theme the theme that it is part of.
///
/// # Errors
/// [`Cancelled`] when the work is to stop.
pub(super) fn finer(
    corpus: &Corpus,
    found: &Discovery,
    settings: DiscoverySettings,
    watch: Watch<'_>,
) -> Result<(Vec<u32>, Vec<u32>), Cancelled> {
    let (mut labels, mut part_of) = (vec![FREE; corpus.len()], Vec::new());
    let weights = sizes(&found.labels, found.count, &corpus.weights);
    let enough = fewest(corpus.len()) as f32;
    let settings = DiscoverySettings { likeness: (settings.likeness + FINER).min(0.95), ..settings };
    for (theme, members) in members(&found.labels, found.count).into_iter().enumerate() {
        watch.at(theme as f64 / found.count as f64)?;
        if weights.get(theme).is_none_or(|&weight| weight < enough * WORTH_PARTING as f32) {
            continue;
        }
        let places: Vec<usize> = members.into_iter().map(|place| place as usize).collect();
        let part = corpus.select(&places);
        let (within, count) = without_gaps(&one_run(&part, settings, watch)?);
        let large: Vec<bool> = sizes(&within, count, &part.weights).into_iter().map(|size| size >= enough).collect();
        if large.iter().filter(|&&is_large| is_large).count() < 2 {
            continue;
        }
        let first = part_of.len() as u32;
        let numbers: Vec<u32> = (0..).zip(&large).map(|(at, _)| first + at).collect();
        part_of.extend(numbers.iter().map(|_| theme as u32));
        for (place, label) in places.into_iter().zip(within) {
            let number = numbers.get(label as usize).filter(|_| large.get(label as usize) == Some(&true));
            labels.get_mut(place).into_iter().zip(number).for_each(|(at, &number)| *at = number);
        }
    }
    Ok((labels, part_of))
}
