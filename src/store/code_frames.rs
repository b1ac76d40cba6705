//! Code frames and their themes: replaced as a whole when analysis is run again, without losing what officers
//! have judged. Which answers express which theme is in [`super::codings`].

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::codings::{self, NewCoding};
use super::connections::Conn;
use super::tables::{code_frames, codings as coded, themes};
use super::{Store, StoreError, random_id};

/// Where a code frame comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrameOrigin {
    /// Written by people, in a file under `analysis/`.
    File,
    /// Found in the answers by the machine.
    Discovered,
}

impl FrameOrigin {
    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Discovered => "discovered",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        [Self::File, Self::Discovered].into_iter().find(|origin| origin.as_str() == text)
    }
}

/// Whether an officer has agreed that a theme is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThemeStatus {
    /// People wrote it or agreed to it.
    Approved,
    /// The machine suggests it.
    Candidate,
}

impl ThemeStatus {
    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::Candidate => "candidate",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        [Self::Approved, Self::Candidate].into_iter().find(|status| status.as_str() == text)
    }
}

/// A code frame as analysis gives it. Consultation, key and question together name it.
#[derive(Debug, Clone, PartialEq)]
pub struct NewCodeFrame {
    pub consultation: String,
    pub key: String,
    /// The one question it is for, or every question.
    pub question: Option<String>,
    pub version: String,
    pub origin: FrameOrigin,
    /// Which version of the engine coded with it.
    pub engine: String,
    /// The seed that chance was drawn from.
    pub seed: u64,
    pub themes: Vec<NewTheme>,
}

/// A theme as analysis gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTheme {
    /// Unique in its frame.
    pub key: String,
    pub name: String,
    pub definition: String,
    /// The words that speak for it, strongest first; none holds a line break.
    pub terms: Vec<String>,
    pub status: ThemeStatus,
    /// The key of the theme above it in the same frame; none for a topmost one.
    pub parent: Option<String>,
}

/// A code frame as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredCodeFrame {
    pub id: i64,
    pub consultation: String,
    pub key: String,
    pub question: Option<String>,
    pub version: String,
    pub origin: FrameOrigin,
    /// Which version of the engine coded with it, and how many judged answers had taught it.
    pub engine: String,
    pub seed: u64,
    /// Whether an officer has asked the machine to learn now.
    pub learning_wanted: bool,
}

/// A theme as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredTheme {
    pub id: i64,
    pub frame_id: i64,
    pub key: String,
    pub name: String,
    pub definition: String,
    pub terms: Vec<String>,
    pub status: ThemeStatus,
    /// The key of the theme above it in the same frame; none for a topmost one.
    pub parent: Option<String>,
    /// How many answers express it: raw, not for publishing.
    pub answers: u64,
}

#[derive(Insertable, Queryable, AsChangeset)]
#[diesel(table_name = code_frames, treat_none_as_default_value = false)]
struct FrameRow {
    id: i64,
    consultation: String,
    key: String,
    question: String,
    version: String,
    origin: String,
    engine: String,
    seed: i64,
    wanted: bool,
}

#[derive(Insertable, Queryable, AsChangeset)]
#[diesel(table_name = themes, treat_none_as_default_value = false)]
struct ThemeRow {
    id: i64,
    frame_id: i64,
    place: i32,
    key: String,
    name: String,
    definition: String,
    terms: String,
    status: String,
    parent: String,
}

impl Store {
    /// Keeps a code frame and its codings instead of the frame of the same consultation, key and question, all in
    /// one transaction; gives the frame's identifier. A theme of the same key keeps its identifier, so that
    /// links to it last. What officers judged stays, and so does a theme they used, even if the new frame lacks it.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when a coding names a theme that is not in the frame; otherwise when the
    /// database fails. Then nothing has changed.
    pub fn save_code_frame(&self, frame: NewCodeFrame, codings: Vec<NewCoding>) -> Result<i64, StoreError> {
        self.write(move |conn| {
            let frame_id = save_frame(conn, &frame)?;
            let theme_ids = save_themes(conn, frame_id, &frame.themes)?;
            codings::erase_machine_codings(conn, frame_id, None)?;
            codings::save(conn, frame_id, &theme_ids, &codings)?;
            Ok(frame_id)
        })
    }

    /// The code frames of a consultation: those for every question first, then by question and key.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_code_frames(&self, consultation: &str) -> Result<Vec<StoredCodeFrame>, StoreError> {
        let rows: Vec<FrameRow> = self.read(|conn| {
            let theirs = code_frames::table.filter(code_frames::consultation.eq(consultation));
            Ok(on!(conn, c => theirs.load(c))?)
        })?;
        let mut frames = rows.into_iter().map(stored_frame).collect::<Result<Vec<_>, _>>()?;
        frames.sort_by(|a, b| (&a.question, &a.key).cmp(&(&b.question, &b.key)));
        Ok(frames)
    }

    /// The themes of a frame in its own order, with how many answers express each.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_themes(&self, frame_id: i64) -> Result<Vec<StoredTheme>, StoreError> {
        self.read(|conn| {
            let theirs = themes::table.filter(themes::frame_id.eq(frame_id)).order((themes::place, themes::id));
            let rows: Vec<ThemeRow> = on!(&mut *conn, c => theirs.load(c))?;
            with_counts(conn, rows)
        })
    }

    /// The theme with this identifier.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find_theme(&self, theme_id: i64) -> Result<Option<StoredTheme>, StoreError> {
        let found = self.read(|conn| {
            let rows: Vec<ThemeRow> = on!(&mut *conn, c => themes::table.filter(themes::id.eq(theme_id)).load(c))?;
            with_counts(conn, rows)
        })?;
        Ok(found.into_iter().next())
    }
}

