//! The methods that a ballot can be counted by, and which papers each can be counted from.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::paper::Marks;

/// A published method. The files under `ballot/methods` open with the rules of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// Every candidate chosen has one vote; of rankings only the first place counts.
    Plurality,
    /// Every candidate approved of has one vote.
    Approval,
    /// With n candidates a first place gives n − 1 points, a second n − 2, and so on; whoever is left out has none.
    Borda,
    /// A first place gives a point, a second a half, a third a third.
    Dowdall,
    /// Whoever has fewest goes out until somebody has more than half.
    InstantRunoff,
    /// The single transferable vote by the rules of Scottish council elections.
    Stv,
    /// Schulze's method with winning votes.
    Schulze,
    /// Points are added up.
    Points,
}

impl Method {
    /// Every method.
    pub const ALL: [Self; 8] = [
        Self::Plurality,
        Self::Approval,
        Self::Borda,
        Self::Dowdall,
        Self::InstantRunoff,
        Self::Stv,
        Self::Schulze,
        Self::Points,
    ];

    /// As it is written in a ballot's file and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Plurality => "plurality",
            Self::Approval => "approval",
            Self::Borda => "borda",
            Self::Dowdall => "dowdall",
            Self::InstantRunoff => "instant-runoff",
            Self::Stv => "stv",
            Self::Schulze => "schulze",
            Self::Points => "points",
        }
    }

    /// Reads [`Method::as_str`], and `irv` for instant run-off.
    pub fn parse(text: &str) -> Option<Self> {
        if text == "irv" {
            return Some(Self::InstantRunoff);
        }
        Self::ALL.into_iter().find(|method| method.as_str() == text)
    }

    /// Whether papers that are marked so can be counted by it.
    pub fn fits(self, marks: Marks) -> bool {
        match marks {
            Marks::Chosen => matches!(self, Self::Plurality | Self::Approval),
            Marks::Points => self == Self::Points,
            Marks::Ranked => !matches!(self, Self::Approval | Self::Points),
        }
    }

    /// Whether votes added up by hand can be added to it.
    pub fn adds_up(self, marks: Marks) -> bool {
        match marks {
            Marks::Chosen | Marks::Points => self.fits(marks),
            Marks::Ranked => self == Self::Plurality,
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Plurality => "plurality",
            Self::Approval => "approval voting",
            Self::Borda => "Borda’s count",
            Self::Dowdall => "Dowdall’s count",
            Self::InstantRunoff => "instant run-off",
            Self::Stv => "the single transferable vote",
            Self::Schulze => "Schulze’s method",
            Self::Points => "points",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_method_is_read_as_it_is_written() {
        for method in Method::ALL {
            assert_eq!(Method::parse(method.as_str()), Some(method));
            assert!(Marks::ALL.iter().any(|marks| method.fits(*marks)), "{method}");
        }
        assert_eq!(Method::parse("irv"), Some(Method::InstantRunoff));
        assert_eq!(Method::parse("majority"), None);
    }
}
