//! `[mail]` of `heard.toml` and `HEARD_MAIL_…`: through which server letters go, and who sends them.
//!
//! Nothing is guessed: without `server` no letter is ever sent, and what is half set up is refused with what is missing.
//! A password stands in the environment or in a file that its owner alone can read, never in `heard.toml`.

use std::net::IpAddr;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::ConfigError;
use crate::letter::MailAddress;
use crate::mail::{Password, Security, Setup};

/// What becomes of letters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Mail {
    /// No server is set: nothing is sent and nothing is kept, and pages say so.
    #[default]
    Off,
    /// Letters are kept to be looked at and never sent: in the town that `heard demo` makes.
    Kept,
    /// Letters go through this server.
    Through(Box<Setup>),
}

/// The table `[mail]`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct MailFile {
    server: Option<String>,
    port: Option<u16>,
    security: Option<String>,
    user: Option<String>,
    password_file: Option<PathBuf>,
    certificate_file: Option<PathBuf>,
    from: Option<String>,
    reply_to: Option<String>,
}

/// What other settings mail depends on.
pub(super) struct Around<'a> {
    /// Where `heard.toml` is; files it names are found from there.
    pub(super) data: &'a Path,
    pub(super) organisation: &'a str,
    pub(super) public_url: Option<&'a str>,
}

/// Reads the settings; `set` gives what a variable of the environment says.
///
/// # Errors
/// [`ConfigError`] naming the setting and what to write.
pub(super) fn read(
    file: MailFile,
    set: &dyn Fn(&str) -> Option<String>,
    around: &Around<'_>,
) -> Result<Mail, ConfigError> {
    let server = set("HEARD_MAIL_SERVER").or(file.server);
    let from = set("HEARD_MAIL_FROM").or(file.from);
    let Some(server) = server else {
        return match from {
            None => Ok(Mail::Off),
            Some(from) => Err(wrong("mail.from", from, "name the server too, as `server`, or leave `from` out")),
        };
    };
    let Some(from) = from else {
        return Err(wrong("mail.from", String::new(), "write the address that letters come from"));
    };
    if !around.public_url.is_some_and(|url| url.starts_with("https://") || url.starts_with("http://")) {
        let found = around.public_url.unwrap_or_default().to_owned();
        return Err(wrong(
            "public_url",
            found,
            "letters hold links: write the address that people type, with https://",
        ));
    }
    let security = set("HEARD_MAIL_SECURITY").or(file.security).unwrap_or_else(|| "starttls".to_owned());
    let security = Security::parse(&security)
        .ok_or_else(|| wrong("mail.security", security, "write \"starttls\", \"tls\" or \"none\""))?;
    let port = match set("HEARD_MAIL_PORT") {
        None => file.port.unwrap_or(security.usual_port()),
        Some(text) => text.parse().map_err(|_| wrong("mail.port", text, "write a number up to 65535"))?,
    };
    let named = |name: &str, from_file: Option<PathBuf>| {
        set(name).map(PathBuf::from).or(from_file).map(|path| around.data.join(path))
    };
    let password = match set("HEARD_MAIL_PASSWORD") {
        Some(password) => Some(password),
        None => named("HEARD_MAIL_PASSWORD_FILE", file.password_file).map(|path| read_secret(&path)).transpose()?,
    };
    let sign_in = sign_in(set("HEARD_MAIL_USER").or(file.user), password)?;
    if sign_in.is_some() && security == Security::Nothing && !is_this_machine(&server) {
        let remedy = "a password would be read on its way: write \"starttls\" or \"tls\"";
        return Err(wrong("mail.security", "none".to_owned(), remedy));
    }
    let certificates = named("HEARD_MAIL_CERTIFICATE_FILE", file.certificate_file);
    Ok(Mail::Through(Box::new(Setup {
        server,
        port,
        security,
        sign_in,
        certificates: certificates
            .map(|path| std::fs::read(&path).map_err(|error| unreadable(&path, &error)))
            .transpose()?,
        organisation: around.organisation.to_owned(),
        from: address("mail.from", from)?,
        reply_to: set("HEARD_MAIL_REPLY_TO")
            .or(file.reply_to)
            .map(|text| address("mail.reply_to", text))
            .transpose()?,
    })))
}

fn wrong(name: &str, value: String, remedy: &'static str) -> ConfigError {
    ConfigError::Value { name: name.to_owned(), value, remedy }
}

fn unreadable(path: &Path, error: &std::io::Error) -> ConfigError {
    ConfigError::File(format!("{}: cannot be read: {error}", path.display()))
}

fn address(name: &str, text: String) -> Result<MailAddress, ConfigError> {
    MailAddress::parse(&text)
        .map_err(|_| wrong(name, text, "write one plain address, for example consultations@council.example"))
}

