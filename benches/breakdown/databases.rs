//! The same counts from SQLite and PostgreSQL, as favourably as can be: codings and everything they are grouped by in one
//! flat table each, one for answers and one where a person counts once, so that no join is made.

use super::answers::People;
use super::{Crosstab, RUNS, check, postgres, print_times};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer};
use std::time::Instant;

const TABLES: &str = "CREATE TABLE answer_coding (theme INTEGER NOT NULL, question INTEGER NOT NULL, district INTEGER NOT NULL, \
     perspective INTEGER NOT NULL); \
     CREATE TABLE person_coding (theme INTEGER NOT NULL, question INTEGER NOT NULL, district INTEGER NOT NULL, \
     perspective INTEGER NOT NULL);";
const THREE_WAYS: &str = "SELECT theme, -1 AS question, district, perspective, COUNT(*) AS people FROM person_coding \
     GROUP BY theme, district, perspective";
const FOUR_WAYS: &str = "SELECT theme, question, district, perspective, COUNT(*) AS people FROM answer_coding \
     GROUP BY theme, question, district, perspective";
/// Rows put into a table at a time.
const ROWS: usize = 5_000;

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = Integer)]
    theme: i32,
    #[diesel(sql_type = Integer)]
    question: i32,
    #[diesel(sql_type = Integer)]
    district: i32,
    #[diesel(sql_type = Integer)]
    perspective: i32,
    #[diesel(sql_type = BigInt)]
    people: i64,
}

/// Fills both databases, times them, and checks what memory publishes against them.
pub fn measure(people: &People, three: &Crosstab, four: &Crosstab) -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let mut sqlite = SqliteConnection::establish(&folder.path().join("counts.sqlite").to_string_lossy())?;
    sqlite.batch_execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000;")?;
    sqlite.batch_execute(TABLES)?;
    fill(people, |rows| sqlite.batch_execute(rows))?;
    let time = |name: &str, sql: &str, table: &Crosstab, run: &mut dyn FnMut(&str) -> QueryResult<Vec<Counted>>| {
        let mut times = Vec::new();
        let mut counted = run(sql)?;
        for _ in 0..RUNS.min(5) {
            let began = Instant::now();
            counted = run(sql)?;
            times.push(began.elapsed());
        }
        let ways = if sql == THREE_WAYS { "theme × district × perspective" } else { "… × question" };
        print_times(name, ways, &mut times);
        let place = |number: i32| usize::try_from(number).ok();
        let found = counted.iter().filter_map(|row| {
            let (theme, district, perspective) = (place(row.theme)?, place(row.district)?, place(row.perspective)?);
            Some((theme, place(row.question), district, perspective, row.people as u64))
        });
        println!("  {name:<11} agrees with {} published figures", check(table, found));
        QueryResult::Ok(())
    };
    for (sql, table) in [(THREE_WAYS, three), (FOUR_WAYS, four)] {
        time("SQLite", sql, table, &mut |sql| diesel::sql_query(sql).load(&mut sqlite))?;
    }
    let mut postgres = PgConnection::establish(&postgres::fresh_database())?;
    postgres.batch_execute(TABLES)?;
    fill(people, |rows| postgres.batch_execute(rows))?;
    postgres.batch_execute("VACUUM ANALYZE answer_coding")?;
    postgres.batch_execute("VACUUM ANALYZE person_coding")?;
    for (sql, table) in [(THREE_WAYS, three), (FOUR_WAYS, four)] {
        time("PostgreSQL", sql, table, &mut |sql| diesel::sql_query(sql).load(&mut postgres))?;
    }
    Ok(())
}

/// Puts every coding into both tables.
fn fill(people: &People, mut run: impl FnMut(&str) -> QueryResult<()>) -> QueryResult<()> {
    let (mut by_answer, mut by_person) = (Vec::new(), Vec::new());
    let mut named: (usize, Vec<usize>) = (0, Vec::new());
    run("BEGIN")?;
    for answer in people.answers() {
        if named.0 != answer.person {
            named = (answer.person, Vec::new());
        }
        for theme in &answer.themes {
            let place = format!("({theme},{},{},{})", answer.question, answer.district, answer.perspective);
            if !named.1.contains(theme) {
                named.1.push(*theme);
                put(&mut by_person, place.clone(), "person_coding", ROWS, &mut run)?;
            }
            put(&mut by_answer, place, "answer_coding", ROWS, &mut run)?;
        }
    }
    for (rows, table) in [(&mut by_answer, "answer_coding"), (&mut by_person, "person_coding")] {
        if let Some(last) = rows.pop() {
            put(rows, last, table, 0, &mut run)?;
        }
    }
    run("COMMIT")
}

/// Keeps a row until there are so many, then puts them all into the table.
fn put(
    rows: &mut Vec<String>,
    row: String,
    table: &str,
    most: usize,
    run: &mut impl FnMut(&str) -> QueryResult<()>,
) -> QueryResult<()> {
    rows.push(row);
    if rows.len() > most {
        run(&format!("INSERT INTO {table} VALUES {}", rows.join(",")))?;
        rows.clear();
    }
    Ok(())
}
