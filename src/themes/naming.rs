//! Names an officer could say aloud, made from the words of the answers themselves.
//!
//! A phrase marks a theme when it is much commoner in it than elsewhere (log-likelihood ratio G²) and
//! stands near its middle. The best two or three that say different things make the name. Forms of a
//! word count together and the commonest form is shown. Leaves out judging whether a name is fair:
//! officers rename.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::corpus::Corpus;
use super::matrix::{dot, normalise};
use crate::text::{Language, Vectors, is_empty_name, is_stop_word, phrases, redact, stem};

/// What a theme is called and the phrases that mark it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeName {
    /// Two or three phrases in sentence case: `Bus fares, getting home`.
    pub name: String,
    /// Up to eight phrases that mark the theme, best first.
    pub terms: Vec<String>,
}

/// Names are made from no more answers than this; there is nothing to gain from more.
const SAMPLE: usize = 60_000;

/// Phrases weighed for each theme.
const CANDIDATES: usize = 25;

/// Phrases in a name, and terms listed, at most.
const IN_NAME: usize = 3;
const TERMS: usize = 8;

/// A phrase in its most usual form, with where it is found.
#[derive(Debug, Default)]
struct Found {
    /// How often each written form was seen.
    forms: FxHashMap<String, u32>,
    /// In how many answers of each theme.
    themes: FxHashMap<u32, u32>,
    /// In how many answers in all.
    answers: u32,
}

/// A phrase's stems and how it is written.
type Keyed = (String, String);

/// A phrase weighed for one theme.
struct Candidate<'a> {
    key: &'a str,
    form: &'a str,
    score: f64,
    vector: Vec<f32>,
}

/// Names every theme below `count` from the answers whose label it is. A theme of which nothing can be
/// said is called "Other answers".
pub fn name_themes(
    answers: &[&str],
    corpus: &Corpus,
    labels: &[Option<u32>],
    count: usize,
    vectors: &Vectors,
) -> Vec<ThemeName> {
    let every = answers.len().div_ceil(SAMPLE).max(1);
    let chosen: Vec<usize> = (0..answers.len()).step_by(every).collect();
    let mut sizes = vec![0u32; count];
    for &place in &chosen {
        let label = labels.get(place).copied().flatten();
        label.and_then(|label| sizes.get_mut(label as usize)).into_iter().for_each(|size| *size += 1);
    }
    let found = find_phrases(answers, labels, &chosen);
    let mut keys: Vec<&String> = found.keys().collect();
    keys.sort_unstable();
    let mut of_theme: Vec<Vec<&str>> = vec![Vec::new(); count];
    for key in keys {
        for &theme in found.get(key).into_iter().flat_map(|found| found.themes.keys()) {
            of_theme.get_mut(theme as usize).into_iter().for_each(|keys| keys.push(key));
        }
    }
    let middles = middles(corpus, labels, count);
    let one = |theme: usize| {
        let keys = of_theme.get(theme).map_or(&[][..], Vec::as_slice);
        let size = sizes.get(theme).copied().unwrap_or_default();
        let weighed = weigh(&found, keys, theme as u32, size, chosen.len() as u32);
        choose(weighed, middles.get(theme).map_or(&[][..], Vec::as_slice), corpus, vectors)
    };
    let mut names: Vec<ThemeName> = (0..count).into_par_iter().map(one).collect();
    tell_apart(&mut names);
    names
}

/// The mean direction of each theme.
fn middles(corpus: &Corpus, labels: &[Option<u32>], count: usize) -> Vec<Vec<f32>> {
    let labels: Vec<u32> = labels.iter().map(|label| label.unwrap_or(u32::MAX)).collect();
    let mut sums = corpus.vectors.sums(&labels, count);
    sums.normalise();
    (0..count).map(|theme| sums.row(theme).to_vec()).collect()
}

/// Every phrase of the chosen answers by its stems.
fn find_phrases(answers: &[&str], labels: &[Option<u32>], chosen: &[usize]) -> FxHashMap<String, Found> {
    let read = |&place: &usize| {
        let text = answers.get(place).copied().unwrap_or_default();
        (labels.get(place).copied().flatten(), keyed_phrases(text))
    };
    let all: Vec<(Option<u32>, Vec<Keyed>)> = chosen.par_iter().map(read).collect();
    let mut found: FxHashMap<String, Found> = FxHashMap::default();
    for (label, phrases) in all {
        let mut seen: FxHashSet<String> = FxHashSet::default();
        for (key, form) in phrases {
            let entry = found.entry(key.clone()).or_default();
            *entry.forms.entry(form).or_default() += 1;
            if seen.insert(key) {
                entry.answers += 1;
                label.into_iter().for_each(|theme| *entry.themes.entry(theme).or_default() += 1);
            }
        }
    }
    found
}

