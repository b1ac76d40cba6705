//! A campaign's tables of who took part: whom their groups are of, what they say, and which of them are quiet.
//! Leaves out counting and what is published of it ([`super::figures`]).

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::drive::{Asked, Drive, OLDEST_KNOWN};
use crate::ballot::TurnoutGroup;
use crate::breakdown::{Achieved, Count, Figure, Heard, Policy, PublishedTurnout, Representativeness, Turnout};
use crate::campaign::{Deed, Quiet, Target, Ways};
use crate::pages::campaign::turnout::Table;
use crate::store::{CountedPlace, PollingPlace, Store, StoreError};

/// The groups that people are parted into by one thing, with how many of each are counted.
pub(super) fn groups(
    drive: &Drive,
    ways: Ways,
    counted: &BTreeMap<(Ways, String), u64>,
    targets: &[Target],
) -> Vec<TurnoutGroup> {
    let target = |key: &str| targets.iter().find(|target| target.ways == ways && target.group == key);
    let group = |group: super::drive::GroupOf| TurnoutGroup {
        papers: counted.get(&(ways, group.key.clone())).copied().unwrap_or(0),
        target: target(&group.key).map(|target| u64::from(target.target)),
        key: group.key,
        name: group.name,
        // Shares are for districts and ages: who lives here is known of those.
        entitled: group.people,
    };
    drive.groups(ways).into_iter().map(group).collect()
}

/// A table of what is published, and its groups that are far from their target.
pub(super) fn of(
    drive: &Drive,
    ways: Ways,
    turnout: Turnout,
    raw: &[TurnoutGroup],
    policy: Policy,
) -> (Table, Vec<Quiet>) {
    let heard = heard(&turnout, raw, policy);
    let ages: BTreeMap<String, (u32, u32)> =
        drive.groups(ways).into_iter().filter_map(|group| Some((group.key, group.ages?))).collect();
    let quiet = turnout.groups.iter().enumerate().map(|(at, published)| Quiet {
        ages: ages.get(&published.key).copied(),
        heard: heard.get(at).copied().unwrap_or(Heard::NotCompared),
        ..quiet_of(published, Some(ways))
    });
    let quiet = quiet.filter(|group| group.target.is_some() || group.heard == Heard::Less).collect();
    let (id, title, caption, of) = said(drive, ways);
    (Table { id, title, caption, deed: drive.deed(), turnout, heard, of }, quiet)
}

/// How each group is heard beside its number; nothing where that is not known of any. Where the number is hidden, so is
/// this.
fn heard(turnout: &Turnout, raw: &[TurnoutGroup], policy: Policy) -> Vec<Heard> {
    if raw.iter().all(|group| group.entitled.unwrap_or(0) == 0) {
        return Vec::new();
    }
    let achieved = |group: &TurnoutGroup| Achieved {
        key: group.key.clone(),
        responses: group.papers,
        population: group.entitled.unwrap_or(0),
    };
    let achieved: Vec<Achieved> = raw.iter().map(achieved).collect();
    let represented = Representativeness::of(&achieved, policy);
    let heard =
        represented.groups.iter().zip(&turnout.groups).map(|(group, shown)| match (group.heard, shown.papers) {
            (Heard::NotCompared, _) => Heard::NotCompared,
            (_, Count::Hidden) => Heard::Hidden,
            (heard, Count::Shown(_)) => heard,
        });
    heard.collect()
}

/// What is published of a group, as advice reads it.
fn quiet_of(published: &PublishedTurnout, ways: Option<Ways>) -> Quiet {
    Quiet {
        ways,
        key: published.key.clone(),
        name: published.name.clone(),
        people: published.papers,
        target: published.target,
        share: published.share.as_ref().and_then(Figure::shown).map(|share| (share.base, share.share)),
        heard: Heard::NotCompared,
        ages: None,
    }
}

