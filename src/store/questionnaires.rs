//! Questionnaires that two officers type in, each without seeing what the other typed, until they become a response.
//!
//! Leaves out how two typings are compared and settled, which is in [`crate::survey`].

use diesel::prelude::*;
use diesel::upsert::excluded;

use super::connections::Conn;
use super::submissions::{self, NewSubmission, Submission};
use super::tables::{questionnaire_entries, questionnaire_totals, questionnaires};
use super::{Store, StoreError};

/// One officer's typing of a questionnaire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionnaireEntry {
    /// The number written on the questionnaire.
    pub number: String,
    /// The account that typed it.
    pub officer: String,
    /// A [`crate::survey::Draft`] as JSON.
    pub body: String,
    /// The day it was typed.
    pub entered_on: String,
}

/// What came of a typing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionnaireKept {
    /// It is kept, instead of what the same officer typed before.
    Kept,
    /// Two others have typed this number.
    Taken,
    /// The questionnaire of this number is a response already.
    Stored,
}

/// What came of settling a questionnaire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionnaireStored {
    /// It is a response now, and both typings are erased.
    New,
    /// It was a response before.
    Already,
    /// One of the typings is no longer what was settled: nothing was stored.
    Changed,
}

/// How far typing has come, over all questionnaires of a consultation that are responses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct QuestionnaireTotals {
    pub questionnaires: u64,
    /// Fields that at least one of two people filled in.
    pub fields: u64,
    /// Of those, in how many they differed.
    pub differed: u64,
}

/// A questionnaire that two officers have typed and one has settled.
#[derive(Debug, Clone)]
pub struct SettledQuestionnaire {
    pub number: String,
    /// The bodies of both typings as they were when it was settled, in their order.
    pub typed: [String; 2],
    /// See [`QuestionnaireTotals`].
    pub fields: u32,
    pub differed: u32,
    /// What it becomes; its consultation is the questionnaire's.
    pub submission: Submission,
}

#[derive(Insertable, Queryable)]
#[diesel(table_name = questionnaire_entries, treat_none_as_default_value = false)]
struct EntryRow {
    consultation: String,
    number: String,
    place: i32,
    officer: String,
    body: String,
    entered_on: String,
}

impl Store {
    /// Every typing of a consultation that waits, by number and then in the order of typing.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_questionnaire_entries(&self, consultation: &str) -> Result<Vec<QuestionnaireEntry>, StoreError> {
        self.read(|conn| {
            let rows = questionnaire_entries::table
                .filter(questionnaire_entries::consultation.eq(consultation))
                .order((questionnaire_entries::number, questionnaire_entries::place));
            let rows: Vec<EntryRow> = on!(conn, c => rows.load(c))?;
            Ok(rows.into_iter().map(entry).collect())
        })
    }

    /// The typings of one questionnaire, the first one first; none once it is a response.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find_questionnaire_entries(
        &self,
        consultation: &str,
        number: &str,
    ) -> Result<Vec<QuestionnaireEntry>, StoreError> {
        let found = self.read(|conn| typed(conn, consultation, number))?;
        Ok(found.into_iter().map(entry).collect())
    }

    /// Whether the questionnaire of this number is a response.
    ///
    /// # Errors
    /// When the database fails.
    pub fn is_questionnaire_stored(&self, consultation: &str, number: &str) -> Result<bool, StoreError> {
        self.read(|conn| is_stored(conn, consultation, number))
    }

    /// Keeps what an officer typed of a questionnaire. Two different officers may, no third.
    ///
    /// # Errors
    /// When the database fails.
    pub fn save_questionnaire_entry(
        &self,
        consultation: &str,
        entry: QuestionnaireEntry,
    ) -> Result<QuestionnaireKept, StoreError> {
        let consultation = consultation.to_owned();
        let kept = self.write(move |conn| keep(conn, &consultation, &entry))?;
        // What was typed before may have been corrected.
        self.shared.commits.empty_log()?;
        Ok(kept)
    }

    /// Stores the response of a questionnaire, once, and erases both typings, in one commit.
    ///
    /// # Errors
    /// When the database fails; then nothing has changed.
    pub fn store_questionnaire(&self, questionnaire: SettledQuestionnaire) -> Result<QuestionnaireStored, StoreError> {
        let submission = NewSubmission::new(questionnaire.submission.clone())?;
        let stored = self.write(move |conn| store(conn, &questionnaire, &submission))?;
        if stored == QuestionnaireStored::New {
            self.shared.commits.empty_log()?;
        }
        Ok(stored)
    }

    /// How often two people typed the same, in a consultation.
    ///
    /// # Errors
    /// When the database fails.
    pub fn questionnaire_totals(&self, consultation: &str) -> Result<QuestionnaireTotals, StoreError> {
        self.read(|conn| {
            let count = questionnaires::table.filter(questionnaires::consultation.eq(consultation)).count();
            let count: i64 = on!(&mut *conn, c => count.get_result(c))?;
            let sums = questionnaire_totals::table
                .find(consultation)
                .select((questionnaire_totals::fields, questionnaire_totals::differed));
            let sums: Option<(i64, i64)> = on!(conn, c => sums.first(c).optional())?;
            let (fields, differed) = sums.unwrap_or_default();
            Ok(QuestionnaireTotals {
                questionnaires: count.unsigned_abs(),
                fields: fields.unsigned_abs(),
                differed: differed.unsigned_abs(),
            })
        })
    }
}

