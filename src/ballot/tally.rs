//! Papers counted by hand, per school: typed by two people, set side by side, and only then believed.
//!
//! **What must hold.** The papers that came in are the valid and the spoilt ones. No candidate has more votes than there
//! are valid papers, and all votes together are no more and no fewer than so many papers can hold. Two typings agree
//! only when every field is equal. Sums and ranks are always worked out here and never taken from a sheet.
//! A ranking cannot be tallied by hand, but for its first places: its papers are typed one by one.
//! Leaves out who typed (`store`) and which numbers are small enough to be hidden (`breakdown`).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::count::{Tallied, ranks};
use super::definition::{Ballot, PaperForm};

/// What one person typed from the sheet of one place.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Typing {
    /// Papers that came in.
    pub received: u64,
    /// Papers that count.
    pub valid: u64,
    /// Papers that do not.
    pub spoilt: u64,
    /// Votes or points by candidate's key. One that is not there has none.
    pub counts: BTreeMap<String, u64>,
}

/// A field of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum TallyField {
    Received,
    Valid,
    Spoilt,
    /// By candidate's key.
    Candidate(String),
}

/// A field that two people typed differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TallyDifference {
    pub field: TallyField,
    pub first: u64,
    pub second: u64,
}

/// What does not add up on one sheet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TallyFault {
    /// Valid and spoilt papers are not those that came in.
    #[error("{received} papers came in, but {valid} valid and {spoilt} spoilt make {}", valid + spoilt)]
    Received { received: u64, valid: u64, spoilt: u64 },
    /// More votes for somebody than there are papers that could hold them.
    #[error("\"{key}\" has {votes}, and {valid} valid papers hold at most {most}")]
    MoreThanPapers { key: String, votes: u64, valid: u64, most: u64 },
    /// More votes in all than the papers hold.
    #[error("{votes} in all are more than {valid} valid papers hold: at most {most}")]
    TooMany { votes: u64, valid: u64, most: u64 },
    /// A valid paper has at least one mark.
    #[error("{votes} in all are too few: {valid} valid papers have at least one each")]
    TooFew { votes: u64, valid: u64 },
    /// Not on the ballot.
    #[error("\"{0}\" is not on the ballot")]
    UnknownCandidate(String),
    /// Its papers must be typed.
    #[error("rankings cannot be added up by hand: type each paper")]
    NeedsPapers,
}

/// A tally that two people agree on and that adds up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreedTally {
    typing: Typing,
}

/// Why a tally is not agreed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAgreed {
    /// The two differ in these fields, in the order of the sheet.
    Differ(Vec<TallyDifference>),
    /// They are equal and do not add up.
    DoesNotAddUp(Vec<TallyFault>),
}

impl Typing {
    /// Where another person typed something else from the same sheet.
    pub fn differences(&self, other: &Self, ballot: &Ballot) -> Vec<TallyDifference> {
        let mut fields = vec![
            (TallyField::Received, self.received, other.received),
            (TallyField::Valid, self.valid, other.valid),
            (TallyField::Spoilt, self.spoilt, other.spoilt),
        ];
        let unknown = self.counts.keys().chain(other.counts.keys()).filter(|key| ballot.find_candidate(key).is_none());
        let mut keys = ballot.keys();
        keys.extend(unknown.cloned());
        keys.dedup();
        for key in keys {
            let (first, second) = (self.votes(&key), other.votes(&key));
            fields.push((TallyField::Candidate(key), first, second));
        }
        let differ = fields.into_iter().filter(|(_, first, second)| first != second);
        differ.map(|(field, first, second)| TallyDifference { field, first, second }).collect()
    }

    /// What does not add up.
    pub fn faults(&self, ballot: &Ballot) -> Vec<TallyFault> {
        let mut faults = Vec::new();
        let (received, valid, spoilt) = (self.received, self.valid, self.spoilt);
        if u128::from(valid) + u128::from(spoilt) != u128::from(received) {
            faults.push(TallyFault::Received { received, valid, spoilt });
        }
        // How many one candidate, and all together, can have of one paper.
        let (each, all) = match ballot.form {
            PaperForm::Choose { at_most } => (1, at_most as u64),
            PaperForm::Approve => (1, ballot.candidates.len() as u64),
            PaperForm::Points { budget } => (u64::from(budget), u64::from(budget)),
            PaperForm::Rank { .. } => return [faults, vec![TallyFault::NeedsPapers]].concat(),
        };
        let most = valid.saturating_mul(each);
        for (key, votes) in self.counts.iter().map(|(key, votes)| (key.clone(), *votes)) {
            if ballot.find_candidate(&key).is_none() {
                faults.push(TallyFault::UnknownCandidate(key));
            } else if votes > most {
                faults.push(TallyFault::MoreThanPapers { key, votes, valid, most });
            }
        }
        let votes = self.counts.values().fold(0u64, |sum, votes| sum.saturating_add(*votes));
        let most = valid.saturating_mul(all);
        if votes > most {
            faults.push(TallyFault::TooMany { votes, valid, most });
        } else if votes < valid {
            faults.push(TallyFault::TooFew { votes, valid });
        }
        faults
    }

