//! Responses without their words: who answers from where, what was picked, and the themes of what was written. For
//! counting many ways, so it is read in parts and in the order it lies on the disk.

use diesel::prelude::*;

use super::connections::Conn;
use super::responses::ANSWERS;
use super::tables::{answers, changes, codings, responses, themes};
use super::{Position, Store, StoreError};

/// A response without its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodedResponse {
    pub id: i64,
    pub perspective: String,
    /// The stored form of [`crate::survey::District`].
    pub district: String,
    /// The day, as 2026-11-23.
    pub submitted_on: String,
    /// The key of the campaign whose link it came by.
    pub campaign: Option<String>,
    /// The question and the stored form of every answer that is not in words.
    pub closed: Vec<(String, String)>,
    /// The question of every answer in words, and the identifiers of its themes.
    pub written: Vec<(String, Vec<i64>)>,
}

impl Store {
    /// The responses of a consultation whose identifiers are after the first and up to the second, each answer with
    /// its themes of one code frame. See [`Store::list_export_parts`].
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_coded(
        &self,
        consultation: &str,
        frame_id: Option<i64>,
        part: (i64, i64),
    ) -> Result<Vec<CodedResponse>, StoreError> {
        self.read(|conn| load(conn, consultation, frame_id, part))
    }

    /// Those of these responses that are there and are of this consultation.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find_coded(
        &self,
        consultation: &str,
        frame_id: Option<i64>,
        ids: &[i64],
    ) -> Result<Vec<CodedResponse>, StoreError> {
        self.read(|conn| {
            let mut found = Vec::new();
            for id in ids {
                found.append(&mut load(conn, consultation, frame_id, (id - ANSWERS, *id))?);
            }
            Ok(found)
        })
    }

    /// The keys of the campaigns by whose links anybody responded.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_campaigns_named(&self, consultation: &str) -> Result<Vec<String>, StoreError> {
        self.read(|conn| {
            let named = responses::table
                .filter(responses::consultation.eq(consultation))
                .filter(responses::campaign.is_not_null())
                .select(responses::campaign.assume_not_null())
                .distinct()
                .order(responses::campaign);
            Ok(on!(conn, c => named.load(c))?)
        })
    }

    /// The responses of every change after a position that can be seen now, settled or not, at most `limit` changes:
    /// each with the change's own position. Unlike [`Store::changes_after`] it waits for nobody who is still writing, so
    /// that what was erased is known to be at once; whoever follows keeps the place before the unsettled ones.
    ///
    /// # Errors
    /// When the database fails.
    pub fn seen_after(&self, position: &Position, limit: usize) -> Result<Vec<(Position, i64)>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let (xid, seq) = position.parts();
        let rows: Vec<(i64, i64, i64)> = self.read(|conn| {
            let after = changes::xid.gt(xid).or(changes::xid.eq(xid).and(changes::seq.gt(seq)));
            let columns = (changes::xid, changes::seq, changes::response_id);
            let rows = changes::table.select(columns).filter(after).order((changes::xid, changes::seq)).limit(limit);
            Ok(on!(conn, c => rows.load(c))?)
        })?;
        Ok(rows.into_iter().map(|(xid, seq, response)| (Position::of_parts(xid, seq), response)).collect())
    }
}

fn load(
    conn: &mut Conn,
    consultation: &str,
    frame_id: Option<i64>,
    (after, last): (i64, i64),
) -> Result<Vec<CodedResponse>, StoreError> {
    let theirs = responses::table
        .filter(responses::consultation.eq(consultation))
        .filter(responses::id.gt(after))
        .filter(responses::id.le(last))
        .order(responses::id)
        .select((
            responses::id,
            responses::perspective,
            responses::district,
            responses::submitted_on,
            responses::campaign,
        ));
    let rows: Vec<(i64, String, String, String, Option<String>)> = on!(&mut *conn, c => theirs.load(c))?;
    let response = |(id, perspective, district, submitted_on, campaign)| CodedResponse {
        id,
        perspective,
        district,
        submitted_on,
        campaign,
        closed: Vec::new(),
        written: Vec::new(),
    };
    let mut all: Vec<CodedResponse> = rows.into_iter().map(response).collect();
    if !all.is_empty() {
        load_answers(conn, frame_id, (after.saturating_add(ANSWERS), last.saturating_add(ANSWERS)), &mut all)?;
    }
    Ok(all)
}

/// Gives each response its answers and each answer its themes. Every list is in the order of identifiers, so one walk
/// puts them together; what belongs to other consultations is passed over.
fn load_answers(
    conn: &mut Conn,
    frame_id: Option<i64>,
    (first, end): (i64, i64),
    all: &mut [CodedResponse],
) -> Result<(), StoreError> {
    let within = || answers::table.filter(answers::id.ge(first)).filter(answers::id.lt(end)).order(answers::id);
    let closed = within().filter(answers::kind.ne("text")).select((answers::id, answers::question, answers::body));
    let closed: Vec<(i64, String, String)> = on!(&mut *conn, c => closed.load(c))?;
    let written = within().filter(answers::kind.eq("text")).select((answers::id, answers::question));
    let written: Vec<(i64, String)> = on!(&mut *conn, c => written.load(c))?;
    let frames = themes::table.filter(themes::frame_id.eq(frame_id.unwrap_or_default())).select(themes::id);
    let coded = codings::table
        .filter(codings::answer_id.ge(first))
        .filter(codings::answer_id.lt(end))
        .filter(codings::applied.eq(true))
        .filter(codings::theme_id.eq_any(frames))
        .order((codings::answer_id, codings::theme_id))
        .select((codings::answer_id, codings::theme_id));
    let coded: Vec<(i64, i64)> = on!(&mut *conn, c => coded.load(c))?;
    let mut responses = all.iter_mut().peekable();
    for (id, question, body) in closed {
        while responses.next_if(|response| response.id < id - id % ANSWERS).is_some() {}
        if let Some(response) = responses.peek_mut().filter(|response| response.id == id - id % ANSWERS) {
            response.closed.push((question, body));
        }
    }
    let mut responses = all.iter_mut().peekable();
    let mut coded = coded.into_iter().peekable();
    for (id, question) in written {
        while responses.next_if(|response| response.id < id - id % ANSWERS).is_some() {}
        while coded.next_if(|(answer, _)| *answer < id).is_some() {}
        let named = std::iter::from_fn(|| coded.next_if(|(answer, _)| *answer == id)).map(|(_, theme)| theme).collect();
        if let Some(response) = responses.peek_mut().filter(|response| response.id == id - id % ANSWERS) {
            response.written.push((question, named));
        }
    }
    Ok(())
}
