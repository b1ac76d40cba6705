//! Votes: one for a voucher however many try at once, and nothing in the tables that ties a paper to anybody.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

use diesel::prelude::*;
use heard::ballot::{BrowserMark, Voucher};
use heard::library::Library;
use heard::store::{
    BallotResult, Location, OpenAgain, PollingPlace, RightToVote, Store, StoredTally, TallyKept, TallyOpened,
    TallyTyping, TurnoutKind, Vote, VoteCast, VoucherState,
};

use jiff::civil::date;

use super::on_both;

const BALLOT: &str = "make-your-mark";

fn voucher(number: u64) -> Voucher {
    let mut bytes = [0; 10];
    bytes[..8].copy_from_slice(&number.wrapping_mul(0x9E37_79B9_7F4A_7C15).to_le_bytes());
    Voucher::from_random(bytes)
}

fn place(store: &Store, name: &str) -> i64 {
    let place = PollingPlace {
        id: 0,
        name: name.into(),
        district: "redditch".into(),
        entitled: Some(1_500),
        target: None,
        tally_hashes: [format!("{name} 1"), format!("{name} 2")],
    };
    store.save_polling_place(BALLOT, &place).unwrap().unwrap()
}

fn vote(number: u64, paper: &str) -> Vote {
    Vote {
        ballot: BALLOT.into(),
        paper: paper.into(),
        right: RightToVote::Voucher(voucher(number).hash(BALLOT)),
        district: None,
        age: Some(14),
        on: date(2026, 11, 20),
    }
}

fn counted(store: &Store, kind: TurnoutKind) -> u64 {
    store.list_turnout(BALLOT).unwrap().iter().filter(|count| count.kind == kind).map(|count| count.papers).sum()
}

fn papers(store: &Store) -> Vec<(String, u64)> {
    let library = Library::load(None).map_err(|findings| format!("{findings:?}")).unwrap();
    let ballot = library.find_ballot(BALLOT).unwrap();
    assert_eq!(store.find_papers(ballot, ballot.closes.saturating_sub(jiff::Span::new().seconds(1))).unwrap(), None);
    store.find_papers(ballot, ballot.closes).unwrap().unwrap()
}

#[test]
fn of_a_thousand_double_votes_at_once_each_voucher_counts_once() {
    on_both(|store, _| {
        let school = place(store, "School");
        let vouchers = 125;
        let hashes = (0..vouchers).map(|number| voucher(number).hash(BALLOT)).collect();
        store.save_vouchers(BALLOT, school, hashes, "2026-11-20".into()).unwrap();
        let (taken, refused) = (AtomicUsize::new(0), AtomicUsize::new(0));
        // Each voucher is tried by eight threads at the same moment, and no two of them mark the same.
        let barrier = std::sync::Barrier::new(8);
        std::thread::scope(|scope| {
            for thread in 0..8u64 {
                let (taken, refused, barrier) = (&taken, &refused, &barrier);
                scope.spawn(move || {
                    for number in 0..vouchers {
                        barrier.wait();
                        let marks = ["bullying", "mental-health", "buses", "exams"][(thread % 4) as usize];
                        match store.cast_blocking(vote(number, marks)).unwrap() {
                            VoteCast::Counted => taken.fetch_add(1, Ordering::SeqCst),
                            VoteCast::Already => refused.fetch_add(1, Ordering::SeqCst),
                            other => panic!("{other:?}"),
                        };
                    }
                });
            }
        });
        assert_eq!((taken.into_inner(), refused.into_inner()), (125, 875));
        assert_eq!(papers(store).iter().map(|(_, number)| number).sum::<u64>(), 125);
        for kind in [TurnoutKind::All, TurnoutKind::Place, TurnoutKind::District, TurnoutKind::Age] {
            assert_eq!(counted(store, kind), 125, "{kind:?}");
        }
        let batches = store.list_voucher_batches(BALLOT).unwrap();
        assert_eq!((batches.len(), batches[0].made, batches[0].used), (1, 125, 125));
    });
}

