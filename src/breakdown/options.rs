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

    /// Adds that there are at least so many people in some cells together, each an option and a group or all groups. Gives
    /// back whether everything hidden is as open as before; where it is not, nothing is added.
    pub fn learn(&mut self, cells: &[(usize, Option<usize>)], least: u64) -> bool {
        let mut places: Vec<usize> = cells.iter().map(|(row, group)| self.cell(*row, *group)).collect();
        let there: u64 = places.iter().map(|at| u64::try_from(self.number(*at).value).unwrap_or(0)).sum();
        let mut left = there.saturating_sub(least);
        // Whoever is hidden for being few must be able to be none, then what is shown may be anything that rounds to it;
        // the rest is shared by what is hidden for others.
        let is_other = |number: &Number| number.hidden && number.keep.is_none();
        places.sort_by_key(|at| (is_other(self.number(*at)), !self.number(*at).hidden, *at));
        let mut others = places.iter().filter(|at| is_other(self.number(**at))).count() as u64;
        let mut numbers = self.numbers.clone();
        for at in places {
            let number = &mut numbers[at];
            let least = if number.hidden { &mut number.bounds.0 } else { &mut number.seen.0 };
            let wanted = u64::try_from(number.value - *least).unwrap_or(0);
            let room = if number.hidden && number.keep.is_none() {
                others -= 1;
                wanted.min(left / (others + 1))
            } else {
                wanted.min(left)
            };
            left -= room;
            *least = number.value - i32::try_from(room).unwrap_or(0);
        }
        if numbers == self.numbers {
            return true;
        }
        let told = Lattice::new(&self.grid, 1, numbers, self.rounding).protect();
        let as_open = told
            .iter()
            .zip(&self.numbers)
            .all(|(now, before)| now.hidden == before.hidden && (!now.narrow || before.narrow));
        if as_open {
            self.numbers = told;
        }
        as_open
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
