//! Responses on their way in: each stored once and whole, alone or many together.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::connections::Conn;
use super::responses::{ANSWERS, AnswerRow, ResponseRow, kind_of, read_export_id};
use super::tables::{answers, responses};
use super::ways_in::{self, Turnout};
use super::{ChangeKind, Store, StoreError, campaigns, changes, drafts, random_id};
use crate::survey::{Answer, Response};

/// How many rows one statement writes: both databases limit the values in a statement.
const ROWS: usize = 500;

/// A response on its way into the database.
#[derive(Debug, Clone)]
pub struct Submission {
    /// The consultation's key.
    pub consultation: String,
    /// The digest of the survey that was answered.
    pub digest: String,
    pub response: Response,
    /// What the response can be found and erased by; the same hash is stored once only.
    pub receipt_hash: Option<String>,
    /// The draft that it was, erased in the same commit.
    pub draft_hash: Option<String>,
    /// The row's own identifier in an imported file; stored once only in a consultation. One that Heard itself
    /// gave in an export ([`super::StoredResponse::export_id`]) is the same response again, with the same identifier.
    pub import_id: Option<String>,
    /// The code of the way in whose count of those who sent goes up in the same commit. It is kept nowhere;
    /// where it is a campaign's, the response keeps the campaign's key.
    pub way_in: Option<String>,
}

/// What came of a submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Submitted {
    /// It is stored.
    New,
    /// It had been stored before, and is stored once.
    Already,
}

/// What came of many submissions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Imported {
    pub added: usize,
    /// How many had been stored before.
    pub already: usize,
}

/// A submission with the identifiers it will have, so that trying twice cannot store it twice.
#[derive(Clone)]
pub(super) struct NewSubmission {
    pub(super) response: ResponseRow,
    answers: Vec<AnswerRow>,
    pub(super) draft_hash: Option<String>,
    pub(super) way_in: Option<String>,
}

impl NewSubmission {
    pub(super) fn new(submission: Submission) -> Result<Self, StoreError> {
        let Submission { consultation, digest, response, receipt_hash, draft_hash, import_id, way_in } = submission;
        let (id, import_id) = match import_id.as_deref().and_then(read_export_id) {
            Some(own) => (own, None),
            None => ((random_id()? & -ANSWERS).max(ANSWERS), import_id),
        };
        if response.answers.len() as i64 >= ANSWERS {
            return Err(StoreError::Database("a response has too many answers".into()));
        }
        let row = |(place, (question, answer)): (i32, (String, Answer))| {
            // Where someone answers from belongs to the whole response.
            let kind = kind_of(&answer)?;
            let body = match answer {
                Answer::Text(words) => words,
                other => other.to_text().into_owned(),
            };
            let own = id + 1 + i64::from(place);
            Some(AnswerRow { id: own, response_id: id, question, place, kind: kind.to_owned(), body })
        };
        let answers = (0..).zip(response.answers).filter_map(row).collect();
        let response = ResponseRow {
            id,
            consultation,
            digest,
            perspective: response.perspective,
            district: response.district.as_str().to_owned(),
            language: response.language.0,
            submitted_on: response.submitted_on.to_string(),
            origin: response.origin.as_str().to_owned(),
            receipt_hash,
            import_id,
            campaign: None,
        };
        Ok(Self { response, answers, draft_hash, way_in })
    }
}

impl Store {
    /// Stores a response with its answers and a row of the change log, and erases its draft; resolves after
    /// the commit, which it shares with whatever else was waiting.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when too much is waiting; otherwise when the database fails.
    pub async fn submit(&self, submission: Submission) -> Result<Submitted, StoreError> {
        self.shared.commits.submit(NewSubmission::new(submission)?)?.wait().await
    }

    /// [`Store::submit`] for callers that block.
    ///
    /// # Errors
    /// As there.
    pub fn submit_blocking(&self, submission: Submission) -> Result<Submitted, StoreError> {
        self.shared.commits.submit(NewSubmission::new(submission)?)?.wait_blocking()
    }

    /// Stores all of these in one transaction: either every one is stored or none.
    ///
    /// # Errors
    /// When the database fails; then nothing was stored.
    pub fn submit_many(&self, submissions: Vec<Submission>) -> Result<Imported, StoreError> {
        self.submit_many_watched(submissions, |_| {})
    }

    /// [`Store::submit_many`], telling `progress` how many have been written so far.
    ///
    /// # Errors
    /// As there.
    pub fn submit_many_watched(
        &self,
        submissions: Vec<Submission>,
        mut progress: impl FnMut(usize) + Send + 'static,
    ) -> Result<Imported, StoreError> {
        let all = submissions.into_iter().map(NewSubmission::new).collect::<Result<Vec<_>, _>>()?;
        self.write(move |conn| {
            let (mut imported, mut turnout) = (Imported::default(), Turnout::default());
            for part in all.chunks(ROWS) {
                let outcomes = save(conn, &part.iter().collect::<Vec<_>>())?;
                turnout.note(part.iter().zip(&outcomes));
                let added = outcomes.iter().filter(|outcome| **outcome == Submitted::New).count();
                imported.added += added;
                imported.already += outcomes.len() - added;
                progress(imported.added + imported.already);
            }
            ways_in::count(conn, &turnout)?;
            Ok(imported)
        })
    }
}

