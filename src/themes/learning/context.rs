//! What stands around an answer: the question it replies to, and the other answers of the same person.
//!
//! With few codings fixed rules serve; with many, one logistic regression a theme weighs the answer's own
//! scores with what stands around it. Leaves out who the person is: answers only share a number.

use rustc_hash::FxHashMap;

use super::super::prior::BASELINE;
use super::cuts::Table;
use super::logistic::{Logistic, fit};

/// How much the other answers of a person count beside an answer that says nothing by itself, and how much
/// less the surer the answer is: a plain answer needs no help.
const OTHERS_WEIGHT: f32 = 1.0;
const LESS_WHERE_SURE: f32 = 0.7;

/// A theme that an answer itself scores less than this on is not strengthened by the person's other answers.
const LEAST_OF_ITS_OWN: f32 = 0.1;

/// Logistic weights are held towards nought as if by so many times their square.
const HELD_BY: f64 = 10.0;

/// Questions and lengths count for less than scores: they are divided by this.
const AROUND: f64 = 1.5;

/// What is known of every answer before its surroundings are looked at; rows are answers.
pub(super) struct Known<'a> {
    /// Scores of the answer itself, from the frame and what was learnt.
    pub own: &'a Table,
    /// What the frame's phrases prove, −ln of doubt; all noughts without a frame.
    pub phrases: &'a Table,
    /// What the frame believes; all noughts without a frame.
    pub beliefs: &'a Table,
    /// Words in each answer.
    pub lengths: &'a [usize],
    /// The question each answer replies to.
    pub questions: &'a [&'a str],
    /// Places of answers by the same person, each answer in one of them.
    pub people: &'a [Vec<usize>],
}

/// For every answer the mean score of the person's other answers; where there is none, `instead`.
pub(super) fn of_others(scores: &Table, people: &[Vec<usize>], instead: &[f32]) -> Table {
    let mut means = Table::zeros(scores.answers(), scores.themes);
    for places in people {
        let mut sum = vec![0f32; scores.themes];
        places.iter().for_each(|&place| super::super::matrix::add(&mut sum, scores.row(place), 1.0));
        let others = places.len().saturating_sub(1);
        for &place in places {
            let own = scores.row(place);
            let target = means.row_mut(place);
            match others {
                0 => target.iter_mut().zip(instead).for_each(|(target, instead)| *target = *instead),
                _ => target.iter_mut().zip(sum.iter().zip(own)).for_each(|(target, (sum, own))| {
                    *target = (sum - own) / others as f32;
                }),
            }
        }
    }
    means
}

/// The mean of every column.
pub(super) fn means(scores: &Table) -> Vec<f32> {
    let mut sums = vec![0f32; scores.themes];
    (0..scores.answers()).for_each(|answer| super::super::matrix::add(&mut sums, scores.row(answer), 1.0));
    sums.iter_mut().for_each(|sum| *sum /= scores.answers().max(1) as f32);
    sums
}

/// Places of answers by person; answers of nobody known stand alone.
pub(super) fn people<'a>(respondents: impl Iterator<Item = &'a str>) -> Vec<Vec<usize>> {
    let mut of: FxHashMap<&str, usize> = FxHashMap::default();
    let mut people: Vec<Vec<usize>> = Vec::new();
    for (place, respondent) in respondents.enumerate() {
        let next = people.len();
        let at = if respondent.is_empty() { next } else { *of.entry(respondent).or_insert(next) };
        match people.get_mut(at) {
            Some(places) => places.push(place),
            None => people.push(vec![place]),
        }
    }
    people
}

