//! Whether the rows of a whole table differ: chi-square with its residuals, how strong the link is, and Fisher's exact
//! test where numbers are small.
//!
//! Give it numbers that are rounded already: what follows from exact ones tells about them. Leaves out tables of two by
//! two, which have tests of their own.

use std::collections::BTreeMap;

/// Partial tables that the exact test will hold at a time.
const MOST_PARTIAL: usize = 1_000_000;
/// Tables that the exact test will look at.
const MOST_STEPS: u64 = 50_000_000;
/// People in a table that the exact test will look at.
const MOST_PEOPLE: u64 = 100_000;

/// Pearson's chi-square of a table and what follows from it.
#[derive(Debug, Clone, PartialEq)]
pub struct ChiSquare {
    pub chi_square: f64,
    /// Degrees of freedom.
    pub degrees: usize,
    /// The chance of a chi-square at least as large if rows did not differ.
    pub p: f64,
    /// By row and column: what the numbers would be if rows did not differ.
    pub expected: Vec<Vec<f64>>,
    /// (observed − expected) / √expected.
    pub pearson_residuals: Vec<Vec<f64>>,
    /// Pearson residuals over their standard deviation (Haberman 1973): beyond ±2 a cell stands out.
    pub adjusted_residuals: Vec<Vec<f64>>,
    /// Cramér's V: how strong the link is, from 0 to 1.
    pub cramers_v: f64,
    /// The smallest expected number: under 5 the p value is not to be trusted, and Fisher's is.
    pub least_expected: f64,
}

impl ChiSquare {
    /// Of a table by row and column. `None` where rows differ in length, or fewer than two rows or columns have anyone.
    pub fn of(table: &[Vec<u64>]) -> Option<Self> {
        let (rows, columns) = margins(table)?;
        let total: u64 = rows.iter().sum();
        let (height, width) = (filled(&rows), filled(&columns));
        if height < 2 || width < 2 {
            return None;
        }
        let share = |sum: u64| sum as f64 / total as f64;
        let expected_of = |row: &u64| columns.iter().map(|column| *row as f64 * share(*column)).collect();
        let expected: Vec<Vec<f64>> = rows.iter().map(expected_of).collect();
        let residuals = |scale: &dyn Fn(u64, u64) -> f64| -> Vec<Vec<f64>> {
            let row = |((numbers, expected), row): ((&Vec<u64>, &Vec<f64>), &u64)| {
                let cell = |((number, expected), column): ((&u64, &f64), &u64)| {
                    let spread = (expected * scale(*row, *column)).sqrt();
                    if spread > 0.0 { (*number as f64 - expected) / spread } else { 0.0 }
                };
                numbers.iter().zip(expected).zip(&columns).map(cell).collect()
            };
            table.iter().zip(&expected).zip(&rows).map(row).collect()
        };
        let pearson_residuals = residuals(&|_, _| 1.0);
        let adjusted_residuals = residuals(&|row, column| (1.0 - share(row)) * (1.0 - share(column)));
        let chi_square: f64 = pearson_residuals.iter().flatten().map(|residual| residual * residual).sum();
        let degrees = (height - 1) * (width - 1);
        let least_expected = expected.iter().flatten().copied().filter(|it| *it > 0.0).fold(f64::INFINITY, f64::min);
        Some(Self {
            chi_square,
            degrees,
            p: upper_tail(chi_square, degrees),
            cramers_v: (chi_square / (total as f64 * (height.min(width) - 1) as f64)).sqrt(),
            expected,
            pearson_residuals,
            adjusted_residuals,
            least_expected,
        })
    }
}

fn filled(sums: &[u64]) -> usize {
    sums.iter().filter(|sum| **sum > 0).count()
}

/// The sums of rows and of columns.
fn margins(table: &[Vec<u64>]) -> Option<(Vec<u64>, Vec<u64>)> {
    let width = table.first()?.len();
    let rows = table.iter().map(|row| row.iter().sum()).collect();
    let column = |at: usize| table.iter().map(|row| row[at]).sum();
    table.iter().all(|row| row.len() == width).then(|| (rows, (0..width).map(column).collect()))
}

