//! Accounts, sessions that end, and accounts that lock.

use super::on_both;
use heard::store::Role;
use jiff::{Timestamp, ToSpan};

fn moment(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + seconds).unwrap()
}

#[test]
fn an_account_is_kept_changed_listed_and_erased() {
    on_both(|store, _| {
        store.save_user("zoe", "hash 1", Role::Officer).unwrap();
        store.save_user("Adam", "hash 2", Role::Administrator).unwrap();
        store.save_user("zoe", "hash 3", Role::Administrator).unwrap();
        let zoe = store.find_user("zoe").unwrap().unwrap();
        assert_eq!((zoe.password_hash.as_str(), zoe.role), ("hash 3", Role::Administrator));
        let names: Vec<String> = store.list_users().unwrap().into_iter().map(|user| user.name).collect();
        assert_eq!(names, ["Adam", "zoe"]);
        assert!(store.erase_user("zoe").unwrap());
        assert!(!store.erase_user("zoe").unwrap());
        assert!(store.find_user("zoe").unwrap().is_none());
    });
}

#[test]
fn a_session_ends_by_itself_by_signing_out_by_a_new_password_and_with_its_account() {
    on_both(|store, _| {
        store.save_user("zoe", "hash", Role::Officer).unwrap();
        let begin = |token: &str| store.save_session(token, "zoe", "csrf", moment(60), moment(0)).unwrap();
        let live = |token: &str| store.find_session(token, moment(59)).unwrap();
        begin("a");
        let session = live("a").unwrap();
        assert_eq!((session.user.as_str(), session.role, session.csrf.as_str()), ("zoe", Role::Officer, "csrf"));
        assert_eq!(session.expires_at, moment(60));
        assert!(store.find_session("a", moment(60)).unwrap().is_none());
        store.erase_session("a").unwrap();
        assert!(live("a").is_none());
        begin("b");
        store.save_user("zoe", "another hash", Role::Officer).unwrap();
        assert!(live("b").is_none());
        begin("c");
        store.erase_user("zoe").unwrap();
        assert!(live("c").is_none());
        assert!(store.save_session("d", "nobody", "csrf", moment(60), moment(0)).is_err());
    });
}

#[test]
fn ten_failures_in_five_minutes_lock_an_account_for_as_long() {
    on_both(|store, _| {
        for second in 0..10 {
            assert!(!store.is_locked("Zoe", moment(second)).unwrap(), "after {second} failures");
            store.save_sign_in_failure("zoe ", moment(second)).unwrap();
        }
        assert!(store.is_locked("ZOE", moment(10)).unwrap());
        assert!(!store.is_locked("adam", moment(10)).unwrap());
        assert!(store.is_locked("zoe", moment(0).checked_add(5.minutes()).unwrap() - 1.second()).unwrap());
        assert!(!store.is_locked("zoe", moment(301)).unwrap());
        store.save_sign_in_failure("zoe", moment(11)).unwrap();
        store.erase_sign_in_failures("zoe").unwrap();
        assert!(!store.is_locked("zoe", moment(12)).unwrap());
    });
}
