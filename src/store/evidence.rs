//! What officers link the outcomes of a plan to, and where they looked for what speaks against them.
//!
//! Leaves out figures and quotes: a link is kept and never what it showed on the day. A plan is named by its key,
//! whether it is a file or kept here; whether it has the outcome is for the caller to ask.

use diesel::prelude::*;
use diesel::upsert::excluded;
use jiff::civil::Date;

use super::tables::{evidence, none_found};
use super::{Store, StoreError, random_id};
use crate::plan::evidence::{Basis, Evidence, NoneFound, Stance};

/// A link as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredEvidence {
    pub id: i64,
    pub evidence: Evidence,
    /// The account that linked it.
    pub officer: String,
    pub linked_on: Date,
}

/// Where somebody looked, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredNoneFound {
    pub none_found: NoneFound,
    /// The account that says so.
    pub officer: String,
    pub noted_on: Date,
}

#[derive(Insertable, Queryable)]
#[diesel(table_name = evidence, treat_none_as_default_value = false)]
struct EvidenceRow {
    id: i64,
    plan: String,
    outcome: String,
    district: String,
    basis: String,
    stance: String,
    note: String,
    officer: String,
    linked_on: String,
}

impl EvidenceRow {
    fn read(self) -> Result<StoredEvidence, StoreError> {
        let damaged = || StoreError::Damaged("link to evidence");
        let evidence = Evidence {
            outcome: self.outcome,
            district: Some(self.district).filter(|district| !district.is_empty()),
            basis: Basis::parse(&self.basis).ok_or_else(damaged)?,
            stance: Stance::parse(&self.stance).ok_or_else(damaged)?,
            note: self.note,
        };
        let linked_on = self.linked_on.parse().map_err(|_| damaged())?;
        Ok(StoredEvidence { id: self.id, evidence, officer: self.officer, linked_on })
    }
}

#[derive(Insertable, Queryable)]
#[diesel(table_name = none_found, treat_none_as_default_value = false)]
struct NoneFoundRow {
    plan: String,
    outcome: String,
    looked: String,
    officer: String,
    noted_on: String,
}

impl Store {
    /// Everything that is linked to the outcomes of a plan, in the order of the days it was linked.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_evidence(&self, plan: &str) -> Result<Vec<StoredEvidence>, StoreError> {
        let rows: Vec<EvidenceRow> = self.read(|conn| {
            let theirs = evidence::table.filter(evidence::plan.eq(plan));
            let ordered = theirs.order((evidence::linked_on, evidence::outcome, evidence::basis, evidence::id));
            Ok(on!(conn, c => ordered.load(c))?)
        })?;
        rows.into_iter().map(EvidenceRow::read).collect()
    }

    /// Links evidence to an outcome of a plan; says no, and changes nothing, where the same stands on the same side
    /// of the outcome already.
    ///
    /// # Errors
    /// When the database fails.
    pub fn save_evidence(&self, plan: &str, link: &Evidence, officer: &str, on: Date) -> Result<bool, StoreError> {
        let row = EvidenceRow {
            id: random_id()?,
            plan: plan.to_owned(),
            outcome: link.outcome.clone(),
            district: link.district.clone().unwrap_or_default(),
            basis: link.basis.as_text(),
            stance: link.stance.as_str().to_owned(),
            note: link.note.clone(),
            officer: officer.to_owned(),
            linked_on: on.to_string(),
        };
        self.write(move |conn| {
            let insert = diesel::insert_into(evidence::table).values(&row).on_conflict_do_nothing();
            Ok(on!(conn, c => insert.execute(c))? == 1)
        })
    }

    /// Takes a link out of a plan; says no where the plan does not have it.
    ///
    /// # Errors
    /// When the database fails.
    pub fn erase_evidence(&self, plan: &str, id: i64) -> Result<bool, StoreError> {
        let plan = plan.to_owned();
        self.write(move |conn| {
            let link = evidence::table.filter(evidence::plan.eq(&plan)).filter(evidence::id.eq(id));
            Ok(on!(conn, c => diesel::delete(link).execute(c))? == 1)
        })
    }

    /// Where somebody looked for what speaks against the outcomes of a plan and found nothing.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_none_found(&self, plan: &str) -> Result<Vec<StoredNoneFound>, StoreError> {
        let rows: Vec<NoneFoundRow> = self.read(|conn| {
            let theirs = none_found::table.filter(none_found::plan.eq(plan)).order(none_found::outcome);
            Ok(on!(conn, c => theirs.load(c))?)
        })?;
        let read = |row: NoneFoundRow| {
            let noted_on = row.noted_on.parse().map_err(|_| StoreError::Damaged("note of where somebody looked"))?;
            let none_found = NoneFound { outcome: row.outcome, looked: row.looked };
            Ok(StoredNoneFound { none_found, officer: row.officer, noted_on })
        };
        rows.into_iter().map(read).collect()
    }

    /// Keeps where somebody looked for what speaks against an outcome, instead of what was said before.
    ///
    /// # Errors
    /// When the database fails.
    pub fn save_none_found(&self, plan: &str, none: &NoneFound, officer: &str, on: Date) -> Result<(), StoreError> {
        let row = NoneFoundRow {
            plan: plan.to_owned(),
            outcome: none.outcome.clone(),
            looked: none.looked.clone(),
            officer: officer.to_owned(),
            noted_on: on.to_string(),
        };
        self.write(move |conn| {
            let insert = diesel::insert_into(none_found::table).values(&row);
            let replacing = insert.on_conflict((none_found::plan, none_found::outcome)).do_update().set((
                none_found::looked.eq(excluded(none_found::looked)),
                none_found::officer.eq(excluded(none_found::officer)),
                none_found::noted_on.eq(excluded(none_found::noted_on)),
            ));
            on!(conn, c => replacing.execute(c))?;
            Ok(())
        })
    }

    /// Takes out what was said of where somebody looked; says no where nothing was.
    ///
    /// # Errors
    /// When the database fails.
    pub fn erase_none_found(&self, plan: &str, outcome: &str) -> Result<bool, StoreError> {
        let key = (plan.to_owned(), outcome.to_owned());
        self.write(move |conn| {
            let one = none_found::table.filter(none_found::plan.eq(&key.0)).filter(none_found::outcome.eq(&key.1));
            Ok(on!(conn, c => diesel::delete(one).execute(c))? == 1)
        })
    }
}
