//! Which numbers of a table must be hidden: the small ones, and enough others that no hidden one can be
//! worked out from a total. Tables whose ways cross are protected in [`super::lattice`].

use super::lattice::Number;

/// The rules that a data owner sets. The same everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Policy {
    /// Counts under this are hidden, zero included, and so are counts that leave fewer than this out.
    pub threshold: u64,
    /// Counts and bases are rounded to the nearest multiple of this.
    pub rounding: u64,
    /// Shares of fewer people than this are hidden.
    pub least_base: u64,
}

impl Default for Policy {
    /// Counts of 10 or more, rounded to 5, shares of 30 or more: the defaults of the UK's ACRO and of
    /// Sport England's Active Lives Children survey.
    fn default() -> Self {
        Self { threshold: 10, rounding: 5, least_base: 30 }
    }
}

impl Policy {
    /// The number rounded to the nearest multiple, halves up.
    pub fn round(&self, number: u64) -> u64 {
        let step = self.rounding.max(1);
        (number + step / 2) / step * step
    }

    /// What a reader knows of a number of people: where it is shown, that it rounds to that and is not small; where it
    /// is hidden for being small, that it is.
    pub(super) fn seen(&self, number: u64) -> Range {
        if number < self.threshold {
            return Range { least: 0, most: self.threshold - 1 };
        }
        let step = self.rounding.max(1);
        let shown = self.round(number);
        let least = shown.saturating_sub(step / 2).max(self.threshold);
        Range { least, most: shown + (step - 1) - step / 2 }
    }

    /// Whether a share of `count` in `base` would tell about too few people.
    pub(super) fn is_small(&self, count: u64, base: u64) -> bool {
        base < self.least_base || count < self.threshold || base - count.min(base) < self.threshold
    }
}

/// Which figures of one row are hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct HiddenRow {
    pub cells: Vec<bool>,
    pub total: bool,
}

/// What a reader can know of a number: the least and the most it can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Range {
    pub least: u64,
    pub most: u64,
}

/// One number of a row that adds up to a total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    number: u64,
    /// Its group, which breaks ties towards smaller ones.
    size: u64,
    /// What showing it tells.
    seen: Range,
    /// The most it can be for all that is known without it.
    most: u64,
    /// What must stay possible while it is hidden.
    keep: Range,
}

impl Part {
    /// The people of a group.
    pub(super) fn base(number: u64, policy: Policy) -> Self {
        let seen = policy.seen(number);
        let keep = if number < policy.threshold { seen } else { Range { least: number, most: number } };
        Self { number, size: number, seen, most: seen.most, keep }
    }

    /// The people of a group whose base is kept back because it would tell something of another table: it must stay open
    /// over as many on either side as are called few.
    pub(super) fn withheld(base: u64, policy: Policy) -> Self {
        let keep = Range { least: base.saturating_sub(policy.threshold), most: base + policy.threshold };
        Self { keep, most: base + 2 * policy.threshold, ..Self::base(base, policy) }
    }

    /// The people among `base` of whom something is true. Hidden for being few, it must stay open whether it is none
    /// or the most that is called few; hidden for being nearly all, the same of the others; hidden because the base
    /// is small, anything near it.
    pub(super) fn count(number: u64, base: u64, policy: Policy) -> Self {
        let (whole, widest) = (policy.seen(base), policy.threshold.saturating_sub(1));
        let mut seen = policy.seen(number);
        seen.most = seen.most.min(whole.most.saturating_sub(policy.threshold)).max(seen.least);
        let keep = if number < policy.threshold {
            Range { least: 0, most: widest.min(whole.most) }
        } else if base - number.min(base) < policy.threshold {
            Range { least: whole.most.saturating_sub(widest), most: whole.least }
        } else if base < policy.least_base {
            let least = number.saturating_sub(policy.threshold / 2);
            Range { least, most: (least + widest).min(whole.most) }
        } else {
            Range { least: number, most: number }
        };
        Self { number, size: base, seen, most: whole.most, keep }
    }
}

/// How many people must stay possible in a place whose base is hidden, however few are there.
const LEAST_OPEN: u64 = 2;

impl Number {
    /// The people among `base` of whom something is true. `beneath` says that the base itself is hidden, and so this.
    pub(super) fn count(count: u64, base: u64, beneath: bool, policy: Policy) -> Self {
        // Nobody outside knows a base that is hidden: what must stay possible is not bounded by how few there are.
        let base = if beneath { base.max(LEAST_OPEN) } else { base };
        let few = policy.threshold.saturating_sub(1);
        let seen = policy.seen(count);
        let keep = if count < policy.threshold {
            Some((0, few.min(base)))
        } else if base - count.min(base) < policy.threshold {
            Some((base.saturating_sub(few), base))
        } else if base < policy.least_base {
            let least = count.saturating_sub(policy.threshold / 2);
            Some((least, (least + few).min(base)))
        } else {
            None
        };
        Self {
            value: whole(count),
            seen: (whole(seen.least), whole(seen.most.min(base.saturating_sub(policy.threshold)))),
            bounds: (0, whole(base)),
            keep: keep.map(|(least, most)| (whole(least.min(count)), whole(most.max(count)))),
            hidden: beneath || policy.is_small(count, base),
            narrow: false,
        }
    }

    /// The people among `base` who gave one option, in a lattice that holds the base too, which keeps it from being more.
    pub(super) fn option(count: u64, base: u64, policy: Policy) -> Self {
        Self { bounds: (0, i32::MAX / 4), ..Self::count(count, base, false, policy) }
    }

