//! Links and group sessions, and how many people came and sent by each. The counts go up in the commits of drafts and
//! responses; no response says which way it came.

use std::collections::BTreeMap;

use diesel::prelude::*;
use jiff::ToSpan;
use jiff::civil::Date;

use super::connections::Conn;
use super::drafts::NewDraft;
use super::submissions::{NewSubmission, Submitted};
use super::tables::{drafts, ways_in};
use super::{Store, StoreError, campaigns};
use crate::survey::{WayCode, WayIn, WayKind};

/// A way in with its turnout. The counts are raw: only `breakdown` may show them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredWayIn {
    pub way: WayIn,
    /// How many times somebody began by it.
    pub came: u64,
    /// How many responses were sent by those.
    pub sent: u64,
}

#[derive(Insertable, Queryable)]
#[diesel(table_name = ways_in, treat_none_as_default_value = false)]
struct WayRow {
    code: String,
    consultation: String,
    kind: String,
    name: String,
    perspective: Option<String>,
    headcount: Option<i32>,
    shared_device: bool,
    came: i64,
    sent: i64,
    opened_on: String,
    closes_on: String,
}

impl WayRow {
    fn new(way: &WayIn) -> Self {
        Self {
            code: way.code.as_str().to_owned(),
            consultation: way.consultation.clone(),
            kind: way.kind.as_str().to_owned(),
            name: way.name.clone(),
            perspective: way.perspective.clone(),
            headcount: way.headcount.map(|count| i32::try_from(count).unwrap_or(i32::MAX)),
            shared_device: way.shared_device,
            came: 0,
            sent: 0,
            opened_on: way.opened_on.to_string(),
            closes_on: way.closes_on.to_string(),
        }
    }

    fn read(self) -> Result<StoredWayIn, StoreError> {
        let damaged = || StoreError::Damaged("way in");
        let way = WayIn {
            code: WayCode::parse(&self.code).ok_or_else(damaged)?,
            consultation: self.consultation,
            kind: WayKind::parse(&self.kind).ok_or_else(damaged)?,
            name: self.name,
            perspective: self.perspective,
            headcount: self.headcount.and_then(|count| u32::try_from(count).ok()),
            shared_device: self.shared_device,
            opened_on: self.opened_on.parse().map_err(|_| damaged())?,
            closes_on: self.closes_on.parse().map_err(|_| damaged())?,
        };
        let people = |count: i64| u64::try_from(count).unwrap_or(0);
        Ok(StoredWayIn { way, came: people(self.came), sent: people(self.sent) })
    }
}

impl Store {
    /// Keeps a new way in; says no where its code is taken, and then keeps nothing.
    ///
    /// # Errors
    /// When the database fails.
    pub fn save_way_in(&self, way: &WayIn) -> Result<bool, StoreError> {
        let row = WayRow::new(way);
        self.write(move |conn| {
            let insert = diesel::insert_into(ways_in::table).values(&row).on_conflict_do_nothing();
            Ok(on!(conn, c => insert.execute(c))? == 1)
        })
    }

    /// The way in of a code, also when it works no longer.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find_way_in(&self, code: &WayCode) -> Result<Option<StoredWayIn>, StoreError> {
        let row: Option<WayRow> = self.read(|conn| {
            let found = ways_in::table.find(code.as_str());
            Ok(on!(conn, c => found.first(c).optional())?)
        })?;
        row.map(WayRow::read).transpose()
    }

    /// The ways in of one kind to a consultation, by name, at most `limit`.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_ways_in(
        &self,
        consultation: &str,
        kind: WayKind,
        limit: usize,
    ) -> Result<Vec<StoredWayIn>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows: Vec<WayRow> = self.read(|conn| {
            let theirs = ways_in::table
                .filter(ways_in::consultation.eq(consultation))
                .filter(ways_in::kind.eq(kind.as_str()))
                .order((ways_in::name, ways_in::code))
                .limit(limit);
            Ok(on!(conn, c => theirs.load(c))?)
        })?;
        rows.into_iter().map(WayRow::read).collect()
    }

    /// Keeps the first draft of somebody who comes by a way in, and counts them; resolves after the commit. Trying
    /// again under the same token counts nobody twice and leaves the draft as it is.
    ///
    /// # Errors
    /// As [`Store::save_draft`].
    pub async fn begin_by(
        &self,
        code: &WayCode,
        token_hash: &str,
        consultation: &str,
        body: String,
    ) -> Result<(), StoreError> {
        let draft = NewDraft::today(token_hash, consultation, body);
        self.shared.commits.begin(draft, code.as_str().to_owned())?.wait().await
    }

    /// [`Store::begin_by`] for callers that block.
    ///
    /// # Errors
    /// As there.
    pub fn begin_by_blocking(
        &self,
        code: &WayCode,
        token_hash: &str,
        consultation: &str,
        body: String,
    ) -> Result<(), StoreError> {
        let draft = NewDraft::today(token_hash, consultation, body);
        self.shared.commits.begin(draft, code.as_str().to_owned())?.wait_blocking()
    }
}

/// Who came and who sent by each code within one commit.
#[derive(Default)]
pub(super) struct Turnout {
    ways: BTreeMap<String, (i64, i64)>,
    /// Who sent, by code and day.
    days: BTreeMap<(String, String), i64>,
}

impl Turnout {
    /// Notes of these whoever is new and came by a way in.
    pub(super) fn note<'a>(&mut self, sent: impl Iterator<Item = (&'a NewSubmission, &'a Submitted)>) {
        for (submission, submitted) in sent {
            let Some(code) = submission.way_in.as_deref().filter(|_| *submitted == Submitted::New) else { continue };
            self.ways.entry(code.to_owned()).or_default().1 += 1;
            *self.days.entry((code.to_owned(), submission.response.submitted_on.clone())).or_default() += 1;
        }
    }

    fn came(&mut self, code: &str) {
        self.ways.entry(code.to_owned()).or_default().0 += 1;
    }
}

/// Keeps the drafts of those who begin, and notes each that was not there before.
pub(super) fn begin<'a>(
    conn: &mut Conn,
    begun: impl Iterator<Item = (&'a NewDraft, &'a String)>,
    turnout: &mut Turnout,
) -> Result<(), StoreError> {
    for (draft, code) in begun {
        let insert = diesel::insert_into(drafts::table).values(draft).on_conflict_do_nothing();
        if on!(&mut *conn, c => insert.execute(c))? == 1 {
            turnout.came(code);
        }
    }
    Ok(())
}

/// Adds up what was noted. A code that is no longer there counts nothing.
pub(super) fn count(conn: &mut Conn, turnout: &Turnout) -> Result<(), StoreError> {
    for (code, (came, sent)) in &turnout.ways {
        let way = diesel::update(ways_in::table.find(code));
        let more = way.set((ways_in::came.eq(ways_in::came + *came), ways_in::sent.eq(ways_in::sent + *sent)));
        on!(&mut *conn, c => more.execute(c))?;
    }
    campaigns::count_sent(conn, &turnout.days)
}

/// Erases groups that ended more than a day before without anybody having come.
pub(super) fn erase_unused(conn: &mut Conn, today: Date) -> Result<(), StoreError> {
    let yesterday = today.saturating_sub(1.days()).to_string();
    let unused = ways_in::table
        .filter(ways_in::kind.eq(WayKind::Group.as_str()))
        .filter(ways_in::came.eq(0))
        .filter(ways_in::closes_on.lt(yesterday));
    on!(conn, c => diesel::delete(unused).execute(c))?;
    Ok(())
}
