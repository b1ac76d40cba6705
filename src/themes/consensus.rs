//! Consensus: one set of themes from several runs that each began from another chance.
//!
//! Answers that the same runs keep together are one group (Strehl and Ghosh 2002, by average linkage):
//! likeness of two groups is the share of runs in which they have the same theme. Groups joined in more
//! runs than not are one theme. Leaves out when that is worth its time (`discovery`).

use rustc_hash::FxHashMap;

use super::refine::sizes;
use super::tree::Tree;

/// So many of the largest groups are joined; the others follow the one they agree with most.
const JOINED: usize = 1_200;

/// Groups together in at least this share of runs are one theme.
const TOGETHER: f64 = 0.5;

/// How much two ways of parting the same answers agree: the adjusted Rand index (Hubert and Arabie 1985), by
/// weight; 1 when they are the same, about 0 when they have nothing to do with each other.
pub fn rand_index(left: &[u32], right: &[u32], weights: &[f32]) -> f64 {
    let mut both: FxHashMap<(u32, u32), f64> = FxHashMap::default();
    let (mut of_left, mut of_right): (FxHashMap<u32, f64>, FxHashMap<u32, f64>) = Default::default();
    let mut all = 0.0;
    for ((&a, &b), &weight) in left.iter().zip(right).zip(weights) {
        let weight = f64::from(weight);
        *both.entry((a, b)).or_default() += weight;
        *of_left.entry(a).or_default() += weight;
        *of_right.entry(b).or_default() += weight;
        all += weight;
    }
    let pairs = |count: f64| count * (count - 1.0) / 2.0;
    let sum = |counts: &mut dyn Iterator<Item = f64>| {
        // In order of size, so that a map's order has no say in the last digits.
        let mut counts: Vec<f64> = counts.map(pairs).collect();
        counts.sort_by(f64::total_cmp);
        counts.iter().sum::<f64>()
    };
    let together = sum(&mut both.values().copied());
    let (a, b) = (sum(&mut of_left.values().copied()), sum(&mut of_right.values().copied()));
    let expected = a * b / pairs(all);
    let most = (a + b) / 2.0;
    if (most - expected).abs() < 1e-9 { 1.0 } else { (together - expected) / (most - expected) }
}

/// How many themes are to come of it, each of at least so much weight; smaller ones may come besides.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    pub count: usize,
    pub enough: f32,
}

/// How often less weight is asked for before any will do.
const YIELDS: usize = 4;

/// The fewest groups among which as many as are wanted weigh enough. A few answers that no two runs agree on would
/// else count as a theme, and two that all runs part be one. Where there are no such groups, less weight is enough.
fn cut_into(tree: &Tree, wanted: Wanted, weights: &[f32]) -> Vec<u32> {
    let mut enough = wanted.enough;
    for _ in 0..YIELDS {
        for count in (wanted.count..=weights.len()).take(3 * wanted.count) {
            let labels = tree.cut(count);
            let large = sizes(&labels, count, weights).into_iter().filter(|&size| size >= enough).count();
            if large >= wanted.count {
                return labels;
            }
        }
        enough /= 2.0;
    }
    tree.cut(wanted.count)
}

/// Labels that most runs would give.
pub(super) fn bring_together(runs: &[Vec<u32>], weights: &[f32], wanted: Option<Wanted>) -> Vec<u32> {
    let answers = runs.first().map_or(0, Vec::len);
    let of = |answer: usize| -> Vec<u32> { runs.iter().filter_map(|run| run.get(answer).copied()).collect() };
    let mut known: FxHashMap<Vec<u32>, u32> = FxHashMap::default();
    let mut groups: Vec<Vec<u32>> = Vec::new();
    let mut group_of: Vec<u32> = Vec::with_capacity(answers);
    for answer in 0..answers {
        let labels = of(answer);
        let group = *known.entry(labels).or_insert_with_key(|labels| {
            groups.push(labels.clone());
            groups.len() as u32 - 1
        });
        group_of.push(group);
    }
    let weight = sizes(&group_of, groups.len(), weights);
    let mut order: Vec<usize> = (0..groups.len()).collect();
    let heavy = |group: usize| weight.get(group).copied().unwrap_or_default();
    order.sort_by(|&a, &b| heavy(b).total_cmp(&heavy(a)).then(a.cmp(&b)));
    order.truncate(JOINED);
    let large: Vec<&Vec<u32>> = order.iter().filter_map(|&group| groups.get(group)).collect();
    let apart = |a: &[u32], b: &[u32]| a.iter().zip(b).filter(|(x, y)| x != y).count() as f64 / runs.len() as f64;
    let distances = large.iter().map(|a| large.iter().map(|b| apart(a, b)).collect()).collect();
    let large_sizes: Vec<f32> = order.iter().map(|&group| heavy(group)).collect();
    let tree = Tree::of_distances(distances, &large_sizes);
    let cut = match wanted {
        None => tree.cut(tree.groups_above(TOGETHER)),
        Some(wanted) => cut_into(&tree, wanted, &large_sizes),
    };
    let theme_of = |group: &Vec<u32>| {
        let nearest = large.iter().zip(&cut).min_by(|(a, _), (b, _)| apart(a, group).total_cmp(&apart(b, group)));
        nearest.map_or(0, |(_, &theme)| theme)
    };
    let themes: Vec<u32> = groups.iter().map(theme_of).collect();
    group_of.iter().filter_map(|&group| themes.get(group as usize).copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_is_one_for_other_names_of_the_same_and_about_nought_for_chance() {
        assert!((rand_index(&[0, 0, 1, 1], &[5, 5, 2, 2], &[1.0; 4]) - 1.0).abs() < 1e-9);
        // Hubert and Arabie's index by hand: together 2, expected 2.8, most 4.5.
        let found = rand_index(&[0, 0, 0, 1, 1, 1], &[0, 0, 1, 1, 2, 2], &[1.0; 6]);
        assert!((found - (2.0 - 6.0 * 3.0 / 15.0) / (4.5 - 6.0 * 3.0 / 15.0)).abs() < 1e-9, "{found}");
    }

    #[test]
    fn as_many_themes_as_are_wanted_weigh_enough() {
        // Nobody agrees on the last answer; by number alone it would be a theme, and two that all runs part one.
        let runs = [vec![0, 0, 1, 1, 2, 2, 0], vec![0, 0, 1, 1, 2, 2, 1], vec![0, 0, 1, 1, 2, 2, 2]];
        let labels = bring_together(&runs, &[1.0; 7], Some(Wanted { count: 3, enough: 2.0 }));
        assert!(labels[0] == labels[1] && labels[2] == labels[3] && labels[4] == labels[5]);
        assert!(labels[0] != labels[2] && labels[2] != labels[4] && labels[0] != labels[4]);
        let all = bring_together(&runs, &[1.0; 7], Some(Wanted { count: 1, enough: 2.0 }));
        assert!(all.iter().all(|&label| label == 0));
    }

    #[test]
    fn an_odd_run_is_outvoted() {
        let runs = [vec![0, 0, 1, 1, 2], vec![7, 7, 3, 3, 4], vec![0, 1, 1, 0, 2]];
        let labels = bring_together(&runs, &[1.0; 5], None);
        assert_eq!(labels[0], labels[1]);
        assert_eq!(labels[2], labels[3]);
        assert!(labels[0] != labels[2] && labels[4] != labels[0] && labels[4] != labels[2]);
    }
}
