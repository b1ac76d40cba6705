//! Reads a survey's files into a [`Consultation`], or says everything that is wrong with them.

mod questions;
mod words;

pub use questions::KINDS;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use super::format::{QuestionFile, SurveyFile};
use super::{Assessment, Consultation, Language, is_key};
use crate::finding::{Finding, Severity, read_toml};

/// The files of one survey folder: names as a reader should see them, and contents.
#[derive(Debug, Clone, Default)]
pub struct SurveyFiles {
    /// `survey.toml`: its name and contents.
    pub survey: (String, String),
    /// `wording/xx.toml` by language code: name and contents.
    pub wordings: BTreeMap<String, (String, String)>,
}

/// What is wrong with `survey.toml`, as it is found.
struct Faults<'a> {
    file: &'a str,
    findings: &'a mut Vec<Finding>,
}

impl Faults<'_> {
    /// A fault in one part of a question.
    fn error(&mut self, question: &QuestionFile, part: &str, problem: impl Into<String>) {
        self.whole(&format!("question.{}.{part}", question.key), problem);
    }

    /// A fault in a part of the file.
    fn whole(&mut self, place: &str, problem: impl Into<String>) {
        self.findings.push(Finding::error(self.file, place, problem));
    }
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
    let assessment = read_assessment(file, &raw, &mut findings);
    check_keys(file, &raw, &mut findings);
    let questions = questions::read(&raw, &mut Faults { file, findings: &mut findings });
    let wordings = words::read(files, &raw, &questions, &mut findings);
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
        assessment,
        help: raw.help,
        sensitive: raw.sensitive,
        easy_read: raw.easy_read,
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

fn read_assessment(file: &str, raw: &SurveyFile, findings: &mut Vec<Finding>) -> Option<Assessment> {
    let problem = match raw.assessment.as_ref()?.read() {
        Ok(assessment) => return Some(assessment),
        Err(problem) => problem,
    };
    findings.push(Finding::error(file, format!("assessment.{}", problem.part()), problem.to_string()));
    None
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
    for perspective in raw.perspective.iter().filter(|one| one.ages.is_some_and(|(least, most)| least > most)) {
        let place = format!("perspective.{}.ages", perspective.key);
        findings.push(Finding::error(file, place, "the youngest age comes first"));
    }
    if raw.languages.is_empty() {
        findings.push(Finding::error(file, "languages", "no language: list at least one, the default first"));
    }
}

