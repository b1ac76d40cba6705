//! Weights that make those who answered look like the population, and what they cost.
//!
//! Raking: the weights of each group are scaled to its share of the population, way after way, until all fit. Weights
//! are capped, for one person who stands for forty is no survey. What weighting costs is said with it: the design effect
//! and the number of people that the weighted answers are worth (L. Kish 1965, 1992). Leaves out where population comes
//! from (`geography`); unweighted bases are shown beside every weighted figure.

/// How weights are made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RakingSettings {
    /// No weight is more than this many times the mean weight; infinite for no cap.
    pub cap: f64,
    /// The most rounds over all ways.
    pub rounds: usize,
    /// The weights fit when no group is further than this share of its target from it.
    pub tolerance: f64,
}

impl Default for RakingSettings {
    /// At most five times the mean, at most 100 rounds, within one in a million.
    fn default() -> Self {
        Self { cap: 5.0, rounds: 100, tolerance: 1e-6 }
    }
}

/// One way in which those who answered are to look like the population.
#[derive(Debug, Clone, PartialEq)]
pub struct Margin {
    /// For example `district`.
    pub key: String,
    /// The people of each group in the population, in the order of the cells' groups.
    pub population: Vec<f64>,
}

/// People who answered and are alike in every way that is weighted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeightedCell {
    /// For each margin, which of its groups they are in.
    pub groups: Vec<usize>,
    /// How many they are.
    pub people: u64,
}

/// Whether the weights fit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fit {
    /// All groups are within the tolerance of their targets after so many rounds.
    Converged { rounds: usize },
    /// They are not: the furthest group is off by this share of its target. The weights are the last ones reached.
    NotConverged { rounds: usize, furthest: f64 },
}

/// A group of the population that nobody answered for, so that no weight can stand for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Unheard {
    /// The key of its margin.
    pub margin: String,
    /// Its place in the margin.
    pub group: usize,
    /// How many people it has.
    pub population: f64,
}

/// Weights and what is to be said of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// The weight of each person of a cell, in the order of the cells; their mean over people is 1. Cells without
    /// people, and of groups without population, have 0.
    pub weights: Vec<f64>,
    pub fit: Fit,
    /// Groups that nobody answered for; the others stand for the population without them.
    pub unheard: Vec<Unheard>,
    /// How many people had their weight cut to the cap.
    pub capped: u64,
    /// How many people are weighted, without weights.
    pub base: u64,
    /// How many times larger the variance of a share is for being weighted: Kish's 1 + the squared coefficient of
    /// variation of the weights.
    pub design_effect: f64,
    /// How many people without weights would tell as much: the base over the design effect.
    pub effective_base: f64,
}

/// Why weights cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WeightingProblem {
    /// A cell names other groups than the margins have.
    #[error("a cell is of a group that its margin does not have")]
    Groups,
    /// A number of people that is below 0 or no number.
    #[error("a population is not a number of people")]
    Population,
    /// Nobody who answered is in a group with population.
    #[error("nobody who answered is in the population")]
    Nobody,
}

impl Weights {
    /// Rakes the cells to the margins. Margins of different totals are taken as shares.
    ///
    /// # Errors
    /// When cells and margins do not fit together or nobody answered.
    pub fn rake(
        cells: &[WeightedCell],
        margins: &[Margin],
        settings: RakingSettings,
    ) -> Result<Self, WeightingProblem> {
        check(cells, margins)?;
        let people: Vec<f64> = cells.iter().map(|cell| weighable(cell, margins)).collect();
        let base: f64 = people.iter().sum();
        if base == 0.0 {
            return Err(WeightingProblem::Nobody);
        }
        let (targets, unheard) = targets(cells, margins, &people, base);
        let mut weights: Vec<f64> = people.iter().map(|people| f64::from(u8::from(*people > 0.0))).collect();
        let mut rounds = 0;
        let fit = loop {
            rounds += 1;
            rake_once(cells, &people, &targets, &mut weights);
            cap(&mut weights, &people, base, settings.cap);
            let furthest = distance(cells, &people, &targets, &weights);
            if furthest <= settings.tolerance {
                break Fit::Converged { rounds };
            }
            if rounds >= settings.rounds {
                break Fit::NotConverged { rounds, furthest };
            }
        };
        let at_cap =
            |(weight, people): (&f64, &f64)| if *weight >= settings.cap * (1.0 - 1e-9) { *people } else { 0.0 };
        let capped = weights.iter().zip(&people).map(at_cap).sum::<f64>() as u64;
        let effective_base = effective_base(&weights, &people);
        let design_effect = base / effective_base;
        Ok(Self { weights, fit, unheard, capped, base: base as u64, design_effect, effective_base })
    }

