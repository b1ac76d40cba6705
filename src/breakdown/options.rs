//! What is hidden of the options of a closed question by group, which add up both along and down.
//!
//! Leaves out the table itself ([`super::Breakdown`]) and themes, of which one person can name several.

use super::grid::Grid;
use super::lattice::{Lattice, Number};
use super::suppression::{HiddenRow, Policy};
use super::table::Row;

/// Which figures of the rows, and which groups' bases, are hidden. People of no group and options that are no row make a
/// group and a row of their own that nobody sees.
pub(super) fn hidden_options(
    everyone: u64,
    bases: &[u64],
    rows: &[Row],
    policy: Policy,
) -> (Vec<HiddenRow>, Vec<bool>) {
    let others = everyone.saturating_sub(bases.iter().sum());
    let unsaid = everyone.saturating_sub(rows.iter().map(|row| row.total).sum());
    let groups = bases.len() + usize::from(others > 0 || bases.is_empty());
    let grid = Grid::new(&[rows.len() + usize::from(unsaid > 0), groups]);
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
    if unsaid > 0 {
        for (group, base) in bases.iter().chain([&others]).take(groups).enumerate() {
            let said: u64 = (0..rows.len()).map(|row| u64::from(counts[cell(row, group)])).sum();
            counts[cell(rows.len(), group)] = number(base.saturating_sub(said));
        }
    }
    grid.fill_margins(&mut counts);
    let numbers = (0..grid.entries()).map(|entry| {
        let values = grid.place(entry).values.map(usize::from);
        let base = grid.moved(entry, 0, grid.sizes()[0]);
        let (count, people) = (u64::from(counts[entry]), u64::from(counts[base]));
        let seen = if entry == base { Number::base(people, 0, policy) } else { Number::option(count, people, policy) };
        let is_seen = (values[0] < rows.len() || entry == base) && (values[1] < bases.len() || values[1] == groups);
        // What nobody sees may be anything, and needs no protection of its own.
        let unseen = Number { hidden: true, keep: Some((seen.value, seen.value)), ..seen };
        if is_seen { seen } else { unseen }
    });
    let protected = Lattice::new(&grid, 1, numbers.collect(), policy.rounding).protect();
    let hidden: Vec<bool> = protected.iter().map(|number| number.hidden).collect();
    let row = |at: usize| {
        let total = hidden[grid.moved(grid.whole(), 0, at)];
        HiddenRow { cells: (0..bases.len()).map(|group| total || hidden[cell(at, group)]).collect(), total }
    };
    let bases = (0..bases.len()).map(|group| hidden[grid.moved(grid.whole(), 1, group)]).collect();
    ((0..rows.len()).map(row).collect(), bases)
}
