//! What one group of people says that another does not, and the reverse; and what has changed between two consultations.
//!
//! Two shares of different people, the difference between them with its interval, and whether it is more than chance
//! would make, allowing for every comparison. Everything follows from figures that are shown already, so nothing new is
//! told. Leaves out which perspectives are children's: the survey says that, in the ages of each.

use std::collections::BTreeMap;

use super::significance::benjamini_hochberg;
use super::table::CLEAR;
use super::{Difference, Figure, Share, difference_interval, two_by_two};
use crate::survey::Perspective;

/// Whether those who answer from a perspective are children and young people or adults.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    Children,
    Adults,
}

impl Side {
    /// By the survey's own ages: a perspective that nobody over `oldest` years answers from is a child's, one without
    /// ages or for older people an adult's.
    pub fn of(perspective: &Perspective, oldest: u32) -> Self {
        match perspective.ages {
            Some((_, most)) if most <= oldest => Self::Children,
            _ => Self::Adults,
        }
    }
}

/// Two shares of one thing and the difference between them.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap {
    /// The key of the theme or option.
    pub key: String,
    pub first: Share,
    pub second: Share,
    /// The first share less the second, from −1 to 1.
    pub difference: f64,
    /// Its 95 % interval, by Newcombe's hybrid score method.
    pub low: f64,
    pub high: f64,
    /// How large it is whatever the shares: Cohen's h, beyond ±0.2 small, ±0.5 middling, ±0.8 large.
    pub effect: f64,
    /// The first share beside the second, allowing for every comparison made.
    pub differs: Difference,
}

/// Every gap between two groups of people.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Gaps {
    /// What the first says more than the second, the widest difference first.
    pub more: Vec<Gap>,
    /// What the second says more than the first, the widest difference first.
    pub less: Vec<Gap>,
    /// Keys of what cannot be compared, because a share is hidden.
    pub hidden: Vec<String>,
    /// How many comparisons were made.
    pub comparisons: usize,
}

impl Gaps {
    /// Compares pairs of figures of different people, such as those of children and of adults.
    pub fn between(pairs: &[(String, Figure, Figure)]) -> Self {
        let mut gaps = Self::default();
        let mut compared: Vec<(Gap, f64)> = Vec::new();
        for (key, first, second) in pairs {
            match (first.shown(), second.shown()) {
                (Some(first), Some(second)) => compared.push(compare(key, first, second)),
                _ => gaps.hidden.push(key.clone()),
            }
        }
        gaps.comparisons = compared.len();
        let adjusted = benjamini_hochberg(&compared.iter().map(|(_, p)| *p).collect::<Vec<_>>());
        for ((mut gap, _), p) in compared.into_iter().zip(adjusted) {
            gap.differs = match p < CLEAR {
                false => Difference::NotClear,
                true if gap.difference > 0.0 => Difference::Higher,
                true => Difference::Lower,
            };
            if gap.difference >= 0.0 { gaps.more.push(gap) } else { gaps.less.push(gap) }
        }
        let widest = |one: &Gap, other: &Gap| {
            other.difference.abs().total_cmp(&one.difference.abs()).then_with(|| one.key.cmp(&other.key))
        };
        gaps.more.sort_by(widest);
        gaps.less.sort_by(widest);
        gaps
    }
}

fn compare(key: &str, first: &Share, second: &Share) -> (Gap, f64) {
    let (low, high) = difference_interval((first.count, first.base), (second.count, second.base));
    let table = [[first.count, first.base - first.count], [second.count, second.base - second.count]];
    let gap = Gap {
        key: key.to_owned(),
        first: *first,
        second: *second,
        difference: first.share - second.share,
        low,
        high,
        effect: cohens_h(first.share, second.share),
        differs: Difference::NotCompared,
    };
    (gap, two_by_two(table))
}

/// Cohen's h of two shares from 0 to 1: the difference of their angles 2·asin √share, from −π to π. Source: J. Cohen,
/// Statistical Power Analysis for the Behavioral Sciences (1988), chapter 6.
pub fn cohens_h(first: f64, second: f64) -> f64 {
    let angle = |share: f64| 2.0 * share.clamp(0.0, 1.0).sqrt().asin();
    angle(first) - angle(second)
}

/// What one consultation found of a code frame's themes.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The frame's key.
    pub frame: String,
    /// The frame's version.
    pub version: u64,
    /// By theme key, the share of everyone who named it.
    pub figures: BTreeMap<String, Figure>,
}

