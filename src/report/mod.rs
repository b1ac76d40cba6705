//! Files people take away: CSV that spreadsheets cannot be made to run, JSON that holds everything, and reports of
//! each district as PDF.
//!
//! Each writer takes plain values and knows nothing of where they come from. Leaves out what may be shown:
//! whoever calls decides whether words come redacted, and figures come in published.

pub mod csv;
pub mod district;
pub mod json;
pub mod pdf;
