//! Files people take away: CSV that spreadsheets cannot be made to run, and JSON that holds everything.
//!
//! Each writer takes plain values and knows nothing of where they come from. Leaves out what may be shown:
//! whoever calls decides whether words come redacted.

pub mod csv;
pub mod json;
