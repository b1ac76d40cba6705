//! Which stored code frame a page is about: the consultation's own, or the machine's candidates.

use super::subject::Subject;
use crate::store::StoredCodeFrame;
use crate::web::{PageError, State};
use crate::worker::discovery::CANDIDATES;

/// The stored frames of a consultation that bear on a question: its own code frame, and the candidates found
/// for that question (or for all together).
///
/// # Errors
/// When the database fails.
pub fn of_question(
    state: &State,
    subject: &Subject,
    question: Option<&str>,
) -> Result<Vec<StoredCodeFrame>, PageError> {
    let frames = state.store.list_code_frames(&subject.consultation.key)?;
    let own = subject.consultation.code_frame.as_deref();
    let bears = |frame: &StoredCodeFrame| match frame.key.as_str() {
        CANDIDATES => frame.question.as_deref() == question,
        key => Some(key) == own && frame.question.is_none(),
    };
    let mut frames: Vec<StoredCodeFrame> = frames.into_iter().filter(bears).collect();
    frames.sort_by_key(|frame| frame.key == CANDIDATES);
    Ok(frames)
}

/// The consultation's own code frame as stored, once the worker has read it in.
///
/// # Errors
/// When the database fails.
pub fn find_own(state: &State, subject: &Subject) -> Result<Option<StoredCodeFrame>, PageError> {
    Ok(of_question(state, subject, None)?.into_iter().find(|frame| frame.key != CANDIDATES))
}
