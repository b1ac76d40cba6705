//! An officer's whole word on an answer: the themes of a code frame that it has, and no others. Kept apart from
//! the codings it makes, so that "no theme" is a judgement too, and so that a machine knows what to leave alone
//! and what it has learnt from. What the machine makes of them is in [`super::learnt`].

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::codings::{CodingRow, Judge, lock};
use super::connections::Conn;
use super::tables::{answers, code_frames, codings, judgements, themes};
use super::{ChangeKind, Store, StoreError, changes, random_id};

/// How many answers one statement names: both databases limit the values in a statement.
const ANSWERS: usize = 5_000;

/// What an officer says of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewJudgement {
    pub frame_id: i64,
    pub answer_id: i64,
    /// The themes it has. Those above them are added; none is a judgement too.
    pub theme_ids: Vec<i64>,
    /// The account of who judged.
    pub officer: String,
    /// Whether the machine chose the answer. Those an officer went to because they looked wrong say nothing of
    /// how often the machine is right.
    pub in_turn: bool,
}

/// A judgement as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// Another with each saving.
    pub id: i64,
    pub answer_id: i64,
    pub officer: String,
    /// Whether the codings of other answers were made by a machine that had learnt from it.
    pub learnt: bool,
    /// The themes the answer has, in rising order.
    pub theme_ids: Vec<i64>,
}

/// How far judging has come in a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct JudgementCount {
    /// Answers that an officer has judged.
    pub judged: u64,
    /// Of those, how many the machine has learnt from.
    pub learnt: u64,
    /// Of those judged, how many the machine chose. The following are counted over these.
    pub in_turn: u64,
    /// Topmost themes that the machine had given them before anybody judged.
    pub suggested: u64,
    /// Those of them that the first judgement kept.
    pub kept: u64,
    /// Topmost themes of the first judgement that the machine had not given.
    pub added: u64,
}

#[derive(QueryableByName)]
struct CountRow {
    #[diesel(sql_type = BigInt)]
    judged: i64,
    #[diesel(sql_type = BigInt)]
    learnt: i64,
    #[diesel(sql_type = BigInt)]
    in_turn: i64,
    #[diesel(sql_type = BigInt)]
    suggested: i64,
    #[diesel(sql_type = BigInt)]
    kept: i64,
    #[diesel(sql_type = BigInt)]
    added: i64,
}

const COUNT: &str = "SELECT COUNT(*) AS judged, \
     COALESCE(SUM(CASE WHEN learnt THEN 1 ELSE 0 END), 0) AS learnt, \
     COALESCE(SUM(CASE WHEN in_turn THEN 1 ELSE 0 END), 0) AS in_turn, \
     COALESCE(SUM(CASE WHEN in_turn THEN suggested ELSE 0 END), 0) AS suggested, \
     COALESCE(SUM(CASE WHEN in_turn THEN kept ELSE 0 END), 0) AS kept, \
     COALESCE(SUM(CASE WHEN in_turn THEN added ELSE 0 END), 0) AS added FROM judgements WHERE frame_id = $1";

#[derive(Insertable, Queryable)]
#[diesel(table_name = judgements, treat_none_as_default_value = false)]
struct JudgementRow {
    id: i64,
    frame_id: i64,
    answer_id: i64,
    officer: String,
    in_turn: bool,
    suggested: i32,
    kept: i32,
    added: i32,
    learnt: bool,
}

