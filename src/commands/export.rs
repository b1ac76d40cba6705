//! `heard export`: a consultation's responses to files, words redacted unless told otherwise.
//!
//! Reads the database in parts, so that its size does not matter. Leaves out the files' layout (`report`) and
//! published figures: what is written here is for the council's own analysts, under its own controls.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use indicatif::ProgressBar;

use super::serve;
use crate::config::Config;
use crate::report::csv::CsvWriter;
use crate::report::json::{self, JsonWriter, Opening};
use crate::store::{RedactedAnswer, Store, StoredCodeFrame, StoredCoding, StoredResponse, StoredTheme};
use crate::survey::{Answer, Consultation};

/// How many responses are read from the database at once.
const PART: usize = 2_000;

/// What to write.
#[derive(Debug, Clone, clap::Args)]
pub struct Args {
    /// The key of the consultation, for example worcestershire-cypp
    pub consultation: String,
    /// csv, json, or both with a comma between
    #[arg(long, value_delimiter = ',', required = true, value_parser = ["csv", "json"])]
    pub format: Vec<String>,
    /// The folder to write into; made when missing
    #[arg(long, value_name = "PATH")]
    pub out: PathBuf,
    /// Write words as they were given, with names and other personal data in them
    #[arg(long)]
    pub unredacted: bool,
}

/// A stored frame with its themes.
type Frame = (StoredCodeFrame, Vec<StoredTheme>);

/// Writes the files.
///
/// # Errors
/// When the consultation is not known, the folder cannot be written or the database fails.
pub fn run(args: &Args, config: &Config) -> anyhow::Result<()> {
    let library = serve::load_library(config)?;
    let Some(consultation) = library.find_consultation(&args.consultation) else {
        let known: Vec<&str> = library.consultations().map(|known| known.key.as_str()).collect();
        bail!("there is no consultation \"{}\"; known are: {}", args.consultation, known.join(", "));
    };
    let store = serve::open_store(config)?;
    std::fs::create_dir_all(&args.out).with_context(|| format!("cannot make the folder {}", args.out.display()))?;
    let frames = store.list_code_frames(&consultation.key)?.into_iter().map(|frame| {
        let themes = store.list_themes(frame.id)?;
        Ok((frame, themes))
    });
    let frames: Vec<Frame> = frames.collect::<anyhow::Result<_>>()?;
    for format in &args.format {
        let path = args.out.join(format!("{}.{format}", consultation.key));
        let written = match format.as_str() {
            "csv" => write_csv(&path, &store, consultation, &frames, args.unredacted)?,
            _ => write_json(&path, &store, consultation, &frames, args.unredacted)?,
        };
        println!("{}: {written} responses.", path.display());
    }
    if args.unredacted {
        println!("The words are as they were given: they may hold personal data. Keep the files safe.");
    }
    Ok(())
}

/// One response with everything that is written of it.
struct Whole {
    stored: StoredResponse,
    /// By answer identifier; free text only.
    words: BTreeMap<i64, RedactedAnswer>,
    codings: BTreeMap<i64, Vec<StoredCoding>>,
}

impl Whole {
    /// An answer as it is written: free text redacted unless told otherwise, choices as their keys.
    fn text(&self, answer_id: i64, answer: &Answer, unredacted: bool) -> String {
        match self.words.get(&answer_id) {
            Some(words) if unredacted => words.unredacted().to_owned(),
            Some(words) => words.text(),
            None => answer.as_str().to_owned(),
        }
    }

    /// Each answer with its identifier and question.
    fn answers(&self) -> impl Iterator<Item = (i64, &str, &Answer)> {
        let ids = self.stored.answer_ids.iter().copied();
        ids.zip(&self.stored.response.answers).map(|(id, (question, answer))| (id, question.as_str(), answer))
    }

    /// The identifier that an import knows it again by.
    fn id(&self) -> String {
        self.stored.import_id.clone().unwrap_or_else(|| format!("{:016x}", self.stored.id))
    }
}

/// Reads every response in parts and hands each on. Gives how many there were.
fn for_each(
    store: &Store,
    consultation: &str,
    mut take: impl FnMut(Whole) -> anyhow::Result<()>,
) -> anyhow::Result<usize> {
    let bar = ProgressBar::new_spinner();
    bar.enable_steady_tick(std::time::Duration::from_millis(200));
    let (mut after, mut count) = (0, 0);
    loop {
        let part = store.list_responses(consultation, after, PART)?;
        let Some(last) = part.last() else { break };
        after = last.id;
        let ids: Vec<i64> = part.iter().flat_map(|response| response.answer_ids.iter().copied()).collect();
        let mut words: BTreeMap<i64, RedactedAnswer> =
            store.get_answers(&ids)?.into_iter().map(|answer| (answer.id(), answer)).collect();
        let mut codings: BTreeMap<i64, Vec<StoredCoding>> = BTreeMap::new();
        for coding in store.codings_of(&ids)? {
            codings.entry(coding.answer_id).or_default().push(coding);
        }
        for stored in part {
            let own = stored.answer_ids.clone();
            let words = own.iter().filter_map(|id| Some((*id, words.remove(id)?))).collect();
            let codings = own.iter().filter_map(|id| Some((*id, codings.remove(id)?))).collect();
            take(Whole { stored, words, codings })?;
            count += 1;
        }
        bar.set_message(format!("{count} responses"));
    }
    bar.finish_and_clear();
    Ok(count)
}

