//! Whoever follows the change log sees everything, once, however many write at the same time.

use super::{on_both, receipt_hash, submission};
use crate::support::waiting::wait_for;
use heard::store::{Change, ChangeKind, Position, Store};
use std::collections::BTreeSet;

#[test]
fn changes_are_followed_in_order_from_any_position() {
    on_both(|store, _| {
        assert_eq!(store.last_position().unwrap(), Position::START);
        for n in 0..5 {
            store.submit_blocking(submission(n, "words")).unwrap();
        }
        store.erase(&receipt_hash(0)).unwrap();
        let all = settled(store, 6);
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
        let mut seen = BTreeSet::new();
        std::thread::scope(|scope| {
            for server in 0..servers {
                let store = Store::open(location).unwrap();
                scope.spawn(move || {
                    for n in 0..each {
                        store.submit_blocking(submission(server * 1000 + n, "words")).unwrap();
                    }
                });
            }
            seen = follow(first, servers * each);
        });
        let stored = first.list_responses("town", 0, 9999).unwrap().into_iter().map(|stored| stored.id);
        assert_eq!(seen, stored.collect());
    });
}

/// The responses seen by following until there are this many and then nothing more comes.
fn follow(store: &Store, expected: u64) -> BTreeSet<i64> {
    let (mut position, mut seen) = (Position::START, BTreeSet::new());
    let whole = wait_for(60, || {
        let changes = store.changes_after(&position, 7).unwrap();
        for change in &changes {
            assert!(seen.insert(change.response_id), "seen twice");
            position = change.position;
        }
        (changes.is_empty() && seen.len() as u64 >= expected).then_some(())
    });
    assert!(whole.is_some(), "saw {} of {expected}", seen.len());
    seen
}

/// Every change so far, once this many have settled: on PostgreSQL the transactions of other tests, running
/// in the same server, hold the log back.
pub(super) fn settled(store: &Store, expected: usize) -> Vec<Change> {
    let all = || Some(store.changes_after(&Position::START, 999).unwrap()).filter(|all| all.len() >= expected);
    wait_for(60, all).expect("changes settle")
}
