//! What a plan has beside its outcomes, put into words for its page.

use crate::pages::figures::village::Villagers;
use crate::pages::officer::plan_parts::{Parts, Said, Village};
use crate::plan::{Footing, Link, Plan, VillageShare};

/// The parts of a plan's page that are not its outcomes.
pub(super) fn parts(plan: &Plan) -> Parts {
    let account = plan.account.as_ref().map(|account| {
        let said = account.said.iter().map(|said| Said {
            said: said.says.clone().unwrap_or_else(|| "nothing that this answers to".to_owned()),
            achieved: said.achieved.iter().map(|achieved| achieved.says.clone()).collect(),
        });
        (format!("{} to {}", account.starts, account.ends), said.collect())
    });
    let villages = plan.villages.iter().map(|village| Village {
        title: village.title.clone(),
        ours: village.ours,
        exclusive: village.exclusive,
        address: Some(format!("/plans/{}/village", plan.key)),
        shares: village
            .shares
            .iter()
            .map(|share| Villagers { label: with_footing(plan, share), of_100: share.of_100 })
            .collect(),
    });
    Parts {
        values: plan.values.clone(),
        partners: plan.partners.clone(),
        links: plan.links.iter().map(link).collect(),
        account,
        villages: villages.collect(),
    }
}

/// What is true of them, with of whom, when and by whom the number is, where there is one.
fn with_footing(plan: &Plan, share: &VillageShare) -> String {
    if share.of_100.is_none() {
        return share.label.clone();
    }
    let Footing { of, survey, period, source } = share.footing(plan);
    let of = of.map(|of| format!("of {of}"));
    let chose = survey.then(|| "who chose to take part".to_owned());
    let when = period.map_or_else(|| "not dated".to_owned(), |period| period.to_string());
    let parts: Vec<String> = of.into_iter().chain(chose).chain([when]).chain(source.map(str::to_owned)).collect();
    format!("{} ({})", share.label, parts.join("; "))
}

fn link(link: &Link) -> String {
    let time = match (link.starts, link.ends) {
        (Some(starts), Some(ends)) => format!(", {starts} to {ends}"),
        (Some(starts), None) => format!(", {starts}"),
        (None, Some(ends)) => format!(", until {ends}"),
        (None, None) => String::new(),
    };
    let says = link.says.as_ref().map_or_else(String::new, |says| format!(": {says}"));
    format!("{}{time}{says}", link.title)
}
