//! The machinery itself: that it starts what it should, ends it, and finds the faults it is there to find.

use crate::support::keeper::Keeper;
use crate::support::postgres::{Postgres, fresh_database};
use crate::support::waiting::wait_for;
use crate::support::{browser, html, http, markup};
use std::io::{Read, Write};
use std::net::TcpListener;

/// A page with nothing wrong, and one form on it.
const SOUND: &str = r##"<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Your district</title></head>
<body><main><h1>Which district?</h1><form action="/next" method="post"><input type="hidden" name="token" value="a&amp;b">
<fieldset aria-describedby="h"><legend>Where you live</legend><p class="hint" id="h">Choose one.</p>
<label><input type="radio" name="district" value="redditch"> Redditch</label>
<label><input type="radio" name="district" value="wychavon" checked> Wychavon</label></fieldset>
<label for="w">Why?</label><textarea id="w" name="why" rows="3">
so &lt;far&gt;</textarea><button type="submit">Continue</button></form></main></body></html>"##;

/// `SOUND` with another form in it.
fn with_form(form: &str) -> String {
    let (before, rest) = SOUND.split_once("<form").expect("the sound page has a form");
    let (_, after) = rest.split_once("</form>").expect("its form ends");
    format!("{before}<form action=\"/next\" method=\"post\">{form}</form>{after}")
}

/// A server that gives each connection the next of these answers; its address.
fn answering(answers: Vec<String>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a loopback port");
    let address = format!("http://{}", listener.local_addr().expect("bound"));
    std::thread::spawn(move || {
        for answer in answers {
            let (mut stream, _) = listener.accept().expect("a visitor comes");
            let mut asked = Vec::new();
            let mut part = [0; 4096];
            let wanted = loop {
                let read = stream.read(&mut part).expect("a request can be read");
                asked.extend_from_slice(&part[..read]);
                let text = String::from_utf8_lossy(&asked).into_owned();
                let length = text
                    .to_lowercase()
                    .split("content-length: ")
                    .nth(1)
                    .and_then(|rest| rest.split("\r\n").next().and_then(|number| number.parse::<usize>().ok()));
                if text.split_once("\r\n\r\n").is_some_and(|(_, body)| body.len() >= length.unwrap_or(0)) {
                    break text;
                }
            };
            let answer = answer.replace("{{asked}}", &wanted.replace("\r\n", "\n"));
            stream.write_all(answer.as_bytes()).expect("an answer can be sent");
        }
    });
    address
}

fn page(headers: &str, body: &str) -> String {
    let length = if body.contains("{{asked}}") { String::new() } else { format!("Content-Length: {}\r\n", body.len()) };
    format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{length}Connection: close\r\n{headers}\r\n{body}")
}

#[test]
fn each_database_of_the_tests_own_postgres_is_empty_and_its_own() {
    let postgres = Postgres::start();
    let (first, second) = (postgres.fresh_database(), postgres.fresh_database());
    assert_ne!(first, second);
    let name = |address: &str| address.rsplit('/').next().expect("an address ends in a name").to_owned();
    postgres
        .run_sql(&name(&first), "CREATE TABLE answer (words text); INSERT INTO answer VALUES ('ŵy')")
        .expect("runs");
    assert_eq!(postgres.run_sql(&name(&first), "SELECT words FROM answer").as_deref(), Ok("ŵy"));
    let absent = postgres.run_sql(&name(&second), "SELECT words FROM answer");
    assert!(absent.is_err_and(|problem| problem.contains("does not exist")));
    assert_eq!(postgres.run_sql("postgres", "SHOW fsync").as_deref(), Ok("on"));
    assert_ne!(fresh_database(), fresh_database());
}

