//! Whether a ballot is still what it was when voting began. What it rests on is kept with the first visitor after it
//! opens; from then on files that were changed otherwise than they may stop the voting, and never the count.

use std::collections::BTreeMap;
use std::sync::Arc;

use actix_web::web;

use crate::ballot::{Ballot, BallotFiles, may_change, parse};
use crate::library::Library;
use crate::store::OpenedBallot;
use crate::web::{PageError, State};

/// Whether a ballot stands as it opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Same,
    /// Something that votes or the count rest on was changed.
    Changed,
}

/// The files as they are kept: `ballot.toml`, and the wordings by language.
type Kept = (String, BTreeMap<String, String>);

/// Compares a ballot that is open, or has been, with what it was as it opened; keeps that where nobody has come yet.
///
/// # Errors
/// When the database fails.
pub async fn standing(state: &web::Data<State>, ballot: &Arc<Ballot>) -> Result<Standing, PageError> {
    let (state, ballot) = (state.clone(), Arc::clone(ballot));
    web::block(move || compare(&state, &ballot)).await?
}

/// [`standing`] for callers that block.
///
/// # Errors
/// When the database fails.
pub fn compare(state: &State, ballot: &Ballot) -> Result<Standing, PageError> {
    let opened = match state.store.find_opened_ballot(&ballot.key)? {
        Some(opened) => opened,
        None => state.store.open_ballot(&ballot.key, as_it_is(&state.library(), ballot)?)?,
    };
    if opened.digest == ballot.digest {
        return Ok(Standing::Same);
    }
    let kept: Kept = serde_json::from_str(&opened.files).map_err(PageError::broken)?;
    let wording = |(language, text): (String, String)| (language.clone(), (format!("wording/{language}.toml"), text));
    let files =
        BallotFiles { ballot: ("ballot.toml".to_owned(), kept.0), wordings: kept.1.into_iter().map(wording).collect() };
    let (old, _) = parse(&files).map_err(|findings| PageError::broken(format!("{findings:?}")))?;
    Ok(if may_change(&old, ballot, true).is_ok() { Standing::Same } else { Standing::Changed })
}

/// What is kept of a ballot as it opens.
fn as_it_is(library: &Library, ballot: &Ballot) -> Result<OpenedBallot, PageError> {
    let files = library.files_of_ballot(&ballot.key).ok_or_else(|| PageError::broken("a ballot without files"))?;
    let wordings = files.wordings.into_iter().map(|(language, (_, text))| (language, text)).collect();
    let kept: Kept = (files.ballot.1, wordings);
    let files = serde_json::to_string(&kept).map_err(PageError::broken)?;
    Ok(OpenedBallot { digest: ballot.digest.clone(), files })
}
