//! How this Heard is set up: one struct, read once from `heard.toml`, then the environment, then flags.
//!
//! The only module that reads the environment. Leaves out what a consultation says about itself, which is in
//! its survey. Secrets are read from the environment or from a file that others cannot read, never from
//! the command line.

mod mail;

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use serde::Deserialize;

pub use mail::Mail;
use mail::{Around, MailFile};

use crate::breakdown::Policy;
use crate::finding::read_toml;

/// Where Heard listens unless told otherwise: only this machine can reach it.
const LISTEN: &str = "127.0.0.1:8080";

/// Flags that every command takes.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Flags {
    /// The folder of the database, the index and files; heard-data unless said otherwise
    #[arg(long, global = true, value_name = "DIR", help_heading = "Where things are")]
    pub data: Option<PathBuf>,
    /// Use this PostgreSQL database instead of SQLite, for example postgres://heard@localhost/heard
    #[arg(long, global = true, value_name = "URL", help_heading = "Where things are")]
    pub database: Option<String>,
}

/// How this Heard is set up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The folder of SQLite, index and files. `HEARD_DATA`, `--data`; default `heard-data`.
    pub data: PathBuf,
    /// A PostgreSQL address that replaces SQLite. `HEARD_DATABASE`, `--database`.
    pub database: Option<String>,
    /// The address to serve on. `HEARD_LISTEN`, `--listen`; default 127.0.0.1:8080, this machine only.
    pub listen: SocketAddr,
    /// The organisation named at the top of pages. `HEARD_ORGANISATION`.
    pub organisation: String,
    /// The address people type, for example `https://heard.example.gov.uk`. With `https`, cookies are for
    /// encrypted connections only. `HEARD_PUBLIC_URL`.
    pub public_url: Option<String>,
    /// How small numbers are hidden. `HEARD_THRESHOLD`, `HEARD_ROUNDING`, `HEARD_LEAST_BASE`.
    pub policy: Policy,
    /// What becomes of letters. `[mail]`, `HEARD_MAIL_…`; sends none unless a server is named.
    pub mail: Mail,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct ConfigFile {
    database: Option<String>,
    listen: Option<String>,
    organisation: Option<String>,
    public_url: Option<String>,
    threshold: Option<u64>,
    rounding: Option<u64>,
    least_base: Option<u64>,
    mail: MailFile,
}

/// Why Heard cannot start as it is set up.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    #[error("{0}")]
    File(String),
    #[error("{name} is \"{value}\": {remedy}")]
    Value { name: String, value: String, remedy: &'static str },
}

impl Config {
    /// Reads the settings: `heard.toml` in the data folder, then `HEARD_…` of the environment, then flags.
    ///
    /// # Errors
    /// [`ConfigError`] naming the file and line, or the variable, and what to write instead.
    pub fn load(flags: &Flags) -> Result<Self, ConfigError> {
        let environment = std::env::vars().filter(|(name, _)| name.starts_with("HEARD_")).collect();
        Self::from_parts(flags, &environment)
    }

    /// Where the SQLite database is.
    pub fn sqlite(&self) -> PathBuf {
        self.data.join("heard.sqlite")
    }

    /// Where the free-text index is.
    pub fn index(&self) -> PathBuf {
        self.data.join("index")
    }

    /// Whether pages are reached over TLS.
    pub fn is_https(&self) -> bool {
        self.public_url.as_deref().is_some_and(|url| url.starts_with("https://"))
    }

