//! Sending a letter through the organisation's own mail server by SMTP.
//!
//! The only module that knows the mail library. It says what became of each letter in three words (sent, refused,
//! later) and keeps apart what is wrong with a letter from what is wrong with the server or with how Heard is set up,
//! so that a wrong password never costs anybody their letter. Leaves out when to send and what waits (`worker`, `store`).

mod connection;
mod message;

use std::fmt;

pub use connection::{Mailer, Session};
pub use message::Parcel;

use crate::letter::MailAddress;

/// How the way to the mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// Begins in plain and must turn to TLS before anything is said; port 587 as a rule.
    StartTls,
    /// TLS from the first byte; port 465 as a rule.
    Tls,
    /// Not at all: for a relay on the same machine or inside the organisation's own network. Takes no password.
    Nothing,
}

impl Security {
    /// Reads `starttls`, `tls` or `none`.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "starttls" => Some(Self::StartTls),
            "tls" => Some(Self::Tls),
            "none" => Some(Self::Nothing),
            _ => None,
        }
    }

    /// The port that servers listen on for it.
    pub fn usual_port(self) -> u16 {
        match self {
            Self::StartTls => 587,
            Self::Tls => 465,
            Self::Nothing => 25,
        }
    }
}

/// A password. Shows itself to nobody.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(pub String);

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// Which server takes the letters, and who sends them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setup {
    /// The server's name, which its certificate must bear.
    pub server: String,
    pub port: u16,
    pub security: Security,
    /// The account at the server, where it asks for one.
    pub sign_in: Option<(String, Password)>,
    /// Certificates, as PEM, that are trusted beside the system's own: an organisation's own authority.
    pub certificates: Option<Vec<u8>>,
    /// Named beside the sender's address.
    pub organisation: String,
    pub from: MailAddress,
    pub reply_to: Option<MailAddress>,
}

/// What became of one letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// The server has taken it on.
    Sent,
    /// The server will never take it: the SMTP reply, such as 550.
    Refused(u16),
    /// The server does not take it now: the SMTP reply, such as 451.
    Later(u16),
}

/// Why no letter can be sent at all at this moment. None of them is any letter's fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    #[error("the mail server cannot be reached: check `server` and `port`, and that this machine may connect to it")]
    Unreachable,
    #[error(
        "the mail server offers no encryption: set `security` to the one it offers, or ask whoever runs it for STARTTLS"
    )]
    NoEncryption,
    #[error(
        "the mail server's certificate is not trusted or is for another name: check `server`, or name the \
         organisation's own authority in `certificate_file`"
    )]
    Certificate,
    #[error("the mail server does not take the sign-in: check `user` and the password")]
    SignIn,
    #[error(
        "the mail server does not let this sender send (reply {0}): check `from`, and what this account may send as"
    )]
    Sender(u16),
    #[error("the mail server is not ready (reply {0}): it is asked again by itself")]
    NotReady(u16),
    #[error("the conversation with the mail server broke off: it is taken up again by itself")]
    BrokeOff,
    #[error("the certificates of `certificate_file` cannot be read: it must hold certificates as PEM")]
    Certificates,
}
