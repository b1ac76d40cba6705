//! What a plan's outcomes rest on: links to what people said, chose or voted, and to figures from elsewhere, for an
//! outcome and against it.
//!
//! A link holds no figure of answers. Figures are looked up when it is shown, and only published ones can be: `Figure`
//! of `breakdown`, in which small numbers are hidden. Leaves out keeping links (`store`) and quotes (`search`).

mod basis;

use std::collections::BTreeSet;

pub use basis::Basis;
use serde::{Deserialize, Serialize};

use super::indicator::Indicator;
use super::outcome::{Outcome, Plan};
use crate::breakdown::{Breakdown, Figure, PublishedRow};
use crate::finding::Finding;

/// On which side of an outcome evidence stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// It speaks for the outcome, or for its place among the others.
    Supporting,
    /// It speaks against, or says that something else matters more.
    Contrary,
}

impl Stance {
    /// Its name in a form and in the database.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Supporting => "supporting",
            Self::Contrary => "contrary",
        }
    }

    /// The stance of a name; none for anything else.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Supporting, Self::Contrary].into_iter().find(|stance| stance.as_str() == name)
    }
}

/// A link between an outcome and what it rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// The outcome's key.
    pub outcome: String,
    /// The district that it is about; none for the whole.
    pub district: Option<String>,
    pub basis: Basis,
    pub stance: Stance,
    /// What it shows, in the words of whoever linked it.
    pub note: String,
}

/// What a plan has to say where it found nothing against an outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoneFound {
    /// The outcome's key.
    pub outcome: String,
    /// Where somebody looked and found nothing, as a sentence.
    pub looked: String,
}

/// Evidence with its figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown<'a> {
    pub evidence: &'a Evidence,
    /// None for outside figures, which carry their own, and for what is not counted.
    pub figure: Option<Figure>,
}

/// What an outcome rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighed<'a> {
    pub outcome: &'a Outcome,
    pub supporting: Vec<Shown<'a>>,
    pub contrary: Vec<Shown<'a>>,
    pub balance: Balance<'a>,
}

/// How complete the evidence for an outcome is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Balance<'a> {
    /// Nothing is linked.
    Unsupported,
    /// Only what speaks against it is linked.
    OnlyContrary,
    /// Something speaks for it, and it is not said whether anything speaks against it.
    OneSided,
    /// Something speaks for it; somebody looked for what speaks against it and found nothing.
    NoneFound(&'a str),
    /// Both sides are linked.
    BothSides,
}

impl Balance<'_> {
    /// Whether an outcome may be published with it.
    pub fn is_enough(&self) -> bool {
        matches!(self, Self::NoneFound(_) | Self::BothSides)
    }
}

/// An indicator's baseline as a figure from elsewhere, by its own publisher or the plan; none where the plan does not say
/// when it was so.
pub fn of_indicator(plan: &Plan, indicator: &Indicator) -> Option<Basis> {
    let baseline = indicator.baseline?;
    Some(Basis::Outside {
        title: indicator.title.clone(),
        publisher: indicator.source.clone().unwrap_or_else(|| plan.source.clone()),
        value: baseline.value,
        unit: indicator.unit.clone(),
        period: baseline.period?,
    })
}

/// Every outcome of a plan with its evidence, for the whole or for one district. What speaks for it counts where it was
/// linked for; what speaks against it, in whatever district, counts everywhere, so that nobody is told that nothing was
/// found where something is linked. `figure_of` looks up the published figure of what is linked, in that district or
/// for everyone.
pub fn weigh<'a>(
    plan: &'a Plan,
    evidence: &'a [Evidence],
    none_found: &'a [NoneFound],
    district: Option<&str>,
    figure_of: impl Fn(&Basis) -> Option<Figure>,
) -> Vec<Weighed<'a>> {
    let here = |link: &&Evidence| link.district.is_none() || link.district.as_deref() == district;
    let weigh_one = |outcome: &'a Outcome| {
        let side = |stance: Stance| -> Vec<Shown<'a>> {
            let links = evidence.iter().filter(|link| stance == Stance::Contrary || here(link));
            let links = links.filter(|link| link.outcome == outcome.key && link.stance == stance);
            links.map(|evidence| Shown { evidence, figure: figure_of(&evidence.basis) }).collect()
        };
        let (supporting, contrary) = (side(Stance::Supporting), side(Stance::Contrary));
        let looked = none_found.iter().find(|none| none.outcome == outcome.key && !none.looked.trim().is_empty());
        let balance = match (supporting.is_empty(), contrary.is_empty(), looked) {
            (true, true, _) => Balance::Unsupported,
            (true, false, _) => Balance::OnlyContrary,
            (false, false, _) => Balance::BothSides,
            (false, true, Some(none)) => Balance::NoneFound(&none.looked),
            (false, true, None) => Balance::OneSided,
        };
        Weighed { outcome, supporting, contrary, balance }
    };
    plan.outcomes.iter().map(weigh_one).collect()
}

