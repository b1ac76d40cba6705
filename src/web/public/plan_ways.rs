//! Where the pages of a published plan lead: from its evidence to the published results that it is taken from, and on to
//! what people were told was done.

use std::collections::{BTreeMap, BTreeSet};

use super::results::{address_of, part_of};
use crate::pages::public::plan_parts::{Reply, Ways};
use crate::plan::Plan;
use crate::plan::evidence::Basis;
use crate::plan::published::Published;
use crate::store::Publication;
use crate::survey::Consultation;
use crate::web::{PageError, State};

/// The ways of a version. What is not published leads nowhere.
///
/// # Errors
/// When the database fails.
pub(super) fn ways(state: &State, version: &Published) -> Result<Ways, PageError> {
    let bases = || version.evidence.iter().map(|one| &one.link.basis);
    let (mut results, mut parts) = (BTreeMap::new(), BTreeMap::new());
    for key in bases().filter_map(Basis::consultation).collect::<BTreeSet<_>>() {
        let Some(newest) = newest(state, key)? else { continue };
        results.insert(key.to_owned(), address_of("", key, newest.number));
        for link in version.evidence.iter().map(|one| &one.link).filter(|link| link.basis.consultation() == Some(key)) {
            let district = link.district.as_ref().or(version.plan.district.as_ref());
            let part = part_of(state, &newest, district.map(String::as_str), &link.basis)?;
            parts.extend(part.map(|part| ((link.basis.as_text(), district.cloned()), part)));
        }
    }
    let mut ballots = BTreeMap::new();
    for basis in bases() {
        let Basis::Ballot { ballot, .. } = basis else { continue };
        if state.store.find_ballot_result(ballot)?.is_some() {
            ballots.insert(ballot.clone(), format!("/b/{ballot}/result"));
        }
    }
    let mut replies = Vec::new();
    let plan = &version.plan;
    let feeds_it = |one: &Consultation| {
        one.plan.as_ref().is_some_and(|fed| *fed == plan.key || plan.inherits.as_ref() == Some(fed))
    };
    for consultation in state.library().consultations().filter(|one| feeds_it(one)) {
        let Some(reply) = state.store.find_reply(&consultation.key)? else { continue };
        let entries = reply.entries.into_iter().filter_map(|entry| Some((entry.key, entry.outcome?, entry.asked)));
        replies.push(Reply {
            title: consultation.default_words().title.clone(),
            address: format!("/you-said/{}", consultation.key),
            entries: entries.collect(),
        });
    }
    let (county, local) = family(state, plan)?;
    Ok(Ways { results, parts, ballots, county, local, replies })
}

/// The title and address of a published plan.
type Way = (String, String);

/// The published county's plan that a plan takes outcomes over from, and the published plans that take over its own.
fn family(state: &State, plan: &Plan) -> Result<(Option<Way>, Vec<Way>), PageError> {
    let (mut county, mut local) = (None, Vec::new());
    for key in state.store.list_published_plans()? {
        let Some(other) = state.store.find_plan_version(&key, None)? else { continue };
        let way = (other.plan.title.clone(), format!("/plans/{key}"));
        if plan.inherits.as_ref() == Some(&key) {
            county = Some(way);
        } else if other.plan.inherits.as_ref() == Some(&plan.key) {
            local.push(way);
        }
    }
    Ok((county, local))
}

/// The address of the newest published results of a consultation; none where nothing is published.
///
/// # Errors
/// When the database fails.
pub(super) fn newest_results(state: &State, consultation: &str) -> Result<Option<String>, PageError> {
    Ok(newest(state, consultation)?.map(|newest| address_of("", consultation, newest.number)))
}

fn newest(state: &State, consultation: &str) -> Result<Option<Publication>, PageError> {
    Ok(state.store.list_publications(Some(consultation), 1)?.into_iter().next())
}
