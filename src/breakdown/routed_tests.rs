//! Somebody who sees the figures of a question and of those that hang on it, and subtracts.

use super::*;
use crate::breakdown::Figure;
use crate::breakdown::attacker::{Attacker, FAR};
use crate::survey::sample::ready_for_work;
use crate::survey::{Answer, District, Language, Origin, Response};

/// The districts that tests speak of.
const PLACES: [&str; 3] = ["redditch", "wychavon", "worcester"];

fn response(district: &str, perspective: &str, said: &[(&str, Answer)]) -> Response {
    Response {
        perspective: perspective.into(),
        district: District::parse(district),
        language: Language::english(),
        submitted_on: jiff::civil::date(2026, 11, 23),
        origin: Origin::Illustrative,
        answers: said.iter().map(|(key, answer)| ((*key).to_owned(), answer.clone())).collect(),
    }
}

/// In each district, how many had work experience, had none and were not sure; `skip` of those who had pass over what
/// follows.
fn answers(people: [[u32; 3]; 3], skip: u32) -> ClosedAnswers {
    let survey = ready_for_work();
    let mut closed = ClosedAnswers::default();
    let choice = |key: &str| Answer::Choice(key.to_owned());
    for (place, people) in PLACES.iter().zip(people) {
        for (said, people) in ["yes", "no", "not-sure"].into_iter().zip(people) {
            for at in 0..people {
                let mut all = vec![("had-experience", choice(said))];
                let useful = ["very-useful", "fairly-useful", "not-very-useful"][at as usize % 3];
                if said == "yes" && at >= skip {
                    all.push(("useful", choice(useful)));
                }
                closed.add(&survey, &response(place, "young-person", &all));
            }
        }
    }
    closed
}

fn groups() -> Vec<(String, String)> {
    PLACES.iter().map(|key| ((*key).to_owned(), (*key).to_owned())).collect()
}

fn table(closed: &ClosedAnswers, key: &str, policy: Policy) -> Breakdown {
    let survey = ready_for_work();
    let question = survey.find_question(key).unwrap();
    let of = |_: &str, district: &str| district.to_owned();
    closed.table(question, Counting::Picked, str::to_owned, &groups(), of, policy)
}

/// What a reader works out of everybody's figures of the first question, knowing the routed one: each hidden option's least
/// and most.
fn told(first: &Breakdown, routed: &Breakdown, policy: Policy) -> Vec<Vec<(f64, f64)>> {
    let mut attacker = Attacker::default();
    let places = first.groups.len() + 1;
    let numbers: Vec<Vec<usize>> =
        (0..first.rows.len()).map(|_| (0..places).map(|_| attacker.new_number()).collect()).collect();
    let routed_bases: Vec<usize> = (0..places).map(|_| attacker.new_number()).collect();
    let ends = |shown: u64| {
        let seen = policy.seen(shown);
        (seen.least as i64, seen.most as i64)
    };
    for (row, cells) in first.rows.iter().zip(&numbers) {
        let figures = row.cells.iter().map(|cell| &cell.figure).chain([&row.everyone]);
        for (figure, at) in figures.zip(cells) {
            if let Some(share) = figure.shown() {
                let (least, most) = ends(share.count);
                attacker.learn(vec![(*at, 1)], least, most);
            }
        }
        let mut sum: Vec<(usize, i64)> = cells[..places - 1].iter().map(|at| (*at, 1)).collect();
        sum.push((cells[places - 1], -1));
        attacker.learn(sum, 0, 0);
    }
    let base = |table: &Breakdown, place: usize| table.groups.get(place).map_or(table.everyone, |group| group.base);
    for (place, routed_base) in routed_bases.iter().enumerate() {
        if let Count::Shown(shown) = base(first, place) {
            let (least, most) = ends(shown);
            attacker.learn(numbers.iter().map(|cells| (cells[place], 1)).collect(), least, most);
        }
        // Whoever answered the routed question said yes.
        attacker.learn(vec![(numbers[0][place], 1), (*routed_base, -1)], 0, FAR);
        if let Count::Shown(shown) = base(routed, place) {
            let (least, most) = ends(shown);
            attacker.learn(vec![(*routed_base, 1)], least, most);
        }
    }
    let mut sum: Vec<(usize, i64)> = routed_bases[..places - 1].iter().map(|at| (*at, 1)).collect();
    sum.push((routed_bases[places - 1], -1));
    attacker.learn(sum, 0, 0);
    numbers.iter().map(|cells| cells.iter().map(|at| attacker.bounds(&[(*at, 1)])).collect()).collect()
}

/// As open as a small number can be: none to nine.
const WHOLE: f64 = 9.0;

/// The small numbers that somebody can tell from others as small, each by its option and place.
fn narrowed(people: [[u32; 3]; 3], first: &Breakdown, routed: &Breakdown) -> Vec<(String, usize)> {
    let told = told(first, routed, Policy::default());
    let mut found = Vec::new();
    for (row, name) in first.rows.iter().enumerate() {
        for (place, (least, most)) in told[row].iter().enumerate() {
            let true_number: u32 = match people.get(place) {
                Some(of_place) => of_place[row],
                None => people.iter().map(|of_place| of_place[row]).sum(),
            };
            if true_number < 10 && most.min(WHOLE) - least.max(0.0) < WHOLE - 1e-6 {
                found.push((name.key.clone(), place));
            }
        }
    }
    found
}

