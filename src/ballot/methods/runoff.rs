//! Instant run-off: one winner by leaving out the weakest, one after another.
//!
//! Each round counts every paper for the highest on it who is still in. Whoever has more than half of the votes that
//! still count has won. Otherwise whoever has fewest goes out, one at a time, and those papers move to the next on
//! them who is still in; a paper that names nobody who is left is exhausted and no longer counts towards the half.

use super::piles::{PER_VOTE, Piles};
use super::{Run, order_of_rounds};
use crate::ballot::count::{Count, Held, Outcome, Round, Step, Why};
use crate::ballot::tie::TieAbout;
use crate::ballot::votes::Votes;

pub(super) fn count(run: &Run<'_>) -> Count {
    let mut piles = Piles::new(run.papers, run.candidates(), run.silent);
    let mut takes = vec![false; run.candidates()];
    run.standing.iter().for_each(|candidate| takes[*candidate] = true);
    let mut count = Count { outcome: Outcome::Decided, ..run.nothing() };
    let (mut elected, mut out) = (Vec::new(), Vec::new());
    for number in 1..=run.standing.len() {
        let left: Vec<usize> = run.standing.iter().copied().filter(|candidate| takes[*candidate]).collect();
        let mut round = opened(&piles, number, &left);
        let counting: u128 = left.iter().map(|candidate| piles.votes[*candidate]).sum();
        if let Some(candidate) = left.iter().copied().find(|candidate| piles.votes[*candidate] * 2 > counting) {
            let votes = Votes::new(piles.votes[candidate], PER_VOTE);
            round.steps.push(Step::Elected { candidate, votes, why: Why::MoreThanHalf });
            count.rounds.push(round);
            takes[candidate] = false;
            elected.push((candidate, votes, number));
            break;
        }
        let Some(candidate) = weakest(run, &piles, &left, &mut round) else {
            count.outcome = Outcome::Tied { between: tied(&round) };
            count.rounds.push(round);
            break;
        };
        let votes = Votes::new(piles.votes[candidate], PER_VOTE);
        round.steps.push(Step::Out { candidate, votes });
        takes[candidate] = false;
        out.push((candidate, votes));
        for one in piles.move_all(candidate, &takes) {
            let votes = Votes::new(one.votes, PER_VOTE);
            round.steps.push(Step::Moved { from: candidate, to: one.to, papers: one.papers, votes });
        }
        count.rounds.push(round);
    }
    finish(run, count, &elected, &out, &takes, &piles)
}

/// A round as it begins.
pub(super) fn opened(piles: &Piles<'_>, number: usize, left: &[usize]) -> Round {
    let held = |candidate: &usize| Held {
        candidate: *candidate,
        votes: Votes::new(piles.votes[*candidate], PER_VOTE),
        elected: false,
    };
    Round {
        number,
        held: left.iter().map(held).collect(),
        exhausted: Votes::new(piles.exhausted, PER_VOTE),
        lost: Votes::new(piles.lost, PER_VOTE),
        steps: Vec::new(),
    }
}

/// Who has fewest of these, by the draw where several do; nobody where there is no seed.
pub(super) fn weakest(run: &Run<'_>, piles: &Piles<'_>, left: &[usize], round: &mut Round) -> Option<usize> {
    let fewest = left.iter().map(|candidate| piles.votes[*candidate]).min()?;
    let last: Vec<usize> = left.iter().copied().filter(|candidate| piles.votes[*candidate] == fewest).collect();
    if let [only] = last[..] {
        return Some(only);
    }
    let tie = run.draw(round.number).choose(TieAbout::Leaving, &last, 1);
    let chosen = tie.chosen.first().copied();
    round.steps.push(Step::Tie(tie));
    chosen
}

/// Who were equal in the tie that ended a round.
pub(super) fn tied(round: &Round) -> Vec<usize> {
    match round.steps.last() {
        Some(Step::Tie(tie)) => tie.between.clone(),
        _ => Vec::new(),
    }
}

/// The result of a count in rounds.
pub(super) fn finish(
    run: &Run<'_>,
    count: Count,
    elected: &[(usize, Votes, usize)],
    out: &[(usize, Votes)],
    takes: &[bool],
    piles: &Piles<'_>,
) -> Count {
    let left = run.standing.iter().filter(|candidate| takes[**candidate]);
    let left: Vec<(usize, u128)> = left.map(|candidate| (*candidate, piles.votes[*candidate])).collect();
    let order = order_of_rounds(elected, &left, out, PER_VOTE);
    Count { winners: elected.iter().map(|(candidate, _, _)| *candidate).collect(), order, ..count }
}
