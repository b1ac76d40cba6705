//! Somebody lays every table of one campaign side by side and subtracts.

use proptest::collection::vec;

use super::*;
use crate::breakdown::attacker::{Attacker, FAR as NO_LIMIT};

fn group(key: &str, papers: u64, entitled: Option<u64>) -> TurnoutGroup {
    TurnoutGroup { key: key.to_owned(), name: key.to_owned(), papers, entitled, target: None }
}

fn groups(papers: &[u64]) -> Vec<TurnoutGroup> {
    papers.iter().enumerate().map(|(at, papers)| group(&format!("g{at}"), *papers, None)).collect()
}

fn hidden(turnout: &Turnout) -> Vec<&str> {
    let hidden = turnout.groups.iter().filter(|group| group.papers == Count::Hidden);
    hidden.map(|group| group.key.as_str()).collect()
}

fn tables<'a>(all: u64) -> TurnoutTables<'a> {
    let none = &[] as &[TurnoutGroup];
    TurnoutTables {
        all,
        exact: false,
        districts: none,
        ages: none,
        perspectives: none,
        counted: &[],
        places: none,
        places_in: PlacesIn::Districts(&[]),
    }
}

/// A ballot, whose papers are published to the last one.
fn ballot<'a>(districts: &'a [TurnoutGroup], schools: &'a [TurnoutGroup], of: &'a [String]) -> TurnoutTables<'a> {
    let all = districts.iter().map(|district| district.papers).sum();
    TurnoutTables { exact: true, districts, places: schools, places_in: PlacesIn::Districts(of), ..tables(all) }
}

#[test]
fn districts_and_schools_are_hidden_together_and_never_one_alone() {
    let districts = [("redditch", 30), ("malvern-hills", 30), ("wyre-forest", 80), ("wychavon", 90)];
    let districts = districts.map(|(key, papers)| group(key, papers, Some(9_000)));
    // All but none of those entitled at Hillview voted, so that it is hidden; it is alone in its district.
    let schools = [
        group("hillview", 30, Some(31)),
        group("first", 30, Some(400)),
        group("large", 80, Some(900)),
        group("larger", 90, Some(900)),
    ];
    let of = ["malvern-hills", "redditch", "wyre-forest", "wychavon"].map(str::to_owned);
    let shown = ballot(&districts, &schools, &of).publish(Policy::default());
    assert_eq!(hidden(&shown.places), ["hillview", "first"]);
    assert_eq!(hidden(&shown.districts), ["redditch", "malvern-hills"]);
    let malvern_hills = &shown.districts.groups[1];
    assert!(malvern_hills.share.unwrap().shown().is_none() && malvern_hills.reached.is_none());
    // Two schools, 42 papers in all: 30 would tell of the other 12.
    let two = [group("first", 30, Some(400)), group("second", 12, Some(5))];
    let alone = TurnoutTables { exact: true, ages: &two, ..tables(42) }.publish(Policy::default());
    assert_eq!(hidden(&alone.ages), ["first", "second"]);
    // Where nothing is hidden nothing more is; where a school is in no district, all less the districts tells it.
    let open = TurnoutTables { exact: true, ages: &two[..1], ..tables(42) }.publish(Policy::default());
    assert!(hidden(&open.ages).is_empty());
    let schools = [group("large", 80, Some(900)), group("nowhere", 3, Some(900))];
    let of = ["wyre-forest", ""].map(str::to_owned);
    let shown = ballot(&districts, &schools, &of).publish(Policy::default());
    assert_eq!((hidden(&shown.places), hidden(&shown.districts)), (vec!["large", "nowhere"], vec!["wyre-forest"]));
}

#[test]
fn three_young_people_are_not_what_all_the_young_less_the_children_are() {
    let perspectives = [group("child", 200, None), group("young_person", 3, None), group("parent", 100, None)];
    let counted = ["child", "young_person"].map(str::to_owned);
    // By itself the table hides the three and nothing else: with parents beside them they could be none or nine.
    assert_eq!(hidden(&Turnout::publish(&perspectives, Policy::default())), ["young_person"]);
    // 205 young, which are 203 at least, less 200 children, who are 202 at most, leave one at least.
    let shown =
        TurnoutTables { perspectives: &perspectives, counted: &counted, ..tables(203) }.publish(Policy::default());
    assert_eq!((shown.all, hidden(&shown.perspectives)), (Count::Shown(205), vec!["child", "young_person"]));
}

#[test]
fn few_at_one_place_are_not_what_all_who_came_by_links_less_the_others_are() {
    let places = [group("library", 41, None), group("bus", 4, None)];
    let links = |links| TurnoutTables { places: &places, places_in: PlacesIn::Links(links), ..tables(300) };
    let shown = links(45).publish(Policy::default());
    assert_eq!((shown.by_links, hidden(&shown.places)), (Some(Count::Shown(45)), vec!["library", "bus"]));
}

/// What the attacker reads: every number that is shown, as it was rounded, and how the numbers add up.
struct Reader {
    attacker: Attacker,
    whole: usize,
    policy: Policy,
}

