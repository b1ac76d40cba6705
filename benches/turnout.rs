//! What it costs those who answer that rooms follow a campaign: complete responses a second through the real pages with
//! nobody watching, beside the same with twenty live pages open, in one run on this machine.
//!
//! A live page asks for itself anew once a minute, so twenty of them ask twenty times a minute, spread over it as people
//! open them. Because a round is shorter than a minute, and to see what more would cost, the same is measured with each
//! page asking once a second, sixty times as often. The three take turns, each going first as often as the others, and
//! their medians are compared: a busy machine slows all of them alike. To reach: less than 5 % fewer responses.
//!
//! `cargo bench --bench turnout -- [--seconds N] [--rounds N] [--respondents N]`

#[path = "submissions/client.rs"]
#[expect(dead_code, reason = "submissions weigh what pages send as well")]
mod client;
#[path = "submissions/respondent.rs"]
mod respondent;
#[path = "../tests/support/server.rs"]
#[expect(dead_code, reason = "journeys use the rest of the server's machinery")]
mod server;
#[path = "../tests/support/waiting.rs"]
mod waiting;

use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use client::Client;
use respondent::{Choices, respond};
use server::{Server, heard};

const START: &str = "/c/worcestershire-cypp";
const LIVE: &str = "/campaigns/winter-of-listening/live";
const PAGES: u32 = 20;
/// Of responses, how many fewer live pages may cost.
const MOST: f64 = 0.05;
/// Time at the beginning of a round that is not counted.
const WARM_UP: Duration = Duration::from_secs(1);

type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

struct Options {
    seconds: u64,
    rounds: usize,
    respondents: u64,
}

/// How often each live page asks.
#[derive(Clone, Copy)]
enum Watching {
    Nobody,
    Every(Duration),
}

const ALL: [(Watching, &str); 3] = [
    (Watching::Nobody, "nobody watches"),
    (Watching::Every(Duration::from_secs(60)), "20 live pages, as they ask"),
    (Watching::Every(Duration::from_secs(1)), "20 live pages, 60 times as often"),
];

fn main() -> ExitCode {
    match measure() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("turnout: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn options() -> Outcome<Options> {
    let mut options = Options { seconds: 10, rounds: 7, respondents: 16 };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or(format!("{word} needs a value"));
        match word.as_str() {
            "--seconds" => options.seconds = value()?.parse::<u64>()?.clamp(1, 600),
            "--rounds" => options.rounds = value()?.parse::<usize>()?.clamp(1, 100),
            "--respondents" => options.respondents = value()?.parse::<u64>()?.clamp(1, 512),
            // Cargo says this to every benchmark.
            "--bench" => {}
            other => return Err(format!("{other} is not known; see the top of benches/turnout.rs").into()),
        }
    }
    Ok(options)
}

/// Measures and prints; whether live pages cost less than they may and everything went without an error.
fn measure() -> Outcome<bool> {
    let options = options()?;
    let folder = tempfile::tempdir()?;
    let data = folder.path().join("data");
    let made = heard(&["demo", "--no-serve", "--data", &data.to_string_lossy()]);
    let line = made.output.lines().find(|line| line.trim_start().starts_with("member "));
    let Some(password) = line.and_then(|line| line.split_whitespace().last()) else {
        return Err(format!("`heard demo --no-serve` made no member:\n{}", made.errors).into());
    };
    let server = Server::start(&data, &[]);
    let address: SocketAddr = server.address.trim_start_matches("http://").parse()?;
    let mut watchers = Vec::new();
    for _ in 0..PAGES {
        watchers.push(Mutex::new(sign_in(address, password)?));
    }
    println!(
        "Complete responses a second while {PAGES} live pages are open: {} rounds of {} s each, {} respondents",
        options.rounds, options.seconds, options.respondents
    );
    let mut rates: [Vec<f64>; 3] = Default::default();
    let (mut asked, mut errors) = ([0; 3], Vec::new());
    for round in 0..options.rounds {
        for turn in 0..ALL.len() {
            let at = (round + turn) % ALL.len();
            let run = drive(address, &watchers, ALL[at].0, &options, (round * ALL.len() + turn) as u64);
            rates[at].push(run.responses as f64 / options.seconds as f64);
            asked[at] += run.asked;
            errors.extend(run.errors);
        }
    }
    for problem in errors.iter().take(5) {
        println!("  error: {problem}");
    }
    let costs = print_rates(&mut rates, asked);
    println!("Live pages as they ask cost {:.1} % (to reach: less than 5 %), {} errors", costs * 100.0, errors.len());
    Ok(costs < MOST && errors.is_empty() && asked[1] > 0)
}

