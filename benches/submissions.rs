//! How many complete responses a second Heard takes through its real pages, on this machine only.
//!
//! A closed loop: each respondent is a thread that answers the whole consultation as a new person on a new
//! connection, then begins again, without a pause to think. Driver and server share the processor. The
//! machine's own limits are measured in the same run, before and after, because on a busy machine only
//! the ratio means something.
//!
//! `cargo bench --bench submissions -- [--seconds N] [--respondents N] [--database postgres://…]`

#[path = "submissions/client.rs"]
#[expect(dead_code, reason = "whoever follows turnout asks over many connections")]
mod client;
#[path = "submissions/limits.rs"]
mod limits;
#[path = "submissions/respondent.rs"]
mod respondent;
#[path = "../tests/support/server.rs"]
#[expect(dead_code, reason = "journeys use the rest of the server's machinery")]
mod server;
#[path = "submissions/spread.rs"]
mod spread;
#[path = "../tests/support/waiting.rs"]
mod waiting;
#[path = "submissions/weight.rs"]
mod weight;

use diesel::prelude::*;
use respondent::{Choices, Times, respond};
use server::{Server, heard};
use spread::Spread;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

const START: &str = "/c/worcestershire-cypp";
const WARM_UP: Duration = Duration::from_secs(2);
const LIMIT_TIME: Duration = Duration::from_secs(2);

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

struct Options {
    seconds: u64,
    respondents: u64,
    database: Option<String>,
}

fn main() -> ExitCode {
    match measure() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("submissions: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn options() -> Outcome<Options> {
    let mut options = Options { seconds: 20, respondents: 32, database: None };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or(format!("{word} needs a value"));
        match word.as_str() {
            "--seconds" => options.seconds = value()?.parse::<u64>()?.clamp(1, 600),
            "--respondents" => options.respondents = value()?.parse::<u64>()?.clamp(1, 512),
            "--database" => options.database = Some(value()?),
            // Cargo says this to every benchmark.
            "--bench" => {}
            other => return Err(format!("{other} is not known; see the top of benches/submissions.rs").into()),
        }
    }
    Ok(options)
}

/// Measures and prints; whether all went without an error and every response is stored.
fn measure() -> Outcome<bool> {
    let options = options()?;
    let folder = tempfile::tempdir()?;
    let data = folder.path().join("data");
    let more = options.database.iter().flat_map(|url| ["--database", url]).collect::<Vec<_>>();
    let made = heard(&[&["demo", "--no-serve", "--data", &data.to_string_lossy()], more.as_slice()].concat());
    if made.status != Some(0) {
        return Err(format!("`heard demo --no-serve` failed:\n{}", made.errors).into());
    }
    let server = Server::start(&data, &more);
    let address: SocketAddr = server.address.trim_start_matches("http://").parse()?;

    println!("Submissions through the real pages of {START}");
    let before = print_limits(folder.path(), "before")?;
    print_weight(address)?;
    let stored_before = count_stored(&data, &options)?;
    let run = drive(address, &server, &options);
    print_run(&run, &options);
    let after = print_limits(folder.path(), "after")?;
    let rate = run.responses as f64 / run.elapsed.as_secs_f64();
    println!("  of bare SQLite, one a transaction   {:.3}", rate / f64::midpoint(before, after));
    let stored = count_stored(&data, &options)? - stored_before;
    let whole = stored == run.acknowledged as i64 && run.errors.is_empty();
    println!(
        "Stored {stored} for {} thanks given: {}",
        run.acknowledged,
        if whole { "all there" } else { "NOT THE SAME" }
    );
    Ok(whole && run.responses > 0)
}

/// Everything one run gave.
struct Run {
    /// Responses that ended inside the measured time.
    responses: usize,
    /// Responses that were thanked at any time, warm-up included.
    acknowledged: usize,
    elapsed: Duration,
    whole: Spread,
    requests: Spread,
    steps: BTreeMap<String, Spread>,
    errors: Vec<String>,
    /// Processor seconds of the server, of this driver, and of everything on the machine.
    processor: [f64; 3],
}

fn drive(address: SocketAddr, server: &Server, options: &Options) -> Run {
    let stop = AtomicBool::new(false);
    let finished: Mutex<Vec<(Instant, Times)>> = Mutex::default();
    let errors: Mutex<Vec<String>> = Mutex::default();
    let work = |seed: u64| {
        let mut choices = Choices::new(seed);
        while !stop.load(Ordering::Relaxed) {
            match respond(address, START, &mut choices) {
                Ok(times) => finished.lock().expect("no respondent panics").push((Instant::now(), times)),
                Err(problem) => {
                    errors.lock().expect("no respondent panics").push(problem);
                    // A server that refuses everything must not be asked in a tight loop.
                    std::thread::sleep(Duration::from_millis(50));
                }
            }
        }
    };
    let (began, used, ended, used_after) = std::thread::scope(|scope| {
        for seed in 0..options.respondents {
            scope.spawn(move || work(seed + 1));
        }
        std::thread::sleep(WARM_UP);
        let (began, used) = (Instant::now(), processor_seconds(server));
        std::thread::sleep(Duration::from_secs(options.seconds));
        let (ended, used_after) = (Instant::now(), processor_seconds(server));
        stop.store(true, Ordering::Relaxed);
        (began, used, ended, used_after)
    });
    let finished = finished.into_inner().expect("no respondent panics");
    let acknowledged = finished.len();
    let measured: Vec<Times> =
        finished.into_iter().filter(|(at, _)| (began..ended).contains(at)).map(|(_, times)| times).collect();
    let whole = measured.iter().map(|times| times.iter().map(|(_, time)| *time).sum()).collect();
    let mut steps: BTreeMap<String, Vec<Duration>> = BTreeMap::new();
    for (name, time) in measured.iter().flatten() {
        steps.entry(name.clone()).or_default().push(*time);
    }
    Run {
        responses: measured.len(),
        acknowledged,
        elapsed: ended - began,
        whole: Spread::of(whole),
        requests: Spread::of(measured.iter().flatten().map(|(_, time)| *time).collect()),
        steps: steps.into_iter().map(|(name, times)| (name, Spread::of(times))).collect(),
        errors: errors.into_inner().expect("no respondent panics"),
        processor: std::array::from_fn(|of| used_after[of] - used[of]),
    }
}

