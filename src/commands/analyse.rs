//! `heard analyse`: themes, codings and breakdowns of any table of free text, without server or database.
//!
//! Reads a CSV or tab-separated file, takes the columns that hold people's words, finds or applies themes
//! over all of them together, and writes a report for people and three files for scripts. Leaves out
//! learning from officers' codings (`heard evaluate`).

mod columns;
mod files;
mod groups;
mod summary;

pub(super) use files::{csv_bytes, write};

use std::path::PathBuf;

use anyhow::{Context, bail};
use indicatif::{ProgressBar, ProgressStyle};

use super::code_frame_file::read_code_frame;
use super::table_file::Table;
use crate::library::Library;
use crate::text::Vectors;
use crate::themes::{AnalysisSettings, DiscoverySettings, Lexicon, Step, analyse};

/// What `heard analyse` is asked for.
#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    /// The file to read: CSV or tab-separated, UTF-8, with a row of column names
    pub file: PathBuf,
    /// A column of free text; repeat for more. Without it, every column that reads like free text is taken
    #[arg(long, value_name = "COLUMN")]
    pub text: Vec<String>,
    /// A column to break themes down by, such as a district; repeat for more
    #[arg(long, value_name = "COLUMN")]
    pub by: Vec<String>,
    /// The column that names each row; without it, rows are numbered from 1
    #[arg(long, value_name = "COLUMN")]
    pub id: Option<String>,
    /// A code frame to apply first; themes are then discovered only in what it does not explain
    #[arg(long, value_name = "FILE")]
    pub code_frame: Option<PathBuf>,
    /// Code to the finer themes of the code frame as well, not to its topmost ones only
    #[arg(long, requires = "code_frame")]
    pub finer: bool,
    /// How many themes to discover; without it, the answers decide
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub count: Option<u32>,
    /// Where chance begins: the same file and seed give the same result
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub seed: u64,
    /// The folder to write report.html, themes.csv, codings.csv and breakdown.csv into
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
}

/// One answer: the row and the question it belongs to, both counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    row: usize,
    question: usize,
}

/// The table with its columns sorted out.
struct Source {
    table: Table,
    /// The columns of free text: place in the table and name.
    questions: Vec<(usize, String)>,
    /// The columns to break down by.
    by: Vec<(usize, String)>,
    /// What each row is called.
    ids: Vec<String>,
}

/// Runs the command with the vectors words are read with.
///
/// # Errors
/// What stands in the way, with file, line and remedy: an unreadable table, an unknown column, a code frame
/// with errors, a folder that cannot be written.
pub fn run(args: &Args, vectors: &Vectors) -> anyhow::Result<()> {
    let source = read(args)?;
    let frame = args.code_frame.as_ref().map(|path| read_code_frame(path)).transpose()?;
    let frame = frame.map(|frame| if args.finer { frame } else { frame.topmost() });
    let lexicon = frame.as_ref().map(|frame| Lexicon::new(frame, vectors).knowing(Library::bundled_places()));
    let (places, answers) = answers_of(&source);
    if answers.iter().all(|answer| answer.trim().is_empty()) {
        bail!("{}: there are no answers in {}.", args.file.display(), names(&source.questions));
    }
    let around: Vec<(&str, &str)> = places.iter().map(|place| around(&source, place)).collect();
    let bar = progress_bar();
    let settings = AnalysisSettings {
        discovery: DiscoverySettings {
            count: args.count.map(|count| count as usize),
            seed: args.seed,
            ..DiscoverySettings::default()
        },
        frame: lexicon.as_ref(),
        around: &around,
    };
    let analysis = analyse(&answers, vectors, &settings, &|step| show(&bar, step));
    bar.set_position(95);
    bar.set_message("Writing files");
    let tables = groups::breakdowns(&source, &places, &analysis);
    std::fs::create_dir_all(&args.out)
        .with_context(|| format!("{}: the folder could not be made. Choose another with --out.", args.out.display()))?;
    let read_with = summary::ReadWith { frame: frame.as_ref(), lexicon: lexicon.as_ref(), vectors };
    let report = summary::report(args, &source, &places, &answers, &analysis, &tables, read_with);
    files::write(&args.out.join("report.html"), report.as_bytes())?;
    files::write(&args.out.join("themes.csv"), &files::themes(&source, &places, &analysis)?)?;
    files::write(&args.out.join("codings.csv"), &files::codings(&source, &places, &analysis)?)?;
    files::write(&args.out.join("breakdown.csv"), &files::breakdown(&tables)?)?;
    bar.finish_and_clear();
    let aside = analysis.set_aside;
    println!(
        "{} themes in {} answers with something to say ({} blank, {} with nothing to say, {} not readable). Wrote {}.",
        analysis.themes.len(),
        analysis.base(),
        aside.empty,
        aside.nothing,
        aside.unreadable,
        args.out.join("report.html").display()
    );
    Ok(())
}

