//! Responses as they are stored: found and erased by receipt, and read out for export. How they come in is in
//! [`super::submissions`].

use std::collections::BTreeMap;

use diesel::prelude::*;
use jiff::civil::Date;

use super::connections::Conn;
use super::tables::{answers, responses};
use super::{ChangeKind, Store, StoreError, changes, drafts};
use crate::survey::{Answer, BETWEEN, District, Language, Origin, Response};

/// How many rows one statement reads: both databases limit the values in a statement.
const ROWS: usize = 500;
/// The identifiers of a response's answers follow its own, so that they lie together on the disk: this many are kept
/// free for them. The rest of the number is random.
pub(super) const ANSWERS: i64 = 1 << 10;

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
        export_id(self.id, self.import_id.clone())
    }
}

pub(super) fn export_id(id: i64, import_id: Option<String>) -> String {
    import_id.unwrap_or_else(|| format!("{EXPORT_PREFIX}{id:016x}"))
}

/// The response's identifier, from what [`StoredResponse::export_id`] made of it.
pub(super) fn read_export_id(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(EXPORT_PREFIX).filter(|digits| digits.len() == 16)?;
    i64::from_str_radix(digits, 16).ok().filter(|id| *id > 0 && id % ANSWERS == 0)
}

#[derive(Insertable, Queryable, Clone)]
#[diesel(table_name = responses, treat_none_as_default_value = false)]
pub(super) struct ResponseRow {
    pub(super) id: i64,
    pub(super) consultation: String,
    pub(super) digest: String,
    pub(super) perspective: String,
    pub(super) district: String,
    pub(super) language: String,
    pub(super) submitted_on: String,
    pub(super) origin: String,
    pub(super) receipt_hash: Option<String>,
    pub(super) import_id: Option<String>,
    /// The key of the campaign whose link it came by.
    pub(super) campaign: Option<String>,
}

#[derive(Insertable, Queryable, Clone)]
#[diesel(table_name = answers, treat_none_as_default_value = false)]
pub(super) struct AnswerRow {
    pub(super) id: i64,
    pub(super) response_id: i64,
    pub(super) question: String,
    pub(super) place: i32,
    pub(super) kind: String,
    pub(super) body: String,
}

impl Store {
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

    /// Erases the response with this receipt and all that was made of it: answers, codings, redactions, and drafts
    /// that were to take its place. What
    /// stays is a row in the change log saying that something was erased. False when there was none.
    ///
    /// # Errors
    /// When the database fails.
    pub fn erase(&self, receipt_hash: &str) -> Result<bool, StoreError> {
        let receipt_hash = receipt_hash.to_owned();
        let erased = self.write(move |conn| {
            let theirs = responses::table.filter(responses::receipt_hash.eq(&receipt_hash));
            let id: Option<i64> = on!(&mut *conn, c => theirs.select(responses::id).first(c).optional())?;
            // Whoever was changing it has a copy of its words.
            drafts::erase_correcting(conn, &receipt_hash)?;
            let Some(id) = id else { return Ok(false) };
            erase_response(conn, id)?;
            Ok(true)
        })?;
        if erased {
            self.shared.commits.empty_log()?;
        }
        Ok(erased)
    }
}

/// Erases a response with all that was made of it, and writes down that it went.
pub(super) fn erase_response(conn: &mut Conn, id: i64) -> Result<(), StoreError> {
    on!(&mut *conn, c => diesel::delete(responses::table.find(id)).execute(c))?;
    changes::save(conn, ChangeKind::Erased, &[id])
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

/// How an answer is told from others in its row; the district has none of its own.
pub(super) fn kind_of(answer: &Answer) -> Option<&'static str> {
    Some(match answer {
        Answer::Text(_) => "text",
        Answer::Choice(_) => "choice",
        Answer::Choices(_) => "choices",
        Answer::Ranking(_) => "ranking",
        Answer::Number(_) => "number",
        Answer::District(_) => return None,
    })
}

fn read_answer(kind: &str, body: String) -> Option<Answer> {
    let keys = |body: &str| body.split(BETWEEN).map(str::to_owned).collect();
    Some(match kind {
        "text" => Answer::Text(body),
        "choice" => Answer::Choice(body),
        "choices" => Answer::Choices(keys(&body)),
        "ranking" => Answer::Ranking(keys(&body)),
        "number" => Answer::Number(body.parse().ok()?),
        _ => return None,
    })
}

fn stored_response(answers: Vec<AnswerRow>, row: ResponseRow) -> Result<StoredResponse, StoreError> {
    let submitted_on: Date = row.submitted_on.parse().map_err(|_| StoreError::Damaged("day"))?;
    let answer_ids = answers.iter().map(|answer| answer.id).collect();
    let answer = |answer: AnswerRow| {
        let read = read_answer(&answer.kind, answer.body).ok_or(StoreError::Damaged("kind of answer"))?;
        Ok::<_, StoreError>((answer.question, read))
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
