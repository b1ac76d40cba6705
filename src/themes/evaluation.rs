//! How well themes are learnt and applied, measured on answers that people have coded.
//!
//! Learnt from some coded answers and measured on others; or, where there are no others, by five folds of
//! people (of texts, where nobody says who). A learning curve says what coding more would bring. Leaves out
//! reading files and printing tables (`commands`).

use rustc_hash::FxHashMap;

use super::agreement::{Agreement, agreement};
use super::learning::{Coder, InContext, belonging};
use super::lexicon::Lexicon;
use super::seeded::Seeded;
use crate::text::Vectors;

/// Folds where nothing is kept apart.
const FOLDS: usize = 5;

/// Answers with the themes that people applied, as places.
#[derive(Debug, Clone, Default)]
pub struct Coded<'a> {
    pub answers: Vec<InContext<'a>>,
    /// For every answer its themes.
    pub themes: Vec<Vec<usize>>,
}

/// One theme of one answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prediction {
    /// The answer's place among those measured on.
    pub answer: usize,
    pub theme: usize,
    /// How likely people are to apply it, from 0 to 1.
    pub score: f32,
    pub is_applied: bool,
}

/// What a measurement found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Evaluation {
    /// How well machine and people agree on the answers measured on.
    pub agreement: Agreement,
    /// Every theme of every answer measured on, by answer, then theme.
    pub predictions: Vec<Prediction>,
    /// For every size asked for: how many codings were learnt from, micro and macro F1.
    pub curve: Vec<(usize, f64, f64)>,
    /// For every size asked for the whole agreement, in the order of `curve`.
    pub by_size: Vec<Agreement>,
    /// Whether answers were kept apart, or folds were made.
    pub is_by_folds: bool,
}

/// What is asked of a measurement.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The frame known beforehand, rolled up to the themes that people used.
    pub lexicon: Option<&'a Lexicon>,
    /// How many themes there are; the frame's topmost ones come first.
    pub themes: usize,
    /// Numbers of codings to draw a curve over.
    pub sizes: &'a [usize],
    /// Where chance begins.
    pub seed: u64,
}

/// Learns from `train` and measures on `test`; on folds of `train` where there is no test. `step` is told the
/// share done, from 0 to 1.
pub fn evaluate(
    train: &Coded<'_>,
    test: Option<&Coded<'_>>,
    asked: Asked<'_>,
    vectors: &Vectors,
    step: &dyn Fn(f64),
) -> Evaluation {
    let parts: Vec<(Vec<usize>, Vec<usize>)> = match test {
        Some(test) => vec![((0..train.answers.len()).collect(), (0..test.answers.len()).collect())],
        None => folds(&train.answers, asked.seed),
    };
    let measured = test.unwrap_or(train);
    let groups = belonging(&measured.answers);
    let rounds = (parts.len() * (asked.sizes.len() + 1)) as f64;
    let mut done = 0.0;
    let mut run = |size: Option<usize>| {
        let mut predictions: Vec<Prediction> = Vec::new();
        for (learnt_from, measured_on) in &parts {
            let chosen = match size {
                Some(size) => first(&train.answers, learnt_from, size, asked.seed),
                None => learnt_from.clone(),
            };
            predictions.extend(predict(train, &chosen, measured, measured_on, asked, vectors));
            done += 1.0;
            step(done / rounds);
        }
        predictions.sort_by_key(|it| (it.answer, it.theme));
        let mut applied: Vec<Vec<usize>> = vec![Vec::new(); measured.answers.len()];
        for it in predictions.iter().filter(|it| it.is_applied) {
            applied.get_mut(it.answer).into_iter().for_each(|themes| themes.push(it.theme));
        }
        (agreement(&applied, &measured.themes, asked.themes, &groups, asked.seed), predictions)
    };
    let by_size: Vec<Agreement> = asked.sizes.iter().map(|&size| run(Some(size)).0).collect();
    let curve = asked.sizes.iter().zip(&by_size).map(|(&size, found)| (size, found.micro.f1, found.mean.f1)).collect();
    let (agreement, predictions) = run(None);
    Evaluation { agreement, predictions, curve, by_size, is_by_folds: test.is_none() }
}

