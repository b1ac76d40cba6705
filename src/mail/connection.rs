//! One conversation with a mail server, step by step, because what a refusal means depends on the step it comes at.

use std::time::{Duration, SystemTime};

use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{Certificate, SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};

use super::message::{self, Parcel};
use super::{Fate, Security, Setup, Trouble};

/// How long the server may take to answer one step. RFC 5321 allows five minutes for some; a server that is this slow
/// is asked again later.
const PATIENCE: Duration = Duration::from_secs(60);
/// The reply that stands for a message that could not be made: a syntax error in what was to be sent.
const CANNOT_BE_WRITTEN: u16 = 554;

/// A mail server, ready to be spoken to.
pub struct Mailer {
    setup: Setup,
    tls: Option<TlsParameters>,
}

/// A conversation with it that is open.
pub struct Session<'a> {
    setup: &'a Setup,
    connection: SmtpConnection,
}

impl Mailer {
    /// Gets ready; connects to nothing yet.
    ///
    /// # Errors
    /// [`Trouble::Certificates`] when the certificates to trust cannot be read.
    pub fn new(setup: Setup) -> Result<Self, Trouble> {
        let tls = match setup.security {
            Security::Nothing => None,
            Security::StartTls | Security::Tls => Some(tls(&setup)?),
        };
        Ok(Self { setup, tls })
    }

    /// Connects, encrypts and signs in.
    ///
    /// # Errors
    /// [`Trouble`], whose words say what to check.
    pub fn open(&self) -> Result<Session<'_>, Trouble> {
        let setup = &self.setup;
        // The sender's domain and not this machine's name, which is nobody's business.
        let hello = ClientId::Domain(setup.from.domain().to_owned());
        let at_once = self.tls.as_ref().filter(|_| setup.security == Security::Tls);
        let address = (setup.server.as_str(), setup.port);
        let mut connection =
            SmtpConnection::connect(address, Some(PATIENCE), &hello, at_once, None).map_err(|error| reached(&error))?;
        if setup.security == Security::StartTls {
            let tls = self.tls.as_ref().ok_or(Trouble::Certificates)?;
            if !connection.can_starttls() {
                connection.abort();
                return Err(Trouble::NoEncryption);
            }
            connection.starttls(tls, &hello).map_err(|error| reached(&error))?;
        }
        if let Some((user, password)) = &setup.sign_in {
            let credentials = Credentials::new(user.clone(), password.0.clone());
            let signed_in = connection.auth(&[Mechanism::Plain, Mechanism::Login], &credentials);
            if let Err(error) = signed_in {
                connection.abort();
                return Err(match number(&error) {
                    Some(reply @ 400..500) => Trouble::NotReady(reply),
                    _ => Trouble::SignIn,
                });
            }
        }
        Ok(Session { setup, connection })
    }
}

impl Session<'_> {
    /// Hands one letter over, and says what became of it.
    ///
    /// # Errors
    /// [`Trouble`] when the server takes no letters now; this one was then not taken as far as can be known.
    pub fn send(&mut self, parcel: &Parcel<'_>) -> Result<Fate, Trouble> {
        let bytes = message::build(self.setup, parcel, SystemTime::now());
        let addresses = message::address(&self.setup.from).zip(message::address(parcel.to));
        let Some((bytes, (from, to))) = bytes.zip(addresses) else { return Ok(Fate::Refused(CANNOT_BE_WRITTEN)) };
        let eight_bits = !bytes.is_ascii() && self.connection.server_info().supports_feature(Extension::EightBitMime);
        let parameters = match eight_bits {
            true => vec![MailParameter::Body(MailBodyParameter::EightBitMime)],
            false => Vec::new(),
        };
        if let Err(error) = self.connection.command(Mail::new(Some(from), parameters)) {
            return Err(match number(&error) {
                Some(reply @ 400..500) => Trouble::NotReady(reply),
                Some(reply) => Trouble::Sender(reply),
                None => Trouble::BrokeOff,
            });
        }
        if let Err(error) = self.connection.command(Rcpt::new(to, Vec::new())) {
            return self.fate(&error);
        }
        if let Err(error) = self.connection.command(Data) {
            return self.fate(&error);
        }
        match self.connection.message(&bytes) {
            Ok(_) => Ok(Fate::Sent),
            Err(error) => self.fate(&error),
        }
    }

    /// Says goodbye. Whether the server answers changes nothing: what it took it has.
    pub fn close(mut self) {
        let _ = self.connection.quit();
    }

    /// What a refusal of this letter means; the conversation is then ready for the next.
    fn fate(&mut self, error: &Error) -> Result<Fate, Trouble> {
        let fate = match number(error) {
            // 421 at any step: the server is closing down.
            None | Some(421) => return Err(Trouble::BrokeOff),
            Some(reply @ 500..) => Fate::Refused(reply),
            Some(reply) => Fate::Later(reply),
        };
        // A server that cannot even forget is left; the next letter begins a new conversation.
        self.connection.command(Rset).map_err(|_| Trouble::BrokeOff).map(|_| fate).or(Ok(fate))
    }
}

/// What went wrong while connecting. A certificate that is not trusted is told from a network that is not there.
fn reached(error: &Error) -> Trouble {
    match number(error) {
        Some(reply) => Trouble::NotReady(reply),
        None if error.is_tls() || names_certificate(error) => Trouble::Certificate,
        None => Trouble::Unreachable,
    }
}

/// The handshake fails on the first write, as a failure of the network whose cause speaks of the certificate.
fn names_certificate(error: &Error) -> bool {
    let mut cause: Option<&dyn std::error::Error> = Some(error);
    while let Some(one) = cause {
        let said = one.to_string();
        if said.contains("certificate") || said.contains("handshake") {
            return true;
        }
        cause = one.source();
    }
    false
}

/// The number of the server's reply, where it gave one. Its words may hold the address and are passed over.
fn number(error: &Error) -> Option<u16> {
    error.status().map(Into::into)
}

fn tls(setup: &Setup) -> Result<TlsParameters, Trouble> {
    let mut builder = TlsParameters::builder(setup.server.clone());
    if let Some(pem) = &setup.certificates {
        builder = builder.add_root_certificate(Certificate::from_pem(pem).map_err(|_| Trouble::Certificates)?);
    }
    builder.build().map_err(|_| Trouble::Certificates)
}
