//! What runs beside the pages: following the change log, and sending letters (`post`).
//!
//! Following the change log: reads each new answer (language, personal data, themes of the code frame), then
//! indexes it, then stores how far it came inside the index's own commit. Between, it learns from what officers
//! judged.
//!
//! Every step can be repeated: what was already read is not read again, a response is replaced and not added
//! twice, and after a crash the last commit says where to go on. Nobody waits for the worker: an answer is
//! safe once the store has it. Leaves out judging what answers mean beyond calling the facts that do.

mod coding;
pub mod discovery;
mod follow;
mod learning;
mod post;
mod reading;
mod thread;

use coding::Coders;
pub use coding::Frames;
pub use follow::{Progress, catch_up};
pub use post::{Post, Postman};
pub use thread::{Wake, Worker};

use crate::search::SearchError;
use crate::store::StoreError;

/// Why the worker could not go on. It tries again; nothing is lost.
#[derive(Debug, thiserror::Error)]
pub enum WorkerError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Search(#[from] SearchError),
    /// Something below failed in a way it should not; the message went to the log.
    #[error("reading the change log broke off: please report this with the lines of the log before it")]
    BrokeOff,
}
