//! Who is signed in, each under the hash of the token that their browser keeps.

use diesel::prelude::*;
use jiff::Timestamp;

use super::connections::Conn;
use super::tables::{sessions, users};
use super::{Role, Store, StoreError};

/// Someone signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The account's name.
    pub user: String,
    pub role: Role,
    /// What the forms of this session must send back.
    pub csrf: String,
    pub expires_at: Timestamp,
}

#[derive(Insertable)]
#[diesel(table_name = sessions, treat_none_as_default_value = false)]
struct NewSession {
    token_hash: String,
    user_name: String,
    csrf: String,
    expires_at: i64,
}

impl Store {
    /// Keeps a session of an account until a moment, and erases sessions that ended before `now`.
    ///
    /// # Errors
    /// When there is no such account or the database fails.
    pub fn save_session(
        &self,
        token_hash: &str,
        user: &str,
        csrf: &str,
        expires_at: Timestamp,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let row = NewSession {
            token_hash: token_hash.to_owned(),
            user_name: user.to_owned(),
            csrf: csrf.to_owned(),
            expires_at: expires_at.as_second(),
        };
        self.write(move |conn| {
            let ended = sessions::table.filter(sessions::expires_at.le(now.as_second()));
            on!(conn, c => diesel::delete(ended).execute(c))?;
            on!(conn, c => diesel::insert_into(sessions::table).values(&row).execute(c))?;
            Ok(())
        })
    }

    /// The session of a token, unless it has ended by `now`.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find_session(&self, token_hash: &str, now: Timestamp) -> Result<Option<Session>, StoreError> {
        let row: Option<(String, String, String, i64)> = self.read(|conn| {
            let live = sessions::table
                .inner_join(users::table)
                .filter(sessions::token_hash.eq(token_hash))
                .filter(sessions::expires_at.gt(now.as_second()))
                .select((users::name, users::role, sessions::csrf, sessions::expires_at));
            Ok(on!(conn, c => live.first(c).optional())?)
        })?;
        let Some((user, role, csrf, expires_at)) = row else { return Ok(None) };
        let role = Role::parse(&role).ok_or(StoreError::Damaged("role"))?;
        let expires_at = Timestamp::from_second(expires_at).map_err(|_| StoreError::Damaged("session"))?;
        Ok(Some(Session { user, role, csrf, expires_at }))
    }

    /// Keeps a session until another moment; nothing happens when it has ended.
    ///
    /// # Errors
    /// When the database fails.
    pub fn extend_session(&self, token_hash: &str, expires_at: Timestamp) -> Result<(), StoreError> {
        let token_hash = token_hash.to_owned();
        self.write(move |conn| {
            let theirs = sessions::table.find(&token_hash);
            on!(conn, c => diesel::update(theirs).set(sessions::expires_at.eq(expires_at.as_second())).execute(c))?;
            Ok(())
        })
    }

    /// Ends a session.
    ///
    /// # Errors
    /// When the database fails.
    pub fn erase_session(&self, token_hash: &str) -> Result<(), StoreError> {
        let token_hash = token_hash.to_owned();
        self.write(move |conn| {
            on!(conn, c => diesel::delete(sessions::table.find(&token_hash)).execute(c))?;
            Ok(())
        })
    }
}

/// Ends every session of an account.
pub(super) fn erase_of(conn: &mut Conn, user: &str) -> Result<(), StoreError> {
    on!(conn, c => diesel::delete(sessions::table.filter(sessions::user_name.eq(user))).execute(c))?;
    Ok(())
}
