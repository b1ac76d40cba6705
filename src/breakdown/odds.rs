//! How much likelier a thing is in one group than in another, exactly: the odds ratio of a table of four numbers, its
//! 95 % interval, and Fisher's test of one side.
//!
//! Everything follows from the noncentral hypergeometric distribution of the first number, given the margins. Leaves out
//! tables of more than four numbers (`contingency`) and the test of both sides (`significance`).

use super::significance::TwoByTwo;

/// How sure the interval is.
const LEVEL: f64 = 0.95;
/// Halvings of the logarithm's range, which leave less of it than the last digit of a double.
const HALVINGS: usize = 200;
/// Odds ratios are looked for within e to the power of plus or minus this.
const FURTHEST: f64 = 60.0;

/// The odds ratio of a table with its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Odds {
    /// The conditional maximum likelihood estimate: 0 where the first number is the least that its margins allow,
    /// infinite where it is the most. Not the cross product, which ignores that the margins are given.
    pub ratio: f64,
    /// The ends of the exact interval (Clopper and Pearson's way): each leaves 2.5 % outside.
    pub interval: (f64, f64),
}

impl Odds {
    /// The odds ratio of a group beside everyone else. `None` where a margin is empty, so that there are no odds.
    ///
    /// Source: A. Agresti, Categorical Data Analysis (2002), section 3.5.
    pub fn of(table: TwoByTwo) -> Option<Self> {
        let tables = Tables::of(table)?;
        let seen = tables.observed;
        let tail = (1.0 - LEVEL) / 2.0;
        let (is_least, is_most) = (seen == tables.least, seen == tables.most());
        let ratio = match (is_least, is_most) {
            (true, _) => 0.0,
            (_, true) => f64::INFINITY,
            _ => solve(|ratio| tables.mean(ratio) - seen as f64),
        };
        let low = if is_least { 0.0 } else { solve(|ratio| tables.at_least(seen, ratio) - tail) };
        let high = if is_most { f64::INFINITY } else { solve(|ratio| tail - tables.at_most(seen, ratio)) };
        let interval = (low, high);
        Some(Self { ratio, interval })
    }
}

/// Fisher's exact test that the first group has more: the chance of so many or more where both are alike. 1 where there
/// is nothing to compare.
pub fn fisher_greater(table: TwoByTwo) -> f64 {
    Tables::of(table).map_or(1.0, |tables| tables.at_least(tables.observed, 1.0))
}

/// Fisher's exact test that the first group has fewer: the chance of so many or fewer where both are alike. 1 where there
/// is nothing to compare.
pub fn fisher_less(table: TwoByTwo) -> f64 {
    Tables::of(table).map_or(1.0, |tables| tables.at_most(tables.observed, 1.0))
}

/// Every table with the margins of one, by its first number.
struct Tables {
    observed: u64,
    /// The least first number.
    least: u64,
    /// The logarithm of the number of ways to have each first number, from the least on.
    ways: Vec<f64>,
}

impl Tables {
    fn of(table: TwoByTwo) -> Option<Self> {
        let [[a, b], [c, d]] = table;
        let (row, column, total) = (a + b, a + c, a + b + c + d);
        if row == 0 || column == 0 || row == total || column == total {
            return None;
        }
        let log_factorial = |n: u64| libm::lgamma(n as f64 + 1.0);
        let choose = |n: u64, k: u64| log_factorial(n) - log_factorial(k) - log_factorial(n - k);
        let least = column.saturating_sub(total - row);
        let ways = |first: u64| choose(row, first) + choose(total - row, column - first);
        Some(Self { observed: a, least, ways: (least..=row.min(column)).map(ways).collect() })
    }

    fn most(&self) -> u64 {
        self.least + self.ways.len() as u64 - 1
    }

    /// The chance of each first number under an odds ratio.
    fn chances(&self, ratio: f64) -> impl Iterator<Item = (u64, f64)> {
        let of = move |(at, ways): (usize, &f64)| ways + at as f64 * ratio.ln();
        let highest = self.ways.iter().enumerate().map(of).fold(f64::NEG_INFINITY, f64::max);
        let whole: f64 = self.ways.iter().enumerate().map(of).map(|log| (log - highest).exp()).sum();
        let chance = move |found: (usize, &f64)| (self.least + found.0 as u64, (of(found) - highest).exp() / whole);
        self.ways.iter().enumerate().map(chance)
    }

