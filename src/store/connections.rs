//! Connections to either database, behind one enum, and a small pool of them for reading.
//!
//! The same Rust statement is compiled once for each database by [`on`]; only pragmas, the way a transaction
//! begins and the change log's visibility differ.

use std::path::Path;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::{Connection, PgConnection, SqliteConnection};

use super::{Location, StoreError};

/// How many connections may read at once.
const READERS: usize = 8;
/// How long someone waits for a free connection before being told to come back.
const LONGEST_WAIT: Duration = Duration::from_secs(10);

/// FULL makes a commit wait for the disk. What is erased is overwritten, not only unlinked. Because identifiers are
/// random, rows are spread over the file: 64 MB of it are kept in memory, and the log is carried into it seldom.
const SQLITE_PRAGMAS: &str = "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
     PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; \
     PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 8000;";
const POSTGRES_SETTINGS: &str = "SET synchronous_commit = on; SET client_min_messages = warning; SET TIME ZONE 'UTC';";

/// One connection to whichever database is used.
pub(super) enum Conn {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

/// Runs the same statement on whichever database it is: `on!(conn, c => query.load(c))`.
macro_rules! on {
    ($conn:expr, $c:ident => $body:expr) => {
        match $conn {
            $crate::store::connections::Conn::Sqlite($c) => $body,
            $crate::store::connections::Conn::Postgres($c) => $body,
        }
    };
}

impl Conn {
    /// Connects for writing. A SQLite file is made readable by its owner alone.
    pub(super) fn open(location: &Location) -> Result<Self, StoreError> {
        match location {
            Location::Sqlite(file) => {
                make_private(file).map_err(|error| StoreError::Unreachable(error.to_string()))?;
                let mut conn = SqliteConnection::establish(&file.to_string_lossy()).map_err(unreachable)?;
                conn.batch_execute(SQLITE_PRAGMAS)?;
                Ok(Self::Sqlite(conn))
            }
            Location::Postgres(url) => {
                let mut conn = PgConnection::establish(url).map_err(unreachable)?;
                conn.batch_execute(POSTGRES_SETTINGS)?;
                Ok(Self::Postgres(conn))
            }
        }
    }

    /// Runs `work` in a transaction: committed when it succeeds, undone when it fails. SQLite takes the
    /// writer's place at once, because a transaction that first reads can be refused when it comes to write.
    pub(super) fn transaction<T>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        match self {
            Self::Sqlite(conn) => AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN IMMEDIATE")?,
            Self::Postgres(conn) => AnsiTransactionManager::begin_transaction(conn)?,
        }
        match work(self) {
            Ok(value) => {
                on!(self, conn => AnsiTransactionManager::commit_transaction(conn))?;
                Ok(value)
            }
            Err(error) => {
                // What went wrong first is what matters; a connection that cannot even undo is lost.
                match on!(self, conn => AnsiTransactionManager::rollback_transaction(conn)) {
                    Err(undo) if !error.is_lost() => Err(StoreError::Lost(format!("{error}; {undo}"))),
                    _ => Err(error),
                }
            }
        }
    }
}

fn unreachable(error: diesel::ConnectionError) -> StoreError {
    StoreError::Unreachable(error.to_string())
}

/// Makes the file and its folder when missing, the file for its owner alone; SQLite gives its side files
/// the same rights.
fn make_private(file: &Path) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut options = std::fs::OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file).map(|_| ())
}

/// Connections kept open for reading (and, on PostgreSQL, for rare writes).
pub(super) struct Pool {
    location: Location,
    state: Mutex<PoolState>,
    returned: Condvar,
}

struct PoolState {
    idle: Vec<Conn>,
    open: usize,
}

impl Pool {
    pub(super) fn new(location: Location) -> Self {
        let state = Mutex::new(PoolState { idle: Vec::new(), open: 0 });
        Self { location, state, returned: Condvar::new() }
    }

    pub(super) fn is_sqlite(&self) -> bool {
        matches!(self.location, Location::Sqlite(_))
    }

    /// Lends a connection to `work`. One that is lost, or that a panic left behind, is not kept; when one is
    /// lost the server has probably restarted, so the idle ones are closed too.
    pub(super) fn with<T>(&self, work: impl FnOnce(&mut Conn) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let mut place = self.take_place()?;
        let conn = match &mut place.conn {
            Some(conn) => conn,
            none => none.insert(self.connect()?),
        };
        let result = work(conn);
        if matches!(&result, Err(error) if error.is_lost()) {
            place.conn = None;
            let idle = std::mem::take(&mut self.lock().idle);
            self.lock().open -= idle.len();
        }
        result
    }

    /// A place among the readers, with an idle connection if there is one.
    fn take_place(&self) -> Result<Place<'_>, StoreError> {
        let mut state = self.lock();
        loop {
            if let Some(conn) = state.idle.pop() {
                return Ok(Place { conn: Some(conn), pool: self });
            }
            if state.open < READERS {
                state.open += 1;
                return Ok(Place { conn: None, pool: self });
            }
            let (waited, timeout) =
                self.returned.wait_timeout(state, LONGEST_WAIT).unwrap_or_else(PoisonError::into_inner);
            state = waited;
            if timeout.timed_out() && state.idle.is_empty() && state.open >= READERS {
                return Err(StoreError::Busy);
            }
        }
    }

    /// On SQLite these connections may only read: whatever writes waits its turn with the commits.
    fn connect(&self) -> Result<Conn, StoreError> {
        let mut conn = Conn::open(&self.location)?;
        if let Conn::Sqlite(sqlite) = &mut conn {
            sqlite.batch_execute("PRAGMA query_only = ON")?;
        }
        Ok(conn)
    }

    fn lock(&self) -> MutexGuard<'_, PoolState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One of the places among the readers; given back to the pool when dropped, with the connection if it is good.
struct Place<'a> {
    conn: Option<Conn>,
    pool: &'a Pool,
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        let mut state = self.pool.lock();
        match self.conn.take() {
            Some(conn) if !std::thread::panicking() => state.idle.push(conn),
            _ => state.open -= 1,
        }
        drop(state);
        self.pool.returned.notify_one();
    }
}
