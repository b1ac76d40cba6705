//! A survey as somebody is writing it: its file and its words, whole or not.
//!
//! It is the same as the files of `surveys/KEY/`, read and written key for key, so that the editor in the browser and
//! a text editor are two faces of one format. Leaves out whether it makes sense (`parse`) and where it is kept
//! (`library`).

use std::collections::BTreeMap;

use super::format::{QuestionFile, SurveyFile};
use super::wording::ANY;
use super::{
    ConsultationWords, Edition, OptionWords, Perspective, PerspectiveWords, QuestionWords, SurveyFiles, Wording,
};
use crate::finding::{Finding, read_toml};

/// The most characters of a key: it stands in addresses and names of folders.
const LONGEST_KEY: usize = 60;

/// Whether a text can be the key of a survey, question, option or perspective: lower-case letters, digits and hyphens.
pub fn is_key(text: &str) -> bool {
    let is_plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    !text.is_empty() && text.len() <= LONGEST_KEY && text.bytes().all(is_plain)
}

/// What is being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manuscript {
    pub survey: SurveyFile,
    /// By language code.
    pub wordings: BTreeMap<String, Wording>,
}

impl Manuscript {
    /// A survey of no question yet, for one perspective, in English.
    pub fn begin(key: &str, organisation: &str, geography: &str, title: &str) -> Self {
        let everyone =
            Perspective { key: "everyone".to_owned(), edition: Edition::Plain, ages: None, reading_age: None };
        let survey = SurveyFile {
            key: key.to_owned(),
            organisation: organisation.to_owned(),
            opens: String::new(),
            closes: String::new(),
            geography: geography.to_owned(),
            plan: None,
            code_frame: None,
            languages: vec!["en".to_owned()],
            sample: None,
            sensitive: false,
            easy_read: false,
            assessment: None,
            help: Vec::new(),
            perspective: vec![everyone],
            question: Vec::new(),
        };
        let consultation = ConsultationWords { title: title.to_owned(), ..ConsultationWords::default() };
        let wording = Wording { consultation: Some(consultation), ..Wording::default() };
        Self { survey, wordings: BTreeMap::from([("en".to_owned(), wording)]) }
    }

    /// Reads the files as far as they can be read as TOML; whether they make a survey is not asked.
    ///
    /// # Errors
    /// A finding for each file that is not the TOML of a survey.
    pub fn read(files: &SurveyFiles) -> Result<Self, Vec<Finding>> {
        let mut findings = Vec::new();
        let survey = read_toml::<SurveyFile>(&files.survey.0, &files.survey.1).map_err(|one| findings.push(one));
        let mut wordings = BTreeMap::new();
        for (language, (name, text)) in &files.wordings {
            match read_toml::<Wording>(name, text) {
                Ok(wording) => drop(wordings.insert(language.clone(), wording)),
                Err(finding) => findings.push(finding),
            }
        }
        match survey {
            Ok(survey) if findings.is_empty() => Ok(Self { survey, wordings }),
            _ => Err(findings),
        }
    }

    /// The files as they are written.
    ///
    /// # Errors
    /// A finding where something cannot be written as TOML.
    pub fn files(&self) -> Result<SurveyFiles, Finding> {
        fn written<T: serde::Serialize>(file: &str, value: &T) -> Result<(String, String), Finding> {
            let text = toml::to_string_pretty(value);
            text.map(|text| (file.to_owned(), text)).map_err(|error| Finding::error(file, "", error.to_string()))
        }
        let wording = |(language, wording): (&String, &Wording)| {
            Ok((language.clone(), written(&format!("wording/{language}.toml"), wording)?))
        };
        let wordings: Result<_, Finding> = self.wordings.iter().map(wording).collect();
        Ok(SurveyFiles { survey: written("survey.toml", &self.survey)?, wordings: wordings? })
    }

    /// The language that must be complete; empty where none is listed.
    pub fn default_language(&self) -> &str {
        self.survey.languages.first().map(String::as_str).unwrap_or_default()
    }

    /// The title in the default language, or the key.
    pub fn title(&self) -> &str {
        let words = self.wordings.get(self.default_language()).and_then(|wording| wording.consultation.as_ref());
        words.map(|words| words.title.trim()).filter(|title| !title.is_empty()).unwrap_or(&self.survey.key)
    }

    /// A question by its key.
    pub fn find_question(&self, key: &str) -> Option<&QuestionFile> {
        self.survey.question.iter().find(|question| question.key == key)
    }

    /// How a question is put, for officers: the first words it has in the default language.
    pub fn ask(&self, key: &str) -> Option<&str> {
        let editions = self.wordings.get(self.default_language())?.question.get(key)?;
        let preferred = editions.get(ANY).or_else(|| editions.values().next())?;
        Some(preferred.ask.as_str()).filter(|ask| !ask.trim().is_empty())
    }

