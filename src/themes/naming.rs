//! Names an officer could say aloud, made from the words of the answers themselves.
//!
//! A theme is named by one to three phrases or subjects that most of its answers hold and few others do.
//! Phrases are the answers' own; subjects come from a list of what people speak of to a public body, so
//! that answers which each use another word (bus, train, taxi) have a name together. A theme that nothing
//! brings together is called mixed, and says what of. Leaves out judging whether a name is fair: officers rename.

mod choosing;
mod homes;
mod phrase_runs;
mod reading;
mod regrouping;
mod subjects;
mod weighing;
mod wording;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use self::choosing::{Marks, choose};
use self::phrase_runs::Seen;
use self::reading::Reading;
pub(super) use self::regrouping::{Answers, Regrouped};
use self::subjects::{Index, Mention, Subjects};
use self::weighing::{Membership, What, phrases_by_theme, subjects_by_theme};
use self::wording::{Kept, Writer};
use super::Theme;
use super::corpus::Corpus;
use super::matrix::{dot, normalise};
use crate::text::Vectors;

/// What a theme is called and the phrases that mark it.
#[derive(Debug, Clone, PartialEq)]
pub struct ThemeName {
    /// One to three phrases in sentence case: `Bus fares and getting home`.
    pub name: String,
    /// One sentence on what the answers speak of.
    pub description: String,
    /// Up to eight phrases that mark the theme, best first.
    pub terms: Vec<String>,
    /// Whether it is a heap of answers that fitted nowhere: nothing brings most of them together.
    pub is_heap: bool,
    /// Whether it is called mixed: its name speaks for some of its answers only.
    pub(super) is_mixed: bool,
    /// The phrases and subjects it is named by (of a heap: the one that marks it most, if any), each with the
    /// share of all other answers that hold it.
    spoken: Vec<(What, f64)>,
    /// What else marks it, for telling it from a theme of the same name.
    detail: Option<String>,
}

/// The name of answers that nothing brings together.
pub(super) const OTHER: &str = "Other answers on many subjects";

impl ThemeName {
    /// The name of a theme of which nothing can be said.
    pub(super) fn nameless() -> Self {
        Self {
            name: OTHER.to_owned(),
            description: "Answers on many subjects that share no particular words.".to_owned(),
            terms: Vec::new(),
            is_heap: true,
            is_mixed: false,
            spoken: Vec::new(),
            detail: None,
        }
    }
}

impl ThemeName {
    /// Keeps what a theme was called before.
    pub(super) fn keep(&mut self, theme: &Theme) {
        self.name.clone_from(&theme.name);
        self.terms.clone_from(&theme.terms);
        (self.is_heap, self.is_mixed) = (false, false);
    }

    /// Whether a theme is the one of answers that nothing brings together.
    pub(super) fn is_of_the_rest(theme: &Theme) -> bool {
        theme.name == OTHER && theme.terms.is_empty()
    }
}

/// Names are made from no more answers than this; there is nothing to gain from more.
const SAMPLE: usize = 60_000;

/// Names every theme below `count` from the answers whose label it is. A theme that nothing brings together is
/// called "Mixed: …", and where nothing at all can be said "Other answers on many subjects".
pub fn name_themes(
    answers: &[&str],
    corpus: &Corpus,
    labels: &[Option<u32>],
    count: usize,
    vectors: &Vectors,
) -> Vec<ThemeName> {
    let mut names = Naming::read(answers).name(corpus, labels, count, vectors);
    tell_apart(&mut names);
    names
}

/// Answers read for naming: however they are grouped, they are read once.
#[derive(Debug)]
pub(super) struct Naming<'a> {
    /// The answers that names are made from: every so many of all.
    answers: Vec<&'a str>,
    every: usize,
    reading: Reading,
    index: Index,
    /// The subjects each answer is about.
    mentions: Vec<Vec<Mention>>,
    seen: Vec<Seen>,
    kept: Kept,
}

