//! Every method against votelib 0.4.0, an implementation that shares nothing with this one, on 1,000 random elections
//! with ties, exhausted papers and papers with a candidate twice. `tests/data/ballots/oracle/README.md` says how its
//! counts were made.
//!
//! **What must agree**: which papers are spoilt; every total of plurality, approval, Borda, Dowdall and points; both
//! matrices of Schulze; in instant run-off and the transferable vote the votes of every round and who is elected.
//! **Where rules differ**: votelib stops at a tie for last, which the seed breaks here, so only what stands before it
//! is compared; it moves several surpluses together, where the Scottish rules move the largest first, so from there on
//! only elections are compared in which it makes no difference; it adds exact fractions, and here five decimal places.

use serde_json::Value;

use super::vectors_tests::{counted, papers};
use super::*;

/// SplitMix64.
struct Chance(u64);

impl Chance {
    fn below(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % below
    }
}

pub(super) struct Made {
    pub keys: Vec<String>,
    pub seats: usize,
    pub rows: Vec<(u64, Vec<u16>)>,
}

/// The election of this number, as `count_again.py` makes it.
pub(super) fn made(seed: u64) -> Made {
    let mut chance = Chance(seed);
    let candidates = 3 + chance.below(5);
    let seats = 1 + chance.below(candidates - 1);
    let most = if chance.below(2) == 0 { 3 } else { 40 };
    let mut rows = Vec::new();
    for _ in 0..=chance.below(20) {
        let mut order: Vec<u16> = (0..candidates as u16).collect();
        for at in (1..candidates).rev() {
            order.swap(at as usize, chance.below(at + 1) as usize);
        }
        order.truncate(1 + chance.below(candidates) as usize);
        if chance.below(8) == 0 {
            order.push(order[chance.below(order.len() as u64) as usize]);
        }
        rows.push((1 + chance.below(most), order));
    }
    Made { keys: (1..=candidates).map(|at| at.to_string()).collect(), seats: seats as usize, rows }
}

/// The rows whose paper is valid, and how many papers are spoilt.
pub(super) fn valid(made: &Made) -> (Vec<(u64, Vec<u16>)>, u64) {
    let keys: Vec<&str> = made.keys.iter().map(String::as_str).collect();
    let form = PaperForm::Rank { at_most: keys.len() };
    let (mut rows, mut spoilt) = (Vec::new(), 0);
    for (number, order) in &made.rows {
        let ranks = order.iter().zip(1..).map(|(at, rank)| (made.keys[usize::from(*at)].clone(), rank)).collect();
        match super::paper::read(&keys, form, &Marked::Ranked(ranks)) {
            Ok(paper) => rows.push((*number, paper.marks().to_vec())),
            Err(Spoilt::MarkedTwice(_)) => spoilt += number,
            // One more than may be marked is marked twice, too.
            Err(Spoilt::TooMany { .. }) => spoilt += number,
            Err(other) => panic!("{other}"),
        }
    }
    (rows, spoilt)
}

/// Rankings as approvals and as points, as the other program gives them.
pub(super) fn as_marks(rows: &[(u64, Vec<u16>)], marks: Marks) -> Papers {
    let row = |(number, order): &(u64, Vec<u16>)| {
        let mut sorted = order.clone();
        sorted.sort_unstable();
        let points = |at: &u16| [*at, 1 + (at * 7 + order.len() as u16) % 5];
        let marked = match marks {
            Marks::Ranked => order.clone(),
            Marks::Chosen => sorted,
            Marks::Points => sorted.iter().flat_map(points).collect(),
        };
        (*number, marked)
    };
    papers(marks, &rows.iter().map(row).collect::<Vec<_>>())
}

fn scores(count: &Count) -> Vec<String> {
    let mut order = count.order.clone();
    order.sort_by_key(|standing| standing.candidate);
    order.iter().map(|standing| standing.votes.to_string()).collect()
}

fn fraction(value: &Value) -> String {
    let text = value.as_str().unwrap();
    let (parts, of) = text.split_once('/').unwrap_or((text, "1"));
    Votes::new(parts.parse().unwrap(), of.parse().unwrap()).to_string()
}

