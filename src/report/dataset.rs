//! What an export holds, described once for every format: its columns in their order, what each means, and the words
//! that stand for its codes.
//!
//! Leaves out how a format writes them, and where responses come from.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::json;
use crate::survey::{BETWEEN, Consultation, Question, QuestionKind};

/// Before the columns of themes, which are not read back: analysis makes them anew.
pub const THEME_PREFIX: &str = "theme:";
/// Before the columns that say how many answers officers have judged.
pub const JUDGED_PREFIX: &str = "judged:";

/// The column of the campaign. It is made by links alone and not read back.
pub const CAMPAIGN: &str = "campaign";

/// What may be done with the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Licence {
    /// Nobody has said that they may be passed on.
    #[default]
    Closed,
    /// The Open Government Licence 3.0.
    OpenGovernment,
}

/// What an export is about and which columns it has.
#[derive(Debug, Clone)]
pub struct Dataset {
    /// The consultation's key.
    pub key: String,
    pub title: String,
    pub organisation: String,
    /// What the consultation asks, in a sentence or two.
    pub summary: String,
    /// The day it is written, as 2026-11-23.
    pub exported_on: String,
    /// Whether personal data was taken out.
    pub redacted: bool,
    /// Whether any of the answers was invented, which every file then says at its beginning.
    pub illustrative: bool,
    pub licence: Licence,
    /// The columns of a table with one row for each response, in their order.
    pub variables: Vec<Variable>,
    /// Every code frame, those that the machine suggests among them.
    pub frames: Vec<json::CodeFrame>,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variable {
    /// Unique among the columns, for example `age-band` or `theme:frame:bus`.
    pub name: String,
    /// What it means: a question's words, a theme's name.
    pub label: String,
    pub role: Role,
    /// The codes that it may hold, in the survey's order; empty where it holds none.
    pub options: Vec<Choice>,
    /// A theme's definition; otherwise empty.
    pub note: String,
}

/// A code and the words for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub key: String,
    pub label: String,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// What a response is called; unique.
    Id,
    /// A day, as 2026-11-23. Never a time of day.
    Day,
    /// A code without words for it, such as that of a language.
    Code,
    /// One of the options, in no order.
    OneOf,
    /// One of the options, which are steps in order.
    Scale,
    /// Some of the options, with [`BETWEEN`] between them.
    ManyOf,
    /// Options in order of weight, with [`BETWEEN`] between them.
    Ranking { places: usize },
    /// A whole number within these ends.
    Number { least: i64, most: i64 },
    /// People's own words.
    Words,
    /// 1 where the response expresses a theme of a frame that people wrote, 0 where it does not.
    Theme,
    /// How many of the response's answers an officer has judged in a frame.
    Judged,
}

/// One response as a row.
#[derive(Debug)]
pub struct Record<'a> {
    pub response: &'a json::Response,
    /// For each variable its stored form; empty where nothing was said.
    pub cells: Vec<Cow<'a, str>>,
    /// For each variable, whether the person was asked it.
    pub asked: Vec<bool>,
}

/// What of a row is not among the survey's codes, and how long words are: what files that declare themselves at
/// their beginning must know before the first row.
#[derive(Debug, Clone)]
pub struct Seen {
    /// By variable, codes that the survey does not have now: an earlier edition had them.
    others: Vec<BTreeSet<String>>,
    /// By variable, the longest cell in bytes.
    pub longest: Vec<usize>,
}

