//! Coding by a code frame that has not learnt from anybody yet: its phrases and its sayings.
//!
//! Phrases: p = 0.6, 0.3 or 0.08 (strong, usual, hint) × (1 + 0.15·(words − 1)), at most 0.95; a theme's
//! evidence is X = −Σ ln(1 − p) over the phrases found, L = 1 − e^(−X). Within a theme the longest match
//! wins. Sayings: the answer's likeness to made-up answers of each theme, by their vectors. Leaves out
//! learning from officers' codings, and the other answers of the same person.

use rustc_hash::FxHashMap;

use super::frame::{CodeFrame, Strength};
use super::matrix::{Matrix, add, dot, normalise};
use super::{Coding, Theme};
use crate::text::{DIMENSIONS, Language, Vectors, Word, stem, words};

/// The most a phrase alone can prove.
const MOST: f32 = 0.95;

/// A theme is applied when its score reaches this.
const APPLIED: f32 = 0.40;

/// Sayings that speak for an answer, and how sharply nearer ones count for more.
const NEAREST: usize = 12;
const SHARPNESS: f32 = 14.0;

/// How much sayings count beside phrases.
const SAYINGS_WEIGHT: f32 = 0.5;

/// Likeness at which a saying begins to count, and at which it counts in full.
const FAINT: f32 = 0.30;
const CLEAR: f32 = 0.70;

/// What a theme of the frame scores on an answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FrameScore {
    /// What its phrases prove, L, from 0 to 1.
    pub phrases: f32,
    /// What its sayings suggest, from 0 to 1.
    pub sayings: f32,
}

impl FrameScore {
    /// Phrases and sayings together, from 0 to 1.
    pub fn together(self) -> f32 {
        1.0 - (1.0 - self.phrases) * (1.0 - SAYINGS_WEIGHT * self.sayings)
    }
}

/// A code frame made ready for reading answers. Holds nothing of any answer.
#[derive(Debug, Clone)]
pub struct Lexicon {
    frame: CodeFrame,
    stems: FxHashMap<String, u32>,
    /// For each run of stems, the themes it marks and how strongly.
    phrases: FxHashMap<Box<[u32]>, Vec<(usize, Strength)>>,
    longest: usize,
    /// The vectors of the sayings and, for each, its themes.
    sayings: Matrix,
    saying_themes: Vec<Vec<usize>>,
    mean: Vec<f32>,
}

impl Lexicon {
    /// Makes a frame ready.
    pub fn new(frame: &CodeFrame, vectors: &Vectors) -> Self {
        let mut lexicon = Self {
            frame: frame.clone(),
            stems: FxHashMap::default(),
            phrases: FxHashMap::default(),
            longest: 0,
            sayings: Matrix::default(),
            saying_themes: Vec::new(),
            mean: vec![0.0; DIMENSIONS],
        };
        for (theme, it) in frame.themes.iter().enumerate() {
            for (phrase, strength) in it.phrases() {
                lexicon.add_phrase(theme, phrase, strength);
            }
        }
        lexicon.add_sayings(vectors);
        lexicon
    }

    fn add_phrase(&mut self, theme: usize, phrase: &str, strength: Strength) {
        let mut run: Vec<u32> = Vec::new();
        for word in words(phrase) {
            let next = self.stems.len() as u32;
            run.push(*self.stems.entry(stem(Language::ENGLISH, &word.folded()).into_owned()).or_insert(next));
        }
        if run.is_empty() {
            return;
        }
        self.longest = self.longest.max(run.len());
        let marks = self.phrases.entry(run.into_boxed_slice()).or_default();
        match marks.iter_mut().find(|(known, _)| *known == theme) {
            Some((_, known)) => *known = (*known).max(strength),
            None => marks.push((theme, strength)),
        }
    }

    fn add_sayings(&mut self, vectors: &Vectors) {
        let places: FxHashMap<&str, usize> =
            self.frame.themes.iter().enumerate().map(|(place, theme)| (theme.key.as_str(), place)).collect();
        for (theme, it) in self.frame.themes.iter().enumerate() {
            for saying in &it.sayings {
                let (text, others) = CodeFrame::saying(saying);
                let others = others.filter_map(|key| places.get(key).copied());
                self.saying_themes.push(std::iter::once(theme).chain(others).collect());
                self.sayings.push(&vectors.embed(text));
            }
        }
        let count = self.sayings.rows();
        self.mean = self.sayings.sums(&vec![0; count], 1).row(0).to_vec();
        self.mean.iter_mut().for_each(|value| *value /= count.max(1) as f32);
        for row in 0..count {
            add(self.sayings.row_mut(row), &self.mean, -1.0);
        }
        self.sayings.normalise();
    }

    /// The frame's themes in its order, without answers yet.
    pub fn themes(&self) -> Vec<Theme> {
        let theme = |it: &super::FrameTheme| Theme {
            key: it.key.clone(),
            name: it.name.clone(),
            description: it.definition.clone(),
            terms: it.strong.iter().take(8).cloned().collect(),
            answers: 0,
            quotes: Vec::new(),
            is_from_frame: true,
        };
        self.frame.themes.iter().map(theme).collect()
    }