    /// Adds a question behind the last one of its section.
    pub fn add_question(&mut self, question: QuestionFile) {
        let after = self.survey.question.iter().rposition(|other| other.section == question.section);
        let at = after.map_or(self.survey.question.len(), |last| last + 1);
        self.survey.question.insert(at, question);
    }

    /// Takes a question out, with its words in every language.
    pub fn remove_question(&mut self, key: &str) {
        self.survey.question.retain(|question| question.key != key);
        for wording in self.wordings.values_mut() {
            wording.question.remove(key);
        }
    }

    /// Moves a question one place up or down; at the end nothing happens.
    pub fn move_question(&mut self, key: &str, up: bool) {
        let Some(at) = self.survey.question.iter().position(|question| question.key == key) else { return };
        let other = if up { at.checked_sub(1) } else { Some(at + 1).filter(|at| *at < self.survey.question.len()) };
        if let Some(other) = other {
            self.survey.question.swap(at, other);
        }
    }

    /// Puts a question in place of the one of its key, and drops the words of options that are gone.
    pub fn put_question(&mut self, question: QuestionFile) {
        let keys = option_keys(&question);
        for wording in self.wordings.values_mut() {
            for words in wording.question.get_mut(&question.key).into_iter().flat_map(BTreeMap::values_mut) {
                words.options.retain(|key, _| keys.contains(key));
            }
        }
        if let Some(place) = self.survey.question.iter_mut().find(|other| other.key == question.key) {
            *place = question;
        }
    }

    /// Makes `wording/` fit the languages listed: those new begin empty, and those gone are dropped.
    pub fn fit_languages(&mut self) {
        let listed = self.survey.languages.clone();
        self.wordings.retain(|language, _| listed.contains(language));
        for language in listed {
            self.wordings.entry(language).or_default();
        }
    }

    /// The editions that a language needs of a question or has already: `any` where nothing is there.
    pub fn editions(&self, language: &str, question: &str) -> Vec<String> {
        let of = |language: &str| self.wordings.get(language).and_then(|wording| wording.question.get(question));
        let mut editions: Vec<String> = Vec::new();
        for language in [self.default_language(), language] {
            for edition in of(language).into_iter().flat_map(BTreeMap::keys) {
                if !editions.contains(edition) {
                    editions.push(edition.clone());
                }
            }
        }
        if editions.is_empty() {
            editions.push(ANY.to_owned());
        }
        editions
    }

    /// How many words of a language are missing, of how many: each part of a question's editions, of a perspective
    /// and of the start page that must be there counts as one.
    pub fn missing(&self, language: &str) -> (usize, usize) {
        let empty = Wording::default();
        let wording = self.wordings.get(language).unwrap_or(&empty);
        let mut parts: Vec<bool> = Vec::new();
        let start = wording.consultation.clone().unwrap_or_default();
        parts.extend(start_page(&start).map(|(_, text)| !text.trim().is_empty()));
        for perspective in &self.survey.perspective {
            let words = wording.perspective.get(&perspective.key).cloned().unwrap_or_default();
            parts.extend([&words.name, &words.plural, &words.choose].map(|text| !text.trim().is_empty()));
        }
        for question in &self.survey.question {
            for edition in self.editions(language, &question.key) {
                let words = wording.question.get(&question.key).and_then(|editions| editions.get(&edition));
                let words = words.cloned().unwrap_or_default();
                parts.push(!words.ask.trim().is_empty());
                if question.kind == "information" {
                    parts.push(words.body.iter().any(|part| !part.trim().is_empty()));
                }
                let label = |key: &String| words.options.get(key).is_some_and(|option| !option.label.trim().is_empty());
                parts.extend(option_keys(question).iter().map(label));
            }
        }
        (parts.iter().filter(|there| !**there).count(), parts.len())
    }

    /// The same with stand-ins for what has not been written yet, so that it can be looked at: `day` for missing
    /// dates, and words in brackets.
    pub fn filled(&self, day: &str) -> Self {
        let mut filled = self.clone();
        for date in [&mut filled.survey.opens, &mut filled.survey.closes] {
            if date.trim().is_empty() {
                day.clone_into(date);
            }
        }
        let language = filled.default_language().to_owned();
        let wording = filled.wordings.entry(language).or_default();
        let words = wording.consultation.get_or_insert_default();
        for text in [
            &mut words.title,
            &mut words.summary,
            &mut words.who_asks,
            &mut words.why,
            &mut words.how_long,
            &mut words.what_happens,
            &mut words.undecided,
        ] {
            fill(text, "nothing yet");
        }
        for perspective in &filled.survey.perspective {
            let words = wording.perspective.entry(perspective.key.clone()).or_default();
            let PerspectiveWords { name, plural, choose, .. } = words;
            for text in [name, plural, choose] {
                fill(text, &perspective.key);
            }
        }
        for question in &filled.survey.question {
            let editions = wording.question.entry(question.key.clone()).or_default();
            editions.entry(ANY.to_owned()).or_default();
            for words in editions.values_mut() {
                fill_question(question, words);
            }
        }
        filled
    }
}

