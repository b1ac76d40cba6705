//! Discovered themes from the words to names and codings: what is said alike brought together, themes found
//! among a sample of it, every answer given to them, names and quotes chosen.
//!
//! Leaves out how themes are found (`discovery`, `anchor`) and code frames (`analysis`).

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::analysis::{Analysis, Progress, Step, finish, tell};
use super::anchor::{Known, discover_again};
use super::assign::{assign, codings_of};
use super::corpus::Corpus;
use super::discovery::{Discovery, DiscoverySettings, discover};
use super::distinct::Distinct;
use super::levels::{self, Branch};
use super::named::Named;
use super::naming::{ThemeName, name_themes};
use super::quotes::choose_quotes;
use super::seeded::Seeded;
use super::shown::Shown;
use super::watch::{Cancelled, Watch};
use super::{FREE, Theme, matrix};
use crate::text::Vectors;

/// Themes are looked for among no more distinct texts than this; all others are then given to them.
const SAMPLE: usize = 50_000;

/// All themes discovered.
pub(super) fn without_frame(
    texts: &[&str],
    known: &Known,
    vectors: &Vectors,
    settings: DiscoverySettings,
    progress: &Progress<'_>,
) -> Result<Analysis, Cancelled> {
    let distinct = Distinct::new(texts);
    let sample = Seeded::new(settings.seed).sample(SAMPLE, distinct.len());
    let corpus = Corpus::weighted(&distinct.select(&sample), distinct.weights(&sample), vectors);
    if (0..corpus.len()).all(|place| !corpus.is_readable(place)) {
        return Ok(Analysis::default());
    }
    let finding = |done: f64| progress(Step::Finding(done));
    let watch = Watch::new(&finding);
    let (found, fixed) = find(&distinct, &sample, &corpus, known, settings, watch.part(0.0, 0.8))?;
    let finer = match settings.finer {
        true => levels::finer(&corpus, &found, settings, watch.part(0.8, 0.9))?,
        false => Default::default(),
    };
    let themes = assign(&distinct.texts, &sample, &fixed, &corpus, &found.model, vectors, watch.part(0.9, 1.0))?;
    tell(progress, Step::Coding)?;
    let codings = codings_of(&distinct, &themes);
    tell(progress, Step::Naming)?;
    let shown = Shown::new(texts, &distinct, &sample, &corpus);
    // Where none of these answers was there before, themes are found anew and nothing is carried over.
    let earlier = if fixed.is_empty() { &[][..] } else { known.themes.as_slice() };
    let named = Named { texts, shown: &shown, count: found.count, earlier, vectors };
    let (names, codings) = named.themes(codings, settings.count.is_none());
    let labels = shown.labels(&codings);
    let groups = levels::broader(&corpus, &found);
    let group_of =
        |theme: Option<u32>| theme.and_then(|theme| groups.get(theme as usize).copied()).filter(|&g| g != FREE);
    let groups_of_answers: Vec<Option<u32>> = labels.iter().map(|&label| group_of(label)).collect();
    let broader = branches(&shown, &groups_of_answers, &holding(&groups), vectors);
    let finer_of_answers: Vec<Option<u32>> =
        shown.rows.iter().map(|&row| finer.0.get(row).copied().filter(|&label| label != FREE)).collect();
    let parts: Vec<Vec<usize>> = finer.1.iter().map(|&theme| vec![theme as usize]).collect();
    let finer = branches(&shown, &finer_of_answers, &parts, vectors);
    let themes = described(names, &shown, &labels, earlier, known);
    let result = Analysis { themes, codings, broader, finer, steadiness: found.steadiness, ..Analysis::default() };
    Ok(finish(result))
}

/// The themes of the sample, and for each distinct text its theme where that is settled.
fn find(
    distinct: &Distinct<'_>,
    sample: &[usize],
    corpus: &Corpus,
    known: &Known,
    settings: DiscoverySettings,
    watch: Watch<'_>,
) -> Result<(Discovery, Vec<u32>), Cancelled> {
    let mut fixed = vec![FREE; distinct.len()];
    // Where answers of the same words had several themes, the first of them stands for all.
    for (&text, label) in distinct.of.iter().zip(&known.labels) {
        let label = label.filter(|&label| label < known.themes.len());
        if let (Some(place), Some(label)) = (fixed.get_mut(text as usize), label) {
            *place = (*place).min(label as u32);
        }
    }
    let labels: Vec<u32> = sample.iter().filter_map(|&text| fixed.get(text).copied()).collect();
    if labels.iter().all(|&label| label == FREE) {
        return Ok((discover(corpus, settings, watch)?, Vec::new()));
    }
    let rest = known.themes.iter().position(ThemeName::is_of_the_rest).map(|rest| rest as u32);
    let found = discover_again(corpus, &labels, known.themes.len(), rest, settings, watch)?;
    for (&text, &label) in sample.iter().zip(&found.labels) {
        fixed.get_mut(text).into_iter().filter(|place| **place != FREE).for_each(|place| *place = label);
    }
    Ok((found, fixed))
}

