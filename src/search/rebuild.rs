//! Building the whole index from the database, in place or beside the one in use.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::MutexGuard;

use tantivy::IndexWriter;
use tantivy::directory::{Directory, INDEX_WRITER_LOCK, MmapDirectory};
use tantivy::indexer::UserOperation;

use super::index::commit;
use super::{Document, Index, SearchError};

/// Answers that go to one indexing thread at a time.
const ANSWERS_A_TURN: usize = 256;

/// An index being built anew. Nothing is seen, and the old one stays, until [`Rebuild::finish`]; dropped
/// before that, nothing happened.
pub struct Rebuild<'a> {
    index: &'a Index,
    slot: MutexGuard<'a, Option<IndexWriter>>,
    writer: IndexWriter,
}

impl Index {
    /// Begins building the index anew.
    ///
    /// # Errors
    /// [`SearchError`] when the index cannot be written.
    pub fn rebuild(&self) -> Result<Rebuild<'_>, SearchError> {
        let (slot, writer) = self.take_writer()?;
        writer.delete_all_documents().map_err(|error| self.failed(error))?;
        Ok(Rebuild { index: self, slot, writer })
    }
}

impl Rebuild<'_> {
    /// Adds answers. Each answer must be added once: unlike [`Index::write`], nothing is replaced.
    ///
    /// # Errors
    /// [`SearchError`] when the index cannot be written.
    pub fn add(&mut self, batch: &[Document]) -> Result<(), SearchError> {
        for turn in batch.chunks(ANSWERS_A_TURN) {
            let operations: Vec<_> =
                turn.iter().map(|document| UserOperation::Add(self.index.indexed(document))).collect();
            self.writer.run(operations).map_err(|error| self.index.failed(error))?;
        }
        Ok(())
    }

    /// Commits, stores `position`, lets searches see the new index, and removes damaged ones set aside before.
    ///
    /// # Errors
    /// [`SearchError`] when the index cannot be written; it is then as it was before.
    pub fn finish(mut self, position: &str) -> Result<(), SearchError> {
        commit(&mut self.writer, position).map_err(|error| self.index.failed(error))?;
        *self.slot = Some(self.writer);
        drop(self.slot);
        self.index.show(position)?;
        self.index.clear_set_aside();
        Ok(())
    }
}

/// Puts the (closed) index in `fresh` in place of the one in `live`.
///
/// # Errors
/// [`SearchError::InUse`] while another Heard has `live` open, [`SearchError::Unreachable`] when folders cannot
/// be moved. A crash in between leaves no index, and the next start builds one.
pub fn swap(fresh: &Path, live: &Path) -> Result<(), SearchError> {
    let unreachable = |source| SearchError::unreachable(live, source);
    fs::metadata(fresh).map_err(|source| SearchError::unreachable(fresh, source))?;
    if live.exists() {
        let _lock = lock(live)?;
        let old = beside(live, "old");
        if old.exists() {
            fs::remove_dir_all(&old).map_err(unreachable)?;
        }
        fs::rename(live, &old).map_err(unreachable)?;
        fs::rename(fresh, live).map_err(unreachable)?;
        fs::remove_dir_all(&old).map_err(unreachable)
    } else {
        fs::rename(fresh, live).map_err(unreachable)
    }
}

/// Where an index is built beside the one in use, for example `index.new`. Emptied if something is there.
///
/// # Errors
/// [`SearchError::InUse`] while another Heard has `live` open, [`SearchError::Unreachable`] when the folder
/// cannot be emptied.
pub fn place_beside(live: &Path) -> Result<PathBuf, SearchError> {
    if live.exists() {
        lock(live)?;
    }
    let fresh = beside(live, "new");
    if fresh.exists() {
        fs::remove_dir_all(&fresh).map_err(|source| SearchError::unreachable(&fresh, source))?;
    }
    Ok(fresh)
}

fn beside(live: &Path, what: &str) -> PathBuf {
    let name = live.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    live.with_file_name(format!("{name}.{what}"))
}

fn lock(dir: &Path) -> Result<tantivy::directory::DirectoryLock, SearchError> {
    let directory = MmapDirectory::open(dir).map_err(|error| SearchError::from_tantivy(dir, error.into()))?;
    let locked = directory.acquire_lock(&INDEX_WRITER_LOCK);
    locked.map_err(|error| SearchError::from_tantivy(dir, tantivy::TantivyError::LockFailure(error, None)))
}
