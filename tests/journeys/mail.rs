//! Letters, through a real mail server: whoever asks to hear, what a letter is made of, a server that is down, a sign-in
//! that is wrong, and people who write what should not be in a header.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use heard::letter::{Dispatch, Letter, LetterKind, LetterState, MailAddress};
use heard::mail::{Fate, Mailer, Parcel, Password, Security, Setup, Trouble};
use heard::store::{Location, NewLetter, Store};
use mailparse::{MailHeaderMap, ParsedMail};

use crate::support::html;
use crate::support::http::Visitor;
use crate::support::mail::{MailServer, PASSWORD, USER};
use crate::support::postgres;
use crate::support::server::{Server, heard};
use crate::support::waiting::wait_for;

const HEAR: &str = "/hear/worcestershire-cypp";
const TODAY: &str = "2026-11-26";

fn address(text: &str) -> MailAddress {
    MailAddress::parse(text).expect("an address")
}

/// Headers by name, in lower case, with how often each is there, but for those that the server adds.
fn headers(mail: &ParsedMail<'_>) -> BTreeMap<String, usize> {
    let added = ["received", "envelope-to", "return-path", "delivery-date"];
    let mut names = BTreeMap::new();
    for header in &mail.headers {
        let name = header.get_key().to_lowercase();
        if !added.contains(&name.as_str()) {
            *names.entry(name).or_insert(0) += 1;
        }
    }
    names
}

fn header(mail: &ParsedMail<'_>, name: &str) -> String {
    mail.headers.get_first_value(name).unwrap_or_default()
}

/// The text of the part of this kind.
fn part(mail: &ParsedMail<'_>, kind: &str) -> String {
    let found = mail.parts().find(|part| part.ctype.mimetype == kind);
    found.unwrap_or_else(|| panic!("no {kind}")).get_body().expect("a part can be read").replace("\r\n", "\n")
}

/// The path of the first link in a letter that has this in it.
fn link(plain: &str, within: &str) -> String {
    let line = plain.lines().find(|line| line.contains(within)).unwrap_or_else(|| panic!("{within} in {plain}"));
    line.trim().strip_prefix("http://heard.example").expect("links lead to the public address").to_owned()
}

fn setup(server: &MailServer) -> Setup {
    Setup {
        server: "localhost".to_owned(),
        port: server.port,
        security: Security::StartTls,
        sign_in: Some((USER.to_owned(), Password(PASSWORD.to_owned()))),
        certificates: std::fs::read(server.certificate()).ok(),
        organisation: "Town Council".to_owned(),
        from: address("heard@council.example"),
        reply_to: None,
    }
}

fn parcel<'a>(to: &'a MailAddress, subject: &'a str) -> Parcel<'a> {
    let (plain, html) = ("Hello\n.\nBcc: all@example.org\n", "<p>Hello</p>");
    Parcel { to, subject, plain, html, message_id: "abc", leave: None, enclosures: &[] }
}

fn send(setup: Setup, parcel: &Parcel<'_>) -> Result<Fate, Trouble> {
    let mailer = Mailer::new(setup)?;
    let mut session = mailer.open()?;
    let fate = session.send(parcel);
    session.close();
    fate
}

#[test]
fn a_letter_goes_out_encrypted_and_signed_in_and_nothing_goes_out_otherwise() {
    let server = MailServer::start();
    let to = address("jo@example.org");
    assert_eq!(send(setup(&server), &parcel(&to, "one")), Ok(Fate::Sent));
    let at_once = Setup { port: server.tls_port, security: Security::Tls, ..setup(&server) };
    assert_eq!(send(at_once, &parcel(&to, "two")), Ok(Fate::Sent));
    let relay = Setup { port: server.plain_port, security: Security::Nothing, sign_in: None, ..setup(&server) };
    assert_eq!(send(relay, &parcel(&to, "three")), Ok(Fate::Sent));
    server.wait_for(3);
    let wrong = |user: &str| Some((user.to_owned(), Password("wrong".to_owned())));
    let forbidden = address("heard@forbidden.example");
    let cases = [
        (Setup { certificates: None, ..setup(&server) }, Trouble::Certificate),
        (Setup { server: "127.0.0.1".to_owned(), ..setup(&server) }, Trouble::Certificate),
        (Setup { port: server.plain_port, ..setup(&server) }, Trouble::NoEncryption),
        (Setup { sign_in: wrong(USER), ..setup(&server) }, Trouble::SignIn),
        (Setup { from: forbidden, ..setup(&server) }, Trouble::Sender(550)),
        (Setup { port: crate::support::free_port(), ..setup(&server) }, Trouble::Unreachable),
        (
            Setup { certificates: Some(b"-----BEGIN CERTIFICATE-----\n%\n".to_vec()), ..setup(&server) },
            Trouble::Certificates,
        ),
    ];
    for (setup, expected) in cases {
        assert_eq!(send(setup, &parcel(&to, "x")), Err(expected));
    }
    assert_eq!(send(setup(&server), &parcel(&address("refused@example.org"), "x")), Ok(Fate::Refused(550)));
    assert_eq!(send(setup(&server), &parcel(&address("later@example.org"), "x")), Ok(Fate::Later(451)));
    assert_eq!(server.messages().len(), 3, "nothing else was taken");
}

