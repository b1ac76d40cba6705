//! An officer writes a survey in the browser, people answer it, and what would spoil comparison can no longer change.

use jiff::ToSpan;

use crate::support::http::{Form, Page, Visitor};
use crate::support::server::{Server, heard};
use crate::support::{browser, html};

const PASSWORD: &str = "a long password for tests";
/// Words that try to be markup.
const HOSTILE: &str = "Had <script>alert(1)</script><img src=x onerror=alert(2)> \"fun\"?";
const SURVEY: &str = "/officer/surveys/our-park";

struct Desk {
    _folder: tempfile::TempDir,
    server: Server,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path().to_str().expect("a plain path");
        let password = folder.path().join("password");
        std::fs::write(&password, PASSWORD).expect("a file");
        let password = password.to_str().expect("a plain path");
        let said = heard(&["user", "add", "officer", "--password-file", password, "--data", data]);
        assert_eq!(said.status, Some(0), "{said:?}");
        Self { server: Server::start(folder.path(), &[]), _folder: folder }
    }

    fn visitor(&self) -> Visitor {
        Visitor::new(&self.server.address)
    }

    fn officer(&self) -> Visitor {
        let officer = self.visitor();
        let signed_in = officer.submit(&officer.get("/sign-in"), &[("name", "officer"), ("password", PASSWORD)]);
        assert_eq!(signed_in.status, 303);
        officer
    }
}

/// The last form of a page that is posted to this address, or asks it where none is.
fn form_to(page: &Page, action: &str) -> Form {
    let mut forms: Vec<Form> = page.forms().into_iter().filter(|form| form.action == action).collect();
    forms.sort_by_key(|form| form.method == "post");
    let form = forms.pop();
    form.unwrap_or_else(|| panic!("{} has no form to {action}: {}", page.path, page.body))
}

/// Changes fields of the form of a page and sends it; gives the page that follows.
fn save(officer: &Visitor, address: &str, changes: &[(&str, &str)]) -> Page {
    let form = form_to(&officer.get(address), address);
    let sent = officer.submit_form(&form, changes);
    assert_eq!(sent.status, 303, "{address}: {}", sent.body);
    officer.follow(sent)
}

fn publish(officer: &Visitor) -> Page {
    let csrf = form_to(&officer.get(&format!("{SURVEY}/settings")), &format!("{SURVEY}/settings"));
    officer.follow(officer.submit_form(&Form { action: format!("{SURVEY}/publish"), ..csrf }, &[]))
}

/// A survey of three questions, the second only for those who said yes to the first; not published.
fn write_survey(officer: &Visitor) {
    save(officer, "/officer/surveys", &[("title", "Our park & <b>yours</b>"), ("key", "our-park")]);
    for (ask, kind, key) in [
        (HOSTILE, "one-of", "had"),
        ("How many days?", "number", "days"),
        ("What should change?", "long-text", "change"),
    ] {
        save(officer, SURVEY, &[("ask", ask), ("kind", kind), ("key", key)]);
    }
    save(officer, &format!("{SURVEY}/question/had"), &[("options", "yes | Yes\nNo, never")]);
    save(
        officer,
        &format!("{SURVEY}/question/days"),
        &[("least", "1"), ("most", "100"), ("when-question|0", "had"), ("when-answer|0", "yes")],
    );
}

fn make_whole(officer: &Visitor) {
    let today = heard::web::today();
    let (opens, closes) = (today.saturating_sub(1.days()).to_string(), today.saturating_add(9.days()).to_string());
    let help = [("h-name|0", "Childline"), ("h-for|0", "children"), ("h-phone|0", "0800 1111")];
    let days = [("organisation", "Anytown <i>Council</i>"), ("opens", opens.as_str()), ("closes", closes.as_str())];
    save(officer, &format!("{SURVEY}/settings"), &[&days[..], &help[..]].concat());
    save(
        officer,
        &format!("{SURVEY}/words/en"),
        &[
            ("start|summary", "One page.\r\n\r\nTwo."),
            ("start|who_asks", "We do."),
            ("start|why", "To know."),
            ("start|how_long", "A minute."),
            ("start|what_happens", "We read it."),
            ("start|undecided", "Everything."),
            ("perspective|everyone|name", "Person"),
            ("perspective|everyone|plural", "People"),
            ("perspective|everyone|choose", "I live here"),
        ],
    );
}

