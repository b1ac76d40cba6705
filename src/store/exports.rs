//! Responses with everything that was made of them, read in the order they lie on the disk: for files that people
//! take away.
//!
//! Identifiers of answers follow their response's own, so each table is read from one place to another and never
//! searched row by row. Leaves out the files, and which words may be shown.

use std::borrow::Cow;

use diesel::prelude::*;

use super::codings::Judge;
use super::connections::Conn;
use super::redactions::{list_redactions_between, redacted};
use super::responses::{ANSWERS, export_id};
use super::tables::{answers, codings, judgements, responses};
use super::{Redaction, Store, StoreError, StoredCoding};
use crate::survey::Origin;

/// A response as it is exported.
#[derive(Debug, Clone, PartialEq)]
pub struct ExportResponse {
    pub id: i64,
    /// What the response is called: the identifier it was imported with, or one that Heard knows again.
    pub export_id: String,
    /// The digest of the survey that was answered.
    pub digest: String,
    pub perspective: String,
    /// The stored form of [`crate::survey::District`].
    pub district: String,
    /// The language of the pages it was answered on.
    pub language: String,
    /// The day, as 2026-11-23.
    pub submitted_on: String,
    pub origin: Origin,
    /// The key of the campaign whose link it came by.
    pub campaign: Option<String>,
    /// In the survey's order.
    pub answers: Vec<ExportAnswer>,
}

/// An answer as it is exported: its words can only be had with personal data taken out, or by asking for them as given.
#[derive(Debug, Clone, PartialEq)]
pub struct ExportAnswer {
    pub question: String,
    body: String,
    is_text: bool,
    language: Option<String>,
    screened: bool,
    /// Where personal data is, in the order of the words.
    pub redactions: Vec<Redaction>,
    /// In all code frames, by theme.
    pub codings: Vec<StoredCoding>,
    /// The code frames that an officer has judged it in.
    pub judged_in: Vec<i64>,
}

impl ExportAnswer {
    /// Whether it is in the person's own words.
    pub fn is_text(&self) -> bool {
        self.is_text
    }

    /// The language its words were found to be in, once that is known.
    pub fn language(&self) -> Option<&str> {
        self.language.as_deref()
    }

    /// Whether nothing has looked through its words for personal data yet. Until then all of them are hidden.
    pub fn is_unchecked(&self) -> bool {
        self.is_text && !self.screened
    }

    /// The stored form with personal data taken out; of closed answers there is none.
    pub fn text(&self) -> Cow<'_, str> {
        if self.is_text && !(self.screened && self.redactions.is_empty()) {
            return redacted(&self.body, &self.redactions, self.screened).into();
        }
        self.body.as_str().into()
    }

    /// [`ExportAnswer::text`], or [`ExportAnswer::unredacted`] for those who may see it, without a copy where there is
    /// nothing to take out.
    pub fn into_words(self, unredacted: bool) -> String {
        let is_open = unredacted || !self.is_text || self.screened && self.redactions.is_empty();
        if is_open { self.body } else { redacted(&self.body, &self.redactions, self.screened) }
    }

    /// The stored form as it was given. Only for those who have the right to see personal data, and for finding out
    /// what somebody was asked.
    pub fn unredacted(&self) -> &str {
        &self.body
    }
}

type AnswerParts = (i64, String, bool, String, Option<String>, bool);

impl Store {
    /// The identifiers at which a consultation's responses can be read in parts of `size`, in order: each part goes
    /// from one, exclusive, to the next, inclusive. Responses that come later may be missed.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_export_parts(&self, consultation: &str, size: usize) -> Result<Vec<(i64, i64)>, StoreError> {
        let ids: Vec<i64> = self.read(|conn| {
            let theirs = responses::table.filter(responses::consultation.eq(consultation)).order(responses::id);
            Ok(on!(conn, c => theirs.select(responses::id).load(c))?)
        })?;
        let mut before = 0;
        let part = |part: &[i64]| {
            let last = part.last().copied().unwrap_or(before);
            (std::mem::replace(&mut before, last), last)
        };
        Ok(ids.chunks(size.max(1)).map(part).collect())
    }

    /// The responses of a consultation whose identifiers are after the first and up to the second, in their order,
    /// which is no order of arrival.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_for_export(
        &self,
        consultation: &str,
        (after, last): (i64, i64),
    ) -> Result<Vec<ExportResponse>, StoreError> {
        self.read(|conn| {
            let mut all = load_responses(conn, consultation, after, last)?;
            load_answers(conn, consultation, (after, last), &mut all)?;
            Ok(all)
        })
    }
}