impl Dataset {
    /// Describes the export of a consultation. `districts` are keys and names in the geography's order; `frames` are
    /// all code frames as [`json`] has them, of which those that people wrote have columns.
    pub fn describe(
        consultation: &Consultation,
        districts: &[(String, String)],
        frames: Vec<json::CodeFrame>,
        exported_on: String,
        redacted: bool,
    ) -> Self {
        let asked = consultation.questions.iter().filter(|question| question.takes_answer() && !question.is_district());
        let mut variables = standing(consultation, districts);
        variables.extend(asked.map(|question| of_question(consultation, question)));
        let written = || frames.iter().filter(|frame| frame.is_written());
        for frame in written() {
            let name = |theme: &json::Theme| format!("{THEME_PREFIX}{}:{}", frame.label(), theme.key);
            let themes = frame.themes.iter();
            variables.extend(themes.map(|theme| Variable {
                note: theme.definition.clone(),
                ..Variable::new(name(theme), &theme.name, Role::Theme, vec![])
            }));
        }
        variables.extend(written().map(|frame| {
            let label = format!("Answers that an officer has judged in the code frame {}", frame.label());
            Variable::new(format!("{JUDGED_PREFIX}{}", frame.label()), &label, Role::Judged, vec![])
        }));
        let words = consultation.default_words();
        Self {
            key: consultation.key.clone(),
            title: words.title.clone(),
            organisation: consultation.organisation.clone(),
            summary: words.summary.clone(),
            exported_on,
            redacted,
            illustrative: false,
            licence: Licence::default(),
            variables,
            frames,
        }
    }

    /// The title of a file: that answers were invented comes first, so that no cut takes it away.
    pub fn heading(&self) -> String {
        if self.illustrative { format!("Illustrative, invented answers: {}", self.title) } else { self.title.clone() }
    }

    /// The names of the columns.
    pub fn names(&self) -> Vec<String> {
        self.variables.iter().map(|variable| variable.name.clone()).collect()
    }

    /// The themes that have columns: the frame's label and the theme, in the order of the columns.
    pub fn themes(&self) -> impl Iterator<Item = (String, &json::Theme)> {
        let written = self.frames.iter().filter(|frame| frame.is_written());
        written.flat_map(|frame| frame.themes.iter().map(move |theme| (frame.label(), theme)))
    }
}

impl Variable {
    fn new(name: impl Into<String>, label: &str, role: Role, options: Vec<Choice>) -> Self {
        Self { name: name.into(), label: label.to_owned(), role, options, note: String::new() }
    }

    /// A cell in words: each code's label where it has one.
    pub fn in_words<'a>(&'a self, cell: &'a str) -> Cow<'a, str> {
        if self.options.is_empty() || cell.is_empty() {
            return cell.into();
        }
        let label = |key: &'a str| {
            self.options.iter().find(|option| option.key == key).map_or(key, |option| option.label.as_str())
        };
        match self.role {
            Role::ManyOf | Role::Ranking { .. } => {
                cell.split(BETWEEN).map(label).collect::<Vec<_>>().join(&format!("{BETWEEN} ")).into()
            }
            _ => label(cell).into(),
        }
    }

    /// The codes that a cell holds.
    pub fn codes<'a>(&self, cell: &'a str) -> Vec<&'a str> {
        match self.role {
            Role::ManyOf | Role::Ranking { .. } => cell.split(BETWEEN).filter(|key| !key.is_empty()).collect(),
            _ if cell.is_empty() => Vec::new(),
            _ => vec![cell],
        }
    }
}

impl Seen {
    /// Nothing seen yet.
    pub fn new(dataset: &Dataset) -> Self {
        let variables = dataset.variables.len();
        Self { others: vec![BTreeSet::new(); variables], longest: vec![0; variables] }
    }

