//! The choices of a ballot as rows of a table, by district: of papers that schools counted by hand, once its result is
//! published.
//!
//! A paper that was cast online holds no district, age or time, so that nobody can follow it to anybody, and it has no
//! place here. What a school counted by hand is kept by school, and a school lies in a district. Leaves out the count
//! itself, which is in the ballot's result, and ballots of points, of which a share says nothing.

use std::sync::Arc;

use super::super::subject::Subject;
use super::asked::{Made, Wanted};
use super::named::{Names, ways};
use super::shape::DISTRICT;
use crate::ballot::{Ballot, Marked, Marks, PaperForm, Sheet, SheetField};
use crate::breakdown::{Asked, Attribute, ColumnProblem, ColumnResponse, Columns, Crosstab, Rows};
use crate::report::crosstab::{NamedCrosstab, NamedRow, NeverAsked, RowKind};
use crate::survey::Openness;
use crate::web::{PageError, State, now};

/// Before a ballot's key where rows are its choices.
pub const BALLOT: &str = "ballot-";
/// The attribute whose values are the choices, where a paper has one.
const CHOICE: &str = "choice";
/// Said where a ballot's choices are asked for by more than there is.
const ONLY_DISTRICT: &str = "A ballot’s paper says nothing about who marked it. Its choices can be told apart by the \
    district of the school that counted it, or by nothing; and papers cannot be narrowed down. Take the rest away.";

/// The papers of one district that schools counted by hand: a choice and how many papers chose it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Counted {
    district: String,
    valid: u64,
    votes: Vec<(String, u64)>,
}

/// The ballots whose choices can be rows: over the consultation's districts, published, and counted by hand somewhere.
///
/// # Errors
/// When the database fails.
pub fn offered(state: &State, subject: &Subject) -> Result<Vec<(String, String)>, PageError> {
    let mut all = Vec::new();
    for ballot in state.library().ballots() {
        if !counted(state, subject, ballot)?.is_empty() {
            all.push((format!("{BALLOT}{}", ballot.key), name(ballot)));
        }
    }
    Ok(all)
}

/// The ballot's title in its own language.
fn title(ballot: &Ballot) -> &str {
    ballot.words(ballot.default_language()).map_or(ballot.key.as_str(), |words| words.words.title.as_str())
}

/// What a ballot is called among rows.
fn name(ballot: &Ballot) -> String {
    format!("Ballot: {} ({})", title(ballot), ballot.closes.strftime("%B %Y"))
}

/// The table of a ballot's choices, or why it cannot be had; `None` where rows are none of a ballot that is offered.
///
/// # Errors
/// When the database fails.
pub fn table(
    state: &State,
    subject: &Subject,
    wanted: &Wanted,
    made: Made,
) -> Result<Option<Result<NamedCrosstab, String>>, PageError> {
    let library = state.library();
    let Some(ballot) = wanted.rows.strip_prefix(BALLOT).and_then(|key| library.find_ballot(key)).map(Arc::clone) else {
        return Ok(None);
    };
    let counted = counted(state, subject, &ballot)?;
    if counted.is_empty() {
        return Ok(None);
    }
    let is_by_district = wanted.by.is_empty() || wanted.by == [DISTRICT];
    if !is_by_district || wanted.by_question || !wanted.only.is_empty() {
        return Ok(Some(Err(ONLY_DISTRICT.to_owned())));
    }
    let (columns, has_one_choice) = columns(subject, &ballot, &counted).map_err(PageError::broken)?;
    let rows = if has_one_choice { Rows::Options(CHOICE.to_owned()) } else { Rows::Themes };
    let asked = Asked { rows, by: wanted.by.clone(), by_question: false, only: Vec::new() };
    let table = Crosstab::of(&columns, &asked, made.policy).map_err(PageError::broken)?;
    let row = |(place, key): (usize, &String)| NamedRow { place, key: key.clone(), name: ballot.name(key).to_owned() };
    let mut named = NamedCrosstab {
        consultation: made.consultation,
        day: made.day,
        illustrative: ballot.illustrative,
        kind: kind(&ballot),
        rows: table.rows.iter().enumerate().map(row).collect(),
        ways: ways(&Names::without_campaigns(subject), &table),
        only: Vec::new(),
        never: NeverAsked::default(),
        table,
    };
    named.sort_rows();
    Ok(Some(Ok(named)))
}

