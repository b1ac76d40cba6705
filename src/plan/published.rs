//! A plan as it was published: everything that its pages, its PDF and its file say, frozen, and what changed since the
//! version before.
//!
//! Figures of answers stand in it as they were shown on the day; what people answer afterwards changes none of them.
//! Leaves out keeping it (`store`) and who may publish ([`super::progress::Publication`], `web`).

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::actions::ActionNow;
use super::evidence::{Evidence, NoneFound, Stance};
use super::indicator::{Indicator, Target};
use super::outcome::{Outcome, Plan};
use super::progress::Draft;
use super::standing::Measurement;
use crate::breakdown::Figure;

/// The name of the form that a published plan's file has. Another form gets another name.
pub const FORMAT: &str = "heard-plan-1";

/// A version of a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Published {
    /// [`FORMAT`].
    pub format: String,
    /// Counted from 1; 0 while it is being reviewed.
    pub version: u32,
    pub published_on: Option<Date>,
    /// When people were asked, what is undecided, and who signed it off.
    pub draft: Draft,
    /// Whole: a local plan with what it takes over.
    pub plan: Plan,
    pub evidence: Vec<PublishedEvidence>,
    pub none_found: Vec<NoneFound>,
    /// Figures that were entered after the plan was written, as known on the day.
    pub measurements: Vec<Measured>,
    /// Every action, as it stood on the day.
    pub actions: Vec<ActionNow>,
    /// What of a local plan is the county's; none where it takes nothing over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub county: Option<FromCounty>,
}

/// What a local plan shows of the county's plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FromCounty {
    /// The county's plan by its key.
    pub plan: String,
    pub title: String,
    /// The indicators whose measurements are the county's, by key.
    pub indicators: BTreeSet<String>,
    /// The outcomes whose note of having looked is the county's, by key.
    pub looked: BTreeSet<String>,
    /// The outcomes against which the county's plan, as it is published, names something, by key.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub against: BTreeSet<String>,
}

/// Evidence with its figure on the day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PublishedEvidence {
    pub link: Evidence,
    /// What it is taken from, in words, such as the name of a theme.
    pub name: String,
    /// None for outside figures, which carry their own, and for what is not counted.
    pub figure: Option<Figure>,
    /// The district whose people the figure counts, or that it was linked for, by name; none for the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}

impl PublishedEvidence {
    /// What it is called, with the district that it was linked for.
    fn name_with_place(&self) -> String {
        match self.place.as_ref().or(self.link.district.as_ref()) {
            Some(place) => format!("{}, for {place}", self.name),
            None => self.name.clone(),
        }
    }

    /// Whether both are the same link: one for a district is another than one for the whole.
    fn is_link(&self, other: &Self) -> bool {
        (&self.link.basis, &self.link.district) == (&other.link.basis, &other.link.district)
    }
}

/// A figure of an indicator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    /// The indicator's key.
    pub indicator: String,
    pub measurement: Measurement,
}

impl Published {
    /// The evidence for an outcome on one side.
    pub fn side(&self, outcome: &str, stance: Stance) -> impl Iterator<Item = &PublishedEvidence> {
        self.evidence.iter().filter(move |one| one.link.outcome == outcome && one.link.stance == stance)
    }

    /// Where somebody looked for what speaks against an outcome and found nothing.
    pub fn looked(&self, outcome: &str) -> Option<&str> {
        self.none_found.iter().find(|none| none.outcome == outcome).map(|none| none.looked.as_str())
    }

    /// The county's plan, where the measurements of an indicator are its.
    pub fn county_measures(&self, indicator: &str) -> Option<&FromCounty> {
        self.county.as_ref().filter(|county| county.indicators.contains(indicator))
    }

    /// The county's plan, where the note of having looked for what speaks against an outcome is its.
    pub fn county_looked(&self, outcome: &str) -> Option<&FromCounty> {
        self.county.as_ref().filter(|county| county.looked.contains(outcome))
    }

    /// The county's plan, where that names something against an outcome.
    pub fn county_against(&self, outcome: &str) -> Option<&FromCounty> {
        self.county.as_ref().filter(|county| county.against.contains(outcome))
    }

    /// The measurements of an indicator.
    pub fn measurements_of(&self, indicator: &str) -> Vec<Measurement> {
        let of = self.measurements.iter().filter(|one| one.indicator == indicator);
        of.map(|one| one.measurement.clone()).collect()
    }
}

