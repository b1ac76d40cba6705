//! What waits for an officer, wherever it is decided: texts and invitations of campaigns, ballots that somebody proposes,
//! tallies of one school that differ, and ballots that have closed and are not counted yet.

use std::collections::{BTreeMap, BTreeSet};

use crate::ballot::{Ballot, ProposalState};
use crate::campaign::{InvitationState, PostState};
use crate::library::Library;
use crate::pages::officer::consultations::Waits;
use crate::store::{Store, StoreError};
use crate::survey::Openness;
use crate::web::now;

/// What nobody has decided, with where it is decided: each kind by itself.
///
/// # Errors
/// When the database fails.
pub fn waits(store: &Store, library: &Library) -> Result<Vec<Waits>, StoreError> {
    let posts = store.list_posts_in(&[PostState::Waiting])?;
    let campaigns: BTreeSet<&str> = posts.iter().map(|post| post.campaign.as_str()).collect();
    let texts = match (posts.len(), campaigns.len()) {
        (many, of) if of > 1 => Some(format!("{many} texts of {of} campaigns wait for you")),
        (many, _) => said(many, "text of a campaign waits", "texts of a campaign wait"),
    };
    let invitations = store.list_invitations(None, Some(InvitationState::Waiting))?.len();
    let invitations =
        said(invitations, "invitation to schools and clubs waits", "invitations to schools and clubs wait");
    let proposed = store.list_proposals()?.iter().filter(|one| one.state == ProposalState::Waiting).count();
    let proposed = said(proposed, "proposed ballot waits", "proposed ballots wait");
    let with = |said: Option<String>, address: &str| said.map(|said| Waits { said, address: address.to_owned() });
    let mut waits: Vec<Waits> = [
        with(texts, "/officer/campaigns"),
        with(invitations, "/officer/invitations"),
        with(proposed, "/officer/ballots"),
    ]
    .into_iter()
    .flatten()
    .collect();
    for ballot in library.ballots() {
        waits.extend(of_ballot(store, ballot)?);
    }
    Ok(waits)
}

/// `One proposed ballot waits for you`; nothing where none does.
fn said(many: usize, one: &str, several: &str) -> Option<String> {
    match many {
        0 => None,
        1 => Some(format!("One {one} for you")),
        many => Some(format!("{many} {several} for you")),
    }
}

/// What waits of a ballot that has taken papers, until its result is published.
fn of_ballot(store: &Store, ballot: &Ballot) -> Result<Vec<Waits>, StoreError> {
    let (openness, mut waits) = (ballot.openness(now()), Vec::new());
    if openness == Openness::NotYetOpen || store.find_ballot_result(&ballot.key)?.is_some() {
        return Ok(waits);
    }
    let title = super::ballots::title(ballot);
    let agreed: BTreeSet<i64> = store.list_tallies(&ballot.key)?.into_iter().map(|tally| tally.place).collect();
    let mut typed: BTreeMap<i64, usize> = BTreeMap::new();
    for typing in store.list_tally_typings(&ballot.key)? {
        *typed.entry(typing.place).or_default() += 1;
    }
    let differ = typed.iter().filter(|(place, times)| **times > 1 && !agreed.contains(place)).count();
    let differ = match differ {
        0 => None,
        1 => Some(format!("Two people typed different votes of one school: {title}")),
        many => Some(format!("Two people typed different votes of {many} schools: {title}")),
    };
    let opened: BTreeSet<i64> = store.list_tally_openings(&ballot.key)?.iter().map(|opening| opening.place).collect();
    let anew =
        opened.difference(&agreed).next().map(|_| format!("A tally was opened again and is to be typed anew: {title}"));
    let has_papers = !typed.is_empty() || !agreed.is_empty() || store.find_opened_ballot(&ballot.key)?.is_some();
    let is_over = openness == Openness::Closed && has_papers;
    let count = is_over.then(|| format!("Voting has closed, and the result waits for you: {title}"));
    let address = format!("/officer/b/{}", ballot.key);
    waits.extend(differ.into_iter().chain(anew).chain(count).map(|said| Waits { said, address: address.clone() }));
    Ok(waits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_counted_by_its_own_name() {
        let proposed = |many| said(many, "proposed ballot waits", "proposed ballots wait");
        assert_eq!(proposed(0), None);
        assert_eq!(proposed(1).as_deref(), Some("One proposed ballot waits for you"));
        assert_eq!(proposed(3).as_deref(), Some("3 proposed ballots wait for you"));
    }
}
