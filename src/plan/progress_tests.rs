//! An entry and a plan that may be published, and each thing that keeps them from it.

use jiff::civil::date;

use super::*;
use crate::breakdown::Share;
use crate::plan::evidence::{Basis, Evidence, NoneFound, Stance, weigh};
use crate::plan::parse;

const TODAY: Date = date(2026, 11, 26);

fn entry() -> Entry {
    let share = Share { count: 120, base: 400, share: 0.3, low: 0.26, high: 0.35 };
    Entry {
        key: "later-buses".to_owned(),
        consultation: "cypp".to_owned(),
        outcome: Some("join-in".to_owned()),
        asked: "What would you change?".to_owned(),
        said: "Buses stop too early.".to_owned(),
        figures: vec![("People who spoke of buses".to_owned(), Figure::Shown(share))],
        decided: "One later bus on Fridays, because most clubs end late then.".to_owned(),
        deeds: vec![Deed {
            says: "Ran a later bus".to_owned(),
            owner: "Transport".to_owned(),
            on: Some(date(2026, 9, 4)),
            status: Status::Done,
        }],
        not_done: None,
        for_children: Some(ForChildren {
            asked: "We asked what you would change.".to_owned(),
            said: "You said the bus goes too soon.".to_owned(),
            did: "There is a later bus on Fridays.".to_owned(),
        }),
    }
}

fn places(entry: &Entry) -> Vec<String> {
    check_entry("e", entry, TODAY).into_iter().map(|finding| finding.key).collect()
}

fn with_deed(change: impl Fn(&mut Deed)) -> Entry {
    let mut entry = entry();
    change(&mut entry.deeds[0]);
    entry
}

#[test]
fn a_whole_entry_may_be_published_and_so_may_one_that_says_why_nothing_was_done() {
    assert_eq!(places(&entry()), Vec::<String>::new());
    let refused =
        Entry { deeds: Vec::new(), not_done: Some("It would cost more than it brings.".to_owned()), ..entry() };
    assert_eq!(places(&refused), Vec::<String>::new());
    assert_eq!(check_closure("e", "cypp", &[entry()], TODAY), Ok(()));
}

#[test]
fn each_thing_that_an_entry_lacks_is_found_alone() {
    let hidden = vec![("Few".to_owned(), Figure::Hidden)];
    let planned = |on| with_deed(move |deed| (deed.status, deed.on) = (Status::Planned, on));
    let no_did = ForChildren { did: " ".to_owned(), ..entry().for_children.unwrap() };
    let cases = [
        (Entry { asked: String::new(), ..entry() }, "asked"),
        (Entry { said: " ".to_owned(), ..entry() }, "said"),
        (Entry { decided: String::new(), ..entry() }, "decided"),
        (Entry { deeds: Vec::new(), ..entry() }, "deeds"),
        (Entry { deeds: Vec::new(), not_done: Some(" ".to_owned()), ..entry() }, "not_done"),
        (Entry { not_done: Some("Too dear".to_owned()), ..entry() }, "not_done"),
        (with_deed(|deed| deed.says.clear()), "deeds"),
        (with_deed(|deed| deed.owner.clear()), "deeds.owner"),
        (with_deed(|deed| deed.on = None), "deeds.on"),
        (with_deed(|deed| deed.on = Some(date(2027, 1, 1))), "deeds.on"),
        (planned(None), "deeds.on"),
        (planned(Some(date(2026, 11, 25))), "deeds.on"),
        (Entry { for_children: None, ..entry() }, "for_children"),
        (Entry { for_children: Some(no_did), ..entry() }, "for_children"),
        (Entry { figures: hidden, ..entry() }, "figures"),
    ];
    for (entry, part) in cases {
        assert_eq!(places(&entry), [format!("entry.later-buses.{part}")], "{entry:?}");
    }
    assert_eq!(places(&planned(Some(TODAY))), Vec::<String>::new());
}