#[test]
fn who_agreed_to_the_assessment_is_said_to_officers_and_a_link_that_could_run_is_refused() {
    let desk = Desk::new();
    let officer = &desk.officer();
    write_survey(officer);
    make_whole(officer);
    let settings = format!("{SURVEY}/settings");
    let agreed = |link: &str| {
        let fields = [("assessment-link", link), ("assessment-by", "The DPO"), ("assessment-on", "2026-10-01")];
        save(officer, &settings, &fields)
    };
    let refused = agreed("javascript:alert(1)");
    assert!(refused.text().contains("an address that begins with https://"), "{}", refused.text());
    agreed("https://anytown.example/dpia");
    publish(officer);
    let page = officer.get("/officer/c/our-park/data-protection");
    let text = page.text();
    assert!(text.contains("Agreed by The DPO on 1 October 2026") && text.contains("What should change?"), "{text}");
    assert!(page.body.contains("href=\"https://anytown.example/dpia\"") && !page.body.contains("javascript:"));
    let none = officer.get("/officer/c/bullying/data-protection").text();
    assert!(none.contains("No assessment has been agreed") && none.contains("can hurt"), "{none}");
}

fn pages() -> Vec<String> {
    let rest = [
        "",
        "/question/had",
        "/question/days",
        "/words/en",
        "/words/en?question=days&edition=everyone",
        "/settings",
        "/check",
        "/check?refused",
        "/preview",
        "/try?perspective=everyone&lang=en",
        "/try?perspective=everyone&lang=en&at=had&answer=yes",
        "/try?perspective=everyone&lang=en&at=days&answer=many&said-had=yes",
        "/try?perspective=everyone&lang=en&said-had=no-never&said-change=x",
        "/versions",
        "/versions?see=1",
    ];
    let mut pages: Vec<String> = rest.iter().map(|rest| format!("{SURVEY}{rest}")).collect();
    pages.push("/officer/surveys".to_owned());
    pages.push("/officer/surveys?from=bullying".to_owned());
    let bundled =
        ["/words/ur", "/preview?perspective=child", "/preview?perspective=citizen&lang=ur&easy=1", "/question/sex"];
    pages.extend(bundled.map(|rest| format!("/officer/surveys/worcestershire-cypp{rest}")));
    pages
}

/// Someone answers the whole survey; gives the page of the first question.
fn answer(visitor: &Visitor) -> Page {
    let begun = visitor.follow(visitor.submit_form(&form_to(&visitor.get("/c/our-park"), "/c/our-park"), &[]));
    let had = visitor.follow(visitor.submit(&begun, &[("perspective", "everyone")]));
    let days = visitor.follow(visitor.submit(&had, &[("answer", "yes")]));
    assert!(days.body.contains("How many days?"), "{}", days.body);
    let change = visitor.follow(visitor.submit(&days, &[("answer", "3")]));
    let check = visitor.follow(visitor.submit(&change, &[("answer", "More benches")]));
    let thanks = visitor.follow(visitor.submit_form(&form_to(&check, "/c/our-park/submit"), &[]));
    assert!(thanks.path.ends_with("/thanks"), "{}", thanks.path);
    had
}

#[test]
fn an_officer_writes_publishes_and_may_then_only_change_what_harms_nothing() {
    let desk = Desk::new();
    let (officer, visitor) = (desk.officer(), desk.visitor());
    write_survey(&officer);
    let refused = publish(&officer);
    assert!(refused.body.contains("Not published.") && refused.body.contains("undecided"), "{}", refused.body);
    assert_eq!(visitor.get("/c/our-park").status, 404);
    make_whole(&officer);
    let preview = officer.get(&format!("{SURVEY}/preview"));
    assert!(preview.body.contains("if had is yes") && preview.body.contains("How many days?"), "{}", preview.body);
    assert_eq!(visitor.get("/c/our-park").status, 404);
    let published = publish(&officer);
    assert!(published.path.ends_with("/versions") && published.body.contains("Version 1"), "{}", published.body);
    let had = answer(&visitor);
    for page in [&had, &preview, &officer.get(&format!("{SURVEY}/words/en")), &officer.get(SURVEY)] {
        assert!(page.body.contains("&lt;script&gt;alert(1)") && !page.body.contains("<script>alert"), "{}", page.body);
        assert!(!page.body.contains("<img src=x") && !page.body.contains("<b>yours"), "{}", page.body);
    }

    save(&officer, &format!("{SURVEY}/question/had"), &[("options", "yes | Yes\nNo, never\nPerhaps")]);
    let refused = publish(&officer);
    assert!(refused.body.contains("question.had.options") && refused.body.contains("those before had others"));
    assert!(!desk.visitor().get("/c/our-park").body.contains("Perhaps"));
    officer.submit_form(&form_to(&officer.get(&format!("{SURVEY}/settings")), &format!("{SURVEY}/discard")), &[]);
    assert!(!officer.get(&format!("{SURVEY}/question/had")).body.contains("Perhaps"));

    save(&officer, &format!("{SURVEY}/words/en"), &[("hint|had|any", "Any <u>day</u>")]);
    let published = publish(&officer);
    assert!(published.body.contains("Version 2"), "{}", published.body);
    let again = desk.visitor();
    assert!(answer(&again).body.contains("Any &lt;u&gt;day"));
    let back = form_to(&officer.get(&format!("{SURVEY}/versions")), &format!("{SURVEY}/versions"));
    officer.submit_form(&back, &[("number", "1")]);
    assert!(!officer.get(&format!("{SURVEY}/words/en")).body.contains("Any &lt;u&gt;day"));
}

