//! How often the language of an answer is told rightly, left undetermined, or told wrongly.
//!
//! `cargo bench --bench language` reads the illustrative responses; `-- FILE.tsv…` reads files of `text`, tab,
//! two-letter code instead (`und` for a language that has no name here). With `show` it prints each answer
//! that is told wrongly. A response in another language may hold an answer in English: those are listed here.

use std::collections::BTreeMap;

use heard::text::Language;

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// The bundled responses.
const RESPONSES: &str = "tests/data/responses/worcestershire-illustrative.jsonl";

/// Answers in English inside responses in another language.
const IN_ENGLISH: &[(&str, &str)] = &[
    ("A0105", "improve"),
    ("A0105", "keep"),
    ("A0133", "improve"),
    ("A0229", "keep"),
    ("A0236", "keep"),
    ("A0360", "improve"),
    ("A0397", "improve"),
];

fn main() -> Outcome {
    let (options, files): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).filter(|word| word != "--bench").partition(|word| word == "show");
    let show = !options.is_empty();
    if files.is_empty() {
        measure("illustrative responses", &responses()?, show);
    }
    for file in files {
        let whole = std::fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
        let rows = whole.lines().skip(1).filter_map(|line| line.split_once('\t'));
        let answers: Vec<_> = rows.map(|(text, code)| (text.to_owned(), code.trim().to_owned())).collect();
        measure(&file, &answers, show);
    }
    Ok(())
}

/// The answers of the bundled responses, each with the code of its language.
fn responses() -> Result<Vec<(String, String)>, Box<dyn std::error::Error>> {
    let mut answers = Vec::new();
    for line in std::fs::read_to_string(RESPONSES)?.lines() {
        let response: serde_json::Value = serde_json::from_str(line)?;
        let id = response["id"].as_str().unwrap_or_default();
        for (question, answer) in response["answers"].as_object().into_iter().flatten() {
            let is_english = IN_ENGLISH.contains(&(id, question.as_str()));
            let code = if is_english { "en" } else { response["language"].as_str().unwrap_or_default() };
            answers.push((answer.as_str().unwrap_or_default().to_owned(), code.to_owned()));
        }
    }
    Ok(answers)
}

/// Prints right, undetermined and wrong for English, for the rest together and for each language.
fn measure(name: &str, answers: &[(String, String)], show: bool) {
    let mut counts: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for (text, code) in answers {
        let found = Language::of(text).code();
        let outcome = match found {
            found if found == code => 0,
            "und" => 1,
            _ => 2,
        };
        let group = if code == "en" { "English" } else { "other languages" };
        for key in [group, code] {
            counts.entry(key).or_default()[outcome] += 1;
        }
        if show && outcome == 2 {
            println!("  {code} told as {found}: {text}");
        }
    }
    println!("{name}\n  {:16} {:>7} {:>7} {:>13} {:>7}", "", "answers", "right", "undetermined", "wrong");
    for (group, outcomes) in counts.iter().filter(|(group, _)| **group != "en") {
        let all: usize = outcomes.iter().sum();
        let share = |place: usize| 100.0 * outcomes[place] as f64 / all as f64;
        println!("  {group:16} {all:7} {:6.1}% {:12.1}% {:6.1}%", share(0), share(1), share(2));
    }
}
