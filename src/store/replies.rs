//! What came of a consultation: entries as officers write them, versions as they were published, and whether it is
//! closed off.
//!
//! Leaves out what an entry must have before it may be published (`plan::progress`).

use diesel::prelude::*;
use diesel::upsert::excluded;
use jiff::civil::Date;

use super::tables::{closed_consultations, reply_entries, reply_versions};
use super::{Store, StoreError};
use crate::plan::progress::Entry;

/// An entry as it is being written.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredEntry {
    pub entry: Entry,
    /// The account that saved it last.
    pub officer: String,
    pub saved_on: Date,
}

/// A version that people can read.
#[derive(Debug, Clone, PartialEq)]
pub struct PublishedReply {
    pub consultation: String,
    /// From 1.
    pub version: i32,
    pub entries: Vec<Entry>,
    /// The account that published it.
    pub officer: String,
    pub published_on: Date,
}

/// A consultation that is closed off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedConsultation {
    /// The account that closed it.
    pub officer: String,
    pub closed_on: Date,
}

#[derive(Insertable, Queryable)]
#[diesel(table_name = reply_entries, treat_none_as_default_value = false)]
struct EntryRow {
    consultation: String,
    entry: String,
    place: i32,
    body: String,
    officer: String,
    saved_on: String,
}

#[derive(Insertable, Queryable)]
#[diesel(table_name = reply_versions, treat_none_as_default_value = false)]
struct VersionRow {
    consultation: String,
    version: i32,
    body: String,
    officer: String,
    published_on: String,
}

impl VersionRow {
    fn read(self) -> Result<PublishedReply, StoreError> {
        let damaged = || StoreError::Damaged("published reply");
        Ok(PublishedReply {
            consultation: self.consultation,
            version: self.version,
            entries: serde_json::from_str(&self.body).map_err(|_| damaged())?,
            officer: self.officer,
            published_on: self.published_on.parse().map_err(|_| damaged())?,
        })
    }
}

impl Store {
    /// The entries of a consultation as they are being written, in their order.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_entries(&self, consultation: &str) -> Result<Vec<StoredEntry>, StoreError> {
        let rows: Vec<EntryRow> = self.read(|conn| {
            let theirs = reply_entries::table
                .filter(reply_entries::consultation.eq(consultation))
                .order((reply_entries::place, reply_entries::entry));
            Ok(on!(conn, c => theirs.load(c))?)
        })?;
        let read = |row: EntryRow| {
            let damaged = || StoreError::Damaged("entry of a reply");
            let entry = serde_json::from_str(&row.body).map_err(|_| damaged())?;
            let saved_on = row.saved_on.parse().map_err(|_| damaged())?;
            Ok(StoredEntry { entry, officer: row.officer, saved_on })
        };
        rows.into_iter().map(read).collect()
    }

    /// Keeps an entry, instead of the one of its key where there is one; a new one comes last.
    ///
    /// # Errors
    /// When the database fails.
    pub fn save_entry(&self, entry: &Entry, officer: &str, on: Date) -> Result<(), StoreError> {
        let body = serde_json::to_string(entry).map_err(|_| StoreError::Damaged("entry of a reply"))?;
        let (consultation, key) = (entry.consultation.clone(), entry.key.clone());
        let (officer, saved_on) = (officer.to_owned(), on.to_string());
        self.write(move |conn| {
            let theirs = reply_entries::table.filter(reply_entries::consultation.eq(&consultation));
            let last = theirs.select(reply_entries::place).order(reply_entries::place.desc());
            let last: Option<i32> = on!(&mut *conn, c => last.first(c).optional())?;
            let row = EntryRow { consultation, entry: key, place: last.unwrap_or(0) + 1, body, officer, saved_on };
            on!(conn, c => diesel::insert_into(reply_entries::table)
                .values(&row)
                .on_conflict((reply_entries::consultation, reply_entries::entry))
                .do_update()
                .set((
                    reply_entries::body.eq(excluded(reply_entries::body)),
                    reply_entries::officer.eq(excluded(reply_entries::officer)),
                    reply_entries::saved_on.eq(excluded(reply_entries::saved_on)),
                ))
                .execute(c))?;
            Ok(())
        })
    }

    /// Takes an entry out of what is being written; says no where it is not there. What is published stays.
    ///
    /// # Errors
    /// When the database fails.
    pub fn erase_entry(&self, consultation: &str, entry: &str) -> Result<bool, StoreError> {
        let (consultation, entry) = (consultation.to_owned(), entry.to_owned());
        self.write(move |conn| {
            let one = reply_entries::table.find((&consultation, &entry));
            Ok(on!(conn, c => diesel::delete(one).execute(c))? == 1)
        })
    }

    /// Publishes entries as the next version of a consultation's reply, and gives its number.
    ///
    /// # Errors
    /// When the database fails, or somebody else publishes at the same moment; then nothing has changed.
    pub fn publish_reply(
        &self,
        consultation: &str,
        entries: &[Entry],
        officer: &str,
        on: Date,
    ) -> Result<i32, StoreError> {
        let body = serde_json::to_string(entries).map_err(|_| StoreError::Damaged("entry of a reply"))?;
        let (consultation, officer, published_on) = (consultation.to_owned(), officer.to_owned(), on.to_string());
        self.write(move |conn| {
            let theirs = reply_versions::table.filter(reply_versions::consultation.eq(&consultation));
            let last = theirs.select(reply_versions::version).order(reply_versions::version.desc());
            let last: Option<i32> = on!(&mut *conn, c => last.first(c).optional())?;
            let version = last.unwrap_or(0) + 1;
            let row = VersionRow { consultation, version, body, officer, published_on };
            on!(conn, c => diesel::insert_into(reply_versions::table).values(&row).execute(c))?;
            Ok(version)
        })
    }

    /// The newest published reply of a consultation.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find_reply(&self, consultation: &str) -> Result<Option<PublishedReply>, StoreError> {
        let row: Option<VersionRow> = self.read(|conn| {
            let theirs = reply_versions::table
                .filter(reply_versions::consultation.eq(consultation))
                .order(reply_versions::version.desc());
            Ok(on!(conn, c => theirs.first(c).optional())?)
        })?;
        row.map(VersionRow::read).transpose()
    }

    /// Closes a consultation off; says no where it is closed already.
    ///
    /// # Errors
    /// When the database fails.
    pub fn close_consultation(&self, consultation: &str, officer: &str, on: Date) -> Result<bool, StoreError> {
        let row = (
            closed_consultations::consultation.eq(consultation.to_owned()),
            closed_consultations::officer.eq(officer.to_owned()),
            closed_consultations::closed_on.eq(on.to_string()),
        );
        self.write(move |conn| {
            let insert = diesel::insert_into(closed_consultations::table).values(row).on_conflict_do_nothing();
            Ok(on!(conn, c => insert.execute(c))? == 1)
        })
    }

    /// Who closed a consultation off, and when; none while it is not.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find_closed(&self, consultation: &str) -> Result<Option<ClosedConsultation>, StoreError> {
        let row: Option<(String, String)> = self.read(|conn| {
            let one = closed_consultations::table
                .find(consultation)
                .select((closed_consultations::officer, closed_consultations::closed_on));
            Ok(on!(conn, c => one.first(c).optional())?)
        })?;
        let read = |(officer, closed_on): (String, String)| {
            let closed_on = closed_on.parse().map_err(|_| StoreError::Damaged("closed consultation"))?;
            Ok(ClosedConsultation { officer, closed_on })
        };
        row.map(read).transpose()
    }
}
