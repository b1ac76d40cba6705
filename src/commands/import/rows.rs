//! One row of a file as a response, or everything that is wrong with it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use super::Source;
use super::columns::{Column, Columns, fold};
use crate::commands::table_file::TableRow;
use crate::finding::Finding;
use crate::report::csv::restore;
use crate::store::Submission;
use crate::survey::{Answer, Consultation, District, Language, Origin, Question, Response, band};

/// The longest identifier a row may have.
const LONGEST_ID: usize = 200;

/// Reads row after row, and collects responses and problems.
pub(super) struct Reader<'a> {
    source: &'a Source<'a>,
    consultation: &'a Consultation,
    districts: &'a [String],
    columns: &'a Columns,
    /// The line that each identifier was first seen on.
    ids: BTreeMap<String, u64>,
    ages_left_out: usize,
    pub(super) submissions: Vec<Submission>,
    pub(super) problems: Vec<Finding>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        source: &'a Source<'a>,
        consultation: &'a Consultation,
        districts: &'a [String],
        columns: &'a Columns,
    ) -> Self {
        let (submissions, problems) = (Vec::new(), Vec::new());
        Self { source, consultation, districts, columns, ids: BTreeMap::new(), ages_left_out: 0, submissions, problems }
    }

    /// What was left out on purpose.
    pub(super) fn notes(&self) -> Vec<String> {
        match self.ages_left_out {
            0 => Vec::new(),
            1 => vec!["one age is left out, of somebody whose perspective is not asked for one".to_owned()],
            left_out => vec![format!("{left_out} ages are left out, of people whose perspective is not asked for one")],
        }
    }

    /// Reads one row.
    pub(super) fn take(&mut self, row: &TableRow) {
        let before = self.problems.len();
        let import_id = self.read_id(row);
        let perspective = self.read_perspective(row);
        let district = self.read_district(row);
        let submitted_on = self.read_day(row);
        let origin = self.read_origin(row);
        let language = self.read_language(row);
        let answers = self.read_answers(row, &perspective);
        if self.problems.len() > before {
            return;
        }
        let response = Response { perspective, district, language, submitted_on, origin, answers };
        self.submissions.push(Submission {
            consultation: self.consultation.key.clone(),
            digest: self.consultation.digest.clone(),
            response,
            receipt_hash: None,
            draft_hash: None,
            import_id: Some(import_id),
            way_in: None,
        });
    }

    /// The row's own identifier. Without one, a row is known by what it says, and by how often the file has said
    /// the same before it.
    fn read_id(&mut self, row: &TableRow) -> String {
        let given = self.cell(row, &Column::Id).map(|cell| cell.trim().to_owned()).filter(|id| !id.is_empty());
        if let Some(id) = given {
            if id.chars().count() > LONGEST_ID {
                self.problem(row, "id", format!("has more than {LONGEST_ID} characters: give the row a shorter one"));
            }
            if let Some(line) = self.ids.insert(id.clone(), row.line) {
                self.problem(row, "id", format!("\"{id}\" is also on line {line}: give every row its own"));
            }
            return id;
        }
        let mut hash = Sha256::new();
        for cell in &row.cells {
            hash.update((cell.len() as u64).to_le_bytes());
            hash.update(cell);
        }
        let digits: String = hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        let id = (1..).map(|time| format!("row-{digits}-{time}")).find(|id| !self.ids.contains_key(id));
        let id = id.unwrap_or_default();
        self.ids.insert(id.clone(), row.line);
        id
    }

    fn read_perspective(&mut self, row: &TableRow) -> String {
        let given = self.mapped(row, &Column::Perspective, "perspective");
        let keys = || self.consultation.perspectives.iter().map(|perspective| perspective.key.clone());
        match keys().find(|key| *key == given || *key == fold(&given)) {
            Some(key) => key,
            None => {
                let known: Vec<String> = keys().collect();
                self.not_one_of(row, "perspective", &given, &known);
                String::new()
            }
        }
    }

    fn read_district(&mut self, row: &TableRow) -> District {
        let given = self.mapped(row, &Column::District, "district");
        match District::parse(&fold(&given)) {
            District::Area(key) if !self.districts.contains(&key) => {
                let others = ["outside", "unknown"].map(str::to_owned);
                let known: Vec<String> = self.districts.iter().cloned().chain(others).collect();
                self.not_one_of(row, "district", &given, &known);
                District::Unknown
            }
            district => district,
        }
    }

    fn read_day(&mut self, row: &TableRow) -> Date {
        let given = self.mapped(row, &Column::SubmittedOn, "submitted-on");
        if given.is_empty() {
            return self.source.today;
        }
        given.parse().unwrap_or_else(|_| {
            self.problem(row, "submitted-on", format!("\"{}\" is not a day: write it as 2026-11-23", short(&given)));
            self.source.today
        })
    }

    /// What is illustrative stays so, whatever file it comes by.
    fn read_origin(&mut self, row: &TableRow) -> Origin {
        let given = self.mapped(row, &Column::Origin, "origin");
        match Origin::parse(&given) {
            Some(Origin::Illustrative) => Origin::Illustrative,
            Some(_) => self.source.origin,
            None if given.is_empty() => self.source.origin,
            None => {
                self.not_one_of(row, "origin", &given, &["web", "import", "illustrative"].map(str::to_owned));
                self.source.origin
            }
        }
    }

    fn read_language(&mut self, row: &TableRow) -> Language {
        let given = self.mapped(row, &Column::Language, "language").to_lowercase();
        if given.is_empty() {
            return self.consultation.languages().first().map_or_else(Language::english, |first| (*first).clone());
        }
        let is_code = |text: &str| {
            (2..=12).contains(&text.len()) && text.split('-').all(|part| !part.is_empty() && part.is_ascii())
        };
        if !is_code(&given) || !given.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
            let remedy = "write its code, for example en or pl";
            self.problem(row, "language", format!("\"{}\" is not the code of a language: {remedy}", short(&given)));
        }
        Language(given)
    }

    /// The answers in the survey's order.
    fn read_answers(&mut self, row: &TableRow, perspective: &str) -> Vec<(String, Answer)> {
        let consultation = self.consultation;
        let mut answers = Vec::new();
        let mut answered = BTreeSet::new();
        for (at, question) in consultation.questions.iter().enumerate() {
            let Some(cell) = self.cell(row, &Column::Question(at)) else { continue };
            let value = match question.is_text() {
                true => restore(cell).to_owned(),
                false => self.mapped(row, &Column::Question(at), &question.key),
            };
            if value.trim().is_empty() {
                continue;
            }
            // An unknown perspective has been reported already.
            if !perspective.is_empty() && !question.is_asked_of(perspective) {
                let remedy = "empty the cell, or give the row another perspective";
                self.problem(row, &question.key, format!("{perspective} is not asked this: {remedy}"));
                continue;
            }
            match Answer::parse(question, &value, self.districts) {
                Ok(Some(answer)) => {
                    answered.insert(question.key.as_str());
                    answers.push((question.key.clone(), answer));
                }
                Ok(None) => {}
                Err(problem) => self.problem(row, &question.key, problem.to_string()),
            }
        }
        let is_open = consultation.age_question().is_none_or(|question| !answered.contains(question.key.as_str()));
        self.add_age(row, perspective, is_open, &mut answers);
        answers
    }

    /// Turns an age in years into the option of the age question that holds it.
    fn add_age(&mut self, row: &TableRow, perspective: &str, is_open: bool, answers: &mut Vec<(String, Answer)>) {
        let given = self.mapped(row, &Column::Age, "age");
        if given.is_empty() || !is_open {
            return;
        }
        let consultation = self.consultation;
        let asked = |question: &&Question| question.is_asked_of(perspective);
        let Some(question) = consultation.age_question().filter(asked) else {
            self.ages_left_out += 1;
            return;
        };
        let Some(options) = question.options().map(|options| options.keys()) else { return };
        match options.iter().find(|option| **option == given || holds(option, &given)) {
            Some(option) => {
                let earlier = |key: &str| {
                    let place = |wanted: &str| consultation.questions.iter().position(|one| one.key == wanted);
                    place(key) < place(&question.key)
                };
                let at = answers.iter().take_while(|(key, _)| earlier(key)).count();
                answers.insert(at, (question.key.clone(), Answer::Choice(option.clone())));
            }
            None => {
                let bands = options.join(", ");
                self.problem(row, "age", format!("no age band holds \"{}\": the bands are {bands}", short(&given)));
            }
        }
    }

    fn cell<'r>(&self, row: &'r TableRow, column: &Column) -> Option<&'r str> {
        row.cells.get(self.columns.place(column)?).map(String::as_str)
    }

    /// The trimmed cell with the map's value for it, if it has one; empty without such a column.
    fn mapped(&self, row: &TableRow, column: &Column, name: &str) -> String {
        let given = self.cell(row, column).map(|cell| restore(cell).trim()).unwrap_or_default();
        let value = self.source.map.values.get(name).and_then(|values| values.get(given));
        value.cloned().unwrap_or_else(|| given.to_owned())
    }

    fn not_one_of(&mut self, row: &TableRow, column: &str, given: &str, known: &[String]) {
        let given = if given.is_empty() { "it is empty".into() } else { format!("\"{}\" is not known", short(given)) };
        self.problem(
            row,
            column,
            format!("{given}: write one of {}, or say with --map what it means", known.join(", ")),
        );
    }

    fn problem(&mut self, row: &TableRow, column: &str, problem: String) {
        let line = usize::try_from(row.line).unwrap_or(usize::MAX);
        self.problems.push(Finding::error(self.source.file, column, problem).at_line(line));
    }
}

/// As much of a value as a message needs.
fn short(value: &str) -> String {
    value.chars().take(40).collect()
}

/// Whether a band such as `8-11`, `18-plus` or `18+` holds an age in whole years.
fn holds(key: &str, age: &str) -> bool {
    let Ok(age) = age.parse::<u32>() else { return false };
    band(key).is_some_and(|(least, most)| (least..=most).contains(&age))
}
