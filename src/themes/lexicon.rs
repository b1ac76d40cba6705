//! Coding by a code frame that has not learnt from anybody yet: its phrases and its sayings.
//!
//! Phrases: p = 0.6, 0.3 or 0.08 (strong, usual, hint) × (1 + 0.15·(words − 1)), at most 0.95; a theme's
//! evidence is X = −Σ ln(1 − p) over the phrases found, L = 1 − e^(−X). Within a theme the longest match
//! wins. Belief: what phrases and sayings, taken for made-up answers, lead to expect of the whole answer
//! (`prior`). Leaves out learning from officers' codings, and the other answers of the same person.

mod part;

pub use part::part_with_terms;

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::Theme;
use super::frame::{CodeFrame, FrameTheme, Strength};
use super::places::PlaceNames;
use super::prior::{Example, Prior};
use crate::text::{Language, Spelling, Vectors, Word, dismissed, stem, words};

/// The most a phrase alone can prove.
const MOST: f32 = 0.95;

/// A finer theme is applied, where the one above it is, when its phrases prove this much.
const FINER_APPLIED: f32 = 0.5;

/// What a frame calls all questions that it does not name.
const ELSEWHERE: &str = "elsewhere";

/// A theme is applied when its score reaches this.
const APPLIED: f32 = 0.40;

/// How much phrases count beside what the frame believes of the whole answer.
pub(super) const PHRASES_WEIGHT: f32 = 0.25;

/// So many phrases and sayings make a frame that codings only lean on.
const KNOWS_MUCH: f32 = 20_000.0;

/// A code frame made ready for reading answers. Holds nothing of any answer.
///
/// Its topmost themes are judged in full; finer ones by their phrases, where the theme above them is applied.
#[derive(Debug, Clone)]
pub struct Lexicon {
    frame: CodeFrame,
    /// The places of the topmost themes, in rising order.
    tops: Vec<usize>,
    /// For every theme the topmost one above it.
    top_of: Vec<usize>,
    stems: FxHashMap<String, u32>,
    /// For each run of stems, the themes it marks and how strongly.
    phrases: FxHashMap<Box<[u32]>, Vec<(usize, Strength)>>,
    longest: usize,
    prior: Prior,
    examples: Vec<String>,
    spelling: Spelling,
    places: PlaceNames,
    /// For every topmost theme whether neither it nor any finer one has sayings.
    is_without_sayings: Vec<bool>,
}

