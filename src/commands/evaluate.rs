//! `heard evaluate`: learns a code frame's themes from answers that people have coded, and says how well it
//! applies them, on other coded answers or by folds. Without server or database.
//!
//! Leaves out coding answers for use: that is what the server's worker does, with the same engine.

mod coded_file;
mod files;

use std::path::PathBuf;

use anyhow::{Context, bail};
use rustc_hash::FxHashMap;

use self::coded_file::CodedFile;
use super::analyse::{progress_bar, write};
use super::code_frame_file::read_code_frame;
use crate::library::Library;
use crate::pages::evaluation_report::{EvaluationReport, render};
use crate::text::Vectors;
use crate::themes::{Asked, CodeFrame, Coded, Evaluation, Lexicon, evaluate, theme_places};

/// What `heard evaluate` is asked for.
#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    /// Coded answers to learn from: CSV or tab-separated, one row an answer. May be left out with --test and --code-frame
    #[arg(long, value_name = "CODED.csv")]
    pub train: Option<PathBuf>,
    /// Coded answers to measure on; without them, five folds of those learnt from
    #[arg(long, value_name = "CODED.csv")]
    pub test: Option<PathBuf>,
    /// The column of free text
    #[arg(long, value_name = "COLUMN")]
    pub text: String,
    /// The column of themes that people applied, parted by ; (empty: none)
    #[arg(long, value_name = "COLUMN")]
    pub themes: String,
    /// The column that says which question an answer replies to
    #[arg(long, value_name = "COLUMN")]
    pub question: Option<String>,
    /// The column that says whose answer it is: answers of one person are kept together
    #[arg(long, value_name = "COLUMN")]
    pub respondent: Option<String>,
    /// The column that names each answer; without it, rows are numbered from 1
    #[arg(long, value_name = "COLUMN")]
    pub id: Option<String>,
    /// A code frame that is known beforehand, rolled up to the themes that people applied
    #[arg(long, value_name = "FILE")]
    pub code_frame: Option<PathBuf>,
    /// Draw a learning curve over so many coded answers, such as 0,50,200,500
    #[arg(long, value_name = "N,N,…", value_delimiter = ',')]
    pub sizes: Vec<usize>,
    /// Where chance begins: the same files and seed give the same result
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub seed: u64,
    /// The folder to write report.html, scores.csv, predictions.csv and curve.csv into
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
}

/// Runs the command with the vectors words are read with.
///
/// # Errors
/// What stands in the way, with file, line and remedy: an unreadable table, an unknown column, a code frame
/// with errors or without any of the themes, a folder that cannot be written.
pub fn run(args: &Args, vectors: &Vectors) -> anyhow::Result<()> {
    let train = args.train.as_ref().map(|path| CodedFile::read(path, args)).transpose()?;
    let test = args.test.as_ref().map(|path| CodedFile::read(path, args)).transpose()?;
    let used = used_themes(args, train.as_ref(), test.as_ref())?;
    let frame = args.code_frame.as_ref().map(|path| read_code_frame(path)).transpose()?;
    let rolled = frame.as_ref().map(|frame| roll_up(frame, &used, args)).transpose()?;
    let known: Vec<String> = rolled.iter().flat_map(|frame| &frame.themes).map(|theme| theme.key.clone()).collect();
    let places = theme_places(&known, &used);
    let bar = progress_bar();
    bar.set_message("Reading the code frame");
    let lexicon = rolled.as_ref().map(|frame| Lexicon::new(frame, vectors).knowing(Library::bundled_places()));
    let learnt_from = train.as_ref().map_or_else(Coded::default, |file| file.coded(&places));
    let measured_on = test.as_ref().map(|file| file.coded(&places));
    let asked = Asked { lexicon: lexicon.as_ref(), themes: places.len(), sizes: &args.sizes, seed: args.seed };
    bar.set_message("Learning and measuring");
    let found = evaluate(&learnt_from, measured_on.as_ref(), asked, vectors, &|done| {
        bar.set_position((100.0 * done) as u64);
    });
    bar.finish_and_clear();
    let ids = test.as_ref().or(train.as_ref()).map(|file| file.ids.as_slice()).unwrap_or_default();
    let names = names(&places, rolled.as_ref());
    let codings = learnt_from.answers.len();
    let title = frame.map(|frame| if frame.title.is_empty() { file_name(&args.code_frame) } else { frame.title });
    write_all(args, &found, ids, names, title, codings)?;
    let micro = found.agreement.micro;
    println!(
        "F1 {:.3} over all codings ({:.3} to {:.3}), {:.3} as the mean over themes, on {} answers{}. Wrote {}.",
        micro.f1,
        micro.low,
        micro.high,
        found.agreement.mean.f1,
        ids.len(),
        if found.is_by_folds { " by folds" } else { "" },
        args.out.join("report.html").display()
    );
    Ok(())
}

