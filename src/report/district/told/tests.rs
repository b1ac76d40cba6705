//! Every language says the same of the same figures, and marks what stays English.

use std::collections::BTreeSet;

use super::*;
use crate::report::district::sample::results;

fn names(message: &str) -> BTreeSet<&str> {
    message.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
}

#[test]
fn every_language_has_the_places_of_english_and_no_message_is_english_left_as_it_was() {
    let english = ALL[0].every();
    for words in &ALL {
        for (theirs, ours) in words.every().into_iter().zip(&english) {
            assert_eq!(names(theirs), names(ours), "{}: {theirs}", words.code);
            assert!(words.code == "en" || theirs != *ours, "{}: {theirs}", words.code);
        }
        assert!(words.months.iter().collect::<BTreeSet<_>>().len() == 12, "{}", words.code);
    }
    let codes: Vec<&str> = ALL.iter().map(|words| words.code).collect();
    assert_eq!(codes, ["en", "cy", "pl", "ro", "ur"]);
}

#[test]
fn what_is_put_in_is_not_read_again() {
    assert_eq!(filled("{a} and {b}.", &[("a", "{b}".to_owned()), ("b", "x".to_owned())]), "{b} and x.");
}

fn plain(sentence: &Sentence) -> String {
    sentence.iter().map(|piece| piece.text.as_str()).collect()
}

#[test]
fn a_name_of_a_theme_is_english_in_every_other_language_and_every_figure_is_there() {
    let results = results(1);
    for report in DistrictReport::all(&results) {
        let english = report.told("en");
        let themes = &report.overall().unwrap().table.rows;
        for words in &ALL[1..] {
            let told = report.told(words.code);
            for sentence in
                [Some(told.headline()), Some(told.apart()), told.differs_for_children()].into_iter().flatten()
            {
                for theme in themes {
                    let own = sentence.iter().filter(|piece| !piece.english);
                    assert!(own.clone().all(|piece| !piece.text.contains(&theme.name)), "{sentence:?}");
                }
                assert!(!plain(&sentence).contains(['{', '}']) && !plain(&sentence).contains(MARKS), "{sentence:?}");
            }
            let figures = |text: &str| -> Vec<String> {
                let digits = text.split(|letter: char| !letter.is_ascii_digit());
                digits.filter(|digits| !digits.is_empty()).map(str::to_owned).collect()
            };
            let sorted = |mut figures: Vec<String>| {
                figures.sort();
                figures
            };
            let (here, there) = (plain(&told.headline()), plain(&english.headline()));
            assert_eq!(sorted(figures(&here)), sorted(figures(&there)), "{here}");
            let tens =
                |told: Told<'_>| told.in_tens().iter().map(|ten| (ten.theme.clone(), ten.of_ten)).collect::<Vec<_>>();
            assert_eq!(tens(told), tens(english));
        }
    }
}

#[test]
fn hidden_numbers_are_told_as_private_and_never_as_few_or_none() {
    let mut results = results(1);
    results.answered.everyone = Count::Hidden;
    for row in &mut results.themes[0].table.rows {
        row.everyone = Figure::Hidden;
    }
    let report = DistrictReport::of_county(&results);
    for words in &ALL[1..] {
        let told = report.told(words.code);
        assert!(told.in_tens().is_empty() && !told.answered_for_children().contains(char::is_numeric));
        let headline = plain(&told.headline());
        assert!(!headline.contains(char::is_numeric) && !headline.contains('“'), "{headline}");
    }
}

#[test]
fn numbers_are_written_and_counted_as_each_language_does() {
    let people = |code: &str, count| Sayings::find(code).unwrap().people(count);
    assert_eq!(people("en", 1550), "about 1,550 people");
    assert_eq!(people("ro", 110), "circa 110 persoane");
    assert_eq!(people("ro", 1550), "circa 1.550 de persoane");
    assert_eq!(people("pl", 1550), "około 1550 osób");
    assert_eq!(Sayings::find("cy").unwrap().day(jiff::civil::date(2026, 12, 20)), "20 Rhagfyr 2026");
}
