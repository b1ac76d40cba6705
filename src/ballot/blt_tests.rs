//! `.blt` files: read, written as they were read, and refused with the line.

use super::blt::Blt;
use super::*;

const FOOD: &str = include_str!("../../tests/data/ballots/food.blt");
const TENNESSEE: &str = include_str!("../../tests/data/ballots/tennessee.blt");

fn reads_as_written(blt: &Blt, text: &str) {
    let again = Blt::parse(&blt.to_text()).unwrap();
    assert_eq!(&again, blt, "{text}");
    assert_eq!(again.to_text(), blt.to_text(), "{text}");
}

#[test]
fn the_published_files_are_read_counted_and_written() {
    let food = Blt::parse(FOOD).unwrap();
    assert_eq!((food.names.len(), food.seats, food.papers.total()), (5, 3, 20));
    assert_eq!(food.title, "Food for a party");
    let count = count(&food.election(Method::Stv, food.seats, None)).unwrap();
    let winners: Vec<&str> = count.winners.iter().map(|winner| food.names[*winner].as_str()).collect();
    assert_eq!(winners, ["Chocolate", "Orange", "Strawberry"]);
    let tennessee = Blt::parse(TENNESSEE).unwrap();
    // Its papers stand in the order of their first choice, as Heard writes them.
    assert_eq!(tennessee.to_text(), TENNESSEE.replace("\r\n", "\n").trim_end().to_owned() + "\n");
    reads_as_written(&food, FOOD);
}

/// In the pattern of droop's file 42, two tie by an exact quota of 2 votes. By the whole quota that is published here, 3,
/// one vote moves instead of two, and there is no tie; so both are counted.
#[test]
fn the_quota_decides_whether_two_tie() {
    let vectors: serde_json::Value =
        serde_json::from_str(include_str!("../../tests/data/ballots/ballot_vectors.json")).unwrap();
    let trap = vectors["traps"].as_array().unwrap().iter().find(|trap| trap["name"] == "two_way_tie").unwrap();
    let text = trap["blt"].as_str().unwrap();
    let blt = Blt::parse(text).unwrap();
    let counted = count(&blt.election(Method::Stv, 2, None)).unwrap();
    assert_eq!((counted.quota, counted.outcome), (Some(Votes::from(3)), Outcome::Decided));
    assert_eq!(counted.winners, [0, 2]);
    // With one paper less for Helen the two are level.
    let blt = Blt::parse(&text.replace("2 3 0", "1 3 0")).unwrap();
    let counted = count(&blt.election(Method::Stv, 2, None)).unwrap();
    assert_eq!((counted.quota, counted.winners), (Some(Votes::from(2)), vec![0, 1]));
    let blt = Blt::parse(&text.replace("4 1 2 0", "5 1 2 0")).unwrap();
    let counted = count(&blt.election(Method::Stv, 2, None)).unwrap();
    assert_eq!((counted.outcome, counted.winners), (Outcome::Tied { between: vec![1, 2] }, vec![0]));
}

#[test]
fn names_notes_withdrawals_blanks_and_unclear_papers_are_read() {
    let text = "\u{feff}4 2 # four stand\n-2 -4\n3 1 2 0\n(7) 3 - 1 0\n2 0\n1 1=3 0\n1 1 1 0\n0\n\
                \"Ann \\\"Nan\\\" O\\\\Dea\" \"Bob # not a note\"\n\"Ü\"\n\"\"\n\"T\"\n";
    let blt = Blt::parse(text).unwrap();
    assert_eq!(blt.names, ["Ann \"Nan\" O\\Dea", "Bob # not a note", "Ü", ""]);
    assert_eq!((blt.withdrawn.as_slice(), blt.blank, blt.unclear), (&[1, 3][..], 2, 2));
    assert_eq!(blt.papers.iter().collect::<Vec<_>>(), [(&[0, 1][..], 3), (&[2, 0][..], 1)]);
    let known = Blt { unclear: 0, ..blt.clone() };
    reads_as_written(&known, text);
    let untitled = Blt::parse("1 1\n0\n\"A\"").unwrap();
    assert_eq!(untitled.title, "");
    let counted = count(&blt.election(Method::Stv, 2, None)).unwrap();
    assert!(counted.order.iter().all(|standing| [0, 2].contains(&standing.candidate)), "{:?}", counted.order);
}

#[test]
fn what_is_wrong_is_said_with_its_line() {
    let cases = [
        ("", 1, "the file ends"),
        ("x 2", 1, "\"x\" is not a whole number"),
        ("0 1\n0", 1, "0 candidates"),
        ("61 1\n0", 1, "61 candidates"),
        ("2 0\n0", 1, "0 seats"),
        ("2 1\n-3\n0", 2, "no candidate 3"),
        ("2 1\n4 1 3 0\n0", 2, "no candidate 3"),
        ("2 1\n4 1 2\n0\n\"A\"", 4, "\"A\" stands where the number of papers"),
        ("2 1\n4 1 0\n", 2, "the file ends"),
        ("2 1\n99999999999 1 0\n", 2, "not a whole number"),
        ("2 1\n4 1 0\n0\n\"A\"\nB", 5, "B stands where the name of candidate 2"),
        ("2 1\n4 1 0\n0\n\"A\"\n\"B", 5, "does not end"),
        ("1 1\n0\n\"A\"\n\"T\"\n\"more\"", 5, "nothing stands after"),
    ];
    for (text, line, problem) in cases {
        let found = Blt::parse(text).unwrap_err();
        assert_eq!(found.line, line, "{text:?}: {found}");
        assert!(found.problem.contains(problem), "{text:?}: {found}");
    }
}

proptest::proptest! {
    #[test]
    fn nothing_makes_the_reader_fall(text in "[0-9 \\-=()\"#\\\\a\n]{0,60}") {
        if let Ok(blt) = Blt::parse(&text) {
            let written = blt.to_text();
            let again = Blt::parse(&written).unwrap();
            proptest::prop_assert_eq!(again.to_text(), written);
        }
    }
}