/// What a version says that the one before it does not, as sentences without full stops, in the plan's order. Words
/// of notes and sources are passed over.
pub fn changes(before: &Published, after: &Published) -> Vec<String> {
    let mut said = Vec::new();
    let mut say = |sentence: String| said.push(sentence);
    let (old, new) = (&before.plan, &after.plan);
    changed("The title", Some(&old.title), Some(&new.title), &mut say);
    changed("The plan’s time", old.time().as_ref(), new.time().as_ref(), &mut say);
    changed("The vision", Some(&old.vision), Some(&new.vision), &mut say);
    changed("What is undecided", Some(&before.draft.undecided), Some(&after.draft.undecided), &mut say);
    let day = |date: Option<Date>| date.map(|date| date.to_string());
    let (was, is) = (day(before.draft.decides_on), day(after.draft.decides_on));
    changed("The day of the decision", was.as_ref(), is.as_ref(), &mut say);
    let called = new.calls.as_str();
    for outcome in &new.outcomes {
        match old.find_outcome(&outcome.key) {
            None => say(format!("New {called}: “{}”", outcome.title)),
            Some(known) => changes_of(known, outcome, &mut say),
        }
        evidence_changes(before, after, outcome, &mut say);
    }
    for outcome in old.outcomes.iter().filter(|outcome| new.find_outcome(&outcome.key).is_none()) {
        say(format!("No longer a {called}: “{}”", outcome.title));
    }
    for action in &after.actions {
        let known = before.actions.iter().find(|known| known.key == action.key);
        let words = |status: Option<super::Status>| status.map_or("not said", super::Status::in_words);
        if let Some(known) = known.filter(|known| known.status != action.status) {
            say(format!("“{}”: {}, before {}", action.says, words(action.status), words(known.status)));
        }
    }
    let new_figures = after.measurements.iter().filter(|one| !before.measurements.contains(one)).count();
    if new_figures > 0 {
        say(format!("Figures entered or corrected: {new_figures}"));
    }
    said
}

fn changed(what: &str, was: Option<&String>, is: Option<&String>, say: &mut impl FnMut(String)) {
    let given = |text: Option<&String>| text.filter(|text| !text.trim().is_empty()).cloned();
    let words = |text: Option<&String>| given(text).map_or("nothing".to_owned(), |text| format!("“{text}”"));
    if was != is {
        say(format!("{what}: {}, before {}", words(is), words(was)));
    }
}

fn changes_of(old: &Outcome, new: &Outcome, say: &mut impl FnMut(String)) {
    changed("Title", Some(&old.title), Some(&new.title), say);
    let actions = |outcome: &Outcome| outcome.actions.iter().map(|action| action.says.clone()).collect();
    let why = |outcome: &Outcome| outcome.why.iter().map(|reason| reason.says.clone()).collect();
    let success = |outcome: &Outcome| outcome.success.iter().map(|sign| sign.says.clone()).collect();
    let lists: [(&str, Vec<String>, Vec<String>); 4] = [
        ("area of focus", old.areas_of_focus.clone(), new.areas_of_focus.clone()),
        ("reason", why(old), why(new)),
        ("action", actions(old), actions(new)),
        ("sign of success", success(old), success(new)),
    ];
    for (what, old, new_list) in lists {
        let (was, is): (BTreeSet<&String>, BTreeSet<&String>) = (old.iter().collect(), new_list.iter().collect());
        new_list
            .iter()
            .filter(|one| !was.contains(one))
            .for_each(|one| say(format!("{}: new {what}: “{one}”", new.title)));
        old.iter()
            .filter(|one| !is.contains(one))
            .for_each(|one| say(format!("{}: {what} left out: “{one}”", new.title)));
    }
    for indicator in &new.indicators {
        match old.indicators.iter().find(|known| known.key == indicator.key) {
            None => say(format!("{}: new indicator: “{}”", new.title, indicator.title)),
            Some(known) => {
                let title = &indicator.title;
                let (was, is) = (aim(known), aim(indicator));
                changed(&format!("{title}: target"), was.as_ref(), is.as_ref(), say);
                let (was, is) = (stood(known), stood(indicator));
                changed(&format!("{title}: baseline"), was.as_ref(), is.as_ref(), say);
            }
        }
    }
    for gone in old.indicators.iter().filter(|known| new.indicators.iter().all(|one| one.key != known.key)) {
        say(format!("{}: indicator left out: “{}”", new.title, gone.title));
    }
}

/// An indicator's target in words.
pub fn aim(indicator: &Indicator) -> Option<String> {
    let words = match indicator.target.as_ref()? {
        Target::Number(measure) => indicator.write(measure.value),
        Target::Change { percent, .. } => {
            format!("{}% {} than the baseline", percent.abs(), if *percent < 0.0 { "less" } else { "more" })
        }
        Target::Words { words, .. } => words.clone(),
    };
    let period = indicator.target.as_ref().and_then(Target::period);
    Some(period.map_or_else(|| words.clone(), |period| format!("{words} ({period})")))
}

/// Where an indicator stood, in words.
pub fn stood(indicator: &Indicator) -> Option<String> {
    let measure = indicator.baseline?;
    let words = indicator.write(measure.value);
    Some(measure.period.map_or_else(|| words.clone(), |period| format!("{words} ({period})")))
}

