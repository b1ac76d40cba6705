//! Ballots that members propose, and what officers decided of them. Leaves out who may decide (`web/account`) and the
//! ballots that they become, which are files.

use diesel::prelude::*;

use super::connections::Conn;
use super::tables::ballot_proposals;
use super::{Store, StoreError, random_id};
use crate::ballot::{Proposal, ProposalState};

#[derive(Insertable, Queryable)]
#[diesel(table_name = ballot_proposals, treat_none_as_default_value = false)]
struct ProposalRow {
    id: i64,
    title: String,
    fields: String,
    written_by: String,
    written_on: String,
    state: String,
    remark: String,
    decided_by: Option<String>,
    decided_at: Option<i64>,
    ballot: Option<String>,
}

impl ProposalRow {
    fn read(self) -> Result<Proposal, StoreError> {
        let damaged = || StoreError::Damaged("proposed ballot");
        Ok(Proposal {
            id: self.id,
            title: self.title,
            fields: serde_json::from_str(&self.fields).map_err(|_| damaged())?,
            written_by: self.written_by,
            written_on: self.written_on.parse().map_err(|_| damaged())?,
            state: ProposalState::parse(&self.state).ok_or_else(damaged)?,
            remark: self.remark,
            decided: self.decided_by.zip(self.decided_at),
            ballot: self.ballot,
        })
    }
}

fn text_of(proposal: &Proposal) -> Result<String, StoreError> {
    serde_json::to_string(&proposal.fields).map_err(|_| StoreError::Damaged("proposed ballot"))
}

impl Store {
    /// Keeps a new proposal, which waits, and gives its identifier. State and decision that are given with it are passed
    /// over.
    ///
    /// # Errors
    /// When the database fails.
    pub fn save_proposal(&self, proposal: &Proposal) -> Result<i64, StoreError> {
        let id = random_id()?;
        let row = ProposalRow {
            id,
            title: proposal.title.clone(),
            fields: text_of(proposal)?,
            written_by: proposal.written_by.clone(),
            written_on: proposal.written_on.to_string(),
            state: ProposalState::Waiting.as_str().to_owned(),
            remark: String::new(),
            decided_by: None,
            decided_at: None,
            ballot: None,
        };
        self.write(move |conn| {
            on!(conn, c => diesel::insert_into(ballot_proposals::table).values(&row).execute(c))?;
            Ok(id)
        })
    }

    /// Keeps a proposal as it was changed; it waits anew, and what an officer said of it stays. False where it has become
    /// a ballot meanwhile, and then nothing has changed.
    ///
    /// # Errors
    /// When the database fails.
    pub fn change_proposal(&self, proposal: &Proposal) -> Result<bool, StoreError> {
        let (id, title, fields) = (proposal.id, proposal.title.clone(), text_of(proposal)?);
        let (by, on) = (proposal.written_by.clone(), proposal.written_on.to_string());
        self.write(move |conn: &mut Conn| {
            let still = ballot_proposals::state.ne(ProposalState::Opened.as_str());
            let row = ballot_proposals::table.filter(still).find(id);
            let now = (
                ballot_proposals::title.eq(&title),
                ballot_proposals::fields.eq(&fields),
                ballot_proposals::written_by.eq(&by),
                ballot_proposals::written_on.eq(&on),
                ballot_proposals::state.eq(ProposalState::Waiting.as_str()),
            );
            Ok(on!(conn, c => diesel::update(row).set(now).execute(c))? == 1)
        })
    }

    /// The proposal with this identifier.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find_proposal(&self, id: i64) -> Result<Option<Proposal>, StoreError> {
        let row: Option<ProposalRow> =
            self.read(|conn| Ok(on!(conn, c => ballot_proposals::table.find(id).first(c).optional())?))?;
        row.map(ProposalRow::read).transpose()
    }

    /// Every proposal, those written last first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_proposals(&self) -> Result<Vec<Proposal>, StoreError> {
        let rows: Vec<ProposalRow> = self.read(|conn| Ok(on!(conn, c => ballot_proposals::table.load(c))?))?;
        let mut proposals = rows.into_iter().map(ProposalRow::read).collect::<Result<Vec<_>, _>>()?;
        proposals.sort_by_key(|one| (std::cmp::Reverse(one.written_on), one.id));
        Ok(proposals)
    }

    /// Decides about a proposal that waits: it became the ballot of this key, or goes back with a remark. False where
    /// another officer has decided meanwhile, and then nothing has changed. `at` is in seconds since 1970 in UTC.
    ///
    /// # Errors
    /// When the database fails.
    pub fn decide_proposal(
        &self,
        id: i64,
        ballot: Option<&str>,
        remark: &str,
        officer: &str,
        at: i64,
    ) -> Result<bool, StoreError> {
        let to = if ballot.is_some() { ProposalState::Opened } else { ProposalState::Returned };
        let (ballot, remark, officer) = (ballot.map(str::to_owned), remark.to_owned(), officer.to_owned());
        self.write(move |conn: &mut Conn| {
            let waits = ballot_proposals::state.eq(ProposalState::Waiting.as_str());
            let row = ballot_proposals::table.filter(waits).find(id);
            let now = (
                ballot_proposals::state.eq(to.as_str()),
                ballot_proposals::remark.eq(&remark),
                ballot_proposals::decided_by.eq(Some(&officer)),
                ballot_proposals::decided_at.eq(Some(at)),
                ballot_proposals::ballot.eq(ballot.as_ref()),
            );
            Ok(on!(conn, c => diesel::update(row).set(now).execute(c))? == 1)
        })
    }
}
