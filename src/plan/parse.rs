//! Reads a plan's file, or says everything that keeps it from being read.
//!
//! Leaves out what a careful reader would question in a plan that can be read: that is for [`super::check`].

use std::collections::BTreeSet;

use serde::Deserialize;

use self::outcome::{IndicatorFile, OutcomeFile, SuccessFile};
use self::parts::{AccountFile, ConsultedFile, LinkFile, PrintedFile, SpanFile, VillageFile};
use super::indicator::Indicator;
use super::outcome::{Called, Kind, Plan};
use super::period::{NotAPeriod, Period};
use crate::finding::{Finding, read_toml};

mod outcome;
mod parts;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlanFile {
    key: String,
    title: String,
    #[serde(default)]
    kind: Kind,
    #[serde(default)]
    calls: Called,
    owner: Option<String>,
    geography: String,
    district: Option<String>,
    inherits: Option<String>,
    starts: Option<String>,
    ends: Option<String>,
    ages: Option<String>,
    vision: String,
    source: String,
    #[serde(default)]
    illustrative: bool,
    note: Option<String>,
    #[serde(default)]
    values: Vec<String>,
    #[serde(default)]
    approach: Vec<String>,
    #[serde(default)]
    partners: Vec<String>,
    #[serde(default)]
    links: Vec<LinkFile>,
    #[serde(default)]
    spans: Vec<SpanFile>,
    #[serde(default)]
    success: Vec<SuccessFile>,
    account: Option<AccountFile>,
    #[serde(default)]
    village: Vec<VillageFile>,
    #[serde(default)]
    printed: Vec<PrintedFile>,
    #[serde(default)]
    consulted: Vec<ConsultedFile>,
    #[serde(default)]
    outcome: Vec<OutcomeFile>,
    #[serde(default)]
    indicator: Vec<IndicatorFile>,
}

/// Reads a plan from the TOML of its file; `file` is its name as findings should give it. What a careful reader
/// would question in a plan that can be read is for [`super::check`].
///
/// # Errors
/// Every finding, when anything keeps the plan from being read: a key that is not one or stands twice where it
/// must not, a blank title, a period or number that is not one, a target that is neither number, change nor words,
/// an indicator named by an outcome or a sign of success that is not there.
pub fn parse(file: &str, text: &str) -> Result<Plan, Vec<Finding>> {
    let raw: PlanFile = read_toml(file, text).map_err(|finding| vec![finding])?;
    let mut reader = Reader { file, findings: Vec::new() };
    let plan = reader.read_plan(raw);
    if reader.findings.is_empty() { Ok(plan) } else { Err(reader.findings) }
}