/// What has changed from one consultation to a later one. Its gaps are of the later less the earlier.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    pub gaps: Gaps,
    /// Whether both were coded to one version of the frame. A theme of another version can mean something else.
    pub same_version: bool,
    /// Themes that only the earlier has.
    pub gone: Vec<String>,
    /// Themes that only the later has.
    pub new: Vec<String>,
}

impl Change {
    /// Compares the themes that both have. `None` where they were coded to different frames, and nothing can be compared.
    pub fn between(earlier: &Found, later: &Found) -> Option<Self> {
        if earlier.frame != later.frame {
            return None;
        }
        let pair = |(key, figure): (&String, &Figure)| Some((key.clone(), *figure, *earlier.figures.get(key)?));
        let pairs: Vec<_> = later.figures.iter().filter_map(pair).collect();
        let only = |of: &Found, other: &Found| {
            of.figures.keys().filter(|key| !other.figures.contains_key(*key)).cloned().collect()
        };
        Some(Self {
            gaps: Gaps::between(&pairs),
            same_version: earlier.version == later.version,
            gone: only(earlier, later),
            new: only(later, earlier),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breakdown::wilson;
    use crate::survey::Edition;

    fn share(count: u64, base: u64) -> Figure {
        let (low, high) = wilson(count, base);
        Figure::Shown(Share { count, base, share: count as f64 / base as f64, low, high })
    }

    #[test]
    fn what_children_say_and_adults_do_not_comes_widest_first_and_the_reverse_beside_it() {
        let pairs = [
            ("parks", share(60, 100), share(20, 100)),
            ("roads", share(10, 100), share(50, 100)),
            ("buses", share(75, 100), share(15, 100)),
            ("shops", share(30, 100), share(28, 100)),
            ("dogs", share(30, 100), Figure::Hidden),
        ];
        let gaps = Gaps::between(&pairs.map(|(key, one, other)| (key.to_owned(), one, other)));
        let keys = |gaps: &[Gap]| gaps.iter().map(|gap| gap.key.clone()).collect::<Vec<_>>();
        assert_eq!(
            (keys(&gaps.more), keys(&gaps.less)),
            (vec!["buses".into(), "parks".into(), "shops".into()], vec!["roads".into()])
        );
        assert_eq!((gaps.hidden.as_slice(), gaps.comparisons), (["dogs".to_owned()].as_slice(), 4));
        let differs: Vec<Difference> = gaps.more.iter().map(|gap| gap.differs).collect();
        assert_eq!(differs, [Difference::Higher, Difference::Higher, Difference::NotClear]);
        assert_eq!(gaps.less[0].differs, Difference::Lower);
        let buses = &gaps.more[0];
        assert!((buses.difference - 0.6).abs() < 1e-12 && buses.low > 0.4 && buses.high < 0.75 && buses.effect > 0.8);
    }

    #[test]
    fn cohens_h_is_the_published_one() {
        // Cohen 1988, table 6.2.2: the angles of .50 and .40 are 1.571 and 1.369.
        assert!((cohens_h(0.5, 0.4) - 0.202).abs() < 1e-3);
        assert_eq!(cohens_h(0.3, 0.3), 0.0);
    }

    #[test]
    fn whose_side_a_perspective_is_on_is_what_the_survey_says_of_its_ages() {
        let perspective = |ages| Perspective { key: "any".into(), edition: Edition::Plain, ages, reading_age: None };
        assert_eq!(Side::of(&perspective(Some((0, 11))), 25), Side::Children);
        assert_eq!(Side::of(&perspective(Some((12, 25))), 25), Side::Children);
        assert_eq!(Side::of(&perspective(Some((12, 25))), 19), Side::Adults);
        assert_eq!(Side::of(&perspective(None), 25), Side::Adults);
    }

    #[test]
    fn change_compares_only_themes_of_both_and_says_when_the_frames_differ() {
        let found = |version, themes: &[(&str, Figure)]| Found {
            frame: "children".into(),
            version,
            figures: themes.iter().map(|(key, figure)| ((*key).to_owned(), *figure)).collect(),
        };
        let earlier = found(1, &[("buses", share(20, 100)), ("parks", share(30, 100))]);
        let later = found(2, &[("buses", share(60, 100)), ("shops", share(30, 100))]);
        let change = Change::between(&earlier, &later).unwrap();
        assert!(!change.same_version);
        assert_eq!((change.gone, change.new), (vec!["parks".to_owned()], vec!["shops".to_owned()]));
        assert_eq!(change.gaps.more.len(), 1);
        assert!((change.gaps.more[0].difference - 0.4).abs() < 1e-12, "the later less the earlier");
        let other = Found { frame: "schools".into(), ..later };
        assert_eq!(Change::between(&earlier, &other), None);
    }
}