#[test]
fn nothing_that_somebody_writes_becomes_a_header_or_a_second_person() {
    let server = MailServer::start();
    let to = address("jo@example.org");
    let evil =
        ["x\r\nBcc: all@example.org", "x\nTo: b@example.org\n\n<b>body</b>", "é\r\n\r\n.\r\nMAIL FROM:<a@b.c>", ""];
    for subject in evil {
        let mut from = setup(&server);
        from.organisation = format!("Council\r\nBcc: all@example.org {subject}");
        assert_eq!(send(from, &parcel(&to, subject)), Ok(Fate::Sent));
    }
    for message in server.wait_for(evil.len()) {
        let mail = mailparse::parse_mail(&message).expect("a message");
        let names: Vec<String> = headers(&mail).into_keys().collect();
        let expected =
            ["auto-submitted", "content-type", "date", "from", "message-id", "mime-version", "subject", "to"];
        assert_eq!(names, expected);
        assert!(headers(&mail).values().all(|times| *times == 1));
        assert_eq!((header(&mail, "To"), header(&mail, "Envelope-to")), (to.as_str().into(), to.as_str().into()));
        assert_eq!(part(&mail, "text/plain").trim_end(), "Hello\n.\nBcc: all@example.org");
    }
    assert!(MailAddress::parse("jo@example.org\r\nRCPT TO:<all@example.org>").is_err());
}

/// A server of Heard with a mail server set, on either database.
fn website(mail: &MailServer, data: &Path, database: Option<&str>) -> (Server, Store) {
    std::fs::write(data.join("heard.toml"), mail.config(data)).expect("a file");
    let more: Vec<&str> = database.map_or_else(Vec::new, |url| vec!["--database", url]);
    let server = Server::start(data, &more);
    let location = match database {
        Some(url) => Location::Postgres(url.to_owned()),
        None => Location::Sqlite(data.join("heard.sqlite")),
    };
    (server, Store::open(&location).expect("the same database"))
}

/// Leaves an address, and waits for the letter that asks.
fn ask(visitor: &Visitor, mail: &MailServer, address: &str, letters: usize) -> Vec<u8> {
    let page = visitor.get(HEAR);
    let asked = visitor.submit(&page, &[("age", "13"), ("address", address)]);
    assert_eq!(asked.redirects_to(), Some(format!("{HEAR}/sent")), "{}", asked.body);
    mail.wait_for(letters).pop().expect("a letter")
}

fn states(store: &Store) -> Vec<(LetterKind, LetterState, u64)> {
    let counts = store.count_letters().expect("counts");
    counts.into_iter().map(|count| (count.kind, count.state, count.letters)).collect()
}

