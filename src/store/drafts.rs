//! Half-finished responses, each under the hash of the token that its browser keeps.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel::upsert::excluded;
use jiff::civil::Date;
use jiff::{ToSpan, ZonedDateTime};

use super::connections::Conn;
use super::tables::drafts;
use super::{Store, StoreError, hear_requests, outbox, ways_in};

/// A draft that nobody has touched for more days than this is erased.
pub const KEPT_DAYS: i64 = 30;

#[derive(Insertable, Clone)]
#[diesel(table_name = drafts, treat_none_as_default_value = false)]
pub(super) struct NewDraft {
    pub(super) token_hash: String,
    pub(super) consultation: String,
    pub(super) body: String,
    pub(super) saved_on: String,
}

impl NewDraft {
    /// A draft saved today.
    pub(super) fn today(token_hash: &str, consultation: &str, body: String) -> Self {
        let saved_on = ZonedDateTime::now().date().to_string();
        Self { token_hash: token_hash.to_owned(), consultation: consultation.to_owned(), body, saved_on }
    }
}

impl Store {
    /// Keeps a draft, instead of what was kept under this token before; resolves after the commit.
    ///
    /// `body` is a [`crate::survey::Draft`] as JSON.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when too much is waiting; otherwise when the database fails.
    pub async fn save_draft(&self, token_hash: &str, consultation: &str, body: String) -> Result<(), StoreError> {
        self.shared.commits.save_draft(NewDraft::today(token_hash, consultation, body))?.wait().await
    }

    /// [`Store::save_draft`] for callers that block.
    ///
    /// # Errors
    /// As there.
    pub fn save_draft_blocking(&self, token_hash: &str, consultation: &str, body: String) -> Result<(), StoreError> {
        self.shared.commits.save_draft(NewDraft::today(token_hash, consultation, body))?.wait_blocking()
    }

    /// The consultation's key and the body of a draft.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find_draft(&self, token_hash: &str) -> Result<Option<(String, String)>, StoreError> {
        self.read(|conn| {
            let found = drafts::table.find(token_hash).select((drafts::consultation, drafts::body));
            Ok(on!(conn, c => found.first(c).optional())?)
        })
    }

    /// Erases every draft last saved more than 30 days before `today`, and whoever asked to hear and has not confirmed
    /// or been told in time, and says how many there were. Opening the database does so for drafts by itself; a server
    /// that runs for long asks for it now and then.
    ///
    /// # Errors
    /// When the database fails.
    pub fn erase_old_drafts(&self, today: Date) -> Result<usize, StoreError> {
        let erased = self.write(move |conn| {
            ways_in::erase_unused(conn, today)?;
            outbox::erase_old(conn, today)?;
            Ok(hear_requests::erase_old(conn, today)? + erase_old(conn, today)?)
        })?;
        if erased > 0 {
            self.shared.commits.empty_log()?;
        }
        Ok(erased)
    }
}

/// Keeps each of these, the last one where a token comes twice.
pub(super) fn save(conn: &mut Conn, saved: impl Iterator<Item = NewDraft>) -> Result<(), StoreError> {
    let last: BTreeMap<String, NewDraft> = saved.map(|draft| (draft.token_hash.clone(), draft)).collect();
    let rows: Vec<NewDraft> = last.into_values().collect();
    if rows.is_empty() {
        return Ok(());
    }
    on!(conn, c => diesel::insert_into(drafts::table)
        .values(&rows)
        .on_conflict(drafts::token_hash)
        .do_update()
        .set((
            drafts::consultation.eq(excluded(drafts::consultation)),
            drafts::body.eq(excluded(drafts::body)),
            drafts::saved_on.eq(excluded(drafts::saved_on)),
        ))
        .execute(c))?;
    Ok(())
}

/// Erases the drafts under these tokens.
pub(super) fn erase(conn: &mut Conn, token_hashes: &[&str]) -> Result<(), StoreError> {
    if !token_hashes.is_empty() {
        let finished = drafts::table.filter(drafts::token_hash.eq_any(token_hashes));
        on!(conn, c => diesel::delete(finished).execute(c))?;
    }
    Ok(())
}

/// Erases the drafts that were to take the place of the response with this receipt.
pub(super) fn erase_correcting(conn: &mut Conn, receipt_hash: &str) -> Result<(), StoreError> {
    // As the field stands in a draft's JSON. Inside of what somebody wrote, quotation marks have a backslash before.
    let mark = format!("%\"corrects\":\"{receipt_hash}\"%");
    let theirs = drafts::table.filter(drafts::body.like(mark));
    on!(conn, c => diesel::delete(theirs).execute(c))?;
    Ok(())
}

/// Erases drafts that nobody came back to; says how many.
pub(super) fn erase_old(conn: &mut Conn, today: Date) -> Result<usize, StoreError> {
    let oldest = today.checked_sub(KEPT_DAYS.days()).unwrap_or(today).to_string();
    Ok(on!(conn, c => diesel::delete(drafts::table.filter(drafts::saved_on.lt(&oldest))).execute(c))?)
}
