//! What a count gives: who won, everybody's place, and every step on the way as data.
//!
//! A page draws [`Count::rounds`] and [`super::explain`] says them in English. Nothing in a count depends on the order
//! of the papers, the clock or chance; a tie is broken by the published seed alone, and the round says so.

use super::method::Method;
use super::papers::Papers;
use super::tie::{Seed, Tie};
use super::votes::Votes;

/// Everything that a count follows from.
#[derive(Debug, Clone, Copy)]
pub struct Election<'a> {
    /// The candidates' keys, in the order of the ballot.
    pub keys: &'a [String],
    /// Candidates who stay on the paper and are passed over, by their place. Others are taken to stand.
    pub withdrawn: &'a [usize],
    /// The papers.
    pub papers: &'a Papers,
    /// What was counted by hand, where the method adds marks up and needs no papers.
    pub tallied: Option<&'a Tallied>,
    /// By which method.
    pub method: Method,
    /// How many win.
    pub seats: usize,
    /// Breaks ties; without one a tie stays a tie and the count says so.
    pub seed: Option<&'a Seed>,
}

/// Votes counted by hand, all places together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tallied {
    /// Valid papers.
    pub papers: u64,
    /// Votes or points for each candidate, in the order of the ballot.
    pub counts: Vec<u64>,
}

/// Why a count cannot begin.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CountProblem {
    /// There is nobody to elect.
    #[error("nobody stands")]
    NoCandidates,
    /// No seats to fill.
    #[error("there is no seat to fill: at least one must win")]
    NoSeats,
    /// The papers are marked for another method.
    #[error("{0} cannot be counted from papers that are marked like these")]
    MethodDoesNotFit(Method),
    /// Instant run-off gives one winner.
    #[error("instant run-off has one winner; to fill {0} seats use the single transferable vote (stv)")]
    OneWinnerOnly(usize),
    /// Tallies for a method that needs the papers.
    #[error("{0} needs the papers themselves: votes that were added up by hand do not say who came second")]
    NeedsPapers(Method),
    /// Tallies of another ballot.
    #[error("votes were counted by hand for {tallied} candidates, and there are {candidates}")]
    OtherCandidates { tallied: usize, candidates: usize },
}

/// The result of a count.
#[derive(Debug, Clone, PartialEq)]
pub struct Count {
    pub method: Method,
    /// How many were to win.
    pub seats: usize,
    /// How many candidates there are, withdrawn ones among them.
    pub candidates: usize,
    /// Valid papers.
    pub papers: u64,
    /// The votes that elect, where the method has a quota.
    pub quota: Option<Votes>,
    pub outcome: Outcome,
    /// Who won, by place on the paper; the first elected first.
    pub winners: Vec<usize>,
    /// Everybody who stands, the best first.
    pub order: Vec<Standing>,
    pub rounds: Vec<Round>,
    /// How many papers have each candidate first, second and so on, where places give points.
    pub positions: Option<Vec<Vec<u64>>>,
    /// Who is preferred to whom, for Schulze's method.
    pub pairs: Option<Pairs>,
}

/// How a count ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Every seat is filled that can be.
    Decided,
    /// There was a tie and no seed to break it: these were equal. [`Count::winners`] has those who won before it.
    Tied { between: Vec<usize> },
    /// No paper counts, so nobody won.
    NoVotes,
}

/// Where a candidate came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// By place on the paper.
    pub candidate: usize,
    /// From 1. Equal candidates share one, and the next rank is left out: 1, 2, 2, 4.
    pub rank: usize,
    /// Votes or points when the candidate was elected, went out or the count ended.
    pub votes: Votes,
    pub won: bool,
}

/// One round of a count.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Round {
    /// From 1.
    pub number: usize,
    /// What each candidate has as the round begins, in the order of the ballot; not those who are out.
    pub held: Vec<Held>,
    /// Votes of papers that name nobody who is left, so far.
    pub exhausted: Votes,
    /// What was lost so far to decimal places that are left out.
    pub lost: Votes,
    /// What happened then.
    pub steps: Vec<Step>,
}

