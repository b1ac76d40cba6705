//! What is read from an answer before anybody may see it: its language, its personal data, its themes.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use rayon::prelude::*;

use super::{Coders, WorkerError};
use crate::search::Document;
use crate::store::{RedactedAnswer, Redaction, Store, StoredAnswer};
use crate::text::{Language, find_personal_data};

/// The text answers of these responses, ready to be indexed: any that nothing has looked through yet is read
/// first, and what was found is kept in the store.
///
/// # Errors
/// [`WorkerError::Store`] when the database fails; reading again is safe.
pub(super) fn documents(
    store: &Store,
    coders: &mut Coders<'_>,
    response_ids: &[i64],
) -> Result<Vec<Document>, WorkerError> {
    let answers = store.answers_of(response_ids)?;
    let mut shown = shown(store, &answers.iter().map(|answer| answer.id).collect::<Vec<_>>())?;
    let unread: Vec<&StoredAnswer> =
        answers.iter().filter(|answer| shown.get(&answer.id).is_some_and(|shown| !shown.is_screened())).collect();
    if !unread.is_empty() {
        let read = read(store, coders, &unread)?;
        shown.extend(self::shown(store, &read)?);
    }
    let document = |answer: StoredAnswer| {
        let shown = shown.get(&answer.id).filter(|shown| shown.is_screened())?;
        Some(Document {
            answer_id: answer.id,
            response_id: answer.response_id,
            language: shown.language().to_owned(),
            text: shown.text(),
            consultation: answer.consultation,
            question: answer.question,
            perspective: answer.perspective,
            district: answer.district,
            submitted_on: answer.submitted_on,
        })
    };
    Ok(answers.into_iter().filter_map(document).collect())
}

fn shown(store: &Store, answer_ids: &[i64]) -> Result<BTreeMap<i64, RedactedAnswer>, WorkerError> {
    Ok(store.get_answers(answer_ids)?.into_iter().map(|answer| (answer.id(), answer)).collect())
}

/// Reads these answers and keeps what was found. What marks an answer as read is kept last, so that a crash
/// in between leads to reading it again. Gives the identifiers of those that could be read.
fn read(store: &Store, coders: &mut Coders<'_>, answers: &[&StoredAnswer]) -> Result<Vec<i64>, WorkerError> {
    let mut languages = Vec::new();
    let mut screened = Vec::new();
    let readings: Vec<_> = answers.par_iter().map(|answer| (answer.id, Reading::of(&answer.body))).collect();
    for (id, reading) in readings {
        match reading {
            Some(reading) => {
                languages.extend(reading.language.map(|language| (id, language)));
                screened.push((id, reading.redactions));
            }
            None => tracing::error!(answer = id, "an answer could not be read: it stays hidden"),
        }
    }
    let read = screened.iter().map(|(id, _)| *id).collect();
    coders.code(store, answers)?;
    store.save_languages(languages)?;
    store.save_screened(screened)?;
    Ok(read)
}

/// What was read from one answer.
struct Reading {
    /// `None` where there are no good grounds: then that of the pages stands.
    language: Option<String>,
    redactions: Vec<Redaction>,
}

impl Reading {
    /// `None` where reading failed: one odd answer must not keep all others from being read.
    fn of(body: &str) -> Option<Self> {
        catch_unwind(AssertUnwindSafe(|| {
            let language = match Language::of(body) {
                Language::Undetermined => None,
                known => Some(known.code().to_owned()),
            };
            let redactions = find_personal_data(body)
                .into_iter()
                .map(|found| Redaction { characters: found.span, kind: found.kind.word().to_owned() })
                .collect();
            Self { language, redactions }
        }))
        .ok()
    }
}
