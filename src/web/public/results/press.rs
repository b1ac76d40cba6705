//! Publications opened lately and files made of them, so that a page that many open is read once and a PDF set once.
//!
//! Setting a PDF takes a second of a processor, so few are set at once, few may wait, and whoever comes then is asked to
//! come back: nobody can exhaust the machine by asking. Both kinds of things are kept in memory only, up to a number or a
//! size. A file is kept under what it was made of, so that one with a quote that has gone since is found no more, and is
//! thrown away when its publication is next asked for.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use actix_web::web::{self, Bytes};
use tokio::sync::Semaphore;

use super::opened::Frozen;
use crate::web::PageError;

/// How many publications are kept open.
const PUBLICATIONS: usize = 24;
/// How many bytes of files are kept: all files of about ten publications.
const BYTES: usize = 48 * 1024 * 1024;
/// How many may wait for a file to be made, and how long.
const WAITING: usize = 24;
const LONGEST_WAIT: Duration = Duration::from_secs(20);

/// A file: of which publication, of what state of it, and which.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct FileName {
    /// The identity of the publication.
    pub publication: String,
    /// The digest of what it shows now.
    pub digest: String,
    /// Place and ending, such as `redditch.pdf`.
    pub name: String,
}

/// See the module.
pub struct Press {
    opened: Mutex<Vec<Arc<Frozen>>>,
    files: Arc<Mutex<Files>>,
    /// Half of the processors, so that people who answer are not kept waiting.
    at_work: Arc<Semaphore>,
    waiting: Semaphore,
}

/// The files that are kept, each with when it was last asked for.
#[derive(Default)]
struct Files {
    known: BTreeMap<FileName, (u64, Bytes)>,
    /// Counts every asking.
    asked: u64,
    bytes: usize,
}

impl Default for Press {
    fn default() -> Self {
        let processors = std::thread::available_parallelism().map_or(2, usize::from);
        Self {
            opened: Mutex::default(),
            files: Arc::default(),
            at_work: Arc::new(Semaphore::new((processors / 2).max(1))),
            waiting: Semaphore::new(WAITING),
        }
    }
}

impl Press {
    /// A publication opened before, or what `open` gives.
    ///
    /// # Errors
    /// As `open`.
    pub(super) fn open(
        &self,
        consultation: &str,
        number: u32,
        open: impl FnOnce() -> Result<Frozen, PageError>,
    ) -> Result<Arc<Frozen>, PageError> {
        let is_it = |one: &Arc<Frozen>| one.head.consultation == consultation && one.head.number == number;
        if let Some(known) = held(&self.opened).iter().find(|one| is_it(one)) {
            return Ok(Arc::clone(known));
        }
        let opened = Arc::new(open()?);
        let mut kept = held(&self.opened);
        kept.retain(|one| !is_it(one));
        if kept.len() >= PUBLICATIONS {
            kept.remove(0);
        }
        kept.push(Arc::clone(&opened));
        Ok(opened)
    }

    /// A file made before, or what `make` makes once it has its turn. It is made to the end and kept even if whoever
    /// asked has gone, so that going away and asking again gains nothing.
    ///
    /// # Errors
    /// [`PageError::busy`] when too many wait; otherwise as `make`.
    pub(super) async fn file(
        &self,
        name: FileName,
        make: impl FnOnce() -> Result<Vec<u8>, PageError> + Send + 'static,
    ) -> Result<Bytes, PageError> {
        if let Some(known) = held(&self.files).find(&name) {
            return Ok(known);
        }
        let place = self.waiting.try_acquire().map_err(|_| PageError::busy())?;
        let turn = tokio::time::timeout(LONGEST_WAIT, Arc::clone(&self.at_work).acquire_owned());
        let turn = turn.await.map_err(|_| PageError::busy())?.map_err(PageError::broken)?;
        let files = Arc::clone(&self.files);
        let made = web::block(move || {
            // Held until the work is done, whoever still waits for it.
            let _turn = turn;
            // Somebody before may have made it meanwhile.
            if let Some(known) = held(&files).find(&name) {
                return Ok(known);
            }
            let made = Bytes::from(make()?);
            held(&files).keep(name, made.clone());
            Ok::<Bytes, PageError>(made)
        });
        let made = made.await?;
        drop(place);
        made
    }
}

