//! What can go wrong between Heard and its database. No message holds an answer or anything about a person.

use diesel::result::{DatabaseErrorKind, Error};

/// Why the database could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database could not be opened or reached.
    #[error("the database cannot be reached ({0}): check --data or --database, and that the server runs")]
    Unreachable(String),
    /// The connection broke while it was in use; whether a change was kept is not known.
    #[error("the connection to the database was lost ({0}): try again")]
    Lost(String),
    /// More is waiting to be stored than may wait.
    #[error("too much is waiting to be stored: try again in a few seconds")]
    Busy,
    /// The tables could not be brought up to date.
    #[error(
        "the database cannot be brought up to date ({0}): restore a backup, or use the version of Heard that made it"
    )]
    Migration(String),
    /// The thread that commits has ended, so nothing can be stored until a restart.
    #[error("the store has stopped: start Heard again")]
    Stopped,
    /// Something that must be there is not.
    #[error("there is no {0}")]
    NotFound(&'static str),
    /// A stored value cannot be read: the database was changed by something else or is damaged.
    #[error("the database holds a {0} that cannot be read: restore a backup")]
    Damaged(&'static str),
    /// The database refused.
    #[error("the database refused: {0}")]
    Database(String),
    /// The system gave no random numbers for identifiers.
    #[error("the system gives no random numbers ({0})")]
    Random(#[from] getrandom::Error),
}

impl StoreError {
    /// Whether the connection, and not what was asked of it, is at fault.
    pub fn is_lost(&self) -> bool {
        matches!(self, Self::Lost(_))
    }
}

impl From<Error> for StoreError {
    fn from(error: Error) -> Self {
        match error {
            // Only the message is taken: PostgreSQL puts the values of the row into the detail.
            Error::DatabaseError(DatabaseErrorKind::ClosedConnection, info) => Self::Lost(info.message().to_owned()),
            Error::DatabaseError(DatabaseErrorKind::UnableToSendCommand, info) => Self::Lost(info.message().to_owned()),
            Error::DatabaseError(_, info) if says_that_it_closed(info.message()) => {
                Self::Lost(info.message().to_owned())
            }
            Error::DatabaseError(_, info) if info.message().contains("database is locked") => Self::Busy,
            Error::DatabaseError(_, info) => Self::Database(info.message().to_owned()),
            Error::BrokenTransactionManager => Self::Lost("a transaction was left open".into()),
            Error::NotFound => Self::NotFound("such row"),
            other => Self::Database(other.to_string()),
        }
    }
}

/// PostgreSQL reports most lost connections only in words.
fn says_that_it_closed(message: &str) -> bool {
    ["server closed the connection", "terminating connection", "no connection to the server", "could not receive data"]
        .iter()
        .any(|words| message.contains(words))
}