    /// What every theme of the frame scores on a text, in the frame's order.
    pub fn score(&self, text: &str, vectors: &Vectors) -> Vec<FrameScore> {
        let phrases = self.score_phrases(text);
        let sayings = self.score_sayings(text, vectors);
        phrases.into_iter().zip(sayings).map(|(phrases, sayings)| FrameScore { phrases, sayings }).collect()
    }

    /// L of every theme.
    fn score_phrases(&self, text: &str) -> Vec<f32> {
        let unknown = u32::MAX;
        let of = |word: &Word<'_>| self.stems.get(stem(Language::ENGLISH, &word.folded()).as_ref()).copied();
        let run: Vec<u32> = words(text).iter().map(|word| of(word).unwrap_or(unknown)).collect();
        let count = self.frame.themes.len();
        let mut evidence = vec![0f32; count];
        let mut taken: Vec<Vec<(usize, usize)>> = vec![Vec::new(); count];
        for length in (1..=self.longest.min(run.len())).rev() {
            for (start, part) in run.windows(length).enumerate() {
                for &(theme, strength) in self.phrases.get(part).into_iter().flatten() {
                    let (Some(taken), Some(evidence)) = (taken.get_mut(theme), evidence.get_mut(theme)) else {
                        continue;
                    };
                    if taken.iter().any(|&(from, to)| from <= start && start + length <= to) {
                        continue;
                    }
                    taken.push((start, start + length));
                    *evidence -= (1.0 - proof(strength, length)).ln();
                }
            }
        }
        evidence.into_iter().map(|x| 1.0 - (-x).exp()).collect()
    }

    /// How far the nearest sayings speak for every theme.
    fn score_sayings(&self, text: &str, vectors: &Vectors) -> Vec<f32> {
        let mut scores = vec![0f32; self.frame.themes.len()];
        let mut vector = vectors.embed(text);
        if vector.iter().all(|&value| value == 0.0) {
            return scores;
        }
        add(&mut vector, &self.mean, -1.0);
        normalise(&mut vector);
        let mut near: Vec<(f32, usize)> =
            (0..self.sayings.rows()).map(|row| (dot(self.sayings.row(row), &vector), row)).collect();
        let by_likeness = |a: &(f32, usize), b: &(f32, usize)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        if near.len() > NEAREST {
            near.select_nth_unstable_by(NEAREST - 1, by_likeness);
            near.truncate(NEAREST);
            near.sort_by(by_likeness);
        }
        let Some(&(most, _)) = near.first() else { return scores };
        let total: f32 = near.iter().map(|&(likeness, _)| (SHARPNESS * (likeness - most)).exp()).sum();
        let belief = ((most - FAINT) / (CLEAR - FAINT)).clamp(0.0, 1.0);
        for (likeness, row) in near {
            let weight = belief * (SHARPNESS * (likeness - most)).exp() / total;
            for &theme in self.saying_themes.get(row).into_iter().flatten() {
                scores.get_mut(theme).into_iter().for_each(|score| *score += weight);
            }
        }
        scores
    }

    /// The themes of one answer: every one that scores enough, the best as primary; none where the frame
    /// does not explain the answer.
    pub fn code(&self, answer: usize, text: &str, vectors: &Vectors) -> Vec<Coding> {
        let scores = self.score(text, vectors).into_iter().map(FrameScore::together).enumerate();
        let mut applied: Vec<(usize, f32)> = scores.filter(|&(_, score)| score >= APPLIED).collect();
        applied.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let coding = |(at, (theme, score)): (usize, (usize, f32))| Coding { answer, theme, score, is_primary: at == 0 };
        applied.into_iter().enumerate().map(coding).collect()
    }
}

/// What a phrase of so many words proves by itself.
fn proof(strength: Strength, words: usize) -> f32 {
    let alone = match strength {
        Strength::Strong => 0.6,
        Strength::Usual => 0.3,
        Strength::Hint => 0.08,
    };
    (alone * (1.0 + 0.15 * (words as f32 - 1.0))).min(MOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> Lexicon {
        let table: &'static [u8] = include_bytes!("../../analysis/vectors/static256.i8");
        let vectors = Vectors::from_bytes(table, include_str!("../../analysis/vectors/vocab.txt")).unwrap();
        let text = "[[theme]]\nkey='transport'\nname='Transport'\nstrong=['bus', 'bus stop']\nhint=['late']\n\
                    [[theme]]\nkey='places'\nname='Places'\nstrong=['youth club']\nusual=['club']\n";
        Lexicon::new(&CodeFrame::read("f.toml", text).unwrap().0, &vectors)
    }

    #[test]
    fn forms_of_a_word_match_and_the_longest_match_wins() {
        let scores = lexicon().score_phrases("no BUSES to the youth clubs");
        assert!((scores[0] - 0.6).abs() < 1e-5 && (scores[1] - 0.69).abs() < 1e-5, "{scores:?}");
        let stop = lexicon().score_phrases("the bus stop");
        assert!((stop[0] - 0.69).abs() < 1e-5, "{stop:?}");
    }

    #[test]
    fn hints_add_up_but_do_not_prove() {
        let scores = lexicon().score_phrases("late");
        assert!(scores[0] < 0.1);
        assert!(lexicon().score_phrases("bus late")[0] > 0.6);
    }
}