fn sign_in(user: Option<String>, password: Option<String>) -> Result<Option<(String, Password)>, ConfigError> {
    match (user, password) {
        (None, None) => Ok(None),
        (Some(user), Some(password)) => Ok(Some((user, Password(password)))),
        (Some(user), None) => Err(wrong(
            "mail.user",
            user,
            "give its password too, in HEARD_MAIL_PASSWORD or in a file that `password_file` names",
        )),
        (None, Some(_)) => Err(wrong("mail.user", String::new(), "a password is set: write whose it is")),
    }
}

fn is_this_machine(server: &str) -> bool {
    server == "localhost" || server.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// A password from a file that nobody else can read. The line's end is no part of it.
fn read_secret(path: &Path) -> Result<String, ConfigError> {
    let said = std::fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if is_open_to_others(&said) {
        let path = path.display();
        return Err(ConfigError::File(format!("{path}: others can read this password: run chmod 600 {path}")));
    }
    let text = std::fs::read_to_string(path).map_err(|error| unreadable(path, &error))?;
    let secret = text.trim_end_matches(['\r', '\n']).to_owned();
    match secret.is_empty() {
        true => Err(ConfigError::File(format!("{}: holds no password", path.display()))),
        false => Ok(secret),
    }
}

#[cfg(unix)]
fn is_open_to_others(said: &std::fs::Metadata) -> bool {
    std::os::unix::fs::PermissionsExt::mode(&said.permissions()) & 0o077 != 0
}

#[cfg(not(unix))]
fn is_open_to_others(_: &std::fs::Metadata) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_with(toml: &str, pairs: &[(&str, &str)], data: &Path) -> Result<Mail, ConfigError> {
        let set = |name: &str| pairs.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        let around = Around { data, organisation: "Council", public_url: Some("https://heard.example") };
        read(toml::from_str(toml).unwrap(), &set, &around)
    }

    const SET: &str = "server = \"mail.council.example\"\nfrom = \"heard@council.example\"\n";

    #[test]
    fn without_a_server_nothing_is_sent_and_with_one_it_is_encrypted() {
        let data = Path::new("no-such-folder");
        assert_eq!(read_with("", &[], data).unwrap(), Mail::Off);
        let Mail::Through(setup) = read_with(SET, &[], data).unwrap() else { panic!("no server") };
        assert_eq!((setup.security, setup.port, setup.sign_in), (Security::StartTls, 587, None));
        let Mail::Through(setup) = read_with(SET, &[("HEARD_MAIL_SECURITY", "tls")], data).unwrap() else { panic!() };
        assert_eq!((setup.security, setup.port), (Security::Tls, 465));
    }

    #[test]
    fn what_is_half_set_up_or_unsafe_is_named_with_its_remedy() {
        let data = Path::new("no-such-folder");
        type Case<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a str);
        let cases: [Case<'_>; 9] = [
            ("server = \"a.example\"", &[], "mail.from"),
            ("from = \"a@b.example\"", &[], "server"),
            (SET, &[("HEARD_MAIL_FROM", "Council <a@b.example>")], "one plain address"),
            (SET, &[("HEARD_MAIL_REPLY_TO", "a@b.example\r\nBcc: c@d.example")], "mail.reply_to"),
            (SET, &[("HEARD_MAIL_SECURITY", "ssl")], "starttls"),
            (SET, &[("HEARD_MAIL_PORT", "99999")], "mail.port"),
            (SET, &[("HEARD_MAIL_USER", "heard")], "HEARD_MAIL_PASSWORD"),
            (SET, &[("HEARD_MAIL_PASSWORD", "x")], "whose it is"),
            (
                SET,
                &[("HEARD_MAIL_SECURITY", "none"), ("HEARD_MAIL_USER", "u"), ("HEARD_MAIL_PASSWORD", "secret-words")],
                "read on its way",
            ),
        ];
        for (toml, pairs, expected) in cases {
            let error = read_with(toml, pairs, data).unwrap_err().to_string();
            assert!(error.contains(expected) && !error.contains("secret-words"), "{error}");
        }
        let nowhere = Around { data, organisation: "Council", public_url: None };
        let error = read(toml::from_str(SET).unwrap(), &|_| None, &nowhere).unwrap_err().to_string();
        assert!(error.contains("public_url"), "{error}");
    }

    #[cfg(unix)]
    #[test]
    fn a_password_file_that_others_can_read_is_refused() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mail-password");
        std::fs::write(&path, "long and secret\n").unwrap();
        let toml = format!("{SET}user = \"heard\"\npassword_file = \"mail-password\"\n");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
        let error = read_with(&toml, &[], folder.path()).unwrap_err().to_string();
        assert!(error.contains("chmod 600"), "{error}");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
        let Mail::Through(setup) = read_with(&toml, &[], folder.path()).unwrap() else { panic!("no server") };
        assert_eq!(setup.sign_in, Some(("heard".to_owned(), Password("long and secret".to_owned()))));
        assert!(!format!("{setup:?}").contains("secret"), "a password shows itself to nobody");
    }
}
