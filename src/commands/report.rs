//! `heard report`: what people said, for people to take away: for each district and the county a report, a poster, a
//! children's edition and a workbook.
//!
//! Figures are counted once for all reports. Quotes are only those an officer has approved, on the pages or in a file,
//! which `--suggest-quotes` writes to begin with. Leaves out how figures are made (`breakdown`) and what a report says
//! (`report::district`).

mod quotes;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, bail};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use super::{many, serve};
use crate::config::Config;
use crate::library::Library;
use crate::pages;
use crate::report::district::{DistrictReport, LANGUAGES, Results, Sayings};
use crate::report::figures;
use crate::report::pdf::{self, Paper, Variant};
use crate::store::Store;
use crate::web::officer::subject::Subject;
use crate::web::officer::{quote_choices, results};

/// What to report on, and where to.
#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    /// The key of the consultation, for example worcestershire-cypp
    pub consultation: String,
    /// Only this district, or the county by its key; repeat for more. Without it, every district and the county
    #[arg(long, value_name = "KEY")]
    pub district: Vec<String>,
    /// Every district and the county, which is what happens without --district
    #[arg(long, conflicts_with = "district")]
    pub all: bool,
    /// What to write: html is one page that stands by itself; pdf is the report, two posters and a children's edition;
    /// xlsx is a workbook of every table
    #[arg(long, value_enum, value_delimiter = ',', default_value = "html,pdf")]
    pub format: Vec<Format>,
    /// The languages of posters and the children's edition, by code: en, cy, pl, ro or ur; the report and the workbook are
    /// in English. A file in another language than English has the code in its name: poster.cy.pdf
    #[arg(long, value_name = "CODE", value_delimiter = ',', default_value = "en", value_parser = language)]
    pub language: Vec<&'static str>,
    /// Quotes beside those approved on the pages: the file that --suggest-quotes wrote, with "yes" in its column "approved"
    #[arg(long, value_name = "FILE")]
    pub quotes: Option<PathBuf>,
    /// Write a file of quotes to choose from, and nothing else
    #[arg(long, value_name = "FILE", conflicts_with_all = ["quotes", "out"])]
    pub suggest_quotes: Option<PathBuf>,
    /// The folder to write into: a folder for each district
    #[arg(long, value_name = "DIR", required_unless_present = "suggest_quotes")]
    pub out: Option<PathBuf>,
}

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum Format {
    Html,
    Pdf,
    Xlsx,
}

impl Format {
    /// The files of one district in this format.
    fn files(self, languages: &[&'static str]) -> Vec<File> {
        const TOLD: [(&str, Variant); 3] = [
            ("poster", Variant::Poster(Paper::A4)),
            ("poster-a3", Variant::Poster(Paper::A3)),
            ("children", Variant::Children),
        ];
        match self {
            Self::Html => vec![File::Page],
            Self::Pdf => {
                let told = languages.iter().flat_map(|code| TOLD.map(|(name, variant)| File::Pdf(name, variant, code)));
                std::iter::once(File::Pdf("report", Variant::Report, "en")).chain(told).collect()
            }
            Self::Xlsx => vec![File::Workbook],
        }
    }
}

/// One file of a district's folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum File {
    Page,
    /// Its name without an ending, and its language.
    Pdf(&'static str, Variant, &'static str),
    Workbook,
}

/// A language that posters and the children's edition are in.
fn language(code: &str) -> Result<&'static str, String> {
    let known = || LANGUAGES.iter().map(|words| words.code).collect::<Vec<_>>().join(", ");
    Sayings::find(code).map(|words| words.code).ok_or_else(|| format!("choose among {}", known()))
}

impl File {
    fn name(self) -> String {
        match self {
            Self::Page => "report.html".to_owned(),
            Self::Pdf(name, _, "en") => format!("{name}.pdf"),
            Self::Pdf(name, _, language) => format!("{name}.{language}.pdf"),
            Self::Workbook => "report.xlsx".to_owned(),
        }
    }

    fn bytes(self, report: &DistrictReport<'_>) -> anyhow::Result<Vec<u8>> {
        Ok(match self {
            Self::Page => pages::district_report::render(report).into_bytes(),
            Self::Pdf(_, variant, language) => pdf::district_in(report, variant, language)?,
            Self::Workbook => figures::workbook(report)?,
        })
    }
}

