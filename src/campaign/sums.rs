//! Whether the targets of a campaign's groups come to its whole target. Where they do not, both stand: a team is told and
//! decides which is right.

use super::definition::{Target, Ways};

/// The targets of one way that people are parted by, where they come to another number than the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OffTarget {
    pub ways: Ways,
    /// What the targets of the groups come to.
    pub sum: u64,
    /// What the campaign hopes for in all.
    pub whole: u64,
}

/// What does not come to the whole target, of the ways in which everybody is in one group: where they live and how old
/// they are. Nothing where no group has a target.
pub fn off_target(whole: u32, targets: &[Target]) -> Vec<OffTarget> {
    let whole = u64::from(whole);
    let of = |ways: Ways| {
        let theirs: Vec<u64> =
            targets.iter().filter(|target| target.ways == ways).map(|target| u64::from(target.target)).collect();
        let sum = theirs.iter().sum();
        (!theirs.is_empty() && sum != whole).then_some(OffTarget { ways, sum, whole })
    };
    [Ways::District, Ways::Age].into_iter().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_that_come_to_more_or_less_than_the_whole_are_told_and_those_without_targets_are_not() {
        let target = |ways, group: &str, target| Target { ways, group: group.to_owned(), target };
        let districts = [target(Ways::District, "redditch", 400), target(Ways::District, "worcester", 300)];
        assert_eq!(off_target(700, &districts), []);
        let more = off_target(600, &districts);
        assert_eq!(more, [OffTarget { ways: Ways::District, sum: 700, whole: 600 }]);
        let ages = [target(Ways::Age, "12-14", 100), target(Ways::Perspective, "child", 9)];
        assert_eq!(off_target(600, &ages), [OffTarget { ways: Ways::Age, sum: 100, whole: 600 }]);
        assert_eq!(off_target(600, &[]), []);
    }
}
