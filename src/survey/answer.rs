//! The reply to one question, and what can be wrong with one as it arrives.

use super::{District, Question, QuestionKind};

/// The most characters one free-text answer may have. Ten thousand is about twenty pages by hand.
pub const MOST_CHARACTERS: usize = 10_000;

/// A reply that fits its question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    District(District),
    /// The key of the chosen option.
    Choice(String),
    /// Never blank.
    Text(String),
}

/// Why a reply cannot be taken. Pages and importers find the words for each.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AnswerProblem {
    #[error("the answer has {characters} characters and the most is {MOST_CHARACTERS}: make it shorter")]
    TooLong { characters: usize },
    #[error("\"{given}\" is not one of the options: choose one of {}", .options.join(", "))]
    NotAnOption { given: String, options: Vec<String> },
}

impl Answer {
    /// Reads a submitted value. `Ok(None)` means that the question was skipped, which is always allowed.
    ///
    /// Line ends are made `\n` and the character U+0000, which PostgreSQL cannot hold, becomes U+FFFD;
    /// nothing else of a person's words is changed. `districts` are the keys of the geography.
    ///
    /// # Errors
    /// [`AnswerProblem`] when the value is too long or names no option.
    pub fn parse(question: &Question, value: &str, districts: &[String]) -> Result<Option<Self>, AnswerProblem> {
        if value.trim().is_empty() {
            return Ok(None);
        }
        match &question.kind {
            QuestionKind::LongText => {
                let characters = value.chars().count();
                if characters > MOST_CHARACTERS {
                    return Err(AnswerProblem::TooLong { characters });
                }
                Ok(Some(Self::Text(value.replace("\r\n", "\n").replace('\0', "\u{fffd}"))))
            }
            QuestionKind::OneOf { options } => match options.iter().any(|option| option == value) {
                true => Ok(Some(Self::Choice(value.to_owned()))),
                false => Err(not_an_option(value, options.clone())),
            },
            QuestionKind::District => match District::parse(value) {
                District::Area(key) if !districts.contains(&key) => {
                    let others = ["outside", "unknown"].map(str::to_owned);
                    Err(not_an_option(value, districts.iter().cloned().chain(others).collect()))
                }
                district => Ok(Some(Self::District(district))),
            },
        }
    }

    /// The form that is stored and exported: the words, the option's key, or the district's key.
    pub fn as_str(&self) -> &str {
        match self {
            Self::District(district) => district.as_str(),
            Self::Choice(text) | Self::Text(text) => text,
        }
    }
}

fn not_an_option(value: &str, options: Vec<String>) -> AnswerProblem {
    AnswerProblem::NotAnOption { given: value.chars().take(40).collect(), options }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::Source;

    fn question(kind: QuestionKind) -> Question {
        Question { key: "q".into(), kind, perspectives: None, source: Source::Ours, note: None }
    }

    #[test]
    fn blank_text_is_a_skip_and_not_an_answer() {
        assert_eq!(Answer::parse(&question(QuestionKind::LongText), " \r\n ", &[]), Ok(None));
    }

    #[test]
    fn words_are_kept_but_for_line_ends_and_nul() {
        let parsed = Answer::parse(&question(QuestionKind::LongText), " a\r\nb\0 ", &[]);
        assert_eq!(parsed, Ok(Some(Answer::Text(" a\nb\u{fffd} ".into()))));
    }

    #[test]
    fn a_million_characters_are_refused_with_the_limit() {
        let long = "a".repeat(1_000_000);
        let problem = Answer::parse(&question(QuestionKind::LongText), &long, &[]).unwrap_err();
        assert_eq!(problem, AnswerProblem::TooLong { characters: 1_000_000 });
        assert!(problem.to_string().contains("10000"), "{problem}");
    }

    #[test]
    fn only_offered_options_and_known_districts_are_taken() {
        let one_of = question(QuestionKind::OneOf { options: vec!["5-7".into()] });
        assert_eq!(Answer::parse(&one_of, "5-7", &[]), Ok(Some(Answer::Choice("5-7".into()))));
        assert!(Answer::parse(&one_of, "8-11", &[]).is_err());
        let district = question(QuestionKind::District);
        assert_eq!(Answer::parse(&district, "outside", &[]), Ok(Some(Answer::District(District::Outside))));
        assert!(Answer::parse(&district, "atlantis", &["redditch".into()]).is_err());
    }
}
