//! What a campaign is, whom it hopes to reach, where it asks, and what its team has to do.

use jiff::civil::{Date, Time};

use super::colour::Colour;
use super::word::ShortWord;

/// What people are asked to take part in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// The consultation's key.
    Consultation(String),
    /// The ballot's key.
    Ballot(String),
}

impl About {
    /// Its kind as stored and its key.
    pub fn parts(&self) -> (&'static str, &str) {
        match self {
            Self::Consultation(key) => ("consultation", key),
            Self::Ballot(key) => ("ballot", key),
        }
    }

    /// Reads the stored form.
    pub fn parse(kind: &str, key: &str) -> Option<Self> {
        match kind {
            "consultation" => Some(Self::Consultation(key.to_owned())),
            "ballot" => Some(Self::Ballot(key.to_owned())),
            _ => None,
        }
    }
}

/// A campaign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Campaign {
    /// In addresses: lower-case letters, digits and hyphens.
    pub key: String,
    pub about: About,
    /// The key of the template that it began from.
    pub template: String,
    /// What its team calls it. The public reads the title of an approved page instead.
    pub name: String,
    /// Who runs it, for example a youth cabinet. Never a child's name.
    pub team: String,
    pub colour: Colour,
    /// ISO 639-1 codes of the languages of its posters, the first one its own.
    pub languages: Vec<String>,
    /// How many people it hopes take part, from 1.
    pub target: u32,
    pub starts: Date,
    /// Its last day.
    pub ends: Date,
}

impl Campaign {
    /// Whole days until its last day; 0 on that day and after.
    pub fn days_left(&self, today: Date) -> u32 {
        today.until(self.ends).ok().and_then(|span| u32::try_from(span.get_days()).ok()).unwrap_or(0)
    }

    /// Whether its last day is over.
    pub fn is_over(&self, today: Date) -> bool {
        today > self.ends
    }
}

/// What people are parted by when a campaign hopes for some of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ways {
    District,
    Age,
    Perspective,
}

impl Ways {
    /// Every one, in the order pages show them.
    pub const ALL: [Self; 3] = [Self::District, Self::Age, Self::Perspective];

    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::District => "district",
            Self::Age => "age",
            Self::Perspective => "perspective",
        }
    }

    /// Reads the stored form.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ways| ways.as_str() == text)
    }
}

/// How many people of one group a campaign hopes for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    pub ways: Ways,
    /// The key of a district, an option of the age question, or a perspective.
    pub group: String,
    pub target: u32,
}

/// A place where a campaign asks, such as a school or a library, with a link of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// What stands at the end of its short address.
    pub word: ShortWord,
    /// The campaign's key.
    pub campaign: String,
    pub name: String,
    /// The code of the way in that it leads to; of a ballot there is none.
    pub code: Option<String>,
    /// How many people are there, such as a school's roll, where it is known.
    pub people: Option<u32>,
    pub target: Option<u32>,
}

/// Something to do, or something that happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskKind {
    Task,
    Event,
}

impl TaskKind {
    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Task => "task",
            Self::Event => "event",
        }
    }

    /// Reads the stored form.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Task, Self::Event].into_iter().find(|kind| kind.as_str() == text)
    }
}

/// A task of the team or an event in its calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Unique; 0 before it is stored.
    pub id: i64,
    pub kind: TaskKind,
    pub what: String,
    /// Who takes it on, as the team says it; empty while nobody has.
    pub who: String,
    /// Where an event is; empty of a task.
    pub place: String,
    /// The day of an event, the last day of a task.
    pub on: Date,
    /// When an event begins, where that is known.
    pub begins: Option<Time>,
    pub done: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn stored_forms_are_read_back() {
        for ways in Ways::ALL {
            assert_eq!(Ways::parse(ways.as_str()), Some(ways));
        }
        for kind in [TaskKind::Task, TaskKind::Event] {
            assert_eq!(TaskKind::parse(kind.as_str()), Some(kind));
        }
        for about in [About::Consultation("a".into()), About::Ballot("b".into())] {
            let (kind, key) = about.parts();
            assert_eq!(About::parse(kind, key), Some(about.clone()));
        }
        assert_eq!((About::parse("raffle", "a"), Ways::parse("street"), TaskKind::parse("chore")), (None, None, None));
    }

    #[test]
    fn the_last_day_belongs_to_the_campaign() {
        let campaign = Campaign {
            key: "a".into(),
            about: About::Ballot("a".into()),
            template: "ballot-week".into(),
            name: "A".into(),
            team: "B".into(),
            colour: super::super::PALETTE[0].1,
            languages: vec!["en".into()],
            target: 100,
            starts: date(2026, 11, 20),
            ends: date(2026, 12, 5),
        };
        assert_eq!(campaign.days_left(date(2026, 11, 26)), 9);
        assert_eq!((campaign.days_left(date(2026, 12, 5)), campaign.is_over(date(2026, 12, 5))), (0, false));
        assert_eq!((campaign.days_left(date(2026, 12, 9)), campaign.is_over(date(2026, 12, 6))), (0, true));
    }
}