/// What the routed question gives away beyond what the first tells by itself.
fn given_away(people: [[u32; 3]; 3], first: &Breakdown, routed: &Breakdown) -> Vec<(String, usize)> {
    let nothing = Breakdown::of_options(0, &[], &[], Policy::default());
    let before = narrowed(people, first, &nothing);
    narrowed(people, first, routed).into_iter().filter(|told| !before.contains(told)).collect()
}

#[test]
fn a_hidden_answer_is_not_told_by_the_base_of_a_question_that_hangs_on_another() {
    // 302 people, who look like 300: less 200 and 100 leave two to six of those who are not sure.
    let people = [[34, 66, 1], [33, 66, 1], [33, 67, 1]];
    let closed = answers(people, 0);
    let policy = Policy::default();
    let (first, useful) = (table(&closed, "had-experience", policy), table(&closed, "useful", policy));
    assert_eq!(first.find_row("not-sure").unwrap().everyone, Figure::Hidden);
    assert_eq!(first.find_row("yes").unwrap().everyone, Figure::Hidden, "not sure is what is left of everybody");
    assert_eq!(useful.everyone, Count::Hidden);
    assert!(useful.groups.iter().all(|group| group.base == Count::Hidden));
    assert!(useful.rows.iter().all(|row| row.everyone == Figure::Hidden));
    assert!(given_away(people, &first, &useful).is_empty());
    // Were it shown as it stands, it would tell.
    let shown = Breakdown { everyone: Count::Shown(100), ..useful };
    assert!(!given_away(people, &first, &shown).is_empty());
}

#[test]
fn a_routed_question_whose_answers_hide_nothing_is_shown_whole() {
    let closed = answers([[50, 60, 20], [40, 66, 30], [45, 67, 25]], 0);
    let policy = Policy::default();
    assert_eq!(table(&closed, "useful", policy).everyone, Count::Shown(135));
    let withheld = closed.withheld(&groups(), |_, district| district.to_owned(), policy);
    assert!(!withheld["useful"].is_any(), "{withheld:?}");
}

#[test]
fn where_many_pass_it_over_its_base_tells_nothing_and_stands() {
    let policy = Policy::default();
    // Of 160 who had work experience, which is hidden beside twelve who were not sure in all, 70 said how it was.
    let few = answers([[54, 86, 4], [53, 86, 4], [53, 87, 4]], 30);
    let useful = table(&few, "useful", policy);
    assert_eq!(useful.everyone, Count::Shown(70));
    assert!(useful.groups.iter().all(|group| group.base == Count::Shown(25)), "{useful:?}");
}

#[test]
fn who_is_asked_by_perspective_is_not_told_where_a_perspective_is_hidden() {
    let survey = ready_for_work();
    let mut closed = ClosedAnswers::default();
    let no = [("had-experience", Answer::Choice("no".into()))];
    (0..103).for_each(|_| closed.add(&survey, &response("redditch", "young-person", &no)));
    (0..2).for_each(|_| closed.add(&survey, &response("redditch", "employer", &[])));
    let had = table(&closed, "had-experience", Policy::default());
    assert_eq!(had.everyone, Count::Hidden, "105 less 105 leaves too few employers");
}

#[test]
fn a_perspective_that_nobody_answered_from_withholds_nothing() {
    let closed = answers([[50, 60, 20], [40, 66, 30], [45, 67, 25]], 0);
    assert_eq!(table(&closed, "had-experience", Policy::default()).everyone, Count::Shown(405));
}

#[test]
fn a_district_that_is_withheld_is_not_had_by_subtracting_the_others() {
    let people = [[100, 31, 1], [40, 66, 30], [45, 67, 25]];
    let closed = answers(people, 0);
    let policy = Policy::default();
    let (first, useful) = (table(&closed, "had-experience", policy), table(&closed, "useful", policy));
    assert!(given_away(people, &first, &useful).is_empty());
}

#[test]
fn what_hidden_districts_have_together_is_not_had_by_subtracting_those_shown() {
    // Nobody is withheld: one district is small and one hidden for its sake, and 55 less 35 leaves four in the small one.
    let people = [[8, 0, 0], [11, 49, 23], [37, 36, 9]];
    let closed = answers(people, 0);
    let policy = Policy::default();
    let (first, useful) = (table(&closed, "had-experience", policy), table(&closed, "useful", policy));
    assert!(given_away(people, &first, &useful).is_empty());
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(48))]
    #[test]
    fn no_routed_base_ever_tells_a_small_number(
        people in proptest::array::uniform3([0u32..60, 0u32..60, 0u32..25]),
        skip in 0u32..4,
    ) {
        let closed = answers(people, skip);
        let policy = Policy::default();
        let (first, useful) = (table(&closed, "had-experience", policy), table(&closed, "useful", policy));
        let told = given_away(people, &first, &useful);
        proptest::prop_assert!(told.is_empty(), "{told:?}: {first:?} beside {useful:?}");
    }
}
