//! Plans of one district that officers write in Heard. Each is kept as its file would be, so that it is read and
//! checked in one way whether it is a file or stands here.
//!
//! Leaves out what a plan says (`plan`).

use diesel::prelude::*;
use jiff::civil::Date;

use super::tables::local_plans;
use super::{Store, StoreError};

/// A district's plan as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredLocalPlan {
    /// The plan's key.
    pub plan: String,
    /// The key of the county's plan that it inherits.
    pub county: String,
    pub district: String,
    /// The plan as TOML.
    pub body: String,
    /// How many times it was saved, from 1.
    pub version: i64,
    /// The account that saved it last.
    pub officer: String,
    pub saved_on: Date,
}

/// What came of saving a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LocalPlanKept {
    Kept,
    /// Somebody else saved it since it was read, or began it: nothing is changed.
    Changed,
}

#[derive(Insertable, Queryable)]
#[diesel(table_name = local_plans, treat_none_as_default_value = false)]
struct LocalPlanRow {
    plan: String,
    county: String,
    district: String,
    body: String,
    version: i64,
    officer: String,
    saved_on: String,
}

impl LocalPlanRow {
    fn read(self) -> Result<StoredLocalPlan, StoreError> {
        let saved_on: Date = self.saved_on.parse().map_err(|_| StoreError::Damaged("local plan"))?;
        let Self { plan, county, district, body, version, officer, .. } = self;
        Ok(StoredLocalPlan { plan, county, district, body, version, officer, saved_on })
    }
}

impl Store {
    /// The district's plans that inherit a county's, by district.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_local_plans(&self, county: &str) -> Result<Vec<StoredLocalPlan>, StoreError> {
        let rows: Vec<LocalPlanRow> = self.read(|conn| {
            let theirs = local_plans::table.filter(local_plans::county.eq(county)).order(local_plans::district);
            Ok(on!(conn, c => theirs.load(c))?)
        })?;
        rows.into_iter().map(LocalPlanRow::read).collect()
    }

    /// The local plan of a key.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find_local_plan(&self, plan: &str) -> Result<Option<StoredLocalPlan>, StoreError> {
        let row: Option<LocalPlanRow> = self.read(|conn| {
            let found = local_plans::table.find(plan);
            Ok(on!(conn, c => found.first(c).optional())?)
        })?;
        row.map(LocalPlanRow::read).transpose()
    }

    /// Keeps a local plan whose `version` follows the one that is kept, or is 1 where none is.
    ///
    /// # Errors
    /// When the database fails.
    pub fn save_local_plan(&self, plan: &StoredLocalPlan) -> Result<LocalPlanKept, StoreError> {
        let row = LocalPlanRow {
            plan: plan.plan.clone(),
            county: plan.county.clone(),
            district: plan.district.clone(),
            body: plan.body.clone(),
            version: plan.version,
            officer: plan.officer.clone(),
            saved_on: plan.saved_on.to_string(),
        };
        let rows = self.write(move |conn| {
            if row.version == 1 {
                let insert = diesel::insert_into(local_plans::table).values(&row).on_conflict_do_nothing();
                return Ok(on!(conn, c => insert.execute(c))?);
            }
            let kept = local_plans::table.find(&row.plan).filter(local_plans::version.eq(row.version - 1));
            let change = diesel::update(kept).set((
                local_plans::body.eq(&row.body),
                local_plans::version.eq(row.version),
                local_plans::officer.eq(&row.officer),
                local_plans::saved_on.eq(&row.saved_on),
            ));
            Ok(on!(conn, c => change.execute(c))?)
        })?;
        Ok(if rows == 1 { LocalPlanKept::Kept } else { LocalPlanKept::Changed })
    }
}
