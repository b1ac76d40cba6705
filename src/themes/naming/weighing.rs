//! What could name a theme, and how well: the phrases of its answers and the subjects they speak of.
//!
//! What names a theme is held by many of its answers and by few others. Both are measured by what holding
//! it tells of an answer's theme (Kullback–Leibler divergence of the share inside from the share outside,
//! in nats), times the share inside: a name that tells much of few members says little of
//! most. Leaves out which of several go together (`choosing`).

use rustc_hash::FxHashMap;

use super::phrase_runs::{Key, Seen, stems};
use super::subjects::{Index, Mention};

/// Phrases, and subjects, kept for each theme.
const KEPT: usize = 20;

/// A phrase or a subject that could name a theme.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// What it is.
    pub what: What,
    /// Which of the theme's answers hold it, by their places among its answers.
    pub held_by: Held,
    /// What share of the theme's answers hold it, from 0 to 1.
    pub share: f64,
    /// What share of all other answers hold it, from 0 to 1.
    pub elsewhere: f64,
    /// How good its words are as a name, from 0 to about 1, whatever they mark.
    pub fitness: f64,
    /// The subjects that list it as a phrase.
    pub listed_under: Vec<u32>,
    /// How well it names the theme by itself.
    pub score: f64,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum What {
    /// A phrase of the answers.
    Phrase(Key),
    /// A subject of the list, by its place.
    Subject(u32),
}

/// A set of a theme's answers.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Held(Vec<u64>);

impl Held {
    pub fn with_room_for(answers: usize) -> Self {
        Self(vec![0; answers.div_ceil(64)])
    }

    pub fn insert(&mut self, answer: usize) {
        self.0.get_mut(answer / 64).into_iter().for_each(|word| *word |= 1 << (answer % 64));
    }

    pub fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// How many are in this set and not in `other`.
    pub fn count_beyond(&self, other: &Self) -> usize {
        self.0.iter().zip(&other.0).map(|(mine, theirs)| (mine & !theirs).count_ones() as usize).sum()
    }

    pub fn add(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(mine, theirs)| *mine |= theirs);
    }
}

/// Where the answers of each theme stand.
#[derive(Debug)]
pub(super) struct Membership {
    /// The theme of each answer read.
    pub themes: Vec<Option<u32>>,
    /// Each answer's place among those of its theme.
    pub places: Vec<u32>,
    /// How many answers each theme has.
    pub sizes: Vec<usize>,
}

impl Membership {
    pub fn new(themes: Vec<Option<u32>>, count: usize) -> Self {
        let mut sizes = vec![0usize; count];
        let mut places = Vec::with_capacity(themes.len());
        for theme in &themes {
            let size = theme.and_then(|theme| sizes.get_mut(theme as usize));
            places.push(size.map_or(0, |size| {
                *size += 1;
                *size as u32 - 1
            }));
        }
        Self { themes, places, sizes }
    }

    /// The theme of an answer and its place there.
    fn of(&self, answer: u32) -> Option<(u32, usize)> {
        let theme = self.themes.get(answer as usize).copied().flatten()?;
        Some((theme, self.places.get(answer as usize).copied()? as usize))
    }

    fn size(&self, theme: u32) -> usize {
        self.sizes.get(theme as usize).copied().unwrap_or_default()
    }

    /// A candidate held by these answers of a theme (by place) and by `answers` in all.
    fn candidate(&self, theme: u32, what: What, held: &[usize], answers: usize, fitness: f64) -> Candidate {
        let size = self.size(theme);
        let mut held_by = Held::with_room_for(size);
        held.iter().for_each(|&place| held_by.insert(place));
        let others = self.themes.len().saturating_sub(size);
        let share = held.len() as f64 / size.max(1) as f64;
        let elsewhere = answers.saturating_sub(held.len()) as f64 / others.max(1) as f64;
        let score = telling(share, if others == 0 { 0.0 } else { elsewhere.max(0.5 / others as f64) });
        Candidate { what, held_by, share, elsewhere, fitness, listed_under: Vec::new(), score: score * fitness }
    }
}

/// What holding a phrase tells of a theme, times the share of the theme that holds it; nought
/// where it is no commoner inside than elsewhere.
pub(super) fn telling(share: f64, elsewhere: f64) -> f64 {
    if share <= elsewhere || share <= 0.0 {
        return 0.0;
    }
    // One theme holds everything: nothing to compare with, so what most hold marks it.
    if elsewhere <= 0.0 {
        return share;
    }
    let part = |share: f64, elsewhere: f64| if share > 0.0 { share * (share / elsewhere).ln() } else { 0.0 };
    (part(share, elsewhere) + part(1.0 - share, 1.0 - elsewhere)) * share
}

