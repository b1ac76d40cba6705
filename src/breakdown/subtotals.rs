//! How many of some rows of a table of options there are in each group, shown beside that table: children and young people
//! by district beside every perspective by district.
//!
//! Such a sum parts a group's people once more. What the table hides, a sum less the rows that are shown could tell, so a
//! sum is hidden wherever it narrows a hidden number. The table stays as it is: its own numbers come first.
//!
//! Rows and groups add up along and down, so that all numbers are a flow through a network, and what a hidden number can
//! still be is as much as can be sent round it (L. R. Ford and D. R. Fulkerson, Flows in Networks, 1962). Whoever reads is
//! thought to know the totals of the rows to the last one.

use std::collections::VecDeque;

use super::suppression::Policy;
use super::table::{Breakdown, Count, Figure, Group, PublishedRow, Row, figure};

/// Stands for no limit.
const FAR: i64 = 1_000_000_000;

/// A table of options as it was counted and as it was published.
#[derive(Debug, Clone, Copy)]
pub struct OptionsTable<'a> {
    /// How many people there are in all, in a group or not.
    pub everyone: u64,
    pub groups: &'a [Group],
    pub rows: &'a [Row],
    /// What [`Breakdown::of_options`] made of it.
    pub published: &'a Breakdown,
}

/// The people of the rows `picked` in each of the first `shown` groups, as rows without groups: shares of all of them
/// together.
///
/// What is hidden in the table is as open with these sums beside it as without.
pub fn subtotals(table: &OptionsTable<'_>, picked: &[usize], shown: usize, policy: Policy) -> Breakdown {
    let shown = shown.min(table.groups.len());
    let sum = |group: usize| -> u64 { picked.iter().map(|row| table.rows[*row].counts[group]).sum() };
    let sums: Vec<u64> = (0..shown).map(sum).collect();
    let all: u64 = sums.iter().sum();
    let hidden = hidden_sums(table, picked, &sums, policy);
    let row = |(at, sum): (usize, &u64)| PublishedRow {
        key: table.groups[at].key.clone(),
        name: table.groups[at].name.clone(),
        cells: Vec::new(),
        everyone: figure(*sum, all, hidden[at], policy),
    };
    let everyone = if hidden.iter().all(|hidden| *hidden) { Count::Hidden } else { Count::publish(all, policy) };
    let rows = sums.iter().enumerate().map(row).collect();
    Breakdown { groups: Vec::new(), everyone, rows, comparisons: 0, policy }
}

/// Which sums are hidden: the small ones, and those that would narrow what is hidden.
fn hidden_sums(table: &OptionsTable<'_>, picked: &[usize], sums: &[u64], policy: Policy) -> Vec<bool> {
    let all: u64 = sums.iter().sum();
    let is_small = |sum: &u64| policy.is_small(*sum, all);
    let mut hidden: Vec<bool> = sums.iter().map(is_small).collect();
    let none = vec![true; sums.len()];
    let without = Network::of(table, picked, &none, sums, policy);
    loop {
        if hidden.iter().all(|hidden| *hidden) {
            return hidden;
        }
        let with = Network::of(table, picked, &hidden, sums, policy);
        let told = (0..with.edges.len())
            .find(|at| with.edges[*at].keep.is_some() && with.room(*at) != without.room_for(*at, &with));
        let Some(told) = told else { return hidden };
        // The sum of the same group first, then the smallest: it loses least.
        let group = with.edges[told].group;
        let left = (0..sums.len()).filter(|at| !hidden[*at]);
        if let Some(next) = left.min_by_key(|at| (Some(*at) != group, sums[*at], *at)) {
            hidden[next] = true;
        }
    }
}

/// A number of people as an edge between two sums that it is a part of.
#[derive(Debug, Clone)]
struct Edge {
    from: usize,
    to: usize,
    value: i64,
    least: i64,
    most: i64,
    /// What must stay possible of it.
    keep: Option<(i64, i64)>,
    /// The group that it is of, where it is of one.
    group: Option<usize>,
}

#[derive(Debug)]
struct Network {
    nodes: usize,
    edges: Vec<Edge>,
}

/// What is known of a number that is shown, or is not.
fn seen(number: u64, is_shown: bool, policy: Policy) -> (i64, i64) {
    let range = policy.seen(number);
    if is_shown { (whole(range.least), whole(range.most)) } else { (0, FAR) }
}

