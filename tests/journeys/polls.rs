//! A server with one ballot of its own, for journeys of people who vote, teachers and officers.

use std::path::Path;

use jiff::ToSpan;
use jiff::civil::DateTime;

use crate::support::http::{Page, Visitor};
use crate::support::server::{Server, heard};
use crate::support::{browser, qr};

pub const PASSWORD: &str = "kingfisher over the weir";

/// A server with one ballot of its own, and an officer.
pub struct Polls {
    pub folder: tempfile::TempDir,
    pub server: Server,
    pub key: &'static str,
    /// What of the bundled ballot's file is other here.
    changes: &'static [(&'static str, &'static str)],
}

pub fn london() -> DateTime {
    jiff::tz::TimeZone::get("Europe/London").expect("a time zone").to_datetime(jiff::Timestamp::now())
}

impl Polls {
    pub fn open(key: &'static str, changes: &'static [(&'static str, &'static str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        write(folder.path(), key, changes, 1);
        let (data, file) = (folder.path().to_str().expect("a path"), folder.path().join("password.txt"));
        std::fs::write(&file, PASSWORD).expect("a file");
        for name in ["zoe", "adam", "ivy"] {
            let added =
                heard(&["user", "add", name, "--password-file", file.to_str().expect("a path"), "--data", data]);
            assert_eq!(added.status, Some(0), "{added:?}");
        }
        let server = Server::start(folder.path(), &[]);
        Self { folder, server, key, changes }
    }

    /// Lets the ballot have closed an hour ago.
    pub fn close(&mut self) {
        self.server.stop();
        write(self.folder.path(), self.key, self.changes, -1);
        self.server.restart();
    }

    pub fn officer(&self, name: &str) -> Visitor {
        let visitor = Visitor::new(&self.server.address);
        let signed_in = visitor.submit(&visitor.get("/sign-in"), &[("name", name), ("password", PASSWORD)]);
        assert_eq!(signed_in.status, 303, "{}", signed_in.body);
        visitor
    }

    pub fn at(&self, rest: &str) -> String {
        format!("/b/{}{rest}", self.key)
    }

    pub fn desk(&self, rest: &str) -> String {
        format!("/officer/b/{}{rest}", self.key)
    }

    /// Adds a place and gives its identifier.
    pub fn place(&self, officer: &Visitor, name: &str) -> String {
        let page = officer.get(&self.desk(""));
        let form = page.forms().into_iter().find(|form| form.action.ends_with("/places")).expect("a form");
        let fields = [("name", name), ("district", "redditch"), ("entitled", "900")];
        let added = officer.submit_form(&form, &fields).redirects_to().expect("it is added");
        added.split("#place-").nth(1).expect("its place").to_owned()
    }

    /// Makes vouchers for a place, and gives the page that offers the slips.
    pub fn make_vouchers(&self, officer: &Visitor, place: &str, number: &str) -> Page {
        let page = officer.get(&self.desk(&format!("/vouchers?place={place}")));
        let made = officer.submit(&page, &[(&format!("number-{place}"), number)]);
        assert_eq!(made.status, 303, "{}", made.text());
        officer.follow(made)
    }

    /// The slips of a page that offers them, as they are downloaded.
    pub fn slips(&self, officer: &Visitor, ready: &Page) -> Vec<u8> {
        let form = ready.forms().into_iter().find(|form| form.action.contains("/vouchers/")).expect("a form");
        let sent = officer.client().post(officer.whole(&form.action)).form(&form.fields).send().expect("an answer");
        assert_eq!(sent.status(), 200);
        sent.bytes().expect("a file").to_vec()
    }

    /// Makes vouchers for a place and reads their codes from the printed slips, as a phone would.
    pub fn vouchers(&self, officer: &Visitor, place: &str, number: &str) -> Vec<String> {
        let slips = self.slips(officer, &self.make_vouchers(officer, place, number));
        let read = qr::codes_of_slips(&slips).concat();
        read.iter().map(|address| address.split("/v/").nth(1).expect("a code").to_owned()).collect()
    }

    /// Votes with what the paper's fields say, from the start page to thanks.
    pub fn vote(&self, visitor: &Visitor, code: Option<&str>, fields: &[(&str, &str)]) -> Page {
        let code = code.map(|code| ("code", code));
        let begun = visitor.post_form(&self.at(""), code.as_slice());
        assert_eq!(begun.redirects_to(), Some(self.at("/paper")), "{}", begun.text());
        let paper = visitor.get(&self.at("/paper"));
        let check = visitor.submit(&paper, fields);
        assert!(check.status == 200 && check.text().contains("Check your vote"), "{}", check.text());
        visitor.follow(visitor.submit(&check, &[]))
    }
}

/// Writes the ballot's folder; it opened a day ago and closes so many hours from now.
pub fn write(data: &Path, key: &str, changes: &[(&str, &str)], hours: i64) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("surveys/make-your-mark");
    let folder = data.join("surveys").join(key);
    std::fs::create_dir_all(folder.join("wording")).expect("a folder");
    for language in ["en", "cy", "pl", "ro", "ur"] {
        let file = format!("wording/{language}.toml");
        std::fs::copy(from.join(&file), folder.join(&file)).expect("a copy");
    }
    let mut text = std::fs::read_to_string(from.join("ballot.toml")).expect("the bundled ballot");
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    let now = london();
    let time = |at: DateTime| at.strftime("%Y-%m-%dT%H:%M:%S").to_string();
    let line = |line: &str| match line.split(" = ").next() {
        Some("key") if line.contains("make-your-mark") => format!("key = \"{key}\"\n"),
        Some("opens") => format!("opens = \"{}\"\n", time(now.saturating_sub(1.days()))),
        Some("closes") => format!("closes = \"{}\"\n", time(now.saturating_add(hours.hours()))),
        _ => format!("{line}\n"),
    };
    std::fs::write(folder.join("ballot.toml"), text.lines().map(line).collect::<String>()).expect("a file");
}

pub const OPEN: &[(&str, &str)] = &[("vouchers = true\n", "")];
pub const RANKED: &[(&str, &str)] = &[
    ("kind = \"choose\"\nat_most = 1", "kind = \"rank\"\nat_most = 3"),
    ("method = \"plurality\"", "method = \"stv\""),
    ("vouchers = true\n", ""),
];

/// Keeps a picture of the page where a person asks for them with `HEARD_PICTURES`.
pub fn picture(browser: &browser::Browser, name: &str) {
    if let Ok(folder) = std::env::var("HEARD_PICTURES") {
        std::fs::create_dir_all(&folder).expect("a folder");
        browser.screenshot(&Path::new(&folder).join(format!("{name}.png")));
    }
}

pub fn looked_at(browser: &browser::Browser, address: &str, name: &str) {
    for width in [320, 1280] {
        browser.viewport(width, 900);
        browser.goto(address);
        assert!(!browser.scrolls_sideways(), "{address} at {width}");
        browser.assert_no_barriers();
        picture(browser, &format!("{name}-{width}"));
    }
}
