//! Letters that wait to be sent, each written in the transaction of its reason, and what became of them.
//!
//! A letter is taken for a while before it is handed to the mail server, and settled after. Who crashes between the two
//! leaves it to be taken again, with the same message identifier. Leaves out sending, which the worker does.

use diesel::prelude::*;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use super::connections::Conn;
use super::tables::outbox;
use super::{Store, StoreError, random_id};
use crate::letter::{Dispatch, Letter, LetterKind, LetterState, MailAddress};

/// For how long a letter is taken: longer than a mail server may keep anybody waiting over a whole letter.
const TAKEN_SECONDS: i64 = 15 * 60;
/// What became of letters to people who asked to hear is counted for so many days.
const COUNTED_DAYS: i64 = 90;

/// A letter to be queued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLetter {
    pub kind: LetterKind,
    /// The key of its consultation or campaign.
    pub about: String,
    pub to: MailAddress,
    pub letter: Letter,
}

/// A letter that was taken to be sent now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueLetter {
    pub id: i64,
    pub to: MailAddress,
    pub letter: Letter,
    /// The same at every try: the part before `@`.
    pub message_id: String,
    /// How many times a mail server has put it off.
    pub tries: u32,
}

/// A letter that is kept to be looked at, without the address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptLetter {
    pub kind: LetterKind,
    pub about: String,
    pub letter: Letter,
}

/// How many letters of a kind about one thing are in one state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterCount {
    pub kind: LetterKind,
    pub about: String,
    pub state: LetterState,
    pub letters: u64,
}

/// Identifier, recipient, letter, message identifier, tries.
type DueRow = (i64, Option<String>, Option<String>, String, i32);

#[derive(Insertable)]
#[diesel(table_name = outbox, treat_none_as_default_value = false)]
struct NewRow {
    id: i64,
    kind: &'static str,
    about: String,
    state: &'static str,
    recipient: Option<String>,
    letter: Option<String>,
    message_id: String,
    tries: i32,
    reply: Option<i32>,
    due_at: i64,
    queued_on: String,
}

/// Queues a letter inside the transaction of its reason, and gives its identifier.
pub(super) fn queue(conn: &mut Conn, new: &NewLetter, dispatch: Dispatch, today: Date) -> Result<i64, StoreError> {
    let state = match dispatch {
        Dispatch::Send => LetterState::Waiting,
        Dispatch::Keep => LetterState::Kept,
    };
    let row = NewRow {
        id: random_id()?,
        kind: new.kind.as_str(),
        about: new.about.clone(),
        state: state.as_str(),
        recipient: Some(new.to.as_str().to_owned()),
        letter: Some(serde_json::to_string(&new.letter).map_err(|_| StoreError::Damaged("letter"))?),
        message_id: format!("{:016x}{:016x}", random_id()?, random_id()?),
        tries: 0,
        reply: None,
        due_at: 0,
        queued_on: today.to_string(),
    };
    on!(conn, c => diesel::insert_into(outbox::table).values(&row).execute(c))?;
    Ok(row.id)
}

/// How many letters of a kind were queued on a day.
pub(super) fn count_queued(conn: &mut Conn, kind: LetterKind, day: Date) -> Result<i64, StoreError> {
    let theirs =
        outbox::table.filter(outbox::kind.eq(kind.as_str())).filter(outbox::queued_on.eq(day.to_string())).count();
    Ok(on!(conn, c => theirs.get_result(c))?)
}

impl Store {
    /// Queues a letter that has no other reason in the database.
    ///
    /// # Errors
    /// When the database fails.
    pub fn queue_letter(&self, new: NewLetter, dispatch: Dispatch, today: Date) -> Result<i64, StoreError> {
        self.write(move |conn| queue(conn, &new, dispatch, today))
    }