/// Learns from some answers and says what it makes of others.
fn predict(
    train: &Coded<'_>,
    learnt_from: &[usize],
    measured: &Coded<'_>,
    measured_on: &[usize],
    asked: Asked<'_>,
    vectors: &Vectors,
) -> Vec<Prediction> {
    let answers: Vec<InContext<'_>> = learnt_from.iter().filter_map(|&at| train.answers.get(at).copied()).collect();
    let coded: Vec<Vec<usize>> = learnt_from.iter().filter_map(|&at| train.themes.get(at).cloned()).collect();
    let coder = Coder::learn(asked.lexicon, asked.themes, &answers, &coded, asked.seed, vectors);
    let others: Vec<InContext<'_>> = measured_on.iter().filter_map(|&at| measured.answers.get(at).copied()).collect();
    let judged = coder.judge(&others);
    let of_answer = |(place, &answer): (usize, &usize)| {
        let applied = judged.applied(place);
        let judged = &judged;
        let one = move |theme| Prediction {
            answer,
            theme,
            score: judged.chance(place, theme),
            is_applied: applied.contains(&theme),
        };
        (0..asked.themes).map(one)
    };
    measured_on.iter().enumerate().flat_map(of_answer).collect()
}

/// Five parts of the people (or texts), each measured on what the other four teach.
fn folds(answers: &[InContext<'_>], seed: u64) -> Vec<(Vec<usize>, Vec<usize>)> {
    let groups = belonging(answers);
    let mut order: Vec<usize> = (0..groups.len()).collect();
    shuffle(&mut order, seed);
    let mut fold_of = vec![0; answers.len()];
    for (place, group) in order.into_iter().enumerate() {
        for &answer in groups.get(group).into_iter().flatten() {
            fold_of.get_mut(answer).into_iter().for_each(|fold| *fold = place % FOLDS);
        }
    }
    let part = |fold: usize| {
        let all = || fold_of.iter().enumerate();
        let (out, within) = (all().filter(|(_, it)| **it != fold), all().filter(|(_, it)| **it == fold));
        (out.map(|(at, _)| at).collect(), within.map(|(at, _)| at).collect())
    };
    (0..FOLDS).map(part).filter(|(_, within): &(Vec<usize>, Vec<usize>)| !within.is_empty()).collect()
}

/// The first `size` of some answers in an order drawn by `seed`, whole people at a time.
fn first(answers: &[InContext<'_>], among: &[usize], size: usize, seed: u64) -> Vec<usize> {
    let some: Vec<InContext<'_>> = among.iter().filter_map(|&at| answers.get(at).copied()).collect();
    let groups = belonging(&some);
    let mut order: Vec<usize> = (0..groups.len()).collect();
    shuffle(&mut order, seed.wrapping_add(1));
    let places = order.into_iter().filter_map(|group| groups.get(group)).flatten();
    let mut chosen: Vec<usize> = places.filter_map(|&place| among.get(place).copied()).take(size).collect();
    chosen.sort_unstable();
    chosen
}

/// Fisher and Yates's shuffle.
fn shuffle(order: &mut [usize], seed: u64) {
    let mut chance = Seeded::new(seed);
    for place in (1..order.len()).rev() {
        order.swap(place, chance.below(place + 1));
    }
}

/// The places of themes by key: the frame's in its order, then the others that people used, in alphabetical
/// order.
pub fn theme_places(frame: &[String], used: &[String]) -> FxHashMap<String, usize> {
    let mut others: Vec<&String> = used.iter().filter(|key| !frame.contains(key)).collect();
    others.sort_unstable();
    others.dedup();
    frame.iter().chain(others).enumerate().map(|(place, key)| (key.clone(), place)).collect()
}
