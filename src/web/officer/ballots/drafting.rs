//! Reads the form that a ballot is made by, and says what is to be put right, each at its field.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, DateTime, Time};

use crate::ballot::format::{BallotFile, FormFile};
use crate::ballot::{
    Ballot, BallotFiles, BallotWording, Blt, Candidate, MOST_CANDIDATES, MOST_POINTS, Method, PaperForm, Seed, parse,
};
use crate::library::Library;
use crate::pages::ballot::making::{LONGEST_CHOICE, METHODS, words_field};
use crate::pages::components::errors::Problem;
use crate::survey::{
    ConsultationWords, Edition, Openness, OptionWords, Perspective, PerspectiveWords, QuestionWords, Source, is_key,
};
use crate::web::Form;
use crate::web::officer::surveys::typed::{clean, free_key, key_from};

/// The longest title, and the longest of other words, in letters.
const LONGEST_TITLE: usize = 80;
const LONGEST_WORDS: usize = 600;
/// The oldest that anybody is.
const OLDEST: u32 = 120;

/// A ballot with the files that it is.
pub type Drafted = (BallotFiles, Ballot);

/// The theme that a choice is for, where it is for one, and what it is called on the paper.
type Choice = (Option<String>, String);

/// Everything that is wrong, as it is found.
#[derive(Default)]
struct Wrong(Vec<Problem>);

impl Wrong {
    fn note(&mut self, field: &'static str, message: impl Into<String>) {
        self.0.push(Problem { field, message: message.into() });
    }
}

/// The ballot that a form describes at this moment, for this organisation.
///
/// # Errors
/// Everything to put right.
pub fn draft(library: &Library, organisation: &str, form: &Form, now: DateTime) -> Result<Drafted, Vec<Problem>> {
    let mut wrong = Wrong::default();
    words(form, &mut wrong);
    let key = key(library, form, now, &mut wrong);
    let times = times(form, now, &mut wrong);
    let ages = ages(form, &mut wrong);
    let choices = choices(library, form, &mut wrong);
    let paper = paper(form, choices.len(), &mut wrong);
    let seats = seats(form, choices.len(), &mut wrong);
    if Seed::new(&clean(form.text("seed"))).is_none() {
        wrong.note("seed", "Write any words in one line: they break a tie, and everybody can read them before voting");
    }
    let (Some((opens, closes)), Some(ages), Some(paper), true) = (times, ages, paper, wrong.0.is_empty()) else {
        return Err(wrong.0);
    };
    // What the form takes its themes from is no more than that where none was taken.
    let from_answers = choices.iter().any(|(theme, _)| theme.is_some());
    let (options, candidates) = candidates(choices);
    let consultation = library.find_consultation(form.text("from"));
    let first_geography = library.named()[0].first().copied().unwrap_or_default().to_owned();
    let perspective =
        Perspective { key: "young-person".to_owned(), edition: Edition::Plain, ages: Some(ages), reading_age: None };
    let file = BallotFile {
        key,
        organisation: organisation.to_owned(),
        opens: opens.strftime("%Y-%m-%dT%H:%M").to_string(),
        closes: closes.strftime("%Y-%m-%dT%H:%M").to_string(),
        geography: consultation.map_or(first_geography, |one| one.geography.clone()),
        plan: consultation.filter(|_| from_answers).and_then(|one| one.plan.clone()),
        code_frame: consultation.and_then(|one| one.code_frame.clone()),
        languages: vec!["en".to_owned()],
        ages,
        vouchers: form.text("vouchers") == "yes",
        illustrative: false,
        method: form.text("method").to_owned(),
        seats,
        seed: clean(form.text("seed")),
        easy_read: false,
        paper,
        help: library.consultations().next().map(|one| one.help.clone()).unwrap_or_default(),
        perspective: vec![perspective],
        candidate: candidates,
    };
    whole(library, &file, &wording(form, organisation, options))
}

/// The files as a ballot; what only the whole tells is said at the top.
fn whole(library: &Library, file: &BallotFile, wording: &BallotWording) -> Result<Drafted, Vec<Problem>> {
    let broken = |message: String| vec![Problem { field: "title", message }];
    let text = |problem: toml::ser::Error| broken(problem.to_string());
    let words = ("wording/en.toml".to_owned(), toml::to_string_pretty(wording).map_err(text)?);
    let files = BallotFiles {
        ballot: ("ballot.toml".to_owned(), toml::to_string_pretty(file).map_err(text)?),
        wordings: BTreeMap::from([("en".to_owned(), words)]),
    };
    let (ballot, _) = parse(&files).map_err(|findings| {
        let said = findings.iter().map(|one| format!("{} {}", one.key, one.problem)).collect::<Vec<_>>();
        broken(said.join("; "))
    })?;
    match library.missing_of_ballot(&ballot, "ballot.toml").first() {
        None => Ok((files, ballot)),
        Some(missing) => Err(broken(missing.problem.clone())),
    }
}

