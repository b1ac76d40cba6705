//! Every table of one ballot's or one campaign's turnout, published as one.
//!
//! Districts, ages, perspectives and schools are parts of the same people. Whoever lays the tables side by side subtracts
//! across them, so what one hides no other may give: districts are hidden with their schools, and where the children are
//! shown beside all the young, young people are not hidden alone. The whole stays shown, and everything shown is what it
//! is wherever it is shown. Leaves out the days between two looks: whoever counts holds numbers back (`store`).

use std::collections::BTreeSet;

use super::Turnout;
use crate::ballot::TurnoutGroup;
use crate::breakdown::{Count, Policy};

/// Stands for no limit.
const FAR: i64 = 1_000_000_000;

/// What was counted of one ballot or campaign. A table that there is not has no groups.
#[derive(Debug, Clone, Copy)]
pub struct TurnoutTables<'a> {
    /// The whole, which districts and ages part, but for those of whom neither is known.
    pub all: u64,
    /// The whole is published to the last one elsewhere, as all papers of a ballot are with its count. Then no table
    /// hides one number alone.
    pub exact: bool,
    pub districts: &'a [TurnoutGroup],
    pub ages: &'a [TurnoutGroup],
    pub perspectives: &'a [TurnoutGroup],
    /// Keys of the perspectives that are the whole together.
    pub counted: &'a [String],
    pub places: &'a [TurnoutGroup],
    pub places_in: PlacesIn<'a>,
}

/// What the places are parts of.
#[derive(Debug, Clone, Copy)]
pub enum PlacesIn<'a> {
    /// Schools are parts of districts: the key of each one's district, which need not be known.
    Districts(&'a [String]),
    /// Places are parts of all who came by links.
    Links(u64),
}

/// The tables as they may be shown, on one page or on several.
#[derive(Debug, Clone, PartialEq)]
pub struct PublishedTables {
    pub all: Count,
    pub districts: Turnout,
    pub ages: Turnout,
    pub perspectives: Turnout,
    pub places: Turnout,
    /// How many came by links, where places are parts of them.
    pub by_links: Option<Count>,
}

/// The tables by their place: districts, ages, perspectives, places.
const DISTRICTS: usize = 0;
const AGES: usize = 1;
const PERSPECTIVES: usize = 2;
const PLACES: usize = 3;

impl<'a> TurnoutTables<'a> {
    /// Publishes them.
    pub fn publish(&self, policy: Policy) -> PublishedTables {
        let mut tables = self.groups().map(|groups| Turnout::publish(groups, policy));
        loop {
            let before = tables.each_ref().map(Turnout::hidden);
            if self.exact {
                self.hide_never_one_alone(&mut tables, policy);
            }
            if let Some((table, at)) = self.net(&tables, policy).one_more_to_hide() {
                tables[table].hide(at);
            }
            if before == tables.each_ref().map(Turnout::hidden) {
                break;
            }
        }
        let by_links = match self.places_in {
            PlacesIn::Links(links) => Some(Count::publish(links, policy)),
            PlacesIn::Districts(_) => None,
        };
        let [districts, ages, perspectives, places] = tables;
        PublishedTables { all: Count::publish(self.all, policy), districts, ages, perspectives, places, by_links }
    }

    fn groups(&self) -> [&'a [TurnoutGroup]; 4] {
        [self.districts, self.ages, self.perspectives, self.places]
    }

    /// The places of schools in a district.
    fn inside(&self, district: &str) -> Vec<usize> {
        let PlacesIn::Districts(of) = self.places_in else { return Vec::new() };
        (0..self.places.len().min(of.len())).filter(|at| of[*at] == district).collect()
    }

    /// Hides a second number wherever one alone is hidden, once: the whole less the rest would tell it to the last one.
    fn hide_never_one_alone(&self, tables: &mut [Turnout; 4], policy: Policy) {
        tables[AGES].hide_a_second(self.ages, false);
        let PlacesIn::Districts(of) = self.places_in else {
            return tables[DISTRICTS].hide_a_second(self.districts, false);
        };
        tables[PLACES].hide_a_second(self.places, false);
        for (at, district) in self.districts.iter().enumerate() {
            let inside = self.inside(&district.key);
            let hidden: Vec<usize> = inside.iter().copied().filter(|at| tables[PLACES].is_hidden(*at)).collect();
            let papers: u64 = hidden.iter().map(|at| self.places[*at].papers).sum();
            // The district less the schools that are shown gives what the hidden ones have together.
            if hidden.len() == 1 || (!hidden.is_empty() && papers < policy.threshold * 2) {
                tables[DISTRICTS].hide(at);
            }
            // The schools together give the district.
            let smallest = inside.iter().copied().min_by_key(|at| self.places[*at].papers);
            if let (true, true, Some(smallest)) = (tables[DISTRICTS].is_hidden(at), hidden.is_empty(), smallest) {
                tables[PLACES].hide(smallest);
            }
        }
        let is_outside = |at: &usize| !self.districts.iter().any(|district| district.key == of[*at]);
        let mut outside = (0..self.places.len().min(of.len())).filter(is_outside);
        // All papers less the districts give what is hidden of the schools that are in none.
        let beside = outside.any(|at| tables[PLACES].is_hidden(at));
        tables[DISTRICTS].hide_a_second(self.districts, beside);
    }

