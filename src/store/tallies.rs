//! What two people typed from the sheet of a place, and the tally that both agree on, which is counted once.
//!
//! Leaves out what must add up, which is in [`crate::ballot`].

use diesel::prelude::*;
use diesel::upsert::excluded;
use jiff::civil::Date;

use super::connections::Conn;
use super::papers::{self, TurnoutKind};
use super::tables::{ballot_results, polling_places, tallies, tally_typings};
use super::{Store, StoreError};

/// What one of two people typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TallyTyping {
    /// The polling place's identifier.
    pub place: i64,
    /// 1 or 2.
    pub turn: i32,
    /// An account, or which of the place's two links.
    pub typist: String,
    /// JSON.
    pub body: String,
    /// A mark of the browser that it was typed in, for this place alone; empty where it is not known.
    pub browser: String,
    /// Whoever typed it came for the other sheet as well, and was refused. Passed over in what is to be kept.
    pub tried_other: bool,
}

/// A tally that two people agree on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredTally {
    pub place: i64,
    /// Papers that came in.
    pub received: u64,
    /// JSON, as both typed it.
    pub body: String,
    /// Papers that are counted as if they had been cast, where they were typed one by one: lines and numbers. Empty in
    /// what is read back.
    pub papers: Vec<(String, u64)>,
}

/// What came of a typing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TallyKept {
    Kept,
    /// The tally is agreed already.
    Agreed,
    /// The same account or the same browser typed the other one.
    SamePerson,
}

impl Store {
    /// Keeps what somebody typed in the first or second turn of a place.
    ///
    /// # Errors
    /// When the place is not of this ballot or the database fails.
    pub fn save_tally_typing(&self, ballot: &str, typing: TallyTyping) -> Result<TallyKept, StoreError> {
        let ballot = ballot.to_owned();
        let kept = self.write(move |conn| {
            papers::hold(conn, &ballot)?;
            check_place(conn, &ballot, typing.place)?;
            let agreed: i64 =
                on!(&mut *conn, c => tallies::table.filter(tallies::place.eq(typing.place)).count().get_result(c))?;
            if agreed > 0 {
                return Ok(TallyKept::Agreed);
            }
            if refuse_other(conn, &typing)? {
                return Ok(TallyKept::SamePerson);
            }
            let row = (
                tally_typings::place.eq(typing.place),
                tally_typings::turn.eq(typing.turn),
                tally_typings::typist.eq(&typing.typist),
                tally_typings::body.eq(&typing.body),
                tally_typings::browser.eq(&typing.browser),
                tally_typings::tried_other.eq(false),
            );
            on!(conn, c => diesel::insert_into(tally_typings::table)
                .values(row)
                .on_conflict((tally_typings::place, tally_typings::turn))
                .do_update()
                .set((
                    tally_typings::typist.eq(excluded(tally_typings::typist)),
                    tally_typings::body.eq(excluded(tally_typings::body)),
                    tally_typings::browser.eq(excluded(tally_typings::browser)),
                ))
                .execute(c))?;
            Ok(TallyKept::Kept)
        })?;
        self.shared.commits.empty_log()?;
        Ok(kept)
    }

    /// Whether somebody with this account or browser typed the other sheet of a place and may not type this one; that
    /// they came is kept with what they typed, for officers. The body is passed over.
    ///
    /// # Errors
    /// When the database fails.
    pub fn refuse_other_typing(&self, typing: TallyTyping) -> Result<bool, StoreError> {
        self.write(move |conn| refuse_other(conn, &typing))
    }

