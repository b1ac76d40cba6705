//! The index itself: opened once, written by the worker, searched by everybody.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use jiff::civil::Date;
use rustc_hash::FxHashSet;
use tantivy::indexer::UserOperation;
use tantivy::{IndexReader, IndexWriter, ReloadPolicy, TantivyDocument, TantivyError, Term};

use super::counts::Tally;
use super::matching::Matcher;
use super::opening::{self, Opened, Payload};
use super::schema::{FORMAT, Fields, Place, schema};
use super::view::View;
use super::{Document, Found, Query, SearchError, asked};

/// The furthest answer that can be paged to; nobody reads so far, and each costs memory.
const FURTHEST: usize = 10_000;

/// An open index. Searches run on many threads at once and never wait for writes.
pub struct Index {
    dir: PathBuf,
    pub(super) fields: Fields,
    index: tantivy::Index,
    reader: IndexReader,
    /// `None` after a failed write, until the next one takes the lock anew.
    writer: Mutex<Option<IndexWriter>>,
    view: RwLock<Arc<View>>,
    position: RwLock<Option<String>>,
}

impl Index {
    /// Opens the index in `dir`, or begins one. Torn files and indexes of another format are moved aside to
    /// `<dir>.broken-1`, `-2` …; [`Index::position`] is then `None` and everything must be indexed again.
    ///
    /// # Errors
    /// [`SearchError::InUse`] while another process has it open and [`SearchError::Unreachable`] where files
    /// may not be read or written: nothing is moved or lost then.
    pub fn open(dir: &Path) -> Result<Self, SearchError> {
        let Opened { index, writer, position } = opening::open(dir)?;
        let (_, fields) = schema();
        let failed = |error: TantivyError| SearchError::from_tantivy(dir, error);
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into().map_err(failed)?;
        let view = View::new(reader.searcher(), &fields, None).map_err(failed)?;
        Ok(Self {
            dir: dir.to_owned(),
            fields,
            index,
            reader,
            writer: Mutex::new(Some(writer)),
            view: RwLock::new(Arc::new(view)),
            position: RwLock::new(position),
        })
    }

    /// How far the change log is indexed, as it was given to the last [`Index::write`]; `None` where nothing
    /// is known and everything must be indexed from the database.
    pub fn position(&self) -> Option<String> {
        self.position.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// How many answers the index holds.
    pub fn answers(&self) -> u64 {
        self.view().searcher.num_docs()
    }

    /// Replaces the responses of `batch`, removes those of `erased`, and stores `position`, all in one commit:
    /// after a crash either all of it happened or none. Repeating a write changes nothing.
    ///
    /// `batch` must hold every text answer of each response in it.
    ///
    /// # Errors
    /// [`SearchError`] when the disk refuses; the index is then as it was before.
    pub fn write(&self, batch: &[Document], erased: &[i64], position: &str) -> Result<(), SearchError> {
        let (mut slot, mut writer) = self.take_writer()?;
        let responses: FxHashSet<i64> =
            batch.iter().map(|document| document.response_id).chain(erased.iter().copied()).collect();
        let deletes = responses
            .into_iter()
            .map(|response_id| UserOperation::Delete(Term::from_field_i64(self.fields.response_id, response_id)));
        let adds = batch.iter().map(|document| UserOperation::Add(self.indexed(document)));
        let operations: Vec<_> = deletes.chain(adds).collect();
        let written = writer.run(operations).and_then(|_| commit(&mut writer, position));
        written.map_err(|error| self.failed(error))?;
        *slot = Some(writer);
        drop(slot);
        self.show(position)
    }

    /// Finds answers. What is typed is never an error.
    ///
    /// # Errors
    /// [`SearchError`] when the index cannot be read.
    pub fn search(&self, query: &Query) -> Result<Found, SearchError> {
        let view = self.view();
        let reading = asked::read(&query.words);
        let matcher = Matcher { fields: &self.fields, view: &view };
        let keep = query.offset.saturating_add(query.limit).min(FURTHEST);
        let tally = Tally { view: &view, query, keep, is_ranked: reading.asked.is_some() };
        let matching = matcher.answers(&query.consultation, reading.asked.as_ref());
        let found = matching.and_then(|matching| view.searcher.search(&*matching, &tally));
        let found = found.map_err(|error| self.failed(error))?;
        Ok(Found { cut: reading.cut, ..found })
    }

    /// Waits until background merging is done, then closes. Only long one-off work needs it.
    ///
    /// # Errors
    /// [`SearchError`] when merging failed; what was committed is safe.
    pub fn settle(self) -> Result<(), SearchError> {
        let writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner).take();
        match writer {
            Some(writer) => writer.wait_merging_threads().map_err(|error| self.failed(error)),
            None => Ok(()),
        }
    }

    /// The writer, out of its slot: it goes back only after a success, so that a failed one is dropped and
    /// with it everything it had not committed.
    pub(super) fn take_writer(&self) -> Result<(MutexGuard<'_, Option<IndexWriter>>, IndexWriter), SearchError> {
        let mut slot = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let writer = match slot.take() {
            Some(writer) => writer,
            None => opening::writer(&self.index).map_err(|error| self.failed(error))?,
        };
        Ok((slot, writer))
    }

    /// Lets searches see the last commit.
    pub(super) fn show(&self, position: &str) -> Result<(), SearchError> {
        self.reader.reload().map_err(|error| self.failed(error))?;
        let view = View::new(self.reader.searcher(), &self.fields, Some(&self.view()));
        let view = view.map_err(|error| self.failed(error))?;
        *self.view.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(view);
        *self.position.write().unwrap_or_else(PoisonError::into_inner) = Some(position.to_owned());
        Ok(())
    }

    /// Removes damaged indexes that were moved aside, once this one is whole again.
    pub(super) fn clear_set_aside(&self) {
        if let Err(error) = opening::clear_set_aside(&self.dir) {
            tracing::warn!(%error, "a damaged search index that was moved aside could not be removed: remove it by hand");
        }
    }

    pub(super) fn indexed(&self, document: &Document) -> TantivyDocument {
        let fields = &self.fields;
        let place =
            Place::to_text(&document.consultation, &document.question, &document.perspective, &document.district);
        let mut indexed = TantivyDocument::default();
        indexed.add_i64(fields.answer_id, document.answer_id);
        indexed.add_i64(fields.response_id, document.response_id);
        indexed.add_i64(fields.day, days_since_1970(document.submitted_on));
        indexed.add_text(fields.consultation, &document.consultation);
        indexed.add_text(fields.place, &place);
        indexed.add_text(fields.written, &document.text);
        if let Some(stems) = fields.stems_of(&document.language) {
            indexed.add_text(stems, &document.text);
        }
        indexed
    }

    pub(super) fn failed(&self, error: TantivyError) -> SearchError {
        SearchError::from_tantivy(&self.dir, error)
    }

    fn view(&self) -> Arc<View> {
        Arc::clone(&self.view.read().unwrap_or_else(PoisonError::into_inner))
    }
}

fn days_since_1970(day: Date) -> i64 {
    i64::from(day.duration_since(Date::constant(1970, 1, 1)).as_hours() as i32 / 24)
}

/// Commits with the position inside.
pub(super) fn commit(writer: &mut IndexWriter, position: &str) -> tantivy::Result<()> {
    let payload = Payload { format: FORMAT, position: position.to_owned() };
    let payload = serde_json::to_string(&payload).map_err(|error| TantivyError::InternalError(error.to_string()))?;
    let mut prepared = writer.prepare_commit()?;
    prepared.set_payload(&payload);
    prepared.commit().map(|_| ())
}
