//! An answer is found soon after it is given, by its words and never by what is hidden, until it is erased;
//! whatever happens to the index, it comes back the same. On both databases.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should end")]

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use heard::commands::reindex;
use heard::config::Config;
use heard::search::{Found, Index, Query, swap};
use heard::store::{Location, Store, Submission};
use heard::survey::{Answer, District, DraftToken, Language, Origin, Response};
use heard::text::Vectors;
use heard::themes::CodeFrame;
use heard::worker::{Frames, Worker, catch_up};

use super::support::postgres;

/// Runs a test on an empty store of each kind, with a folder of its own for the index.
fn on_both(test: impl Fn(&Store, &Path, &Location)) {
    let folder = tempfile::tempdir().unwrap();
    let sqlite = Location::Sqlite(folder.path().join("heard.sqlite"));
    for location in [sqlite, Location::Postgres(postgres::fresh_database())] {
        println!("on {location:?}");
        let data = tempfile::tempdir().unwrap();
        test(&Store::open(&location).unwrap(), data.path(), &location);
    }
}

fn token(number: u64) -> DraftToken {
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(&number.to_le_bytes());
    DraftToken::from_random(bytes)
}

fn receipt_hash(number: u64) -> String {
    token(number).receipt().hash()
}

fn submit(store: &Store, number: u64, words: &str) {
    let response = Response {
        perspective: "child".into(),
        district: District::Area("redditch".into()),
        language: Language::english(),
        submitted_on: "2026-11-20".parse().unwrap(),
        origin: Origin::Web,
        answers: vec![
            ("age-band".into(), Answer::Choice("8-11".into())),
            ("important".into(), Answer::Text(words.into())),
            ("issues".into(), Answer::Text(format!("Second answer of person {number}"))),
        ],
    };
    let submission = Submission {
        consultation: "town".into(),
        digest: "d1".into(),
        response,
        receipt_hash: Some(receipt_hash(number)),
        draft_hash: None,
        import_id: None,
        way_in: None,
    };
    store.submit_blocking(submission).unwrap();
}

fn search(index: &Index, words: &str) -> Found {
    let query = Query { consultation: "town".into(), words: words.into(), limit: 100, ..Query::default() };
    index.search(&query).unwrap()
}

