//! Results as they were published: numbered in each consultation, kept and never changed.
//!
//! All that ever changes in one is that a quote goes, with the answer or the approval that it rests on. Leaves out what
//! results say (`report::district`, as JSON here) and when they may be published anew (`breakdown::Snapshot`).

use diesel::prelude::*;
use jiff::Timestamp;

use super::connections::Conn;
use super::tables::{approved_quotes, publication_quotes, publications};
use super::{Store, StoreError};

/// What is known of a publication without opening it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// The key of the consultation.
    pub consultation: String,
    /// From 1 in each consultation.
    pub number: u32,
    /// A UUID that feeds name it by.
    pub identity: String,
    /// The consultation's title.
    pub title: String,
    pub organisation: String,
    pub published_at: Timestamp,
    /// The account of who published it.
    pub published_by: String,
    /// What it is, in the officer's words.
    pub about: String,
    /// What is not decided yet, in the officer's words.
    pub undecided: String,
    /// The number of the publication that it corrects, and what was wrong.
    pub corrects: Option<u32>,
    pub correction: Option<String>,
    /// Answers were still coming in.
    pub interim: bool,
    /// Some of the responses were invented.
    pub illustrative: bool,
    /// How many quotes it had when it was published.
    pub quotes: u32,
}

/// A quote as it was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedQuote {
    pub answer_id: i64,
    pub theme: String,
    pub words: String,
    /// Who said it and the key of where; none where too few people share it.
    pub speaker: Option<String>,
    pub district: Option<String>,
    /// ISO 639-1 code.
    pub language: String,
}

/// A publication to keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPublication {
    /// `quotes` in it is passed over for how many there are.
    pub head: Publication,
    /// The results without quotes, as JSON.
    pub body: String,
    /// How many people each group has, exactly, as JSON; never shown.
    pub people: String,
    pub quotes: Vec<PublishedQuote>,
}

/// A publication with what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptPublication {
    pub head: Publication,
    /// The results without quotes, as JSON.
    pub body: String,
    /// How many people each group had, exactly, as JSON; never shown.
    pub people: String,
}

type Head = (
    (String, i32, String, String, String, String, String),
    (String, String, Option<i32>, Option<String>, bool, bool, i32),
);

#[derive(Insertable)]
#[diesel(table_name = publications, treat_none_as_default_value = false)]
struct Row {
    consultation: String,
    number: i32,
    identity: String,
    title: String,
    organisation: String,
    published_at: String,
    published_by: String,
    about: String,
    undecided: String,
    corrects: Option<i32>,
    correction: Option<String>,
    interim: bool,
    illustrative: bool,
    quotes: i32,
    body: String,
    people: String,
}

#[derive(Insertable, Queryable)]
#[diesel(table_name = publication_quotes, treat_none_as_default_value = false)]
struct QuoteRow {
    consultation: String,
    number: i32,
    place: i32,
    answer_id: i64,
    theme: String,
    words: String,
    speaker: Option<String>,
    district: Option<String>,
    language: String,
}

/// The columns of a publication's head, in two halves.
macro_rules! head {
    () => {
        (
            (
                publications::consultation,
                publications::number,
                publications::identity,
                publications::title,
                publications::organisation,
                publications::published_at,
                publications::published_by,
            ),
            (
                publications::about,
                publications::undecided,
                publications::corrects,
                publications::correction,
                publications::interim,
                publications::illustrative,
                publications::quotes,
            ),
        )
    };
}

impl Store {
    /// Keeps a publication with its quotes in one commit. Says no, and keeps nothing, where its number is taken: then
    /// somebody else has published meanwhile. A quote whose approval is gone is left out.
    ///
    /// # Errors
    /// When the database fails.
    pub fn save_publication(&self, new: NewPublication) -> Result<bool, StoreError> {
        self.write(move |conn| {
            let mut quotes = Vec::new();
            for quote in &new.quotes {
                let stands = approved_quotes::table.find(quote.answer_id).select(approved_quotes::answer_id);
                let stands: Option<i64> = on!(&mut *conn, c => stands.first(c).optional())?;
                quotes.extend(stands.map(|_| quote.clone()));
            }
            let insert = diesel::insert_into(publications::table)
                .values(row(&new, quotes.len()))
                .on_conflict((publications::consultation, publications::number))
                .do_nothing();
            if on!(&mut *conn, c => insert.execute(c))? == 0 {
                return Ok(false);
            }
            for (place, quote) in (0..).zip(quotes) {
                let row = quote_row(&new.head, place, quote);
                on!(&mut *conn, c => diesel::insert_into(publication_quotes::table).values(&row).execute(c))?;
            }
            Ok(true)
        })
    }