/// The themes of a breakdown that the plan makes no use of: no outcome names them and no evidence links to them for one.
/// What speaks against an outcome is not what the plan does about it. Those most people named come first. `theme_of` gives
/// the theme's key for a row's.
pub fn unused<'a>(
    breakdown: &'a Breakdown,
    plan: &Plan,
    evidence: &[Evidence],
    theme_of: impl Fn(&str) -> String,
) -> Vec<&'a PublishedRow> {
    let linked = evidence.iter().filter(|link| link.stance == Stance::Supporting);
    let linked = linked.filter_map(|link| match &link.basis {
        Basis::Theme { theme, .. } => Some(theme.as_str()),
        _ => None,
    });
    let used: BTreeSet<&str> =
        plan.outcomes.iter().flat_map(|outcome| &outcome.themes).map(String::as_str).chain(linked).collect();
    let mut rows: Vec<&PublishedRow> =
        breakdown.rows.iter().filter(|row| !used.contains(theme_of(&row.key).as_str())).collect();
    let share = |row: &PublishedRow| row.everyone.shown().map_or(-1.0, |share| share.share);
    rows.sort_by(|a, b| share(b).total_cmp(&share(a)));
    rows
}

/// What is wrong with links: outcomes that the plan does not have, notes that say nothing, the same evidence twice or
/// on both sides.
pub fn check_evidence(file: &str, plan: &Plan, evidence: &[Evidence]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, link) in evidence.iter().enumerate() {
        let place = format!("evidence.{}", at + 1);
        if plan.find_outcome(&link.outcome).is_none() {
            let problem = format!("\"{}\" is not an {} of the plan", link.outcome, plan.calls.as_str());
            findings.push(Finding::error(file, format!("{place}.outcome"), problem));
        }
        if link.note.trim().is_empty() {
            findings.push(Finding::error(file, format!("{place}.note"), "is blank: say what the evidence shows"));
        }
        findings.extend(beside(file, place, link, &evidence[..at]));
    }
    findings
}

/// What is wrong with a link beside those before it: that it stands there already, or on the other side, also where one
/// of the two is for the whole and the other for a district.
fn beside(file: &str, place: String, link: &Evidence, before: &[Evidence]) -> Option<Finding> {
    let same = |other: &&Evidence| (&other.outcome, &other.basis) == (&link.outcome, &link.basis);
    let same: Vec<&Evidence> = before.iter().filter(same).collect();
    if same.iter().any(|other| other.stance == link.stance && other.district == link.district) {
        let problem = "stands twice: take one out, or say in one note what it shows";
        return Some(Finding::error(file, place, problem));
    }
    let mut others = same.into_iter().filter(|other| other.stance != link.stance);
    let of_one_place = |other: &Evidence| other.district == link.district;
    let of_part = |other: &Evidence| other.district.is_none() || link.district.is_none();
    let other = others.find(|other| of_one_place(other) || of_part(other))?;
    let problem = if of_one_place(other) {
        "stands on both sides: say in its notes what speaks for and what against"
    } else {
        "stands on one side for the whole and on the other for a district: say in its notes what is different there"
    };
    Some(Finding::warning(file, place, problem))
}

#[cfg(test)]
#[path = "evidence_tests.rs"]
mod tests;
