//! Answers brought to the theme whose name speaks for them, where the theme they were in has none.
//!
//! Discovery leaves some themes that nothing much brings together. An officer is helped by none of them:
//! their answers go to the best of their other themes, or to a theme whose name says what they say, and
//! only those left over are "other answers". A theme that one subject marks strongly, though most of its
//! answers are of something else, is kept as the theme of that subject alone.

use rayon::prelude::*;

use super::reading::Token;
use super::weighing::What;
use super::{Naming, ThemeName};
use crate::themes::coding::Coding;

/// Holding what more than this share of other answers hold brings no answer to a theme.
const COMMON: f64 = 0.12;

/// How a theme stands after it was named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// Its name speaks for most of its answers.
    Named,
    /// Its name speaks for some: those stay.
    Marked,
    /// It has no name.
    Nameless,
}

impl Naming<'_> {
    /// The codings with the answers of themes without a name brought elsewhere, those left over under
    /// `names.len()`. `fewest` answers make a theme.
    pub(in crate::themes) fn regroup(
        &self,
        texts: &[&str],
        names: &[ThemeName],
        codings: Vec<Coding>,
        fewest: usize,
    ) -> Vec<Coding> {
        let mut standings = standings(names);
        if standings.iter().all(|&standing| standing == Standing::Named) {
            return codings;
        }
        loop {
            let groups: Vec<&[Coding]> = codings.chunk_by(|a, b| a.answer == b.answer).collect();
            let regrouped: Vec<Vec<Coding>> =
                groups.par_iter().map(|group| self.place(texts, names, &standings, group)).collect();
            let mut sizes = vec![0usize; names.len() + 1];
            for coding in regrouped.iter().flatten() {
                sizes.get_mut(coding.theme).into_iter().for_each(|size| *size += 1);
            }
            let small = |(theme, standing): (usize, &Standing)| {
                *standing == Standing::Marked && sizes.get(theme).is_some_and(|&size| size < fewest)
            };
            let dissolved: Vec<usize> =
                standings.iter().enumerate().filter(|&it| small(it)).map(|(theme, _)| theme).collect();
            if dissolved.is_empty() {
                return regrouped.into_iter().flatten().collect();
            }
            for theme in dissolved {
                standings.get_mut(theme).into_iter().for_each(|standing| *standing = Standing::Nameless);
            }
        }
    }

    /// The codings of one answer.
    fn place(&self, texts: &[&str], names: &[ThemeName], standings: &[Standing], group: &[Coding]) -> Vec<Coding> {
        let standing = |theme: usize| standings.get(theme).copied().unwrap_or(Standing::Nameless);
        if group.iter().all(|coding| standing(coding.theme) == Standing::Named) {
            return group.to_vec();
        }
        let Some(first) = group.first() else { return Vec::new() };
        let spoken = self.spoken_in(first.answer, texts);
        let stays = |coding: &&Coding| match standing(coding.theme) {
            Standing::Named => true,
            Standing::Marked => {
                let name = names.get(coding.theme);
                name.is_some_and(|name| name.spoken.iter().any(|(what, _)| self.holds(what, &spoken)))
            }
            Standing::Nameless => false,
        };
        let mut kept: Vec<Coding> = group.iter().filter(stays).cloned().collect();
        if kept.is_empty() {
            let fitting = (0..names.len()).filter(|&theme| standing(theme) != Standing::Nameless);
            let rarest = fitting.filter_map(|theme| {
                let parts = names.get(theme)?.spoken.iter().filter(|(what, _)| self.holds(what, &spoken));
                parts
                    .map(|&(_, share)| share)
                    .filter(|&share| share <= COMMON)
                    .min_by(f64::total_cmp)
                    .map(|share| (share, theme))
            });
            let best = rarest.min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            let theme = best.map_or(names.len(), |(_, theme)| theme);
            kept.push(Coding { theme, score: first.score / 2.0, ..first.clone() });
        }
        if !kept.iter().any(|coding| coding.is_primary) {
            // Of equals the first.
            let best = kept.iter().enumerate().reduce(|best, it| if it.1.score > best.1.score { it } else { best });
            let best = best.map(|(at, _)| at).unwrap_or_default();
            kept.swap(0, best);
        }
        kept.iter_mut().enumerate().for_each(|(at, coding)| coding.is_primary = at == 0);
        kept
    }

    /// The words of an answer and the subjects it speaks of. The answers regrouped need not be those that were read.
    fn spoken_in(&self, answer: usize, texts: &[&str]) -> (Vec<Token>, Vec<u32>) {
        let tokens = self.reading.tokens_of(texts.get(answer).copied().unwrap_or_default());
        let subjects = self.index.subjects_of(&tokens, &self.reading);
        (tokens, subjects)
    }

    fn holds(&self, what: &What, spoken: &(Vec<Token>, Vec<u32>)) -> bool {
        match what {
            What::Subject(subject) => spoken.1.binary_search(subject).is_ok(),
            What::Phrase(key) => {
                let wanted: Vec<u32> = super::phrase_runs::stems(key).collect();
                let kind = |token: &Token| self.reading.kinds.get(token.word as usize).map(|kind| kind.stem);
                spoken
                    .0
                    .windows(wanted.len().max(1))
                    .any(|run| run.iter().zip(&wanted).all(|(token, &stem)| kind(token) == Some(stem)))
            }
        }
    }
}

/// How each theme stands; of two marked by one thing only the first keeps it.
fn standings(names: &[ThemeName]) -> Vec<Standing> {
    let named = names.iter().filter(|name| !name.is_heap);
    let mut taken: Vec<&What> = named.flat_map(|name| name.spoken.iter().map(|(what, _)| what)).collect();
    let mut standings = Vec::with_capacity(names.len());
    for name in names {
        let marks: Vec<&What> = name.spoken.iter().map(|(what, _)| what).collect();
        standings.push(match name.is_heap {
            false => Standing::Named,
            true if marks.is_empty() || marks.iter().any(|what| taken.contains(what)) => Standing::Nameless,
            true => {
                taken.extend(marks);
                Standing::Marked
            }
        });
    }
    standings
}