#[test]
fn whoever_asks_confirms_hears_once_and_is_forgotten_on_both_databases() {
    for database in [None, Some(postgres::fresh_database())] {
        let (mail, folder) = (MailServer::start(), tempfile::tempdir().expect("a folder"));
        let (server, store) = website(&mail, folder.path(), database.as_deref());
        let visitor = Visitor::new(&server.address);
        let first = ask(&visitor, &mail, "Jo.Bloggs@example.org", 1);
        let letter = mailparse::parse_mail(&first).expect("a message");
        let plain = part(&letter, "text/plain");
        assert_eq!(header(&letter, "Reply-To"), "people@council.example");
        assert_eq!(header(&letter, "Auto-Submitted"), "auto-generated");
        assert_eq!(header(&letter, "List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
        assert!(part(&letter, "text/html").contains("<p>"), "{first:?}");
        let (confirm, leave) = (link(&plain, "/confirm?"), link(&plain, "/leave?"));
        assert_eq!(header(&letter, "List-Unsubscribe"), format!("<http://heard.example{leave}>"));
        // Programs that look after mail open links: nothing comes of that.
        let (sure, stop) = (visitor.get(&confirm), visitor.get(&leave));
        assert_eq!(store.count_hearers("worcestershire-cypp").expect("a count"), 0);
        let confirmed = visitor.submit(&sure, &[]);
        assert_eq!((confirmed.status, store.count_hearers("worcestershire-cypp").expect("a count")), (200, 1));
        html::assert_sound(&[("confirm", &sure.body), ("confirmed", &confirmed.body), ("leave", &stop.body)]);
        // Asking again, by whoever, is answered alike and sends nothing.
        let again = visitor.submit(&visitor.get(HEAR), &[("age", "13"), ("address", "jo.bloggs@example.org")]);
        assert_eq!(again.redirects_to(), Some(format!("{HEAR}/sent")));
        tell(&store);
        tell(&store);
        let told = mail.wait_for(2);
        let settled =
            wait_for(20, || (states(&store).iter().all(|(_, state, _)| *state == LetterState::Sent)).then_some(()));
        assert!(settled.is_some(), "{:?}", states(&store));
        assert_eq!((told.len(), store.count_hearers("worcestershire-cypp").expect("a count")), (2, 0));
        let is_erased = || !dump(&store, folder.path(), database.as_deref()).to_lowercase().contains("bloggs");
        // The log of a database is emptied when nobody reads from it.
        assert!(wait_for(20, || is_erased().then_some(())).is_some(), "the address is erased");
        assert!(!server.log().to_lowercase().contains("bloggs"), "{}", server.log());
        let gone = visitor.post_form(&confirm, &[]);
        assert!(gone.status == 404 && gone.text().contains("no longer works"), "{}", gone.text());
    }
}

fn tell(store: &Store) {
    let write = |_: &heard::store::HearRequest| Letter::new("en", "What came of it").saying("Read it.");
    store.tell_who_asked("worcestershire-cypp", write, Dispatch::Send, TODAY.parse().expect("a day")).expect("told");
}

/// Everything that the database holds, as text.
fn dump(store: &Store, data: &Path, database: Option<&str>) -> String {
    store.forget_letters().expect("the log is emptied");
    match database {
        Some(url) => {
            postgres::run_sql(url, "SELECT outbox.*::text FROM outbox; SELECT hear_requests.*::text FROM hear_requests")
        }
        None => {
            let files =
                ["heard.sqlite", "heard.sqlite-wal"].map(|name| std::fs::read(data.join(name)).unwrap_or_default());
            files.iter().map(|bytes| String::from_utf8_lossy(bytes)).collect()
        }
    }
}

#[test]
fn leaving_takes_one_click_without_signing_in_and_children_are_led_to_a_grown_up() {
    let (mail, folder) = (MailServer::start(), tempfile::tempdir().expect("a folder"));
    let (server, store) = website(&mail, folder.path(), None);
    let visitor = Visitor::new(&server.address);
    let letter = ask(&visitor, &mail, "sam@example.org", 1);
    let plain = part(&mailparse::parse_mail(&letter).expect("a message"), "text/plain");
    visitor.post_form(&link(&plain, "/confirm?"), &[]);
    // As a mail program sends it when its own button is pressed.
    let left = Visitor::new(&server.address).post_form(&link(&plain, "/leave?"), &[("List-Unsubscribe", "One-Click")]);
    assert_eq!((left.status, store.count_hearers("worcestershire-cypp").expect("a count")), (200, 0));
    assert_eq!(Visitor::new(&server.address).post_form(&link(&plain, "/leave?"), &[]).status, 200, "also when gone");
    let page = visitor.get(&format!("{HEAR}?edition=child"));
    let younger = visitor.submit(&page, &[("age", "under-13"), ("address", "child@example.org")]);
    assert!(younger.status == 200 && younger.text().contains("Ask a grown-up"), "{}", younger.text());
    let refusals = [
        visitor.submit(&page, &[("address", "a@b.uk")]),
        visitor.submit(&page, &[("age", "13"), ("address", "")]),
        visitor.submit(&page, &[("age", "13"), ("address", "\"><script>@b.uk\r\nBcc: a@b.uk")]),
    ];
    for refused in &refusals {
        assert!(refused.status == 422 && refused.body.contains("<title>Error: "), "{}", refused.body);
    }
    assert!(!refusals[2].body.contains("<script>@"), "{}", refusals[2].body);
    let shown = [("hear", &page), ("younger", &younger), ("refused", &refusals[0]), ("wrong", &refusals[2])];
    html::assert_sound(&shown.map(|(name, page)| (name, page.body.as_str())));
    assert_eq!(states(&store), [(LetterKind::Confirm, LetterState::Sent, 1)], "nobody else was written to");
    assert_eq!(visitor.get("/hear/no-such").status, 404);
}

#[test]
fn a_server_that_is_down_loses_nothing_and_sends_nothing_twice() {
    let (mut mail, folder) = (MailServer::start(), tempfile::tempdir().expect("a folder"));
    let (mut server, store) = website(&mail, folder.path(), None);
    mail.stop();
    let people = 60;
    for number in 0..people {
        let to = address(&format!("school-{number}@example.org"));
        let letter = Letter::new("en", &format!("Invitation {number}")).saying("Come.");
        let new = NewLetter { kind: LetterKind::Invitation, about: "x".to_owned(), to, letter };
        store.queue_letter(new, Dispatch::Send, TODAY.parse().expect("a day")).expect("queued");
    }
    let noticed = wait_for(30, || server.log().contains("cannot be reached").then_some(()));
    assert!(noticed.is_some(), "{}", server.log());
    assert_eq!(states(&store), [(LetterKind::Invitation, LetterState::Waiting, people)]);
    mail.go_on();
    mail.wait_for(5);
    // In the middle of it the mail server goes away once more, and Heard is asked to end.
    mail.stop();
    server.stop();
    mail.go_on();
    server.restart();
    let all = mail.wait_for(usize::try_from(people).expect("a count"));
    let settled =
        wait_for(60, || (states(&store) == [(LetterKind::Invitation, LetterState::Sent, people)]).then_some(()));
    assert!(settled.is_some(), "{:?}", states(&store));
    let ids: BTreeSet<String> =
        all.iter().map(|message| header(&mailparse::parse_mail(message).expect("a message"), "Message-ID")).collect();
    assert_eq!(ids.len(), usize::try_from(people).expect("a count"), "everybody's letter came");
    // A letter whose last answer was lost on the way comes again under the same identifier, as SMTP has it: at most one.
    assert!(mail.messages().len() <= ids.len() + 1, "{} of {}", mail.messages().len(), ids.len());
    assert!(!server.log().contains("school-"), "{}", server.log());
}

#[test]
fn whoever_is_refused_is_written_down_and_whoever_is_put_off_is_asked_again_later() {
    let (mail, folder) = (MailServer::start(), tempfile::tempdir().expect("a folder"));
    let (server, store) = website(&mail, folder.path(), None);
    for name in ["refused", "later", "fine"] {
        let to = address(&format!("{name}@example.org"));
        let letter = Letter::new("en", name);
        let new = NewLetter { kind: LetterKind::Invitation, about: "x".to_owned(), to, letter };
        store.queue_letter(new, Dispatch::Send, TODAY.parse().expect("a day")).expect("queued");
    }
    mail.wait_for(1);
    let expected = [LetterState::Refused, LetterState::Sent, LetterState::Waiting];
    let settled =
        wait_for(30, || (states(&store).iter().map(|state| state.1).collect::<Vec<_>>() == expected).then_some(()));
    assert!(settled.is_some(), "{:?}", states(&store));
    std::thread::sleep(std::time::Duration::from_secs(7));
    assert_eq!((mail.times_refused("refused"), mail.times_refused("later")), (1, 1), "{}", server.log());
}

#[test]
fn without_a_mail_server_pages_say_so_and_a_wrong_setting_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start(folder.path(), &[]);
    let visitor = Visitor::new(&server.address);
    let page = visitor.get(HEAR);
    assert!(
        page.text().contains("This website sends no email")
            && !page.body.contains("<form method=\"post\" action=\"/hear")
    );
    assert_eq!(visitor.post_form(HEAR, &[("age", "13"), ("address", "a@b.uk")]).status, 422);
    html::assert_sound(&[("no letters", &page.body)]);
    std::fs::write(folder.path().join("heard.toml"), "[mail]\nserver = \"mail.example\"\n").expect("a file");
    let said = heard(&["check", "--data", folder.path().to_str().expect("a plain path")]);
    assert!(said.status == Some(1) && said.errors.contains("mail.from"), "{said:?}");
}
