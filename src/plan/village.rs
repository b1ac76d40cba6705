//! A place drawn as a village of 100 children: any set of shares with labels.
//!
//! Leaves out the picture (`pages`).

use serde::{Deserialize, Serialize};

use super::outcome::Plan;
use super::period::Period;

/// How far a share may be from the plan's figure that it is rounded from.
pub(super) const ROUNDED: f64 = 0.5;

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
    /// Of whom it is, for example `pupils in year 6`: a number of 100 of them is none of all children.
    #[serde(default)]
    pub of: Option<String>,
    /// It is of those who chose to answer a survey.
    #[serde(default)]
    pub survey: bool,
}

/// What a share's number rests on, as far as the plan says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Footing<'a> {
    pub of: Option<&'a str>,
    pub survey: bool,
    /// When it was so.
    pub period: Option<Period>,
    pub source: Option<&'a str>,
}

impl VillageShare {
    /// What the number rests on: the plan's figure for the measure that it comes from, whose baseline or printed figure
    /// it is rounded from.
    pub fn footing<'a>(&'a self, plan: &'a Plan) -> Footing<'a> {
        let is_it = |value: f64| self.of_100.is_some_and(|of_100| (value - of_100).abs() <= ROUNDED);
        let indicators = plan.indicators().map(|(_, indicator)| indicator);
        let indicators = indicators.filter(|indicator| self.measure.as_deref() == Some(indicator.measure()));
        let baselines = indicators.filter_map(|indicator| {
            let baseline = indicator.baseline.filter(|baseline| is_it(baseline.value))?;
            Some((baseline.period, indicator.source.as_deref()))
        });
        let printed = plan.printed.iter().filter(|printed| self.measure.as_ref() == Some(&printed.measure));
        let printed = printed.filter(|printed| !printed.is_change && is_it(printed.value));
        let mut known = baselines.chain(printed.map(|printed| (printed.period, printed.source.as_deref())));
        let (period, source) = known.next().unwrap_or_default();
        Footing { of: self.of.as_deref(), survey: self.survey, period, source: self.source.as_deref().or(source) }
    }
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
    fn a_number_of_the_village_says_of_whom_when_and_from_where_it_is() {
        let text = include_str!("../../analysis/plans/worcestershire-cypp-2014.toml");
        let plan = super::super::parse("plan.toml", text).unwrap();
        let footing = |label: &str| {
            let mut shares = plan.villages.iter().flat_map(|village| &village.shares);
            shares.find(|share| share.label.contains(label)).unwrap().footing(&plan)
        };
        let bullied = footing("bullied");
        assert!(bullied.survey && bullied.period.is_none(), "{bullied:?}");
        assert_eq!(bullied.of, Some("children and young people who answered"));
        assert_eq!(bullied.source, Some("Safeguarding Children Board Bullying Survey"));
        assert_eq!(footing("weigh too much").period, Some(Period::Academic { first: 2012 }));
        assert_eq!(footing("neither working").period, Some(Period::Financial { first: 2012 }));
        let numbered = plan.villages.iter().flat_map(|village| &village.shares).filter(|share| share.of_100.is_some());
        assert!(numbered.into_iter().all(|share| share.of.is_some()), "nobody is told of all what is true of some");
    }

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
