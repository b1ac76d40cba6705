//! Who answered beside who lives there: by district, by age, by perspective.
//!
//! A share of the responses over a share of the population says who is heard less than their number: 1 is as many as
//! they are, ½ half as many. Everything follows from rounded numbers, and small ones are hidden as in every table.
//! Leaves out words, weights ([`super::Weights`]), and where population comes from (`geography`).

use super::table::{Breakdown, Group, Row};
use super::{Columns, Count, Policy, wilson};
use crate::geography::Geography;

/// A group of the population and how many of it answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Achieved {
    pub key: String,
    /// How many answered.
    pub responses: u64,
    /// How many there are. 0 where it is not known; such a group is left out of all shares.
    pub population: u64,
}

/// How a group is heard beside its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// Clearly more than its share of the population.
    More,
    /// About as much as its share.
    Alike,
    /// Clearly less.
    Less,
    /// Too few answered for their number to be shown, or it is hidden to protect one of which too few did: which of the
    /// two is not said.
    Hidden,
    /// How many there are is not known.
    NotCompared,
}

/// A group, fit to be published.
#[derive(Debug, Clone, PartialEq)]
pub struct Represented {
    pub key: String,
    pub responses: Count,
    /// How many there are, from 0.
    pub population: u64,
    /// Its share of the population of all groups, from 0 to 1.
    pub expected: f64,
    /// Its share of the responses, its 95 % interval, and each over the share expected; where they are shown.
    pub achieved: Option<AchievedShare>,
    pub heard: Heard,
}

/// A share of the responses.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AchievedShare {
    /// From 0 to 1.
    pub share: f64,
    /// The share over the one expected: 1 is as many as there should be.
    pub ratio: f64,
    /// The 95 % interval of the ratio, from Wilson's of the share.
    pub low: f64,
    pub high: f64,
}

/// Every group, and who has not been heard from.
#[derive(Debug, Clone, PartialEq)]
pub struct Representativeness {
    /// In the order given.
    pub groups: Vec<Represented>,
    /// Responses of all groups with a known population.
    pub responses: Count,
    /// Population of all groups.
    pub population: u64,
    /// Keys of the groups that are heard clearly less than their number or whose number is hidden, the most people
    /// first.
    pub unheard: Vec<String>,
    pub policy: Policy,
}

impl Representativeness {
    /// Compares those in the columns with the population of each value of an attribute, which is 0 where it is not
    /// known. `among` are the values of another attribute whose people alone are counted, such as the perspectives of
    /// children. Whoever has no value is left out. `None` where an attribute is not there.
    pub fn among(
        columns: &Columns,
        key: &str,
        among: Option<(&str, &[usize])>,
        population: &[u64],
        policy: Policy,
    ) -> Option<Self> {
        let at = columns.find_attribute(key)?;
        let (ways, values) = match among {
            None => (Vec::new(), Vec::new()),
            Some((other, values)) => (vec![columns.find_attribute(other)?], values.to_vec()),
        };
        let counts = columns.count_options(at, &ways);
        let last = ways.len();
        let people = |value: usize| -> u64 {
            let of = counts.grid.moved(counts.grid.whole(), last, value);
            match ways.is_empty() {
                true => u64::from(counts.bases[of]),
                false => values.iter().map(|other| u64::from(counts.bases[counts.grid.moved(of, 0, *other)])).sum(),
            }
        };
        let group = |(value, key): (usize, &String)| Achieved {
            key: key.clone(),
            responses: people(value),
            population: population.get(value).copied().unwrap_or(0),
        };
        let groups: Vec<Achieved> = columns.attributes()[at].values.iter().enumerate().map(group).collect();
        Some(Self::of(&groups, policy))
    }

    /// How many more of a group would have to answer for it to be heard as much as its number, if nobody else did:
    /// rounded up. Of a group whose number is hidden, at the least. `None` where no more are needed, or it is not known.
    pub fn wanting(&self, group: &Represented) -> Option<u64> {
        let Count::Shown(all) = self.responses else { return None };
        let answered = match (group.responses, group.heard) {
            (Count::Shown(answered), Heard::Less) => answered,
            (Count::Hidden, Heard::Hidden) => self.policy.threshold,
            _ => return None,
        };
        let more = (group.expected * all as f64 - answered as f64) / (1.0 - group.expected);
        let step = self.policy.rounding.max(1);
        (more.is_finite() && more > 0.0).then(|| (more.ceil() as u64).div_ceil(step) * step)
    }

