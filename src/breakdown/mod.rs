//! The only maker of published figures: shares with their bases and intervals, comparison with everyone
//! else, and the hiding of small numbers.
//!
//! Pages, reports and the command line take a [`Breakdown`], never raw counts, so suppression cannot be
//! forgotten. Counts and bases are rounded first; shares, intervals and comparisons follow from the rounded
//! numbers alone, so that showing them together tells nothing that the rounded numbers do not.
//! Leaves out weighting, change over time and tables of more than two ways, which stand on the same parts.

mod closed;
mod interval;
mod key_words;
pub mod reading;
mod significance;
mod suppression;
mod table;

pub use closed::{ClosedAnswers, Counting, Middle, is_counted};
pub use interval::wilson;
pub use key_words::{GroupKeyWords, KeyWord, KeyWords};
pub use significance::{benjamini_hochberg, fisher_exact, log_likelihood, two_by_two};
pub use suppression::Policy;
pub use table::{Breakdown, Cell, Count, Difference, Figure, Group, PublishedGroup, PublishedRow, Row, Share};
