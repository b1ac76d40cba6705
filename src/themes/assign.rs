//! Assignment: which themes each text has, for texts that themes were found among and for all others.
//!
//! A text has the theme of the whole, and those of its clauses that are clearly ahead there. Texts are read
//! one by one and nothing of them is kept but their themes, so that a million need no more room than their
//! codings. Leaves out where themes come from (`discovery`, `anchor`).

use rayon::prelude::*;

use super::FREE;
use super::coding::Coding;
use super::corpus::{Corpus, Unit};
use super::distinct::Distinct;
use super::refine::Model;
use super::watch::{Cancelled, Watch};
use crate::text::{Division, Vectors, clauses, words};

/// A clause's theme counts when it is this far ahead of the next.
const CLEAR: f32 = 2.0;

/// Texts with more words than this on average are divided into sentences, not clauses.
const LONG_ANSWERS: f64 = 25.0;

/// Texts between two looks at whether to go on.
const BLOCK: usize = 20_000;

/// The themes of one text with how far each is ahead of the next, the best first; none where nothing was read.
pub(super) type Themes = Vec<(u32, f32)>;

/// The division that suits a set of texts.
pub(super) fn division_for(texts: &[&str]) -> Division {
    let every = texts.len().div_ceil(2_000).max(1);
    let counts: Vec<usize> = texts.iter().step_by(every).map(|text| words(text).len()).collect();
    let mean = counts.iter().sum::<usize>() as f64 / counts.len().max(1) as f64;
    if mean > LONG_ANSWERS { Division::Sentence } else { Division::Clause }
}

/// Texts whose units are compared with the themes at one go.
const TOGETHER: usize = 64;

/// The themes of every text, seen from the corpus that the model was measured on, which is of the texts at the places
/// in `sample` (rising). `fixed` has the best theme of texts for which it is settled, [`FREE`] for others; it may be
/// shorter than the texts.
///
/// # Errors
/// [`Cancelled`] when the work is to stop.
pub(super) fn assign(
    texts: &[&str],
    sample: &[usize],
    fixed: &[u32],
    corpus: &Corpus,
    model: &Model,
    vectors: &Vectors,
    watch: Watch<'_>,
) -> Result<Vec<Themes>, Cancelled> {
    let division = division_for(texts);
    let mut all = Vec::with_capacity(texts.len());
    for block in texts.chunks(BLOCK) {
        watch.at(all.len() as f64 / texts.len() as f64)?;
        let first = all.len();
        let run = |(at, run): (usize, &[&str])| {
            let first = first + at * TOGETHER;
            let units = run.iter().zip(first..).map(|(text, place)| {
                // What was read to find themes is not read again.
                let whole = sample.binary_search(&place).ok().and_then(|row| corpus.own(row));
                units_of(text, whole, division, corpus, vectors)
            });
            let mut themes = themes_of(units.collect(), model);
            for (themes, place) in themes.iter_mut().zip(first..) {
                let fixed = fixed.get(place).filter(|&&fixed| fixed != FREE);
                fixed.into_iter().for_each(|&fixed| settle(themes, fixed));
            }
            themes
        };
        all.par_extend(block.par_chunks(TOGETHER).enumerate().flat_map_iter(run));
    }
    Ok(all)
}

/// A text and its clauses; none where nothing of the text could be read.
fn units_of(text: &str, whole: Option<Unit>, division: Division, corpus: &Corpus, vectors: &Vectors) -> Vec<Unit> {
    let mut spare = String::new();
    let whole = whole.unwrap_or_else(|| corpus.unit(text, vectors, &mut spare));
    if !whole.is_readable() {
        return Vec::new();
    }
    let parts = clauses(text, division);
    let mut units = vec![whole];
    if parts.len() > 1 {
        let part =
            |range: std::ops::Range<usize>| corpus.unit(text.get(range).unwrap_or_default(), vectors, &mut spare);
        units.extend(parts.into_iter().map(part).filter(|unit: &Unit| !unit.bag.is_empty()));
    }
    units
}

/// The themes of each of some texts.
fn themes_of(texts: Vec<Vec<Unit>>, model: &Model) -> Vec<Themes> {
    let counts: Vec<usize> = texts.iter().map(Vec::len).collect();
    let units: Vec<Unit> = texts.into_iter().flatten().collect();
    let mut best = model.best_of(&units).into_iter();
    let one = |count: usize| {
        let mut themes = Themes::new();
        for (at, (theme, lead)) in best.by_ref().take(count).enumerate() {
            if at == 0 || (lead >= CLEAR && themes.iter().all(|&(known, _)| known != theme)) {
                themes.push((theme, lead));
            }
        }
        themes
    };
    counts.into_iter().map(one).collect()
}

/// Puts the settled theme first, before those of clauses.
fn settle(themes: &mut Themes, fixed: u32) {
    match themes.iter().position(|&(theme, _)| theme == fixed) {
        Some(place) => themes.swap(0, place),
        None if themes.is_empty() => {}
        // What the words alone would say is not as good as what was settled.
        None => themes.iter_mut().take(1).for_each(|first| *first = (fixed, 0.0)),
    }
}

/// The codings of every answer from the themes of its text.
pub(super) fn codings_of(distinct: &Distinct<'_>, themes: &[Themes]) -> Vec<Coding> {
    let mut codings = Vec::with_capacity(distinct.of.len());
    for (answer, &text) in distinct.of.iter().enumerate() {
        let themes = themes.get(text as usize).map_or(&[][..], Vec::as_slice);
        codings.extend(themes.iter().enumerate().map(|(at, &(theme, lead))| Coding {
            answer,
            theme: theme as usize,
            score: sureness(lead),
            is_primary: at == 0,
        }));
    }
    codings
}

/// From how far ahead a theme is to a number from ½ (a tie) to 1.
fn sureness(lead: f32) -> f32 {
    1.0 - 0.5 * (-lead.max(0.0) / 4.0).exp()
}