#[test]
fn a_walk_follows_the_routing_and_keeps_nothing() {
    let desk = Desk::new();
    let officer = desk.officer();
    write_survey(&officer);
    let walk = |rest: &str| officer.get(&format!("{SURVEY}/try?perspective=everyone&lang=en{rest}"));
    let first = walk("");
    let form = form_to(&first, &format!("{SURVEY}/try"));
    assert_eq!(form.method, "get");
    let asked = |page: &Page| {
        page.body
            .split("class=\"shown\"")
            .nth(1)
            .unwrap_or_default()
            .split("So far")
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    assert!(asked(&officer.submit_form(&form, &[("answer", "yes")])).contains("How many days?"));
    assert!(asked(&officer.submit_form(&form, &[("answer", "no-never")])).contains("What should change?"));
    let refused = walk("&at=days&answer=many&said-had=yes");
    assert!(refused.body.contains("answer-error") && refused.body.contains("value=\"many\""), "{}", refused.body);
    let over = walk("&said-had=no-never&said-change=x");
    assert!(over.body.contains("The end.") && over.body.contains("Not asked on this way"), "{}", over.body);
}

#[test]
fn strangers_and_forged_forms_change_nothing_and_bundled_surveys_stay() {
    let desk = Desk::new();
    let (officer, stranger) = (desk.officer(), desk.visitor());
    write_survey(&officer);
    for page in pages() {
        assert_eq!(stranger.get(&page).status, 303, "{page}");
    }
    let forged = officer.post_form(SURVEY, &[("do", "remove"), ("question", "had"), ("csrf", "guess")]);
    assert_eq!(forged.status, 403);
    assert!(officer.get(SURVEY).body.contains("/question/had"));
    let csrf = form_to(&officer.get(SURVEY), SURVEY);
    let bundled = Form { action: "/officer/surveys/bullying".to_owned(), ..csrf };
    assert_eq!(officer.submit_form(&bundled, &[("do", "remove"), ("question", "where")]).status, 409);
    for missing in [
        "/officer/surveys/nothing",
        "/officer/surveys/..%2f..",
        "/officer/surveys/our-park/question/x",
        "/officer/surveys/our-park/words/xx",
    ] {
        assert_eq!(officer.get(missing).status, 404, "{missing}");
    }
    let copied = save(&officer, "/officer/surveys", &[("title", "Bullying again"), ("key", ""), ("from", "bullying")]);
    assert!(
        copied.path.starts_with("/officer/surveys/bullying-again") && copied.body.contains("card"),
        "{}",
        copied.path
    );
    let taken = form_to(&officer.get("/officer/surveys"), "/officer/surveys");
    assert_eq!(officer.submit_form(&taken, &[("title", "x"), ("key", "bullying")]).status, 422);
}

#[test]
fn the_editor_has_no_barriers_at_both_widths_and_is_sound_html() {
    let desk = Desk::new();
    let officer = desk.officer();
    write_survey(&officer);
    make_whole(&officer);
    publish(&officer);
    save(&officer, &format!("{SURVEY}/words/en"), &[("ask|days|any", "Days?")]);
    let all: Vec<(String, String)> = pages().into_iter().map(|path| (path.clone(), officer.get(&path).body)).collect();
    let all: Vec<(&str, &str)> = all.iter().map(|(path, body)| (path.as_str(), body.as_str())).collect();
    html::assert_sound(&all);
    let browser = browser::open();
    browser.javascript(false);
    browser.viewport(1280, 900);
    browser.goto(&desk.server.at("/sign-in"));
    browser.fill("#name", "officer");
    browser.fill("#password", PASSWORD);
    browser.follow("main .btn");
    for width in [1280, 320] {
        browser.viewport(width, 900);
        for page in &pages() {
            browser.goto(&desk.server.at(page));
            assert!(!browser.scrolls_sideways(), "{page} at {width}");
            browser.assert_no_barriers();
        }
    }
    browser.javascript(true);
}
