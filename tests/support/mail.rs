//! A mail server of the tests' own: Exim, as organisations run it, in a temporary folder, on free ports of 127.0.0.1,
//! run by a user without rights. It encrypts with a certificate made for it, asks for a sign-in, and keeps what it takes
//! in a folder, one file a message.
//!
//! It refuses whoever is called `refused`, puts off whoever is called `later`, and lets nobody send as
//! `anyone@forbidden.example`.

use super::free_port;
use super::keeper::Keeper;
use super::postgres::{other_user, unprivileged};
use super::waiting::wait_for;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Command;

const MISSING: &str = "the mail server is not installed: run `make test`, or apt-get install exim4-daemon-light";
/// The account that may send.
pub const USER: &str = "heard";
pub const PASSWORD: &str = "long and secret";

/// The server, running or not; what it took stays until this is dropped.
pub struct MailServer {
    /// STARTTLS.
    pub port: u16,
    /// TLS from the first byte.
    pub tls_port: u16,
    /// Neither, and no sign-in: STARTTLS is not offered.
    pub plain_port: u16,
    folder: PathBuf,
    keepers: Vec<Keeper>,
}

impl MailServer {
    /// Makes it and starts it.
    pub fn start() -> Self {
        let folder = tempfile::Builder::new().prefix("heard-mail-").tempdir().expect("a temporary folder").keep();
        let mut server =
            Self { port: free_port(), tls_port: free_port(), plain_port: free_port(), folder, keepers: Vec::new() };
        server.make_certificate();
        std::fs::create_dir(server.folder.join("run")).expect("a folder");
        for (name, settings) in [("tls.conf", server.settings(true)), ("plain.conf", server.settings(false))] {
            std::fs::write(server.folder.join(name), settings).expect("a file");
        }
        if let Some((user, group)) = other_user() {
            give(&server.folder, user, group);
        }
        server.go_on();
        server
    }

    /// Starts it again with what it had.
    pub fn go_on(&mut self) {
        for name in ["tls.conf", "plain.conf"] {
            let config = self.folder.join(name);
            // Each run has a folder of its own, because its keeper removes it.
            let run = tempfile::Builder::new().prefix("heard-mail-run-").tempdir().expect("a folder").keep();
            let mut command = unprivileged();
            command.extend(["/usr/sbin/exim4", "-bdf", "-C"].map(str::to_owned));
            command.push(config.to_str().expect("a plain path").to_owned());
            assert!(Path::new("/usr/sbin/exim4").exists(), "{MISSING}");
            self.keepers.push(Keeper::start(&command, &run, "TERM"));
        }
        for port in [self.port, self.tls_port, self.plain_port] {
            let listens = wait_for(20, || TcpStream::connect(("127.0.0.1", port)).ok());
            assert!(listens.is_some(), "the mail server did not start: {}", self.keepers[0].log());
        }
    }

    /// Stops it; whoever asks is refused by the system.
    pub fn stop(&mut self) {
        self.keepers.clear();
        let gone = wait_for(20, || TcpStream::connect(("127.0.0.1", self.port)).is_err().then_some(()));
        assert!(gone.is_some(), "the mail server still listens");
    }

    /// The certificate that it shows, as PEM.
    pub fn certificate(&self) -> PathBuf {
        self.folder.join("certificate.pem")
    }

    /// What stands in `heard.toml` to send through it.
    pub fn config(&self, data: &Path) -> String {
        let password = data.join("mail-password");
        std::fs::write(&password, format!("{PASSWORD}\n")).expect("a file");
        std::fs::set_permissions(&password, std::os::unix::fs::PermissionsExt::from_mode(0o600)).expect("a file");
        format!(
            "public_url = \"http://heard.example\"\n[mail]\nserver = \"localhost\"\nport = {}\nuser = \"{USER}\"\n\
             password_file = \"mail-password\"\ncertificate_file = \"{}\"\nfrom = \"heard@council.example\"\n\
             reply_to = \"people@council.example\"\n",
            self.port,
            self.certificate().display(),
        )
    }

    /// Every message it has taken, as it keeps them.
    pub fn messages(&self) -> Vec<Vec<u8>> {
        let entries = std::fs::read_dir(self.folder.join("run/mail/new")).into_iter().flatten().flatten();
        let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        files.sort();
        files.iter().filter_map(|file| std::fs::read(file).ok()).collect()
    }

    /// Waits until it has taken so many messages, and gives them.
    pub fn wait_for(&self, count: usize) -> Vec<Vec<u8>> {
        let enough = wait_for(60, || Some(self.messages()).filter(|messages| messages.len() >= count));
        enough.unwrap_or_else(|| panic!("only {} of {count} messages came", self.messages().len()))
    }

    /// How many letters it refused or put off for anybody called this.
    pub fn times_refused(&self, name: &str) -> usize {
        let log = std::fs::read_to_string(self.folder.join("run/mainlog")).unwrap_or_default();
        log.lines().filter(|line| line.contains(&format!("rejected RCPT <{name}@"))).count()
    }

    fn make_certificate(&self) {
        let path = |name: &str| self.folder.join(name).to_str().expect("a plain path").to_owned();
        let output = Command::new("openssl")
            .args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"])
            .args(["-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"])
            .args(["-addext", "basicConstraints=critical,CA:FALSE", "-keyout", &path("key.pem")])
            .args(["-out", &path("certificate.pem")])
            .output()
            .expect("openssl is not installed: run `make test`, or apt-get install openssl");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    fn settings(&self, encrypted: bool) -> String {
        let (user, group) = other_user().unwrap_or_else(own_user);
        let folder = self.folder.display();
        let (ports, sign_in) = match encrypted {
            true => (format!("{} : {}", self.port, self.tls_port), "deny !authenticated = *"),
            false => (self.plain_port.to_string(), ""),
        };
        let tls = match encrypted {
            true => format!(
                "tls_advertise_hosts = *\ntls_certificate = {folder}/certificate.pem\ntls_privatekey = {folder}/key.pem\n\
                 tls_on_connect_ports = {}\n",
                self.tls_port
            ),
            false => "tls_advertise_hosts =\n".to_owned(),
        };
        include_str!("exim.conf")
            .replace("USER", &user.to_string())
            .replace("GROUP", &group.to_string())
            .replace("FOLDER", &format!("{folder}/run"))
            .replace("PORTS", &ports)
            .replace("# TLS\n", &tls)
            .replace("# SIGN IN", sign_in)
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.keepers.clear();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn own_user() -> (u32, u32) {
    let said = std::fs::metadata("/proc/self").expect("a process has an owner");
    (std::os::unix::fs::MetadataExt::uid(&said), std::os::unix::fs::MetadataExt::gid(&said))
}

fn give(path: &Path, user: u32, group: u32) {
    std::os::unix::fs::chown(path, Some(user), Some(group)).expect("root may give a file away");
    for entry in std::fs::read_dir(path).into_iter().flatten().flatten() {
        give(&entry.path(), user, group);
    }
}
