//! Coding by a code frame that has not learnt from anybody yet: its phrases and its sayings.
//!
//! Phrases: p = 0.6, 0.3 or 0.08 (strong, usual, hint) × (1 + 0.15·(words − 1)), at most 0.95; a theme's
//! evidence is X = −Σ ln(1 − p) over the phrases found, L = 1 − e^(−X). Within a theme the longest match
//! wins. Belief: what phrases and sayings, taken for made-up answers, lead to expect of the whole answer
//! (`prior`). Leaves out learning from officers' codings, and the other answers of the same person.

use rustc_hash::FxHashMap;

use super::frame::{CodeFrame, FrameTheme, Strength};
use super::prior::{Example, Prior};
use super::{Coding, Theme};
use crate::text::{Language, Vectors, Word, stem, words};

/// The most a phrase alone can prove.
const MOST: f32 = 0.95;

/// A theme is applied when its score reaches this.
const APPLIED: f32 = 0.40;

/// How much phrases count beside what the frame believes of the whole answer.
const PHRASES_WEIGHT: f32 = 0.25;

/// What a theme of the frame scores on an answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FrameScore {
    /// What its phrases prove, L, from 0 to 1.
    pub phrases: f32,
    /// What the frame's phrases and sayings lead it to believe of the whole answer, about from 0 to 1.
    pub belief: f32,
}

impl FrameScore {
    /// Both together, from 0 to 1.
    pub fn together(self) -> f32 {
        (self.belief + PHRASES_WEIGHT * self.phrases).clamp(0.0, 1.0)
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
    prior: Prior,
}

impl Lexicon {
    /// Makes a frame ready.
    pub fn new(frame: &CodeFrame, vectors: &Vectors) -> Self {
        let mut lexicon = Self {
            frame: frame.clone(),
            stems: FxHashMap::default(),
            phrases: FxHashMap::default(),
            longest: 0,
            prior: Prior::of(&examples(frame), frame.themes.len(), vectors),
        };
        for (theme, it) in frame.themes.iter().enumerate() {
            for (phrase, strength) in it.phrases() {
                lexicon.add_phrase(theme, phrase, strength);
            }
        }
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

    /// The frame's themes in its order, without answers yet.
    pub fn themes(&self) -> Vec<Theme> {
        let theme = |it: &FrameTheme| Theme {
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

    /// What every theme of the frame scores on a text, in the frame's order. A theme without sayings is
    /// judged by its phrases alone.
    pub fn score(&self, text: &str, vectors: &Vectors) -> Vec<FrameScore> {
        let phrases = self.score_phrases(text);
        let beliefs = self.prior.of_text(text, vectors);
        let scores = phrases.into_iter().zip(beliefs).zip(&self.frame.themes);
        let score = |((phrases, belief), theme): ((f32, f32), &FrameTheme)| match theme.sayings.is_empty() {
            // Without sayings there is too little to believe anything from: the phrases speak alone.
            true => FrameScore { phrases, belief: (1.0 - PHRASES_WEIGHT) * phrases },
            false => FrameScore { phrases, belief },
        };
        scores.map(score).collect()
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

/// The frame's sayings and phrases as made-up answers.
fn examples(frame: &CodeFrame) -> Vec<Example> {
    let count = frame.themes.len();
    let places: FxHashMap<&str, usize> =
        frame.themes.iter().enumerate().map(|(place, theme)| (theme.key.as_str(), place)).collect();
    let mut examples = Vec::new();
    let mut of_phrase: FxHashMap<String, usize> = FxHashMap::default();
    for (theme, it) in frame.themes.iter().enumerate() {
        for saying in &it.sayings {
            let (text, others) = CodeFrame::saying(saying);
            let mut themes = vec![0f32; count];
            for place in others.filter_map(|key| places.get(key).copied()).chain([theme]) {
                themes.get_mut(place).into_iter().for_each(|value| *value = 1.0);
            }
            examples.push(Example { text: text.to_owned(), themes, weight: 1.0 });
        }
    }
    for (theme, it) in frame.themes.iter().enumerate() {
        for (phrase, strength) in it.phrases() {
            let (belief, weight) = match strength {
                Strength::Strong => (1.0, 0.5),
                Strength::Usual => (0.6, 0.25),
                Strength::Hint => (0.2, 0.08),
            };
            let place = *of_phrase.entry(phrase.to_lowercase()).or_insert_with(|| {
                examples.push(Example { text: phrase.to_owned(), themes: vec![0.0; count], weight });
                examples.len() - 1
            });
            let Some(example) = examples.get_mut(place) else { continue };
            example.weight = example.weight.max(weight);
            example.themes.get_mut(theme).into_iter().for_each(|value: &mut f32| *value = value.max(belief));
        }
    }
    examples
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
