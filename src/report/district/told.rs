//! A poster and a children's edition in each of the site's languages: what the report says in them, ready to be set or
//! shown.
//!
//! Figures and what may be said of them are the report's own. What somebody wrote in English (names of themes, what
//! happens next) stays as it is and is marked as English. Leaves out the full report, which is in English.

mod words;

use serde::Serialize;

use super::wording::{capital, quoted};
use super::{ApprovedQuote, DistrictReport};
use crate::breakdown::reading::percent;
use crate::breakdown::{Breakdown, Count, Difference, Figure, PublishedRow};

pub use words::{ALL, Sayings};

/// How many themes the children's edition shows, how many a sentence of it names, and how many one of a poster.
const FOR_CHILDREN: usize = 5;
const NAMED_FOR_CHILDREN: usize = 2;
const NAMED: usize = 3;
/// Stand around what is English while a sentence is put together; taken out of whatever is put in.
const MARKS: [char; 2] = ['\u{e100}', '\u{e101}'];

/// A part of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Piece {
    pub text: String,
    /// It is English in a sentence of another language.
    pub english: bool,
}

/// A sentence of which some parts may be English.
pub type Sentence = Vec<Piece>;

/// One theme of the children's edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InTens {
    pub theme: String,
    /// Of every ten people, how many named it; from 1 to 10.
    pub of_ten: u8,
    /// The same in words: `About 4 in every 10 people`.
    pub words: String,
}

/// A report as a poster and a children's edition tell it in one language.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    pub report: DistrictReport<'a>,
    pub words: &'static Sayings,
}

impl<'a> DistrictReport<'a> {
    /// The report in a language; in English where that is not spoken here.
    pub fn told(self, language: &str) -> Told<'a> {
        Told { report: self, words: Sayings::find(language).unwrap_or(&ALL[0]) }
    }
}

