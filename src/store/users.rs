//! Accounts of members of a youth cabinet, officers and administrators, and how often signing in has failed.

use diesel::prelude::*;
use diesel::upsert::excluded;
use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::tables::{sign_in_failures, users};
use super::{Store, StoreError, random_id};

/// This many failures …
const MOST_FAILURES: i64 = 10;
/// … within this many seconds lock an account.
const FAILURE_SECONDS: i64 = 300;

/// What an account may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Of a youth cabinet: runs campaigns and sees published figures, never an answer.
    Member,
    /// Reads answers, codes, follows plans.
    Officer,
    /// Also manages accounts.
    Administrator,
}

impl Role {
    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Officer => "officer",
            Self::Administrator => "administrator",
        }
    }

    /// Reads the stored form.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Member, Self::Officer, Self::Administrator].into_iter().find(|role| role.as_str() == text)
    }
}

/// An account.
#[derive(Clone, PartialEq, Eq)]
pub struct User {
    pub name: String,
    /// Argon2id in PHC form.
    pub password_hash: String,
    pub role: Role,
}

#[derive(Insertable, Queryable)]
#[diesel(table_name = users, treat_none_as_default_value = false)]
struct UserRow {
    name: String,
    password_hash: String,
    role: String,
}

impl UserRow {
    fn into_user(self) -> Result<User, StoreError> {
        let role = Role::parse(&self.role).ok_or(StoreError::Damaged("role"))?;
        Ok(User { name: self.name, password_hash: self.password_hash, role })
    }
}

impl Store {
    /// Keeps an account, instead of the one of this name if there is one. A new password or role ends the
    /// account's sessions.
    ///
    /// # Errors
    /// When the database fails.
    pub fn save_user(&self, name: &str, password_hash: &str, role: Role) -> Result<(), StoreError> {
        let row =
            UserRow { name: name.to_owned(), password_hash: password_hash.to_owned(), role: role.as_str().to_owned() };
        self.write(move |conn| {
            super::sessions::erase_of(conn, &row.name)?;
            on!(conn, c => diesel::insert_into(users::table)
                .values(&row)
                .on_conflict(users::name)
                .do_update()
                .set((users::password_hash.eq(excluded(users::password_hash)), users::role.eq(excluded(users::role))))
                .execute(c))?;
            Ok(())
        })
    }

    /// The account of this name.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find_user(&self, name: &str) -> Result<Option<User>, StoreError> {
        let row: Option<UserRow> =
            self.read(|conn| Ok(on!(conn, c => users::table.find(name).first(c).optional())?))?;
        row.map(UserRow::into_user).transpose()
    }

    /// Every account, by name.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_users(&self) -> Result<Vec<User>, StoreError> {
        let rows: Vec<UserRow> = self.read(|conn| Ok(on!(conn, c => users::table.load(c))?))?;
        let mut list = rows.into_iter().map(UserRow::into_user).collect::<Result<Vec<User>, _>>()?;
        // Sorted here because databases differ in how they order letters.
        list.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(list)
    }

    /// Erases an account and its sessions; false when there was none.
    ///
    /// # Errors
    /// When the database fails.
    pub fn erase_user(&self, name: &str) -> Result<bool, StoreError> {
        let name = name.to_owned();
        self.write(move |conn| {
            let erased = on!(conn, c => diesel::delete(users::table.find(&name)).execute(c))?;
            Ok(erased > 0)
        })
    }

    /// Remembers that signing in to an account failed at this moment, whether or not there is such an account.
    ///
    /// # Errors
    /// When the database fails.
    pub fn save_sign_in_failure(&self, name: &str, now: Timestamp) -> Result<(), StoreError> {
        let row = (
            sign_in_failures::id.eq(random_id()?),
            sign_in_failures::account_hash.eq(account_hash(name)),
            sign_in_failures::failed_at.eq(now.as_second()),
        );
        let old = now.as_second() - FAILURE_SECONDS;
        self.write(move |conn| {
            on!(conn, c => diesel::delete(sign_in_failures::table.filter(sign_in_failures::failed_at.le(old))).execute(c))?;
            on!(conn, c => diesel::insert_into(sign_in_failures::table).values(row).execute(c))?;
            Ok(())
        })
    }

    /// Whether an account is locked at this moment: ten failures within the last five minutes.
    ///
    /// # Errors
    /// When the database fails.
    pub fn is_locked(&self, name: &str, now: Timestamp) -> Result<bool, StoreError> {
        let account = account_hash(name);
        let old = now.as_second() - FAILURE_SECONDS;
        let failures: i64 = self.read(|conn| {
            let recent = sign_in_failures::table
                .filter(sign_in_failures::account_hash.eq(&account))
                .filter(sign_in_failures::failed_at.gt(old));
            Ok(on!(conn, c => recent.count().get_result(c))?)
        })?;
        Ok(failures >= MOST_FAILURES)
    }

    /// Forgets the failures of an account, after somebody has signed in to it.
    ///
    /// # Errors
    /// When the database fails.
    pub fn erase_sign_in_failures(&self, name: &str) -> Result<(), StoreError> {
        let account = account_hash(name);
        self.write(move |conn| {
            let failures = sign_in_failures::table.filter(sign_in_failures::account_hash.eq(account));
            on!(conn, c => diesel::delete(failures).execute(c))?;
            Ok(())
        })
    }
}

/// Names are compared without regard to capitals, so that varying them gives no more guesses.
fn account_hash(name: &str) -> String {
    let digest = Sha256::new().chain_update(b"heard account").chain_update(name.trim().to_lowercase()).finalize();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
