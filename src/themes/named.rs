//! Discovered themes named, and answers of those that nothing brings together brought elsewhere.
//!
//! Themes known from before keep their names and their answers. Leaves out how a name is made (`naming`).

use super::Theme;
use super::coding::Coding;
use super::discovery::fewest;
use super::naming::{Answers, Naming, Regrouped, ThemeName, namesakes, tell_apart};
use super::shown::Shown;
use crate::text::Vectors;

/// A theme of answers that lost theirs has at least this share of all: one more theme is one more to read.
const FEWEST: f64 = 0.008;

/// What themes are named from.
pub(super) struct Named<'a> {
    /// All answers.
    pub texts: &'a [&'a str],
    /// The answers that names are made from.
    pub shown: &'a Shown<'a>,
    /// How many themes there are.
    pub count: usize,
    /// Of these the first were known before.
    pub earlier: &'a [Theme],
    pub vectors: &'a Vectors,
}

impl Named<'_> {
    /// The themes' names and the codings. With `may_regroup`, answers of heaps go to themes that say what they say, and
    /// those left over to one more theme; without, all stay as they were found, mixed or not.
    pub fn themes(&self, codings: Vec<Coding>, may_regroup: bool) -> (Vec<ThemeName>, Vec<Coding>) {
        let naming = Naming::read(&self.shown.texts);
        let mut names = self.names(&naming, &codings, self.count);
        if !may_regroup {
            tell_apart(&mut names);
            return (names, codings);
        }
        let Shown { places, corpus, .. } = self.shown;
        let answers = Answers { texts: self.texts, read: places, corpus, vectors: self.vectors };
        let fewest = self.fewest();
        let Regrouped { mut codings, new_themes } =
            naming.regroup(&answers, &names, self.earlier.len(), codings, fewest);
        let rest = self.count;
        let mut names = self.names(&naming, &codings, rest + 1 + new_themes);
        let namesakes = namesakes(&names, self.earlier.len());
        // Of a theme that another took in nothing is left.
        let taken_in = |(theme, name): (usize, &mut ThemeName)| {
            if namesakes.get(theme) != Some(&theme) {
                name.name.clear();
            }
        };
        names.iter_mut().enumerate().for_each(taken_in);
        tell_apart(&mut names);
        names.iter_mut().skip(rest).take(1).for_each(|name| *name = ThemeName::nameless());
        // Answers of no theme stay together from run to run.
        let before = self.earlier.iter().position(ThemeName::is_of_the_rest);
        let is_left = |coding: &Coding| names.get(coding.theme).is_some_and(|name| name.is_heap || name.is_mixed);
        codings.retain(|coding| coding.is_primary || !is_left(coding));
        codings.iter_mut().filter(|coding| is_left(coding)).for_each(|coding| coding.theme = before.unwrap_or(rest));
        for coding in &mut codings {
            coding.theme = namesakes.get(coding.theme).copied().unwrap_or(coding.theme);
        }
        codings.dedup_by_key(|coding| (coding.answer, coding.theme));
        (names, codings)
    }

    /// How many of the answers shown make a theme: as many as where nothing is said twice, each as often as it is said.
    fn fewest(&self) -> usize {
        let rows = &self.shown.rows;
        let distinct = rows.chunk_by(|a, b| a == b).count().max(1);
        let fewest = fewest(distinct).max((FEWEST * distinct as f64).ceil() as usize);
        (fewest * rows.len()).div_ceil(distinct)
    }

    /// Names by the codings as they are; those known before keep theirs.
    fn names(&self, naming: &Naming<'_>, codings: &[Coding], count: usize) -> Vec<ThemeName> {
        // The rest has no words of its own.
        let mut labels = self.shown.labels(codings);
        labels.iter_mut().filter(|label| **label == Some(self.count as u32)).for_each(|label| *label = None);
        let mut names = naming.name(&self.shown.corpus, &labels, count, self.vectors);
        names.iter_mut().zip(self.earlier).for_each(|(name, theme)| name.keep(theme));
        names
    }
}
