//! A place drawn as a village of 100 children: any set of shares with labels.
//!
//! Leaves out the picture (`pages`).

use serde::{Deserialize, Serialize};

use super::period::Period;

/// A place as a village of 100 children.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Village {
    /// For example `now`.
    pub key: String,
    pub title: String,
    /// When it is or should be so.
    pub period: Period,
    /// Each child has one of the labels and no other, so that the shares may not exceed 100 together.
    pub exclusive: bool,
    /// Drawn by us from the plan's own figures; nobody published it as a village.
    pub ours: bool,
    pub shares: Vec<VillageShare>,
}

/// How many of the 100 children something is true of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VillageShare {
    /// Completes "… of the 100 children", for example `have been bullied`.
    pub label: String,
    /// Of 100; absent where the plan names the label and no number.
    pub of_100: Option<f64>,
    /// The measure it rests on, among the plan's printed figures or indicators.
    pub measure: Option<String>,
    /// Where the share comes from, where that is not in the plan.
    pub source: Option<String>,
}

/// Shares of 100 as whole children, in the same order. Together they are as many as the shares rounded together: each
/// gets the whole part of its share, and those left go one each to the largest remainders, the earlier first of two
/// alike. Below 0 and what is no number counts as 0.
pub fn whole_children(shares: &[f64]) -> Vec<u32> {
    let shares: Vec<f64> = shares.iter().map(|share| if share.is_finite() { share.max(0.0) } else { 0.0 }).collect();
    let mut children: Vec<u32> = shares.iter().map(|share| share.floor() as u32).collect();
    let together = shares.iter().sum::<f64>().round() as u32;
    let left = together.saturating_sub(children.iter().sum()) as usize;
    let mut by_remainder: Vec<usize> = (0..shares.len()).collect();
    by_remainder.sort_by(|&a, &b| shares[b].fract().total_cmp(&shares[a].fract()));
    by_remainder.into_iter().take(left).for_each(|at| children[at] += 1);
    children
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_that_come_to_100_are_100_children_by_the_largest_remainder() {
        assert_eq!(whole_children(&[33.4, 33.3, 33.3]), [34, 33, 33]);
        assert_eq!(whole_children(&[12.5, 12.5, 75.0]), [13, 12, 75]);
        assert_eq!(whole_children(&[16.6, 16.6, 16.6, 16.6, 16.6, 17.0]).iter().sum::<u32>(), 100);
        assert_eq!(whole_children(&[0.4, 99.6]), [0, 100]);
    }

    #[test]
    fn a_share_alone_is_rounded_and_nothing_is_made_of_what_is_no_share() {
        assert_eq!(whole_children(&[66.7]), [67]);
        assert_eq!(whole_children(&[f64::NAN, -3.0, f64::INFINITY]), [0, 0, 0]);
        assert!(whole_children(&[]).is_empty());
    }
}
