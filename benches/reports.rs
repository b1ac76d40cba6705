//! How long it takes to write the reports of every district in every format, from many answers.
//!
//! The command itself, from opening the database to the last file: counting, six districts and the county, each as a page,
//! as PDF (the report, two posters and the children's edition) and as a workbook. Beside it the bare writing of as many
//! bytes. Processor time stands beside wall time, which is noisy where others use the machine.
//!
//! `cargo bench --bench reports -- [RESPONSES]` (100,000 by default, each with five answers in words)

#[path = "exports/invented.rs"]
mod invented;
#[path = "exports/timing.rs"]
mod timing;

use std::path::Path;

use heard::commands::report::{Args, Format, run};
use heard::config::{Config, Flags};
use heard::library::Library;
use heard::store::{Location, Store};
use invented::{CONSULTATION, QUESTIONS, fill};
use timing::{measure, peak};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome<()> {
    let given = std::env::args().skip(1).find_map(|argument| argument.parse().ok());
    let responses: usize = given.unwrap_or(100_000);
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let config = Config::load(&Flags { data: Some(folder.path().to_owned()), database: None })?;
    let library = Library::load(None).map_err(|findings| format!("{findings:?}"))?;
    let consultation = library.find_consultation(CONSULTATION).ok_or("the bundled survey is not there")?;
    fill(&Store::open(&Location::Sqlite(config.sqlite()))?, &consultation.digest, responses)?;
    println!("{responses} responses, {} answers in words:", responses * QUESTIONS.len());
    for formats in
        [vec![Format::Html, Format::Pdf, Format::Xlsx], vec![Format::Html], vec![Format::Pdf], vec![Format::Xlsx]]
    {
        let out = folder.path().join("out");
        let args = Args {
            language: vec!["en"],
            consultation: CONSULTATION.to_owned(),
            district: Vec::new(),
            all: true,
            format: formats.clone(),
            quotes: None,
            suggest_quotes: None,
            out: Some(out.clone()),
        };
        measure(&format!("{formats:?}"), || Ok(run(&args, &config)?))?;
        let bytes = read_all(&out)?;
        let bare = format!("  bare writing of its {} KB", bytes.len() >> 10);
        measure(&bare, || Ok(std::fs::write(folder.path().join("bare"), &bytes)?))?;
        std::fs::remove_dir_all(&out)?;
    }
    println!("most memory: {} MB", peak());
    Ok(())
}

/// Every byte of every file below a folder.
fn read_all(folder: &Path) -> Outcome<Vec<u8>> {
    let mut bytes = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        bytes.extend(if path.is_dir() { read_all(&path)? } else { std::fs::read(&path)? });
    }
    Ok(bytes)
}
