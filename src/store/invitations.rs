//! Invitations of campaigns, whom they go to, and what became of each letter.
//!
//! Approving queues every letter in one commit, so that nobody is invited twice however often it is pressed. An address
//! moves from the list into the outbox, which erases it. Leaves out who may approve (`web/account`).

use diesel::prelude::*;
use jiff::civil::Date;
use sha2::{Digest, Sha256};

use super::connections::Conn;
use super::outbox::{self as queued, NewLetter};
use super::tables::{invitations, invited, outbox, uninvited};
use super::{Store, StoreError, random_id};
use crate::campaign::{Invitation, InvitationState, Invited, Invitee};
use crate::letter::{Dispatch, Letter, LetterKind, LetterState, MailAddress};

/// An invitation as a member wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewInvitation {
    /// The campaign's key.
    pub campaign: String,
    pub subject: String,
    pub words: String,
    pub written_by: String,
    pub written_on: Date,
    pub invitees: Vec<Invitee>,
    /// One that was sent back, which this takes the place of.
    pub replaces: Option<i64>,
}

#[derive(Insertable, Queryable)]
#[diesel(table_name = invitations, treat_none_as_default_value = false)]
struct InvitationRow {
    id: i64,
    campaign: String,
    subject: String,
    words: String,
    state: String,
    remark: String,
    written_by: String,
    approved_by: Option<String>,
    written_on: String,
}

#[derive(Insertable, Queryable)]
#[diesel(table_name = invited, treat_none_as_default_value = false)]
struct InvitedRow {
    id: i64,
    invitation_id: i64,
    line: i32,
    name: String,
    place: String,
    address: Option<String>,
    address_hash: String,
    code: String,
    letter_id: Option<i64>,
}

impl InvitedRow {
    fn new(invitation_id: i64, line: usize, invitee: &Invitee) -> Result<Self, StoreError> {
        Ok(Self {
            id: random_id()?,
            invitation_id,
            line: i32::try_from(line).unwrap_or(i32::MAX),
            name: invitee.name.clone(),
            place: invitee.place.clone().unwrap_or_default(),
            address: Some(invitee.address.as_str().to_owned()),
            address_hash: hash(&invitee.address),
            code: format!("{:016x}{:016x}", random_id()?, random_id()?),
            letter_id: None,
        })
    }

    fn read(self, letter: Option<(String, Option<i32>)>) -> Result<Invited, StoreError> {
        let damaged = || StoreError::Damaged("invitation");
        let address = self.address.map(|text| MailAddress::parse(&text)).transpose().map_err(|_| damaged())?;
        let (state, reply) = letter.map_or((None, None), |(state, reply)| (Some(state), reply));
        let fate = state.map(|state| LetterState::parse(&state).ok_or_else(damaged)).transpose()?;
        let reply = reply.and_then(|reply| u16::try_from(reply).ok());
        Ok(Invited { name: self.name, place: self.place, address, code: self.code, fate, reply })
    }
}

impl Store {
    /// Keeps an invitation, which waits for an officer, and gives its identifier.
    ///
    /// # Errors
    /// When the database fails.
    pub fn save_invitation(&self, new: NewInvitation) -> Result<i64, StoreError> {
        let id = random_id()?;
        self.write(move |conn| {
            if let Some(replaced) = new.replaces {
                let returned = invitations::table
                    .filter(invitations::id.eq(replaced))
                    .filter(invitations::campaign.eq(&new.campaign))
                    .filter(invitations::state.eq(InvitationState::Returned.as_str()));
                on!(&mut *conn, c => diesel::delete(returned).execute(c))?;
            }
            let row = InvitationRow {
                id,
                campaign: new.campaign,
                subject: new.subject,
                words: new.words,
                state: InvitationState::Waiting.as_str().to_owned(),
                remark: String::new(),
                written_by: new.written_by,
                approved_by: None,
                written_on: new.written_on.to_string(),
            };
            on!(&mut *conn, c => diesel::insert_into(invitations::table).values(&row).execute(c))?;
            for (line, invitee) in (1..).zip(&new.invitees) {
                let row = InvitedRow::new(id, line, invitee)?;
                on!(&mut *conn, c => diesel::insert_into(invited::table).values(&row).execute(c))?;
            }
            Ok(id)
        })
    }

