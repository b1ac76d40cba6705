//! Who asked to hear what came of a consultation: an address, a language and a day, in a table that nothing ties to any
//! response.
//!
//! Written apart from responses and after them, under random identifiers. Leaves out what letters say: whoever asks
//! brings them.

use diesel::prelude::*;
use jiff::ToSpan;
use jiff::civil::Date;

use super::connections::Conn;
use super::outbox::{self, NewLetter};
use super::tables::hear_requests;
use super::{Store, StoreError, random_id};
use crate::letter::{Dispatch, Letter, LetterKind, MailAddress};

/// Whoever has not confirmed within so many days is forgotten.
pub const CONFIRM_DAYS: i64 = 7;
/// Whoever has confirmed is forgotten when told, and after so many days in any case.
pub const HEAR_DAYS: i64 = 730;
/// The most letters that ask for confirmation in a day: somebody may type other people's addresses.
const MOST_A_DAY: i64 = 5_000;

/// Somebody who asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HearRequest {
    pub consultation: String,
    pub address: MailAddress,
    /// The language they read, as an ISO 639-1 code.
    pub language: String,
    /// What the links of their letters bear: 32 hexadecimal digits.
    pub code: String,
}

/// What came of asking. Nobody outside is told which: it would say whose address is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// A letter that asks for confirmation is on its way.
    Queued,
    /// They had confirmed before, or have had a letter today.
    Known,
    /// So many letters were asked for today that no more are sent.
    TooMany,
}

#[derive(Insertable)]
#[diesel(table_name = hear_requests, treat_none_as_default_value = false)]
struct NewRow {
    id: i64,
    consultation: String,
    address: String,
    language: String,
    code: String,
    confirmed: bool,
    asked_on: String,
}

impl Store {
    /// Keeps a request until it is confirmed, and queues the letter that asks for that, in one commit. An address gets
    /// one such letter a day about one consultation.
    ///
    /// # Errors
    /// When the database fails.
    pub fn ask_to_hear(
        &self,
        request: HearRequest,
        letter: impl FnOnce(&HearRequest) -> Letter + Send + 'static,
        dispatch: Dispatch,
        today: Date,
    ) -> Result<Asked, StoreError> {
        self.write(move |conn| {
            let theirs = hear_requests::table
                .filter(hear_requests::consultation.eq(&request.consultation))
                // Capitals are kept for the server that they belong to; they make nobody somebody else.
                .filter(
                    diesel::dsl::sql::<diesel::sql_types::Bool>("lower(address) = ")
                        .bind::<diesel::sql_types::Text, _>(request.address.as_str().to_ascii_lowercase()),
                );
            let columns = (hear_requests::id, hear_requests::code, hear_requests::confirmed, hear_requests::asked_on);
            let known: Option<(i64, String, bool, String)> =
                on!(&mut *conn, c => theirs.select(columns).first(c).optional())?;
            if known.as_ref().is_some_and(|(_, _, confirmed, day)| *confirmed || *day == today.to_string()) {
                return Ok(Asked::Known);
            }
            if outbox::count_queued(conn, LetterKind::Confirm, today)? >= MOST_A_DAY {
                return Ok(Asked::TooMany);
            }
            let request = match known {
                Some((id, code, ..)) => {
                    let again = diesel::update(hear_requests::table.find(id)).set((
                        hear_requests::asked_on.eq(today.to_string()),
                        hear_requests::language.eq(&request.language),
                    ));
                    on!(&mut *conn, c => again.execute(c))?;
                    HearRequest { code, ..request }
                }
                None => {
                    let row = NewRow::of(&request, today)?;
                    let insert = diesel::insert_into(hear_requests::table).values(&row).on_conflict_do_nothing();
                    if on!(&mut *conn, c => insert.execute(c))? == 0 {
                        return Ok(Asked::Known);
                    }
                    request
                }
            };
            let letter = letter(&request);
            let new = NewLetter { kind: LetterKind::Confirm, about: request.consultation, to: request.address, letter };
            outbox::queue(conn, &new, dispatch, today)?;
            Ok(Asked::Queued)
        })
    }

    /// Confirms the request of a code; says whether there is one.
    ///
    /// # Errors
    /// When the database fails.
    pub fn confirm_hearing(&self, consultation: &str, code: &str) -> Result<bool, StoreError> {
        let (consultation, code) = (consultation.to_owned(), code.to_owned());
        self.write(move |conn| {
            let theirs = hear_requests::table
                .filter(hear_requests::consultation.eq(consultation))
                .filter(hear_requests::code.eq(code));
            let confirm = diesel::update(theirs).set(hear_requests::confirmed.eq(true));
            Ok(on!(conn, c => confirm.execute(c))? == 1)
        })
    }

