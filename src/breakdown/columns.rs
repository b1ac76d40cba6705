//! The answers of one consultation held in memory as columns, for counting many ways at once.
//!
//! One value a response in each attribute's column, one question an answer, and its themes as bits: about fourteen bytes
//! an answer with up to 64 themes, so that a million answers are counted in a few thousandths of a second. Grows a response at a time. Leaves out
//! where responses come from (`store`) and what may be shown of them, which [`super::Crosstab`] decides: raw counts
//! never leave `breakdown`.

use std::ops::Range;

use super::marks::Marks;

/// The most themes that columns can have.
const MOST_THEMES: usize = 65_535;

/// Something known of every response, whose values part people: each has exactly one of them, or none known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// For example `district`, `perspective`, `age-band`, or the key of a question that is answered by one option.
    pub key: String,
    /// The keys of its values, at most 65,534.
    pub values: Vec<String>,
}

/// Why a response cannot be taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ColumnProblem {
    /// Not as many values as there are attributes.
    #[error("a response needs one value for each attribute")]
    Attributes,
    /// A value, question or theme that the columns were not made with.
    #[error("a value, question or theme is not one of those that the columns were made with")]
    Unknown,
    /// More answers or themes than can be counted.
    #[error("there are more answers or themes than can be counted")]
    Full,
}

/// One response to take in: places in the lists that the columns were made with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ColumnResponse {
    /// For each attribute, its value; `None` when it is not known.
    pub values: Vec<Option<usize>>,
    /// The question of each answer and the themes it was coded with.
    pub answers: Vec<(usize, Vec<usize>)>,
}

/// Which response of the columns one is, from 0 in the order taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ColumnRow(pub(super) usize);

/// A column of small whole numbers, as narrow as its values allow.
#[derive(Debug, Clone)]
pub(super) enum Column {
    Narrow(Vec<u8>),
    Wide(Vec<u16>),
}

/// The columns of one consultation.
#[derive(Debug, Clone)]
pub struct Columns {
    pub(super) themes: Vec<String>,
    pub(super) questions: Vec<String>,
    pub(super) attributes: Vec<Attribute>,
    pub(super) values: Vec<Column>,
    /// Of how many counted responses each attribute is not known.
    pub(super) not_known: Vec<usize>,
    /// Whether a response still counts: an erased one does not.
    pub(super) counted: Vec<bool>,
    /// Where the answers of each response begin, and where the last ones end.
    pub(super) answers: Vec<u32>,
    /// The question of each answer.
    pub(super) asked: Column,
    /// The themes of each answer.
    pub(super) coded: Marks,
    /// The themes of each response, in whichever answer they are named.
    pub(super) named: Marks,
}

impl Columns {
    /// Empty columns for these themes, questions and attributes, by key.
    pub fn new(themes: Vec<String>, questions: Vec<String>, attributes: Vec<Attribute>) -> Self {
        let values = attributes.iter().map(|attribute| Column::with_values(attribute.values.len())).collect();
        Self {
            values,
            not_known: vec![0; attributes.len()],
            asked: Column::with_values(questions.len()),
            coded: Marks::new(themes.len()),
            named: Marks::new(themes.len()),
            themes,
            questions,
            attributes,
            counted: Vec::new(),
            answers: vec![0],
        }
    }

    /// Takes a response in. Two answers to one question count as one.
    ///
    /// # Errors
    /// When it does not fit the themes, questions and attributes; then nothing has changed.
    pub fn push(&mut self, response: &ColumnResponse) -> Result<ColumnRow, ColumnProblem> {
        self.check(response)?;
        for (column, (value, attribute)) in self.values.iter_mut().zip(response.values.iter().zip(&self.attributes)) {
            column.push(value.unwrap_or(attribute.values.len()));
        }
        self.not_known.iter_mut().zip(&response.values).for_each(|(sum, value)| *sum += usize::from(value.is_none()));
        let mut answers = response.answers.clone();
        answers.sort_by_key(|(question, _)| *question);
        answers.dedup_by(|later, first| {
            let same = later.0 == first.0;
            if same {
                first.1.append(&mut later.1);
            }
            same
        });
        let mut everything = Vec::new();
        for (question, mut themes) in answers {
            self.asked.push(question);
            self.coded.push(&themes);
            everything.append(&mut themes);
        }
        self.named.push(&everything);
        self.answers.push(self.asked.len() as u32);
        self.counted.push(true);
        Ok(ColumnRow(self.counted.len() - 1))
    }

