//! What was published stays as it is, while quotes go with the answers they are of, and nothing new follows too soon.
//! On both databases.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should end")]

use crate::support::http::{Page, Visitor};
use crate::support::postgres;
use crate::support::server::{Server, heard};
use crate::support::waiting::wait_for;
use heard::store::{Location, Store, Submission};
use heard::survey::{Answer, District, DraftToken, Language, Origin, Response};

const KEY: &str = "worcestershire-cypp";
const DESK: &str = "/officer/c/worcestershire-cypp";
const PAGE: &str = "/results/worcestershire-cypp/1";
/// What the person says who erases it later. Nobody else says it.
const HERS: &str = "The buses to the swimming pool never come on Sundays";

/// A council with real answers, none of them invented, and a server on them.
struct Council {
    store: Store,
    server: Server,
    officer: Visitor,
    people: u64,
    _folder: tempfile::TempDir,
}

impl Council {
    fn open(postgres: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().to_str().unwrap().to_owned();
        let (location, more) = match postgres {
            false => (Location::Sqlite(folder.path().join("heard.sqlite")), Vec::new()),
            true => {
                let url = postgres::fresh_database();
                (Location::Postgres(url.clone()), vec!["--database".to_owned(), url])
            }
        };
        let more: Vec<&str> = more.iter().map(String::as_str).collect();
        let store = Store::open(&location).unwrap();
        let password = folder.path().join("password.txt");
        std::fs::write(&password, "kingfisher over the weir").unwrap();
        let file = password.to_str().unwrap();
        let add = ["user", "add", "officer", "--password-file", file, "--data", &data];
        assert_eq!(heard(&[&add[..], &more[..]].concat()).status, Some(0));
        let server = Server::start(folder.path(), &more);
        let officer = Visitor::new(&server.address);
        let fields = [("name", "officer"), ("password", "kingfisher over the weir")];
        assert_eq!(officer.submit(&officer.get("/sign-in"), &fields).status, 303);
        let mut council = Self { store, server, officer, people: 0, _folder: folder };
        council.say("worcester", HERS);
        council.many("worcester", 60);
        council.many("redditch", 40);
        council.coded();
        council
    }

    fn say(&mut self, district: &str, words: &str) {
        self.people += 1;
        let (receipt_hash, draft_hash) = (Some(token(self.people).receipt().hash()), Some(token(self.people).hash()));
        let response = Response {
            perspective: "child".into(),
            district: District::Area(district.into()),
            language: Language::english(),
            submitted_on: "2026-11-20".parse().unwrap(),
            origin: Origin::Web,
            answers: vec![("important".into(), Answer::Text(words.into()))],
        };
        let (consultation, digest) = (KEY.to_owned(), "d".to_owned());
        let one =
            Submission { consultation, digest, response, receipt_hash, draft_hash, import_id: None, way_in: None };
        self.store.submit_blocking(one).unwrap();
    }

    fn many(&mut self, district: &str, people: u64) {
        for at in 0..people {
            let words = if at % 2 == 0 { "More buses in the evening please" } else { "A better park with swings" };
            self.say(district, words);
        }
    }

    /// Waits until the server has read everything.
    fn coded(&self) {
        let all = || self.store.list_answers(KEY, None, 0, 10_000).unwrap();
        let quotes = format!("{DESK}/quotes");
        let read = wait_for(60, || {
            let screened = all().iter().all(heard::store::RedactedAnswer::is_screened);
            (screened && self.officer.get(&quotes).body.contains("name=\"approve\"")).then_some(())
        });
        assert!(read.is_some(), "{}", self.officer.get(&quotes).text());
    }

    /// The page of quotes about the theme whose suggestions say this.
    fn quotes_with(&self, words: &str) -> Page {
        let first = self.officer.get(&format!("{DESK}/quotes"));
        let themes: Vec<String> = first
            .body
            .split(&format!("href=\"{DESK}/quotes?theme="))
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .map(|theme| format!("{DESK}/quotes?theme={theme}"))
            .collect();
        let pages = themes.iter().map(|theme| self.officer.get(theme));
        let page = pages.into_iter().find(|page| page.text().contains(words));
        page.unwrap_or_else(|| panic!("no theme suggests “{words}”: {}", first.text()))
    }

    fn approve(&self, words: &str) {
        let page = self.quotes_with(words);
        let id = self.answer_of(words);
        let saved = self.officer.submit(&page, &[("approve", &id)]);
        assert_eq!(saved.status, 303, "{}", saved.text());
        assert!(self.officer.follow(saved).text().contains("approved in all"));
    }

    fn answer_of(&self, words: &str) -> String {
        let answers = self.store.list_answers(KEY, None, 0, 10_000).unwrap();
        answers.iter().find(|answer| answer.text() == words).unwrap().id().to_string()
    }

    /// Publishes with these fields beside what must be said.
    fn publish(&self, more: &[(&str, &str)]) -> Page {
        let page = self.officer.get(&format!("{DESK}/publish"));
        let said =
            [("about", "What children told us about buses"), ("undecided", "Which routes run"), ("interim", "yes")];
        self.officer.submit(&page, &[&said[..], more].concat())
    }
}

fn token(number: u64) -> DraftToken {
    let mut bytes = [7; 16];
    bytes[..8].copy_from_slice(&number.to_le_bytes());
    DraftToken::from_random(bytes)
}

fn on_both(test: impl Fn(Council)) {
    for postgres in [false, true] {
        println!("on PostgreSQL: {postgres}");
        test(Council::open(postgres));
    }
}

