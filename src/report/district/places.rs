//! What the parts of a report are found by on its page, so that whatever rests on a figure can lead to it.
//!
//! The same publication always gives the same: made of the keys of questions, themes and options, or of their place where
//! an old publication holds no key. Leaves out where the page itself is.

use super::{ClosedQuestion, DistrictReport, QuestionThemes};

/// The section of themes, and of questions with options.
const THEMES: &str = "themes";
const CLOSED: &str = "closed";

impl DistrictReport<'_> {
    /// The chart of themes in the answers to every question or to one; `place` is its place among them.
    pub(super) fn id_of_themes(&self, place: usize, themes: &QuestionThemes) -> String {
        match (&themes.question, &themes.key) {
            (None, _) => "themes-all".to_owned(),
            (Some(_), Some(key)) => within("question", key),
            (Some(_), None) => format!("question-{}", place + 1),
        }
    }

    /// A theme in such a chart, by the key of its row.
    pub(super) fn id_of_theme(&self, place: usize, themes: &QuestionThemes, row: &str) -> String {
        let theme = within("theme", self.results.theme_keys.get(row).map_or(row, String::as_str));
        match themes.question {
            None => theme,
            Some(_) => format!("{}-{theme}", self.id_of_themes(place, themes)),
        }
    }

    /// The chart of a question with options.
    pub(super) fn id_of_closed(&self, place: usize, closed: &ClosedQuestion) -> String {
        closed.key.as_ref().map_or_else(|| format!("closed-{}", place + 1), |key| within("question", key))
    }

    /// The part that shows a theme: its line among those of every question together, or else of the first question that
    /// shows it; the themes as a whole where it came up too little for a line.
    pub fn part_of_theme(&self, theme: &str) -> Option<String> {
        let charts = self.themes();
        let wanted = within("theme", theme);
        let is_it = |id: &&String| **id == wanted || id.ends_with(&format!("-{wanted}"));
        let ids = charts.iter().flat_map(|chart| chart.bars.lines.iter().filter_map(|line| line.id.as_ref()));
        ids.clone().find(is_it).cloned().or_else(|| (!charts.is_empty()).then(|| THEMES.to_owned()))
    }

    /// The part that shows an option of a question; the question where it has no line, and the questions with options as
    /// a whole where that is not there.
    pub fn part_of_option(&self, question: &str, option: &str) -> Option<String> {
        let charts = self.closed();
        let wanted = within("question", question);
        let Some(chart) = charts.iter().find(|chart| chart.id == wanted) else {
            return (!charts.is_empty()).then(|| CLOSED.to_owned());
        };
        let line = within(&wanted, option);
        let is_shown = chart.bars.lines.iter().any(|shown| shown.id.as_ref() == Some(&line));
        Some(if is_shown { line } else { wanted })
    }
}

/// What a part within another is found by: letters, digits and hyphens.
pub(super) fn within(outer: &str, key: &str) -> String {
    let plain = |letter: char| if letter.is_alphanumeric() || "-_".contains(letter) { letter } else { '-' };
    format!("{outer}-{}", key.chars().map(plain).collect::<String>())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::report::district::Results;
    use crate::report::district::sample::results;

    fn ids(report: &DistrictReport<'_>) -> Vec<String> {
        let charts = [report.themes(), report.closed()].concat();
        let lines = charts.iter().flat_map(|chart| chart.bars.lines.iter().filter_map(|line| line.id.clone()));
        charts.iter().map(|chart| chart.id.clone()).chain(lines).collect()
    }

    #[test]
    fn every_part_is_found_by_something_of_its_own_in_old_publications_too() {
        let new = results(1);
        let mut old = Results { theme_keys: Default::default(), ..new.clone() };
        old.themes.iter_mut().for_each(|themes| themes.key = None);
        old.closed.iter_mut().for_each(|closed| closed.key = None);
        for results in [&new, &old] {
            for report in DistrictReport::all(results) {
                let ids = ids(&report);
                assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?}");
                assert!(ids.iter().all(|id| !id.contains([' ', '"', '#', '<'])), "{ids:?}");
            }
        }
    }

    #[test]
    fn a_theme_and_an_option_are_found_or_the_nearest_thing_that_is_there() {
        let results = results(1);
        let report = DistrictReport::of_county(&results);
        let (row, key) = results.theme_keys.iter().next().unwrap();
        assert!(results.themes[0].table.find_row(row).is_some());
        assert_eq!(report.part_of_theme(key), Some(format!("theme-{key}")));
        assert_eq!(report.part_of_theme("nothing-like-it"), Some("themes".to_owned()));
        assert_eq!(report.part_of_option("safe", "yes"), Some("question-safe-yes".to_owned()));
        assert_eq!(report.part_of_option("safe", "never"), Some("question-safe".to_owned()));
        assert_eq!(report.part_of_option("other", "yes"), Some("closed".to_owned()));
    }
}
