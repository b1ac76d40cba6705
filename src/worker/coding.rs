//! Coding answers with the code frame of their consultation: by the frame alone until officers have judged
//! answers, then by what their judgements taught.
//!
//! Leaves out learning itself (`learning`) and finding themes that no code frame has.

use std::collections::BTreeMap;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::WorkerError;
use crate::library::Library;
use crate::store::{
    FrameOrigin, MachineJudge, NewCodeFrame, NewCoding, NewTheme, Store, StoreError, StoredAnswer, StoredCodeFrame,
    ThemeStatus,
};
use crate::text::Vectors;
use crate::themes::{CodeFrame, Coder, Coding, ENGINE_VERSION, InContext, Lexicon};

/// Answers taken from the store at a time when all are coded again.
const ANSWERS: usize = 5_000;

/// Between the engine's version and how many judged answers had taught it.
const TAUGHT_BY: &str = " taught by ";

/// The code frames that answers are coded with, by consultation.
pub struct Frames {
    pub(super) vectors: Option<&'static Vectors>,
    by_consultation: BTreeMap<String, Frame>,
}

/// A code frame made ready, and how it is stored.
pub(super) struct Frame {
    key: String,
    /// The frame's own version and a digest of all of it, so that any change of the file is another version.
    version: String,
    /// The key above each theme, in the frame's order.
    parents: Vec<Option<String>>,
    pub(super) lexicon: Arc<Lexicon>,
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

    /// The code frames of a library's consultations, each consultation's own, made ready.
    pub fn of(library: &Library) -> Self {
        let mut frames = Self::new(Library::vectors());
        for consultation in library.consultations() {
            let key = consultation.code_frame.as_deref().unwrap_or_default();
            if let Some((frame, lexicon)) = library.find_code_frame(key).zip(library.find_lexicon(key)) {
                frames.add_ready(&consultation.key, key, frame, lexicon);
            }
        }
        frames
    }

    /// Answers of this consultation are coded with this frame, stored under `key`, over all questions.
    pub fn add(&mut self, consultation: &str, key: &str, frame: &CodeFrame) {
        let Some(vectors) = self.vectors else { return };
        self.add_ready(consultation, key, frame, Arc::new(Lexicon::new(frame, vectors)));
    }

    /// [`Frames::add`] of a frame that is ready.
    pub fn add_ready(&mut self, consultation: &str, key: &str, frame: &CodeFrame, lexicon: Arc<Lexicon>) {
        let digest = Sha256::digest(format!("{frame:?}"));
        let digest: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
        let version = format!("{} {digest}", frame.version).trim_start().to_owned();
        let parents = frame.themes.iter().map(|theme| theme.parent.clone()).collect();
        let ready = Frame { key: key.to_owned(), version, parents, lexicon };
        self.by_consultation.insert(consultation.to_owned(), ready);
    }
}

/// The machine that codes each consultation's answers, remembered once it has learnt.
pub(super) struct Coders<'f> {
    pub(super) frames: &'f Frames,
    /// Coders that have learnt, with the engine they are stored under, by consultation.
    pub(super) taught: BTreeMap<String, (String, Coder<'f>)>,
}

impl<'f> Coders<'f> {
    /// Coders of these frames that remember nothing yet.
    pub fn new(frames: &'f Frames) -> Self {
        Self { frames, taught: BTreeMap::new() }
    }

    /// Stores every code frame that is not stored yet in this version and coded by this engine, with codings of
    /// all answers there are, in one transaction a frame; then learns where that is due. Cheap where nothing
    /// has changed.
    ///
    /// # Errors
    /// [`WorkerError::Store`] when the database fails; doing it again is safe.
    pub(super) fn prepare(&mut self, store: &Store) -> Result<(), WorkerError> {
        let frames = self.frames;
        for (consultation, frame) in &frames.by_consultation {
            let stored = self.stored(store, consultation, frame)?;
            if super::learning::is_due(store, &stored)? {
                self.learn(store, consultation, frame, &stored)?;
            }
        }
        Ok(())
    }

    /// Codes these answers of any consultations and keeps the codings; an officer's are never touched.
    ///
    /// # Errors
    /// As [`Coders::prepare`].
    pub(super) fn code(&mut self, store: &Store, answers: &[&StoredAnswer]) -> Result<(), WorkerError> {
        let mut by_consultation: BTreeMap<&str, Vec<&StoredAnswer>> = BTreeMap::new();
        for answer in answers {
            by_consultation.entry(&answer.consultation).or_default().push(answer);
        }
        let frames = self.frames;
        for (consultation, answers) in by_consultation {
            let Some(frame) = frames.by_consultation.get(consultation) else { continue };
            let stored = self.stored(store, consultation, frame)?;
            let known = self.taught.get(consultation).filter(|(engine, _)| *engine == stored.engine);
            let codings = match (known, self.frames.vectors) {
                (Some((_, coder)), _) => codings(coder, &answers),
                // Learnt before this program started: learning again codes these answers along with all others.
                (None, _) if taught_by(&stored.engine).is_some_and(|taught| taught > 0) => {
                    self.learn(store, consultation, frame, &stored)?;
                    continue;
                }
                (None, Some(vectors)) => codings(&Coder::of_frame(&frame.lexicon, vectors), &answers),
                (None, None) => continue,
            };
            let ids = answers.iter().map(|answer| answer.id).collect();
            store.save_codings(stored.id, ids, theme_ids(store, stored.id, frame)?, codings)?;
        }
        Ok(())
    }