impl Files {
    /// A file, and forgets those of the same publication that were made of another state of it.
    fn find(&mut self, name: &FileName) -> Option<Bytes> {
        self.asked += 1;
        let is_stale = |known: &FileName| known.publication == name.publication && known.digest != name.digest;
        self.known.retain(|known, _| !is_stale(known));
        self.bytes = self.known.values().map(|(_, bytes)| bytes.len()).sum();
        let (last, bytes) = self.known.get_mut(name)?;
        *last = self.asked;
        Some(bytes.clone())
    }

    /// Keeps a file, and forgets those that were not asked for longest until there is room.
    fn keep(&mut self, name: FileName, bytes: Bytes) {
        while self.bytes + bytes.len() > BYTES {
            let oldest = self.known.iter().min_by_key(|(_, (last, _))| *last).map(|(name, _)| name.clone());
            let Some((_, gone)) = oldest.and_then(|oldest| self.known.remove(&oldest)) else { break };
            self.bytes -= gone.len();
        }
        if self.bytes + bytes.len() <= BYTES {
            self.bytes += bytes.len();
            self.known.insert(name, (self.asked, bytes));
        }
    }
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(digest: &str, name: &str) -> FileName {
        FileName { publication: "p".into(), digest: digest.into(), name: name.into() }
    }

    #[actix_web::test]
    async fn a_file_is_made_once_and_anew_when_what_it_shows_has_changed() {
        let press = Press::default();
        let make = |said: &'static str| move || Ok(said.as_bytes().to_vec());
        assert_eq!(press.file(name("a", "x.pdf"), make("one")).await.unwrap(), "one");
        assert_eq!(press.file(name("a", "x.pdf"), make("two")).await.unwrap(), "one");
        assert_eq!(press.file(name("b", "x.pdf"), make("three")).await.unwrap(), "three");
        let left: Vec<String> = held(&press.files).known.keys().map(|name| name.digest.clone()).collect();
        assert_eq!(left, ["b"], "what was made of an earlier state is thrown away");
    }

    #[actix_web::test]
    async fn what_failed_is_not_kept() {
        let press = Press::default();
        assert!(press.file(name("a", "x.pdf"), || Err(PageError::not_found())).await.is_err());
        assert_eq!(press.file(name("a", "x.pdf"), || Ok(b"made".to_vec())).await.unwrap(), "made");
    }

    #[actix_web::test]
    async fn whoever_comes_when_too_many_wait_is_asked_to_come_back() {
        let press = Press::default();
        let _all = press.waiting.try_acquire_many(WAITING as u32).unwrap();
        let refused = press.file(name("a", "x.pdf"), || Ok(vec![])).await.unwrap_err();
        assert_eq!(actix_web::ResponseError::status_code(&refused), 503);
    }

    #[test]
    fn files_are_kept_up_to_a_size_and_the_one_not_asked_for_longest_goes_first() {
        let mut files = Files::default();
        let third = Bytes::from(vec![0; BYTES / 3]);
        for at in ["1", "2", "3"] {
            files.find(&name("a", at));
            files.keep(name("a", at), third.clone());
        }
        assert!(files.find(&name("a", "1")).is_some());
        files.keep(name("a", "4"), third.clone());
        assert!(files.bytes <= BYTES && files.find(&name("a", "2")).is_none());
        assert!(files.find(&name("a", "1")).is_some() && files.find(&name("a", "4")).is_some());
        files.keep(name("a", "huge"), Bytes::from(vec![0; BYTES + 1]));
        assert!(files.find(&name("a", "huge")).is_none());
    }
}
