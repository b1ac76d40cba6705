//! A response is stored once and whole, found by its receipt, and gone when it is erased.

use super::{impossible, on_both, receipt_hash, response, submission, token};
use heard::store::{Imported, Location, Store, Submission, Submitted};
use heard::survey::{Answer, Origin};
use std::sync::{Arc, Barrier};

#[test]
fn a_response_comes_back_as_it_was_given_and_its_draft_is_gone() {
    on_both(|store, _| {
        store.save_draft_blocking(&token(1).hash(), "town", "{\"first\":1}".into()).unwrap();
        store.save_draft_blocking(&token(1).hash(), "town", "{\"second\":2}".into()).unwrap();
        let draft = store.find_draft(&token(1).hash()).unwrap();
        assert_eq!(draft, Some(("town".into(), "{\"second\":2}".into())));

        let words = "  Ünï \u{1f980} ' \" ; -- \n\t=1+1\u{fffd}\u{202e} ";
        assert_eq!(store.submit_blocking(submission(1, words)).unwrap(), Submitted::New);
        let found = store.find_response(&receipt_hash(1)).unwrap().unwrap();
        assert_eq!(found.response, response(words));
        assert_eq!((found.digest.as_str(), found.answer_ids.len()), ("d1", 2));
        assert_eq!(store.find_draft(&token(1).hash()).unwrap(), None);
        assert!(!store.has_response(&receipt_hash(2)).unwrap());
    });
}

#[test]
fn a_draft_is_erased_when_nobody_came_back_for_more_than_thirty_days() {
    on_both(|store, _| {
        let saved = jiff::ZonedDateTime::now().date();
        let after = |days: i64| saved.checked_add(jiff::ToSpan::days(days)).unwrap();
        store.save_draft_blocking(&token(1).hash(), "town", "{}".into()).unwrap();
        assert_eq!(store.erase_old_drafts(after(30)).unwrap(), 0);
        assert!(store.find_draft(&token(1).hash()).unwrap().is_some());
        // The test may itself run past midnight.
        assert_eq!(store.erase_old_drafts(after(32)).unwrap(), 1);
        assert_eq!(store.find_draft(&token(1).hash()).unwrap(), None);
    });
}

#[test]
fn a_retry_stores_once_and_keeps_the_first_words() {
    on_both(|store, _| {
        assert_eq!(store.submit_blocking(submission(1, "first")).unwrap(), Submitted::New);
        assert_eq!(store.submit_blocking(submission(1, "second")).unwrap(), Submitted::Already);
        let found = store.find_response(&receipt_hash(1)).unwrap().unwrap();
        assert_eq!(found.response.answers[1].1, Answer::Text("first".into()));
        assert_eq!(store.list_responses("town", 0, 10).unwrap().len(), 1);
    });
}

/// Everybody submits at the same moment, each twice, so that pairs fall into the same group.
#[test]
fn double_clicks_at_one_moment_store_each_response_once_with_all_its_answers() {
    on_both(|store, _| {
        let (people, barrier) = (40, Arc::new(Barrier::new(80)));
        let threads: Vec<_> = (0..people * 2)
            .map(|n| {
                let (store, barrier) = (store.clone(), barrier.clone());
                std::thread::spawn(move || {
                    barrier.wait();
                    store.submit_blocking(submission(n / 2, &format!("words of {}", n / 2))).unwrap()
                })
            })
            .collect();
        let outcomes: Vec<_> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
        assert_eq!(outcomes.iter().filter(|outcome| **outcome == Submitted::New).count(), 40);
        let stored = store.list_responses("town", 0, 1000).unwrap();
        assert_eq!(stored.len(), 40);
        for person in 0..people {
            let found = store.find_response(&receipt_hash(person)).unwrap().unwrap();
            assert_eq!(found.response, response(&format!("words of {person}")));
        }
    });
}

#[test]
fn one_bad_job_harms_nobody_in_its_group() {
    on_both(|store, _| {
        let barrier = Arc::new(Barrier::new(20));
        let threads: Vec<_> = (0..20)
            .map(|n| {
                let (store, barrier) = (store.clone(), barrier.clone());
                let one = if n == 7 { impossible(n) } else { submission(n, "good words") };
                std::thread::spawn(move || {
                    barrier.wait();
                    store.submit_blocking(one)
                })
            })
            .collect();
        let outcomes: Vec<_> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
        for (n, outcome) in outcomes.iter().enumerate().filter(|(n, _)| *n != 7) {
            assert!(matches!(outcome, Ok(Submitted::New)), "{n}: {outcome:?}");
        }
        let message = outcomes[7].as_ref().unwrap_err().to_string();
        assert!(!message.contains("words"), "an error says nothing of an answer: {message}");
        assert!(!store.has_response(&receipt_hash(7)).unwrap());
    });
}