    /// Compares who answered with the population. The groups part people: nobody is in two.
    pub fn of(groups: &[Achieved], policy: Policy) -> Self {
        let known: Vec<&Achieved> = groups.iter().filter(|group| group.population > 0).collect();
        // One group alone is all of it, however few answered: there is nothing to be more or less than.
        let known = if known.len() > 1 { known } else { Vec::new() };
        let population: u64 = known.iter().map(|group| group.population).sum();
        let responses: u64 = known.iter().map(|group| group.responses).sum();
        // Hidden as the bases of any table with these groups are, so that nothing is told here that is hidden there.
        let as_groups: Vec<Group> = known
            .iter()
            .map(|group| Group { key: group.key.clone(), name: String::new(), base: group.responses })
            .collect();
        let none: [Row; 0] = [];
        let table = Breakdown::new(responses, &as_groups, &none, policy);
        let base_of = |key: &str| table.groups.iter().find(|group| group.key == key).map(|group| group.base);
        let represented: Vec<Represented> = groups
            .iter()
            .map(|group| {
                let expected = if population > 0 { group.population as f64 / population as f64 } else { 0.0 };
                let shown = base_of(&group.key).unwrap_or(Count::publish(group.responses, policy));
                represent(group, shown, table.everyone, expected)
            })
            .collect();
        let is_unheard = |group: &&Represented| matches!(group.heard, Heard::Less | Heard::Hidden);
        let mut unheard: Vec<&Represented> = represented.iter().filter(is_unheard).collect();
        unheard.sort_by(|one, other| other.population.cmp(&one.population).then_with(|| one.key.cmp(&other.key)));
        Self {
            unheard: unheard.into_iter().map(|group| group.key.clone()).collect(),
            responses: table.everyone,
            groups: represented,
            population,
            policy,
        }
    }
}

fn represent(group: &Achieved, shown: Count, everyone: Count, expected: f64) -> Represented {
    let achieved = match (shown, everyone) {
        (Count::Shown(count), Count::Shown(base)) if expected > 0.0 && base > 0 => {
            let count = count.min(base);
            let share = count as f64 / base as f64;
            let (low, high) = wilson(count, base);
            Some(AchievedShare { share, ratio: share / expected, low: low / expected, high: high / expected })
        }
        _ => None,
    };
    let heard = match achieved {
        // As much as its number to the last digit, which the ends of an interval may miss by a rounding.
        Some(achieved) if (achieved.ratio - 1.0).abs() < 1e-9 => Heard::Alike,
        Some(achieved) if achieved.high < 1.0 => Heard::Less,
        Some(achieved) if achieved.low > 1.0 => Heard::More,
        Some(_) => Heard::Alike,
        None if group.population > 0 && expected > 0.0 => Heard::Hidden,
        None => Heard::NotCompared,
    };
    Represented { key: group.key.clone(), responses: shown, population: group.population, expected, achieved, heard }
}

/// The population of each district of a geography in each of these age bands, both ends included, in whole years: by
/// district, in its order, then by band. Ages over 19 are not known of districts and count as nobody.
pub fn population_by_age(geography: &Geography, bands: &[(u32, u32)]) -> Vec<Vec<u64>> {
    let people = |area: &crate::geography::Area, (low, high): &(u32, u32)| {
        u64::from(area.population_aged(*low as usize..=(*high).min(19) as usize))
    };
    let area = |area| bands.iter().map(|band| people(area, band)).collect();
    geography.districts.iter().map(area).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(numbers: &[(&str, u64, u64)]) -> Vec<Achieved> {
        let group = |(key, responses, population): &(&str, u64, u64)| Achieved {
            key: (*key).to_owned(),
            responses: *responses,
            population: *population,
        };
        numbers.iter().map(group).collect()
    }

    #[test]
    fn a_district_with_half_the_responses_it_should_have_is_heard_less() {
        let given = groups(&[("a", 100, 20_000), ("b", 200, 20_000), ("c", 300, 20_000), ("d", 200, 20_000)]);
        let found = Representativeness::of(&given, Policy::default());
        let heard: Vec<Heard> = found.groups.iter().map(|group| group.heard).collect();
        assert_eq!(heard, [Heard::Less, Heard::Alike, Heard::More, Heard::Alike]);
        let ratio = found.groups[0].achieved.unwrap();
        assert!((ratio.ratio - 0.5).abs() < 1e-9 && ratio.low < 0.5 && ratio.high > 0.5 && ratio.high < 1.0);
        assert_eq!((found.unheard, found.responses), (vec!["a".to_owned()], Count::Shown(800)));
    }

    #[test]
    fn a_group_too_small_to_be_shown_is_not_heard_and_no_population_is_not_compared() {
        let given = groups(&[("a", 3, 9_000), ("b", 200, 20_000), ("c", 7, 30_000), ("d", 60, 0)]);
        let found = Representativeness::of(&given, Policy::default());
        assert_eq!(found.groups[0].responses, Count::Hidden);
        assert_eq!(found.groups[0].heard, Heard::Hidden);
        assert_eq!(found.groups[3].heard, Heard::NotCompared);
        assert_eq!(found.unheard, ["c", "a"]);
    }

    #[test]
    fn one_group_alone_is_compared_with_nothing_and_equal_shares_are_alike() {
        let alone = Representativeness::of(&groups(&[("a", 300, 9_000), ("b", 40, 0)]), Policy::default());
        assert_eq!(alone.groups[0].heard, Heard::NotCompared);
        assert!(alone.unheard.is_empty() && alone.groups[0].achieved.is_none());
        assert_eq!(alone.groups[0].responses, Count::Shown(300));
        let halves = Representativeness::of(&groups(&[("a", 300, 9_000), ("b", 300, 9_000)]), Policy::default());
        assert!(halves.groups.iter().all(|group| group.heard == Heard::Alike), "{halves:?}");
    }

    #[test]
    fn everything_follows_from_rounded_numbers() {
        let of = |first, second| {
            let given = groups(&[("a", first, 1_000), ("b", second, 2_000)]);
            Representativeness::of(&given, Policy::default())
        };
        assert_eq!(of(101, 202).groups, of(102, 201).groups);
    }
}