    /// Looks at a row.
    pub fn look(&mut self, dataset: &Dataset, cells: &[Cow<'_, str>]) {
        for (place, (variable, cell)) in dataset.variables.iter().zip(cells).enumerate() {
            self.longest[place] = self.longest[place].max(cell.len());
            if variable.options.is_empty() {
                continue;
            }
            for code in variable.codes(cell) {
                if !variable.options.iter().any(|option| option.key == code) && !self.others[place].contains(code) {
                    self.others[place].insert(code.to_owned());
                }
            }
        }
    }

    /// The survey's codes of a variable and behind them those of earlier editions, which are their own words.
    pub fn options(&self, dataset: &Dataset, place: usize) -> Vec<Choice> {
        let others = self.others[place].iter().map(|key| Choice { key: key.clone(), label: key.clone() });
        dataset.variables[place].options.iter().cloned().chain(others).collect()
    }
}

/// What stands before the answers.
fn standing(consultation: &Consultation, districts: &[(String, String)]) -> Vec<Variable> {
    let choice = |key: &str, label: &str| Choice { key: key.to_owned(), label: label.to_owned() };
    let perspectives = consultation.perspectives.iter().map(|perspective| {
        let words = consultation.perspective_words(&perspective.key);
        choice(&perspective.key, words.map_or(&perspective.key, |words| &words.name))
    });
    let elsewhere = [choice("outside", "Somewhere else"), choice("unknown", "Not sure, or not said")];
    let areas = districts.iter().map(|(key, name)| choice(key, name)).chain(elsewhere);
    let origins = [
        choice("web", "Answered on Heard's pages"),
        choice("import", "Read from a file"),
        choice("paper", "Written on paper and typed in"),
        choice("illustrative", "Invented, to show how Heard works"),
    ];
    let district = consultation.questions.iter().find(|question| question.is_district());
    let place = district.map_or("District", |question| consultation.heading(&question.key));
    vec![
        Variable::new("id", "What the response is called in this file", Role::Id, vec![]),
        Variable::new("perspective", "The standpoint it was answered from", Role::OneOf, perspectives.collect()),
        Variable::new("district", place, Role::OneOf, areas.collect()),
        Variable::new("language", "The language of the pages it was answered on", Role::Code, vec![]),
        Variable::new("submitted-on", "The day it was sent", Role::Day, vec![]),
        Variable::new("origin", "How it reached Heard", Role::OneOf, origins.into()),
        Variable::new(CAMPAIGN, "The campaign whose link it came by", Role::Code, vec![]),
    ]
}

fn of_question(consultation: &Consultation, question: &Question) -> Variable {
    let role = match &question.kind {
        QuestionKind::OneOf(_) => Role::OneOf,
        QuestionKind::Scale(_) | QuestionKind::AgeBand(_) => Role::Scale,
        QuestionKind::ManyOf { .. } => Role::ManyOf,
        QuestionKind::Ranking { places, .. } => Role::Ranking { places: *places },
        QuestionKind::Number { least, most } => Role::Number { least: *least, most: *most },
        QuestionKind::LongText
        | QuestionKind::ShortText
        | QuestionKind::District { .. }
        | QuestionKind::Information => Role::Words,
    };
    let words = consultation.officer_words(&question.key);
    let label = |key: &String| {
        let label = words.and_then(|words| words.options.get(key)).map_or(key, |words| &words.label);
        Choice { key: key.clone(), label: label.clone() }
    };
    let options = question.options().map(|options| options.keys().iter().map(label).collect()).unwrap_or_default();
    Variable::new(question.key.clone(), consultation.heading(&question.key), role, options)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn columns_stand_in_the_promised_order_and_say_what_they_mean() {
        let dataset = sample::dataset();
        let names = dataset.names();
        let standing = ["id", "perspective", "district", "language", "submitted-on", "origin", CAMPAIGN, "age-band"];
        assert_eq!(names[..8], standing);
        assert_eq!(names.last().unwrap(), "judged:written");
        assert!(names.contains(&"theme:written:bus".to_owned()) && !names.iter().any(|name| name.contains("found")));
        let age = &dataset.variables[7];
        assert_eq!((age.role, age.in_words("16-17").as_ref()), (Role::Scale, "16 or 17"));
        let many = dataset.variables.iter().find(|variable| variable.name == "what-kind").unwrap();
        assert_eq!(many.codes("online;volunteering"), ["online", "volunteering"]);
        assert_eq!(many.in_words("gone;also-gone"), "gone; also-gone", "codes without words stay as they are");
        assert_eq!(many.in_words(""), "");
    }

    #[test]
    fn codes_of_an_earlier_edition_are_added_once() {
        let dataset = sample::dataset();
        let mut seen = Seen::new(&dataset);
        let mut cells = vec![Cow::Borrowed(""); dataset.variables.len()];
        cells[7] = "16-17".into();
        seen.look(&dataset, &cells);
        cells[7] = "21-30".into();
        seen.look(&dataset, &cells);
        seen.look(&dataset, &cells);
        let options = seen.options(&dataset, 7);
        assert_eq!(options.len(), dataset.variables[7].options.len() + 1);
        assert_eq!(options.last().unwrap(), &Choice { key: "21-30".into(), label: "21-30".into() });
        assert_eq!(seen.longest[7], 5);
    }
}
