//! A page of key words to look at and to test with, and the tests.

use super::Desk;
use super::themes::Choice;
use super::words::Words;
use crate::breakdown::{Breakdown, Group, KeyWords, Policy, Row};

impl Words {
    /// Three districts, of which two have words of their own.
    pub fn sample() -> Self {
        let group = |key: &str, name: &str, base| Group { key: key.to_owned(), name: name.to_owned(), base };
        let groups = [
            group("redditch", "Redditch", 120),
            group("worcester", "Worcester", 180),
            group("wychavon", "Wychavon", 200),
            group("elsewhere", "Elsewhere, or not sure", 12),
        ];
        let row = |name: &str, counts: [u64; 4]| Row {
            key: name.to_owned(),
            name: name.to_owned(),
            counts: counts.to_vec(),
            total: counts.iter().sum(),
        };
        let rows = [
            row("bus", [30, 35, 90, 2]),
            row("ring road", [60, 11, 10, 0]),
            row("river path", [3, 55, 2, 1]),
            row("school", [60, 85, 90, 6]),
        ];
        let choice = |value: &str, label: &str, chosen| Choice { value: value.into(), label: label.into(), chosen };
        Self {
            desk: Desk::sample(),
            question: None,
            questions: vec![choice("", "Every question together", true)],
            by_perspective: false,
            ways: vec![choice("district", "Each district", true), choice("perspective", "Each perspective", false)],
            elsewhere: "elsewhere".to_owned(),
            words: KeyWords::of(&Breakdown::new(512, &groups, &rows, Policy::default())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_leads_to_its_lines_in_that_district() {
        let page = Words::sample().render().into_string();
        assert!(page.contains("/words/in-context?words=ring+road&amp;district=redditch\""), "{page}");
        assert!(page.contains("id=\"group-worcester\"") && page.contains(">river path</a>"), "{page}");
    }

    #[test]
    fn few_others_are_told_as_under_ten_and_the_difference_as_at_least() {
        let page = Words::sample().render().into_string();
        let line = page.split(">river path</a>").nth(1).and_then(|rest| rest.split("</tr>").next()).unwrap_or_default();
        assert!(line.contains("under 10 of ") && line.contains("at least "), "{line}");
    }

    #[test]
    fn groups_without_words_are_named_together() {
        let page = Words::sample().render().into_string();
        assert!(page.contains("too few people answered to tell: Elsewhere, or not sure."), "{page}");
        let none =
            Words { words: KeyWords { groups: Vec::new(), words: 0, ..Words::sample().words }, ..Words::sample() };
        assert!(none.render().into_string().contains("Too few people have written an answer to tell."));
    }
}
