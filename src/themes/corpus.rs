//! Answers made ready for finding themes: a vector and a bag of stems for each.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::matrix::{Matrix, add, normalise};
use crate::text::{DIMENSIONS, Language, Vectors, Word, is_stop_word, stem, words};

/// Stems in fewer answers than this tell nothing.
const FEWEST: u32 = 2;

/// The mean is believed in full from some hundreds of answers on; below, it is held towards nought, or
/// a handful of like answers would be told apart by their typing errors.
const MEAN_HELD_BY: f32 = 10.0;

/// A set of answers, each with its vector (centred on the set's mean, length one) and its bag of stems.
#[derive(Debug, Clone)]
pub struct Corpus {
    pub(super) vectors: Matrix,
    pub(super) bags: Vec<Vec<u32>>,
    /// How heavy each answer is: 1 on average.
    pub(super) weights: Vec<f32>,
    /// For each stem, the weight of the answers it is in.
    pub(super) spread: Vec<f32>,
    /// What is taken from every vector before it is compared.
    mean: Vec<f32>,
    /// The stem of each folded word that counts.
    stems: FxHashMap<String, u32>,
}

/// What one text is made of, seen from a corpus.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    pub vector: [f32; DIMENSIONS],
    pub bag: Vec<u32>,
}

impl Unit {
    /// Whether anything of the text could be read.
    pub fn is_readable(&self) -> bool {
        !self.bag.is_empty() || self.vector.iter().any(|&value| value != 0.0)
    }
}

impl Corpus {
    /// Reads answers; the places of answers in the corpus are their places in `answers`.
    pub fn new(answers: &[&str], vectors: &Vectors) -> Self {
        Self::weighted(answers, vec![1.0; answers.len()], vectors)
    }

    /// Reads answers of which each counts as much as its weight says.
    pub(super) fn weighted(answers: &[&str], weights: Vec<f32>, vectors: &Vectors) -> Self {
        let mut rows = Matrix::zeros(answers.len());
        rows.par_chunks_mut(256).zip(answers.par_chunks(256)).for_each(|(run, texts)| {
            let (mut vector, mut spare) = ([0f32; DIMENSIONS], String::new());
            for (row, text) in run.chunks_exact_mut(DIMENSIONS).zip(texts) {
                vectors.embed_into(text, &mut vector, &mut spare);
                row.copy_from_slice(&vector);
            }
        });
        let mut mean = rows.weighted_sums(&vec![0; answers.len()], 1, &weights).row(0).to_vec();
        mean.iter_mut().for_each(|value| *value /= answers.len() as f32 + MEAN_HELD_BY);
        rows.par_chunks_mut(1).for_each(|row| centre(row, &mean));
        let folded: Vec<Vec<String>> = answers.par_iter().map(|text| telling_words(text)).collect();
        let (bags, stems) = count_stems(&folded);
        let mut corpus = Self { vectors: rows, bags, weights, spread: Vec::new(), mean, stems };
        corpus.measure_spread();
        corpus
    }

    /// How many answers there are.
    pub fn len(&self) -> usize {
        self.bags.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.bags.is_empty()
    }

    /// The answers at these places as a corpus of their own, seen with the same mean and stems.
    pub(super) fn select(&self, places: &[usize]) -> Self {
        let mut part = Self {
            vectors: self.vectors.select(places),
            bags: places.iter().filter_map(|&place| self.bags.get(place).cloned()).collect(),
            weights: places.iter().filter_map(|&place| self.weights.get(place).copied()).collect(),
            spread: vec![0.0; self.spread.len()],
            mean: self.mean.clone(),
            stems: self.stems.clone(),
        };
        part.measure_spread();
        part
    }

    /// Sums up how much each stem is said.
    fn measure_spread(&mut self) {
        let stems = self.bags.iter().flatten().map(|&stem| stem as usize + 1).max().unwrap_or_default();
        // Never nought, for a stem's share is divided by: a stem that a part lacks counts as little as can be.
        let mut spread = vec![0f32; stems.max(self.spread.len())];
        for (bag, &weight) in self.bags.iter().zip(&self.weights) {
            bag.iter().for_each(|&stem| spread.get_mut(stem as usize).into_iter().for_each(|sum| *sum += weight));
        }
        spread.iter_mut().filter(|sum| **sum <= 0.0).for_each(|sum| *sum = 1.0);
        self.spread = spread;
    }

