//! A sheet of votes on paper from one place, as one person typed it: numbers by field, whatever kind of ballot it is.
//!
//! Where votes are added up by hand the fields are the papers received, valid and spoilt and each candidate's votes.
//! Rankings cannot be added up, so their papers are typed one by one, and a field is one way of ranking with how many
//! papers are ranked so. Two people's sheets are set side by side field by field. Leaves out who typed (`store`).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::definition::{Ballot, PaperForm};
use super::paper::{Marked, Spoilt};
use super::tally::{AgreedTally, NotAgreed, TallyFault, Typing};
use super::written::Cast;

/// Stands before a candidate's key in a field.
const CANDIDATE: &str = "candidate.";
/// Stands before a paper's line in a field.
const PAPER: &str = "paper.";
/// The largest number that is taken for a field.
pub const MOST_ON_A_SHEET: u64 = 1_000_000;

/// One person's typing of a sheet, by field. A field that is not there is 0.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sheet {
    pub fields: BTreeMap<String, u64>,
}

/// A field that two people typed differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetDifference {
    pub field: String,
    pub first: u64,
    pub second: u64,
}

/// What a field of a sheet is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetField<'a> {
    Received,
    Valid,
    Spoilt,
    /// Papers without a mark.
    Blank,
    /// Papers of which nobody can tell what was meant.
    Unclear,
    /// A candidate's votes, by key.
    Candidate(&'a str),
    /// Papers that are marked so, as a line.
    Paper(&'a str),
}

/// A line of a list of papers that is no paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineProblem {
    /// Counted from 1.
    pub line: usize,
    /// Why; nothing where it is not numbers.
    pub spoilt: Option<Spoilt>,
}

impl<'a> SheetField<'a> {
    /// Reads the name of a field.
    pub fn read(field: &'a str) -> Option<Self> {
        Some(match field {
            "received" => Self::Received,
            "valid" => Self::Valid,
            "spoilt" => Self::Spoilt,
            "blank" => Self::Blank,
            "unclear" => Self::Unclear,
            other => match other.strip_prefix(CANDIDATE) {
                Some(key) => Self::Candidate(key),
                None => Self::Paper(other.strip_prefix(PAPER)?),
            },
        })
    }
}

impl Sheet {
    /// The fields that the sheet of a ballot has at least, in their order; one for each paper comes after them.
    pub fn fields_of(ballot: &Ballot) -> Vec<String> {
        let fixed: &[&str] = match ballot.form {
            PaperForm::Rank { .. } => &["received", "blank", "unclear"],
            _ => &["received", "valid", "spoilt"],
        };
        let mut fields: Vec<String> = fixed.iter().map(|field| (*field).to_owned()).collect();
        if !matches!(ballot.form, PaperForm::Rank { .. }) {
            fields.extend(ballot.candidates.iter().map(|candidate| format!("{CANDIDATE}{}", candidate.key)));
        }
        fields
    }

    /// Adds papers that were typed one a line, each as the numbers of the candidates on the paper in the order that
    /// they are ranked in: `3 1 7`.
    ///
    /// # Errors
    /// The first line that is no paper.
    pub fn add_papers(&mut self, ballot: &Ballot, text: &str) -> Result<(), LineProblem> {
        for (line, typed) in (1..).zip(text.lines()).filter(|(_, typed)| !typed.trim().is_empty()) {
            let mut ranks = Vec::new();
            for (rank, number) in (1..).zip(typed.split([' ', ',', ';', '\t']).filter(|one| !one.is_empty())) {
                let place = number.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
                let candidate = place.and_then(|place| ballot.candidates.get(place));
                let candidate = candidate.ok_or(LineProblem { line, spoilt: None })?;
                ranks.push((candidate.key.clone(), rank));
            }
            let paper = ballot.read_paper(&Marked::Ranked(ranks));
            let paper = paper.map_err(|spoilt| LineProblem { line, spoilt: Some(spoilt) })?;
            *self.fields.entry(format!("{PAPER}{}", ballot.write(&Cast::Valid(paper)))).or_default() += 1;
        }
        Ok(())
    }

    /// The number of a field.
    pub fn number(&self, field: &str) -> u64 {
        self.fields.get(field).copied().unwrap_or(0)
    }

    /// Where another person typed something else from the same sheet.
    pub fn differences(&self, other: &Self, ballot: &Ballot) -> Vec<SheetDifference> {
        let mut fields = Self::fields_of(ballot);
        let more = self.fields.keys().chain(other.fields.keys()).filter(|field| !fields.contains(field));
        let more: std::collections::BTreeSet<String> = more.cloned().collect();
        fields.extend(more);
        let compared = fields.into_iter().map(|field| {
            let (first, second) = (self.number(&field), other.number(&field));
            SheetDifference { field, first, second }
        });
        compared.filter(|one| one.first != one.second).collect()
    }