    /// The stored frame of a consultation, stored now if it was not.
    fn stored(&self, store: &Store, consultation: &str, frame: &Frame) -> Result<StoredCodeFrame, WorkerError> {
        let is_ours = |stored: &StoredCodeFrame| stored.key == frame.key && stored.question.is_none();
        let find = || Ok::<_, StoreError>(store.list_code_frames(consultation)?.into_iter().find(is_ours));
        let is_same = |stored: &StoredCodeFrame| stored.version == frame.version && taught_by(&stored.engine).is_some();
        if let Some(known) = find()?.filter(is_same) {
            return Ok(known);
        }
        if let Some(vectors) = self.frames.vectors {
            let answers = all_answers(store, consultation)?;
            let coder = Coder::of_frame(&frame.lexicon, vectors);
            store
                .save_code_frame(frame.to_store(consultation), codings(&coder, &answers.iter().collect::<Vec<_>>()))?;
        }
        Ok(find()?.ok_or(StoreError::NotFound("such code frame"))?)
    }
}

impl Frame {
    fn to_store(&self, consultation: &str) -> NewCodeFrame {
        let themes = self.lexicon.themes().into_iter().zip(&self.parents).map(|(theme, parent)| NewTheme {
            key: theme.key,
            name: theme.name,
            definition: theme.description,
            terms: theme.terms,
            status: ThemeStatus::Approved,
            parent: parent.clone(),
        });
        NewCodeFrame {
            consultation: consultation.to_owned(),
            key: self.key.clone(),
            question: None,
            version: self.version.clone(),
            origin: FrameOrigin::File,
            engine: engine(0),
            seed: super::learning::SEED,
            themes: themes.collect(),
        }
    }
}

/// The engine as it is stored with codings: `themes-1 taught by 20 judged answers`.
pub(super) fn engine(taught_by: usize) -> String {
    match taught_by {
        0 => ENGINE_VERSION.to_owned(),
        1 => format!("{ENGINE_VERSION}{TAUGHT_BY}1 judged answer"),
        more => format!("{ENGINE_VERSION}{TAUGHT_BY}{more} judged answers"),
    }
}

/// How many judged answers had taught a stored engine; `None` where it is another version.
pub(super) fn taught_by(engine: &str) -> Option<usize> {
    match engine.strip_prefix(ENGINE_VERSION)? {
        "" => Some(0),
        rest => rest.strip_prefix(TAUGHT_BY)?.split(' ').next()?.parse().ok(),
    }
}

/// The identifiers of a frame's themes in its own order.
pub(super) fn theme_ids(store: &Store, frame_id: i64, frame: &Frame) -> Result<Vec<i64>, WorkerError> {
    let by_key: BTreeMap<String, i64> =
        store.list_themes(frame_id)?.into_iter().map(|theme| (theme.key, theme.id)).collect();
    let ids: Option<Vec<i64>> = frame.lexicon.themes().iter().map(|theme| by_key.get(&theme.key).copied()).collect();
    Ok(ids.ok_or(StoreError::NotFound("such theme in the code frame"))?)
}

/// Every answer in words of a consultation. All answers of a person stand together, as they do when they come in.
pub(super) fn all_answers(store: &Store, consultation: &str) -> Result<Vec<StoredAnswer>, WorkerError> {
    let mut all = Vec::new();
    let mut after = 0;
    loop {
        let answers = store.list_text_answers(consultation, None, after, ANSWERS)?;
        let Some(last) = answers.last() else { break };
        after = last.id;
        all.extend(answers);
    }
    all.sort_by_key(|answer| (answer.response_id, answer.id));
    Ok(all)
}

/// What stands for the person behind each answer: answers of one share it.
pub(super) fn people(answers: &[&StoredAnswer]) -> Vec<String> {
    answers.iter().map(|answer| answer.response_id.to_string()).collect()
}

/// Answers as coding sees them.
pub(super) fn in_context<'a>(answers: &[&'a StoredAnswer], people: &'a [String]) -> Vec<InContext<'a>> {
    let one = |(answer, respondent): (&&'a StoredAnswer, &'a String)| InContext {
        text: &answer.body,
        question: &answer.question,
        respondent,
    };
    answers.iter().zip(people).map(one).collect()
}

/// What a coder says of these answers.
fn codings(coder: &Coder<'_>, answers: &[&StoredAnswer]) -> Vec<NewCoding> {
    let people = people(answers);
    to_store(coder.code(&in_context(answers, &people)), answers)
}

/// Codings as they are stored.
pub(super) fn to_store(codings: Vec<Vec<Coding>>, answers: &[&StoredAnswer]) -> Vec<NewCoding> {
    let coding = |coding: Coding| {
        Some(NewCoding {
            answer_id: answers.get(coding.answer)?.id,
            theme: coding.theme,
            judge: MachineJudge::Machine,
            score: coding.score,
            primary: coding.is_primary,
        })
    };
    codings.into_iter().flatten().filter_map(coding).collect()
}
