//! What a text is made of, for reasoning from a code frame's phrases: words, pieces of words, meaning.
//!
//! Likeness of two texts is 0.4 × that of their words and word pairs + 0.4 × that of their runs of three to
//! five letters (both tf-idf, length one) + that of their vectors. Letters forgive spelling; vectors know
//! other words for the same thing.

use rustc_hash::FxHashMap;

use super::matrix::{add, normalise};
use crate::text::{DIMENSIONS, Language, Vectors, Word, stem, words};

/// Weights of words, of letters, and of the constant beside the vector.
const WORDS_WEIGHT: f32 = 0.4;
const LETTERS_WEIGHT: f32 = 0.4;
const CONSTANT: f32 = 0.3;

/// Features in fewer texts than this are left out.
const FEWEST_WORDS: u32 = 2;
const FEWEST_LETTERS: u32 = 3;

/// Numbers of the dense part: the vector and the constant.
pub(super) const DENSE: usize = DIMENSIONS + 1;

/// One text's features, scaled so that a sum of products is a likeness.
#[derive(Debug, Clone)]
pub(super) struct Featured {
    /// Words and letters: place and value, in rising order of place.
    pub sparse: Vec<(u32, f32)>,
    /// The centred vector and the constant.
    pub dense: Vec<f32>,
}

/// A vocabulary of features with how telling each is.
#[derive(Debug, Clone)]
pub(super) struct Features {
    words: Vocabulary,
    letters: Vocabulary,
    mean: Vec<f32>,
}

/// Features of one sort.
#[derive(Debug, Clone)]
struct Vocabulary {
    places: FxHashMap<String, u32>,
    /// For each place ln((1 + texts) / (1 + texts with it)) + 1.
    telling: Vec<f32>,
    /// Added to every place, so that sorts do not meet.
    first: u32,
    /// The square root of the sort's weight.
    scale: f32,
}

impl Features {
    /// Learns the vocabulary of some texts.
    pub fn of(texts: &[&str], vectors: &Vectors) -> Self {
        let words = Vocabulary::of(texts.iter().map(|text| word_runs(text)), FEWEST_WORDS, 0, WORDS_WEIGHT);
        let after = words.places.len() as u32;
        let letters = Vocabulary::of(texts.iter().map(|text| letter_runs(text)), FEWEST_LETTERS, after, LETTERS_WEIGHT);
        Self { words, letters, mean: mean_of(texts, vectors) }
    }

    /// Takes the mean of these texts' vectors for what vectors are centred on.
    pub fn centre_on(&mut self, texts: &[&str], vectors: &Vectors) {
        self.mean = mean_of(texts, vectors);
    }

    /// How many places the sparse part has.
    pub fn len(&self) -> usize {
        self.words.places.len() + self.letters.places.len()
    }

    /// The features of a text.
    pub fn read(&self, text: &str, vectors: &Vectors) -> Featured {
        let mut sparse = self.words.read(word_runs(text));
        sparse.extend(self.letters.read(letter_runs(text)));
        let mut vector = vectors.embed(text);
        if vector.iter().any(|&value| value != 0.0) {
            add(&mut vector, &self.mean, -1.0);
            normalise(&mut vector);
        }
        let mut dense = vector.to_vec();
        dense.push(CONSTANT);
        Featured { sparse, dense }
    }
}

fn mean_of(texts: &[&str], vectors: &Vectors) -> Vec<f32> {
    let mut mean = vec![0f32; DIMENSIONS];
    texts.iter().for_each(|text| add(&mut mean, &vectors.embed(text), 1.0 / texts.len().max(1) as f32));
    mean
}

impl Vocabulary {
    fn of(texts: impl Iterator<Item = Vec<String>>, fewest: u32, first: u32, weight: f32) -> Self {
        let mut found: FxHashMap<String, u32> = FxHashMap::default();
        let mut count = 0f32;
        for mut runs in texts {
            count += 1.0;
            runs.sort_unstable();
            runs.dedup();
            runs.into_iter().for_each(|run| *found.entry(run).or_default() += 1);
        }
        let mut kept: Vec<(String, u32)> = found.into_iter().filter(|&(_, texts)| texts >= fewest).collect();
        kept.sort_unstable();
        let telling = kept.iter().map(|&(_, texts)| ((1.0 + count) / (1.0 + texts as f32)).ln() + 1.0).collect();
        let places = (0u32..).zip(kept).map(|(place, (run, _))| (run, place)).collect();
        Self { places, telling, first, scale: weight.sqrt() }
    }

    fn read(&self, runs: Vec<String>) -> Vec<(u32, f32)> {
        let mut known: Vec<u32> = runs.iter().filter_map(|run| self.places.get(run).copied()).collect();
        known.sort_unstable();
        let mut values: Vec<(u32, f32)> = Vec::with_capacity(known.len());
        for run in known.chunk_by(|a, b| a == b) {
            let Some(&place) = run.first() else { continue };
            let telling = self.telling.get(place as usize).copied().unwrap_or_default();
            values.push((place + self.first, telling * (1.0 + (run.len() as f32).ln())));
        }
        let length = values.iter().map(|&(_, value)| value * value).sum::<f32>().sqrt().max(1e-9);
        values.iter_mut().for_each(|(_, value)| *value *= self.scale / length);
        values
    }
}

/// Stems and pairs of neighbouring stems.
fn word_runs(text: &str) -> Vec<String> {
    let stems: Vec<String> =
        words(text).iter().map(|word: &Word<'_>| stem(Language::ENGLISH, &word.folded()).into_owned()).collect();
    let pairs = stems.windows(2).map(|pair| pair.join(" "));
    stems.iter().cloned().chain(pairs).collect()
}

/// Runs of three to five letters inside each word with a space on either side.
fn letter_runs(text: &str) -> Vec<String> {
    let mut runs = Vec::new();
    for word in words(text) {
        let padded: Vec<char> = format!(" {} ", word.folded()).chars().collect();
        for length in 3..=5 {
            runs.extend(padded.windows(length).map(String::from_iter));
            if padded.len() <= length {
                break;
            }
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_letters_stay_inside_words() {
        assert_eq!(letter_runs("Bus go"), [" bu", "bus", "us ", " bus", "bus ", " bus ", " go", "go ", " go "]);
        assert_eq!(word_runs("the buses"), ["the", "bus", "the bus"]);
    }
}
