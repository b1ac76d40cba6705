//! Files people take away: CSV and workbooks that spreadsheets cannot be made to run, JSON that holds everything,
//! a system file for SPSS and PSPP, a data package that describes itself, reports of each district as PDF, their figures
//! as tables, and feeds of what was published.
//!
//! Each writer takes plain values and knows nothing of where they come from. What is the same in all of them, which
//! columns there are and what they mean, is in [`dataset`]. Leaves out what may be shown: whoever calls decides
//! whether words come redacted; of tables of figures only [`crate::breakdown::Breakdown`] is taken.

pub mod csv;
pub mod dataset;
pub mod district;
pub mod feed;
pub mod figures;
pub mod json;
pub mod package;
pub mod pdf;
pub mod sav;
pub mod xlsx;

mod about;
mod codebook;

#[cfg(test)]
mod alike;
#[cfg(test)]
mod sample;
