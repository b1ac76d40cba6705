//! What a careful reader would question in a plan's account of earlier years.

use super::prose::has_number;
use super::{Findings, numbers};
use crate::plan::account::{Account, Achieved, Said};
use crate::plan::outcome::Plan;

pub(super) fn check_account(plan: &Plan, findings: &mut Findings) {
    let Some(account) = &plan.account else { return };
    if account.ends.ends() < account.starts.starts() {
        findings.warn("account.ends", format!("{} is before {}: check both", account.ends, account.starts));
    }
    if account.said.is_empty() {
        findings.warn("account", "says nothing of what was said or achieved: there is nothing to judge it by");
    }
    for said in &account.said {
        check_said(plan, account, said, findings);
    }
}

fn check_said(plan: &Plan, account: &Account, said: &Said, findings: &mut Findings) {
    let place = format!("account.said.{}", said.key);
    if said.says.is_none() {
        let problem = "achievements that answer to nothing that was said";
        findings.warn(format!("{place}.says"), format!("{problem}: say what had been promised"));
    }
    if said.achieved.is_empty() {
        findings.warn(format!("{place}.achieved"), "nothing is said of what was achieved: say what came of it");
    }
    let is_bare = |achieved: &Achieved| achieved.figures.is_empty() && !has_number(&achieved.says);
    let of = said.achieved.len();
    let mut note = |at: Vec<String>, problem: &str, remedy: &str| {
        if !at.is_empty() {
            let problem = format!("{} of {of} achievements {problem} ({})", at.len(), at.join(", "));
            findings.warn(format!("{place}.achieved"), format!("{problem}: {remedy}"));
        }
    };
    let all = || said.achieved.iter();
    let claims = numbers(all().map(|achieved| achieved.claims_change && is_bare(achieved)));
    note(claims, "say that something changed and not by how much", "print the figures");
    let deeds = numbers(all().map(|achieved| !achieved.claims_change && is_bare(achieved)));
    note(deeds, "say what was done and not what came of it", "say what is different, with a number");
    let targets = numbers(all().map(|achieved| achieved.target_met.is_some() && achieved.target.is_none()));
    note(targets, "judge themselves by a target that is not printed", "print it");
    let before = numbers(all().map(|achieved| {
        let figures = plan.printed.iter().filter(|printed| achieved.figures.contains(&printed.measure));
        let froms = figures.filter_map(|printed| printed.from?.period);
        froms.into_iter().any(|period| period.ends() < account.starts.starts())
    }));
    let problem = format!("count from before {}, when the plan judged here began", account.starts);
    note(before, &problem, "say what changed within its time");
}
