//! Published figures of several groups put together, such as those of all perspectives of children.
//!
//! The sum of what is shown tells nothing new, whichever groups are put together, so it needs no hiding of its own. A
//! group whose number is hidden is left out of the count and of the base, and said to be; where much would be left out
//! there is no figure. Leaves out which groups belong together.

use super::{Count, Crosstab, Figure, Gaps, Share, Side, wilson};

/// No more than this share of the people counted over may be left out of a figure put together.
const MOST_LEFT_OUT: f64 = 1.0 / 3.0;

/// The figures of several groups that share nobody, as one.
#[derive(Debug, Clone, PartialEq)]
pub struct Pooled {
    /// Hidden where no group is shown or much would be left out.
    pub figure: Figure,
    /// The places of the groups that are left out because their number is hidden.
    pub left_out: Vec<usize>,
}

impl Pooled {
    /// Puts groups together: of each, how many people it is counted over and its figure.
    pub fn of(groups: &[(Count, Figure)]) -> Self {
        let (mut count, mut base, mut without) = (0, 0, 0);
        let mut left_out = Vec::new();
        for (at, group) in groups.iter().enumerate() {
            match group {
                (_, Figure::Shown(share)) => (count, base) = (count + share.count, base + share.base),
                (people, Figure::Hidden) => {
                    without += if let Count::Shown(people) = people { *people } else { 0 };
                    left_out.push(at);
                }
            }
        }
        let fits = base > 0 && without as f64 <= MOST_LEFT_OUT * (base + without) as f64;
        let figure = if fits {
            let (low, high) = wilson(count, base);
            Figure::Shown(Share { count, base, share: count as f64 / base as f64, low, high })
        } else {
            Figure::Hidden
        };
        Self { figure, left_out }
    }
}

/// What one side says that the other does not, theme by theme.
#[derive(Debug, Clone, PartialEq)]
pub struct Sides {
    /// The first is the children's.
    pub gaps: Gaps,
    /// Groups that were left out of a row because their number there is hidden.
    pub left_out: Vec<LeftOut>,
    /// How many children and how many adults are counted over, as the sum of the groups that are shown.
    pub bases: [u64; 2],
}

/// A group that a row was compared without.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The key of the row.
    pub row: String,
    /// The key of the group.
    pub group: String,
}

impl Sides {
    /// Compares children and adults in these rows of a table of one way whose values, in order, are of these sides. A
    /// value beyond them is of neither.
    pub fn of(table: &Crosstab, rows: &[usize], sides: &[Side]) -> Self {
        let of_side = |side: Side| move |(_, known): &(usize, &Side)| **known == side;
        let groups = |side: Side| sides.iter().enumerate().filter(of_side(side)).map(|(at, _)| at).collect::<Vec<_>>();
        let (children, adults) = (groups(Side::Children), groups(Side::Adults));
        let base = |at: &usize| table.base(None, &[Some(*at)]).unwrap_or(Count::Hidden);
        let mut left_out = Vec::new();
        let mut pooled = |row: usize, groups: &[usize]| {
            let figure =
                |at: &usize| table.cell(row, None, &[Some(*at)]).map_or(Figure::Hidden, |cell| cell.cell.figure);
            let parts: Vec<(Count, Figure)> = groups.iter().map(|at| (base(at), figure(at))).collect();
            let pooled = Pooled::of(&parts);
            if pooled.figure.shown().is_some() {
                let keys = table.by.first().map(|(_, keys)| keys.as_slice()).unwrap_or_default();
                left_out.extend(pooled.left_out.iter().map(|at| LeftOut {
                    row: table.rows[row].clone(),
                    group: keys.get(groups[*at]).cloned().unwrap_or_default(),
                }));
            }
            pooled.figure
        };
        let known = rows.iter().copied().filter(|row| *row < table.rows.len());
        let pairs: Vec<(String, Figure, Figure)> =
            known.map(|row| (table.rows[row].clone(), pooled(row, &children), pooled(row, &adults))).collect();
        let sum = |groups: &[usize]| {
            groups.iter().map(base).map(|base| if let Count::Shown(people) = base { people } else { 0 }).sum()
        };
        Self { gaps: Gaps::between(&pairs), left_out, bases: [sum(&children), sum(&adults)] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(count: u64, base: u64) -> (Count, Figure) {
        let (low, high) = wilson(count, base);
        let share = Share { count, base, share: count as f64 / base as f64, low, high };
        (Count::Shown(base), Figure::Shown(share))
    }

    #[test]
    fn groups_put_together_are_the_sum_of_what_is_shown_of_them() {
        let both = Pooled::of(&[shown(20, 100), shown(60, 100)]);
        assert_eq!(both.figure, shown(80, 200).1);
        assert!(both.left_out.is_empty());
    }

    #[test]
    fn a_hidden_group_is_left_out_and_named_and_a_large_one_leaves_no_figure() {
        let small = Pooled::of(&[shown(20, 100), (Count::Shown(30), Figure::Hidden)]);
        assert_eq!((small.figure, small.left_out), (shown(20, 100).1, vec![1]));
        let large = Pooled::of(&[shown(20, 100), (Count::Shown(55), Figure::Hidden)]);
        assert_eq!(large.figure, Figure::Hidden);
        assert_eq!(Pooled::of(&[]).figure, Figure::Hidden);
    }
}
