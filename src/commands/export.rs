//! `heard export`: the responses of a consultation as CSV, XLSX, JSON, SPSS or a data package, for people to take away.
//!
//! Personal data is taken out unless somebody says otherwise. The responses are read once, whatever the formats, so
//! that all files say the same. A CSV can be imported again: without redactions every answer comes back as it was.
//! Files can be read by their owner alone, and appear only when all are whole.

mod gather;
mod reading;
mod sinks;

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use indicatif::ProgressBar;

use self::gather::{Gathering, Themes};
use self::sinks::Sink;
use super::{many, serve};
use crate::config::Config;
use crate::report::dataset::{Dataset, Licence};
use crate::report::xlsx::Style;
use crate::store::Store;
use crate::survey::Consultation;

/// What to export, and where to.
#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    /// The key of the consultation, for example worcestershire-cypp
    pub consultation: String,
    /// What to write, several with commas: csv has one row for each response, xlsx a codebook beside it, sav opens in
    /// SPSS and PSPP, package is a zip of CSV files that describe themselves, json holds everything
    #[arg(long, value_enum, value_delimiter = ',', default_value = "csv")]
    pub format: Vec<Format>,
    /// A folder, or for one format a file
    #[arg(long, value_name = "PATH")]
    pub out: PathBuf,
    /// In xlsx, closed answers stand as the words people saw; this is so unless --codes is given
    #[arg(long, conflicts_with = "codes")]
    pub labels: bool,
    /// In xlsx, closed answers stand as their codes, so that it can be imported again
    #[arg(long)]
    pub codes: bool,
    /// The files may be passed on under the Open Government Licence 3.0; they say so
    #[arg(long)]
    pub open_licence: bool,
    /// Leave personal data in: only for people who may see it
    #[arg(long)]
    pub unredacted: bool,
}

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum Format {
    Csv,
    Xlsx,
    Json,
    Sav,
    Package,
}

impl Format {
    const ALL: [Self; 5] = [Self::Csv, Self::Xlsx, Self::Json, Self::Sav, Self::Package];

    fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
            Self::Sav => "sav",
            Self::Package => "zip",
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
    let path = |format: &Format| Ok((*format, path_of(&args.out, &consultation.key, *format, formats.len())?));
    let files = formats.iter().map(path).collect::<anyhow::Result<Vec<_>>>()?;
    let geography = library.find_geography(&consultation.geography);
    let areas = geography.iter().flat_map(|geography| &geography.districts);
    let wanted = Wanted {
        consultation,
        districts: areas.map(|area| (area.key.clone(), area.name.clone())).collect(),
        unredacted: args.unredacted,
        style: if args.codes { Style::Codes } else { Style::Labels },
        licence: if args.open_licence { Licence::OpenGovernment } else { Licence::Closed },
    };
    let written = export(&store, &wanted, &files)?;
    for (format, path) in &files {
        println!("{} written to {}", many(written.responses, "response"), path.display());
        if let Some((_, cut)) = written.cut.iter().find(|(cut, _)| cut == format) {
            let whole = "the whole of them is in csv, json and package";
            println!("{} too long for this format and cut: {whole}.", many(*cut, "text"));
        }
    }
    if written.unchecked > 0 {
        let remedy = "start heard serve and export again in a minute";
        println!(
            "{} answers are not looked through for personal data yet and are hidden: {remedy}.",
            written.unchecked
        );
    }
    if args.unredacted {
        println!("Personal data is in these files: keep them where only those who may see it can.");
    }
    Ok(())
}

/// What to export.
#[derive(Debug, Clone)]
pub struct Wanted<'a> {
    pub consultation: &'a Consultation,
    /// Keys and names, in the geography's order.
    pub districts: Vec<(String, String)>,
    pub unredacted: bool,
    /// How closed answers stand in a workbook.
    pub style: Style,
    pub licence: Licence,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    pub responses: usize,
    /// Answers that were hidden because nothing has looked through them for personal data yet.
    pub unchecked: usize,
    /// Formats that could not hold the whole of some texts, and how many were cut.
    pub cut: Vec<(Format, usize)>,
}

