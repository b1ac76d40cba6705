//! The thread that follows: woken after each submission, and looking by itself once a second. Once an hour it
//! also erases drafts that nobody came back to.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::follow::catch_up_with;
use super::{Coders, Frames, Progress, WorkerError};
use crate::library::Library;
use crate::search::Index;
use crate::store::Store;

/// Looking without being woken, in case another process wrote.
const LOOK: Duration = Duration::from_secs(1);
/// The least time between two commits of the index: what arrives meanwhile shares one.
const BETWEEN_COMMITS: Duration = Duration::from_millis(200);
/// Waiting after the first failure; doubled with each further one.
const FIRST_PAUSE: Duration = Duration::from_millis(200);
/// The longest wait after failures.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// The time between two looks for drafts that have lain too long. The store erases by the day.
const BETWEEN_SWEEPS: Duration = Duration::from_secs(60 * 60);

/// A log line each time this many answers were taken in at a stretch.
const ANSWERS_TO_TELL: usize = 50_000;

/// Wakes the worker. Cheap to clone; safe to use from anywhere and after the worker has ended.
#[derive(Clone, Default)]
pub struct Wake {
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    wishes: Mutex<Wishes>,
    changed: Condvar,
}

#[derive(Default)]
struct Wishes {
    is_woken: bool,
    /// The library whose code frames to go on with.
    library: Option<Arc<Library>>,
    is_over: bool,
}

impl Wake {
    /// Says that something was stored. Never waits for the worker.
    pub fn wake(&self) {
        self.wishes().is_woken = true;
        self.shared.changed.notify_all();
    }

    /// Answers that arrive from now on are coded with this library's frames: a survey was published. Never waits for
    /// them to be made ready.
    pub fn code_with(&self, library: Arc<Library>) {
        self.wishes().library = Some(library);
        self.wake();
    }

    fn take_library(&self) -> Option<Arc<Library>> {
        self.wishes().library.take()
    }

    pub(super) fn end(&self) {
        self.wishes().is_over = true;
        self.shared.changed.notify_all();
    }

    pub(super) fn is_over(&self) -> bool {
        self.wishes().is_over
    }

    fn wishes(&self) -> MutexGuard<'_, Wishes> {
        self.shared.wishes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until woken, or for `longest`; `false` when the worker is to end.
    pub(super) fn wait(&self, longest: Duration) -> bool {
        let waited = self
            .shared
            .changed
            .wait_timeout_while(self.wishes(), longest, |wishes| !wishes.is_woken && !wishes.is_over);
        let (mut wishes, _) = waited.unwrap_or_else(PoisonError::into_inner);
        wishes.is_woken = false;
        !wishes.is_over
    }

    /// Waits for all of `time`, woken or not; `false` when the worker is to end.
    pub(super) fn pause(&self, time: Duration) -> bool {
        let waited = self.shared.changed.wait_timeout_while(self.wishes(), time, |wishes| !wishes.is_over);
        let (wishes, _) = waited.unwrap_or_else(PoisonError::into_inner);
        !wishes.is_over
    }
}

/// The running worker; dropped, it finishes its step and ends.
pub struct Worker {
    wake: Wake,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Starts following, coding new answers with `frames`.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(store: Store, index: Arc<Index>, frames: Arc<Frames>) -> std::io::Result<Self> {
        let wake = Wake::default();
        let own = wake.clone();
        let thread =
            std::thread::Builder::new().name("worker".into()).spawn(move || run(&store, &index, frames, &own))?;
        Ok(Self { wake, thread: Some(thread) })
    }

    /// A handle that wakes this worker.
    pub fn wake(&self) -> Wake {
        self.wake.clone()
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.wake.end();
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the worker ended badly");
        }
    }
}

fn run(store: &Store, index: &Index, mut frames: Arc<Frames>, wake: &Wake) {
    while let Some(library) = run_with(store, index, &frames, wake) {
        frames = Arc::new(Frames::of(&library));
    }
}

/// Follows until there is another library to code with, which it gives, or the worker is to end.
fn run_with(store: &Store, index: &Index, frames: &Frames, wake: &Wake) -> Option<Arc<Library>> {
    let mut coders = Coders::new(frames);
    let mut failures = 0_u32;
    // Opening the store has just swept.
    let mut swept = Instant::now();
    loop {
        if let Some(library) = wake.take_library() {
            return Some(library);
        }
        let started = Instant::now();
        if swept.elapsed() >= BETWEEN_SWEEPS {
            swept = started;
            sweep(store);
        }
        match follow(store, index, &mut coders, wake) {
            Ok(progress) => {
                failures = 0;
                let spent = started.elapsed();
                if progress.changes > 0 {
                    tracing::debug!(progress.answers, progress.changes, ?spent, "followed the change log");
                    if !wake.pause(BETWEEN_COMMITS.saturating_sub(spent)) {
                        return None;
                    }
                }
                if !wake.wait(LOOK) {
                    return None;
                }
            }
            Err(error) => {
                let pause = FIRST_PAUSE.saturating_mul(2_u32.saturating_pow(failures)).min(LONGEST_PAUSE);
                failures = failures.saturating_add(1);
                tracing::warn!(%error, failures, ?pause, "the change log could not be followed: trying again");
                if !wake.pause(pause) {
                    return None;
                }
            }
        }
    }
}

/// Erases drafts that nobody came back to. A failure is no reason to stop: the next sweep finds the same drafts.
fn sweep(store: &Store) {
    match store.erase_old_drafts(jiff::ZonedDateTime::now().date()) {
        Ok(0) => {}
        Ok(erased) => {
            tracing::info!(erased, "erased drafts that nobody came back to, and whoever asked to hear for too long")
        }
        Err(error) => tracing::warn!(%error, "old drafts could not be erased: trying again in an hour"),
    }
}

fn follow(store: &Store, index: &Index, coders: &mut Coders<'_>, wake: &Wake) -> Result<Progress, WorkerError> {
    let mut told = 0;
    let mut report = |progress: Progress| {
        if progress.answers >= told + ANSWERS_TO_TELL {
            told = progress.answers;
            tracing::info!(progress.answers, "building the search index");
        }
        if wake.is_over() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    // A failure of the libraries below must end neither the thread nor the service.
    catch_unwind(AssertUnwindSafe(|| catch_up_with(store, index, coders, &mut report)))
        .unwrap_or(Err(WorkerError::BrokeOff))
}
