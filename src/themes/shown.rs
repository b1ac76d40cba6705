//! The answers that themes are named and shown by: those of the distinct texts that themes were found among,
//! each as often as it is said, in an order that depends on the words alone.

use super::coding::Coding;
use super::corpus::Corpus;
use super::distinct::Distinct;

/// Answers to name themes by and to quote.
pub(super) struct Shown<'a> {
    /// The answers' words.
    pub texts: Vec<&'a str>,
    /// Their places among the answers given.
    pub places: Vec<usize>,
    /// The row of the sample that each says.
    pub rows: Vec<usize>,
    /// Their vectors.
    pub corpus: Corpus,
}

/// No more answers than this are looked at: there is nothing to gain from more.
const MOST: usize = 20_000;

impl<'a> Shown<'a> {
    /// The answers (from `answers`) that say one of the sampled texts, which are those of `corpus`.
    pub fn new(answers: &[&'a str], distinct: &Distinct<'_>, sample: &[usize], corpus: &Corpus) -> Self {
        let mut row_of = vec![u32::MAX; distinct.len()];
        for (row, &text) in (0u32..).zip(sample) {
            row_of.get_mut(text).into_iter().for_each(|place| *place = row);
        }
        let row = |answer: usize| {
            let row = *row_of.get(*distinct.of.get(answer)? as usize)?;
            (row != u32::MAX).then_some((row, answer))
        };
        let mut rows: Vec<(u32, usize)> = (0..answers.len()).filter_map(row).collect();
        rows.sort_unstable();
        let every = rows.len().div_ceil(MOST).max(1);
        let chosen: Vec<(u32, usize)> = rows.into_iter().step_by(every).collect();
        let places: Vec<usize> = chosen.iter().map(|&(_, answer)| answer).collect();
        let rows: Vec<usize> = chosen.iter().map(|&(row, _)| row as usize).collect();
        Self {
            texts: places.iter().filter_map(|&place| answers.get(place).copied()).collect(),
            corpus: corpus.select(&rows),
            rows,
            places,
        }
    }

    /// The primary theme of each of these answers.
    pub fn labels(&self, codings: &[Coding]) -> Vec<Option<u32>> {
        let primary = |&place: &usize| {
            let first = codings.partition_point(|coding| coding.answer < place);
            codings.get(first).filter(|coding| coding.answer == place).map(|coding| coding.theme as u32)
        };
        self.places.iter().map(primary).collect()
    }
}
