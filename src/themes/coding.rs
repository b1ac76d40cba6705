//! Coding: one theme on one answer, and how sure the machine is of it.

/// One theme on one answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Coding {
    /// The answer's place among the answers given, from 0.
    pub answer: usize,
    /// The theme's place among the themes.
    pub theme: usize,
    /// How sure the machine is, from 0 to 1: for orderings and for choosing what to read. Not a probability.
    pub score: f32,
    /// Whether this is the best theme of the answer; each coded answer has exactly one.
    pub is_primary: bool,
}