    /// Whether anything of the answer at this place could be read.
    pub(super) fn is_readable(&self, place: usize) -> bool {
        self.bags.get(place).is_some_and(|bag| !bag.is_empty()) || self.vectors.row(place).iter().any(|&v| v != 0.0)
    }

    /// The corpus's own text at this place, as [`Self::unit`] would see it.
    pub(super) fn own(&self, place: usize) -> Option<Unit> {
        let vector = self.vectors.row(place).try_into().ok()?;
        Some(Unit { vector, bag: self.bags.get(place)?.clone() })
    }

    /// A text seen as this corpus sees its own: same mean, same stems.
    pub(super) fn unit(&self, text: &str, vectors: &Vectors, spare: &mut String) -> Unit {
        let mut vector = [0f32; DIMENSIONS];
        vectors.embed_into(text, &mut vector, spare);
        centre(&mut vector, &self.mean);
        let mut bag: Vec<u32> = telling_words(text).iter().filter_map(|word| self.stems.get(word).copied()).collect();
        bag.sort_unstable();
        bag.dedup();
        Unit { vector, bag }
    }
}

/// Takes the mean from a vector and scales it to length one; a vector of zeros stays, for nothing was read.
fn centre(row: &mut [f32], mean: &[f32]) {
    if row.iter().any(|&value| value != 0.0) {
        add(row, mean, -1.0);
        normalise(row);
    }
}

/// The folded words of a text that could tell what it is about.
fn telling_words(text: &str) -> Vec<String> {
    let folded = words(text).into_iter().map(|word: Word<'_>| word.folded());
    folded.filter(|word| word.len() > 1 && !is_stop_word(word)).collect()
}

/// Bags of stems that are in at least two answers, and the stem of each word.
fn count_stems(folded: &[Vec<String>]) -> (Vec<Vec<u32>>, FxHashMap<String, u32>) {
    let mut of_word: FxHashMap<&str, u32> = FxHashMap::default();
    let mut of_stem: FxHashMap<String, u32> = FxHashMap::default();
    let mut spread: Vec<u32> = Vec::new();
    let mut bags: Vec<Vec<u32>> = Vec::with_capacity(folded.len());
    for answer in folded {
        let mut bag: Vec<u32> = Vec::with_capacity(answer.len());
        for word in answer {
            let next = of_stem.len() as u32;
            let id = *of_word
                .entry(word)
                .or_insert_with(|| *of_stem.entry(stem(Language::ENGLISH, word).into_owned()).or_insert(next));
            bag.push(id);
        }
        bag.sort_unstable();
        bag.dedup();
        spread.resize(of_stem.len(), 0);
        bag.iter().for_each(|&id| spread.get_mut(id as usize).into_iter().for_each(|count| *count += 1));
        bags.push(bag);
    }
    let mut kept = 0;
    let renumbered: Vec<Option<u32>> = spread
        .iter()
        .map(|&count| {
            (count >= FEWEST).then(|| {
                kept += 1;
                kept - 1
            })
        })
        .collect();
    let new = |old: u32| renumbered.get(old as usize).copied().flatten();
    bags.iter_mut().for_each(|bag| *bag = bag.iter().filter_map(|&id| new(id)).collect());
    let stems = of_word.into_iter().filter_map(|(word, id)| new(id).map(|id| (word.to_owned(), id))).collect();
    (bags, stems)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_in_one_answer_only_are_left_out() {
        let folded: Vec<Vec<String>> =
            ["buses late", "bus stop", "late"].iter().map(|text| telling_words(text)).collect();
        let (bags, stems) = count_stems(&folded);
        assert_eq!(bags, [vec![0, 1], vec![0], vec![1]]);
        assert_eq!(stems.get("buses"), stems.get("bus"));
        assert_eq!(stems.get("stop"), None);
    }
}
