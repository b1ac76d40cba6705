//! The change log: which responses came, went or were judged anew, in an order that a follower can keep its
//! place in without ever skipping one. Rows are written in the transaction of what they tell of.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::connections::Conn;
use super::tables::changes;
use super::{Store, StoreError};

/// A place in the change log. Opaque: kept as text by whoever follows the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Position {
    // PostgreSQL gives sequence numbers before commits, so a lower number can appear after a higher one was
    // read. Transactions are followed first, and only those that everything older than has ended.
    xid: i64,
    seq: i64,
}

impl Position {
    /// Before the first change.
    pub const START: Self = Self { xid: 0, seq: 0 };

    /// The form that followers keep.
    pub fn to_text(self) -> String {
        format!("{}.{}", self.xid, self.seq)
    }

    pub(super) fn parts(self) -> (i64, i64) {
        (self.xid, self.seq)
    }

    pub(super) fn of_parts(xid: i64, seq: i64) -> Self {
        Self { xid, seq }
    }

    /// Reads the form given by [`Position::to_text`].
    pub fn parse(text: &str) -> Option<Self> {
        let (xid, seq) = text.split_once('.')?;
        Some(Self { xid: xid.parse().ok()?, seq: seq.parse().ok()? })
    }
}

/// What happened to a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// It was stored.
    Submitted,
    /// It was erased, with all that was made of it.
    Erased,
    /// An officer judged one of its answers.
    Recoded,
}

impl ChangeKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::Erased => "erased",
            Self::Recoded => "recoded",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        [Self::Submitted, Self::Erased, Self::Recoded].into_iter().find(|kind| kind.as_str() == text)
    }
}

/// One row of the change log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    pub position: Position,
    pub response_id: i64,
    pub kind: ChangeKind,
}

#[derive(Insertable)]
#[diesel(table_name = changes, treat_none_as_default_value = false)]
struct NewChange {
    response_id: i64,
    kind: &'static str,
}

impl Store {
    /// The changes after a position, oldest first, at most `limit`. On PostgreSQL a change is given only when
    /// every transaction that could still come before it has ended, so nothing can slip in behind. A long
    /// transaction anywhere in the same server so holds the log back for as long as it runs: an empty list
    /// means that nothing can be followed yet, not that nothing will come.
    ///
    /// # Errors
    /// When the database fails.
    pub fn changes_after(&self, position: &Position, limit: usize) -> Result<Vec<Change>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows: Vec<(i64, i64, i64, String)> = self.read(|conn| {
            let after =
                changes::xid.gt(position.xid).or(changes::xid.eq(position.xid).and(changes::seq.gt(position.seq)));
            let columns = (changes::xid, changes::seq, changes::response_id, changes::kind);
            let rows = changes::table.select(columns).filter(after).order((changes::xid, changes::seq)).limit(limit);
            Ok(match conn {
                Conn::Sqlite(c) => rows.load(c)?,
                Conn::Postgres(c) => rows.filter(settled()).load(c)?,
            })
        })?;
        let change = |(xid, seq, response_id, kind): (i64, i64, i64, String)| {
            let kind = ChangeKind::parse(&kind).ok_or(StoreError::Damaged("change"))?;
            Ok(Change { position: Position { xid, seq }, response_id, kind })
        };
        rows.into_iter().map(change).collect()
    }

    /// The position of the last change that can be followed now. Who rebuilds from all answers reads this
    /// first and follows from it, so that what changes meanwhile is seen again and never missed.
    ///
    /// # Errors
    /// When the database fails.
    pub fn last_position(&self) -> Result<Position, StoreError> {
        let last = self.read(|conn| {
            let rows =
                changes::table.select((changes::xid, changes::seq)).order((changes::xid.desc(), changes::seq.desc()));
            Ok(match conn {
                Conn::Sqlite(c) => rows.first(c).optional()?,
                Conn::Postgres(c) => rows.filter(settled()).first(c).optional()?,
            })
        })?;
        Ok(last.map_or(Position::START, |(xid, seq)| Position { xid, seq }))
    }
}

/// Changes of transactions older than every one still running.
fn settled() -> diesel::expression::SqlLiteral<Bool> {
    sql::<Bool>("changes.xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
}

/// Writes down that the same thing happened to each of these responses.
pub(super) fn save(conn: &mut Conn, kind: ChangeKind, response_ids: &[i64]) -> Result<(), StoreError> {
    let kind = kind.as_str();
    let rows: Vec<NewChange> = response_ids.iter().map(|&response_id| NewChange { response_id, kind }).collect();
    if !rows.is_empty() {
        on!(conn, c => diesel::insert_into(changes::table).values(&rows).execute(c))?;
    }
    Ok(())
}
