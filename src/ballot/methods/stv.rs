//! The single transferable vote, by the rules of Scottish council elections: The Scottish Local Government Elections
//! Order 2007, Schedule 1, rules 45 to 52. (Weighted inclusive Gregory transfers, Droop's quota in whole votes.)
//!
//! 1. Every paper is one vote for the first on it.
//! 2. The **quota** is the number of papers that count, divided by one more than the seats, without its decimals, plus
//!    one. Whoever has the quota or more is elected.
//! 3. A **surplus** moves on before anybody goes out, the largest first, one a round. Every paper of that candidate
//!    goes to the next on it who is neither elected nor out. Its new value is its value times the surplus, divided by
//!    the candidate's votes, to **five decimal places**; what is beyond them is left out and shown as lost.
//! 4. Without a surplus, whoever has **fewest** is out, and each paper moves on at the value it has.
//! 5. When as many are left as there are seats, they are elected.
//!
//! One departure: where the Order looks back to earlier stages of the count before it draws lots, the published seed
//! decides at once, as in every other method here, so that one rule for ties can be told and repeated.

use std::cmp::Reverse;

use super::Run;
use super::piles::{Move, PER_VOTE, Piles};
use super::runoff::{finish, opened, tied, weakest};
use crate::ballot::count::{Count, Held, Outcome, Round, Step, Why};
use crate::ballot::tie::TieAbout;
use crate::ballot::votes::Votes;

pub(super) fn count(run: &Run<'_>) -> Count {
    let piles = Piles::new(run.papers, run.candidates(), run.silent);
    let counting: u128 = piles.votes.iter().sum::<u128>() / PER_VOTE;
    let quota = (counting / (run.election.seats as u128 + 1) + 1) * PER_VOTE;
    let mut takes = vec![false; run.candidates()];
    run.standing.iter().for_each(|candidate| takes[*candidate] = true);
    let (elected, out, surpluses) = (Vec::new(), Vec::new(), Vec::new());
    let mut counting = Counting { run, piles, quota, takes, elected, out, surpluses };
    let mut result = Count { outcome: Outcome::Decided, quota: Some(votes(quota)), ..run.nothing() };
    // Each round moves one surplus or puts one candidate out.
    for number in 1..=2 * run.standing.len() + 1 {
        let mut round = counting.opened(number);
        let goes_on = counting.step(&mut round);
        let tie = if goes_on.is_none() { tied(&round) } else { Vec::new() };
        result.rounds.push(round);
        match goes_on {
            Some(true) => {}
            Some(false) => break,
            None => {
                result.outcome = Outcome::Tied { between: tie };
                break;
            }
        }
    }
    finish(run, result, &counting.elected, &counting.out, &counting.takes, &counting.piles)
}

fn votes(parts: u128) -> Votes {
    Votes::new(parts, PER_VOTE)
}

struct Counting<'a> {
    run: &'a Run<'a>,
    piles: Piles<'a>,
    quota: u128,
    /// Who is neither elected nor out.
    takes: Vec<bool>,
    /// With the votes and the round they were elected with.
    elected: Vec<(usize, Votes, usize)>,
    out: Vec<(usize, Votes)>,
    /// Who has more than the quota still to pass on.
    surpluses: Vec<usize>,
}

impl Counting<'_> {
    fn left(&self) -> Vec<usize> {
        self.run.standing.iter().copied().filter(|candidate| self.takes[*candidate]).collect()
    }

    fn seats_left(&self) -> usize {
        self.run.election.seats.saturating_sub(self.elected.len())
    }

    /// A round as it begins: those left and those elected before.
    fn opened(&self, number: usize) -> Round {
        let mut round = opened(&self.piles, number, &self.left());
        round.held.extend(self.elected.iter().map(|(candidate, _, _)| Held {
            candidate: *candidate,
            votes: votes(self.piles.votes[*candidate]),
            elected: true,
        }));
        round.held.sort_by_key(|held| held.candidate);
        round
    }

    /// Does a round. Whether there is another; nothing where a tie cannot be broken.
    fn step(&mut self, round: &mut Round) -> Option<bool> {
        self.elect_by_quota(round);
        let left = self.left();
        if self.seats_left() == 0 || left.is_empty() {
            return Some(false);
        }
        if left.len() <= self.seats_left() {
            self.elect_the_last(&left, round);
            return Some(false);
        }
        if !self.surpluses.is_empty() {
            let candidate = self.largest_surplus(round)?;
            self.pass_on_surplus(candidate, round);
            return Some(true);
        }
        let candidate = weakest(self.run, &self.piles, &left, round)?;
        let had = votes(self.piles.votes[candidate]);
        round.steps.push(Step::Out { candidate, votes: had });
        self.takes[candidate] = false;
        self.out.push((candidate, had));
        let moves = self.piles.move_all(candidate, &self.takes);
        note(candidate, &moves, round);
        Some(true)
    }

    fn elect_by_quota(&mut self, round: &mut Round) {
        let mut over = self.left();
        over.retain(|candidate| self.piles.votes[*candidate] >= self.quota);
        over.sort_by_key(|candidate| (Reverse(self.piles.votes[*candidate]), *candidate));
        for candidate in over {
            self.elect(candidate, Why::Quota, round);
            if self.piles.votes[candidate] > self.quota {
                self.surpluses.push(candidate);
            }
        }
    }

    fn elect_the_last(&mut self, left: &[usize], round: &mut Round) {
        let mut left = left.to_vec();
        left.sort_by_key(|candidate| (Reverse(self.piles.votes[*candidate]), *candidate));
        left.into_iter().for_each(|candidate| self.elect(candidate, Why::LastLeft, round));
    }

    fn elect(&mut self, candidate: usize, why: Why, round: &mut Round) {
        let has = votes(self.piles.votes[candidate]);
        round.steps.push(Step::Elected { candidate, votes: has, why });
        self.elected.push((candidate, has, round.number));
        self.takes[candidate] = false;
    }

    fn largest_surplus(&mut self, round: &mut Round) -> Option<usize> {
        let most = self.surpluses.iter().map(|candidate| self.piles.votes[*candidate]).max()?;
        let largest = self.surpluses.iter().copied().filter(|candidate| self.piles.votes[*candidate] == most);
        let largest: Vec<usize> = largest.collect();
        if let [only] = largest[..] {
            return Some(only);
        }
        let tie = self.run.draw(round.number).choose(TieAbout::Surplus, &largest, 1);
        let chosen = tie.chosen.first().copied();
        round.steps.push(Step::Tie(tie));
        chosen
    }

    fn pass_on_surplus(&mut self, candidate: usize, round: &mut Round) {
        let (has, surplus) = (self.piles.votes[candidate], self.piles.votes[candidate] - self.quota);
        let value = votes(PER_VOTE * surplus / has);
        round.steps.push(Step::Surplus { candidate, surplus: votes(surplus), value });
        self.surpluses.retain(|one| *one != candidate);
        let moves = self.piles.move_surplus(candidate, surplus, &self.takes);
        note(candidate, &moves, round);
    }
}

fn note(from: usize, moves: &[Move], round: &mut Round) {
    let moved = |one: &Move| Step::Moved { from, to: one.to, papers: one.papers, votes: votes(one.votes) };
    round.steps.extend(moves.iter().map(moved));
}
