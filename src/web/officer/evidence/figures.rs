//! The published figures of what evidence is taken from: a theme's as its own page shows them, an option's as the page
//! of its question does, so that nobody finds two figures for one thing.
//!
//! A ballot has a figure once its result is published, and that is the figure.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::answers::{self, option_name, table_by};
use super::super::carried::Marks;
use super::super::counts::{By, FrameCounts};
use super::super::quotes::quotes_among;
use super::super::subject::Subject;
use crate::breakdown::{Breakdown, ClosedAnswers, Figure, Policy, Side, Withheld};
use crate::pages::figures::quote::Quote;
use crate::plan::evidence::Basis;
use crate::store::{QuoteFilter, StoredCodeFrame, StoredTheme};
use crate::survey::Question;
use crate::web::ballot::figures::{PublishedChoice, published_choices, said_of_choice};
use crate::web::{PageError, State};

/// Up to which age a perspective is one of children and young people: the oldest that plans for them name.
const OLDEST: u32 = 25;
/// How many quotes stand under a theme.
const QUOTES: usize = 2;
/// The key of the group of children and young people, and of adults.
const SIDES: [(&str, &str); 2] = [("children", "Children and young people"), ("adults", "Adults")];

/// What a basis is called and where it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// What sort of evidence it is.
    pub kind: &'static str,
    pub name: String,
    /// Whose answers, or whose figure.
    pub of: String,
    /// The page that shows it; none where there is none here.
    pub address: Option<String>,
}

/// The figures of some consultations.
pub struct Figures<'a> {
    state: &'a State,
    policy: Policy,
    consultations: BTreeMap<String, Counted>,
    /// Published choices by ballot, looked up once.
    choices: RefCell<BTreeMap<String, Vec<PublishedChoice>>>,
}

/// One consultation, counted.
pub struct Counted {
    pub subject: Subject,
    pub frame: Option<(StoredCodeFrame, FrameCounts)>,
    closed: Arc<ClosedAnswers>,
}

impl<'a> Figures<'a> {
    /// Counts these consultations; those that are not there any more are passed over.
    ///
    /// # Errors
    /// When the database fails.
    pub fn count(state: &'a State, keys: impl IntoIterator<Item = String>) -> Result<Self, PageError> {
        let mut consultations = BTreeMap::new();
        for key in keys {
            let Ok(subject) = Subject::get(state, &key) else { continue };
            let frame = match subject.find_frame(&state.store)? {
                Some(frame) => {
                    let counts = FrameCounts::count(&state.store, &key, frame.id, None)?;
                    Some((frame, counts))
                }
                None => None,
            };
            let closed = answers::count(state, &subject)?;
            consultations.insert(key, Counted { subject, frame, closed });
        }
        Ok(Self { state, policy: state.config.policy, consultations, choices: RefCell::default() })
    }

    /// Each consultation that was counted.
    pub fn consultations(&self) -> impl Iterator<Item = &Counted> {
        self.consultations.values()
    }

    /// One of them.
    pub fn find(&self, consultation: &str) -> Option<&Counted> {
        self.consultations.get(consultation)
    }

    /// How figures are kept private.
    pub fn policy(&self) -> Policy {
        self.policy
    }

    /// Whether the basis is still there to be shown.
    pub fn knows(&self, basis: &Basis) -> bool {
        match basis {
            Basis::Theme { .. } => self.theme(basis).is_some(),
            Basis::Option { .. } => self.option(basis).is_some(),
            Basis::Ballot { ballot, choice } => {
                self.state.library().find_ballot(ballot).is_some_and(|ballot| ballot.find_candidate(choice).is_some())
            }
            Basis::Outside { .. } => true,
        }
    }

    /// The basis alone by district, all that it is compared with allowed for; none where nothing is counted.
    pub fn by_district(&self, basis: &Basis) -> Option<Breakdown> {
        self.by(basis, By::District)
    }

    /// The figure of everyone, or of one district.
    pub fn figure(&self, basis: &Basis, district: Option<&str>) -> Option<Figure> {
        if let (Basis::Ballot { ballot, choice }, None) = (basis, district) {
            return self.choice(ballot, choice)?.share;
        }
        let table = self.by_district(basis)?;
        let row = table.rows.first()?;
        let Some(district) = district else { return Some(row.everyone) };
        let place = table.groups.iter().position(|group| group.key == district)?;
        row.cells.get(place).map(|cell| cell.figure)
    }

    /// The figures of children and of adults for a theme. One is hidden as well where that of any perspective it takes
    /// together is: the others beside it could be taken away from it.
    pub fn sides(&self, basis: &Basis) -> Option<[Figure; 2]> {
        let (counted, counts, theme) = self.theme(basis)?;
        let side = |perspective: &str| {
            let known = counted.subject.consultation.find_perspective(perspective);
            let side = known.map_or(Side::Adults, |known| Side::of(known, OLDEST));
            if side == Side::Children { SIDES[0].0 } else { SIDES[1].0 }
        };
        let groups = SIDES.map(|(key, name)| (key.to_owned(), name.to_owned()));
        let beside = counts.beside(theme);
        let of = |perspective: &str, _: &str| side(perspective).to_owned();
        let table = counts.breakdown_over(&beside, &groups, of, self.policy, &Withheld::default());
        let row = table.find_row(&theme.id.to_string())?;
        let finer = self.by(basis, By::Perspective)?;
        let hidden = |key: &str| {
            let cells = finer.groups.iter().zip(finer.rows.first().map(|row| row.cells.as_slice()).unwrap_or_default());
            cells.filter(|(group, _)| side(&group.key) == key).any(|(_, cell)| cell.figure == Figure::Hidden)
        };
        let of = |at: usize| match row.cells.get(at) {
            Some(cell) if !hidden(SIDES[at].0) => cell.figure,
            _ => Figure::Hidden,
        };
        Some([of(0), of(1)])
    }

