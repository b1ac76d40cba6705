//! One ready town that the officers' journeys share: the demo's invented responses, an officer signed in, and an
//! answer that tries to be a script.

use std::path::Path;
use std::sync::OnceLock;

use crate::support::http::Visitor;
use crate::support::server::{Server, heard};
use crate::support::waiting::wait_for;

/// Where the consultation's pages for officers are.
pub const CONSULTATION: &str = "/officer/c/worcestershire-cypp";
/// Where its plan is.
pub const PLAN: &str = "/officer/plans/worcestershire-cypp-2014";
/// A word that only the hostile answer has.
pub const HOSTILE_WORD: &str = "zeppelinriot";

pub struct Town {
    /// The data folder, which lives as long as the server.
    folder: tempfile::TempDir,
    pub server: Server,
    pub password: String,
    member_password: String,
    administrator_password: String,
}

impl Town {
    /// Somebody who has signed in as the officer.
    pub fn officer(&self) -> Visitor {
        self.sign_in("officer", &self.password, "/officer")
    }

    /// Somebody who has signed in as a member of the youth cabinet.
    pub fn member(&self) -> Visitor {
        self.sign_in("member", &self.member_password, "/campaigns")
    }

    /// Somebody who has signed in as the administrator.
    pub fn administrator(&self) -> Visitor {
        self.sign_in("administrator", &self.administrator_password, "/officer")
    }

    /// What the member signs in with.
    pub fn member_password(&self) -> &str {
        &self.member_password
    }

    /// Somebody who has signed in as one more officer, of this name.
    pub fn another_officer(&self, name: &str) -> Visitor {
        let password = self.folder.path().join(format!("{name}.txt"));
        std::fs::write(&password, "kingfisher over the weir").expect("a file");
        let (data, file) = (self.folder.path().to_str().expect("a plain path"), password.to_str().expect("a path"));
        let added = heard(&["user", "add", name, "--password-file", file, "--data", data]);
        assert_eq!(added.status, Some(0), "{added:?}");
        self.sign_in(name, "kingfisher over the weir", "/officer")
    }

    /// The town's own database, beside the server that serves it.
    pub fn store(&self) -> heard::store::Store {
        let file = heard::store::Location::Sqlite(self.folder.path().join("heard.sqlite"));
        heard::store::Store::open(&file).expect("the town's database opens")
    }

    fn sign_in(&self, name: &str, password: &str, first: &str) -> Visitor {
        let visitor = Visitor::new(&self.server.address);
        let signed_in = visitor.submit(&visitor.get("/sign-in"), &[("name", name), ("password", password)]);
        assert_eq!((signed_in.status, signed_in.redirects_to()), (303, Some(first.to_owned())), "{}", signed_in.body);
        visitor
    }
}

/// The town, made once for all journeys.
pub fn town() -> &'static Town {
    static TOWN: OnceLock<Town> = OnceLock::new();
    TOWN.get_or_init(fresh)
}

/// A town of one's own, for a journey that changes what others look at.
pub fn fresh() -> Town {
    fresh_with(|_| String::new())
}

/// The same with settings, which may lay files beside themselves in the data folder.
pub fn fresh_with(settings: impl FnOnce(&Path) -> String) -> Town {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().to_str().expect("a plain path");
    let made = heard(&["demo", "--no-serve", "--data", data]);
    assert_eq!(made.status, Some(0), "{made:?}");
    let password_of = |name: &str| {
        let line = made.output.lines().find(|line| line.trim_start().starts_with(name)).expect("a sign-in is printed");
        line.split_whitespace().last().expect("a password").to_owned()
    };
    let (password, member_password) = (password_of("officer "), password_of("member "));
    let administrator_password = password_of("administrator ");
    let hostile = folder.path().join("hostile.csv");
    let answer = format!("<svg onload=alert(1)> {HOSTILE_WORD} <script>alert(2)</script> ring 07700 900123");
    std::fs::write(&hostile, format!("id,perspective,district,important\nX1,citizen,redditch,{answer}\n"))
        .expect("a file");
    let imported = heard(&["import", "worcestershire-cypp", hostile.to_str().expect("a plain path"), "--data", data]);
    assert_eq!(imported.status, Some(0), "{imported:?}");
    let settings = settings(folder.path());
    std::fs::write(folder.path().join("heard.toml"), settings).expect("a file");
    let server = Server::start(folder.path(), &[]);
    let town = Town { folder, server, password, member_password, administrator_password };
    let officer = town.officer();
    let search = format!("{CONSULTATION}/search?words={HOSTILE_WORD}");
    let found =
        wait_for(30, || officer.get(&search).body.contains(&format!("<mark>{HOSTILE_WORD}</mark>")).then_some(()));
    assert!(found.is_some(), "the worker brings what was imported into the index");
    town
}
