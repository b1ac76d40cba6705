//! How long a table of three and of four ways takes from a million coded answers: columns in memory, with shares,
//! intervals, comparisons and suppression, beside `GROUP BY` in SQLite and PostgreSQL, which only count.
//!
//! Invented answers, the same for all three, of 250,000 people to four questions each; 40 themes of uneven size. The
//! numbers that memory publishes are checked against the databases' own. Figures are the median and the least of
//! several runs, in this run, on this machine.
//!
//! `cargo bench --bench breakdown -- [memory]` leaves the databases out.

#[path = "breakdown/answers.rs"]
mod answers;
#[path = "breakdown/databases.rs"]
mod databases;
#[path = "../tests/support/keeper.rs"]
mod keeper;
#[path = "../tests/support/postgres.rs"]
mod postgres;
#[path = "../tests/support/waiting.rs"]
mod waiting;

use answers::{DISTRICTS, PERSPECTIVES, People, QUESTIONS, THEMES};
use heard::breakdown::{Asked, Columns, Count, Crosstab, Policy, Rows};
use std::time::{Duration, Instant};

const PEOPLE: usize = 250_000;
const RUNS: usize = 15;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let memory_only = std::env::args().skip(1).any(|argument| argument == "memory");
    let people = People::invent(PEOPLE);
    let began = Instant::now();
    let columns = people.columns()?;
    let links: usize = people.answers().map(|answer| answer.themes.len()).sum();
    println!(
        "{} people, {} answers, {links} codings; {DISTRICTS} districts, {PERSPECTIVES} perspectives, {QUESTIONS} questions, {THEMES} themes",
        PEOPLE,
        people.answers().count()
    );
    println!("Columns built in {:.0} ms", milliseconds(began.elapsed()));
    let three = memory(&columns, "theme × district × perspective", &["district", "perspective"], false)?;
    let four = memory(&columns, "theme × district × perspective × question", &["district", "perspective"], true)?;
    memory(&columns, "theme × district × perspective × age band", &["district", "perspective", "age-band"], false)?;
    println!("  (three ways hide {} of {} figures, four hide {} of {})", three.1, three.2, four.1, four.2);
    if !memory_only {
        databases::measure(&people, &three.0, &four.0)?;
    }
    Ok(())
}

/// A table, how many of its figures are hidden, and how many it has.
type Made = (Crosstab, usize, usize);

fn memory(columns: &Columns, name: &str, by: &[&str], by_question: bool) -> Result<Made, Box<dyn std::error::Error>> {
    let by = by.iter().map(|key| (*key).to_owned()).collect();
    let asked = Asked { rows: Rows::Themes, by, by_question, only: Vec::new() };
    let policy = Policy::default();
    let mut times = Vec::new();
    let mut table = Crosstab::of(columns, &asked, policy)?;
    for _ in 0..RUNS {
        let began = Instant::now();
        table = Crosstab::of(columns, &asked, policy)?;
        times.push(began.elapsed());
    }
    print_times("memory", name, &mut times);
    let figures = table.figures().count();
    let hidden = table.figures().filter(|cell| cell.cell.figure.shown().is_none()).count();
    Ok((table, hidden, figures))
}

fn print_times(place: &str, name: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let (median, least) = (times[times.len() / 2], times[0]);
    println!("  {place:<11} {name:<42} {:>9.2} ms  (least {:.2})", milliseconds(median), milliseconds(least));
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1_000.0
}

/// Fails where a database counts what memory does not publish.
fn check(table: &Crosstab, counted: impl Iterator<Item = (usize, Option<usize>, usize, usize, u64)>) -> usize {
    let mut checked = 0;
    for (theme, question, district, perspective, people) in counted {
        let cell = table.cell(theme, question, &[Some(district), Some(perspective)]);
        if let Some(share) = cell.and_then(|cell| cell.cell.figure.shown()) {
            assert_eq!(Count::Shown(share.count), Count::publish(people, table.policy), "{theme} {question:?}");
            checked += 1;
        }
    }
    checked
}

/// A port of 127.0.0.1 that nothing listens on at this moment, for the tests' PostgreSQL.
fn free_port() -> u16 {
    let address = std::net::TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    address.map_or(0, |address| address.port())
}