/// How many answers are found, once it is as many as expected, or after long enough.
fn soon(index: &Index, words: &str, expected: usize) -> usize {
    let until = Instant::now() + Duration::from_secs(20);
    loop {
        let total = search(index, words).total;
        if total == expected || Instant::now() > until {
            return total;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// Follows until this many changes were followed. On PostgreSQL a change can be followed only when every older
/// transaction of the server has ended, and other tests have theirs.
fn follow_changes(store: &Store, index: &Index, frames: &Frames, expected: usize) {
    let until = Instant::now() + Duration::from_secs(20);
    let mut followed = 0;
    loop {
        followed += catch_up(store, index, frames, &mut |_| ControlFlow::Continue(())).unwrap().changes;
        if followed >= expected || Instant::now() > until {
            assert_eq!(followed, expected, "only what is new is followed");
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}

fn follow(store: &Store, index: &Index, expected: usize) {
    follow_changes(store, index, &Frames::none(), expected);
}

#[test]
fn an_answer_is_found_by_its_words_until_it_is_erased() {
    on_both(|store, data, _| {
        let index = Arc::new(Index::open(&data.join("index")).unwrap());
        let worker = Worker::start(store.clone(), index.clone(), Arc::new(Frames::none())).unwrap();
        submit(store, 1, "The buses never come");
        submit(store, 2, "Swimming with my friends");
        worker.wake().wake();
        assert_eq!(soon(&index, "bus", 1), 1);
        assert_eq!(soon(&index, "", 4), 4);
        let answer = &store.get_answers(&search(&index, "bus").answers).unwrap()[0];
        assert_eq!(answer.text(), "The buses never come");

        assert!(store.erase(&receipt_hash(1)).unwrap());
        // Nobody wakes it: it looks by itself.
        assert_eq!(soon(&index, "", 2), 2);
        assert_eq!(search(&index, "bus").total, 0);
        drop(worker);
    });
}

#[test]
fn what_is_hidden_from_readers_cannot_be_searched_for() {
    on_both(|store, data, _| {
        let index = Index::open(&data.join("index")).unwrap();
        submit(store, 1, "My name is Zebedee Quark, write to zq@example.org about the park");
        follow(store, &index, 1);
        let found = search(&index, "park");
        assert_eq!(found.total, 1);
        let shown = store.get_answers(&found.answers).unwrap();
        assert!(shown[0].is_screened() && !shown[0].text().contains("Zebedee"), "{}", shown[0].text());
        for hidden in ["zebedee", "\"zebedee quark\"", "zq*", "example"] {
            assert_eq!(search(&index, hidden).total, 0, "{hidden}");
        }
    });
}

#[test]
fn answers_in_other_languages_are_stemmed_their_own_way() {
    on_both(|store, data, _| {
        let index = Index::open(&data.join("index")).unwrap();
        submit(store, 1, "Die Kinder spielen jeden Tag in den Gärten hinter unseren Häusern");
        follow(store, &index, 1);
        let found = search(&index, "Garten");
        assert_eq!(found.total, 1);
        assert_eq!(store.get_answers(&found.answers).unwrap()[0].language(), "de");
    });
}

#[test]
fn the_next_start_goes_on_where_the_last_one_ended() {
    on_both(|store, data, _| {
        let path = data.join("index");
        submit(store, 1, "bus");
        let index = Index::open(&path).unwrap();
        follow(store, &index, 1);
        drop(index);
        submit(store, 2, "bus");
        store.erase(&receipt_hash(1)).unwrap();
        let index = Index::open(&path).unwrap();
        follow(store, &index, 2);
        follow(store, &index, 0);
        assert_eq!((search(&index, "bus").total, search(&index, "").total), (1, 2));
    });
}

/// What happens to an index between two starts.
type Mishap = fn(&Path);

#[test]
fn a_lost_torn_or_foreign_index_is_built_again_with_the_same_hits() {
    let empty_index = |path: &Path| drop(Index::open(path).unwrap());
    let mishaps: [(&str, Mishap); 4] = [
        ("deleted", |path| fs::remove_dir_all(path).unwrap()),
        ("torn", |path| {
            for entry in fs::read_dir(path).unwrap() {
                fs::write(entry.unwrap().path(), "").unwrap();
            }
        }),
        ("of an unknown position", |path| {
            Index::open(path).unwrap().write(&[], &[], "not a position").unwrap();
        }),
        ("of another, longer log", |path| {
            let index = Index::open(path).unwrap();
            index.rebuild().unwrap().finish("9223372036854775000.9").unwrap();
        }),
    ];
    on_both(|store, data, _| {
        for number in 1..=5 {
            submit(store, number, &format!("bus number {number}"));
        }
        store.erase(&receipt_hash(3)).unwrap();
        let path = data.join("index");
        empty_index(&path);
        for (what, mishap) in mishaps {
            mishap(&path);
            let index = Arc::new(Index::open(&path).unwrap());
            let worker = Worker::start(store.clone(), index.clone(), Arc::new(Frames::none())).unwrap();
            assert_eq!((soon(&index, "bus", 4), soon(&index, "", 8)), (4, 8), "{what}");
            drop(worker);
        }
        assert_eq!(fs::read_dir(data).unwrap().count(), 1, "nothing set aside is left");
    });
}

#[test]
fn reindexing_builds_beside_and_swaps_unless_heard_is_serving() {
    on_both(|store, data, location| {
        let (sqlite, database) = match location {
            Location::Sqlite(path) => (Some(path.clone()), None),
            Location::Postgres(url) => (None, Some(url.clone())),
        };
        // The command finds SQLite in its data folder.
        let data = sqlite.as_ref().and_then(|path| path.parent()).unwrap_or(data).to_owned();
        let flags = heard::config::Flags { data: Some(data.clone()), database };
        let config = Config::load(&flags).unwrap();
        submit(store, 1, "bus");
        let serving = Index::open(&config.index()).unwrap();
        let refused = reindex::run(&reindex::Args {}, &config, &Frames::none()).unwrap_err();
        assert!(format!("{refused:#}").contains("stop the other one"), "{refused:#}");
        drop(serving);
        let until = Instant::now() + Duration::from_secs(20);
        while reindex::run(&reindex::Args {}, &config, &Frames::none()).unwrap().answers < 2 {
            assert!(Instant::now() < until, "the other tests' transactions have ended by now");
        }
        let index = Index::open(&config.index()).unwrap();
        follow(store, &index, 0);
        assert_eq!((search(&index, "bus").total, index.answers()), (1, 2));
        assert!(!data.join("index.new").exists() && !data.join("index.old").exists());
    });
}

#[test]
fn swapping_in_an_index_that_is_not_there_keeps_the_one_in_use() {
    let data = tempfile::tempdir().unwrap();
    let live = data.path().join("index");
    Index::open(&live).unwrap().rebuild().unwrap().finish("1.1").unwrap();
    assert!(swap(&data.path().join("index.new"), &live).is_err());
    assert_eq!(Index::open(&live).unwrap().position().as_deref(), Some("1.1"));
}

fn frames(text: &str) -> Frames {
    let table = include_bytes!("../../analysis/vectors/static256.i8").as_slice();
    let vectors = Vectors::from_bytes(table, include_str!("../../analysis/vectors/vocab.txt")).unwrap();
    let mut frames = Frames::new(Box::leak(Box::new(vectors)));
    frames.add("town", "topics", &CodeFrame::read("topics.toml", text).unwrap().0);
    frames
}

const TOPICS: &str = "
[[theme]]
key = \"buses\"
name = \"Buses\"
strong = [\"bus\", \"bus fare\"]
[[theme]]
key = \"swimming\"
name = \"Swimming\"
strong = [\"swimming\", \"pool\"]
";

/// The themes of the frame with how many answers have them.
fn coded(store: &Store) -> Vec<(String, u64)> {
    let frames = store.list_code_frames("town").unwrap();
    assert_eq!(frames.len(), 1);
    store.list_themes(frames[0].id).unwrap().into_iter().map(|theme| (theme.key, theme.answers)).collect()
}

fn counts(of: &[(&str, u64)]) -> Vec<(String, u64)> {
    of.iter().map(|(key, count)| (String::from(*key), *count)).collect()
}

#[test]
fn answers_are_coded_as_they_come_and_again_when_the_frame_changes_but_officers_have_the_last_word() {
    on_both(|store, data, _| {
        let index = Index::open(&data.join("index")).unwrap();
        let follow = |frames: &Frames, expected| follow_changes(store, &index, frames, expected);
        submit(store, 1, "The bus fare is too much");
        follow(&Frames::none(), 1);
        assert_eq!(store.list_code_frames("town").unwrap(), [], "no frame, no codings");

        let first = frames(TOPICS);
        submit(store, 2, "A swimming pool, and a bus to it");
        follow(&first, 1);
        assert_eq!(coded(store), counts(&[("buses", 2), ("swimming", 1)]), "also those that came before the frame");
        follow(&first, 0);
        assert_eq!(coded(store), counts(&[("buses", 2), ("swimming", 1)]), "coding again adds nothing");

        let frame = &store.list_code_frames("town").unwrap()[0];
        let buses = &store.list_themes(frame.id).unwrap()[0];
        let pool = search(&index, "pool").answers[0];
        store.save_officer_coding(pool, buses.id, false).unwrap();
        follow(&first, 1);
        follow(&frames(&TOPICS.replace("\"swimming\", \"pool\"", "\"fare\"")), 0);
        assert_eq!(coded(store), counts(&[("buses", 1), ("swimming", 1)]), "the changed frame, the officer's word");
        assert_eq!(search(&index, "").total, 4, "a coding brings no answer twice");
    });
}
