//! Which answers express which theme, and who judged so. An officer's judgement is never overwritten by a
//! rule or a machine, also not where the officer took a theme away.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::connections::Conn;
use super::tables::{answers, code_frames, codings, judgements, responses, themes};
use super::{ChangeKind, Store, StoreError, changes};

/// How many rows one statement writes: both databases limit the values in a statement.
const ROWS: usize = 4000;

/// Who judged that an answer expresses a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Judge {
    /// The definition of the code frame, word for word.
    Rule,
    /// The engine, with a score.
    Machine,
    /// A person. Theirs is the last word.
    Officer,
}

impl Judge {
    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::Machine => "machine",
            Self::Officer => "officer",
        }
    }

    pub(super) fn parse(text: &str) -> Option<Self> {
        [Self::Rule, Self::Machine, Self::Officer].into_iter().find(|judge| judge.as_str() == text)
    }
}

/// A theme given to an answer by analysis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NewCoding {
    pub answer_id: i64,
    /// The theme's place in [`super::NewCodeFrame::themes`], or in the identifiers given along.
    pub theme: usize,
    pub judge: MachineJudge,
    /// How sure it is, 0 to 1.
    pub score: f32,
    /// Whether it is the one best theme of the answer.
    pub primary: bool,
}

/// A judge that analysis may speak for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MachineJudge {
    Rule,
    Machine,
}

impl From<MachineJudge> for Judge {
    fn from(judge: MachineJudge) -> Self {
        match judge {
            MachineJudge::Rule => Self::Rule,
            MachineJudge::Machine => Self::Machine,
        }
    }
}

/// A coding as it is stored. Those an officer took away are not among them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StoredCoding {
    pub answer_id: i64,
    pub theme_id: i64,
    pub judge: Judge,
    /// 0 to 1; an officer's is 1.
    pub score: f32,
    pub primary: bool,
}

/// Which answers to take quotes from; an empty list lets all through.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QuoteFilter {
    pub questions: Vec<String>,
    pub perspectives: Vec<String>,
    /// In the stored form of [`crate::survey::District`].
    pub districts: Vec<String>,
}

#[derive(Insertable)]
#[diesel(table_name = codings, treat_none_as_default_value = false)]
pub(super) struct CodingRow {
    answer_id: i64,
    theme_id: i64,
    judge: &'static str,
    score: f32,
    is_primary: bool,
    applied: bool,
}

impl CodingRow {
    /// What an officer says of one theme of an answer.
    pub(super) fn of_officer(answer_id: i64, theme_id: i64, applied: bool) -> Self {
        Self { answer_id, theme_id, judge: Judge::Officer.as_str(), score: 1.0, is_primary: false, applied }
    }
}

impl Store {
    /// Keeps what analysis says of these answers, instead of what it said of them before in this frame.
    /// `theme_ids` are the themes that [`NewCoding::theme`] counts in. Answers that are gone are left out.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when a coding names a theme beyond `theme_ids`; otherwise when the database
    /// fails. Then nothing has changed.
    pub fn save_codings(
        &self,
        frame_id: i64,
        answer_ids: Vec<i64>,
        theme_ids: Vec<i64>,
        codings: Vec<NewCoding>,
    ) -> Result<(), StoreError> {
        self.write(move |conn| {
            for ids in answer_ids.chunks(ROWS) {
                erase_machine_codings(conn, frame_id, Some(ids))?;
            }
            save(conn, frame_id, &theme_ids, &codings)
        })
    }

    /// Keeps an officer's judgement that an answer expresses a theme, or that it does not.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such answer; otherwise when the database fails.
    pub fn save_officer_coding(&self, answer_id: i64, theme_id: i64, applied: bool) -> Result<(), StoreError> {
        self.write(move |conn| {
            let of = answers::table.find(answer_id).select(answers::response_id);
            let response_id: Option<i64> = on!(&mut *conn, c => of.first(c).optional())?;
            let response_id = response_id.ok_or(StoreError::NotFound("such answer"))?;
            let row = CodingRow::of_officer(answer_id, theme_id, applied);
            on!(&mut *conn, c => diesel::delete(codings::table.find((theme_id, answer_id))).execute(c))?;
            on!(&mut *conn, c => diesel::insert_into(codings::table).values(&row).execute(c))?;
            changes::save(conn, ChangeKind::Recoded, &[response_id])
        })
    }

    /// The codings of these answers, in all frames, by answer and theme.
    ///
    /// # Errors
    /// When the database fails.
    pub fn codings_of(&self, answer_ids: &[i64]) -> Result<Vec<StoredCoding>, StoreError> {
        self.read(|conn| {
            let mut all = Vec::new();
            for ids in answer_ids.chunks(ROWS) {
                let theirs = codings::table
                    .filter(codings::answer_id.eq_any(ids))
                    .filter(codings::applied.eq(true))
                    .order((codings::answer_id, codings::theme_id))
                    .select((
                        codings::answer_id,
                        codings::theme_id,
                        codings::judge,
                        codings::score,
                        codings::is_primary,
                    ));
                let rows: Vec<(i64, i64, String, f32, bool)> = on!(&mut *conn, c => theirs.load(c))?;
                for (answer_id, theme_id, judge, score, primary) in rows {
                    let judge = Judge::parse(&judge).ok_or(StoreError::Damaged("judge"))?;
                    all.push(StoredCoding { answer_id, theme_id, judge, score, primary });
                }
            }
            Ok(all)
        })
    }