    /// Papers that came in.
    pub fn received(&self) -> u64 {
        self.number("received")
    }

    /// What does not add up.
    pub fn faults(&self, ballot: &Ballot) -> Vec<TallyFault> {
        if !matches!(ballot.form, PaperForm::Rank { .. }) {
            return self.typing().faults(ballot);
        }
        let (received, valid) = (self.received(), self.papers().map(|(_, number)| number).sum::<u64>());
        let spoilt = self.number("blank").saturating_add(self.number("unclear"));
        let adds_up = valid.saturating_add(spoilt) == received;
        if adds_up { Vec::new() } else { vec![TallyFault::Received { received, valid, spoilt }] }
    }

    /// The tally that two people agree on, where it is one of votes added up.
    ///
    /// # Errors
    /// In what they differ, or what does not add up.
    pub fn agreed(&self, other: &Self, ballot: &Ballot) -> Result<AgreedTally, NotAgreed> {
        AgreedTally::of(ballot, &self.typing(), &other.typing())
    }

    /// The papers that were typed one by one, spoilt ones among them, as lines with their numbers, ready to be counted
    /// with papers that were cast. None where votes were added up.
    pub fn lines(&self, ballot: &Ballot) -> Vec<(String, u64)> {
        if !matches!(ballot.form, PaperForm::Rank { .. }) {
            return Vec::new();
        }
        let spoilt = [("blank", Spoilt::Empty), ("unclear", Spoilt::Unclear)];
        let spoilt = spoilt.map(|(field, why)| (ballot.write(&Cast::Spoilt(why)), self.number(field)));
        self.papers().map(|(line, number)| (line.to_owned(), number)).chain(spoilt).filter(|(_, n)| *n > 0).collect()
    }

    fn papers(&self) -> impl Iterator<Item = (&str, u64)> {
        self.fields.iter().filter_map(|(field, number)| Some((field.strip_prefix(PAPER)?, *number)))
    }

    fn typing(&self) -> Typing {
        let votes = self.fields.iter().filter_map(|(field, number)| Some((field.strip_prefix(CANDIDATE)?, *number)));
        Typing {
            received: self.received(),
            valid: self.number("valid"),
            spoilt: self.number("spoilt"),
            counts: votes.map(|(key, number)| (key.to_owned(), number)).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse_tests::{ballot, small_ballot};
    use super::*;

    fn sheet(fields: &[(&str, u64)]) -> Sheet {
        Sheet { fields: fields.iter().map(|(field, number)| ((*field).to_owned(), *number)).collect() }
    }

    #[test]
    fn ranked_papers_are_typed_one_a_line_and_set_side_by_side_as_papers() {
        let ballot = small_ballot();
        let mut first = sheet(&[("received", 4), ("blank", 1)]);
        first.add_papers(&ballot, "2 1\n\n2,1\r\n3").unwrap();
        assert_eq!(first.number("paper.park bus"), 2);
        assert_eq!(first.faults(&ballot), []);
        assert_eq!(first.lines(&ballot).iter().map(|(_, number)| number).sum::<u64>(), 4);
        let mut second = sheet(&[("received", 4), ("blank", 1)]);
        second.add_papers(&ballot, "2 1\n1 2\n3").unwrap();
        let fields: Vec<String> = first.differences(&second, &ballot).into_iter().map(|one| one.field).collect();
        assert_eq!(fields, ["paper.bus park", "paper.park bus"]);
        let problem = Sheet::default().add_papers(&ballot, "1\n4").unwrap_err();
        assert_eq!((problem.line, problem.spoilt), (2, None));
        assert_eq!(
            Sheet::default().add_papers(&ballot, "1 1").unwrap_err().spoilt,
            Some(Spoilt::MarkedTwice("bus".into()))
        );
    }

    #[test]
    fn votes_that_were_added_up_agree_only_where_every_field_does_and_valid_and_spoilt_are_received() {
        let change = |text: &str| {
            text.replace("kind = \"rank\"\nat_most = 3", "kind = \"choose\"\nat_most = 1").replace("borda", "plurality")
        };
        let ballot = ballot(&change, &str::to_owned);
        let right =
            sheet(&[("received", 10), ("valid", 9), ("spoilt", 1), ("candidate.bus", 5), ("candidate.park", 4)]);
        assert!(right.agreed(&right, &ballot).is_ok());
        let mut slip = right.clone();
        slip.fields.insert("candidate.bus".into(), 6);
        assert_eq!(
            right.differences(&slip, &ballot),
            [SheetDifference { field: "candidate.bus".into(), first: 5, second: 6 }]
        );
        let mut lost = right.clone();
        lost.fields.insert("received".into(), 11);
        assert!(matches!(lost.agreed(&lost, &ballot), Err(NotAgreed::DoesNotAddUp(_))));
    }
}
