//! Quotes for reports: a file to choose from, and what an officer has approved in it.
//!
//! The words are always taken from the store as they are now, redacted, so that an erased answer cannot appear, and one
//! whose redactions have changed since it was approved must be read again.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use anyhow::bail;

use crate::breakdown::Policy;
use crate::commands::analyse::{csv_bytes, write};
use crate::commands::table_file::Table;
use crate::library::Library;
use crate::report::csv::inert;
use crate::report::district::ApprovedQuote;
use crate::store::{QuoteFilter, RedactedAnswer, Store, ThemeStatus};
use crate::themes::{Corpus, choose_quotes};
use crate::web::officer::counts::{FrameCounts, People};
use crate::web::officer::quotes::quote;
use crate::web::officer::subject::Subject;

/// How many of a theme's best answers quotes are chosen from.
const LOOKED_AT: usize = 400;

/// What stands before an answer's identifier.
const ID: &str = "answer-";

const COLUMNS: [&str; 7] = ["id", "theme", "district", "who", "language", "words", "approved"];

/// Writes quotes to choose from: for every theme that may be shown, up to three from each district. Gives how many.
pub(super) fn suggest(store: &Store, subject: &Subject, policy: Policy, path: &Path) -> anyhow::Result<usize> {
    let Some(frame) = subject.find_frame(store)? else { bail!("no answers have been read for themes yet") };
    let counts = FrameCounts::count(store, &subject.consultation.key, frame.id, None)?;
    let topmost = counts.topmost();
    let shares = counts.shares(&topmost, policy);
    let is_shown = |id: i64| shares.find_row(&id.to_string()).is_some_and(|row| row.everyone.shown().is_some());
    let mut rows = Vec::new();
    let mut taken = BTreeSet::new();
    for theme in topmost.iter().filter(|theme| theme.status == ThemeStatus::Approved && is_shown(theme.id)) {
        let best = store.list_quote_answers(theme.id, &QuoteFilter::default(), LOOKED_AT)?;
        let ids: Vec<i64> = best.into_iter().map(|(id, _)| id).filter(|id| !taken.contains(id)).collect();
        let mut places: BTreeMap<String, Vec<RedactedAnswer>> = BTreeMap::new();
        for answer in store.get_answers(&ids)?.into_iter().filter(RedactedAnswer::is_screened) {
            places.entry(subject.district_group(answer.district())).or_default().push(answer);
        }
        for answers in places.values() {
            for answer in best_of(answers) {
                taken.insert(answer.id());
                rows.push(row(&theme.name, answer, subject, &counts.people, policy));
            }
        }
    }
    let many = rows.len();
    write(path, &csv_bytes(&COLUMNS, rows.into_iter())?)?;
    Ok(many)
}

/// The answers that show a theme best: one central, one short, one different.
fn best_of(answers: &[RedactedAnswer]) -> Vec<&RedactedAnswer> {
    let texts: Vec<String> = answers.iter().map(RedactedAnswer::text).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let corpus = Corpus::new(&texts, Library::vectors());
    let members: Vec<usize> = (0..answers.len()).collect();
    choose_quotes(&texts, &corpus, &members).into_iter().filter_map(|place| answers.get(place)).collect()
}

fn row(theme: &str, answer: &RedactedAnswer, subject: &Subject, people: &People, policy: Policy) -> Vec<String> {
    let said = quote(answer, subject, people, policy);
    let cells = [
        // With a letter before it, because spreadsheets round numbers of so many digits.
        format!("{ID}{}", answer.id()),
        theme.to_owned(),
        said.district.unwrap_or_default(),
        said.speaker.map(|speaker| speaker.name).unwrap_or_default(),
        answer.language().to_owned(),
        answer.text(),
        String::new(),
    ];
    cells.iter().map(|cell| inert(cell).into_owned()).collect()
}

/// The quotes with "yes" in the column "approved", as they may be shown now.
pub(super) fn approved(
    store: &Store,
    subject: &Subject,
    policy: Policy,
    path: &Path,
) -> anyhow::Result<Vec<ApprovedQuote>> {
    let table = Table::read(path)?;
    let column = |name: &str| table.get_column(name);
    let (id, theme, words, approved) = (column("id")?, column("theme")?, column("words")?, column("approved")?);
    let mut wanted: Vec<(i64, &str, &str)> = Vec::new();
    for row in &table.rows {
        let cell = |place: usize| row.cells.get(place).map_or("", String::as_str);
        if !cell(approved).trim().eq_ignore_ascii_case("yes") {
            continue;
        }
        let Some(number) = cell(id).trim().strip_prefix(ID).and_then(|id| id.parse().ok()) else {
            bail!(
                "{}:{}: \"{}\" is no answer’s id. Leave that column as it was written.",
                table.file,
                row.line,
                cell(id)
            );
        };
        wanted.push((number, cell(theme), crate::report::csv::restore(cell(words))));
    }
    let ids: Vec<i64> = wanted.iter().map(|(id, ..)| *id).collect();
    let answers: HashMap<i64, RedactedAnswer> =
        store.get_answers(&ids)?.into_iter().map(|answer| (answer.id(), answer)).collect();
    let people = People::count(store, &subject.consultation.key, None)?;
    let mut quotes = Vec::new();
    for (id, theme, words) in wanted {
        match answers.get(&id).filter(|answer| may_stand(answer, subject, words)) {
            Some(answer) => quotes.push(as_approved(answer, theme, subject, &people, policy)),
            None => eprintln!(
                "Quote {id} is left out: it was erased, or its words are not as they were approved. Suggest and read again."
            ),
        }
    }
    Ok(quotes)
}

/// Whether an answer is this consultation's, has been looked through for personal data, and shows the words that were
/// approved.
fn may_stand(answer: &RedactedAnswer, subject: &Subject, words: &str) -> bool {
    let as_read = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    answer.consultation() == subject.consultation.key
        && answer.is_screened()
        && as_read(&answer.text()) == as_read(words)
}

fn as_approved(
    answer: &RedactedAnswer,
    theme: &str,
    subject: &Subject,
    people: &People,
    policy: Policy,
) -> ApprovedQuote {
    let said = quote(answer, subject, people, policy);
    let district = said.district.is_some().then(|| answer.district().to_owned());
    let language = Some(answer.language()).filter(|language| *language != "und").unwrap_or("en");
    ApprovedQuote {
        words: answer.text(),
        theme: theme.to_owned(),
        speaker: said.speaker.map(|speaker| speaker.name),
        district,
        language: language.to_owned(),
    }
}
