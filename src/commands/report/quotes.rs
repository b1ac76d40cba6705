//! Quotes for reports from a file: one to choose from, and what an officer has approved in it. They join those that
//! were approved on the pages.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use anyhow::bail;

use crate::breakdown::Policy;
use crate::commands::analyse::{csv_bytes, write};
use crate::commands::table_file::Table;
use crate::report::csv::inert;
use crate::report::district::ApprovedQuote;
use crate::store::{RedactedAnswer, Store};
use crate::web::officer::counts::{FrameCounts, People};
use crate::web::officer::quote_choices::{as_approved, may_stand, suggested, themes_to_quote};
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
    let mut rows = Vec::new();
    let mut taken = BTreeSet::new();
    for theme in themes_to_quote(&counts, policy) {
        for (_, answers) in suggested(store, subject, theme, LOOKED_AT, &taken)? {
            for answer in answers {
                taken.insert(answer.id());
                rows.push(row(&theme.name, &answer, subject, &counts.people, policy));
            }
        }
    }
    let many = rows.len();
    write(path, &csv_bytes(&COLUMNS, rows.into_iter())?)?;
    Ok(many)
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

/// The quotes with "yes" in the column "approved", each with its answer's identifier, as they may be shown now.
pub(super) fn approved(
    store: &Store,
    subject: &Subject,
    policy: Policy,
    path: &Path,
) -> anyhow::Result<Vec<(i64, ApprovedQuote)>> {
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
        match answers.get(&id).filter(|answer| may_stand(answer, &subject.consultation.key, words)) {
            Some(answer) => quotes.push((id, as_approved(answer, theme, subject, &people, policy))),
            None => eprintln!(
                "Quote {id} is left out: it was erased, or its words are not as they were approved. Suggest and read again."
            ),
        }
    }
    Ok(quotes)
}