/// Whether the words are there and not too long.
fn words(form: &Form, wrong: &mut Wrong) {
    let needed = [
        ("title", "Give it a title", LONGEST_TITLE),
        ("ask", "Write the question that stands on the paper", LONGEST_WORDS),
    ];
    for (field, message, most) in needed {
        match clean(form.text(field)).chars().count() {
            0 => wrong.note(field, message),
            letters if letters > most => wrong.note(field, format!("Make it shorter: at most {most} characters")),
            _ => {}
        }
    }
    for field in ["about", "who", "why"] {
        if clean(form.text(field)).chars().count() > LONGEST_WORDS {
            wrong.note(field, format!("Make it shorter: at most {LONGEST_WORDS} characters"));
        }
    }
}

fn key(library: &Library, form: &Form, now: DateTime, wrong: &mut Wrong) -> String {
    let key = match clean(form.text("key")) {
        typed if typed.is_empty() => {
            let made = Some(key_from(&clean(form.text("title")))).filter(|key| !key.is_empty());
            free_key(made.as_deref().unwrap_or("ballot"), |key| library.find_ballot(key).is_some())
        }
        typed => typed,
    };
    let begun = library.find_ballot(&key).is_some_and(|ballot| ballot.openness(now) != Openness::NotYetOpen);
    if !is_key(&key) {
        wrong.note("key", "Write it with lower-case letters, digits and hyphens, or leave it out");
    } else if begun || library.find_consultation(&key).is_some() {
        wrong.note("key", format!("“{key}” is taken: choose another short name"));
    }
    key
}

fn times(form: &Form, now: DateTime, wrong: &mut Wrong) -> Option<(DateTime, DateTime)> {
    let mut moment = |day: &'static str, time: &'static str, what: &str| {
        let read_day = form.text(day).trim().parse::<Date>().ok().filter(|day| (2000..=2200).contains(&day.year()));
        let read_time = Time::strptime("%H:%M", form.text(time).trim()).ok();
        if read_day.is_none() {
            wrong.note(day, format!("Choose the day that voting {what}, such as 2026-12-01"));
        }
        if read_time.is_none() {
            wrong.note(time, format!("Choose the time that voting {what}, such as 09:00"));
        }
        Some(read_day?.to_datetime(read_time?))
    };
    let (opens, closes) = (moment("opens", "opens-time", "begins"), moment("closes", "closes-time", "ends"));
    let (opens, closes) = (opens?, closes?);
    if opens <= now {
        wrong.note("opens", "Let it begin later than now, so that everybody can read the method first");
    }
    if closes <= opens {
        wrong.note("closes", "Let it end after it begins");
    }
    Some((opens, closes))
}

fn ages(form: &Form, wrong: &mut Wrong) -> Option<(u32, u32)> {
    let mut age = |field: &'static str| match form.text(field).trim().parse::<u32>() {
        Ok(age) if age <= OLDEST => Some(age),
        _ => {
            wrong.note(field, "Write an age in whole years, such as 11");
            None
        }
    };
    let (youngest, oldest) = (age("youngest"), age("oldest"));
    let (youngest, oldest) = (youngest?, oldest?);
    if oldest < youngest {
        wrong.note("oldest", format!("Nobody is at least {youngest} and at most {oldest}: change one of the two"));
    }
    Some((youngest, oldest))
}

/// What can be voted for: themes as they are to be called, then the form's own, then those of a `.blt` file.
fn choices(library: &Library, form: &Form, wrong: &mut Wrong) -> Vec<Choice> {
    let consultation = library.find_consultation(form.text("from"));
    let frame = consultation.and_then(|one| library.find_code_frame(one.code_frame.as_deref()?));
    let themes = form.list("theme").filter_map(|key| frame?.themes.iter().find(|one| one.key == key));
    let mut choices: Vec<Choice> = themes
        .map(|theme| {
            let words = clean(form.text(&words_field(&theme.key)));
            (Some(theme.key.clone()), if words.is_empty() { theme.name.clone() } else { words })
        })
        .collect();
    choices.extend(form.text("own").lines().map(clean).filter(|line| !line.is_empty()).map(|line| (None, line)));
    if !form.text("blt").trim().is_empty() {
        match Blt::parse(form.text("blt")) {
            Ok(blt) => choices.extend(blt.names.into_iter().map(|name| (None, clean(&name)))),
            Err(problem) => wrong.note("blt", format!("This is no .blt file that can be read: {problem}")),
        }
    }
    let mut seen = BTreeSet::new();
    for (_, label) in &choices {
        if !seen.insert(label.to_lowercase()) {
            wrong.note("own", format!("“{label}” stands there twice: say one of them in other words or take it away"));
        }
        if label.chars().count() > LONGEST_CHOICE {
            let start: String = label.chars().take(30).collect();
            wrong.note("own", format!("Make “{start}…” shorter: at most {LONGEST_CHOICE} characters"));
        }
    }
    match choices.len() {
        0 | 1 => wrong
            .note("own", "Give people something to choose from: tick themes or write your own, at least two together"),
        many if many > MOST_CANDIDATES => {
            wrong.note("own", format!("There are {many}: nobody can read more than {MOST_CANDIDATES} on one paper"));
        }
        _ => {}
    }
    choices
}

