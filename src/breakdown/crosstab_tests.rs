//! What a table of several ways says, and what it refuses to.

use super::super::columns::{Attribute, ColumnResponse};
use super::*;

fn keys(keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| (*key).to_owned()).collect()
}

/// Two themes, two questions, two districts, two perspectives.
fn empty() -> Columns {
    let attribute = |key: &str, values: &[&str]| Attribute { key: key.into(), values: keys(values) };
    let attributes = vec![attribute("district", &["north", "south"]), attribute("perspective", &["child", "adult"])];
    Columns::new(keys(&["buses", "parks"]), keys(&["best", "worst"]), attributes)
}

fn add(columns: &mut Columns, people: usize, values: [usize; 2], answers: &[(usize, &[usize])]) {
    let answers: Vec<_> = answers.iter().map(|(question, themes)| (*question, themes.to_vec())).collect();
    for _ in 0..people {
        columns.push(&ColumnResponse { values: values.map(Some).to_vec(), answers: answers.clone() }).unwrap();
    }
}

/// Northern children name buses, southern ones parks; adults name both, in both answers.
fn town() -> Columns {
    let mut columns = empty();
    add(&mut columns, 80, [0, 0], &[(0, &[0]), (1, &[0])]);
    add(&mut columns, 40, [0, 0], &[(0, &[1])]);
    add(&mut columns, 30, [1, 0], &[(0, &[0])]);
    add(&mut columns, 90, [1, 0], &[(0, &[1]), (1, &[])]);
    for district in 0..2 {
        add(&mut columns, 60, [district, 1], &[(0, &[0, 1]), (1, &[0])]);
        add(&mut columns, 60, [district, 1], &[(0, &[])]);
    }
    columns
}

fn asked(rows: Rows, by: &[&str], by_question: bool, only: &[(&str, &str)]) -> Asked {
    let only = only.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    Asked { rows, by: keys(by), by_question, only }
}

fn shown(cell: Option<&CrosstabCell>) -> (u64, u64) {
    let share = *cell.unwrap().cell.figure.shown().unwrap();
    (share.count, share.base)
}

#[test]
fn every_cell_and_margin_has_its_count_and_base() {
    let table = asked(Rows::Themes, &["district", "perspective"], true, &[]);
    let table = Crosstab::of(&town(), &table, Policy::default()).unwrap();
    assert_eq!(shown(table.cell(0, None, &[Some(0), Some(0)])), (80, 120));
    assert_eq!(shown(table.cell(0, None, &[Some(0), None])), (140, 240));
    assert_eq!(shown(table.cell(0, None, &[None, None])), (230, 480));
    // Eighty and sixty named buses in both answers and count once above, in each question below.
    assert_eq!(shown(table.cell(0, Some(0), &[None, None])), (230, 480));
    assert_eq!(shown(table.cell(0, Some(1), &[None, None])), (200, 290));
    assert_eq!(table.base(Some(1), &[Some(1), Some(0)]), Some(Count::Shown(90)));
    assert_eq!(table.base(None, &[None, None]), Some(Count::Shown(480)));
    assert_eq!(table.cell(0, None, &[Some(3), None]), None);
    assert_eq!(table.cell(2, None, &[None, None]), None);
    assert_eq!(table.cell(0, Some(2), &[None, None]), None);
}

#[test]
fn a_cell_is_compared_with_everyone_else_and_the_difference_comes_with_its_size() {
    let table = asked(Rows::Themes, &["district", "perspective"], false, &[]);
    let table = Crosstab::of(&town(), &table, Policy::default()).unwrap();
    let cell = table.cell(0, None, &[Some(0), Some(0)]).unwrap();
    assert_eq!(cell.cell.differs, Difference::Higher);
    let gap = 80.0 / 120.0 - 150.0 / 360.0;
    assert!((cell.cell.gap.unwrap() - gap).abs() < 1e-12);
    let residual = cell.residual.unwrap();
    assert!(residual > 4.0 && (residual - adjusted_residual([[80, 40], [150, 210]])).abs() < 1e-12);
    let alike = table.cell(0, None, &[None, Some(1)]).unwrap();
    assert_eq!(alike.cell.differs, Difference::NotClear);
    let whole = table.cell(0, None, &[None, None]).unwrap();
    assert_eq!((whole.cell.differs, whole.cell.gap), (Difference::NotCompared, None));
    let compared = table.figures().filter(|cell| cell.cell.gap.is_some()).count();
    assert_eq!(table.comparisons, compared);
}

#[test]
fn a_filter_is_a_part_of_the_table_that_has_it_as_a_way() {
    let (columns, policy) = (town(), Policy::default());
    let whole = Crosstab::of(&columns, &asked(Rows::Themes, &["district", "perspective"], false, &[]), policy).unwrap();
    let only = asked(Rows::Themes, &["district"], false, &[("perspective", "child")]);
    let part = Crosstab::of(&columns, &only, policy).unwrap();
    for theme in 0..2 {
        for district in [Some(0), Some(1), None] {
            let figure =
                |table: &Crosstab, values: &[Option<usize>]| table.cell(theme, None, values).unwrap().cell.figure;
            assert_eq!(figure(&part, &[district]), figure(&whole, &[district, Some(0)]));
        }
    }
}

#[test]
fn options_of_a_closed_question_have_as_base_those_who_answered_it() {
    let table = asked(Rows::Options("perspective".into()), &["district"], false, &[]);
    let mut columns = town();
    columns.push(&ColumnResponse { values: vec![Some(0), None], answers: Vec::new() }).unwrap();
    let table = Crosstab::of(&columns, &table, Policy::default()).unwrap();
    assert_eq!(table.rows, ["child", "adult"]);
    assert_eq!(shown(table.cell(0, None, &[Some(0)])), (120, 240));
    assert_eq!(shown(table.cell(1, None, &[None])), (240, 480));
    assert_eq!(table.base(None, &[None]), Some(Count::Shown(480)));
}

#[test]
fn what_the_columns_do_not_have_is_refused() {
    let of = |asked| Crosstab::of(&town(), &asked, Policy::default()).map(|_| ());
    let unknown = AskedProblem::Attribute("age".into());
    assert_eq!(of(asked(Rows::Themes, &["age"], false, &[])), Err(unknown));
    let twice = AskedProblem::Attribute("district".into());
    assert_eq!(of(asked(Rows::Themes, &["district"], false, &[("district", "north")])), Err(twice));
    let value = AskedProblem::Value("east".into());
    assert_eq!(of(asked(Rows::Themes, &[], false, &[("district", "east")])), Err(value));
    let options = asked(Rows::Options("district".into()), &[], true, &[]);
    assert_eq!(of(options), Err(AskedProblem::ByQuestion));
    let five = asked(Rows::Themes, &["district", "perspective", "district"], true, &[]);
    assert_eq!(of(five), Err(AskedProblem::TooManyWays));
}

#[test]
fn nobody_and_no_themes_make_a_table_of_hidden_numbers() {
    let table = asked(Rows::Themes, &["district"], true, &[]);
    let table = Crosstab::of(&empty(), &table, Policy::default()).unwrap();
    assert!(table.figures().all(|cell| cell.cell.figure == Figure::Hidden) && table.comparisons == 0);
    let none = Columns::new(Vec::new(), Vec::new(), Vec::new());
    let table = Crosstab::of(&none, &asked(Rows::Themes, &[], false, &[]), Policy::default()).unwrap();
    assert_eq!((table.figures().count(), table.base(None, &[])), (0, Some(Count::Hidden)));
}
