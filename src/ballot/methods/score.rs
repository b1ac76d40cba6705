//! Methods that add up: plurality, approval, points, Borda's and Dowdall's counts.
//!
//! - **Plurality**: every candidate chosen has one vote, up to as many as the ballot lets one choose. Of a ranking
//!   only the first place counts.
//! - **Approval**: every candidate approved of has one vote.
//! - **Points**: the points that people gave.
//! - **Borda**: with n candidates standing, n − 1 points for a first place, n − 2 for a second, down to 0 for the
//!   last. Candidates left out of a ranking have none.
//! - **Dowdall**: 1 for a first place, 1/2 for a second, 1/3 for a third. Added exactly, as fractions.
//!
//! The candidates with most win.

use std::cmp::Reverse;

use super::Run;
use crate::ballot::count::{Count, Held, Outcome, Round, Standing, Step, Why, ranks};
use crate::ballot::method::Method;
use crate::ballot::paper::Marks;
use crate::ballot::tie::TieAbout;
use crate::ballot::votes::{Votes, common_divisor};

pub(super) fn count(run: &Run<'_>) -> Count {
    let (scores, per_vote, positions) = scores(run);
    let votes = |candidate: usize| Votes::new(scores[candidate], per_vote);
    let mut count = Count { positions, outcome: Outcome::Decided, ..run.nothing() };
    let mut order = run.standing.clone();
    order.sort_by_key(|candidate| (Reverse(scores[*candidate]), *candidate));
    let held = run.standing.iter().map(|at| Held { candidate: *at, votes: votes(*at), elected: false });
    let silent = Votes::from(run.silent);
    let mut round = Round { number: 1, held: held.collect(), exhausted: silent, ..Round::default() };
    let seats = run.election.seats;
    let with_votes = order.iter().filter(|candidate| scores[**candidate] > 0).count();
    let winners = seats.min(with_votes);
    let mut won: Vec<usize> = order[..winners].to_vec();
    // A tie decides something where the last who wins and the first who does not have the same.
    if winners > 0 && winners < with_votes && scores[order[winners - 1]] == scores[order[winners]] {
        let level = scores[order[winners]];
        won.retain(|candidate| scores[*candidate] > level);
        let between: Vec<usize> = order.iter().copied().filter(|candidate| scores[*candidate] == level).collect();
        let tie = run.draw(1).choose(TieAbout::Winning, &between, winners - won.len());
        if tie.chosen.is_empty() {
            count.outcome = Outcome::Tied { between: tie.between.clone() };
        }
        won.extend(&tie.chosen);
        round.steps.push(Step::Tie(tie));
    }
    let elected =
        |candidate: &usize| Step::Elected { candidate: *candidate, votes: votes(*candidate), why: Why::MostVotes };
    round.steps.extend(won.iter().map(elected));
    if with_votes < seats {
        round.steps.push(Step::Empty { seats: seats - with_votes });
    }
    let sorted: Vec<u128> = order.iter().map(|candidate| scores[*candidate]).collect();
    let standing = |(candidate, rank): (&usize, usize)| Standing {
        candidate: *candidate,
        rank,
        votes: votes(*candidate),
        won: won.contains(candidate),
    };
    count.order = order.iter().zip(ranks(&sorted)).map(standing).collect();
    count.winners = won;
    count.rounds = vec![round];
    count
}

/// What each candidate has, in parts of which so many are one vote, and how often each stands at each place.
fn scores(run: &Run<'_>) -> (Vec<u128>, u128, Option<Vec<Vec<u64>>>) {
    let candidates = run.candidates();
    let method = run.election.method;
    if matches!(method, Method::Borda | Method::Dowdall) {
        let positions = positions(run);
        let standing = run.standing.len() as u128;
        let whole = if method == Method::Dowdall { (1..=standing).fold(1, least_common_multiple) } else { 1 };
        let worth = |place: u128| match method {
            Method::Dowdall => whole / (place + 1),
            _ => standing.saturating_sub(place + 1),
        };
        let score =
            |places: &Vec<u64>| places.iter().zip(0..).map(|(number, at)| u128::from(*number) * worth(at)).sum();
        return (positions.iter().map(score).collect(), whole, Some(positions));
    }
    let mut scores = vec![0u128; candidates];
    for (marks, number) in run.papers.iter() {
        let number = u128::from(number);
        match run.papers.marks() {
            Marks::Points => {
                marks.chunks(2).for_each(|mark| scores[usize::from(mark[0])] += number * u128::from(mark[1]))
            }
            Marks::Chosen => marks.iter().for_each(|mark| scores[usize::from(*mark)] += number),
            Marks::Ranked => scores[usize::from(marks[0])] += number,
        }
    }
    if let Some(tallied) = run.election.tallied {
        for candidate in &run.standing {
            scores[*candidate] += u128::from(tallied.counts[*candidate]);
        }
    }
    (scores, 1, None)
}

fn positions(run: &Run<'_>) -> Vec<Vec<u64>> {
    let mut positions = vec![vec![0u64; run.standing.len()]; run.candidates()];
    for (marks, number) in run.papers.iter() {
        for (place, mark) in marks.iter().enumerate() {
            positions[usize::from(*mark)][place] += number;
        }
    }
    positions
}

fn least_common_multiple(a: u128, b: u128) -> u128 {
    a / common_divisor(a, b) * b
}
