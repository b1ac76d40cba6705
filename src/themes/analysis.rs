//! Themes of the answers to one question, from the words to the codings.
//!
//! With a code frame, answers are coded to it and themes are discovered only among those it does not
//! explain. Without one, all themes are discovered. Answers with nothing to say are set aside and
//! counted. Leaves out groups and intervals (`breakdown`) and files (`commands`).

use rustc_hash::FxHashSet;

use super::Theme;
use super::anchor::Known;
use super::coding::Coding;
use super::corpus::Corpus;
use super::discovered::{unused, without_frame};
use super::discovery::DiscoverySettings;
use super::learning::{Coder, InContext};
use super::levels::Branch;
use super::lexicon::Lexicon;
use super::naming::OTHER;
use super::quotes::choose_quotes;
use super::watch::Cancelled;
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
    /// For each answer the question it replies to and whose it is, which help to code to the frame; empty where
    /// nobody says.
    pub around: &'a [(&'a str, &'a str)],
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
    /// Broader themes, each holding several discovered ones; a theme may stand alone.
    pub broader: Vec<Branch>,
    /// Finer themes, each part of a discovered one; only where they were asked for.
    pub finer: Vec<Branch>,
    /// How much discovered themes agreed between two runs from different chances (adjusted Rand index, 1 when
    /// they were the same); `None` when nothing was compared.
    pub steadiness: Option<f64>,
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
    analyse_again(answers, &Known::default(), vectors, settings, progress)
}

/// The same when themes were discovered before: they keep key, name and answers, further answers go to them, and
/// new themes are proposed from what nothing explains. Without earlier themes all is discovered.
///
/// # Errors
/// [`Cancelled`] when `progress` said to stop.
pub fn analyse_again(
    answers: &[&str],
    known: &Known,
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
        Some(lexicon) => {
            let around = |place: usize| settings.around.get(place).copied().unwrap_or_default();
            let answers: Vec<InContext<'_>> = kept
                .iter()
                .zip(&texts)
                .map(|(&place, &text)| InContext { text, question: around(place).0, respondent: around(place).1 })
                .collect();
            with_frame(&answers, &known.select(&kept), vectors, lexicon, settings.discovery, progress)?
        }
        None => without_frame(&texts, &known.select(&kept), vectors, settings.discovery, progress)?,
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
pub(super) fn tell(progress: &Progress<'_>, step: Step) -> Result<(), Cancelled> {
    match progress(step) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(Cancelled),
    }
}

/// The frame's themes, then discovery among the answers it does not explain.
fn with_frame(
    answers: &[InContext<'_>],
    known: &Known,
    vectors: &Vectors,
    lexicon: &Lexicon,
    settings: DiscoverySettings,
    progress: &Progress<'_>,
) -> Result<Analysis, Cancelled> {
    tell(progress, Step::Coding)?;
    let texts: Vec<&str> = answers.iter().map(|answer| answer.text).collect();
    let coded = Coder::of_frame(lexicon, vectors).code(answers);
    let unexplained: Vec<usize> =
        (0..texts.len()).filter(|&place| coded.get(place).is_some_and(Vec::is_empty)).collect();
    let rest: Vec<&str> = unexplained.iter().filter_map(|&place| texts.get(place).copied()).collect();
    let frame_themes = lexicon.themes();
    let mut codings: Vec<Coding> = coded.into_iter().flatten().collect();
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); frame_themes.len()];
    for coding in codings.iter().filter(|coding| coding.is_primary) {
        members.get_mut(coding.theme).into_iter().for_each(|places| places.push(coding.answer));
    }
    let mut themes = quoted(frame_themes, &members, &texts, vectors);
    let mut discovered = without_frame(&rest, &known.select(&unexplained), vectors, settings, progress)?;
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
    let moved = |mut branch: Branch| {
        branch.themes.iter_mut().for_each(|theme| *theme += offset);
        branch
    };
    let broader = discovered.broader.into_iter().map(moved).collect();
    let finer = discovered.finer.into_iter().map(moved).collect();
    let steadiness = discovered.steadiness;
    Ok(finish(Analysis { themes, codings, broader, finer, steadiness, ..Analysis::default() }))
}

/// Of a theme's answers, quotes are chosen from no more than this, spread evenly.
const QUOTED_FROM: usize = 1_000;

/// The frame's themes with quotes from their members. Only answers that may be quoted are read for it: the vectors
/// of a million would take a gigabyte.
fn quoted(themes: Vec<Theme>, members: &[Vec<usize>], texts: &[&str], vectors: &Vectors) -> Vec<Theme> {
    let some = |members: &Vec<usize>| -> Vec<usize> {
        members.iter().copied().step_by(members.len().div_ceil(QUOTED_FROM).max(1)).collect()
    };
    let members: Vec<Vec<usize>> = members.iter().map(some).collect();
    let mut places: Vec<usize> = members.iter().flatten().copied().collect();
    places.sort_unstable();
    places.dedup();
    let read: Vec<&str> = places.iter().filter_map(|&place| texts.get(place).copied()).collect();
    let corpus = Corpus::new(&read, vectors);
    let one = |(theme, members): (Theme, &Vec<usize>)| {
        let rows: Vec<usize> = members.iter().filter_map(|place| places.binary_search(place).ok()).collect();
        let quotes = choose_quotes(&read, &corpus, &rows);
        Theme { quotes: quotes.into_iter().filter_map(|row| places.get(row).copied()).collect(), ..theme }
    };
    themes.into_par_iter().zip(&members).map(one).collect()
}

/// Counts answers, orders themes (the frame's first, then by size), drops empty ones, makes keys unique.
pub(super) fn finish(found: Analysis) -> Analysis {
    let Analysis { mut themes, mut codings, .. } = found;
    themes.iter_mut().for_each(|theme| theme.answers = 0);
    for coding in &codings {
        themes.get_mut(coding.theme).into_iter().for_each(|theme| theme.answers += 1);
    }
    let mut order: Vec<usize> = (0..themes.len()).filter(|&at| themes.get(at).is_some_and(|t| t.answers > 0)).collect();
    let is_rest = |theme: &Theme| theme.name == OTHER;
    order.sort_by_key(|&at| themes.get(at).map(|t| (!t.is_from_frame, is_rest(t), std::cmp::Reverse(t.answers), at)));
    let mut new_place: Vec<Option<usize>> = vec![None; themes.len()];
    for (new, &old) in order.iter().enumerate() {
        new_place.get_mut(old).into_iter().for_each(|place| *place = Some(new));
    }
    let place = |theme: usize| new_place.get(theme).copied().flatten();
    codings.iter_mut().for_each(|it| it.theme = place(it.theme).unwrap_or_default());
    let moved = |branches: Vec<Branch>| -> Vec<Branch> {
        let moved = branches.into_iter().map(|mut branch| {
            branch.themes = branch.themes.iter().filter_map(|&theme| place(theme)).collect();
            branch
        });
        moved.filter(|branch| !branch.themes.is_empty()).collect()
    };
    let (broader, finer) = (moved(found.broader), moved(found.finer));
    let mut ordered: Vec<Theme> = order.iter().filter_map(|&at| themes.get(at).cloned()).collect();
    let mut taken: FxHashSet<String> = FxHashSet::default();
    ordered.iter_mut().for_each(|theme| theme.key = unused(&theme.key, &mut taken));
    Analysis { themes: ordered, codings, broader, finer, steadiness: found.steadiness, ..Analysis::default() }
}

#[cfg(test)]
mod tests;
