//! The methods, each from papers to a [`Count`].
//!
//! The rules that a ballot's page can quote stand at the head of each file. What holds for all:
//! - Withdrawn candidates are taken out of every paper first; a paper that then says nothing is exhausted from the start.
//! - Nobody wins a seat without a vote where votes or points are added up; such a seat stays empty.
//! - A tie is broken by the published seed (see [`super::tie`]) and only where it decides something: equal candidates
//!   who both win, or both do not, keep their equal rank.
//! - Without papers nobody wins.

mod piles;
mod runoff;
mod schulze;
mod score;
mod stv;

use super::count::{Count, CountProblem, Election, Outcome, Standing, ranks};
use super::method::Method;
use super::papers::Papers;
use super::tie::Draw;
use super::votes::Votes;

/// Counts.
///
/// # Errors
/// Why it cannot begin: nobody stands, or the method does not fit the papers or the seats.
pub fn count(election: &Election<'_>) -> Result<Count, CountProblem> {
    let marks = election.papers.marks();
    if election.seats == 0 {
        return Err(CountProblem::NoSeats);
    }
    if !election.method.fits(marks) {
        return Err(CountProblem::MethodDoesNotFit(election.method));
    }
    if election.method == Method::InstantRunoff && election.seats > 1 {
        return Err(CountProblem::OneWinnerOnly(election.seats));
    }
    let candidates = election.keys.len();
    if let Some(tallied) = election.tallied {
        if tallied.papers > 0 && !election.method.adds_up(marks) {
            return Err(CountProblem::NeedsPapers(election.method));
        }
        if tallied.counts.len() != candidates {
            return Err(CountProblem::OtherCandidates { tallied: tallied.counts.len(), candidates });
        }
    }
    let mut is_out = vec![false; candidates];
    for place in election.withdrawn {
        is_out.get_mut(*place).into_iter().for_each(|out| *out = true);
    }
    let standing: Vec<usize> = (0..candidates).filter(|at| !is_out[*at]).collect();
    if standing.is_empty() {
        return Err(CountProblem::NoCandidates);
    }
    let (kept, silent);
    let papers = if standing.len() == candidates {
        silent = 0;
        election.papers
    } else {
        (kept, silent) = election.papers.without(&is_out);
        &kept
    };
    let run = Run { election, papers, standing, silent };
    let by_hand = election.tallied.map_or(0, |tallied| tallied.papers);
    if run.papers.total() + by_hand == 0 {
        return Ok(run.nothing());
    }
    Ok(match election.method {
        Method::Plurality | Method::Approval | Method::Points | Method::Borda | Method::Dowdall => score::count(&run),
        Method::InstantRunoff => runoff::count(&run),
        Method::Stv => stv::count(&run),
        Method::Schulze => schulze::count(&run),
    })
}

/// A count under way.
struct Run<'a> {
    election: &'a Election<'a>,
    /// Without marks for whoever withdrew.
    papers: &'a Papers,
    /// Who stands, in the order of the ballot.
    standing: Vec<usize>,
    /// Papers that name only candidates who withdrew.
    silent: u64,
}

impl Run<'_> {
    fn candidates(&self) -> usize {
        self.election.keys.len()
    }

    fn draw(&self, round: usize) -> Draw<'_> {
        Draw { seed: self.election.seed, keys: self.election.keys, round }
    }

    /// The result before anything was counted.
    fn nothing(&self) -> Count {
        let standing = |candidate: &usize| Standing { candidate: *candidate, rank: 1, votes: Votes::NONE, won: false };
        let by_hand = self.election.tallied.map_or(0, |tallied| tallied.papers);
        Count {
            method: self.election.method,
            seats: self.election.seats,
            candidates: self.candidates(),
            papers: self.election.papers.total() + by_hand,
            quota: None,
            outcome: Outcome::NoVotes,
            winners: Vec::new(),
            order: self.standing.iter().map(standing).collect(),
            rounds: Vec::new(),
            positions: None,
            pairs: None,
        }
    }
}

/// Everybody's place after a count in rounds: those elected in their order, then those left by their votes, then those
/// who went out, the last first.
fn order_of_rounds(
    elected: &[(usize, Votes, usize)],
    left: &[(usize, u128)],
    out: &[(usize, Votes)],
    per_vote: u128,
) -> Vec<Standing> {
    let mut order = Vec::new();
    // Equal only when elected in one round with the same votes.
    let key: Vec<(usize, Votes)> = elected.iter().map(|(_, votes, round)| (*round, *votes)).collect();
    for (rank, (candidate, votes, _)) in ranks(&key).into_iter().zip(elected) {
        order.push(Standing { candidate: *candidate, rank, votes: *votes, won: true });
    }
    let mut left = left.to_vec();
    left.sort_by_key(|(candidate, votes)| (std::cmp::Reverse(*votes), *candidate));
    let scores: Vec<u128> = left.iter().map(|(_, votes)| *votes).collect();
    let before = order.len();
    for (rank, (candidate, votes)) in ranks(&scores).into_iter().zip(&left) {
        let votes = Votes::new(*votes, per_vote);
        order.push(Standing { candidate: *candidate, rank: before + rank, votes, won: false });
    }
    for (candidate, votes) in out.iter().rev() {
        order.push(Standing { candidate: *candidate, rank: order.len() + 1, votes: *votes, won: false });
    }
    order
}
