//! Tables of several ways, linked tables and a whole publication, attacked by somebody who sees all of it.
//!
//! Leaves out what a table says ([`super::tests`]).

use super::super::attacker::{Attacker, FAR};
use super::super::columns::{Attribute, ColumnResponse};
use super::*;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// A survey with one theme, two questions and three attributes.
fn empty(sizes: [usize; 3]) -> Columns {
    let keys = |count: usize| (0..count).map(|at| at.to_string()).collect::<Vec<_>>();
    let attribute = |(key, size): (&str, usize)| Attribute { key: key.into(), values: keys(size) };
    Columns::new(keys(1), keys(2), ["a", "b", "c"].into_iter().zip(sizes).map(attribute).collect())
}

fn asked(by: &[&str], by_question: bool) -> Asked {
    let by = by.iter().map(|key| (*key).to_owned()).collect();
    Asked { rows: Rows::Themes, by, by_question, only: Vec::new() }
}

/// People of one kind, and how many of them name the theme.
fn fill(columns: &mut Columns, values: [usize; 3], people: u32, naming: u32, questions: &[usize]) {
    for person in 0..people {
        let themes = if person < naming { vec![0] } else { Vec::new() };
        let values = values.iter().zip(&columns.attributes).map(|(at, all)| (*at < all.values.len()).then_some(*at));
        let answers = questions.iter().map(|question| (*question, themes.clone())).collect();
        columns.push(&ColumnResponse { values: values.collect(), answers }).unwrap();
    }
}

/// What the attacker calls the people of one cell: by layer, those who answered and those who named the theme.
struct Numbers {
    grid: Grid,
    layers: usize,
    first: usize,
    /// By entry, which of the cells it is.
    cells: Vec<usize>,
    count: usize,
}

impl Numbers {
    fn new(attacker: &mut Attacker, sizes: &[usize], layers: usize) -> Self {
        let grid = Grid::new(sizes);
        let first = attacker.unknown;
        let mut cells = vec![0; grid.entries()];
        let finest = (0..grid.entries()).filter(|at| grid.place(*at).level == grid.finest());
        let count = finest.enumerate().map(|(number, at)| cells[at] = number).count();
        (0..2 * layers * count).for_each(|_| _ = attacker.new_number());
        let numbers = Self { grid, layers, first, cells, count };
        for entry in (0..numbers.grid.entries()).filter(|at| numbers.grid.place(*at).level == numbers.grid.finest()) {
            for layer in 0..layers {
                let (people, naming) = (numbers.at(false, layer, entry), numbers.at(true, layer, entry));
                attacker.learn(vec![(people, 1), (naming, -1)], 0, FAR);
            }
            for naming in [false, true].into_iter().filter(|_| layers > 1) {
                let any = numbers.at(naming, 0, entry);
                let each: Vec<usize> = (1..layers).map(|layer| numbers.at(naming, layer, entry)).collect();
                each.iter().for_each(|one| attacker.learn(vec![(any, 1), (*one, -1)], 0, FAR));
                let sum = each.iter().map(|one| (*one, 1)).chain([(any, -1)]).collect();
                attacker.learn(sum, 0, FAR);
            }
        }
        numbers
    }

    fn at(&self, naming: bool, layer: usize, entry: usize) -> usize {
        self.first + (usize::from(naming) * self.layers + layer) * self.count + self.cells[entry]
    }

    /// The cells that make up what a table of some of the ways shows.
    fn sum(&self, naming: bool, layer: usize, ways: &[usize], values: &[Option<usize>]) -> Vec<(usize, i64)> {
        let is_cell = |entry: &usize| self.grid.place(*entry).level == self.grid.finest();
        let is_part = |entry: &usize| {
            let place = self.grid.place(*entry).values;
            ways.iter().zip(values).all(|(way, value)| value.is_none_or(|value| value == usize::from(place[*way])))
        };
        let cells = (0..self.grid.entries()).filter(is_cell).filter(is_part);
        cells.map(|entry| (self.at(naming, layer, entry), 1)).collect()
    }
}

/// Learns everything that a table shows, and gives what it hides as sums with the true number.
fn read(attacker: &mut Attacker, numbers: &Numbers, ways: &[usize], table: &Crosstab) -> Vec<Vec<(usize, i64)>> {
    let (policy, mut hidden) = (table.policy, Vec::new());
    let class = |shown: u64| {
        let step = policy.rounding.max(1) as i64;
        (shown as i64 - step / 2, shown as i64 - step / 2 + step - 1)
    };
    for layer in 0..numbers.layers.min(table.questions.len() + 1) {
        for entry in 0..table.grid.entries() {
            let place = table.grid.place(entry);
            let value = |way: usize| (place.level >> way & 1 == 1).then(|| usize::from(place.values[way]));
            let values: Vec<Option<usize>> = (0..ways.len()).map(value).collect();
            let question = layer.checked_sub(1);
            let people = numbers.sum(false, layer, ways, &values);
            let naming = numbers.sum(true, layer, ways, &values);
            match table.base(question, &values).unwrap() {
                Count::Shown(shown) => {
                    let (least, most) = class(shown);
                    attacker.learn(people.clone(), least.max(policy.threshold as i64), most);
                }
                Count::Hidden => hidden.push(people.clone()),
            }
            match table.cell(0, question, &values).unwrap().cell.figure {
                Figure::Shown(share) => {
                    let (least, most) = class(share.count);
                    // A count is cut to its base where both are rounded.
                    let most = if share.count == share.base { FAR } else { most };
                    attacker.learn(naming.clone(), least.max(policy.threshold as i64), most);
                    let others = people.iter().copied().chain(naming.iter().map(|(at, by)| (*at, -by)));
                    attacker.learn(others.collect(), policy.threshold as i64, FAR);
                }
                Figure::Hidden => hidden.push(naming),
            }
        }
    }
    hidden
}

