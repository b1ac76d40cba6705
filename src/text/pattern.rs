//! Patterns written in the source.

use regex::Regex;

/// A pattern that is part of the source. It cannot fail on anybody's input: it compiles or it does not,
/// and the tests of its module touch it.
pub(super) fn pattern(constant: &str) -> Regex {
    Regex::new(constant).expect("a pattern in the source compiles, as its module's tests show")
}
