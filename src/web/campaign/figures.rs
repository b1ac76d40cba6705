//! What a campaign's figures are made of: who took part on its days before today, and what `breakdown` publishes of it.
//! A whole day at a time, and each number only as enough more people are in it, so that nobody can tell which answer or
//! vote came from whom by looking twice. Leaves out what a table says (`super::table`).

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

use super::drive::{Asked, Drive};
use super::table::{self, Places};
use crate::breakdown::{Count, PlacesIn, Policy, TurnoutTables};
use crate::campaign::{Advice, Deed, Quiet, Ways, advise};
use crate::pages::campaign::turnout::Table;
use crate::store::{PeopleByGroup, Store, StoreError, TurnoutCount, TurnoutKind};
use crate::web::PageError;

/// How many took part.
#[derive(Default)]
struct Counted {
    /// Of those whom the whole target is for.
    whole: u64,
    by: BTreeMap<(Ways, String), u64>,
    /// By the word of a campaign's place, or the identifier of a ballot's polling place.
    places: BTreeMap<String, u64>,
    /// By the campaign's own links.
    by_links: u64,
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

/// Publishes what was counted up to the end of yesterday, all tables as one.
///
/// # Errors
/// When the database fails.
pub fn publish(drive: &Drive, store: &Store, policy: Policy, today: Date) -> Result<Published, PageError> {
    let counted = held(drive, store, policy, today)?;
    let targets = store.list_targets(&drive.campaign.key)?;
    let raw = |ways| table::groups(drive, ways, &counted.by, &targets);
    let [districts, ages, perspectives] = [raw(Ways::District), raw(Ways::Age), raw(Ways::Perspective)];
    let places = Places::find(drive, store, &counted.places, today)?;
    let tables = TurnoutTables {
        all: counted.whole,
        exact: drive.deed() == Deed::Vote,
        districts: &districts,
        ages: &ages,
        perspectives: &perspectives,
        counted: &drive.asked.counted(),
        places: &places.groups,
        places_in: match &drive.asked {
            Asked::Consultation(_) => PlacesIn::Links(counted.by_links),
            Asked::Ballot(_) => PlacesIn::Districts(&places.district_of),
        },
    };
    let shown = tables.publish(policy);
    let by_ways = [
        (Ways::District, shown.districts, districts),
        (Ways::Age, shown.ages, ages),
        (Ways::Perspective, shown.perspectives, perspectives),
    ];
    let of_people = by_ways.into_iter().map(|(ways, turnout, raw)| table::of(drive, ways, turnout, &raw, policy));
    // Places come after groups of people: a poster that nobody uses matters less than people nobody asked.
    let all: Vec<TableOf> = of_people.chain([places.table(drive, shown.places)]).collect();
    let (mut tables, quiet): (Vec<Table>, Vec<Vec<Quiet>>) = all.into_iter().unzip();
    // Of a table in which no number can be shown, only whom the campaign hopes for would be left, which the advice says.
    tables.retain(|table| table.turnout.groups.iter().any(|group| group.papers != Count::Hidden));
    let advice = advise(&quiet.concat(), drive.deed());
    Ok(Published { people: shown.all, by_links: shown.by_links, tables, advice })
}

/// How many have taken part by now, for the number that a room is shown in steps.
///
/// # Errors
/// When the database fails.
pub fn count_now(drive: &Drive, store: &Store, today: Date) -> Result<u64, StoreError> {
    Ok(count(drive, store, today.saturating_add(1.days()))?.whole)
}

/// How many took part before today, as the desk shows them.
///
/// # Errors
/// When the database fails.
pub fn people(drive: &Drive, store: &Store, policy: Policy, today: Date) -> Result<Count, StoreError> {
    Ok(Count::publish(held(drive, store, policy, today)?.whole, policy))
}

/// The days that are counted: from the first of the campaign on, and before `before` and the day after its last.
fn days(drive: &Drive, before: Date) -> (Date, Date) {
    (drive.campaign.starts, before.min(drive.campaign.ends.saturating_add(1.days())))
}

/// Whether the result of a campaign's ballot is published: from then on the campaign shows the turnout that stands there.
///
/// # Errors
/// When the database fails.
pub fn has_result(drive: &Drive, store: &Store) -> Result<bool, StoreError> {
    match &drive.asked {
        Asked::Consultation(_) => Ok(false),
        Asked::Ballot(ballot) => Ok(store.find_ballot_result(&ballot.key)?.is_some()),
    }
}

/// Where the result of a campaign that is over can be read, with words for its team: that of its ballot once it is
/// published, and what came of it where the public reads the campaign.
///
/// # Errors
/// When the database fails.
pub fn results(drive: &Drive, store: &Store, approved: bool) -> Result<Vec<(String, &'static str)>, StoreError> {
    let mut results = Vec::new();
    if let (Asked::Ballot(ballot), true) = (&drive.asked, has_result(drive, store)?) {
        results.push((format!("/b/{}/result", ballot.key), "The result of the ballot"));
    }
    if approved {
        results.push((format!("/campaign/{}/results", drive.campaign.key), "What came of it, as the public reads it"));
    }
    Ok(results)
}

/// What is counted before today, each number held back until enough more people are in it: else two days would tell who
/// took part in between. Of a ballot whose result is published it is what that result rests on.
fn held(drive: &Drive, store: &Store, policy: Policy, today: Date) -> Result<Counted, StoreError> {
    if let (Asked::Ballot(ballot), true) = (&drive.asked, has_result(drive, store)?) {
        return Ok(of_votes(store.list_turnout(&ballot.key)?));
    }
    let mut counted = count(drive, store, today)?;
    if let Asked::Consultation(_) = &drive.asked {
        let (from, before) = days(drive, today);
        counted.by_links = store.count_campaign(&drive.campaign.key, from, before)?;
        let places = store.count_places(&drive.campaign.key, today)?;
        counted.places = places.into_iter().map(|one| (one.place.word.as_str().to_owned(), one.sent)).collect();
    }
    let held = store.hold_turnout(&drive.campaign.key, &counted.flat(), policy.threshold)?;
    Ok(Counted::of_flat(held))
}

/// The kinds of groups as they are kept, beside [`Ways`].
const ALL: &str = "all";
const LINKS: &str = "links";
const PLACE: &str = "place";

impl Counted {
    fn flat(&self) -> PeopleByGroup {
        let by = self.by.iter().map(|((ways, key), people)| ((ways.as_str().to_owned(), key.clone()), *people));
        let places = self.places.iter().map(|(key, people)| ((PLACE.to_owned(), key.clone()), *people));
        let alone = [(ALL, self.whole), (LINKS, self.by_links)];
        let alone = alone.map(|(kind, people)| ((kind.to_owned(), String::new()), people));
        by.chain(places).chain(alone).collect()
    }

