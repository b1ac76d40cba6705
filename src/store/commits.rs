//! Group commit: one thread takes whatever waits to be stored and commits it together, so that a disk that
//! can only be waited for a few hundred times a second still stores thousands of responses.
//!
//! Answers are sent only after the commit. When a group fails, each of its jobs is tried alone, so that one bad
//! job harms nobody. Leaves out what a job writes: that is in [`super::submissions`], [`super::drafts`], [`super::ways_in`] and
//! [`super::papers`].

use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread::JoinHandle;

use diesel::connection::SimpleConnection;
use tokio::sync::oneshot;

use super::connections::Conn;
use super::corrections::{self, Corrected};
use super::drafts::{self, NewDraft};
use super::papers::{self, Vote, VoteCast};
use super::submissions::{self, NewSubmission, Submitted};
use super::ways_in::{self, Turnout};
use super::{Location, StoreError};

/// The most jobs in one commit. Beyond this a longer group gains little and makes everybody wait.
const LARGEST_GROUP: usize = 512;
/// How many jobs may wait. A full queue is told so at once instead of making people wait for long.
const LONGEST_QUEUE: usize = 4096;

type Done<T> = oneshot::Sender<Result<T, StoreError>>;

/// Something that can be committed together with others.
enum Job {
    SaveDraft(NewDraft, Done<()>),
    /// The first draft of somebody who comes by a way in, with its code.
    Begin(NewDraft, String, Done<()>),
    Submit(Box<NewSubmission>, Done<Submitted>),
    Correct(Box<NewSubmission>, Done<Corrected>),
    Cast(Box<Vote>, Done<VoteCast>),
}

enum Task {
    Grouped(Job),
    Alone(Box<dyn FnOnce(&mut Conn) + Send>),
}

/// The way to the thread that commits. Dropping it lets the thread finish what waits, and waits for that.
pub(super) struct Queue {
    tasks: Option<SyncSender<Task>>,
    thread: Option<JoinHandle<()>>,
}

/// A job on its way.
pub(super) struct Pending<T>(oneshot::Receiver<Result<T, StoreError>>);

impl<T> Pending<T> {
    /// Resolves after the commit, or when it is known to have failed.
    pub(super) async fn wait(self) -> Result<T, StoreError> {
        self.0.await.unwrap_or(Err(StoreError::Stopped))
    }

    /// As [`Pending::wait`], for callers that block.
    pub(super) fn wait_blocking(self) -> Result<T, StoreError> {
        self.0.blocking_recv().unwrap_or(Err(StoreError::Stopped))
    }
}

impl Queue {
    /// Starts the thread on a connection that is already open.
    pub(super) fn start(conn: Conn, location: Location) -> Result<Self, StoreError> {
        let (tasks, waiting) = sync_channel(LONGEST_QUEUE);
        let thread = std::thread::Builder::new()
            .name("heard-commits".into())
            .spawn(move || Writer { conn, location }.run(&waiting))
            .map_err(|error| StoreError::Unreachable(error.to_string()))?;
        Ok(Self { tasks: Some(tasks), thread: Some(thread) })
    }

    pub(super) fn save_draft(&self, draft: NewDraft) -> Result<Pending<()>, StoreError> {
        let (done, pending) = oneshot::channel();
        self.send(Task::Grouped(Job::SaveDraft(draft, done)))?;
        Ok(Pending(pending))
    }

    pub(super) fn begin(&self, draft: NewDraft, code: String) -> Result<Pending<()>, StoreError> {
        let (done, pending) = oneshot::channel();
        self.send(Task::Grouped(Job::Begin(draft, code, done)))?;
        Ok(Pending(pending))
    }

    pub(super) fn submit(&self, submission: NewSubmission) -> Result<Pending<Submitted>, StoreError> {
        let (done, pending) = oneshot::channel();
        self.send(Task::Grouped(Job::Submit(Box::new(submission), done)))?;
        Ok(Pending(pending))
    }

    pub(super) fn correct(&self, correction: NewSubmission) -> Result<Pending<Corrected>, StoreError> {
        let (done, pending) = oneshot::channel();
        self.send(Task::Grouped(Job::Correct(Box::new(correction), done)))?;
        Ok(Pending(pending))
    }

    pub(super) fn cast(&self, vote: Vote) -> Result<Pending<VoteCast>, StoreError> {
        let (done, pending) = oneshot::channel();
        self.send(Task::Grouped(Job::Cast(Box::new(vote), done)))?;
        Ok(Pending(pending))
    }

    /// Runs `work` in a transaction of its own, after what waits before it.
    pub(super) fn run_alone<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (done, pending) = oneshot::channel();
        self.send(Task::Alone(Box::new(move |conn| {
            // Who asked may have gone; the work is done all the same.
            let _ = done.send(conn.transaction(work));
        })))?;
        Pending(pending).wait_blocking()
    }

    /// Has what was erased overwritten in SQLite's log as well, after what waits before it. While somebody
    /// reads it cannot be, and the log is emptied the next time; PostgreSQL looks after its own.
    pub(super) fn empty_log(&self) -> Result<(), StoreError> {
        self.send(Task::Alone(Box::new(|conn| {
            if let Conn::Sqlite(conn) = conn
                && let Err(error) = conn.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)")
            {
                tracing::warn!(%error, "the log could not be emptied");
            }
        })))
    }

    fn send(&self, task: Task) -> Result<(), StoreError> {
        let Some(tasks) = &self.tasks else { return Err(StoreError::Stopped) };
        tasks.try_send(task).map_err(|error| match error {
            TrySendError::Full(_) => StoreError::Busy,
            TrySendError::Disconnected(_) => StoreError::Stopped,
        })
    }
}