    /// Takes letters that are due at `now`, at most `limit`. Nobody else is given them for a quarter of an hour.
    ///
    /// # Errors
    /// When the database fails.
    pub fn take_letters(&self, now: Timestamp, limit: usize) -> Result<Vec<DueLetter>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let now = now.as_second();
        let is_due = || outbox::state.eq(LetterState::Waiting.as_str()).and(outbox::due_at.le(now));
        // Looking first keeps a quiet server from writing every few seconds.
        let any: i64 = self.read(|conn| {
            let due = outbox::table.filter(is_due()).count();
            Ok(on!(conn, c => due.get_result(c))?)
        })?;
        if any == 0 {
            return Ok(Vec::new());
        }
        self.write(move |conn| {
            let is_due = outbox::state.eq(LetterState::Waiting.as_str()).and(outbox::due_at.le(now));
            let columns = (outbox::id, outbox::recipient, outbox::letter, outbox::message_id, outbox::tries);
            let due = outbox::table.filter(is_due).order((outbox::due_at, outbox::id)).limit(limit);
            let rows: Vec<DueRow> = on!(&mut *conn, c => due.select(columns).load(c))?;
            let mut taken = Vec::new();
            for (id, recipient, letter, message_id, tries) in rows {
                // On PostgreSQL another server may have taken it since: then no row changes.
                let free = outbox::table.find(id).filter(outbox::due_at.le(now));
                let free = free.filter(outbox::state.eq(LetterState::Waiting.as_str()));
                let mine = diesel::update(free).set(outbox::due_at.eq(now + TAKEN_SECONDS));
                if on!(&mut *conn, c => mine.execute(c))? == 0 {
                    continue;
                }
                let to = recipient.and_then(|text| MailAddress::parse(&text).ok());
                let letter = letter.and_then(|text| serde_json::from_str(&text).ok());
                let (to, letter) = to.zip(letter).ok_or(StoreError::Damaged("letter"))?;
                taken.push(DueLetter { id, to, letter, message_id, tries: u32::try_from(tries).unwrap_or(0) });
            }
            Ok(taken)
        })
    }

    /// Writes down what became of a letter in the end, and erases the address and the words.
    ///
    /// # Errors
    /// When the database fails.
    pub fn settle_letter(&self, id: i64, state: LetterState, reply: Option<u16>) -> Result<(), StoreError> {
        self.write(move |conn| {
            let change = diesel::update(outbox::table.find(id)).set((
                outbox::state.eq(state.as_str()),
                outbox::recipient.eq(None::<String>),
                outbox::letter.eq(None::<String>),
                outbox::reply.eq(reply.map(i32::from)),
                outbox::due_at.eq(0),
            ));
            on!(conn, c => change.execute(c))?;
            Ok(())
        })
    }

    /// Puts a letter off until a moment because the mail server would not take it now, and counts the try.
    ///
    /// # Errors
    /// When the database fails.
    pub fn put_letter_off(&self, id: i64, until: Timestamp, reply: u16) -> Result<(), StoreError> {
        self.write(move |conn| {
            let change = diesel::update(outbox::table.find(id)).set((
                outbox::due_at.eq(until.as_second()),
                outbox::tries.eq(outbox::tries + 1),
                outbox::reply.eq(Some(i32::from(reply))),
            ));
            on!(conn, c => change.execute(c))?;
            Ok(())
        })
    }

    /// Gives letters back that could not be tried: they are due as soon as anybody can send.
    ///
    /// # Errors
    /// When the database fails.
    pub fn give_letters_back(&self, ids: Vec<i64>) -> Result<(), StoreError> {
        self.write(move |conn| {
            let theirs = outbox::table.filter(outbox::id.eq_any(ids));
            let theirs = theirs.filter(outbox::state.eq(LetterState::Waiting.as_str()));
            on!(conn, c => diesel::update(theirs).set(outbox::due_at.eq(0)).execute(c))?;
            Ok(())
        })
    }

    /// How many letters there are, by kind, by what they are about and by what became of them.
    ///
    /// # Errors
    /// When the database fails.
    pub fn count_letters(&self) -> Result<Vec<LetterCount>, StoreError> {
        let rows: Vec<(String, String, String, i64)> = self.read(|conn| {
            let groups = outbox::table
                .group_by((outbox::kind, outbox::about, outbox::state))
                .select((outbox::kind, outbox::about, outbox::state, diesel::dsl::count_star()))
                .order((outbox::kind, outbox::about, outbox::state));
            Ok(on!(conn, c => groups.load(c))?)
        })?;
        let read = |(kind, about, state, letters): (String, String, String, i64)| {
            let (kind, state) =
                LetterKind::parse(&kind).zip(LetterState::parse(&state)).ok_or(StoreError::Damaged("letter"))?;
            Ok(LetterCount { kind, about, state, letters: u64::try_from(letters).unwrap_or(0) })
        };
        rows.into_iter().map(read).collect()
    }

    /// Letters that are kept to be looked at, without their addresses, at most `limit`.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_kept_letters(&self, limit: usize) -> Result<Vec<KeptLetter>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows: Vec<(String, String, Option<String>)> = self.read(|conn| {
            let kept = outbox::table.filter(outbox::state.eq(LetterState::Kept.as_str()));
            let kept = kept.select((outbox::kind, outbox::about, outbox::letter));
            let kept = kept.order((outbox::kind, outbox::about, outbox::id)).limit(limit);
            Ok(on!(conn, c => kept.load(c))?)
        })?;
        let read = |(kind, about, letter): (String, String, Option<String>)| {
            let letter = letter.and_then(|text| serde_json::from_str(&text).ok());
            let (kind, letter) = LetterKind::parse(&kind).zip(letter).ok_or(StoreError::Damaged("letter"))?;
            Ok(KeptLetter { kind, about, letter })
        };
        rows.into_iter().map(read).collect()
    }

    /// Overwrites what was erased of letters in SQLite's log too, as for drafts.
    ///
    /// # Errors
    /// When the database fails.
    pub fn forget_letters(&self) -> Result<(), StoreError> {
        self.shared.commits.empty_log()
    }
}

/// Erases what is known of letters to people who asked to hear, once it is old. Of invitations it is kept, because
/// their page says which school had one.
pub(super) fn erase_old(conn: &mut Conn, today: Date) -> Result<usize, StoreError> {
    let oldest = today.saturating_sub(COUNTED_DAYS.days()).to_string();
    let old = outbox::table
        .filter(outbox::kind.ne(LetterKind::Invitation.as_str()))
        .filter(outbox::state.ne(LetterState::Waiting.as_str()))
        .filter(outbox::queued_on.lt(oldest));
    Ok(on!(conn, c => diesel::delete(old).execute(c))?)
}