/// The phrases of one answer that could stand in a name, each with its stems and its written form. Personal
/// data is taken out first: a theme must not be named after somebody.
fn keyed_phrases(text: &str) -> Vec<Keyed> {
    // Very long answers are read from the start only: a name is not made from their thousandth word.
    let text = text.char_indices().nth(2_000).and_then(|(end, _)| text.get(..end)).unwrap_or(text);
    let text = redact(text);
    let lower = text.chars().filter(|c| c.is_lowercase()).count();
    let is_shouted = text.chars().filter(|c| c.is_uppercase()).count() > lower;
    let keyed = phrases(&text).into_iter().filter_map(|phrase| {
        let start = phrase.surface.as_ptr() as usize - text.as_ptr() as usize;
        if text.get(..start).is_some_and(|before| before.ends_with('[')) || !could_name(&phrase.folded) {
            return None;
        }
        let stems: Vec<_> = phrase.folded.iter().map(|word| stem(Language::ENGLISH, word)).collect();
        Some((stems.join(" "), written(&text, phrase.surface, start, is_shouted)))
    });
    keyed.collect()
}

/// Grammar that may stand inside a name: "cost of living", "mums and dads".
const JOINS: &[&str] = &["of", "and", "for", "in", "to", "the"];

/// Words that say nothing alone but may begin a name: "young carers", "work experience".
const BEGINNINGS: &[&str] = &[
    "young", "younger", "old", "older", "work", "working", "support", "good", "better", "bad", "poor", "long",
    "longer", "early", "late", "later", "open", "new", "high", "low", "free", "safe", "first", "second", "real", "big",
    "small", "large", "extra", "full", "part", "time", "place", "common", "special", "right", "clear", "easy", "quick",
    "nice",
];

/// Whether a phrase could stand in a name: one telling word, or several of which the last tells
/// something, joined by nothing but joining words.
fn could_name(folded: &[String]) -> bool {
    let (Some(first), Some(last)) = (folded.first(), folded.last()) else { return false };
    let inner = folded.get(1..folded.len().saturating_sub(1)).unwrap_or_default();
    let is_joined = inner.iter().all(|word| !is_stop_word(word) || JOINS.contains(&word.as_str()));
    let has_join = inner.iter().any(|word| is_stop_word(word));
    let may_begin = !is_empty_name(first) || (folded.len() > 1 && !has_join && BEGINNINGS.contains(&first.as_str()));
    is_joined && may_begin && !is_empty_name(last)
}

/// How a phrase is written when it stands inside a sentence.
fn written(text: &str, surface: &str, start: usize, is_shouted: bool) -> String {
    let surface = surface.replace('\n', " ");
    if is_shouted {
        return surface.to_lowercase();
    }
    let before = text.get(..start).unwrap_or_default().trim_end();
    let begins = before.is_empty() || before.ends_with(['.', '!', '?', ':', '-', '"', '“', ';', '\n', ')']);
    let rest_is_lower = !surface.chars().skip(1).any(char::is_uppercase);
    match begins && rest_is_lower && surface.chars().nth(1).is_some_and(char::is_alphanumeric) {
        true => surface.chars().take(1).flat_map(char::to_lowercase).chain(surface.chars().skip(1)).collect(),
        false => surface,
    }
}

/// The phrases that mark a theme, best first.
fn weigh<'a>(
    found: &'a FxHashMap<String, Found>,
    keys: &[&'a str],
    theme: u32,
    size: u32,
    all: u32,
) -> Vec<Candidate<'a>> {
    let enough = (f64::from(size) * 0.02).max(2.0);
    let mut weighed: Vec<Candidate<'_>> = keys
        .iter()
        .filter_map(|&key| {
            let it = found.get(key)?;
            let inside = f64::from(*it.themes.get(&theme)?);
            let score = marking(inside, f64::from(it.answers), f64::from(size), f64::from(all))?;
            let form = it.forms.iter().max_by(|a, b| a.1.cmp(b.1).then(b.0.cmp(a.0)))?.0;
            let words = key.split(' ').count() as f64;
            let ends = [form.split([' ', '-']).next(), form.rsplit([' ', '-']).next()];
            let empty_ends = ends.iter().flatten().filter(|word| is_empty_name(&word.to_lowercase())).count();
            let spread = (inside / f64::from(size)).powf(0.25);
            let score = score * spread * (1.0 + 0.35 * (words - 1.0)) * 0.55f64.powi(empty_ends as i32);
            // Three words that stand together twice are more often an accident than a name.
            let enough = if words > 2.0 { enough.max(3.0) } else { enough };
            (inside >= enough).then_some(Candidate { key, form, score, vector: Vec::new() })
        })
        .collect();
    weighed.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.key.cmp(b.key)));
    weighed.truncate(CANDIDATES);
    weighed
}

