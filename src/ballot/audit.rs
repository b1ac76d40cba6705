//! The audit file: everything that a published result follows from, so that anybody can count again.
//!
//! JSON with the definition of the ballot, the seed, every valid paper as it was marked with how many there are of it,
//! what was counted by hand, and the result. Papers stand in the order of their marks: no time, no place, no voucher.
//! Votes counted by hand are given for all places together, and per place only the papers received, valid and spoilt:
//! in a small school who was voted for would say too much of who voted.
//! Reading refuses a file whose own numbers do not add up. Leaves out where the file is kept.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::audit_notes::AuditNotes;
use super::count::{Count, CountProblem, Election, Outcome, Tallied};
use super::definition::{Ballot, MOST_CANDIDATES, PaperForm};
use super::method::Method;
use super::methods::count;
use super::paper::{Marked, Marks, Spoilt, read};
use super::papers::Papers;
use super::tally::AgreedTally;
use super::tie::Seed;

/// The layout that this program writes. Another is refused.
const LAYOUT: u32 = 1;

/// An audit file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Audit {
    /// The layout's number.
    pub heard_audit: u32,
    pub ballot: AuditBallot,
    pub papers: AuditPapers,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_hand: Option<AuditByHand>,
    /// What was out of the ordinary.
    #[serde(default, skip_serializing_if = "AuditNotes::is_empty")]
    pub notes: AuditNotes,
    pub result: AuditResult,
}

/// The definition, as far as a count rests on it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuditBallot {
    pub key: String,
    pub title: String,
    pub organisation: String,
    pub opens: String,
    pub closes: String,
    /// SHA-256 of the ballot's files.
    pub digest: String,
    pub paper: PaperForm,
    pub method: Method,
    pub seats: usize,
    pub seed: String,
    /// In the order of the paper.
    pub candidates: Vec<AuditCandidate>,
}

/// A candidate of an audit file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuditCandidate {
    pub key: String,
    pub name: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub withdrawn: bool,
}

/// The papers of an audit file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuditPapers {
    pub received: u64,
    pub valid: u64,
    /// Spoilt papers by why.
    pub spoilt: BTreeMap<String, u64>,
    /// Every different paper: how many there are, and the candidates' keys in their order; with points, `key=points`.
    pub marked: Vec<(u64, Vec<String>)>,
}

/// What was counted by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuditByHand {
    pub places: Vec<AuditPlace>,
    /// Votes or points by candidate's key, all places together.
    pub counts: BTreeMap<String, u64>,
}

/// The papers of one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuditPlace {
    pub place: String,
    pub received: u64,
    pub valid: u64,
    pub spoilt: u64,
}

/// A result as it is published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuditResult {
    /// `decided`, `tied` or `no-votes`.
    pub outcome: String,
    /// By key, the first elected first.
    pub winners: Vec<String>,
    /// Rank, key, and votes or points.
    pub order: Vec<(usize, String, String)>,
    /// Votes by key as each round began.
    pub rounds: Vec<BTreeMap<String, String>>,
}

/// What is wrong with an audit file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AuditProblem {
    /// Not JSON of this layout.
    #[error("line {line}: {problem}")]
    NotRead { line: usize, problem: String },
    /// Its own numbers do not add up, or something in it is not what it should be.
    #[error("{at}: {problem}")]
    Wrong { at: String, problem: String },
    /// It cannot be counted.
    #[error(transparent)]
    Count(#[from] CountProblem),
}

/// What came of counting again.
#[derive(Debug, Clone, PartialEq)]
pub struct Recount {
    pub count: Count,
    /// The candidates' names, in the order of the paper.
    pub names: Vec<String>,
    /// Where the published result is another, one sentence each. None: it is reproduced.
    pub differences: Vec<String>,
}

impl Audit {
    /// The audit file of a ballot that has closed. Spoilt papers are given by why, tallies by the name of their place.
    ///
    /// # Errors
    /// Why it cannot be counted.
    pub fn of(
        ballot: &Ballot,
        papers: &Papers,
        spoilt: &BTreeMap<Spoilt, u64>,
        tallies: &[(String, AgreedTally)],
    ) -> Result<Self, CountProblem> {
        let keys = ballot.keys();
        let tallied = (!tallies.is_empty()).then(|| AgreedTally::sum(ballot, tallies.iter().map(|(_, tally)| tally)));
        let count = count(&Election {
            keys: &keys,
            withdrawn: &ballot.withdrawn(),
            papers,
            tallied: tallied.as_ref(),
            method: ballot.method,
            seats: ballot.seats,
            seed: Some(&ballot.seed),
        })?;
        let mut by_why: BTreeMap<String, u64> = BTreeMap::new();
        for (why, number) in spoilt {
            *by_why.entry(why.key().to_owned()).or_default() += number;
        }
        let mut places: Vec<AuditPlace> = tallies.iter().map(|(place, tally)| AuditPlace::of(place, tally)).collect();
        places.sort_by(|one, other| one.place.cmp(&other.place));
        let by_hand =
            tallied.map(|tallied| AuditByHand { places, counts: keys.iter().cloned().zip(tallied.counts).collect() });
        Ok(Self {
            heard_audit: LAYOUT,
            ballot: AuditBallot::of(ballot),
            papers: AuditPapers {
                received: papers.total() + by_why.values().sum::<u64>(),
                valid: papers.total(),
                spoilt: by_why,
                marked: papers.iter().map(|(marks, number)| (number, written(&keys, papers.marks(), marks))).collect(),
            },
            by_hand,
            notes: AuditNotes::default(),
            result: AuditResult::of(&count, &keys),
        })
    }

