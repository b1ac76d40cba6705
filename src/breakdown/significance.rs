//! Whether two groups differ by more than chance would, and how to allow for asking that many times.

/// A 2 × 2 table `[[a, b], [c, d]]`: a group and everyone else, with and without.
pub type TwoByTwo = [[u64; 2]; 2];

/// The two-sided p value that the shares a/(a+b) and c/(c+d) come from one population: Pearson's chi-square
/// without continuity correction, or Fisher's exact test when any expected count is under 5.
pub fn two_by_two(table: TwoByTwo) -> f64 {
    let [[a, b], [c, d]] = table.map(|row| row.map(|n| n as f64));
    let (rows, columns) = ([a + b, c + d], [a + c, b + d]);
    let total = rows[0] + rows[1];
    if rows.contains(&0.0) || columns.contains(&0.0) {
        return 1.0;
    }
    let least = rows[0].min(rows[1]) * columns[0].min(columns[1]) / total;
    if least < 5.0 {
        return fisher_exact(table);
    }
    let determinant = a * d - b * c;
    let chi_square = total * determinant * determinant / (rows[0] * rows[1] * columns[0] * columns[1]);
    tail_of_one_degree(chi_square)
}

/// How many standard deviations `a` is from what it would be if both shares were the same: above 0 where the first share
/// is the larger. Its square is the chi-square of the table. Source: S. J. Haberman, Biometrics 29 (1973) 205–220.
pub fn adjusted_residual(table: TwoByTwo) -> f64 {
    let [[a, b], [c, d]] = table.map(|row| row.map(|n| n as f64));
    let spread = (a + b) * (c + d) * (a + c) * (b + d);
    if spread > 0.0 { (a * d - b * c) * ((a + b + c + d) / spread).sqrt() } else { 0.0 }
}

/// The chance that chi-square with one degree of freedom is at least this: the upper tail of a squared normal.
pub(super) fn tail_of_one_degree(chi_square: f64) -> f64 {
    libm::erfc((chi_square.max(0.0) / 2.0).sqrt())
}

/// The log-likelihood ratio G² that the shares a/(a+b) and c/(c+d) come from one population: 0 when they are the
/// same, and distributed as chi-square with one degree of freedom when they come from one.
/// Source: T. Dunning, Computational Linguistics 19 (1993) 61–74.
pub fn log_likelihood(table: TwoByTwo) -> f64 {
    let [[a, b], [c, d]] = table.map(|row| row.map(|n| n as f64));
    let total = a + b + c + d;
    let part = |observed: f64, row: f64, column: f64| match observed > 0.0 {
        true => observed * (observed * total / (row * column)).ln(),
        false => 0.0,
    };
    2.0 * (part(a, a + b, a + c) + part(b, a + b, b + d) + part(c, c + d, a + c) + part(d, c + d, b + d))
}

/// Fisher's exact test, two-sided: the probability of every table with these margins that is no likelier than this.
pub fn fisher_exact(table: TwoByTwo) -> f64 {
    let [[a, b], [c, d]] = table;
    let (row, column, total) = (a + b, a + c, a + b + c + d);
    let observed = (choose(row, a) + choose(total - row, column - a) - choose(total, column)).exp();
    let (lowest, highest) = (column.saturating_sub(total - row), row.min(column));
    // From one table to the next the probability changes by a quotient of its four numbers.
    let (mut sum, mut up, mut down) = (observed, observed, observed);
    // A relative tolerance of 1e-7 counts tables that tie with this one but for rounding, as R does.
    let counts = |probability: f64| if probability <= observed * (1.0 + 1e-7) { probability } else { 0.0 };
    for x in a..highest {
        up *= ((row - x) * (column - x)) as f64 / ((x + 1) * (total + x + 1 - row - column)) as f64;
        sum += counts(up);
    }
    for x in (lowest + 1..=a).rev() {
        down *= (x * (total + x - row - column)) as f64 / ((row - x + 1) * (column - x + 1)) as f64;
        sum += counts(down);
    }
    sum.min(1.0)
}

/// The logarithm of n choose k.
fn choose(n: u64, k: u64) -> f64 {
    let log_factorial = |m: u64| libm::lgamma(m as f64 + 1.0);
    log_factorial(n) - log_factorial(k) - log_factorial(n - k)
}

/// Adjusted p values in the order given. Calling those below q significant keeps the expected share of
/// false ones among them below q. Source: Benjamini and Hochberg, JRSS B 57 (1995) 289–300.
pub fn benjamini_hochberg(p_values: &[f64]) -> Vec<f64> {
    let count = p_values.len();
    let mut order: Vec<(f64, usize)> = p_values.iter().copied().zip(0..).collect();
    order.sort_unstable_by(|one, other| other.0.total_cmp(&one.0));
    let mut adjusted = vec![1.0; count];
    let mut least = 1.0f64;
    for (place, &(p, i)) in order.iter().enumerate() {
        least = least.min(p * count as f64 / (count - place) as f64);
        adjusted[i] = least;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fisher_reproduces_the_lady_tasting_tea_and_jobs() {
        assert!((fisher_exact([[3, 1], [1, 3]]) - 0.485_714_3).abs() < 1e-6);
        assert!((fisher_exact([[2, 15], [10, 3]]) - 0.000_536_7).abs() < 1e-6);
    }

    #[test]
    fn chi_square_reproduces_a_known_tail() {
        // Chi-square is 200 · (60·60 − 40·40)² / 100⁴ = 8, whose upper tail with one degree of freedom is 0.0046777.
        let p = two_by_two([[60, 40], [40, 60]]);
        assert!((p - 0.004_677_7).abs() < 1e-6, "{p}");
    }

    /// Dunning 1993, table 2: the first two rows of the bigrams that stand out.
    #[test]
    fn dunnings_published_likelihoods_are_reproduced() {
        let cases = [([[110, 2442], [111, 29114]], 270.72), ([[29, 13], [123, 31612]], 263.90)];
        for (table, published) in cases {
            let found = log_likelihood(table);
            assert!((found - published).abs() < 0.01, "{found} where {published} was published");
        }
        assert!(log_likelihood([[10, 90], [20, 180]]).abs() < 1e-9);
        assert_eq!(log_likelihood([[0, 0], [3, 4]]), 0.0);
    }

    #[test]
    fn an_empty_side_shows_no_difference() {
        assert_eq!(two_by_two([[0, 0], [3, 4]]), 1.0);
        assert_eq!(two_by_two([[0, 5], [0, 9]]), 1.0);
    }

    #[test]
    fn the_1995_example_rejects_four_of_fifteen() {
        let p = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0,
        ];
        assert_eq!(benjamini_hochberg(&p).iter().filter(|q| **q <= 0.05).count(), 4);
    }
}
