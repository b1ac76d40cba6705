//! What a plan's outcomes rest on, as officers see and link it: evidence for and against, the suggested ranking of
//! priorities, and how whole the evidence is.
//!
//! Leaves out where figures come from (`web`, `breakdown`) and what counts as enough (`plan`).

pub mod balance;
pub mod chooser;
pub mod linked;
pub mod linking;
pub mod ranking;
mod ranking_sample;
pub mod rests_on;
pub mod uses;
