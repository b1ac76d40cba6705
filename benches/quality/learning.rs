//! How well themes are coded: by the code frame alone, taught by codings, and by codings alone.
//!
//! Feedback of patients is split by distinct text into five folds, three seeds; answers that people could not
//! label, and those that are set aside as having nothing to say, are not counted. The two other sets are by
//! another writer than the one that teaches. `macro` is the mean over all themes that people applied, however
//! rarely; `often` over those that people applied at least twenty times, which is what targets for macro F1
//! were set on; how many these are stands in brackets.

use std::path::Path;
use std::time::Instant;

use heard::text::{Content, Vectors, content_of};
use heard::themes::{Agreement, Asked, CodeFrame, Coded, Coder, InContext, Lexicon, evaluate, theme_places};

use crate::Outcome;

const FRAME: &str = "analysis/code-frames/children-and-young-people.toml";
const OURS: &str = "tests/data/responses";
/// Themes that people applied this often count in `often`.
const OFTEN: usize = 20;
const UNLABELLED: &str = "Labelling not possible";

/// One coded answer: text, question, respondent, themes.
struct Row {
    text: String,
    question: String,
    respondent: String,
    themes: Vec<String>,
}

/// Numbers of codings that must not make a frame worse for another writer.
const FEW: &[usize] = &[100, 500, 1_000];

/// Measures and prints.
///
/// # Errors
/// When a file cannot be read.
pub fn measure(folder: &str, vectors: &Vectors) -> Outcome {
    println!(
        "\n{:<46} {:>7} {:>16} {:>12} {:>12} {:>8}",
        "codings", "micro", "95 % interval", "macro", "often", "target"
    );
    let own = read_responses(&format!("{OURS}/worcestershire-illustrative.jsonl"))?;
    let hard = read_csv(&format!("{OURS}/hard.csv"))?;
    let plain = read_csv(&format!("{OURS}/plain.csv"))?;
    let nothing: Vec<Row> = Vec::new();
    for (name, rows, target) in [
        ("600 illustrative", &own, ""),
        ("another writer, hard", &hard, ".53"),
        ("another writer, plain", &plain, ".82"),
    ] {
        line(&format!("{name}: frame, nothing coded"), &nothing, Some(rows), true, &[], 0, target, vectors)?;
    }
    line("600 illustrative: frame, taught, folds", &own, None, true, &[], 0, ".691", vectors)?;
    line("600 illustrative: no frame, taught, folds", &own, None, false, &[], 0, ".573", vectors)?;
    line("hard: frame, taught by the 600", &own, Some(&hard), true, FEW, 0, ".56", vectors)?;
    line("plain: frame, taught by the 600", &own, Some(&plain), true, FEW, 0, "", vectors)?;
    let patients = format!("{folder}/nhs_feedback_neas.tsv");
    if !Path::new(&patients).exists() {
        return Ok(());
    }
    let patients = read_tsv(&patients)?;
    for seed in 0..3 {
        line("patients' feedback: no frame, folds", &patients, None, false, &[1_000], seed, ".73/.58", vectors)?;
    }
    retraining(&patients, vectors)
}

/// Seconds to learn again from 1,000 codings.
fn retraining(rows: &[Row], vectors: &Vectors) -> Outcome {
    let some: Vec<&Row> = rows.iter().take(1_000).collect();
    let used: Vec<String> = some.iter().flat_map(|row| row.themes.iter().cloned()).collect();
    let places = theme_places(&[], &used);
    let answers: Vec<InContext<'_>> =
        some.iter().map(|row| InContext { text: &row.text, ..InContext::default() }).collect();
    let coded: Vec<Vec<usize>> =
        some.iter().map(|row| row.themes.iter().filter_map(|key| places.get(key).copied()).collect()).collect();
    let start = Instant::now();
    let coder = Coder::learn(None, places.len(), &answers, &coded, 0, vectors);
    println!("learnt {} codings of {} themes in {:.2} s", answers.len(), coder.themes(), start.elapsed().as_secs_f64());
    Ok(())
}