#[test]
fn two_servers_on_one_database_count_a_voucher_once() {
    let location = Location::Postgres(crate::support::postgres::fresh_database());
    let stores = [Store::open(&location).unwrap(), Store::open(&location).unwrap()];
    let school = place(&stores[0], "School");
    let hashes = (0..200).map(|number| voucher(number).hash(BALLOT)).collect();
    stores[0].save_vouchers(BALLOT, school, hashes, "2026-11-20".into()).unwrap();
    let taken = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for store in &stores {
            let taken = &taken;
            scope.spawn(move || {
                for number in 0..200 {
                    let cast = store.cast_blocking(vote(number, "buses")).unwrap();
                    taken.fetch_add(usize::from(cast == VoteCast::Counted), Ordering::SeqCst);
                }
            });
        }
    });
    assert_eq!((taken.into_inner(), papers(&stores[1])), (200, vec![("buses".to_owned(), 200)]));
}

#[test]
fn a_voucher_that_is_unknown_stopped_or_of_another_ballot_casts_nothing_and_a_browser_votes_once() {
    on_both(|store, _| {
        let school = place(store, "School");
        let batch = store.save_vouchers(BALLOT, school, vec![voucher(1).hash(BALLOT)], "2026-11-20".into()).unwrap();
        assert_eq!(store.cast_blocking(vote(2, "buses")).unwrap(), VoteCast::Unknown);
        let elsewhere = Vote { ballot: "another".into(), ..vote(1, "buses") };
        assert_eq!(store.cast_blocking(elsewhere).unwrap(), VoteCast::Unknown);
        assert_eq!(store.find_voucher(BALLOT, &voucher(1).hash(BALLOT)).unwrap(), Some(VoucherState::Unused));
        assert!(store.stop_vouchers("another", batch).is_err());
        store.stop_vouchers(BALLOT, batch).unwrap();
        assert_eq!(store.cast_blocking(vote(1, "buses")).unwrap(), VoteCast::Stopped);
        assert_eq!((papers(store).len(), counted(store, TurnoutKind::All)), (0, 0));
        let mark = BrowserMark::of(&[7; 16], BALLOT);
        let open = Vote { right: RightToVote::Browser(mark), district: Some("wyre-forest".into()), ..vote(0, "exams") };
        assert_eq!(store.cast_blocking(open.clone()).unwrap(), VoteCast::Counted);
        assert_eq!(store.cast_blocking(open.clone()).unwrap(), VoteCast::Already);
        store.erase_browser_marks(BALLOT).unwrap();
        assert_eq!(papers(store), [("exams".to_owned(), 1)]);
    });
}

/// Everything that each database can be asked about every row of the tables of votes, as text.
fn rows(location: &Location, table: &str) -> Vec<String> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = diesel::sql_types::Text)]
        text: String,
    }
    let rows: Vec<Row> = match location {
        Location::Postgres(url) => {
            let mut conn = PgConnection::establish(url).unwrap();
            diesel::sql_query(format!("SELECT t.xmin::text || ' ' || row_to_json(t)::text AS text FROM {table} t"))
                .load(&mut conn)
                .unwrap()
        }
        Location::Sqlite(file) => {
            let mut conn = SqliteConnection::establish(file.to_str().unwrap()).unwrap();
            let columns = match table {
                "papers" => "ballot || ' ' || marks || ' ' || number",
                "turnout" => "ballot || ' ' || kind || ' ' || key || ' ' || papers",
                "vouchers" => "hash || ' ' || batch || ' ' || place",
                _ => "response_id || ' ' || kind",
            };
            diesel::sql_query(format!("SELECT {columns} AS text FROM {table}")).load(&mut conn).unwrap()
        }
    };
    rows.into_iter().map(|row| row.text).collect()
}