/// Writes files of these formats at once; they appear under their names only when all are whole.
///
/// # Errors
/// When the database fails or a file cannot be written. Then there is none.
pub fn export(store: &Store, wanted: &Wanted<'_>, files: &[(Format, PathBuf)]) -> anyhow::Result<Written> {
    let consultation = wanted.consultation;
    let themes = Themes::load(store, &consultation.key)?;
    let today = crate::web::today().to_string();
    let mut dataset =
        Dataset::describe(consultation, &wanted.districts, themes.frames.clone(), today, !wanted.unredacted);
    dataset.licence = wanted.licence;
    dataset.illustrative = store.has_illustrative(&consultation.key)?;
    let mut gathering = Gathering::new(consultation, &themes, &dataset, wanted.unredacted);
    gathering.codings = files.iter().any(|(format, _)| !matches!(format, Format::Csv | Format::Sav));
    gathering.asked = files.iter().any(|(format, _)| *format == Format::Sav);
    let mut sinks = Vec::with_capacity(files.len());
    let written = begin(&dataset, wanted.style, files, &mut sinks).and_then(|()| fill(store, &gathering, &mut sinks));
    match written {
        Ok(written) => finish(sinks, written),
        Err(error) => {
            sinks.into_iter().for_each(Sink::discard);
            Err(error)
        }
    }
}

fn begin<'a>(
    dataset: &'a Dataset,
    style: Style,
    files: &[(Format, PathBuf)],
    sinks: &mut Vec<Sink<'a>>,
) -> anyhow::Result<()> {
    for (format, path) in files {
        sinks.push(Sink::new(dataset, style, *format, path).with_context(|| unwritable(path))?);
    }
    Ok(())
}

/// Writes every response into every file.
fn fill(store: &Store, gathering: &Gathering<'_>, sinks: &mut [Sink<'_>]) -> anyhow::Result<Written> {
    let mut written = Written::default();
    let expected = store.count_responses(&gathering.consultation.key)?.iter().map(|count| count.people).sum();
    let bar = ProgressBar::new(expected).with_message("Writing");
    reading::each_response(store, gathering, |gathered| {
        let record = gathering.record(gathered);
        for sink in sinks.iter_mut() {
            sink.write(&record).with_context(|| unwritable(&sink.path))?;
        }
        written.responses += 1;
        written.unchecked += gathered.unchecked;
        bar.inc(1);
        Ok(())
    })?;
    bar.finish_and_clear();
    Ok(written)
}

/// Makes every file whole, and gives them their names when all are.
fn finish(sinks: Vec<Sink<'_>>, mut written: Written) -> anyhow::Result<Written> {
    let mut whole = Vec::with_capacity(sinks.len());
    let mut failed = None;
    for sink in sinks {
        if failed.is_some() {
            sink.discard();
            continue;
        }
        let path = sink.path.clone();
        match sink.finish() {
            Ok((file, cut)) => {
                if cut > 0 {
                    written.cut.push((file.format, cut));
                }
                whole.push(file);
            }
            Err(error) => failed = Some(anyhow::Error::from(error).context(unwritable(&path))),
        }
    }
    if let Some(error) = failed {
        whole.iter().for_each(sinks::Whole::discard);
        return Err(error);
    }
    whole.iter().try_for_each(|file| file.appear().with_context(|| unwritable(&file.path)))?;
    Ok(written)
}

fn unwritable(path: &Path) -> String {
    format!("{} cannot be written", path.display())
}

/// Where a format goes: into the folder `out`, or to `out` itself where that names a file of this one format.
fn path_of(out: &Path, consultation: &str, format: Format, formats: usize) -> anyhow::Result<PathBuf> {
    let extension = out.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let is_file = Format::ALL.iter().any(|known| known.extension().eq_ignore_ascii_case(extension));
    if !is_file || out.is_dir() {
        return Ok(out.join(format!("{consultation}.{}", format.extension())));
    }
    if formats > 1 || !extension.eq_ignore_ascii_case(format.extension()) {
        bail!("--out {} names one {extension} file: name a folder instead", out.display());
    }
    Ok(out.to_owned())
}

#[cfg(test)]
mod tests;