fn fill(text: &mut String, with: &str) {
    if text.trim().is_empty() {
        *text = format!("[{with}]");
    }
}

fn fill_question(question: &QuestionFile, words: &mut QuestionWords) {
    fill(&mut words.ask, &question.key);
    if question.kind == "information" && words.body.iter().all(|part| part.trim().is_empty()) {
        words.body = vec!["[nothing to read yet]".to_owned()];
    }
    for key in option_keys(question) {
        let OptionWords { label, .. } = words.options.entry(key.clone()).or_default();
        fill(label, &key);
    }
}

/// The keys of a question's options, those set apart last, as they are offered.
pub fn option_keys(question: &QuestionFile) -> Vec<String> {
    let mut apart = question.apart.clone();
    apart.extend(question.none.iter().filter(|none| !question.apart.contains(none)).cloned());
    let mut keys: Vec<String> = question.options.iter().filter(|key| !apart.contains(key)).cloned().collect();
    keys.extend(apart);
    keys
}

/// The parts of a start page by the names that files give them.
pub fn start_page(words: &ConsultationWords) -> [(&'static str, &str); 7] {
    [
        ("title", &words.title),
        ("summary", &words.summary),
        ("who_asks", &words.who_asks),
        ("why", &words.why),
        ("how_long", &words.how_long),
        ("what_happens", &words.what_happens),
        ("undecided", &words.undecided),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::parse;
    use crate::survey::parse::tests::files_of;

    fn question(key: &str, kind: &str) -> QuestionFile {
        QuestionFile { key: key.to_owned(), kind: kind.to_owned(), ..QuestionFile::default() }
    }

    #[test]
    fn what_was_read_is_written_and_read_again_the_same() {
        let files = files_of(
            "[[question]]\nkey = \"had\"\nkind = \"one-of\"\noptions = [\"yes\", \"no\"]\n[[question]]\nkey = \"why\"\n\
             kind = \"long-text\"\nwhen = [{ question = \"had\", any = [\"yes\"] }]\n",
            "[question.had.any]\nask = \"\"\"Had \\\"it\\\"?\"\"\"\noptions = { yes = { label = \"Yes\" }, no = { label = \"No\" } }\n\
             [question.why.\"child@5-7\"]\nask = \"Why <b>?\"\n[question.why.any]\nask = \"Why?\"\n",
        );
        let read = Manuscript::read(&files).unwrap();
        let written = read.files().unwrap();
        assert_eq!(Manuscript::read(&written).unwrap(), read);
    }

    #[test]
    fn a_new_survey_says_what_it_lacks_and_can_be_looked_at_meanwhile() {
        let mut new = Manuscript::begin("park", "A council", "worcestershire", "Our park");
        new.add_question(QuestionFile { options: vec!["yes".into(), "no".into()], ..question("had", "one-of") });
        let findings = parse(&new.files().unwrap()).unwrap_err();
        assert!(findings.iter().any(|finding| finding.key == "opens"), "{findings:?}");
        assert_eq!(new.missing("en"), (12, 13));
        let (survey, _) = parse(&new.filled("2026-11-02").files().unwrap()).unwrap();
        assert_eq!(survey.heading("had"), "[had]");
        assert_eq!(new.title(), "Our park");
    }

    #[test]
    fn questions_move_within_the_survey_and_their_words_go_with_them() {
        let mut new = Manuscript::begin("park", "A council", "worcestershire", "Our park");
        for key in ["a", "b", "c"] {
            new.add_question(question(key, "long-text"));
        }
        new.move_question("a", true);
        new.move_question("c", true);
        new.move_question("b", false);
        let keys =
            |new: &Manuscript| new.survey.question.iter().map(|one| one.key.clone()).collect::<Vec<_>>().join("");
        assert_eq!(keys(&new), "acb");
        let words = QuestionWords { ask: "C?".to_owned(), ..QuestionWords::default() };
        let wording = new.wordings.get_mut("en").unwrap();
        wording.question.insert("c".to_owned(), BTreeMap::from([(ANY.to_owned(), words)]));
        assert_eq!(new.ask("c"), Some("C?"));
        new.remove_question("c");
        assert_eq!((keys(&new).as_str(), new.ask("c")), ("ab", None));
    }

    #[test]
    fn a_key_is_plain_and_short() {
        assert!(is_key("age-band-2") && !is_key("") && !is_key("Age") && !is_key("../x") && !is_key(&"a".repeat(61)));
    }
}