/// The fixed rules: the answer's own scores, half of what the person's other answers say beyond the usual,
/// and what the frame expects of each theme under a question.
pub(super) fn by_rule(known: &Known<'_>, lean: impl Fn(usize, &str) -> f32) -> Table {
    let usual = vec![0f32; known.own.themes];
    let others = of_others(known.beliefs, known.people, &usual);
    let is_alone: Vec<bool> = {
        let mut alone = vec![true; known.own.answers()];
        known.people.iter().filter(|places| places.len() > 1).flatten().for_each(|&place| {
            alone.get_mut(place).into_iter().for_each(|it| *it = false);
        });
        alone
    };
    let mut scores = known.own.clone();
    for (answer, question) in known.questions.iter().enumerate() {
        let is_alone = is_alone.get(answer).copied().unwrap_or(true);
        let around = others.row(answer);
        let sure = known.own.row(answer).iter().copied().fold(0.0, f32::max);
        let weight = (OTHERS_WEIGHT - LESS_WHERE_SURE * sure).max(0.0);
        for (theme, score) in scores.row_mut(answer).iter_mut().enumerate() {
            // What the answer itself does not hint at is not lent to it.
            if !is_alone && *score >= LEAST_OF_ITS_OWN {
                let said = around.get(theme).copied().unwrap_or_default();
                *score += weight * (said - BASELINE);
            }
            *score += lean(theme, question);
        }
    }
    scores
}

/// One logistic regression a theme, from scores and surroundings to how likely the theme is.
#[derive(Debug, Clone)]
pub(super) struct Surroundings {
    questions: Vec<String>,
    usual: Vec<f32>,
    themes: Vec<Logistic>,
}

impl Surroundings {
    /// Learns from answers whose themes are known; scores must be held out.
    pub fn learn(known: &Known<'_>, truth: &Table) -> Self {
        let mut questions: Vec<String> = known.questions.iter().map(|&question| question.to_owned()).collect();
        questions.sort_unstable();
        questions.dedup();
        let mut it = Self { questions, usual: means(known.own), themes: Vec::new() };
        let others = of_others(known.own, known.people, &it.usual);
        it.themes = (0..known.own.themes)
            .map(|theme| {
                let rows: Vec<Vec<f64>> =
                    (0..known.own.answers()).map(|answer| it.row(known, &others, answer, theme)).collect();
                let wanted: Vec<bool> = truth.column(theme).map(|value| value > 0.5).collect();
                fit(&rows, &wanted, HELD_BY)
            })
            .collect();
        it
    }

    /// How likely each theme is, from 0 to 1.
    pub fn apply(&self, known: &Known<'_>) -> Table {
        let others = of_others(known.own, known.people, &self.usual);
        let mut likely = Table::zeros(known.own.answers(), known.own.themes);
        for answer in 0..known.own.answers() {
            for (theme, logistic) in self.themes.iter().enumerate() {
                let chance = logistic.chance(&self.row(known, &others, answer, theme));
                likely.row_mut(answer).get_mut(theme).into_iter().for_each(|value| *value = chance as f32);
            }
        }
        likely
    }

    /// The numbers a theme is judged by in one answer.
    fn row(&self, known: &Known<'_>, others: &Table, answer: usize, theme: usize) -> Vec<f64> {
        let of = |table: &Table| f64::from(table.row(answer).get(theme).copied().unwrap_or_default());
        let own = known.own.row(answer);
        let best_other = own.iter().enumerate().filter(|&(place, _)| place != theme).map(|(_, &score)| score);
        let best_other = f64::from(best_other.fold(f32::MIN, f32::max));
        let length = known.lengths.get(answer).copied().unwrap_or_default() as f64;
        let (score, phrases) = (of(known.own), of(known.phrases));
        let mut row = vec![
            score,
            phrases,
            phrases / (length + 3.0).sqrt(),
            of(known.beliefs),
            if own.len() > 1 { score - best_other } else { 0.0 },
            of(others),
            (length + 1.0).ln() / AROUND,
        ];
        let question = known.questions.get(answer).copied().unwrap_or_default();
        row.extend(self.questions.iter().map(|it| if it == question { 1.0 / AROUND } else { 0.0 }));
        row
    }
}
