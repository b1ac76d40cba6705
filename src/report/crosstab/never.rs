//! What a table could not have figures of, because its survey never asks it: a question that is not put to a perspective.
//!
//! It follows from the survey alone and from no answer, so leaving it out tells nothing about anybody.

use std::collections::{BTreeMap, BTreeSet};

use super::NamedCrosstab;
use crate::breakdown::reading::listed;

/// A way's place and a value's place in it.
pub type At = (usize, usize);

/// Values and pairs of values that were never asked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NeverAsked {
    /// Values for which the whole row kind, or what people are narrowed down to, is never asked.
    pub alone: BTreeSet<At>,
    /// Pairs of values of two ways that nobody was asked together, the earlier way first.
    pub together: BTreeSet<(At, At)>,
    /// The names of those whom each question is not put to, by the question's name.
    pub names: BTreeMap<String, BTreeSet<String>>,
}

impl NeverAsked {
    /// Once, in a sentence; none where all was asked.
    pub fn sentence(&self) -> Option<String> {
        let of = |(question, people): (&String, &BTreeSet<String>)| {
            format!("“{question}” of {}", listed(&people.iter().cloned().collect::<Vec<_>>()))
        };
        let said: Vec<String> = self.names.iter().map(of).collect();
        (!said.is_empty()).then(|| format!("Left out, because it was never asked: {}.", said.join("; ")))
    }
}

impl NamedCrosstab {
    /// Whether anybody was asked what stands here.
    pub fn is_asked(&self, at: &[Option<usize>]) -> bool {
        let values = || at.iter().enumerate().filter_map(|(way, value)| Some((way, (*value)?)));
        let together = &self.never.together;
        values().all(|one| !self.never.alone.contains(&one))
            && (together.is_empty()
                || values().all(|one| values().all(|other| one >= other || !together.contains(&(one, other)))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_never_asked_has_no_line_and_is_named_once() {
        let mut table = NamedCrosstab::sample();
        let all = table.length();
        table.never.alone.insert((0, 2));
        table.never.names.entry("Age".into()).or_default().insert("Malvern Hills".into());
        assert_eq!(table.lines().count(), all - table.rows.len());
        assert_eq!(table.length(), all - table.rows.len());
        assert!(table.lines().all(|line| line.at[0].is_none_or(|value| value.name != "Malvern Hills")));
        let said = table.notes().into_iter().filter(|note| note.contains("never asked")).collect::<Vec<_>>();
        assert_eq!(said, ["Left out, because it was never asked: “Age” of Malvern Hills."]);
    }

    #[test]
    fn two_values_that_nobody_was_asked_together_leave_each_alone() {
        let mut table = NamedCrosstab::sample();
        table.never.together.insert(((0, 1), (1, 0)));
        assert!(!table.is_asked(&[Some(1), Some(0)]));
        assert!(
            table.is_asked(&[Some(1), None]) && table.is_asked(&[None, Some(0)]) && table.is_asked(&[Some(1), Some(1)])
        );
    }
}
