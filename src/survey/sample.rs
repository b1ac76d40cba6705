//! A bundled survey in English alone, for the tests of others.

use std::collections::BTreeMap;

use super::{Consultation, SurveyFiles, parse};

/// Ready for Work, which has every kind of question.
pub(crate) fn ready_for_work() -> Consultation {
    let in_english = |line: &'static str| if line.starts_with("languages") { "languages = [\"en\"]" } else { line };
    let survey: Vec<&str> = include_str!("../../surveys/ready-for-work/survey.toml").lines().map(in_english).collect();
    let words = include_str!("../../surveys/ready-for-work/wording/en.toml").to_owned();
    let wordings = BTreeMap::from([("en".to_owned(), ("en.toml".to_owned(), words))]);
    parse(&SurveyFiles { survey: ("survey.toml".to_owned(), survey.join("\n")), wordings }).expect("it is whole").0
}
