//! Which answers to code next, so that a coder learns most from an hour of somebody's time.
//!
//! Seven of ten are drawn at random: only those give honest cuts and shares. Three of ten are those in which
//! the coder sees themes that have few codings yet: Σ chance / (codings + 1). Leaves out whose turn it is.

use super::super::seeded::Seeded;
use super::coder::Judged;

/// Of ten answers, those drawn at random.
const AT_RANDOM: usize = 7;

/// Chooses `wanted` of the answers at `open` (places in `judged`), the ones to code first coming first.
/// `codings` are how many codings each theme has.
pub fn next_to_code(judged: &Judged, open: &[usize], codings: &[usize], wanted: usize, seed: u64) -> Vec<usize> {
    let mut chance = Seeded::new(seed);
    let worth = |answer: usize| -> f32 {
        let of = |(theme, &known): (usize, &usize)| judged.chance(answer, theme) / (known as f32 + 1.0);
        codings.iter().enumerate().map(of).sum()
    };
    let mut rare: Vec<(usize, f32)> = open.iter().map(|&answer| (answer, worth(answer))).collect();
    rare.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut left: Vec<usize> = open.to_vec();
    let mut rare = rare.into_iter().map(|(answer, _)| answer);
    let mut chosen: Vec<usize> = Vec::new();
    while chosen.len() < wanted.min(open.len()) {
        let answer = if chosen.len() % 10 < AT_RANDOM {
            left.get(chance.below(left.len())).copied()
        } else {
            rare.by_ref().find(|answer| !chosen.contains(answer))
        };
        let Some(answer) = answer else { break };
        left.retain(|&other| other != answer);
        chosen.push(answer);
    }
    chosen
}
