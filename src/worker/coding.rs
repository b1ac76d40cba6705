//! Coding answers with the code frame of their consultation, before any officer has coded one.
//!
//! Leaves out finding themes that no code frame has.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::WorkerError;
use crate::store::{FrameOrigin, MachineJudge, NewCodeFrame, NewCoding, NewTheme, Store, StoredAnswer, ThemeStatus};
use crate::text::Vectors;
use crate::themes::{CodeFrame, Coder, Coding, ENGINE_VERSION, InContext, Lexicon};

/// Answers taken from the store at a time when all are coded again.
const ANSWERS: usize = 5_000;

/// The code frames that answers are coded with, by consultation.
pub struct Frames {
    vectors: Option<&'static Vectors>,
    by_consultation: BTreeMap<String, Frame>,
}

/// A code frame made ready, and how it is stored.
struct Frame {
    key: String,
    /// The frame's own version and a digest of all of it, so that any change of the file is another version.
    version: String,
    lexicon: Lexicon,
}

impl Frames {
    /// No code frame: nothing is coded.
    pub fn none() -> Self {
        Self { vectors: None, by_consultation: BTreeMap::new() }
    }

    /// No code frame yet; `vectors` are what frames are read with.
    pub fn new(vectors: &'static Vectors) -> Self {
        Self { vectors: Some(vectors), ..Self::none() }
    }

    /// Answers of this consultation are coded with this frame, stored under `key`, over all questions.
    pub fn add(&mut self, consultation: &str, key: &str, frame: &CodeFrame) {
        let Some(vectors) = self.vectors else { return };
        let digest = Sha256::digest(format!("{frame:?}"));
        let digest: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
        let version = format!("{} {digest}", frame.version).trim_start().to_owned();
        let ready = Frame { key: key.to_owned(), version, lexicon: Lexicon::new(frame, vectors) };
        self.by_consultation.insert(consultation.to_owned(), ready);
    }

    /// Stores every code frame that is not stored yet in this version and coded by this engine, with codings of
    /// all answers there are, in one transaction a frame. Cheap where nothing has changed.
    ///
    /// # Errors
    /// [`WorkerError::Store`] when the database fails; doing it again is safe.
    pub(super) fn prepare(&self, store: &Store) -> Result<(), WorkerError> {
        for consultation in self.by_consultation.keys() {
            self.stored(store, consultation)?;
        }
        Ok(())
    }

    /// Codes these answers of any consultations and keeps the codings; an officer's are never touched.
    ///
    /// # Errors
    /// As [`Frames::prepare`].
    pub(super) fn code(&self, store: &Store, answers: &[&StoredAnswer]) -> Result<(), WorkerError> {
        let mut by_consultation: BTreeMap<&str, Vec<&StoredAnswer>> = BTreeMap::new();
        for answer in answers {
            by_consultation.entry(&answer.consultation).or_default().push(answer);
        }
        for (consultation, answers) in by_consultation {
            let Some((frame_id, theme_ids)) = self.stored(store, consultation)? else { continue };
            let codings = self.codings(consultation, &answers);
            let ids = answers.iter().map(|answer| answer.id).collect();
            store.save_codings(frame_id, ids, theme_ids, codings)?;
        }
        Ok(())
    }

    /// The stored frame of a consultation and its themes in the frame's order, stored now if it was not.
    fn stored(&self, store: &Store, consultation: &str) -> Result<Option<(i64, Vec<i64>)>, WorkerError> {
        let Some(frame) = self.by_consultation.get(consultation) else { return Ok(None) };
        let is_same = |stored: &crate::store::StoredCodeFrame| {
            (stored.key.as_str(), stored.question.as_deref()) == (frame.key.as_str(), None)
                && (stored.version.as_str(), stored.engine.as_str()) == (frame.version.as_str(), ENGINE_VERSION)
        };
        let known = store.list_code_frames(consultation)?.into_iter().find(is_same);
        let frame_id = match known {
            Some(known) => known.id,
            None => self.store_frame(store, consultation, frame)?,
        };
        let by_key: BTreeMap<String, i64> =
            store.list_themes(frame_id)?.into_iter().map(|theme| (theme.key, theme.id)).collect();
        let themes = frame.lexicon.themes();
        let theme_ids: Option<Vec<i64>> = themes.iter().map(|theme| by_key.get(&theme.key).copied()).collect();
        Ok(Some((frame_id, theme_ids.ok_or(crate::store::StoreError::NotFound("such theme in the code frame"))?)))
    }

    fn store_frame(&self, store: &Store, consultation: &str, frame: &Frame) -> Result<i64, WorkerError> {
        let themes = frame.lexicon.themes().into_iter().map(|theme| NewTheme {
            key: theme.key,
            name: theme.name,
            definition: theme.description,
            terms: theme.terms,
            status: ThemeStatus::Approved,
        });
        let new = NewCodeFrame {
            consultation: consultation.to_owned(),
            key: frame.key.clone(),
            question: None,
            version: frame.version.clone(),
            origin: FrameOrigin::File,
            engine: ENGINE_VERSION.to_owned(),
            seed: 0,
            themes: themes.collect(),
        };
        let mut all = Vec::new();
        let mut after = 0;
        loop {
            let answers = store.list_text_answers(consultation, None, after, ANSWERS)?;
            let Some(last) = answers.last() else { break };
            after = last.id;
            all.extend(answers);
        }
        // All answers of a person are coded together, as they are when they come in.
        all.sort_by_key(|answer| (answer.response_id, answer.id));
        Ok(store.save_code_frame(new, self.codings(consultation, &all.iter().collect::<Vec<_>>()))?)
    }

    /// What the frame says of these answers.
    fn codings(&self, consultation: &str, answers: &[&StoredAnswer]) -> Vec<NewCoding> {
        let (Some(vectors), Some(frame)) = (self.vectors, self.by_consultation.get(consultation)) else {
            return Vec::new();
        };
        let people: Vec<String> = answers.iter().map(|answer| answer.response_id.to_string()).collect();
        let in_context = |(answer, respondent)| {
            let answer: &StoredAnswer = answer;
            let respondent: &String = respondent;
            InContext { text: &answer.body, question: &answer.question, respondent }
        };
        let readings: Vec<InContext<'_>> = answers.iter().copied().zip(&people).map(in_context).collect();
        let coding = |coding: Coding| {
            Some(NewCoding {
                answer_id: answers.get(coding.answer)?.id,
                theme: coding.theme,
                judge: MachineJudge::Machine,
                score: coding.score,
                primary: coding.is_primary,
            })
        };
        Coder::of_frame(&frame.lexicon, vectors).code(&readings).into_iter().flatten().filter_map(coding).collect()
    }
}