/// Reads parts and keeps what is wrong with them.
struct Reader<'a> {
    file: &'a str,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    fn read_plan(&mut self, raw: PlanFile) -> Plan {
        self.check_head(&raw);
        let starts = self.read_period("starts", raw.starts);
        let ends = self.read_period("ends", raw.ends);
        self.check_order(starts, ends);
        let mut whole: Vec<Indicator> = Vec::new();
        for indicator in raw.indicator {
            self.check_new(&whole, "", &indicator.key);
            whole.push(self.read_indicator("", indicator));
        }
        let mut used = BTreeSet::new();
        let mut outcomes = Vec::new();
        let mut keys = BTreeSet::new();
        for outcome in raw.outcome {
            if !keys.insert(outcome.key.clone()) {
                self.refuse(&format!("outcome.{}.key", outcome.key), "stands twice: give every outcome its own key");
            }
            used.extend(outcome.measured_by.iter().cloned());
            outcomes.push(self.read_outcome(outcome, &whole));
        }
        let success = self.read_success("success", raw.success);
        whole.retain(|indicator| !used.contains(&indicator.key));
        let plan = Plan {
            key: raw.key,
            title: raw.title,
            kind: raw.kind,
            calls: raw.calls,
            owner: raw.owner,
            geography: raw.geography,
            district: raw.district,
            inherits: raw.inherits,
            starts,
            ends,
            ages: raw.ages,
            vision: raw.vision,
            values: raw.values,
            approach: raw.approach,
            partners: raw.partners,
            links: raw.links.into_iter().map(|link| self.read_link(link)).collect(),
            spans: raw.spans.into_iter().filter_map(|span| self.read_span(span)).collect(),
            account: raw.account.and_then(|account| self.read_account(account)),
            villages: raw.village.into_iter().filter_map(|village| self.read_village(village)).collect(),
            printed: raw.printed.into_iter().map(|printed| self.read_printed(printed)).collect(),
            consulted: raw.consulted.into_iter().map(|consulted| self.read_consulted(consulted)).collect(),
            source: raw.source,
            illustrative: raw.illustrative,
            note: raw.note,
            outcomes,
            success,
            unused: whole,
        };
        self.check_measures(&plan);
        plan
    }

    /// Refuses what a plan says of itself, where it is no key or blank.
    fn check_head(&mut self, raw: &PlanFile) {
        self.check_key("key", &raw.key);
        self.check_key("geography", &raw.geography);
        raw.district.iter().for_each(|district| self.check_key("district", district));
        raw.inherits.iter().for_each(|county| self.check_key("inherits", county));
        for (place, words) in [("title", &raw.title), ("vision", &raw.vision), ("source", &raw.source)] {
            self.check_words(place, words);
        }
        for (place, words) in [("owner", &raw.owner), ("ages", &raw.ages)] {
            words.iter().for_each(|words| self.check_words(place, words));
        }
        for (place, lines) in [("values", &raw.values), ("approach", &raw.approach), ("partners", &raw.partners)] {
            lines.iter().for_each(|line| self.check_words(place, line));
        }
    }

    fn check_order(&mut self, starts: Option<Period>, ends: Option<Period>) {
        if let (Some(starts), Some(ends)) = (starts, ends)
            && ends.ends() < starts.starts()
        {
            self.refuse("ends", format!("{ends} is before {starts}: a plan ends after it starts"));
        }
    }

    /// Refuses what rests on a figure or an indicator that the plan does not have.
    fn check_measures(&mut self, plan: &Plan) {
        let printed = plan.printed.iter().map(|printed| printed.measure.as_str());
        let known: BTreeSet<&str> =
            printed.chain(plan.indicators().map(|(_, indicator)| indicator.measure())).collect();
        let said = plan.account.iter().flat_map(|account| &account.said);
        let achieved = said.flat_map(|said| {
            let place = format!("account.said.{}.achieved", said.key);
            said.achieved.iter().flat_map(|achieved| &achieved.figures).map(move |measure| (place.clone(), measure))
        });
        let villages = plan.villages.iter().flat_map(|village| {
            let place = format!("village.{}.shares", village.key);
            village
                .shares
                .iter()
                .filter_map(|share| share.measure.as_ref())
                .map(move |measure| (place.clone(), measure))
        });
        let gaps = plan.indicators().flat_map(|(_, indicator)| {
            let place = format!("indicator.{}.gap_of", indicator.key);
            indicator.gap_of.iter().flat_map(|(one, other)| [one, other]).map(move |measure| (place.clone(), measure))
        });
        let of_outcomes = plan.outcomes.iter().map(|o| (format!("outcome.{}.success", o.key), &o.success));
        for (place, signs) in of_outcomes.chain([("success".to_owned(), &plan.success)]) {
            for key in signs.iter().flat_map(|sign| &sign.measured_by) {
                if !plan.indicators().any(|(_, indicator)| indicator.key == *key) {
                    self.refuse(&format!("{place}.measured_by"), format!("\"{key}\" is not an indicator of the plan"));
                }
            }
        }
        for (place, measure) in achieved.chain(villages).chain(gaps) {
            if !known.contains(measure.as_str()) {
                self.refuse(&place, format!("\"{measure}\" is a measure that the plan prints no figure of"));
            }
        }
    }

    fn refuse(&mut self, place: &str, problem: impl Into<String>) {
        self.findings.push(Finding::error(self.file, place, problem));
    }

    fn check_key(&mut self, place: &str, key: &str) {
        let fits = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if !fits {
            self.refuse(place, format!("\"{key}\" is not a key: use lower-case letters, digits and hyphens"));
        }
    }

    fn check_words(&mut self, place: &str, words: &str) {
        if words.trim().is_empty() {
            self.refuse(place, "is blank: write it or take it out");
        }
    }

    /// Refuses an indicator whose key stands already. `place` is its outcome's, or nothing for the whole plan.
    fn check_new(&mut self, earlier: &[Indicator], place: &str, key: &str) {
        if earlier.iter().any(|indicator| indicator.key == key) {
            let problem = "stands twice here: take one out or give it its own key";
            self.refuse(&format!("{place}indicator.{key}.key"), problem);
        }
    }

    fn read_period(&mut self, place: &str, text: Option<String>) -> Option<Period> {
        text?.parse().map_err(|problem: NotAPeriod| self.refuse(place, problem.to_string())).ok()
    }

    fn read_value(&mut self, place: &str, value: f64) -> f64 {
        if !value.is_finite() {
            self.refuse(place, format!("{value} is not a number that can be counted or compared"));
        }
        value
    }
}

#[cfg(test)]
mod tests;
