//! Which numbers of a table must be hidden: the small ones, and enough others that no hidden one can be
//! worked out from a total.

/// The rules that a data owner sets. The same everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

    /// Whether a share of `count` in `base` would tell about too few people.
    pub(super) fn is_small(&self, count: u64, base: u64) -> bool {
        base < self.least_base || count < self.threshold || base - count.min(base) < self.threshold
    }
}

/// One row of numbers that add up to a total that is shown: hides a second number when exactly one is hidden.
/// The second is the smallest that is left, which loses least. `sizes` break ties towards smaller groups.
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
