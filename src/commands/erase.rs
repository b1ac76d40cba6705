//! `heard erase RECEIPT`: erases the response of someone who asks for it, for example by telephone.
//!
//! The same as the person could do on the receipt page. Leaves out backups, which are replaced on their own rotation.

use anyhow::bail;

use super::serve;
use crate::config::Config;
use crate::survey::Receipt;

/// Whose response to erase.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The code of the last page, in any case, with or without spaces and hyphens
    #[arg(value_name = "RECEIPT", required = true)]
    pub receipt: Vec<String>,
}

/// Erases the response from the database; the running server takes it out of the index within a second.
///
/// # Errors
/// When the code is not one, or no response has it.
pub fn run(args: &Args, config: &Config) -> anyhow::Result<()> {
    let Some(receipt) = Receipt::parse(&args.receipt.concat()) else {
        bail!("that is not a whole receipt: it has 26 letters and digits, without I, L, O and U");
    };
    if !serve::open_store(config)?.erase(&receipt.hash())? {
        bail!("no response has this receipt: it may be mistyped, or already erased");
    }
    println!("The response is erased: its answers, themes and redactions.");
    Ok(())
}
