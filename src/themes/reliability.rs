//! How far people who coded the same things agree, beyond what chance would bring: Cohen's and Fleiss's kappa and
//! Krippendorff's alpha.
//!
//! 1 is full agreement, 0 no more than chance, below 0 less. Nothing is said where there is nothing to disagree about.
//! Leaves out agreement between a machine and people, which is counted in precision and recall.

use std::collections::BTreeMap;

/// How far apart two values are when coders differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// Different is different: themes.
    Nominal,
    /// Ranks: as far apart as there are values between them.
    Ordinal,
    /// Numbers: the square of their difference.
    Interval,
    /// Numbers from a true zero: the square of their difference over their sum.
    Ratio,
}

/// Cohen's kappa of two coders, from a square table: by the first coder's value and the second's, how many things.
/// `None` where nothing was coded, the table is not square, or both always gave one value.
/// Source: J. Cohen, Educational and Psychological Measurement 20 (1960) 37–46.
pub fn cohens_kappa(table: &[Vec<u64>]) -> Option<f64> {
    let size = table.len();
    if table.iter().any(|row| row.len() != size) {
        return None;
    }
    let total = table.iter().flatten().sum::<u64>() as f64;
    let cell = |row: usize, column: usize| table.get(row).and_then(|row| row.get(column)).copied().unwrap_or(0) as f64;
    let agreed: f64 = (0..size).map(|at| cell(at, at)).sum::<f64>() / total;
    let row = |at: usize| (0..size).map(|other| cell(at, other)).sum::<f64>();
    let column = |at: usize| (0..size).map(|other| cell(other, at)).sum::<f64>();
    let expected: f64 = (0..size).map(|at| row(at) * column(at)).sum::<f64>() / (total * total);
    beyond(agreed, expected)
}

/// Fleiss's kappa of several coders, from how many of them gave each value to each thing. Every thing must be coded by
/// the same number, two or more. Source: J. L. Fleiss, Psychological Bulletin 76 (1971) 378–382.
pub fn fleiss_kappa(counts: &[Vec<u64>]) -> Option<f64> {
    let first = counts.first()?;
    let coders: u64 = first.iter().sum();
    if coders < 2 || counts.iter().any(|thing| thing.len() != first.len() || thing.iter().sum::<u64>() != coders) {
        return None;
    }
    let (things, pairs) = (counts.len() as f64, (coders * (coders - 1)) as f64);
    let agreed =
        |thing: &Vec<u64>| thing.iter().map(|count| count * count.saturating_sub(1)).sum::<u64>() as f64 / pairs;
    let share = |value: usize| {
        counts.iter().filter_map(|thing| thing.get(value)).sum::<u64>() as f64 / (things * coders as f64)
    };
    let observed = counts.iter().map(agreed).sum::<f64>() / things;
    beyond(observed, (0..first.len()).map(|value| share(value).powi(2)).sum())
}

/// Agreement beyond what was expected, as a share of all that could be.
fn beyond(observed: f64, expected: f64) -> Option<f64> {
    let room = 1.0 - expected;
    (room > 1e-12 && observed.is_finite()).then(|| (observed - expected) / room)
}

/// Krippendorff's alpha of any number of coders, some of whom may have coded only some things. `coders` holds the values
/// each gave, thing by thing. `None` where fewer than two values can be paired or all are the same.
/// Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011).
pub fn krippendorff_alpha(coders: &[Vec<Option<i64>>], scale: Scale) -> Option<f64> {
    let things = coders.iter().map(Vec::len).max()?;
    let mut units: Vec<Vec<i64>> = Vec::new();
    for thing in 0..things {
        let given: Vec<i64> = coders.iter().filter_map(|coder| coder.get(thing).copied().flatten()).collect();
        // What only one coder coded pairs with nothing.
        if given.len() > 1 {
            units.push(given);
        }
    }
    let mut totals: BTreeMap<i64, f64> = BTreeMap::new();
    units.iter().flatten().for_each(|value| *totals.entry(*value).or_default() += 1.0);
    let paired: f64 = totals.values().sum();
    let distance = |one: i64, other: i64| distance(one, other, scale, &totals);
    let observed: f64 = units
        .iter()
        .map(|unit| {
            let pairs = unit.iter().flat_map(|one| unit.iter().map(move |other| (*one, *other)));
            pairs.map(|(one, other)| distance(one, other)).sum::<f64>() / (unit.len() - 1) as f64
        })
        .sum();
    let all = totals.iter().flat_map(|one| totals.iter().map(move |other| (one, other)));
    let expected: f64 = all.map(|((one, n), (other, m))| n * m * distance(*one, *other)).sum::<f64>() / (paired - 1.0);
    (expected > 0.0).then(|| 1.0 - observed / expected)
}

