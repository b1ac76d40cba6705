//! Key words: what people of one group say clearly more, or clearly less, than everyone else.
//!
//! Made from a [`Breakdown`] whose rows are words and phrases, so nothing small is shown. People are counted, not
//! occurrences: a word that one person repeats is not a word of the group. How sure a difference is comes from the
//! log-likelihood (Dunning 1993), with allowance for every comparison made; how large it is from the log ratio
//! (Hardie 2014). Both follow from the rounded numbers alone. Leaves out finding the words (`text`).

use super::significance::{TwoByTwo, benjamini_hochberg, log_likelihood, tail_of_one_degree};
use super::{Breakdown, Count, Figure, Policy, PublishedGroup, PublishedRow, Share, wilson};

/// Adjusted p values under this are clear.
const CLEAR: f64 = 0.05;
/// Log ratios nearer to zero than this are too small to tell a group by: 0.5 is 1.4 times as many.
const LEAST_LOG_RATIO: f64 = 0.5;

/// One word or phrase in one group, beside everyone else.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyWord {
    /// The row's.
    pub key: String,
    pub name: String,
    /// People of the group who said it, of the group's people.
    pub share: Share,
    /// Everyone else who said it. Where that is hidden, what follows is worked out as though as many as the policy's
    /// threshold had, so the true difference is larger.
    pub others: Figure,
    /// How many people everyone else is, rounded by the policy.
    pub others_base: u64,
    /// The binary logarithm of the group's share over that of everyone else: 1 is twice as many, −1 half as many.
    pub log_ratio: f64,
    /// The log-likelihood G² of one degree of freedom: the larger, the surer.
    pub log_likelihood: f64,
}

/// One group with its key words, the surest first.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupKeyWords {
    pub group: PublishedGroup,
    /// What it says clearly more than everyone else.
    pub more: Vec<KeyWord>,
    /// What it says clearly less.
    pub less: Vec<KeyWord>,
}

/// The key words of every group.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyWords {
    /// In the breakdown's order.
    pub groups: Vec<GroupKeyWords>,
    /// Everyone who wrote an answer.
    pub everyone: Count,
    /// How many words and phrases were compared: those that enough people said.
    pub words: usize,
    /// How many comparisons were made, all of which are allowed for.
    pub comparisons: usize,
    pub policy: Policy,
}

impl KeyWords {
    /// The key words of a breakdown whose rows are words and phrases and whose rows' keys are stems with one space
    /// between them.
    pub fn of(breakdown: &Breakdown) -> Self {
        let mut compared: Vec<(usize, KeyWord, f64)> = Vec::new();
        for row in &breakdown.rows {
            for group in 0..breakdown.groups.len() {
                compared.extend(compare(row, group, breakdown.policy).map(|(word, p)| (group, word, p)));
            }
        }
        let adjusted = benjamini_hochberg(&compared.iter().map(|(_, _, p)| *p).collect::<Vec<_>>());
        let comparisons = compared.len();
        let mut groups: Vec<GroupKeyWords> = breakdown
            .groups
            .iter()
            .map(|group| GroupKeyWords { group: group.clone(), more: Vec::new(), less: Vec::new() })
            .collect();
        for ((group, word, _), p) in compared.into_iter().zip(adjusted) {
            let Some(of) = groups.get_mut(group).filter(|_| p < CLEAR) else { continue };
            if word.log_ratio >= LEAST_LOG_RATIO {
                of.more.push(word);
            } else if word.log_ratio <= -LEAST_LOG_RATIO {
                of.less.push(word);
            }
        }
        for group in &mut groups {
            arrange(&mut group.more);
            arrange(&mut group.less);
        }
        let words = breakdown.rows.iter().filter(|row| row.everyone.shown().is_some()).count();
        Self { groups, everyone: breakdown.everyone, words, comparisons, policy: breakdown.policy }
    }
}

/// A shown cell beside everyone else, with its p value; nothing where either is hidden.
fn compare(row: &PublishedRow, group: usize, policy: Policy) -> Option<(KeyWord, f64)> {
    let (whole, share) = (row.everyone.shown()?, *row.cells.get(group)?.figure.shown()?);
    let others_base = whole.base.saturating_sub(share.base);
    let others = whole.count.saturating_sub(share.count).min(others_base);
    let (others, counted) = match Count::publish(others, policy) {
        Count::Shown(count) => (publish(count, others_base), count),
        Count::Hidden => (Figure::Hidden, policy.threshold),
    };
    // With nobody else, or everybody else, there is nothing to set the group apart from.
    let without = others_base.checked_sub(counted).filter(|without| *without > 0)?;
    if counted == 0 {
        return None;
    }
    let table: TwoByTwo = [[share.count, share.base - share.count], [counted, without]];
    let log_likelihood = log_likelihood(table);
    let log_ratio = (share.share / (counted as f64 / others_base as f64)).log2();
    // Taken at the threshold, fewer others could be a difference the other way.
    if others == Figure::Hidden && log_ratio < 0.0 {
        return None;
    }
    let (key, name) = (row.key.clone(), row.name.clone());
    let word = KeyWord { key, name, share, others, others_base, log_ratio, log_likelihood };
    Some((word, tail_of_one_degree(log_likelihood)))
}

fn publish(count: u64, base: u64) -> Figure {
    let (low, high) = wilson(count, base);
    Figure::Shown(Share { count, base, share: count as f64 / base as f64, low, high })
}