/// The phrases that mark each theme, best first.
pub(super) fn phrases_by_theme(seen: &[Seen], membership: &Membership, index: &Index) -> Vec<Vec<Candidate>> {
    let mut by_theme: Vec<Vec<Candidate>> = vec![Vec::new(); membership.sizes.len()];
    for run in seen.chunk_by(|a, b| a.key == b.key) {
        let mut held: Vec<(u32, usize)> = Vec::new();
        let (mut answers, mut last) = (0, None);
        for it in run.iter().filter(|it| last.replace(it.answer) != Some(it.answer)) {
            answers += 1;
            held.extend(membership.of(it.answer));
        }
        let Some(key) = run.first().map(|it| it.key) else { continue };
        if answers < 2 {
            continue;
        }
        held.sort_unstable();
        let listed_under = index.listing(&stems(&key).collect::<Vec<u32>>());
        let fitness = fitness_of(run);
        for group in held.chunk_by(|a, b| a.0 == b.0) {
            let Some(&(theme, _)) = group.first() else { continue };
            // Three words that stand together twice are more often an accident than a name.
            let fewest = if stems(&key).count() > 2 { 3 } else { 2 };
            let enough = (membership.size(theme) as f64 * 0.02).max(f64::from(fewest));
            if (group.len() as f64) < enough {
                continue;
            }
            let places: Vec<usize> = group.iter().map(|&(_, place)| place).collect();
            let mut candidate = membership.candidate(theme, What::Phrase(key), &places, answers, fitness);
            candidate.listed_under = listed_under.to_vec();
            if candidate.score > 0.0
                && let Some(all) = by_theme.get_mut(theme as usize)
            {
                all.push(candidate);
            }
        }
    }
    by_theme.iter_mut().for_each(|all| {
        all.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| key_of(a).cmp(&key_of(b))));
        all.truncate(KEPT);
    });
    by_theme
}

fn key_of(candidate: &Candidate) -> Key {
    match candidate.what {
        What::Phrase(key) => key,
        What::Subject(place) => [place, 0, 0, 0],
    }
}

/// How good a phrase is as a name, from what stands about it: things make names, deeds and half phrases do
/// not ("mental" is nearly always "mental health").
fn fitness_of(run: &[Seen]) -> f64 {
    let all = run.len() as f64;
    let things = run.iter().filter(|it| it.before == 1).count() as f64;
    let deeds = run.iter().filter(|it| it.before < 0).count() as f64;
    let closed = run.iter().filter(|it| it.is_closed).count() as f64;
    let is_thing = (things + 1.0) / (things + deeds + 2.0);
    let is_whole = (closed + 1.0) / (all + 2.0);
    let words = run.first().map_or(1, |it| stems(&it.key).count());
    let longer = [0.75, 1.0, 1.05, 1.0].get(words - 1).copied().unwrap_or(1.0);
    longer * (0.4 + 0.6 * is_thing.min(0.75) / 0.75) * (0.3 + 0.7 * is_whole.min(0.75) / 0.75)
}

/// The subjects that mark each theme, best first, from what each answer read is about.
pub(super) fn subjects_by_theme(mentions: &[Vec<Mention>], membership: &Membership) -> Vec<Vec<Candidate>> {
    let mut totals: FxHashMap<u32, usize> = FxHashMap::default();
    let mut by_theme: Vec<FxHashMap<u32, Vec<usize>>> = vec![FxHashMap::default(); membership.sizes.len()];
    for (answer, found) in (0u32..).zip(mentions) {
        let at = membership.of(answer);
        for &(subject, _) in found {
            *totals.entry(subject).or_default() += 1;
            if let Some((theme, place)) = at {
                let held = by_theme.get_mut(theme as usize);
                held.into_iter().for_each(|held| held.entry(subject).or_default().push(place));
            }
        }
    }
    let one = |(theme, held): (u32, &FxHashMap<u32, Vec<usize>>)| {
        let mut all: Vec<Candidate> = held
            .iter()
            .map(|(&subject, places)| {
                let answers = totals.get(&subject).copied().unwrap_or_default();
                membership.candidate(theme, What::Subject(subject), places, answers, 1.0)
            })
            .filter(|candidate| candidate.score > 0.0)
            .collect();
        all.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| key_of(a).cmp(&key_of(b))));
        all.truncate(KEPT);
        all
    };
    (0u32..).zip(&by_theme).map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_most_hold_and_few_others_do_tells_most() {
        assert!(telling(0.8, 0.05) > telling(0.4, 0.01));
        assert!(telling(0.8, 0.05) > telling(0.8, 0.2));
        assert_eq!((telling(0.2, 0.2), telling(0.1, 0.3)), (0.0, 0.0));
        assert_eq!(telling(0.7, 0.0), 0.7);
    }

    #[test]
    fn sets_of_answers_are_counted_and_joined() {
        let (mut some, mut more) = (Held::with_room_for(130), Held::with_room_for(130));
        [0, 64, 129].into_iter().for_each(|answer| some.insert(answer));
        [64, 100].into_iter().for_each(|answer| more.insert(answer));
        assert_eq!((some.count(), more.count_beyond(&some)), (3, 1));
        some.add(&more);
        assert_eq!(some.count(), 4);
    }
}