fn same_totals(made: &Made, rows: &[(u64, Vec<u16>)], expected: &Value, seed: u64) {
    let totals = [
        ("plurality", Method::Plurality, Marks::Ranked),
        ("approval", Method::Approval, Marks::Chosen),
        ("borda", Method::Borda, Marks::Ranked),
        ("dowdall", Method::Dowdall, Marks::Ranked),
        ("points", Method::Points, Marks::Points),
    ];
    for (name, method, marks) in totals {
        let count = counted(&made.keys, &as_marks(rows, marks), method, made.seats, None);
        let numbers = expected[name].as_array().unwrap();
        let text = |value: &Value| if method == Method::Dowdall { fraction(value) } else { value.to_string() };
        assert_eq!(scores(&count), numbers.iter().map(text).collect::<Vec<_>>(), "{name} of {seed}");
        let best =
            count.winners.iter().all(|winner| count.order.iter().take(made.seats).any(|one| one.candidate == *winner));
        assert!(best || count.ties().next().is_some(), "{name} of {seed}");
    }
    let schulze = counted(&made.keys, &as_marks(rows, Marks::Ranked), Method::Schulze, 1, None);
    let pairs = schulze.pairs.unwrap();
    assert_eq!(serde_json::json!(pairs.preferred), expected["preferred"], "{seed}");
    assert_eq!(serde_json::json!(pairs.strongest), expected["strongest"], "{seed}");
}

/// What came of comparing a count in rounds.
#[derive(PartialEq)]
enum Compared {
    /// From the first round to who is elected.
    Whole,
    /// Up to where the rules differ.
    InPart,
    /// Five decimal places leave somebody just under the quota whom exact fractions put on it.
    CutShort,
}

fn same_rounds(made: &Made, count: &Count, expected: &Value, seed: u64) -> Compared {
    let (tie, shared) = (expected["tie"] == true, expected["shared"] == true);
    let rounds = expected["rounds"].as_array().unwrap();
    if !shared {
        let mut at = 0;
        for round in &count.rounds {
            let Some(votes) = rounds.get(at) else { break };
            // Whoever has the quota exactly has nothing to pass on: votelib takes a round for that, Heard goes on.
            let elects = round.steps.iter().any(|step| matches!(step, Step::Elected { why: Why::Quota, .. }));
            at += if elects && round.steps.iter().any(|step| matches!(step, Step::Out { .. })) { 2 } else { 1 };
            for held in round.held.iter().filter(|held| !held.elected) {
                let Some(other) = votes[held.candidate].as_f64() else {
                    assert!(!round.lost.is_none(), "round {} of {seed}: {held:?}", round.number);
                    return Compared::CutShort;
                };
                // Five decimal places are left out of at most 800 papers a round, and votelib's are rounded to four.
                let difference = (held.votes.to_f64() - other).abs();
                assert!(difference < 0.02, "round {} of {seed}: {held:?} or {other}", round.number);
            }
        }
    }
    let mut elected: Vec<usize> =
        expected["elected"].as_array().unwrap().iter().map(|key| key.as_u64().unwrap() as usize - 1).collect();
    let mut winners = count.winners.clone();
    let lost = count.rounds.last().is_some_and(|round| !round.lost.is_none());
    if tie {
        let agrees = shared || elected.iter().all(|one| winners.contains(one));
        assert!(agrees || lost, "{winners:?} or {elected:?} in {seed}");
        return if agrees { Compared::InPart } else { Compared::CutShort };
    }
    elected.sort_unstable();
    winners.sort_unstable();
    match (shared, winners == elected) {
        (true, _) => Compared::InPart,
        (false, true) => Compared::Whole,
        (false, false) if lost => Compared::CutShort,
        _ => panic!("{winners:?} or {elected:?} in {seed} with {} seats", made.seats),
    }
}