fn entry(row: EntryRow) -> QuestionnaireEntry {
    QuestionnaireEntry { number: row.number, officer: row.officer, body: row.body, entered_on: row.entered_on }
}

/// The typings of a questionnaire in their order. Inside a transaction on PostgreSQL they are held until it ends.
fn typed(conn: &mut Conn, consultation: &str, number: &str) -> Result<Vec<EntryRow>, StoreError> {
    let rows = questionnaire_entries::table
        .filter(questionnaire_entries::consultation.eq(consultation))
        .filter(questionnaire_entries::number.eq(number))
        .order(questionnaire_entries::place);
    Ok(match conn {
        Conn::Sqlite(c) => rows.load(c)?,
        Conn::Postgres(c) => rows.for_update().load(c)?,
    })
}

fn is_stored(conn: &mut Conn, consultation: &str, number: &str) -> Result<bool, StoreError> {
    let found = questionnaires::table.find((consultation, number)).select(questionnaires::number);
    let found: Option<String> = on!(conn, c => found.first(c).optional())?;
    Ok(found.is_some())
}

fn keep(conn: &mut Conn, consultation: &str, entry: &QuestionnaireEntry) -> Result<QuestionnaireKept, StoreError> {
    if is_stored(conn, consultation, &entry.number)? {
        return Ok(QuestionnaireKept::Stored);
    }
    // Twice, because on PostgreSQL another officer may take the first place at the same moment.
    for _ in 0..2 {
        let rows = typed(conn, consultation, &entry.number)?;
        if let Some(own) = rows.iter().find(|row| row.officer == entry.officer) {
            let row = questionnaire_entries::table.find((consultation, &entry.number, own.place));
            let now =
                (questionnaire_entries::body.eq(&entry.body), questionnaire_entries::entered_on.eq(&entry.entered_on));
            on!(&mut *conn, c => diesel::update(row).set(now).execute(c))?;
            return Ok(QuestionnaireKept::Kept);
        }
        let Some(place) = [1, 2].into_iter().find(|place| rows.iter().all(|row| row.place != *place)) else {
            return Ok(QuestionnaireKept::Taken);
        };
        let row = EntryRow {
            consultation: consultation.to_owned(),
            number: entry.number.clone(),
            place,
            officer: entry.officer.clone(),
            body: entry.body.clone(),
            entered_on: entry.entered_on.clone(),
        };
        let insert = diesel::insert_into(questionnaire_entries::table).values(&row).on_conflict_do_nothing();
        if on!(&mut *conn, c => insert.execute(c))? == 1 {
            return Ok(QuestionnaireKept::Kept);
        }
    }
    Ok(QuestionnaireKept::Taken)
}

fn store(
    conn: &mut Conn,
    questionnaire: &SettledQuestionnaire,
    submission: &NewSubmission,
) -> Result<QuestionnaireStored, StoreError> {
    let consultation = &submission.response.consultation;
    // The typings are held first, so that whoever settles at the same moment waits and then finds it stored.
    let rows = typed(conn, consultation, &questionnaire.number)?;
    if is_stored(conn, consultation, &questionnaire.number)? {
        return Ok(QuestionnaireStored::Already);
    }
    if !rows.iter().map(|row| &row.body).eq(questionnaire.typed.iter()) {
        return Ok(QuestionnaireStored::Changed);
    }
    let number = (questionnaires::consultation.eq(consultation), questionnaires::number.eq(&questionnaire.number));
    on!(&mut *conn, c => diesel::insert_into(questionnaires::table).values(number).execute(c))?;
    let theirs = questionnaire_entries::table
        .filter(questionnaire_entries::consultation.eq(consultation))
        .filter(questionnaire_entries::number.eq(&questionnaire.number));
    on!(&mut *conn, c => diesel::delete(theirs).execute(c))?;
    let (fields, differed) = (i64::from(questionnaire.fields), i64::from(questionnaire.differed));
    let sums = (
        questionnaire_totals::consultation.eq(consultation),
        questionnaire_totals::fields.eq(fields),
        questionnaire_totals::differed.eq(differed),
    );
    on!(&mut *conn, c => diesel::insert_into(questionnaire_totals::table)
        .values(sums)
        .on_conflict(questionnaire_totals::consultation)
        .do_update()
        .set((
            questionnaire_totals::fields.eq(questionnaire_totals::fields + excluded(questionnaire_totals::fields)),
            questionnaire_totals::differed.eq(questionnaire_totals::differed + excluded(questionnaire_totals::differed)),
        ))
        .execute(c))?;
    submissions::save(conn, &[submission])?;
    Ok(QuestionnaireStored::New)
}
