//! A survey on paper: what two people typed of the same sheet, set side by side.

use super::{Consultation, Draft, Language, Question};

/// One thing that is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionnaireField<'a> {
    /// Whose edition of the questionnaire it is.
    Perspective,
    /// The language that it was printed in.
    Language,
    Question(&'a Question),
}

impl QuestionnaireField<'_> {
    /// A name that no other field of the survey has; no question's key has an underscore.
    pub fn name(&self) -> &str {
        match self {
            Self::Perspective => "_perspective",
            Self::Language => "_language",
            Self::Question(question) => &question.key,
        }
    }

    /// What a draft says to it, in its stored form; empty where nothing was written.
    pub fn said<'d>(&self, draft: &'d Draft) -> &'d str {
        match self {
            Self::Perspective => draft.perspective.as_deref().unwrap_or_default(),
            Self::Language => draft.language.as_str(),
            Self::Question(question) => draft.said(&question.key),
        }
    }

    /// Makes a draft say this to it.
    pub fn set(&self, draft: &mut Draft, said: &str) {
        match self {
            Self::Perspective => draft.perspective = Some(said.to_owned()),
            Self::Language => draft.language = Language(said.to_owned()),
            Self::Question(question) => {
                draft.answers.insert(question.key.clone(), said.to_owned());
            }
        }
    }
}

/// Two typings of one questionnaire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison<'a> {
    /// How many fields at least one of them filled in.
    pub fields: usize,
    /// Those in which they differ, in the survey's order.
    pub differing: Vec<QuestionnaireField<'a>>,
}

impl<'a> Comparison<'a> {
    /// Compares field by field. Spaces and line ends alone are no difference.
    pub fn new(consultation: &'a Consultation, first: &Draft, second: &Draft) -> Self {
        let asked = consultation.questions.iter().filter(|question| question.takes_answer());
        let all = [QuestionnaireField::Perspective, QuestionnaireField::Language]
            .into_iter()
            .chain(asked.map(QuestionnaireField::Question));
        let filled: Vec<QuestionnaireField<'a>> =
            all.filter(|field| !(field.said(first).is_empty() && field.said(second).is_empty())).collect();
        let differs = |field: &&QuestionnaireField<'a>| !is_same(field.said(first), field.said(second));
        Self { fields: filled.len(), differing: filled.iter().filter(differs).copied().collect() }
    }
}

fn is_same(first: &str, second: &str) -> bool {
    first.split_whitespace().eq(second.split_whitespace())
}

/// The number of a questionnaire as it is kept: capitals without spaces, 1 to 20 letters, digits and hyphens.
pub fn questionnaire_number(typed: &str) -> Option<String> {
    let number: String = typed.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
    let fits = (1..=20).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    fits.then_some(number)
}

#[cfg(test)]
mod tests {
    use super::super::parse::tests::small_survey;
    use super::*;

    fn typed(keep: &str, district: &str) -> Draft {
        let mut draft = Draft::new(Language::english());
        draft.perspective = Some("child".into());
        draft.answers.insert("keep".into(), keep.into());
        draft.answers.insert("district".into(), district.into());
        draft
    }

    #[test]
    fn what_differs_is_found_and_spaces_alone_do_not_count() {
        let survey = small_survey();
        let (first, second) = (typed("my  dog\n", "redditch"), typed("my dog", "wychavon"));
        let compared = Comparison::new(&survey, &first, &second);
        let names: Vec<&str> = compared.differing.iter().map(QuestionnaireField::name).collect();
        assert_eq!((compared.fields, names), (4, vec!["district"]));
    }

    #[test]
    fn a_field_that_one_left_blank_differs_and_one_that_both_did_is_not_counted() {
        let survey = small_survey();
        let compared = Comparison::new(&survey, &typed("", ""), &typed("words", ""));
        assert_eq!((compared.fields, compared.differing.len()), (3, 1));
        let mut settled = typed("", "");
        compared.differing[0].set(&mut settled, "words");
        assert_eq!(settled.said("keep"), "words");
    }

    #[test]
    fn numbers_are_read_however_they_are_written() {
        assert_eq!(questionnaire_number(" a 12 ").as_deref(), Some("A12"));
        assert_eq!(questionnaire_number("2026-007").as_deref(), Some("2026-007"));
        for bad in ["", "  ", "1/2", "é", &"1".repeat(21)] {
            assert_eq!(questionnaire_number(bad), None, "{bad}");
        }
    }
}