fn print_run(run: &Run, options: &Options) {
    let seconds = run.elapsed.as_secs_f64();
    let [server, driver, machine] = run.processor;
    println!("{} respondents for {seconds:.0} s, {} errors", options.respondents, run.errors.len());
    for problem in run.errors.iter().take(5) {
        println!("  error: {problem}");
    }
    println!(
        "  complete responses a second         {:.1} (to reach with 32 respondents: 150, then 300)",
        run.responses as f64 / seconds
    );
    println!("  requests a second                   {:.0}", run.requests.count() as f64 / seconds);
    println!("  a response                          {}", run.whole);
    println!("  a request                           {}", run.requests);
    for (name, spread) in &run.steps {
        println!("    {name:<49} {spread}");
    }
    println!("  server's processor time a response  {:.2} ms", server * 1000.0 / run.responses.max(1) as f64);
    let other = (machine - server - driver).max(0.0);
    println!(
        "  processors busy: server {:.2}, driver {:.2}, others {:.2}",
        server / seconds,
        driver / seconds,
        other / seconds
    );
}

/// Prints the machine's limits; the rate of bare SQLite with one response a transaction.
fn print_limits(folder: &Path, when: &str) -> Outcome<f64> {
    println!("This machine, {when}");
    println!("  4 KB made durable                   {}", limits::durable_4_kilobytes(folder, LIMIT_TIME)?);
    let scratch = tempfile::tempdir_in(folder)?;
    let one = limits::bare_sqlite(scratch.path(), 1, LIMIT_TIME)?;
    let grouped = limits::bare_sqlite(scratch.path(), 32, LIMIT_TIME)?;
    println!("  bare SQLite, one a transaction      {one:.0} responses a second");
    println!("  bare SQLite, 32 a transaction       {grouped:.0} responses a second");
    Ok(one)
}

fn print_weight(address: SocketAddr) -> Outcome<()> {
    let files = weight::question_page(address, START)?;
    println!("First visit to a question page, as sent");
    for file in &files {
        println!("  {:<49} {} bytes and {} of headers", file.path, file.body, file.head);
    }
    let bytes: usize = files.iter().map(|file| file.body).sum();
    let heads: usize = files.iter().map(|file| file.head).sum();
    let requests = files.len();
    println!("  in all {bytes} bytes ({} with headers) in {requests} requests (to reach: 14,000 in 4)", bytes + heads);
    Ok(())
}

#[derive(diesel::QueryableByName)]
struct Count {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    count: i64,
}

/// How many responses the database holds, asked of the database itself.
fn count_stored(data: &Path, options: &Options) -> Outcome<i64> {
    let count = diesel::sql_query("SELECT count(*) AS count FROM responses");
    if let Some(url) = &options.database {
        return Ok(count.get_result::<Count>(&mut PgConnection::establish(url)?)?.count);
    }
    for entry in std::fs::read_dir(data)? {
        let path = entry?.path();
        let begins = std::fs::read(&path).unwrap_or_default();
        if begins.starts_with(b"SQLite format 3\0") {
            let mut connection = SqliteConnection::establish(&path.to_string_lossy())?;
            return Ok(count.get_result::<Count>(&mut connection)?.count);
        }
    }
    Err(format!("no SQLite database in {}", data.display()).into())
}

/// Processor seconds used so far by the server, by this process, and by everything on the machine.
fn processor_seconds(server: &Server) -> [f64; 3] {
    // Linux counts in hundredths of a second here, on every machine that Debian runs on.
    let sum = |text: &str, fields: std::ops::Range<usize>| -> f64 {
        let numbers = text.split_whitespace().skip(fields.start).take(fields.len());
        numbers.filter_map(|number| number.parse::<f64>().ok()).sum::<f64>() / 100.0
    };
    let of = |process: &str| {
        let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
        sum(stat.rsplit(") ").next().unwrap_or_default(), 11..13)
    };
    let all = std::fs::read_to_string("/proc/stat").unwrap_or_default();
    // Of the first line's numbers the fourth and fifth are idle time.
    let first = all.lines().next().unwrap_or_default().to_owned();
    [of(&server.process_id().to_string()), of("self"), sum(&first, 1..4) + sum(&first, 6..9)]
}
