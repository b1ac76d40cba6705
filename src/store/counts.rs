//! Raw counts of people, for `breakdown` to make published figures of. Nothing here is suppressed, so nothing
//! here may be shown.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text};
use jiff::civil::Date;

use super::tables::{answers, responses};
use super::{Store, StoreError};

/// The question whose chosen option is someone's age band.
pub const AGE_QUESTION: &str = "age-band";

/// How many people of one kind gave an answer in their own words. Every person is counted once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeopleCount {
    pub perspective: String,
    /// The stored form of [`crate::survey::District`].
    pub district: String,
    /// The option chosen at [`AGE_QUESTION`]; none where it was skipped or not asked.
    pub age_band: Option<String>,
    pub people: u64,
}

/// How many people of one kind expressed a theme, in one answer or more. Additive over perspective and
/// district, and not over themes: one person may express several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeCount {
    pub theme_id: i64,
    pub perspective: String,
    /// The stored form of [`crate::survey::District`].
    pub district: String,
    pub people: u64,
}

/// How many people of one kind responded on a day, with words or without.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResponseCount {
    pub perspective: String,
    /// The stored form of [`crate::survey::District`].
    pub district: String,
    pub submitted_on: Date,
    pub people: u64,
}

const PEOPLE: &str = "SELECT responses.perspective, responses.district, ages.body AS age_band, COUNT(*) AS people \
     FROM responses LEFT JOIN answers ages ON ages.response_id = responses.id AND ages.question = $1 \
     AND ages.kind = 'choice' WHERE responses.consultation = $2 AND EXISTS (SELECT 1 FROM answers \
     WHERE answers.response_id = responses.id AND answers.kind = 'text' AND ($3 = '' OR answers.question = $3)) \
     GROUP BY responses.perspective, responses.district, ages.body";

const THEMES: &str = "SELECT themes.id AS theme_id, responses.perspective, responses.district, \
     COUNT(DISTINCT responses.id) AS people FROM themes JOIN codings ON codings.theme_id = themes.id \
     JOIN answers ON answers.id = codings.answer_id JOIN responses ON responses.id = answers.response_id \
     WHERE themes.frame_id = $1 AND codings.applied AND ($2 = '' OR answers.question = $2) \
     GROUP BY themes.id, responses.perspective, responses.district";

const RESPONSES: &str = "SELECT perspective, district, submitted_on, COUNT(*) AS people FROM responses \
     WHERE consultation = $1 GROUP BY perspective, district, submitted_on";

#[derive(QueryableByName)]
struct PeopleRow {
    #[diesel(sql_type = Text)]
    perspective: String,
    #[diesel(sql_type = Text)]
    district: String,
    #[diesel(sql_type = Nullable<Text>)]
    age_band: Option<String>,
    #[diesel(sql_type = BigInt)]
    people: i64,
}

#[derive(QueryableByName)]
struct ThemeRow {
    #[diesel(sql_type = BigInt)]
    theme_id: i64,
    #[diesel(sql_type = Text)]
    perspective: String,
    #[diesel(sql_type = Text)]
    district: String,
    #[diesel(sql_type = BigInt)]
    people: i64,
}

#[derive(QueryableByName)]
struct ResponseRow {
    #[diesel(sql_type = Text)]
    perspective: String,
    #[diesel(sql_type = Text)]
    district: String,
    #[diesel(sql_type = Text)]
    submitted_on: String,
    #[diesel(sql_type = BigInt)]
    people: i64,
}

impl Store {
    /// People who gave at least one answer in their own words: to this question, or to any.
    ///
    /// # Errors
    /// When the database fails.
    pub fn count_people(&self, consultation: &str, question: Option<&str>) -> Result<Vec<PeopleCount>, StoreError> {
        let rows: Vec<PeopleRow> = self.read(|conn| {
            let query = diesel::sql_query(PEOPLE)
                .bind::<Text, _>(AGE_QUESTION)
                .bind::<Text, _>(consultation)
                .bind::<Text, _>(question.unwrap_or_default());
            Ok(on!(conn, c => query.load(c))?)
        })?;
        let mut counts: Vec<PeopleCount> = rows
            .into_iter()
            .map(|PeopleRow { perspective, district, age_band, people }| PeopleCount {
                perspective,
                district,
                age_band,
                people: count(people),
            })
            .collect();
        counts.sort_by(|a, b| {
            (&a.perspective, &a.district, &a.age_band).cmp(&(&b.perspective, &b.district, &b.age_band))
        });
        Ok(counts)
    }

    /// People who expressed each theme of a frame: in answers to this question, or to any.
    ///
    /// # Errors
    /// When the database fails.
    pub fn count_themes(&self, frame_id: i64, question: Option<&str>) -> Result<Vec<ThemeCount>, StoreError> {
        let rows: Vec<ThemeRow> = self.read(|conn| {
            let query =
                diesel::sql_query(THEMES).bind::<BigInt, _>(frame_id).bind::<Text, _>(question.unwrap_or_default());
            Ok(on!(conn, c => query.load(c))?)
        })?;
        let mut counts: Vec<ThemeCount> = rows
            .into_iter()
            .map(|ThemeRow { theme_id, perspective, district, people }| ThemeCount {
                theme_id,
                perspective,
                district,
                people: count(people),
            })
            .collect();
        counts
            .sort_by(|a, b| (a.theme_id, &a.perspective, &a.district).cmp(&(b.theme_id, &b.perspective, &b.district)));
        Ok(counts)
    }

    /// How many answers in words there are.
    ///
    /// # Errors
    /// When the database fails.
    pub fn count_text_answers(&self, consultation: &str) -> Result<u64, StoreError> {
        self.read(|conn| {
            let theirs = answers::table
                .inner_join(responses::table)
                .filter(responses::consultation.eq(consultation))
                .filter(answers::kind.eq("text"))
                .count();
            Ok(count(on!(conn, c => theirs.get_result(c))?))
        })
    }

    /// Everybody who responded, by the day.
    ///
    /// # Errors
    /// When the database fails.
    pub fn count_responses(&self, consultation: &str) -> Result<Vec<ResponseCount>, StoreError> {
        let rows: Vec<ResponseRow> =
            self.read(|conn| Ok(on!(conn, c => diesel::sql_query(RESPONSES).bind::<Text, _>(consultation).load(c))?))?;
        let stored = |row: ResponseRow| {
            let submitted_on = row.submitted_on.parse().map_err(|_| StoreError::Damaged("day"))?;
            let ResponseRow { perspective, district, people, .. } = row;
            Ok(ResponseCount { perspective, district, submitted_on, people: count(people) })
        };
        let mut counts = rows.into_iter().map(stored).collect::<Result<Vec<_>, StoreError>>()?;
        counts.sort_by(|a, b| {
            (a.submitted_on, &a.perspective, &a.district).cmp(&(b.submitted_on, &b.perspective, &b.district))
        });
        Ok(counts)
    }
}

/// COUNT is never negative.
fn count(people: i64) -> u64 {
    u64::try_from(people).unwrap_or_default()
}