    /// Forgets whoever has a code; says whether there was somebody.
    ///
    /// # Errors
    /// When the database fails.
    pub fn stop_hearing(&self, consultation: &str, code: &str) -> Result<bool, StoreError> {
        let (consultation, code) = (consultation.to_owned(), code.to_owned());
        let stopped = self.write(move |conn| {
            let theirs = hear_requests::table
                .filter(hear_requests::consultation.eq(consultation))
                .filter(hear_requests::code.eq(code));
            Ok(on!(conn, c => diesel::delete(theirs).execute(c))? == 1)
        })?;
        if stopped {
            self.shared.commits.empty_log()?;
        }
        Ok(stopped)
    }

    /// Queues one letter to each who confirmed, and forgets them, in one commit: telling again reaches nobody twice.
    /// Gives how many there were.
    ///
    /// # Errors
    /// When the database fails; then nobody was told and nobody forgotten.
    pub fn tell_who_asked(
        &self,
        consultation: &str,
        letter: impl Fn(&HearRequest) -> Letter + Send + 'static,
        dispatch: Dispatch,
        today: Date,
    ) -> Result<usize, StoreError> {
        let consultation = consultation.to_owned();
        let told = self.write(move |conn| {
            let confirmed = hear_requests::table
                .filter(hear_requests::consultation.eq(&consultation))
                .filter(hear_requests::confirmed.eq(true));
            let columns = (hear_requests::id, hear_requests::address, hear_requests::language, hear_requests::code);
            let rows: Vec<(i64, String, String, String)> =
                on!(&mut *conn, c => confirmed.select(columns).order(hear_requests::id).load(c))?;
            let mut told = 0;
            for (id, address, language, code) in rows {
                // Whoever is gone by now has left, or was told by another server: then no row goes.
                let gone = diesel::delete(hear_requests::table.find(id));
                if on!(&mut *conn, c => gone.execute(c))? == 0 {
                    continue;
                }
                let address = MailAddress::parse(&address).map_err(|_| StoreError::Damaged("address"))?;
                let request = HearRequest { consultation: consultation.clone(), address, language, code };
                let letter = letter(&request);
                let about = consultation.clone();
                let new = NewLetter { kind: LetterKind::Told, about, to: request.address, letter };
                outbox::queue(conn, &new, dispatch, today)?;
                told += 1;
            }
            Ok(told)
        })?;
        if told > 0 {
            self.shared.commits.empty_log()?;
        }
        Ok(told)
    }

    /// How many people wait to hear about a consultation.
    ///
    /// # Errors
    /// When the database fails.
    pub fn count_hearers(&self, consultation: &str) -> Result<u64, StoreError> {
        let count: i64 = self.read(|conn| {
            let confirmed = hear_requests::table
                .filter(hear_requests::consultation.eq(consultation))
                .filter(hear_requests::confirmed.eq(true))
                .count();
            Ok(on!(conn, c => confirmed.get_result(c))?)
        })?;
        Ok(u64::try_from(count).unwrap_or(0))
    }
}

impl NewRow {
    fn of(request: &HearRequest, today: Date) -> Result<Self, StoreError> {
        Ok(Self {
            id: random_id()?,
            consultation: request.consultation.clone(),
            address: request.address.as_str().to_owned(),
            language: request.language.clone(),
            code: request.code.clone(),
            confirmed: false,
            asked_on: today.to_string(),
        })
    }
}

/// Forgets whoever has not confirmed in time and whoever waited for too long; says how many.
pub(super) fn erase_old(conn: &mut Conn, today: Date) -> Result<usize, StoreError> {
    let before = |days: i64| today.saturating_sub(days.days()).to_string();
    let unconfirmed = hear_requests::table
        .filter(hear_requests::confirmed.eq(false))
        .filter(hear_requests::asked_on.lt(before(CONFIRM_DAYS)));
    let waited = hear_requests::table.filter(hear_requests::asked_on.lt(before(HEAR_DAYS)));
    let erased = on!(&mut *conn, c => diesel::delete(unconfirmed).execute(c))?;
    let erased = erased + on!(&mut *conn, c => diesel::delete(waited).execute(c))?;
    forget_order(conn)?;
    Ok(erased)
}

/// PostgreSQL's row versions say in which order commits came, and so beside whose response somebody asked. Written anew
/// all at once, by their random identifiers, they say it no longer. SQLite keeps rows by those identifiers alone.
fn forget_order(conn: &mut Conn) -> Result<(), StoreError> {
    if let Conn::Postgres(c) = conn {
        diesel::sql_query(
            "WITH gone AS (DELETE FROM hear_requests RETURNING *) \
             INSERT INTO hear_requests SELECT * FROM gone ORDER BY id",
        )
        .execute(c)?;
    }
    Ok(())
}
