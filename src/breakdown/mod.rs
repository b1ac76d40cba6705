//! The only maker of published figures: shares, intervals, comparison, suppression.
