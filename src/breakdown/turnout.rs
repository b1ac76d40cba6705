//! Turnout, fit to be published: papers over those entitled, by district, school, age or perspective.
//!
//! Small numbers are hidden as everywhere, and so are numbers that leave few out: in a class of which all but two voted
//! everybody knows the two. Shares follow from the rounded numbers alone. The tables of one ballot or campaign are
//! published together ([`TurnoutTables`]), so that none tells what another hides.

mod together;

pub use together::{PlacesIn, PublishedTables, TurnoutTables};

use super::suppression::Policy;
use super::table::{Breakdown, Count, Difference, Figure, Group, Row};
use crate::ballot::TurnoutGroup;

/// Turnout by group. The groups share nobody.
#[derive(Debug, Clone, PartialEq)]
pub struct Turnout {
    /// In the order given.
    pub groups: Vec<PublishedTurnout>,
    /// Papers of all groups.
    pub papers: Count,
    /// Papers of all groups over all who are entitled; nothing where that is not known of every group.
    pub everyone: Option<Figure>,
    /// Papers of all groups over the targets of all, where every group has one and the papers are shown.
    pub reached: Option<f64>,
}

/// The turnout of one group.
#[derive(Debug, Clone, PartialEq)]
pub struct PublishedTurnout {
    pub key: String,
    pub name: String,
    pub papers: Count,
    /// Papers over those entitled; nothing where it is not known how many of this group are.
    pub share: Option<Figure>,
    /// Compared with all others.
    pub differs: Difference,
    pub target: Option<u64>,
    /// Papers over the target, 1 being all of it, where the papers are shown.
    pub reached: Option<f64>,
}

impl Turnout {
    /// Publishes what was counted as the only table.
    pub fn publish(counted: &[TurnoutGroup], policy: Policy) -> Self {
        let papers: u64 = counted.iter().map(|group| group.papers).sum();
        let with_roll = counted.iter().filter(|group| group.entitled.is_some()).count();
        let (published, everyone) = match with_roll {
            0 => (numbers(counted, policy), None),
            all if all == counted.len() => of_those_entitled(counted, policy),
            // Each part is protected as a table of its own, of which not even the whole is told.
            _ => {
                let (has, has_not): (Vec<_>, Vec<_>) = counted.iter().cloned().partition(|one| one.entitled.is_some());
                let (mut shares, mut numbers) =
                    (of_those_entitled(&has, policy).0.into_iter(), numbers(&has_not, policy).into_iter());
                let next = |group: &TurnoutGroup| match group.entitled {
                    Some(_) => shares.next(),
                    None => numbers.next(),
                };
                (counted.iter().filter_map(next).collect(), None)
            }
        };
        let all = everyone.map_or_else(|| Count::publish(papers, policy), shown);
        let targets: Option<Vec<u64>> = counted.iter().map(|group| group.target).collect();
        Self {
            groups: published,
            papers: all,
            everyone,
            reached: reached(all, targets.map(|targets| targets.iter().sum())),
        }
    }
}

impl Turnout {
    /// Where one number alone is hidden, hides the smallest other: all less the rest would tell it. `beside` says that
    /// one is hidden that is not in this table and belongs to the same whole.
    fn hide_a_second(&mut self, counted: &[TurnoutGroup], beside: bool) {
        if self.hidden() + usize::from(beside) != 1 {
            return;
        }
        let shown = (0..counted.len()).filter(|at| !self.is_hidden(*at));
        if let Some(smallest) = shown.min_by_key(|at| counted[*at].papers) {
            self.hide(smallest);
        }
    }

    fn hidden(&self) -> usize {
        self.groups.iter().filter(|group| group.papers == Count::Hidden).count()
    }

    fn is_hidden(&self, at: usize) -> bool {
        self.groups[at].papers == Count::Hidden
    }

    fn hide(&mut self, at: usize) {
        let group = &mut self.groups[at];
        group.papers = Count::Hidden;
        group.share = group.share.map(|_| Figure::Hidden);
        group.differs = Difference::NotCompared;
        group.reached = None;
    }
}

/// Groups of which nobody knows how many are entitled.
fn numbers(counted: &[TurnoutGroup], policy: Policy) -> Vec<PublishedTurnout> {
    let papers = counted.iter().map(|group| group.papers).sum();
    let table = Breakdown::new(papers, &groups(counted, |group| group.papers), &[], policy);
    let one = |(group, published): (&TurnoutGroup, &super::PublishedGroup)| PublishedTurnout {
        key: group.key.clone(),
        name: group.name.clone(),
        papers: published.base,
        share: None,
        differs: Difference::NotCompared,
        target: group.target,
        reached: reached(published.base, group.target),
    };
    counted.iter().zip(&table.groups).map(one).collect()
}

