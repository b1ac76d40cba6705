//! What is hidden of the options of a closed question by group, which add up both along and down.
//!
//! Leaves out the table itself ([`super::Breakdown`]) and themes, of which one person can name several.

use super::grid::Grid;
use super::lattice::{Lattice, Number};
use super::suppression::{HiddenRow, Policy};
use super::table::Row;

/// The numbers of a table of options, protected: by option, group and all together.
#[derive(Debug, Clone)]
pub(super) struct Options {
    grid: Grid,
    /// People of no group and options that are no row make a group and a row of their own that nobody sees.
    numbers: Vec<Number>,
    /// How many groups are seen.
    groups: usize,
    rounding: u64,
}

/// Which figures of the rows, and which groups' bases, are hidden. All of a group that is `withheld` is.
pub(super) fn hidden_options(
    everyone: u64,
    bases: &[u64],
    rows: &[Row],
    policy: Policy,
    withheld: &[bool],
) -> (Vec<HiddenRow>, Vec<bool>) {
    let options = Options::protect(everyone, bases, rows, policy, withheld);
    let row = |at: usize| {
        let total = options.is_hidden(at, None);
        let cells = (0..bases.len()).map(|group| total || options.is_hidden(at, Some(group)));
        HiddenRow { cells: cells.collect(), total }
    };
    let bases = (0..bases.len()).map(|group| options.number(options.base_of(Some(group))).hidden).collect();
    ((0..rows.len()).map(row).collect(), bases)
}

impl Options {
    /// Hides what must be.
    pub fn protect(everyone: u64, bases: &[u64], rows: &[Row], policy: Policy, withheld: &[bool]) -> Self {
        let others = everyone.saturating_sub(bases.iter().sum());
        let unsaid = everyone.saturating_sub(rows.iter().map(|row| row.total).sum());
        let groups = bases.len() + usize::from(others > 0 || bases.is_empty());
        let grid = Grid::new(&[rows.len() + usize::from(unsaid > 0), groups]);
        let counts = counts(&grid, everyone, bases, rows);
        let numbers = (0..grid.entries()).map(|entry| {
            let values = grid.place(entry).values.map(usize::from);
            let base = grid.moved(entry, 0, grid.sizes()[0]);
            let (count, people) = (u64::from(counts[entry]), u64::from(counts[base]));
            let number = match (entry == base, withheld.get(values[1]) == Some(&true)) {
                (true, true) => Number::withheld(people, policy),
                (true, false) => Number::base(people, 0, policy),
                (false, is_withheld) => {
                    let number = Number::option(count, people, policy);
                    Number { hidden: number.hidden || is_withheld, ..number }
                }
            };
            let is_seen = (values[0] < rows.len() || entry == base) && (values[1] < bases.len() || values[1] == groups);
            // What nobody sees may be anything, and needs no protection of its own.
            let unseen = Number { hidden: true, keep: Some((number.value, number.value)), ..number };
            if is_seen { number } else { unseen }
        });
        let numbers = Lattice::new(&grid, 1, numbers.collect(), policy.rounding).protect();
        Self { grid, numbers, groups: bases.len(), rounding: policy.rounding }
    }

    /// Adds that at least so many people gave one of some options, in some groups together or in all. Gives back whether
    /// everything hidden is as open as before; where it is not, nothing is added.
    ///
    /// What is added is a limit of each cell, so that all of them together keep to it: the least of these options, or, where
    /// they are fewer, the most of the others, as who is there less those is who gave these.
    pub fn learn(&mut self, among: &[usize], places: &[Option<usize>], least: u64) -> bool {
        let others: Vec<usize> = (0..self.grid.sizes()[0]).filter(|row| !among.contains(row)).collect();
        let cells = |rows: &[usize]| -> Vec<usize> {
            rows.iter().flat_map(|row| places.iter().map(|place| self.cell(*row, *place))).collect()
        };
        let number = |at: usize| u64::try_from(self.number(at).value).unwrap_or(0);
        let there: u64 = cells(among).into_iter().map(number).sum();
        let spare = there.saturating_sub(least);
        let numbers = if among.len() <= others.len() {
            self.limited(cells(among), spare, -1)
        } else {
            // Who is there can be as many fewer as their rounded number allows.
            let bases = places.iter().map(|place| self.number(self.base_of(*place)));
            let least = |base: &Number| if base.hidden { base.bounds.0 } else { base.seen.0 };
            let fewer: i32 = bases.map(|base| base.value - least(base).min(base.value)).sum();
            self.limited(cells(&others), spare.saturating_sub(u64::try_from(fewer).unwrap_or(0)), 1)
        };
        if numbers == self.numbers {
            return true;
        }
        let told = Lattice::new(&self.grid, 1, numbers, self.rounding).protect();
        // One that was less open than it should be already is not made less so.
        let is_as_open = |(now, before): (&Number, &Number)| now.hidden == before.hidden && !now.narrow;
        let as_open = told.iter().zip(&self.numbers).all(is_as_open);
        if as_open {
            self.numbers = told;
        }
        as_open
    }