    /// What a reader of all tables knows, and how the numbers add up.
    fn net(&self, tables: &[Turnout; 4], policy: Policy) -> Net {
        let mut net = Net { numbers: Vec::new(), sums: Vec::new() };
        let whole = net.add(Number::whole(self.all, self.exact, policy));
        let mut first = [0; 4];
        for (table, groups) in self.groups().into_iter().enumerate() {
            first[table] = net.numbers.len();
            for (at, group) in groups.iter().enumerate() {
                let is_share = tables[table].groups[at].share.is_some();
                let number = Number::group(group, is_share, tables[table].is_hidden(at), policy);
                net.add(Number { at: Some((table, at)), ..number });
            }
        }
        let members = |table: usize| (0..self.groups()[table].len()).map(|at| first[table] + at).collect::<Vec<_>>();
        net.part(whole, members(DISTRICTS), Some(policy));
        net.part(whole, members(AGES), Some(policy));
        let is_counted = |at: &usize| self.counted.contains(&self.perspectives[at - first[PERSPECTIVES]].key);
        // Everybody answers as somebody: there are no others to protect.
        net.part(whole, members(PERSPECTIVES).into_iter().filter(is_counted).collect(), None);
        match self.places_in {
            PlacesIn::Links(links) => {
                let links = net.add(Number::whole(links, false, policy));
                net.part(links, members(PLACES), None);
            }
            PlacesIn::Districts(_) => {
                for (at, district) in self.districts.iter().enumerate() {
                    let inside = self.inside(&district.key).into_iter().map(|at| first[PLACES] + at).collect();
                    net.part(first[DISTRICTS] + at, inside, None);
                }
            }
        }
        net
    }
}

/// One number, and what a reader knows of it who looks at nothing else.
#[derive(Debug, Clone)]
struct Number {
    value: i64,
    least: i64,
    most: i64,
    /// What must stay possible of it, where it is hidden for being few or nearly all.
    keep: Option<(i64, i64)>,
    /// Its table and place where it can be hidden still.
    at: Option<(usize, usize)>,
    hidden: bool,
}

impl Number {
    /// A total, which is shown unless it is small.
    fn whole(number: u64, exact: bool, policy: Policy) -> Self {
        let (value, hidden, seen) = (whole(number), number < policy.threshold, policy.seen(number));
        let (least, most) = match (exact, hidden) {
            (true, false) => (value, value),
            _ => (whole(seen.least), whole(seen.most)),
        };
        Self { value, least, most, keep: None, at: None, hidden }
    }

    fn group(group: &TurnoutGroup, is_share: bool, hidden: bool, policy: Policy) -> Self {
        let (papers, value) = (group.papers, whole(group.papers));
        let few = policy.threshold.saturating_sub(1);
        let entitled = group.entitled.filter(|_| is_share).map(|entitled| entitled.max(papers));
        let cap = entitled.map_or(FAR, whole);
        let keep = match entitled {
            _ if papers < policy.threshold => Some((0, few.min(entitled.unwrap_or(few)))),
            Some(entitled) if entitled - papers < policy.threshold => Some((entitled.saturating_sub(few), entitled)),
            Some(entitled) if entitled < policy.least_base => {
                let least = papers.saturating_sub(policy.threshold / 2);
                Some((least, (least + few).min(entitled).max(papers)))
            }
            _ => None,
        };
        let keep = keep.map(|(least, most)| (whole(least), whole(most))).filter(|_| hidden);
        let seen = policy.seen(papers);
        let (least, most) = match (hidden, entitled) {
            (true, _) => (0, cap),
            (false, None) => (whole(seen.least), whole(seen.most)),
            (false, Some(entitled)) => {
                (whole(seen.least), whole(seen.most.min(entitled.saturating_sub(policy.threshold))))
            }
        };
        Self { value, least, most, keep, at: None, hidden }
    }