/// Reads the table and settles which column is what; prints the choice of text columns when it was not made.
fn read(args: &Args) -> anyhow::Result<Source> {
    let table = Table::read(&args.file)?;
    if table.rows.is_empty() {
        bail!("{}: there are no rows under the column names.", table.file);
    }
    let find = |name: &String| table.get_column(name).map(|place| (place, name.clone()));
    let by = args.by.iter().map(find).collect::<Result<Vec<_>, _>>()?;
    let id = args.id.as_ref().map(find).transpose()?;
    let mut questions = args.text.iter().map(find).collect::<Result<Vec<_>, _>>()?;
    if questions.is_empty() {
        let taken: Vec<usize> = by.iter().chain(&id).map(|&(place, _)| place).collect();
        questions = columns::free_text(&table, &taken);
        if questions.is_empty() {
            bail!(
                "{}: no column reads like free text. Name one with --text. The columns are: {}.",
                table.file,
                table.headers.join(", ")
            );
        }
        println!("Columns of free text: {}. (Choose others with --text.)", names(&questions));
    }
    for (place, name) in &by {
        let values = columns::distinct(&table, *place);
        if values > groups::MOST_VALUES {
            bail!(
                "{}: \"{name}\" has {values} different values. --by needs a column of at most {} groups.",
                table.file,
                groups::MOST_VALUES
            );
        }
    }
    let ids = match &id {
        Some((place, _)) => table.column(*place).map(str::to_owned).collect(),
        None => (1..=table.rows.len()).map(|row| row.to_string()).collect(),
    };
    Ok(Source { table, questions, by, ids })
}

fn names(columns: &[(usize, String)]) -> String {
    columns.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", ")
}

/// Every answer, question by question within each row, and where it stands.
fn answers_of(source: &Source) -> (Vec<Place>, Vec<&str>) {
    let cells = source.table.rows.iter().enumerate().flat_map(|(row, it)| {
        let cell = move |(question, (column, _)): (usize, &(usize, String))| {
            (Place { row, question }, it.cells.get(*column).map_or("", String::as_str))
        };
        source.questions.iter().enumerate().map(cell)
    });
    cells.unzip()
}

/// The question an answer replies to, and the row it stands in.
fn around<'a>(source: &'a Source, place: &Place) -> (&'a str, &'a str) {
    let question = source.questions.get(place.question).map_or("", |(_, name)| name.as_str());
    (question, source.ids.get(place.row).map_or("", String::as_str))
}

/// A bar on the terminal; nothing where there is none.
pub(super) fn progress_bar() -> ProgressBar {
    let bar = ProgressBar::new(100);
    if let Ok(style) = ProgressStyle::with_template("{msg:32} {bar:30} {percent:>3} %  {elapsed}") {
        bar.set_style(style);
    }
    bar
}

fn show(bar: &ProgressBar, step: Step) {
    let (done, message) = match step {
        Step::Reading => (2, "Reading answers"),
        Step::Finding(share) => (10 + (60.0 * share) as u64, "Finding themes"),
        Step::Coding => (70, "Coding answers"),
        Step::Naming => (85, "Choosing names and quotes"),
    };
    bar.set_message(message);
    bar.set_position(done);
}

#[cfg(test)]
mod tests;