impl Lexicon {
    /// Makes a frame ready.
    pub fn new(frame: &CodeFrame, vectors: &Vectors) -> Self {
        let top_of = frame.tops();
        let tops: Vec<usize> = top_of.iter().enumerate().filter(|(at, top)| at == *top).map(|(at, _)| at).collect();
        let keys: Vec<String> = tops.iter().filter_map(|&at| frame.themes.get(at)).map(|it| it.key.clone()).collect();
        let rolled = frame.rolled_up(&keys);
        let made_up = examples(&rolled);
        let mut lexicon = Self {
            frame: frame.clone(),
            stems: FxHashMap::default(),
            phrases: FxHashMap::default(),
            longest: 0,
            prior: Prior::of(&made_up, tops.len(), vectors),
            tops,
            top_of,
            spelling: spelling_of(frame),
            places: PlaceNames::default(),
            is_without_sayings: rolled.themes.iter().map(|theme| theme.sayings.is_empty()).collect(),
            examples: made_up.into_iter().map(|example| example.text).collect(),
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
        let top = self.top_of.get(theme).copied().unwrap_or(theme);
        for theme in std::iter::once(theme).chain((top != theme).then_some(top)) {
            match marks.iter_mut().find(|(known, _)| *known == theme) {
                Some((_, known)) => *known = (*known).max(strength),
                None => marks.push((theme, strength)),
            }
        }
    }

    /// The frame's themes, topmost and finer, in its order, without answers yet.
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

    /// The place of the theme of this key among [`Lexicon::themes`].
    pub fn place(&self, key: &str) -> Option<usize> {
        self.frame.themes.iter().position(|theme| theme.key == key)
    }

    /// The frame that knows these places by name.
    pub fn knowing(self, places: PlaceNames) -> Self {
        Self { places, ..self }
    }

    /// The text as it is read: slips of spelling mended, places read as what they are.
    pub(super) fn reading<'t>(&self, text: &'t str, vectors: &Vectors) -> Cow<'t, str> {
        let found = words(text);
        let folded: Vec<String> = found.iter().map(Word::folded).collect();
        let (mut mended, mut done, mut at) = (String::new(), 0, 0);
        while let (Some(word), Some(rest)) = (found.get(at), folded.get(at..)) {
            let place = self.places.starting(rest);
            let meant = rest.first().and_then(|it| self.spelling.meant(it, |word| vectors.is_word(word)));
            let instead = place.or(meant.map(|meant| (1, meant)));
            let (length, end) = match instead {
                Some((length, _)) => (length, found.get(at + length - 1).map_or(word.end(), Word::end)),
                None => (1, word.end()),
            };
            if let Some((_, instead)) = instead {
                mended.push_str(text.get(done..word.start).unwrap_or_default());
                mended.push_str(instead);
                done = end;
            }
            at += length;
        }
        match done {
            0 => Cow::Borrowed(text),
            _ => {
                mended.push_str(text.get(done..).unwrap_or_default());
                Cow::Owned(mended)
            }
        }
    }

    /// How many topmost themes there are.
    pub fn count(&self) -> usize {
        self.tops.len()
    }

    /// How much the frame knows, from 0 (nothing) to 1: by its phrases and sayings, beside a frame that has
    /// [`KNOWS_MUCH`] of them. A frame of a few phrases has little to set against what people say.
    pub(super) fn knowledge(&self) -> f32 {
        (self.examples.len() as f32 / KNOWS_MUCH).min(1.0)
    }

    /// The places of the topmost themes among [`Lexicon::themes`], in rising order.
    pub fn tops(&self) -> &[usize] {
        &self.tops
    }

    /// From which score on a theme is applied while nothing has been learnt.
    pub(super) fn cut(&self) -> f32 {
        APPLIED
    }

    /// What the frame expects of a topmost theme under a question beyond what it expects elsewhere.
    pub(super) fn lean(&self, top: usize, question: &str) -> f32 {
        let theme = self.tops.get(top).and_then(|&at| self.frame.themes.get(at));
        let lean = theme.map(|theme| theme.lean.get(question).or_else(|| theme.lean.get(ELSEWHERE)));
        lean.flatten().copied().unwrap_or_default()
    }

    /// The texts of the frame's made-up answers.
    pub(super) fn example_texts(&self) -> Vec<&str> {
        self.examples.iter().map(String::as_str).collect()
    }

    /// What the frame believes of every topmost theme of a text, of whose phrases this evidence was found. A
    /// theme without sayings has too little to believe anything from: its phrases speak alone.
    pub(super) fn beliefs(&self, text: &str, evidence: &[f32], vectors: &Vectors) -> Vec<f32> {
        let mut beliefs = self.prior.of_text(text, vectors);
        for (place, belief) in beliefs.iter_mut().enumerate() {
            if self.is_without_sayings.get(place).copied().unwrap_or_default() {
                let proof = 1.0 - (-evidence.get(place).copied().unwrap_or_default()).exp();
                *belief = (1.0 - PHRASES_WEIGHT) * proof;
            }
        }
        beliefs
    }

    /// X of every theme, topmost and finer: what its phrases prove, as −ln of doubt.
    pub(super) fn evidence(&self, text: &str) -> Vec<f32> {
        self.score_phrases(text).into_iter().map(|proof| -(1.0 - proof).max(1e-6).ln()).collect()
    }

    /// X of the topmost themes only.
    pub(super) fn evidence_of_tops(&self, text: &str) -> Vec<f32> {
        let all = self.evidence(text);
        self.tops.iter().map(|&top| all.get(top).copied().unwrap_or_default()).collect()
    }

    /// The finer themes below a topmost one that a text's phrases prove, by their evidence.
    pub(super) fn finer(&self, top: usize, evidence: &[f32]) -> Vec<(usize, f32)> {
        let place = self.tops.get(top).copied();
        let below = self.top_of.iter().enumerate().filter(|&(at, &of)| Some(of) == place && Some(at) != place);
        let proven = below.filter_map(|(at, _)| evidence.get(at).map(|&x| (at, 1.0 - (-x).exp())));
        proven.filter(|&(_, proof)| proof >= FINER_APPLIED).collect()
    }

    /// L of every theme.
    fn score_phrases(&self, text: &str) -> Vec<f32> {
        let unknown = u32::MAX;
        let of = |word: &Word<'_>| self.stems.get(stem(Language::ENGLISH, &word.folded()).as_ref()).copied();
        let found = words(text);
        let run: Vec<u32> = found.iter().map(|word| of(word).unwrap_or(unknown)).collect();
        let aside = dismissed(text);
        let is_aside =
            |start: usize| found.get(start).is_some_and(|word| aside.iter().any(|range| range.contains(&word.start)));
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
                    // What somebody waves aside is not what they speak of.
                    let strength = if is_aside(start) { Strength::Hint } else { strength };
                    *evidence -= (1.0 - proof(strength, length)).ln();
                }
            }
        }
        evidence.into_iter().map(|x| 1.0 - (-x).exp()).collect()
    }
}

/// The words of a frame, by which slips of spelling are mended.
fn spelling_of(frame: &CodeFrame) -> Spelling {
    let sayings = |theme: &FrameTheme| theme.sayings.iter().map(|it| CodeFrame::saying(it).0.to_owned()).collect();
    let mut all: Vec<String> = Vec::new();
    for theme in &frame.themes {
        all.extend::<Vec<String>>(sayings(theme));
        all.extend(theme.phrases().map(|(phrase, _)| phrase.to_owned()));
    }
    let folded: Vec<String> = all.iter().flat_map(|text| words(text)).map(|word| word.folded()).collect();
    Spelling::of(folded.iter().map(String::as_str))
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
                // Hints only add to other phrases: as answers by themselves they teach next to nothing.
                Strength::Hint => continue,
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
