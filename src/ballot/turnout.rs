//! Turnout as counted: papers over those entitled, by place, district or age; and what makes two papers one person's
//! where no voucher is needed.
//!
//! Numbers here are raw. What is published goes through `breakdown::Turnout`, which hides small ones.
//! Leaves out where the numbers come from.

use sha2::{Digest, Sha256};

use super::definition::Ballot;
use crate::geography::Area;

/// The oldest age that population is held for by single year.
const OLDEST_KNOWN: u32 = 19;

/// One district, school, age or perspective.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TurnoutGroup {
    pub key: String,
    pub name: String,
    /// Papers received, spoilt ones among them: whoever spoils a paper has taken part.
    pub papers: u64,
    /// How many are entitled, where it is known: the population of that age, or a school's roll.
    pub entitled: Option<u64>,
    /// How many the campaign hopes for.
    pub target: Option<u64>,
}

/// How many in a district are old enough and young enough to vote; nothing where population is not held by year.
pub fn entitled_in(area: &Area, ballot: &Ballot) -> Option<u64> {
    let (youngest, oldest) = ballot.ages;
    let known = youngest <= oldest && oldest <= OLDEST_KNOWN;
    known.then(|| u64::from(area.population_aged(youngest as usize..=oldest as usize)))
}

/// The mark that open voting knows a browser by: the hash of a token that the browser keeps, for one ballot.
///
/// Two papers are one person's only where they come with one token. The network address says nothing: a whole school
/// shares one, and a classroom must never be locked out. Where one device is passed round, the page forgets the token
/// between two people. So open voting can be misused by whoever passes a device to themselves or clears a browser, and
/// says so wherever it stands; a ballot that must not be uses vouchers. The mark is kept apart from papers, and is erased when the ballot has closed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BrowserMark(String);

impl BrowserMark {
    /// The mark of a token of 16 bytes from a cryptographic random source, for the ballot of this key.
    pub fn of(token: &[u8; 16], ballot: &str) -> Self {
        let hasher = Sha256::new().chain_update(format!("heard open vote:{ballot}:")).chain_update(token);
        Self(hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// What the database keeps, in hexadecimal.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether the second of two papers is the same person's, as far as anybody can tell.
pub fn is_same_person(first: &BrowserMark, second: &BrowserMark) -> bool {
    first == second
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_entitled_are_the_people_of_those_ages() {
        let text = include_str!("../../analysis/geography/worcestershire.toml");
        let geography = crate::geography::parse("worcestershire.toml", text).unwrap();
        let mut ballot = super::super::parse_tests::small_ballot();
        let area = &geography.districts[0];
        let by_year: u32 = area.population[11..=18].iter().sum();
        assert_eq!(entitled_in(area, &ballot), Some(u64::from(by_year)));
        assert!(by_year > 1000);
        ballot.ages = (11, 25);
        assert_eq!(entitled_in(area, &ballot), None);
    }

    #[test]
    fn a_browser_is_known_within_one_ballot_and_not_across_two() {
        let token = [7; 16];
        assert!(is_same_person(&BrowserMark::of(&token, "a"), &BrowserMark::of(&token, "a")));
        assert!(!is_same_person(&BrowserMark::of(&token, "a"), &BrowserMark::of(&token, "b")));
        assert!(!is_same_person(&BrowserMark::of(&token, "a"), &BrowserMark::of(&[8; 16], "a")));
        assert_eq!(BrowserMark::of(&token, "a").as_str().len(), 64);
    }
}