#[test]
fn no_table_ties_a_paper_to_a_voucher_a_time_an_order_or_a_school() {
    on_both(|store, location| {
        let schools = [place(store, "One"), place(store, "Two")];
        for (at, school) in (0..).zip(schools) {
            let hashes = (at * 20..at * 20 + 20).map(|number| voucher(number).hash(BALLOT)).collect();
            store.save_vouchers(BALLOT, school, hashes, "2026-11-20".into()).unwrap();
        }
        let never_used = rows(location, "vouchers").into_iter().collect::<BTreeSet<_>>();
        let marks = ["exams", "bullying", "climate", "buses", "!empty"];
        for number in 0..40u64 {
            let paper = marks[(number % 5) as usize];
            assert_eq!(store.cast_blocking(vote(number, paper)).unwrap(), VoteCast::Counted);
        }
        // A voucher's row is the same before and after, down to the transaction that wrote it.
        assert_eq!(rows(location, "vouchers").into_iter().collect::<BTreeSet<_>>(), never_used);
        assert_eq!(rows(location, "changes"), Vec::<String>::new());
        let papers = rows(location, "papers");
        assert_eq!(papers.len(), 5, "papers that are marked alike are one row: {papers:?}");
        for row in &papers {
            for secret in ["redditch", "2026-11-20", &schools[0].to_string(), &voucher(3).hash(BALLOT)] {
                assert!(!row.contains(secret), "{row} has {secret}");
            }
        }
        if matches!(location, Location::Postgres(_)) {
            let written: BTreeSet<&str> = papers.iter().filter_map(|row| row.split(' ').next()).collect();
            assert_eq!(written.len(), 1, "every row was written last by one transaction: {papers:?}");
        }
    });
}

fn typing_of(place: i64, turn: i32, typist: &str, browser: &str) -> TallyTyping {
    let (typist, browser) = (typist.to_owned(), browser.to_owned());
    TallyTyping { place, turn, typist, body: "{}".into(), browser, tried_other: false }
}

#[test]
fn a_tally_needs_two_people_and_is_counted_once() {
    on_both(|store, _| {
        let school = place(store, "School");
        let typing = |turn, typist: &str| typing_of(school, turn, typist, "");
        assert_eq!(store.save_tally_typing(BALLOT, typing(1, "zoe")).unwrap(), TallyKept::Kept);
        assert_eq!(store.save_tally_typing(BALLOT, typing(2, "zoe")).unwrap(), TallyKept::SamePerson);
        assert_eq!(store.save_tally_typing(BALLOT, typing(2, "adam")).unwrap(), TallyKept::Kept);
        assert!(store.save_tally_typing("another", typing(1, "zoe")).is_err());
        let tally = StoredTally { place: school, received: 30, body: "{}".into(), papers: vec![("exams".into(), 3)] };
        assert!(store.save_tally(BALLOT, tally.clone(), date(2026, 11, 21)).unwrap());
        assert!(!store.save_tally(BALLOT, tally, date(2026, 11, 22)).unwrap());
        let of_days = |from, before| store.list_turnout_within(BALLOT, from, before).unwrap().len();
        assert_eq!(
            (of_days(date(2026, 11, 20), date(2026, 11, 21)), of_days(date(2026, 11, 21), date(2026, 11, 22))),
            (0, 3)
        );
        assert_eq!((counted(store, TurnoutKind::Place), papers(store)), (30, vec![("exams".to_owned(), 3)]));
        assert_eq!(store.save_tally_typing(BALLOT, typing(1, "zoe")).unwrap(), TallyKept::Agreed);
    });
}

#[test]
fn one_browser_types_one_sheet_of_a_place_and_whoever_comes_for_the_other_is_noted() {
    on_both(|store, _| {
        let (school, other) = (place(store, "School"), place(store, "Other"));
        let typing = |turn, browser: &str| typing_of(school, turn, &format!("link {turn}"), browser);
        assert_eq!(store.save_tally_typing(BALLOT, typing(1, "one")).unwrap(), TallyKept::Kept);
        assert!(!store.list_tally_typings(BALLOT).unwrap()[0].tried_other);
        assert!(!store.refuse_other_typing(typing(1, "one")).unwrap(), "their own sheet again");
        assert!(!store.refuse_other_typing(typing(2, "")).unwrap(), "a browser that is not known");
        assert!(!store.refuse_other_typing(typing_of(other, 2, "link 2", "one")).unwrap(), "another place");
        assert!(store.refuse_other_typing(typing(2, "one")).unwrap());
        assert_eq!(store.save_tally_typing(BALLOT, typing(2, "one")).unwrap(), TallyKept::SamePerson);
        // It stays noted when the first sheet is typed again.
        assert_eq!(store.save_tally_typing(BALLOT, typing(1, "one")).unwrap(), TallyKept::Kept);
        assert_eq!(store.save_tally_typing(BALLOT, typing(2, "two")).unwrap(), TallyKept::Kept);
        let tried: Vec<bool> = store.list_tally_typings(BALLOT).unwrap().iter().map(|one| one.tried_other).collect();
        assert_eq!(tried, [true, false]);
    });
}