    /// Publications, the newest first: of one consultation or of all, at most `limit`.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_publications(&self, consultation: Option<&str>, limit: usize) -> Result<Vec<Publication>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows: Vec<Head> = self.read(|conn| list(conn, consultation, limit))?;
        rows.into_iter().map(read).collect()
    }

    /// A publication with what it holds.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find_publication(&self, consultation: &str, number: u32) -> Result<Option<KeptPublication>, StoreError> {
        let Ok(number) = i32::try_from(number) else { return Ok(None) };
        let found: Option<(Head, String, String)> = self.read(|conn| {
            let found = publications::table.find((consultation, number)).select((
                head!(),
                publications::body,
                publications::people,
            ));
            Ok(on!(conn, c => found.first(c).optional())?)
        })?;
        found.map(|(head, body, people)| Ok(KeptPublication { head: read(head)?, body, people })).transpose()
    }

    /// The quotes of a publication whose answers and approvals are still there, in their order. Whether the answers
    /// still show those words is for the caller to ask.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_published_quotes(&self, consultation: &str, number: u32) -> Result<Vec<PublishedQuote>, StoreError> {
        let number = i32::try_from(number).unwrap_or(i32::MAX);
        let rows: Vec<QuoteRow> = self.read(|conn| {
            let theirs = publication_quotes::table
                .filter(publication_quotes::consultation.eq(consultation))
                .filter(publication_quotes::number.eq(number))
                .order(publication_quotes::place);
            Ok(on!(conn, c => theirs.load(c))?)
        })?;
        let quote = |row: QuoteRow| {
            let QuoteRow { answer_id, theme, words, speaker, district, language, .. } = row;
            PublishedQuote { answer_id, theme, words, speaker, district, language }
        };
        Ok(rows.into_iter().map(quote).collect())
    }
}

fn list(conn: &mut Conn, consultation: Option<&str>, limit: i64) -> Result<Vec<Head>, StoreError> {
    // Moments are written so that their text sorts as they do.
    let order = (publications::published_at.desc(), publications::consultation, publications::number.desc());
    Ok(match consultation {
        Some(consultation) => {
            let theirs = publications::table
                .filter(publications::consultation.eq(consultation))
                .order(publications::number.desc())
                .limit(limit)
                .select(head!());
            on!(conn, c => theirs.load(c))?
        }
        None => {
            let all = publications::table.order(order).limit(limit).select(head!());
            on!(conn, c => all.load(c))?
        }
    })
}

fn row(new: &NewPublication, quotes: usize) -> Row {
    let head = new.head.clone();
    let whole = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    Row {
        consultation: head.consultation,
        number: whole(head.number),
        identity: head.identity,
        title: head.title,
        organisation: head.organisation,
        published_at: head.published_at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
        published_by: head.published_by,
        about: head.about,
        undecided: head.undecided,
        corrects: head.corrects.map(whole),
        correction: head.correction,
        interim: head.interim,
        illustrative: head.illustrative,
        quotes: i32::try_from(quotes).unwrap_or(i32::MAX),
        body: new.body.clone(),
        people: new.people.clone(),
    }
}

fn quote_row(head: &Publication, place: i32, quote: PublishedQuote) -> QuoteRow {
    let PublishedQuote { answer_id, theme, words, speaker, district, language } = quote;
    let (consultation, number) = (head.consultation.clone(), i32::try_from(head.number).unwrap_or(i32::MAX));
    QuoteRow { consultation, number, place, answer_id, theme, words, speaker, district, language }
}

fn read((first, second): Head) -> Result<Publication, StoreError> {
    let (consultation, number, identity, title, organisation, published_at, published_by) = first;
    let (about, undecided, corrects, correction, interim, illustrative, quotes) = second;
    let damaged = || StoreError::Damaged("publication");
    let whole = |number: i32| u32::try_from(number).map_err(|_| damaged());
    Ok(Publication {
        consultation,
        number: whole(number)?,
        identity,
        title,
        organisation,
        published_at: published_at.parse().map_err(|_| damaged())?,
        published_by,
        about,
        undecided,
        corrects: corrects.map(whole).transpose()?,
        correction,
        interim,
        illustrative,
        quotes: whole(quotes)?,
    })
}