    fn votes(&self, key: &str) -> u64 {
        self.counts.get(key).copied().unwrap_or(0)
    }
}

impl AgreedTally {
    /// What two people typed, where it is the same and adds up.
    ///
    /// # Errors
    /// In what they differ, or what does not add up.
    pub fn of(ballot: &Ballot, first: &Typing, second: &Typing) -> Result<Self, NotAgreed> {
        let differences = first.differences(second, ballot);
        if !differences.is_empty() {
            return Err(NotAgreed::Differ(differences));
        }
        let faults = first.faults(ballot);
        if !faults.is_empty() {
            return Err(NotAgreed::DoesNotAddUp(faults));
        }
        Ok(Self { typing: first.clone() })
    }

    /// Papers received, valid and spoilt.
    pub fn papers(&self) -> (u64, u64, u64) {
        (self.typing.received, self.typing.valid, self.typing.spoilt)
    }

    /// The places' tallies added up, ready to be counted with papers cast otherwise.
    pub fn sum<'a>(ballot: &Ballot, tallies: impl IntoIterator<Item = &'a Self>) -> Tallied {
        let keys = ballot.keys();
        let mut sum = Tallied { papers: 0, counts: vec![0; keys.len()] };
        for tally in tallies {
            sum.papers += tally.typing.valid;
            sum.counts.iter_mut().zip(&keys).for_each(|(count, key)| *count += tally.typing.votes(key));
        }
        sum
    }
}

/// A list of results that somebody published, looked at again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The sum of the counts.
    pub sum: u64,
    /// The total as published, where it is another.
    pub published_total: Option<u64>,
    /// The names from the most to the fewest votes, with the rank that they have by their counts.
    pub order: Vec<(String, u64, usize)>,
    /// Neighbours that stand the wrong way round in the list as published: the first has fewer than the second.
    pub misplaced: Vec<(String, String)>,
}