    fn mean(&self, ratio: f64) -> f64 {
        self.chances(ratio).map(|(first, chance)| first as f64 * chance).sum()
    }

    fn at_least(&self, first: u64, ratio: f64) -> f64 {
        self.chances(ratio).filter(|(other, _)| *other >= first).map(|(_, chance)| chance).sum()
    }

    fn at_most(&self, first: u64, ratio: f64) -> f64 {
        self.chances(ratio).filter(|(other, _)| *other <= first).map(|(_, chance)| chance).sum()
    }
}

/// Where a function of the odds ratio that rises is 0, by halving its logarithm's range.
fn solve(rising: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (-FURTHEST, FURTHEST);
    for _ in 0..HALVINGS {
        let middle = (low + high) / 2.0;
        match rising(middle.exp()) < 0.0 {
            true => low = middle,
            false => high = middle,
        }
    }
    ((low + high) / 2.0).exp()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn examples() -> Vec<serde_json::Value> {
        let examples = include_str!("../../tests/data/stats/worked_examples.json");
        let examples: serde_json::Value = serde_json::from_str(examples).unwrap();
        examples["fisher_2x2"].as_array().unwrap().clone()
    }

    fn table(example: &serde_json::Value) -> TwoByTwo {
        serde_json::from_value(example["table"].clone()).unwrap()
    }

    #[test]
    fn the_odds_and_one_sided_tests_of_fishers_examples_are_reproduced() {
        let near = |found: f64, published: &serde_json::Value| {
            let published = published.as_f64().unwrap();
            // R stops looking for a ratio within some hundred thousandths; the next test asks for more.
            assert!((found - published).abs() < 1.3e-5, "{found} for {published}");
        };
        let (tea, twins) = (&examples()[0], &examples()[1]);
        near(fisher_greater(table(tea)), &tea["p_greater"]);
        near(Odds::of(table(tea)).unwrap().ratio, &tea["cond_mle_odds_ratio"]);
        near(fisher_less(table(twins)), &twins["p_less"]);
        let odds = Odds::of(table(twins)).unwrap();
        near(odds.ratio, &twins["cond_mle_odds_ratio"]);
        near(odds.interval.0, &twins["ci95"][0]);
        near(odds.interval.1, &twins["ci95"][1]);
    }

    #[test]
    fn each_end_of_the_interval_leaves_its_share_outside_and_the_ratio_expects_what_was_seen() {
        let table = [[2, 15], [10, 3]];
        let (odds, tables) = (Odds::of(table).unwrap(), Tables::of(table).unwrap());
        assert!((tables.at_least(2, odds.interval.0) - 0.025).abs() < 1e-9);
        assert!((tables.at_most(2, odds.interval.1) - 0.025).abs() < 1e-9);
        assert!((tables.mean(odds.ratio) - 2.0).abs() < 1e-9);
    }

    #[test]
    fn at_the_ends_of_what_margins_allow_the_interval_is_open() {
        let none = Odds::of([[0, 5], [4, 3]]).unwrap();
        assert_eq!((none.ratio, none.interval.0), (0.0, 0.0));
        assert!(none.interval.1.is_finite() && none.interval.1 > 0.0, "{none:?}");
        let all = Odds::of([[5, 0], [3, 4]]).unwrap();
        assert_eq!((all.ratio, all.interval.1), (f64::INFINITY, f64::INFINITY));
        assert!(all.interval.0 > 0.0 && all.interval.0.is_finite(), "{all:?}");
    }

    #[test]
    fn swapping_the_groups_turns_the_odds_over() {
        let (one, other) = (Odds::of([[7, 12], [30, 9]]).unwrap(), Odds::of([[30, 9], [7, 12]]).unwrap());
        assert!((one.ratio * other.ratio - 1.0).abs() < 1e-9, "{one:?} {other:?}");
        assert!((one.interval.0 * other.interval.1 - 1.0).abs() < 1e-9);
    }

    #[test]
    fn an_empty_margin_has_no_odds() {
        assert_eq!(Odds::of([[0, 5], [0, 3]]), None);
        assert!((fisher_greater([[0, 5], [0, 3]]) - 1.0).abs() < f64::EPSILON);
    }
}