fn evidence_changes(before: &Published, after: &Published, outcome: &Outcome, say: &mut impl FnMut(String)) {
    for (stance, words) in [(Stance::Supporting, "for"), (Stance::Contrary, "against")] {
        let is_in = |one: &PublishedEvidence, version: &Published| {
            version.side(&outcome.key, stance).any(|known| known.is_link(one))
        };
        for one in after.side(&outcome.key, stance).filter(|one| !is_in(one, before)) {
            say(format!("{}: new evidence {words} it: {}", outcome.title, one.name_with_place()));
        }
        for one in before.side(&outcome.key, stance).filter(|one| !is_in(one, after)) {
            say(format!("{}: no longer evidence {words} it: {}", outcome.title, one.name_with_place()));
        }
    }
    match (before.looked(&outcome.key), after.looked(&outcome.key)) {
        (None, Some(_)) => say(format!("{}: somebody looked and found nothing against it", outcome.title)),
        (Some(_), None) => say(format!("{}: no longer said that nothing was found against it", outcome.title)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    macro_rules! bundled {
        ($name:literal) => {
            ($name, include_str!(concat!("../../analysis/plans/", $name, ".toml")))
        };
    }

    const PLANS: [(&str, &str); 6] = [
        bundled!("herefordshire-education"),
        bundled!("worcestershire-children-2017"),
        bundled!("worcestershire-cypp-2014"),
        bundled!("worcestershire-cypp-2017"),
        bundled!("worcestershire-education-2019"),
        bundled!("wychavon-local-2014"),
    ];

    fn published(plan: Plan) -> Published {
        let actions = super::super::actions::begin(&plan);
        Published {
            format: FORMAT.to_owned(),
            version: 1,
            published_on: Some(jiff::civil::date(2026, 11, 26)),
            draft: Draft::default(),
            plan,
            evidence: Vec::new(),
            none_found: Vec::new(),
            measurements: Vec::new(),
            actions,
            county: None,
        }
    }

    #[test]
    fn every_bundled_plan_comes_back_from_its_file_as_it_was() {
        for (name, text) in PLANS {
            let whole = published(super::super::parse(name, text).unwrap());
            let file = serde_json::to_string(&whole).unwrap();
            let back: Published = serde_json::from_str(&file).unwrap();
            assert_eq!(back, whole, "{name}");
        }
    }

    #[test]
    fn what_changed_is_said_and_what_did_not_is_not() {
        let (name, text) = PLANS[5];
        let mut old = published(super::super::parse(name, text).unwrap());
        assert_eq!(changes(&old, &old), Vec::<String>::new());
        let mut new = old.clone();
        new.draft.undecided = "Which routes come first".to_owned();
        old.draft.decides_on = Some(jiff::civil::date(2027, 2, 1));
        new.plan.outcomes[0].actions.pop();
        new.actions[0].status = Some(super::super::Status::Done);
        let gone = new.plan.outcomes.pop().unwrap();
        let said = changes(&old, &new).join("\n");
        for part in [
            "What is undecided: “Which routes come first”, before nothing",
            "decision: nothing, before “2027-02-01”",
            "action left out",
            &gone.title,
            "done, before planned",
        ] {
            assert!(said.contains(part), "{part}\n{said}");
        }
    }

    #[test]
    fn links_that_were_added_or_taken_out_are_said_also_where_only_the_district_differs() {
        let (name, text) = PLANS[5];
        let old = published(super::super::parse(name, text).unwrap());
        let (key, title) = (old.plan.outcomes[0].key.clone(), old.plan.outcomes[0].title.clone());
        let piece = |district: Option<&str>| PublishedEvidence {
            link: Evidence {
                outcome: key.clone(),
                district: district.map(str::to_owned),
                basis: super::super::evidence::Basis::Theme { consultation: "c".into(), theme: "buses".into() },
                stance: Stance::Supporting,
                note: "They said so".to_owned(),
            },
            name: "Buses".to_owned(),
            figure: None,
            place: district.map(|_| "Wychavon".to_owned()),
        };
        let whole = Published { evidence: vec![piece(None)], ..old.clone() };
        let both = Published { evidence: vec![piece(None), piece(Some("wychavon"))], ..old.clone() };
        assert_eq!(changes(&old, &whole), [format!("{title}: new evidence for it: Buses")]);
        assert_eq!(changes(&whole, &both), [format!("{title}: new evidence for it: Buses, for Wychavon")]);
        assert_eq!(changes(&both, &whole), [format!("{title}: no longer evidence for it: Buses, for Wychavon")]);
        assert_eq!(changes(&both, &both), Vec::<String>::new());
        let looked = NoneFound { outcome: key.clone(), looked: "We read all".to_owned() };
        let looked = Published { none_found: vec![looked], ..old.clone() };
        assert_eq!(changes(&old, &looked), [format!("{title}: somebody looked and found nothing against it")]);
    }
}