fn load_responses(
    conn: &mut Conn,
    consultation: &str,
    after: i64,
    last: i64,
) -> Result<Vec<ExportResponse>, StoreError> {
    let theirs = responses::table
        .filter(responses::consultation.eq(consultation))
        .filter(responses::id.gt(after))
        .filter(responses::id.le(last))
        .order(responses::id)
        .select((
            responses::id,
            responses::import_id,
            responses::digest,
            responses::perspective,
            responses::district,
            responses::language,
            responses::submitted_on,
            responses::origin,
            responses::campaign,
        ));
    type Row = (i64, Option<String>, String, String, String, String, String, String, Option<String>);
    let rows: Vec<Row> = on!(conn, c => theirs.load(c))?;
    let response = |row: Row| {
        let (id, import_id, digest, perspective, district, language, submitted_on, origin, campaign) = row;
        let (export_id, answers) = (export_id(id, import_id), Vec::new());
        let origin = Origin::parse(&origin).ok_or(StoreError::Damaged("origin"))?;
        Ok(ExportResponse {
            id,
            export_id,
            digest,
            perspective,
            district,
            language,
            submitted_on,
            origin,
            campaign,
            answers,
        })
    };
    rows.into_iter().map(response).collect()
}

/// Gives each response its answers, and each answer what was made of it. Every list is in the order of identifiers,
/// so one walk puts them together.
fn load_answers(
    conn: &mut Conn,
    consultation: &str,
    (after, last): (i64, i64),
    all: &mut [ExportResponse],
) -> Result<(), StoreError> {
    // Answers of a response lie between its identifier and the next one that a response could have.
    let (first, end) = (after.saturating_add(ANSWERS), last.saturating_add(ANSWERS));
    let parts =
        (answers::id, answers::question, answers::kind.eq("text"), answers::body, answers::language, answers::screened);
    let within = || answers::table.filter(answers::id.ge(first)).filter(answers::id.lt(end)).order(answers::id);
    let near = responses::table.filter(responses::id.gt(after)).filter(responses::id.le(last)).count();
    let near: i64 = on!(&mut *conn, c => near.get_result(c))?;
    // Where no other consultation has a response between these, looking each one up again would be for nothing.
    let rows: Vec<AnswerParts> = if near.unsigned_abs() as usize == all.len() {
        on!(&mut *conn, c => within().select(parts).load(c))?
    } else {
        let theirs = within().inner_join(responses::table).filter(responses::consultation.eq(consultation));
        on!(&mut *conn, c => theirs.select(parts).load(c))?
    };
    let mut hidden = list_redactions_between(conn, first, end)?;
    let mut coded = load_codings(conn, first, end)?.into_iter().peekable();
    let of_judgements = judgements::table
        .filter(judgements::answer_id.ge(first))
        .filter(judgements::answer_id.lt(end))
        .order(judgements::answer_id)
        .select((judgements::answer_id, judgements::frame_id));
    let judged: Vec<(i64, i64)> = on!(&mut *conn, c => of_judgements.load(c))?;
    let mut judged = judged.into_iter().peekable();
    let mut responses = all.iter_mut().peekable();
    for (id, question, is_text, body, language, screened) in rows {
        // What belongs to answers of other consultations is passed over.
        while coded.next_if(|coding| coding.answer_id < id).is_some() {}
        while judged.next_if(|(answer, _)| *answer < id).is_some() {}
        let codings = std::iter::from_fn(|| coded.next_if(|coding| coding.answer_id == id)).collect();
        let judged_in = std::iter::from_fn(|| judged.next_if(|(answer, _)| *answer == id)).map(|(_, frame)| frame);
        let judged_in = judged_in.collect();
        let redactions = hidden.remove(&id).unwrap_or_default();
        let answer = ExportAnswer { question, body, is_text, language, screened, redactions, codings, judged_in };
        while responses.next_if(|response| response.id < id - id % ANSWERS).is_some() {}
        if let Some(response) = responses.peek_mut().filter(|response| response.id == id - id % ANSWERS) {
            response.answers.push(answer);
        }
    }
    Ok(())
}

fn load_codings(conn: &mut Conn, first: i64, end: i64) -> Result<Vec<StoredCoding>, StoreError> {
    let theirs = codings::table
        .filter(codings::answer_id.ge(first))
        .filter(codings::answer_id.lt(end))
        .filter(codings::applied.eq(true))
        .order((codings::answer_id, codings::theme_id))
        .select((codings::answer_id, codings::theme_id, codings::judge, codings::score, codings::is_primary));
    let rows: Vec<(i64, i64, String, f32, bool)> = on!(conn, c => theirs.load(c))?;
    let coding = |(answer_id, theme_id, judge, score, primary): (i64, i64, String, f32, bool)| {
        let judge = Judge::parse(&judge).ok_or(StoreError::Damaged("judge"))?;
        Ok(StoredCoding { answer_id, theme_id, judge, score, primary })
    };
    rows.into_iter().map(coding).collect()
}