fn kind(ballot: &Ballot) -> RowKind {
    let of = if ballot.form.marks() == Marks::Ranked { "First choices" } else { "Choices" };
    RowKind {
        heading: "Choice".to_owned(),
        plural: format!("{of} on paper in “{}”", title(ballot)),
        verb: "chose".to_owned(),
        counted: "papers that schools counted by hand".to_owned(),
        in_order: false,
        remark: Some(
            "A paper cast online says nothing about who cast it, so only those that schools counted by hand are here, in \
             the district of the school. How everybody voted is in the ballot’s own result."
                .to_owned(),
        ),
    }
}

/// What schools counted by hand; nothing while a result is not published, or where points are given.
fn counted(state: &State, subject: &Subject, ballot: &Ballot) -> Result<Vec<Counted>, PageError> {
    let is_ours = ballot.geography == subject.consultation.geography && ballot.openness(now()) == Openness::Closed;
    if !is_ours || ballot.form.marks() == Marks::Points {
        return Ok(Vec::new());
    }
    let tallies = state.store.list_tallies(&ballot.key)?;
    if tallies.is_empty() || state.store.find_ballot_result(&ballot.key)?.is_none() {
        return Ok(Vec::new());
    }
    let places = state.store.list_polling_places(&ballot.key)?;
    let mut all = Vec::new();
    for tally in tallies {
        let sheet: Sheet = serde_json::from_str(&tally.body).map_err(PageError::broken)?;
        let place = places.iter().find(|place| place.id == tally.place);
        all.extend(place.map(|place| read(ballot, &place.district, &sheet)));
    }
    Ok(all)
}

/// A school's sheet: votes by choice, or first places where papers are ranked.
fn read(ballot: &Ballot, district: &str, sheet: &Sheet) -> Counted {
    let mut votes: Vec<(String, u64)> = ballot.keys().into_iter().map(|key| (key, 0)).collect();
    let mut valid = sheet.number("valid");
    for (field, number) in &sheet.fields {
        let chosen = match SheetField::read(field) {
            Some(SheetField::Candidate(key)) => Some(key.to_owned()),
            Some(SheetField::Paper(line)) => match ballot.read_line(line) {
                Some(Marked::Ranked(ranks)) => {
                    valid += number;
                    ranks.into_iter().min_by_key(|(_, rank)| *rank).map(|(key, _)| key)
                }
                _ => None,
            },
            _ => None,
        };
        let theirs = votes.iter_mut().find(|(key, _)| Some(key) == chosen.as_ref());
        theirs.into_iter().for_each(|(_, sum)| *sum += number);
    }
    Counted { district: district.to_owned(), valid, votes }
}

/// The papers as columns, and whether each has exactly one choice, so that choices add up to papers.
fn columns(subject: &Subject, ballot: &Ballot, counted: &[Counted]) -> Result<(Columns, bool), ColumnProblem> {
    let has_one_choice = matches!(ballot.form, PaperForm::Choose { at_most: 1 } | PaperForm::Rank { .. });
    let districts: Vec<String> = subject.geography.districts.iter().map(|area| area.key.clone()).collect();
    let district = |one: &Counted| districts.iter().position(|key| *key == one.district);
    let attribute = |key: &str, values: &[String]| Attribute { key: key.to_owned(), values: values.to_vec() };
    let keys = ballot.keys();
    if has_one_choice {
        let attributes = vec![attribute(DISTRICT, &districts), attribute(CHOICE, &keys)];
        let mut columns = Columns::new(Vec::new(), Vec::new(), attributes);
        for one in counted {
            for (choice, (_, number)) in one.votes.iter().enumerate() {
                let paper = ColumnResponse { values: vec![district(one), Some(choice)], answers: Vec::new() };
                for _ in 0..*number {
                    columns.push(&paper)?;
                }
            }
        }
        return Ok((columns, true));
    }
    let mut columns = Columns::new(keys, vec!["paper".to_owned()], vec![attribute(DISTRICT, &districts)]);
    for one in counted {
        for paper in 0..one.valid {
            // Which papers chose two of them together is not known and not asked: each choice is counted by itself.
            let chosen = one.votes.iter().enumerate().filter(|(_, (_, number))| paper < *number);
            let answers = vec![(0, chosen.map(|(choice, _)| choice).collect())];
            columns.push(&ColumnResponse { values: vec![district(one)], answers })?;
        }
    }
    Ok((columns, false))
}
