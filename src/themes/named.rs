//! Discovered themes named, and answers of those that nothing brings together brought elsewhere.
//!
//! Themes known from before keep their names and their answers. Leaves out how a name is made (`naming`).

use super::Theme;
use super::coding::Coding;
use super::discovery::fewest;
use super::naming::{Naming, ThemeName};
use super::shown::Shown;
use crate::text::Vectors;

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
        let names = self.names(&naming, &codings);
        if !may_regroup {
            return (names, codings);
        }
        let mut codings = naming.regroup(self.texts, &names, codings, fewest(self.texts.len()));
        let mut names = self.names(&naming, &codings);
        // Answers of no theme stay together from run to run.
        let before = self.earlier.iter().position(ThemeName::is_of_the_rest);
        names.push(ThemeName::nameless());
        let rest = self.count;
        let is_heap = |coding: &Coding| names.get(coding.theme).is_some_and(|name| name.is_heap);
        codings.retain(|coding| coding.is_primary || !is_heap(coding));
        codings.iter_mut().filter(|coding| is_heap(coding)).for_each(|coding| coding.theme = before.unwrap_or(rest));
        (names, codings)
    }

    /// Names by the codings as they are; those known before keep theirs.
    fn names(&self, naming: &Naming<'_>, codings: &[Coding]) -> Vec<ThemeName> {
        let labels = self.shown.labels(codings);
        let mut names = naming.name(&self.shown.corpus, &labels, self.count, self.vectors);
        names.iter_mut().zip(self.earlier).for_each(|(name, theme)| name.keep(theme));
        names
    }
}
