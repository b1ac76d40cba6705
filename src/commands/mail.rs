//! `heard mail ADDRESS`: sends one letter now through the mail server that is set, and says what came of it.
//!
//! For whoever connects a mail server. Leaves out the outbox: nothing is kept and nothing is tried again.

use anyhow::bail;

use crate::config::{Config, Mail};
use crate::letter::{Letter, MailAddress};
use crate::mail::{Fate, Mailer, Parcel};
use crate::pages::letter;

/// Where to send it.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Your own address
    #[arg(value_name = "ADDRESS")]
    pub address: String,
}

/// Sends the letter.
///
/// # Errors
/// When no mail server is set, when it cannot be used, with what to check, and when it does not take the letter.
pub fn run(args: &Args, config: &Config) -> anyhow::Result<()> {
    let Mail::Through(setup) = &config.mail else {
        bail!("no mail server is set: name one as `server` under [mail] in heard.toml, or in HEARD_MAIL_SERVER");
    };
    let Ok(to) = MailAddress::parse(&args.address) else { bail!("that is no address like name@example.org") };
    let letter =
        Letter::new("en", "Heard can send letters").saying("This letter came through the mail server that is set.");
    let mailer = Mailer::new((**setup).clone())?;
    let mut session = mailer.open()?;
    let fate = session.send(&Parcel {
        to: &to,
        subject: letter.subject(),
        plain: &letter.plain(),
        html: &letter::render(&letter).into_string(),
        message_id: &format!("try-{}", jiff::Timestamp::now().as_nanosecond()),
        leave: None,
        enclosures: &[],
    })?;
    session.close();
    match fate {
        Fate::Sent => {
            println!("{} has taken the letter. Look whether it arrives, and who it says it is from.", setup.server)
        }
        Fate::Refused(reply) => bail!("{} will not take a letter to this address (reply {reply})", setup.server),
        Fate::Later(reply) => bail!("{} does not take it now (reply {reply}): try again in some minutes", setup.server),
    }
    Ok(())
}
