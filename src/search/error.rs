//! What can go wrong with the index, told so that people know what to do. Never holds words of an answer.

use std::io;
use std::path::{Path, PathBuf};

use tantivy::TantivyError;
use tantivy::directory::error::{LockError, OpenDirectoryError, OpenReadError};

/// Why the index could not be opened, written or searched.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    #[error("the search index in {} is in use by another Heard: stop the other one, or give this one its own --data", .0.display())]
    InUse(PathBuf),
    #[error("the search index in {} cannot be reached ({source}): check that this user may read and write the folder and that the disk has room", .path.display())]
    Unreachable { path: PathBuf, source: io::Error },
    #[error(
        "the search index failed ({0}): if it happens again, run `heard reindex`, which builds it anew from the database"
    )]
    Failed(String),
}

impl SearchError {
    pub(super) fn unreachable(path: &Path, source: io::Error) -> Self {
        Self::Unreachable { path: path.to_owned(), source }
    }

    /// What an error of the index means for a person.
    pub(super) fn from_tantivy(path: &Path, error: TantivyError) -> Self {
        match error {
            TantivyError::LockFailure(LockError::LockBusy, _) => Self::InUse(path.to_owned()),
            TantivyError::LockFailure(LockError::IoError(source), _)
            | TantivyError::IoError(source)
            | TantivyError::OpenReadError(OpenReadError::IoError { io_error: source, .. })
            | TantivyError::OpenDirectoryError(OpenDirectoryError::IoError { io_error: source, .. }) => {
                Self::unreachable(path, io::Error::new(source.kind(), source.to_string()))
            }
            other => Self::Failed(other.to_string()),
        }
    }
}

/// Whether an error on opening says that the files themselves are damaged or of another make, so that
/// building anew is the remedy. A file that may not be read, a full disk or a held lock is none of these:
/// an index must never be set aside for them.
pub(super) fn is_damage(error: &TantivyError) -> bool {
    let is_torn = |source: &io::Error| {
        matches!(source.kind(), io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData | io::ErrorKind::NotFound)
    };
    match error {
        TantivyError::DataCorruption(_)
        | TantivyError::IncompatibleIndex(_)
        | TantivyError::SchemaError(_)
        | TantivyError::FieldNotFound(_)
        | TantivyError::InvalidArgument(_)
        | TantivyError::InternalError(_)
        | TantivyError::MissingPlugin(_)
        | TantivyError::DeserializeError(_) => true,
        TantivyError::OpenReadError(OpenReadError::IoError { io_error, .. }) => is_torn(io_error),
        TantivyError::OpenReadError(_) => true,
        TantivyError::IoError(source) => is_torn(source),
        _ => false,
    }
}
