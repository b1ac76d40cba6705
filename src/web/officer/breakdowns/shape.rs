//! What the columns of a consultation hold, and how a response becomes a row of them.
//!
//! What is known of a response beside its answers is listed in one place, [`Shape::of`]: a further attribute, such as
//! the campaign somebody came by, is added there, read in [`Shape::row`], and named in [`super::named`].

use std::collections::HashMap;

use jiff::civil::Date;

use super::super::subject::{ELSEWHERE, Subject};
use super::period::Periods;
use crate::breakdown::{Attribute, ColumnResponse, Columns};
use crate::store::{CodedResponse, Store, StoreError, StoredCodeFrame, StoredTheme};
use crate::survey::{Answer, Question, QuestionKind};

/// The key of the attribute that says where somebody lives, learns or works.
pub const DISTRICT: &str = "district";
/// The key of the attribute that says from which standpoint somebody answers.
pub const PERSPECTIVE: &str = "perspective";
/// The key of the attribute that says in which period a response was sent, see [`Periods`].
pub const DATE: &str = "date";
/// The key of the attribute that says by which campaign's link a response came, where it came by one.
pub const CAMPAIGN: &str = "campaign";
/// Before the key of a question whose options are the values of an attribute.
pub const QUESTION: &str = "q-";

/// What a set of columns counts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Content {
    /// Themes of the code frame in answers in words.
    Themes,
    /// The options of this question, of which one person may pick several: they stand where themes do.
    Picked(String),
}

/// What the columns of a consultation hold.
pub struct Shape {
    pub content: Content,
    /// Of the survey that attributes and questions are taken from.
    digest: String,
    /// The code frame as it was coded, where there is one.
    pub frame: Option<StoredCodeFrame>,
    /// In the order of the columns.
    pub themes: Vec<StoredTheme>,
    places: HashMap<i64, usize>,
    row_keys: Vec<String>,
    questions: Vec<String>,
    attributes: Vec<Attribute>,
    periods: Periods,
    /// The questions whose options are attributes, in the order of those.
    closed: Vec<String>,
}

/// A response was sent in a period, or came by a campaign, that the columns do not have.
#[derive(Debug)]
pub struct NewValue;

impl Shape {
    /// What there is to count in a consultation now.
    ///
    /// # Errors
    /// When the database fails.
    pub fn of(store: &Store, subject: &Subject, content: Content) -> Result<Self, StoreError> {
        let consultation = &subject.consultation;
        let frame = subject.find_frame(store)?;
        let themes = match (&content, &frame) {
            (Content::Themes, Some(frame)) => store.list_themes(frame.id)?,
            _ => Vec::new(),
        };
        let (row_keys, questions) = match &content {
            Content::Themes => (
                themes.iter().map(|theme| theme.key.clone()).collect(),
                consultation.text_questions().map(|question| question.key.clone()).collect(),
            ),
            Content::Picked(key) => {
                let options = consultation.find_question(key).and_then(Question::options);
                (options.map(|options| options.keys().to_vec()).unwrap_or_default(), vec![key.clone()])
            }
        };
        let closed: Vec<&Question> =
            consultation.questions.iter().filter(|question| has_one_option(question)).collect();
        let (periods, responses) = (Periods::of(consultation), store.count_responses(&consultation.key)?);
        let districts = subject.geography.districts.iter().map(|area| area.key.clone());
        let mut attributes = vec![
            attribute(DISTRICT, districts.chain([ELSEWHERE.to_owned()])),
            attribute(PERSPECTIVE, consultation.perspectives.iter().map(|perspective| perspective.key.clone())),
            // A period or campaign of nobody would only have others hidden for its sake.
            attribute(DATE, periods.of_days(responses.iter().map(|count| count.submitted_on)).into_iter()),
            attribute(CAMPAIGN, store.list_campaigns_named(&consultation.key)?.into_iter()),
        ];
        for question in &closed {
            let options = question.options().map(|options| options.keys().to_vec()).unwrap_or_default();
            attributes.push(attribute(&format!("{QUESTION}{}", question.key), options.into_iter()));
        }
        Ok(Self {
            content,
            digest: consultation.digest.clone(),
            frame,
            places: themes.iter().map(|theme| theme.id).zip(0..).collect(),
            themes,
            row_keys,
            questions,
            attributes,
            periods,
            closed: closed.into_iter().map(|question| question.key.clone()).collect(),
        })
    }

