//! A response that takes the place of an earlier one of the same person, under the same receipt, in one commit.
//!
//! The draft that it was written in is what allows it: a correction is stored while its draft is there and erases it,
//! so that sending twice, or again after a lost connection, replaces once. What was erased by its receipt stays erased.

use diesel::prelude::*;

use super::connections::Conn;
use super::responses::erase_response;
use super::submissions::{self, NewSubmission, Submission, Submitted};
use super::tables::{drafts, responses};
use super::{Store, StoreError};

/// What came of a correction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Corrected {
    /// The earlier response is erased and this one stored.
    Replaced,
    /// It had been stored before.
    Already,
    /// The earlier response had been erased: nothing was stored, and the draft is erased as well.
    Gone,
}

impl Store {
    /// Erases the response that has this submission's receipt, with all that was made of it, and stores the submission
    /// instead; resolves after the one commit of both. `receipt_hash` and `draft_hash` must be there.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when too much is waiting; otherwise when the database fails, and then the earlier response
    /// is as it was.
    pub async fn correct(&self, correction: Submission) -> Result<Corrected, StoreError> {
        let corrected = self.shared.commits.correct(NewSubmission::new(correction)?)?.wait().await?;
        self.forget_words(corrected)
    }

    /// [`Store::correct`] for callers that block.
    ///
    /// # Errors
    /// As there.
    pub fn correct_blocking(&self, correction: Submission) -> Result<Corrected, StoreError> {
        let corrected = self.shared.commits.correct(NewSubmission::new(correction)?)?.wait_blocking()?;
        self.forget_words(corrected)
    }

    fn forget_words(&self, corrected: Corrected) -> Result<Corrected, StoreError> {
        if corrected != Corrected::Already {
            self.shared.commits.empty_log()?;
        }
        Ok(corrected)
    }
}

/// Stores one correction, after whatever of its group came before it.
pub(super) fn save(conn: &mut Conn, correction: &NewSubmission) -> Result<Corrected, StoreError> {
    let (Some(receipt), Some(draft)) = (&correction.response.receipt_hash, &correction.draft_hash) else {
        return Err(StoreError::Database("a correction without receipt or draft".into()));
    };
    // The row is held, so that on PostgreSQL another server's erasure waits for this one to end.
    let theirs =
        responses::table.filter(responses::receipt_hash.eq(receipt)).select((responses::id, responses::campaign));
    let earlier: Option<(i64, Option<String>)> = match conn {
        Conn::Sqlite(c) => theirs.first(c).optional()?,
        Conn::Postgres(c) => theirs.for_update().first(c).optional()?,
    };
    let erased = diesel::delete(drafts::table.find(draft));
    let had_draft = on!(&mut *conn, c => erased.execute(c))? > 0;
    match (earlier, had_draft) {
        (None, _) => Ok(Corrected::Gone),
        (Some(_), false) => Ok(Corrected::Already),
        (Some((id, campaign)), true) => {
            erase_response(conn, id)?;
            let mut correction = correction.clone();
            correction.response.campaign = campaign;
            match submissions::save(conn, &[&correction])?.first() {
                Some(Submitted::New) => Ok(Corrected::Replaced),
                _ => Err(StoreError::Database("a correction was not stored".into())),
            }
        }
    }
}
