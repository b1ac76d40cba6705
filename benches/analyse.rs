//! How fast answers are read and themes found, on as many cores as there are.
//!
//! `cargo bench --bench analyse -- FILE.tsv [ANSWERS]` takes the first column of the file, repeats it with a
//! running number until there are ANSWERS of them (the file as it is by default), and prints answers a second
//! for vectors on one thread, and seconds for a whole analysis.

use std::time::Instant;

use heard::text::{DIMENSIONS, Vectors};
use heard::themes::{AnalysisSettings, analyse};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let file = words.first().map_or("tests/data/text/gambling_gen.tsv", String::as_str);
    let whole = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let base: Vec<&str> = whole.lines().skip(1).map(|line| line.split('\t').next().unwrap_or(line)).collect();
    let wanted: usize = words.get(1).map_or(Ok(base.len()), |number| number.parse())?;
    let numbered = |(round, text): (usize, &&str)| match round < base.len() {
        true => (*text).to_owned(),
        false => format!("{text} {}", round / base.len()),
    };
    let answers: Vec<String> = base.iter().cycle().take(wanted).enumerate().map(numbered).collect();
    let answers: Vec<&str> = answers.iter().map(String::as_str).collect();
    let vectors = Vectors::from_bytes(
        std::fs::read("analysis/vectors/static256.i8")?,
        &std::fs::read_to_string("analysis/vectors/vocab.txt")?,
    )?;
    let start = Instant::now();
    let (mut vector, mut spare) = ([0f32; DIMENSIONS], String::new());
    let pieces: usize = answers.iter().map(|text| vectors.embed_into(text, &mut vector, &mut spare)).sum();
    let took = start.elapsed().as_secs_f64();
    println!("vectors: {:.0} answers a second on one thread ({pieces} pieces)", answers.len() as f64 / took);
    let start = Instant::now();
    let analysis = analyse(&answers, &vectors, &AnalysisSettings::default(), &|_| {});
    let took = start.elapsed().as_secs_f64();
    println!("analysis: {} answers, {} themes in {took:.2} s", answers.len(), analysis.themes.len());
    Ok(())
}
