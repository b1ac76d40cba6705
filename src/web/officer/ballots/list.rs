//! `/officer/ballots`: all ballots.

use actix_web::{HttpResponse, web};

use super::title;
use crate::ballot::{Ballot, ProposalState};
use crate::pages::officer::ballots::list::{Entry, List, Proposed};
use crate::survey::Openness;
use crate::web::account::SignedIn;
use crate::web::officer::desk::desk;
use crate::web::{PageError, State, now, reply};

/// Shows them all: the open ones first, then those that come, then those that are over.
pub async fn show(state: web::Data<State>, signed_in: web::ReqData<SignedIn>) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let page = web::block(move || {
        let library = state.library();
        let mut ballots: Vec<_> = library.ballots().collect();
        ballots.sort_by_key(|ballot| (order(ballot.openness(now())), ballot.closes));
        let mut entries = Vec::new();
        // Two of one name are told apart by their years.
        let is_alike = |ballot: &Ballot| library.ballots().filter(|other| title(other) == title(ballot)).count() > 1;
        for ballot in ballots {
            let year = if is_alike(ballot) { format!(" {}", ballot.closes.year()) } else { String::new() };
            entries.push(Entry {
                key: ballot.key.clone(),
                title: format!("{}{year}", title(ballot)),
                organisation: ballot.organisation.clone(),
                when: when(ballot),
                published: state.store.find_ballot_result(&ballot.key)?.is_some(),
            });
        }
        let waiting = state.store.list_proposals()?.into_iter().filter(|one| one.state == ProposalState::Waiting);
        let proposed = waiting.map(|one| Proposed {
            id: format!("{:x}", one.id),
            title: one.title,
            by: one.written_by,
            on: one.written_on,
        });
        let page = List { desk: desk(&state, &signed_in, None)?, entries, proposed: proposed.collect() };
        Ok::<_, PageError>(page.render().into_string())
    });
    Ok(reply::page(page.await??))
}

fn order(openness: Openness) -> u8 {
    match openness {
        Openness::Open => 0,
        Openness::NotYetOpen => 1,
        Openness::Closed => 2,
    }
}

/// When a ballot takes papers, in words.
pub(super) fn when(ballot: &Ballot) -> String {
    let moment = |at: jiff::civil::DateTime| at.strftime("%-d %B %Y at %H:%M").to_string();
    match ballot.openness(now()) {
        Openness::NotYetOpen => format!("Opens on {}", moment(ballot.opens)),
        Openness::Open => format!("Open until {}", moment(ballot.closes)),
        Openness::Closed => format!("Closed on {}", moment(ballot.closes)),
    }
}