    /// Reads a file.
    ///
    /// # Errors
    /// The line that is no JSON of this layout.
    pub fn parse(text: &str) -> Result<Self, AuditProblem> {
        let audit: Self = serde_json::from_str(text)
            .map_err(|error| AuditProblem::NotRead { line: error.line(), problem: error.to_string() })?;
        if audit.heard_audit != LAYOUT {
            return Err(wrong("heard_audit", format!("{} is not a layout that is known here", audit.heard_audit)));
        }
        Ok(audit)
    }

    /// The file's text: a paper a line, so that it can be read and compared.
    ///
    /// # Errors
    /// Never, as far as is known: text and numbers can always be written.
    pub fn to_text(&self) -> Result<String, serde_json::Error> {
        let mut text = serde_json::to_string_pretty(&Self {
            papers: AuditPapers { marked: Vec::new(), ..self.papers.clone() },
            ..self.clone()
        })?;
        let lines: Vec<String> = self.papers.marked.iter().map(serde_json::to_string).collect::<Result<_, _>>()?;
        if !lines.is_empty() {
            text = text.replacen("\"marked\": []", &format!("\"marked\": [\n{}\n    ]", lines.join(",\n")), 1);
        }
        text.push('\n');
        Ok(text)
    }

    /// Counts again, by another method, for other seats or with another seed where they are given.
    ///
    /// # Errors
    /// What in the file does not add up or cannot be counted.
    pub fn recount(
        &self,
        method: Option<Method>,
        seats: Option<usize>,
        seed: Option<&Seed>,
    ) -> Result<Recount, AuditProblem> {
        let keys: Vec<String> = self.ballot.candidates.iter().map(|candidate| candidate.key.clone()).collect();
        if keys.len() > MOST_CANDIDATES {
            return Err(wrong("ballot.candidates", format!("there are more than {MOST_CANDIDATES}")));
        }
        let papers = self.read_papers(&keys)?;
        let tallied = self.by_hand.as_ref().map(|by_hand| by_hand.read(&keys)).transpose()?;
        let own_seed = Seed::new(&self.ballot.seed);
        let withdrawn: Vec<usize> = (0..keys.len()).filter(|at| self.ballot.candidates[*at].withdrawn).collect();
        let count = count(&Election {
            keys: &keys,
            withdrawn: &withdrawn,
            papers: &papers,
            tallied: tallied.as_ref(),
            method: method.unwrap_or(self.ballot.method),
            seats: seats.unwrap_or(self.ballot.seats),
            seed: seed.or(own_seed.as_ref()),
        })?;
        let differences = self.result.differences(&AuditResult::of(&count, &keys));
        let names = self.ballot.candidates.iter().map(|candidate| candidate.name.clone()).collect();
        Ok(Recount { count, names, differences })
    }

    /// The papers, each read as if it had just been cast.
    fn read_papers(&self, keys: &[String]) -> Result<Papers, AuditProblem> {
        let known: Vec<&str> = keys.iter().map(String::as_str).collect();
        let form = self.ballot.paper;
        let mut builder = Papers::builder(form.marks());
        for (at, (number, marks)) in (1..).zip(&self.papers.marked) {
            let problem = |problem: String| wrong(&format!("papers.marked, paper {at}"), problem);
            let marked = unwritten(form.marks(), marks).map_err(problem)?;
            let paper = read(&known, form, &marked).map_err(|spoilt| problem(spoilt.to_string()))?;
            if *number == 0 {
                return Err(problem("there are none of it".to_owned()));
            }
            builder.add(&paper, *number);
        }
        let papers = builder.finish();
        let (valid, spoilt) = (papers.total(), self.papers.spoilt.values().sum::<u64>());
        if valid != self.papers.valid {
            return Err(wrong("papers.valid", format!("is {}, and {valid} papers are listed", self.papers.valid)));
        }
        if valid + spoilt != self.papers.received {
            let received = self.papers.received;
            let problem = format!("is {received}, but {valid} valid and {spoilt} spoilt make {}", valid + spoilt);
            return Err(wrong("papers.received", problem));
        }
        Ok(papers)
    }
}