/// The surest first; a word that mostly comes as part of a phrase which is there too is left out.
fn arrange(words: &mut Vec<KeyWord>) {
    words.sort_by(|one, other| {
        other.log_likelihood.total_cmp(&one.log_likelihood).then_with(|| one.key.cmp(&other.key))
    });
    let is_part = |word: &KeyWord| {
        words.iter().any(|phrase| {
            let inside = format!(" {} ", phrase.key).contains(&format!(" {} ", word.key));
            inside && phrase.key != word.key && phrase.share.count * 4 >= word.share.count * 3
        })
    };
    let kept: Vec<bool> = words.iter().map(|word| !is_part(word)).collect();
    let mut kept = kept.into_iter();
    words.retain(|_| kept.next().unwrap_or(true));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breakdown::{Group, Row};

    fn key_words(bases: &[u64], rows: &[(&str, &[u64])]) -> KeyWords {
        let group = |(at, base): (usize, &u64)| Group { key: format!("g{at}"), name: format!("G{at}"), base: *base };
        let groups: Vec<Group> = bases.iter().enumerate().map(group).collect();
        let row = |(key, counts): &(&str, &[u64])| Row {
            key: (*key).to_owned(),
            name: (*key).to_owned(),
            counts: counts.to_vec(),
            total: counts.iter().sum(),
        };
        let rows: Vec<Row> = rows.iter().map(row).collect();
        KeyWords::of(&Breakdown::new(bases.iter().sum(), &groups, &rows, Policy::default()))
    }

    fn names(words: &[KeyWord]) -> Vec<&str> {
        words.iter().map(|word| word.name.as_str()).collect()
    }

    #[test]
    fn a_word_of_one_group_is_its_key_word_and_lacking_in_the_other() {
        let found = key_words(&[100, 300], &[("canal", &[40, 30]), ("bus", &[30, 90])]);
        assert_eq!(names(&found.groups[0].more), ["canal"]);
        assert_eq!(names(&found.groups[1].less), ["canal"]);
        let canal = &found.groups[0].more[0];
        assert!((canal.log_ratio - 2.0).abs() < 1e-12, "40 in 100 is four times 30 in 300: {canal:?}");
        let others = canal.others.shown().map(|share| (share.count, share.base));
        assert_eq!((others, canal.others_base, found.comparisons), (Some((30, 300)), 300, 4));
    }

    #[test]
    fn a_word_that_fewer_than_ten_people_of_the_group_said_is_never_shown() {
        let found = key_words(&[100, 300], &[("secret", &[9, 0]), ("rare", &[9, 3])]);
        assert!(found.groups.iter().all(|group| group.more.is_empty() && group.less.is_empty()), "{found:?}");
    }

    #[test]
    fn few_others_are_hidden_and_taken_as_ten_so_that_they_cannot_be_worked_out() {
        let rows: [(&str, &[u64]); 1] = [("lido", &[60, 2, 1])];
        let found = key_words(&[100, 300, 300], &rows);
        let with_more = key_words(&[100, 300, 300], &[("lido", &[60, 3, 4])]);
        let lido = &found.groups[0].more[0];
        assert_eq!(lido.others, Figure::Hidden);
        assert!((lido.log_ratio - (0.6f64 / (10.0 / 600.0)).log2()).abs() < 1e-12, "{lido:?}");
        assert_eq!(lido, &with_more.groups[0].more[0]);
    }

    #[test]
    fn a_difference_that_chance_would_make_is_none_however_many_are_compared() {
        let rows: Vec<(String, [u64; 2])> = (0..200).map(|at| (format!("w{at}"), [20 + at % 5, 60])).collect();
        let rows: Vec<(&str, &[u64])> = rows.iter().map(|(key, counts)| (key.as_str(), &counts[..])).collect();
        let found = key_words(&[100, 300], &rows);
        assert!(found.groups[0].more.is_empty() && found.comparisons == 400, "{:?}", found.groups[0].more);
        // By itself 35 in 100 beside 65 in 300 is clear; among four hundred it is not.
        let lone = key_words(&[100, 300], &[("pool", &[35, 65])]);
        assert_eq!(names(&lone.groups[0].more), ["pool"]);
        let mut among = rows.clone();
        among.push(("pool", &[35, 65]));
        assert!(key_words(&[100, 300], &among).groups[0].more.is_empty());
    }

    #[test]
    fn a_word_that_comes_in_a_phrase_is_said_once() {
        let found = key_words(
            &[100, 300],
            &[("club", &[45, 20]), ("youth", &[42, 15]), ("youth club", &[40, 15]), ("bus", &[60, 40])],
        );
        assert_eq!(names(&found.groups[0].more), ["bus", "youth club"]);
    }

    proptest::proptest! {
        #[test]
        fn nothing_small_is_ever_told(counts in proptest::collection::vec(0u64..80, 3), bases in proptest::collection::vec(80u64..300, 3)) {
            let found = key_words(&bases, &[("word", &counts)]);
            for (at, group) in found.groups.iter().enumerate() {
                for word in group.more.iter().chain(&group.less) {
                    proptest::prop_assert!(counts[at] >= 10 && word.share.count.is_multiple_of(5));
                    proptest::prop_assert!(word.others.shown().is_none_or(|share| share.count >= 10));
                    proptest::prop_assert!(word.log_ratio.is_finite() && word.log_likelihood.is_finite());
                }
            }
        }
    }
}
