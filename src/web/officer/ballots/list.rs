//! `/officer/ballots`: all ballots.

use actix_web::{HttpResponse, web};

use super::title;
use crate::ballot::{Ballot, ProposalState};
use crate::library::Library;
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
        for ballot in ballots {
            entries.push(Entry {
                key: ballot.key.clone(),
                title: told_apart(&library, ballot),
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

/// A ballot's title, with the year in which it closes where another has the same.
pub(super) fn told_apart(library: &Library, ballot: &Ballot) -> String {
    let (title, year) = (title(ballot), ballot.closes.year());
    let is_alike = library.ballots().filter(|other| super::title(other) == title).count() > 1;
    if is_alike { format!("{title} {year}") } else { title.to_owned() }
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
