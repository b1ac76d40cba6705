//! Themes of the answers to one question, from the words to the codings.
//!
//! With a code frame, answers are coded to it and themes are discovered only among those it does not
//! explain. Without one, all themes are discovered. Answers with nothing to say are set aside and
//! counted. Leaves out groups and intervals (`breakdown`) and files (`commands`).

use rustc_hash::FxHashSet;

use super::assign::{assign, codings_of};
use super::coding::Coding;
use super::corpus::Corpus;
use super::discovery::{DiscoverySettings, discover};
use super::distinct::Distinct;
use super::lexicon::Lexicon;
use super::naming::{ThemeName, name_themes};
use super::quotes::choose_quotes;
use super::seeded::Seeded;
use super::shown::Shown;
use super::watch::{Cancelled, Watch};
use super::{Theme, matrix};
use crate::text::{Content, Vectors, content_of};
use rayon::prelude::*;
use std::ops::ControlFlow;

/// What is asked of an analysis.
#[derive(Debug, Clone, Default)]
pub struct AnalysisSettings<'a> {
    /// How themes are discovered. With a code frame, the count is of discovered themes beside the frame's.
    pub discovery: DiscoverySettings,
    /// The code frame to use first, if any.
    pub frame: Option<&'a Lexicon>,
}

/// How many answers were set aside, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SetAside {
    /// Blank, or only punctuation.
    pub empty: usize,
    /// Said that they had nothing to say, or did not know.
    pub nothing: usize,
    /// In writing the engine could not read anything of.
    pub unreadable: usize,
}

/// Where an analysis has come to, for showing progress.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step {
    /// Words and vectors are being read.
    Reading,
    /// Themes are being found; the share done, from 0 to 1.
    Finding(f64),
    /// Answers are being coded.
    Coding,
    /// Names and quotes are being chosen.
    Naming,
}

/// Is told where an analysis has come to, and says whether to go on.
pub type Progress<'a> = dyn Fn(Step) -> ControlFlow<()> + Sync + 'a;

/// Themes and codings of a set of answers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Analysis {
    /// The code frame's themes that some answer has, then discovered ones; each by size, largest first.
    pub themes: Vec<Theme>,
    /// Every theme of every coded answer, in the order of the answers, the primary one first.
    pub codings: Vec<Coding>,
    /// How many answers there were.
    pub answers: usize,
    /// The places of the answers that had something to say, in rising order.
    pub with_content: Vec<usize>,
    /// Answers that were not coded because there was nothing to read in them.
    pub set_aside: SetAside,
    /// How much discovered themes agreed between two runs from different chances (adjusted Rand index, 1 when
    /// they were the same); `None` when nothing was compared.
    pub agreement: Option<f64>,
}

impl Analysis {
    /// How many answers had something to say: what shares are taken of.
    pub fn base(&self) -> usize {
        self.with_content.len()
    }
}

/// Finds and codes the themes of `answers`.
pub fn analyse(
    answers: &[&str],
    vectors: &Vectors,
    settings: &AnalysisSettings<'_>,
    progress: &(dyn Fn(Step) + Sync),
) -> Analysis {
    let go_on = |step: Step| {
        progress(step);
        ControlFlow::Continue(())
    };
    analyse_while(answers, vectors, settings, &go_on).unwrap_or_default()
}

