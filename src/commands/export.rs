//! `heard export`: the responses of a consultation as CSV or JSON, for people to take away.
//!
//! Personal data is taken out unless somebody says otherwise. A CSV can be imported again: without redactions
//! every answer comes back as it was. Files can be read by their owner alone, and appear only when whole.

mod gather;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use indicatif::ProgressBar;

use self::gather::{Gathered, Themes};
use super::{many, serve};
use crate::config::Config;
use crate::report::csv::CsvWriter;
use crate::report::json::JsonWriter;
use crate::store::Store;
use crate::survey::Consultation;

/// How many responses are held in memory at once.
const PART: usize = 2000;

/// What to export, and where to.
#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    /// The key of the consultation, for example worcestershire-cypp
    pub consultation: String,
    /// What to write: csv has one row for each response, json holds everything
    #[arg(long, value_enum, value_delimiter = ',', default_value = "csv")]
    pub format: Vec<Format>,
    /// A folder, or for one format a file
    #[arg(long, value_name = "PATH")]
    pub out: PathBuf,
    /// Leave personal data in: only for people who may see it
    #[arg(long)]
    pub unredacted: bool,
}

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum Format {
    Csv,
    Json,
}

impl Format {
    fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }
}

/// Writes the files.
///
/// # Errors
/// When the consultation is not known, the database fails, or a file cannot be written.
pub fn run(args: &Args, config: &Config) -> anyhow::Result<()> {
    let library = serve::load_library(config)?;
    let Some(consultation) = library.find_consultation(&args.consultation) else {
        let known: Vec<&str> = library.consultations().map(|known| known.key.as_str()).collect();
        bail!("there is no consultation \"{}\"; known are: {}", args.consultation, known.join(", "));
    };
    let store = serve::open_store(config)?;
    let mut formats = args.format.clone();
    formats.sort();
    formats.dedup();
    for format in &formats {
        let path = path_of(&args.out, &consultation.key, *format, formats.len())?;
        let written = export(&store, consultation, *format, args.unredacted, &path)?;
        println!("{} written to {}", many(written.responses, "response"), path.display());
        if written.unchecked > 0 {
            let remedy = "start heard serve and export again in a minute";
            println!(
                "{} answers are not looked through for personal data yet and are hidden: {remedy}.",
                written.unchecked
            );
        }
    }
    if args.unredacted {
        println!("Personal data is in these files: keep them where only those who may see it can.");
    }
    Ok(())
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Written {
    pub responses: usize,
    /// Answers that were hidden because nothing has looked through them for personal data yet.
    pub unchecked: usize,
}

/// Writes one file; it appears under its name only when it is whole.
///
/// # Errors
/// When the database fails or the file cannot be written.
pub fn export(
    store: &Store,
    consultation: &Consultation,
    format: Format,
    unredacted: bool,
    path: &Path,
) -> anyhow::Result<Written> {
    let context = || format!("{} cannot be written", path.display());
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).with_context(context)?;
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let partial = path.with_file_name(name);
    let file = open_private(&partial).with_context(context)?;
    let written = match format {
        Format::Csv => write_csv(store, consultation, unredacted, BufWriter::new(file)),
        Format::Json => write_json(store, consultation, unredacted, BufWriter::new(file)),
    };
    match written.and_then(|written| Ok(std::fs::rename(&partial, path).map(|()| written)?)) {
        Ok(written) => Ok(written),
        Err(error) => {
            // What went wrong first is what matters.
            let _ = std::fs::remove_file(&partial);
            Err(error.context(context()))
        }
    }
}

fn write_csv(
    store: &Store,
    consultation: &Consultation,
    unredacted: bool,
    out: BufWriter<File>,
) -> anyhow::Result<Written> {
    let themes = Themes::load(store, &consultation.key)?;
    let asked = consultation.questions.iter().filter(|question| question.takes_answer() && !question.is_district());
    let questions: Vec<&str> = asked.map(|question| question.key.as_str()).collect();
    let standing = ["id", "perspective", "district", "language", "submitted-on", "origin"];
    let names = standing.iter().chain(&questions).map(|name| (*name).to_owned());
    let headers: Vec<String> = names.chain(themes.columns()).collect();
    let mut writer = CsvWriter::new(out, &headers)?;
    let mut written = Written::default();
    each_response(store, consultation, &themes, unredacted, &mut written, |gathered| {
        Ok(writer.write(&gathered.row(&questions, &themes))?)
    })?;
    writer.finish()?.into_inner()?.sync_all()?;
    Ok(written)
}

fn write_json(
    store: &Store,
    consultation: &Consultation,
    unredacted: bool,
    out: BufWriter<File>,
) -> anyhow::Result<Written> {
    let themes = Themes::load(store, &consultation.key)?;
    let mut writer = JsonWriter::new(out, &themes.opening(&consultation.key, !unredacted, crate::web::today()))?;
    let mut written = Written::default();
    each_response(store, consultation, &themes, unredacted, &mut written, |gathered| {
        Ok(writer.write(&gathered.response)?)
    })?;
    let mut out = writer.finish()?;
    out.flush()?;
    out.into_inner()?.sync_all()?;
    Ok(written)
}

/// Hands over every response, a part of them in memory at a time.
fn each_response(
    store: &Store,
    consultation: &Consultation,
    themes: &Themes,
    unredacted: bool,
    written: &mut Written,
    mut take: impl FnMut(&Gathered) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let expected = store.count_responses(&consultation.key)?.iter().map(|count| count.people).sum();
    let bar = ProgressBar::new(expected).with_message("Writing");
    let mut after = 0;
    loop {
        let part = store.list_responses(&consultation.key, after, PART)?;
        let Some(last) = part.last() else { break };
        after = last.id;
        for gathered in gather::gather(store, part, themes, unredacted)? {
            take(&gathered)?;
            written.responses += 1;
            written.unchecked += gathered.unchecked;
            bar.inc(1);
        }
    }
    bar.finish_and_clear();
    Ok(())
}

/// Where a format goes: into the folder `out`, or to `out` itself where that names a file of this one format.
fn path_of(out: &Path, consultation: &str, format: Format, formats: usize) -> anyhow::Result<PathBuf> {
    let extension = out.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let is_file = [Format::Csv, Format::Json].iter().any(|known| known.extension().eq_ignore_ascii_case(extension));
    if !is_file || out.is_dir() {
        return Ok(out.join(format!("{consultation}.{}", format.extension())));
    }
    if formats > 1 || !extension.eq_ignore_ascii_case(format.extension()) {
        bail!("--out {} names one {extension} file: name a folder instead", out.display());
    }
    Ok(out.to_owned())
}

fn open_private(path: &Path) -> std::io::Result<File> {
    let mut options = File::options();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests;
