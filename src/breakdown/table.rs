//! A table of shares by group, fit to be published.

use serde::{Deserialize, Serialize};

use super::named::hidden_themes;
use super::options::hidden_options;
use super::significance::{benjamini_hochberg, two_by_two};
use super::suppression::{Policy, complement};
use super::wilson;

/// Adjusted p values under this are called a clear difference.
pub(super) const CLEAR: f64 = 0.05;

/// A group of people as counted: a district, a perspective. The groups of a table share nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub key: String,
    pub name: String,
    /// How many people of the group the row counts are counted over.
    pub base: u64,
}

/// A theme or option as counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub key: String,
    pub name: String,
    /// People of each group, in the order of the groups. As long as the groups.
    pub counts: Vec<u64>,
    /// People of all groups together, and of none.
    pub total: u64,
}

/// A number of people, fit to be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Count {
    /// Rounded by the policy.
    Shown(u64),
    /// Too small, or a small one could be worked out from it. Not zero.
    Hidden,
}

/// A share that is shown. Everything in it follows from the two rounded numbers, which alone are written down when it is
/// kept.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "(u64, u64)", into = "(u64, u64)")]
pub struct Share {
    /// Rounded by the policy.
    pub count: u64,
    /// Rounded by the policy; never under `count`.
    pub base: u64,
    /// `count / base`, from 0 to 1.
    pub share: f64,
    /// The 95 % Wilson interval, from 0 to 1.
    pub low: f64,
    pub high: f64,
}

/// A share, or the fact that it is hidden.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Figure {
    Shown(Share),
    /// A small number, kept private. Not zero.
    Hidden,
}

/// How a group's share compares with that of everyone else in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Difference {
    Higher,
    Lower,
    NotClear,
    /// One of the two shares is hidden.
    NotCompared,
}

/// One group of one row.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    pub figure: Figure,
    pub differs: Difference,
    /// The group's share less that of everyone else, from −1 to 1, when compared.
    #[serde(with = "super::kept::to_the_last_digit")]
    pub gap: Option<f64>,
}

/// A group, fit to be published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedGroup {
    pub key: String,
    pub name: String,
    pub base: Count,
}

/// A row, fit to be published.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PublishedRow {
    pub key: String,
    pub name: String,
    /// In the order of the groups.
    pub cells: Vec<Cell>,
    pub everyone: Figure,
}

/// A table of shares by group, fit to be published.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Breakdown {
    pub groups: Vec<PublishedGroup>,
    pub everyone: Count,
    /// In the order given.
    pub rows: Vec<PublishedRow>,
    /// How many comparisons were made, all of which the differences allow for.
    pub comparisons: usize,
    pub policy: Policy,
}

impl Breakdown {
    /// Makes the table. `everyone` is how many people there are in all, in a group or not.
    /// With no groups it is a plain list of shares of everyone.
    ///
    /// Rows may overlap (one person can name several themes). Where they do not, as with the options of a
    /// closed question, use [`Breakdown::of_options`].
    pub fn new(everyone: u64, groups: &[Group], rows: &[Row], policy: Policy) -> Self {
        Self::build(everyone, groups, rows, policy, (false, &[]))
    }

    /// Makes the table of a question that each person answers with one option, so that the rows of a group add
    /// up to its base and a hidden one could be worked out from the others.
    pub fn of_options(everyone: u64, groups: &[Group], rows: &[Row], policy: Policy) -> Self {
        Self::build(everyone, groups, rows, policy, (true, &[]))
    }

    /// The same table of one group, by its place, and everyone. Of a place that there is not, of everyone alone.
    pub fn of_group(&self, place: usize) -> Self {
        let row = |row: &PublishedRow| PublishedRow {
            cells: row.cells.get(place).copied().into_iter().collect(),
            ..row.clone()
        };
        Self {
            groups: self.groups.get(place).cloned().into_iter().collect(),
            rows: self.rows.iter().map(row).collect(),
            ..self.clone()
        }
    }

    /// The row with this key.
    pub fn find_row(&self, key: &str) -> Option<&PublishedRow> {
        self.rows.iter().find(|row| row.key == key)
    }