/// Finds and codes the themes of `answers` for as long as `progress` says to go on.
///
/// # Errors
/// [`Cancelled`] when it said to stop.
pub fn analyse_while(
    answers: &[&str],
    vectors: &Vectors,
    settings: &AnalysisSettings<'_>,
    progress: &Progress<'_>,
) -> Result<Analysis, Cancelled> {
    tell(progress, Step::Reading)?;
    let contents: Vec<Content> = answers.par_iter().map(|text| content_of(text)).collect();
    let count = |content: Content| contents.iter().filter(|&&other| other == content).count();
    let has_content = |&place: &usize| contents.get(place) == Some(&Content::Something);
    let kept: Vec<usize> = (0..answers.len()).filter(has_content).collect();
    let texts: Vec<&str> = kept.iter().filter_map(|&place| answers.get(place).copied()).collect();
    let mut found = match settings.frame {
        Some(lexicon) => with_frame(&texts, vectors, lexicon, settings.discovery, progress)?,
        None => without_frame(&texts, vectors, settings.discovery, progress)?,
    };
    // Every text that anything could be read of has a primary theme.
    let unreadable = texts.len() - found.codings.iter().filter(|coding| coding.is_primary).count();
    let set_aside = SetAside { empty: count(Content::Empty), nothing: count(Content::Nothing), unreadable };
    let original = |place: usize| kept.get(place).copied().unwrap_or_default();
    found.codings.iter_mut().for_each(|coding| coding.answer = original(coding.answer));
    found.themes.iter_mut().for_each(|theme| theme.quotes.iter_mut().for_each(|quote| *quote = original(*quote)));
    Ok(Analysis { answers: answers.len(), set_aside, with_content: kept, ..found })
}

/// Says where the work is and asks whether to go on.
fn tell(progress: &Progress<'_>, step: Step) -> Result<(), Cancelled> {
    match progress(step) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(Cancelled),
    }
}

/// Themes are looked for among no more distinct texts than this; all others are then given to them.
const SAMPLE: usize = 50_000;

/// All themes discovered.
fn without_frame(
    texts: &[&str],
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
    let found = discover(&corpus, settings, watch.part(0.0, 0.9))?;
    let themes = assign(&distinct.texts, &corpus, &found.model, vectors, watch.part(0.9, 1.0))?;
    tell(progress, Step::Coding)?;
    let mut codings = codings_of(&distinct, &themes);
    tell(progress, Step::Naming)?;
    let shown = Shown::new(texts, &distinct, &sample, &corpus);
    let names = name_themes(&shown.texts, &shown.corpus, &shown.labels(&codings), found.count, vectors);
    pool_nameless(&names, &mut codings);
    let labels: Vec<u32> = shown.labels(&codings).into_iter().map(|label| label.unwrap_or(u32::MAX)).collect();
    let themes: Vec<Theme> = names
        .into_par_iter()
        .zip(matrix::members(&labels, found.count))
        .map(|(name, members)| {
            let members: Vec<usize> = members.into_iter().map(|place| place as usize).collect();
            let quotes = choose_quotes(&shown.texts, &shown.corpus, &members);
            Theme {
                key: key_of(&name.name),
                description: describe(&name.terms),
                name: name.name,
                terms: name.terms,
                answers: 0,
                quotes: quotes.into_iter().filter_map(|place| shown.places.get(place).copied()).collect(),
                is_from_frame: false,
            }
        })
        .collect();
    Ok(Analysis { agreement: found.agreement, ..finish(themes, codings) })
}

/// Gives answers of themes that share no phrase to the first of them: they are of no theme together, and
/// nobody is helped by reading of several such.
fn pool_nameless(names: &[ThemeName], codings: &mut Vec<Coding>) {
    let is_nameless = |theme: usize| names.get(theme).is_some_and(|name| name.terms.is_empty());
    let Some(pool) = (0..names.len()).find(|&theme| is_nameless(theme)) else { return };
    codings.retain(|coding| coding.is_primary || !is_nameless(coding.theme));
    codings.iter_mut().filter(|coding| is_nameless(coding.theme)).for_each(|coding| coding.theme = pool);
}