impl AuditBallot {
    fn of(ballot: &Ballot) -> Self {
        let title = ballot.words(ballot.default_language()).map(|words| words.words.title.clone());
        let candidate = |candidate: &super::Candidate| AuditCandidate {
            key: candidate.key.clone(),
            name: ballot.name(&candidate.key).to_owned(),
            withdrawn: candidate.withdrawn,
        };
        Self {
            key: ballot.key.clone(),
            title: title.unwrap_or_default(),
            organisation: ballot.organisation.clone(),
            opens: ballot.opens.to_string(),
            closes: ballot.closes.to_string(),
            digest: ballot.digest.clone(),
            paper: ballot.form,
            method: ballot.method,
            seats: ballot.seats,
            seed: ballot.seed.as_str().to_owned(),
            candidates: ballot.candidates.iter().map(candidate).collect(),
        }
    }
}

impl AuditPlace {
    fn of(place: &str, tally: &AgreedTally) -> Self {
        let (received, valid, spoilt) = tally.papers();
        Self { place: place.to_owned(), received, valid, spoilt }
    }
}

impl AuditByHand {
    fn read(&self, keys: &[String]) -> Result<Tallied, AuditProblem> {
        for place in &self.places {
            let made = place.valid.saturating_add(place.spoilt);
            if made != place.received {
                let AuditPlace { place, received, valid, spoilt } = place;
                let problem = format!("{received} came in, but {valid} valid and {spoilt} spoilt make {made}");
                return Err(wrong(&format!("by_hand.places, {place}"), problem));
            }
        }
        if let Some(unknown) = self.counts.keys().find(|key| !keys.contains(key)) {
            return Err(wrong("by_hand.counts", format!("\"{unknown}\" is not on the ballot")));
        }
        let counts = keys.iter().map(|key| self.counts.get(key).copied().unwrap_or(0)).collect();
        Ok(Tallied { papers: self.places.iter().map(|place| place.valid).sum(), counts })
    }
}

impl AuditResult {
    /// The result of a count.
    pub fn of(count: &Count, keys: &[String]) -> Self {
        let key = |candidate: usize| keys.get(candidate).cloned().unwrap_or_default();
        let outcome = match count.outcome {
            Outcome::Decided => "decided",
            Outcome::Tied { .. } => "tied",
            Outcome::NoVotes => "no-votes",
        };
        let held = |round: &super::Round| {
            round.held.iter().map(|held| (key(held.candidate), held.votes.to_string())).collect()
        };
        Self {
            outcome: outcome.to_owned(),
            winners: count.winners.iter().map(|winner| key(*winner)).collect(),
            order: count.order.iter().map(|one| (one.rank, key(one.candidate), one.votes.to_string())).collect(),
            rounds: count.rounds.iter().map(held).collect(),
        }
    }

    /// Where another result differs, one sentence each.
    fn differences(&self, counted: &Self) -> Vec<String> {
        let mut differences = Vec::new();
        if self.outcome != counted.outcome {
            differences.push(format!("published as {}, counted as {}", self.outcome, counted.outcome));
        }
        if self.winners != counted.winners {
            let list = |keys: &[String]| if keys.is_empty() { "nobody".to_owned() } else { keys.join(", ") };
            let (published, again) = (list(&self.winners), list(&counted.winners));
            differences.push(format!("published as elected: {published}; counted: {again}"));
        }
        if self.order != counted.order {
            let rows = self.order.iter().zip(&counted.order).find(|(one, other)| one != other);
            differences.push(match rows {
                Some((one, other)) => format!(
                    "published at rank {}: {} with {}; counted at rank {}: {} with {}",
                    one.0, one.1, one.2, other.0, other.1, other.2
                ),
                None => format!("{} are published in order, {} counted", self.order.len(), counted.order.len()),
            });
        }
        let rounds = self.rounds.len().max(counted.rounds.len());
        let round = (0..rounds).find(|at| self.rounds.get(*at) != counted.rounds.get(*at));
        differences.extend(round.map(|at| format!("the votes of round {} are others", at + 1)));
        differences
    }
}

fn wrong(at: &str, problem: String) -> AuditProblem {
    AuditProblem::Wrong { at: at.to_owned(), problem }
}

pub(super) fn written(keys: &[String], kind: Marks, marks: &[u16]) -> Vec<String> {
    let key = |mark: u16| keys[usize::from(mark)].clone();
    match kind {
        Marks::Points => marks.chunks(2).map(|pair| format!("{}={}", key(pair[0]), pair[1])).collect(),
        _ => marks.iter().map(|mark| key(*mark)).collect(),
    }
}

pub(super) fn unwritten(kind: Marks, marks: &[String]) -> Result<Marked, String> {
    Ok(match kind {
        Marks::Chosen => Marked::Chosen(marks.to_vec()),
        Marks::Ranked => Marked::Ranked(marks.iter().cloned().zip(1..).collect()),
        Marks::Points => {
            let pair = |mark: &String| {
                let (key, points) = mark.split_once('=')?;
                Some((key.to_owned(), points.parse().ok()?))
            };
            let read: Option<Vec<(String, u32)>> = marks.iter().map(pair).collect();
            Marked::Points(read.ok_or("a mark is not written as key=points")?)
        }
    })
}
