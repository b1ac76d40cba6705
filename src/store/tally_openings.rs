//! Agreed tallies that an officer opens again before the result is published: their papers are taken back, two people
//! type the sheet anew, and what was agreed and typed before stays readable with who opened it, when and why.
//!
//! Leaves out the tallies themselves (`tallies`).

use diesel::prelude::*;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::connections::Conn;
use super::papers::{self, TurnoutKind};
use super::tables::{polling_places, tallies, tally_openings, tally_typings};
use super::tallies::{TypingRow, check_place, is_published, typing};
use super::{Store, StoreError, StoredTally, TallyTyping, random_id};

/// A tally to be opened again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenAgain {
    /// As it is kept now, with the papers that were counted with it.
    pub tally: StoredTally,
    pub reason: String,
    /// The account.
    pub by: String,
    pub at: Timestamp,
}

/// What came of opening a tally again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TallyOpened {
    Opened,
    /// It is not agreed, or no longer what it was.
    NotAgreed,
    /// The result is published.
    Published,
}

/// A tally that was opened again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TallyOpening {
    /// The polling place's identifier.
    pub place: i64,
    pub reason: String,
    /// The account.
    pub opened_by: String,
    pub opened_at: Timestamp,
    /// What was agreed until then, as JSON.
    pub agreed: String,
    /// What had been typed, by turn.
    pub typings: Vec<TallyTyping>,
}

/// How many tallies of a ballot are agreed and how often one was opened again: what a count rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TallyState {
    pub agreed: i64,
    pub openings: i64,
}

/// A typing as it is kept in a row of openings.
#[derive(Serialize, Deserialize)]
struct KeptTyping {
    turn: i32,
    typist: String,
    body: String,
    tried_other: bool,
}

impl Store {
    /// Opens an agreed tally again: takes its papers back from the count and from turnout, and keeps what was typed
    /// with the reason.
    ///
    /// # Errors
    /// When the place is not of this ballot or the database fails.
    pub fn open_tally_again(&self, ballot: &str, again: OpenAgain) -> Result<TallyOpened, StoreError> {
        let (ballot, id) = (ballot.to_owned(), random_id()?);
        let opened = self.write(move |conn| {
            papers::hold(conn, &ballot)?;
            let place = again.tally.place;
            let district = check_place(conn, &ballot, place)?;
            if is_published(conn, &ballot)? {
                return Ok(TallyOpened::Published);
            }
            let kept = tallies::table.find(place).select((tallies::received, tallies::body, tallies::counted_on));
            let kept: Option<(i64, String, String)> = on!(&mut *conn, c => kept.first(c).optional())?;
            let Some((received, body, day)) = kept.filter(|(_, body, _)| *body == again.tally.body) else {
                return Ok(TallyOpened::NotAgreed);
            };
            for (marks, number) in &again.tally.papers {
                papers::take_papers(conn, &ballot, marks, i64::try_from(*number).unwrap_or(i64::MAX))?;
            }
            let place_key = place.to_string();
            let counted =
                [(TurnoutKind::All, ""), (TurnoutKind::Place, place_key.as_str()), (TurnoutKind::District, &district)];
            for (kind, key) in counted {
                if kind != TurnoutKind::District || !key.is_empty() {
                    papers::take_back(conn, &ballot, (kind, key), &day, received)?;
                }
            }
            keep_opening(conn, id, &again, body)?;
            on!(&mut *conn, c => diesel::delete(tallies::table.find(place)).execute(c))?;
            let theirs = tally_typings::table.filter(tally_typings::place.eq(place));
            on!(conn, c => diesel::delete(theirs).execute(c))?;
            Ok(TallyOpened::Opened)
        })?;
        self.shared.commits.empty_log()?;
        Ok(opened)
    }

    /// Every opening of a ballot's tallies, the earliest first.
    ///
    /// # Errors
    /// When the database fails or what it holds cannot be read.
    pub fn list_tally_openings(&self, ballot: &str) -> Result<Vec<TallyOpening>, StoreError> {
        type Row = (i64, i64, String, String, i64, String, String);
        let rows: Vec<Row> = self.read(|conn| {
            let theirs = polling_places::table
                .inner_join(tally_openings::table.on(tally_openings::place.eq(polling_places::id)))
                .filter(polling_places::ballot.eq(ballot))
                .order((tally_openings::opened_at, tally_openings::id))
                .select(tally_openings::all_columns);
            Ok(on!(conn, c => theirs.load(c))?)
        })?;
        let opening = |(_, place, reason, opened_by, at, agreed, typings): Row| {
            let typings: Vec<KeptTyping> =
                serde_json::from_str(&typings).map_err(|_| StoreError::Damaged("typings of a tally"))?;
            let typed = |kept: KeptTyping| TallyTyping {
                place,
                turn: kept.turn,
                typist: kept.typist,
                body: kept.body,
                browser: String::new(),
                tried_other: kept.tried_other,
            };
            let opened_at = Timestamp::from_second(at).map_err(|_| StoreError::Damaged("time of an opening"))?;
            let typings = typings.into_iter().map(typed).collect();
            Ok(TallyOpening { place, reason, opened_by, opened_at, agreed, typings })
        };
        rows.into_iter().map(opening).collect()
    }

    /// What a count of this ballot rests on as far as tallies go.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find_tally_state(&self, ballot: &str) -> Result<TallyState, StoreError> {
        self.read(|conn| state(conn, ballot))
    }
}

/// Keeps an opening with what was typed until now.
fn keep_opening(conn: &mut Conn, id: i64, again: &OpenAgain, agreed: String) -> Result<(), StoreError> {
    let place = again.tally.place;
    let theirs = tally_typings::table.filter(tally_typings::place.eq(place)).order(tally_typings::turn);
    let rows: Vec<TypingRow> = on!(&mut *conn, c => theirs.load(c))?;
    let kept = rows.into_iter().map(typing).map(|one| KeptTyping {
        turn: one.turn,
        typist: one.typist,
        body: one.body,
        tried_other: one.tried_other,
    });
    let typings =
        serde_json::to_string(&kept.collect::<Vec<_>>()).map_err(|_| StoreError::Damaged("typings of a tally"))?;
    let row = (
        tally_openings::id.eq(id),
        tally_openings::place.eq(place),
        tally_openings::reason.eq(&again.reason),
        tally_openings::opened_by.eq(&again.by),
        tally_openings::opened_at.eq(again.at.as_second()),
        tally_openings::agreed.eq(agreed),
        tally_openings::typings.eq(typings),
    );
    on!(conn, c => diesel::insert_into(tally_openings::table).values(row).execute(c))?;
    Ok(())
}

/// How many tallies are agreed and were opened again, within a transaction.
pub(super) fn state(conn: &mut Conn, ballot: &str) -> Result<TallyState, StoreError> {
    let agreed = polling_places::table
        .inner_join(tallies::table.on(tallies::place.eq(polling_places::id)))
        .filter(polling_places::ballot.eq(ballot));
    let agreed: i64 = on!(&mut *conn, c => agreed.count().get_result(c))?;
    let openings = polling_places::table
        .inner_join(tally_openings::table.on(tally_openings::place.eq(polling_places::id)))
        .filter(polling_places::ballot.eq(ballot));
    let openings: i64 = on!(conn, c => openings.count().get_result(c))?;
    Ok(TallyState { agreed, openings })
}