/// One row a response; a column a question, then one of 0 and 1 for each theme of the code frame.
fn write_csv(
    path: &Path,
    store: &Store,
    consultation: &Consultation,
    frames: &[Frame],
    unredacted: bool,
) -> anyhow::Result<usize> {
    let key = consultation.code_frame.as_deref().unwrap_or_default();
    let themes = frames.iter().find(|(frame, _)| frame.key == key && frame.question.is_none());
    let themes = themes.map(|(_, themes)| themes.as_slice()).unwrap_or_default();
    let asked: Vec<&str> =
        consultation.questions.iter().map(|question| question.key.as_str()).filter(|key| *key != "district").collect();
    let mut headers: Vec<String> =
        ["id", "perspective", "district", "language", "submitted-on"].map(str::to_owned).into();
    headers.extend(asked.iter().map(|key| (*key).to_owned()));
    headers.extend(themes.iter().map(|theme| format!("theme:{}", theme.key)));
    let mut writer = CsvWriter::new(BufWriter::new(create(path)?), &headers)?;
    let count = for_each(store, &consultation.key, |whole| {
        let response = &whole.stored.response;
        let (district, day) = (response.district.as_str().to_owned(), response.submitted_on.to_string());
        let mut cells = vec![whole.id(), response.perspective.clone(), district, response.language.0.clone(), day];
        for key in &asked {
            let answer = whole.answers().find(|(_, question, _)| question == key);
            cells.push(answer.map(|(id, _, answer)| whole.text(id, answer, unredacted)).unwrap_or_default());
        }
        for theme in themes {
            let named = whole.codings.values().flatten().any(|coding| coding.theme_id == theme.id);
            cells.push(if named { "1" } else { "0" }.to_owned());
        }
        Ok(writer.write(&cells)?)
    })?;
    writer.finish()?.flush()?;
    Ok(count)
}

/// Everything that is stored of each response, with the code frames that it was coded by.
fn write_json(
    path: &Path,
    store: &Store,
    consultation: &Consultation,
    frames: &[Frame],
    unredacted: bool,
) -> anyhow::Result<usize> {
    let opening = Opening {
        consultation: consultation.key.clone(),
        exported_on: crate::web::today().to_string(),
        redacted: !unredacted,
        code_frames: frames.iter().map(exported_frame).collect(),
    };
    let names: BTreeMap<i64, (String, String)> = frames
        .iter()
        .flat_map(|(frame, themes)| themes.iter().map(move |theme| (theme.id, (frame_name(frame), theme.key.clone()))))
        .collect();
    let mut writer = JsonWriter::new(BufWriter::new(create(path)?), &opening)?;
    let count = for_each(store, &consultation.key, |whole| {
        let response = &whole.stored.response;
        let answers = whole.answers().map(|(id, question, answer)| json::Answer {
            question: question.to_owned(),
            answer: whole.text(id, answer, unredacted),
            words: whole.words.get(&id).map(exported_words),
            themes: whole.codings.get(&id).into_iter().flatten().filter_map(|it| exported_coding(it, &names)).collect(),
        });
        Ok(writer.write(&json::Response {
            id: whole.id(),
            digest: whole.stored.digest.clone(),
            perspective: response.perspective.clone(),
            district: response.district.as_str().to_owned(),
            language: response.language.0.clone(),
            submitted_on: response.submitted_on.to_string(),
            origin: response.origin.as_str(),
            answers: answers.collect(),
        })?)
    })?;
    writer.finish()?.flush()?;
    Ok(count)
}

fn create(path: &Path) -> anyhow::Result<File> {
    File::create(path).with_context(|| format!("{} cannot be written", path.display()))
}

fn frame_name(frame: &StoredCodeFrame) -> String {
    match &frame.question {
        Some(question) => format!("{}/{question}", frame.key),
        None => frame.key.clone(),
    }
}

fn exported_frame((frame, themes): &Frame) -> json::CodeFrame {
    let theme = |theme: &StoredTheme| json::Theme {
        key: theme.key.clone(),
        name: theme.name.clone(),
        definition: theme.definition.clone(),
        terms: theme.terms.clone(),
        status: theme.status.as_str(),
    };
    json::CodeFrame {
        key: frame.key.clone(),
        question: frame.question.clone(),
        version: frame.version.clone(),
        origin: frame.origin.as_str(),
        engine: frame.engine.clone(),
        seed: frame.seed.to_string(),
        themes: themes.iter().map(theme).collect(),
    }
}

fn exported_words(words: &RedactedAnswer) -> json::Words {
    let redaction = |found: &crate::store::Redaction| json::Redaction {
        start: found.characters.start,
        end: found.characters.end,
        kind: found.kind.clone(),
    };
    json::Words {
        language: words.language().to_owned(),
        screened: words.is_screened(),
        redactions: words.redactions().iter().map(redaction).collect(),
    }
}

fn exported_coding(coding: &StoredCoding, names: &BTreeMap<i64, (String, String)>) -> Option<json::Coding> {
    let (code_frame, theme) = names.get(&coding.theme_id)?.clone();
    let (score, primary) = (coding.score, coding.primary);
    Some(json::Coding { code_frame, theme, judge: coding.judge.as_str(), score, primary })
}