/// The squared distance of two values; 0 for one and the same.
fn distance(one: i64, other: i64, scale: Scale, totals: &BTreeMap<i64, f64>) -> f64 {
    let (low, high) = (one.min(other), one.max(other));
    if low == high {
        return 0.0;
    }
    let apart = match scale {
        Scale::Nominal => 1.0,
        Scale::Ordinal => {
            let ends = [low, high].iter().filter_map(|value| totals.get(value)).sum::<f64>() / 2.0;
            totals.range(low..=high).map(|(_, count)| count).sum::<f64>() - ends
        }
        Scale::Interval => (high - low) as f64,
        Scale::Ratio if low + high == 0 => 0.0,
        Scale::Ratio => (high - low) as f64 / (high + low) as f64,
    };
    apart * apart
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn example(key: &str) -> Value {
        let examples = include_str!("../../tests/data/stats/worked_examples.json");
        serde_json::from_str::<Value>(examples).unwrap()[key].take()
    }

    fn table(value: &Value) -> Vec<Vec<u64>> {
        serde_json::from_value(value.clone()).unwrap()
    }

    #[test]
    fn cohens_published_kappas_are_reproduced() {
        let examples = example("cohen_kappa");
        assert_eq!(examples.as_array().unwrap().len(), 3);
        for example in examples.as_array().unwrap() {
            let found = cohens_kappa(&table(&example["table"])).unwrap();
            assert!((found - example["kappa"].as_f64().unwrap()).abs() < 1e-6, "{found}");
        }
    }

    #[test]
    fn fleiss_published_kappa_is_reproduced() {
        let example = example("fleiss_kappa");
        let found = fleiss_kappa(&table(&example["counts"])).unwrap();
        assert!((found - example["kappa"].as_f64().unwrap()).abs() < 1e-6, "{found}");
    }

    #[test]
    fn krippendorffs_published_alphas_are_reproduced_on_every_scale() {
        let examples = example("krippendorff_alpha");
        let mut tried = 0;
        for example in examples.as_array().unwrap() {
            let coder = |line: &Value| -> Vec<Option<i64>> {
                line.as_str().unwrap().chars().map(|given| given.to_digit(10).map(i64::from)).collect()
            };
            let coders: Vec<_> = example["coders"].as_array().unwrap().iter().map(coder).collect();
            let scales = [
                ("nominal", Scale::Nominal),
                ("ordinal", Scale::Ordinal),
                ("interval", Scale::Interval),
                ("ratio", Scale::Ratio),
            ];
            for (key, scale) in scales {
                let Some(published) = example[key].as_f64() else { continue };
                let found = krippendorff_alpha(&coders, scale).unwrap();
                assert!((found - published).abs() < 6e-4, "{key}: {found} {published}");
                tried += 1;
            }
        }
        assert_eq!(tried, 7);
    }

    #[test]
    fn nothing_to_disagree_about_has_no_answer() {
        assert_eq!(cohens_kappa(&[]), None);
        assert_eq!(cohens_kappa(&[vec![5, 0], vec![0, 0]]), None);
        assert_eq!(cohens_kappa(&[vec![5, 0]]), None);
        assert_eq!(fleiss_kappa(&[vec![1, 0]]), None);
        assert_eq!(fleiss_kappa(&[vec![2, 0], vec![1, 2]]), None);
        assert_eq!(krippendorff_alpha(&[vec![Some(1), Some(1)], vec![Some(1), Some(1)]], Scale::Nominal), None);
        assert_eq!(krippendorff_alpha(&[vec![Some(1), None], vec![None, Some(2)]], Scale::Nominal), None);
    }
}