impl Drop for Queue {
    fn drop(&mut self) {
        self.tasks = None;
        if let Some(thread) = self.thread.take()
            && thread.thread().id() != std::thread::current().id()
        {
            // A panic in the thread has been printed already and cannot be mended here.
            let _ = thread.join();
        }
    }
}

struct Writer {
    conn: Conn,
    location: Location,
}

/// What came of a job, to be told once the commit is certain.
#[derive(Clone, Copy)]
enum Outcome {
    Saved,
    Submitted(Submitted),
    Corrected(Corrected),
    Cast(VoteCast),
}

impl Writer {
    fn run(mut self, waiting: &Receiver<Task>) {
        while let Ok(first) = waiting.recv() {
            let mut group = Vec::new();
            let mut next = Some(first);
            let mut alone = None;
            while let Some(task) = next {
                match task {
                    Task::Grouped(job) => group.push(job),
                    Task::Alone(work) => {
                        alone = Some(work);
                        break;
                    }
                }
                next = if group.len() < LARGEST_GROUP { waiting.try_recv().ok() } else { None };
            }
            if !group.is_empty() {
                self.commit(group);
            }
            if let Some(work) = alone {
                work(&mut self.conn);
            }
        }
    }

    /// Commits a group and answers everybody in it.
    fn commit(&mut self, group: Vec<Job>) {
        match self.conn.transaction(|conn| store(conn, &group)) {
            Ok(outcomes) => group.into_iter().zip(outcomes).for_each(|(job, outcome)| answer(job, Ok(outcome))),
            Err(error) => {
                tracing::warn!(%error, jobs = group.len(), "a group of jobs could not be committed; trying each alone");
                if error.is_lost() {
                    self.reconnect();
                }
                group.into_iter().for_each(|job| self.commit_alone(job));
            }
        }
    }

    /// A job is stored under identifiers it already has, so trying again after a lost connection cannot
    /// store it twice.
    fn commit_alone(&mut self, job: Job) {
        let jobs = [job];
        let mut result = self.conn.transaction(|conn| store(conn, &jobs));
        if matches!(&result, Err(error) if error.is_lost()) && self.reconnect() {
            result = self.conn.transaction(|conn| store(conn, &jobs));
        }
        let [job] = jobs;
        answer(job, result.and_then(|outcomes| outcomes.first().copied().ok_or(StoreError::Stopped)));
    }

    /// Whether there is a new connection.
    fn reconnect(&mut self) -> bool {
        match Conn::open(&self.location) {
            Ok(conn) => {
                self.conn = conn;
                true
            }
            Err(error) => {
                tracing::error!(%error, "the database cannot be reached again");
                false
            }
        }
    }
}

/// Writes a group: drafts first, so that a response sent after its draft leaves no draft behind; corrections one after
/// another, because each looks at what is stored; what was counted last, way by way in the order of their codes, so that
/// two servers never wait for each other in a ring.
fn store(conn: &mut Conn, group: &[Job]) -> Result<Vec<Outcome>, StoreError> {
    let mut turnout = Turnout::default();
    let begun = group.iter().filter_map(|job| if let Job::Begin(it, code, _) = job { Some((it, code)) } else { None });
    ways_in::begin(conn, begun, &mut turnout)?;
    let saved =
        group.iter().filter_map(|job| if let Job::SaveDraft(draft, _) = job { Some(draft.clone()) } else { None });
    drafts::save(conn, saved)?;
    let submissions: Vec<&NewSubmission> =
        group.iter().filter_map(|job| if let Job::Submit(it, _) = job { Some(&**it) } else { None }).collect();
    let submitted = submissions::save(conn, &submissions)?;
    turnout.note(submissions.iter().copied().zip(&submitted));
    ways_in::count(conn, &turnout)?;
    // In the order of the ballots' keys, for the same reason; within a ballot one after another, each voucher once.
    let mut cast: BTreeMap<usize, VoteCast> = BTreeMap::new();
    let votes = group
        .iter()
        .enumerate()
        .filter_map(|(at, job)| if let Job::Cast(vote, _) = job { Some((at, vote)) } else { None });
    let mut votes: Vec<_> = votes.collect();
    votes.sort_by(|(_, one), (_, other)| one.ballot.cmp(&other.ballot));
    for (at, vote) in votes {
        cast.insert(at, papers::cast(conn, vote)?);
    }
    let mut submitted = submitted.into_iter();
    let outcome = |(at, job): (usize, &Job)| match job {
        Job::SaveDraft(..) | Job::Begin(..) => Ok(Outcome::Saved),
        Job::Submit(..) => submitted.next().map(Outcome::Submitted).ok_or(StoreError::Stopped),
        Job::Correct(it, _) => corrections::save(conn, it).map(Outcome::Corrected),
        Job::Cast(..) => cast.get(&at).copied().map(Outcome::Cast).ok_or(StoreError::Stopped),
    };
    group.iter().enumerate().map(outcome).collect()
}

/// Tells who waits. They may have gone, which changes nothing.
fn answer(job: Job, result: Result<Outcome, StoreError>) {
    match job {
        Job::SaveDraft(_, done) | Job::Begin(_, _, done) => drop(done.send(result.map(|_| ()))),
        Job::Submit(_, done) => drop(done.send(result.and_then(|outcome| match outcome {
            Outcome::Submitted(submitted) => Ok(submitted),
            _ => Err(StoreError::Stopped),
        }))),
        Job::Correct(_, done) => drop(done.send(result.and_then(|outcome| match outcome {
            Outcome::Corrected(corrected) => Ok(corrected),
            _ => Err(StoreError::Stopped),
        }))),
        Job::Cast(_, done) => drop(done.send(result.and_then(|outcome| match outcome {
            Outcome::Cast(cast) => Ok(cast),
            _ => Err(StoreError::Stopped),
        }))),
    }
}
