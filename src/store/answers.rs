//! Text answers one by one: for the worker to read, for the index and discovery to go through, and for
//! people to see with personal data hidden.

use std::collections::BTreeMap;

use diesel::prelude::*;
use jiff::civil::Date;

use super::connections::Conn;
use super::redactions::{Redaction, Shown, add_redactions, parts, redacted, replace_redactions};
use super::tables::{answers, responses};
use super::{Store, StoreError};
use crate::survey::Origin;

/// How many identifiers one statement names: both databases limit the values in a statement.
pub(super) const IDS: usize = 5000;

/// One text answer with what is known of who gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredAnswer {
    pub id: i64,
    pub response_id: i64,
    /// Keys of the consultation, the question and the perspective.
    pub consultation: String,
    pub question: String,
    pub perspective: String,
    /// The stored form of [`crate::survey::District`].
    pub district: String,
    /// The language the words were found to be in, or that of the pages until that is known.
    pub language: String,
    /// The words as they were given, personal data and all.
    pub body: String,
    pub submitted_on: Date,
    pub origin: Origin,
}

/// An answer to be shown: the words can only be had with personal data taken out, or by asking for them as given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RedactedAnswer {
    answer: StoredAnswer,
    redactions: Vec<Redaction>,
    screened: bool,
}

impl RedactedAnswer {
    pub fn id(&self) -> i64 {
        self.answer.id
    }

    pub fn response_id(&self) -> i64 {
        self.answer.response_id
    }

    pub fn consultation(&self) -> &str {
        &self.answer.consultation
    }

    pub fn question(&self) -> &str {
        &self.answer.question
    }

    pub fn perspective(&self) -> &str {
        &self.answer.perspective
    }

    /// The stored form of [`crate::survey::District`].
    pub fn district(&self) -> &str {
        &self.answer.district
    }

    pub fn language(&self) -> &str {
        &self.answer.language
    }

    pub fn origin(&self) -> Origin {
        self.answer.origin
    }

    /// Whether it has been looked through for personal data. Until then all of it is hidden.
    pub fn is_screened(&self) -> bool {
        self.screened
    }

    /// What is hidden, in the order of the words; stretches do not overlap.
    pub fn redactions(&self) -> &[Redaction] {
        &self.redactions
    }

    /// The answer in parts, with personal data left out. One that nothing has looked through yet is a single
    /// hidden part of the kind `unchecked`.
    pub fn parts(&self) -> Vec<Shown<'_>> {
        parts(&self.answer.body, &self.redactions, self.screened)
    }

    /// The answer as one text, with `[name]` and the like where personal data was.
    pub fn text(&self) -> String {
        redacted(&self.answer.body, &self.redactions, self.screened)
    }

    /// The words as they were given. Only for those who have the right to see personal data.
    pub fn unredacted(&self) -> &str {
        &self.answer.body
    }
}

impl Store {
    /// The text answers of these responses, by response and then in the survey's order. Responses that are gone
    /// are left out.
    ///
    /// # Errors
    /// When the database fails.
    pub fn answers_of(&self, response_ids: &[i64]) -> Result<Vec<StoredAnswer>, StoreError> {
        self.read(|conn| {
            let mut all = Vec::new();
            for ids in response_ids.chunks(IDS) {
                let theirs = text_answers()
                    .filter(answers::response_id.eq_any(ids))
                    .order((answers::response_id, answers::place));
                let rows: Vec<Row> = on!(&mut *conn, c => theirs.load(c))?;
                all.extend(rows);
            }
            all.into_iter().map(|row| Ok(stored_answer(row)?.0)).collect()
        })
    }

