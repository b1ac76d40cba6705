//! How many responses a second the store takes from many at once, on each database, beside one at a time.
//!
//! No pages, no sessions, no parsing: only [`Store::submit`], each response with five answers of about forty
//! words and a draft to erase. One at a time means that each waits for its own commit before the next begins,
//! so it is the price of a commit on this disk. PostgreSQL is the tests' own, on the same disk.
//!
//! `cargo bench --bench store -- [seconds]`

#[path = "../tests/support/keeper.rs"]
mod keeper;
#[path = "submissions/limits.rs"]
mod limits;
#[path = "../tests/support/postgres.rs"]
mod postgres;
#[path = "submissions/spread.rs"]
mod spread;
#[path = "../tests/support/waiting.rs"]
mod waiting;

use heard::store::{Location, Store, StoreError, Submission, Submitted};
use heard::survey::{Answer, District, Language, Origin, Response};
use std::time::{Duration, Instant};

const WORDS: &str = "Later buses from the villages would help most of all, because after school there is nothing to do here \
    and the last one leaves at ten to four, so nobody I know can stay for football, music or drama.";
const QUESTIONS: [&str; 5] = ["important", "challenges", "improve", "monarch", "keep"];
/// One at a time, and then as many at once as a busy evening has.
const AT_ONCE: [usize; 3] = [1, 64, 256];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Cargo passes `--bench`; a number is the length of each measurement.
    let seconds = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(4);
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let places = [
        ("SQLite", Location::Sqlite(folder.path().join("heard.sqlite"))),
        ("PostgreSQL", Location::Postgres(postgres::fresh_database())),
    ];
    let length = Duration::from_secs(seconds);
    println!("What this disk takes: {}", limits::durable_4_kilobytes(folder.path(), length)?);
    for group in [1, 512] {
        let bare = limits::bare_sqlite(folder.path(), group, length)?;
        println!("Bare SQLite, {group} in a transaction: {bare:.0} responses a second");
    }
    println!("Responses a second through Store::submit, each after its commit ({seconds} s each):");
    for (name, location) in places {
        let store = Store::open(&location)?;
        let mut alone = 0.0;
        for at_once in AT_ONCE {
            let measured = measure(&store, at_once, length)?;
            if at_once == 1 {
                alone = measured;
            }
            println!(
                "  {name:<11} {at_once:>4} at once: {measured:>7.0}  ({:.1} times one at a time)",
                measured / alone
            );
        }
    }
    Ok(())
}

/// A port of 127.0.0.1 that nothing listens on at this moment, for the tests' PostgreSQL.
fn free_port() -> u16 {
    let address = std::net::TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    address.map_or(0, |address| address.port())
}

/// Responses a second while so many people submit, each again as soon as they are thanked.
fn measure(store: &Store, at_once: usize, length: Duration) -> Result<f64, Box<dyn std::error::Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    let began = Instant::now();
    let counted: Result<u64, StoreError> = runtime.block_on(async {
        let people: Vec<_> =
            (0..at_once).map(|person| tokio::spawn(submit(store.clone(), person, began, length))).collect();
        let mut all = 0;
        for person in people {
            all += person.await.map_err(|_| StoreError::Stopped)??;
        }
        Ok(all)
    });
    Ok(counted? as f64 / began.elapsed().as_secs_f64())
}

/// How many responses one person submitted before the time was over.
async fn submit(store: Store, person: usize, began: Instant, length: Duration) -> Result<u64, StoreError> {
    let mut count = 0;
    while began.elapsed() < length {
        let name = format!("{person} {count} {:?}", began);
        match store.submit(submission(&name)).await? {
            Submitted::New => count += 1,
            Submitted::Already => return Err(StoreError::Damaged("receipt")),
        }
    }
    Ok(count)
}

fn submission(name: &str) -> Submission {
    let answers = QUESTIONS.map(|key| (key.to_owned(), Answer::Text(WORDS.to_owned())));
    Submission {
        consultation: "bench".into(),
        digest: "0".repeat(64),
        response: Response {
            perspective: "young-person".into(),
            district: District::Area("redditch".into()),
            language: Language::english(),
            submitted_on: jiff::civil::date(2026, 11, 23),
            origin: Origin::Web,
            answers: answers.into(),
        },
        receipt_hash: Some(format!("receipt {name}")),
        draft_hash: Some(format!("draft {name}")),
        import_id: None,
        way_in: None,
    }
}
