//! What a ballot was when it opened, and its result once an officer has approved it.
//!
//! Both are written once and never changed. Leaves out papers (`papers`) and how a result is counted
//! ([`crate::ballot`]).

use diesel::prelude::*;

use super::tables::{ballot_results, opened_ballots};
use super::{Store, StoreError, TallyState, papers, tally_openings};

/// A ballot as it was when it first took a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedBallot {
    /// See [`crate::ballot::Ballot::digest`].
    pub digest: String,
    /// Its files as JSON.
    pub files: String,
}

/// A result that everybody may read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BallotResult {
    /// The audit file as it was published.
    pub audit: String,
    /// Published turnout as JSON: already rounded, with small numbers hidden.
    pub turnout: String,
    /// The account that approved it.
    pub approved_by: String,
    pub published_on: String,
}

impl Store {
    /// Keeps what a ballot is as it opens, unless it has been kept; gives what is kept.
    ///
    /// # Errors
    /// When the database fails.
    pub fn open_ballot(&self, ballot: &str, now: OpenedBallot) -> Result<OpenedBallot, StoreError> {
        if let Some(found) = self.find_opened_ballot(ballot)? {
            return Ok(found);
        }
        let key = ballot.to_owned();
        self.write(move |conn| {
            let row = (
                opened_ballots::ballot.eq(key),
                opened_ballots::digest.eq(now.digest),
                opened_ballots::files.eq(now.files),
            );
            let insert = diesel::insert_into(opened_ballots::table).values(row).on_conflict_do_nothing();
            on!(conn, c => insert.execute(c))?;
            Ok(())
        })?;
        self.find_opened_ballot(ballot)?.ok_or(StoreError::NotFound("such ballot"))
    }

    /// What a ballot was as it opened.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find_opened_ballot(&self, ballot: &str) -> Result<Option<OpenedBallot>, StoreError> {
        let row: Option<(String, String)> = self.read(|conn| {
            let found = opened_ballots::table.find(ballot).select((opened_ballots::digest, opened_ballots::files));
            Ok(on!(conn, c => found.first(c).optional())?)
        })?;
        Ok(row.map(|(digest, files)| OpenedBallot { digest, files }))
    }

    /// Publishes a result, once, while the tallies are what they were when it was counted; says whether it did.
    ///
    /// # Errors
    /// When the database fails.
    pub fn save_ballot_result(
        &self,
        ballot: &str,
        result: BallotResult,
        counted: TallyState,
    ) -> Result<bool, StoreError> {
        let ballot = ballot.to_owned();
        self.write(move |conn| {
            papers::hold(conn, &ballot)?;
            if tally_openings::state(conn, &ballot)? != counted {
                return Ok(false);
            }
            let row = (
                ballot_results::ballot.eq(ballot),
                ballot_results::audit.eq(result.audit),
                ballot_results::turnout.eq(result.turnout),
                ballot_results::approved_by.eq(result.approved_by),
                ballot_results::published_on.eq(result.published_on),
            );
            let insert = diesel::insert_into(ballot_results::table).values(row).on_conflict_do_nothing();
            Ok(on!(conn, c => insert.execute(c))? == 1)
        })
    }

    /// The published result of a ballot.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find_ballot_result(&self, ballot: &str) -> Result<Option<BallotResult>, StoreError> {
        let row: Option<(String, String, String, String)> = self.read(|conn| {
            let found = ballot_results::table.find(ballot);
            let found = found.select((
                ballot_results::audit,
                ballot_results::turnout,
                ballot_results::approved_by,
                ballot_results::published_on,
            ));
            Ok(on!(conn, c => found.first(c).optional())?)
        })?;
        let result =
            |(audit, turnout, approved_by, published_on)| BallotResult { audit, turnout, approved_by, published_on };
        Ok(row.map(result))
    }
}
