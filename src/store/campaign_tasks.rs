//! What a campaign's team has to do, and its calendar. Leaves out what is written for the public.

use diesel::prelude::*;

use super::tables::campaign_tasks;
use super::{Store, StoreError, random_id};
use crate::campaign::{Task, TaskKind};

#[derive(Insertable, Queryable)]
#[diesel(table_name = campaign_tasks, treat_none_as_default_value = false)]
struct TaskRow {
    id: i64,
    campaign: String,
    kind: String,
    what: String,
    who: String,
    place: String,
    on_day: String,
    begins: Option<String>,
    done: bool,
}

impl TaskRow {
    fn read(self) -> Result<Task, StoreError> {
        let damaged = || StoreError::Damaged("task of a campaign");
        Ok(Task {
            id: self.id,
            kind: TaskKind::parse(&self.kind).ok_or_else(damaged)?,
            what: self.what,
            who: self.who,
            place: self.place,
            on: self.on_day.parse().map_err(|_| damaged())?,
            begins: self.begins.map(|time| time.parse()).transpose().map_err(|_| damaged())?,
            done: self.done,
        })
    }
}

impl Store {
    /// Keeps new tasks and events of a campaign, each under a new identifier.
    ///
    /// # Errors
    /// When the database fails; then none is kept.
    pub fn save_tasks(&self, campaign: &str, tasks: &[Task]) -> Result<(), StoreError> {
        let row = |task: &Task| {
            Ok(TaskRow {
                id: random_id()?,
                campaign: campaign.to_owned(),
                kind: task.kind.as_str().to_owned(),
                what: task.what.clone(),
                who: task.who.clone(),
                place: task.place.clone(),
                on_day: task.on.to_string(),
                begins: task.begins.map(|time| time.strftime("%H:%M").to_string()),
                done: task.done,
            })
        };
        let rows = tasks.iter().map(row).collect::<Result<Vec<_>, StoreError>>()?;
        self.write(move |conn| {
            on!(conn, c => diesel::insert_into(campaign_tasks::table).values(rows).execute(c))?;
            Ok(())
        })
    }

    /// A campaign's tasks and events by day, at most `limit`.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_tasks(&self, campaign: &str, limit: usize) -> Result<Vec<Task>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let theirs = campaign_tasks::table
            .filter(campaign_tasks::campaign.eq(campaign))
            .order((campaign_tasks::on_day, campaign_tasks::begins, campaign_tasks::what, campaign_tasks::id))
            .limit(limit);
        let rows: Vec<TaskRow> = self.read(|conn| Ok(on!(conn, c => theirs.load(c))?))?;
        rows.into_iter().map(TaskRow::read).collect()
    }

    /// Sets who does a task and whether it is done; false where the campaign has no such task.
    ///
    /// # Errors
    /// When the database fails.
    pub fn change_task(&self, campaign: &str, id: i64, who: &str, done: bool) -> Result<bool, StoreError> {
        let (campaign, who) = (campaign.to_owned(), who.to_owned());
        self.write(move |conn| {
            let task = campaign_tasks::table.filter(campaign_tasks::campaign.eq(&campaign)).find(id);
            let now = (campaign_tasks::who.eq(&who), campaign_tasks::done.eq(done));
            Ok(on!(conn, c => diesel::update(task).set(now).execute(c))? == 1)
        })
    }

    /// Erases a task or an event; false where the campaign has no such.
    ///
    /// # Errors
    /// When the database fails.
    pub fn erase_task(&self, campaign: &str, id: i64) -> Result<bool, StoreError> {
        let campaign = campaign.to_owned();
        self.write(move |conn| {
            let task = campaign_tasks::table.filter(campaign_tasks::campaign.eq(&campaign)).find(id);
            Ok(on!(conn, c => diesel::delete(task).execute(c))? == 1)
        })
    }
}