impl<'a> Naming<'a> {
    /// Reads answers.
    pub fn read(answers: &[&'a str]) -> Self {
        let every = answers.len().div_ceil(SAMPLE).max(1);
        let answers: Vec<&str> = answers.iter().step_by(every).copied().collect();
        let reading = reading::read(&answers, Subjects::bundled());
        let index = Subjects::bundled().index(&reading);
        let mentions = reading.answers.par_iter().map(|answer| index.mentions(answer, &reading)).collect();
        let seen = phrase_runs::find(&reading);
        Self { answers, every, reading, index, mentions, seen, kept: Kept::default() }
    }

    /// The name of every theme below `count`, from the answers whose label it is; several may have one name.
    pub fn name(&self, corpus: &Corpus, labels: &[Option<u32>], count: usize, vectors: &Vectors) -> Vec<ThemeName> {
        let themes = labels.iter().step_by(self.every).map(|label| label.filter(|&theme| (theme as usize) < count));
        let membership = Membership::new(themes.collect(), count);
        let by_phrase = phrases_by_theme(&self.seen, &membership, &self.index);
        let by_subject = subjects_by_theme(&self.mentions, &membership);
        let writer = Writer {
            answers: &self.answers,
            reading: &self.reading,
            seen: &self.seen,
            kept: &self.kept,
            corpus,
            vectors,
        };
        let middles = middles(corpus, labels, count);
        let one = |theme: usize| {
            let (middle, likeness) = middles.get(theme).map_or((&[][..], 0.0), |it| (it.0.as_slice(), it.1));
            let phrases = by_phrase.get(theme).map_or(&[][..], Vec::as_slice);
            let subjects = by_subject.get(theme).map_or(&[][..], Vec::as_slice);
            let size = membership.sizes.get(theme).copied().unwrap_or_default();
            choose(&Marks { phrases, subjects, middle, size, likeness }, &writer)
        };
        (0..count).into_par_iter().map(one).collect()
    }
}

/// The mean direction of each theme, and how alike its answers are: the mean likeness of two of them.
fn middles(corpus: &Corpus, labels: &[Option<u32>], count: usize) -> Vec<(Vec<f32>, f64)> {
    let labels: Vec<u32> = labels.iter().map(|label| label.unwrap_or(u32::MAX)).collect();
    let sums = corpus.vectors.sums(&labels, count);
    let mut sizes = vec![0f64; count];
    for &label in &labels {
        sizes.get_mut(label as usize).into_iter().for_each(|size| *size += 1.0);
    }
    let sizes = sizes.iter().copied();
    let one = |(theme, size): (usize, f64)| {
        let mut middle = sums.row(theme).to_vec();
        // The sum of all products, less those of each with itself, over the number of pairs.
        let likeness = (f64::from(dot(&middle, &middle)) - size) / (size * (size - 1.0)).max(1.0);
        normalise(&mut middle);
        (middle, likeness)
    };
    sizes.enumerate().map(one).collect()
}

/// For each theme itself, or the first of the same name where nothing tells it from that one: two such themes
/// are one to whoever reads them. The first `known` stay apart.
pub(super) fn namesakes(names: &[ThemeName], known: usize) -> Vec<usize> {
    let mut first: FxHashMap<String, usize> = FxHashMap::default();
    let one = |(theme, it): (usize, &ThemeName)| {
        if theme < known || it.is_heap || it.is_mixed {
            return theme;
        }
        let namesake = *first.entry(it.name.to_lowercase()).or_insert(theme);
        if it.detail.is_none() { namesake } else { theme }
    };
    names.iter().enumerate().map(one).collect()
}

/// Of themes that came out with one name the first keeps it; the others add what else marks them, and a number
/// where that is not enough.
pub(super) fn tell_apart(names: &mut [ThemeName]) {
    let mut seen: FxHashSet<String> = FxHashSet::default();
    for it in names.iter_mut() {
        if seen.insert(it.name.to_lowercase()) {
            continue;
        }
        if let Some(detail) = &it.detail {
            it.name = format!("{}: {}", it.name, wording::inner_case(detail));
        }
        let (base, mut number) = (it.name.clone(), 1);
        while !seen.insert(it.name.to_lowercase()) {
            number += 1;
            it.name = format!("{base} ({number})");
        }
    }
}

/// A theme's middle as a quote is chosen by, for callers that have vectors only.
pub(super) fn middle_of(rows: impl Iterator<Item = Vec<f32>>) -> Vec<f32> {
    let mut sum = vec![0f32; crate::text::DIMENSIONS];
    rows.for_each(|row| super::matrix::add(&mut sum, &row, 1.0));
    normalise(&mut sum);
    sum
}

#[cfg(test)]
mod tests;
