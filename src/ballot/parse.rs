//! Reads a ballot's files into a [`Ballot`], or says everything that is wrong with them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::DateTime;
use sha2::{Digest, Sha256};

use super::definition::{Ballot, BallotWording, MOST_CANDIDATES, MOST_POINTS, PaperForm};
use super::format::{BallotFile, FormFile};
use super::method::Method;
use super::tie::Seed;
use crate::finding::{Finding, Severity, read_toml};
use crate::survey::{ConsultationWords, HelpWords, Language, QuestionWords, is_key};

/// The files of one ballot's folder: names as a reader should see them, and contents.
#[derive(Debug, Clone, Default)]
pub struct BallotFiles {
    /// `ballot.toml`: its name and contents.
    pub ballot: (String, String),
    /// `wording/xx.toml` by language code: name and contents.
    pub wordings: BTreeMap<String, (String, String)>,
}

/// Reads a ballot. On success also gives what a careful reader would question.
///
/// # Errors
/// Every finding, when at least one keeps the ballot from being used.
pub fn parse(files: &BallotFiles) -> Result<(Ballot, Vec<Finding>), Vec<Finding>> {
    let (file, text) = (&files.ballot.0, &files.ballot.1);
    let raw: BallotFile = read_toml(file, text).map_err(|finding| vec![finding])?;
    let mut reading = Reading { file, findings: Vec::new() };
    let opens = reading.time("opens", &raw.opens);
    let closes = reading.time("closes", &raw.closes);
    if closes <= opens {
        reading.error("closes", format!("closes at {closes}, not after it opens at {opens}"));
    }
    reading.keys(&raw);
    let form = reading.form(&raw.paper, raw.candidate.len());
    let method = reading.method(&raw.method, form, raw.seats);
    let seed = Seed::new(&raw.seed);
    if seed.is_none() {
        reading.error("seed", "is not one line of text: write any words, and publish them before the ballot opens");
    }
    reading.numbers(&raw);
    let wordings = reading.wordings(files, &raw);
    let default_language = Language(raw.languages.first().cloned().unwrap_or_default());
    let findings = reading.findings;
    let unusable = findings.iter().any(|finding| finding.severity == Severity::Error);
    let (Some(form), Some(method), Some(seed), false) = (form, method, seed, unusable) else { return Err(findings) };
    let ballot = Ballot {
        key: raw.key,
        organisation: raw.organisation,
        opens,
        closes,
        geography: raw.geography,
        plan: raw.plan,
        code_frame: raw.code_frame,
        ages: raw.ages,
        vouchers: raw.vouchers,
        illustrative: raw.illustrative,
        form,
        method,
        seats: raw.seats,
        seed,
        help: raw.help,
        easy_read: raw.easy_read,
        perspectives: raw.perspective,
        candidates: raw.candidate,
        digest: digest(files),
        default_language,
        wordings,
    };
    Ok((ballot, findings))
}

struct Reading<'a> {
    file: &'a str,
    findings: Vec<Finding>,
}

