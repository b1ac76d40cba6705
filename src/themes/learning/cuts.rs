//! From which score on a theme is applied: the cut with the best F1 on held-out scores, theme by theme.
//!
//! Rare themes are held towards the cut that is best for all together, with the weight of twenty codings.

/// How many codings the common cut is worth beside a theme's own.
const HELD_BY: f32 = 20.0;

/// A theme with fewer codings than this has no cut of its own.
const FEWEST: usize = 3;

/// Shares of all scores between which cuts are sought, and how many are tried.
const FROM: f64 = 0.70;
const TO: f64 = 0.998;
const TRIED: usize = 80;

/// Scores or truths: a row an answer, a column a theme.
#[derive(Debug, Clone, Default)]
pub(crate) struct Table {
    pub themes: usize,
    pub values: Vec<f32>,
}

impl Table {
    /// A table of noughts.
    pub fn zeros(answers: usize, themes: usize) -> Self {
        Self { themes, values: vec![0.0; answers * themes] }
    }

    /// How many answers there are.
    pub fn answers(&self) -> usize {
        self.values.len() / self.themes.max(1)
    }

    /// The row of an answer.
    pub fn row(&self, answer: usize) -> &[f32] {
        self.values.get(answer * self.themes..(answer + 1) * self.themes).unwrap_or_default()
    }

    /// The row of an answer, to be changed.
    pub fn row_mut(&mut self, answer: usize) -> &mut [f32] {
        self.values.get_mut(answer * self.themes..(answer + 1) * self.themes).unwrap_or_default()
    }

    /// One theme's column.
    pub fn column(&self, theme: usize) -> impl Iterator<Item = f32> + '_ {
        self.values.iter().skip(theme).step_by(self.themes.max(1)).copied()
    }
}

/// The cut of every theme. `truth` is 1 where people applied the theme and 0 elsewhere. `known` is a cut that
/// was good before anybody coded, and how many codings it is worth.
pub(crate) fn cuts(scores: &Table, truth: &Table, known: Option<(f32, f32)>) -> Vec<f32> {
    let mut sorted = scores.values.clone();
    sorted.sort_by(f32::total_cmp);
    let tried: Vec<f32> = (0..TRIED)
        .map(|step| FROM + (TO - FROM) * step as f64 / (TRIED - 1) as f64)
        .filter_map(|share| sorted.get((share * sorted.len() as f64) as usize).copied())
        .collect();
    let all = || scores.values.iter().copied().zip(truth.values.iter().copied());
    let common = best(&tried, all);
    let codings = truth.values.iter().filter(|&&it| it > 0.5).count() as f32;
    let common = match (common, known) {
        (Some(common), Some((known, worth))) => (codings * common + worth * known) / (codings + worth),
        (common, known) => common.or(known.map(|(cut, _)| cut)).unwrap_or(f32::MAX),
    };
    let held_by = HELD_BY + known.map_or(0.0, |(_, worth)| worth / scores.themes.max(1) as f32);
    let own = |theme: usize| {
        let codings = truth.column(theme).filter(|&it| it > 0.5).count();
        if codings < FEWEST {
            return common;
        }
        let pairs = || scores.column(theme).zip(truth.column(theme));
        let own = best(&tried, pairs).unwrap_or(common);
        (codings as f32 * own + held_by * common) / (codings as f32 + held_by)
    };
    (0..scores.themes).map(own).collect()
}

/// The cut with the best F1, the lowest of equals.
fn best<I: Iterator<Item = (f32, f32)>>(tried: &[f32], pairs: impl Fn() -> I) -> Option<f32> {
    let mut ordered: Vec<(f32, bool)> = pairs().map(|(score, truth)| (score, truth > 0.5)).collect();
    ordered.sort_by(|a, b| b.0.total_cmp(&a.0));
    let codings = ordered.iter().filter(|(_, is_true)| *is_true).count() as f32;
    let (mut best, mut most) = (None, 0.0);
    let (mut place, mut hits) = (0usize, 0.0f32);
    let mut falling: Vec<f32> = tried.to_vec();
    falling.sort_by(|a, b| b.total_cmp(a));
    for cut in falling {
        while let Some(&(_, is_true)) = ordered.get(place).filter(|(score, _)| *score > cut) {
            hits += f32::from(u8::from(is_true));
            place += 1;
        }
        let f1 = 2.0 * hits / (place as f32 + codings).max(1.0);
        if f1 >= most && f1 > 0.0 {
            (best, most) = (Some(cut), f1);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_parts_what_people_applied_from_what_they_did_not() {
        let mut scores = Table::zeros(200, 1);
        let mut truth = Table::zeros(200, 1);
        for answer in 0..200 {
            scores.row_mut(answer)[0] = answer as f32 / 200.0;
            truth.row_mut(answer)[0] = f32::from(u8::from(answer >= 160));
        }
        let cut = cuts(&scores, &truth, None)[0];
        assert!((cut - 0.8).abs() < 0.03, "{cut}");
    }

    #[test]
    fn a_theme_nobody_applied_is_cut_like_the_others() {
        let mut scores = Table::zeros(40, 2);
        let mut truth = Table::zeros(40, 2);
        for answer in 0..40 {
            scores.row_mut(answer).copy_from_slice(&[answer as f32, 0.0]);
            truth.row_mut(answer)[0] = f32::from(u8::from(answer >= 30));
        }
        let cuts = cuts(&scores, &truth, None);
        assert!(cuts[0] > 20.0 && cuts[1] > 20.0, "{cuts:?}");
    }
}
