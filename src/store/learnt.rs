//! What the machine made of officers' judgements: codings of all other answers, which judgements it learnt from,
//! and which answers to judge next. The judgements themselves are in [`super::judgements`].

use std::collections::BTreeSet;

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::codings::{self, NewCoding};
use super::connections::Conn;
use super::tables::{answers, code_frames, judgements, next_answers};
use super::{Store, StoreError};

/// How many rows one statement names: both databases limit the values in a statement.
const ROWS: usize = 4000;

/// What comes of learning from a frame's judgements.
#[derive(Debug, Clone, PartialEq)]
pub struct Learnt {
    pub frame_id: i64,
    /// Which version of the engine coded, and how many judged answers had taught it.
    pub engine: String,
    /// The judgements that were learnt from.
    pub judgement_ids: Vec<i64>,
    /// The themes that [`NewCoding::theme`] counts in.
    pub theme_ids: Vec<i64>,
    /// Codings of every answer; those of judged answers are left out.
    pub codings: Vec<NewCoding>,
    /// Answers to judge next, the first to come first.
    pub next: Vec<i64>,
}

/// Open answers that can be shown, in an order that mixes people and is no order of arrival.
/// `$3` of them at most.
const OPEN: &str = "SELECT answers.id FROM answers JOIN responses ON responses.id = answers.response_id \
     JOIN code_frames ON code_frames.consultation = responses.consultation WHERE code_frames.id = $1 \
     AND answers.kind = 'text' AND answers.screened AND NOT EXISTS (SELECT 1 FROM judgements \
     WHERE judgements.frame_id = $1 AND judgements.answer_id = answers.id) AND (answers.id % 9973 > $2 % 9973 \
     OR (answers.id % 9973 = $2 % 9973 AND answers.id > $2)) ORDER BY answers.id % 9973, answers.id LIMIT $3";

#[derive(QueryableByName)]
struct IdRow {
    #[diesel(sql_type = BigInt)]
    id: i64,
}

impl Store {
    /// Keeps what came of learning, instead of what rules and machines said in the frame before, all in one
    /// transaction. Answers that an officer has judged by now keep the officer's themes only.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when a coding names a theme beyond `theme_ids`; otherwise when the database
    /// fails. Then nothing has changed.
    pub fn save_learnt(&self, learnt: Learnt) -> Result<(), StoreError> {
        self.write(move |conn| {
            codings::erase_machine_codings(conn, learnt.frame_id, None)?;
            codings::save(conn, learnt.frame_id, &learnt.theme_ids, &learnt.codings)?;
            let theirs = judgements::table.filter(judgements::frame_id.eq(learnt.frame_id));
            on!(&mut *conn, c => diesel::update(theirs).set(judgements::learnt.eq(false)).execute(c))?;
            for ids in learnt.judgement_ids.chunks(ROWS) {
                let these = judgements::table.filter(judgements::id.eq_any(ids));
                on!(&mut *conn, c => diesel::update(these).set(judgements::learnt.eq(true)).execute(c))?;
            }
            let frame = code_frames::table.find(learnt.frame_id);
            let says = (code_frames::engine.eq(&learnt.engine), code_frames::wanted.eq(false));
            on!(&mut *conn, c => diesel::update(frame).set(says).execute(c))?;
            replace_next(conn, learnt.frame_id, &learnt.next)
        })
    }

    /// The answer to judge after `after`, or the first: one that nobody has judged and that has been looked
    /// through for personal data. Those the machine chose come first; after the last comes the first again. Answers
    /// `passed_over` are left out.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find_next_answer(
        &self,
        frame_id: i64,
        after: Option<i64>,
        passed_over: &[i64],
    ) -> Result<Option<i64>, StoreError> {
        let queue = self.read(|conn| {
            let open = next_answers::table
                .inner_join(answers::table)
                .filter(next_answers::frame_id.eq(frame_id))
                .filter(answers::screened.eq(true))
                .filter(diesel::dsl::not(diesel::dsl::exists(
                    judgements::table
                        .filter(judgements::frame_id.eq(frame_id))
                        .filter(judgements::answer_id.eq(next_answers::answer_id)),
                )));
            let open = open.order(next_answers::place).select((next_answers::place, next_answers::answer_id));
            let mut open: Vec<(i32, i64)> = on!(&mut *conn, c => open.load(c))?;
            open.retain(|(_, id)| !passed_over.contains(id));
            let here = next_answers::table
                .filter(next_answers::frame_id.eq(frame_id))
                .filter(next_answers::answer_id.eq(after.unwrap_or_default()))
                .select(next_answers::place);
            let here: Option<i32> = on!(&mut *conn, c => here.first(c).optional())?;
            let later = open.iter().find(|(place, _)| here.is_none_or(|here| *place > here)).or(open.first());
            Ok(later.map(|&(_, id)| id))
        })?;
        if queue.is_some() {
            return Ok(queue);
        }
        self.read(|conn| {
            for from in [after.unwrap_or_default(), 0] {
                let query = diesel::sql_query(OPEN).bind::<BigInt, _>(frame_id).bind::<BigInt, _>(from);
                // However many of these are passed over, one is left if there is one.
                let query = query.bind::<BigInt, _>(i64::try_from(passed_over.len()).unwrap_or(i64::MAX - 1) + 1);
                let found: Vec<IdRow> = on!(&mut *conn, c => query.load(c))?;
                if let Some(IdRow { id }) = found.iter().find(|row| !passed_over.contains(&row.id)) {
                    return Ok(Some(*id));
                }
            }
            Ok(None)
        })
    }
}

#[derive(Insertable)]
#[diesel(table_name = next_answers, treat_none_as_default_value = false)]
struct NextRow {
    frame_id: i64,
    place: i32,
    answer_id: i64,
}

/// Makes these the answers to judge next. Answers that are gone are left out.
fn replace_next(conn: &mut Conn, frame_id: i64, next: &[i64]) -> Result<(), StoreError> {
    let before = next_answers::table.filter(next_answers::frame_id.eq(frame_id));
    on!(&mut *conn, c => diesel::delete(before).execute(c))?;
    let numbered: Vec<(i32, i64)> = (0..).zip(next.iter().copied()).collect();
    for part in numbered.chunks(ROWS) {
        let ids: Vec<i64> = part.iter().map(|(_, id)| *id).collect();
        let present = answers::table.filter(answers::id.eq_any(&ids)).select(answers::id);
        let present: Vec<i64> = on!(&mut *conn, c => present.load(c))?;
        let present: BTreeSet<i64> = present.into_iter().collect();
        let rows: Vec<NextRow> = part
            .iter()
            .filter(|(_, id)| present.contains(id))
            .map(|&(place, answer_id)| NextRow { frame_id, place, answer_id })
            .collect();
        on!(&mut *conn, c => diesel::insert_into(next_answers::table).values(&rows).execute(c))?;
    }
    Ok(())
}