/// Themes with their names, descriptions and quotes. The first are the earlier ones, which keep key and description;
/// no other takes a key that is known.
fn described(
    names: Vec<ThemeName>,
    shown: &Shown<'_>,
    labels: &[Option<u32>],
    earlier: &[Theme],
    known: &Known,
) -> Vec<Theme> {
    let count = names.len();
    let labels: Vec<u32> = labels.iter().map(|label| label.unwrap_or(FREE)).collect();
    let mut themes: Vec<Theme> = names
        .into_par_iter()
        .zip(matrix::members(&labels, count))
        .map(|(name, members)| {
            let members: Vec<usize> = members.into_iter().map(|place| place as usize).collect();
            let quotes = choose_quotes(&shown.texts, &shown.corpus, &members);
            Theme {
                key: key_of(&name.name),
                description: name.description,
                name: name.name,
                terms: name.terms,
                answers: 0,
                quotes: quotes.into_iter().filter_map(|place| shown.places.get(place).copied()).collect(),
                is_from_frame: false,
            }
        })
        .collect();
    let mut taken: FxHashSet<String> = known.themes.iter().map(|theme| theme.key.clone()).collect();
    for (theme, before) in themes.iter_mut().zip(earlier) {
        (theme.key, theme.description) = (before.key.clone(), before.description.clone());
    }
    for theme in themes.iter_mut().skip(earlier.len()) {
        theme.key = unused(&theme.key, &mut taken);
    }
    themes
}

/// The key, with a number where it is taken; taken from now on.
pub(super) fn unused(key: &str, taken: &mut FxHashSet<String>) -> String {
    let numbered = (2..).map(|number: usize| format!("{key}-{number}"));
    let free = std::iter::once(key.to_owned()).chain(numbered).find(|key| !taken.contains(key)).unwrap_or_default();
    taken.insert(free.clone());
    free
}

/// The themes that each broader theme holds.
fn holding(groups: &[u32]) -> Vec<Vec<usize>> {
    let count = groups.iter().filter(|&&group| group != FREE).max().map_or(0, |&last| last as usize + 1);
    let members = matrix::members(groups, count);
    members.into_iter().map(|themes| themes.into_iter().map(|theme| theme as usize).collect()).collect()
}

/// Broader and finer themes are named from no more answers than this.
const NAMED_FROM: usize = 4_000;

/// Broader or finer themes with their names; those without answers are left out.
fn branches(shown: &Shown<'_>, labels: &[Option<u32>], themes: &[Vec<usize>], vectors: &Vectors) -> Vec<Branch> {
    if themes.is_empty() {
        return Vec::new();
    }
    // Names of a few large themes need no more.
    let every = labels.len().div_ceil(NAMED_FROM).max(1);
    let some: Vec<usize> = (0..labels.len()).step_by(every).collect();
    let texts: Vec<&str> = some.iter().filter_map(|&place| shown.texts.get(place).copied()).collect();
    let of_some: Vec<Option<u32>> = some.iter().map(|&place| labels.get(place).copied().flatten()).collect();
    let names = name_themes(&texts, &shown.corpus.select(&some), &of_some, themes.len(), vectors);
    let answers = |at: usize| labels.iter().filter(|label| label.is_some_and(|label| label as usize == at)).count();
    let branch = |(at, (name, themes)): (usize, (ThemeName, &Vec<usize>))| Branch {
        name: name.name,
        terms: name.terms,
        themes: themes.clone(),
        answers: answers(at),
    };
    names.into_iter().zip(themes).enumerate().map(branch).filter(|branch| branch.answers > 0).collect()
}

/// A key from a name: folded words joined by hyphens, `theme` when there are none.
fn key_of(name: &str) -> String {
    let words: Vec<String> = crate::text::words(name).iter().map(crate::text::Word::folded).take(8).collect();
    if words.is_empty() { "theme".to_owned() } else { words.join("-") }
}

#[cfg(test)]
mod tests;