/// SHA-256 of a survey's files, in hexadecimal (see [`Consultation::digest`]).
pub fn digest(files: &SurveyFiles) -> String {
    let mut hasher = Sha256::new().chain_update(&files.survey.1);
    for (language, (_, text)) in &files.wordings {
        hasher = hasher.chain_update(language).chain_update(text);
    }
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::survey::Reader;

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
kind = "age-band"
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

    /// The small survey with other questions and their words.
    pub(in crate::survey) fn survey_with(questions: &str, words: &str) -> Consultation {
        parse(&files_of(questions, words)).unwrap().0
    }

    /// The files of the small survey with other questions and their words.
    pub(in crate::survey) fn files_of(questions: &str, words: &str) -> SurveyFiles {
        let (survey, _) = SURVEY.split_once("[[question]]").unwrap();
        let (wording, _) = WORDS.split_once("[question.").unwrap();
        files(&format!("{survey}{questions}"), &format!("{wording}{words}"))
    }

    /// The same with both files changed.
    pub(in crate::survey) fn survey_of(
        questions: &str,
        words: &str,
        survey: impl Fn(&str) -> String,
        wording: impl Fn(&str) -> String,
    ) -> Consultation {
        let whole = files_of(questions, words);
        parse(&files(&survey(&whole.survey.1), &wording(&whole.wordings["en"].1))).unwrap().0
    }

    fn reader<'a>(language: &'a Language, perspective: &'a str) -> Reader<'a> {
        Reader { language, perspective, age_band: None, easy_read: false }
    }

    #[test]
    fn a_whole_survey_is_read_without_findings() {
        let (survey, findings) = parse(&files(SURVEY, WORDS)).unwrap();
        assert_eq!(findings, []);
        let english = Language::english();
        assert_eq!(survey.find_words(reader(&english, "child"), "keep").unwrap().words.ask, "What is good?");
        assert_eq!(survey.find_words(reader(&english, "citizen"), "district").unwrap().words.ask, "Where?");
    }

    #[test]
    fn every_fault_is_named_with_file_and_key() {
        let cases = [
            (SURVEY.replace("long-text", "longtext"), WORDS.to_owned(), "question.keep.kind"),
            (
                SURVEY.replace("\"long-text\"", "\"long-text\"\nwhen = [{ question = \"later\", answered = true }]"),
                WORDS.to_owned(),
                "question.keep.when",
            ),
            (SURVEY.replace("\"long-text\"", "\"long-text\"\nleast = 3"), WORDS.to_owned(), "question.keep.least"),
            (SURVEY.replace("\"8-11\"]", "\"old\"]"), WORDS.replace("8-11 =", "old ="), "question.age-band.options"),
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

    /// The small survey with a second language that says only this, read with its findings.
    fn with_welsh(welsh: &str) -> (Consultation, Vec<Finding>) {
        let mut files = files(&SURVEY.replace("[\"en\"]", "[\"en\", \"cy\"]"), WORDS);
        files.wordings.insert("cy".into(), ("wording/cy.toml".into(), welsh.into()));
        parse(&files).unwrap()
    }

    #[test]
    fn what_a_language_lacks_is_reported_and_the_default_stands_in_saying_so() {
        let (survey, findings) = with_welsh("[question.keep.child]\nask = \"Beth sy’n dda?\"\n");
        assert!(findings.iter().all(|finding| finding.severity == Severity::Warning));
        for place in ["consultation", "perspective.child", "question.keep.citizen", "question.district.child"] {
            assert!(findings.iter().any(|finding| finding.key == place), "{place}: {findings:?}");
        }
        let welsh = Language("cy".into());
        let say = |perspective: &'static str| survey.find_words(reader(&welsh, perspective), "keep").unwrap();
        assert_eq!((say("child").words.ask.as_str(), say("child").language.as_str()), ("Beth sy’n dda?", "cy"));
        assert_eq!(
            (say("citizen").words.ask.as_str(), say("citizen").language.as_str()),
            ("What should be kept?", "en")
        );
        assert_eq!(survey.words(&welsh).language.as_str(), "en");
    }

    #[test]
    fn half_translated_options_are_never_shown() {
        let half =
            "[question.age-band.child]\nask = \"Faint?\"\noptions = { 5-7 = { label = \"5 i 7\" }, 8-11 = {} }\n";
        let (survey, findings) = with_welsh(half);
        assert!(findings.iter().any(|finding| finding.key == "question.age-band.child.options.8-11"), "{findings:?}");
        let welsh = Language("cy".into());
        assert_eq!(survey.find_words(reader(&welsh, "child"), "age-band").unwrap().language.as_str(), "en");
    }

    #[test]
    fn words_for_an_age_or_in_short_sentences_come_before_the_perspectives_own() {
        let words = format!(
            "{WORDS}[question.keep.\"child@5-7\"]\nask = \"Small\"\n[question.keep.easy-read]\nask = \"Short\"\n"
        );
        let easy = SURVEY.replace("languages", "easy_read = true\nlanguages");
        let (survey, findings) = parse(&files(&easy, &words)).unwrap();
        assert_eq!(findings, []);
        let english = Language::english();
        let ask = |reader: Reader<'_>| survey.find_words(reader, "keep").unwrap().words.ask.clone();
        let child = reader(&english, "child");
        assert_eq!(ask(Reader { age_band: Some("5-7"), ..child }), "Small");
        assert_eq!(ask(Reader { age_band: Some("8-11"), ..child }), "What is good?");
        assert_eq!(ask(Reader { easy_read: true, age_band: Some("5-7"), ..child }), "Short");
        let (_, findings) = parse(&files(SURVEY, &words)).unwrap();
        assert!(findings.iter().any(|finding| finding.key == "question.keep.easy-read"), "{findings:?}");
    }

    #[test]
    fn a_survey_written_by_the_editor_reads_the_same() {
        let file: SurveyFile = toml::from_str(SURVEY).unwrap();
        let again: SurveyFile = toml::from_str(&toml::to_string(&file).unwrap()).unwrap();
        assert_eq!(file, again);
    }
}