    /// Every typing of a ballot, by place and turn.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_tally_typings(&self, ballot: &str) -> Result<Vec<TallyTyping>, StoreError> {
        let rows: Vec<TypingRow> = self.read(|conn| {
            let theirs = polling_places::table
                .inner_join(tally_typings::table.on(tally_typings::place.eq(polling_places::id)))
                .filter(polling_places::ballot.eq(ballot))
                .order((tally_typings::place, tally_typings::turn))
                .select(tally_typings::all_columns);
            Ok(on!(conn, c => theirs.load(c))?)
        })?;
        Ok(rows.into_iter().map(typing).collect())
    }

    /// Keeps the tally that both agree on and counts its papers for turnout on this day, once; says whether it is new.
    ///
    /// # Errors
    /// When the place is not of this ballot or the database fails.
    pub fn save_tally(&self, ballot: &str, tally: StoredTally, on: Date) -> Result<bool, StoreError> {
        let ballot = ballot.to_owned();
        self.write(move |conn| {
            papers::hold(conn, &ballot)?;
            let district = check_place(conn, &ballot, tally.place)?;
            if is_published(conn, &ballot)? {
                return Ok(false);
            }
            let received = i64::try_from(tally.received).map_err(|_| StoreError::Damaged("number of papers"))?;
            let row = (
                tallies::place.eq(tally.place),
                tallies::received.eq(received),
                tallies::body.eq(&tally.body),
                tallies::counted_on.eq(on.to_string()),
            );
            let insert = diesel::insert_into(tallies::table).values(row).on_conflict_do_nothing();
            if on!(&mut *conn, c => insert.execute(c))? == 0 {
                return Ok(false);
            }
            for (marks, number) in &tally.papers {
                papers::add_papers(conn, &ballot, marks, i64::try_from(*number).unwrap_or(i64::MAX))?;
            }
            papers::count(conn, &ballot, (TurnoutKind::All, ""), on, received)?;
            papers::count(conn, &ballot, (TurnoutKind::Place, &tally.place.to_string()), on, received)?;
            if !district.is_empty() {
                papers::count(conn, &ballot, (TurnoutKind::District, &district), on, received)?;
            }
            Ok(true)
        })
    }

    /// The agreed tallies of a ballot, by place.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_tallies(&self, ballot: &str) -> Result<Vec<StoredTally>, StoreError> {
        let rows: Vec<(i64, i64, String)> = self.read(|conn| {
            let theirs = polling_places::table
                .inner_join(tallies::table.on(tallies::place.eq(polling_places::id)))
                .filter(polling_places::ballot.eq(ballot))
                .order(tallies::place)
                .select((tallies::place, tallies::received, tallies::body));
            Ok(on!(conn, c => theirs.load(c))?)
        })?;
        let tally = |(place, received, body): (i64, i64, String)| StoredTally {
            place,
            received: received.unsigned_abs(),
            body,
            papers: Vec::new(),
        };
        Ok(rows.into_iter().map(tally).collect())
    }
}

/// A typing as it is kept.
pub(super) type TypingRow = (i64, i32, String, String, String, bool);

pub(super) fn typing((place, turn, typist, body, browser, tried_other): TypingRow) -> TallyTyping {
    TallyTyping { place, turn, typist, body, browser, tried_other }
}

/// Whether the other sheet of the place was typed by this account or in this browser, which is then noted with it.
fn refuse_other(conn: &mut Conn, typing: &TallyTyping) -> Result<bool, StoreError> {
    let others = tally_typings::table
        .filter(tally_typings::place.eq(typing.place).and(tally_typings::turn.ne(typing.turn)))
        .filter(
            tally_typings::typist
                .eq(&typing.typist)
                .or(tally_typings::browser.eq(&typing.browser).and(tally_typings::browser.ne(""))),
        );
    let note = diesel::update(others).set(tally_typings::tried_other.eq(true));
    Ok(on!(conn, c => note.execute(c))? > 0)
}

/// Whether the result of a ballot is published, so that nothing of its tallies may change.
pub(super) fn is_published(conn: &mut Conn, ballot: &str) -> Result<bool, StoreError> {
    let found: i64 =
        on!(conn, c => ballot_results::table.filter(ballot_results::ballot.eq(ballot)).count().get_result(c))?;
    Ok(found > 0)
}

/// The district of a place of this ballot.
pub(super) fn check_place(conn: &mut Conn, ballot: &str, place: i64) -> Result<String, StoreError> {
    let found = polling_places::table.find(place).filter(polling_places::ballot.eq(ballot));
    let found: Option<String> = on!(conn, c => found.select(polling_places::district).first(c).optional())?;
    found.ok_or(StoreError::NotFound("such place"))
}