/// The frame's themes, then discovery among the answers it does not explain.
fn with_frame(
    texts: &[&str],
    vectors: &Vectors,
    lexicon: &Lexicon,
    settings: DiscoverySettings,
    progress: &Progress<'_>,
) -> Result<Analysis, Cancelled> {
    tell(progress, Step::Coding)?;
    let corpus = Corpus::new(texts, vectors);
    let coded: Vec<Vec<Coding>> =
        texts.par_iter().enumerate().map(|(place, text)| lexicon.code(place, text, vectors)).collect();
    let unexplained: Vec<usize> =
        (0..texts.len()).filter(|&place| coded.get(place).is_some_and(Vec::is_empty)).collect();
    let rest: Vec<&str> = unexplained.iter().filter_map(|&place| texts.get(place).copied()).collect();
    let frame_themes = lexicon.themes();
    let mut codings: Vec<Coding> = coded.into_iter().flatten().collect();
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); frame_themes.len()];
    for coding in codings.iter().filter(|coding| coding.is_primary) {
        members.get_mut(coding.theme).into_iter().for_each(|places| places.push(coding.answer));
    }
    let mut themes: Vec<Theme> = frame_themes
        .into_par_iter()
        .zip(&members)
        .map(|(theme, members)| Theme { quotes: choose_quotes(texts, &corpus, members), ..theme })
        .collect();
    let mut discovered = without_frame(&rest, vectors, settings, progress)?;
    let offset = themes.len();
    let original = |place: usize| unexplained.get(place).copied().unwrap_or_default();
    for theme in &mut discovered.themes {
        theme.quotes.iter_mut().for_each(|quote| *quote = original(*quote));
    }
    for coding in &mut discovered.codings {
        (coding.answer, coding.theme) = (original(coding.answer), coding.theme + offset);
    }
    themes.append(&mut discovered.themes);
    codings.append(&mut discovered.codings);
    codings.sort_by_key(|coding| (coding.answer, !coding.is_primary));
    Ok(Analysis { agreement: discovered.agreement, ..finish(themes, codings) })
}

/// Counts answers, orders themes (the frame's first, then by size), drops empty ones, makes keys unique.
fn finish(mut themes: Vec<Theme>, mut codings: Vec<Coding>) -> Analysis {
    themes.iter_mut().for_each(|theme| theme.answers = 0);
    for coding in &codings {
        themes.get_mut(coding.theme).into_iter().for_each(|theme| theme.answers += 1);
    }
    let mut order: Vec<usize> = (0..themes.len()).filter(|&at| themes.get(at).is_some_and(|t| t.answers > 0)).collect();
    order.sort_by_key(|&at| themes.get(at).map(|t| (!t.is_from_frame, std::cmp::Reverse(t.answers), at)));
    let mut new_place = vec![0usize; themes.len()];
    for (new, &old) in order.iter().enumerate() {
        new_place.get_mut(old).into_iter().for_each(|place| *place = new);
    }
    codings.iter_mut().for_each(|it| it.theme = new_place.get(it.theme).copied().unwrap_or_default());
    let mut ordered: Vec<Theme> = order.iter().filter_map(|&at| themes.get(at).cloned()).collect();
    let mut seen: FxHashSet<String> = FxHashSet::default();
    for theme in &mut ordered {
        let (base, mut number) = (theme.key.clone(), 1);
        while !seen.insert(theme.key.clone()) {
            number += 1;
            theme.key = format!("{base}-{number}");
        }
    }
    Analysis { themes: ordered, codings, ..Analysis::default() }
}

/// A key from a name: folded words joined by hyphens, `theme` when there are none.
fn key_of(name: &str) -> String {
    let words: Vec<String> = crate::text::words(name).iter().map(crate::text::Word::folded).take(8).collect();
    if words.is_empty() { "theme".to_owned() } else { words.join("-") }
}

/// How a discovered theme is described: by the words that mark it.
fn describe(terms: &[String]) -> String {
    let quoted: Vec<String> = terms.iter().take(6).map(|term| format!("\u{201c}{term}\u{201d}")).collect();
    match quoted.split_last() {
        None => "Answers that share no particular words.".to_owned(),
        Some((only, [])) => format!("Answers marked by {only}."),
        Some((last, rest)) => format!("Answers marked by {} and {last}.", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests;
