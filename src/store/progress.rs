//! Figures of indicators and the state of actions, with everything that they were before and who changed them.
//!
//! Nothing is written over: a change is a row of its own, and the last one holds. Leaves out what a figure may be and
//! what it says of an indicator (`plan`).

use std::collections::BTreeMap;

use diesel::prelude::*;
use jiff::civil::Date;

use super::connections::Conn;
use super::tables::{action_changes, measurements};
use super::{Store, StoreError};
use crate::plan::standing::Measurement;
use crate::plan::{Period, Status};

/// One change of a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredMeasurement {
    /// The indicator's key.
    pub indicator: String,
    pub period: Period,
    /// The how many-eth change of this figure it is, from 1.
    pub place: i32,
    /// None where the figure was taken out.
    pub value: Option<f64>,
    pub source: Option<String>,
    /// The account that changed it.
    pub officer: String,
    pub changed_on: Date,
}

/// A figure to be kept, or (without a value) to be taken out.
#[derive(Debug, Clone, PartialEq)]
pub struct NewMeasurement {
    pub indicator: String,
    pub period: Period,
    pub value: Option<f64>,
    pub source: Option<String>,
}

/// What came of keeping figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MeasurementsKept {
    pub added: usize,
    pub changed: usize,
    /// They stood so already; nothing was done.
    pub same: usize,
}

/// All changes of a plan's figures.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Measured(pub Vec<StoredMeasurement>);

impl Measured {
    /// The figures of an indicator as they stand, in the order of their periods.
    pub fn now(&self, indicator: &str) -> Vec<Measurement> {
        let mut last: BTreeMap<String, &StoredMeasurement> = BTreeMap::new();
        for change in self.0.iter().filter(|change| change.indicator == indicator) {
            last.insert(change.period.as_text(), change);
        }
        let standing = |change: &&StoredMeasurement| {
            Some(Measurement { period: change.period, value: change.value?, source: change.source.clone() })
        };
        let mut now: Vec<Measurement> = last.values().filter_map(standing).collect();
        now.sort_by_key(|measurement| (measurement.period.ends(), measurement.period.starts()));
        now
    }

    /// The changes of an indicator's figures, by period and then as they were made.
    pub fn history(&self, indicator: &str) -> impl Iterator<Item = &StoredMeasurement> {
        self.0.iter().filter(move |change| change.indicator == indicator)
    }

    /// The keys of the indicators that have figures, each once.
    pub fn indicators(&self) -> std::collections::BTreeSet<&str> {
        self.0.iter().map(|change| change.indicator.as_str()).collect()
    }
}

/// One change of an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionChange {
    /// What the action is known by.
    pub action: String,
    pub owner: Option<String>,
    pub due: Option<Date>,
    pub status: Option<Status>,
    /// Where whoever changed it learnt that; none where nobody wrote it down.
    pub source: Option<String>,
    /// The account that changed it.
    pub officer: String,
    pub changed_on: Date,
}

#[derive(Insertable, Queryable)]
#[diesel(table_name = measurements, treat_none_as_default_value = false)]
struct MeasurementRow {
    plan: String,
    indicator: String,
    period: String,
    place: i32,
    value: Option<f64>,
    source: String,
    officer: String,
    changed_on: String,
}

impl MeasurementRow {
    fn read(self) -> Result<StoredMeasurement, StoreError> {
        let damaged = || StoreError::Damaged("figure of an indicator");
        Ok(StoredMeasurement {
            indicator: self.indicator,
            period: self.period.parse().map_err(|_| damaged())?,
            place: self.place,
            value: self.value,
            source: Some(self.source).filter(|source| !source.is_empty()),
            officer: self.officer,
            changed_on: self.changed_on.parse().map_err(|_| damaged())?,
        })
    }
}

#[derive(Insertable, Queryable)]
#[diesel(table_name = action_changes, treat_none_as_default_value = false)]
struct ActionRow {
    plan: String,
    action: String,
    place: i32,
    owner: String,
    due: String,
    status: String,
    officer: String,
    changed_on: String,
    source: String,
}

impl ActionRow {
    fn read(self) -> Result<ActionChange, StoreError> {
        let damaged = || StoreError::Damaged("state of an action");
        let due = match self.due.as_str() {
            "" => None,
            due => Some(due.parse().map_err(|_| damaged())?),
        };
        Ok(ActionChange {
            action: self.action,
            owner: Some(self.owner).filter(|owner| !owner.is_empty()),
            due,
            status: Status::parse(&self.status),
            source: Some(self.source).filter(|source| !source.is_empty()),
            officer: self.officer,
            changed_on: self.changed_on.parse().map_err(|_| damaged())?,
        })
    }
}

