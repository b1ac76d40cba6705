//! A plan and the outcomes it wants for people.

use serde::{Deserialize, Serialize};

use super::account::Account;
use super::indicator::{Direction, Indicator};
use super::period::Period;
use super::printed::{Consulted, Link, Printed, Span};
use super::village::Village;

/// One published plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// For example `worcestershire-cypp-2014`.
    pub key: String,
    pub title: String,
    pub kind: Kind,
    /// What it calls its outcomes.
    pub calls: Called,
    /// Who answers for it, where it says.
    pub owner: Option<String>,
    /// The key of the geography it is for.
    pub geography: String,
    /// The key of the district it is for, when it is the plan of one.
    pub district: Option<String>,
    /// The key of the county's plan whose outcomes it takes over.
    pub inherits: Option<String>,
    /// The period its first day lies in, where it says; the first day of that is the plan's.
    pub starts: Option<Period>,
    /// The period its last day lies in, where it says; the last day of that is the plan's.
    pub ends: Option<Period>,
    /// Whom it is for, for example `0 to 19`, where it says.
    pub ages: Option<String>,
    /// What it wants to come true, restated.
    pub vision: String,
    /// What it holds to, restated: values, principles, behaviours.
    pub values: Vec<String>,
    /// What it says is needed for all outcomes together, restated.
    pub approach: Vec<String>,
    /// Who takes part, by the names the plan gives them.
    pub partners: Vec<String>,
    /// Other plans and strategies that it names.
    pub links: Vec<Link>,
    /// Stretches of time that it prints beside its own.
    pub spans: Vec<Span>,
    /// What came of the plan before it.
    pub account: Option<Account>,
    /// Pictures of the place as a village of 100 children.
    pub villages: Vec<Village>,
    /// Figures in its prose.
    pub printed: Vec<Printed>,
    /// What it says of the consultations it rests on.
    pub consulted: Vec<Consulted>,
    /// The publication it is taken from.
    pub source: String,
    /// Made up to show what a plan can hold: nobody published it.
    pub illustrative: bool,
    /// For officers: what to know before relying on it.
    pub note: Option<String>,
    /// In the plan's own order.
    pub outcomes: Vec<Outcome>,
    /// Signs of success that it gives for itself as a whole.
    pub success: Vec<Success>,
    /// Indicators of the plan as a whole that no outcome is measured by.
    pub unused: Vec<Indicator>,
}

/// What sort of publication a plan is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A plan of a partnership.
    #[default]
    Plan,
    /// A strategy that leads to an action plan.
    Strategy,
    /// A web page that says what a council wants.
    Page,
}

/// What a plan calls the ends that it wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Called {
    #[default]
    Outcome,
    Objective,
    Priority,
}

impl Status {
    /// Every one, in the order that an action goes through them.
    pub const ALL: [Self; 4] = [Self::Planned, Self::UnderWay, Self::Done, Self::Dropped];

    /// Its name in files, forms and exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::UnderWay => "under-way",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    /// Reads that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == text)
    }

    /// As people write it.
    pub fn in_words(self) -> &'static str {
        if self == Self::UnderWay { "under way" } else { self.as_str() }
    }
}

impl Called {
    /// Its name in text, in the singular.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Outcome => "outcome",
            Self::Objective => "objective",
            Self::Priority => "priority",
        }
    }
}

impl Outcome {
    /// One with nothing but its key and its title.
    pub fn named(key: &str, title: &str) -> Self {
        Self {
            key: key.to_owned(),
            title: title.to_owned(),
            also: Vec::new(),
            elsewhere: Vec::new(),
            areas_of_focus: Vec::new(),
            areas_of_focus_in: None,
            why: Vec::new(),
            actions: Vec::new(),
            success: Vec::new(),
            indicators: Vec::new(),
            themes: Vec::new(),
            note: None,
        }
    }
}

/// One end that a plan wants for people, whatever the plan calls it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// For example `healthy-lifestyle`; part of its page's address.
    pub key: String,
    /// The plan's own words.
    pub title: String,
    /// Other words that the plan prints for the same thing.
    pub also: Vec<Wording>,
    /// What the plan prints for it in another place and leaves out where it sets it out, restated.
    pub elsewhere: Vec<Wording>,
    /// What the plan chooses to act on, restated.
    pub areas_of_focus: Vec<String>,
    /// The document that the areas of focus stand in, when that is another one.
    pub areas_of_focus_in: Option<String>,
    /// Why it matters, restated, figures as printed.
    pub why: Vec<Reason>,
    /// What will be done, restated.
    pub actions: Vec<Action>,
    /// What success will look like, restated.
    pub success: Vec<Success>,
    pub indicators: Vec<Indicator>,
    /// Evidence: keys of the themes whose answers speak to it.
    pub themes: Vec<String>,
    /// For officers: how the plan prints it, what does not fit.
    pub note: Option<String>,
}

/// Other words for a title, and where they stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    pub says: String,
    /// For example `section 3`.
    pub place: String,
}

/// One reason for an outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    pub says: String,
    /// What the plan rests it on, where it says.
    pub source: Option<String>,
}

/// One thing that will be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    pub says: String,
    /// Who will do it, where the plan says.
    pub by: Option<String>,
    /// By when, where the plan says.
    pub due: Option<Period>,
    /// How far it has got, where somebody has said.
    pub status: Option<Status>,
}

/// How far an action has got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    Planned,
    UnderWay,
    Done,
    Dropped,
}

/// One sign of success.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Success {
    pub says: String,
    /// Keys of the indicators that would show it. Ours: plans seldom say.
    pub measured_by: Vec<String>,
    /// Which way those should move for it to be true.
    pub wants: Option<Direction>,
}

impl Plan {
    /// The outcome with this key.
    pub fn find_outcome(&self, key: &str) -> Option<&Outcome> {
        self.outcomes.iter().find(|outcome| outcome.key == key)
    }

    /// The outcomes that a theme speaks to; none means that people raised what the plan has no outcome for.
    pub fn outcomes_of(&self, theme: &str) -> impl Iterator<Item = &Outcome> {
        self.outcomes.iter().filter(move |outcome| outcome.themes.iter().any(|key| key == theme))
    }

    /// Every indicator with the outcome it stands under, in the plan's order; those of no outcome come last.
    pub fn indicators(&self) -> impl Iterator<Item = (Option<&Outcome>, &Indicator)> {
        let of_outcomes =
            self.outcomes.iter().flat_map(|outcome| outcome.indicators.iter().map(move |i| (Some(outcome), i)));
        of_outcomes.chain(self.unused.iter().map(|indicator| (None, indicator)))
    }

    /// Its time as people write it, `2014 to 2017`; none where it gives neither end.
    pub fn time(&self) -> Option<String> {
        match (self.starts, self.ends) {
            (Some(starts), Some(ends)) => Some(format!("{starts} to {ends}")),
            (Some(starts), None) => Some(format!("from {starts}")),
            (None, Some(ends)) => Some(format!("until {ends}")),
            (None, None) => None,
        }
    }
}
