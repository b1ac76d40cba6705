//! What a campaign's figures are made of: who took part before today, and what `breakdown` publishes of it. A whole day
//! at a time, so that nobody can tell which answer came from whom by looking twice.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

use super::drive::{Asked, Drive};
use crate::ballot::TurnoutGroup;
use crate::breakdown::{Achieved, Count, Heard, Policy, Representativeness, Turnout};
use crate::campaign::{Advice, Quiet, Target, Ways, advise};
use crate::pages::campaign::turnout::Table;
use crate::store::{CountedPlace, Store, StoreError};
use crate::web::PageError;

/// How many took part, raw.
#[derive(Default)]
struct Counted {
    /// Of those whom the whole target is for.
    whole: u64,
    by: BTreeMap<(Ways, String), u64>,
}

/// What is published of a campaign.
pub struct Published {
    pub people: Count,
    pub by_links: Count,
    pub tables: Vec<Table>,
    pub advice: Vec<Advice>,
    /// The last day that is counted.
    pub counted: Date,
}

/// Publishes what was counted up to the end of yesterday.
///
/// # Errors
/// When the database fails.
pub fn publish(drive: &Drive, store: &Store, policy: Policy, today: Date) -> Result<Published, PageError> {
    let counted = count(drive, store, today)?;
    let targets = store.list_targets(&drive.campaign.key)?;
    let places = store.count_places(&drive.campaign.key, today)?;
    let mut tables = Vec::new();
    let mut quiet = Vec::new();
    for ways in Ways::ALL {
        let (table, mut theirs) = table(drive, &counted, &targets, ways, policy);
        quiet.append(&mut theirs);
        tables.extend(table);
    }
    if let Some((table, mut theirs)) = place_table(drive, &places, policy) {
        // Places come after groups of people: a poster that nobody uses matters less than people nobody asked.
        quiet.append(&mut theirs);
        tables.push(table);
    }
    Ok(Published {
        people: Count::publish(counted.whole, policy),
        by_links: Count::publish(store.count_campaign(&drive.campaign.key, today)?, policy),
        tables,
        advice: advise(&quiet),
        counted: today.saturating_sub(1.days()),
    })
}

/// How many have taken part by now, for the number that a room is shown in steps.
///
/// # Errors
/// When the database fails.
pub fn count_now(drive: &Drive, store: &Store, today: Date) -> Result<u64, StoreError> {
    Ok(count(drive, store, today.saturating_add(1.days()))?.whole)
}

/// How many took part before today, fit to be published.
///
/// # Errors
/// When the database fails.
pub fn people(drive: &Drive, store: &Store, policy: Policy, today: Date) -> Result<Count, StoreError> {
    Ok(Count::publish(count(drive, store, today)?.whole, policy))
}

fn count(drive: &Drive, store: &Store, before: Date) -> Result<Counted, StoreError> {
    let mut counted = Counted::default();
    let Asked::Consultation(consultation) = &drive.asked else { return Ok(counted) };
    let young = drive.asked.counted();
    for kind in store.count_kinds(&consultation.key, before)? {
        let mut add = |ways, key: String| *counted.by.entry((ways, key)).or_default() += kind.people;
        add(Ways::Perspective, kind.perspective.clone());
        if !young.contains(&kind.perspective) {
            continue;
        }
        add(Ways::District, kind.district.clone());
        if let Some(band) = &kind.age_band {
            add(Ways::Age, band.clone());
        }
        counted.whole += kind.people;
    }
    Ok(counted)
}

fn table(
    drive: &Drive,
    counted: &Counted,
    targets: &[Target],
    ways: Ways,
    policy: Policy,
) -> (Option<Table>, Vec<Quiet>) {
    let groups = drive.groups(ways);
    if groups.is_empty() {
        return (None, Vec::new());
    }
    let papers = |key: &str| counted.by.get(&(ways, key.to_owned())).copied().unwrap_or(0);
    let target = |key: &str| {
        let found = targets.iter().find(|target| target.ways == ways && target.group == key);
        found.map(|target| u64::from(target.target))
    };
    let raw: Vec<TurnoutGroup> = groups
        .iter()
        .map(|group| TurnoutGroup {
            key: group.key.clone(),
            name: group.name.clone(),
            papers: papers(&group.key),
            // Shares are for districts and ages: who lives here is known of those.
            entitled: group.people,
            target: target(&group.key),
        })
        .collect();
    let achieved: Vec<Achieved> = groups
        .iter()
        .map(|group| Achieved {
            key: group.key.clone(),
            responses: papers(&group.key),
            population: group.people.unwrap_or(0),
        })
        .collect();
    let is_known = achieved.iter().any(|group| group.population > 0);
    let heard: Vec<Heard> = match is_known {
        true => Representativeness::of(&achieved, policy).groups.iter().map(|group| group.heard).collect(),
        false => Vec::new(),
    };
    let turnout = Turnout::publish(&raw, policy);
    let heard_at = |at: usize| heard.get(at).copied().unwrap_or(Heard::NotCompared);
    let quiet = turnout.groups.iter().zip(&groups).enumerate().map(|(at, (published, group))| Quiet {
        ways: Some(ways),
        key: group.key.clone(),
        name: group.name.clone(),
        people: published.papers,
        target: published.target,
        heard: heard_at(at),
        ages: group.ages,
    });
    let quiet = quiet.filter(|group| group.target.is_some() || group.heard == Heard::Less).collect();
    let (id, title, caption, of) = said(drive, ways);
    (Some(Table { id, title, caption, turnout, heard, of }), quiet)
}

fn said(drive: &Drive, ways: Ways) -> (&'static str, String, String, &'static str) {
    let whom = if drive.asked.ages().is_some() { "Children and young people" } else { "Everybody" };
    let line = "The upright line is the target.";
    match ways {
        Ways::District => {
            let caption = format!("{whom} who answered, by the district they said. {line}");
            ("district", "By district".to_owned(), caption, "of those of that age who live there")
        }
        Ways::Age => {
            let caption = format!("{whom} who answered and said their age. {line}");
            ("age", "By age".to_owned(), caption, "of those of that age who live here")
        }
        Ways::Perspective => {
            let caption = format!("Everybody who answered, by what they answered as. {line}");
            ("perspective", "By who they are".to_owned(), caption, "")
        }
    }
}

fn place_table(drive: &Drive, places: &[CountedPlace], policy: Policy) -> Option<(Table, Vec<Quiet>)> {
    if places.is_empty() || matches!(drive.asked, Asked::Ballot(_)) {
        return None;
    }
    let raw: Vec<TurnoutGroup> = places
        .iter()
        .map(|counted| TurnoutGroup {
            key: counted.place.word.as_str().to_owned(),
            name: counted.place.name.clone(),
            papers: counted.sent,
            entitled: counted.place.people.map(u64::from),
            target: counted.place.target.map(u64::from),
        })
        .collect();
    let turnout = Turnout::publish(&raw, policy);
    let quiet = turnout.groups.iter().filter(|group| group.target.is_some()).map(|group| Quiet {
        ways: None,
        key: group.key.clone(),
        name: group.name.clone(),
        people: group.papers,
        target: group.target,
        heard: Heard::NotCompared,
        ages: None,
    });
    let quiet = quiet.collect();
    let (title, of) = ("By school and place".to_owned(), "of those who are there");
    let caption =
        "Answers sent by the link of each place. Not a league table: some places only had a poster.".to_owned();
    Some((Table { id: "place", title, caption, turnout, heard: Vec::new(), of }, quiet))
}
