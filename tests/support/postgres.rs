//! A PostgreSQL of the tests' own: in a temporary folder, on a free port of 127.0.0.1, run by a user
//! without rights, one for the whole run. Each test asks for a fresh database in it.

use super::free_port;
use super::keeper::Keeper;
use super::waiting::wait_for;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

const MISSING: &str = "PostgreSQL's server is not installed: run `make test`, or apt-get install postgresql";
const SETTINGS: [&str; 6] = [
    "fsync=on",
    "synchronous_commit=on",
    "listen_addresses=127.0.0.1",
    "max_connections=200",
    "log_min_messages=warning",
    "timezone=Europe/London",
];

/// A running server. Databases made in it go with it.
pub struct Postgres {
    port: u16,
    programs: PathBuf,
    keeper: Keeper,
}

/// The address of a new, empty database, as `--database` takes it.
pub fn fresh_database() -> String {
    shared().fresh_database()
}

#[allow(dead_code, reason = "benches read nothing back")]
/// Runs SQL in the database of this address, as [`Postgres::run_sql`] does.
pub fn run_sql(address: &str, sql: &str) -> String {
    let database = address.rsplit('/').next().expect("an address ends with its database");
    shared().run_sql(database, sql).expect("the SQL is right")
}

fn shared() -> &'static Postgres {
    static SHARED: OnceLock<Postgres> = OnceLock::new();
    SHARED.get_or_init(Postgres::start)
}

impl Postgres {
    /// Makes a cluster and starts it. Another process may take the port between finding and using it, so
    /// there are three tries.
    pub fn start() -> Self {
        let programs = find_programs().expect(MISSING);
        let mut last = String::new();
        for _ in 0..3 {
            let port = free_port();
            let folder = make_cluster(&programs);
            let mut command = unprivileged();
            command.push(text(&programs.join("postgres")));
            command.extend(["-D".to_owned(), text(&folder.join("cluster")), "-p".to_owned(), port.to_string()]);
            command.extend(["-k".to_owned(), text(&folder)]);
            command.extend(SETTINGS.iter().flat_map(|setting| ["-c".to_owned(), (*setting).to_owned()]));
            let keeper = Keeper::start(&command, &folder, "INT");
            let postgres = Postgres { port, programs: programs.clone(), keeper };
            let started = wait_for(60, || {
                let answers = postgres.run_sql("postgres", "SELECT 1").is_ok();
                (answers || !postgres.keeper.is_running()).then_some(answers)
            });
            if started == Some(true) {
                return postgres;
            }
            last = postgres.keeper.log();
        }
        panic!("PostgreSQL did not start:\n{last}");
    }

    /// Makes an empty database and gives its address.
    pub fn fresh_database(&self) -> String {
        static COUNT: AtomicUsize = AtomicUsize::new(1);
        let name = format!("heard_{}", COUNT.fetch_add(1, Ordering::Relaxed));
        self.run_sql("postgres", &format!("CREATE DATABASE {name} TEMPLATE template0")).expect("a database is made");
        format!("postgres://heard@127.0.0.1:{}/{name}", self.port)
    }

    /// Runs SQL in one database; rows come back one a line, columns parted by `|`.
    pub fn run_sql(&self, database: &str, sql: &str) -> Result<String, String> {
        let output = Command::new(self.programs.join("psql"))
            .args(["-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-U", "heard"])
            .args(["-p", &self.port.to_string(), "-d", database, "-c", sql])
            .output()
            .expect(MISSING);
        let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
        if output.status.success() { Ok(said(&output.stdout)) } else { Err(said(&output.stderr)) }
    }
}

/// The folder of the newest installed server, or of the one on the path.
fn find_programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<(u32, PathBuf)> = versions
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .collect();
    folders.sort();
    let on_path = std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect::<Vec<_>>());
    let newest_first = folders.into_iter().rev().map(|(_, folder)| folder).chain(on_path.into_iter().flatten());
    newest_first
        .into_iter()
        .find(|folder| ["initdb", "postgres", "psql"].iter().all(|program| folder.join(program).is_file()))
}

/// A temporary folder with a new cluster inside, owned by the user that will run it.
fn make_cluster(programs: &Path) -> PathBuf {
    let folder = tempfile::Builder::new().prefix("heard-postgres-").tempdir().expect("a temporary folder").keep();
    if let Some((user, group)) = other_user() {
        std::os::unix::fs::chown(&folder, Some(user), Some(group)).expect("root may give a folder away");
    }
    let mut command = unprivileged();
    command.extend([text(&programs.join("initdb")), "-D".to_owned(), text(&folder.join("cluster"))]);
    let settings = ["-U", "heard", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"];
    let output = Command::new(&command[0])
        .args(&command[1..])
        .args(settings)
        .current_dir(&folder)
        .output()
        .expect("initdb can be started");
    assert!(output.status.success(), "initdb failed:\n{}", String::from_utf8_lossy(&output.stderr));
    folder
}

/// What to put before a command so that it runs without root's rights; nothing when there are none.
pub(super) fn unprivileged() -> Vec<String> {
    other_user().map_or_else(Vec::new, |(user, group)| {
        let user = format!("--reuid={user}");
        ["setpriv".to_owned(), user, format!("--regid={group}"), "--clear-groups".to_owned(), "--".to_owned()].to_vec()
    })
}

/// PostgreSQL refuses to run as root: then `postgres`, or else `nobody`, runs it.
pub(super) fn other_user() -> Option<(u32, u32)> {
    let id = |arguments: &[&str]| -> Option<u32> {
        let output = Command::new("id").args(arguments).output().ok().filter(|output| output.status.success())?;
        String::from_utf8_lossy(&output.stdout).trim().parse().ok()
    };
    if id(&["-u"]) != Some(0) {
        return None;
    }
    let of = |name: &str| Some((id(&["-u", name])?, id(&["-g", name])?));
    Some(of("postgres").or_else(|| of("nobody")).expect("a user without rights exists: postgres or nobody"))
}

fn text(path: &Path) -> String {
    path.to_str().expect("temporary folders have plain names").to_owned()
}
