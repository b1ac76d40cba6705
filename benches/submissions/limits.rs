//! What this machine can do without Heard: how fast it makes 4 KB durable, and how many responses a bare
//! SQLite takes, each in a transaction of its own or in groups. Figures of Heard mean something only
//! beside these, from the same run on the same disk.

use super::spread::Spread;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::time::{Duration, Instant};

/// About forty words, as long as an answer gets.
const WORDS: &str = "Later buses from the villages would help most of all, because after school there is nothing to do here \
    and the last one leaves at ten to four, so nobody I know can stay for football, music or drama.";
const ANSWERS: i64 = 5;

/// How long `fdatasync` takes after 4 KB were written.
pub fn durable_4_kilobytes(folder: &Path, limit: Duration) -> std::io::Result<Spread> {
    let mut file = std::fs::File::create(folder.join("limit-4k"))?;
    let block = [7_u8; 4096];
    // The file is made as long as it will be, so that a flush writes data and not a new length.
    file.write_all(&vec![0; 4096 * 256])?;
    file.sync_all()?;
    let mut times = Vec::new();
    let began = Instant::now();
    while began.elapsed() < limit && times.len() < 5000 {
        file.seek(SeekFrom::Start(4096 * (times.len() as u64 % 256)))?;
        let start = Instant::now();
        file.write_all(&block)?;
        file.sync_data()?;
        times.push(start.elapsed());
    }
    std::fs::remove_file(folder.join("limit-4k"))?;
    Ok(Spread::of(times))
}

/// Responses a second into bare SQLite (WAL, synchronous FULL) with so many in each transaction, each a
/// row and five answers, through diesel, one connection, nothing else.
pub fn bare_sqlite(folder: &Path, group: i64, limit: Duration) -> Result<f64, Box<dyn std::error::Error>> {
    let path = folder.join(format!("limit-{group}.db"));
    let mut connection = SqliteConnection::establish(&path.to_string_lossy())?;
    connection.batch_execute(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
         CREATE TABLE response (id INTEGER PRIMARY KEY, perspective TEXT NOT NULL, district TEXT NOT NULL);
         CREATE TABLE answer (response_id BIGINT NOT NULL, question BIGINT NOT NULL, body TEXT NOT NULL,
                              PRIMARY KEY (response_id, question)) WITHOUT ROWID;",
    )?;
    let began = Instant::now();
    let mut stored = 0;
    while began.elapsed() < limit {
        connection.immediate_transaction(|connection| {
            for response in stored..stored + group {
                store_one(connection, response)?;
            }
            QueryResult::Ok(())
        })?;
        stored += group;
    }
    Ok(stored as f64 / began.elapsed().as_secs_f64())
}

fn store_one(connection: &mut SqliteConnection, response: i64) -> QueryResult<()> {
    diesel::sql_query("INSERT INTO response VALUES (?, 'child', 'redditch')")
        .bind::<BigInt, _>(response)
        .execute(connection)?;
    for question in 0..ANSWERS {
        diesel::sql_query("INSERT INTO answer VALUES (?, ?, ?)")
            .bind::<BigInt, _>(response)
            .bind::<BigInt, _>(question)
            .bind::<Text, _>(WORDS)
            .execute(connection)?;
    }
    Ok(())
}
