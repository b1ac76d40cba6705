//! A member writes to schools and clubs, an officer approves, each gets one letter with the link and the poster of its
//! place, and everybody sees what became of them.

use mailparse::{MailHeaderMap, ParsedMail};

use crate::support::browser::{self, Browser};
use crate::support::html;
use crate::support::http::Visitor;
use crate::support::mail::MailServer;
use crate::support::waiting::wait_for;
use crate::town::{Town, fresh_with};

const PAGE: &str = "/campaigns/winter-of-listening/invitations";
const WRITE: &str = "/campaigns/winter-of-listening/invitations/write";
const LIST: &str = "School\tEmail\tPlace\nHill School\toffice@hill.example\tRedditch Library\n\
                    Lost Club\trefused@club.example\t\nQuiet Club\tquiet@club.example\tevesham youth centre";

fn header(mail: &ParsedMail<'_>, name: &str) -> String {
    mail.headers.get_first_value(name).unwrap_or_default()
}

fn plain(mail: &ParsedMail<'_>) -> String {
    let part = mail.parts().find(|part| part.ctype.mimetype == "text/plain").expect("plain text");
    part.get_body().expect("text").replace("\r\n", "\n")
}

/// Writes an invitation as a member, and gives what came back.
fn write(member: &Visitor, subject: &str, list: &str) -> crate::support::http::Page {
    let words = "Come and say what should change.\n\nIt takes ten minutes.";
    member.submit(&member.get(WRITE), &[("subject", subject), ("words", words), ("list", list)])
}

#[test]
fn nothing_is_sent_before_an_officer_approves_and_then_each_gets_one_letter_with_its_link_and_poster() {
    let mail = MailServer::start();
    let town = fresh_with(|data| mail.config(data));
    let (member, officer) = (town.member(), town.officer());
    sent_back(&member, &officer);
    let wrong =
        write(&member, "Hello\r\nBcc: everybody", "X, x@example.org, Nowhere\nHill School, office(at)hill.example");
    let said = wrong.text();
    assert!(
        wrong.status == 422 && said.contains("Line 1: “Nowhere”") && said.contains("Line 2: write an email address"),
        "{said}"
    );
    looked_at_first(&member);
    let sent = write(&member, "Hello\r\nBcc: everybody", LIST);
    assert_eq!(sent.redirects_to(), Some(format!("{PAGE}?sent=1")), "{}", sent.text());
    let waits = member.get(PAGE);
    assert!(waits.text().contains("Waits for an officer") && mail.messages().is_empty());

    let forged = member.post_form("/officer/invitations/1", &[("do", "approve")]);
    assert_eq!(forged.status, 403, "a member approves nothing");
    let page = officer.get("/officer/invitations");
    let twice = page.form();
    assert_eq!(officer.submit(&page, &[("do", "approve")]).redirects_to().as_deref(), Some("/officer/invitations"));
    let late = officer.submit_form(&twice, &[("do", "approve")]);
    assert!(late.status == 422 && late.text().contains("Somebody else has decided"), "{}", late.text());

    let messages = mail.wait_for(2);
    let letters: Vec<ParsedMail<'_>> =
        messages.iter().map(|message| mailparse::parse_mail(message).expect("a message")).collect();
    let to = |who: &str| letters.iter().find(|letter| header(letter, "To") == who).expect("a letter to them");
    let school = to("office@hill.example");
    assert_eq!(header(school, "Subject"), "Hello Bcc: everybody");
    assert!(
        header(school, "Bcc").is_empty() && plain(school).contains("http://heard.example/go/redditch"),
        "{}",
        plain(school)
    );
    encloses_everything(school);
    assert!(plain(to("quiet@club.example")).contains("/go/evesham"));

    let settled = wait_for(30, || member.get(PAGE).text().contains("Refused by the mail server (550)").then_some(()));
    assert!(settled.is_some(), "{}", member.get(PAGE).text());
    let after = member.get(PAGE);
    assert!(
        after.text().contains("2 of 6 invitations sent") && !after.body.contains("hill.example"),
        "{}",
        after.text()
    );
    let again = write(&member, "Once more", LIST);
    assert!(again.text().contains("Already invited by this campaign: Hill School, Quiet Club"), "{}", again.text());
    let renamed = write(&member, "Once more", "The Hill, OFFICE@hill.example, redditch library");
    assert!(renamed.text().contains("Already invited by this campaign: The Hill"), "{}", renamed.text());
    let letters_page = officer.get("/officer/mail");
    assert!(letters_page.text().contains("2 sent, 0 waiting, 1 refused"), "{}", letters_page.text());
    assert!(!letters_page.body.contains("hill.example"), "no address stands on the page");

    never_again(&town, &member, &officer, &mail, &header(to("quiet@club.example"), "List-Unsubscribe"));
    let pages = [("list", &after), ("wrong", &wrong), ("approve", &page), ("letters", &letters_page)];
    html::assert_sound(&pages.map(|(name, page)| (name, page.body.as_str())));
}

