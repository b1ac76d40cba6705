//! Published plans as data: outcomes, areas of focus, actions, indicators, and the themes that speak to them.
//!
//! A plan is read as it was published, faults included; [`check`] then says what a careful reader would
//! question. Leaves out counting what people said (`breakdown`), reading files (`library`) and how a plan
//! looks (`pages`).

mod check;
mod indicator;
mod outcome;
mod parse;
mod period;

pub use check::{check, check_themes};
pub use indicator::{Comparator, Direction, Indicator, Measure, Standing, Target};
pub use outcome::{Action, Outcome, Plan, Reason};
pub use parse::parse;
pub use period::Period;
