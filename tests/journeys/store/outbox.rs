//! Letters that wait, and who asked to hear, on both databases.

use jiff::{SignedDuration, Timestamp};

use super::super::support::postgres;
use super::on_both;
use heard::letter::{Dispatch, Letter, LetterKind, LetterState, MailAddress};
use heard::store::{Asked, CONFIRM_DAYS, HEAR_DAYS, HearRequest, NewLetter, Store};

const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 26);

fn letter(number: u32) -> NewLetter {
    NewLetter {
        kind: LetterKind::Invitation,
        about: "drive".to_owned(),
        to: MailAddress::parse(&format!("p{number}@example.org")).unwrap(),
        letter: Letter::new("en", &format!("Letter {number}")),
    }
}

fn request(name: &str, code: &str) -> HearRequest {
    HearRequest {
        consultation: "town".to_owned(),
        address: MailAddress::parse(&format!("{name}@example.org")).unwrap(),
        language: "en".to_owned(),
        code: code.to_owned(),
    }
}

fn ask(store: &Store, name: &str, code: &str, day: jiff::civil::Date) -> Asked {
    store.ask_to_hear(request(name, code), |_| Letter::new("en", "?"), Dispatch::Send, day).unwrap()
}

#[test]
fn a_letter_is_taken_by_one_and_comes_back_when_whoever_took_it_is_gone() {
    on_both(|store, location| {
        let now = Timestamp::now();
        for number in 0..40 {
            store.queue_letter(letter(number), Dispatch::Send, TODAY).unwrap();
        }
        let others: Vec<Store> = (0..4).map(|_| Store::open(location).unwrap()).collect();
        let mut taken: Vec<i64> = std::thread::scope(|scope| {
            let takers: Vec<_> = others
                .iter()
                .map(|other| {
                    scope.spawn(move || {
                        let mut mine = Vec::new();
                        loop {
                            let more = other.take_letters(now, 3).unwrap();
                            if more.is_empty() {
                                return mine;
                            }
                            mine.extend(more.into_iter().map(|letter| letter.id));
                        }
                    })
                })
                .collect();
            takers.into_iter().flat_map(|taker| taker.join().unwrap()).collect()
        });
        taken.sort_unstable();
        taken.dedup();
        let again = store.take_letters(now, 100).unwrap();
        assert!(taken.len() == 40 && again.is_empty(), "{} taken, {} again", taken.len(), again.len());
        let later = now + SignedDuration::from_mins(16);
        assert_eq!(store.take_letters(later, 100).unwrap().len(), 40, "nobody settled them");
        store.give_letters_back(taken).unwrap();
        let due = store.take_letters(now, 1).unwrap();
        store.put_letter_off(due[0].id, later, 451).unwrap();
        let due = store.take_letters(later, 100).unwrap();
        assert_eq!(due.iter().map(|letter| letter.tries).max(), Some(1));
        store.settle_letter(due[0].id, LetterState::Sent, None).unwrap();
        let counts: Vec<_> = store.count_letters().unwrap().into_iter().map(|one| (one.state, one.letters)).collect();
        assert_eq!(counts, [(LetterState::Sent, 1), (LetterState::Waiting, 39)]);
    });
}

#[test]
fn letters_that_are_kept_are_never_taken() {
    on_both(|store, _| {
        store.queue_letter(letter(1), Dispatch::Keep, TODAY).unwrap();
        assert!(store.take_letters(Timestamp::MAX, 10).unwrap().is_empty());
        let kept = store.list_kept_letters(10).unwrap();
        assert_eq!((kept.len(), kept[0].letter.subject()), (1, "Letter 1"));
    });
}

#[test]
fn an_address_gets_one_question_a_day_and_a_request_that_is_not_kept_queues_nothing() {
    on_both(|store, _| {
        assert_eq!(ask(store, "jo", "a", TODAY), Asked::Queued);
        assert_eq!(ask(store, "jo", "b", TODAY), Asked::Known);
        assert_eq!(ask(store, "jo", "c", TODAY.tomorrow().unwrap()), Asked::Queued);
        assert!(!store.confirm_hearing("town", "c").unwrap(), "the first code stays the one");
        assert!(!store.confirm_hearing("elsewhere", "a").unwrap() && store.confirm_hearing("town", "a").unwrap());
        assert_eq!(ask(store, "jo", "d", TODAY.tomorrow().unwrap()), Asked::Known);
        let letters = |state: LetterState| {
            store.count_letters().unwrap().iter().filter(|one| one.state == state).map(|one| one.letters).sum::<u64>()
        };
        assert_eq!(letters(LetterState::Waiting), 2);
        // The same code for another person breaks the table's rule: neither the request nor its letter is there.
        assert_eq!(ask(store, "sam", "a", TODAY), Asked::Known);
        assert_eq!(letters(LetterState::Waiting), 2);
    });
}

#[test]
fn whoever_is_told_is_forgotten_in_the_same_commit_and_so_is_whoever_waits_too_long() {
    on_both(|store, _| {
        for (name, code) in [("jo", "a"), ("sam", "b"), ("alex", "c")] {
            ask(store, name, code, TODAY);
        }
        store.confirm_hearing("town", "a").unwrap();
        store.confirm_hearing("town", "b").unwrap();
        let tell = || store.tell_who_asked("town", |_| Letter::new("en", "Told"), Dispatch::Send, TODAY).unwrap();
        assert_eq!((tell(), tell()), (2, 0));
        assert!(!store.stop_hearing("town", "a").unwrap(), "they are forgotten");
        let after = |days: i64| TODAY.saturating_add(jiff::Span::new().days(days));
        assert_eq!(store.erase_old_drafts(after(CONFIRM_DAYS)).unwrap(), 0);
        assert_eq!(store.erase_old_drafts(after(CONFIRM_DAYS + 1)).unwrap(), 1, "who never confirmed");
        ask(store, "kim", "d", TODAY);
        store.confirm_hearing("town", "d").unwrap();
        assert_eq!(store.erase_old_drafts(after(HEAR_DAYS)).unwrap(), 0);
        assert_eq!(store.erase_old_drafts(after(HEAR_DAYS + 1)).unwrap(), 1, "who waited too long");
    });
}

#[test]
fn nothing_in_the_database_says_in_which_order_people_asked() {
    on_both(|store, location| {
        for number in 0..30 {
            ask(store, &format!("p{number}"), &format!("{number}"), TODAY);
            store.submit_blocking(super::submission(number, "hello")).unwrap();
        }
        store.erase_old_drafts(TODAY).unwrap();
        if let heard::store::Location::Postgres(url) = location {
            let commits = postgres::run_sql(url, "SELECT COUNT(DISTINCT xmin::text) FROM hear_requests");
            let order = "SELECT (array_agg(id ORDER BY ctid) = array_agg(id ORDER BY id))::text FROM hear_requests";
            assert_eq!((commits.as_str(), postgres::run_sql(url, order).as_str()), ("1", "true"));
        }
        let columns = ["submitted_on", "receipt_hash", "response_id", "draft_hash"];
        let tables = include_str!("../../../migrations/sqlite/2026-11-26-000012_mail/up.sql");
        assert!(columns.iter().all(|column| !tables.contains(column)), "no column names a response");
        assert!(store.confirm_hearing("town", "7").unwrap(), "nobody was lost");
    });
}