    /// The weighted share, from 0 to 1, of the people of whom something is true, given by cell; `None` when the
    /// numbers are not those of the cells or nobody has weight. It is no published figure: publish the unweighted
    /// count and base first, and this only where they are shown.
    pub fn share(&self, counts: &[u64], people: &[u64]) -> Option<f64> {
        let sum = |of: &[u64]| self.weights.iter().zip(of).map(|(weight, people)| weight * *people as f64).sum::<f64>();
        let whole = sum(people);
        let fits = counts.len() == self.weights.len() && people.len() == self.weights.len() && whole > 0.0;
        fits.then(|| sum(counts) / whole)
    }
}

/// Kish's effective base: the squared sum of the weights over the sum of their squares.
fn effective_base(weights: &[f64], people: &[f64]) -> f64 {
    let sum: f64 = weights.iter().zip(people).map(|(weight, people)| weight * people).sum();
    let squares: f64 = weights.iter().zip(people).map(|(weight, people)| weight * weight * people).sum();
    if squares > 0.0 { sum * sum / squares } else { 0.0 }
}

fn check(cells: &[WeightedCell], margins: &[Margin]) -> Result<(), WeightingProblem> {
    let is_number = |people: &f64| people.is_finite() && *people >= 0.0;
    if !margins.iter().all(|margin| margin.population.iter().all(is_number)) {
        return Err(WeightingProblem::Population);
    }
    let fits = |cell: &WeightedCell| {
        let within = |(group, margin): (&usize, &Margin)| *group < margin.population.len();
        cell.groups.len() == margins.len() && cell.groups.iter().zip(margins).all(within)
    };
    if cells.iter().all(fits) { Ok(()) } else { Err(WeightingProblem::Groups) }
}

/// The people of a cell, unless one of its groups has no population to stand for.
fn weighable(cell: &WeightedCell, margins: &[Margin]) -> f64 {
    let has_population = |(group, margin): (&usize, &Margin)| margin.population[*group] > 0.0;
    if cell.groups.iter().zip(margins).all(has_population) { cell.people as f64 } else { 0.0 }
}

/// By margin and group, how many people the weighted base should have there; and the groups that nobody answered for.
fn targets(cells: &[WeightedCell], margins: &[Margin], people: &[f64], base: f64) -> (Vec<Vec<f64>>, Vec<Unheard>) {
    let (mut targets, mut unheard) = (Vec::new(), Vec::new());
    for (way, margin) in margins.iter().enumerate() {
        let mut heard = vec![false; margin.population.len()];
        let answered = cells.iter().zip(people).filter(|(_, people)| **people > 0.0);
        answered.for_each(|(cell, _)| heard[cell.groups[way]] = true);
        let total: f64 = margin.population.iter().zip(&heard).filter(|(_, heard)| **heard).map(|(n, _)| n).sum();
        for (group, (population, _)) in
            margin.population.iter().zip(&heard).enumerate().filter(|(_, (n, heard))| **n > 0.0 && !**heard)
        {
            unheard.push(Unheard { margin: margin.key.clone(), group, population: *population });
        }
        let target = |(population, heard): (&f64, &bool)| if *heard { population / total * base } else { 0.0 };
        targets.push(margin.population.iter().zip(&heard).map(target).collect());
    }
    (targets, unheard)
}

fn sums(cells: &[WeightedCell], people: &[f64], weights: &[f64], way: usize, groups: usize) -> Vec<f64> {
    let mut sums = vec![0.0; groups];
    for ((cell, people), weight) in cells.iter().zip(people).zip(weights) {
        sums[cell.groups[way]] += weight * people;
    }
    sums
}

fn rake_once(cells: &[WeightedCell], people: &[f64], targets: &[Vec<f64>], weights: &mut [f64]) {
    for (way, targets) in targets.iter().enumerate() {
        let sums = sums(cells, people, weights, way, targets.len());
        for (cell, weight) in cells.iter().zip(weights.iter_mut()) {
            let (target, sum) = (targets[cell.groups[way]], sums[cell.groups[way]]);
            if sum > 0.0 {
                *weight *= target / sum;
            }
        }
    }
}

/// Cuts weights to the cap, which is so many times the mean of 1; the next round gives what was cut to others.
fn cap(weights: &mut [f64], people: &[f64], base: f64, cap: f64) {
    let sum: f64 = weights.iter().zip(people).map(|(weight, people)| weight * people).sum();
    let mean = if sum > 0.0 { sum / base } else { 1.0 };
    weights.iter_mut().for_each(|weight| *weight = (*weight / mean).min(cap));
}

/// How far the furthest group is from its target, as a share of the target.
fn distance(cells: &[WeightedCell], people: &[f64], targets: &[Vec<f64>], weights: &[f64]) -> f64 {
    let mut furthest: f64 = 0.0;
    for (way, targets) in targets.iter().enumerate() {
        let sums = sums(cells, people, weights, way, targets.len());
        for (sum, target) in sums.iter().zip(targets).filter(|(_, target)| **target > 0.0) {
            furthest = furthest.max((sum - target).abs() / target);
        }
    }
    furthest
}

#[cfg(test)]
#[path = "weighting_tests.rs"]
mod tests;
