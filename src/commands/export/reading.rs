//! Reads responses in parts, several at once, and hands them over in their order.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;

use super::gather::{Gathered, Gathering};
use crate::store::{Store, StoreError};

/// How many responses are read at once.
const PART: usize = 1000;
/// The most readers; the store lends eight connections, and pages must be answered meanwhile.
const READERS: usize = 4;

/// Hands over every response in the order of identifiers. A few parts are in memory at a time.
///
/// # Errors
/// When the database fails, or `take` does; then nothing more is read.
pub(super) fn each_response(
    store: &Store,
    gathering: &Gathering<'_>,
    mut take: impl FnMut(&Gathered) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let key = &gathering.consultation.key;
    let parts = store.list_export_parts(key, PART)?;
    let readers = std::thread::available_parallelism().map_or(1, usize::from).min(READERS).min(parts.len());
    let next = AtomicUsize::new(0);
    let (sender, receiver) = sync_channel::<(usize, Result<Vec<Gathered>, StoreError>)>(1);
    std::thread::scope(|scope| {
        for _ in 0..readers {
            let (sender, next, parts) = (sender.clone(), &next, &parts);
            scope.spawn(move || {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    let Some(part) = parts.get(number) else { return };
                    let read = store.list_for_export(key, *part);
                    let read = read.map(|all| all.into_iter().map(|one| gathering.gather(one)).collect());
                    // Nobody listens any more when taking has failed.
                    if sender.send((number, read)).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        let (mut early, mut wanted) = (BTreeMap::new(), 0);
        for (number, read) in receiver {
            early.insert(number, read?);
            while let Some(part) = early.remove(&wanted) {
                part.iter().try_for_each(&mut take)?;
                wanted += 1;
            }
        }
        Ok(())
    })
}
