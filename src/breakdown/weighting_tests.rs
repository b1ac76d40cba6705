//! Weights held to published figures and to what they promise.

use super::*;

fn example() -> serde_json::Value {
    let examples = include_str!("../../tests/data/stats/worked_examples.json");
    serde_json::from_str::<serde_json::Value>(examples).unwrap()["raking"].take()
}

fn numbers(value: &serde_json::Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

fn kalton() -> (Vec<WeightedCell>, Vec<Margin>) {
    let example = example();
    let mut cells = Vec::new();
    for (row, people) in example["sample_a_by_b"].as_array().unwrap().iter().enumerate() {
        for (column, people) in numbers(people).into_iter().enumerate() {
            cells.push(WeightedCell { groups: vec![row, column], people: people as u64 });
        }
    }
    let margin = |key: &str| Margin { key: key.to_owned(), population: numbers(&example[key]) };
    (cells, vec![margin("target_a"), margin("target_b")])
}

fn close() -> RakingSettings {
    RakingSettings { tolerance: 1e-10, ..RakingSettings::default() }
}

#[test]
fn kalton_and_flores_cervantes_is_reproduced() {
    let (cells, margins) = kalton();
    let weights = Weights::rake(&cells, &margins, close()).unwrap();
    assert!(matches!(weights.fit, Fit::Converged { .. }), "{:?}", weights.fit);
    assert_eq!((weights.base, weights.capped, weights.unheard.len()), (1000, 0, 0));
    let example = example();
    assert!((weights.effective_base - example["kish_effective_n"].as_f64().unwrap()).abs() < 1e-3);
    assert!((weights.design_effect - example["kish_deff"].as_f64().unwrap()).abs() < 1e-5);
    // Published weights add up to the population of 1,500; these to the 1,000 who answered.
    let published = example["weights_6dp_recomputed"].as_array().unwrap().iter().flat_map(numbers);
    let rounded = example["weights_2dp_published"].as_array().unwrap().iter().flat_map(numbers);
    for ((weight, exact), rounded) in weights.weights.iter().zip(published).zip(rounded) {
        let weight = weight * 1.5;
        assert!((weight - exact).abs() < 1e-5 && (weight - rounded).abs() < 6e-3, "{weight} {exact} {rounded}");
    }
}

#[test]
fn too_few_rounds_are_said_plainly() {
    let (cells, margins) = kalton();
    let settings = RakingSettings { rounds: 2, ..close() };
    let weights = Weights::rake(&cells, &margins, settings).unwrap();
    assert!(matches!(weights.fit, Fit::NotConverged { rounds: 2, furthest } if furthest > 1e-10), "{:?}", weights.fit);
}

#[test]
fn margins_that_contradict_each_other_never_fit() {
    // Everybody of the first group of one way is in the first of the other, but the population says otherwise.
    let cell = |group, people| WeightedCell { groups: vec![group, group], people };
    let margin = |key: &str, population: [f64; 2]| Margin { key: key.into(), population: population.to_vec() };
    let margins = [margin("a", [50.0, 50.0]), margin("b", [80.0, 20.0])];
    let weights = Weights::rake(&[cell(0, 60), cell(1, 40)], &margins, RakingSettings::default()).unwrap();
    assert!(matches!(weights.fit, Fit::NotConverged { rounds: 100, furthest } if furthest > 0.1), "{:?}", weights.fit);
}

#[test]
fn a_cap_holds_costs_less_and_says_whom_it_cut() {
    let cell = |group, people| WeightedCell { groups: vec![group], people };
    let cells = [cell(0, 10), cell(1, 990)];
    let margins = [Margin { key: "a".into(), population: vec![300.0, 700.0] }];
    let free = RakingSettings { cap: f64::INFINITY, ..RakingSettings::default() };
    let free = Weights::rake(&cells, &margins, free).unwrap();
    assert!((free.weights[0] - 30.0).abs() < 1e-9 && free.capped == 0);
    let capped = Weights::rake(&cells, &margins, RakingSettings::default()).unwrap();
    assert!(capped.weights[0] <= 5.0 + 1e-9, "{:?}", capped.weights);
    assert_eq!(capped.capped, 10);
    assert!(matches!(capped.fit, Fit::NotConverged { .. }), "a cap that binds keeps the margin from fitting");
    assert!(capped.design_effect < free.design_effect);
}

#[test]
fn groups_that_nobody_answered_for_are_said_and_the_rest_stand_for_the_rest() {
    let cell = |group, people| WeightedCell { groups: vec![group], people };
    let cells = [cell(0, 50), cell(1, 50), cell(2, 0), cell(3, 5)];
    let margins = [Margin { key: "age".into(), population: vec![30.0, 10.0, 60.0, 0.0] }];
    let weights = Weights::rake(&cells, &margins, RakingSettings::default()).unwrap();
    assert_eq!(weights.unheard, [Unheard { margin: "age".into(), group: 2, population: 60.0 }]);
    assert_eq!(weights.base, 100, "whoever is of no population is not weighted");
    assert!((weights.weights[0] - 1.5).abs() < 1e-9 && (weights.weights[1] - 0.5).abs() < 1e-9);
    assert_eq!(&weights.weights[2..], [0.0, 0.0]);
    let share = weights.share(&[25, 50, 0, 5], &[50, 50, 0, 5]).unwrap();
    assert!((share - (0.75 * 0.5 + 0.25)).abs() < 1e-9, "{share}");
}

#[test]
fn what_does_not_fit_together_is_refused() {
    let cell = |groups: &[usize], people| WeightedCell { groups: groups.to_vec(), people };
    let margins = [Margin { key: "a".into(), population: vec![1.0] }];
    let rake = |cell| Weights::rake(&[cell], &margins, RakingSettings::default());
    assert_eq!(rake(cell(&[1], 5)), Err(WeightingProblem::Groups));
    assert_eq!(rake(cell(&[], 5)), Err(WeightingProblem::Groups));
    assert_eq!(rake(cell(&[0], 0)), Err(WeightingProblem::Nobody));
    let odd = [Margin { key: "a".into(), population: vec![f64::NAN] }];
    assert_eq!(Weights::rake(&[cell(&[0], 5)], &odd, RakingSettings::default()), Err(WeightingProblem::Population));
}

proptest::proptest! {
    #[test]
    fn weights_that_fit_bring_every_group_to_its_population(
        people in proptest::collection::vec(1u64..200, 12),
        first in proptest::collection::vec(1u32..100, 3),
        second in proptest::collection::vec(1u32..100, 4),
    ) {
        let cells: Vec<WeightedCell> = people.iter().enumerate()
            .map(|(at, people)| WeightedCell { groups: vec![at / 4, at % 4], people: *people }).collect();
        let margin = |key: &str, population: &[u32]| Margin {
            key: key.into(), population: population.iter().map(|people| f64::from(*people)).collect(),
        };
        let margins = [margin("a", &first), margin("b", &second)];
        let settings = RakingSettings { cap: f64::INFINITY, rounds: 1_000, tolerance: 1e-9 };
        let weights = Weights::rake(&cells, &margins, settings).unwrap();
        let fits = matches!(weights.fit, Fit::Converged { .. });
        proptest::prop_assert!(fits);
        let all: u64 = people.iter().sum();
        for group in 0..3 {
            let sum: f64 = (0..4).map(|at| weights.weights[group * 4 + at] * people[group * 4 + at] as f64).sum();
            let share = f64::from(first[group]) / f64::from(first.iter().sum::<u32>());
            proptest::prop_assert!((sum / all as f64 - share).abs() < 1e-6);
        }
        proptest::prop_assert!(weights.effective_base <= all as f64 + 1e-6 && weights.design_effect >= 1.0 - 1e-9);
    }
}

/// Kalton and Flores-Cervantes weight the cells of the same table; their population is the weights times those who
/// answered, and adds up to the 1,500 of the other example.
#[test]
fn post_stratification_is_raking_by_one_way_that_tells_every_cell_apart() {
    let published =
        serde_json::from_str::<serde_json::Value>(include_str!("../../tests/data/stats/worked_examples.json"));
    let published = published.unwrap()["post_stratification"]["weights_2dp"].take();
    let published: Vec<f64> = published.as_array().unwrap().iter().flat_map(numbers).collect();
    let (crossed, _) = kalton();
    let people: Vec<u64> = crossed.iter().map(|cell| cell.people).collect();
    let population: Vec<f64> =
        people.iter().zip(&published).map(|(people, weight)| (*people as f64 * weight / 5.0).round() * 5.0).collect();
    let whole: f64 = population.iter().sum();
    assert!((whole - 1500.0).abs() < 6.0, "{whole}");
    let cells: Vec<WeightedCell> =
        people.iter().enumerate().map(|(cell, people)| WeightedCell { groups: vec![cell], people: *people }).collect();
    let margins = [Margin { key: "cell".into(), population }];
    let weights = Weights::rake(&cells, &margins, close()).unwrap();
    assert!(matches!(weights.fit, Fit::Converged { .. }), "{:?}", weights.fit);
    for (weight, published) in weights.weights.iter().zip(published) {
        let weight = weight * whole / 1000.0;
        assert!((weight - published).abs() < 6e-3, "{weight} for {published}");
    }
}
