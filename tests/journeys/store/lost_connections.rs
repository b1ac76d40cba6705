//! PostgreSQL may restart or drop a connection; nobody who uses Heard then needs to notice.

use super::{receipt_hash, submission};
use crate::support::postgres;
use heard::store::{Location, Role, Store, Submitted};
use std::process::Command;

/// Ends every connection to a database.
fn cut(url: &str) {
    let sql = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity \
               WHERE datname = current_database() AND pid <> pg_backend_pid()";
    let output = Command::new("psql").args(["-X", "-q", "-c", sql, url]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn submitting_and_reading_go_on_after_every_connection_was_cut() {
    let url = postgres::fresh_database();
    let store = Store::open(&Location::Postgres(url.clone())).unwrap();
    for number in 0..5 {
        assert_eq!(store.submit_blocking(submission(number, "words")).unwrap(), Submitted::New);
        assert!(store.has_response(&receipt_hash(number)).unwrap());
        cut(&url);
        // The first to notice is a reader in one round and the writer in the next.
        if number % 2 == 0 {
            assert!(store.has_response(&receipt_hash(number)).unwrap());
        }
    }
    assert_eq!(store.list_responses("town", 0, 99).unwrap().len(), 5);
}

#[test]
fn many_idle_connections_cut_at_once_are_all_replaced() {
    let url = postgres::fresh_database();
    let store = Store::open(&Location::Postgres(url.clone())).unwrap();
    store.save_user("zoe", "hash", Role::Officer).unwrap();
    for _ in 0..3 {
        std::thread::scope(|scope| {
            let read = || assert!(store.find_user("zoe").unwrap().is_some());
            (0..16).for_each(|_| drop(scope.spawn(read)));
        });
        cut(&url);
        assert!(store.find_user("zoe").unwrap().is_some());
    }
}