#[test]
fn a_consultation_stays_open_until_people_are_told() {
    let keys = |entries: &[Entry]| -> Vec<String> {
        check_closure("e", "cypp", entries, TODAY).unwrap_err().into_iter().map(|finding| finding.key).collect()
    };
    assert_eq!(keys(&[]), ["entry"]);
    assert_eq!(keys(&[Entry { consultation: "other".to_owned(), ..entry() }]), ["entry"]);
    assert_eq!(keys(&[entry(), Entry { for_children: None, ..entry() }]), ["entry.later-buses.for_children"]);
    let hidden = Entry { figures: vec![("Few".to_owned(), Figure::Hidden)], ..entry() };
    assert_eq!(check_closure("e", "cypp", &[hidden], TODAY), Ok(()), "a question keeps nothing open");
}

const PLAN: &str = r#"
key = "p"
title = "A plan"
geography = "worcestershire"
starts = "2027"
ends = "2029"
vision = "All is well."
source = "A council"
outcome = [{ key = "safe", title = "Children are safe" }]
"#;

fn draft() -> Draft {
    Draft {
        opened: Some(date(2026, 9, 1)),
        closed: Some(date(2026, 10, 31)),
        decides_on: Some(date(2026, 12, 15)),
        undecided: "Which clubs get the first later buses.".to_owned(),
        signed_off: Some(("The board".to_owned(), date(2026, 11, 20))),
    }
}

fn link(stance: Stance) -> Evidence {
    let basis = Basis::Theme { consultation: "c".to_owned(), theme: "bullying".to_owned() };
    Evidence { outcome: "safe".to_owned(), district: None, basis, stance, note: "Said by many.".to_owned() }
}

fn refused(plan: &str, draft: Draft, evidence: &[Evidence], none_found: &[NoneFound]) -> Vec<String> {
    let plan = parse("p.toml", plan).unwrap();
    let weighed = weigh(&plan, evidence, none_found, None, |_| None);
    let result = Publication::new("p", &plan, draft, &weighed);
    result.err().unwrap_or_default().into_iter().map(|finding| finding.key).collect()
}

#[test]
fn a_plan_is_published_with_evidence_on_both_sides_or_a_search_for_it() {
    let both = [link(Stance::Supporting), link(Stance::Contrary)];
    let looked = [NoneFound { outcome: "safe".to_owned(), looked: "We read every answer that names it.".to_owned() }];
    assert_eq!(refused(PLAN, draft(), &both, &[]), Vec::<String>::new());
    assert_eq!(refused(PLAN, draft(), &both[..1], &looked), Vec::<String>::new());
    for (evidence, none_found) in [(&both[..0], &looked[..]), (&both[..1], &[]), (&both[1..], &[])] {
        assert_eq!(refused(PLAN, draft(), evidence, none_found), ["outcome.safe.evidence"]);
    }
}

#[test]
fn a_plan_is_not_published_without_dates_an_open_question_and_a_signature() {
    let both = [link(Stance::Supporting), link(Stance::Contrary)];
    let cases = [
        (PLAN, Draft { opened: None, ..draft() }, "opened"),
        (PLAN, Draft { closed: None, ..draft() }, "closed"),
        (PLAN, Draft { closed: Some(date(2026, 8, 1)), ..draft() }, "closed"),
        (PLAN, Draft { decides_on: None, ..draft() }, "decides_on"),
        (PLAN, Draft { decides_on: draft().closed, ..draft() }, "decides_on"),
        (PLAN, Draft { undecided: " ".to_owned(), ..draft() }, "undecided"),
        (PLAN, Draft { signed_off: None, ..draft() }, "signed_off"),
        (PLAN, Draft { signed_off: Some((String::new(), TODAY)), ..draft() }, "signed_off"),
    ];
    for (plan, draft, place) in cases {
        assert_eq!(refused(plan, draft, &both, &[]), [place]);
    }
    for (from, place) in [("starts = \"2027\"", "starts"), ("ends = \"2029\"", "ends")] {
        assert_eq!(refused(&PLAN.replacen(from, "", 1), draft(), &both, &[]), [place]);
    }
}