impl Store {
    /// Keeps an officer's judgement instead of any before it: in this frame the answer then has these themes,
    /// those above them, and no others, whatever machine or officer said before.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such answer, or a theme is not in the frame; otherwise when the
    /// database fails. Then nothing has changed.
    pub fn save_judgement(&self, new: NewJudgement) -> Result<(), StoreError> {
        self.write(move |conn| {
            lock(conn, new.frame_id)?;
            let of = answers::table.find(new.answer_id).select(answers::response_id);
            let response_id: Option<i64> = on!(&mut *conn, c => of.first(c).optional())?;
            let response_id = response_id.ok_or(StoreError::NotFound("such answer"))?;
            let frame = FrameThemes::load(conn, new.frame_id)?;
            let chosen = frame.with_those_above(&new.theme_ids)?;
            let row = judgement_row(conn, &new, &frame, &chosen)?;
            let theirs = codings::table
                .filter(codings::answer_id.eq(new.answer_id))
                .filter(codings::theme_id.eq_any(frame.ids()));
            on!(&mut *conn, c => diesel::delete(theirs).execute(c))?;
            let rows: Vec<CodingRow> =
                chosen.iter().map(|&id| CodingRow::of_officer(new.answer_id, id, true)).collect();
            on!(&mut *conn, c => diesel::insert_into(codings::table).values(&rows).execute(c))?;
            let before = judgements::table
                .filter(judgements::frame_id.eq(new.frame_id))
                .filter(judgements::answer_id.eq(new.answer_id));
            on!(&mut *conn, c => diesel::delete(before).execute(c))?;
            on!(&mut *conn, c => diesel::insert_into(judgements::table).values(&row).execute(c))?;
            changes::save(conn, ChangeKind::Recoded, &[response_id])
        })
    }

    /// Every judgement in a frame, by answer.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_judgements(&self, frame_id: i64) -> Result<Vec<Judgement>, StoreError> {
        self.read(|conn| {
            let theirs = judgements::table.filter(judgements::frame_id.eq(frame_id)).order(judgements::answer_id);
            let rows: Vec<JudgementRow> = on!(&mut *conn, c => theirs.load(c))?;
            with_themes(conn, frame_id, rows, None)
        })
    }

    /// The judgement on an answer in a frame.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find_judgement(&self, frame_id: i64, answer_id: i64) -> Result<Option<Judgement>, StoreError> {
        self.read(|conn| {
            let it =
                judgements::table.filter(judgements::frame_id.eq(frame_id)).filter(judgements::answer_id.eq(answer_id));
            let rows: Vec<JudgementRow> = on!(&mut *conn, c => it.load(c))?;
            Ok(with_themes(conn, frame_id, rows, Some(answer_id))?.pop())
        })
    }

    /// Of these answers, those that an officer has judged, each with the frame it was judged in.
    ///
    /// # Errors
    /// When the database fails.
    pub fn judged_among(&self, answer_ids: &[i64]) -> Result<Vec<(i64, i64)>, StoreError> {
        self.read(|conn| {
            let mut judged = Vec::new();
            for ids in answer_ids.chunks(ANSWERS) {
                let theirs = judgements::table.filter(judgements::answer_id.eq_any(ids));
                let theirs = theirs.select((judgements::answer_id, judgements::frame_id));
                let part: Vec<(i64, i64)> = on!(&mut *conn, c => theirs.load(c))?;
                judged.extend(part);
            }
            Ok(judged)
        })
    }

    /// How far judging has come in a frame. Answers that were erased count no longer.
    ///
    /// # Errors
    /// When the database fails.
    pub fn count_judgements(&self, frame_id: i64) -> Result<JudgementCount, StoreError> {
        self.read(|conn| {
            let query = diesel::sql_query(COUNT).bind::<BigInt, _>(frame_id);
            let row: CountRow = on!(conn, c => query.get_result(c))?;
            let count = |number: i64| u64::try_from(number).unwrap_or_default();
            Ok(JudgementCount {
                judged: count(row.judged),
                learnt: count(row.learnt),
                in_turn: count(row.in_turn),
                suggested: count(row.suggested),
                kept: count(row.kept),
                added: count(row.added),
            })
        })
    }

    /// Asks the machine to learn from this frame's judgements now, however few are new.
    ///
    /// # Errors
    /// When the database fails.
    pub fn want_learning(&self, frame_id: i64) -> Result<(), StoreError> {
        self.write(move |conn| {
            let frame = code_frames::table.find(frame_id);
            on!(conn, c => diesel::update(frame).set(code_frames::wanted.eq(true)).execute(c))?;
            Ok(())
        })
    }
}

/// The themes of a frame, by identifier: key and the key above.
struct FrameThemes(BTreeMap<i64, (String, String)>);

impl FrameThemes {
    fn load(conn: &mut Conn, frame_id: i64) -> Result<Self, StoreError> {
        let theirs = themes::table.filter(themes::frame_id.eq(frame_id));
        let theirs = theirs.select((themes::id, themes::key, themes::parent));
        let rows: Vec<(i64, String, String)> = on!(conn, c => theirs.load(c))?;
        Ok(Self(rows.into_iter().map(|(id, key, parent)| (id, (key, parent))).collect()))
    }

