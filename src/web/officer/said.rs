//! Everything that was said in answer to a question, as people may see it, for the views that look at all of it.

use crate::store::{RedactedAnswer, Shown, Store, StoreError};
use crate::text::Part;

/// How many answers are read at a time.
const AT_A_TIME: usize = 5000;

/// Gives every answer to one question, or to all, that has been looked through for personal data. The answers of a
/// person come one after another.
///
/// # Errors
/// When the database fails.
pub fn each_answer(
    store: &Store,
    consultation: &str,
    question: Option<&str>,
    mut take: impl FnMut(RedactedAnswer),
) -> Result<(), StoreError> {
    let mut after = 0;
    loop {
        let answers = store.list_answers(consultation, question, after, AT_A_TIME)?;
        let Some(last) = answers.last() else { return Ok(()) };
        after = last.id();
        answers.into_iter().filter(RedactedAnswer::is_screened).for_each(&mut take);
    }
}

/// An answer's parts as the facts know them.
pub fn parts(answer: &RedactedAnswer) -> Vec<Part<'_>> {
    let part = |part| match part {
        Shown::Words(words) => Part::Words(words),
        Shown::Hidden(kind) => Part::Covered(kind),
    };
    answer.parts().into_iter().map(part).collect()
}
