//! The plan of one district, which takes over the outcomes of the county's plan and adds its own.
//!
//! Leaves out finding the county's plan (`library`).

mod time;
mod written;

use super::outcome::{Outcome, Plan};
use crate::finding::{Finding, Severity};

pub use written::{action_line, read_action};

/// What keeps a plan from being put together with another.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{plan}\" does not inherit \"{county}\"")]
pub struct LocalError {
    pub plan: String,
    pub county: String,
}

impl Plan {
    /// This local plan with all that it takes over: first the county's outcomes in the county's order, each with
    /// what the district adds to it under the same key, and then the district's own. Title, time, owner, vision and
    /// what else a plan has as a whole stay the district's; time and ages are the county's where it gives none.
    ///
    /// # Errors
    /// When this plan does not inherit `county`.
    pub fn whole(&self, county: &Plan) -> Result<Plan, LocalError> {
        if self.inherits.as_deref() != Some(county.key.as_str()) {
            return Err(LocalError { plan: self.key.clone(), county: county.key.clone() });
        }
        let mut outcomes: Vec<Outcome> = county.outcomes.clone();
        for own in &self.outcomes {
            match outcomes.iter_mut().find(|outcome| outcome.key == own.key) {
                Some(outcome) => outcome.add(own),
                None => outcomes.push(own.clone()),
            }
        }
        Ok(Plan {
            outcomes,
            starts: self.starts.or(county.starts),
            ends: self.ends.or(county.ends),
            ages: self.ages.clone().or_else(|| county.ages.clone()),
            ..self.clone()
        })
    }
}

impl Outcome {
    /// Adds what a district's plan has for the same outcome. Where both have an indicator of one key, the district's
    /// stands: its figures are for the district.
    fn add(&mut self, own: &Outcome) {
        self.areas_of_focus.extend(own.areas_of_focus.iter().cloned());
        self.why.extend(own.why.iter().cloned());
        self.actions.extend(own.actions.iter().cloned());
        self.success.extend(own.success.iter().cloned());
        self.themes.extend(own.themes.iter().filter(|theme| !self.themes.contains(theme)).cloned().collect::<Vec<_>>());
        for indicator in &own.indicators {
            match self.indicators.iter_mut().find(|known| known.key == indicator.key) {
                Some(known) => *known = indicator.clone(),
                None => self.indicators.push(indicator.clone()),
            }
        }
        self.note = own.note.clone().or_else(|| self.note.take());
    }
}

/// What keeps local plans from being used: the plan that they inherit is not among `plans`, or does not fit. Each plan
/// stands with its file.
pub fn check_inherited(plans: &[(&str, &Plan)]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (file, plan) in plans {
        let Some(inherited) = &plan.inherits else { continue };
        match plans.iter().find(|(_, county)| county.key == *inherited) {
            Some((_, county)) => findings.extend(check_local(file, plan, county)),
            None => findings.push(Finding::error(file, "inherits", format!("there is no plan \"{inherited}\""))),
        }
    }
    findings.retain(|finding| finding.severity == Severity::Error);
    findings
}