    /// Whether columns of this shape can still be grown: the survey is the same, and so is the way answers are coded.
    /// Learning codes all answers anew, and the frame says so.
    ///
    /// # Errors
    /// When the database fails.
    pub fn still_fits(&self, store: &Store, subject: &Subject) -> Result<bool, StoreError> {
        let coded = |frame: &Option<StoredCodeFrame>| {
            frame.as_ref().map(|frame| (frame.id, frame.version.clone(), frame.engine.clone(), frame.seed))
        };
        Ok(self.digest == subject.consultation.digest && coded(&self.frame) == coded(&subject.find_frame(store)?))
    }

    /// Empty columns of this shape.
    pub fn columns(&self) -> Columns {
        Columns::new(self.row_keys.clone(), self.questions.clone(), self.attributes.clone())
    }

    /// The identifier of the code frame whose themes are read.
    pub fn frame_id(&self) -> Option<i64> {
        self.frame.as_ref().filter(|_| self.content == Content::Themes).map(|frame| frame.id)
    }

    /// A response as a row. What an earlier edition of the survey asked and this one does not is left out.
    ///
    /// # Errors
    /// [`NewValue`]; then the columns must be made anew.
    pub fn row(&self, subject: &Subject, response: &CodedResponse) -> Result<ColumnResponse, NewValue> {
        let place =
            |attribute: usize, value: &str| self.attributes[attribute].values.iter().position(|one| one == value);
        let day: Date = response.submitted_on.parse().map_err(|_| NewValue)?;
        let period = place(2, &self.periods.of_day(day)).ok_or(NewValue)?;
        let campaign = match &response.campaign {
            Some(key) => Some(place(3, key).ok_or(NewValue)?),
            None => None,
        };
        let district = place(0, &subject.district_group(&response.district));
        let mut values = vec![district, place(1, &response.perspective), Some(period), campaign];
        for (at, key) in (4..).zip(&self.closed) {
            let picked = response.closed.iter().find(|(question, _)| question == key);
            values.push(picked.and_then(|(_, option)| place(at, option)));
        }
        let question = |key: &str| self.questions.iter().position(|known| known == key);
        let answers = match &self.content {
            Content::Themes => {
                let themes = |ids: &[i64]| ids.iter().filter_map(|id| self.places.get(id).copied()).collect();
                response.written.iter().filter_map(|(key, ids)| Some((question(key)?, themes(ids)))).collect()
            }
            Content::Picked(_) => response
                .closed
                .iter()
                .filter_map(|(key, body)| Some((question(key)?, self.picked(subject, key, body))))
                .collect(),
        };
        Ok(ColumnResponse { values, answers })
    }

    /// The places of the options in the stored form of an answer.
    fn picked(&self, subject: &Subject, key: &str, body: &str) -> Vec<usize> {
        let question = subject.consultation.find_question(key);
        let answer = question.and_then(|question| Answer::parse(question, body, &[]).ok().flatten());
        let keys = match answer {
            Some(Answer::Choices(keys) | Answer::Ranking(keys)) => keys,
            _ => Vec::new(),
        };
        keys.iter().filter_map(|key| self.row_keys.iter().position(|known| known == key)).collect()
    }
}

/// Whether people answer a question by one of its options.
pub fn has_one_option(question: &Question) -> bool {
    matches!(question.kind, QuestionKind::OneOf(_) | QuestionKind::Scale(_) | QuestionKind::AgeBand(_))
}

/// Whether people answer a question by several of its options.
pub fn has_several_options(question: &Question) -> bool {
    matches!(question.kind, QuestionKind::ManyOf { .. } | QuestionKind::Ranking { .. })
}

fn attribute(key: &str, values: impl Iterator<Item = String>) -> Attribute {
    Attribute { key: key.to_owned(), values: values.collect() }
}