fn paper(form: &Form, choices: usize, wrong: &mut Wrong) -> Option<FormFile> {
    let kind = form.text("kind");
    let typed = form.text("most").trim();
    let most = typed.parse::<usize>().ok();
    let (marked, at_most, budget) = match kind {
        "approve" => (PaperForm::Approve, None, None),
        "choose" | "rank" => match most.filter(|most| (1..=choices.max(1)).contains(most)) {
            None => {
                wrong.note("most", format!("Write how many may be marked at most, from 1 to {}", choices.max(1)));
                return None;
            }
            Some(at_most) if kind == "rank" => (PaperForm::Rank { at_most }, Some(at_most), None),
            Some(at_most) => (PaperForm::Choose { at_most }, Some(at_most), None),
        },
        "points" => {
            match most.and_then(|most| u16::try_from(most).ok()).filter(|most| (1..=MOST_POINTS).contains(most)) {
                None => {
                    wrong.note("most", format!("Write how many points everybody has to give, from 1 to {MOST_POINTS}"));
                    return None;
                }
                Some(budget) => (PaperForm::Points { budget }, None, Some(budget)),
            }
        }
        _ => {
            wrong.note("kind", "Choose how a paper is marked");
            return None;
        }
    };
    match Method::parse(form.text("method")) {
        Some(method) if fits(method, marked) => {}
        _ => {
            let fitting =
                METHODS.iter().filter(|(key, _)| Method::parse(key).is_some_and(|method| fits(method, marked)));
            let fitting: Vec<&str> =
                fitting.map(|(_, said)| said.split([':', '(']).next().unwrap_or(said).trim()).collect();
            let said = format!("Papers marked like that cannot be counted so. Choose {}", fitting.join(", or "));
            wrong.note("method", said);
        }
    }
    Some(FormFile { kind: kind.to_owned(), at_most, budget })
}

/// Whether a method counts papers that are marked so, and is named after what people do on them.
fn fits(method: Method, paper: PaperForm) -> bool {
    let is_approving = paper == PaperForm::Approve;
    let named = match method {
        Method::Approval => is_approving,
        Method::Plurality => !is_approving,
        _ => true,
    };
    named && method.fits(paper.marks())
}

fn seats(form: &Form, choices: usize, wrong: &mut Wrong) -> usize {
    let most = choices.saturating_sub(1).max(1);
    match form.text("seats").trim().parse::<usize>() {
        Ok(seats) if seats > 1 && form.text("method") == Method::InstantRunoff.as_str() => {
            wrong.note("seats", "Instant run-off has one winner: write 1, or count by the single transferable vote");
        }
        Ok(seats) if (1..=most).contains(&seats) => return seats,
        _ => wrong.note("seats", format!("Write how many win, from 1 to {most}: at least one, and not everybody")),
    }
    1
}

fn candidates(choices: Vec<Choice>) -> (BTreeMap<String, OptionWords>, Vec<Candidate>) {
    let (mut options, mut candidates) = (BTreeMap::new(), Vec::new());
    for (theme, label) in choices {
        let made = Some(key_from(&label)).filter(|key| !key.is_empty());
        let key = free_key(made.as_deref().unwrap_or("choice"), |key| options.contains_key(key));
        options.insert(key.clone(), OptionWords { label, ..Default::default() });
        candidates.push(Candidate { key, source: Source::Ours, note: None, from_theme: theme, withdrawn: false });
    }
    (options, candidates)
}

fn wording(form: &Form, organisation: &str, options: BTreeMap<String, OptionWords>) -> BallotWording {
    let said = |field: &str, or: &str| match clean(form.text(field)) {
        typed if typed.is_empty() => or.to_owned(),
        typed => typed,
    };
    let title = clean(form.text("title"));
    let consultation = ConsultationWords {
        summary: said("about", &title),
        title,
        who_asks: said("who", organisation),
        why: said("why", "What wins goes to those who decide. They say what they do about it."),
        how_long: "One minute.".to_owned(),
        what_happens: "When voting has ended the votes are counted, and anybody can count them again.".to_owned(),
        undecided: "Nothing is decided before the votes are counted.".to_owned(),
    };
    let perspective = PerspectiveWords {
        name: "Young person".to_owned(),
        plural: "Young people".to_owned(),
        choose: "I am a young person".to_owned(),
        hint: None,
    };
    let paper = QuestionWords { ask: clean(form.text("ask")), hint: None, body: Vec::new(), options };
    BallotWording {
        consultation: Some(consultation),
        help: BTreeMap::new(),
        perspective: BTreeMap::from([("young-person".to_owned(), perspective)]),
        paper: BTreeMap::from([("any".to_owned(), paper)]),
    }
}
