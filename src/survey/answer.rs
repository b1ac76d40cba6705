//! The reply to one question, and what can be wrong with one as it arrives.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{District, Options, Question, QuestionKind};

/// The most characters one free-text answer may have. Ten thousand is about twenty pages by hand.
pub const MOST_CHARACTERS: usize = 10_000;
/// The most characters of an answer on one line.
pub const MOST_ON_A_LINE: usize = 300;
/// What stands between several options in the stored form; no key contains it.
pub const BETWEEN: char = ';';

/// A reply that fits its question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    District(District),
    /// The key of the chosen option.
    Choice(String),
    /// The keys of those picked, in the survey's order; never empty.
    Choices(Vec<String>),
    /// The keys of those ranked, the first one first; never empty.
    Ranking(Vec<String>),
    Number(i64),
    /// Never blank.
    Text(String),
}

/// Why a reply cannot be taken. Pages and importers find the words for each.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AnswerProblem {
    #[error("the answer has {characters} characters and the most is {most}: make it shorter")]
    TooLong { characters: usize, most: usize },
    #[error("\"{given}\" is not one of the options: choose one of {}", .options.join(", "))]
    NotAnOption { given: String, options: Vec<String> },
    #[error("{picked} are picked and the most is {most}: take {} away", .picked - .most)]
    TooMany { picked: usize, most: usize },
    #[error("{picked} are picked and the least is {least}: pick {} more", .least - .picked)]
    TooFew { picked: usize, least: usize },
    #[error("\"{none}\" is picked beside others: keep that one or the others")]
    NoneBesideOthers { none: String },
    #[error("\"{option}\" stands in two places: give each place another")]
    RankedTwice { option: String },
    #[error("that is not a whole number from {least} to {most}")]
    NotANumber { least: i64, most: i64 },
}

impl Answer {
    /// Reads a submitted value. `Ok(None)` means that the question was skipped, which is always allowed.
    ///
    /// Several options are keys with [`BETWEEN`] between them; empty places of a ranking are passed over. Line ends
    /// are made `\n` and the character U+0000, which PostgreSQL cannot hold, becomes U+FFFD; nothing else of a
    /// person's words is changed. `districts` are the keys of the geography.
    ///
    /// # Errors
    /// [`AnswerProblem`] when the value does not fit the question.
    pub fn parse(question: &Question, value: &str, districts: &[String]) -> Result<Option<Self>, AnswerProblem> {
        if value.trim().is_empty() {
            return Ok(None);
        }
        match &question.kind {
            QuestionKind::Information => Ok(None),
            QuestionKind::LongText => text(value, MOST_CHARACTERS),
            QuestionKind::ShortText => text(value, MOST_ON_A_LINE),
            QuestionKind::OneOf(options) | QuestionKind::Scale(options) | QuestionKind::AgeBand(options) => {
                known(options, value).map(|key| Some(Self::Choice(key.to_owned())))
            }
            QuestionKind::ManyOf { options, none, at_least, at_most } => {
                many(options, none.as_deref(), (*at_least, *at_most), value)
            }
            QuestionKind::Ranking { options, places } => ranking(options, *places, value),
            QuestionKind::Number { least, most } => number(value, *least, *most),
            QuestionKind::District { .. } => match District::parse(value) {
                District::Area(key) if !districts.contains(&key) => {
                    let others = ["outside", "unknown"].map(str::to_owned);
                    Err(not_an_option(value, districts.iter().cloned().chain(others).collect()))
                }
                district => Ok(Some(Self::District(district))),
            },
        }
    }

    /// The form that is stored and exported: the words, the keys, the digits, or the district's key.
    pub fn to_text(&self) -> Cow<'_, str> {
        match self {
            Self::District(district) => district.as_str().into(),
            Self::Choice(text) | Self::Text(text) => text.into(),
            Self::Choices(keys) | Self::Ranking(keys) => keys.join(&BETWEEN.to_string()).into(),
            Self::Number(number) => number.to_string().into(),
        }
    }
}

fn text(value: &str, most: usize) -> Result<Option<Answer>, AnswerProblem> {
    let characters = value.chars().count();
    if characters > most {
        return Err(AnswerProblem::TooLong { characters, most });
    }
    Ok(Some(Answer::Text(value.replace("\r\n", "\n").replace('\0', "\u{fffd}"))))
}

fn known<'a>(options: &Options, key: &'a str) -> Result<&'a str, AnswerProblem> {
    if options.has(key) { Ok(key) } else { Err(not_an_option(key, options.keys().to_vec())) }
}

fn keys<'a>(options: &Options, value: &'a str) -> Result<Vec<&'a str>, AnswerProblem> {
    let given = value.split(BETWEEN).map(str::trim).filter(|key| !key.is_empty());
    given.map(|key| known(options, key)).collect()
}

fn many(
    options: &Options,
    none: Option<&str>,
    (least, most): (usize, usize),
    value: &str,
) -> Result<Option<Answer>, AnswerProblem> {
    let given: BTreeSet<&str> = keys(options, value)?.into_iter().collect();
    let picked = given.len();
    match none.filter(|none| given.contains(none)) {
        Some(none) if picked > 1 => return Err(AnswerProblem::NoneBesideOthers { none: none.to_owned() }),
        Some(_) => {}
        None if picked > most => return Err(AnswerProblem::TooMany { picked, most }),
        None if picked > 0 && picked < least => return Err(AnswerProblem::TooFew { picked, least }),
        None => {}
    }
    let picked: Vec<String> = options.keys().iter().filter(|key| given.contains(key.as_str())).cloned().collect();
    Ok((!picked.is_empty()).then_some(Answer::Choices(picked)))
}

