//! Reads a survey's files into a [`Consultation`], or says everything that is wrong with them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::consultation::{Consultation, Help, Perspective};
use super::question::{Question, QuestionKind, Source};
use super::wording::{Language, Wording};
use crate::finding::{Finding, Severity, read_toml};

/// The files of one survey folder: names as a reader should see them, and contents.
#[derive(Debug, Clone, Default)]
pub struct SurveyFiles {
    /// `survey.toml`: its name and contents.
    pub survey: (String, String),
    /// `wording/xx.toml` by language code: name and contents.
    pub wordings: BTreeMap<String, (String, String)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SurveyFile {
    key: String,
    organisation: String,
    opens: String,
    closes: String,
    geography: String,
    plan: Option<String>,
    code_frame: Option<String>,
    languages: Vec<String>,
    sample: Option<String>,
    #[serde(default)]
    help: Vec<Help>,
    #[serde(default)]
    perspective: Vec<Perspective>,
    #[serde(default)]
    question: Vec<QuestionFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionFile {
    key: String,
    kind: String,
    #[serde(default)]
    options: Vec<String>,
    perspectives: Option<Vec<String>>,
    #[serde(default)]
    source: Source,
    note: Option<String>,
}

/// Reads a survey. On success also gives what a careful reader would question.
///
/// # Errors
/// Every finding, when at least one keeps the survey from being used.
pub fn parse(files: &SurveyFiles) -> Result<(Consultation, Vec<Finding>), Vec<Finding>> {
    let (file, text) = (&files.survey.0, &files.survey.1);
    let raw: SurveyFile = read_toml(file, text).map_err(|finding| vec![finding])?;
    let mut findings = Vec::new();
    let opens = read_date(file, "opens", &raw.opens, &mut findings);
    let closes = read_date(file, "closes", &raw.closes, &mut findings);
    if closes < opens {
        findings.push(Finding::error(file, "closes", format!("closes on {closes}, before it opens on {opens}")));
    }
    check_keys(file, &raw, &mut findings);
    let questions: Vec<Question> =
        raw.question.iter().filter_map(|question| read_question(file, question, &raw, &mut findings)).collect();
    let wordings = read_wordings(files, &raw.languages, &mut findings);
    for (language, wording) in &wordings {
        let name = files.wordings.get(language.as_str()).map_or(file, |(name, _)| name);
        check_wording(name, wording, &raw, &questions, &mut findings);
    }
    let default_language = Language(raw.languages.first().cloned().unwrap_or_default());
    let unusable = findings.iter().any(|finding| finding.severity == Severity::Error);
    if unusable || !wordings.contains_key(&default_language) {
        return Err(findings);
    }
    let consultation = Consultation {
        key: raw.key,
        organisation: raw.organisation,
        opens,
        closes,
        geography: raw.geography,
        plan: raw.plan,
        code_frame: raw.code_frame,
        sample: raw.sample,
        help: raw.help,
        perspectives: raw.perspective,
        questions,
        digest: digest(files),
        default_language,
        wordings,
    };
    Ok((consultation, findings))
}

fn read_date(file: &str, key: &str, text: &str, findings: &mut Vec<Finding>) -> Date {
    text.parse().unwrap_or_else(|_| {
        let problem = format!("\"{text}\" is not a day: write it as year, month and day, for example 2026-11-02");
        findings.push(Finding::error(file, key, problem));
        Date::default()
    })
}

fn is_key(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn check_keys(file: &str, raw: &SurveyFile, findings: &mut Vec<Finding>) {
    let keys = [("key", &raw.key), ("geography", &raw.geography)].into_iter();
    let perspectives = raw.perspective.iter().map(|perspective| ("perspective.key", &perspective.key));
    let questions = raw.question.iter().map(|question| ("question.key", &question.key));
    let mut seen = BTreeSet::new();
    for (place, key) in keys.chain(perspectives).chain(questions) {
        if !is_key(key) {
            let problem = format!("\"{key}\" is not a key: use lower-case letters, digits and hyphens");
            findings.push(Finding::error(file, place, problem));
        }
        if place.contains('.') && !seen.insert((place, key)) {
            findings.push(Finding::error(file, place, format!("\"{key}\" stands twice: give each its own key")));
        }
    }
    if raw.perspective.is_empty() {
        findings.push(Finding::error(file, "perspective", "no [[perspective]]: say who is asked"));
    }
    if raw.question.is_empty() {
        findings.push(Finding::error(file, "question", "no [[question]]: say what is asked"));
    }
    if raw.help.is_empty() {
        findings.push(Finding::warning(file, "help", "no [[help]]: people in distress need to see who to talk to"));
    }
    if raw.languages.is_empty() {
        findings.push(Finding::error(file, "languages", "no language: list at least one, the default first"));
    }
}

fn read_question(file: &str, raw: &QuestionFile, survey: &SurveyFile, findings: &mut Vec<Finding>) -> Option<Question> {
    let place = |part: &str| format!("question.{}.{part}", raw.key);
    for key in raw.perspectives.iter().flatten() {
        if !survey.perspective.iter().any(|perspective| perspective.key == *key) {
            let problem = format!("\"{key}\" is not a perspective of this survey");
            findings.push(Finding::error(file, place("perspectives"), problem));
        }
    }
    let kind = match raw.kind.as_str() {
        "district" => QuestionKind::District,
        "long-text" => QuestionKind::LongText,
        "one-of" if raw.options.len() >= 2 => QuestionKind::OneOf { options: raw.options.clone() },
        "one-of" => {
            findings.push(Finding::error(file, place("options"), "needs at least two options"));
            return None;
        }
        other => {
            let problem = format!("\"{other}\" is not a kind: use district, one-of or long-text");
            findings.push(Finding::error(file, place("kind"), problem));
            return None;
        }
    };
    if !matches!(kind, QuestionKind::OneOf { .. }) && !raw.options.is_empty() {
        findings.push(Finding::error(file, place("options"), "only a one-of question has options"));
    }
    let Some(distinct) = Some(raw.options.iter().collect::<BTreeSet<_>>()).filter(|set| set.len() == raw.options.len())
    else {
        findings.push(Finding::error(file, place("options"), "an option stands twice"));
        return None;
    };
    drop(distinct);
    Some(Question {
        key: raw.key.clone(),
        kind,
        perspectives: raw.perspectives.clone(),
        source: raw.source,
        note: raw.note.clone(),
    })
}

fn read_wordings(
    files: &SurveyFiles,
    languages: &[String],
    findings: &mut Vec<Finding>,
) -> BTreeMap<Language, Wording> {
    let mut wordings = BTreeMap::new();
    for language in languages {
        let Some((name, text)) = files.wordings.get(language) else {
            let problem = format!("no wording/{language}.toml beside it: write the words or take the language out");
            findings.push(Finding::error(&files.survey.0, "languages", problem));
            continue;
        };
        match read_toml(name, text) {
            Ok(wording) => {
                wordings.insert(Language(language.clone()), wording);
            }
            Err(finding) => findings.push(finding),
        }
    }
    wordings
}

fn check_wording(file: &str, wording: &Wording, raw: &SurveyFile, questions: &[Question], findings: &mut Vec<Finding>) {
    for perspective in &raw.perspective {
        if !wording.perspective.contains_key(&perspective.key) {
            findings.push(Finding::error(file, format!("perspective.{}", perspective.key), "has no words"));
        }
        for question in questions.iter().filter(|question| question.is_asked_of(&perspective.key)) {
            let place = format!("question.{}.{}", question.key, perspective.key);
            let Some(words) = wording.find_question(&question.key, &perspective.key) else {
                findings.push(Finding::error(file, place, "has no words: this perspective is asked the question"));
                continue;
            };
            if words.ask.trim().is_empty() {
                findings.push(Finding::error(file, format!("{place}.ask"), "is blank"));
            }
            let QuestionKind::OneOf { options } = &question.kind else { continue };
            for option in options.iter().filter(|option| !words.options.contains_key(*option)) {
                findings.push(Finding::error(file, format!("{place}.options.{option}"), "has no words"));
            }
        }
    }
    for (key, editions) in &wording.question {
        let Some(question) = questions.iter().find(|question| question.key == *key) else {
            findings.push(Finding::error(file, format!("question.{key}"), "is not a question of this survey"));
            continue;
        };
        for edition in editions.keys().filter(|edition| *edition != "any" && !question.is_asked_of(edition)) {
            findings.push(Finding::warning(file, format!("question.{key}.{edition}"), "is never shown to anyone"));
        }
    }
}

fn digest(files: &SurveyFiles) -> String {
    let mut hasher = Sha256::new().chain_update(&files.survey.1);
    for (language, (_, text)) in &files.wordings {
        hasher = hasher.chain_update(language).chain_update(text);
    }
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    const SURVEY: &str = r#"
key = "small"
organisation = "A council"
opens = "2026-11-02"
closes = "2026-12-19"
geography = "worcestershire"
languages = ["en"]
[[help]]
name = "Childline"
for = "children"
phone = "0800 1111"
[[perspective]]
key = "child"
edition = "child"
[[perspective]]
key = "citizen"
[[question]]
key = "district"
kind = "district"
[[question]]
key = "age-band"
kind = "one-of"
options = ["5-7", "8-11"]
perspectives = ["child"]
[[question]]
key = "keep"
kind = "long-text"
"#;

    const WORDS: &str = r#"
[consultation]
title = "T"
summary = "S"
who_asks = "W"
why = "Y"
how_long = "H"
what_happens = "N"
undecided = "U"
[perspective.child]
name = "Child"
plural = "Children"
choose = "I am a child"
[perspective.citizen]
name = "Citizen"
plural = "Citizens"
choose = "I live here"
[question.district.any]
ask = "Where?"
[question.age-band.child]
ask = "How old?"
options = { 5-7 = { label = "5 to 7" }, 8-11 = { label = "8 to 11" } }
[question.keep.child]
ask = "What is good?"
[question.keep.citizen]
ask = "What should be kept?"
"#;

    fn files(survey: &str, words: &str) -> SurveyFiles {
        SurveyFiles {
            survey: ("survey.toml".into(), survey.into()),
            wordings: BTreeMap::from([("en".into(), ("wording/en.toml".into(), words.into()))]),
        }
    }

    pub(in crate::survey) fn small_survey() -> Consultation {
        parse(&files(SURVEY, WORDS)).unwrap().0
    }

    #[test]
    fn a_whole_survey_is_read_without_findings() {
        let (survey, findings) = parse(&files(SURVEY, WORDS)).unwrap();
        assert_eq!(findings, []);
        assert_eq!(survey.find_words(&Language::english(), "keep", "child").unwrap().ask, "What is good?");
        assert_eq!(survey.find_words(&Language::english(), "district", "citizen").unwrap().ask, "Where?");
    }

    #[test]
    fn every_fault_is_named_with_file_and_key() {
        let cases = [
            (SURVEY.replace("long-text", "longtext"), WORDS.to_owned(), "question.keep.kind"),
            (SURVEY.replace("2026-12-19", "19 December"), WORDS.to_owned(), "closes"),
            (SURVEY.replace("2026-12-19", "2026-10-19"), WORDS.to_owned(), "closes"),
            (SURVEY.replace("\"small\"", "\"Small!\""), WORDS.to_owned(), "key"),
            (SURVEY.replace("[\"child\"]", "[\"teacher\"]"), WORDS.to_owned(), "question.age-band.perspectives"),
            (SURVEY.replace("[\"5-7\", \"8-11\"]", "[\"5-7\"]"), WORDS.to_owned(), "question.age-band.options"),
            (SURVEY.replace("[\"en\"]", "[\"en\", \"cy\"]"), WORDS.to_owned(), "languages"),
            (
                SURVEY.to_owned(),
                WORDS.replace("[question.keep.citizen]", "[question.keep.other]"),
                "question.keep.citizen",
            ),
            (SURVEY.to_owned(), WORDS.replace("8-11 =", "9-11 ="), "question.age-band.child.options.8-11"),
        ];
        for (survey, words, key) in cases {
            let findings = parse(&files(&survey, &words)).unwrap_err();
            assert!(findings.iter().any(|finding| finding.key == key), "{key}: {findings:?}");
        }
    }

    #[test]
    fn broken_toml_is_reported_with_its_line() {
        let findings = parse(&files("key = \"a\"\norganisation = \n", WORDS)).unwrap_err();
        assert_eq!(findings[0].line, Some(2), "{findings:?}");
    }
}