/// The least width that any hidden number is told to.
fn least_width(attacker: &Attacker, hidden: &[Vec<(usize, i64)>]) -> f64 {
    attacker.all_bounds(hidden).iter().map(|(low, high)| high - low).fold(f64::INFINITY, f64::min)
}

/// People of every kind and how many of them name the theme; few of some kinds, many of others.
fn people(cells: usize) -> impl Strategy<Value = Vec<(u32, u32)>> {
    let base = prop_oneof![2 => 0u32..14, 2 => 20u32..60, 3 => 60u32..140];
    let share = prop_oneof![0u32..=100, 0u32..=12, 88u32..=100];
    proptest::collection::vec((base, share).prop_map(|(base, share)| (base, base * share / 100)), cells)
}

fn filled(sizes: [usize; 3], kinds: &[(u32, u32)], questions: &[&[usize]]) -> Columns {
    let mut columns = empty(sizes);
    for (at, (people, naming)) in kinds.iter().enumerate() {
        let [b, c] = [sizes[1] + 1, sizes[2] + 1];
        let values = [at / (b * c), at / c % b, at % c];
        fill(&mut columns, values, *people, *naming, questions[at % questions.len()]);
    }
    columns
}

/// The smallest width that the property tests allow: no hidden number is told exactly, or to one of two neighbours.
const WIDTH: f64 = 2.0;

/// The same tables every time: about one in a thousand of them is of the kind that docs/decisions/0017 says remains, and
/// a test must not fail by chance. Another seed looks elsewhere.
fn drawn() -> ProptestConfig {
    ProptestConfig { cases: 96, rng_seed: RngSeed::Fixed(17), failure_persistence: None, ..ProptestConfig::default() }
}

// Drawn anew each time: in a table of two ways nothing remains, and 6,000 told nothing.
proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn a_table_of_two_attributes_tells_nothing_hidden(kinds in people(12)) {
        let columns = filled([2, 3, 0], &kinds, &[&[0]]);
        let table = Crosstab::of(&columns, &asked(&["a", "b"], false), Policy::default()).unwrap();
        let mut attacker = Attacker::default();
        let numbers = Numbers::new(&mut attacker, &[3, 4], 1);
        let hidden = read(&mut attacker, &numbers, &[0, 1], &table);
        let width = least_width(&attacker, &hidden);
        prop_assert!(width > WIDTH - 1e-6, "{width} {} narrow", table.narrow.iter().filter(|one| **one).count());
    }
}

proptest! {
    #![proptest_config(drawn())]
    #[test]
    fn a_table_of_three_attributes_tells_nothing_hidden(kinds in people(18)) {
        let columns = filled([1, 2, 2], &kinds, &[&[0]]);
        let table = Crosstab::of(&columns, &asked(&["a", "b", "c"], false), Policy::default()).unwrap();
        let mut attacker = Attacker::default();
        let numbers = Numbers::new(&mut attacker, &[2, 3, 3], 1);
        let hidden = read(&mut attacker, &numbers, &[0, 1, 2], &table);
        let width = least_width(&attacker, &hidden);
        prop_assert!(width > WIDTH - 1e-6, "{width} {} narrow", table.narrow.iter().filter(|one| **one).count());
    }

    #[test]
    fn a_table_by_question_tells_nothing_hidden(kinds in people(9)) {
        let columns = filled([2, 2, 0], &kinds, &[&[0, 1], &[0], &[1, 0], &[1]]);
        let table = Crosstab::of(&columns, &asked(&["a", "b"], true), Policy::default()).unwrap();
        let mut attacker = Attacker::default();
        let numbers = Numbers::new(&mut attacker, &[3, 3], 3);
        let hidden = read(&mut attacker, &numbers, &[0, 1], &table);
        let width = least_width(&attacker, &hidden);
        prop_assert!(width > WIDTH - 1e-6, "{width} {} narrow", table.narrow.iter().filter(|one| **one).count());
    }

    #[test]
    fn three_tables_that_share_their_margins_tell_nothing_together(kinds in people(18)) {
        let columns = filled([1, 2, 2], &kinds, &[&[0]]);
        let mut attacker = Attacker::default();
        let numbers = Numbers::new(&mut attacker, &[2, 3, 3], 1);
        let mut hidden = Vec::new();
        for (keys, ways) in [(["a", "b"], [0, 1]), (["a", "c"], [0, 2]), (["b", "c"], [1, 2])] {
            let table = Crosstab::of(&columns, &asked(&keys, false), Policy::default()).unwrap();
            hidden.extend(read(&mut attacker, &numbers, &ways, &table));
        }
        let width = least_width(&attacker, &hidden);
        prop_assert!(width > WIDTH - 1e-6, "{width}");
    }
}

#[test]
fn that_nobody_is_in_a_place_does_not_follow_from_how_many_name_a_theme_around_it() {
    let kinds = [(0, 0), (44, 0), (63, 58), (0, 0), (0, 0), (0, 0), (4, 0), (87, 83), (60, 55)];
    let columns = filled([2, 2, 0], &kinds, &[&[0, 1], &[0], &[1, 0], &[1]]);
    let table = Crosstab::of(&columns, &asked(&["a", "b"], true), Policy::default()).unwrap();
    let mut attacker = Attacker::default();
    let numbers = Numbers::new(&mut attacker, &[3, 3], 3);
    let hidden = read(&mut attacker, &numbers, &[0, 1], &table);
    let width = least_width(&attacker, &hidden);
    assert!(width > WIDTH - 1e-6, "{width} {} narrow", table.narrow.iter().filter(|one| **one).count());
}
