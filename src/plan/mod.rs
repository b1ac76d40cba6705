//! Published plans as data: outcomes, areas of focus, actions, indicators, and the themes that speak to them.
//!
//! A plan is read as it was published, faults included; [`check`] then says what a careful reader would
//! question. What is linked to a priority ([`evidence`]), whether an indicator is on its way ([`standing`]), which
//! priorities a district might put first ([`ranking`]), how far actions have got ([`actions`]) and what came of a
//! consultation ([`progress`]) stand on it, and what is published of it all ([`published`]).
//! Leaves out counting what people said (`breakdown`), reading files (`library`) and how a plan looks (`pages`).

mod account;
pub mod actions;
mod check;
pub mod evidence;
mod indicator;
mod local;
pub mod measured;
mod outcome;
mod parse;
mod period;
mod printed;
pub mod progress;
pub mod published;
pub mod ranking;
pub mod standing;
mod village;

pub use account::{Account, Achieved, Said};
pub use check::{check, check_earlier, check_themes};
pub use indicator::{Comparator, Direction, Indicator, Measure, Standing, Target};
pub use local::{LocalError, action_line, check_inherited, check_local, read_action};
pub use outcome::{Action, Called, Kind, Outcome, Plan, Reason, Status, Success, Wording};
pub use parse::parse;
pub use period::Period;
pub use printed::{Consulted, ConsultedResult, Link, Printed, Span};
pub use village::{Footing, Village, VillageShare, whole_children};