impl Reading<'_> {
    fn error(&mut self, key: impl Into<String>, problem: impl Into<String>) {
        self.findings.push(Finding::error(self.file, key, problem));
    }

    fn time(&mut self, key: &str, text: &str) -> DateTime {
        text.parse().unwrap_or_else(|_| {
            self.error(key, format!("\"{text}\" is not a time: write a day and a time, for example 2026-11-02T09:00"));
            DateTime::default()
        })
    }

    fn keys(&mut self, raw: &BallotFile) {
        let single = [("key", &raw.key), ("geography", &raw.geography)].into_iter();
        let perspectives = raw.perspective.iter().map(|perspective| ("perspective.key", &perspective.key));
        let candidates = raw.candidate.iter().map(|candidate| ("candidate.key", &candidate.key));
        let mut seen = BTreeSet::new();
        for (place, key) in single.chain(perspectives).chain(candidates) {
            if !is_key(key) {
                self.error(place, format!("\"{key}\" is not a key: use lower-case letters, digits and hyphens"));
            }
            if place.contains('.') && !seen.insert((place, key)) {
                self.error(place, format!("\"{key}\" stands twice: give each its own key"));
            }
        }
        if raw.code_frame.is_none() {
            for candidate in raw.candidate.iter().filter(|candidate| candidate.from_theme.is_some()) {
                let place = format!("candidate.{}.from_theme", candidate.key);
                self.error(place, "names a theme, and there is no code_frame that it could be of");
            }
        }
    }

    fn form(&mut self, raw: &FormFile, candidates: usize) -> Option<PaperForm> {
        let form = match (raw.kind.as_str(), raw.at_most, raw.budget) {
            ("choose", Some(at_most), None) => PaperForm::Choose { at_most },
            ("rank", Some(at_most), None) => PaperForm::Rank { at_most },
            ("approve", None, None) => PaperForm::Approve,
            ("points", None, Some(budget)) => PaperForm::Points { budget },
            ("choose" | "rank", ..) => {
                self.error("paper.at_most", "is needed, and no budget: how many may be marked at most");
                return None;
            }
            ("points", ..) => {
                self.error("paper.budget", "is needed, and no at_most: how many points a paper has to give");
                return None;
            }
            ("approve", ..) => {
                self.error("paper", "takes no at_most and no budget when it is for approval");
                return None;
            }
            (kind, ..) => {
                self.error("paper.kind", format!("\"{kind}\" is no kind: use choose, approve, rank or points"));
                return None;
            }
        };
        match form {
            PaperForm::Choose { at_most } | PaperForm::Rank { at_most } if at_most == 0 || at_most > candidates => {
                self.error("paper.at_most", format!("is {at_most}, and there are {candidates} candidates to mark"));
            }
            PaperForm::Points { budget } if budget == 0 || budget > MOST_POINTS => {
                self.error("paper.budget", format!("is {budget}: give between 1 and {MOST_POINTS} points"));
            }
            _ => {}
        }
        Some(form)
    }

    fn method(&mut self, text: &str, form: Option<PaperForm>, seats: usize) -> Option<Method> {
        let fitting = |marks| Method::ALL.into_iter().filter(move |method| method.fits(marks)).map(Method::as_str);
        let Some(method) = Method::parse(text) else {
            let known: Vec<&str> = Method::ALL.into_iter().map(Method::as_str).collect();
            self.error("method", format!("\"{text}\" is no method: use one of {}", known.join(", ")));
            return None;
        };
        if let Some(form) = form {
            // The name of the method should be what people do: approving is not choosing a few.
            let named = match method {
                Method::Approval => form == PaperForm::Approve,
                Method::Plurality => form != PaperForm::Approve,
                _ => true,
            };
            if !method.fits(form.marks()) || !named {
                let fitting: Vec<&str> = fitting(form.marks()).collect();
                let problem = format!("{method} is not for papers marked like these: use {}", fitting.join(" or "));
                self.error("method", problem);
            }
        }
        if method == Method::InstantRunoff && seats > 1 {
            self.error("seats", format!("is {seats}: instant run-off has one winner. Use stv for more"));
        }
        Some(method)
    }

    fn numbers(&mut self, raw: &BallotFile) {
        let candidates = raw.candidate.len();
        let standing = raw.candidate.iter().filter(|candidate| !candidate.withdrawn).count();
        if !(2..=MOST_CANDIDATES).contains(&candidates) {
            self.error("candidate", format!("there are {candidates}: a ballot has from 2 to {MOST_CANDIDATES}"));
        }
        if raw.seats == 0 || raw.seats >= candidates.max(1) {
            self.error("seats", format!("is {}: at least one must win, and not everybody", raw.seats));
        } else if raw.seats >= standing {
            let problem = format!("{standing} still stand for {} seats: there is nothing to choose", raw.seats);
            self.findings.push(Finding::warning(self.file, "seats", problem));
        }
        if raw.ages.0 > raw.ages.1 {
            self.error("ages", "the youngest age comes first");
        }
        if raw.perspective.is_empty() {
            self.error("perspective", "no [[perspective]]: say who votes");
        }
        if raw.languages.is_empty() {
            self.error("languages", "no language: list at least one, the default first");
        }
        if raw.help.is_empty() {
            let problem = "no [[help]]: people in distress need to see who to talk to";
            self.findings.push(Finding::warning(self.file, "help", problem));
        }
    }

    fn wordings(&mut self, files: &BallotFiles, raw: &BallotFile) -> BTreeMap<Language, BallotWording> {
        let mut wordings = BTreeMap::new();
        for (place, language) in raw.languages.iter().enumerate() {
            let Some((file, text)) = files.wordings.get(language) else {
                let problem = format!("no wording/{language}.toml beside it: write the words or take the language out");
                self.error("languages", problem);
                continue;
            };
            match read_toml::<BallotWording>(file, text) {
                Ok(mut wording) => {
                    self.findings.extend(check_wording(file, raw, &mut wording, place == 0));
                    wordings.insert(Language(language.clone()), wording);
                }
                Err(finding) => self.findings.push(finding),
            }
        }
        wordings
    }
}