    /// The invitation of an identifier.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find_invitation(&self, id: i64) -> Result<Option<Invitation>, StoreError> {
        self.read(|conn| {
            let row: Option<InvitationRow> = on!(&mut *conn, c => invitations::table.find(id).first(c).optional())?;
            row.map(|row| whole(conn, row)).transpose()
        })
    }

    /// The invitations of a campaign, the latest first; of every campaign those in this state, where one is given.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_invitations(
        &self,
        campaign: Option<&str>,
        state: Option<InvitationState>,
    ) -> Result<Vec<Invitation>, StoreError> {
        self.read(|conn| {
            let rows = rows(conn, campaign, state)?;
            rows.into_iter().map(|row| whole(conn, row)).collect()
        })
    }

    /// Sends an invitation back to whoever wrote it; false where it no longer waits.
    ///
    /// # Errors
    /// When the database fails.
    pub fn return_invitation(&self, id: i64, remark: &str) -> Result<bool, StoreError> {
        let remark = remark.to_owned();
        self.write(move |conn| {
            let waiting = invitations::table.filter(invitations::state.eq(InvitationState::Waiting.as_str())).find(id);
            let change = diesel::update(waiting)
                .set((invitations::state.eq(InvitationState::Returned.as_str()), invitations::remark.eq(remark)));
            Ok(on!(conn, c => change.execute(c))? == 1)
        })
    }

    /// Lets an invitation be sent and queues a letter to each, in one commit. Whoever asked to be invited no more gets
    /// none, and nobody gets a second one of the same campaign for the same place. Gives how many are queued; nothing where it no longer waits, and then nothing is queued.
    ///
    /// # Errors
    /// When the database fails.
    pub fn approve_invitation(
        &self,
        id: i64,
        officer: &str,
        letter: impl Fn(&Invited) -> Letter + Send + 'static,
        dispatch: Dispatch,
        today: Date,
    ) -> Result<Option<usize>, StoreError> {
        let officer = officer.to_owned();
        self.write(move |conn| {
            let waiting = invitations::table.filter(invitations::state.eq(InvitationState::Waiting.as_str())).find(id);
            let change = diesel::update(waiting).set((
                invitations::state.eq(InvitationState::Approved.as_str()),
                invitations::approved_by.eq(Some(officer)),
            ));
            if on!(&mut *conn, c => change.execute(c))? == 0 {
                return Ok(None);
            }
            let about: String =
                on!(&mut *conn, c => invitations::table.find(id).select(invitations::campaign).first(c))?;
            let theirs = invited::table.filter(invited::invitation_id.eq(id)).order(invited::line);
            let rows: Vec<InvitedRow> = on!(&mut *conn, c => theirs.load(c))?;
            let mut queued = 0;
            for row in rows {
                let (row_id, hash) = (row.id, row.address_hash.clone());
                let unwanted = uninvited::table.filter(uninvited::address_hash.eq(hash)).count();
                let unwanted: i64 = on!(&mut *conn, c => unwanted.get_result(c))?;
                let again = is_invited(conn, &about, &row.address_hash, &row.place, Some(row_id))?;
                let one = row.read(None)?;
                let mut letter_id = None;
                if let Some(to) = one.address.clone().filter(|_| unwanted == 0 && !again) {
                    let (kind, about, letter) = (LetterKind::Invitation, about.clone(), letter(&one));
                    let new = NewLetter { kind, about, to, letter };
                    letter_id = Some(queued::queue(conn, &new, dispatch, today)?);
                    queued += 1;
                }
                let moved = diesel::update(invited::table.find(row_id))
                    .set((invited::address.eq(None::<String>), invited::letter_id.eq(letter_id)));
                on!(&mut *conn, c => moved.execute(c))?;
            }
            Ok(Some(queued))
        })
    }

    /// The names of those in a list whose address has a letter of this campaign for the same place already, or waits for
    /// one under whatever name. Letters that were refused are none, nor are invitations that were sent back.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_invited_before(&self, campaign: &str, invitees: &[Invitee]) -> Result<Vec<String>, StoreError> {
        self.read(|conn| {
            let mut before = Vec::new();
            for one in invitees {
                let place = one.place.clone().unwrap_or_default();
                if is_invited(conn, campaign, &hash(&one.address), &place, None)? {
                    before.push(one.name.clone());
                }
            }
            Ok(before)
        })
    }

    /// Whoever a code belongs to is invited no more, by no campaign; says whether there is somebody.
    ///
    /// # Errors
    /// When the database fails.
    pub fn stop_inviting(&self, code: &str, today: Date) -> Result<bool, StoreError> {
        let code = code.to_owned();
        self.write(move |conn| {
            let hash = invited::table.filter(invited::code.eq(code)).select(invited::address_hash);
            let hash: Option<String> = on!(&mut *conn, c => hash.first(c).optional())?;
            let Some(hash) = hash else { return Ok(false) };
            let row = (uninvited::address_hash.eq(hash), uninvited::asked_on.eq(today.to_string()));
            let insert = diesel::insert_into(uninvited::table).values(row).on_conflict_do_nothing();
            on!(conn, c => insert.execute(c))?;
            Ok(true)
        })
    }
}