/// Prints the median of each with its spread; the share of responses that live pages as they ask cost.
fn print_rates(rates: &mut [Vec<f64>; 3], asked: [usize; 3]) -> f64 {
    let median = |rates: &[f64]| f64::midpoint(rates[(rates.len() - 1) / 2], rates[rates.len() / 2]);
    rates.iter_mut().for_each(|rates| rates.sort_by(f64::total_cmp));
    let nobody = median(&rates[0]);
    for ((rates, (_, name)), asked) in rates.iter().zip(ALL).zip(asked) {
        let (least, most) = (rates[0], rates[rates.len() - 1]);
        println!(
            "  {name:<34} median {:>7.1} a second ({least:.1} to {most:.1}), {:+.1} %, {asked} pages asked for",
            median(rates),
            (median(rates) / nobody - 1.0) * 100.0
        );
    }
    1.0 - median(&rates[1]) / nobody
}

/// What one round gave.
struct Run {
    /// Responses that ended inside the measured time.
    responses: usize,
    /// Live pages that were asked for.
    asked: usize,
    errors: Vec<String>,
}

fn drive(address: SocketAddr, watchers: &[Mutex<Client>], watching: Watching, options: &Options, round: u64) -> Run {
    let (stop, counting) = (AtomicBool::new(false), AtomicBool::new(false));
    let (responses, asked) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let errors: Mutex<Vec<String>> = Mutex::default();
    let failed = |problem: String| errors.lock().expect("nobody panics").push(problem);
    let answer = |seed: u64| {
        let mut choices = Choices::new(seed);
        while !stop.load(Ordering::Relaxed) {
            match respond(address, START, &mut choices) {
                Ok(_) if counting.load(Ordering::Relaxed) => drop(responses.fetch_add(1, Ordering::Relaxed)),
                Ok(_) => {}
                Err(problem) => {
                    failed(problem);
                    std::thread::sleep(Duration::from_millis(50));
                }
            }
        }
    };
    let watch = |watcher: &Mutex<Client>, every: Duration, first: Duration| {
        let mut client = watcher.lock().expect("nobody panics");
        let mut due = Instant::now() + first;
        while !stop.load(Ordering::Relaxed) {
            if Instant::now() < due {
                std::thread::sleep(Duration::from_millis(5));
                continue;
            }
            due += every;
            match client.get_anew(LIVE) {
                Ok(page) if page.status == 200 => drop(asked.fetch_add(1, Ordering::Relaxed)),
                Ok(page) => failed(format!("a live page came with status {}", page.status)),
                Err(problem) => failed(format!("a live page did not come: {problem}")),
            }
        }
    };
    std::thread::scope(|scope| {
        let (answer, watch) = (&answer, &watch);
        for seed in 0..options.respondents {
            scope.spawn(move || answer(round * 1_000 + seed + 1));
        }
        if let Watching::Every(every) = watching {
            for (at, watcher) in (0..PAGES).zip(watchers) {
                scope.spawn(move || watch(watcher, every, every / PAGES * at));
            }
        }
        std::thread::sleep(WARM_UP);
        counting.store(true, Ordering::Relaxed);
        std::thread::sleep(Duration::from_secs(options.seconds));
        counting.store(false, Ordering::Relaxed);
        stop.store(true, Ordering::Relaxed);
    });
    let errors = errors.into_inner().expect("nobody panics");
    Run { responses: responses.into_inner(), asked: asked.into_inner(), errors }
}

/// Somebody who has signed in as a member and can look at the live page.
fn sign_in(address: SocketAddr, password: &str) -> Outcome<Client> {
    let mut client = Client::connect(address)?;
    let page = String::from_utf8_lossy(&client.get("/sign-in")?.body).into_owned();
    let hidden = page.split("<input").filter(|input| input.contains("type=\"hidden\""));
    let read = |input: &str, name: &str| {
        let value = input.split(&format!("{name}=\"")).nth(1)?.split('"').next()?;
        Some(value.to_owned())
    };
    let mut fields: Vec<(String, String)> =
        hidden.filter_map(|input| Some((read(input, "name")?, read(input, "value")?))).collect();
    fields.extend([("name".to_owned(), "member".to_owned()), ("password".to_owned(), password.to_owned())]);
    let signed_in = client.post("/sign-in", &fields)?;
    if signed_in.location.as_deref() != Some("/campaigns") {
        return Err(format!("the member was not let in: status {}", signed_in.status).into());
    }
    let live = client.get(LIVE)?.status;
    if live == 200 { Ok(client) } else { Err(format!("{LIVE} came with status {live}").into()) }
}