/// For each theme its key and, where the frame has it, its name.
fn names(places: &FxHashMap<String, usize>, frame: Option<&CodeFrame>) -> Vec<(String, String)> {
    let mut names: Vec<(String, String)> = vec![Default::default(); places.len()];
    for (key, &place) in places {
        let theme = frame.iter().flat_map(|frame| &frame.themes).find(|theme| theme.key == *key);
        let name = theme.map(|theme| theme.name.clone()).unwrap_or_default();
        names.get_mut(place).into_iter().for_each(|it| *it = (key.clone(), name.clone()));
    }
    names
}

fn file_name(path: &Option<PathBuf>) -> String {
    let name = path.as_ref().and_then(|path| path.file_name());
    name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Writes the report and the files for scripts.
fn write_all(
    args: &Args,
    found: &Evaluation,
    ids: &[String],
    names: Vec<(String, String)>,
    frame: Option<String>,
    codings: usize,
) -> anyhow::Result<()> {
    std::fs::create_dir_all(&args.out)
        .with_context(|| format!("{}: the folder could not be made. Choose another with --out.", args.out.display()))?;
    write(&args.out.join("scores.csv"), &files::scores(&found.agreement, &names)?)?;
    write(&args.out.join("predictions.csv"), &files::predictions(&found.predictions, ids, &names)?)?;
    if !args.sizes.is_empty() {
        write(&args.out.join("curve.csv"), &files::curve(&found.curve)?)?;
    }
    let report = render(&EvaluationReport {
        learnt_from: file_name(&args.train),
        codings,
        measured_on: file_name(&args.test),
        answers: ids.len(),
        frame,
        themes: names,
        agreement: &found.agreement,
        curve: &found.curve,
        seed: args.seed,
    });
    write(&args.out.join("report.html"), report.as_bytes())
}

/// The themes that people applied anywhere.
fn used_themes(args: &Args, train: Option<&CodedFile>, test: Option<&CodedFile>) -> anyhow::Result<Vec<String>> {
    if train.is_none() && (test.is_none() || args.code_frame.is_none()) {
        bail!("There is nothing to learn from. Give coded answers with --train, or --test and --code-frame together.");
    }
    let mut used: Vec<String> =
        train.into_iter().chain(test).flat_map(|file| file.themes.iter().flatten().cloned()).collect();
    used.sort_unstable();
    used.dedup();
    if used.is_empty() {
        bail!("No row has a theme in the column \"{}\". Name the column of themes with --themes.", args.themes);
    }
    Ok(used)
}

/// The frame with the themes that people applied only.
fn roll_up(frame: &CodeFrame, used: &[String], args: &Args) -> anyhow::Result<CodeFrame> {
    let rolled = frame.rolled_up(used);
    if rolled.themes.is_empty() {
        let path = args.code_frame.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
        bail!("{path}: none of its themes is among those that people applied ({}).", used.join(", "));
    }
    Ok(rolled)
}

#[cfg(test)]
mod tests;