impl Told<'_> {
    fn is_english(&self) -> bool {
        self.words.code == "en"
    }

    /// What somebody wrote in English, marked where the sentence around it is not.
    fn theirs(&self, text: &str) -> String {
        let text = text.replace(MARKS, "");
        if self.is_english() { text } else { format!("{}{text}{}", MARKS[0], MARKS[1]) }
    }

    /// Names as a list in running text.
    fn listed(&self, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => format!("{}{}{last}", first.join(self.words.comma), self.words.and),
        }
    }

    fn place(&self) -> (&'static str, String) {
        ("place", self.report.place().replace(MARKS, ""))
    }

    /// A message about the place and how many answered there.
    fn answered(&self, shown: &str, hidden: &str) -> String {
        match self.report.base(&self.report.results.answered) {
            Count::Shown(count) => capital(&filled(shown, &[self.place(), ("people", self.words.people(count))])),
            Count::Hidden => filled(hidden, &[self.place()]),
        }
    }

    /// The title of the children's edition.
    pub fn title_for_children(&self) -> String {
        filled(self.words.child_title, &[self.place()])
    }

    /// How many answered, for children.
    pub fn answered_for_children(&self) -> String {
        self.answered(self.words.child_answered, self.words.child_answered_hidden)
    }

    /// What came up most, in tens of people.
    pub fn in_tens(&self) -> Vec<InTens> {
        let Some(themes) = self.report.overall() else { return Vec::new() };
        let shown = self.shown(&themes.table);
        let in_ten = |(row, share): (&PublishedRow, f64)| {
            let of_ten = ((share * 10.0).round() as u8).min(10);
            let words = match of_ten {
                10 => self.words.child_nearly.to_owned(),
                many => filled(self.words.child_tens, &[("many", many.to_string())]),
            };
            (of_ten > 0).then(|| InTens { theme: row.name.clone(), of_ten, words })
        };
        shown.into_iter().filter_map(in_ten).take(FOR_CHILDREN).collect()
    }

    /// What the picture of a theme shows, for whoever cannot see it.
    pub fn drawn(&self, ten: &InTens) -> String {
        filled(self.words.child_drawn, &[("many", ten.of_ten.to_string()), ("words", ten.words.clone())])
    }

    /// How this place differs, for children; none where it does not clearly.
    pub fn differs_for_children(&self) -> Option<Sentence> {
        self.report.area()?;
        let table = &self.report.overall()?.table;
        let named = |wanted| -> Vec<String> {
            let theirs =
                table.rows.iter().filter(|row| self.report.cell(row).is_some_and(|cell| cell.differs == wanted));
            theirs.take(NAMED_FOR_CHILDREN).map(|row| self.theirs(&quoted(&row.name))).collect()
        };
        let whole = ("whole", self.report.results.geography.name.clone());
        let said = |message: &str, names: Vec<String>| {
            (!names.is_empty())
                .then(|| pieces(&filled(message, &[self.place(), whole.clone(), ("themes", self.listed(&names))])))
        };
        said(self.words.child_more, named(Difference::Higher))
            .or_else(|| said(self.words.child_fewer, named(Difference::Lower)))
    }

    /// The title of the poster.
    pub fn title(&self) -> String {
        filled(self.words.title, &[self.place()])
    }

    /// The report in a sentence or two, with its base.
    pub fn headline(&self) -> Sentence {
        if self.is_english() {
            return pieces(&self.report.headline());
        }
        let answered = self.answered(self.words.answered, self.words.answered_hidden);
        let table = self.report.overall().map(|themes| &themes.table);
        let shown = table.map(|table| self.shown(table)).unwrap_or_default();
        let names = shown
            .iter()
            .take(NAMED)
            .map(|(row, share)| format!("{} ({})", self.theirs(&quoted(&row.name)), percent(*share)));
        let names: Vec<String> = names.collect();
        let is_all = table.is_some_and(|table| table.rows.len() == shown.len());
        let message = if is_all { self.words.most_named } else { self.words.most_of_shown };
        let most = match names.as_slice() {
            [] => filled(self.words.nothing_shown, &[self.place()]),
            names => filled(message, &[("themes", self.listed(names))]),
        };
        pieces(&format!("{answered} {most}"))
    }

    /// What sets this place apart from everyone else, or districts from each other; without its full stop.
    pub fn apart(&self) -> Sentence {
        if self.is_english() {
            return pieces(&self.report.differences().0);
        }
        let Some(themes) = self.report.overall() else {
            return pieces(filled(self.words.nothing_shown, &[self.place()]).trim_end_matches(['.', '۔']));
        };
        let names = |rows: Vec<&PublishedRow>| -> String {
            self.listed(&rows.iter().take(NAMED).map(|row| self.theirs(&quoted(&row.name))).collect::<Vec<_>>())
        };
        if self.report.is_county() {
            let differing = self.differing(&themes.table);
            return pieces(&match differing.is_empty() {
                true => self.words.districts_same.to_owned(),
                false => filled(self.words.districts_differ, &[("themes", names(differing))]),
            });
        }
        let (more, fewer) =
            (self.clear(&themes.table, Difference::Higher), self.clear(&themes.table, Difference::Lower));
        let message = match (more.is_empty(), fewer.is_empty()) {
            (true, true) => self.words.apart_none,
            (false, true) => self.words.apart_more,
            (true, false) => self.words.apart_fewer,
            (false, false) => self.words.apart_both,
        };
        pieces(&filled(message, &[self.place(), ("more", names(more)), ("fewer", names(fewer))]))
    }

    /// The rows whose share is shown for this place, the highest first.
    fn shown<'t>(&self, table: &'t Breakdown) -> Vec<(&'t PublishedRow, f64)> {
        let shown = |row: &'t PublishedRow| match self.report.figure(row) {
            Figure::Shown(share) => Some((row, share.share)),
            Figure::Hidden => None,
        };
        self.report.ordered(table).into_iter().filter_map(shown).collect()
    }

    /// The rows that this place named clearly more or less often than everyone else, the widest gap first.
    fn clear<'t>(&self, table: &'t Breakdown, wanted: Difference) -> Vec<&'t PublishedRow> {
        let gap = |row: &'t PublishedRow| {
            let cell = self.report.cell(row).filter(|cell| cell.differs == wanted)?;
            Some((cell.gap?.abs(), row))
        };
        let mut clear: Vec<(f64, &PublishedRow)> = table.rows.iter().filter_map(gap).collect();
        clear.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        clear.into_iter().map(|(_, row)| row).collect()
    }

    /// The rows that any district named clearly more or less often than everyone else, the highest first.
    fn differing<'t>(&self, table: &'t Breakdown) -> Vec<&'t PublishedRow> {
        let districts = self.report.results.geography.districts.len();
        let is_clear = |differs| matches!(differs, Difference::Higher | Difference::Lower);
        let differs = |row: &&PublishedRow| row.cells.iter().take(districts).any(|cell| is_clear(cell.differs));
        self.report.ordered(table).into_iter().filter(differs).collect()
    }

    /// Said before everything else: as [`DistrictReport::notice`].
    pub fn notice(&self) -> Option<String> {
        if self.is_english() {
            return self.report.notice();
        }
        let results = self.report.results;
        let said = [
            results.corrected.is_some().then_some(self.words.corrected),
            results.interim.then_some(self.words.interim),
            results.illustrative.then_some(self.words.illustrative),
        ];
        let said: Vec<&str> = said.into_iter().flatten().collect();
        (!said.is_empty()).then(|| said.join(". "))
    }

    /// As what it was published, when and by whom.
    pub fn published(&self) -> Option<Sentence> {
        let published = self.report.results.publication.as_ref()?;
        let given = [
            ("number", published.number.to_string()),
            ("day", self.words.day(published.published_on)),
            ("organisation", self.theirs(&self.report.results.organisation)),
        ];
        Some(pieces(&filled(self.words.published, &given)))
    }

    /// Which publication it corrects.
    pub fn corrects(&self) -> Option<String> {
        let corrects = self.report.results.publication.as_ref()?.corrects?;
        Some(filled(self.words.corrects, &[("number", corrects.to_string())]))
    }

    /// Who said a quote and where, as far as may be told.
    pub fn said_by(&self, quote: &ApprovedQuote) -> Sentence {
        let district = quote.district.as_deref().and_then(|key| self.report.results.geography.find(key));
        pieces(&match (&quote.speaker, district) {
            (Some(speaker), Some(area)) => format!("{}{}{}", self.theirs(speaker), self.words.comma, area.name),
            (Some(speaker), None) => self.theirs(speaker),
            (None, Some(area)) => filled(self.words.someone_in, &[("place", area.name.clone())]),
            (None, None) => self.words.someone.to_owned(),
        })
    }

    /// What happens next, in its publisher's words.
    pub fn next(&self) -> Option<Sentence> {
        self.report.results.next.first().map(|next| pieces(&self.theirs(next)))
    }

    /// That those who answered are no sample.
    pub fn chose(&self) -> String {
        filled(self.words.chose, &[self.place()])
    }

    /// What the mark beside a bar stands for; none on the county's poster, which has none.
    pub fn mark(&self) -> Option<String> {
        let whole = ("place", self.report.results.geography.name.clone());
        (!self.report.is_county()).then(|| filled(self.words.mark, &[whole]))
    }

    /// How many themes are not shown because their numbers are kept private; none where all are.
    pub fn private(&self, count: usize) -> Option<String> {
        (count > 0).then(|| filled(self.words.private, &[("count", count.to_string())]))
    }
}

/// A message with something in place of its names in curly brackets; what is put in is not read again.
fn filled(message: &str, given: &[(&str, String)]) -> String {
    let mut text = String::new();
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, behind) = after.split_once('}').unwrap_or((after, ""));
        text.push_str(before);
        text.push_str(given.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value));
        rest = behind;
    }
    text + rest
}

/// A sentence in its parts.
fn pieces(text: &str) -> Sentence {
    let mut sentence = Vec::new();
    let mut english = false;
    for part in text.split_inclusive(MARKS) {
        let words = part.trim_end_matches(MARKS);
        if !words.is_empty() {
            sentence.push(Piece { text: words.to_owned(), english });
        }
        english = part.ends_with(MARKS[0]);
    }
    sentence
}

#[cfg(test)]
mod tests;
