//! The store's raw counts as the groups and rows that `breakdown` publishes from. Decides nothing about what may
//! be shown.

use std::collections::BTreeMap;

use super::subject::{ELSEWHERE, Subject};
use crate::breakdown::{Breakdown, Group, Policy, Row};
use crate::store::{PeopleCount, Store, StoreError, StoredTheme, ThemeCount};

/// What people are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    District,
    Perspective,
}

/// A frame's themes with who wrote an answer and who named what.
pub struct FrameCounts {
    pub themes: Vec<StoredTheme>,
    people: Vec<PeopleCount>,
    named: Vec<ThemeCount>,
}

impl FrameCounts {
    /// Counts a frame's themes in the answers to one question or to all.
    ///
    /// # Errors
    /// When the database fails.
    pub fn count(store: &Store, consultation: &str, frame_id: i64, question: Option<&str>) -> Result<Self, StoreError> {
        Ok(Self {
            themes: store.list_themes(frame_id)?,
            people: store.count_people(consultation, question)?,
            named: store.count_themes(frame_id, question)?,
        })
    }

    /// The whole frame's table, so that differences allow for every comparison in it. A row's key is the
    /// theme's identifier.
    pub fn breakdown(&self, subject: &Subject, by: By, policy: Policy) -> Breakdown {
        let group_of = |perspective: &str, district: &str| group_of(subject, by, perspective, district);
        let mut bases: BTreeMap<String, u64> = BTreeMap::new();
        for count in &self.people {
            *bases.entry(group_of(&count.perspective, &count.district)).or_default() += count.people;
        }
        let groups: Vec<Group> = groups(subject, by)
            .into_iter()
            .map(|(key, name)| Group { base: bases.get(&key).copied().unwrap_or(0), key, name })
            .collect();
        let mut counts: BTreeMap<(i64, String), u64> = BTreeMap::new();
        let mut totals: BTreeMap<i64, u64> = BTreeMap::new();
        for count in &self.named {
            let group = group_of(&count.perspective, &count.district);
            *counts.entry((count.theme_id, group)).or_default() += count.people;
            *totals.entry(count.theme_id).or_default() += count.people;
        }
        let of_group = |theme: i64, group: &Group| counts.get(&(theme, group.key.clone())).copied().unwrap_or(0);
        let row = |theme: &StoredTheme| Row {
            key: theme.id.to_string(),
            name: theme.name.clone(),
            counts: groups.iter().map(|group| of_group(theme.id, group)).collect(),
            total: totals.get(&theme.id).copied().unwrap_or(0),
        };
        let rows: Vec<Row> = self.themes.iter().map(row).collect();
        Breakdown::new(self.people.iter().map(|count| count.people).sum(), &groups, &rows, policy)
    }

    /// How many people who wrote an answer share a perspective and a district group.
    pub fn people_alike(&self, subject: &Subject, perspective: &str, district: &str) -> u64 {
        let group = subject.district_group(district);
        let alike =
            |count: &&PeopleCount| count.perspective == perspective && subject.district_group(&count.district) == group;
        self.people.iter().filter(alike).map(|count| count.people).sum()
    }

    /// How many people who wrote an answer share a perspective.
    pub fn people_of(&self, perspective: &str) -> u64 {
        self.people.iter().filter(|count| count.perspective == perspective).map(|count| count.people).sum()
    }
}

/// The key of the group that people of a perspective and a stored district are counted in.
pub fn group_of(subject: &Subject, by: By, perspective: &str, district: &str) -> String {
    match by {
        By::Perspective => perspective.to_owned(),
        By::District => subject.district_group(district),
    }
}

/// Keys and names of the groups that tables have, in their order.
pub fn groups(subject: &Subject, by: By) -> Vec<(String, String)> {
    match by {
        By::Perspective => {
            let name = |key: &str| (key.to_owned(), subject.perspective_plural(key).to_owned());
            subject.consultation.perspectives.iter().map(|perspective| name(&perspective.key)).collect()
        }
        By::District => {
            let districts = subject.geography.districts.iter().map(|area| (area.key.clone(), area.name.clone()));
            districts.chain([(ELSEWHERE.to_owned(), "Elsewhere, or not sure".to_owned())]).collect()
        }
    }
}
