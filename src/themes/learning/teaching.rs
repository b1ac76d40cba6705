//! What officers' codings teach: a correction of what the frame believes, kept as a weight a feature.

use faer::Mat;
use rayon::prelude::*;

use super::super::features::{Featured, Features};
use super::super::lexicon::Lexicon;
use super::super::matrix::add;
use super::super::prior::Weights;
use super::context::means;
use super::cuts::Table;
use super::kernel::{Near, WORDS_ALONE, kernel};
use super::reading::{Evidence, InContext, belonging};
use super::ridge;
use crate::text::Vectors;

/// The most answers that are learnt from; of more, a sample. The closed form costs their number cubed.
pub const MOST_LEARNT_FROM: usize = 6_000;

/// How many coded answers a frame that knows much is worth: of what n of them correct in its themes n / (n + this) is
/// believed, for the next answers may be another writer's.
const FRAME_IS_WORTH: f32 = 1_500.0;

/// Answers corrected together: a fixed number, so that sums come in the same order.
const TOGETHER: usize = 128;

/// What codings taught.
#[derive(Debug, Clone)]
pub(super) struct Learnt {
    features: Features,
    weights: Weights,
    /// What nearness of meaning says, where no frame speaks.
    near: Option<Near>,
    /// By how much the frame misses each theme on the whole.
    usual: Vec<f32>,
    /// How much of the correction of each theme is believed.
    shares: Vec<f32>,
}

impl Learnt {
    /// Learns from answers, what the frame says of them (`evidence`; together `own`) and the truth. Gives what
    /// was learnt and the scores of every answer with its person left out. `None` where there is nothing.
    pub fn from(
        answers: &[InContext<'_>],
        evidence: &Evidence,
        own: &Table,
        truth: &Table,
        lexicon: Option<&Lexicon>,
        vectors: &Vectors,
    ) -> Option<(Self, Table)> {
        let (count, themes) = (answers.len(), truth.themes);
        let texts: Vec<&str> = answers.iter().map(|answer| answer.text).collect();
        let mut all = texts.clone();
        all.extend(lexicon.iter().flat_map(|lexicon| lexicon.example_texts()));
        let mut features = Features::of(&all, vectors);
        features.centre_on(&texts, vectors);
        let read: Vec<Featured> = answers
            .par_iter()
            .enumerate()
            .map(|(at, answer)| evidence.featured(&features, vectors, answer.text, at, lexicon.is_some()))
            .collect();
        let mut left = truth.clone();
        left.values.iter_mut().zip(&own.values).for_each(|(left, own)| *left -= own);
        let usual = means(&left);
        let wanted = Mat::from_fn(count, themes, |answer, theme| left.values[answer * themes + theme] - usual[theme]);
        let is_alone = lexicon.is_none();
        let likeness = kernel(&read, features.len(), is_alone);
        let solved = ridge::solve(&likeness, noise(lexicon.is_some()), &wanted, &belonging(answers))?;
        let weights = weigh(&read, features.len(), &solved.weights, is_alone)?;
        let near = is_alone.then(|| Near::of(&read, &solved.weights));
        let of_frame = lexicon.map_or(0, Lexicon::count);
        let frame_is_worth = lexicon.map_or(0.0, |lexicon| FRAME_IS_WORTH * lexicon.knowledge());
        let beside_frame = count as f32 / (count as f32 + frame_is_worth);
        let shares: Vec<f32> = (0..themes).map(|theme| if theme < of_frame { beside_frame } else { 1.0 }).collect();
        let mut held_out = own.clone();
        for answer in 0..count {
            let row = held_out.row_mut(answer);
            row.iter_mut().enumerate().for_each(|(theme, value)| {
                *value += shares[theme] * (solved.held_out[(answer, theme)] + usual[theme]);
            });
        }
        Some((Self { features, weights, near, usual, shares }, held_out))
    }

    /// Adds the correction to what the frame says of answers.
    pub fn correct(
        &self,
        own: &mut Table,
        answers: &[InContext<'_>],
        evidence: &Evidence,
        vectors: &Vectors,
        has_frame: bool,
    ) {
        let themes = own.themes.max(1);
        own.values.par_chunks_mut(TOGETHER * themes).enumerate().for_each(|(chunk, rows)| {
            let first = chunk * TOGETHER;
            let some = answers.iter().enumerate().skip(first).take(TOGETHER);
            let read: Vec<Featured> = some
                .map(|(at, answer)| evidence.featured(&self.features, vectors, answer.text, at, has_frame))
                .collect();
            let mut corrections = self.usual.repeat(read.len());
            for (correction, read) in corrections.chunks_exact_mut(themes).zip(&read) {
                self.weights.spread(read, correction);
            }
            if let Some(near) = &self.near {
                near.spread(&read, themes, &mut corrections);
            }
            for (at, (value, correction)) in rows.iter_mut().zip(corrections).enumerate() {
                *value += self.shares.get(at % themes).copied().unwrap_or_default() * correction;
            }
        });
    }
}

/// How far codings are to be doubted. Beside a frame more: what is left to learn is small.
fn noise(has_frame: bool) -> f32 {
    if has_frame { 4.0 } else { 0.5 }
}

/// Weights of answers turned into weights of features; codings alone keep their dense part in [`Near`].
fn weigh(read: &[Featured], places: usize, solved: &Mat<f32>, is_alone: bool) -> Option<Weights> {
    let themes = solved.ncols();
    let dense = if is_alone { 0 } else { read.first()?.dense.len() };
    let scale = if is_alone { WORDS_ALONE } else { 1.0 };
    let mut weights = Weights { themes, sparse: vec![0.0; places * themes], dense: vec![0.0; dense * themes] };
    let mut row = vec![0f32; themes];
    for (answer, featured) in read.iter().enumerate() {
        row.iter_mut().enumerate().for_each(|(theme, value)| *value = solved[(answer, theme)]);
        for &(place, value) in &featured.sparse {
            let start = place as usize * themes;
            add(weights.sparse.get_mut(start..start + themes)?, &row, scale * value);
        }
        for (target, &value) in weights.dense.chunks_exact_mut(themes.max(1)).zip(&featured.dense) {
            add(target, &row, value);
        }
    }
    Some(weights)
}