    /// Quotes of a theme, from everyone or one district. None where its figure is hidden: a quote would tell that
    /// somebody said it, and nearly who.
    ///
    /// # Errors
    /// When the database fails.
    pub fn quotes(&self, basis: &Basis, district: Option<&str>) -> Result<Vec<Quote>, PageError> {
        let Some((counted, counts, theme)) = self.theme(basis) else { return Ok(Vec::new()) };
        let is_shown = |place: Option<&str>| self.figure(basis, place).is_some_and(|figure| figure.shown().is_some());
        if !is_shown(None) || !is_shown(district) {
            return Ok(Vec::new());
        }
        let Some((frame, _)) = &counted.frame else { return Ok(Vec::new()) };
        let marks = Marks::of(self.state, frame, theme);
        let filter = QuoteFilter { districts: district.map(str::to_owned).into_iter().collect(), ..Default::default() };
        let (store, subject) = (&self.state.store, &counted.subject);
        let mut quotes = quotes_among(store, subject, &counts.people, (theme, &marks), &filter, self.policy)?;
        quotes.truncate(QUOTES);
        Ok(quotes)
    }

    /// What a basis is called and where it is shown.
    pub fn named(&self, basis: &Basis) -> Named {
        let gone = |kind, key: &str| Named {
            kind,
            name: key.to_owned(),
            of: "It is no longer there".to_owned(),
            address: None,
        };
        match basis {
            Basis::Theme { consultation, theme } => match self.theme(basis) {
                None => gone("Theme", theme),
                Some((counted, _, stored)) => Named {
                    kind: "Theme",
                    name: stored.name.clone(),
                    of: title(&counted.subject),
                    address: Some(format!("/officer/c/{consultation}/themes/{}", stored.id)),
                },
            },
            Basis::Option { consultation, question, option } => match self.option(basis) {
                None => gone("Closed question", option),
                Some((counted, asked)) => Named {
                    kind: "Closed question",
                    name: option_name(&counted.subject, asked, option),
                    of: format!(
                        "{}: {}",
                        title(&counted.subject),
                        counted.subject.consultation.heading(question).trim_end_matches('.')
                    ),
                    address: Some(format!("/officer/c/{consultation}/answers/{question}")),
                },
            },
            Basis::Ballot { ballot, choice } => {
                let library = self.state.library();
                match library.find_ballot(ballot) {
                    None => gone("Ballot", choice),
                    Some(found) => Named {
                        kind: "Ballot",
                        name: found.name(choice).to_owned(),
                        of: said_of_choice(found, self.choice(ballot, choice).as_ref()),
                        address: self.choice(ballot, choice).map(|_| format!("/b/{ballot}/result")),
                    },
                }
            }
            Basis::Outside { title, publisher, .. } => {
                Named { kind: "Outside figure", name: title.clone(), of: publisher.clone(), address: None }
            }
        }
    }

    /// Whether it is a choice of a ballot that has no published result yet, so that it is evidence of nothing.
    pub fn lacks_result(&self, basis: &Basis) -> bool {
        matches!(basis, Basis::Ballot { ballot, choice } if self.choice(ballot, choice).is_none())
    }

    /// A choice of a ballot whose result is published. One that cannot be read is not published.
    fn choice(&self, ballot: &str, choice: &str) -> Option<PublishedChoice> {
        let mut known = self.choices.borrow_mut();
        let all = known.entry(ballot.to_owned()).or_insert_with(|| {
            let library = self.state.library();
            let found = library.find_ballot(ballot);
            found.and_then(|found| published_choices(&self.state.store, found).ok()).unwrap_or_default()
        });
        all.iter().find(|found| found.key == choice).cloned()
    }

    fn by(&self, basis: &Basis, by: By) -> Option<Breakdown> {
        let (mut table, key) = match basis {
            Basis::Theme { .. } => {
                let (counted, counts, theme) = self.theme(basis)?;
                let table = counts.breakdown(&counts.beside(theme), &counted.subject, by, self.policy);
                (table, theme.id.to_string())
            }
            Basis::Option { option, .. } => {
                let (counted, question) = self.option(basis)?;
                (table_by(&counted.subject, &counted.closed, question, by, self.policy), option.clone())
            }
            Basis::Ballot { .. } | Basis::Outside { .. } => return None,
        };
        table.rows.retain(|row| row.key == key);
        (!table.rows.is_empty()).then_some(table)
    }

    fn theme(&self, basis: &Basis) -> Option<(&Counted, &FrameCounts, &StoredTheme)> {
        let Basis::Theme { consultation, theme } = basis else { return None };
        let counted = self.consultations.get(consultation)?;
        let (_, counts) = counted.frame.as_ref()?;
        let stored = counts.themes.iter().find(|known| known.key == *theme)?;
        Some((counted, counts, stored))
    }

    fn option(&self, basis: &Basis) -> Option<(&Counted, &Question)> {
        let Basis::Option { consultation, question, option } = basis else { return None };
        let counted = self.consultations.get(consultation)?;
        let asked = counted.subject.consultation.find_question(question)?;
        let has = asked.options().is_some_and(|options| options.keys().contains(option));
        has.then_some((counted, asked))
    }
}

/// What a consultation is called.
pub fn title(subject: &Subject) -> String {
    subject.consultation.default_words().title.clone()
}
