//! Turnout as it may be published, and the published choices of a ballot as figures for whoever builds on them.

use serde::{Deserialize, Serialize};

use crate::ballot::{Audit, Ballot, Method, TurnoutGroup, entitled_in};
use crate::breakdown::reading::grouped;
use crate::breakdown::{
    Count, Difference, Figure, PlacesIn, Policy, PublishedTurnout, Share, Turnout, TurnoutTables, wilson,
};
use crate::geography::Area;
use crate::library::Library;
use crate::pages::ballot::result::{By, GroupTurnout, TurnoutBy};
use crate::store::{PollingPlace, Store, StoreError, TurnoutCount, TurnoutKind};
use crate::web::PageError;

/// A choice of a ballot whose result is published.
#[derive(Debug, Clone, PartialEq)]
pub struct PublishedChoice {
    pub key: String,
    pub name: String,
    /// From 1; equal ones share it.
    pub rank: usize,
    pub won: bool,
    /// Votes or points as they were published.
    pub votes: String,
    /// What `votes` counts.
    pub unit: &'static str,
    /// All papers that count.
    pub papers: u64,
    /// Of all papers that count, how many marked it; nothing where the method gives points or moves votes.
    pub share: Option<Figure>,
}

/// The choices of a ballot with their published figures, the best first; none before its result is published.
///
/// # Errors
/// When the database fails or what it holds cannot be read.
pub fn published_choices(store: &Store, ballot: &Ballot) -> Result<Vec<PublishedChoice>, PageError> {
    let Some(result) = store.find_ballot_result(&ballot.key)? else { return Ok(Vec::new()) };
    let audit = Audit::parse(&result.audit).map_err(PageError::broken)?;
    let by_hand = audit.by_hand.as_ref().map(|hand| hand.places.iter().map(|place| place.valid).sum::<u64>());
    let valid = audit.papers.valid + by_hand.unwrap_or(0);
    let one_mark_one_vote = matches!(audit.ballot.method, Method::Plurality | Method::Approval);
    let choice = |(rank, key, votes): &(usize, String, String)| {
        let count = votes.parse::<u64>().ok().filter(|count| one_mark_one_vote && *count <= valid && valid > 0);
        let share = count.map(|count| {
            let (low, high) = wilson(count, valid);
            Figure::Shown(Share { count, base: valid, share: count as f64 / valid as f64, low, high })
        });
        PublishedChoice {
            key: key.clone(),
            name: ballot.name(key).to_owned(),
            rank: *rank,
            won: audit.result.winners.contains(key),
            votes: votes.clone(),
            unit: unit(audit.ballot.method),
            papers: valid,
            share,
        }
    };
    Ok(audit.result.order.iter().map(choice).collect())
}

fn unit(method: Method) -> &'static str {
    match method {
        Method::Borda | Method::Dowdall | Method::Points => "points",
        Method::Schulze => "choices beaten",
        Method::Plurality | Method::Approval | Method::InstantRunoff | Method::Stv => "votes",
    }
}

/// What a ballot is called apart from others of its name: by its title, who held it, and the year it closed in.
pub fn called(ballot: &Ballot) -> String {
    let words = ballot.words(ballot.default_language());
    let title = words.map_or(ballot.key.as_str(), |words| words.words.title.as_str());
    format!("{title}, {}, {}", ballot.organisation, ballot.closes.year())
}

/// What a ballot is called and how a choice came out, with numbers as the result's page rounds them; `found` is none
/// before the result is published.
pub fn said_of_choice(ballot: &Ballot, found: Option<&PublishedChoice>) -> String {
    let called = called(ballot);
    let Some(found) = found else { return format!("{called}: no result yet") };
    let won = if found.won { ", won" } else { "" };
    let (rank, votes, papers) = (found.rank, rounded(&found.votes), grouped(found.papers));
    format!("{called}: place {rank}{won}, {votes} {}; {papers} papers counted", found.unit)
}

/// Votes as people read them: parts of a vote to two decimal places.
fn rounded(votes: &str) -> String {
    match (votes.split_once('.'), votes.parse::<f64>()) {
        (Some((_, places)), Ok(number)) if places.len() > 2 => format!("{number:.2}"),
        _ => votes.to_owned(),
    }
}

/// Turnout of a ballot as it stands, fit to be published.
pub struct LiveTurnout {
    pub all: Count,
    pub districts: Turnout,
    pub places: Turnout,
    pub ages: Turnout,
}