/// What does not fit between a local plan and the county's plan that it inherits. `file` is the local plan's.
pub fn check_local(file: &str, plan: &Plan, county: &Plan) -> Vec<Finding> {
    let mut findings = Vec::new();
    if plan.geography != county.geography {
        let problem = format!("is {}, but the plan it inherits is for {}", plan.geography, county.geography);
        findings.push(Finding::error(file, "geography", problem));
    }
    if plan.district.is_none() {
        findings.push(Finding::error(file, "district", "a plan that inherits another is for one district: name it"));
    }
    for own in &plan.outcomes {
        let Some(theirs) = county.find_outcome(&own.key) else { continue };
        if own.title != theirs.title {
            let problem = format!("the plan it inherits calls this \"{}\": use its words or another key", theirs.title);
            findings.push(Finding::warning(file, format!("outcome.{}.title", own.key), problem));
        }
    }
    findings.extend(time::check(file, plan, county));
    findings
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;

    const COUNTY: &str = r#"
key = "county"
title = "The county's plan"
owner = "A council"
geography = "worcestershire"
starts = "2026"
ends = "2028"
ages = "0 to 19"
vision = "All is well."
source = "A council"
[[outcome]]
key = "well"
title = "Children are well"
themes = ["mental-health"]
actions = [{ says = "Open a drop-in", by = "A council" }]
indicator = [{ key = "waits", title = "Weeks waited", unit = "weeks", baseline = { value = 18 } }]
[[outcome]]
key = "heard"
title = "Children are heard"
"#;

    const LOCAL: &str = r#"
key = "local"
title = "Our district's plan"
geography = "worcestershire"
district = "wychavon"
inherits = "county"
vision = "All is well here."
source = "A council"
[[outcome]]
key = "well"
title = "Children are well"
themes = ["mental-health", "transport"]
actions = [{ says = "Run a bus to it", by = "A district" }]
indicator = [{ key = "waits", title = "Weeks waited", unit = "weeks", baseline = { value = 21 } }]
[[outcome]]
key = "ours"
title = "There is a bus on Sundays"
"#;

    #[test]
    fn a_local_plan_has_the_countys_outcomes_with_what_it_adds_and_its_own() {
        let (county, local) = (parse("c.toml", COUNTY).unwrap(), parse("l.toml", LOCAL).unwrap());
        let whole = local.whole(&county).unwrap();
        assert_eq!(whole.outcomes.iter().map(|o| o.key.as_str()).collect::<Vec<_>>(), ["well", "heard", "ours"]);
        assert_eq!((whole.title.as_str(), whole.time().as_deref()), ("Our district's plan", Some("2026 to 2028")));
        let well = &whole.outcomes[0];
        assert_eq!(
            well.actions.iter().map(|a| a.says.as_str()).collect::<Vec<_>>(),
            ["Open a drop-in", "Run a bus to it"]
        );
        assert_eq!(well.themes, ["mental-health", "transport"]);
        assert_eq!(well.indicators.iter().map(|i| i.baseline.unwrap().value).collect::<Vec<_>>(), [21.0]);
        assert_eq!(check_local("l.toml", &local, &county), []);
    }

    #[test]
    fn a_plan_is_not_put_together_with_one_that_it_does_not_inherit() {
        let (county, local) = (parse("c.toml", COUNTY).unwrap(), parse("l.toml", LOCAL).unwrap());
        assert!(county.whole(&local).is_err() && local.whole(&local).is_err());
    }

    #[test]
    fn a_local_plan_is_not_used_without_the_countys() {
        let (county, local) = (parse("c.toml", COUNTY).unwrap(), parse("l.toml", LOCAL).unwrap());
        assert_eq!(check_inherited(&[("c.toml", &county), ("l.toml", &local)]), []);
        let alone = check_inherited(&[("l.toml", &local)]);
        assert_eq!(alone.into_iter().map(|finding| finding.key).collect::<Vec<_>>(), ["inherits"]);
    }

    #[test]
    fn what_does_not_fit_between_the_two_is_found() {
        let county = parse("c.toml", COUNTY).unwrap();
        let cases = [
            ("geography = \"worcestershire\"", "geography = \"narnia\"", "geography"),
            ("district = \"wychavon\"", "", "district"),
            ("title = \"Children are well\"", "title = \"Children thrive\"", "outcome.well.title"),
            ("vision = ", "ends = \"2030\"\nvision = ", "ends"),
        ];
        for (from, to, key) in cases {
            let local = parse("l.toml", &LOCAL.replacen(from, to, 1)).unwrap();
            let found: Vec<String> = check_local("l.toml", &local, &county).into_iter().map(|f| f.key).collect();
            assert_eq!(found, [key]);
        }
    }
}
