//! `heard import`: responses from a CSV or XLSX file into the database, all of them or none.
//!
//! Every row that cannot be taken is reported with its line and the reason. Repeating an import adds nothing:
//! rows are known by their `id`, or by what they say where the file gives none. Leaves out what follows a
//! response (language, personal data, themes, index): the worker does that.

mod columns;
mod rows;
mod workbook;

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use indicatif::{ProgressBar, ProgressStyle};
use jiff::civil::Date;

use self::columns::{Columns, Map};
use self::rows::Reader;
use super::table_file::Table;
use super::{many, serve};
use crate::config::Config;
use crate::finding::Finding;
use crate::store::Submission;
use crate::survey::{Consultation, Origin};

/// What to import, and how to read it.
#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    /// The key of the consultation, for example worcestershire-cypp
    pub consultation: String,
    /// A CSV or XLSX file. Columns: perspective, district, age or age-band, language, submitted-on, id, and
    /// one for each question, by its key
    pub file: PathBuf,
    /// A TOML file that says what the file's columns and values mean
    #[arg(long, value_name = "FILE")]
    pub map: Option<PathBuf>,
    /// Say what would be stored and what could not be, and store nothing
    #[arg(long)]
    pub dry_run: bool,
    /// The responses are invented, to show how Heard works; they are labelled so wherever they are shown
    #[arg(long)]
    pub illustrative: bool,
}

/// Reads the file and stores every response in it, or says why it cannot.
///
/// # Errors
/// When the consultation is not known, the file or the map cannot be read, or the database fails; also when
/// any row cannot be taken, after all of these have been printed. Then nothing was stored.
pub fn run(args: &Args, config: &Config) -> anyhow::Result<()> {
    let library = serve::load_library(config)?;
    let Some(consultation) = library.find_consultation(&args.consultation) else {
        let known: Vec<&str> = library.consultations().map(|known| known.key.as_str()).collect();
        bail!("there is no consultation \"{}\"; known are: {}", args.consultation, known.join(", "));
    };
    let bytes = std::fs::read(&args.file).with_context(|| format!("{} cannot be read", args.file.display()))?;
    let map = read_map(args.map.as_deref())?;
    let is_sample = library.sample(consultation).is_some_and(|(_, sample)| *sample == *bytes);
    let origin = if args.illustrative || is_sample { Origin::Illustrative } else { Origin::Import };
    let file = args.file.display().to_string();
    let source = Source { file: &file, bytes: &bytes, map: &map, origin, today: crate::web::today() };
    let read = read(&source, consultation, &library.district_keys(consultation))?;
    read.notes.iter().for_each(|note| eprintln!("{file}: {note}"));
    if !read.problems.is_empty() {
        read.problems.iter().for_each(|problem| eprintln!("{problem}"));
        let found = many(read.problems.len(), "problem");
        bail!("{found} in {file}: put right what is named above and import again. Nothing was stored");
    }
    if args.dry_run {
        println!("{} can be imported. Nothing was stored.", many(read.submissions.len(), "response"));
        return Ok(());
    }
    let store = serve::open_store(config)?;
    let bar = progress_bar(read.submissions.len());
    let shown = bar.clone();
    let imported = store.submit_many_watched(read.submissions, move |done| shown.set_position(done as u64))?;
    bar.finish_and_clear();
    println!("{} added, {} already there.", many(imported.added, "response"), imported.already);
    Ok(())
}

/// Reads the invented responses that come with a survey.
///
/// # Errors
/// When the file cannot be read or any row cannot be taken, with every reason.
pub fn read_sample(
    file: &str,
    bytes: &[u8],
    consultation: &Consultation,
    districts: &[String],
) -> anyhow::Result<Vec<Submission>> {
    let map = Map::default();
    let source = Source { file, bytes, map: &map, origin: Origin::Illustrative, today: consultation.opens };
    let read = read(&source, consultation, districts)?;
    if !read.problems.is_empty() {
        let problems: Vec<String> = read.problems.iter().map(ToString::to_string).collect();
        bail!("{}", problems.join("\n"));
    }
    Ok(read.submissions)
}

/// A file of responses and how to read it.
struct Source<'a> {
    /// Its name, for messages.
    file: &'a str,
    bytes: &'a [u8],
    map: &'a Map,
    origin: Origin,
    /// The day of responses whose file does not say one.
    today: Date,
}

/// What was read of a file.
struct Read {
    submissions: Vec<Submission>,
    /// Everything that keeps the file from being imported.
    problems: Vec<Finding>,
    /// What was left out on purpose.
    notes: Vec<String>,
}

/// A file that somebody brings as a table: the first sheet of a workbook, or delimited text.
///
/// # Errors
/// What cannot be read, with the file, the line where there is one, and what to do.
pub fn read_table(file: &str, bytes: &[u8]) -> anyhow::Result<Table> {
    match bytes.starts_with(b"PK\x03\x04") {
        true => workbook::read(file, bytes),
        false => Ok(Table::parse(file, bytes)?),
    }
}

fn read(source: &Source<'_>, consultation: &Consultation, districts: &[String]) -> anyhow::Result<Read> {
    let table = read_table(source.file, source.bytes)?;
    let columns = Columns::find(&table, consultation, source.map)?;
    let mut reader = Reader::new(source, consultation, districts, &columns);
    table.rows.iter().for_each(|row| reader.take(row));
    let mut notes = reader.notes();
    if !columns.left_out.is_empty() {
        notes.insert(0, format!("these columns are left out: {}", columns.left_out.join(", ")));
    }
    Ok(Read { submissions: reader.submissions, problems: reader.problems, notes })
}

fn read_map(path: Option<&Path>) -> anyhow::Result<Map> {
    let Some(path) = path else { return Ok(Map::default()) };
    let text = std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    crate::finding::read_toml(&path.display().to_string(), &text).map_err(|finding| anyhow::anyhow!("{finding}"))
}

fn progress_bar(length: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("Storing {bar:32} {pos} of {len} ({eta})");
    let bar = ProgressBar::new(length as u64);
    if let Ok(style) = style { bar.with_style(style) } else { bar }
}

#[cfg(test)]
mod tests;
