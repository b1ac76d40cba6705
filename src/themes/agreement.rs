//! How well two codings of the same answers agree: precision, recall and F1, with bootstrap intervals.
//!
//! Intervals resample people (or texts), not answers, for one person's answers are not independent: the 2.5th
//! and 97.5th of a thousand resamples (Efron 1979). Leaves out agreement between several people beyond chance
//! (`reliability`).

use rayon::prelude::*;

use super::seeded::Seeded;

/// Resamples an interval is read from.
const RESAMPLES: usize = 1_000;

/// How well one theme, or all together, agree.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Measure {
    /// Answers that people applied the theme to.
    pub support: usize,
    /// Of those the machine applied it to, the share that people did too.
    pub precision: f64,
    /// Of those that people applied it to, the share that the machine did too.
    pub recall: f64,
    /// The harmonic mean of the two; 0 where neither applied it.
    pub f1: f64,
    /// The 95 % interval of F1.
    pub low: f64,
    pub high: f64,
}

/// Agreement theme by theme and over all.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Agreement {
    /// For every theme.
    pub themes: Vec<Measure>,
    /// Over all codings together.
    pub micro: Measure,
    /// The mean over the themes that people applied.
    pub mean: Measure,
}

/// Counts of one theme: both applied it, the machine did, people did.
type Counts = [f64; 3];

/// Compares what a machine applied with what people did; `groups` are the places of answers that belong
/// together.
pub fn agreement(
    applied: &[Vec<usize>],
    truth: &[Vec<usize>],
    themes: usize,
    groups: &[Vec<usize>],
    seed: u64,
) -> Agreement {
    let count = |places: &[usize]| {
        let mut counts: Vec<(usize, Counts)> = Vec::new();
        let mut add = |theme: usize, at: usize| match counts.iter_mut().find(|(known, _)| *known == theme) {
            Some((_, counts)) => counts.get_mut(at).into_iter().for_each(|count| *count += 1.0),
            None => {
                let mut first = [0.0; 3];
                first.get_mut(at).into_iter().for_each(|count| *count += 1.0);
                counts.push((theme, first));
            }
        };
        for &place in places {
            let (machine, people) = (applied.get(place), truth.get(place));
            machine.into_iter().flatten().for_each(|&theme| add(theme, 1));
            people.into_iter().flatten().for_each(|&theme| add(theme, 2));
            let both = machine.into_iter().flatten().filter(|theme| people.is_some_and(|all| all.contains(theme)));
            both.for_each(|&theme| add(theme, 0));
        }
        counts
    };
    let by_group: Vec<Vec<(usize, Counts)>> = groups.iter().map(|places| count(places)).collect();
    let whole = scores(&by_group, &(0..groups.len()).collect::<Vec<_>>(), themes);
    // Seeds are drawn, not counted up: neighbouring seeds would draw nearly the same people.
    let mut seeds = Seeded::new(seed);
    let seeds: Vec<u64> = (0..RESAMPLES).map(|_| seeds.next()).collect();
    let resampled: Vec<Vec<f64>> = seeds
        .into_par_iter()
        .map(|seed| {
            let mut chance = Seeded::new(seed);
            let drawn: Vec<usize> = (0..groups.len()).map(|_| chance.below(groups.len())).collect();
            scores(&by_group, &drawn, themes).into_iter().map(|measure| measure.f1).collect()
        })
        .collect();
    let mut measures: Vec<Measure> = whole;
    for (place, measure) in measures.iter_mut().enumerate() {
        let mut all: Vec<f64> = resampled.iter().filter_map(|f1s| f1s.get(place).copied()).collect();
        all.sort_by(f64::total_cmp);
        let at = |share: f64| all.get((share * (all.len().saturating_sub(1)) as f64).round() as usize).copied();
        measure.low = at(0.025).unwrap_or_default();
        measure.high = at(0.975).unwrap_or_default();
    }
    let mean = measures.pop().unwrap_or_default();
    let micro = measures.pop().unwrap_or_default();
    Agreement { themes: measures, micro, mean }
}

/// Measures of every theme over these groups, then of all together, then their mean; without intervals.
fn scores(by_group: &[Vec<(usize, Counts)>], drawn: &[usize], themes: usize) -> Vec<Measure> {
    let mut counts = vec![[0.0; 3]; themes];
    for (theme, some) in drawn.iter().filter_map(|&group| by_group.get(group)).flatten() {
        let sums = counts.get_mut(*theme).into_iter().flatten();
        sums.zip(some).for_each(|(sum, some)| *sum += some);
    }
    let total = counts.iter().fold([0.0; 3], |sum, it| [sum[0] + it[0], sum[1] + it[1], sum[2] + it[2]]);
    let mut measures: Vec<Measure> = counts.iter().map(measure).collect();
    let applied: Vec<Measure> = measures.iter().copied().filter(|measure| measure.support > 0).collect();
    let mean = |of: fn(&Measure) -> f64| applied.iter().map(of).sum::<f64>() / applied.len().max(1) as f64;
    let over_themes = Measure {
        support: total[2] as usize,
        precision: mean(|it| it.precision),
        recall: mean(|it| it.recall),
        f1: mean(|it| it.f1),
        ..Measure::default()
    };
    measures.push(measure(&total));
    measures.push(over_themes);
    measures
}

fn measure(&[both, machine, people]: &Counts) -> Measure {
    let share = |of: f64| if of > 0.0 { both / of } else { 0.0 };
    let f1 = if machine + people > 0.0 { 2.0 * both / (machine + people) } else { 0.0 };
    Measure { support: people as usize, precision: share(machine), recall: share(people), f1, low: 0.0, high: 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_worked_by_hand() {
        // Theme 0: both 2, machine 3, people 2. Theme 1: both 0, machine 0, people 1.
        let applied = [vec![0], vec![0], vec![0], vec![]];
        let truth = [vec![0], vec![0, 1], vec![], vec![]];
        let groups: Vec<Vec<usize>> = (0..4).map(|place| vec![place]).collect();
        let found = agreement(&applied, &truth, 2, &groups, 1);
        assert!((found.themes[0].f1 - 0.8).abs() < 1e-12 && found.themes[1].f1 == 0.0);
        assert!((found.micro.f1 - 4.0 / 6.0).abs() < 1e-12, "{:?}", found.micro);
        assert!((found.mean.f1 - 0.4).abs() < 1e-12);
        assert!(found.micro.low <= found.micro.f1 && found.micro.f1 <= found.micro.high);
    }

    #[test]
    fn perfect_agreement_has_no_doubt_and_nothing_gives_noughts() {
        let themes = [vec![0], vec![0], vec![0]];
        let groups: Vec<Vec<usize>> = (0..3).map(|place| vec![place]).collect();
        let found = agreement(&themes, &themes, 1, &groups, 1).micro;
        assert_eq!((found.f1, found.low, found.high), (1.0, 1.0, 1.0));
        assert_eq!(agreement(&[], &[], 1, &[], 1).micro.f1, 0.0);
    }
}
