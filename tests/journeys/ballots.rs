//! Voting from the slip of paper to the published result: young people with and without vouchers, a class on one
//! tablet, teachers who type what was counted by hand, an officer who publishes, and anybody who counts again.

use std::path::Path;

use jiff::ToSpan;
use jiff::civil::DateTime;

use crate::support::http::{Page, Visitor};
use crate::support::server::{Server, heard};
use crate::support::{browser, html};

const PASSWORD: &str = "kingfisher over the weir";

/// A server with one ballot of its own, and an officer.
struct Polls {
    folder: tempfile::TempDir,
    server: Server,
    key: &'static str,
    /// What of the bundled ballot's file is other here.
    changes: &'static [(&'static str, &'static str)],
}

fn london() -> DateTime {
    jiff::tz::TimeZone::get("Europe/London").expect("a time zone").to_datetime(jiff::Timestamp::now())
}

impl Polls {
    fn open(key: &'static str, changes: &'static [(&'static str, &'static str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        write(folder.path(), key, changes, 1);
        let (data, file) = (folder.path().to_str().expect("a path"), folder.path().join("password.txt"));
        std::fs::write(&file, PASSWORD).expect("a file");
        for name in ["zoe", "adam"] {
            let added =
                heard(&["user", "add", name, "--password-file", file.to_str().expect("a path"), "--data", data]);
            assert_eq!(added.status, Some(0), "{added:?}");
        }
        let server = Server::start(folder.path(), &[]);
        Self { folder, server, key, changes }
    }

    /// Lets the ballot have closed an hour ago.
    fn close(&mut self) {
        self.server.stop();
        write(self.folder.path(), self.key, self.changes, -1);
        self.server.restart();
    }

    fn officer(&self, name: &str) -> Visitor {
        let visitor = Visitor::new(&self.server.address);
        let signed_in = visitor.submit(&visitor.get("/sign-in"), &[("name", name), ("password", PASSWORD)]);
        assert_eq!(signed_in.status, 303, "{}", signed_in.body);
        visitor
    }

    fn at(&self, rest: &str) -> String {
        format!("/b/{}{rest}", self.key)
    }

    fn desk(&self, rest: &str) -> String {
        format!("/officer/b/{}{rest}", self.key)
    }

    /// Adds a place and gives its identifier.
    fn place(&self, officer: &Visitor, name: &str) -> String {
        let page = officer.get(&self.desk(""));
        let form = page.forms().into_iter().find(|form| form.action.ends_with("/places")).expect("a form");
        let fields = [("name", name), ("district", "redditch"), ("entitled", "900")];
        let added = officer.submit_form(&form, &fields).redirects_to().expect("it is added");
        added.split("#place-").nth(1).expect("its place").to_owned()
    }

    /// Makes vouchers for a place.
    fn vouchers(&self, officer: &Visitor, place: &str, number: &str) -> Vec<String> {
        let action = self.desk(&format!("/places/{place}/vouchers"));
        let page = officer.get(&self.desk(""));
        let form = page.forms().into_iter().find(|form| form.action == action).expect("a form");
        let slips = officer.submit_form(&form, &[("number", number)]);
        assert_eq!(slips.status, 200, "{}", slips.body);
        let codes = slips.body.split("slip-code\">").skip(1);
        codes.map(|code| code.split('<').next().expect("a code").to_owned()).collect()
    }

    /// Votes with what the paper's fields say, from the start page to thanks.
    fn vote(&self, visitor: &Visitor, code: Option<&str>, fields: &[(&str, &str)]) -> Page {
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
fn write(data: &Path, key: &str, changes: &[(&str, &str)], hours: i64) {
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

const OPEN: &[(&str, &str)] = &[("vouchers = true\n", "")];
const RANKED: &[(&str, &str)] = &[
    ("kind = \"choose\"\nat_most = 1", "kind = \"rank\"\nat_most = 3"),
    ("method = \"plurality\"", "method = \"stv\""),
    ("vouchers = true\n", ""),
];

/// Keeps a picture of the page where a person asks for them with `HEARD_PICTURES`.
fn picture(browser: &browser::Browser, name: &str) {
    if let Ok(folder) = std::env::var("HEARD_PICTURES") {
        std::fs::create_dir_all(&folder).expect("a folder");
        browser.screenshot(&Path::new(&folder).join(format!("{name}.png")));
    }
}

fn looked_at(browser: &browser::Browser, address: &str, name: &str) {
    for width in [320, 1280] {
        browser.viewport(width, 900);
        browser.goto(address);
        assert!(!browser.scrolls_sideways(), "{address} at {width}");
        browser.assert_no_barriers();
        picture(browser, &format!("{name}-{width}"));
    }
}

#[test]
fn a_young_person_votes_on_a_phone_with_a_voucher_whose_code_stays_in_no_address() {
    let polls = Polls::open("our-mark", &[]);
    let officer = polls.officer("zoe");
    let place = polls.place(&officer, "High School");
    let codes = polls.vouchers(&officer, &place, "3");
    assert_eq!(codes.len(), 3);
    let browser = browser::open();
    browser.viewport(320, 700);
    let website = polls.server.at("");
    browser.goto(&format!("{website}/b/our-mark/v/{}", codes[0].replace('-', "")));
    assert!(browser.address().ends_with("/b/our-mark"), "{}", browser.address());
    let length = browser.script("return history.length", vec![]);
    browser.assert_no_barriers();
    picture(&browser, "start-320");
    browser.follow("main form .btn");
    assert!(browser.text("h1").contains("Which issue matters most"), "{}", browser.text("h1"));
    browser.assert_no_barriers();
    picture(&browser, "paper-320");
    browser.follow("main form .btn");
    assert!(browser.text("main").contains("Nothing is marked"), "{}", browser.text("main"));
    browser.assert_no_barriers();
    browser.click("#mark");
    browser.follow("main form .btn");
    assert!(browser.text("main").contains("Stop bullying") && browser.text("main").contains("Nothing has been sent"));
    browser.assert_no_barriers();
    picture(&browser, "check-320");
    browser.follow("main form .btn");
    assert!(browser.text("h1").contains("Your vote is counted"), "{}", browser.text("h1"));
    browser.assert_no_barriers();
    picture(&browser, "thanks-320");
    let seen = browser.source();
    assert!(codes.iter().all(|code| !seen.contains(code.as_str())) && length.is_number());
    // The same slip again, typed with its dashes and in small letters.
    let again = Visitor::new(&polls.server.address);
    let refused = again.post_form("/b/our-mark", &[("code", &codes[0].to_lowercase())]);
    assert!(refused.status == 422 && refused.text().contains("This code has been used"), "{}", refused.text());
    assert_eq!(again.get("/b/our-mark/paper").redirects_to(), Some("/b/our-mark".to_owned()));
    let wrong = again.post_form("/b/our-mark", &[("code", "0000-0000-0000-0000")]);
    assert!(wrong.status == 422 && wrong.text().contains("We do not know this code"), "{}", wrong.text());
    assert!(polls.vote(&again, Some(&codes[1]), &[("mark", "buses")]).text().contains("Your vote is counted"));
    // A batch that was lost is stopped.
    let page = officer.get(&polls.desk(""));
    let stop = page.forms().into_iter().find(|form| form.action.ends_with("/stop")).expect("a form");
    assert_eq!(officer.submit_form(&stop, &[]).status, 303);
    let stopped = again.post_form("/b/our-mark", &[("code", &codes[2])]);
    assert!(stopped.text().contains("a pack of slips was lost"), "{}", stopped.text());
}

#[test]
fn a_class_of_thirty_votes_on_one_tablet_and_nobody_is_locked_out() {
    let polls = Polls::open("our-open-mark", OPEN);
    let tablet = Visitor::new(&polls.server.address);
    for _ in 0..30 {
        let thanks = polls.vote(&tablet, None, &[("mark", "exams"), ("age", "12"), ("district", "redditch")]);
        let form = thanks.forms().into_iter().find(|form| form.action.ends_with("/next")).expect("a form");
        assert_eq!(tablet.submit_form(&form, &[]).redirects_to(), Some(polls.at("")));
    }
    // Thirty devices of their own behind one address, as a school has it.
    for _ in 0..30 {
        let thanks = polls.vote(&Visitor::new(&polls.server.address), None, &[("mark", "climate")]);
        assert!(thanks.text().contains("Your vote is counted"), "{}", thanks.text());
    }
    // Whoever goes back on the same browser is told, and cannot vote twice by accident.
    let once = Visitor::new(&polls.server.address);
    polls.vote(&once, None, &[("mark", "buses")]);
    let again = once.get(&polls.at(""));
    assert!(again.status == 200 && again.text().contains("Somebody has voted on this browser"), "{}", again.text());
    assert_eq!(once.post_form(&polls.at("/send"), &[("mark", "buses")]).status, 403);
    let officer = polls.officer("zoe");
    let text = officer.get(&polls.desk("")).text();
    assert!(text.contains("Who has taken part: 60"), "{text}");
}

#[test]
fn a_paper_that_would_not_count_is_explained_and_a_blank_one_is_sent_knowingly() {
    let polls = Polls::open("our-order", RANKED);
    let visitor = Visitor::new(&polls.server.address);
    visitor.post_form(&polls.at(""), &[]);
    let paper = visitor.get(&polls.at("/paper"));
    let twice = visitor.submit(&paper, &[("mark-1", "buses"), ("mark-2", "buses")]);
    assert!(twice.status == 422 && twice.text().contains("stands in two places"), "{}", twice.text());
    assert!(twice.body.contains("value=\"buses\" selected"), "what was marked is kept");
    let polish = visitor.submit(&paper, &[("mark-1", "exams"), ("language", "pl")]);
    assert!(
        polish.body.contains("lang=\"pl\"") && polish.body.contains("value=\"exams\" selected"),
        "{}",
        polish.text()
    );
    let easy = visitor.submit(&paper, &[("mark-1", "exams"), ("easy-read", "yes"), ("language", "en")]);
    assert_eq!(easy.status, 200);
    let empty = visitor.submit(&paper, &[]);
    assert_eq!(empty.status, 422);
    let check = visitor.submit(&paper, &[("blank", "1")]);
    assert_eq!(check.status, 200);
    let thanks = visitor.follow(visitor.submit(&check, &[]));
    assert!(thanks.path.ends_with("/thanks"), "{}", thanks.path);
    html::assert_sound(&[("twice", &twice.body), ("check", &check.body), ("thanks", &thanks.body)]);
}

#[test]
fn results_are_hidden_until_the_close_then_published_and_counted_again_by_anybody() {
    let mut polls = Polls::open("our-order", RANKED);
    for number in 0..45 {
        let marks = [("mark-1", ["buses", "exams", "climate", "bullying"][number % 4]), ("mark-2", "mental-health")];
        polls.vote(&Visitor::new(&polls.server.address), None, &marks);
    }
    let officer = polls.officer("zoe");
    let stranger = Visitor::new(&polls.server.address);
    assert_eq!(officer.get(&polls.desk("/publish")).status, 403);
    for visitor in [&officer, &stranger] {
        assert_eq!(visitor.get(&polls.at("/result")).redirects_to(), Some(polls.at("")));
        for file in ["/result.json", "/result.audit.json", "/result.blt"] {
            assert_eq!(visitor.get(&polls.at(file)).status, 404, "{file}");
        }
    }
    assert!(stranger.get(&polls.desk("")).redirects_to().is_some_and(|to| to.starts_with("/sign-in")));
    polls.close();
    let officer = polls.officer("zoe");
    let stranger = Visitor::new(&polls.server.address);
    assert_eq!(stranger.post_form(&polls.at("/send"), &[("mark-1", "buses")]).status, 403);
    assert!(stranger.get(&polls.at("")).text().contains("being counted and checked"));
    let count = officer.get(&polls.desk("/publish"));
    assert!(count.text().contains("45 papers came in"), "{}", count.text());
    let form = count.forms().into_iter().find(|form| form.action.ends_with("/publish")).expect("a form");
    assert_eq!(officer.submit_form(&form, &[]).status, 303);
    let result = stranger.get(&polls.at("/result"));
    assert!(result.status == 200 && result.text().contains("Round 2"), "{}", result.text());
    html::assert_sound(&[("result", &result.body), ("count", &count.body)]);
    let audit = stranger.get(&polls.at("/result.audit.json"));
    let file = polls.folder.path().join("audit.json");
    std::fs::write(&file, &audit.body).expect("a file");
    let recount = heard(&["ballot", "count", file.to_str().expect("a path")]);
    assert!(recount.status == Some(0) && recount.output.contains("The published result is reproduced."), "{recount:?}");
    let blt = stranger.get(&polls.at("/result.blt"));
    std::fs::write(&file, &blt.body).expect("a file");
    let recount = heard(&["ballot", "count", file.to_str().expect("a path")]);
    assert!(recount.status == Some(0) && recount.output.contains("45 papers count"), "{recount:?}");
    assert_eq!(stranger.get(&polls.at("/result.json")).status, 200);
    for language in ["cy", "pl", "ro", "ur"] {
        assert_eq!(stranger.get(&polls.at(&format!("/result?lang={language}"))).status, 200);
    }
    let browser = browser::open();
    looked_at(&browser, &polls.server.at(&polls.at("/result")), "result");
}

#[test]
fn two_people_type_the_votes_on_paper_and_what_they_differ_in_is_put_right_or_settled() {
    let mut polls = Polls::open("our-mark", &[]);
    let officer = polls.officer("zoe");
    let (place, other) = (polls.place(&officer, "High School"), polls.place(&officer, "Low School"));
    let links = |place: &str| {
        let action = polls.desk(&format!("/places/{place}/links"));
        let form = officer.get(&polls.desk("")).forms().into_iter().find(|form| form.action == action).expect("a form");
        let page = officer.submit_form(&form, &[]);
        let links = page.body.split("<a href=\"http").skip(1).filter(|link| link.contains("/tally/"));
        links
            .map(|link| format!("/b/{}", link.split("/b/").nth(1).unwrap().split('"').next().unwrap()))
            .collect::<Vec<_>>()
    };
    let teachers = [Visitor::new(&polls.server.address), Visitor::new(&polls.server.address)];
    let sheet = |buses: &'static str, received: &'static str, valid: &'static str| {
        let mut fields = vec![("received", received), ("valid", valid), ("spoilt", "2"), ("candidate.buses", buses)];
        let rest = ["bullying", "mental-health", "work-experience", "places-to-go", "life-skills", "feeling-safe"];
        fields.extend(rest.map(|key| (Box::leak(format!("candidate.{key}").into_boxed_str()) as &str, "1")));
        fields.extend(["candidate.exams", "candidate.climate", "candidate.cost-of-living"].map(|key| (key, "0")));
        fields
    };
    let first = links(&place);
    assert_eq!(first.len(), 2);
    let wrong = teachers[0].submit(&teachers[0].get(&first[0]), &sheet("20", "30", "26"));
    assert!(wrong.status == 422 && wrong.text().contains("28 together, and 30 were in the box"), "{}", wrong.text());
    let typed = teachers[0].submit(&teachers[0].get(&first[0]), &sheet("20", "28", "26"));
    assert!(teachers[0].follow(typed).text().contains("Your numbers are kept"));
    let typed = teachers[1].submit(&teachers[1].get(&first[1]), &sheet("21", "29", "27"));
    let differs = teachers[1].follow(typed);
    assert!(differs.text().contains("typed something different here"), "{}", differs.text());
    assert!(!differs.text().contains("20"), "what the other person typed is not shown");
    let typed = teachers[1].submit(&teachers[1].get(&first[1]), &sheet("20", "28", "26"));
    assert!(teachers[1].follow(typed).text().contains("The papers of this place are counted"));
    // The other school is typed by officers, who differ, and one settles it after the close.
    let adam = polls.officer("adam");
    for (visitor, turn, fields) in [(&officer, 1, sheet("30", "38", "36")), (&adam, 2, sheet("31", "39", "37"))] {
        let form = visitor.get(&polls.desk(&format!("/places/{other}/tally/{turn}")));
        let form = form.forms().into_iter().find(|form| form.action.contains("/tally/")).expect("a form");
        assert_eq!(visitor.submit_form(&form, &fields).status, 303);
    }
    let settle = polls.desk(&format!("/places/{other}/settle"));
    assert_eq!(officer.get(&settle).status, 409, "no number is shown before the close");
    polls.close();
    let officer = polls.officer("zoe");
    assert!(officer.get(&polls.desk("/publish")).text().contains("Settle them first"));
    let page = officer.get(&settle);
    let form = page.forms().into_iter().find(|form| form.action.ends_with("/settle")).expect("a form");
    let settled = officer.submit_form(&form, &[("settled-1", "38"), ("settled-2", "36"), ("settled-3", "30")]);
    assert_eq!(settled.status, 303, "{}", settled.text());
    let count = officer.get(&polls.desk("/publish"));
    assert!(count.text().contains("66 papers came in, and 62 of them count"), "{}", count.text());
    html::assert_sound(&[("differs", &differs.body), ("settle", &page.body)]);
    let browser = browser::open();
    browser.goto(&polls.server.at("/sign-in"));
    browser.fill("#name", "zoe");
    browser.fill("#password", PASSWORD);
    browser.follow("main form .btn");
    for (path, name) in [
        ("/officer/ballots", "list"),
        ("/officer/ballots/new", "making"),
        (&polls.desk(""), "overview"),
        (&settle, "settle"),
    ] {
        looked_at(&browser, &polls.server.at(path), &format!("officer-{name}"));
    }
    looked_at(&browser, &polls.server.at(&first[0]), "tally");
}
