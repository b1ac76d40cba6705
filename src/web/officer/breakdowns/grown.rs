//! The columns of one consultation as they grow: built from the store in parts, and then followed by the change log.
//!
//! A response that was erased counts no longer from the moment its erasure is committed, whatever else is still being
//! written. One that has just come counts at once, without themes until the worker has coded it; then it is read again.

use std::collections::HashMap;
use std::sync::Arc;

use super::super::subject::Subject;
use super::shape::{Content, Shape};
use crate::breakdown::{ColumnRow, Columns};
use crate::store::{CodedResponse, Position, StoreError};
use crate::web::State;

/// How many responses are read from the store at a time.
const PART: usize = 5_000;
/// With more changes than this since they were followed, columns are built anew, which is faster.
const MOST_CHANGES: usize = 20_000;
/// Columns are built anew once this many rows more are erased than still count.
const MOST_ERASED: usize = 10_000;
/// What is remembered of a response beside its columns: its identifier and its row, in bytes, with room to grow.
const ROW_BYTES: usize = 40;

/// Columns and how far they have followed the change log.
pub struct Grown {
    pub shape: Arc<Shape>,
    pub columns: Arc<Columns>,
    /// The row of each response that counts.
    rows: HashMap<i64, ColumnRow>,
    /// All changes up to here are settled, coded and in the columns.
    followed: Position,
    /// All changes up to here were settled and in the columns, coded or not, when these were built.
    built: Position,
    /// The same now.
    read: Position,
    /// What had changed since, and how far the worker was, when the columns were last brought up to date.
    seen: (Vec<Position>, Position),
}

impl Grown {
    /// Builds columns from all responses.
    ///
    /// # Errors
    /// When the database fails.
    pub fn build(state: &State, subject: &Subject, content: Content) -> Result<Self, StoreError> {
        // Taken before anything is read: what changes meanwhile is read again.
        let (followed, built) = (place(state)?, state.store.last_position()?);
        let shape = Shape::of(&state.store, subject, content)?;
        let mut grown = Self {
            columns: Arc::new(shape.columns()),
            shape: Arc::new(shape),
            rows: HashMap::new(),
            followed,
            built,
            read: built,
            seen: (Vec::new(), Position::START),
        };
        let key = &subject.consultation.key;
        for part in state.store.list_export_parts(key, PART)? {
            let responses = state.store.list_coded(key, grown.shape.frame_id(), part)?;
            for response in &responses {
                // One of a period that has begun since is found by following.
                let _ = grown.take(subject, response);
            }
        }
        Ok(grown)
    }

    /// Brings the columns up to date; gives whether that could be done.
    ///
    /// # Errors
    /// When the database fails.
    pub fn follow(&mut self, state: &State, subject: &Subject) -> Result<bool, StoreError> {
        if !self.shape.still_fits(&state.store, subject)? {
            return Ok(false);
        }
        let worker = place(state)?;
        let changes = state.store.seen_after(&self.followed, MOST_CHANGES + 1)?;
        let is_followed = match changes.len() {
            0..=MOST_CHANGES => self.follow_all(state, subject, changes, worker)?,
            _ => self.follow_behind(state, subject, worker)?,
        };
        Ok(is_followed && self.columns.rows() < 2 * self.rows.len() + MOST_ERASED)
    }

    /// Reads again what has changed since all was coded.
    fn follow_all(
        &mut self,
        state: &State,
        subject: &Subject,
        changes: Vec<(Position, i64)>,
        worker: Position,
    ) -> Result<bool, StoreError> {
        let seen: Vec<Position> = changes.iter().map(|(position, _)| *position).collect();
        if self.seen == (seen.clone(), worker) {
            return Ok(true);
        }
        let is_read = self.read_again(state, subject, changes)?;
        // Changes up to where the worker was are coded and settled, so they need no third look.
        self.followed = self.followed.max(worker);
        self.read = self.read.max(self.followed);
        self.seen = (seen.into_iter().filter(|position| *position > self.followed).collect(), worker);
        Ok(is_read)
    }

    /// While the worker is far behind, as after a large import: reads only what has changed since the columns last were
    /// up to date, and has them built anew once the worker has coded what they were built from.
    fn follow_behind(&mut self, state: &State, subject: &Subject, worker: Position) -> Result<bool, StoreError> {
        if worker >= self.built {
            return Ok(false);
        }
        let settled = state.store.last_position()?;
        let changes = state.store.seen_after(&self.read, MOST_CHANGES + 1)?;
        if changes.len() > MOST_CHANGES {
            return Ok(false);
        }
        let is_read = self.read_again(state, subject, changes)?;
        self.read = self.read.max(settled);
        Ok(is_read)
    }

    /// How many bytes of memory it takes, roughly.
    pub fn bytes(&self) -> usize {
        self.columns.bytes() + ROW_BYTES * self.rows.len()
    }

    /// Takes the responses of these changes as they are now; gives whether they fit.
    fn read_again(
        &mut self,
        state: &State,
        subject: &Subject,
        changes: Vec<(Position, i64)>,
    ) -> Result<bool, StoreError> {
        let mut ids: Vec<i64> = changes.into_iter().map(|(_, response)| response).collect();
        ids.sort_unstable();
        ids.dedup();
        for ids in ids.chunks(PART) {
            let found = state.store.find_coded(&subject.consultation.key, self.shape.frame_id(), ids)?;
            for id in ids {
                if let Some(row) = self.rows.remove(id) {
                    Arc::make_mut(&mut self.columns).erase(row);
                }
            }
            if !found.iter().all(|response| self.take(subject, response)) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Takes a response in; gives whether it fits.
    fn take(&mut self, subject: &Subject, response: &CodedResponse) -> bool {
        let Ok(row) = self.shape.row(subject, response) else { return false };
        let Ok(place) = Arc::make_mut(&mut self.columns).push(&row) else { return false };
        self.rows.insert(response.id, place);
        true
    }
}

/// Up to where every change is settled and the worker has coded it.
fn place(state: &State) -> Result<Position, StoreError> {
    let worker = state.index.position().and_then(|text| Position::parse(&text)).unwrap_or(Position::START);
    Ok(worker.min(state.store.last_position()?))
}
