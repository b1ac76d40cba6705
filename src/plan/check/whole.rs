//! What a careful reader would question in a plan as a whole. What is wrong all through it is said once.

use std::collections::BTreeSet;

use super::{Findings, check_measured};
use crate::plan::outcome::{Action, Plan};

/// Words that many bodies have in their names, by which none is recognised.
const SAID_OF_MANY: [&str; 13] = [
    "local",
    "children",
    "young",
    "people",
    "partnership",
    "partner",
    "other",
    "service",
    "county",
    "every",
    "organisation",
    "district",
    "worcestershire",
];

pub(super) fn check_whole(plan: &Plan, findings: &mut Findings) {
    check_measured("success", &plan.success, findings);
    check_time(plan, findings);
    check_owner(plan, findings);
    check_indicators(plan, findings);
    check_actions(plan, findings);
    let undated = plan.printed.iter().filter(|printed| printed.period.is_none() && !printed.is_change);
    let undated: BTreeSet<&str> = undated.map(|printed| printed.measure.as_str()).collect();
    if !undated.is_empty() {
        let problem = format!("{} figures in the text have no date ({})", undated.len(), listed(&undated));
        findings.warn("printed", format!("{problem}: say when each was true"));
    }
    if let Some(ends) = plan.ends {
        let sooner = plan.links.iter().filter(|link| link.ends.is_some_and(|theirs| theirs.ends() < ends.ends()));
        let sooner: Vec<&str> = sooner.map(|link| link.title.as_str()).collect();
        if !sooner.is_empty() {
            let problem =
                format!("{} plans that it builds on end before it does ({})", sooner.len(), sooner.join("; "));
            findings.warn("links", format!("{problem}: say what it will rest on then"));
        }
    }
}

fn check_time(plan: &Plan, findings: &mut Findings) {
    match (plan.starts, plan.ends) {
        (None, None) => findings.warn("starts", "no dates: nobody can tell when it began or when it is to be judged"),
        (None, Some(_)) => findings.warn("starts", "no beginning: say when it starts"),
        (Some(_), None) => findings.warn("ends", "no end: say when it is to be judged"),
        (Some(_), Some(_)) => {}
    }
    for span in &plan.spans {
        let printed = format!("{} prints {} to {}", span.place, span.starts, span.ends);
        if span.ends.ends() < span.starts.starts() {
            findings.warn("spans", format!("{printed}, which ends before it starts: correct it"));
        } else if (plan.starts, plan.ends) != (Some(span.starts), Some(span.ends)) {
            let time = plan.time().unwrap_or_else(|| "no time at all".to_owned());
            findings.warn("spans", format!("{printed}, the plan itself {time}: say which is meant"));
        }
    }
    let targets = plan.indicators().filter_map(|(_, indicator)| indicator.target.as_ref()?.period());
    if let (Some(ends), Some(last)) = (plan.ends, targets.max_by_key(|period| period.ends()))
        && last.ends() < ends.starts()
    {
        let problem = format!("no target is later than {last}, but the plan runs to {ends}");
        findings.warn("ends", format!("{problem}: set targets for its last year, or say when they will be"));
    }
}

fn check_owner(plan: &Plan, findings: &mut Findings) {
    let Some(owner) = &plan.owner else {
        return findings.warn("owner", "nobody is said to answer for it: name who does");
    };
    let lower = owner.to_lowercase();
    if ["all ", "everyone", "every "].iter().any(|word| lower.starts_with(word)) {
        findings.warn("owner", format!("\"{owner}\": what everyone owns nobody answers for: name who does"));
    }
}