fn whole(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(FAR).min(FAR)
}

/// What must stay possible of a number that is hidden for being small.
fn keep(number: u64, policy: Policy) -> Option<(i64, i64)> {
    (number < policy.threshold).then(|| (0, whole(policy.threshold.saturating_sub(1))))
}

/// Every number of the table, with a row and a group more for whoever is in none, where anybody is: nobody thinks of one
/// otherwise.
struct Counted<'a> {
    table: OptionsTable<'a>,
    unsaid: u64,
    nowhere: u64,
}

impl<'a> Counted<'a> {
    fn new(table: OptionsTable<'a>) -> Self {
        let unsaid = rest(table.everyone, table.rows.iter().map(|row| row.total));
        let nowhere = rest(table.everyone, table.groups.iter().map(|group| group.base));
        Self { table, unsaid, nowhere }
    }

    fn rows(&self) -> usize {
        self.table.rows.len() + usize::from(self.unsaid > 0)
    }

    fn groups(&self) -> usize {
        self.table.groups.len() + usize::from(self.nowhere > 0)
    }

    fn row(&self, row: usize) -> u64 {
        self.table.rows.get(row).map_or(self.unsaid, |row| row.total)
    }

    fn group(&self, group: usize) -> u64 {
        self.table.groups.get(group).map_or(self.nowhere, |group| group.base)
    }

    fn cell(&self, row: usize, group: usize) -> u64 {
        let said = |row: &Row| match row.counts.get(group) {
            Some(count) => *count,
            None => rest(row.total, row.counts.iter().copied()),
        };
        match self.table.rows.get(row) {
            Some(row) => said(row),
            None => rest(self.group(group), self.table.rows.iter().map(said)),
        }
    }

    /// Whether the table shows a cell; none where it has no such cell.
    fn is_shown(&self, row: usize, group: usize) -> Option<bool> {
        let cell = self.table.published.rows.get(row)?.cells.get(group);
        (row < self.table.rows.len() && group < self.table.groups.len())
            .then(|| cell.is_some_and(|cell| cell.figure != Figure::Hidden))
    }
}

impl Network {
    /// From the total by way of rows, cells and the two parts of each group back to the total. Where any sum is shown, the
    /// sum of all of them is.
    fn of(table: &OptionsTable<'_>, picked: &[usize], hidden: &[bool], sums: &[u64], policy: Policy) -> Self {
        let (published, counted) = (table.published, Counted::new(*table));
        let is_any = hidden.iter().any(|hidden| !hidden);
        let group_node = |group: usize| 2 + counted.rows() + group * 3;
        let mut network = Self { nodes: group_node(counted.groups()), edges: Vec::new() };
        let is_shown = published.everyone != Count::Hidden;
        network.add((1, 0), table.everyone, seen(table.everyone, is_shown, policy), None, None);
        for row in 0..counted.rows() {
            let is_shown = published.rows.get(row).is_some_and(|row| row.everyone != Figure::Hidden);
            let number = counted.row(row);
            // Who knows the sum of all sums is thought to know the rows that make it.
            let range = match is_any && picked.contains(&row) {
                true => (whole(number), whole(number)),
                false => seen(number, is_shown, policy),
            };
            network.add((0, 2 + row), number, range, None, None);
        }
        for group in 0..counted.groups() {
            let (node, place) = (group_node(group), (group < table.groups.len()).then_some(group));
            for row in 0..counted.rows() {
                let (number, shown) = (counted.cell(row, group), counted.is_shown(row, group));
                let kept = keep(number, policy).filter(|_| shown == Some(false));
                let part = if picked.contains(&row) { node + 1 } else { node + 2 };
                let range = seen(number, shown == Some(true), policy);
                network.add((2 + row, part), number, range, kept, place);
            }
            let sum: u64 = picked.iter().map(|row| counted.cell(*row, group)).sum();
            network.add_parts(node, group, (sum, counted.group(group)), (hidden, sums), policy);
            let is_shown = published.groups.get(group).is_some_and(|group| group.base != Count::Hidden);
            let number = counted.group(group);
            network.add((node, 1), number, seen(number, is_shown, policy), None, place);
        }
        network
    }

