//! The tree of themes: which are most alike, which come next, up to one.
//!
//! Average linkage by the nearest-neighbour chain (Müllner 2011). Likeness of two groups is the mean
//! likeness of their members, which for vectors is the product of the groups' means.

use super::matrix::{Matrix, dot};

/// Two groups becoming one.
#[derive(Debug, Clone, Copy)]
struct Merge {
    left: usize,
    right: usize,
    /// One less their likeness.
    height: f64,
}

/// A tree over groups numbered from 0.
#[derive(Debug, Clone)]
pub(super) struct Tree {
    groups: usize,
    /// In order of height.
    merges: Vec<Merge>,
}

impl Tree {
    /// Builds the tree over the rows of `means` (not scaled to length one) with their sizes.
    pub fn new(means: &Matrix, sizes: &[f32]) -> Self {
        let groups = 0..means.rows();
        let row = |a: usize| groups.clone().map(|b| 1.0 - f64::from(dot(means.row(a), means.row(b)))).collect();
        Self::of_distances(groups.clone().map(row).collect(), sizes)
    }

    /// Builds the tree over groups so far `apart` (a square, the same both ways) with their sizes.
    pub fn of_distances(mut apart: Vec<Vec<f64>>, sizes: &[f32]) -> Self {
        let groups = apart.len();
        let mut size: Vec<f64> = sizes.iter().map(|&size| f64::from(size)).collect();
        let mut active = vec![true; groups];
        let (mut chain, mut merges): (Vec<usize>, Vec<Merge>) = (Vec::new(), Vec::new());
        while merges.len() + 1 < groups {
            if chain.is_empty() {
                chain.extend(active.iter().position(|&is_active| is_active));
            }
            let Some(&tip) = chain.last() else { break };
            let before = chain.len().checked_sub(2).and_then(|place| chain.get(place)).copied();
            let Some((nearest, height)) = nearest(&apart, &active, tip, before) else { break };
            if Some(nearest) != before {
                chain.push(nearest);
                continue;
            }
            chain.truncate(chain.len() - 2);
            merges.push(Merge { left: tip, right: nearest, height });
            join(&mut apart, &mut size, &mut active, tip, nearest);
        }
        merges.sort_by(|a, b| a.height.total_cmp(&b.height));
        Self { groups, merges }
    }

    /// How many groups there are when those more alike than `likeness` are joined.
    pub fn groups_above(&self, likeness: f64) -> usize {
        self.groups - self.merges.iter().filter(|merge| merge.height <= 1.0 - likeness).count()
    }

    /// For each group the number of the larger group it is in when there are `count`.
    pub fn cut(&self, count: usize) -> Vec<u32> {
        let mut parent: Vec<usize> = (0..self.groups).collect();
        for merge in self.merges.iter().take(self.groups.saturating_sub(count)) {
            let (left, right) = (root(&parent, merge.left), root(&parent, merge.right));
            parent.get_mut(left.max(right)).into_iter().for_each(|place| *place = left.min(right));
        }
        let roots: Vec<u32> = (0..self.groups).map(|group| root(&parent, group) as u32).collect();
        super::refine::without_gaps(&roots).0
    }
}

/// The group nearest to `tip` and how far it is; of equals the one before it in the chain, then the first.
fn nearest(apart: &[Vec<f64>], active: &[bool], tip: usize, before: Option<usize>) -> Option<(usize, f64)> {
    let row = apart.get(tip)?;
    let mut best = before.and_then(|place| row.get(place).map(|&distance| (place, distance)));
    for (place, (&distance, _)) in row.iter().zip(active).enumerate().filter(|&(place, (_, &on))| on && place != tip) {
        if best.is_none_or(|(_, least)| distance < least) {
            best = Some((place, distance));
        }
    }
    best
}

/// Makes `kept` stand for both groups.
fn join(apart: &mut [Vec<f64>], size: &mut [f64], active: &mut [bool], kept: usize, gone: usize) {
    let (Some(&a), Some(&b)) = (size.get(kept), size.get(gone)) else { return };
    let gone_row = apart.get(gone).cloned().unwrap_or_default();
    let mut row = apart.get(kept).cloned().unwrap_or_default();
    row.iter_mut().zip(&gone_row).for_each(|(x, y)| *x = (a * *x + b * y) / (a + b));
    for (other, &distance) in apart.iter_mut().zip(&row) {
        other.get_mut(kept).into_iter().for_each(|place| *place = distance);
    }
    apart.get_mut(kept).into_iter().for_each(|place| *place = row.clone());
    size.get_mut(kept).into_iter().for_each(|size| *size = a + b);
    active.get_mut(gone).into_iter().for_each(|place| *place = false);
}

/// The group that stands for `group`.
fn root(parent: &[usize], mut group: usize) -> usize {
    while let Some(&up) = parent.get(group).filter(|&&up| up != group) {
        group = up;
    }
    group
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::DIMENSIONS;

    #[test]
    fn the_most_alike_are_joined_first() {
        let mut means = Matrix::default();
        for (x, y) in [(1.0f32, 0.0f32), (0.0, 1.0), (0.98, 0.2), (0.1, 0.99), (-1.0, 0.0)] {
            let mut row = [0f32; DIMENSIONS];
            (row[0], row[1]) = (x, y);
            means.push(&row);
        }
        let tree = Tree::new(&means, &[1.0; 5]);
        assert_eq!(tree.cut(3), [0, 1, 0, 1, 2]);
        assert_eq!(tree.cut(1), [0; 5]);
        assert_eq!(tree.groups_above(0.9), 3);
    }
}
