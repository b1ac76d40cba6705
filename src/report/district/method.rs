//! How the figures were made and what they cannot tell, said the same in every report; and the few sentences of the
//! children's edition.

use super::DistrictReport;
use super::wording::{capital, people, quoted};
use crate::breakdown::Figure;
use crate::breakdown::reading::listed;

/// How many themes the children's edition shows.
const FOR_CHILDREN: usize = 5;

/// One theme of the children's edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InTens {
    pub theme: String,
    /// Of every ten people, how many named it; from 1 to 10.
    pub of_ten: u8,
    /// The same in words: `About 4 in every 10 people`.
    pub words: String,
}

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

    /// The title of the children's edition.
    pub fn title_for_children(&self) -> String {
        format!("What people in {} told us", self.place())
    }

    /// How many answered, for children.
    pub fn answered_for_children(&self) -> String {
        let people = people(self.base(&self.results.answered));
        format!("{} in {} told us what they think. Thank you!", capital(&people), self.place())
    }

    /// What came up most, in tens of people.
    pub fn in_tens(&self) -> Vec<InTens> {
        let Some(themes) = self.overall() else { return Vec::new() };
        let shown = self.ordered(&themes.table).into_iter().filter_map(|row| match self.figure(row) {
            Figure::Shown(share) => Some((row, share.share)),
            Figure::Hidden => None,
        });
        let in_ten = |(row, share): (&crate::breakdown::PublishedRow, f64)| {
            let of_ten = ((share * 10.0).round() as u8).min(10);
            (of_ten > 0).then(|| InTens {
                theme: row.name.clone(),
                of_ten,
                words: if of_ten == 10 {
                    "Nearly everyone".to_owned()
                } else {
                    format!("About {of_ten} in every 10 people")
                },
            })
        };
        shown.filter_map(in_ten).take(FOR_CHILDREN).collect()
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

    /// How this place differs, for children; none where it does not clearly.
    pub fn differs_for_children(&self) -> Option<String> {
        self.area()?;
        let themes = self.overall()?;
        let named = |wanted| -> Vec<String> {
            let theirs =
                themes.table.rows.iter().filter(|row| self.cell(row).is_some_and(|cell| cell.differs == wanted));
            theirs.take(2).map(|row| quoted(&row.name)).collect()
        };
        let (place, whole) = (self.place(), &self.results.geography.name);
        let more = named(crate::breakdown::Difference::Higher);
        if !more.is_empty() {
            return Some(format!(
                "In {place}, a bigger part of the people talked about {} than in the rest of {whole}.",
                listed(&more)
            ));
        }
        let fewer = named(crate::breakdown::Difference::Lower);
        let said = format!(
            "In {place}, a smaller part of the people talked about {} than in the rest of {whole}.",
            listed(&fewer)
        );
        (!fewer.is_empty()).then_some(said)
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

    /// What children should know about the numbers.
    pub fn method_for_children(&self) -> Vec<String> {
        vec![
            "Only some people answered. So this is what they think. It may not be what everyone thinks.".to_owned(),
            "Some numbers are very small. We keep those private, so that nobody can be found.".to_owned(),
            "Nobody’s name is in here.".to_owned(),
        ]
    }
}