    /// The numbers with these cells limited below (`sign` −1) or above (1), so that all of them together move by no more
    /// than so many. Whoever is hidden for being few has what they must be open over first, then what is shown as far as it
    /// was rounded; the rest is shared by what is hidden for others.
    fn limited(&self, mut places: Vec<usize>, mut spare: u64, sign: i32) -> Vec<Number> {
        let mut numbers = self.numbers.clone();
        let is_other = |number: &Number| number.hidden && number.keep.is_none();
        places.sort_by_key(|at| (is_other(&numbers[*at]), !numbers[*at].hidden, *at));
        let mut others = places.iter().filter(|at| is_other(&numbers[**at])).count() as u64;
        for at in places {
            let is_other = is_other(&numbers[at]);
            let Number { value, keep, hidden, .. } = numbers[at];
            let ends = if hidden { &mut numbers[at].bounds } else { &mut numbers[at].seen };
            let end = if sign < 0 { &mut ends.0 } else { &mut ends.1 };
            let needed = match keep.filter(|_| hidden) {
                Some((low, high)) => {
                    if sign < 0 {
                        value - low
                    } else {
                        high - value
                    }
                }
                None => (*end - value) * sign,
            };
            let share = if is_other { spare / others.max(1) } else { spare };
            others -= u64::from(is_other);
            let room = u64::try_from(needed).unwrap_or(0).min(share);
            spare -= room;
            let limit = value + sign * i32::try_from(room).unwrap_or(0);
            *end = if sign < 0 { limit.max(*end) } else { limit.min(*end) };
        }
        numbers
    }

    /// Whether the figure of an option is hidden in a group, or at all.
    fn is_hidden(&self, row: usize, group: Option<usize>) -> bool {
        self.number(self.cell(row, group)).hidden
    }

    fn number(&self, at: usize) -> &Number {
        &self.numbers[at]
    }

    fn cell(&self, row: usize, group: Option<usize>) -> usize {
        let all = self.grid.sizes()[1];
        self.grid.moved(
            self.grid.moved(self.grid.whole(), 0, row),
            1,
            group.filter(|at| *at < self.groups).unwrap_or(all),
        )
    }

    fn base_of(&self, group: Option<usize>) -> usize {
        self.cell(self.grid.sizes()[0], group)
    }
}

/// The people of every option and group and of every margin.
fn counts(grid: &Grid, everyone: u64, bases: &[u64], rows: &[Row]) -> Vec<u32> {
    let (all_rows, groups) = (grid.sizes()[0], grid.sizes()[1]);
    let others = everyone.saturating_sub(bases.iter().sum());
    let mut counts = vec![0u32; grid.entries()];
    let number = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    let cell = |row: usize, group: usize| grid.moved(grid.moved(grid.whole(), 0, row), 1, group);
    for (at, row) in rows.iter().enumerate() {
        for (group, count) in row.counts.iter().enumerate() {
            counts[cell(at, group)] = number(*count);
        }
        if groups > bases.len() {
            counts[cell(at, bases.len())] = number(row.total.saturating_sub(row.counts.iter().sum()));
        }
    }
    if all_rows > rows.len() {
        for (group, base) in bases.iter().chain([&others]).take(groups).enumerate() {
            let said: u64 = (0..rows.len()).map(|row| u64::from(counts[cell(row, group)])).sum();
            counts[cell(rows.len(), group)] = number(base.saturating_sub(said));
        }
    }
    grid.fill_margins(&mut counts);
    counts
}
