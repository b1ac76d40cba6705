//! Coding: which themes an answer has, and how sure the machine is of each.
//!
//! An answer has the theme of the whole, and those of its clauses that are clearly ahead there.

use rayon::prelude::*;

use super::corpus::{Corpus, Unit};
use super::refine::Model;
use crate::text::{Division, Vectors, clauses, words};

/// One theme on one answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Coding {
    /// The answer's place among the answers given, from 0.
    pub answer: usize,
    /// The theme's place among the themes.
    pub theme: usize,
    /// How sure the machine is, from 0 to 1: for orderings and for choosing what to read. Not a probability.
    pub score: f32,
    /// Whether this is the best theme of the answer; each coded answer has exactly one.
    pub is_primary: bool,
}

/// A clause's theme counts when it is this far ahead of the next.
const CLEAR: f32 = 2.0;

/// Answers with more words than this on average are divided into sentences, not clauses.
const LONG_ANSWERS: f64 = 25.0;

/// The division that suits a set of answers.
pub(super) fn division_for(answers: &[&str]) -> Division {
    let every = answers.len().div_ceil(2_000).max(1);
    let counts: Vec<usize> = answers.iter().step_by(every).map(|text| words(text).len()).collect();
    let mean = counts.iter().sum::<usize>() as f64 / counts.len().max(1) as f64;
    if mean > LONG_ANSWERS { Division::Sentence } else { Division::Clause }
}

/// Codes every answer of a corpus with its label and the themes of its clauses; answers nothing could be
/// read of get none.
pub(super) fn code_answers(answers: &[&str], corpus: &Corpus, model: &Model, vectors: &Vectors) -> Vec<Coding> {
    let division = division_for(answers);
    let best = model.best(corpus);
    let per_answer = |(place, (text, &(label, lead))): (usize, (&&str, &(u32, f32)))| {
        if !corpus.is_readable(place) {
            return Vec::new();
        }
        let mut themes = vec![(label, lead)];
        let parts = clauses(text, division);
        if parts.len() > 1 {
            let mut spare = String::new();
            let unit =
                |range: std::ops::Range<usize>| corpus.unit(text.get(range).unwrap_or_default(), vectors, &mut spare);
            let units: Vec<Unit> = parts.into_iter().map(unit).filter(|unit| !unit.bag.is_empty()).collect();
            for (theme, lead) in model.best_of(&units) {
                if lead >= CLEAR && themes.iter().all(|&(known, _)| known != theme) {
                    themes.push((theme, lead));
                }
            }
        }
        let coding = |(at, (theme, lead)): (usize, (u32, f32))| Coding {
            answer: place,
            theme: theme as usize,
            score: sureness(lead),
            is_primary: at == 0,
        };
        themes.into_iter().enumerate().map(coding).collect()
    };
    answers.par_iter().zip(&best).enumerate().map(per_answer).flatten_iter().collect()
}

/// From how far ahead a theme is to a number from ½ (a tie) to 1.
fn sureness(lead: f32) -> f32 {
    1.0 - 0.5 * (-lead.max(0.0) / 4.0).exp()
}