/// What the demo left waiting is sent back, and the member sees why.
fn sent_back(member: &Visitor, officer: &Visitor) {
    let demo = officer.get("/officer/invitations");
    let returned = officer.submit(&demo, &[("do", "return"), ("remark", "Say which day.")]);
    assert_eq!(returned.redirects_to().as_deref(), Some("/officer/invitations"), "{}", returned.text());
    let again = member.get(PAGE);
    assert!(again.text().contains("Say which day.") && again.body.contains("?again="), "{}", again.text());
}

/// The poster, the slides and the card of its place are with a letter.
fn encloses_everything(school: &ParsedMail<'_>) {
    let poster = school.parts().find(|part| part.ctype.mimetype == "application/pdf").expect("a poster");
    assert!(poster.get_body_raw().expect("a file").starts_with(b"%PDF"));
    let files: Vec<String> =
        school.parts().filter_map(|part| part.get_content_disposition().params.get("filename").cloned()).collect();
    assert_eq!(files, ["poster-redditch.pdf", "slides-redditch.pdf", "card-redditch.png"]);
}

/// The letter is seen as the first of the list gets it, with what goes with it, before anything is kept.
fn looked_at_first(member: &Visitor) {
    let before = member.get(PAGE).text();
    let fields = [("subject", "Come"), ("words", "Say what should change."), ("list", LIST), ("do", "look")];
    let looked = member.submit(&member.get(WRITE), &fields);
    let text = looked.text();
    assert!(looked.status == 200 && text.contains("The letter as Hill School gets it"), "{text}");
    assert!(text.contains("Take part from Redditch Library") && text.contains("Send us no more invitations"), "{text}");
    assert!(looked.body.contains("/places/redditch/slides.pdf") && text.contains("Say what should change."), "{text}");
    assert_eq!(member.get(PAGE).text(), before, "nothing is kept");
    html::assert_sound(&[("look", &looked.body)]);
}

/// Whoever asks for no more invitations gets none, from whichever list.
fn never_again(town: &Town, member: &Visitor, officer: &Visitor, mail: &MailServer, leave: &str) {
    let path = leave.trim_matches(['<', '>']).strip_prefix("http://heard.example").expect("an address of ours");
    let anybody = Visitor::new(&town.server.address);
    let asked = anybody.get(path);
    let left = anybody.post_form(path, &[("List-Unsubscribe", "One-Click")]);
    assert!(left.status == 200 && left.text().contains("no more invitations"), "{}", left.text());
    html::assert_sound(&[("leave", &asked.body), ("left", &left.body)]);
    let before = mail.messages().len();
    write(member, "Another", "Other name, QUIET@club.example\nNew School, new@school.example");
    officer.submit(&officer.get("/officer/invitations"), &[("do", "approve")]);
    let more = mail.wait_for(before + 1);
    let settled =
        wait_for(30, || member.get(PAGE).text().contains("Not sent: they asked for no more invitations").then_some(()));
    assert!(settled.is_some() && more.len() == before + 1, "{} letters", more.len());
}

/// The page can be used at both widths, and is kept as a picture where a folder for them is named.
fn looked_at(browser: &Browser, name: &str) {
    for width in [1280, 320] {
        browser.viewport(width, 800);
        if let Some(folder) = std::env::var_os("HEARD_PICTURES") {
            browser.screenshot(&std::path::PathBuf::from(folder).join(format!("mail-{name}-{width}.png")));
        }
        assert!(!browser.scrolls_sideways(), "{name} at {width}");
        browser.assert_no_barriers();
    }
}

#[test]
fn the_pages_of_letters_can_be_used_by_everybody() {
    let mail = MailServer::start();
    let town = fresh_with(|data| mail.config(data));
    let browser = browser::open();
    browser.viewport(320, 800);
    for (name, path) in [("hear", "/hear/worcestershire-cypp"), ("hear-ur", "/hear/worcestershire-cypp?lang=ur")] {
        browser.goto(&town.server.at(path));
        looked_at(&browser, name);
    }
    browser.goto(&town.server.at("/hear/worcestershire-cypp?edition=child&lang=en"));
    browser.follow("main form .btn");
    assert!(browser.title().starts_with("Error: "), "{}", browser.title());
    looked_at(&browser, "hear-refused");
    browser.goto(&town.server.at("/hear/worcestershire-cypp/confirm?code=1"));
    looked_at(&browser, "confirm");
    browser.goto(&town.server.at("/sign-in"));
    browser.fill("#name", "officer");
    browser.fill("#password", &town.password);
    browser.follow("main form .btn");
    for (name, path) in
        [("letters", "/officer/mail"), ("approve", "/officer/invitations"), ("invitations", PAGE), ("write", WRITE)]
    {
        browser.goto(&town.server.at(path));
        looked_at(&browser, name);
    }
    browser.follow("main form .btn");
    assert!(browser.title().starts_with("Error: "), "{}", browser.title());
    looked_at(&browser, "write-refused");
}
