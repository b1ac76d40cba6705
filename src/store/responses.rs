//! Whole submissions: stored once, found and erased by receipt, and read out for export.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use jiff::civil::Date;

use super::connections::Conn;
use super::tables::{answers, responses};
use super::{ChangeKind, Store, StoreError, changes, drafts, random_id};
use crate::survey::{Answer, District, Language, Origin, Response};

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
    /// gave in an export ([`StoredResponse::export_id`]) is the same response again, with the same identifier.
    pub import_id: Option<String>,
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

/// A response as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredResponse {
    pub id: i64,
    pub consultation: String,
    /// The digest of the survey that was answered.
    pub digest: String,
    pub import_id: Option<String>,
    pub response: Response,
    /// The identifier of each answer, in the order of `response.answers`.
    pub answer_ids: Vec<i64>,
}

/// Before the identifier of a response in an export.
const EXPORT_PREFIX: &str = "heard-";

impl StoredResponse {
    /// What the response is called in an export: the identifier it was imported with, or one that Heard knows again.
    pub fn export_id(&self) -> String {
        self.import_id.clone().unwrap_or_else(|| format!("{EXPORT_PREFIX}{:016x}", self.id))
    }
}

/// The response's identifier, from what [`StoredResponse::export_id`] made of it.
fn read_export_id(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(EXPORT_PREFIX).filter(|digits| digits.len() == 16)?;
    i64::from_str_radix(digits, 16).ok().filter(|id| *id > 0)
}

#[derive(Insertable, Queryable, Clone)]
#[diesel(table_name = responses, treat_none_as_default_value = false)]
struct ResponseRow {
    id: i64,
    consultation: String,
    digest: String,
    perspective: String,
    district: String,
    language: String,
    submitted_on: String,
    origin: String,
    receipt_hash: Option<String>,
    import_id: Option<String>,
}

#[derive(Insertable, Queryable, Clone)]
#[diesel(table_name = answers, treat_none_as_default_value = false)]
struct AnswerRow {
    id: i64,
    response_id: i64,
    question: String,
    place: i32,
    kind: String,
    body: String,
}

/// A submission with the identifiers it will have, so that trying twice cannot store it twice.
pub(super) struct NewSubmission {
    response: ResponseRow,
    answers: Vec<AnswerRow>,
    draft_hash: Option<String>,
}

impl NewSubmission {
    fn new(submission: Submission) -> Result<Self, StoreError> {
        let Submission { consultation, digest, response, receipt_hash, draft_hash, import_id } = submission;
        let (id, import_id) = match import_id.as_deref().and_then(read_export_id) {
            Some(own) => (own, None),
            None => (random_id()?, import_id),
        };
        let row = |(place, (question, answer)): (i32, (String, Answer))| {
            let (kind, body) = match answer {
                Answer::Text(words) => ("text", words),
                Answer::Choice(option) => ("choice", option),
                // Where someone answers from belongs to the whole response.
                Answer::District(_) => return None,
            };
            let row = |own| AnswerRow { id: own, response_id: id, question, place, kind: kind.to_owned(), body };
            Some(random_id().map(row))
        };
        let answers = (0..).zip(response.answers).filter_map(row).collect::<Result<Vec<AnswerRow>, _>>()?;
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
        };
        Ok(Self { response, answers, draft_hash })
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
            let mut imported = Imported::default();
            for part in all.chunks(ROWS) {
                let outcomes = save(conn, &part.iter().collect::<Vec<_>>())?;
                let added = outcomes.iter().filter(|outcome| **outcome == Submitted::New).count();
                imported.added += added;
                imported.already += outcomes.len() - added;
                progress(imported.added + imported.already);
            }
            Ok(imported)
        })
    }

    /// Whether a response with this receipt is stored.
    ///
    /// # Errors
    /// When the database fails.
    pub fn has_response(&self, receipt_hash: &str) -> Result<bool, StoreError> {
        let found = responses::table.filter(responses::receipt_hash.eq(receipt_hash)).select(responses::id);
        let id: Option<i64> = self.read(|conn| Ok(on!(conn, c => found.first(c).optional())?))?;
        Ok(id.is_some())
    }

    /// The response with this receipt.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find_response(&self, receipt_hash: &str) -> Result<Option<StoredResponse>, StoreError> {
        let found = self.read(|conn| {
            let rows = responses::table.filter(responses::receipt_hash.eq(receipt_hash)).limit(1);
            let rows: Vec<ResponseRow> = on!(conn, c => rows.load(c))?;
            with_answers(conn, rows)
        })?;
        Ok(found.into_iter().next())
    }

    /// Whether a consultation has any response that was invented to show how Heard works.
    ///
    /// # Errors
    /// When the database fails.
    pub fn has_illustrative(&self, consultation: &str) -> Result<bool, StoreError> {
        let invented = responses::table
            .filter(responses::consultation.eq(consultation))
            .filter(responses::origin.eq(Origin::Illustrative.as_str()));
        self.read(|conn| Ok(on!(conn, c => diesel::select(diesel::dsl::exists(invented)).get_result(c))?))
    }

    /// The responses of a consultation in the order of their identifiers, which is no order of arrival: those
    /// after `after` (0 to begin), at most `limit`.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_responses(
        &self,
        consultation: &str,
        after: i64,
        limit: usize,
    ) -> Result<Vec<StoredResponse>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.read(|conn| {
            let rows = responses::table
                .filter(responses::consultation.eq(consultation))
                .filter(responses::id.gt(after))
                .order(responses::id)
                .limit(limit);
            let rows: Vec<ResponseRow> = on!(conn, c => rows.load(c))?;
            with_answers(conn, rows)
        })
    }

    /// Erases the response with this receipt and all that was made of it: answers, codings, redactions. What
    /// stays is a row in the change log saying that something was erased. False when there was none.
    ///
    /// # Errors
    /// When the database fails.
    pub fn erase(&self, receipt_hash: &str) -> Result<bool, StoreError> {
        let receipt_hash = receipt_hash.to_owned();
        let erased = self.write(move |conn| {
            let theirs = responses::table.filter(responses::receipt_hash.eq(&receipt_hash));
            let id: Option<i64> = on!(&mut *conn, c => theirs.select(responses::id).first(c).optional())?;
            let Some(id) = id else { return Ok(false) };
            on!(&mut *conn, c => diesel::delete(responses::table.find(id)).execute(c))?;
            changes::save(conn, ChangeKind::Erased, &[id])?;
            Ok(true)
        })?;
        if erased {
            self.shared.commits.empty_log()?;
        }
        Ok(erased)
    }
}

