//! One step along the change log, and building the index anew from its beginning.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use rustc_hash::FxHashSet;

use super::{Coders, Frames, WorkerError, reading};
use crate::search::Index;
use crate::store::{Change, ChangeKind, Position, Store};

/// Changes that go into one commit at most.
const CHANGES: usize = 1_000;

/// How far catching up has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Answers put into the index.
    pub answers: usize,
    /// Changes followed.
    pub changes: usize,
}

impl Progress {
    fn add(&mut self, answers: usize, changes: usize) {
        self.answers += answers;
        self.changes += changes;
    }
}

/// As `catch_up_with`, with coders of these frames that are forgotten afterwards.
///
/// # Errors
/// As there.
pub fn catch_up(
    store: &Store,
    index: &Index,
    frames: &Frames,
    report: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Progress, WorkerError> {
    catch_up_with(store, index, &mut Coders::new(frames), report)
}

/// Learns what is due, then follows the change log to its end, coding new answers. Where the index does not know
/// how far it came, or knows of more than the database does (another database, or an older one brought back), it
/// is built anew. `report` is told after each part and may end it early; a rebuild that is ended leaves no trace.
///
/// # Errors
/// [`WorkerError`] when the database or the index fails; what was committed stays.
pub(super) fn catch_up_with(
    store: &Store,
    index: &Index,
    coders: &mut Coders<'_>,
    report: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Progress, WorkerError> {
    coders.prepare(store)?;
    let mut progress = Progress::default();
    let mut position = match known_position(store, index)? {
        Some(position) => Some(position),
        None => rebuild(store, index, coders, &mut progress, report)?,
    };
    while let Some(here) = position {
        position = step(store, index, coders, &here, &mut progress)?;
        if position.is_some() && report(progress).is_break() {
            break;
        }
    }
    Ok(progress)
}

/// Where the index is, if the database has been there.
fn known_position(store: &Store, index: &Index) -> Result<Option<Position>, WorkerError> {
    let position = index.position().and_then(|text| Position::parse(&text));
    let last = store.last_position()?;
    Ok(position.filter(|position| *position <= last))
}

/// Takes the next changes into the index, in one commit. `None` where there are none.
fn step(
    store: &Store,
    index: &Index,
    coders: &mut Coders<'_>,
    position: &Position,
    progress: &mut Progress,
) -> Result<Option<Position>, WorkerError> {
    let changes = store.changes_after(position, CHANGES)?;
    let Some(last) = changes.last() else { return Ok(None) };
    let (present, erased) = responses(&changes);
    let documents = reading::documents(store, coders, &present)?;
    // A response may be erased between the log and the look: it is removed either way.
    let gone: Vec<i64> = erased.into_iter().chain(present).collect();
    index.write(&documents, &gone, &last.position.to_text())?;
    progress.add(documents.len(), changes.len());
    Ok(Some(last.position))
}

/// The responses to index and those to remove; each once.
fn responses(changes: &[Change]) -> (Vec<i64>, Vec<i64>) {
    let erased: BTreeSet<i64> =
        changes.iter().filter(|change| change.kind == ChangeKind::Erased).map(|change| change.response_id).collect();
    let present: BTreeSet<i64> =
        changes.iter().map(|change| change.response_id).filter(|response| !erased.contains(response)).collect();
    (present.into_iter().collect(), erased.into_iter().collect())
}

/// Builds the index from the whole change log, in one commit at the end: until then searches see the old one.
/// Responses erased since are simply not there to be read. `None` when `report` ended it.
fn rebuild(
    store: &Store,
    index: &Index,
    coders: &mut Coders<'_>,
    progress: &mut Progress,
    report: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Option<Position>, WorkerError> {
    let mut rebuild = index.rebuild()?;
    let mut seen = FxHashSet::default();
    let mut position = Position::START;
    // What changes while this runs is followed afterwards. Changes up to here are taken as they are now.
    let end = store.last_position()?;
    while position < end {
        let changes = store.changes_after(&position, CHANGES)?;
        let Some(last) = changes.last() else { break };
        let (present, _) = responses(&changes);
        let unseen: Vec<i64> = present.into_iter().filter(|response| seen.insert(*response)).collect();
        let documents = reading::documents(store, coders, &unseen)?;
        rebuild.add(&documents)?;
        position = last.position;
        progress.add(documents.len(), changes.len());
        if report(*progress).is_break() {
            return Ok(None);
        }
    }
    rebuild.finish(&position.to_text())?;
    Ok(Some(position))
}