    /// Those of a whole who are in no group: never shown.
    fn others(value: i64, protect: Option<Policy>) -> Self {
        let few = protect.map(|policy| whole(policy.threshold.saturating_sub(1)));
        let keep = few.filter(|few| value <= *few).map(|few| (0, few));
        Self { value, least: 0, most: FAR, keep, at: None, hidden: true }
    }
}

/// Numbers that add up. Every number is a part of one other at most, and the wholes make no ring, so that narrowing sum by
/// sum finds all that can be known.
#[derive(Debug)]
struct Net {
    numbers: Vec<Number>,
    /// A whole and its parts.
    sums: Vec<(usize, Vec<usize>)>,
}

impl Net {
    fn add(&mut self, number: Number) -> usize {
        self.numbers.push(number);
        self.numbers.len() - 1
    }

    /// Notes that these are parts of a whole, with those in none of them, whose number is protected by a policy where one
    /// is given.
    fn part(&mut self, whole: usize, mut parts: Vec<usize>, protect: Option<Policy>) {
        if parts.is_empty() {
            return;
        }
        let together: i64 = parts.iter().map(|part| self.numbers[*part].value).sum();
        let others = self.numbers[whole].value - together;
        if others > 0 {
            parts.push(self.add(Number::others(others, protect)));
        } else if !self.numbers[whole].hidden {
            // Numbers that were held back on different days need not add up, and whoever reads them knows that.
            self.numbers[whole].most = self.numbers[whole].most.max(together);
        }
        self.sums.push((whole, parts));
    }

    /// The least and the most that each number can be for somebody who reads all tables.
    fn bounds(&self) -> Vec<(i64, i64)> {
        let mut bounds: Vec<(i64, i64)> = self.numbers.iter().map(|number| (number.least, number.most)).collect();
        loop {
            let before = bounds.clone();
            for (whole, parts) in &self.sums {
                let least: i64 = parts.iter().map(|part| bounds[*part].0).sum();
                let most: i64 = parts.iter().map(|part| bounds[*part].1).sum();
                for part in parts {
                    let (own_least, own_most) = bounds[*part];
                    let from_whole = (bounds[*whole].0 - (most - own_most), bounds[*whole].1 - (least - own_least));
                    bounds[*part] = narrowed(bounds[*part], from_whole);
                }
                bounds[*whole] = narrowed(bounds[*whole], (least, most));
            }
            if before == bounds {
                return bounds;
            }
        }
    }

    /// Table and place of a number to hide for a hidden one that can be worked out too closely; nothing where all are open,
    /// or no more can be hidden for them.
    fn one_more_to_hide(&self) -> Option<(usize, usize)> {
        let bounds = self.bounds();
        let is_open =
            |at: usize| self.numbers[at].keep.is_none_or(|(least, most)| bounds[at].0 <= least && bounds[at].1 >= most);
        let mut told = (0..self.numbers.len()).filter(|at| !is_open(*at));
        told.find_map(|at| self.smallest_beside(at))
    }

    /// The smallest number that is shown beside a hidden one, in a sum with it; where all there are hidden, in a sum with
    /// one of those, and so on.
    fn smallest_beside(&self, hidden: usize) -> Option<(usize, usize)> {
        let mut near = vec![hidden];
        loop {
            let is_near =
                |(whole, parts): &&(usize, Vec<usize>)| near.iter().any(|at| at == whole || parts.contains(at));
            let sums = self.sums.iter().filter(is_near);
            let members: BTreeSet<usize> =
                sums.flat_map(|(whole, parts)| parts.iter().chain([whole]).copied()).collect();
            let can_be_hidden = |at: &&usize| !self.numbers[**at].hidden && self.numbers[**at].at.is_some();
            let smallest = members.iter().filter(can_be_hidden).min_by_key(|at| (self.numbers[**at].value, **at));
            if let Some(smallest) = smallest {
                return self.numbers[*smallest].at;
            }
            // What is shown and stays so parts what is on its two sides.
            let further = members.iter().copied().filter(|at| self.numbers[*at].hidden);
            let before = near.len();
            near = near.iter().copied().chain(further).collect::<BTreeSet<_>>().into_iter().collect();
            if near.len() == before {
                return None;
            }
        }
    }
}

/// What is left of a range when another is known. Where nothing is, numbers were held back, and it stays as it was.
fn narrowed(range: (i64, i64), by: (i64, i64)) -> (i64, i64) {
    let both = (range.0.max(by.0), range.1.min(by.1));
    if both.0 <= both.1 { both } else { range }
}

fn whole(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(FAR).min(FAR)
}

#[cfg(test)]
#[path = "together_tests.rs"]
mod tests;