/// Stores these, with their answers and changes, and erases their drafts; says of each whether it is new.
pub(super) fn save(conn: &mut Conn, submissions: &[&NewSubmission]) -> Result<Vec<Submitted>, StoreError> {
    if submissions.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<ResponseRow> = submissions.iter().map(|submission| submission.response.clone()).collect();
    let mut stored = BTreeSet::new();
    for rows in rows.chunks(ROWS) {
        let insert = diesel::insert_into(responses::table).values(rows).on_conflict_do_nothing();
        let ids: Vec<i64> = on!(&mut *conn, c => insert.returning(responses::id).get_results(c))?;
        stored.extend(ids);
    }
    let is_new = |submission: &NewSubmission| stored.contains(&submission.response.id);
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

/// Adds their answers to responses, keeping the order of `rows`.
fn with_answers(conn: &mut Conn, rows: Vec<ResponseRow>) -> Result<Vec<StoredResponse>, StoreError> {
    let mut by_response: BTreeMap<i64, Vec<AnswerRow>> = BTreeMap::new();
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    for ids in ids.chunks(ROWS) {
        let theirs = answers::table
            .filter(answers::response_id.eq_any(ids))
            .order((answers::response_id, answers::place))
            .select((
                answers::id,
                answers::response_id,
                answers::question,
                answers::place,
                answers::kind,
                answers::body,
            ));
        let found: Vec<AnswerRow> = on!(&mut *conn, c => theirs.load(c))?;
        found.into_iter().for_each(|answer| by_response.entry(answer.response_id).or_default().push(answer));
    }
    rows.into_iter().map(|row| stored_response(by_response.remove(&row.id).unwrap_or_default(), row)).collect()
}

fn stored_response(answers: Vec<AnswerRow>, row: ResponseRow) -> Result<StoredResponse, StoreError> {
    let submitted_on: Date = row.submitted_on.parse().map_err(|_| StoreError::Damaged("day"))?;
    let answer_ids = answers.iter().map(|answer| answer.id).collect();
    let answer = |answer: AnswerRow| match answer.kind.as_str() {
        "text" => Ok((answer.question, Answer::Text(answer.body))),
        "choice" => Ok((answer.question, Answer::Choice(answer.body))),
        _ => Err(StoreError::Damaged("kind of answer")),
    };
    let response = Response {
        perspective: row.perspective,
        district: District::parse(&row.district),
        language: Language(row.language),
        submitted_on,
        origin: Origin::parse(&row.origin).ok_or(StoreError::Damaged("origin"))?,
        answers: answers.into_iter().map(answer).collect::<Result<_, _>>()?,
    };
    Ok(StoredResponse {
        id: row.id,
        consultation: row.consultation,
        digest: row.digest,
        import_id: row.import_id,
        response,
        answer_ids,
    })
}
