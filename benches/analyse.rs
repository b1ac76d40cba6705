//! How fast answers are read and themes found, on as many cores as there are.
//!
//! `cargo bench --bench analyse -- [FILE.tsv] [ANSWERS…]` takes the first column of the file and, for each number
//! of answers (1,000 to 1,000,000 by default), makes so many of it: the file's own answers first, then, round
//! after round, each answer with the last words of another one in place of its own last words, so that nearly all
//! differ and still read like the file. It prints answers a second for vectors on one thread, seconds for the
//! whole analysis, where they went step by step, and the most memory the process had until then.

use std::sync::Mutex;
use std::time::Instant;

use heard::text::{DIMENSIONS, Vectors};
use heard::themes::{AnalysisSettings, Step, analyse};

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn main() -> Outcome {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let (numbers, files): (Vec<&String>, Vec<&String>) = words.iter().partition(|word| word.parse::<usize>().is_ok());
    let file = files.first().map_or("tests/data/text/gambling_gen.tsv", |file| file.as_str());
    let whole = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let base: Vec<&str> = whole.lines().skip(1).map(|line| line.split('\t').next().unwrap_or(line)).collect();
    let mut wanted: Vec<usize> = numbers.iter().filter_map(|number| number.parse().ok()).collect();
    if wanted.is_empty() {
        wanted = vec![1_000, 10_000, 100_000, 1_000_000];
    }
    let vectors = Vectors::from_bytes(
        std::fs::read("analysis/vectors/static256.i8")?,
        &std::fs::read_to_string("analysis/vectors/vocab.txt")?,
    )?;
    println!("{file}: {} answers, {} threads", base.len(), rayon_threads());
    for answers in wanted {
        measure(&varied(&base, answers), &vectors);
    }
    Ok(())
}

fn rayon_threads() -> usize {
    std::env::var("RAYON_NUM_THREADS")
        .ok()
        .and_then(|number| number.parse().ok())
        .unwrap_or_else(|| std::thread::available_parallelism().map_or(1, std::num::NonZero::get))
}

/// So many answers made from the file's.
fn varied(base: &[&str], answers: usize) -> Vec<String> {
    let one = |place: usize| {
        let (round, at) = (place / base.len(), place % base.len());
        let text = base[at];
        if round == 0 {
            return text.to_owned();
        }
        // A step that shares no factor with the file's length meets every other answer before it repeats.
        let other = base[(at * 7 + round * 7919 + 1) % base.len()];
        let keep = text.split_whitespace().count().div_ceil(2) + round % 2;
        let lend = other.split_whitespace().count() / 2;
        let first = text.split_whitespace().take(keep);
        let last = other.split_whitespace().skip(other.split_whitespace().count() - lend);
        first.chain(last).collect::<Vec<_>>().join(" ")
    };
    (0..answers).map(one).collect()
}

fn measure(answers: &[String], vectors: &Vectors) {
    let answers: Vec<&str> = answers.iter().map(String::as_str).collect();
    let distinct: std::collections::HashSet<&str> = answers.iter().copied().collect();
    println!("\n{} answers, {} different", answers.len(), distinct.len());
    drop(distinct);
    let start = Instant::now();
    let (mut vector, mut spare) = ([0f32; DIMENSIONS], String::new());
    let some = &answers[..answers.len().min(50_000)];
    some.iter().for_each(|text| {
        vectors.embed_into(text, &mut vector, &mut spare);
    });
    println!("  vectors: {:.0} answers a second on one thread", some.len() as f64 / start.elapsed().as_secs_f64());
    let start = Instant::now();
    let (cpu, steps) = (processor_seconds(), Mutex::new(Vec::<(&str, f64)>::new()));
    let analysis = analyse(&answers, vectors, &AnalysisSettings::default(), &|step| {
        if let Ok(mut steps) = steps.lock() {
            let name = stage(step);
            if steps.last().is_none_or(|&(last, _)| last != name) {
                steps.push((name, start.elapsed().as_secs_f64()));
            }
        }
    });
    let took = start.elapsed().as_secs_f64();
    println!(
        "  analysis: {took:.2} s ({:.2} s of processor), {} themes, {:.0} answers a second; most memory {} MB",
        processor_seconds() - cpu,
        analysis.themes.len(),
        answers.len() as f64 / took,
        most_memory() / 1024
    );
    let steps = steps.into_inner().unwrap_or_default();
    let ends = steps.iter().skip(1).map(|&(_, at)| at).chain([took]);
    for ((name, at), end) in steps.iter().zip(ends) {
        println!("    {name:<44} {:>7.3} s {:>5.1} %", end - at, 100.0 * (end - at) / took);
    }
}

/// The parts of an analysis that take time.
fn stage(step: Step) -> &'static str {
    match step {
        Step::Reading => "what has something to say; sample, its vectors",
        Step::Finding(share) if share < 0.8 => "finding themes among the sample",
        Step::Finding(_) => "giving every answer and clause to its themes",
        Step::Coding => "writing down codings",
        Step::Naming => "names and quotes",
    }
}

/// Processor seconds of this process so far, of all threads; 0 where the system does not say.
fn processor_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after = stat.rsplit(')').next().unwrap_or_default();
    let ticks: f64 = after.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum();
    ticks / 100.0
}

/// The most memory this process has had, in KB; 0 where the system does not say.
fn most_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or_default()
}
