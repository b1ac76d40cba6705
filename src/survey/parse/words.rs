//! Reads `wording/*.toml`: everything for the default language, what there is for the others.

use std::collections::BTreeMap;

use super::SurveyFiles;
use crate::finding::{Finding, read_toml};
use crate::survey::format::SurveyFile;
use crate::survey::wording::{ANY, EASY_READ};
use crate::survey::{Language, Question, QuestionKind, QuestionWords, Wording};

/// The words by language. A language whose file cannot be read is not among them.
pub(super) fn read(
    files: &SurveyFiles,
    survey: &SurveyFile,
    questions: &[Question],
    findings: &mut Vec<Finding>,
) -> BTreeMap<Language, Wording> {
    let mut wordings = BTreeMap::new();
    for (place, language) in survey.languages.iter().enumerate() {
        let Some((file, text)) = files.wordings.get(language) else {
            let problem = format!("no wording/{language}.toml beside it: write the words or take the language out");
            findings.push(Finding::error(&files.survey.0, "languages", problem));
            continue;
        };
        match read_toml::<Wording>(file, text) {
            Ok(mut wording) => {
                let mut reading = Reading { file, survey, questions, is_default: place == 0, findings };
                reading.check(&mut wording);
                wordings.insert(Language(language.clone()), wording);
            }
            Err(finding) => findings.push(finding),
        }
    }
    wordings
}

/// One language's words on their way in.
struct Reading<'a> {
    file: &'a str,
    survey: &'a SurveyFile,
    questions: &'a [Question],
    /// Others may lack words: they are reported, and what is there of such a block is left out.
    is_default: bool,
    findings: &'a mut Vec<Finding>,
}

