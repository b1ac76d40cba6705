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
    /// Rows that are not compared, with the groups of each side without which it has no figure.
    pub unpaired: Vec<Unpaired>,
    /// How many children and how many adults are counted over, as the sum of the groups that are shown; hidden where none
    /// is.
    pub bases: [Count; 2],
    /// Keys of the groups of children and of adults that are left out of those.
    pub private: [Vec<String>; 2],
}

/// A row that cannot be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unpaired {
    /// The key of the row.
    pub row: String,
    /// The keys of the groups whose number is hidden, of children and of adults, where that side has no figure.
    pub hidden: [Vec<String>; 2],
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
        let keys = table.by.first().map(|(_, keys)| keys.as_slice()).unwrap_or_default();
        let name = |at: usize| keys.get(at).cloned().unwrap_or_default();
        let mut left_out = Vec::new();
        let mut pooled = |row: usize, groups: &[usize]| {
            let figure =
                |at: &usize| table.cell(row, None, &[Some(*at)]).map_or(Figure::Hidden, |cell| cell.cell.figure);
            let parts: Vec<(Count, Figure)> = groups.iter().map(|at| (base(at), figure(at))).collect();
            let pooled = Pooled::of(&parts);
            let missing: Vec<String> = pooled.left_out.iter().map(|at| name(groups[*at])).collect();
            match pooled.figure.shown() {
                Some(_) => {
                    let row = &table.rows[row];
                    left_out.extend(missing.into_iter().map(|group| LeftOut { row: row.clone(), group }));
                    (pooled.figure, Vec::new())
                }
                None => (pooled.figure, missing),
            }
        };
        let (mut pairs, mut unpaired) = (Vec::new(), Vec::new());
        for row in rows.iter().copied().filter(|row| *row < table.rows.len()) {
            let ((first, of_children), (second, of_adults)) = (pooled(row, &children), pooled(row, &adults));
            let row = &table.rows[row];
            if first.shown().is_none() || second.shown().is_none() {
                unpaired.push(Unpaired { row: row.clone(), hidden: [of_children, of_adults] });
            }
            pairs.push((row.clone(), first, second));
        }
        let is_shown = |at: &&usize| base(at) != Count::Hidden;
        let sum = |groups: &[usize]| {
            let shown = groups.iter().filter(is_shown).map(base);
            shown.reduce(|sum, base| match (sum, base) {
                (Count::Shown(sum), Count::Shown(base)) => Count::Shown(sum + base),
                _ => sum,
            })
        };
        let bases = [&children, &adults].map(|groups| sum(groups).unwrap_or(Count::Hidden));
        let hidden = |groups: &[usize]| groups.iter().filter(|at| !is_shown(at)).map(|at| name(*at)).collect();
        let private = [hidden(&children), hidden(&adults)];
        Self { gaps: Gaps::between(&pairs), left_out, unpaired, bases, private }
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

    #[test]
    fn a_side_whose_numbers_are_hidden_is_hidden_and_not_nobody() {
        use crate::breakdown::{Asked, Attribute, ColumnResponse, Columns, Rows};
        let who = Attribute { key: "who".into(), values: vec!["child".into(), "parent".into()] };
        let mut columns = Columns::new(vec!["parks".into()], vec!["change".into()], vec![who]);
        for person in 0..103 {
            let answers = vec![(0, if person % 2 == 0 { vec![0] } else { Vec::new() })];
            columns.push(&ColumnResponse { values: vec![Some(usize::from(person > 100))], answers }).unwrap();
        }
        let asked = Asked { rows: Rows::Themes, by: vec!["who".into()], by_question: false, only: Vec::new() };
        let table = Crosstab::of(&columns, &asked, crate::breakdown::Policy::default()).unwrap();
        let sides = Sides::of(&table, &[0], &[Side::Children, Side::Adults]);
        assert_eq!((sides.bases[1], sides.private[1].as_slice()), (Count::Hidden, &["parent".to_owned()][..]));
        assert_eq!(sides.gaps.comparisons, 0);
        assert_eq!((sides.unpaired.len(), sides.unpaired[0].hidden[1].len()), (1, 1));
    }
}
