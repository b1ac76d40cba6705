//! Themes of the answers to one question, from the words to the codings.
//!
//! With a code frame, answers are coded to it and themes are discovered only among those it does not
//! explain. Without one, all themes are discovered. Answers with nothing to say are set aside and
//! counted. Leaves out groups and intervals (`breakdown`) and files (`commands`).

use rustc_hash::FxHashSet;

use super::coding::{Coding, code_answers};
use super::corpus::Corpus;
use super::discovery::{DiscoverySettings, discover};
use super::lexicon::Lexicon;
use super::naming::{Naming, ThemeName};
use super::quotes::choose_quotes;
use super::{Theme, matrix};
use crate::text::{Content, Vectors, content_of};
use rayon::prelude::*;

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
    progress(Step::Reading);
    let contents: Vec<Content> = answers.par_iter().map(|text| content_of(text)).collect();
    let count = |content: Content| contents.iter().filter(|&&other| other == content).count();
    let mut set_aside = SetAside { empty: count(Content::Empty), nothing: count(Content::Nothing), unreadable: 0 };
    let has_content = |&place: &usize| contents.get(place) == Some(&Content::Something);
    let kept: Vec<usize> = (0..answers.len()).filter(has_content).collect();
    let texts: Vec<&str> = kept.iter().filter_map(|&place| answers.get(place).copied()).collect();
    let corpus = Corpus::new(&texts, vectors);
    let mut found = match settings.frame {
        Some(lexicon) => with_frame(&texts, &corpus, vectors, lexicon, settings.discovery, progress),
        None => without_frame(&texts, &corpus, vectors, settings.discovery, progress),
    };
    let coded: FxHashSet<usize> = found.codings.iter().map(|coding| coding.answer).collect();
    set_aside.unreadable =
        (0..texts.len()).filter(|place| !coded.contains(place) && !corpus.is_readable(*place)).count();
    let original = |place: usize| kept.get(place).copied().unwrap_or_default();
    found.codings.iter_mut().for_each(|coding| coding.answer = original(coding.answer));
    found.themes.iter_mut().for_each(|theme| theme.quotes.iter_mut().for_each(|quote| *quote = original(*quote)));
    Analysis { answers: answers.len(), set_aside, with_content: kept, ..found }
}

/// All themes discovered.
fn without_frame(
    texts: &[&str],
    corpus: &Corpus,
    vectors: &Vectors,
    settings: DiscoverySettings,
    progress: &(dyn Fn(Step) + Sync),
) -> Analysis {
    let readable: Vec<usize> = (0..corpus.len()).filter(|&place| corpus.is_readable(place)).collect();
    if readable.is_empty() {
        return Analysis::default();
    }
    let found = discover(corpus, settings, &|done| progress(Step::Finding(done)));
    progress(Step::Coding);
    let mut codings = code_answers(texts, corpus, &found.model, vectors);
    progress(Step::Naming);
    let naming = Naming::read(texts);
    let mut names = naming.name(corpus, &primaries(&codings, texts.len()), found.count, vectors);
    // Where a number of themes was asked for, they stay as they were found, mixed or not.
    if settings.count.is_none() {
        codings = naming.regroup(texts, &names, codings, fewest(texts.len()));
        names = naming.name(corpus, &primaries(&codings, texts.len()), found.count, vectors);
        names.push(ThemeName::nameless());
        codings = pool_heaps(&names, codings);
    }
    let labels = primaries(&codings, texts.len());
    let by_theme = matrix::members(&labels.iter().map(|l| l.unwrap_or(u32::MAX)).collect::<Vec<_>>(), names.len());
    let themes: Vec<Theme> = names
        .into_par_iter()
        .zip(by_theme)
        .map(|(name, members)| {
            let members: Vec<usize> = members.into_iter().map(|place| place as usize).collect();
            Theme {
                key: key_of(&name.name),
                description: name.description,
                name: name.name,
                terms: name.terms,
                answers: 0,
                quotes: choose_quotes(texts, corpus, &members),
                is_from_frame: false,
            }
        })
        .collect();
    finish(themes, codings)
}

/// Puts what is left in heaps into the last theme, which is for all of them; one beside another tells nothing.
fn pool_heaps(names: &[ThemeName], codings: Vec<Coding>) -> Vec<Coding> {
    let is_heap = |coding: &Coding| names.get(coding.theme).is_some_and(|name| name.is_heap);
    let pool = names.len().saturating_sub(1);
    let kept = codings.into_iter().filter(|coding| coding.is_primary || !is_heap(coding));
    kept.map(|coding| if is_heap(&coding) { Coding { theme: pool, ..coding } } else { coding }).collect()
}

/// The fewest answers that make a theme.
fn fewest(answers: usize) -> usize {
    (0.003 * answers as f64).ceil().max(2.0) as usize
}

/// The primary theme of each answer.
fn primaries(codings: &[Coding], answers: usize) -> Vec<Option<u32>> {
    let mut labels: Vec<Option<u32>> = vec![None; answers];
    for coding in codings.iter().filter(|coding| coding.is_primary) {
        labels.get_mut(coding.answer).into_iter().for_each(|label| *label = Some(coding.theme as u32));
    }
    labels
}

/// The frame's themes, then discovery among the answers it does not explain.
fn with_frame(
    texts: &[&str],
    corpus: &Corpus,
    vectors: &Vectors,
    lexicon: &Lexicon,
    settings: DiscoverySettings,
    progress: &(dyn Fn(Step) + Sync),
) -> Analysis {
    progress(Step::Coding);
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
        .map(|(theme, members)| Theme { quotes: choose_quotes(texts, corpus, members), ..theme })
        .collect();
    let mut discovered = without_frame(&rest, &Corpus::new(&rest, vectors), vectors, settings, progress);
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
    finish(themes, codings)
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

#[cfg(test)]
mod tests;
