//! Audit files: written, read, counted again, tampered with.

use std::collections::BTreeMap;

use super::parse_tests::{ballot, small_ballot};
use super::*;

fn ranked(keys: &[&str]) -> Marked {
    Marked::Ranked(keys.iter().map(|key| (*key).to_owned()).zip(1..).collect())
}

fn papers(ballot: &Ballot, marked: &[(Marked, u64)]) -> Papers {
    let mut builder = Papers::builder(ballot.form.marks());
    marked.iter().for_each(|(marked, number)| builder.add(&ballot.read_paper(marked).unwrap(), *number));
    builder.finish()
}

fn ranking_audit() -> Audit {
    let ballot = small_ballot();
    let papers =
        papers(&ballot, &[(ranked(&["bus", "park"]), 5), (ranked(&["exams"]), 2), (ranked(&["park", "exams"]), 4)]);
    let spoilt = BTreeMap::from([(Spoilt::Empty, 1), (Spoilt::DuplicateRank(1), 1), (Spoilt::DuplicateRank(2), 1)]);
    Audit::of(&ballot, &papers, &spoilt, &[]).unwrap()
}

fn choosing() -> Ballot {
    let file =
        |text: &str| text.replace("\"rank\"\nat_most = 3", "\"choose\"\nat_most = 1").replace("borda", "plurality");
    ballot(&file, &str::to_owned)
}

fn agreed(ballot: &Ballot, papers: [u64; 3], counts: &[(&str, u64)]) -> AgreedTally {
    let counts = counts.iter().map(|(key, votes)| ((*key).to_owned(), *votes)).collect();
    let typed = Typing { received: papers[0], valid: papers[1], spoilt: papers[2], counts };
    AgreedTally::of(ballot, &typed, &typed).unwrap()
}

#[test]
fn a_published_result_is_reproduced_from_its_file_alone() {
    let audit = ranking_audit();
    let text = audit.to_text().unwrap();
    assert!(text.contains("\n[5,[\"bus\",\"park\"]],\n"), "{text}");
    let read = Audit::parse(&text).unwrap();
    assert_eq!(read, audit);
    assert_eq!(read.to_text().unwrap(), text);
    let recount = read.recount(None, None, None).unwrap();
    assert_eq!(recount.differences, Vec::<String>::new());
    assert_eq!(recount.names, ["Buses", "Parks", "Exams"]);
    assert_eq!((audit.papers.received, audit.papers.valid), (14, 11));
    assert_eq!(audit.papers.spoilt, BTreeMap::from([("duplicate-rank".into(), 2), ("empty".into(), 1)]));
    let other = read.recount(Some(Method::Schulze), Some(2), None).unwrap();
    assert!(!other.differences.is_empty());
}

#[test]
fn a_result_that_was_tampered_with_is_found_out() {
    let text = ranking_audit().to_text().unwrap();
    let audit = |from: &str, to: &str| {
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text, "{from}");
        Audit::parse(&changed)
    };
    let winner = audit("\"winners\": [\n      \"park\"", "\"winners\": [\n      \"bus\"").unwrap();
    assert!(winner.recount(None, None, None).unwrap().differences[0].contains("published as elected: bus"));
    let paper = audit("[5,[\"bus\"", "[6,[\"bus\"").unwrap().recount(None, None, None).unwrap_err();
    assert_eq!(paper.to_string(), "papers.valid: is 11, and 12 papers are listed");
    let received = audit("\"received\": 14", "\"received\": 15").unwrap().recount(None, None, None).unwrap_err();
    assert_eq!(received.to_string(), "papers.received: is 15, but 11 valid and 3 spoilt make 14");
    let twice = audit("[\"bus\",\"park\"]", "[\"bus\",\"bus\"]").unwrap().recount(None, None, None).unwrap_err();
    assert_eq!(twice.to_string(), "papers.marked, paper 1: \"bus\" is marked twice");
    assert!(audit("\"heard_audit\": 1", "\"heard_audit\": 2").is_err());
    let AuditProblem::NotRead { line, .. } = audit("\"seats\"", "\"seets\"").unwrap_err() else { panic!("read") };
    assert!(line > 1);
}

#[test]
fn what_was_counted_by_hand_is_added_and_a_school_says_only_how_many_papers() {
    let ballot = choosing();
    let papers = papers(&ballot, &[(Marked::Chosen(vec!["bus".into()]), 3)]);
    let tallies = [
        ("Second School".to_owned(), agreed(&ballot, [5, 4, 1], &[("park", 4)])),
        ("First School".to_owned(), agreed(&ballot, [2, 2, 0], &[("park", 1), ("exams", 1)])),
    ];
    let audit = Audit::of(&ballot, &papers, &BTreeMap::new(), &tallies).unwrap();
    assert_eq!(audit.result.winners, ["park"]);
    let first = &audit.result.order[0];
    assert_eq!((first.0, first.1.as_str(), first.2.as_str()), (1, "park", "5"));
    let by_hand = audit.by_hand.clone().unwrap();
    assert_eq!(by_hand.places[0], AuditPlace { place: "First School".into(), received: 2, valid: 2, spoilt: 0 });
    let read = Audit::parse(&audit.to_text().unwrap()).unwrap();
    assert_eq!(read.recount(None, None, None).unwrap().differences, Vec::<String>::new());
    let text = audit.to_text().unwrap().replace("\"spoilt\": 1", "\"spoilt\": 0");
    let problem = Audit::parse(&text).unwrap().recount(None, None, None).unwrap_err();
    assert_eq!(problem.to_string(), "by_hand.places, Second School: 5 came in, but 4 valid and 0 spoilt make 4");
}

#[test]
fn points_are_written_with_their_candidates() {
    let file = |text: &str| text.replace("\"rank\"\nat_most = 3", "\"points\"\nbudget = 10").replace("borda", "points");
    let ballot = ballot(&file, &str::to_owned);
    let marked = Marked::Points(vec![("park".into(), 7), ("bus".into(), 3)]);
    let audit = Audit::of(&ballot, &papers(&ballot, &[(marked, 2)]), &BTreeMap::new(), &[]).unwrap();
    assert_eq!(audit.papers.marked, [(2, vec!["bus=3".to_owned(), "park=7".to_owned()])]);
    let read = Audit::parse(&audit.to_text().unwrap()).unwrap();
    assert_eq!(read.recount(None, None, None).unwrap().differences, Vec::<String>::new());
}

#[test]
fn rankings_cannot_be_added_up_by_hand() {
    let ballot = choosing();
    let tally = agreed(&ballot, [2, 2, 0], &[("park", 1), ("exams", 1)]);
    let ranking = small_ballot();
    let papers = Papers::builder(Marks::Ranked).finish();
    let problem = Audit::of(&ranking, &papers, &BTreeMap::new(), &[("A".to_owned(), tally)]).unwrap_err();
    assert_eq!(problem, CountProblem::NeedsPapers(Method::Borda));
}

#[test]
fn the_file_layout_is_a_promise() {
    let ballot = small_ballot();
    let papers =
        papers(&ballot, &[(ranked(&["bus", "park"]), 5), (ranked(&["exams"]), 2), (ranked(&["park", "exams"]), 2)]);
    let spoilt = BTreeMap::from([(Spoilt::Empty, 1)]);
    let text = Audit::of(&ballot, &papers, &spoilt, &[]).unwrap().to_text().unwrap();
    assert_eq!(text, include_str!("../../tests/data/ballots/audit.json"), "{text}");
}