#[test]
fn a_kept_program_ends_with_its_keeper_and_its_folder_goes() {
    let folder = tempfile::tempdir().expect("a temporary folder").keep();
    let keeper = Keeper::start(&["sleep".to_owned(), "600".to_owned()], &folder, "TERM");
    assert!(keeper.is_running());
    drop(keeper);
    assert!(!folder.exists(), "the folder stayed");
    let folder = tempfile::tempdir().expect("a temporary folder").keep();
    let keeper = Keeper::start(&["false".to_owned()], &folder, "TERM");
    assert_eq!(wait_for(10, || (!keeper.is_running()).then_some(true)), Some(true));
}

#[test]
fn axe_finds_a_planted_barrier_and_none_on_a_sound_page() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let address = |name: &str, html: &str| {
        std::fs::write(folder.path().join(name), html).expect("a page is written");
        format!("file://{}", folder.path().join(name).display())
    };
    let browser = browser::open();
    browser.goto(&address("sound.html", SOUND));
    browser.assert_no_barriers();
    let fault = SOUND.replace("<form", "<img src=\"data:,\"><form");
    browser.goto(&address("fault.html", &fault));
    let rules: Vec<String> = browser.axe().into_iter().map(|violation| violation.rule).collect();
    assert_eq!(rules, ["image-alt"]);
    browser.viewport(320, 640);
    assert!(!browser.scrolls_sideways());
    browser.goto(&address("wide.html", &SOUND.replace("<h1", "<h1 style=\"width:1000px\"")));
    assert!(browser.scrolls_sideways());
    let picture = folder.path().join("wide.png");
    browser.screenshot(&picture);
    let png = std::fs::read(picture).expect("the picture is there");
    assert_eq!(&png[16..20], 1008_u32.to_be_bytes(), "the picture shows the whole width");
}

#[test]
fn the_browser_fills_forms_and_scripts_run_only_when_they_may() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("page.html");
    let script = "<script>document.querySelector('h1').textContent = 'Scripts run';</script></body>";
    std::fs::write(&path, SOUND.replace("</body>", script)).expect("a page is written");
    let address = format!("file://{}", path.display());
    let browser = browser::open();
    browser.goto(&address);
    assert_eq!(browser.text("h1"), "Scripts run");
    browser.fill("textarea", "More buses");
    assert_eq!(browser.script("return document.querySelector('textarea').value;", vec![]), "More buses");
    browser.click("input[value=redditch]");
    assert_eq!(browser.count("input:checked"), 1);
    browser.javascript(false);
    browser.goto(&address);
    assert_eq!(browser.text("h1"), "Which district?");
    browser.assert_no_barriers();
    assert_eq!(browser.text("h1"), "Which district?", "axe must not wake the page's scripts");
    browser.prefers(&[("forced-colors", "active")]);
    assert_eq!(browser.script("return matchMedia('(forced-colors: active)').matches;", vec![]), true);
    browser.prefers(&[]);
}

#[test]
fn html_validate_reads_many_pages_at_once_and_says_where_each_is_wrong() {
    let fault = SOUND.replace("<main>", "<main><p><div>in a paragraph</div></p>");
    let faults = html::validate(&[("sound", SOUND), ("fault", &fault)]);
    assert!(!faults.is_empty() && faults.iter().all(|line| line.starts_with("fault:3:")), "{faults:#?}");
    html::assert_sound(&[("sound", SOUND)]);
}

