//! Whether the time of a local plan lies within that of the county's plan whose outcomes it takes over.
//!
//! Where one of the two gives no first or last day, that side is passed over: a local plan without a time has the
//! county's.

use crate::finding::Finding;
use crate::plan::Plan;

/// What a careful reader would ask of the two plans' times. `file` is the local plan's.
pub(super) fn check(file: &str, plan: &Plan, county: &Plan) -> Vec<Finding> {
    let (starts, ends) = (plan.starts.or(county.starts), plan.ends.or(county.ends));
    let mut findings = Vec::new();
    let mut ask = |key: &str, problem: String| findings.push(Finding::warning(file, key, problem));
    if let (Some(starts), Some(over)) = (plan.starts, county.ends)
        && starts.starts() > over.ends()
    {
        ask(
            "starts",
            format!(
                "begins ({starts}) after the plan whose outcomes it takes over has ended ({over}): take over those of a \
                 plan that is in force, or say what it rests on"
            ),
        );
        return findings;
    }
    if let (Some(ends), Some(begins)) = (plan.ends, county.starts)
        && ends.ends() < begins.starts()
    {
        ask(
            "ends",
            format!(
                "ends ({ends}) before the plan whose outcomes it takes over begins ({begins}): check the time of both"
            ),
        );
        return findings;
    }
    if let (Some(starts), Some(begins)) = (starts, county.starts)
        && starts.starts() < begins.starts()
    {
        ask(
            "starts",
            format!(
                "begins ({starts}) before the plan whose outcomes it takes over does ({begins}): say what it rests on \
                 until then"
            ),
        );
    }
    if let (Some(ends), Some(over)) = (ends, county.ends)
        && ends.ends() > over.ends()
    {
        ask(
            "ends",
            format!(
                "runs on ({ends}) after the plan whose outcomes it takes over has ended ({over}): say what it will rest \
                 on then"
            ),
        );
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Period, parse};

    fn plan(starts: Option<&str>, ends: Option<&str>) -> Plan {
        let text = "key = \"p\"\ntitle = \"P\"\ngeography = \"worcestershire\"\nvision = \"Well.\"\nsource = \"Us\"\n";
        let period = |text: &str| text.parse::<Period>().unwrap();
        Plan { starts: starts.map(period), ends: ends.map(period), ..parse("p.toml", text).unwrap() }
    }

    #[test]
    fn a_local_plan_outside_the_countys_time_or_partly_so_is_asked_about_and_one_within_it_is_not() {
        let county = plan(Some("2014"), Some("2017"));
        type Case<'a> = (Option<&'a str>, Option<&'a str>, &'a [(&'a str, &'a str)]);
        let cases: [Case<'_>; 10] = [
            (Some("2014"), Some("2017"), &[]),
            (Some("2015-04"), Some("2016/17"), &[]),
            (None, None, &[]),
            (Some("2018"), Some("2020"), &[("starts", "after the plan whose outcomes it takes over has ended (2017)")]),
            (Some("2018"), None, &[("starts", "begins (2018) after")]),
            (Some("2010"), Some("2013"), &[("ends", "ends (2013) before")]),
            (None, Some("2013"), &[("ends", "ends (2013) before")]),
            (Some("2013"), Some("2016"), &[("starts", "begins (2013) before")]),
            (Some("2016"), Some("2017/18"), &[("ends", "runs on (2017/18) after")]),
            (Some("2013"), Some("2018"), &[("starts", "begins (2013) before"), ("ends", "runs on (2018) after")]),
        ];
        for (starts, ends, asked) in cases {
            let found = check("p.toml", &plan(starts, ends), &county);
            assert_eq!(found.len(), asked.len(), "{starts:?} to {ends:?}: {found:?}");
            for (finding, (key, says)) in found.iter().zip(asked) {
                assert!(finding.key == *key && finding.problem.contains(says), "{finding:?}");
            }
        }
        let undated = plan(None, None);
        assert_eq!(check("p.toml", &plan(Some("2030"), Some("2031")), &undated), [], "nothing to hold it against");
    }
}