    fn ids(&self) -> Vec<i64> {
        self.0.keys().copied().collect()
    }

    /// The theme above, where it is in the frame.
    fn above(&self, id: i64) -> Option<i64> {
        let (_, parent) = self.0.get(&id)?;
        self.0.iter().find(|(_, (key, _))| key == parent).map(|(&id, _)| id)
    }

    fn with_those_above(&self, chosen: &[i64]) -> Result<BTreeSet<i64>, StoreError> {
        let mut all = BTreeSet::new();
        for &id in chosen {
            if !self.0.contains_key(&id) {
                return Err(StoreError::NotFound("such theme in the code frame"));
            }
            let mut at = Some(id);
            // Ends at the top, or where a theme is met again.
            while let Some(id) = at.filter(|&id| all.insert(id)) {
                at = self.above(id);
            }
        }
        Ok(all)
    }
}

/// The judgement's row. How it compares with the machine is counted once: after an officer has judged, what the
/// machine says is no longer its own.
fn judgement_row(
    conn: &mut Conn,
    new: &NewJudgement,
    frame: &FrameThemes,
    chosen: &BTreeSet<i64>,
) -> Result<JudgementRow, StoreError> {
    let before = judgements::table
        .filter(judgements::frame_id.eq(new.frame_id))
        .filter(judgements::answer_id.eq(new.answer_id))
        .select((judgements::in_turn, judgements::suggested, judgements::kept, judgements::added));
    let before: Option<(bool, i32, i32, i32)> = on!(&mut *conn, c => before.first(c).optional())?;
    let (in_turn, suggested, kept, added) = match before {
        Some(before) => before,
        None => {
            let theirs = codings::table
                .filter(codings::answer_id.eq(new.answer_id))
                .filter(codings::theme_id.eq_any(frame.ids()))
                .filter(codings::judge.ne(Judge::Officer.as_str()))
                .select(codings::theme_id);
            let given: Vec<i64> = on!(&mut *conn, c => theirs.load(c))?;
            let is_topmost = |id: &&i64| frame.above(**id).is_none();
            let given: BTreeSet<i64> = given.iter().filter(is_topmost).copied().collect();
            let chosen: BTreeSet<i64> = chosen.iter().filter(is_topmost).copied().collect();
            let count = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
            let (kept, added) = (given.intersection(&chosen).count(), chosen.difference(&given).count());
            (new.in_turn, count(given.len()), count(kept), count(added))
        }
    };
    let NewJudgement { frame_id, answer_id, officer, .. } = new.clone();
    Ok(JudgementRow { id: random_id()?, frame_id, answer_id, officer, in_turn, suggested, kept, added, learnt: false })
}

/// Judgements with the themes officers gave: of all answers of the frame, or of one.
fn with_themes(
    conn: &mut Conn,
    frame_id: i64,
    rows: Vec<JudgementRow>,
    answer_id: Option<i64>,
) -> Result<Vec<Judgement>, StoreError> {
    let frame_themes = themes::table.filter(themes::frame_id.eq(frame_id)).select(themes::id);
    let given = codings::table
        .filter(codings::theme_id.eq_any(frame_themes))
        .filter(codings::judge.eq(Judge::Officer.as_str()))
        .filter(codings::applied.eq(true))
        .order((codings::answer_id, codings::theme_id))
        .select((codings::answer_id, codings::theme_id));
    let given: Vec<(i64, i64)> = match answer_id {
        Some(id) => on!(conn, c => given.filter(codings::answer_id.eq(id)).load(c))?,
        None => on!(conn, c => given.load(c))?,
    };
    let mut by_answer: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    given.into_iter().for_each(|(answer, theme)| by_answer.entry(answer).or_default().push(theme));
    let judgement = |row: JudgementRow| Judgement {
        theme_ids: by_answer.remove(&row.answer_id).unwrap_or_default(),
        id: row.id,
        answer_id: row.answer_id,
        officer: row.officer,
        learnt: row.learnt,
    };
    Ok(rows.into_iter().map(judgement).collect())
}