impl Checked {
    /// Adds up and sorts what was published.
    pub fn of(published: &[(&str, u64)], total: Option<u64>) -> Self {
        let sum = published.iter().map(|(_, count)| count).sum();
        let mut order: Vec<(&str, u64)> = published.to_vec();
        order.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let counts: Vec<u64> = order.iter().map(|(_, count)| *count).collect();
        let ranked = order.iter().zip(ranks(&counts)).map(|((name, count), rank)| ((*name).to_owned(), *count, rank));
        let misplaced = published.windows(2).filter(|pair| pair[0].1 < pair[1].1);
        Self {
            sum,
            published_total: total.filter(|total| *total != sum),
            order: ranked.collect(),
            misplaced: misplaced.map(|pair| (pair[0].0.to_owned(), pair[1].0.to_owned())).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse_tests::ballot;
    use super::*;

    fn choosing() -> Ballot {
        let file =
            |text: &str| text.replace("\"rank\"\nat_most = 3", "\"choose\"\nat_most = 2").replace("borda", "plurality");
        ballot(&file, &str::to_owned)
    }

    fn typing(papers: [u64; 3], counts: &[(&str, u64)]) -> Typing {
        let [received, valid, spoilt] = papers;
        let counts = counts.iter().map(|(key, votes)| ((*key).to_owned(), *votes)).collect();
        Typing { received, valid, spoilt, counts }
    }

    #[test]
    fn two_typings_are_agreed_only_when_they_are_equal_and_add_up() {
        let ballot = choosing();
        let first = typing([42, 40, 2], &[("bus", 30), ("park", 25), ("exams", 0)]);
        let same = typing([42, 40, 2], &[("bus", 30), ("park", 25)]);
        let agreed = AgreedTally::of(&ballot, &first, &same).unwrap();
        assert_eq!(agreed.papers(), (42, 40, 2));
        let other = typing([42, 41, 1], &[("bus", 30), ("park", 52)]);
        let Err(NotAgreed::Differ(differences)) = AgreedTally::of(&ballot, &first, &other) else { panic!("agreed") };
        let fields: Vec<(TallyField, u64, u64)> =
            differences.into_iter().map(|one| (one.field, one.first, one.second)).collect();
        assert_eq!(
            fields,
            [(TallyField::Valid, 40, 41), (TallyField::Spoilt, 2, 1), (TallyField::Candidate("park".into()), 25, 52)]
        );
    }

    #[test]
    fn a_sheet_that_does_not_add_up_is_said_whoever_typed_it() {
        let ballot = choosing();
        let cases = [
            (typing([43, 40, 2], &[("bus", 40)]), "43 papers came in, but 40 valid and 2 spoilt make 42"),
            (typing([40, 40, 0], &[("bus", 41)]), "\"bus\" has 41, and 40 valid papers hold at most 40"),
            (
                typing([40, 40, 0], &[("bus", 40), ("park", 40), ("exams", 1)]),
                "81 in all are more than 40 valid papers hold: at most 80",
            ),
            (typing([40, 40, 0], &[("bus", 39)]), "39 in all are too few: 40 valid papers have at least one each"),
            (typing([1, 1, 0], &[("bus", 1), ("zoo", 0)]), "\"zoo\" is not on the ballot"),
        ];
        for (typing, said) in cases {
            let Err(NotAgreed::DoesNotAddUp(faults)) = AgreedTally::of(&ballot, &typing, &typing) else {
                panic!("agreed: {said}")
            };
            assert_eq!(faults.iter().map(ToString::to_string).collect::<Vec<_>>(), [said]);
        }
        let huge = typing([u64::MAX; 3], &[("bus", u64::MAX), ("park", u64::MAX)]);
        assert!(!huge.faults(&ballot).is_empty());
        let ranking = super::super::parse_tests::small_ballot();
        assert_eq!(typing([0; 3], &[]).faults(&ranking), [TallyFault::NeedsPapers]);
    }

    #[test]
    fn places_are_added_up_by_computation() {
        let ballot = choosing();
        let agreed = |papers, counts: &[(&str, u64)]| {
            let typed = typing(papers, counts);
            AgreedTally::of(&ballot, &typed, &typed).unwrap()
        };
        let tallies = [agreed([12, 10, 2], &[("bus", 9), ("park", 3)]), agreed([5, 5, 0], &[("park", 5)])];
        let sum = AgreedTally::sum(&ballot, &tallies);
        assert_eq!(sum, Tallied { papers: 15, counts: vec![9, 8, 0] });
    }

    #[test]
    fn published_results_that_do_not_add_up_or_stand_in_the_wrong_order_are_found() {
        let vectors: serde_json::Value =
            serde_json::from_str(include_str!("../../tests/data/ballots/ballot_vectors.json")).unwrap();
        let uk = &vectors["make_your_mark_2022"];
        let counts = uk["counts"].as_object().unwrap();
        let counts: Vec<(&str, u64)> =
            counts.iter().map(|(name, count)| (name.as_str(), count.as_u64().unwrap())).collect();
        let checked = Checked::of(&counts, uk["published_total"].as_u64());
        assert_eq!((checked.sum, checked.published_total), (434_392, Some(434_492)));
        let wakefield = &vectors["wakefield_make_your_mark_2014"];
        let rows = wakefield["published_order"].as_array().unwrap();
        let rows: Vec<(&str, u64)> =
            rows.iter().map(|row| (row[0].as_str().unwrap(), row[1].as_u64().unwrap())).collect();
        let checked = Checked::of(&rows, wakefield["total"].as_u64());
        assert_eq!((checked.sum, checked.published_total), (6048, None));
        assert_eq!(checked.misplaced, [("Voice in communities".to_owned(), "Involved in making laws".to_owned())]);
        assert_eq!(checked.order[7], ("Involved in making laws".to_owned(), 254, 8));
        assert_eq!(checked.order[8], ("Voice in communities".to_owned(), 252, 9));
        let equal = Checked::of(&[("a", 2), ("b", 2), ("c", 1)], Some(5));
        assert_eq!(equal.order.iter().map(|row| row.2).collect::<Vec<_>>(), [1, 1, 3]);
        assert_eq!(equal.misplaced, []);
    }
}