/// Stores these, with their answers and changes, and erases their drafts; says of each whether it is new.
pub(super) fn save(conn: &mut Conn, submissions: &[&NewSubmission]) -> Result<Vec<Submitted>, StoreError> {
    if submissions.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows: Vec<ResponseRow> = submissions.iter().map(|submission| submission.response.clone()).collect();
    let came_by = submissions.iter().map(|submission| submission.way_in.as_deref());
    campaigns::name(conn, rows.iter_mut().zip(came_by))?;
    let mut stored = BTreeSet::new();
    for rows in rows.chunks(ROWS) {
        let insert = diesel::insert_into(responses::table).values(rows).on_conflict_do_nothing();
        let ids: Vec<i64> = on!(&mut *conn, c => insert.returning(responses::id).get_results(c))?;
        stored.extend(ids);
    }
    let is_new = |submission: &NewSubmission| stored.contains(&submission.response.id);
    refuse_taken_identifiers(conn, submissions.iter().filter(|submission| !is_new(submission)))?;
    let new = || submissions.iter().filter(|submission| is_new(submission));
    let answers: Vec<&AnswerRow> = new().flat_map(|submission| &submission.answers).collect();
    for rows in answers.chunks(ROWS) {
        on!(&mut *conn, c => diesel::insert_into(answers::table).values(rows.to_vec()).execute(c))?;
    }
    let ids: Vec<i64> = new().map(|submission| submission.response.id).collect();
    for ids in ids.chunks(ROWS) {
        changes::save(conn, ChangeKind::Submitted, ids)?;
    }
    let finished: Vec<&str> = submissions.iter().filter_map(|submission| submission.draft_hash.as_deref()).collect();
    drafts::erase(conn, &finished)?;
    let outcome = |submission: &&NewSubmission| if is_new(submission) { Submitted::New } else { Submitted::Already };
    Ok(submissions.iter().map(outcome).collect())
}

/// What was not stored must be there already. Should a random identifier ever be one that another response
/// has, nothing is stored and whoever tries again gets another.
fn refuse_taken_identifiers<'a>(
    conn: &mut Conn,
    not_stored: impl Iterator<Item = &'a &'a NewSubmission>,
) -> Result<(), StoreError> {
    let own: BTreeMap<i64, &ResponseRow> = not_stored.map(|it| (it.response.id, &it.response)).collect();
    let ids: Vec<i64> = own.keys().copied().collect();
    for ids in ids.chunks(ROWS) {
        let columns = (responses::id, responses::receipt_hash, responses::import_id);
        let rows = responses::table.filter(responses::id.eq_any(ids)).select(columns);
        let rows: Vec<(i64, Option<String>, Option<String>)> = on!(&mut *conn, c => rows.load(c))?;
        let differs = |ours: &Option<String>, theirs: &Option<String>| ours.is_some() && ours != theirs;
        for (id, receipt, import) in rows {
            if own.get(&id).is_some_and(|it| differs(&it.receipt_hash, &receipt) || differs(&it.import_id, &import)) {
                return Err(StoreError::Database("an identifier is taken: try again".into()));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Location;
    use crate::survey::{District, Language, Origin};

    fn submission(receipt: &str) -> NewSubmission {
        let response = Response {
            perspective: "child".into(),
            district: District::Unknown,
            language: Language::english(),
            submitted_on: jiff::civil::date(2026, 11, 23),
            origin: Origin::Web,
            answers: vec![("important".into(), Answer::Text("words".into()))],
        };
        let (consultation, digest, receipt_hash) = ("town".into(), "d".into(), Some(receipt.into()));
        NewSubmission::new(Submission {
            consultation,
            digest,
            response,
            receipt_hash,
            draft_hash: None,
            import_id: None,
            way_in: None,
        })
        .unwrap()
    }

    #[test]
    fn an_identifier_that_is_taken_is_refused_and_never_taken_for_a_retry() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&Location::Sqlite(folder.path().join("heard.sqlite"))).unwrap();
        let (first, mut other) = (submission("one"), submission("two"));
        let id = first.response.id;
        other.response.id = id;
        assert_eq!(store.write(move |conn| save(conn, &[&first])).unwrap(), [Submitted::New]);
        assert!(store.write(move |conn| save(conn, &[&other])).is_err());
        assert!(store.has_response("one").unwrap() && !store.has_response("two").unwrap());
        assert_eq!(id % ANSWERS, 0);
    }
}