/// The chance that chi-square with so many degrees of freedom is at least this: the regularised upper incomplete gamma
/// function of half of each, by its series or its continued fraction (Abramowitz and Stegun 6.5.29, 6.5.31).
pub fn upper_tail(chi_square: f64, degrees: usize) -> f64 {
    let (shape, x) = (degrees as f64 / 2.0, chi_square / 2.0);
    if x <= 0.0 || degrees == 0 {
        return 1.0;
    }
    let front = (shape * x.ln() - x - libm::lgamma(shape)).exp();
    if x < shape + 1.0 {
        let (mut term, mut sum) = (1.0 / shape, 1.0 / shape);
        for step in 1..10_000 {
            term *= x / (shape + f64::from(step));
            sum += term;
            if term < sum * 1e-16 {
                break;
            }
        }
        return (1.0 - front * sum).clamp(0.0, 1.0);
    }
    // Lentz's way of working out a continued fraction.
    let mut b = x + 1.0 - shape;
    let (mut c, mut d) = (1e300, 1.0 / b);
    let mut fraction = d;
    for step in 1..10_000 {
        let step = f64::from(step);
        let a = -step * (step - shape);
        b += 2.0;
        d = 1.0 / (a * d + b);
        c = b + a / c;
        fraction *= c * d;
        if (c * d - 1.0).abs() < 1e-16 {
            break;
        }
    }
    (front * fraction).clamp(0.0, 1.0)
}

/// Fisher's exact test of a table of any size, two-sided: the probability of every table with these margins that is no
/// likelier than this (Freeman and Halton 1951). `None` where there are too many to be counted, or no table.
///
/// Columns are filled one by one; ways that leave the same rows to fill are counted together. The last two columns,
/// which are the largest, are filled at once: the one decides the other.
pub fn fisher_exact_table(table: &[Vec<u64>]) -> Option<f64> {
    let (rows, columns) = margins(table)?;
    let mut columns: Vec<u64> = columns.into_iter().filter(|sum| *sum > 0).collect();
    columns.sort_unstable();
    let total: u64 = rows.iter().sum();
    if total > MOST_PEOPLE {
        return None;
    }
    let logs: Vec<f64> = (0..=total).map(|number| libm::lgamma(number as f64 + 1.0)).collect();
    let log = |number: &u64| logs[*number as usize];
    // The logarithm of a table's probability is this less the logarithms of its numbers' factorials.
    let whole = rows.iter().chain(&columns).map(log).sum::<f64>() - log(&total);
    let observed: f64 = table.iter().flatten().map(log).sum();
    if columns.len() < 2 {
        return Some(1.0);
    }
    // The largest column takes what remains.
    columns.pop()?;
    let before = columns.pop()?;
    let mut ends = Ends { logs: &logs, whole, observed, steps: 0, least: 0.0, from: Vec::new(), sum: 0.0 };
    for (rest, mut ways) in beginnings(&rows, &columns, &logs)? {
        ways.sort_by(|one, other| one.0.total_cmp(&other.0));
        ends.least = ways.first().map_or(0.0, |(cost, _)| *cost);
        ends.from = ways.iter().map(|(cost, times)| (*cost, times * (ends.least - cost).exp())).collect();
        // What all ways from each on come to, the likeliest first.
        for at in (1..ends.from.len()).rev() {
            ends.from[at - 1].1 += ends.from[at].1;
        }
        ends.fill(&rest, before, 0.0)?;
    }
    Some(ends.sum.min(1.0))
}

/// The last two columns, filled in every way after the same beginnings.
struct Ends<'a> {
    logs: &'a [f64],
    whole: f64,
    /// The sum of the logarithms of the factorials of the table observed.
    observed: f64,
    steps: u64,
    /// The logarithm of the likeliest way to begin.
    least: f64,
    /// Of each way to begin, its logarithm, and the sum of its and all less likely ones' parts, beside the likeliest.
    from: Vec<(f64, f64)>,
    sum: f64,
}

