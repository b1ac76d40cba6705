//! Quotes: up to three answers that show a theme, one central, one short, one different.
//!
//! Answers holding personal data are passed over where there are others; what is shown must still be
//! redacted. Leaves out whether a quote may be published: an officer decides.

use super::corpus::Corpus;
use super::matrix::dot;
use super::naming::middle_of;
use crate::text::{find_personal_data, words};

/// Words a quote has, at least and at most, where there is a choice.
const WORDS: std::ops::RangeInclusive<usize> = 4..=30;

/// A short quote has no more words than this.
const SHORT: usize = 8;

/// Of a theme's answers, only the most central so many are looked at.
const LOOKED_AT: usize = 40;

/// Chooses quotes among `members` (places in the corpus and in `answers`), the most central first.
pub fn choose_quotes(answers: &[&str], corpus: &Corpus, members: &[usize]) -> Vec<usize> {
    let middle = middle_of(members.iter().map(|&place| corpus.vectors.row(place).to_vec()));
    let mut central: Vec<(usize, f32)> =
        members.iter().map(|&place| (place, dot(corpus.vectors.row(place), &middle))).collect();
    central.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let text = |place: usize| answers.get(place).copied().unwrap_or_default();
    let length = |place: usize| words(text(place)).len();
    let fits = |place: usize| WORDS.contains(&length(place)) && find_personal_data(text(place)).is_empty();
    let mut looked_at: Vec<usize> =
        central.iter().take(4 * LOOKED_AT).map(|&(place, _)| place).filter(|&place| fits(place)).collect();
    if looked_at.len() < 3 {
        looked_at.extend(central.iter().take(LOOKED_AT).map(|&(place, _)| place).filter(|&place| length(place) <= 60));
    }
    looked_at.truncate(LOOKED_AT);
    let is_new = |chosen: &[usize], place: usize| {
        chosen
            .iter()
            .all(|&other| other != place && text(other).trim().to_lowercase() != text(place).trim().to_lowercase())
    };
    let mut chosen: Vec<usize> = looked_at.first().copied().into_iter().collect();
    let short = looked_at.iter().copied().find(|&place| is_new(&chosen, place) && length(place) <= SHORT);
    chosen.extend(short);
    let likeness = |chosen: &[usize], place: usize| {
        chosen.iter().map(|&other| dot(corpus.vectors.row(other), corpus.vectors.row(place))).fold(f32::MIN, f32::max)
    };
    while chosen.len() < 3 {
        let others = looked_at.iter().copied().filter(|&place| is_new(&chosen, place));
        let differing = others.min_by(|&a, &b| likeness(&chosen, a).total_cmp(&likeness(&chosen, b)).then(a.cmp(&b)));
        let Some(differing) = differing else { break };
        chosen.push(differing);
    }
    chosen
}