/// Groups of which it is known how many are entitled, and the share of all of them.
fn of_those_entitled(counted: &[TurnoutGroup], policy: Policy) -> (Vec<PublishedTurnout>, Option<Figure>) {
    // More papers than people entitled is a wrong number of people; the share is then 1 and not more.
    let entitled: Vec<u64> = counted.iter().map(|group| group.entitled.unwrap_or(0).max(group.papers)).collect();
    let papers = counted.iter().map(|group| group.papers).sum();
    let table = shares(counted, &entitled, papers, policy);
    let Some(row) = table.rows.first() else { return (Vec::new(), None) };
    let one = |(at, group): (usize, &TurnoutGroup)| PublishedTurnout {
        key: group.key.clone(),
        name: group.name.clone(),
        papers: shown(row.cells[at].figure),
        share: Some(row.cells[at].figure),
        differs: row.cells[at].differs,
        target: group.target,
        reached: reached(shown(row.cells[at].figure), group.target),
    };
    (counted.iter().enumerate().map(one).collect(), Some(row.everyone))
}

fn groups(counted: &[TurnoutGroup], base: impl Fn(&TurnoutGroup) -> u64) -> Vec<Group> {
    let group = |one: &TurnoutGroup| Group { key: one.key.clone(), name: one.name.clone(), base: base(one) };
    counted.iter().map(group).collect()
}

fn shares(counted: &[TurnoutGroup], entitled: &[u64], papers: u64, policy: Policy) -> Breakdown {
    let mut groups = groups(counted, |_| 0);
    groups.iter_mut().zip(entitled).for_each(|(group, entitled)| group.base = *entitled);
    let row = Row {
        key: "papers".to_owned(),
        name: "papers".to_owned(),
        counts: counted.iter().map(|group| group.papers).collect(),
        total: papers,
    };
    Breakdown::new(entitled.iter().sum(), &groups, &[row], policy)
}

fn shown(figure: Figure) -> Count {
    match figure {
        Figure::Shown(share) => Count::Shown(share.count),
        Figure::Hidden => Count::Hidden,
    }
}

fn reached(papers: Count, target: Option<u64>) -> Option<f64> {
    match (papers, target) {
        (Count::Shown(papers), Some(target)) if target > 0 => Some(papers as f64 / target as f64),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(key: &str, papers: u64, entitled: Option<u64>, target: Option<u64>) -> TurnoutGroup {
        TurnoutGroup { key: key.to_owned(), name: key.to_owned(), papers, entitled, target }
    }

    #[test]
    fn turnout_is_shown_over_those_entitled_and_against_the_target() {
        let counted = [group("a", 300, Some(1000), Some(400)), group("b", 500, Some(1000), Some(400))];
        let turnout = Turnout::publish(&counted, Policy::default());
        assert_eq!(turnout.papers, Count::Shown(800));
        assert_eq!(turnout.groups[0].share.unwrap().shown().unwrap().share, 0.3);
        assert_eq!(turnout.groups[0].reached, Some(0.75));
        assert_eq!((turnout.groups[0].differs, turnout.groups[1].differs), (Difference::Lower, Difference::Higher));
        assert_eq!((turnout.everyone.unwrap().shown().unwrap().share, turnout.reached), (0.4, Some(1.0)));
    }

    #[test]
    fn a_small_number_is_hidden_with_whatever_would_give_it_away() {
        let counted = [
            group("a", 3, Some(500), Some(100)),
            group("b", 200, Some(500), None),
            group("c", 40, Some(500), None),
            group("all-but-two", 98, Some(100), None),
        ];
        let turnout = Turnout::publish(&counted, Policy::default());
        let hidden: Vec<bool> = turnout.groups.iter().map(|group| group.papers == Count::Hidden).collect();
        assert!(hidden[0] && hidden[3], "{turnout:?}");
        assert_eq!((turnout.groups[0].reached, turnout.reached), (None, None));
        for group in &turnout.groups {
            let is_hidden = group.papers == Count::Hidden;
            assert_eq!(group.share.is_none_or(|share| share.shown().is_none()), is_hidden, "{group:?}");
        }
    }

    #[test]
    fn without_a_roll_there_is_a_number_and_no_share_and_other_places_keep_theirs() {
        let counted = [
            group("a", 30, Some(500), None),
            group("b", 202, None, None),
            group("c", 1, None, None),
            group("d", 100, Some(400), None),
            group("e", 30, None, None),
        ];
        let turnout = Turnout::publish(&counted, Policy::default());
        assert_eq!(turnout.groups[1].papers, Count::Shown(200));
        assert_eq!(turnout.groups[2].papers, Count::Hidden);
        let share = |at: usize| turnout.groups[at].share.and_then(|share| share.shown().map(|share| share.share));
        assert_eq!((share(0), share(1), share(2), share(3)), (Some(0.06), None, None, Some(0.25)));
        assert!(turnout.everyone.is_none() && turnout.groups[1].share.is_none(), "{turnout:?}");
        let none = Turnout::publish(&counted[1..3], Policy::default());
        assert!(none.everyone.is_none() && none.groups.iter().all(|group| group.share.is_none()));
        let full = Turnout::publish(&[group("a", 60, Some(50), None)], Policy::default());
        assert!(full.groups[0].share.is_some_and(|share| share.shown().is_none()), "{full:?}");
    }
}
