//! How long exports take: CSV of many responses beside the bare writing of as many bytes, then every format at once.
//!
//! All of it comes through the store, on SQLite. Wall time is noisy where others use the machine, so processor time
//! stands beside it.
//!
//! `cargo bench --bench exports -- [RESPONSES]` (100,000 by default)

#[path = "exports/invented.rs"]
mod invented;
#[path = "exports/timing.rs"]
mod timing;

use std::io::Write;

use heard::commands::export::{Format, Wanted, export};
use heard::library::Library;
use heard::report::dataset::Licence;
use heard::report::xlsx::Style;
use heard::store::{Location, Store};
use invented::{CONSULTATION, QUESTIONS, fill};
use timing::{measure, peak};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome<()> {
    let given = std::env::args().skip(1).find_map(|argument| argument.parse().ok());
    let responses: usize = given.unwrap_or(100_000);
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let store = Store::open(&Location::Sqlite(folder.path().join("heard.sqlite")))?;
    let library = Library::load(None).map_err(|findings| format!("{findings:?}"))?;
    let consultation = library.find_consultation(CONSULTATION).ok_or("the bundled survey is not there")?;
    fill(&store, &consultation.digest, responses)?;
    let districts = library.district_keys(consultation).into_iter().map(|key| (key.clone(), key));
    let wanted = Wanted {
        consultation,
        districts: districts.collect(),
        unredacted: false,
        style: Style::Labels,
        licence: Licence::Closed,
    };
    println!("{responses} responses, {} answers in words:", responses * QUESTIONS.len());
    let path = folder.path().join("out.csv");
    for _ in 0..5 {
        measure("csv", || Ok(export(&store, &wanted, &[(Format::Csv, path.clone())]).map(|_| ())?))?;
    }
    let bytes = std::fs::read(&path)?;
    let bare = format!("bare writing of its {} MB, on the disk", bytes.len() >> 20);
    measure(&bare, || {
        let mut file = std::fs::File::create(folder.path().join("bare"))?;
        file.write_all(&bytes)?;
        Ok(file.sync_all()?)
    })?;
    drop(bytes);
    for (name, format) in
        [("json", Format::Json), ("sav", Format::Sav), ("package", Format::Package), ("xlsx", Format::Xlsx)]
    {
        let path = folder.path().join(format!("out.{name}"));
        measure(name, || Ok(export(&store, &wanted, &[(format, path.clone())]).map(|_| ())?))?;
        println!("  {} MB", std::fs::metadata(&path)?.len() >> 20);
    }
    let all = [Format::Csv, Format::Json, Format::Sav, Format::Package, Format::Xlsx];
    let files: Vec<_> =
        all.iter().zip(0..).map(|(format, at)| (*format, folder.path().join(format!("all.{at}")))).collect();
    measure("all five at once", || Ok(export(&store, &wanted, &files).map(|_| ())?))?;
    println!("most memory: {} MB", peak());
    Ok(())
}
