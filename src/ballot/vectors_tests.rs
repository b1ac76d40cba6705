//! Published counts and the traps of `tests/data/ballots/ballot_vectors.json`, each counted again.

use serde_json::Value;

use super::*;

/// Papers as `[number, [candidate, …]]`, and every candidate in the order first named.
pub(super) fn rankings(ballots: &Value) -> (Vec<String>, Vec<(u64, Vec<u16>)>) {
    let mut keys: Vec<String> = Vec::new();
    let mut papers = Vec::new();
    for row in ballots.as_array().unwrap() {
        let mut marks = Vec::new();
        for name in row[1].as_array().unwrap() {
            let name = name.as_str().unwrap();
            let place = keys.iter().position(|key| key == name).unwrap_or_else(|| {
                keys.push(name.to_owned());
                keys.len() - 1
            });
            marks.push(place as u16);
        }
        papers.push((row[0].as_u64().unwrap(), marks));
    }
    (keys, papers)
}

pub(super) fn papers(marks: Marks, rows: &[(u64, Vec<u16>)]) -> Papers {
    let mut builder = Papers::builder(marks);
    rows.iter().for_each(|(number, row)| builder.add_marks(row, *number));
    builder.finish()
}

pub(super) fn counted(keys: &[String], papers: &Papers, method: Method, seats: usize, seed: Option<&Seed>) -> Count {
    let election = Election { keys, withdrawn: &[], papers, tallied: None, method, seats, seed };
    count(&election).unwrap()
}

fn vectors() -> Value {
    serde_json::from_str(include_str!("../../tests/data/ballots/ballot_vectors.json")).unwrap()
}

fn by_name(ballots: &Value, method: Method, seats: usize) -> (Vec<String>, Count) {
    let (keys, rows) = rankings(ballots);
    let count = counted(&keys, &papers(Marks::Ranked, &rows), method, seats, None);
    (keys, count)
}

fn scores(keys: &[String], count: &Count) -> serde_json::Map<String, Value> {
    let score = |standing: &Standing| (keys[standing.candidate].clone(), Value::from(standing.votes.to_f64()));
    count.order.iter().map(score).collect()
}

fn same_numbers(found: &serde_json::Map<String, Value>, expected: &Value, what: &str) {
    for (name, number) in expected.as_object().unwrap() {
        assert_eq!(found.get(name).and_then(Value::as_f64), number.as_f64(), "{what}: {name}");
    }
}

#[test]
fn three_methods_elect_three_winners_in_tennessee() {
    let vectors = vectors();
    let tennessee = &vectors["tennessee"];
    let winner = |method| {
        let (keys, count) = by_name(&tennessee["ballots"], method, 1);
        assert_eq!(count.outcome, Outcome::Decided, "{method}");
        keys[count.winners[0]].clone()
    };
    assert_eq!(winner(Method::Plurality), tennessee["plurality"]["winner"]);
    assert_eq!(winner(Method::InstantRunoff), tennessee["irv"]["winner"]);
    assert_eq!(winner(Method::Schulze), tennessee["condorcet"]["winner"]);
    let (keys, borda) = by_name(&tennessee["ballots"], Method::Borda, 1);
    same_numbers(&scores(&keys, &borda), &tennessee["borda_n_minus_1"], "Borda");
    let (keys, plurality) = by_name(&tennessee["ballots"], Method::Plurality, 1);
    assert_eq!(scores(&keys, &plurality)["Memphis"].as_f64(), tennessee["plurality"]["votes"].as_f64());
    let (keys, count) = by_name(&tennessee["ballots"], Method::InstantRunoff, 1);
    let rounds = tennessee["irv"]["rounds"].as_array().unwrap();
    assert_eq!(count.rounds.len(), rounds.len());
    for (round, expected) in count.rounds.iter().zip(rounds) {
        let held = round.held.iter().map(|held| (keys[held.candidate].clone(), Value::from(held.votes.to_f64())));
        let held: serde_json::Map<String, Value> = held.collect();
        assert_eq!(held.len(), expected.as_object().unwrap().len());
        same_numbers(&held, expected, "round");
    }
    let (keys, count) = by_name(&tennessee["ballots"], Method::Schulze, 1);
    let pairs = count.pairs.unwrap();
    for (pair, expected) in tennessee["condorcet"]["pairs"].as_object().unwrap() {
        let (row, column) = pair.split_once('>').unwrap();
        let place = |name: &str| keys.iter().position(|key| key == name).unwrap();
        assert_eq!(Some(pairs.preferred[place(row)][place(column)]), expected.as_u64(), "{pair}");
    }
}

