//! Whoever follows the change log sees everything, once, however many write at the same time.

use super::{on_both, receipt_hash, submission};
use heard::store::{ChangeKind, Position, Store};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};

#[test]
fn changes_are_followed_in_order_from_any_position() {
    on_both(|store, _| {
        assert_eq!(store.last_position().unwrap(), Position::START);
        for n in 0..5 {
            store.submit_blocking(submission(n, "words")).unwrap();
        }
        store.erase(&receipt_hash(0)).unwrap();
        let all = store.changes_after(&Position::START, 100).unwrap();
        assert_eq!(all.len(), 6);
        assert_eq!((all[0].kind, all[5].kind), (ChangeKind::Submitted, ChangeKind::Erased));
        assert_eq!(all[0].response_id, all[5].response_id);
        let third = Position::parse(&all[2].position.to_text()).unwrap();
        assert_eq!(store.changes_after(&third, 100).unwrap(), all[3..]);
        assert_eq!(store.changes_after(&third, 1).unwrap(), all[3..4]);
        assert_eq!(store.last_position().unwrap(), all[5].position);
    });
}

#[test]
fn nothing_else_is_read_as_a_position() {
    for text in ["", "1", "1.", ".1", "a.b", "1.2.3", "99999999999999999999.1"] {
        assert_eq!(Position::parse(text), None, "{text}");
    }
}

/// Several stores write as several servers would, while one follows. A follower that kept only a sequence
/// number would miss what PostgreSQL commits out of order.
#[test]
fn a_follower_misses_nothing_and_sees_nothing_twice_while_many_servers_write() {
    on_both(|first, location| {
        let (servers, each) = (6, 60);
        let done = AtomicBool::new(false);
        let mut seen = BTreeSet::new();
        std::thread::scope(|scope| {
            let writers: Vec<_> = (0..servers)
                .map(|server| {
                    let store = Store::open(location).unwrap();
                    scope.spawn(move || {
                        for n in 0..each {
                            store.submit_blocking(submission(server * 1000 + n, "words")).unwrap();
                        }
                    })
                })
                .collect();
            let follower = scope.spawn(|| follow(first, &done));
            writers.into_iter().for_each(|writer| writer.join().unwrap());
            done.store(true, Ordering::SeqCst);
            seen = follower.join().unwrap();
        });
        assert_eq!(seen.len() as u64, servers * each);
    });
}

/// The responses seen by following until the writers are done and nothing more comes.
fn follow(store: &Store, done: &AtomicBool) -> BTreeSet<i64> {
    let (mut position, mut seen) = (Position::START, BTreeSet::new());
    loop {
        let finishing = done.load(Ordering::SeqCst);
        let changes = store.changes_after(&position, 7).unwrap();
        for change in &changes {
            assert!(seen.insert(change.response_id), "seen twice");
            position = change.position;
        }
        if finishing && changes.is_empty() {
            return seen;
        }
    }
}