    /// The people of a cell, of whom at least `most_named` must be there for what is counted among them.
    pub(super) fn base(base: u64, most_named: u64, policy: Policy) -> Self {
        let seen = policy.seen(base);
        let least = if base < policy.least_base { seen.least } else { seen.least.max(policy.least_base) };
        let few = policy.threshold.saturating_sub(1);
        let hidden = base < policy.threshold;
        Self {
            value: whole(base),
            seen: (whole(least.max(most_named)), whole(seen.most)),
            bounds: (whole(most_named), i32::MAX / 4),
            keep: hidden.then(|| (whole(most_named), whole(few))),
            hidden,
            narrow: false,
        }
    }
}

impl Number {
    /// The people of a group whose base is kept back because it would tell something of another table: it must stay open
    /// over as many on either side as are called few.
    pub(super) fn withheld(base: u64, policy: Policy) -> Self {
        let keep = Some((whole(base.saturating_sub(policy.threshold)), whole(base + policy.threshold)));
        Self { keep, hidden: true, ..Self::base(base, 0, policy) }
    }
}

/// A number of people as the lattice reckons with it.
fn whole(number: u64) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX / 4)
}

/// A row of numbers that add up to a total that is shown: hides more of them, the smallest first, until somebody who
/// knows the policy and subtracts what is shown from the total learns nothing of a small number but that it is small.
///
/// Rounding alone often sees to that: six rounded districts and their total leave a gap of nearly thirty people, so that
/// a seventh number under ten can still be any of them. Then nothing more is hidden. See docs/decisions/0007.
pub(super) fn protect(hidden: &mut [bool], parts: &[Part], total: &Part) {
    while !(0..parts.len()).all(|at| !hidden[at] || is_kept_open(hidden, parts, total, at)) {
        let left = (0..hidden.len()).filter(|&i| !hidden[i]);
        match left.min_by_key(|&i| (parts[i].number, parts[i].size, i)) {
            Some(i) => hidden[i] = true,
            None => return,
        }
    }
}

/// Whether all that must stay possible of the hidden number `at` is possible, as far as the row and its total tell.
fn is_kept_open(hidden: &[bool], parts: &[Part], total: &Part, at: usize) -> bool {
    let (mut least, mut most) = (0, 0);
    for (i, part) in parts.iter().enumerate().filter(|&(i, _)| i != at) {
        least += if hidden[i] { 0 } else { part.seen.least };
        most += if hidden[i] { part.most } else { part.seen.most };
    }
    let part = &parts[at];
    let known_least = total.seen.least.saturating_sub(most);
    let known_most = total.seen.most.saturating_sub(least).min(part.most);
    known_least <= part.keep.least && known_most >= part.keep.most
}

/// Whether the sum of some parts of a row may be shown beside the row and its total: everything hidden within it, and
/// everything hidden of the others, is as open to somebody who subtracts as it must be.
pub(super) fn may_show_sum(hidden: &[bool], parts: &[Part], within: &[bool], sum: &Part, total: &Part) -> bool {
    let rest = Part {
        number: total.number.saturating_sub(sum.number),
        seen: Range {
            least: total.seen.least.saturating_sub(sum.seen.most),
            most: total.seen.most.saturating_sub(sum.seen.least),
        },
        ..*total
    };
    [(true, sum), (false, &rest)].into_iter().all(|(side, total)| {
        let on_side: Vec<usize> = (0..parts.len()).filter(|at| within[*at] == side).collect();
        let hidden: Vec<bool> = on_side.iter().map(|at| hidden[*at]).collect();
        let parts: Vec<Part> = on_side.iter().map(|at| parts[*at]).collect();
        (0..parts.len()).all(|at| !hidden[at] || is_kept_open(&hidden, &parts, total, at))
    })
}

/// Numbers that add up to one that is shown, where nothing is known of their bases: hides a second number when exactly
/// one is hidden. The second is the smallest that is left, which loses least. `sizes` break ties towards smaller
/// groups.
pub(super) fn complement(hidden: &mut [bool], numbers: &[u64], sizes: &[u64]) -> bool {
    if hidden.iter().filter(|is_hidden| **is_hidden).count() != 1 {
        return false;
    }
    let left = (0..hidden.len()).filter(|&i| !hidden[i]);
    match left.min_by_key(|&i| (numbers[i], sizes[i], i)) {
        Some(i) => {
            hidden[i] = true;
            true
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_goes_to_the_nearest_five() {
        let policy = Policy::default();
        assert_eq!([0, 2, 3, 7, 8, 32].map(|n| policy.round(n)), [0, 0, 5, 5, 10, 30]);
    }

    #[test]
    fn one_hidden_number_takes_a_second_with_it() {
        let mut hidden = [false, true, false];
        assert!(complement(&mut hidden, &[40, 1, 17], &[50, 20, 40]));
        assert_eq!(hidden, [false, true, true]);
        assert!(!complement(&mut hidden, &[40, 1, 17], &[50, 20, 40]));
    }

    #[test]
    fn all_and_nearly_all_are_as_telling_as_none() {
        let policy = Policy::default();
        assert!(policy.is_small(9, 100) && policy.is_small(0, 100) && policy.is_small(95, 100));
        assert!(policy.is_small(12, 29) && !policy.is_small(12, 30));
    }
}
