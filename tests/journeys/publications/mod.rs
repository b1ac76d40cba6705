//! Results are published for good: an officer approves quotes and publishes, people read, take away and follow, and what
//! somebody erases goes.

mod read;

mod stands;

pub use read::elements;
