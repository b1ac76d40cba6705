//! All HTML. The only module that knows maud.

pub mod analysis_report;
