//! From which score on a theme is applied: the cut with the best F1 on held-out scores, theme by theme.
//!
//! Rare themes are held, with the weight of twenty codings, between the cut that is best for all together and
//! the one that applies the theme as often as people did: scores of a rare theme are all low, so that a cut
//! which is good for common themes would hardly ever apply it, and its own few codings place a cut badly.

/// How many codings the common cut is worth beside a theme's own.
const HELD_BY: f32 = 20.0;

/// How far what holds a rare theme is the cut that applies it as often as people did.
const AS_OFTEN: f32 = 0.7;

/// A theme with fewer codings than this has no cut of its own.
const FEWEST: usize = 3;

/// Shares of all scores between which cuts are sought, and how many are tried.
const FROM: f64 = 0.70;
const TO: f64 = 0.9995;
const TRIED: usize = 120;

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

/// A cut that was good before anybody coded.
#[derive(Debug, Clone, Copy)]
pub(crate) struct KnownCut {
    pub cut: f32,
    /// How many codings it is worth.
    pub worth: f32,
    /// It is good for the first so many themes.
    pub themes: usize,
}

/// The cut of every theme. `truth` is 1 where people applied the theme and 0 elsewhere.
pub(crate) fn cuts(scores: &Table, truth: &Table, known: Option<KnownCut>) -> Vec<f32> {
    let mut sorted = scores.values.clone();
    sorted.sort_by(f32::total_cmp);
    let tried: Vec<f32> = (0..TRIED)
        .map(|step| FROM + (TO - FROM) * step as f64 / (TRIED - 1) as f64)
        .filter_map(|share| sorted.get((share * sorted.len() as f64) as usize).copied())
        .collect();
    let all = || scores.values.iter().copied().zip(truth.values.iter().copied());
    let taught = best(&tried, all);
    let codings = truth.values.iter().filter(|&&it| it > 0.5).count() as f32;
    let own = |theme: usize| {
        let known = known.filter(|known| theme < known.themes);
        let common = match (taught, known) {
            (Some(taught), Some(known)) => (codings * taught + known.worth * known.cut) / (codings + known.worth),
            (taught, known) => taught.or(known.map(|known| known.cut)).unwrap_or(f32::MAX),
        };
        let held_by = HELD_BY + known.map_or(0.0, |known| known.worth / scores.themes.max(1) as f32);
        let codings = truth.column(theme).filter(|&it| it > 0.5).count();
        let held = match known {
            Some(_) => common,
            None => as_often(scores, theme, codings).map_or(common, |cut| between(cut, common)),
        };
        if codings < FEWEST {
            return held;
        }
        let pairs = || scores.column(theme).zip(truth.column(theme));
        let own = best(&tried, pairs).unwrap_or(held);
        (codings as f32 * own + held_by * held) / (codings as f32 + held_by)
    };
    (0..scores.themes).map(own).collect()
}

/// The cut that applies a theme `codings` times; `None` where nobody applied it.
fn as_often(scores: &Table, theme: usize, codings: usize) -> Option<f32> {
    let mut falling: Vec<f32> = scores.column(theme).collect();
    falling.sort_by(|a, b| b.total_cmp(a));
    falling.get(codings).or(falling.last()).copied().filter(|_| codings > 0)
}

/// What holds a rare theme; never above the common cut.
fn between(as_often: f32, common: f32) -> f32 {
    (AS_OFTEN * as_often + (1.0 - AS_OFTEN) * common).min(common)
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

    #[test]
    fn a_rare_theme_whose_scores_are_all_low_is_still_applied() {
        let mut scores = Table::zeros(200, 2);
        let mut truth = Table::zeros(200, 2);
        for answer in 0..200 {
            // Both in order of truth, the rare theme's scores on a scale of a fifth.
            scores.row_mut(answer).copy_from_slice(&[answer as f32 / 200.0, answer as f32 / 1_000.0]);
            truth.row_mut(answer)[0] = f32::from(u8::from(answer >= 120));
            truth.row_mut(answer)[1] = f32::from(u8::from(answer == 199 || answer == 197));
        }
        let cuts = cuts(&scores, &truth, None);
        assert!(cuts[1] < 0.35 && cuts[1] < 0.7 * cuts[0], "{cuts:?}");
    }
}