#[test]
fn a_thousand_elections_are_counted_as_an_independent_program_counts_them() {
    let lines = include_str!("../../tests/data/ballots/oracle/counted.jsonl");
    let (mut elections, mut runoffs, mut transfers, mut cut_short, mut spoilt_in, mut tied) = (0, 0, 0, 0, 0, 0);
    for (seed, line) in (0..).zip(lines.lines()) {
        let expected: Value = serde_json::from_str(line).unwrap();
        let made = made(seed);
        let (rows, spoilt) = valid(&made);
        assert_eq!(Some(spoilt), expected["spoilt"].as_u64(), "{seed}");
        spoilt_in += usize::from(spoilt > 0);
        elections += 1;
        if rows.is_empty() {
            continue;
        }
        same_totals(&made, &rows, &expected, seed);
        let papers = as_marks(&rows, Marks::Ranked);
        let run_off = counted(&made.keys, &papers, Method::InstantRunoff, 1, None);
        tied += usize::from(matches!(run_off.outcome, Outcome::Tied { .. }));
        runoffs += usize::from(same_rounds(&made, &run_off, &expected["irv"], seed) == Compared::Whole);
        let stv = counted(&made.keys, &papers, Method::Stv, made.seats, None);
        let compared = same_rounds(&made, &stv, &expected["stv"], seed);
        transfers += usize::from(compared == Compared::Whole);
        cut_short += usize::from(compared == Compared::CutShort);
    }
    assert_eq!(elections, 1000);
    // The comparison says something only as long as most elections can be compared and the hard ones are among them.
    let found = format!(
        "{runoffs} run-offs and {transfers} transferable votes compared as a whole, {cut_short} cut short; {spoilt_in} \
         elections with spoilt papers, {tied} with a tie"
    );
    assert!(runoffs > 600 && transfers > 350 && cut_short < 20 && spoilt_in > 300 && tied > 100, "{found}");
}

/// The same papers in another order, some of them split in two.
fn shuffled(rows: &[(u64, Vec<u16>)], chance: &mut Chance) -> Vec<(u64, Vec<u16>)> {
    let mut other = Vec::new();
    for (number, row) in rows {
        let first = chance.below(number + 1);
        other.push((first, row.clone()));
        other.push((number - first, row.clone()));
    }
    for at in (1..other.len()).rev() {
        other.swap(at, chance.below(at as u64 + 1) as usize);
    }
    other
}

proptest::proptest! {
    /// Nothing in a count depends on the order of the papers.
    #[test]
    fn shuffling_papers_changes_nothing(seed in 0u64..1_000_000, shuffle: u64) {
        let made = made(seed);
        let (rows, _) = valid(&made);
        let other = shuffled(&rows, &mut Chance(shuffle));
        let published = Seed::new("published").unwrap();
        for method in Method::ALL {
            let marks = Marks::ALL.into_iter().find(|marks| method.fits(*marks)).unwrap();
            let marks = if method == Method::Plurality { Marks::Ranked } else { marks };
            let seats = if method == Method::InstantRunoff { 1 } else { made.seats };
            let count = counted(&made.keys, &as_marks(&rows, marks), method, seats, Some(&published));
            let again = counted(&made.keys, &as_marks(&other, marks), method, seats, Some(&published));
            proptest::prop_assert_eq!(count, again);
        }
    }

    /// One more paper for a winner alone never costs them the seat where votes are only added up, nor with Schulze.
    #[test]
    fn a_paper_for_the_winner_does_no_harm(seed in 0u64..1_000_000) {
        let made = made(seed);
        let (mut rows, _) = valid(&made);
        let published = Seed::new("published").unwrap();
        for method in [Method::Plurality, Method::Borda, Method::Dowdall, Method::Schulze] {
            let count = counted(&made.keys, &as_marks(&rows, Marks::Ranked), method, 1, Some(&published));
            if let [winner] = count.winners[..] {
                rows.push((1, vec![winner as u16]));
                let again = counted(&made.keys, &as_marks(&rows, Marks::Ranked), method, 1, Some(&published));
                proptest::prop_assert_eq!(&again.winners, &[winner], "{}", method);
                rows.pop();
            }
        }
    }

    /// No vote is lost or made: what all hold, what is exhausted and what is lost is what was cast.
    #[test]
    fn no_vote_is_lost_or_made(seed in 0u64..1_000_000) {
        let made = made(seed);
        let (rows, _) = valid(&made);
        let published = Seed::new("published").unwrap();
        for (method, seats) in [(Method::InstantRunoff, 1), (Method::Stv, made.seats)] {
            let count = counted(&made.keys, &as_marks(&rows, Marks::Ranked), method, seats, Some(&published));
            for round in &count.rounds {
                let held: f64 = round.held.iter().map(|held| held.votes.to_f64()).sum();
                let all = held + round.exhausted.to_f64() + round.lost.to_f64();
                proptest::prop_assert!((all - count.papers as f64).abs() < 1e-6, "{:?}", round);
            }
            proptest::prop_assert!(count.winners.len() <= seats);
            proptest::prop_assert_eq!(count.order.len(), made.keys.len());
        }
    }
}
