//! Schulze's method, with strength measured by winning votes.
//!
//! 1. For every two candidates: how many papers put the one before the other. Whoever is left out of a ranking comes
//!    after everybody on it; two who are left out are equal.
//! 2. Where more put A before B than B before A, there is a link from A to B as strong as the papers that do.
//! 3. A path is as strong as its weakest link. A beats B when the strongest path from A to B is stronger than the
//!    strongest one back.
//! 4. Those whom nobody beats come first; without them, those whom nobody else beats come next, and so on. Several at
//!    one step are equal.

use super::Run;
use crate::ballot::count::{Count, Held, Outcome, Pairs, Round, Standing, Step, Why};
use crate::ballot::tie::TieAbout;
use crate::ballot::votes::Votes;

pub(super) fn count(run: &Run<'_>) -> Count {
    let preferred = preferred(run);
    let strongest = strongest(run, &preferred);
    let mut count = Count { outcome: Outcome::Decided, ..run.nothing() };
    let mut round = Round { number: 1, exhausted: Votes::from(run.silent), ..Round::default() };
    let beats = |a: usize, b: usize| strongest[a][b] > strongest[b][a];
    let beaten_by = |a: usize| run.standing.iter().filter(|b| beats(a, **b)).count();
    let held = |candidate: &usize| Held {
        candidate: *candidate,
        votes: Votes::from(beaten_by(*candidate) as u64),
        elected: false,
    };
    round.held = run.standing.iter().map(held).collect();
    let mut left = run.standing.clone();
    let mut order = Vec::new();
    while !left.is_empty() {
        let unbeaten = |a: &usize| !left.iter().any(|b| beats(*b, *a));
        let mut top: Vec<usize> = left.iter().copied().filter(unbeaten).collect();
        if top.is_empty() {
            // Beating by paths is transitive, so somebody is always unbeaten; were it not, all would be equal.
            top.clone_from(&left);
        }
        left.retain(|candidate| !top.contains(candidate));
        let rank = order.len() + 1;
        let seats = run.election.seats.saturating_sub(count.winners.len());
        let mut won = top.clone();
        if seats < top.len() {
            won.clear();
            if seats > 0 && matches!(count.outcome, Outcome::Decided) {
                let tie = run.draw(1).choose(TieAbout::Winning, &top, seats);
                if tie.chosen.is_empty() {
                    count.outcome = Outcome::Tied { between: tie.between.clone() };
                }
                won.clone_from(&tie.chosen);
                round.steps.push(Step::Tie(tie));
            }
        } else if !matches!(count.outcome, Outcome::Decided) {
            won.clear();
        }
        for candidate in &won {
            let votes = Votes::from(beaten_by(*candidate) as u64);
            round.steps.push(Step::Elected { candidate: *candidate, votes, why: Why::Unbeaten });
        }
        count.winners.extend(&won);
        order.extend(top.iter().map(|candidate| Standing {
            candidate: *candidate,
            rank,
            votes: Votes::from(beaten_by(*candidate) as u64),
            won: won.contains(candidate),
        }));
    }
    count.order = order;
    count.rounds = vec![round];
    count.pairs = Some(Pairs { preferred, strongest });
    count
}

/// How many papers put the row before the column.
fn preferred(run: &Run<'_>) -> Vec<Vec<u64>> {
    let candidates = run.candidates();
    let mut preferred = vec![vec![0u64; candidates]; candidates];
    let mut after = vec![true; candidates];
    for (marks, number) in run.papers.iter() {
        after.fill(false);
        run.standing.iter().for_each(|candidate| after[*candidate] = true);
        for mark in marks {
            let before = usize::from(*mark);
            after[before] = false;
            for (count, is_after) in preferred[before].iter_mut().zip(&after) {
                *count += number * u64::from(*is_after);
            }
        }
    }
    preferred
}

/// The strength of the strongest path from the row to the column (Floyd and Warshall's algorithm).
fn strongest(run: &Run<'_>, preferred: &[Vec<u64>]) -> Vec<Vec<u64>> {
    let candidates = run.candidates();
    let mut strongest = vec![vec![0u64; candidates]; candidates];
    for a in &run.standing {
        for b in &run.standing {
            if preferred[*a][*b] > preferred[*b][*a] {
                strongest[*a][*b] = preferred[*a][*b];
            }
        }
    }
    for by in &run.standing {
        for a in &run.standing {
            for b in run.standing.iter().filter(|b| *b != a && a != by && *b != by) {
                let through = strongest[*a][*by].min(strongest[*by][*b]);
                strongest[*a][*b] = strongest[*a][*b].max(through);
            }
        }
    }
    strongest
}
