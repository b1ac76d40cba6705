//! The twelve published attacks, each tried on what Heard publishes, and again with suppression switched off to see that
//! it would have worked.

use serde_json::Value;

use super::attacker::Attacker;
use super::*;

/// No number is small and none is rounded.
const OFF: Policy = Policy { threshold: 0, rounding: 1, least_base: 0 };

fn case(id: &str) -> Value {
    let cases = include_str!("../../tests/data/sdc/attack_cases.json");
    let cases: Value = serde_json::from_str(cases).unwrap();
    let cases = cases["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 12, "every attack has a test here");
    cases.iter().find(|case| case["id"] == id).unwrap_or_else(|| panic!("no attack is called {id}")).clone()
}

fn numbers(value: &Value) -> Vec<u64> {
    value.as_array().unwrap().iter().map(|number| number.as_u64().unwrap()).collect()
}

fn group((at, base): (usize, &u64)) -> Group {
    Group { key: at.to_string(), name: at.to_string(), base: *base }
}

/// People by two ways that part them, as a closed question's options by group. Totals are worked out.
fn table(rows: &[Vec<u64>], policy: Policy) -> Breakdown {
    let bases: Vec<u64> = (0..rows[0].len()).map(|at| rows.iter().map(|row| row[at]).sum()).collect();
    let groups: Vec<Group> = bases.iter().enumerate().map(group).collect();
    let row = |(at, row): (usize, &Vec<u64>)| Row {
        key: at.to_string(),
        name: at.to_string(),
        counts: row.clone(),
        total: row.iter().sum(),
    };
    let rows: Vec<Row> = rows.iter().enumerate().map(row).collect();
    Breakdown::of_options(bases.iter().sum(), &groups, &rows, policy)
}

fn count(figure: &Figure) -> Option<u64> {
    figure.shown().map(|share| share.count)
}

/// Learns a table by options and groups, and gives the numbers by row and group.
fn read(attacker: &mut Attacker, table: &Breakdown) -> Vec<Vec<usize>> {
    let (step, threshold) = (table.policy.rounding as i64, table.policy.threshold as i64);
    let class = |shown: u64| ((shown as i64 - step / 2).max(threshold), shown as i64 - step / 2 + step - 1);
    let cells: Vec<Vec<usize>> =
        table.rows.iter().map(|row| row.cells.iter().map(|_| attacker.new_number()).collect()).collect();
    let mut learn = |cells: Vec<usize>, shown: Option<u64>| {
        if let Some((least, most)) = shown.map(class) {
            attacker.learn(cells.into_iter().map(|at| (at, 1)).collect(), least, most);
        }
    };
    for (row, cells) in table.rows.iter().zip(&cells) {
        row.cells.iter().zip(cells).for_each(|(cell, at)| learn(vec![*at], count(&cell.figure)));
        learn(cells.clone(), count(&row.everyone));
    }
    for (at, group) in table.groups.iter().enumerate() {
        let shown = if let Count::Shown(base) = group.base { Some(base) } else { None };
        learn(cells.iter().map(|row| row[at]).collect(), shown);
    }
    cells
}

/// How closely the attacker can tell one cell of a table.
fn width(rows: &[Vec<u64>], at: (usize, usize), policy: Policy) -> f64 {
    let mut attacker = Attacker::default();
    let cells = read(&mut attacker, &table(rows, policy));
    let (low, high) = attacker.bounds(&[(cells[at.0][at.1], 1)]);
    high - low
}

fn by_sex(case: &Value, rows: &[&str]) -> Vec<Vec<u64>> {
    rows.iter().map(|row| numbers(&case["table"][row])[..2].to_vec()).collect()
}

#[test]
fn margin_recovery_finds_nothing() {
    let rows = by_sex(&case("margin_recovery"), &["Married", "Divorced", "Single"]);
    assert!(width(&rows, (2, 1), Policy::default()) >= 9.0);
    assert_eq!(width(&rows, (2, 1), OFF), 0.0);
    // Hiding the one small number alone, of numbers that are not rounded, is what the attack undoes.
    let mut attacker = Attacker::default();
    let women = [0, 1, 2].map(|_| attacker.new_number());
    attacker.learn(vec![(women[0], 1)], 17, 17);
    attacker.learn(vec![(women[1], 1)], 4, 4);
    attacker.learn(women.iter().map(|at| (*at, 1)).collect(), 22, 22);
    assert_eq!(attacker.bounds(&[(women[2], 1)]), (1.0, 1.0));
}

#[test]
fn a_rectangle_of_hidden_numbers_stays_open() {
    let case = case("rectangle_ok");
    let mut attacker = Attacker::default();
    let [men, women, single_men, single_women] = [0; 4].map(|_| attacker.new_number());
    for (one, other, total) in
        [(men, women, 11), (single_men, single_women, 4), (men, single_men, 10), (women, single_women, 5)]
    {
        attacker.learn(vec![(one, 1), (other, 1)], total, total);
    }
    let bounds = numbers(&case["attacker_bounds_single_F"]);
    assert_eq!(attacker.bounds(&[(single_women, 1)]), (bounds[0] as f64, bounds[1] as f64));
}

#[test]
fn two_areas_that_hardly_differ_are_not_told_apart() {
    let case = case("geographic_differencing");
    for (band, difference) in [(">30", 0), ("16-30", 0), ("<=15", 0)] {
        let of = |area: &str| numbers(&case[area][band])[difference];
        let exact = of("area_2") - of("area_1");
        assert_eq!(exact, numbers(&case["difference"][band])[0]);
        let (one, other) = (Policy::default().round(of("area_1")), Policy::default().round(of("area_2")));
        // What is shown leaves the few people of the difference open over more than one number, none of them small.
        assert!(one.abs_diff(other) + 4 > exact);
    }
    // The second area is the first and a few more: asked for as parts of one table, the few more are hidden.
    let outside = numbers(&case["difference"][">30"])[0];
    let rows = [vec![50, outside], vec![128, 2], vec![39, 0]];
    assert!(width(&rows, (0, 1), Policy::default()) >= 9.0);
    assert_eq!(width(&rows, (0, 1), OFF), 0.0);
}

#[test]
fn linked_tables_do_not_reveal_the_one_woman() {
    let case = case("linking");
    let [employed, living, working, both] =
        ["employed", "living", "working_in", "both"].map(|key| case[key].as_u64().unwrap());
    let (males, females) = (numbers(&case["males"]), numbers(&case["derived_females"]));
    let all: Vec<u64> = males.iter().zip(&females).map(|(men, women)| men + women).collect();
    assert!(employed + living + working + both > 0 && all.iter().sum::<u64>() > 0);
    let rows = [males, females.clone()];
    for (at, few) in females.iter().enumerate() {
        assert!(*few < 10 && width(&rows, (1, at), Policy::default()) >= 5.0);
        assert_eq!(width(&rows, (1, at), OFF), 0.0);
    }
}

#[test]
fn a_row_in_which_all_say_one_thing_is_hidden() {
    let rows = by_sex(&case("group_attribute"), &["Married", "Divorced", "Single"]);
    let shown = |policy| table(&rows, policy).rows[0].cells.iter().any(|cell| count(&cell.figure).is_some());
    assert!(!shown(Policy::default()) && shown(OFF));
    // The same in a table large enough: 60 of 60 and 55 of 60 are as telling as none and 5.
    let large = [vec![60, 55, 40], vec![0, 5, 60]];
    let table = table(&large, Policy::default());
    assert_eq!([0, 1].map(|at| count(&table.rows[0].cells[at].figure)), [None, None]);
}

#[test]
fn rounding_is_to_the_nearest_five() {
    let case = case("rounding_oracle_warning");
    let exact: [(&str, [u64; 3]); 2] = [("C", [12, 20, 32]), ("Total", [16, 25, 41])];
    for (row, exact) in exact {
        let rounded = exact.map(|number| Policy::default().round(number));
        assert_eq!(rounded.to_vec(), numbers(&case["correct"][row]));
        assert_ne!(exact.map(|number| OFF.round(number)), rounded);
    }
}

#[test]
fn a_percentage_of_three_girls_is_hidden_with_its_base() {
    let case = case("percentage_leak");
    assert!(case["published"].as_str().unwrap().starts_with("33.3%"));
    let row = Row { key: "a".into(), name: "a".into(), counts: vec![1, 40], total: 41 };
    let groups: Vec<Group> = [3, 120].iter().enumerate().map(group).collect();
    let of = |policy| Breakdown::new(123, &groups, std::slice::from_ref(&row), policy).rows[0].cells[0].figure;
    assert_eq!(of(Policy::default()), Figure::Hidden);
    assert!((of(OFF).shown().unwrap().share - 1.0 / 3.0).abs() < 1e-9);
}

#[test]
fn an_interval_that_only_one_pair_of_numbers_has_is_hidden_with_its_cell() {
    let case = case("interval_leak");
    let (count, base) = (case["reveals"]["x"].as_u64().unwrap(), case["reveals"]["n"].as_u64().unwrap());
    let ends: Vec<f64> = case["published_ci"].as_array().unwrap().iter().map(|end| end.as_f64().unwrap()).collect();
    let (low, high) = wilson(count, base);
    assert!((low - ends[0]).abs() < 5e-5 && (high - ends[1]).abs() < 5e-5);
    let row = Row { key: "a".into(), name: "a".into(), counts: vec![count, 40], total: count + 40 };
    let groups: Vec<Group> = [base, 120].iter().enumerate().map(group).collect();
    let of = |policy| Breakdown::new(base + 120, &groups, std::slice::from_ref(&row), policy).rows[0].cells[0];
    assert!(of(Policy::default()).figure == Figure::Hidden && of(Policy::default()).gap.is_none());
    assert_eq!(of(OFF).figure.shown().map(|share| (share.low, share.high)), Some((low, high)));
}

#[test]
fn one_more_response_changes_nothing_that_is_published() {
    let case = case("time_differencing");
    let key = "Wychavon,in care,feels safe=No";
    let of = |time: &str, policy: Policy| {
        let number = case[time][key].as_u64().unwrap();
        let people = [(key.to_owned(), number)].into();
        Snapshot { people, numbers: [(key.to_owned(), Count::publish(number, policy))].into() }
    };
    let policy = Policy::default();
    assert_eq!(of("t0", policy).refresh(&of("t1", policy), policy), Refresh::Same);
    assert_eq!(of("t0", OFF).refresh(&of("t1", OFF), OFF), Refresh::Enough);
    let mut later = of("t1", policy);
    later.numbers.insert(key.to_owned(), Count::Shown(15));
    assert!(matches!(of("t0", policy).refresh(&later, policy), Refresh::TooSoon { .. }));
}

#[test]
fn a_filter_and_its_complement_do_not_tell_the_difference() {
    let case = case("filter_differencing");
    let last = |key: &str| case[key].as_str().unwrap().rsplit(' ').next().unwrap().parse::<u64>().unwrap();
    let (all, others) = (last("q1"), last("q2"));
    assert_eq!(Count::publish_parts(&[others, all - others], OFF), [Count::Shown(47), Count::Shown(1)]);
    assert_eq!(Count::publish_parts(&[others, all - others], Policy::default()), [Count::Hidden, Count::Hidden]);
    // A filter is one value of a way of the whole table, so that asking for the others is asking the same table.
    let values = vec!["yes".to_owned(), "no".to_owned()];
    let carer = Attribute { key: "young-carer".into(), values };
    let mut columns = Columns::new(vec!["safe".into()], vec!["q".into()], vec![carer]);
    for person in 0..all {
        let values = vec![Some(usize::from(person < others))];
        columns.push(&ColumnResponse { values, answers: vec![(0, vec![0; usize::from(person % 2 == 0)])] }).unwrap();
    }
    let of = |value: &str, policy| {
        let only = vec![("young-carer".to_owned(), value.to_owned())];
        let asked = Asked { rows: Rows::Themes, by: Vec::new(), by_question: false, only };
        Crosstab::of(&columns, &asked, policy).unwrap().base(None, &[]).unwrap()
    };
    assert_eq!([of("no", OFF), of("yes", OFF)], [Count::Shown(47), Count::Shown(1)]);
    assert_eq!([of("no", Policy::default()), of("yes", Policy::default())], [Count::Hidden, Count::Hidden]);
}

#[test]
fn a_search_that_finds_one_answer_does_not_say_so() {
    let hits = case("search_facet_leak")["hits"].as_u64().unwrap();
    assert_eq!(Count::publish(hits, Policy::default()), Count::Hidden);
    assert_eq!(Count::publish(hits, OFF), Count::Shown(1));
}

#[test]
fn what_files_are_made_from_has_no_number_where_one_is_hidden() {
    case("export_leak");
    let rows = [vec![60, 3, 40], vec![30, 40, 50]];
    let written = |policy| format!("{:?}", table(&rows, policy).rows[0].cells[1]);
    // Every page, chart and file is made from this value: whoever has all of it has no number.
    assert!(!written(Policy::default()).contains(|letter: char| letter.is_ascii_digit()));
    assert!(written(OFF).contains("count: 3"));
}