    fn from_parts(flags: &Flags, environment: &BTreeMap<String, String>) -> Result<Self, ConfigError> {
        let set = |name: &str| environment.get(name).filter(|value| !value.is_empty()).cloned();
        let data = flags.data.clone().or_else(|| set("HEARD_DATA").map(PathBuf::from));
        let data = data.unwrap_or_else(|| PathBuf::from("heard-data"));
        let file = read_file(&data.join("heard.toml"))?;
        let listen = set("HEARD_LISTEN").or(file.listen).unwrap_or_else(|| LISTEN.to_owned());
        let number = |name: &str, from_file: Option<u64>, default: u64| match set(name) {
            None => Ok(from_file.unwrap_or(default)),
            Some(value) => value.parse().map_err(|_| ConfigError::Value {
                name: name.to_owned(),
                value,
                remedy: "write a whole number",
            }),
        };
        let policy = Policy::default();
        let organisation =
            set("HEARD_ORGANISATION").or(file.organisation).unwrap_or_else(|| "Worcestershire".to_owned());
        let public_url = set("HEARD_PUBLIC_URL").or(file.public_url);
        let around = Around { data: &data, organisation: &organisation, public_url: public_url.as_deref() };
        let mail = mail::read(file.mail, &set, &around)?;
        Ok(Self {
            mail,
            data,
            database: flags.database.clone().or_else(|| set("HEARD_DATABASE")).or(file.database),
            listen: parse_listen(&listen)?,
            organisation,
            public_url,
            policy: Policy {
                threshold: number("HEARD_THRESHOLD", file.threshold, policy.threshold)?,
                rounding: number("HEARD_ROUNDING", file.rounding, policy.rounding)?,
                least_base: number("HEARD_LEAST_BASE", file.least_base, policy.least_base)?,
            },
        })
    }
}

/// Reads an address to listen on.
///
/// # Errors
/// When it is not an address and a port.
pub fn parse_listen(text: &str) -> Result<SocketAddr, ConfigError> {
    text.parse().map_err(|_| ConfigError::Value {
        name: "the address to listen on".to_owned(),
        value: text.to_owned(),
        remedy: "write an address and a port, for example 127.0.0.1:8080",
    })
}

/// Which log lines are written: `HEARD_LOG`, in tracing's own notation; warnings and Heard's own news by default.
/// Logs never hold answers, receipts or anything about a person.
pub fn log_filter() -> String {
    std::env::var("HEARD_LOG").unwrap_or_else(|_| "warn,heard=info".to_owned())
}

fn read_file(path: &Path) -> Result<ConfigFile, ConfigError> {
    let name = path.display().to_string();
    match std::fs::read_to_string(path) {
        Ok(text) => read_toml(&name, &text).map_err(|finding| ConfigError::File(finding.to_string())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(ConfigFile::default()),
        Err(error) => Err(ConfigError::File(format!("{name}: cannot be read: {error}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn flags_win_over_the_environment_and_the_environment_over_the_file() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("heard.toml"), "database = \"file\"\nlisten = \"127.0.0.1:1\"\n").unwrap();
        let mut flags = Flags { data: Some(folder.path().into()), database: None };
        let from_file = Config::from_parts(&flags, &BTreeMap::new()).unwrap();
        assert_eq!((from_file.database.as_deref(), from_file.listen.port()), (Some("file"), 1));
        let set = environment(&[("HEARD_DATABASE", "environment"), ("HEARD_LISTEN", "127.0.0.1:2")]);
        let from_environment = Config::from_parts(&flags, &set).unwrap();
        assert_eq!((from_environment.database.as_deref(), from_environment.listen.port()), (Some("environment"), 2));
        flags.database = Some("flag".into());
        assert_eq!(Config::from_parts(&flags, &set).unwrap().database.as_deref(), Some("flag"));
    }

    #[test]
    fn a_fresh_install_listens_to_this_machine_only() {
        let flags = Flags { data: Some("no-such-folder".into()), database: None };
        let config = Config::from_parts(&flags, &BTreeMap::new()).unwrap();
        assert!(config.listen.ip().is_loopback() && !config.is_https());
    }

    #[test]
    fn a_wrong_setting_is_named_with_its_remedy() {
        let flags = Flags { data: Some("no-such-folder".into()), database: None };
        for (name, value) in [("HEARD_LISTEN", "here"), ("HEARD_THRESHOLD", "ten")] {
            let error = Config::from_parts(&flags, &environment(&[(name, value)])).unwrap_err().to_string();
            assert!(error.contains(value) && error.contains("write"), "{error}");
        }
    }
}