#[test]
fn our_own_rules_find_what_checkers_miss_in_forms() {
    let radio =
        |name: &str, id: &str| format!("<label for='{id}'>{id}</label><input type=radio name={name} id='{id}'>");
    let cases = [
        ("<input type='text' name='a'>".to_owned(), "has no label"),
        ("<input type='search' name='q' placeholder='Search'>".to_owned(), "has no label"),
        ("<label for='a'></label><input id='a' type='text'>".to_owned(), "has no label"),
        ("<label id='x'>Form</label><input id='a' type='checkbox'>".to_owned(), "has no label"),
        ("<fieldset>no legend</fieldset>".to_owned(), "does not begin with a legend"),
        ("<fieldset><legend> </legend></fieldset>".to_owned(), "does not begin with a legend"),
        ("<fieldset><p>First</p><legend>Late</legend></fieldset>".to_owned(), "does not begin with a legend"),
        (radio("account", "yes") + radio("account", "no").as_str(), "stand in no fieldset"),
        (radio("waste", "a").replace("radio", "checkbox").repeat(2), "stand in no fieldset"),
        ("<label for='d'>Issued</label><label for='d'>Day</label><input id='d'>".to_owned(), "two labels are for"),
        ("<label>Name<input name='a'></label><label>Name<input name='b'></label>".to_owned(), "are called \"Name\""),
        (
            "<label for='n'>Number</label><p class='hint'>On your slip</p><input id='n'>".to_owned(),
            "hint \"On your slip\"",
        ),
        (
            "<label>Phone<span class='msg'>is not valid</span><input name='p'></label>".to_owned(),
            "error \"is not valid\"",
        ),
        ("<div role='alert'>Fix the errors</div>".to_owned(), "summary links to no control"),
        ("<div role='alert'><a href='#gone'>Fix it</a></div>".to_owned(), "leads to #gone"),
        (
            "<label for='n'>N</label><input id='n' aria-describedby='gone'>".to_owned(),
            "\"gone\" on <input> leads nowhere",
        ),
        ("<p id='a'></p><p id='a'></p>".to_owned(), "two elements have id"),
        ("<h1>Again</h1>".to_owned(), "one h1"),
    ];
    for (form, fault) in cases {
        let found = html::our_faults(&with_form(&form)).join("\n");
        assert!(found.contains(fault), "{form} should give \"{fault}\" and gave \"{found}\"");
    }
    assert!(html::our_faults(&SOUND.replace("Your district", "Error: Your district")).join("").contains("only then"));
    assert!(html::our_faults(&SOUND.replace(" lang=\"en-GB\"", "")).join("").contains("no language"));
    assert_eq!(html::our_faults(SOUND), Vec::<String>::new());
}

#[test]
fn markup_that_does_not_close_in_turn_is_refused_and_references_are_read() {
    for wrong in ["<p><b></p></b>", "<p>", "</p>", "<p class=\"a>", "<!-- "] {
        assert!(markup::parse(wrong).is_err(), "{wrong}");
    }
    let tree = markup::parse("<p title='a&quot;b'>&lt;i&gt; &#x77; &#119; &unknown; &</p><br><hr/>").expect("sound");
    let paragraph = tree.named("p")[0];
    assert_eq!(paragraph.text(), "<i> w w &unknown; &");
    assert_eq!(paragraph.attribute("title"), Some("a\"b"));
    assert_eq!(tree.elements().count(), 3);
}

#[test]
fn a_visitor_sends_what_the_form_carries_and_keeps_cookies() {
    let redirect = "HTTP/1.1 303 See Other\r\nLocation: /thanks?a=1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    let answers =
        [page("Set-Cookie: draft=7; Path=/; HttpOnly\r\n", SOUND), redirect.to_owned(), page("", "<p>{{asked}}</p>")];
    let visitor = http::Visitor::new(&answering(answers.to_vec()));
    let first = visitor.get("/c/town");
    let form = first.form();
    assert_eq!((form.action.as_str(), form.method.as_str()), ("/next", "post"));
    let carried = [("token", "a&b"), ("district", "wychavon"), ("why", "so <far>")];
    assert_eq!(form.fields, carried.map(|(name, value)| (name.to_owned(), value.to_owned())));
    let answer = visitor.submit(&first, &[("district", "redditch")]);
    assert_eq!((answer.status, answer.redirects_to().as_deref()), (303, Some("/thanks?a=1")));
    let thanks = visitor.follow(answer).text();
    assert!(thanks.contains("GET /thanks?a=1") && thanks.contains("draft=7"), "{thanks}");
}
