//! Opening what is on disk, or saying why not: sound, damaged (set aside and begun anew), or out of reach.

use std::fs;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use tantivy::directory::{Directory, INDEX_WRITER_LOCK, MmapDirectory};
use tantivy::indexer::IndexWriterOptions;
use tantivy::merge_policy::LogMergePolicy;
use tantivy::{IndexWriter, TantivyError};

use super::error::{SearchError, is_damage};
use super::schema::{FORMAT, schema, tokenizers};

/// Memory that one indexing thread fills before it writes to disk.
const BYTES_A_THREAD: usize = 64 << 20;
/// More threads than this gain little and cost memory.
const MOST_THREADS: usize = 4;

/// What the index says of itself in each commit.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Payload {
    pub format: u32,
    pub position: String,
}

/// An index that can be searched and written.
pub(super) struct Opened {
    pub index: tantivy::Index,
    pub writer: IndexWriter,
    /// How far the change log was followed; `None` where everything is still to be indexed.
    pub position: Option<String>,
}

/// Opens the index in `dir`. What is damaged or of another format is moved aside and begun anew.
pub(super) fn open(dir: &Path) -> Result<Opened, SearchError> {
    fs::create_dir_all(dir).map_err(|source| SearchError::unreachable(dir, source))?;
    let (index, position) = match judge(dir)? {
        Judgement::Sound(index, position) => (*index, position),
        Judgement::Empty => (create(dir)?, None),
        Judgement::Damaged(reason) => {
            let aside = set_aside(dir)?;
            tracing::warn!(aside = %aside.display(), reason, "the search index was damaged: moved aside, to be built anew");
            fs::create_dir_all(dir).map_err(|source| SearchError::unreachable(dir, source))?;
            (create(dir)?, None)
        }
    };
    let writer = writer(&index).map_err(|error| SearchError::from_tantivy(dir, error))?;
    Ok(Opened { index, writer, position })
}

/// A writer on an index, holding its lock. Any segment with deleted answers is soon rewritten without them:
/// what is erased must not stay on disk.
pub(super) fn writer(index: &tantivy::Index) -> tantivy::Result<IndexWriter> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from).clamp(1, MOST_THREADS);
    let options = IndexWriterOptions::builder()
        .num_worker_threads(threads)
        .memory_budget_per_thread(BYTES_A_THREAD)
        .num_merge_threads(1)
        .build();
    let writer = index.writer_with_options(options)?;
    let mut merging = LogMergePolicy::default();
    merging.set_del_docs_ratio_before_merge(f32::MIN_POSITIVE);
    writer.set_merge_policy(Box::new(merging));
    Ok(writer)
}

enum Judgement {
    Sound(Box<tantivy::Index>, Option<String>),
    Empty,
    /// Why, in the index's own words (never an answer's).
    Damaged(String),
}

/// Holds the lock while it looks, so that an index another process works on is never called damaged.
fn judge(dir: &Path) -> Result<Judgement, SearchError> {
    let failed = |error: TantivyError| SearchError::from_tantivy(dir, error);
    let directory = MmapDirectory::open(dir).map_err(|error| failed(error.into()))?;
    let lock =
        directory.acquire_lock(&INDEX_WRITER_LOCK).map_err(|error| failed(TantivyError::LockFailure(error, None)))?;
    let names = names_in(dir).map_err(|source| SearchError::unreachable(dir, source))?;
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    if names.iter().all(|name| name.ends_with(".lock")) {
        return Ok(Judgement::Empty);
    }
    // Without its own list of files the index cannot check them, and would never clear away old ones.
    if !has("meta.json") || !has(".managed.json") {
        return Ok(Judgement::Damaged("a file is missing".into()));
    }
    // Reading damaged files may panic inside the index; that too is damage.
    let looked = catch_unwind(AssertUnwindSafe(|| look(dir)));
    drop(lock);
    match looked {
        Ok(Ok(judgement)) => Ok(judgement),
        Ok(Err(error)) if is_damage(&error) => Ok(Judgement::Damaged(error.to_string())),
        Ok(Err(error)) => Err(failed(error)),
        Err(_) => Ok(Judgement::Damaged("the index could not be read through".into())),
    }
}

fn look(dir: &Path) -> tantivy::Result<Judgement> {
    let mut index = tantivy::Index::open_in_dir(dir)?;
    if index.schema() != schema().0 {
        return Ok(Judgement::Damaged("it was made by another version".into()));
    }
    // Only files on the index's own list are checked and, in time, cleared away: all in use must be on it.
    let listed = index.directory().list_managed_files();
    let in_use = index.load_metas()?.list_segment_files();
    if in_use.iter().any(|path| dir.join(path).exists() && !listed.contains(path)) {
        return Ok(Judgement::Damaged("its list of files is not whole".into()));
    }
    let damaged = index.validate_checksum()?;
    if !damaged.is_empty() {
        return Ok(Judgement::Damaged(format!("{} files are not as they were written", damaged.len())));
    }
    // Opens every segment, so that nothing is found wanting later.
    index.reader()?;
    let position = match index.load_metas()?.payload {
        None => None,
        Some(payload) => match serde_json::from_str::<Payload>(&payload) {
            Ok(Payload { format: FORMAT, position }) => Some(position),
            Ok(_) => return Ok(Judgement::Damaged("it was made by another version".into())),
            Err(_) => return Ok(Judgement::Damaged("its position cannot be read".into())),
        },
    };
    index.set_tokenizers(tokenizers());
    Ok(Judgement::Sound(Box::new(index), position))
}

fn names_in(dir: &Path) -> io::Result<Vec<String>> {
    fs::read_dir(dir)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
}

fn create(dir: &Path) -> Result<tantivy::Index, SearchError> {
    let made = tantivy::Index::builder().schema(schema().0).tokenizers(tokenizers()).create_in_dir(dir);
    made.map_err(|error| SearchError::from_tantivy(dir, error))
}

/// The beginning of the names that damaged indexes are moved to.
fn aside_prefix(dir: &Path) -> String {
    let name = dir.file_name().map_or_else(|| "index".into(), |name| name.to_string_lossy().into_owned());
    format!("{name}.broken-")
}

/// Moves the index beside itself, under the first free number.
fn set_aside(dir: &Path) -> Result<PathBuf, SearchError> {
    let prefix = aside_prefix(dir);
    let mut number = 1_u32;
    let aside = loop {
        let aside = dir.with_file_name(format!("{prefix}{number}"));
        if !aside.exists() {
            break aside;
        }
        number += 1;
    };
    fs::rename(dir, &aside).map_err(|source| SearchError::unreachable(dir, source))?;
    Ok(aside)
}

/// Removes what was set aside earlier: it may still say which words people used who have erased their answers.
pub(super) fn clear_set_aside(dir: &Path) -> io::Result<()> {
    let Some(parent) = dir.parent() else { return Ok(()) };
    let prefix = aside_prefix(dir);
    for name in names_in(parent)? {
        if name.strip_prefix(&prefix).is_some_and(|number| number.parse::<u32>().is_ok()) {
            fs::remove_dir_all(parent.join(name))?;
        }
    }
    Ok(())
}
