//! `heard user`: who may sign in.
//!
//! Passwords are never given on the command line, where other people of the machine could read them: they come
//! from a file, from standard input, or are made here and printed once.

use std::io::{BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::serve;
use crate::config::Config;
use crate::store::{Role, Store};

/// The fewest characters a password may have.
const FEWEST_CHARACTERS: usize = 8;
/// Passwords shorter than this are taken with a word of advice.
const ADVISED_CHARACTERS: usize = 15;
/// The most bytes a password may have: hashing longer ones would only cost time.
const MOST_BYTES: usize = 128;
/// No vowels and no look-alikes: nothing rude, nothing misread.
const LETTERS: &[u8; 25] = b"bcdfghjkmnpqrstvwxz234679";

/// What to do.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    pub action: Action,
}

/// What to do with accounts.
#[derive(Debug, clap::Subcommand)]
pub enum Action {
    /// Add someone, or give them a new password or role
    Add {
        /// The name they sign in with
        name: String,
        /// member: runs campaigns and sees no answer; officer: reads answers and plans; administrator: also manages accounts
        #[arg(long, default_value = "officer", value_parser = parse_role)]
        role: Role,
        /// Take the password from the first line of this file, or of standard input with "-";
        /// otherwise one is made and printed once
        #[arg(long, value_name = "FILE")]
        password_file: Option<PathBuf>,
    },
    /// List who may sign in
    List,
    /// Erase an account; it can no longer sign in
    Erase {
        /// The name they sign in with
        name: String,
    },
}

/// Adds, lists or erases.
///
/// # Errors
/// When the name or password will not do, or the database cannot be used.
pub fn run(args: &Args, config: &Config) -> anyhow::Result<()> {
    let store = serve::open_store(config)?;
    match &args.action {
        Action::Add { name, role, password_file } => add(&store, name, *role, password_file.as_deref()),
        Action::List => {
            let users = store.list_users()?;
            for user in &users {
                println!("{:<24} {}", user.name, user.role.as_str());
            }
            println!("{} may sign in.", users.len());
            Ok(())
        }
        Action::Erase { name } => {
            if !store.erase_user(name)? {
                bail!("there is no account \"{name}\": heard user list shows the names");
            }
            println!("{name} can no longer sign in.");
            Ok(())
        }
    }
}

fn add(store: &Store, name: &str, role: Role, password_file: Option<&Path>) -> anyhow::Result<()> {
    if name.is_empty() || name.chars().count() > 64 || name.trim() != name || name.chars().any(char::is_control) {
        bail!("\"{name}\" will not do as a name: use 1 to 64 characters, with no space at either end");
    }
    let given = password_file.map(read_password).transpose()?;
    let password = match &given {
        Some(password) => password.clone(),
        None => make_password()?,
    };
    let characters = password.chars().count();
    if characters < FEWEST_CHARACTERS || password.len() > MOST_BYTES {
        bail!(
            "the password has {characters} characters: use {FEWEST_CHARACTERS} to {MOST_BYTES}, better {ADVISED_CHARACTERS} or more"
        );
    }
    store.save_user(name, &hash_password(&password), role)?;
    println!("{name} may sign in as {}.", role.as_str());
    if given.is_none() {
        println!("Password, shown this once: {password}");
    } else if characters < ADVISED_CHARACTERS {
        println!("The password is short: {ADVISED_CHARACTERS} characters or more are advised.");
    }
    Ok(())
}

fn parse_role(text: &str) -> Result<Role, String> {
    Role::parse(text).ok_or_else(|| "a role is member, officer or administrator".to_owned())
}

fn read_password(path: &Path) -> anyhow::Result<String> {
    let mut line = String::new();
    if path == Path::new("-") {
        let input = std::io::stdin();
        if input.is_terminal() {
            eprint!("Password (it will be seen as you type): ");
            std::io::stderr().flush()?;
        }
        input.lock().read_line(&mut line).context("no password could be read from standard input")?;
    } else {
        let text = std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
        line.push_str(text.lines().next().unwrap_or_default());
    }
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

/// A password of four groups of five letters and digits, about 92 bits: strong, and possible to type.
///
/// # Errors
/// When the system gives no randomness.
pub fn make_password() -> anyhow::Result<String> {
    let mut password = String::new();
    while password.len() < 23 {
        let mut byte = [0u8];
        getrandom::fill(&mut byte).map_err(|error| anyhow::anyhow!("the system gives no randomness: {error}"))?;
        // Only bytes below a multiple of 25 are used, so that every letter is as likely.
        let Some(letter) = LETTERS.get(usize::from(byte[0]) % LETTERS.len()).filter(|_| byte[0] < 250) else {
            continue;
        };
        if password.len() % 6 == 5 {
            password.push('-');
        }
        password.push(char::from(*letter));
    }
    Ok(password)
}

/// The Argon2id hash that is kept instead of a password.
pub fn hash_password(password: &str) -> String {
    password_auth::generate_hash(password)
}

/// Writes a file that only its owner may read.
///
/// # Errors
/// When it cannot be written.
pub fn write_private(path: &Path, text: &str) -> anyhow::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).with_context(|| format!("{} cannot be written", path.display()))?;
    file.write_all(text.as_bytes())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn made_passwords_differ_and_are_long_enough() {
        let (one, two) = (make_password().unwrap(), make_password().unwrap());
        assert!(one != two && one.len() == 23 && one.chars().filter(|c| *c == '-').count() == 3, "{one}");
        assert!(password_auth::verify_password(&one, &hash_password(&one)).is_ok());
        assert!(password_auth::verify_password(&two, &hash_password(&one)).is_err());
    }
}