    /// The two parts of a group, at its node: those who are picked, of whom a sum is shown or hidden, and the others.
    fn add_parts(
        &mut self,
        node: usize,
        group: usize,
        (sum, all): (u64, u64),
        (hidden, sums): (&[bool], &[u64]),
        policy: Policy,
    ) {
        let place = Some(group).filter(|group| *group < sums.len());
        let others = all.saturating_sub(sum);
        let is_shown = hidden.get(group).is_some_and(|hidden| !hidden);
        let range = match (place, hidden.iter().any(|hidden| !hidden)) {
            // All that are picked less the sum of all sums are those of no group that has one.
            (None, true) => {
                let all: u64 = sums.iter().sum();
                let seen = policy.seen(all);
                (whole((sum + all).saturating_sub(seen.most)), whole((sum + all).saturating_sub(seen.least)))
            }
            _ => seen(sum, is_shown, policy),
        };
        let kept = keep(sum, policy).filter(|_| !is_shown && place.is_some());
        self.add((node + 1, node), sum, range, kept, place);
        // The others of a group are a number too, which nobody shows.
        self.add((node + 2, node), others, (0, FAR), keep(others, policy).filter(|_| is_shown), place);
    }

    fn add(
        &mut self,
        (from, to): (usize, usize),
        value: u64,
        (least, most): (i64, i64),
        keep: Option<(i64, i64)>,
        group: Option<usize>,
    ) {
        let value = whole(value);
        self.edges.push(Edge { from, to, value, least: least.min(value), most: most.max(value), keep, group });
    }

    /// How far a number can fall and rise within what must stay possible of it.
    fn room(&self, at: usize) -> (i64, i64) {
        self.room_for(at, self)
    }

    /// The same with what must stay possible as another network of the same numbers says.
    fn room_for(&self, at: usize, other: &Self) -> (i64, i64) {
        let (edge, kept) = (&self.edges[at], other.edges[at].keep);
        let Some((least, most)) = kept else { return (0, 0) };
        let falls = self.sent(edge.from, edge.to, (edge.value - least).min(edge.value - edge.least), at);
        let rises = self.sent(edge.to, edge.from, (most - edge.value).min(edge.most - edge.value), at);
        (falls, rises)
    }

    /// How much, up to so much, can be sent between two sums without this number.
    fn sent(&self, from: usize, to: usize, most: i64, without: usize) -> i64 {
        let mut room: Vec<(i64, i64)> =
            self.edges.iter().map(|edge| (edge.most - edge.value, edge.value - edge.least)).collect();
        room[without] = (0, 0);
        let mut sent = 0;
        while sent < most {
            let Some(path) = self.path(from, to, &room) else { break };
            let narrowest = path.iter().map(|(at, forth)| if *forth { room[*at].0 } else { room[*at].1 }).min();
            let more = narrowest.unwrap_or(0).min(most - sent);
            for (at, forth) in path {
                let (gains, loses) = if forth { (more, -more) } else { (-more, more) };
                room[at] = (room[at].0 - gains, room[at].1 - loses);
            }
            sent += more;
        }
        sent
    }

    /// The shortest way on which something can still be sent: numbers that rise on it, and those that fall.
    fn path(&self, from: usize, to: usize, room: &[(i64, i64)]) -> Option<Vec<(usize, bool)>> {
        let mut came: Vec<Option<(usize, bool)>> = vec![None; self.nodes];
        let mut waiting = VecDeque::from([from]);
        while let Some(node) = waiting.pop_front() {
            for (at, edge) in self.edges.iter().enumerate() {
                for (forth, here, there, left) in
                    [(true, edge.from, edge.to, room[at].0), (false, edge.to, edge.from, room[at].1)]
                {
                    if here == node && left > 0 && there != from && came[there].is_none() {
                        came[there] = Some((at, forth));
                        waiting.push_back(there);
                    }
                }
            }
        }
        let mut path = Vec::new();
        let mut node = to;
        while node != from {
            let (at, forth) = came[node]?;
            path.push((at, forth));
            node = if forth { self.edges[at].from } else { self.edges[at].to };
        }
        Some(path)
    }
}

/// What is left of a total.
fn rest(total: u64, parts: impl Iterator<Item = u64>) -> u64 {
    total.saturating_sub(parts.sum())
}

#[cfg(test)]
#[path = "subtotals_tests.rs"]
mod tests;