/// Writes the reports.
///
/// # Errors
/// When the consultation or a district is not known, the database fails, or a file cannot be read or written.
pub fn run(args: &Args, config: &Config) -> anyhow::Result<()> {
    let library = serve::load_library(config)?;
    let subject = subject(&library, &args.consultation)?;
    let store = serve::open_store(config)?;
    if let Some(path) = &args.suggest_quotes {
        let suggested = quotes::suggest(&store, &subject, config.policy, path)?;
        println!("{} to choose from in {}.", many(suggested, "quote"), path.display());
        println!(
            "Read each, write \"yes\" in the column \"approved\" of those that may be published, then use --quotes."
        );
        return Ok(());
    }
    let Some(out) = &args.out else { bail!("say where to with --out") };
    let results = counted(&store, &library, &subject, config, args.quotes.as_deref())?;
    let reports = chosen(&results, &args.district)?;
    let written = write(&reports, &args.format, &args.language, out)?;
    println!("{} for {} written to {}.", many(written, "file"), many(reports.len(), "place"), out.display());
    if results.quotes.is_empty() {
        println!("There are no quotes in them: approve some on the page of quotes, or use --suggest-quotes.");
    }
    Ok(())
}

/// The consultation of this key with its geography.
pub(super) fn subject(library: &Library, key: &str) -> anyhow::Result<Subject> {
    let Some(consultation) = library.find_consultation(key) else {
        let known: Vec<&str> = library.consultations().map(|known| known.key.as_str()).collect();
        bail!("there is no consultation \"{key}\"; known are: {}", known.join(", "));
    };
    let geography = library.find_geography(&consultation.geography);
    let geography = geography.with_context(|| format!("the geography \"{}\" is not there", consultation.geography))?;
    Ok(Subject { consultation: Arc::clone(consultation), geography: Arc::clone(geography) })
}

fn counted(
    store: &Store,
    library: &Library,
    subject: &Subject,
    config: &Config,
    approved: Option<&Path>,
) -> anyhow::Result<Results> {
    let bar = ProgressBar::new_spinner().with_message("Counting answers");
    bar.enable_steady_tick(std::time::Duration::from_millis(200));
    let mut quotes = quote_choices::standing(store, subject, config.policy)?;
    if let Some(path) = approved {
        let more = quotes::approved(store, subject, config.policy, path)?;
        quotes
            .extend(more.into_iter().filter(|(id, _)| quotes.iter().all(|(known, _)| known != id)).collect::<Vec<_>>());
    }
    let quotes = quotes.into_iter().map(|(_, quote)| quote).collect();
    let address = config.public_url.as_ref().map(|url| format!("{url}/c/{}", subject.consultation.key));
    let counted = results::count(store, library, subject, config.policy, quotes, address)?;
    bar.finish_and_clear();
    Ok(counted.results)
}

/// The reports of these districts, or all.
fn chosen<'a>(results: &'a Results, districts: &[String]) -> anyhow::Result<Vec<DistrictReport<'a>>> {
    if districts.is_empty() {
        return Ok(DistrictReport::all(results));
    }
    let find = |key: &String| {
        if *key == results.geography.key {
            return Ok(DistrictReport::of_county(results));
        }
        let known: Vec<&str> = results.geography.districts.iter().map(|area| area.key.as_str()).collect();
        let known = known.join(", ");
        DistrictReport::of_district(results, key).with_context(|| {
            format!("there is no district \"{key}\"; known are: {known}, and {}", results.geography.key)
        })
    };
    districts.iter().map(find).collect()
}

/// Writes every file of every report, several at a time; gives how many.
fn write(
    reports: &[DistrictReport<'_>],
    formats: &[Format],
    languages: &[&'static str],
    out: &Path,
) -> anyhow::Result<usize> {
    let mut formats = formats.to_vec();
    formats.sort();
    formats.dedup();
    let mut languages = languages.to_vec();
    languages.sort_unstable();
    languages.dedup();
    let files = || formats.iter().flat_map(|format| format.files(&languages));
    let work: Vec<(&DistrictReport<'_>, File)> =
        reports.iter().flat_map(|report| files().map(move |file| (report, file))).collect();
    for report in reports {
        let folder = out.join(report.key());
        std::fs::create_dir_all(&folder).with_context(|| {
            format!("{}: the folder could not be made. Choose another with --out.", folder.display())
        })?;
    }
    let bar = ProgressBar::new(work.len() as u64).with_message("Writing reports");
    if let Ok(style) = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len}  {elapsed}") {
        bar.set_style(style);
    }
    work.par_iter().try_for_each(|(report, file)| {
        let path = out.join(report.key()).join(file.name());
        let bytes = file.bytes(report).with_context(|| format!("{}: could not be made", path.display()))?;
        super::analyse::write(&path, &bytes)?;
        bar.inc(1);
        Ok::<(), anyhow::Error>(())
    })?;
    bar.finish_and_clear();
    Ok(work.len())
}

#[cfg(test)]
mod tests;