impl Reading<'_> {
    fn check(&mut self, wording: &mut Wording) {
        self.check_consultation(wording);
        for perspective in &self.survey.perspective {
            let words = wording.perspective.get(&perspective.key);
            let place = format!("perspective.{}", perspective.key);
            let blank = words.and_then(|words| {
                let all = [("name", &words.name), ("plural", &words.plural), ("choose", &words.choose)];
                all.into_iter().find(|(_, text)| text.trim().is_empty()).map(|(field, _)| field)
            });
            match (words, blank) {
                (None, _) => self.missing(place, "has no words"),
                (_, Some(field)) => {
                    wording.perspective.remove(&perspective.key);
                    self.missing(format!("{place}.{field}"), "is blank");
                }
                _ => {}
            }
        }
        self.check_help(wording);
        self.check_unknown(wording);
        self.leave_out_unfinished(wording);
        self.check_everyone_is_served(wording);
    }

    fn check_consultation(&mut self, wording: &mut Wording) {
        let Some(words) = &wording.consultation else { return self.missing("consultation", "has no words") };
        let all = [
            ("title", &words.title),
            ("summary", &words.summary),
            ("who_asks", &words.who_asks),
            ("why", &words.why),
            ("how_long", &words.how_long),
            ("what_happens", &words.what_happens),
            ("undecided", &words.undecided),
        ];
        let blank: Vec<&str> =
            all.into_iter().filter(|(_, text)| text.trim().is_empty()).map(|(field, _)| field).collect();
        for field in &blank {
            self.missing(format!("consultation.{field}"), "is blank");
        }
        if !blank.is_empty() {
            wording.consultation = None;
        }
    }

    /// Who to talk to is said where someone may be in distress: half of it in another language is worse than all of it.
    fn check_help(&mut self, wording: &mut Wording) {
        for help in &self.survey.help {
            let place = format!("help.\"{}\"", help.name);
            let Some(words) = wording.help.get(&help.name) else {
                if !self.is_default {
                    self.missing(place, "has no words");
                }
                continue;
            };
            let blank = words.whom.trim().is_empty();
            let blank =
                if blank { Some("for") } else { (words.when.is_none() && help.when.is_some()).then_some("when") };
            if let Some(field) = blank {
                wording.help.remove(&help.name);
                self.missing(format!("{place}.{field}"), "is blank");
            }
        }
        let unknown = wording.help.keys().filter(|name| !self.survey.help.iter().any(|help| help.name == **name));
        for name in unknown {
            let place = format!("help.\"{name}\"");
            self.findings.push(Finding::warning(self.file, place, "is not someone to talk to in this survey"));
        }
    }

    fn check_unknown(&mut self, wording: &Wording) {
        for (key, editions) in &wording.question {
            let Some(question) = self.questions.iter().find(|question| question.key == *key) else {
                let problem = "is not a question of this survey";
                self.findings.push(Finding::error(self.file, format!("question.{key}"), problem));
                continue;
            };
            let unseen: Vec<&String> = editions.keys().filter(|edition| !self.is_shown(question, edition)).collect();
            for edition in unseen {
                let place = format!("question.{key}.{edition}");
                self.findings.push(Finding::warning(self.file, place, "is never shown to anyone"));
            }
        }
    }

    /// Whether anyone can meet this edition of a question.
    fn is_shown(&self, question: &Question, edition: &str) -> bool {
        let asks = |key: &str| {
            self.survey.perspective.iter().any(|perspective| perspective.key == key) && question.is_asked_of(key)
        };
        if edition == ANY {
            return true;
        }
        if edition == EASY_READ {
            return self.survey.easy_read;
        }
        if let Some(perspective) = edition.strip_suffix(EASY_READ).and_then(|rest| rest.strip_suffix('/')) {
            return self.survey.easy_read && asks(perspective);
        }
        match edition.split_once('@') {
            Some((perspective, band)) => {
                let bands = self.questions.iter().filter(|one| matches!(one.kind, QuestionKind::AgeBand(_)));
                asks(perspective) && bands.filter_map(Question::options).any(|options| options.has(band))
            }
            None => asks(edition),
        }
    }

    /// Leaves out words that lack some of what the question needs, and says which.
    fn leave_out_unfinished(&mut self, wording: &mut Wording) {
        for question in self.questions {
            let Some(editions) = wording.question.get_mut(&question.key) else { continue };
            let mut gaps = Vec::new();
            editions.retain(|edition, words| {
                let lacking = lacking(question, words);
                let place = format!("question.{}.{edition}", question.key);
                gaps.extend(lacking.iter().map(|(part, problem)| (format!("{place}.{part}"), *problem)));
                lacking.is_empty()
            });
            for (place, problem) in gaps {
                self.missing(place, problem);
            }
        }
    }

    fn check_everyone_is_served(&mut self, wording: &Wording) {
        for perspective in &self.survey.perspective {
            for question in self.questions.iter().filter(|question| question.is_asked_of(&perspective.key)) {
                let editions = [perspective.key.clone(), ANY.to_owned()];
                if wording.find_question(&question.key, &editions).is_none() {
                    let place = format!("question.{}.{}", question.key, perspective.key);
                    self.missing(place, "has no words: this perspective is asked the question");
                }
            }
        }
    }

    fn missing(&mut self, place: impl Into<String>, problem: &str) {
        self.findings.push(match self.is_default {
            true => Finding::error(self.file, place, problem),
            false => Finding::warning(self.file, place, format!("{problem}; the default language stands in for it")),
        });
    }
}

/// What these words do not say, as the part and what is wrong with it.
fn lacking(question: &Question, words: &QuestionWords) -> Vec<(String, &'static str)> {
    let mut lacking = Vec::new();
    if words.ask.trim().is_empty() {
        lacking.push(("ask".to_owned(), "is blank"));
    }
    if question.kind == QuestionKind::Information && words.body.iter().all(|part| part.trim().is_empty()) {
        lacking.push(("body".to_owned(), "is blank: a page to read needs something to read"));
    }
    let keys = question.options().map(|options| options.keys()).unwrap_or_default();
    for key in keys {
        if words.options.get(key).is_none_or(|words| words.label.trim().is_empty()) {
            lacking.push((format!("options.{key}"), "has no words"));
        }
    }
    lacking
}