/// Turnout of a ballot as it stands.
///
/// # Errors
/// When the database fails.
pub fn turnout(store: &Store, library: &Library, policy: Policy, ballot: &Ballot) -> Result<LiveTurnout, StoreError> {
    let (counts, places) = (store.list_turnout(&ballot.key)?, store.list_polling_places(&ballot.key)?);
    let geography = library.find_geography(&ballot.geography);
    let areas = geography.map(|geography| geography.districts.as_slice()).unwrap_or_default();
    let district_of: Vec<String> = places.iter().map(|place| place.district.clone()).collect();
    // A campaign for the ballot publishes the same tables by the same rule (`web/campaign/figures`).
    let shown = TurnoutTables {
        all: number(&counts, TurnoutKind::All, ""),
        exact: true,
        districts: &by_district(areas, ballot, &counts),
        ages: &by_age(areas, ballot, &counts),
        perspectives: &[],
        counted: &[],
        places: &by_place(&places, &counts),
        places_in: PlacesIn::Districts(&district_of),
    }
    .publish(policy);
    Ok(LiveTurnout { all: shown.all, districts: shown.districts, places: shown.places, ages: shown.ages })
}

/// Papers of a place as they stand, those sent from devices and those on paper that are counted already.
///
/// # Errors
/// When the database fails.
pub fn papers_of(store: &Store, ballot: &Ballot, place: &PollingPlace) -> Result<u64, StoreError> {
    Ok(number(&store.list_turnout(&ballot.key)?, TurnoutKind::Place, &place.id.to_string()))
}

/// The names of places that have more papers than people who may vote there.
///
/// # Errors
/// When the database fails.
pub fn beyond_roll(store: &Store, ballot: &Ballot) -> Result<Vec<String>, StoreError> {
    let (counts, places) = (store.list_turnout(&ballot.key)?, store.list_polling_places(&ballot.key)?);
    let papers = |place: &PollingPlace| number(&counts, TurnoutKind::Place, &place.id.to_string());
    let is_beyond = |place: &PollingPlace| place.entitled.is_some_and(|entitled| papers(place) > entitled);
    Ok(places.into_iter().filter(is_beyond).map(|place| place.name).collect())
}

fn number(counts: &[TurnoutCount], kind: TurnoutKind, key: &str) -> u64 {
    counts.iter().find(|count| count.kind == kind && count.key == key).map_or(0, |count| count.papers)
}

fn by_district(areas: &[Area], ballot: &Ballot, counts: &[TurnoutCount]) -> Vec<TurnoutGroup> {
    let group = |area: &Area| TurnoutGroup {
        key: area.key.clone(),
        name: area.name.clone(),
        papers: number(counts, TurnoutKind::District, &area.key),
        entitled: entitled_in(area, ballot),
        target: None,
    };
    areas.iter().map(group).collect()
}

fn by_place(places: &[PollingPlace], counts: &[TurnoutCount]) -> Vec<TurnoutGroup> {
    let group = |place: &PollingPlace| TurnoutGroup {
        key: place.id.to_string(),
        name: place.name.clone(),
        papers: number(counts, TurnoutKind::Place, &place.id.to_string()),
        entitled: place.entitled,
        target: place.target,
    };
    places.iter().map(group).collect()
}

fn by_age(areas: &[Area], ballot: &Ballot, counts: &[TurnoutCount]) -> Vec<TurnoutGroup> {
    let known = counts.iter().any(|count| count.kind == TurnoutKind::Age);
    let (youngest, oldest) = ballot.ages;
    let years = (youngest..=oldest).filter(|_| known);
    let group = |year: u32| {
        let people = || areas.iter().map(|area| u64::from(area.population_aged(year as usize..=year as usize))).sum();
        TurnoutGroup {
            key: year.to_string(),
            name: year.to_string(),
            papers: number(counts, TurnoutKind::Age, &year.to_string()),
            entitled: (oldest <= 19).then(people),
            target: None,
        }
    };
    years.map(group).collect()
}

/// Name, papers where they are shown, and papers with those entitled where the share is shown.
type KeptGroup = (String, Option<u64>, Option<(u64, u64)>);

/// Published turnout as it is kept with a result: nothing in it that was not shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KeptTurnout {
    by: String,
    groups: Vec<KeptGroup>,
    /// Whether shares are known of any group.
    shares: bool,
    /// Groups of which nobody knows how many may vote, where others have a share.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    no_roll: Vec<String>,
}

/// What is kept of turnout when a result is published.
pub fn keep(turnout: &LiveTurnout) -> Vec<KeptTurnout> {
    let has_shares = |turnout: &Turnout| turnout.groups.iter().any(|group| group.share.is_some());
    let no_roll = |turnout: &Turnout| {
        let without = turnout.groups.iter().filter(|group| has_shares(turnout) && group.share.is_none());
        without.map(|group| group.name.clone()).collect()
    };
    let kept = |by: &str, turnout: &Turnout| KeptTurnout {
        by: by.to_owned(),
        no_roll: no_roll(turnout),
        groups: turnout
            .groups
            .iter()
            .map(|group| {
                let papers = match group.papers {
                    Count::Shown(papers) => Some(papers),
                    Count::Hidden => None,
                };
                let share = group.share.as_ref().and_then(Figure::shown).map(|share| (share.count, share.base));
                (group.name.clone(), papers, share)
            })
            .collect(),
        shares: has_shares(turnout),
    };
    let all = [("district", &turnout.districts), ("school", &turnout.places), ("age", &turnout.ages)];
    all.into_iter().filter(|(_, turnout)| !turnout.groups.is_empty()).map(|(by, turnout)| kept(by, turnout)).collect()
}