impl Ends<'_> {
    /// Puts so many people of the last column but one into these rows, and what remains of each row into the last.
    fn fill(&mut self, rows: &[u64], people: u64, cost: f64) -> Option<()> {
        let Some((row, others)) = rows.split_first() else {
            self.steps += 1;
            // A relative tolerance of 1e-7 counts tables that tie with this one but for rounding, as R does.
            let least = self.observed - 1e-7 - cost;
            let at = self.from.partition_point(|(beginning, _)| *beginning < least);
            if let Some((_, parts)) = self.from.get(at) {
                self.sum += (self.whole - cost - self.least).exp() * parts;
            }
            return (self.steps < MOST_STEPS).then_some(());
        };
        let room: u64 = others.iter().sum();
        for here in people.saturating_sub(room)..=people.min(*row) {
            let cost = cost + self.logs[here as usize] + self.logs[(row - here) as usize];
            self.fill(others, people - here, cost)?;
        }
        Some(())
    }
}

/// By what they leave of the rows, the ways to fill some columns: the logarithms of the products of their factorials, and
/// how often each comes.
type Beginnings = BTreeMap<Vec<u64>, Vec<(f64, f64)>>;

fn beginnings(rows: &[u64], columns: &[u64], logs: &[f64]) -> Option<Beginnings> {
    let mut states: Beginnings = BTreeMap::from([(rows.to_vec(), vec![(0.0, 1.0)])]);
    for column in columns {
        let mut next: BTreeMap<Vec<u64>, BTreeMap<i64, (f64, f64)>> = BTreeMap::new();
        let mut held = 0;
        for (room, ways) in &states {
            for parts in partitions(*column, room) {
                let cost: f64 = parts.iter().map(|part| logs[*part as usize]).sum();
                let state = room.iter().zip(&parts).map(|(room, part)| room - part).collect();
                let known = next.entry(state).or_default();
                for (before, times) in ways {
                    let cost = before + cost;
                    let place = known.entry((cost * 1e9).round() as i64).or_insert_with(|| {
                        held += 1;
                        (cost, 0.0)
                    });
                    place.1 += times;
                }
            }
            if held > MOST_PARTIAL {
                return None;
            }
        }
        states = next.into_iter().map(|(state, ways)| (state, ways.into_values().collect())).collect();
    }
    Some(states)
}