fn said(drive: &Drive, ways: Ways) -> (&'static str, String, String, &'static str) {
    let whom = if drive.asked.ages().is_some() { "Children and young people" } else { "Everybody" };
    let voted = drive.deed() == Deed::Vote;
    let line = "The upright line is the target.";
    // Population is held by year up to 19 and not beyond.
    let beyond = drive.asked.ages().is_some_and(|(_, oldest)| oldest > OLDEST_KNOWN);
    match ways {
        Ways::District => {
            let caption = match voted {
                true => format!("Papers received, by the district of the school or the one voters said. {line}"),
                false => format!("{whom} who answered, by the district they said. {line}"),
            };
            let of =
                if beyond { "of those aged up to 19 who live there" } else { "of those of that age who live there" };
            ("district", "By district".to_owned(), caption, of)
        }
        Ways::Age => {
            let caption = match voted {
                true => {
                    format!("Those who voted on a screen and said their age; papers marked by hand say none. {line}")
                }
                false => format!("{whom} who answered and said their age. {line}"),
            };
            ("age", "By age".to_owned(), caption, "of those of that age who live here")
        }
        Ways::Perspective => {
            let caption = format!("Everybody who answered, by what they answered as. {line}");
            ("perspective", "By who they are".to_owned(), caption, "")
        }
    }
}

/// The places of a campaign, or the schools of its ballot.
pub(super) struct Places {
    pub groups: Vec<TurnoutGroup>,
    /// The key of each school's district; none of a campaign's own places.
    pub district_of: Vec<String>,
}

impl Places {
    /// The places, with how many are counted at each.
    pub fn find(
        drive: &Drive,
        store: &Store,
        counted: &BTreeMap<String, u64>,
        today: Date,
    ) -> Result<Self, StoreError> {
        let papers = |key: &str| counted.get(key).copied().unwrap_or(0);
        match &drive.asked {
            Asked::Consultation(_) => {
                let group = |CountedPlace { place, .. }: CountedPlace| TurnoutGroup {
                    papers: papers(place.word.as_str()),
                    key: place.word.as_str().to_owned(),
                    name: place.name,
                    entitled: place.people.map(u64::from),
                    target: place.target.map(u64::from),
                };
                let places = store.count_places(&drive.campaign.key, today)?;
                Ok(Self { groups: places.into_iter().map(group).collect(), district_of: Vec::new() })
            }
            Asked::Ballot(ballot) => {
                let places = store.list_polling_places(&ballot.key)?;
                let group = |place: &PollingPlace| TurnoutGroup {
                    papers: papers(&place.id.to_string()),
                    key: place.id.to_string(),
                    name: place.name.clone(),
                    entitled: place.entitled,
                    target: place.target,
                };
                let groups = places.iter().map(group).collect();
                Ok(Self { groups, district_of: places.into_iter().map(|place| place.district).collect() })
            }
        }
    }

    /// The table of what is published of them, and those that are far from their target.
    pub fn table(&self, drive: &Drive, turnout: Turnout) -> (Table, Vec<Quiet>) {
        let (title, caption, of) = match drive.deed() {
            Deed::Answer => (
                "By school and place",
                "Answers sent by the link of each place. Not a league table: some places only had a poster.",
                "of those who are there",
            ),
            Deed::Vote => (
                "By school",
                "Papers received from each school, on screens and by hand. Not a league table: some began later.",
                "of those who may vote there",
            ),
        };
        let quiet: Vec<Quiet> = turnout.groups.iter().map(|group| quiet_of(group, None)).collect();
        // A school without a target is still one to visit when next to nobody there has voted.
        let asked =
            |group: &Quiet| group.target.is_some() || (drive.deed() == Deed::Vote && group.people == Count::Hidden);
        let quiet = quiet.into_iter().filter(asked).collect();
        let (title, caption, heard) = (title.to_owned(), caption.to_owned(), Vec::new());
        (Table { id: "place", title, caption, deed: drive.deed(), turnout, heard, of }, quiet)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_hidden_for_others_sake_is_not_said_to_be_heard_less() {
        let group = |key: &str, papers| TurnoutGroup {
            key: key.into(),
            name: key.into(),
            papers,
            entitled: Some(5_000),
            target: None,
        };
        let raw = [group("a", 300), group("b", 40), group("c", 300)];
        let mut turnout = Turnout::publish(&raw, Policy::default());
        assert_eq!(heard(&turnout, &raw, Policy::default())[1], Heard::Less);
        turnout.groups[1].papers = Count::Hidden;
        assert_eq!(heard(&turnout, &raw, Policy::default())[1], Heard::Hidden);
        let unknown = raw.map(|group| TurnoutGroup { entitled: None, ..group });
        assert!(heard(&turnout, &unknown, Policy::default()).is_empty());
    }
}