    /// Counts a response no longer. To change one, erase it and take the new one in.
    pub fn erase(&mut self, row: ColumnRow) {
        if self.counted.get(row.0) != Some(&true) {
            return;
        }
        self.counted[row.0] = false;
        for (at, sum) in self.not_known.iter_mut().enumerate() {
            *sum -= usize::from(self.values[at].at(row.0) == self.attributes[at].values.len());
        }
    }

    /// How many values of an attribute are told apart: "not known" is one where it is so of anybody. Where it is so of
    /// nobody, a group of nobody would only have others hidden for its sake.
    pub(super) fn told_apart(&self, attribute: usize) -> usize {
        self.attributes[attribute].values.len() + usize::from(self.not_known[attribute] > 0)
    }

    /// How many responses were taken in, those erased since included.
    pub fn rows(&self) -> usize {
        self.counted.len()
    }

    /// How many bytes of memory the columns take, roughly.
    pub fn bytes(&self) -> usize {
        let narrow = self.counted.len() + self.values.iter().map(Column::bytes).sum::<usize>() + self.asked.bytes();
        narrow + 4 * self.answers.len() + self.coded.bytes() + self.named.bytes()
    }

    /// How many responses count.
    pub fn responses(&self) -> usize {
        self.counted.iter().filter(|counted| **counted).count()
    }

    /// The place of the attribute with this key.
    pub fn find_attribute(&self, key: &str) -> Option<usize> {
        self.attributes.iter().position(|attribute| attribute.key == key)
    }

    /// The keys of the themes, in the order that responses name them by.
    pub fn themes(&self) -> &[String] {
        &self.themes
    }

    /// The keys of the questions, in the order that responses name them by.
    pub fn questions(&self) -> &[String] {
        &self.questions
    }

    /// The attributes, in the order that responses give them in.
    pub fn attributes(&self) -> &[Attribute] {
        &self.attributes
    }

    fn check(&self, response: &ColumnResponse) -> Result<(), ColumnProblem> {
        if response.values.len() != self.attributes.len() {
            return Err(ColumnProblem::Attributes);
        }
        let fits =
            |(value, attribute): (&Option<usize>, &Attribute)| value.is_none_or(|value| value < attribute.values.len());
        let is_known = |(question, themes): &(usize, Vec<usize>)| {
            *question < self.questions.len() && themes.iter().all(|theme| *theme < self.themes.len())
        };
        if !response.values.iter().zip(&self.attributes).all(fits) || !response.answers.iter().all(is_known) {
            return Err(ColumnProblem::Unknown);
        }
        let full = self.asked.len() + response.answers.len() > u32::MAX as usize || self.themes.len() > MOST_THEMES;
        if full { Err(ColumnProblem::Full) } else { Ok(()) }
    }

    /// Which answers a response has.
    #[inline]
    pub(super) fn answers_of(&self, row: usize) -> Range<usize> {
        self.answers[row] as usize..self.answers[row + 1] as usize
    }
}

impl Column {
    /// For values from 0 to this number, which stands for none known.
    fn with_values(number: usize) -> Self {
        if number <= usize::from(u8::MAX) { Self::Narrow(Vec::new()) } else { Self::Wide(Vec::new()) }
    }

    fn push(&mut self, value: usize) {
        match self {
            Self::Narrow(values) => values.push(value as u8),
            Self::Wide(values) => values.push(value as u16),
        }
    }

    fn len(&self) -> usize {
        match self {
            Self::Narrow(values) => values.len(),
            Self::Wide(values) => values.len(),
        }
    }

    fn bytes(&self) -> usize {
        match self {
            Self::Narrow(values) => values.len(),
            Self::Wide(values) => 2 * values.len(),
        }
    }

    /// The value at this place.
    #[inline]
    pub fn at(&self, place: usize) -> usize {
        match self {
            Self::Narrow(values) => usize::from(values[place]),
            Self::Wide(values) => usize::from(values[place]),
        }
    }

    /// Adds each value in this range, times `stride`, to the number beside it.
    pub fn add_to(&self, range: Range<usize>, stride: u32, numbers: &mut [u32]) {
        match self {
            Self::Narrow(values) => {
                numbers
                    .iter_mut()
                    .zip(&values[range])
                    .for_each(|(number, value)| *number += u32::from(*value) * stride);
            }
            Self::Wide(values) => {
                numbers
                    .iter_mut()
                    .zip(&values[range])
                    .for_each(|(number, value)| *number += u32::from(*value) * stride);
            }
        }
    }
}
