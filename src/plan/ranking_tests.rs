//! A ranking worked by hand, what is missing, weights that make none, and what must hold for every ranking.

use proptest::prelude::*;

use super::*;
use crate::breakdown::Share;

fn figure(share: f64) -> Option<Figure> {
    Some(Figure::Shown(Share { count: 0, base: 0, share, low: 0.0, high: 1.0 }))
}

fn signals(key: &str, here: f64, everyone: f64, children: f64, adults: f64, way: f64) -> Signals {
    Signals {
        key: key.to_owned(),
        title: key.to_owned(),
        here: figure(here),
        everyone: figure(everyone),
        children: figure(children),
        adults: figure(adults),
        way: Some(way),
    }
}

fn keys(ranked: &[Ranked]) -> Vec<(&str, Option<usize>)> {
    ranked.iter().map(|one| (one.key.as_str(), one.place)).collect()
}

#[test]
fn the_arithmetic_is_what_the_rule_says() {
    let given = [signals("bus", 0.4, 0.3, 0.5, 0.3, 0.25), signals("school", 0.5, 0.5, 0.4, 0.5, 1.0)];
    let ranked = rank(&given, &Weights::default()).unwrap();
    assert_eq!(keys(&ranked), [("bus", Some(1)), ("school", Some(2))]);
    let bus = &ranked[0];
    let normalised = bus.terms.map(|term| term.normalised.unwrap());
    for (got, expected) in normalised.into_iter().zip([0.8, 1.0, 1.0, 0.75]) {
        assert!((got - expected).abs() < 1e-12, "{normalised:?}");
    }
    // (2 × 0.8 + 1 + 1 + 0.75) / 5
    assert!((bus.score.unwrap() - 0.87).abs() < 1e-12);
    assert!((bus.least - 0.87).abs() < 1e-12 && (bus.most - 0.87).abs() < 1e-12, "nothing is missing");
    // (2 × 1 + 0 + 0 + 0) / 5
    assert!((ranked[1].score.unwrap() - 0.4).abs() < 1e-12);
}

#[test]
fn what_is_missing_is_said_and_not_counted_as_nothing() {
    let whole = signals("whole", 0.4, 0.3, 0.5, 0.3, 0.5);
    let hidden = Signals { here: Some(Figure::Hidden), way: None, ..signals("hidden", 0.0, 0.3, 0.5, 0.3, 0.0) };
    let ranked = rank(&[whole, hidden], &Weights::default()).unwrap();
    // Its score is the highest, of a fifth of the weight: it is not put first for what nobody knows.
    assert_eq!(keys(&ranked), [("whole", Some(1)), ("hidden", None)]);
    let hidden = ranked.iter().find(|one| one.key == "hidden").unwrap();
    let missing: Vec<_> = hidden.missing().collect();
    let expected =
        [(Part::Share, Missing::Hidden), (Part::Difference, Missing::Hidden), (Part::Indicator, Missing::NoIndicator)];
    assert_eq!(missing, expected);
    assert_eq!(hidden.score, Some(1.0), "children's part alone is known, and it is the largest");
    assert!((hidden.least - 0.2).abs() < 1e-12 && (hidden.most - 1.0).abs() < 1e-12);
}

#[test]
fn a_part_that_does_not_count_is_not_missed() {
    let no_indicator = Signals { way: None, ..signals("a", 0.4, 0.3, 0.5, 0.3, 0.0) };
    let weights = Weights { indicator: 0.0, ..Weights::default() };
    assert_eq!(rank(&[no_indicator], &weights).unwrap()[0].missing().count(), 0);
}

#[test]
fn where_nothing_is_known_there_is_no_place() {
    let none = Signals {
        here: None,
        everyone: None,
        children: None,
        adults: None,
        way: None,
        ..signals("none", 0.0, 0.0, 0.0, 0.0, 0.0)
    };
    let ranked = rank(&[none, signals("some", 0.1, 0.3, 0.1, 0.3, 1.0)], &Weights::default()).unwrap();
    assert_eq!(keys(&ranked), [("some", Some(1)), ("none", None)]);
    assert_eq!((ranked[1].score, ranked[1].least, ranked[1].most), (None, 0.0, 1.0));
}

#[test]
fn the_same_score_shares_a_place() {
    let given = ["a", "b", "c"].map(|key| signals(key, if key == "c" { 0.1 } else { 0.4 }, 0.3, 0.3, 0.3, 0.5));
    let ranked = rank(&given, &Weights::default()).unwrap();
    assert_eq!(keys(&ranked), [("a", Some(1)), ("b", Some(1)), ("c", Some(3))]);
}

#[test]
fn weights_that_make_no_ranking_are_refused() {
    let bad = [(-1.0, BadWeights::NotANumber), (f64::NAN, BadWeights::NotANumber), (0.0, BadWeights::AllZero)];
    for (share, error) in bad {
        let weights = Weights { share, difference: 0.0, perspective: 0.0, indicator: 0.0 };
        assert_eq!(rank(&[], &weights), Err(error));
    }
}

fn any_signals() -> impl Strategy<Value = Signals> {
    let share = || prop_oneof![(0.0..=1.0).prop_map(figure), Just(Some(Figure::Hidden)), Just(None)];
    let way = proptest::option::of(-1.0..2.0);
    (share(), share(), share(), share(), way).prop_map(|(here, everyone, children, adults, way)| Signals {
        here,
        everyone,
        children,
        adults,
        way,
        ..signals("x", 0.0, 0.0, 0.0, 0.0, 0.0)
    })
}

proptest! {
    #[test]
    fn a_score_lies_within_what_it_could_be_and_only_proportions_of_weights_matter(
        given in proptest::collection::vec(any_signals(), 1..7),
        weights in [0.0..10.0, 0.1..10.0, 0.0..10.0, 0.0..10.0],
    ) {
        let [share, difference, perspective, indicator] = weights;
        let weights = Weights { share, difference, perspective, indicator };
        let thrice = Weights { share: 3.0 * share, difference: 3.0 * difference, perspective: 3.0 * perspective, indicator: 3.0 * indicator };
        let (one, other) = (rank(&given, &weights).unwrap(), rank(&given, &thrice).unwrap());
        prop_assert_eq!(one.len(), given.len());
        for (one, other) in one.iter().zip(&other) {
            prop_assert!(one.least <= one.most + 1e-9 && one.least >= -1e-9 && one.most <= 1.0 + 1e-9);
            if let (Some(a), Some(b)) = (one.score, other.score) {
                prop_assert!((a - b).abs() < 1e-9);
                prop_assert!(a >= one.least - 1e-9 && a <= one.most + 1e-9, "{:?}", one);
            }
        }
    }

    #[test]
    fn more_people_never_lower_a_priority(here in 0.0..0.9_f64, more in 0.0..0.1_f64, other in any_signals()) {
        let before = signals("mine", here, 0.3, 0.3, 0.3, 0.5);
        let after = signals("mine", here + more, 0.3, 0.3, 0.3, 0.5);
        let score = |mine: Signals| {
            let ranked = rank(&[mine, other.clone()], &Weights::default()).unwrap();
            ranked.iter().find(|one| one.key == "mine").unwrap().score.unwrap()
        };
        prop_assert!(score(after) >= score(before) - 1e-9);
    }
}
