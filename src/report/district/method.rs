//! How the figures were made and what they cannot tell, said the same in every report.

use super::DistrictReport;
use crate::breakdown::Figure;

impl DistrictReport<'_> {
    /// How the figures were made and what they cannot tell, one thing a sentence or two.
    pub fn method(&self) -> Vec<String> {
        let results = self.results;
        let policy = results.policy;
        let day = |day: jiff::civil::Date| day.strftime("%-d %B %Y").to_string();
        vec![
            format!(
                "These are people who chose to answer. They are not a sample of everyone in {}, so the figures describe \
                 those who answered and nobody else.",
                self.place()
            ),
            format!(
                "{} asked from {} to {}. The figures are of answers that had come in by {}.",
                results.organisation,
                day(results.days.0),
                day(results.days.1),
                day(results.counted_on)
            ),
            results.frame.clone(),
            format!(
                "“Kept private” means fewer than {} people, a share of fewer than {}, or a number that would give one of \
                 those away. Do not read it as zero. Numbers of people are rounded to the nearest {}, and every share and \
                 interval follows from the rounded numbers.",
                policy.threshold, policy.least_base, policy.rounding
            ),
            "The 95% interval says how far chance alone could have moved a share (Wilson’s method). It says nothing of \
             who did not answer."
                .to_owned(),
            "“More often” and “less often” are said only where a difference from everyone else is clear after allowing \
             for every comparison in the table (chi-square or Fisher’s exact test, 5% false discovery rate)."
                .to_owned(),
        ]
    }

    /// Where the quotes come from, or why there are none.
    pub fn about_quotes(&self) -> &'static str {
        if self.results.quotes.is_empty() {
            "No quotes: nobody has read and approved any for this report yet."
        } else if self.quotes().is_empty() {
            "None of the quotes that were approved can be told to come from here."
        } else {
            "Each was read and approved by an officer. Personal details are taken out. Who said it and where is left out \
             where few people share it."
        }
    }

    /// Every theme that people named, of every question together, with the share of this place's people who named it, the
    /// most named first; none where that is kept private.
    pub fn shares_of_themes(&self) -> Vec<(String, Option<f64>)> {
        let Some(themes) = self.overall() else { return Vec::new() };
        let share = |row| match self.figure(row) {
            Figure::Shown(share) => Some(share.share),
            Figure::Hidden => None,
        };
        self.ordered(&themes.table).into_iter().map(|row| (row.name.clone(), share(row))).collect()
    }

    /// Said before everything else, and on every page: that it was corrected since, that answers were still coming in,
    /// and that some of them were invented. None where it is as it seems.
    pub fn notice(&self) -> Option<String> {
        let results = self.results;
        let mut said: Vec<String> = results.corrected.iter().cloned().collect();
        said.extend(results.interim.then(|| "Interim: answers were still coming in when this was counted".to_owned()));
        said.extend(
            results
                .illustrative
                .then(|| "Illustrative: some or all of these answers were invented to show how Heard works".to_owned()),
        );
        (!said.is_empty()).then(|| said.join(". "))
    }

    /// As what it was published, when and by whom.
    pub fn published(&self) -> Option<String> {
        let published = self.results.publication.as_ref()?;
        let on = published.published_on.strftime("%-d %B %Y");
        Some(format!("Publication {}, published on {on} by {}.", published.number, self.results.organisation))
    }

    /// Which publication it corrects, and what was wrong.
    pub fn corrects(&self) -> Option<String> {
        let wrong = self.results.publication.as_ref()?.correction.as_ref();
        let wrong = wrong.map_or_else(String::new, |wrong| format!(" What was wrong: {wrong}"));
        Some(format!("{}{wrong}", self.corrects_in_short()?))
    }

    /// Which publication it corrects, where there is no room for what was wrong.
    pub fn corrects_in_short(&self) -> Option<String> {
        let corrects = self.results.publication.as_ref()?.corrects?;
        Some(format!("This corrects publication {corrects}."))
    }

    /// What its publisher says with it, each with its heading.
    pub fn statement(&self) -> Vec<(&'static str, &str)> {
        let Some(published) = &self.results.publication else { return Vec::new() };
        let said = [("What this is", published.about.as_str()), ("What is not decided yet", &published.undecided)];
        said.into_iter().filter(|(_, words)| !words.is_empty()).collect()
    }
}
