//! The only maker of published figures: shares with their bases and intervals, comparison with everyone
//! else, and the hiding of small numbers.
//!
//! Pages, reports and the command line take a [`Breakdown`], never raw counts, so suppression cannot be
//! forgotten. Counts and bases are rounded first; shares, intervals and comparisons follow from the rounded
//! numbers alone, so that showing them together tells nothing that the rounded numbers do not.
//! [`Crosstab`] is the table of several ways, counted from [`Columns`] in memory; [`Breakdown`] the table of two.
//! Leaves out where responses come from (`store`) and how figures look (`pages`).

mod closed;
mod columns;
mod contingency;
mod crosstab;
mod gap;
mod grid;
mod interval;
mod kept;
mod key_words;
mod lattice;
mod marks;
mod named;
mod odds;
mod options;
mod pooled;
pub mod reading;
mod representativeness;
mod routed;
mod same_people;
mod significance;
mod snapshot;
mod subtotals;
mod suppression;
mod table;
mod turnout;
mod counts;
mod weighted;
mod weighting;

pub use closed::{ClosedAnswers, Counting, Middle, is_counted};
pub use columns::{Attribute, ColumnProblem, ColumnResponse, ColumnRow, Columns};
pub use contingency::{ChiSquare, fisher_exact_table, upper_tail};
pub use crosstab::{Asked, AskedProblem, Crosstab, CrosstabCell, NOT_KNOWN, Rows};
pub use gap::{Change, Found, Gap, Gaps, Side, cohens_h};
pub use interval::{difference_interval, wilson};
pub use key_words::{GroupKeyWords, KeyWord, KeyWords};
pub use odds::{Odds, fisher_greater, fisher_less};
pub use pooled::{LeftOut, Pooled, Sides, Unpaired};
pub use representativeness::{Achieved, AchievedShare, Heard, Representativeness, Represented, population_by_age};
pub use routed::Withheld;
pub use same_people::{Based, hide_alike};
pub use significance::{adjusted_residual, benjamini_hochberg, fisher_exact, log_likelihood, two_by_two};
pub use snapshot::{Refresh, Snapshot};
pub use subtotals::{OptionsTable, subtotals};
pub use suppression::Policy;
pub use table::{Breakdown, Cell, Count, Difference, Figure, Group, PublishedGroup, PublishedRow, Row, Share};
pub use turnout::{PlacesIn, PublishedTables, PublishedTurnout, Turnout, TurnoutTables};
pub use weighted::{Unused, Weighted, WeightedRow, WeightedWay};
pub use weighting::{Fit, Margin, RakingSettings, Unheard, WeightedCell, WeightingProblem, Weights};

#[cfg(test)]
mod attacker;
#[cfg(test)]
mod simplex;
#[cfg(test)]
mod attack_cases_tests;