    /// Text answers in the order of their identifiers, which is no order of arrival and differs between
    /// installations: those after `after` (0 to begin), at most `limit`; of one question or of all.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_text_answers(
        &self,
        consultation: &str,
        question: Option<&str>,
        after: i64,
        limit: usize,
    ) -> Result<Vec<StoredAnswer>, StoreError> {
        let rows = self.read(|conn| text_rows(conn, consultation, question, after, limit))?;
        rows.into_iter().map(|row| Ok(stored_answer(row)?.0)).collect()
    }

    /// [`Store::list_text_answers`] as people may see them.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_answers(
        &self,
        consultation: &str,
        question: Option<&str>,
        after: i64,
        limit: usize,
    ) -> Result<Vec<RedactedAnswer>, StoreError> {
        let (rows, mut hidden) = self.read(|conn| {
            let (rows, mut hidden) = (text_rows(conn, consultation, question, after, limit)?, BTreeMap::new());
            let ids: Vec<i64> = rows.iter().map(|row| row.0).collect();
            ids.chunks(IDS).try_for_each(|ids| add_redactions(conn, ids, &mut hidden))?;
            Ok((rows, hidden))
        })?;
        rows.into_iter().map(|row| redacted_answer(row, &mut hidden)).collect()
    }

    /// These answers as people may see them, in the order asked for. Those that are gone are left out.
    ///
    /// # Errors
    /// When the database fails.
    pub fn get_answers(&self, answer_ids: &[i64]) -> Result<Vec<RedactedAnswer>, StoreError> {
        let (rows, mut hidden) = self.read(|conn| {
            let (mut rows, mut hidden) = (Vec::new(), BTreeMap::new());
            for ids in answer_ids.chunks(IDS) {
                let these = text_answers().filter(answers::id.eq_any(ids));
                let part: Vec<Row> = on!(&mut *conn, c => these.load(c))?;
                rows.extend(part);
                add_redactions(conn, ids, &mut hidden)?;
            }
            Ok((rows, hidden))
        })?;
        let mut found = BTreeMap::new();
        for row in rows {
            let answer = redacted_answer(row, &mut hidden)?;
            found.insert(answer.id(), answer);
        }
        Ok(answer_ids.iter().filter_map(|id| found.get(id).cloned()).collect())
    }

    /// Marks an answer as looked through for personal data, and keeps what was found instead of what was
    /// found before. Stretches that overlap are made one. An answer that is gone is left alone.
    ///
    /// # Errors
    /// When the database fails.
    pub fn save_redactions(&self, answer_id: i64, found: &[Redaction]) -> Result<(), StoreError> {
        self.save_screened(vec![(answer_id, found.to_vec())])
    }

    /// [`Store::save_redactions`] for many answers in one transaction.
    ///
    /// # Errors
    /// When the database fails; then nothing was kept.
    pub fn save_screened(&self, screened: Vec<(i64, Vec<Redaction>)>) -> Result<(), StoreError> {
        // Of an answer that comes twice, the last is kept.
        let screened: Vec<_> = screened.into_iter().collect::<BTreeMap<_, _>>().into_iter().collect();
        self.write(move |conn| screened.chunks(IDS).try_for_each(|part| replace_redactions(conn, part)))
    }

    /// Keeps the language that the words of an answer were found to be in.
    ///
    /// # Errors
    /// When the database fails.
    pub fn save_language(&self, answer_id: i64, language: &str) -> Result<(), StoreError> {
        self.save_languages(vec![(answer_id, language.to_owned())])
    }

    /// [`Store::save_language`] for many answers in one transaction.
    ///
    /// # Errors
    /// When the database fails; then nothing was kept.
    pub fn save_languages(&self, languages: Vec<(i64, String)>) -> Result<(), StoreError> {
        let mut by_language: BTreeMap<String, Vec<i64>> = BTreeMap::new();
        languages.into_iter().for_each(|(id, language)| by_language.entry(language).or_default().push(id));
        self.write(move |conn| {
            for (language, all) in by_language {
                for ids in all.chunks(IDS) {
                    let these = answers::table.filter(answers::id.eq_any(ids));
                    on!(&mut *conn, c => diesel::update(these).set(answers::language.eq(&language)).execute(c))?;
                }
            }
            Ok(())
        })
    }
}

type Row = (i64, i64, String, String, String, String, Option<String>, String, String, String, String, bool);

/// Text answers with what is known of who gave them, as [`Row`].
#[diesel::dsl::auto_type]
fn text_answers() -> _ {
    answers::table.inner_join(responses::table).filter(answers::kind.eq("text")).select((
        answers::id,
        answers::response_id,
        responses::consultation,
        answers::question,
        responses::perspective,
        responses::district,
        answers::language,
        responses::language,
        answers::body,
        responses::submitted_on,
        responses::origin,
        answers::screened,
    ))
}

fn text_rows(
    conn: &mut Conn,
    consultation: &str,
    question: Option<&str>,
    after: i64,
    limit: usize,
) -> Result<Vec<Row>, StoreError> {
    let all = text_answers()
        .filter(responses::consultation.eq(consultation))
        .filter(answers::id.gt(after))
        .order(answers::id)
        .limit(i64::try_from(limit).unwrap_or(i64::MAX));
    Ok(match question {
        Some(question) => on!(conn, c => all.filter(answers::question.eq(question)).load(c))?,
        None => on!(conn, c => all.load(c))?,
    })
}

fn redacted_answer(row: Row, hidden: &mut BTreeMap<i64, Vec<Redaction>>) -> Result<RedactedAnswer, StoreError> {
    let (answer, screened) = stored_answer(row)?;
    let redactions = hidden.remove(&answer.id).unwrap_or_default();
    Ok(RedactedAnswer { answer, redactions, screened })
}

/// The answer, and whether it has been screened.
fn stored_answer(row: Row) -> Result<(StoredAnswer, bool), StoreError> {
    let (id, response_id, consultation, question, perspective, district, found, pages, body, day, origin, screened) =
        row;
    let answer = StoredAnswer {
        id,
        response_id,
        consultation,
        question,
        perspective,
        district,
        language: found.unwrap_or(pages),
        body,
        submitted_on: day.parse().map_err(|_| StoreError::Damaged("day"))?,
        origin: Origin::parse(&origin).ok_or(StoreError::Damaged("origin"))?,
    };
    Ok((answer, screened))
}
