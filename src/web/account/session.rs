//! The token of a session: what the browser keeps, what the database keeps of it, and how long it lasts.

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};

/// The cookie that holds the token.
pub const COOKIE: &str = "heard-session";

/// Signed in this long at most, however busy.
const LONGEST: SignedDuration = SignedDuration::from_hours(8);
/// Signed out after this long without a page.
const IDLE: SignedDuration = SignedDuration::from_hours(1);
/// A session is not written anew for every page, but when this much of its idle time has gone.
const RENEW_AFTER: SignedDuration = SignedDuration::from_mins(5);

/// What the browser keeps: 256 random bits, and when somebody signed in. Only a hash of both is stored, so the
/// moment cannot be changed without losing the session.
#[derive(Clone, PartialEq, Eq)]
pub struct Token {
    secret: String,
    began: Timestamp,
}

impl Token {
    /// A new one that begins now.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub fn begin(now: Timestamp) -> Result<Self, getrandom::Error> {
        Ok(Self { secret: random_text()?, began: now })
    }

    /// Reads the cookie.
    pub fn parse(text: &str) -> Option<Self> {
        let (secret, began) = text.split_once('.')?;
        let is_secret = secret.len() == 64 && secret.bytes().all(|byte| byte.is_ascii_hexdigit());
        let began = Timestamp::from_second(began.parse().ok()?).ok()?;
        is_secret.then(|| Self { secret: secret.to_owned(), began })
    }

    /// The form that the cookie holds.
    pub fn to_text(&self) -> String {
        format!("{}.{}", self.secret, self.began.as_second())
    }

    /// What the database keeps the session under.
    pub fn hash(&self) -> String {
        let digest = Sha256::new().chain_update(b"heard session").chain_update(self.to_text()).finalize();
        hex(&digest)
    }

    /// When the session ends if nothing more is asked for.
    pub fn ends(&self, now: Timestamp) -> Timestamp {
        let last = self.began.saturating_add(LONGEST).unwrap_or(Timestamp::MAX);
        now.saturating_add(IDLE).unwrap_or(Timestamp::MAX).min(last)
    }

    /// Whether a session that is kept until `expires_at` should be kept longer.
    pub fn is_worth_renewing(&self, expires_at: Timestamp, now: Timestamp) -> bool {
        self.ends(now).duration_since(expires_at) >= RENEW_AFTER
    }
}

/// 256 random bits as 64 hexadecimal digits.
///
/// # Errors
/// When the system gives no randomness.
pub fn random_text() -> Result<String, getrandom::Error> {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes)?;
    Ok(hex(&bytes))
}

/// Whether two secrets are the same, in a time that does not tell where they differ.
pub fn is_same(a: &str, b: &str) -> bool {
    let digest = |text: &str| Sha256::new().chain_update(text).finalize();
    let (a, b) = (digest(a), digest(b));
    a.iter().zip(b.iter()).fold(0, |differ, (a, b)| differ | (a ^ b)) == 0
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + seconds).unwrap()
    }

    #[test]
    fn an_hour_without_a_page_or_eight_hours_in_all_end_a_session() {
        let token = Token::begin(at(0)).unwrap();
        assert_eq!(token.ends(at(0)), at(3600));
        assert_eq!(token.ends(at(7 * 3600 + 1800)), at(8 * 3600));
    }

    #[test]
    fn a_session_is_kept_longer_only_now_and_then() {
        let token = Token::begin(at(0)).unwrap();
        assert!(!token.is_worth_renewing(at(3600), at(60)));
        assert!(token.is_worth_renewing(at(3600), at(600)));
        assert!(!token.is_worth_renewing(at(8 * 3600), at(8 * 3600 - 10)));
    }

    #[test]
    fn a_token_with_another_beginning_is_another_token() {
        let token = Token::begin(at(0)).unwrap();
        let text = token.to_text();
        assert!(Token::parse(&text).is_some_and(|read| read.hash() == token.hash()));
        let later = text.replace("1800000000", "1800009999");
        assert!(Token::parse(&later).is_some_and(|read| read.hash() != token.hash()));
        for bad in ["", ".", "x.1", "é.1", &format!("{}.x", "a".repeat(64))] {
            assert!(Token::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn secrets_are_the_same_only_when_they_are() {
        assert!(is_same("abc", "abc") && !is_same("abc", "abd") && !is_same("", "a"));
    }
}