fn imported(id: &str, words: &str) -> Submission {
    let response = heard::survey::Response { origin: Origin::Import, ..response(words) };
    let import_id = Some(id.to_owned());
    Submission { response, receipt_hash: None, draft_hash: None, import_id, ..submission(0, "") }
}

#[test]
fn importing_twice_adds_nothing_and_a_failure_stores_nothing() {
    on_both(|store, _| {
        let many = || (0..1234).map(|n| imported(&n.to_string(), "words")).collect::<Vec<_>>();
        assert_eq!(store.submit_many(many()).unwrap(), Imported { added: 1234, already: 0 });
        assert_eq!(store.submit_many(many()).unwrap(), Imported { added: 0, already: 1234 });
        let more = (0..700).map(|n| imported(&format!("more {n}"), "words")).chain([impossible(1)]).collect();
        assert!(store.submit_many(more).is_err());
        assert_eq!(store.list_responses("town", 0, 9999).unwrap().len(), 1234);
    });
}

#[test]
fn what_is_listed_in_parts_is_whole() {
    on_both(|store, _| {
        store.submit_many((0..57).map(|n| imported(&n.to_string(), "words")).collect()).unwrap();
        let (mut after, mut seen) = (0, std::collections::BTreeSet::new());
        loop {
            let part = store.list_responses("town", after, 10).unwrap();
            let Some(last) = part.last() else { break };
            after = last.id;
            seen.extend(part.into_iter().filter_map(|stored| stored.import_id));
        }
        assert_eq!(seen.len(), 57);
    });
}

#[test]
fn an_erased_response_leaves_no_words_behind() {
    on_both(|store, _| {
        store.submit_blocking(submission(1, "to be forgotten")).unwrap();
        store.submit_blocking(submission(2, "to be kept")).unwrap();
        assert!(store.erase(&receipt_hash(1)).unwrap());
        assert!(!store.erase(&receipt_hash(1)).unwrap(), "there is nothing left to erase");
        assert_eq!(store.find_response(&receipt_hash(1)).unwrap(), None);
        let left = store.list_responses("town", 0, 10).unwrap();
        assert_eq!(left.len(), 1);
        assert_eq!(left[0].response, response("to be kept"));
    });
}

/// The words are looked for in the files themselves, where a deleted row can linger.
#[test]
fn erased_words_are_not_in_any_file_of_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&Location::Sqlite(folder.path().join("heard.sqlite"))).unwrap();
    let is_in_files = |words: &str| {
        let files = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path());
        files
            .map(|file| std::fs::read(file).unwrap())
            .any(|bytes| bytes.windows(words.len()).any(|at| at == words.as_bytes()))
    };
    store.save_draft_blocking(&token(1).hash(), "town", "{\"a\":\"Marmalade\"}".into()).unwrap();
    store.submit_blocking(submission(1, "Marmalade")).unwrap();
    assert!(is_in_files("Marmalade"));
    assert!(store.erase(&receipt_hash(1)).unwrap());
    // The log is emptied after the erasure is acknowledged; another write waits until that is done.
    store.submit_blocking(submission(2, "Something else")).unwrap();
    assert!(!is_in_files("Marmalade"));
    assert!(is_in_files("Something else"));
}

#[test]
fn what_heard_exported_is_known_again() {
    on_both(|store, _| {
        store.submit_blocking(submission(1, "words")).unwrap();
        let id = store.list_responses("town", 0, 9).unwrap()[0].export_id();
        assert_eq!(store.submit_many(vec![imported(&id, "words")]).unwrap(), Imported { added: 0, already: 1 });
        store.submit_many(vec![imported("theirs", "words")]).unwrap();
        let ids: Vec<String> = store.list_responses("town", 0, 9).unwrap().iter().map(|it| it.export_id()).collect();
        assert!(ids.contains(&id) && ids.contains(&"theirs".to_owned()), "{ids:?}");
    });
}

#[test]
fn what_was_stored_is_there_when_the_store_is_opened_again() {
    on_both(|store, location| {
        store.submit_blocking(submission(1, "kept")).unwrap();
        let again = Store::open(location).unwrap();
        assert!(again.has_response(&receipt_hash(1)).unwrap());
    });
}

#[cfg(unix)]
#[test]
fn the_database_file_can_be_read_by_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("heard.sqlite");
    let store = Store::open(&Location::Sqlite(file)).unwrap();
    store.submit_blocking(submission(1, "private")).unwrap();
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{:?}", entry.file_name());
    }
}