/// What a language lacks. An edition of the paper that lacks some of its words is left out as a whole.
fn check_wording(file: &str, raw: &BallotFile, wording: &mut BallotWording, is_default: bool) -> Vec<Finding> {
    let mut gaps: Vec<(String, &str)> = Vec::new();
    if wording.consultation.as_ref().is_none_or(has_blank) {
        gaps.push((
            "consultation".to_owned(),
            "lacks words: title, summary, who_asks, why, how_long, what_happens or \
                                               undecided",
        ));
        wording.consultation = None;
    }
    for perspective in &raw.perspective {
        let words = wording.perspective.get(&perspective.key);
        let blank = |words: &crate::survey::PerspectiveWords| {
            [&words.name, &words.plural, &words.choose].iter().any(|text| text.trim().is_empty())
        };
        if words.is_none_or(blank) {
            gaps.push((format!("perspective.{}", perspective.key), "lacks words: name, plural or choose"));
            wording.perspective.remove(&perspective.key);
        }
    }
    gaps.extend(check_help(raw, wording, is_default));
    let mut findings = Vec::new();
    wording.paper.retain(|edition, words| {
        for key in words.options.keys().filter(|key| !raw.candidate.iter().any(|candidate| candidate.key == **key)) {
            let place = format!("paper.{edition}.options.{key}");
            findings.push(Finding::error(file, place, "is not a candidate of this ballot"));
        }
        let lacking = lacking(raw, words);
        gaps.extend(lacking.iter().map(|(part, problem)| (format!("paper.{edition}.{part}"), *problem)));
        lacking.is_empty()
    });
    for perspective in &raw.perspective {
        if wording.find_paper(&[perspective.key.clone(), crate::survey::ANY.to_owned()]).is_none() {
            gaps.push((format!("paper.{}", perspective.key), "has no words: this perspective votes"));
        }
    }
    findings.extend(gaps.into_iter().map(|(place, problem)| match is_default {
        true => Finding::error(file, place, problem),
        false => Finding::warning(file, place, format!("{problem}; the default language stands in for it")),
    }));
    findings
}

/// What a language lacks of who to talk to: half of it in another language is worse than all of it.
fn check_help(raw: &BallotFile, wording: &mut BallotWording, is_default: bool) -> Vec<(String, &'static str)> {
    let mut gaps = Vec::new();
    for help in &raw.help {
        let words = wording.help.get(&help.name);
        let is_whole =
            |words: &HelpWords| !words.whom.trim().is_empty() && (words.when.is_some() || help.when.is_none());
        let place = format!("help.\"{}\"", help.name);
        match words {
            None if is_default => {}
            None => gaps.push((place, "has no words")),
            Some(words) if is_whole(words) => {}
            Some(_) => {
                wording.help.remove(&help.name);
                gaps.push((place, "lacks words: for or when"));
            }
        }
    }
    let unknown = wording.help.keys().filter(|name| !raw.help.iter().any(|help| help.name == **name));
    gaps.extend(unknown.map(|name| (format!("help.\"{name}\""), "is not someone to talk to in this ballot")));
    gaps
}

fn has_blank(words: &ConsultationWords) -> bool {
    let all = [&words.title, &words.summary, &words.who_asks, &words.why, &words.how_long];
    all.into_iter().chain([&words.what_happens, &words.undecided]).any(|text| text.trim().is_empty())
}

fn lacking(raw: &BallotFile, words: &QuestionWords) -> Vec<(String, &'static str)> {
    let mut lacking = Vec::new();
    if words.ask.trim().is_empty() {
        lacking.push(("ask".to_owned(), "is blank"));
    }
    for candidate in &raw.candidate {
        if words.options.get(&candidate.key).is_none_or(|words| words.label.trim().is_empty()) {
            lacking.push((format!("options.{}", candidate.key), "has no words"));
        }
    }
    lacking
}

fn digest(files: &BallotFiles) -> String {
    let mut hasher = Sha256::new().chain_update(&files.ballot.1);
    for (language, (_, text)) in &files.wordings {
        hasher = hasher.chain_update(language).chain_update(text);
    }
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
