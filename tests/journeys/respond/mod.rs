//! Someone answers: a child, a parent, a class at once, someone in a hurry to leave; and those who would harm them.

mod answering;
mod kinds;
mod coming_back;
mod correcting;
mod going_back;
mod groups;
mod languages;
mod limits;
mod looking;
mod looking_further;
mod naughty;
mod notice;
mod on_paper;
mod receipts;
mod safety;
mod sharing;

use std::path::{Path, PathBuf};

use heard::store::{Location, Store, StoredResponse};
use jiff::ToSpan;
use jiff::civil::Date;

use super::support::http::{Page, Visitor};
use super::support::server::Server;

/// The bundled consultation's key.
pub const KEY: &str = "worcestershire-cypp";
/// The start of its addresses.
pub const START: &str = "/c/worcestershire-cypp";
/// Its questions in free text, in order.
pub const TEXTS: [&str; 5] = ["important", "challenges", "improve", "monarch", "keep"];

/// A server on its own folder.
pub struct Town {
    pub server: Server,
    data: tempfile::TempDir,
}

impl Town {
    /// A consultation that is open today, whenever that is.
    pub fn open() -> Self {
        Self::with("", |today| (today.saturating_sub(3.days()), today.saturating_add(3.days())))
    }

    /// A consultation with other days, and a `heard.toml`.
    pub fn with(settings: &str, days: impl Fn(Date) -> (Date, Date)) -> Self {
        let data = tempfile::tempdir().expect("a temporary folder");
        let (opens, closes) = days(heard::web::today());
        copy_surveys(data.path(), opens, closes);
        std::fs::write(data.path().join("heard.toml"), settings).expect("settings can be written");
        Self { server: Server::start(data.path(), &[]), data }
    }

    /// Somebody new, with a browser of their own.
    pub fn visitor(&self) -> Visitor {
        Visitor::new(&self.server.address)
    }

    /// The folder with all that is its own.
    pub fn folder(&self) -> &Path {
        self.data.path()
    }

    /// Where the database is.
    pub fn database(&self) -> PathBuf {
        self.data.path().join("heard.sqlite")
    }

    /// Everything that is stored as a response.
    pub fn responses(&self) -> Vec<StoredResponse> {
        self.store().list_responses(KEY, 0, 10_000).expect("responses can be listed")
    }

    /// The database itself, opened beside the server.
    pub fn store(&self) -> Store {
        Store::open(&Location::Sqlite(self.database())).expect("the database can be opened")
    }

    /// What is in the database's files, byte for byte.
    pub fn stored_bytes(&self) -> Vec<u8> {
        let files = ["heard.sqlite", "heard.sqlite-wal"].map(|name| self.data.path().join(name));
        files.iter().filter_map(|file| std::fs::read(file).ok()).flatten().collect()
    }
}

/// Puts every bundled survey into a data folder with these days.
pub fn copy_surveys(data: &Path, opens: Date, closes: Date) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("surveys");
    let folders = std::fs::read_dir(from).expect("the surveys are there").flatten().map(|entry| entry.path());
    for from in folders.filter(|path| path.join("survey.toml").is_file()) {
        let to = data.join("surveys").join(from.file_name().expect("a folder's name"));
        std::fs::create_dir_all(to.join("wording")).expect("a folder can be made");
        for file in std::fs::read_dir(from.join("wording")).expect("the wording is there").flatten() {
            std::fs::copy(file.path(), to.join("wording").join(file.file_name())).expect("the wording can be copied");
        }
        let survey = std::fs::read_to_string(from.join("survey.toml")).expect("the survey is there");
        let dated = survey.lines().map(|line| match line.split('=').next().map(str::trim) {
            Some("opens") => format!("opens = \"{opens}\"\n"),
            Some("closes") => format!("closes = \"{closes}\"\n"),
            _ => format!("{line}\n"),
        });
        std::fs::write(to.join("survey.toml"), dated.collect::<String>()).expect("the survey can be written");
    }
}

/// The address of a question.
pub fn question(key: &str) -> String {
    format!("{START}/q/{key}")
}

/// Sends a form and expects to be led on; gives where to.
pub fn led(page: &Page) -> String {
    page.redirects_to().unwrap_or_else(|| panic!("{} gave {}:\n{}", page.path, page.status, page.body))
}

/// Begins and says who one is; the first question is next.
pub fn begin(visitor: &Visitor, perspective: &str) {
    assert_eq!(led(&visitor.post_form(START, &[])), format!("{START}/who"));
    let who = visitor.get(&format!("{START}/who"));
    assert_eq!(led(&visitor.submit(&who, &[("perspective", perspective)])), question("district"));
}

/// Goes through every page that is left, writing `words` in each box and picking the first choice, up to check answers.
pub fn answer_all(visitor: &Visitor, words: &str) {
    let mut next = question("district");
    while next != format!("{START}/check") {
        let page = visitor.get(&next);
        assert_eq!(page.status, 200, "{next}: {}", page.body);
        let first = page.tree().by_id("answer").and_then(|field| field.attribute("value").map(str::to_owned));
        next = led(&visitor.submit(&page, &[("answer", first.as_deref().unwrap_or(words))]));
    }
}

/// Sends without saying anything about oneself, and reads the code off the page of thanks.
pub fn send(visitor: &Visitor) -> String {
    let check = visitor.get(&format!("{START}/check"));
    let mut page = visitor.follow(visitor.submit(&check, &[]));
    if page.tree().by_id("equality").is_some() {
        page = visitor.follow(visitor.submit(&page, &[("equality", "no")]));
    }
    code(&page)
}

/// The code on the page of thanks.
pub fn code(thanks: &Page) -> String {
    let tree = thanks.tree();
    let shown = tree.all().into_iter().find(|element| element.has_class("code")).map(|element| element.text());
    shown
        .unwrap_or_else(|| panic!("no code on {} ({}):\n{}", thanks.path, thanks.status, thanks.body))
        .trim()
        .to_owned()
}