#[test]
fn a_quote_goes_from_what_was_published_when_its_answer_is_erased_and_figures_stay() {
    on_both(|mut council| {
        council.approve(HERS);
        council.approve("A better park with swings");
        assert_eq!(council.publish(&[]).redirects_to(), Some(PAGE.to_owned()));
        let anybody = Visitor::new(&council.server.address);
        let before = anybody.get(PAGE);
        assert!(before.text().contains(HERS) && !before.text().contains("invented"), "{}", before.text());
        assert!(before.text().contains("answers were still coming in"), "{}", before.text());
        let json = |page: &Page| serde_json::from_str::<serde_json::Value>(&page.body).unwrap();
        let data = json(&anybody.get(&format!("{PAGE}.json")));
        let receipt = token(1).receipt().to_text();
        let erased = anybody.post_form("/receipt", &[("code", &receipt), ("act", "erase")]);
        assert!(erased.text().contains("erased"), "{}", erased.text());
        let after = anybody.get(PAGE);
        assert!(!after.body.contains("swimming pool") && after.text().contains("One quote has been taken out"));
        assert_ne!(before.header("etag"), after.header("etag"), "nobody is told that it is the same");
        let left = json(&anybody.get(&format!("{PAGE}.json")));
        assert_eq!((data["quotes"].as_array().unwrap().len(), left["quotes"].as_array().unwrap().len()), (2, 1));
        assert_eq!(data["tables"], left["tables"], "figures never change");
        // Not enough have come since: whoever compared the two would learn what the few said.
        council.many("worcester", 4);
        council.coded();
        let page = council.officer.get(&format!("{DESK}/publish"));
        assert!(page.text().contains("Not yet.") && page.text().contains("Worcester"), "{}", page.text());
        assert!(!page.body.contains("Publish for everyone"));
        let digest = page.body.split("name=\"digest\"").count();
        assert_eq!(digest, 1, "there is no form to send");
        let csrf = page.forms().iter().flat_map(|form| form.fields.clone()).find(|(name, _)| name == "csrf").unwrap().1;
        let forced = council.officer.post_form(
            &format!("{DESK}/publish"),
            &[
                ("csrf", &csrf),
                ("about", "a"),
                ("undecided", "b"),
                ("interim", "yes"),
                ("corrects", "yes"),
                ("correction", "c"),
            ],
        );
        assert_eq!((forced.status, council.store.list_publications(Some(KEY), 9).unwrap().len()), (422, 1));
        council.many("worcester", 12);
        council.coded();
        assert_eq!(council.publish(&[]).redirects_to(), Some("/results/worcestershire-cypp/2".to_owned()));
        let second = anybody.get("/results/worcestershire-cypp/2");
        assert!(!second.body.contains("swimming pool") && second.text().contains("better park"), "{}", second.text());
        assert!(anybody.get(PAGE).text().contains("There are newer results"));
        assert_eq!(json(&anybody.get(&format!("{PAGE}.json")))["tables"], data["tables"]);
    });
}

#[test]
fn a_quote_that_is_withdrawn_or_shows_other_words_goes_too_and_a_correction_says_what_was_wrong() {
    on_both(|council| {
        council.approve(HERS);
        council.approve("A better park with swings");
        let refused = council.publish(&[("about", " "), ("undecided", &"x".repeat(2_001))]);
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("Say what this is") && refused.text().contains("at most 2000 characters"));
        assert_eq!(council.publish(&[]).status, 303);
        let again = council.publish(&[]);
        assert!(again.status == 422 && again.text().contains("Nothing has changed"), "{}", again.text());
        // Somebody finds a name in it: it shows other words now.
        let id: i64 = council.answer_of(HERS).parse().unwrap();
        let found = heard::store::Redaction { characters: 13..30, kind: "name".into() };
        council.store.save_redactions(id, &[found]).unwrap();
        let anybody = Visitor::new(&council.server.address);
        assert!(!anybody.get(PAGE).body.contains("swimming pool"));
        let read_again = council.officer.get(&format!("{DESK}/quotes"));
        assert!(read_again.text().contains("Read these again"), "{}", read_again.text());
        let park = council.quotes_with("A better park with swings");
        let form = park.forms().into_iter().find(|form| form.fields.iter().any(|(name, _)| name == "theme")).unwrap();
        let kept: Vec<(String, String)> = form.fields.into_iter().filter(|(name, _)| name != "approve").collect();
        let kept: Vec<(&str, &str)> = kept.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(council.officer.post_form(&format!("{DESK}/quotes"), &kept).status, 303);
        let page = anybody.get(PAGE);
        assert!(!page.body.contains("better park"), "{}", page.text());
        assert!(page.text().contains("2 quotes have been taken out"), "{}", page.text());
        let corrected = council.publish(&[("corrects", "yes"), ("correction", "A quote named <b>somebody</b>")]);
        assert_eq!(corrected.redirects_to(), Some("/results/worcestershire-cypp/2".to_owned()), "{}", corrected.text());
        let second = anybody.get("/results/worcestershire-cypp/2");
        assert!(second.text().contains("A quote named <b>somebody</b>") && !second.body.contains("<b>somebody"));
        let first = anybody.get(PAGE);
        assert!(first.status == 200 && first.text().contains("Something here was wrong."), "{}", first.text());
        let atom = anybody.get("/results/feed.atom").body;
        assert!(atom.contains("Corrected by publication 2.") && atom.contains("Corrects publication 1."), "{atom}");
        let stale = council.officer.get(&format!("{DESK}/publish"));
        let stale = council.officer.submit(
            &stale,
            &[
                ("about", "a"),
                ("undecided", "b"),
                ("interim", "yes"),
                ("corrects", "yes"),
                ("correction", "c"),
                ("digest", "old"),
            ],
        );
        assert!(stale.status == 422 && stale.text().contains("have changed since you looked"), "{}", stale.text());
    });
}
