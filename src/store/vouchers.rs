//! Vouchers, made in batches for one place and handed out on paper; of each only the hash is kept.
//!
//! A voucher's own row never changes. Which ones were used is one text for the whole batch, a character each, so that
//! nothing that a database notes about a row says when a voucher was used. Leaves out casting the paper (`papers`).

use diesel::prelude::*;

use super::connections::Conn;
use super::papers::VoteCast;
use super::tables::{polling_places, voucher_batches, vouchers};
use super::{Store, StoreError, random_id};

/// The most vouchers of one batch.
pub const MOST_IN_A_BATCH: usize = 2_000;
/// How many rows one statement writes.
const ROWS: usize = 500;
const USED: char = '1';
const UNUSED: char = '0';

/// A batch. How many were used is raw: only `breakdown` may show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoucherBatch {
    pub id: i64,
    /// The polling place's identifier.
    pub place: i64,
    pub made_on: String,
    /// It was lost: its vouchers do not work any more.
    pub stopped: bool,
    pub made: u64,
    pub used: u64,
}

/// What is known of a voucher that somebody holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VoucherState {
    Unused,
    Used,
    Stopped,
}

#[derive(Insertable, Queryable)]
#[diesel(table_name = voucher_batches, treat_none_as_default_value = false)]
struct BatchRow {
    id: i64,
    ballot: String,
    place: i64,
    made_on: String,
    stopped: bool,
    used: String,
}

impl Store {
    /// Keeps a batch of vouchers by their hashes and gives its identifier. Their places in it follow the hashes, so
    /// that the order in which they are printed is not kept.
    ///
    /// # Errors
    /// When the place is not there or the database fails.
    pub fn save_vouchers(
        &self,
        ballot: &str,
        place: i64,
        mut hashes: Vec<String>,
        made_on: String,
    ) -> Result<i64, StoreError> {
        hashes.sort();
        let id = random_id()?;
        let used = std::iter::repeat_n(UNUSED, hashes.len()).collect();
        let batch = BatchRow { id, ballot: ballot.to_owned(), place, made_on, stopped: false, used };
        self.write(move |conn| {
            let known = polling_places::table.find(place).filter(polling_places::ballot.eq(&batch.ballot));
            let known: Option<i64> = on!(&mut *conn, c => known.select(polling_places::id).first(c).optional())?;
            known.ok_or(StoreError::NotFound("such place"))?;
            on!(&mut *conn, c => diesel::insert_into(voucher_batches::table).values(&batch).execute(c))?;
            let rows: Vec<_> = (0..)
                .zip(&hashes)
                .map(|(at, hash)| (vouchers::hash.eq(hash), vouchers::batch.eq(id), vouchers::place.eq(at)))
                .collect();
            for rows in rows.chunks(ROWS) {
                on!(&mut *conn, c => diesel::insert_into(vouchers::table).values(rows.to_vec()).execute(c))?;
            }
            Ok(id)
        })
    }

    /// The batches of a ballot in no order that says anything.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_voucher_batches(&self, ballot: &str) -> Result<Vec<VoucherBatch>, StoreError> {
        let rows: Vec<BatchRow> = self.read(|conn| {
            let theirs = voucher_batches::table.filter(voucher_batches::ballot.eq(ballot));
            Ok(on!(conn, c => theirs.order((voucher_batches::made_on, voucher_batches::id)).load(c))?)
        })?;
        let batch = |row: BatchRow| VoucherBatch {
            id: row.id,
            place: row.place,
            made_on: row.made_on,
            stopped: row.stopped,
            made: row.used.len() as u64,
            used: row.used.chars().filter(|mark| *mark == USED).count() as u64,
        };
        Ok(rows.into_iter().map(batch).collect())
    }

    /// Stops a batch that was lost. Papers that were cast with it stay: nobody can tell which they are.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for a batch that is not of this ballot; when the database fails.
    pub fn stop_vouchers(&self, ballot: &str, batch: i64) -> Result<(), StoreError> {
        let ballot = ballot.to_owned();
        self.write(move |conn| {
            let row = voucher_batches::table.find(batch).filter(voucher_batches::ballot.eq(ballot));
            let stop = diesel::update(row).set(voucher_batches::stopped.eq(true));
            match on!(conn, c => stop.execute(c))? {
                0 => Err(StoreError::NotFound("such batch")),
                _ => Ok(()),
            }
        })
    }

    /// Whether a voucher of this ballot works; nothing where there is none such.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find_voucher(&self, ballot: &str, hash: &str) -> Result<Option<VoucherState>, StoreError> {
        self.read(|conn| {
            let found = find(conn, ballot, hash)?;
            Ok(found.map(|(row, at)| match row.used.chars().nth(at) {
                _ if row.stopped => VoucherState::Stopped,
                Some(UNUSED) => VoucherState::Unused,
                _ => VoucherState::Used,
            }))
        })
    }
}

/// The batch of a voucher and its place in it. Within a transaction on PostgreSQL the ballot is held already.
fn find(conn: &mut Conn, ballot: &str, hash: &str) -> Result<Option<(BatchRow, usize)>, StoreError> {
    let voucher = vouchers::table.find(hash).select((vouchers::batch, vouchers::place));
    let voucher: Option<(i64, i32)> = on!(&mut *conn, c => voucher.first(c).optional())?;
    let Some((batch, at)) = voucher else { return Ok(None) };
    let row = voucher_batches::table.find(batch).filter(voucher_batches::ballot.eq(ballot));
    let row: Option<BatchRow> = on!(conn, c => row.first(c).optional())?;
    Ok(row.map(|row| (row, at.unsigned_abs() as usize)))
}

/// Uses a voucher up and gives its place with the place's district; or why it does not work.
pub(super) fn use_up(conn: &mut Conn, ballot: &str, hash: &str) -> Result<Result<(i64, String), VoteCast>, StoreError> {
    let Some((row, at)) = find(conn, ballot, hash)? else { return Ok(Err(VoteCast::Unknown)) };
    if row.stopped {
        return Ok(Err(VoteCast::Stopped));
    }
    if row.used.as_bytes().get(at) != Some(&(UNUSED as u8)) {
        return Ok(Err(VoteCast::Already));
    }
    let used: String = row.used.chars().enumerate().map(|(one, mark)| if one == at { USED } else { mark }).collect();
    let batch = diesel::update(voucher_batches::table.find(row.id)).set(voucher_batches::used.eq(used));
    on!(&mut *conn, c => batch.execute(c))?;
    let district = polling_places::table.find(row.place).select(polling_places::district);
    let district: String = on!(conn, c => district.first(c))?;
    Ok(Ok((row.place, district)))
}