fn ranking(options: &Options, places: usize, value: &str) -> Result<Option<Answer>, AnswerProblem> {
    let ranked = keys(options, value)?;
    let mut seen = BTreeSet::new();
    if let Some(option) = ranked.iter().find(|key| !seen.insert(**key)) {
        return Err(AnswerProblem::RankedTwice { option: (*option).to_owned() });
    }
    if ranked.len() > places {
        return Err(AnswerProblem::TooMany { picked: ranked.len(), most: places });
    }
    let ranked: Vec<String> = ranked.into_iter().map(str::to_owned).collect();
    Ok((!ranked.is_empty()).then_some(Answer::Ranking(ranked)))
}

fn number(value: &str, least: i64, most: i64) -> Result<Option<Answer>, AnswerProblem> {
    let given: Option<i64> = value.trim().parse().ok();
    match given.filter(|given| (least..=most).contains(given)) {
        Some(given) => Ok(Some(Answer::Number(given))),
        None => Err(AnswerProblem::NotANumber { least, most }),
    }
}

fn not_an_option(value: &str, options: Vec<String>) -> AnswerProblem {
    AnswerProblem::NotAnOption { given: value.chars().take(40).collect(), options }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(kind: QuestionKind, value: &str) -> Result<Option<Answer>, AnswerProblem> {
        Answer::parse(&Question::new("q", kind), value, &[])
    }

    fn options() -> Options {
        Options::new(&["a", "b", "c"].map(str::to_owned), &["none".to_owned()])
    }

    fn many_of(at_least: usize, at_most: usize) -> QuestionKind {
        QuestionKind::ManyOf { options: options(), none: Some("none".into()), at_least, at_most }
    }

    #[test]
    fn blank_text_is_a_skip_and_not_an_answer() {
        assert_eq!(parse(QuestionKind::LongText, " \r\n "), Ok(None));
    }

    #[test]
    fn words_are_kept_but_for_line_ends_and_nul() {
        assert_eq!(parse(QuestionKind::LongText, " a\r\nb\0 "), Ok(Some(Answer::Text(" a\nb\u{fffd} ".into()))));
    }

    #[test]
    fn a_million_characters_are_refused_with_the_limit() {
        let problem = parse(QuestionKind::LongText, &"a".repeat(1_000_000)).unwrap_err();
        assert_eq!(problem, AnswerProblem::TooLong { characters: 1_000_000, most: 10_000 });
        assert!(problem.to_string().contains("10000"), "{problem}");
        assert!(parse(QuestionKind::ShortText, &"a".repeat(301)).is_err());
    }

    #[test]
    fn only_offered_options_and_known_districts_are_taken() {
        let one_of = || QuestionKind::OneOf(options());
        assert_eq!(parse(one_of(), "a"), Ok(Some(Answer::Choice("a".into()))));
        assert!(parse(one_of(), "d").is_err() && parse(one_of(), "a;b").is_err());
        let district = Question::new("q", QuestionKind::District { postcode: false });
        let known = ["redditch".to_owned()];
        let area = Answer::District(District::Area("redditch".into()));
        assert_eq!(Answer::parse(&district, "redditch", &known), Ok(Some(area)));
        assert_eq!(Answer::parse(&district, "outside", &known), Ok(Some(Answer::District(District::Outside))));
        assert!(Answer::parse(&district, "paris", &known).is_err());
    }

    #[test]
    fn several_are_kept_once_each_in_the_surveys_order_and_within_limits() {
        let picked = |keys: &[&str]| Ok(Some(Answer::Choices(keys.iter().map(|key| (*key).to_owned()).collect())));
        assert_eq!(parse(many_of(0, 2), "c;a;c"), picked(&["a", "c"]));
        assert_eq!(parse(many_of(2, 3), "none"), picked(&["none"]));
        assert_eq!(parse(many_of(0, 2), "a;b;c"), Err(AnswerProblem::TooMany { picked: 3, most: 2 }));
        assert_eq!(parse(many_of(2, 3), "a"), Err(AnswerProblem::TooFew { picked: 1, least: 2 }));
        assert_eq!(parse(many_of(0, 3), "a;none"), Err(AnswerProblem::NoneBesideOthers { none: "none".into() }));
        assert!(matches!(parse(many_of(0, 3), "a;d"), Err(AnswerProblem::NotAnOption { .. })));
    }

    #[test]
    fn a_ranking_keeps_its_order_passes_over_empty_places_and_takes_none_twice() {
        let kind = || QuestionKind::Ranking { options: options(), places: 2 };
        let ranked = parse(kind(), ";c;a").unwrap().unwrap();
        assert_eq!(ranked, Answer::Ranking(vec!["c".into(), "a".into()]));
        assert_eq!(ranked.to_text(), "c;a");
        assert_eq!(parse(kind(), "c;c"), Err(AnswerProblem::RankedTwice { option: "c".into() }));
        assert!(parse(kind(), "a;b;c").is_err());
        assert_eq!(parse(kind(), ";"), Ok(None));
    }

    #[test]
    fn a_number_is_whole_and_within_its_ends() {
        let kind = || QuestionKind::Number { least: 0, most: 30 };
        assert_eq!(parse(kind(), " 12 "), Ok(Some(Answer::Number(12))));
        for bad in ["31", "-1", "1.5", "twelve", "99999999999999999999"] {
            assert_eq!(parse(kind(), bad), Err(AnswerProblem::NotANumber { least: 0, most: 30 }), "{bad}");
        }
    }
}