    /// Makes the table of rows that add up or not, with these groups withheld.
    pub(super) fn build(everyone: u64, groups: &[Group], rows: &[Row], policy: Policy, kind: (bool, &[bool])) -> Self {
        let bases: Vec<u64> = groups.iter().map(|group| group.base).collect();
        let (exclusive, withheld) = kind;
        let (hidden, hidden_bases) = match exclusive {
            true => hidden_options(everyone, &bases, rows, policy, withheld),
            false => hidden_themes(everyone, &bases, rows, policy, withheld),
        };
        let published_groups = groups.iter().zip(&hidden_bases).map(|(group, is_hidden)| PublishedGroup {
            key: group.key.clone(),
            name: group.name.clone(),
            base: if *is_hidden { Count::Hidden } else { Count::Shown(policy.round(group.base)) },
        });
        let mut published_rows: Vec<PublishedRow> = Vec::with_capacity(rows.len());
        for (row, hidden) in rows.iter().zip(&hidden) {
            let whole = figure(row.total, everyone, hidden.total, policy);
            let figures = row.counts.iter().zip(&bases).zip(&hidden.cells).zip(&hidden_bases);
            let cells = figures.map(|(((count, base), is_hidden), hidden_base)| Cell {
                figure: figure(*count, *base, *is_hidden || *hidden_base, policy),
                differs: Difference::NotCompared,
                gap: None,
            });
            let (key, name) = (row.key.clone(), row.name.clone());
            published_rows.push(PublishedRow { key, name, cells: cells.collect(), everyone: whole });
        }
        let comparisons = compare(&mut published_rows);
        Self {
            groups: published_groups.collect(),
            everyone: Count::publish(everyone, policy),
            rows: published_rows,
            comparisons,
            policy,
        }
    }
}

impl Count {
    /// One number on its own, with nothing that it could be worked out from beside it.
    pub fn publish(number: u64, policy: Policy) -> Self {
        if number < policy.threshold { Self::Hidden } else { Self::Shown(policy.round(number)) }
    }

    /// Numbers that add up to a total that is shown too: when one is hidden, a second is.
    pub fn publish_parts(numbers: &[u64], policy: Policy) -> Vec<Self> {
        let mut hidden: Vec<bool> = numbers.iter().map(|number| *number < policy.threshold).collect();
        complement(&mut hidden, numbers, numbers);
        let shown = |(number, is_hidden): (&u64, bool)| {
            if is_hidden { Self::Hidden } else { Self::Shown(policy.round(*number)) }
        };
        numbers.iter().zip(hidden).map(shown).collect()
    }
}

impl Share {
    /// What follows from two rounded numbers, of which `count` is not the greater.
    fn of(count: u64, base: u64) -> Self {
        let (low, high) = wilson(count, base);
        Self { count, base, share: count as f64 / base as f64, low, high }
    }
}

impl TryFrom<(u64, u64)> for Share {
    type Error = String;

    fn try_from((count, base): (u64, u64)) -> Result<Self, String> {
        let is_share = base > 0 && count <= base;
        is_share.then(|| Self::of(count, base)).ok_or_else(|| format!("{count} of {base} people is no share"))
    }
}

impl From<Share> for (u64, u64) {
    fn from(share: Share) -> Self {
        (share.count, share.base)
    }
}

impl Figure {
    /// The share, where it is shown.
    pub fn shown(&self) -> Option<&Share> {
        match self {
            Self::Shown(share) => Some(share),
            Self::Hidden => None,
        }
    }
}

pub(super) fn figure(count: u64, base: u64, is_hidden: bool, policy: Policy) -> Figure {
    if is_hidden {
        return Figure::Hidden;
    }
    let base = policy.round(base);
    Figure::Shown(Share::of(policy.round(count).min(base), base))
}

/// Compares every shown cell with everyone else, from the rounded numbers, and allows for all comparisons made.
fn compare(rows: &mut [PublishedRow]) -> usize {
    let mut compared = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let Some(whole) = row.everyone.shown() else { continue };
        for (group, cell) in row.cells.iter().enumerate() {
            let Some(part) = cell.figure.shown() else { continue };
            let (others, others_base) = (whole.count.saturating_sub(part.count), whole.base.saturating_sub(part.base));
            // Rounding can leave more others naming a theme than others there are.
            let (others, Some(without)) = (others.min(others_base), others_base.checked_sub(others.min(others_base)))
            else {
                continue;
            };
            if others_base > 0 {
                let p = two_by_two([[part.count, part.base - part.count], [others, without]]);
                compared.push((at, group, p, part.share - others as f64 / others_base as f64));
            }
        }
    }
    let adjusted = benjamini_hochberg(&compared.iter().map(|(_, _, p, _)| *p).collect::<Vec<_>>());
    for ((at, group, _, gap), p) in compared.iter().zip(adjusted) {
        let cell = &mut rows[*at].cells[*group];
        cell.gap = Some(*gap);
        cell.differs = match p < CLEAR {
            false => Difference::NotClear,
            true if *gap > 0.0 => Difference::Higher,
            true => Difference::Lower,
        };
    }
    compared.len()
}