    /// Answers that express a theme, with their scores: what officers judged first, then those it is the best
    /// theme of, then by score.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_quote_answers(
        &self,
        theme_id: i64,
        filter: &QuoteFilter,
        limit: usize,
    ) -> Result<Vec<(i64, f32)>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.read(|conn| {
            macro_rules! quotes {
                ($c:expr) => {{
                    let mut quotes = codings::table
                        .inner_join(answers::table.inner_join(responses::table))
                        .filter(codings::theme_id.eq(theme_id))
                        .filter(codings::applied.eq(true))
                        .into_boxed();
                    if !filter.questions.is_empty() {
                        quotes = quotes.filter(answers::question.eq_any(&filter.questions));
                    }
                    if !filter.perspectives.is_empty() {
                        quotes = quotes.filter(responses::perspective.eq_any(&filter.perspectives));
                    }
                    if !filter.districts.is_empty() {
                        quotes = quotes.filter(responses::district.eq_any(&filter.districts));
                    }
                    let best_first = (
                        codings::judge.eq("officer").desc(),
                        codings::is_primary.desc(),
                        codings::score.desc(),
                        codings::answer_id,
                    );
                    quotes.order(best_first).limit(limit).select((codings::answer_id, codings::score)).load($c)?
                }};
            }
            Ok(on!(conn, c => quotes!(c)))
        })
    }
}

/// Keeps others out of a frame's codings until the transaction ends, so that an officer's word cannot come between
/// a machine's looking and its writing. SQLite has one writer anyway.
pub(super) fn lock(conn: &mut Conn, frame_id: i64) -> Result<(), StoreError> {
    if let Conn::Postgres(c) = conn {
        let frame = code_frames::table.find(frame_id).select(code_frames::id).for_update();
        frame.first::<i64>(c).optional()?;
    }
    Ok(())
}

/// Erases what rules and machines said in a frame: of these answers, or of all. Keeps officers out until the
/// transaction ends.
pub(super) fn erase_machine_codings(
    conn: &mut Conn,
    frame_id: i64,
    answer_ids: Option<&[i64]>,
) -> Result<(), StoreError> {
    lock(conn, frame_id)?;
    let frame_themes = themes::table.filter(themes::frame_id.eq(frame_id)).select(themes::id);
    let theirs = codings::table
        .filter(codings::theme_id.eq_any(frame_themes))
        .filter(codings::judge.ne(Judge::Officer.as_str()));
    match answer_ids {
        Some(ids) => on!(conn, c => diesel::delete(theirs.filter(codings::answer_id.eq_any(ids))).execute(c))?,
        None => on!(conn, c => diesel::delete(theirs).execute(c))?,
    };
    Ok(())
}

/// Adds codings, except where an officer has judged the answer in this frame or just the theme, or the answer is
/// gone.
pub(super) fn save(conn: &mut Conn, frame_id: i64, theme_ids: &[i64], new: &[NewCoding]) -> Result<(), StoreError> {
    for part in new.chunks(ROWS) {
        let ids: Vec<i64> = part.iter().map(|coding| coding.answer_id).collect();
        let judged = judgements::table.filter(judgements::frame_id.eq(frame_id)).select(judgements::answer_id);
        let present = answers::table.filter(answers::id.eq_any(&ids)).filter(answers::id.ne_all(judged));
        let present = present.select(answers::id);
        let present: Vec<i64> = on!(&mut *conn, c => present.load(c))?;
        let present: std::collections::HashSet<i64> = present.into_iter().collect();
        let mut rows = Vec::with_capacity(part.len());
        for coding in part.iter().filter(|coding| present.contains(&coding.answer_id)) {
            rows.push(CodingRow {
                answer_id: coding.answer_id,
                theme_id: *theme_ids.get(coding.theme).ok_or(StoreError::NotFound("such theme in the code frame"))?,
                judge: Judge::from(coding.judge).as_str(),
                score: coding.score,
                is_primary: coding.primary,
                applied: true,
            });
        }
        on!(&mut *conn, c => diesel::insert_into(codings::table).values(rows).on_conflict_do_nothing().execute(c))?;
    }
    Ok(())
}

/// How many answers express each of these themes.
pub(super) fn count_answers(conn: &mut Conn, theme_ids: &[i64]) -> Result<BTreeMap<i64, u64>, StoreError> {
    let counts = codings::table
        .filter(codings::theme_id.eq_any(theme_ids))
        .filter(codings::applied.eq(true))
        .group_by(codings::theme_id)
        .select((codings::theme_id, diesel::dsl::count_star()));
    let counts: Vec<(i64, i64)> = on!(conn, c => counts.load(c))?;
    Ok(counts.into_iter().map(|(id, answers)| (id, u64::try_from(answers).unwrap_or_default())).collect())
}