/// √G² of a phrase found in `inside` of a theme's `size` answers and in `answers` of `all`; `None` when
/// it is no commoner inside than outside.
fn marking(inside: f64, answers: f64, size: f64, all: f64) -> Option<f64> {
    let (outside, others) = (answers - inside, all - size);
    if others > 0.0 && inside / size <= outside / others {
        return None;
    }
    if others <= 0.0 {
        // One theme holds everything: nothing to compare with, so the commonest phrases mark it.
        return Some(inside.sqrt());
    }
    let part = |found: f64, of: f64| if found > 0.0 { found * (found / (of * answers / all)).ln() } else { 0.0 };
    Some((2.0 * (part(inside, size) + part(outside, others))).max(0.0).sqrt())
}

/// The phrases of the name and the terms: good ones that differ from those taken already.
fn choose(mut weighed: Vec<Candidate<'_>>, middle: &[f32], corpus: &Corpus, vectors: &Vectors) -> ThemeName {
    let mut spare = String::new();
    for candidate in &mut weighed {
        candidate.vector = corpus.unit(candidate.form, vectors, &mut spare).vector.to_vec();
        let nearness = f64::from(dot(&candidate.vector, middle)).max(0.0);
        candidate.score *= 0.4 + nearness;
    }
    let most = weighed.iter().map(|candidate| candidate.score).fold(0.0, f64::max);
    let mut taken: Vec<usize> = Vec::new();
    while taken.len() < TERMS.min(weighed.len()) {
        let worth = |place: usize| {
            weighed.get(place).map_or(f64::MIN, |it| 0.7 * it.score / most - overlap(it, &taken, &weighed))
        };
        let left = (0..weighed.len()).filter(|place| !taken.contains(place));
        let Some(best) = left.max_by(|&a, &b| worth(a).total_cmp(&worth(b)).then(b.cmp(&a))) else { break };
        if taken.len() >= IN_NAME && worth(best) < -0.35 {
            break;
        }
        taken.push(best);
    }
    let forms: Vec<String> = taken.iter().filter_map(|&p| weighed.get(p)).map(|it| it.form.to_owned()).collect();
    let mut named: Vec<usize> = Vec::new();
    for &place in taken.iter().take(IN_NAME) {
        let is_good = weighed
            .get(place)
            .is_some_and(|it| it.score > 0.0 && it.score >= 0.3 * most && !shares_stem(it, &named, &weighed));
        if named.is_empty() || is_good {
            named.push(place);
        }
    }
    let mut name = named.iter().filter_map(|&p| weighed.get(p)).map(|it| it.form).collect::<Vec<_>>().join(", ");
    if name.is_empty() {
        name = "Other answers".to_owned();
    }
    ThemeName { name: sentence_case(&name), terms: forms }
}

/// How much a phrase repeats those taken: by meaning, and by sharing a stem with one of them.
fn overlap(it: &Candidate<'_>, taken: &[usize], weighed: &[Candidate<'_>]) -> f64 {
    let others = taken.iter().filter_map(|&place| weighed.get(place));
    let alike = others.map(|other| f64::from(dot(&it.vector, &other.vector))).fold(0.0, f64::max);
    0.5 * alike + if shares_stem(it, taken, weighed) { 0.6 } else { 0.0 }
}

/// Whether a phrase has a stem in common with one of those taken.
fn shares_stem(it: &Candidate<'_>, taken: &[usize], weighed: &[Candidate<'_>]) -> bool {
    let mut taken = taken.iter().filter_map(|&place| weighed.get(place));
    taken.any(|other| other.key.split(' ').any(|stem| it.key.split(' ').any(|mine| mine == stem)))
}

fn sentence_case(name: &str) -> String {
    name.chars().take(1).flat_map(char::to_uppercase).chain(name.chars().skip(1)).collect()
}

/// Gives themes that came out with one name a number each from the second on.
fn tell_apart(names: &mut [ThemeName]) {
    let mut seen: FxHashMap<String, u32> = FxHashMap::default();
    for it in names {
        let times = seen.entry(it.name.to_lowercase()).or_default();
        *times += 1;
        if *times > 1 {
            it.name = format!("{} ({times})", it.name);
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
