//! A correction takes the place of a response under its receipt, once, and leaves none of the old words behind.

use std::sync::{Arc, Barrier};

use super::{on_both, receipt_hash, response, submission, token};
use crate::support::waiting::wait_for;
use heard::store::{ChangeKind, Corrected, Location, Position, Store, Submission, Submitted};
use heard::survey::Answer;

/// What takes the place of the response numbered `number`, from the draft numbered `draft`.
fn correction(number: u64, draft: u64, words: &str) -> Submission {
    Submission { draft_hash: Some(token(draft).hash()), ..submission(number, words) }
}

fn draft(number: u64, words: &str) -> String {
    format!("{{\"answers\":{{\"important\":\"{words}\"}},\"corrects\":\"{}\"}}", receipt_hash(number))
}

fn save(store: &Store, number: u64, as_draft: u64, words: &str) {
    store.save_draft_blocking(&token(as_draft).hash(), "town", draft(number, words)).unwrap();
}

fn words_of(store: &Store, number: u64) -> Option<Answer> {
    let found = store.find_response(&receipt_hash(number)).unwrap();
    found.map(|found| found.response.answers[1].1.clone())
}

#[test]
fn a_correction_and_another_after_it_are_found_by_the_same_receipt() {
    on_both(|store, _| {
        assert_eq!(store.submit_blocking(submission(1, "first")).unwrap(), Submitted::New);
        assert_eq!(store.submit_blocking(submission(2, "of another")).unwrap(), Submitted::New);
        let old = store.find_response(&receipt_hash(1)).unwrap().unwrap();
        for (draft, words) in [(10, "second"), (11, "third")] {
            save(store, 1, draft, words);
            assert_eq!(store.correct_blocking(correction(1, draft, words)).unwrap(), Corrected::Replaced);
            assert_eq!(words_of(store, 1), Some(Answer::Text(words.into())));
            assert_eq!(store.find_draft(&token(draft).hash()).unwrap(), None);
        }
        assert_eq!(store.list_responses("town", 0, 10).unwrap().len(), 2);
        assert_eq!(store.find_response(&receipt_hash(2)).unwrap().unwrap().response, response("of another"));
        let new = store.find_response(&receipt_hash(1)).unwrap().unwrap();
        assert!(new.id != old.id && new.answer_ids.iter().all(|id| !old.answer_ids.contains(id)));
        // Whoever follows the changes of a PostgreSQL sees them once nobody, in any of its databases, is still writing
        // what began earlier.
        let of_old = || -> Vec<ChangeKind> {
            let changes = store.changes_after(&Position::START, 100).unwrap();
            changes.iter().filter(|change| change.response_id == old.id).map(|change| change.kind).collect()
        };
        let both = [ChangeKind::Submitted, ChangeKind::Erased];
        assert!(wait_for(30, || (of_old() == both).then_some(())).is_some(), "{:?}", of_old());
    });
}

#[test]
fn sending_again_replaces_nothing_more() {
    on_both(|store, _| {
        store.submit_blocking(submission(1, "first")).unwrap();
        save(store, 1, 10, "second");
        assert_eq!(store.correct_blocking(correction(1, 10, "second")).unwrap(), Corrected::Replaced);
        let once = store.find_response(&receipt_hash(1)).unwrap().unwrap();
        assert_eq!(store.correct_blocking(correction(1, 10, "late")).unwrap(), Corrected::Already);
        assert_eq!(store.find_response(&receipt_hash(1)).unwrap().unwrap(), once);
    });
}

#[test]
fn sending_many_times_at_one_moment_replaces_once() {
    on_both(|store, _| {
        for number in 0..8 {
            store.submit_blocking(submission(number, "first")).unwrap();
            save(store, number, 100 + number, "second");
        }
        let barrier = Arc::new(Barrier::new(32));
        let threads: Vec<_> = (0..32)
            .map(|at: u64| {
                let (store, barrier) = (store.clone(), barrier.clone());
                std::thread::spawn(move || {
                    barrier.wait();
                    store.correct_blocking(correction(at % 8, 100 + at % 8, "second")).unwrap()
                })
            })
            .collect();
        let outcomes: Vec<Corrected> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
        assert_eq!(outcomes.iter().filter(|one| **one == Corrected::Replaced).count(), 8, "{outcomes:?}");
        assert_eq!(outcomes.iter().filter(|one| **one == Corrected::Already).count(), 24);
        assert_eq!(store.list_responses("town", 0, 100).unwrap().len(), 8);
        for number in 0..8 {
            assert_eq!(words_of(store, number), Some(Answer::Text("second".into())));
        }
    });
}

#[test]
fn what_was_erased_stays_erased_and_takes_the_drafts_that_would_replace_it_along() {
    on_both(|store, _| {
        store.submit_blocking(submission(1, "first")).unwrap();
        save(store, 1, 10, "second");
        save(store, 2, 11, "of another");
        assert!(store.erase(&receipt_hash(1)).unwrap());
        assert_eq!(store.find_draft(&token(10).hash()).unwrap(), None);
        assert!(store.find_draft(&token(11).hash()).unwrap().is_some());
        // Even where the draft was saved once more after that.
        save(store, 1, 10, "second");
        assert_eq!(store.correct_blocking(correction(1, 10, "second")).unwrap(), Corrected::Gone);
        assert_eq!((words_of(store, 1), store.find_draft(&token(10).hash()).unwrap()), (None, None));
        assert!(store.list_responses("town", 0, 10).unwrap().is_empty());
    });
}

#[test]
fn a_correction_that_no_database_takes_leaves_everything_as_it_was() {
    on_both(|store, _| {
        store.submit_blocking(submission(1, "first")).unwrap();
        save(store, 1, 10, "second");
        let mut bad = correction(1, 10, "second");
        bad.response.answers.push(("important".into(), Answer::Text("twice".into())));
        assert!(store.correct_blocking(bad).is_err());
        assert_eq!(words_of(store, 1), Some(Answer::Text("first".into())));
        assert!(store.find_draft(&token(10).hash()).unwrap().is_some());
        assert_eq!(store.correct_blocking(correction(1, 10, "second")).unwrap(), Corrected::Replaced);
    });
}

/// The words are looked for in the files themselves, where a deleted row can linger.
#[test]
fn corrected_words_are_not_in_any_file_of_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&Location::Sqlite(folder.path().join("heard.sqlite"))).unwrap();
    let is_in_files = |words: &str| {
        let files = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path());
        files
            .map(|file| std::fs::read(file).unwrap())
            .any(|bytes| bytes.windows(words.len()).any(|at| at == words.as_bytes()))
    };
    store.submit_blocking(submission(1, "Marmalade")).unwrap();
    save(&store, 1, 10, "Marmalade");
    save(&store, 1, 10, "Honeycomb");
    assert!(is_in_files("Marmalade"));
    assert_eq!(store.correct_blocking(correction(1, 10, "Honeycomb")).unwrap(), Corrected::Replaced);
    // The log is emptied after the correction is acknowledged; another write waits until that is done.
    store.submit_blocking(submission(2, "Something else")).unwrap();
    assert!(!is_in_files("Marmalade"));
    assert!(is_in_files("Honeycomb"));
}