fn result() -> BallotResult {
    let audit = "{}".to_owned();
    BallotResult { turnout: audit.clone(), audit, approved_by: "zoe".into(), published_on: "2026-11-30".into() }
}

#[test]
fn a_tally_that_is_opened_again_takes_its_papers_back_and_keeps_what_was_typed_until_the_result_is_published() {
    on_both(|store, _| {
        let school = place(store, "School");
        let cast = Vote { right: RightToVote::Browser(BrowserMark::of(&[7; 16], BALLOT)), ..vote(0, "exams") };
        assert_eq!(store.cast_blocking(cast).unwrap(), VoteCast::Counted);
        let papers_typed = vec![("exams".to_owned(), 3), ("buses".to_owned(), 2)];
        let tally = StoredTally { place: school, received: 5, body: "{}".into(), papers: papers_typed };
        let again = |tally: &StoredTally| {
            let (at, reason) = (jiff::Timestamp::from_second(1_795_000_000).unwrap(), "A box was missed".to_owned());
            let again = OpenAgain { tally: tally.clone(), reason, by: "ivy".into(), at };
            store.open_tally_again(BALLOT, again).unwrap()
        };
        assert_eq!(again(&tally), TallyOpened::NotAgreed);
        for turn in [1, 2] {
            store.save_tally_typing(BALLOT, typing_of(school, turn, &format!("link {turn}"), "")).unwrap();
        }
        assert!(store.save_tally(BALLOT, tally.clone(), date(2026, 11, 21)).unwrap());
        let agreed = store.find_tally_state(BALLOT).unwrap();
        assert_eq!((counted(store, TurnoutKind::All), papers(store).len()), (6, 2));
        assert_eq!(again(&StoredTally { body: "{ }".into(), ..tally.clone() }), TallyOpened::NotAgreed, "another");
        assert_eq!(again(&tally), TallyOpened::Opened);
        assert_eq!((counted(store, TurnoutKind::All), counted(store, TurnoutKind::Place)), (1, 0));
        assert_eq!(papers(store), [("exams".to_owned(), 1)], "what was cast stays");
        assert_eq!((store.list_tallies(BALLOT).unwrap(), store.list_tally_typings(BALLOT).unwrap()), (vec![], vec![]));
        let opened = store.list_tally_openings(BALLOT).unwrap();
        assert_eq!(
            (opened.len(), opened[0].reason.as_str(), opened[0].opened_by.as_str()),
            (1, "A box was missed", "ivy")
        );
        let typists: Vec<&str> = opened[0].typings.iter().map(|typing| typing.typist.as_str()).collect();
        assert_eq!((typists, opened[0].opened_at.as_second()), (vec!["link 1", "link 2"], 1_795_000_000));
        // A count that was made before it was opened is not published.
        assert!(!store.save_ballot_result(BALLOT, result(), agreed).unwrap());
        assert!(store.save_tally(BALLOT, tally.clone(), date(2026, 11, 22)).unwrap());
        let now = store.find_tally_state(BALLOT).unwrap();
        assert!(store.save_ballot_result(BALLOT, result(), now).unwrap());
        assert_eq!(again(&tally), TallyOpened::Published);
        assert_eq!((counted(store, TurnoutKind::All), store.list_tallies(BALLOT).unwrap().len()), (6, 1));
    });
}
