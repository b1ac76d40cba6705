//! Learning in place: when officers have judged enough answers, or ask for it, the machine learns from all they
//! judged and codes every other answer again.
//!
//! Nobody waits for it, and it can be repeated: the same judgements give the same codings. Leaves out how
//! learning works (`themes`) and which judgements there are (`store`).

use std::collections::{BTreeMap, BTreeSet};

use super::WorkerError;
use super::coding::{Coders, Frame, all_answers, engine, in_context, people, taught_by, theme_ids, to_store};
use crate::store::{Judgement, Learnt, Store, StoredAnswer, StoredCodeFrame};
use crate::themes::{Coder, next_to_code};

/// From this many judgements that nothing was learnt from on, learning is due.
const BATCH: u64 = 10;

/// How many answers to judge next are chosen: enough for several officers until the next learning.
const NEXT: usize = 200;

/// The same every time, so that the same judgements teach the same.
pub(super) const SEED: u64 = 1;

/// Whether to learn from a frame's judgements: a batch is new, an officer asked, or the frame was coded anew
/// without what had been learnt.
pub(super) fn is_due(store: &Store, frame: &StoredCodeFrame) -> Result<bool, WorkerError> {
    let count = store.count_judgements(frame.id)?;
    let is_forgotten = taught_by(&frame.engine) == Some(0) && count.learnt > 0;
    Ok(frame.learning_wanted || is_forgotten || count.judged.saturating_sub(count.learnt) >= BATCH)
}

impl<'f> Coders<'f> {
    /// Learns from every judgement in a frame, codes all other answers, and chooses those to judge next.
    ///
    /// # Errors
    /// [`WorkerError::Store`] when the database fails; doing it again is safe.
    pub(super) fn learn(
        &mut self,
        store: &Store,
        consultation: &str,
        frame: &'f Frame,
        stored: &StoredCodeFrame,
    ) -> Result<(), WorkerError> {
        let Some(vectors) = self.frames.vectors else { return Ok(()) };
        let judgements = store.list_judgements(stored.id)?;
        let theme_ids = theme_ids(store, stored.id, frame)?;
        let answers = all_answers(store, consultation)?;
        let answers: Vec<&StoredAnswer> = answers.iter().collect();
        let people = people(&answers);
        let all = in_context(&answers, &people);
        let lesson = Lesson::of(frame, &theme_ids, &answers, &judgements);
        let taught: Vec<_> = lesson.places.iter().filter_map(|&place| all.get(place).copied()).collect();
        let themes = frame.lexicon.count();
        let coder = Coder::learn(Some(&frame.lexicon), themes, &taught, &lesson.themes, SEED, vectors);
        let judged = coder.judge(&all);
        let is_judged: BTreeSet<usize> = lesson.places.iter().copied().collect();
        let open: Vec<usize> = (0..answers.len()).filter(|place| !is_judged.contains(place)).collect();
        // Another number each time, so that those passed over do not come first again.
        let draw = SEED.wrapping_add(taught.len() as u64);
        let next = next_to_code(&judged, &open, &lesson.codings(themes), NEXT, draw);
        let codings = coder.code_as(&judged, &all).into_iter().enumerate();
        let codings = codings.filter(|(place, _)| !is_judged.contains(place)).map(|(_, codings)| codings).collect();
        let engine = engine(taught.len());
        store.save_learnt(Learnt {
            frame_id: stored.id,
            engine: engine.clone(),
            judgement_ids: lesson.judgement_ids,
            theme_ids,
            codings: to_store(codings, &answers),
            next: next.into_iter().filter_map(|place| answers.get(place)).map(|answer| answer.id).collect(),
        })?;
        tracing::debug!(consultation, taught = taught.len(), "learnt from officers' judgements");
        self.taught.insert(consultation.to_owned(), (engine, coder));
        Ok(())
    }
}

/// Judged answers with their topmost themes.
struct Lesson {
    /// Places among all answers.
    places: Vec<usize>,
    /// Topmost themes of each, as places among the frame's topmost ones.
    themes: Vec<Vec<usize>>,
    judgement_ids: Vec<i64>,
}

impl Lesson {
    fn of(frame: &Frame, theme_ids: &[i64], answers: &[&StoredAnswer], judgements: &[Judgement]) -> Self {
        let by_answer: BTreeMap<i64, &Judgement> = judgements.iter().map(|it| (it.answer_id, it)).collect();
        let tops = frame.lexicon.tops().iter().enumerate();
        let top_of: BTreeMap<i64, usize> =
            tops.filter_map(|(top, &place)| Some((*theme_ids.get(place)?, top))).collect();
        let mut lesson = Self { places: Vec::new(), themes: Vec::new(), judgement_ids: Vec::new() };
        for (place, answer) in answers.iter().enumerate() {
            let Some(judgement) = by_answer.get(&answer.id) else { continue };
            lesson.places.push(place);
            lesson.themes.push(judgement.theme_ids.iter().filter_map(|id| top_of.get(id).copied()).collect());
            lesson.judgement_ids.push(judgement.id);
        }
        lesson
    }

    /// How many judged answers have each topmost theme.
    fn codings(&self, themes: usize) -> Vec<usize> {
        let mut counts = vec![0; themes];
        self.themes.iter().flatten().for_each(|&theme| counts.get_mut(theme).into_iter().for_each(|it| *it += 1));
        counts
    }
}

#[cfg(test)]
mod tests;