/// What a candidate has in a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    pub candidate: usize,
    pub votes: Votes,
    /// Elected in an earlier round.
    pub elected: bool,
}

/// Something that happened in a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The draw was used, or would have been.
    Tie(Tie),
    Elected {
        candidate: usize,
        votes: Votes,
        why: Why,
    },
    /// Had the fewest votes and is out.
    Out {
        candidate: usize,
        votes: Votes,
    },
    /// Has more than the quota: each paper moves on at `value` of what it was worth, cut to five decimal places.
    Surplus {
        candidate: usize,
        surplus: Votes,
        value: Votes,
    },
    /// Papers moved.
    Moved {
        from: usize,
        /// To nobody where the papers name nobody who is left.
        to: Option<usize>,
        papers: u64,
        votes: Votes,
    },
    /// Fewer have a vote than there are seats: these stay empty.
    Empty {
        seats: usize,
    },
}

/// Why somebody is elected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Among the most votes or points.
    MostVotes,
    /// More than half of the votes that still count.
    MoreThanHalf,
    /// The quota or more.
    Quota,
    /// As many were left as there were seats.
    LastLeft,
    /// Nobody beats them, step by step.
    Unbeaten,
}

/// Who is preferred to whom, by place on the paper. Rows are preferred to columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pairs {
    /// How many papers put the row before the column.
    pub preferred: Vec<Vec<u64>>,
    /// The strength of the strongest path from the row to the column.
    pub strongest: Vec<Vec<u64>>,
}

impl Pairs {
    /// Whether more papers put the one before the other than the other way round.
    pub fn is_preferred(&self, one: usize, other: usize) -> bool {
        self.preferred[one][other] > self.preferred[other][one]
    }

    /// A strongest path from one candidate to another with as few steps as there can be, both ends in it; nothing where
    /// no path leads there.
    pub fn path(&self, from: usize, to: usize) -> Option<Vec<usize>> {
        let least = self.strongest[from][to];
        let is_step = |a: usize, b: usize| self.is_preferred(a, b) && self.preferred[a][b] >= least;
        let mut before: Vec<Option<usize>> = vec![None; self.preferred.len()];
        let mut edge = vec![from];
        while least > 0 && before[to].is_none() && !edge.is_empty() {
            let mut next = Vec::new();
            for a in edge {
                // Nobody who is out of the count is on a path.
                let steps = (0..before.len()).filter(|b| is_step(a, *b) && (*b == to || self.strongest[*b][to] > 0));
                for b in steps {
                    if b != from && before[b].is_none() {
                        before[b] = Some(a);
                        next.push(b);
                    }
                }
            }
            edge = next;
        }
        let mut path = vec![to];
        while let Some(previous) = before[*path.last()?] {
            path.push(previous);
        }
        path.reverse();
        (path.len() > 1).then_some(path)
    }
}

impl Count {
    /// Whether the draw was used.
    pub fn used_seed(&self) -> bool {
        self.ties().any(|tie| !tie.chosen.is_empty())
    }

    /// Every tie that was or had to be broken, with its round.
    pub fn ties(&self) -> impl Iterator<Item = &Tie> {
        self.rounds.iter().flat_map(|round| &round.steps).filter_map(|step| match step {
            Step::Tie(tie) => Some(tie),
            _ => None,
        })
    }
}

/// Ranks of scores that stand from the highest to the lowest: 1, 2, 2, 4.
pub fn ranks<T: PartialEq>(sorted: &[T]) -> Vec<usize> {
    let mut ranks: Vec<usize> = Vec::with_capacity(sorted.len());
    for (at, score) in sorted.iter().enumerate() {
        let rank = match at.checked_sub(1) {
            Some(before) if sorted[before] == *score => ranks[before],
            _ => at + 1,
        };
        ranks.push(rank);
    }
    ranks
}