/// Every way to part a number of people among rows with so much room.
fn partitions(people: u64, room: &[u64]) -> Vec<Vec<u64>> {
    let Some((first, others)) = room.split_first() else {
        return if people == 0 { vec![Vec::new()] } else { Vec::new() };
    };
    let fits: u64 = others.iter().sum();
    let least = people.saturating_sub(fits);
    (least..=people.min(*first))
        .flat_map(|here| {
            partitions(people - here, others).into_iter().map(move |mut rest| {
                rest.insert(0, here);
                rest
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn example(key: &str) -> Value {
        let examples = include_str!("../../tests/data/stats/worked_examples.json");
        serde_json::from_str::<Value>(examples).unwrap()[key].take()
    }

    fn table(value: &Value) -> Vec<Vec<u64>> {
        serde_json::from_value(value.clone()).unwrap()
    }

    fn assert_near(found: &[Vec<f64>], published: &Value, within: f64) {
        let published: Vec<Vec<f64>> = serde_json::from_value(published.clone()).unwrap();
        let pairs = found.iter().flatten().zip(published.iter().flatten());
        assert_eq!(found.concat().len(), published.concat().len());
        pairs.for_each(|(found, published)| assert!((found - published).abs() < within, "{found} {published}"));
    }

    #[test]
    fn agrestis_party_table_is_reproduced() {
        let example = example("chi_square_independence");
        let found = ChiSquare::of(&table(&example["table"])).unwrap();
        let number = |key: &str| example[key].as_f64().unwrap();
        assert!((found.chi_square - number("x2")).abs() < 1e-9 && found.degrees == 2);
        assert!((found.p - number("p")).abs() < 1e-12, "{}", found.p);
        assert!((found.cramers_v - number("cramers_v")).abs() < 1e-6);
        assert_near(&found.expected, &example["expected"], 1e-4);
        assert_near(&found.pearson_residuals, &example["pearson_residuals"], 1e-6);
        assert_near(&found.adjusted_residuals, &example["adjusted_standardised_residuals"], 1e-6);
    }

    #[test]
    fn four_groups_of_smokers_are_reproduced() {
        let example = example("proportions_four_groups");
        let numbers = |key: &str| serde_json::from_value::<Vec<u64>>(example[key].clone()).unwrap();
        let with = numbers("successes");
        let without = numbers("n").iter().zip(&with).map(|(all, with)| all - with).collect();
        let found = ChiSquare::of(&[with, without]).unwrap();
        assert!((found.chi_square - example["x2"].as_f64().unwrap()).abs() < 1e-6 && found.degrees == 3);
        assert!((found.p - example["p"].as_f64().unwrap()).abs() < 1e-8, "{}", found.p);
    }

    #[test]
    fn fishers_examples_of_two_by_two_are_those_of_the_test_for_any_size() {
        for example in example("fisher_2x2").as_array().unwrap() {
            let table = table(&example["table"]);
            let published = example["p_two_sided"].as_f64().unwrap();
            let two = super::super::fisher_exact([[table[0][0], table[0][1]], [table[1][0], table[1][1]]]);
            let any = fisher_exact_table(&table).unwrap();
            assert!((two - published).abs() < 1e-8 && (any - published).abs() < 1e-8, "{two} {any} {published}");
        }
    }

    #[test]
    fn the_job_table_of_four_by_four_is_reproduced_exactly() {
        let example = example("fisher_rxc");
        let found = fisher_exact_table(&table(&example["table_rows"])).unwrap();
        assert!((found - example["p_exact"].as_f64().unwrap()).abs() < 5e-5, "{found}");
    }

    /// R's example of 31 people has an expected number of 5.4 in its smallest cell: near to 5, and not under it.
    #[test]
    fn rs_small_table_is_tested_by_chi_square_and_one_a_little_smaller_by_fisher() {
        let numbers = example("chi_square_small_expected")["table_columnwise"].clone();
        let [a, b, c, d]: [u64; 4] = serde_json::from_value(numbers).unwrap();
        let found = ChiSquare::of(&[vec![a, c], vec![b, d]]).unwrap();
        assert!((found.least_expected - 12.0 * 14.0 / 31.0).abs() < 1e-9);
        assert!((super::super::two_by_two([[a, c], [b, d]]) - found.p).abs() < 1e-9);
        // Yates's correction, which R prints, takes half off the difference from what is expected.
        let corrected = (12.0 - 19.0 * 17.0 / 31.0 - 0.5f64).powi(2)
            * found.expected.iter().flatten().map(|e| 1.0 / e).sum::<f64>();
        let published = example("chi_square_small_expected")["yates_p"].as_f64().unwrap();
        assert!((upper_tail(corrected, 1) - published).abs() < 1e-6);
        let smaller = [[a, c], [b - 1, d - 2]];
        assert_eq!(super::super::two_by_two(smaller), super::super::fisher_exact(smaller));
    }

    #[test]
    fn tables_with_nothing_to_compare_have_no_answer() {
        assert_eq!(ChiSquare::of(&[vec![3, 4]]), None);
        assert_eq!(ChiSquare::of(&[vec![3, 4], vec![0, 0]]), None);
        assert_eq!(ChiSquare::of(&[vec![3, 4], vec![1]]), None);
        assert_eq!(fisher_exact_table(&[]), None);
        assert!((fisher_exact_table(&[vec![5, 5]]).unwrap() - 1.0).abs() < 1e-9);
    }
}
