//! A number of votes, exact: halves and thirds of votes are added without rounding.

use std::fmt;

/// How many decimal places are shown. A vote in a transfer of surplus never has more.
const SHOWN_DECIMALS: u32 = 5;

/// A number of votes or points, as a fraction in its lowest terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Votes {
    parts: u128,
    of: u128,
}

impl Votes {
    /// None at all.
    pub const NONE: Self = Self { parts: 0, of: 1 };

    /// `parts` of a vote that is cut into `of` parts. A vote is cut into at least one.
    pub fn new(parts: u128, of: u128) -> Self {
        let of = of.max(1);
        let common = common_divisor(parts, of);
        Self { parts: parts / common, of: of / common }
    }

    /// As a number of which one is one vote, for drawing.
    pub fn to_f64(self) -> f64 {
        self.parts as f64 / self.of as f64
    }

    /// Whether it is none.
    pub fn is_none(self) -> bool {
        self.parts == 0
    }
}

impl Default for Votes {
    fn default() -> Self {
        Self::NONE
    }
}

impl From<u64> for Votes {
    fn from(whole: u64) -> Self {
        Self { parts: u128::from(whole), of: 1 }
    }
}

impl fmt::Display for Votes {
    /// Whole, or with up to five decimal places of which the rest is left out: `42`, `63.25`, `49.66666`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, mut rest) = (self.parts / self.of, self.parts % self.of);
        write!(f, "{whole}")?;
        if rest == 0 {
            return Ok(());
        }
        let mut digits = String::new();
        for _ in 0..SHOWN_DECIMALS {
            // The divisor is at most the least common multiple of 1 to 60, far from overflowing.
            rest *= 10;
            digits.push(char::from(b'0' + u8::try_from(rest / self.of).unwrap_or(9)));
            rest %= self.of;
        }
        match digits.trim_end_matches('0') {
            "" => Ok(()),
            shown => write!(f, ".{shown}"),
        }
    }
}

pub(super) fn common_divisor(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn votes_are_shown_as_people_write_them() {
        let shown = [(42, 1), (253, 4), (149, 3), (1, 100_000), (6_000_000, 100_000), (0, 7)];
        let texts = shown.map(|(parts, of)| Votes::new(parts, of).to_string());
        assert_eq!(texts, ["42", "63.25", "49.66666", "0.00001", "60", "0"]);
        assert_eq!(Votes::new(6, 4), Votes::new(3, 2));
    }
}
