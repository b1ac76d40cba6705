//! Ways in: made once, counted with the drafts and responses of those who come by them, and tied to no one.

use super::{impossible, on_both, receipt_hash, submission, token};
use heard::store::{Submission, Submitted};
use heard::survey::{WayCode, WayIn, WayKind};
use jiff::ToSpan;
use jiff::civil::{Date, date};

fn way(code: &str, kind: WayKind, name: &str) -> WayIn {
    let group = kind == WayKind::Group;
    WayIn {
        code: WayCode::parse(code).unwrap(),
        consultation: "town".into(),
        kind,
        name: name.into(),
        perspective: group.then(|| "child".into()),
        headcount: group.then_some(28),
        shared_device: group,
        opened_on: date(2026, 11, 26),
        closes_on: date(2026, 12, 10),
    }
}

fn by(code: &WayCode, number: u64) -> Submission {
    Submission { way_in: Some(code.as_str().into()), ..submission(number, "words") }
}

#[test]
fn a_way_in_comes_back_as_it_was_made_and_a_code_is_given_once() {
    on_both(|store, _| {
        let (class, library) = (way("7K4M2Q", WayKind::Group, "Ünï 6 ' --"), way("0A1B2C", WayKind::Link, "Library"));
        assert!(store.save_way_in(&class).unwrap() && store.save_way_in(&library).unwrap());
        assert!(!store.save_way_in(&way("7K4M2Q", WayKind::Link, "Other")).unwrap(), "the code is taken");
        let found = store.find_way_in(&class.code).unwrap().unwrap();
        assert_eq!((found.way, found.came, found.sent), (class, 0, 0));
        assert_eq!(store.find_way_in(&WayCode::parse("ZZZZZZ").unwrap()).unwrap(), None);
        let links = |consultation| store.list_ways_in(consultation, WayKind::Link, 10).unwrap();
        assert_eq!(links("town").into_iter().map(|one| one.way).collect::<Vec<_>>(), [library]);
        assert!(links("elsewhere").is_empty());
    });
}

#[test]
fn who_comes_and_who_sends_is_counted_once_and_in_the_same_commit() {
    on_both(|store, _| {
        let class = way("7K4M2Q", WayKind::Group, "Year 6");
        store.save_way_in(&class).unwrap();
        let turnout = || store.find_way_in(&class.code).unwrap().map(|one| (one.came, one.sent));
        for number in 1..=12 {
            store.begin_by_blocking(&class.code, &token(number).hash(), "town", "{\"a\":1}".into()).unwrap();
        }
        // A retry of the same beginning.
        store.begin_by_blocking(&class.code, &token(1).hash(), "town", "{\"a\":2}".into()).unwrap();
        assert_eq!(store.find_draft(&token(1).hash()).unwrap().unwrap().1, "{\"a\":1}");
        assert_eq!(turnout(), Some((12, 0)));
        let threads: Vec<_> = (2..=22)
            .map(|n| {
                let (store, one) = (store.clone(), by(&class.code, n / 2));
                std::thread::spawn(move || store.submit_blocking(one).unwrap())
            })
            .collect();
        let new = threads.into_iter().map(|thread| thread.join().unwrap());
        assert_eq!(new.filter(|submitted| *submitted == Submitted::New).count(), 11);
        assert_eq!(turnout(), Some((12, 11)), "each was sent twice but for one, and counted once");
        let bad = Submission { way_in: Some("7K4M2Q".into()), ..impossible(30) };
        assert!(store.submit_blocking(bad).is_err() && !store.has_response(&receipt_hash(30)).unwrap());
        assert_eq!(turnout(), Some((12, 11)), "what was not stored is not counted");
    });
}

#[test]
fn a_code_that_is_not_there_counts_nothing_and_loses_no_response() {
    on_both(|store, _| {
        let code = WayCode::parse("ZZZZZZ").unwrap();
        store.begin_by_blocking(&code, &token(1).hash(), "town", "{}".into()).unwrap();
        assert_eq!(store.submit_blocking(by(&code, 1)).unwrap(), Submitted::New);
        assert_eq!(store.find_way_in(&code).unwrap(), None);
    });
}

#[test]
fn a_group_that_nobody_came_to_is_erased_once_it_has_ended_and_others_stay() {
    on_both(|store, _| {
        let (unused, used) = (way("000001", WayKind::Group, "a"), way("000002", WayKind::Group, "b"));
        let link = way("000003", WayKind::Link, "c");
        for one in [&unused, &used, &link] {
            store.save_way_in(one).unwrap();
        }
        store.begin_by_blocking(&used.code, &token(1).hash(), "town", "{}".into()).unwrap();
        let left = |today: Date| {
            store.erase_old_drafts(today).unwrap();
            [&unused, &used, &link].map(|one| store.find_way_in(&one.code).unwrap().is_some())
        };
        let ended = unused.closes_on;
        assert_eq!(left(ended.saturating_add(1.days())), [true, true, true]);
        assert_eq!(left(ended.saturating_add(2.days())), [false, true, true]);
    });
}