impl Store {
    /// Every change of a plan's figures, by indicator and period, each in the order it was made.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_measurements(&self, plan: &str) -> Result<Measured, StoreError> {
        let rows: Vec<MeasurementRow> = self.read(|conn| {
            let order = (measurements::indicator, measurements::period, measurements::place);
            let theirs = measurements::table.filter(measurements::plan.eq(plan)).order(order);
            Ok(on!(conn, c => theirs.load(c))?)
        })?;
        Ok(Measured(rows.into_iter().map(MeasurementRow::read).collect::<Result<_, _>>()?))
    }

    /// Keeps figures, all or none of them. What stands so already is left as it is, so that keeping the same again
    /// changes nothing.
    ///
    /// # Errors
    /// When the database fails, or somebody else changes one of the figures at the same moment; then nothing has
    /// changed.
    pub fn save_measurements(
        &self,
        plan: &str,
        new: Vec<NewMeasurement>,
        officer: &str,
        on: Date,
    ) -> Result<MeasurementsKept, StoreError> {
        let (plan, officer, on) = (plan.to_owned(), officer.to_owned(), on.to_string());
        self.write(move |conn| {
            let mut kept = MeasurementsKept::default();
            for one in &new {
                let last = last_measurement(conn, &plan, one)?;
                let source = one.source.clone().unwrap_or_default();
                let stands = last.as_ref().map(|last| (last.value, last.source.as_str()));
                match (&stands, one.value) {
                    (Some((value, known)), new) if *value == new && (new.is_none() || *known == source) => {
                        kept.same += 1;
                        continue;
                    }
                    (None, None) => {
                        kept.same += 1;
                        continue;
                    }
                    (None | Some((None, _)), Some(_)) => kept.added += 1,
                    (Some(_), _) => kept.changed += 1,
                }
                let row = MeasurementRow {
                    plan: plan.clone(),
                    indicator: one.indicator.clone(),
                    period: one.period.as_text(),
                    place: last.map_or(1, |last| last.place + 1),
                    value: one.value,
                    source,
                    officer: officer.clone(),
                    changed_on: on.clone(),
                };
                on!(&mut *conn, c => diesel::insert_into(measurements::table).values(&row).execute(c))?;
            }
            Ok(kept)
        })
    }

    /// The last change of each of a plan's actions that was changed.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_actions(&self, plan: &str) -> Result<Vec<ActionChange>, StoreError> {
        let rows: Vec<ActionRow> = self.read(|conn| {
            let theirs = action_changes::table
                .filter(action_changes::plan.eq(plan))
                .order((action_changes::action, action_changes::place));
            Ok(on!(conn, c => theirs.load(c))?)
        })?;
        let mut last: BTreeMap<String, ActionRow> = BTreeMap::new();
        for row in rows {
            last.insert(row.action.clone(), row);
        }
        last.into_values().map(ActionRow::read).collect()
    }

    /// Every change of one action, the last one first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_action_changes(&self, plan: &str, action: &str) -> Result<Vec<ActionChange>, StoreError> {
        let rows: Vec<ActionRow> = self.read(|conn| {
            let theirs = action_changes::table
                .filter(action_changes::plan.eq(plan))
                .filter(action_changes::action.eq(action))
                .order(action_changes::place.desc());
            Ok(on!(conn, c => theirs.load(c))?)
        })?;
        rows.into_iter().map(ActionRow::read).collect()
    }

    /// Keeps how an action stands now; says no, and keeps nothing, where it stands so already.
    ///
    /// # Errors
    /// When the database fails.
    pub fn save_action(&self, plan: &str, change: &ActionChange) -> Result<bool, StoreError> {
        let (plan, change) = (plan.to_owned(), change.clone());
        self.write(move |conn| {
            let last = action_changes::table
                .filter(action_changes::plan.eq(&plan))
                .filter(action_changes::action.eq(&change.action))
                .order(action_changes::place.desc());
            let last: Option<ActionRow> = on!(&mut *conn, c => last.first(c).optional())?;
            let row = ActionRow {
                plan,
                action: change.action,
                place: last.as_ref().map_or(1, |last| last.place + 1),
                owner: change.owner.unwrap_or_default(),
                due: change.due.map(|due| due.to_string()).unwrap_or_default(),
                status: change.status.map_or("", Status::as_str).to_owned(),
                officer: change.officer,
                changed_on: change.changed_on.to_string(),
                source: change.source.unwrap_or_default(),
            };
            let parts = |row: &ActionRow| [&row.owner, &row.due, &row.status, &row.source].map(String::clone);
            let same = |last: &ActionRow| parts(last) == parts(&row);
            if last.as_ref().is_some_and(same) {
                return Ok(false);
            }
            on!(conn, c => diesel::insert_into(action_changes::table).values(&row).execute(c))?;
            Ok(true)
        })
    }
}

fn last_measurement(conn: &mut Conn, plan: &str, one: &NewMeasurement) -> Result<Option<MeasurementRow>, StoreError> {
    let last = measurements::table
        .filter(measurements::plan.eq(plan))
        .filter(measurements::indicator.eq(&one.indicator))
        .filter(measurements::period.eq(one.period.as_text()))
        .order(measurements::place.desc());
    Ok(on!(conn, c => last.first(c).optional())?)
}
