//! An answer as coding sees it, and what the frame says of it before anything is learnt.

use rayon::prelude::*;

use super::super::features::{Featured, Features};
use super::super::lexicon::{Lexicon, PHRASES_WEIGHT};
use super::context::people;
use super::cuts::Table;
use crate::text::{Vectors, words};

/// How much the frame's phrases count in likeness.
const PHRASES_IN_LIKENESS: f32 = 0.3;

/// An answer with what is known around it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct InContext<'a> {
    /// What was said.
    pub text: &'a str,
    /// Which question it replies to, by its key; empty where nobody says.
    pub question: &'a str,
    /// Whose answer it is: the same for all answers of one person; empty where nobody says.
    pub respondent: &'a str,
}

/// What the frame says of answers; a row an answer, a column a theme.
pub(super) struct Evidence {
    /// What the frame believes; noughts for themes the frame does not have.
    pub beliefs: Table,
    /// What its phrases prove, as −ln of doubt.
    pub phrases: Table,
    /// Words in each answer.
    pub lengths: Vec<usize>,
}

impl Evidence {
    /// Reads answers; all noughts without a frame. The frame's themes are the first columns.
    pub fn of(answers: &[InContext<'_>], themes: usize, lexicon: Option<&Lexicon>, vectors: &Vectors) -> Self {
        let mut beliefs = Table::zeros(answers.len(), themes);
        let mut phrases = Table::zeros(answers.len(), themes);
        let lengths = answers.par_iter().map(|answer| words(answer.text).len()).collect();
        if let Some(lexicon) = lexicon {
            let rows = beliefs.values.par_chunks_mut(themes.max(1));
            rows.zip(phrases.values.par_chunks_mut(themes.max(1))).zip(answers).for_each(
                |((belief, phrase), answer)| {
                    let text = lexicon.reading(answer.text, vectors);
                    let proven = lexicon.evidence_of_tops(&text);
                    let believed = lexicon.beliefs(&text, &proven, vectors);
                    belief.iter_mut().zip(believed).for_each(|(to, from)| *to = from);
                    phrase.iter_mut().zip(proven).for_each(|(to, from)| *to = from);
                },
            );
        }
        Self { beliefs, phrases, lengths }
    }

    /// Beliefs and phrases together: what the frame alone makes of an answer by itself.
    pub fn together(&self) -> Table {
        let mut own = self.beliefs.clone();
        own.values.iter_mut().zip(&self.phrases.values).for_each(|(own, &phrases)| {
            *own += PHRASES_WEIGHT * (1.0 - (-phrases).exp());
        });
        own
    }

    /// The features of an answer, with the frame's phrases beside them where there is a frame.
    pub fn featured(&self, features: &Features, vectors: &Vectors, text: &str, at: usize, has_frame: bool) -> Featured {
        let mut read = features.read(text, vectors);
        if has_frame {
            let proven: Vec<f32> = self.phrases.row(at).iter().map(|&phrases| 1.0 - (-phrases).exp()).collect();
            let length = proven.iter().map(|value| value * value).sum::<f32>().sqrt();
            let scale = PHRASES_IN_LIKENESS.sqrt() / (length + 0.3);
            read.dense.extend(proven.iter().map(|value| value * scale));
        }
        read
    }
}

/// Answers that belong together when some are left out: those of one person, or where nobody says who, those
/// in the same words.
pub(crate) fn belonging(answers: &[InContext<'_>]) -> Vec<Vec<usize>> {
    if answers.iter().any(|answer| !answer.respondent.is_empty()) {
        return people(answers.iter().map(|answer| answer.respondent));
    }
    let folded: Vec<String> = answers.iter().map(|answer| format!(" {}", answer.text.trim().to_lowercase())).collect();
    people(folded.iter().map(String::as_str))
}