/// Kept turnout as the result's page shows it.
pub fn shown(kept: Vec<KeptTurnout>) -> Vec<TurnoutBy> {
    let by = |by: &str| match by {
        "district" => By::District,
        "school" => By::School,
        _ => By::Age,
    };
    let one = |kept: KeptTurnout| TurnoutBy {
        by: by(&kept.by),
        groups: kept
            .groups
            .into_iter()
            .map(|(name, papers, share)| GroupTurnout {
                share: share_of(kept.shares && !kept.no_roll.contains(&name), share),
                name,
                papers: papers.map_or(Count::Hidden, Count::Shown),
            })
            .collect(),
    };
    kept.into_iter().map(one).collect()
}

fn share_of(is_known: bool, share: Option<(u64, u64)>) -> Option<Figure> {
    is_known.then(|| share.map_or(Figure::Hidden, figure))
}

/// Turnout as it was published with a result, for officers: what was changed since changes nothing of it. Targets, which
/// are not published, are those of now.
pub fn frozen(kept: &[KeptTurnout], live: LiveTurnout) -> LiveTurnout {
    let table = |by: &str, live: Turnout| {
        let kept = kept.iter().find(|kept| kept.by == by);
        let groups = kept.into_iter().flat_map(|kept| kept.groups.iter().map(move |group| (kept, group)));
        let one = |(kept, (name, papers, share)): (&KeptTurnout, &KeptGroup)| {
            let now = live.groups.iter().find(|group| group.name == *name);
            let target = now.and_then(|now| now.target);
            PublishedTurnout {
                key: now.map(|now| now.key.clone()).unwrap_or_default(),
                name: name.clone(),
                papers: papers.map_or(Count::Hidden, Count::Shown),
                share: share_of(kept.shares && !kept.no_roll.contains(name), *share),
                differs: Difference::NotCompared,
                target,
                reached: papers.zip(target.filter(|target| *target > 0)).map(|(papers, of)| papers as f64 / of as f64),
            }
        };
        Turnout { groups: groups.map(one).collect(), ..live }
    };
    LiveTurnout {
        all: live.all,
        districts: table("district", live.districts),
        places: table("school", live.places),
        ages: table("age", live.ages),
    }
}

fn figure((count, base): (u64, u64)) -> Figure {
    let (low, high) = wilson(count, base);
    let share = if base == 0 { 0.0 } else { count as f64 / base as f64 };
    Figure::Shown(Share { count, base, share, low, high })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_published_of_turnout_stays_where_a_place_is_added_and_a_place_without_a_roll_says_so() {
        let group = |name: &str, papers, entitled, target| TurnoutGroup {
            key: name.to_owned(),
            name: name.to_owned(),
            papers,
            entitled,
            target,
        };
        let live = |groups: &[TurnoutGroup]| LiveTurnout {
            all: Count::Shown(250),
            districts: Turnout::publish(&[], Policy::default()),
            places: Turnout::publish(groups, Policy::default()),
            ages: Turnout::publish(&[], Policy::default()),
        };
        let two = [group("A", 50, Some(200), Some(100)), group("B", 200, None, None)];
        let kept = keep(&live(&two));
        let shares: Vec<bool> = shown(kept.clone())[0].groups.iter().map(|group| group.share.is_some()).collect();
        assert_eq!(shares, [true, false]);
        let later = [group("A", 50, Some(900), Some(100)), group("B", 3, Some(4), None), group("C", 5, None, None)];
        let stays = frozen(&kept, live(&later)).places.groups;
        let said: Vec<_> = stays.iter().map(|group| (group.name.as_str(), group.papers)).collect();
        assert_eq!(said, [("A", Count::Shown(50)), ("B", Count::Shown(200))]);
        assert_eq!(stays[0].share.and_then(|share| share.shown().map(|share| share.base)), Some(200));
        assert_eq!((stays[1].share, stays[0].reached), (None, Some(0.5)));
        let text = serde_json::to_string(&kept).unwrap();
        assert_eq!(serde_json::from_str::<Vec<KeptTurnout>>(&text).unwrap(), kept);
        let old = r#"[{"by":"school","groups":[["A",50,[50,200]]],"shares":true}]"#;
        assert!(shown(serde_json::from_str(old).unwrap())[0].groups[0].share.is_some());
    }

    #[test]
    fn votes_are_rounded_as_on_the_page_of_the_result() {
        for (exact, shown) in [("294.76896", "294.77"), ("63.25", "63.25"), ("1200", "1200"), ("0.33333", "0.33")] {
            assert_eq!(rounded(exact), shown);
        }
    }
}
