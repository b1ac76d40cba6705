//! How sure a share is: the Wilson score interval.

/// The 97.5th percentile of the normal distribution, for intervals of 95 %.
const Z: f64 = 1.959_963_984_540_054;

/// The 95 % Wilson score interval, as (low, high) shares from 0 to 1, for `count` of `base`.
///
/// Source: E. B. Wilson 1927; method 3 of R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872.
/// It keeps inside 0 to 1 and holds for small bases. A base of 0 gives (0, 1): nothing is known.
pub fn wilson(count: u64, base: u64) -> (f64, f64) {
    if base == 0 {
        return (0.0, 1.0);
    }
    let (n, p) = (base as f64, count.min(base) as f64 / base as f64);
    let centre = p + Z * Z / (2.0 * n);
    let half = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    let scale = 1.0 + Z * Z / n;
    (((centre - half) / scale).max(0.0), ((centre + half) / scale).min(1.0))
}

/// The 95 % interval of a difference between two shares of different people, as (low, high) from −1 to 1: the first,
/// `count` of `base`, less the second.
///
/// Source: R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10, which joins the two Wilson intervals.
/// A base of 0 gives (−1, 1) at the widest: nothing is known of that share.
pub fn difference_interval(first: (u64, u64), second: (u64, u64)) -> (f64, f64) {
    let share = |(count, base): (u64, u64)| if base == 0 { 0.5 } else { count.min(base) as f64 / base as f64 };
    let (one, other) = (share(first), share(second));
    let ((low, high), (other_low, other_high)) = (wilson(first.0, first.1), wilson(second.0, second.1));
    let below = (one - low).hypot(other_high - other);
    let above = (high - one).hypot(other - other_low);
    ((one - other - below).max(-1.0), (one - other + above).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::{difference_interval, wilson};

    /// Newcombe 1998, table II, method 10.
    #[test]
    fn newcombes_differences_are_reproduced() {
        let cases = [
            ((56, 70), (48, 80), 0.0524, 0.3339),
            ((9, 10), (3, 10), 0.1705, 0.8090),
            ((5, 56), (0, 29), -0.0381, 0.1926),
            ((0, 10), (0, 20), -0.1611, 0.2775),
            ((10, 10), (0, 10), 0.6075, 1.0),
        ];
        for (first, second, low, high) in cases {
            let (l, h) = difference_interval(first, second);
            assert!((l - low).abs() < 6e-5 && (h - high).abs() < 6e-5, "{first:?} {second:?}: {l} {h}");
        }
    }

    /// Newcombe 1998, table I, method 3.
    #[test]
    fn newcombes_worked_examples_are_reproduced() {
        let cases =
            [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)];
        for (count, base, low, high) in cases {
            let (l, h) = wilson(count, base);
            assert!((l - low).abs() < 5e-5 && (h - high).abs() < 5e-5, "{count}/{base}: {l} {h}");
        }
        let (low, high) = wilson(29, 29);
        assert!((low - 0.8830).abs() < 5e-5 && (high - 1.0).abs() < 1e-12);
    }

    #[test]
    fn nobody_asked_means_nothing_known() {
        assert_eq!(wilson(0, 0), (0.0, 1.0));
    }
}
