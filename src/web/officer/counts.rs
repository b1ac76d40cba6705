//! The store's raw counts as the groups and rows that `breakdown` publishes from. Decides nothing about what may
//! be shown.

use std::collections::BTreeMap;

use super::subject::{ELSEWHERE, Subject};
use crate::breakdown::{Breakdown, Group, Policy, Row, Withheld};
use crate::store::{PeopleCount, Store, StoreError, StoredTheme, ThemeCount};

/// What people are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    District,
    Perspective,
}

/// Who wrote an answer in their own words.
pub struct People(Vec<PeopleCount>);

impl People {
    /// Counts who answered one question or any.
    ///
    /// # Errors
    /// When the database fails.
    pub fn count(store: &Store, consultation: &str, question: Option<&str>) -> Result<Self, StoreError> {
        Ok(Self(store.count_people(consultation, question)?))
    }

    /// How many there are.
    pub fn everyone(&self) -> u64 {
        self.0.iter().map(|count| count.people).sum()
    }

    /// How many share a perspective and a district group.
    pub fn alike(&self, subject: &Subject, perspective: &str, district: &str) -> u64 {
        let group = subject.district_group(district);
        let alike =
            |count: &&PeopleCount| count.perspective == perspective && subject.district_group(&count.district) == group;
        self.0.iter().filter(alike).map(|count| count.people).sum()
    }

    /// How many there are in each stored district, of each perspective.
    pub fn by_district(&self) -> impl Iterator<Item = (&str, u64)> {
        self.0.iter().map(|count| (count.district.as_str(), count.people))
    }

    /// How many share a perspective.
    pub fn of(&self, perspective: &str) -> u64 {
        self.0.iter().filter(|count| count.perspective == perspective).map(|count| count.people).sum()
    }
}

/// A frame's themes with who wrote an answer and who named what.
pub struct FrameCounts {
    pub themes: Vec<StoredTheme>,
    pub people: People,
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
            people: People::count(store, consultation, question)?,
            named: store.count_themes(frame_id, question)?,
        })
    }

    /// The theme above, where it has one in the frame.
    pub fn above(&self, theme: &StoredTheme) -> Option<&StoredTheme> {
        let parent = theme.parent.as_deref()?;
        self.themes.iter().find(|known| known.key == parent)
    }

    /// The themes that stand beside one: all topmost ones, or all finer ones below the same.
    pub fn beside(&self, theme: &StoredTheme) -> Vec<&StoredTheme> {
        let above = self.above(theme).map(|above| above.id);
        self.themes.iter().filter(|other| self.above(other).map(|above| above.id) == above).collect()
    }

    /// The topmost themes.
    pub fn topmost(&self) -> Vec<&StoredTheme> {
        self.themes.iter().filter(|theme| self.above(theme).is_none()).collect()
    }

    /// The finer themes below one.
    pub fn below(&self, theme: &StoredTheme) -> Vec<&StoredTheme> {
        self.themes.iter().filter(|finer| self.above(finer).is_some_and(|above| above.id == theme.id)).collect()
    }

    /// The table of these themes: give all that are looked at together, so that differences allow for every
    /// comparison among them. A row's key is the theme's identifier.
    pub fn breakdown(&self, themes: &[&StoredTheme], subject: &Subject, by: By, policy: Policy) -> Breakdown {
        self.breakdown_beside(themes, subject, by, policy, &Withheld::default())
    }

    /// The same table of which something is withheld, because its question is asked for an earlier answer.
    pub fn breakdown_beside(
        &self,
        themes: &[&StoredTheme],
        subject: &Subject,
        by: By,
        policy: Policy,
        withheld: &Withheld,
    ) -> Breakdown {
        let group_of = |perspective: &str, district: &str| group_of(subject, by, perspective, district);
        self.breakdown_over(themes, &groups(subject, by), group_of, policy, withheld)
    }

    /// The same table over any groups, by key and name; `group_of` gives a group's key from a perspective and a stored
    /// district.
    pub fn breakdown_over(
        &self,
        themes: &[&StoredTheme],
        groups: &[(String, String)],
        group_of: impl Fn(&str, &str) -> String,
        policy: Policy,
        withheld: &Withheld,
    ) -> Breakdown {
        let mut bases: BTreeMap<String, u64> = BTreeMap::new();
        for count in &self.people.0 {
            *bases.entry(group_of(&count.perspective, &count.district)).or_default() += count.people;
        }
        let group = |(key, name): &(String, String)| Group {
            base: bases.get(key).copied().unwrap_or(0),
            key: key.clone(),
            name: name.clone(),
        };
        let groups: Vec<Group> = groups.iter().map(group).collect();
        let mut counts: BTreeMap<(i64, String), u64> = BTreeMap::new();
        for count in &self.named {
            let group = group_of(&count.perspective, &count.district);
            *counts.entry((count.theme_id, group)).or_default() += count.people;
        }
        let of_group = |theme: i64, group: &Group| counts.get(&(theme, group.key.clone())).copied().unwrap_or(0);
        let rows = self.rows(themes, |theme| groups.iter().map(|group| of_group(theme, group)).collect());
        Breakdown::beside_others(self.people.everyone(), &groups, &rows, policy, false, withheld)
    }

    /// The shares of everyone who name these themes, with no groups.
    pub fn shares(&self, themes: &[&StoredTheme], policy: Policy) -> Breakdown {
        self.shares_beside(themes, policy, &Withheld::default())
    }

    /// The same shares, of which something is withheld, because their question is asked for an earlier answer.
    pub fn shares_beside(&self, themes: &[&StoredTheme], policy: Policy, withheld: &Withheld) -> Breakdown {
        let rows = self.rows(themes, |_| Vec::new());
        Breakdown::beside_others(self.people.everyone(), &[], &rows, policy, false, withheld)
    }

    fn rows(&self, themes: &[&StoredTheme], counts: impl Fn(i64) -> Vec<u64>) -> Vec<Row> {
        let mut totals: BTreeMap<i64, u64> = BTreeMap::new();
        for count in &self.named {
            *totals.entry(count.theme_id).or_default() += count.people;
        }
        let row = |theme: &&StoredTheme| Row {
            key: theme.id.to_string(),
            name: theme.name.clone(),
            counts: counts(theme.id),
            total: totals.get(&theme.id).copied().unwrap_or(0),
        };
        themes.iter().map(row).collect()
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