#[cfg(test)]
#[path = "attack_tests.rs"]
mod attack_tests;

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(bases: &[u64]) -> Vec<Group> {
        let group = |(i, base): (usize, &u64)| Group { key: format!("g{i}"), name: format!("Group {i}"), base: *base };
        bases.iter().enumerate().map(group).collect()
    }

    fn row(key: &str, counts: &[u64]) -> Row {
        Row { key: key.into(), name: key.into(), counts: counts.into(), total: counts.iter().sum() }
    }

    fn hidden(row: &PublishedRow) -> Vec<bool> {
        row.cells.iter().map(|cell| cell.figure == Figure::Hidden).collect()
    }

    #[test]
    fn without_rounding_a_hidden_cell_takes_others_with_it() {
        let exact = Policy { rounding: 1, ..Policy::default() };
        let rows = [row("a", &[40, 1, 17]), row("b", &[40, 30, 17])];
        let table = Breakdown::new(300, &groups(&[100, 100, 100]), &rows, exact);
        assert_eq!(hidden(&table.rows[0]), [false, true, true]);
        assert_eq!(hidden(&table.rows[1]), [false; 3]);
    }

    #[test]
    fn where_rounding_keeps_a_small_number_open_nothing_else_is_hidden() {
        let bases = [95, 70, 85, 100, 125, 100, 25];
        let table = Breakdown::new(600, &groups(&bases), &[row("a", &[65, 31, 40, 60, 65, 60, 9])], Policy::default());
        assert_eq!(hidden(&table.rows[0]), [false, false, false, false, false, false, true]);
    }

    #[test]
    fn options_that_add_up_to_the_base_are_protected_both_ways() {
        let rows = [row("yes", &[60, 55]), row("no", &[35, 40]), row("maybe", &[5, 15])];
        let table = Breakdown::of_options(210, &groups(&[100, 110]), &rows, Policy::default());
        for group in 0..2 {
            let hidden = table.rows.iter().filter(|row| row.cells[group].figure == Figure::Hidden).count();
            assert!(hidden != 1, "group {group}: {table:?}");
        }
        for row in &table.rows {
            let hidden = row.cells.iter().filter(|cell| cell.figure == Figure::Hidden).count();
            assert!(hidden != 1 || row.everyone == Figure::Hidden, "{row:?}");
        }
    }

    #[test]
    fn everything_shown_follows_from_rounded_numbers() {
        let table = Breakdown::new(203, &groups(&[101, 102]), &[row("a", &[43, 22])], Policy::default());
        let share = table.rows[0].cells[0].figure.shown().copied().unwrap();
        assert_eq!((share.count, share.base), (45, 100));
        assert_eq!((share.share, (share.low, share.high)), (0.45, wilson(45, 100)));
        let again = Breakdown::new(204, &groups(&[100, 101]), &[row("a", &[44, 21])], Policy::default());
        assert_eq!(table.rows[0].cells, again.rows[0].cells);
    }

    #[test]
    fn a_clear_difference_is_called_one_and_a_small_one_is_not() {
        let rows = [row("a", &[80, 20, 20]), row("b", &[30, 32, 28])];
        let table = Breakdown::new(300, &groups(&[100, 100, 100]), &rows, Policy::default());
        let of = |row: usize| table.rows[row].cells.iter().map(|cell| cell.differs).collect::<Vec<_>>();
        assert_eq!(of(0), [Difference::Higher, Difference::Lower, Difference::Lower]);
        assert_eq!(of(1), [Difference::NotClear; 3]);
        assert_eq!(table.comparisons, 6);
    }

    #[test]
    fn a_small_group_hides_its_size_and_one_other() {
        let parts = Count::publish_parts(&[3, 40, 60], Policy::default());
        assert_eq!(parts, [Count::Hidden, Count::Hidden, Count::Shown(60)]);
    }

    #[test]
    fn no_people_and_no_rows_make_an_empty_table() {
        let table = Breakdown::new(0, &[], &[], Policy::default());
        assert_eq!((table.everyone, table.rows.len()), (Count::Hidden, 0));
    }

    proptest::proptest! {
        #[test]
        fn no_small_number_is_ever_shown(counts in proptest::collection::vec(0u64..60, 3), bases in proptest::collection::vec(60u64..120, 3)) {
            let table = Breakdown::new(bases.iter().sum(), &groups(&bases), &[row("a", &counts)], Policy::default());
            for (cell, count) in table.rows[0].cells.iter().zip(&counts) {
                proptest::prop_assert!(*count >= 10 || cell.figure == Figure::Hidden);
            }
        }
    }
}