fn check_indicators(plan: &Plan, findings: &mut Findings) {
    if plan.outcomes.is_empty() && plan.inherits.is_none() {
        findings.warn("outcome", "no outcome: it does not say what it wants for people");
    }
    // One that stands under several outcomes is one.
    let count = plan.indicators().map(|(_, indicator)| indicator.key.as_str()).collect::<BTreeSet<_>>().len();
    if count > 0 && plan.indicators().all(|(_, indicator)| indicator.source.is_none()) {
        let problem = format!("none of {count} indicators says where its figures come from");
        findings.warn("indicator", format!("{problem}: name the publication, so that anyone can follow them"));
    }
    let gaps = plan.indicators().filter(|(_, known)| known.unit == "%" && known.title.to_lowercase().contains("gap"));
    let gaps: BTreeSet<&str> = gaps.map(|(_, indicator)| indicator.key.as_str()).collect();
    if !gaps.is_empty() {
        let problem = format!("{} gaps between percentages are given in % ({})", gaps.len(), listed(&gaps));
        findings.warn("indicator", format!("{problem}: they are percentage points"));
    }
    let of_indicators = plan.indicators().map(|(_, indicator)| (indicator.measure(), &indicator.comparators));
    let of_printed = plan.printed.iter().map(|printed| (printed.measure.as_str(), &printed.comparators));
    let bare = of_indicators.chain(of_printed).filter(|(_, others)| others.iter().any(|other| other.value.is_none()));
    let bare: BTreeSet<&str> = bare.map(|(measure, _)| measure).collect();
    if !bare.is_empty() {
        let problem = format!("{} measures are held against other places without their figure", bare.len());
        findings.warn("comparators", format!("{problem} ({}): print it", listed(&bare)));
    }
    for outcome in &plan.outcomes {
        let rates = outcome.indicators.iter().filter(|indicator| indicator.unit.starts_with("per 1"));
        let rates: BTreeSet<&str> = rates.map(|indicator| indicator.unit.as_str()).collect();
        if rates.len() > 1 {
            let problem =
                format!("rates stand beside each other {}", rates.into_iter().collect::<Vec<_>>().join(" and "));
            let place = format!("outcome.{}.indicator", outcome.key);
            findings.warn(place, format!("{problem}: check that none is a slip, and use one"));
        }
    }
}

fn check_actions(plan: &Plan, findings: &mut Findings) {
    let actions: Vec<&Action> = plan.outcomes.iter().flat_map(|outcome| &outcome.actions).collect();
    let of = actions.len();
    let nobody = actions.iter().filter(|action| action.by.is_none()).count();
    if nobody > 0 {
        let problem = format!("{nobody} of {of} actions say nobody who will do them");
        findings.warn("actions", format!("{problem}: name who answers for each"));
    }
    let undated = actions.iter().filter(|action| action.due.is_none()).count();
    if undated > 0 {
        let problem = format!("{undated} of {of} actions say nothing of when they will be done");
        findings.warn("actions", format!("{problem}: give each a date"));
    }
    if plan.partners.is_empty() {
        return;
    }
    let known: BTreeSet<String> = plan.partners.iter().chain(&plan.owner).flat_map(|name| names(name)).collect();
    let owners: BTreeSet<&str> = actions.iter().filter_map(|action| action.by.as_deref()).collect();
    let strangers: BTreeSet<&str> = owners.into_iter().filter(|by| names(by).is_disjoint(&known)).collect();
    if !strangers.is_empty() {
        let problem = format!("{} who are to act are not among the partners ({})", strangers.len(), listed(&strangers));
        findings.warn("partners", format!("{problem}: list them, or use the names that are listed"));
    }
}

/// The words that a body would be recognised by, without their plural.
fn names(body: &str) -> BTreeSet<String> {
    let stem = |word: &str| word.trim_end_matches(['s', 'e']).to_owned();
    let said_of_many = SAID_OF_MANY.map(stem);
    let lower = body.to_lowercase().replace(['’', '\''], "");
    let words = lower.split(|c: char| !c.is_alphanumeric()).map(stem);
    words.filter(|word| word.len() > 3 && !said_of_many.contains(word)).collect()
}

fn listed(names: &BTreeSet<&str>) -> String {
    names.iter().copied().collect::<Vec<_>>().join(", ")
}
