//! A questionnaire is typed by two, no more, and becomes one response, whoever settles it and however often.

use std::sync::{Arc, Barrier};

use super::{on_both, response};
use heard::store::{
    Location, QuestionnaireEntry, QuestionnaireKept, QuestionnaireStored, QuestionnaireTotals, SettledQuestionnaire,
    Store, Submission,
};
use heard::survey::{Origin, Response};

fn typed(number: &str, officer: &str, body: &str) -> QuestionnaireEntry {
    let entered_on = "2026-11-20".to_owned();
    QuestionnaireEntry { number: number.into(), officer: officer.into(), body: body.into(), entered_on }
}

fn settled(number: &str, typed: [&str; 2], words: &str) -> SettledQuestionnaire {
    SettledQuestionnaire {
        number: number.into(),
        typed: typed.map(str::to_owned),
        fields: 10,
        differed: 3,
        submission: Submission {
            consultation: "town".into(),
            digest: "d1".into(),
            response: Response { origin: Origin::Questionnaire, ..response(words) },
            receipt_hash: None,
            draft_hash: None,
            import_id: None,
            way_in: None,
        },
    }
}

fn keep(store: &Store, number: &str, officer: &str, body: &str) -> QuestionnaireKept {
    store.save_questionnaire_entry("town", typed(number, officer, body)).unwrap()
}

#[test]
fn two_may_type_a_questionnaire_each_may_change_their_own_and_a_third_may_not() {
    on_both(|store, _| {
        assert_eq!(keep(store, "A1", "ann", "{1}"), QuestionnaireKept::Kept);
        assert_eq!(keep(store, "A1", "ann", "{2}"), QuestionnaireKept::Kept);
        assert_eq!(store.find_questionnaire_entries("town", "A1").unwrap(), [typed("A1", "ann", "{2}")]);
        assert_eq!(keep(store, "A1", "ben", "{3}"), QuestionnaireKept::Kept);
        assert_eq!(keep(store, "A1", "cem", "{4}"), QuestionnaireKept::Taken);
        assert_eq!(keep(store, "B2", "cem", "{5}"), QuestionnaireKept::Kept);
        let all = store.list_questionnaire_entries("town").unwrap();
        assert_eq!(all, [typed("A1", "ann", "{2}"), typed("A1", "ben", "{3}"), typed("B2", "cem", "{5}")]);
        assert!(store.list_questionnaire_entries("village").unwrap().is_empty());
    });
}

#[test]
fn many_who_type_one_questionnaire_at_one_moment_leave_two() {
    on_both(|store, _| {
        let barrier = Arc::new(Barrier::new(6));
        let threads: Vec<_> = (0..6)
            .map(|at| {
                let (store, barrier) = (store.clone(), barrier.clone());
                std::thread::spawn(move || {
                    barrier.wait();
                    keep(&store, "A1", &format!("officer {at}"), "{}")
                })
            })
            .collect();
        let outcomes: Vec<QuestionnaireKept> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
        let kept = outcomes.iter().filter(|one| **one == QuestionnaireKept::Kept).count();
        assert_eq!((kept, store.find_questionnaire_entries("town", "A1").unwrap().len()), (2, 2), "{outcomes:?}");
    });
}

#[test]
fn a_questionnaire_becomes_one_response_and_its_typings_are_erased_with_it() {
    on_both(|store, _| {
        keep(store, "A1", "ann", "{1}");
        keep(store, "A1", "ben", "{2}");
        let questionnaire = || settled("A1", ["{1}", "{2}"], "from questionnaire");
        let barrier = Arc::new(Barrier::new(6));
        let threads: Vec<_> = (0..6)
            .map(|_| {
                let (store, barrier, questionnaire) = (store.clone(), barrier.clone(), questionnaire());
                std::thread::spawn(move || {
                    barrier.wait();
                    store.store_questionnaire(questionnaire).unwrap()
                })
            })
            .collect();
        let outcomes: Vec<QuestionnaireStored> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
        assert_eq!(outcomes.iter().filter(|one| **one == QuestionnaireStored::New).count(), 1, "{outcomes:?}");
        assert_eq!(outcomes.iter().filter(|one| **one == QuestionnaireStored::Already).count(), 5, "{outcomes:?}");
        let responses = store.list_responses("town", 0, 10).unwrap();
        assert_eq!((responses.len(), responses[0].response.origin), (1, Origin::Questionnaire));
        assert!(store.find_questionnaire_entries("town", "A1").unwrap().is_empty());
        assert!(
            store.is_questionnaire_stored("town", "A1").unwrap()
                && !store.is_questionnaire_stored("town", "A2").unwrap()
        );
        assert_eq!(keep(store, "A1", "cem", "{}"), QuestionnaireKept::Stored);
        assert_eq!(
            store.questionnaire_totals("town").unwrap(),
            QuestionnaireTotals { questionnaires: 1, fields: 10, differed: 3 }
        );
        keep(store, "A2", "ann", "{1}");
        keep(store, "A2", "ben", "{1}");
        assert_eq!(
            store.store_questionnaire(settled("A2", ["{1}", "{1}"], "another")).unwrap(),
            QuestionnaireStored::New
        );
        assert_eq!(
            store.questionnaire_totals("town").unwrap(),
            QuestionnaireTotals { questionnaires: 2, fields: 20, differed: 6 }
        );
    });
}

#[test]
fn what_was_settled_before_a_typing_changed_is_not_stored() {
    on_both(|store, _| {
        keep(store, "A1", "ann", "{1}");
        assert_eq!(
            store.store_questionnaire(settled("A1", ["{1}", "{2}"], "words")).unwrap(),
            QuestionnaireStored::Changed
        );
        keep(store, "A1", "ben", "{2}");
        keep(store, "A1", "ann", "{3}");
        assert_eq!(
            store.store_questionnaire(settled("A1", ["{1}", "{2}"], "words")).unwrap(),
            QuestionnaireStored::Changed
        );
        assert!(store.list_responses("town", 0, 10).unwrap().is_empty());
        assert_eq!(store.find_questionnaire_entries("town", "A1").unwrap().len(), 2);
        assert_eq!(
            store.store_questionnaire(settled("A1", ["{3}", "{2}"], "words")).unwrap(),
            QuestionnaireStored::New
        );
    });
}

#[test]
fn typed_words_that_were_not_kept_are_in_no_file_of_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&Location::Sqlite(folder.path().join("heard.sqlite"))).unwrap();
    let is_in_files = |words: &str| {
        let files = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path());
        files
            .map(|file| std::fs::read(file).unwrap())
            .any(|bytes| bytes.windows(words.len()).any(|at| at == words.as_bytes()))
    };
    keep(&store, "A1", "ann", "Marmalade");
    keep(&store, "A1", "ben", "Mermelade");
    assert!(is_in_files("Mermelade"));
    store.store_questionnaire(settled("A1", ["Marmalade", "Mermelade"], "Marmalade")).unwrap();
    // The log is emptied after the answer; another write waits until that is done.
    keep(&store, "A2", "ann", "Something else");
    assert!(!is_in_files("Mermelade"));
    assert!(is_in_files("Marmalade"), "the response is there");
}