/// Makes or changes the row of the frame; gives its identifier.
fn save_frame(conn: &mut Conn, frame: &NewCodeFrame) -> Result<i64, StoreError> {
    let question = frame.question.clone().unwrap_or_default();
    let same = code_frames::table
        .filter(code_frames::consultation.eq(&frame.consultation))
        .filter(code_frames::key.eq(&frame.key))
        .filter(code_frames::question.eq(&question))
        .select(code_frames::id);
    let before: Option<i64> = on!(&mut *conn, c => same.first(c).optional())?;
    let row = FrameRow {
        id: before.map_or_else(random_id, Ok)?,
        consultation: frame.consultation.clone(),
        key: frame.key.clone(),
        question: question.clone(),
        version: frame.version.clone(),
        origin: frame.origin.as_str().to_owned(),
        engine: frame.engine.clone(),
        // The same 64 bits; read back the same way.
        seed: frame.seed.cast_signed(),
        wanted: false,
    };
    match before {
        Some(id) => on!(conn, c => diesel::update(code_frames::table.find(id)).set(&row).execute(c))?,
        None => on!(conn, c => diesel::insert_into(code_frames::table).values(&row).execute(c))?,
    };
    Ok(row.id)
}

/// Makes the frame's themes these, keeping those that officers used; gives their identifiers in order.
fn save_themes(conn: &mut Conn, frame_id: i64, new: &[NewTheme]) -> Result<Vec<i64>, StoreError> {
    let known = themes::table.filter(themes::frame_id.eq(frame_id)).select((themes::key, themes::id));
    let known: Vec<(String, i64)> = on!(&mut *conn, c => known.load(c))?;
    let mut known: BTreeMap<String, i64> = known.into_iter().collect();
    let mut ids = Vec::with_capacity(new.len());
    for (place, theme) in (0..).zip(new) {
        let before = known.remove(&theme.key);
        let row = ThemeRow {
            id: before.map_or_else(random_id, Ok)?,
            frame_id,
            place,
            key: theme.key.clone(),
            name: theme.name.clone(),
            definition: theme.definition.clone(),
            terms: theme.terms.join("\n"),
            status: theme.status.as_str().to_owned(),
            parent: theme.parent.clone().unwrap_or_default(),
        };
        match before {
            Some(id) => on!(&mut *conn, c => diesel::update(themes::table.find(id)).set(&row).execute(c))?,
            None => on!(&mut *conn, c => diesel::insert_into(themes::table).values(&row).execute(c))?,
        };
        ids.push(row.id);
    }
    let left: Vec<i64> = known.into_values().collect();
    let judged = coded::table.filter(coded::theme_id.eq_any(&left)).filter(coded::judge.eq("officer"));
    let judged: Vec<i64> = on!(&mut *conn, c => judged.select(coded::theme_id).distinct().load(c))?;
    let judged: BTreeSet<i64> = judged.into_iter().collect();
    let gone: Vec<i64> = left.into_iter().filter(|id| !judged.contains(id)).collect();
    on!(&mut *conn, c => diesel::delete(themes::table.filter(themes::id.eq_any(&gone))).execute(c))?;
    // What stays for the officers' sake stands after the frame's own themes.
    let kept = themes::table.filter(themes::id.eq_any(judged.iter().copied().collect::<Vec<_>>()));
    let after = i32::try_from(new.len()).unwrap_or(i32::MAX);
    on!(conn, c => diesel::update(kept).set(themes::place.eq(after)).execute(c))?;
    Ok(ids)
}

fn with_counts(conn: &mut Conn, rows: Vec<ThemeRow>) -> Result<Vec<StoredTheme>, StoreError> {
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    let counts: BTreeMap<i64, u64> = codings::count_answers(conn, &ids)?;
    let theme = |row: ThemeRow| {
        Ok(StoredTheme {
            answers: counts.get(&row.id).copied().unwrap_or_default(),
            id: row.id,
            frame_id: row.frame_id,
            key: row.key,
            name: row.name,
            definition: row.definition,
            terms: row.terms.lines().map(str::to_owned).collect(),
            status: ThemeStatus::parse(&row.status).ok_or(StoreError::Damaged("status of a theme"))?,
            parent: Some(row.parent).filter(|parent| !parent.is_empty()),
        })
    };
    rows.into_iter().map(theme).collect()
}

fn stored_frame(row: FrameRow) -> Result<StoredCodeFrame, StoreError> {
    Ok(StoredCodeFrame {
        id: row.id,
        consultation: row.consultation,
        key: row.key,
        question: Some(row.question).filter(|question| !question.is_empty()),
        version: row.version,
        origin: FrameOrigin::parse(&row.origin).ok_or(StoreError::Damaged("origin of a code frame"))?,
        engine: row.engine,
        seed: row.seed.cast_unsigned(),
        learning_wanted: row.wanted,
    })
}