/// Whether somebody has a letter of a campaign for a place that was not refused; where no row of their own is named, also
/// whether they wait for one.
fn is_invited(
    conn: &mut Conn,
    campaign: &str,
    address_hash: &str,
    place: &str,
    own: Option<i64>,
) -> Result<bool, StoreError> {
    let theirs = invited::table
        .inner_join(invitations::table)
        .left_join(outbox::table.on(invited::letter_id.eq(outbox::id.nullable())))
        .filter(invitations::campaign.eq(campaign))
        .filter(invited::address_hash.eq(address_hash))
        .filter(invited::place.eq(place))
        .filter(invited::id.ne(own.unwrap_or(0)))
        .select((invitations::state, outbox::state.nullable()));
    let theirs: Vec<(String, Option<String>)> = on!(conn, c => theirs.load(c))?;
    Ok(theirs.iter().any(|(state, letter)| match letter {
        Some(letter) => letter != LetterState::Refused.as_str(),
        None => own.is_none() && state == InvitationState::Waiting.as_str(),
    }))
}

fn rows(
    conn: &mut Conn,
    campaign: Option<&str>,
    state: Option<InvitationState>,
) -> Result<Vec<InvitationRow>, StoreError> {
    let order = (invitations::written_on.desc(), invitations::id);
    Ok(match (campaign, state) {
        (Some(campaign), None) => {
            let theirs = invitations::table.filter(invitations::campaign.eq(campaign)).order(order);
            on!(conn, c => theirs.load(c))?
        }
        (_, Some(state)) => {
            let theirs = invitations::table.filter(invitations::state.eq(state.as_str())).order(order);
            on!(conn, c => theirs.load(c))?
        }
        (None, None) => on!(conn, c => invitations::table.order(order).load(c))?,
    })
}

/// An invitation with those it goes to.
fn whole(conn: &mut Conn, row: InvitationRow) -> Result<Invitation, StoreError> {
    let damaged = || StoreError::Damaged("invitation");
    let theirs = invited::table.filter(invited::invitation_id.eq(row.id)).order(invited::line);
    let rows: Vec<InvitedRow> = on!(&mut *conn, c => theirs.load(c))?;
    let ids: Vec<i64> = rows.iter().filter_map(|row| row.letter_id).collect();
    let letters = outbox::table.filter(outbox::id.eq_any(ids)).select((outbox::id, outbox::state, outbox::reply));
    let letters: Vec<(i64, String, Option<i32>)> = on!(&mut *conn, c => letters.load(c))?;
    let fate = |row: &InvitedRow| {
        letters.iter().find(|(id, ..)| Some(*id) == row.letter_id).map(|(_, state, reply)| (state.clone(), *reply))
    };
    let invited = rows.into_iter().map(|row| {
        let fate = fate(&row);
        row.read(fate)
    });
    Ok(Invitation {
        id: row.id,
        campaign: row.campaign,
        subject: row.subject,
        words: row.words,
        state: InvitationState::parse(&row.state).ok_or_else(damaged)?,
        remark: row.remark,
        written_by: row.written_by,
        written_on: row.written_on.parse().map_err(|_| damaged())?,
        invited: invited.collect::<Result<_, _>>()?,
    })
}

/// What is kept of an address whose owner wants no more invitations.
fn hash(address: &MailAddress) -> String {
    let digest = Sha256::new().chain_update(b"heard invited").chain_update(address.as_str().to_lowercase()).finalize();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
