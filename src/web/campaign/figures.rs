//! What a campaign's figures are made of: who took part on its days before today, and what `breakdown` publishes of it.
//! A whole day at a time, so that nobody can tell which answer or vote came from whom by looking twice.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

use super::drive::{Asked, Drive, OLDEST_KNOWN};
use crate::ballot::TurnoutGroup;
use crate::breakdown::{Achieved, Count, Figure, Heard, Policy, PublishedTurnout, Representativeness, Turnout};
use crate::campaign::{Advice, Deed, Quiet, Target, Ways, advise};
use crate::pages::campaign::turnout::Table;
use crate::store::{Store, StoreError, TurnoutKind};
use crate::web::PageError;

/// How many took part, raw.
#[derive(Default)]
struct Counted {
    /// Of those whom the whole target is for.
    whole: u64,
    by: BTreeMap<(Ways, String), u64>,
    /// Votes by the identifier of the polling place.
    schools: BTreeMap<String, u64>,
}

/// What is published of a campaign.
pub struct Published {
    pub people: Count,
    /// Of them, how many came by the campaign's own links; nothing of a ballot, which counts no links.
    pub by_links: Option<Count>,
    pub tables: Vec<Table>,
    pub advice: Vec<Advice>,
}

/// A table with the groups of it that are far from their target.
type TableOf = (Table, Vec<Quiet>);

/// Publishes what was counted up to the end of yesterday.
///
/// # Errors
/// When the database fails.
pub fn publish(drive: &Drive, store: &Store, policy: Policy, today: Date) -> Result<Published, PageError> {
    let counted = count(drive, store, today)?;
    let targets = store.list_targets(&drive.campaign.key)?;
    let mut tables = Vec::new();
    let mut quiet = Vec::new();
    for ways in Ways::ALL {
        if let Some((table, mut theirs)) = table(drive, &counted, &targets, ways, policy) {
            quiet.append(&mut theirs);
            tables.push(table);
        }
    }
    if let Some((table, mut theirs)) = places(drive, store, &counted, policy, today)? {
        // Places come after groups of people: a poster that nobody uses matters less than people nobody asked.
        quiet.append(&mut theirs);
        tables.push(table);
    }
    let by_links = match &drive.asked {
        Asked::Consultation(_) => {
            let (from, before) = days(drive, today);
            Some(Count::publish(store.count_campaign(&drive.campaign.key, from, before)?, policy))
        }
        Asked::Ballot(_) => None,
    };
    // Of a table in which no number can be shown, only whom the campaign hopes for would be left, which the advice says.
    tables.retain(|table| table.turnout.groups.iter().any(|group| group.papers != Count::Hidden));
    let advice = advise(&quiet, drive.deed());
    Ok(Published { people: Count::publish(counted.whole, policy), by_links, tables, advice })
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

/// The days that are counted: from the first of the campaign on, and before `before` and the day after its last.
fn days(drive: &Drive, before: Date) -> (Date, Date) {
    (drive.campaign.starts, before.min(drive.campaign.ends.saturating_add(1.days())))
}

/// Which days are counted, in words, for whoever looks today.
pub fn counted(drive: &Drive, today: Date) -> String {
    let (from, before) = days(drive, today);
    let named = |day: Date| day.strftime("%-d %B").to_string();
    match before.saturating_sub(1.days()) {
        last if last < from => format!("Counting begins on {}", named(from)),
        last if last == from => format!("Counted on {}", named(from)),
        last => format!("Counted from {} up to the end of {}", named(from), named(last)),
    }
}

fn count(drive: &Drive, store: &Store, before: Date) -> Result<Counted, StoreError> {
    let (from, before) = days(drive, before);
    match &drive.asked {
        Asked::Consultation(consultation) => {
            let young = drive.asked.counted();
            let mut counted = Counted::default();
            for kind in store.count_kinds(&consultation.key, from, before)? {
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
        Asked::Ballot(ballot) => {
            let mut counted = Counted::default();
            for count in store.list_turnout_within(&ballot.key, from, before)? {
                match count.kind {
                    TurnoutKind::All => counted.whole += count.papers,
                    TurnoutKind::Place => *counted.schools.entry(count.key).or_default() += count.papers,
                    TurnoutKind::District => {
                        *counted.by.entry((Ways::District, count.key)).or_default() += count.papers
                    }
                    TurnoutKind::Age => *counted.by.entry((Ways::Age, count.key)).or_default() += count.papers,
                }
            }
            Ok(counted)
        }
    }
}

fn table(drive: &Drive, counted: &Counted, targets: &[Target], ways: Ways, policy: Policy) -> Option<TableOf> {
    let groups = drive.groups(ways);
    if groups.is_empty() {
        return None;
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
    let quiet = turnout.groups.iter().zip(&groups).enumerate();
    let quiet = quiet.map(|(at, (published, group))| Quiet {
        ages: group.ages,
        heard: heard_at(at),
        ..quiet_of(published, Some(ways))
    });
    let quiet = quiet.filter(|group| group.target.is_some() || group.heard == Heard::Less).collect();
    let (id, title, caption, of) = said(drive, ways);
    Some((Table { id, title, caption, deed: drive.deed(), turnout, heard, of }, quiet))
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
fn places(
    drive: &Drive,
    store: &Store,
    counted: &Counted,
    policy: Policy,
    today: Date,
) -> Result<Option<TableOf>, StoreError> {
    let (raw, title, caption, of) = match &drive.asked {
        Asked::Consultation(_) => {
            let group = |counted: crate::store::CountedPlace| TurnoutGroup {
                key: counted.place.word.as_str().to_owned(),
                name: counted.place.name,
                papers: counted.sent,
                entitled: counted.place.people.map(u64::from),
                target: counted.place.target.map(u64::from),
            };
            let raw: Vec<_> = store.count_places(&drive.campaign.key, today)?.into_iter().map(group).collect();
            let caption = "Answers sent by the link of each place. Not a league table: some places only had a poster.";
            (raw, "By school and place", caption, "of those who are there")
        }
        Asked::Ballot(ballot) => {
            let group = |place: crate::store::PollingPlace| TurnoutGroup {
                papers: counted.schools.get(&place.id.to_string()).copied().unwrap_or(0),
                key: place.id.to_string(),
                name: place.name,
                entitled: place.entitled,
                target: place.target,
            };
            let raw: Vec<_> = store.list_polling_places(&ballot.key)?.into_iter().map(group).collect();
            let caption =
                "Papers received from each school, on screens and by hand. Not a league table: some began later.";
            (raw, "By school", caption, "of those who may vote there")
        }
    };
    if raw.is_empty() {
        return Ok(None);
    }
    let turnout = Turnout::publish(&raw, policy);
    let quiet: Vec<Quiet> = turnout.groups.iter().map(|group| quiet_of(group, None)).collect();
    // A school without a target is still one to visit when next to nobody there has voted.
    let asked = |group: &Quiet| group.target.is_some() || (drive.deed() == Deed::Vote && group.people == Count::Hidden);
    let quiet = quiet.into_iter().filter(asked).collect();
    let (title, caption) = (title.to_owned(), caption.to_owned());
    Ok(Some((Table { id: "place", title, caption, deed: drive.deed(), turnout, heard: Vec::new(), of }, quiet)))
}
