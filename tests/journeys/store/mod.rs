//! What the store promises, kept by both databases: every test here runs on SQLite and on PostgreSQL.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should end")]

mod accounts;
mod answers;
mod campaigns;
mod changes;
mod corrections;
mod evidence;
mod invitations;
mod judgements;
mod lost_connections;
mod migrations;
mod progress;
mod proposals;
mod outbox;
mod publications;
mod papers;
mod questionnaires;
mod responses;
mod themes;
mod ways_in;

use super::support::postgres;
use heard::store::{Location, Store, Submission};
use heard::survey::{Answer, District, DraftToken, Language, Origin, Response};

/// Runs a test on an empty store of each kind.
fn on_both(test: impl Fn(&Store, &Location)) {
    let folder = tempfile::tempdir().unwrap();
    let sqlite = Location::Sqlite(folder.path().join("deep").join("heard.sqlite"));
    for location in [sqlite, Location::Postgres(postgres::fresh_database())] {
        println!("on {location:?}");
        test(&Store::open(&location).unwrap(), &location);
    }
}

/// A child of Redditch with an age and one text answer, answered on the page.
fn response(words: &str) -> Response {
    Response {
        perspective: "child".into(),
        district: District::Area("redditch".into()),
        language: Language::english(),
        submitted_on: "2026-11-20".parse().unwrap(),
        origin: Origin::Web,
        answers: vec![
            ("age-band".into(), Answer::Choice("8-11".into())),
            ("important".into(), Answer::Text(words.into())),
        ],
    }
}

/// A submission whose receipt is that of the draft numbered `number`.
fn submission(number: u64, words: &str) -> Submission {
    Submission {
        consultation: "town".into(),
        digest: "d1".into(),
        response: response(words),
        receipt_hash: Some(token(number).receipt().hash()),
        draft_hash: Some(token(number).hash()),
        import_id: None,
        way_in: None,
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

/// A submission that no database takes: it answers one question twice.
fn impossible(number: u64) -> Submission {
    let mut bad = submission(number, "bad words");
    bad.response.answers.push(("important".into(), Answer::Text("twice".into())));
    bad
}