    fn of_flat(flat: PeopleByGroup) -> Self {
        let mut counted = Self::default();
        for ((kind, key), people) in flat {
            match (kind.as_str(), Ways::parse(&kind)) {
                (ALL, _) => counted.whole = people,
                (LINKS, _) => counted.by_links = people,
                (PLACE, _) => drop(counted.places.insert(key, people)),
                (_, Some(ways)) => drop(counted.by.insert((ways, key), people)),
                (_, None) => {}
            }
        }
        counted
    }
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
    let consultation = match &drive.asked {
        Asked::Consultation(consultation) => consultation,
        Asked::Ballot(ballot) => return Ok(of_votes(store.list_turnout_within(&ballot.key, from, before)?)),
    };
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

fn of_votes(counts: Vec<TurnoutCount>) -> Counted {
    let mut counted = Counted::default();
    for count in counts {
        let mut add = |ways, key: String| *counted.by.entry((ways, key)).or_default() += count.papers;
        match count.kind {
            TurnoutKind::All => counted.whole += count.papers,
            TurnoutKind::Place => *counted.places.entry(count.key).or_default() += count.papers,
            TurnoutKind::District => add(Ways::District, count.key),
            TurnoutKind::Age => add(Ways::Age, count.key),
        }
    }
    counted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_of_a_campaign_is_what_is_read_back() {
        let mut counted = Counted { whole: 120, by_links: 40, ..Counted::default() };
        counted.by.insert((Ways::District, "redditch".into()), 30);
        counted.by.insert((Ways::Age, "8-11".into()), 50);
        counted.by.insert((Ways::Perspective, "child".into()), 70);
        counted.places.insert("library".into(), 12);
        let flat = counted.flat();
        let read = Counted::of_flat(flat.clone());
        assert_eq!((read.flat(), flat.len()), (flat, 6));
        assert_eq!((read.whole, read.by_links, read.places["library"]), (120, 40, 12));
    }
}