/// One measurement and its line.
#[expect(clippy::too_many_arguments, reason = "a row of the table")]
fn line(
    name: &str,
    train: &[Row],
    test: Option<&[Row]>,
    has_frame: bool,
    sizes: &[usize],
    seed: u64,
    target: &str,
    vectors: &Vectors,
) -> Outcome {
    let all = || train.iter().chain(test.into_iter().flatten());
    let used: Vec<String> = all().flat_map(|row| row.themes.iter().cloned()).collect();
    let frame = match has_frame {
        true => {
            let (frame, _) =
                CodeFrame::read(FRAME, &std::fs::read_to_string(FRAME)?).map_err(|all| format!("{all:?}"))?;
            Some(frame.rolled_up(&used))
        }
        false => None,
    };
    let known: Vec<String> = frame.iter().flat_map(|frame| &frame.themes).map(|theme| theme.key.clone()).collect();
    let places = theme_places(&known, &used);
    let lexicon = frame.as_ref().map(|frame| Lexicon::new(frame, vectors));
    let measured = test.map(|rows| coded(rows, &places));
    let asked = Asked { lexicon: lexicon.as_ref(), themes: places.len(), sizes, seed };
    let found = evaluate(&coded(train, &places), measured.as_ref(), asked, vectors, &|_| {});
    print(name, &found.agreement, target);
    for (&size, agreement) in sizes.iter().zip(&found.by_size) {
        print(&format!("  after {size} codings"), agreement, if has_frame { "" } else { ".68/.40" });
    }
    Ok(())
}

fn print(name: &str, agreement: &Agreement, target: &str) {
    let mean = |fewest: usize| {
        let f1s: Vec<f64> = agreement.themes.iter().filter(|it| it.support >= fewest).map(|it| it.f1).collect();
        format!("{:.3} ({})", f1s.iter().sum::<f64>() / f1s.len().max(1) as f64, f1s.len())
    };
    let micro = agreement.micro;
    println!(
        "{name:<46} {:>7.3} {:>16} {:>12} {:>12} {target:>8}",
        micro.f1,
        format!("{:.3} to {:.3}", micro.low, micro.high),
        mean(1),
        mean(OFTEN)
    );
}

/// Rows as answers with the places of their themes.
fn coded<'a>(rows: &'a [Row], places: &rustc_hash::FxHashMap<String, usize>) -> Coded<'a> {
    let answer = |row: &'a Row| InContext { text: &row.text, question: &row.question, respondent: &row.respondent };
    let of = |row: &Row| row.themes.iter().filter_map(|key| places.get(key).copied()).collect();
    Coded { answers: rows.iter().map(answer).collect(), themes: rows.iter().map(of).collect() }
}

fn keys(cell: &str, parted_by: char) -> Vec<String> {
    cell.split(parted_by).map(str::trim).filter(|key| !key.is_empty()).map(str::to_owned).collect()
}

fn read_responses(file: &str) -> Result<Vec<Row>, Box<dyn std::error::Error>> {
    let mut rows = Vec::new();
    for line in std::fs::read_to_string(file)?.lines() {
        let response: serde_json::Value = serde_json::from_str(line)?;
        for (question, answer) in response["answers"].as_object().into_iter().flatten() {
            let themes = response["themes"][question].as_array().into_iter().flatten();
            rows.push(Row {
                text: answer.as_str().unwrap_or_default().to_owned(),
                question: question.clone(),
                respondent: response["id"].as_str().unwrap_or_default().to_owned(),
                themes: themes.filter_map(|key| key.as_str()).map(str::to_owned).collect(),
            });
        }
    }
    Ok(rows)
}

fn read_csv(file: &str) -> Result<Vec<Row>, Box<dyn std::error::Error>> {
    let mut rows = Vec::new();
    for record in csv::Reader::from_path(file)?.records() {
        let record = record?;
        let cell = |at: usize| record.get(at).unwrap_or_default().to_owned();
        rows.push(Row { respondent: cell(2), question: cell(3), text: cell(4), themes: keys(&cell(5), ';') });
    }
    Ok(rows)
}

fn read_tsv(file: &str) -> Result<Vec<Row>, Box<dyn std::error::Error>> {
    let whole = std::fs::read_to_string(file)?;
    let rows = whole.lines().skip(1).map(|line| {
        let mut cells = line.split('\t');
        let text = cells.next().unwrap_or_default().to_owned();
        let themes = keys(cells.next().unwrap_or_default(), '|');
        Row { text, question: String::new(), respondent: String::new(), themes }
    });
    Ok(rows
        .filter(|row| content_of(&row.text) == Content::Something && row.themes.iter().all(|key| key != UNLABELLED))
        .collect())
}
