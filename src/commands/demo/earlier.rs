//! The consultation that the demo's town held two years ago, with the same questions, so that there is a change to see:
//! a copy of the bundled survey with other days, and some of its invented answers.
//!
//! Fewer of them speak of getting about then. It feeds no plan: the plan rests on what is asked now.

use std::path::Path;

use anyhow::Context;
use jiff::ToSpan;
use jiff::civil::Date;

use crate::library::Library;

/// The survey that is copied, and the key of the copy.
const NOW: &str = "worcestershire-cypp";
const KEY: &str = "worcestershire-cypp-earlier";
/// The file of invented answers in a survey's folder.
const ANSWERS: &str = "illustrative.csv";
/// Of every so many invented answers one is taken, and of those that speak of getting about one in so many again.
const ONE_IN: usize = 2;
const ONE_OF_THEM_IN: usize = 12;
/// How getting about is spoken of.
const GETTING_ABOUT: [&str; 3] = ["bus", "train", "transport"];

/// Writes the survey and its answers into the data folder where they are not there yet.
///
/// # Errors
/// When the data folder cannot be written.
pub fn open(data: &Path, today: Date) -> anyhow::Result<()> {
    let folder = data.join("surveys").join(KEY);
    if folder.exists() {
        return Ok(());
    }
    let opens = today.saturating_sub(2.years());
    let closes = opens.saturating_add(60.days());
    for (path, bytes) in Library::bundled_survey(NOW) {
        let (is_words, is_answers) = (path.starts_with("wording/"), path == ANSWERS);
        if !(path == "survey.toml" || is_words || is_answers) {
            continue;
        }
        let text = String::from_utf8(bytes).with_context(|| format!("{path} is not text"))?;
        let line = |line: &str| match line.split_once('=').map(|(key, _)| key.trim()) {
            Some("key") if line == format!("key = \"{NOW}\"") => format!("key = \"{KEY}\"\n"),
            Some("opens") => format!("opens = \"{opens}\"\n"),
            Some("closes") => format!("closes = \"{closes}\"\n"),
            Some("plan") => String::new(),
            Some("title") if is_words && line.ends_with('"') => {
                format!("{} ({})\"\n", line.trim_end_matches('"'), opens.year())
            }
            _ => format!("{line}\n"),
        };
        let written = if is_answers { some(&text)? } else { text.lines().map(line).collect() };
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap_or(&folder))?;
        std::fs::write(&path, written)?;
    }
    Ok(())
}

/// Some of the answers, always the same.
fn some(answers: &str) -> anyhow::Result<String> {
    let mut reader = csv::Reader::from_reader(answers.as_bytes());
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(reader.headers()?)?;
    let mut about = 0;
    for (at, record) in reader.records().enumerate() {
        let record = record?;
        let words: String = record.iter().collect::<Vec<_>>().join(" ").to_lowercase();
        let is_about = GETTING_ABOUT.iter().any(|word| words.contains(word));
        about += usize::from(is_about);
        if at % ONE_IN == 0 && (!is_about || about % ONE_OF_THEM_IN == 0) {
            writer.write_record(&record)?;
        }
    }
    Ok(String::from_utf8(writer.into_inner()?)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::Alike;

    #[test]
    fn it_asks_what_is_asked_now_of_the_same_people_and_feeds_no_plan() {
        let data = tempfile::tempdir().unwrap();
        open(data.path(), jiff::civil::date(2026, 11, 26)).unwrap();
        open(data.path(), jiff::civil::date(2026, 11, 27)).unwrap();
        let library = Library::load(Some(data.path())).unwrap();
        let [earlier, now] = [KEY, NOW].map(|key| library.find_consultation(key).unwrap());
        assert!(Alike::of(now, earlier, "").are_all);
        assert_eq!((earlier.opens, earlier.plan.as_deref()), (jiff::civil::date(2024, 11, 26), None));
        assert!(earlier.default_words().title.ends_with("(2024)"), "{}", earlier.default_words().title);
        let (_, answers) = library.sample(earlier).unwrap();
        let rows = csv::Reader::from_reader(&*answers).into_records().count();
        assert!((150..400).contains(&rows), "{rows}");
    }
}
