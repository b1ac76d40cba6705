//! A plan and the outcomes it wants for people.

use super::indicator::Indicator;
use super::period::Period;

/// One published plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// For example `worcestershire-cypp-2014`.
    pub key: String,
    pub title: String,
    /// Who answers for it.
    pub owner: String,
    /// The key of the geography it is for.
    pub geography: String,
    /// The period its first day lies in; the first day of that is the plan's.
    pub starts: Period,
    /// The period its last day lies in; the last day of that is the plan's.
    pub ends: Period,
    /// Whom it is for, for example `0 to 19`.
    pub ages: String,
    /// What it wants to come true, restated.
    pub vision: String,
    /// The publication it is taken from.
    pub source: String,
    /// For officers: what to know before relying on it.
    pub note: Option<String>,
    /// In the plan's own order.
    pub outcomes: Vec<Outcome>,
}

/// One end that a plan wants for people; this plan calls them priorities as well.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// For example `healthy-lifestyle`; part of its page's address.
    pub key: String,
    /// The plan's own words.
    pub title: String,
    /// What the plan chooses to act on, restated.
    pub areas_of_focus: Vec<String>,
    /// Why it matters, restated, figures as printed.
    pub why: Vec<Reason>,
    /// What will be done, restated.
    pub actions: Vec<Action>,
    /// What success will look like, restated.
    pub success: Vec<String>,
    pub indicators: Vec<Indicator>,
    /// Evidence: keys of the themes whose answers speak to it.
    pub themes: Vec<String>,
    /// For officers: how the plan prints it, what does not fit.
    pub note: Option<String>,
}

/// One reason for an outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    pub says: String,
    /// What the plan rests it on, where it says.
    pub source: Option<String>,
}

/// One thing that will be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    pub says: String,
    /// Who will do it, where the plan says.
    pub by: Option<String>,
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
}