impl Reader {
    fn new(shown: &PublishedTables, all: u64, exact: bool, policy: Policy) -> Self {
        let mut attacker = Attacker::default();
        let whole = attacker.new_number();
        let mut reader = Self { attacker, whole, policy };
        match exact {
            true if shown.all != Count::Hidden => reader.attacker.learn(vec![(whole, 1)], all as i64, all as i64),
            _ => reader.read(whole, shown.all),
        }
        reader
    }

    fn read(&mut self, number: usize, count: Count) {
        if let Count::Shown(shown) = count {
            let (shown, step) = (shown as i64, self.policy.rounding as i64);
            let least = (shown - step / 2).max(self.policy.threshold as i64);
            self.attacker.learn(vec![(number, 1)], least, shown + (step - 1) - step / 2);
        }
    }

    /// One unknown a group, as the table shows it.
    fn table(&mut self, turnout: &Turnout) -> Vec<usize> {
        let read = |group: &crate::breakdown::PublishedTurnout| {
            let number = self.attacker.new_number();
            self.read(number, group.papers);
            number
        };
        turnout.groups.iter().map(read).collect()
    }

    /// That these are parts of a whole, or all of it.
    fn part(&mut self, whole: usize, parts: &[usize], is_all: bool) {
        let mut sum: Vec<(usize, i64)> = parts.iter().map(|part| (*part, 1)).collect();
        sum.push((whole, -1));
        self.attacker.learn(sum, if is_all { 0 } else { -NO_LIMIT }, 0);
    }

    /// Whether every hidden small number can still be none, and can be nine.
    fn is_foiled(&self, turnout: &Turnout, counted: &[TurnoutGroup], numbers: &[usize]) -> bool {
        let small = |at: &usize| counted[*at].papers < self.policy.threshold;
        (0..counted.len()).filter(small).all(|at| {
            let (least, most) = self.attacker.bounds(&[(numbers[at], 1)]);
            turnout.groups[at].papers == Count::Hidden && least < 0.5 && most > self.policy.threshold as f64 - 1.5
        })
    }
}

/// Some of so many, by a number from 0 to 100.
fn some(of: u64, percent: u64) -> u64 {
    of * percent / 100
}

/// Publishes and attacks one campaign or ballot.
fn attack(districts: &[u64], elsewhere: u64, cuts: &[u64], parents: u64, exact: bool) -> bool {
    let policy = Policy::default();
    let all = districts.iter().sum::<u64>() + elsewhere;
    let child = some(all, cuts[0]);
    let young = some(all, cuts[1]);
    let middle = some(all - young, cuts[2]);
    let ages = groups(&[young, middle, all - young - middle]);
    let perspectives = [group("child", child, None), group("young", all - child, None), group("parent", parents, None)];
    let counted = ["child", "young"].map(str::to_owned);
    let in_district = |at: usize| [some(districts[at], cuts[2]), districts[at] - some(districts[at], cuts[2])];
    let schools = groups(&(0..districts.len()).flat_map(in_district).collect::<Vec<_>>());
    let of: Vec<String> = (0..districts.len() * 2).map(|at| format!("g{}", at / 2)).collect();
    let districts = groups(districts);
    let tables = TurnoutTables {
        all,
        exact,
        districts: &districts,
        ages: &ages,
        perspectives: &perspectives,
        counted: &counted,
        places: &schools,
        places_in: PlacesIn::Districts(&of),
    };
    let shown = tables.publish(policy);
    let mut reader = Reader::new(&shown, all, exact, policy);
    let whole = reader.whole;
    let by_district = reader.table(&shown.districts);
    reader.part(whole, &by_district, elsewhere == 0);
    let by_age = reader.table(&shown.ages);
    reader.part(whole, &by_age, true);
    let by_perspective = reader.table(&shown.perspectives);
    reader.part(whole, &by_perspective[..2], true);
    let by_school = reader.table(&shown.places);
    by_school.chunks(2).zip(&by_district).for_each(|(inside, district)| reader.part(*district, inside, true));
    reader.is_foiled(&shown.districts, &districts, &by_district)
        && reader.is_foiled(&shown.ages, &ages, &by_age)
        && reader.is_foiled(&shown.perspectives, &perspectives, &by_perspective)
        && reader.is_foiled(&shown.places, &schools, &by_school)
}

proptest::proptest! {
    #[test]
    fn no_small_number_is_told_by_all_tables_of_a_campaign_together(
        districts in vec(0u64..70, 2..6), elsewhere in 0u64..15, cuts in vec(0u64..101, 3), parents in 0u64..60,
        exact in proptest::bool::ANY,
    ) {
        // Of fewer people than can be hidden behind others nothing but hidden numbers is left.
        proptest::prop_assume!(districts.iter().sum::<u64>() + elsewhere > 20);
        proptest::prop_assert!(attack(&districts, elsewhere, &cuts, parents, exact));
    }
}
