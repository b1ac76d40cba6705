//! What is hidden of themes by group: each adds up along its row alone, as one person can name several.
//!
//! Leaves out the table itself ([`super::Breakdown`]) and options, which add up down the column too.

use super::suppression::{HiddenRow, Part, Policy, protect};
use super::table::Row;

/// Which figures of the rows, and which groups' bases, are hidden. All of a group that is `withheld` is.
pub(super) fn hidden_themes(
    everyone: u64,
    bases: &[u64],
    rows: &[Row],
    policy: Policy,
    withheld: &[bool],
) -> (Vec<HiddenRow>, Vec<bool>) {
    let is_withheld = |group: usize| withheld.get(group) == Some(&true);
    let hide_row = |row: &Row| {
        let total = policy.is_small(row.total, everyone);
        let is_hidden =
            |(at, (count, base)): (usize, (&u64, &u64))| total || is_withheld(at) || policy.is_small(*count, *base);
        let cells = row.counts.iter().zip(bases).enumerate().map(is_hidden);
        let mut hidden = HiddenRow { cells: cells.collect(), total };
        if !total {
            let parts = row.counts.iter().zip(bases).map(|(count, base)| Part::count(*count, *base, policy));
            let total = Part::count(row.total, everyone, policy);
            protect(&mut hidden.cells, &parts.collect::<Vec<_>>(), &total);
        }
        hidden
    };
    (rows.iter().map(hide_row).collect(), hidden_groups(everyone, bases, policy, is_withheld))
}

fn hidden_groups(everyone: u64, bases: &[u64], policy: Policy, is_withheld: impl Fn(usize) -> bool) -> Vec<bool> {
    let mut hidden: Vec<bool> =
        bases.iter().enumerate().map(|(at, base)| *base < policy.threshold || is_withheld(at)).collect();
    if everyone >= policy.threshold {
        let part = |(at, base): (usize, &u64)| match is_withheld(at) {
            true => Part::withheld(*base, policy),
            false => Part::base(*base, policy),
        };
        let parts: Vec<Part> = bases.iter().enumerate().map(part).collect();
        protect(&mut hidden, &parts, &Part::base(everyone, policy));
    }
    hidden
}