#[test]
fn borda_and_dowdall_give_the_published_points() {
    let vectors = vectors();
    let variants = &vectors["borda_variants"];
    let (keys, borda) = by_name(&variants["ballots"], Method::Borda, 1);
    same_numbers(&scores(&keys, &borda), &variants["n_minus_1"], "Borda");
    let (keys, dowdall) = by_name(&variants["ballots"], Method::Dowdall, 1);
    same_numbers(&scores(&keys, &dowdall), &variants["dowdall"], "Dowdall");
    for method in [Method::Plurality, Method::InstantRunoff] {
        let (keys, count) = by_name(&variants["ballots"], method, 1);
        assert_eq!(keys[count.winners[0]], variants["plurality_and_irv_winner"], "{method}");
    }
    let positions = borda.positions.unwrap();
    assert_eq!(positions.iter().map(|row| row[0]).sum::<u64>(), 100);
}

#[test]
fn schulze_gives_the_published_matrices_and_order() {
    let vectors = vectors();
    let schulze = &vectors["schulze"];
    let (keys, count) = by_name(&schulze["ballots"], Method::Schulze, 1);
    let order: Vec<&str> = count.order.iter().map(|standing| keys[standing.candidate].as_str()).collect();
    assert_eq!(Value::from(order), schulze["order"]);
    assert_eq!(count.order.iter().map(|standing| standing.rank).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    let pairs = count.pairs.unwrap();
    let place = |letter: char| keys.iter().position(|key| key.starts_with(letter)).unwrap();
    for (name, matrix) in [("pairwise", &pairs.preferred), ("strongest", &pairs.strongest)] {
        for (pair, expected) in schulze[name].as_object().unwrap() {
            let (row, column) = (pair.chars().next().unwrap(), pair.chars().nth(1).unwrap());
            assert_eq!(Some(matrix[place(row)][place(column)]), expected.as_u64(), "{name} {pair}");
        }
    }
}

#[test]
fn approval_adds_up_and_stv_elects_three_foods() {
    let vectors = vectors();
    let (keys, rows) = rankings(&vectors["approval"]["ballots"]);
    let approval = counted(&keys, &papers(Marks::Chosen, &rows), Method::Approval, 1, None);
    same_numbers(&scores(&keys, &approval), &vectors["approval"]["totals"], "approval");
    let food = &vectors["stv_food"];
    let seats = food["seats"].as_u64().unwrap() as usize;
    // Pear and Sweets meet at 2 and 5, so the only tie, if any, needs no seed here.
    let (keys, count) = by_name(&food["ballots"], Method::Stv, seats);
    assert_eq!(count.quota, Some(Votes::from(food["droop_quota"].as_u64().unwrap())));
    let elected: Vec<&str> = count.winners.iter().map(|winner| keys[*winner].as_str()).collect();
    assert_eq!(Value::from(elected), food["elected"]);
}

fn trap(name: &str) -> Value {
    let vectors = vectors();
    vectors["traps"].as_array().unwrap().iter().find(|trap| trap["name"] == name).unwrap().clone()
}

#[test]
fn a_cycle_is_a_tie_of_three_and_no_winner_is_invented() {
    let (keys, rows) = rankings(&trap("cycle")["ballots"]);
    let papers = papers(Marks::Ranked, &rows);
    for method in [Method::Plurality, Method::Borda, Method::Dowdall, Method::Schulze] {
        let count = counted(&keys, &papers, method, 1, None);
        assert_eq!(count.outcome, Outcome::Tied { between: vec![0, 1, 2] }, "{method}");
        assert!(count.winners.is_empty(), "{method}");
        assert!(count.order.iter().all(|standing| standing.rank == 1 && !standing.won), "{method}");
        let seed = Seed::new("published").unwrap();
        let decided = counted(&keys, &papers, method, 1, Some(&seed));
        assert_eq!((decided.outcome.clone(), decided.winners.len()), (Outcome::Decided, 1), "{method}");
        assert!(decided.used_seed() && !count.used_seed(), "{method}");
    }
}

#[test]
fn a_paper_with_a_candidate_twice_is_refused() {
    let (keys, _) = rankings(&trap("duplicate_rank_in_one_ballot")["ballots"]);
    let ballots = trap("duplicate_rank_in_one_ballot")["ballots"].clone();
    let row = ballots[0][1].as_array().unwrap();
    let ranks = row.iter().zip(1..).map(|(name, rank)| (name.as_str().unwrap().to_owned(), rank)).collect();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    let read = super::paper::read(&keys, PaperForm::Rank { at_most: 4 }, &Marked::Ranked(ranks));
    assert_eq!(read, Err(Spoilt::MarkedTwice("Chattanooga".into())));
}

#[test]
fn exhausted_papers_leave_the_half_that_is_needed() {
    let (keys, count) = by_name(&trap("exhausted")["ballots"], Method::InstantRunoff, 1);
    let held = |round: usize| count.rounds[round].held.iter().map(|held| held.votes.to_string()).collect::<Vec<_>>();
    assert_eq!((held(0), held(1)), (vec!["5".into(), "4".into(), "3".into()], vec!["5".into(), "6".into()]));
    assert_eq!(count.rounds[1].exhausted, Votes::from(1));
    assert_eq!(keys[count.winners[0]], "B");
    let why = count.rounds[1].steps.iter().any(|step| matches!(step, Step::Elected { why: Why::MoreThanHalf, .. }));
    assert!(why, "{:?}", count.rounds[1]);
}

#[test]
fn a_tie_for_last_is_broken_by_the_seed_and_the_round_says_so() {
    let (keys, rows) = rankings(&trap("all_equal_last_place")["ballots"]);
    let papers = papers(Marks::Ranked, &rows);
    for (method, seats) in [(Method::InstantRunoff, 1), (Method::Stv, 1)] {
        let stopped = counted(&keys, &papers, method, seats, None);
        assert_eq!(stopped.outcome, Outcome::Tied { between: vec![0, 1, 2] });
        let seed = Seed::new("published").unwrap();
        let first = counted(&keys, &papers, method, seats, Some(&seed));
        assert_eq!(first, counted(&keys, &papers, method, seats, Some(&seed)));
        let tie = first.ties().next().unwrap();
        assert_eq!((tie.about, tie.between.as_slice()), (TieAbout::Leaving, &[0, 1, 2][..]));
        let lowest = (0..3).min_by_key(|at| seed.draw(1, &keys[*at])).unwrap();
        assert_eq!(tie.chosen, [lowest]);
    }
}

#[test]
fn without_papers_nobody_wins() {
    let keys = ["a", "b"].map(str::to_owned);
    for method in Method::ALL {
        let marks = Marks::ALL.into_iter().find(|marks| method.fits(*marks)).unwrap();
        let count = counted(&keys, &papers(marks, &[]), method, 1, None);
        assert_eq!((count.outcome, count.winners.len(), count.rounds.len()), (Outcome::NoVotes, 0, 0), "{method}");
    }
}
