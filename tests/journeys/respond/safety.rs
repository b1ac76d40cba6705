//! Other websites cannot answer for people, nobody else is asked for anything, and leaving leaves nothing.

use super::super::support::browser;
use super::super::support::waiting::wait_for;
use super::{START, TEXTS, Town, answer_all, begin, led, question};

#[test]
fn forms_from_other_websites_do_nothing() {
    let town = Town::open();
    let person = town.visitor();
    begin(&person, "child");
    answer_all(&person, "words");
    for (name, value) in [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site"), ("origin", "null")] {
        for path in [format!("{START}/submit"), question("keep"), "/receipt".to_owned(), START.to_owned()] {
            let sent = person.client().post(person.whole(&path)).header(name, value).send().expect("an answer");
            assert_eq!(sent.status(), 403, "{name}: {value} to {path}");
        }
    }
    assert!(town.responses().is_empty());
    let own = town.server.address.clone();
    let ours = person.client().post(person.whole(&format!("{START}/submit"))).header("origin", own).send();
    assert_eq!(ours.expect("an answer").status(), 303);
}

#[test]
fn every_reply_is_kept_out_of_frames_caches_and_reach_of_scripts() {
    let town = Town::open();
    let person = town.visitor();
    begin(&person, "child");
    let pages = [
        person.get("/"),
        person.get(&question("district")),
        person.get("/nowhere"),
        person.post_form("/", &[]),
        person.post_form(&question("district"), &[("answer", "atlantis")]),
        person.get("/leave"),
    ];
    for page in pages {
        let policy = page.header("content-security-policy").unwrap_or_default().to_owned();
        assert!(policy.starts_with("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{}", page.path);
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(page.header("x-content-type-options"), Some("nosniff"), "{}", page.path);
        assert_eq!(page.header("cache-control"), Some("no-store"), "{}", page.path);
        assert!(page.header("strict-transport-security").is_none(), "not without TLS");
        let scripts = page.body.matches("<script").count();
        assert_eq!(scripts, page.body.matches("<script src=\"/heard.").count(), "{}: our own and no other", page.path);
        assert!(scripts <= 1, "{}", page.path);
        let sheets = page.body.matches("<style").count();
        assert_eq!(
            sheets,
            usize::from(page.path == "/" && page.status == 200),
            "{}: the sheet is inside where people come first",
            page.path
        );
        for reach in [" style=", " onclick", "src=\"http", "<iframe", "<img"] {
            assert!(!page.body.contains(reach), "{}: {reach}", page.path);
        }
    }
}

#[test]
fn over_tls_the_cookie_is_bound_to_the_website() {
    let town = Town::with("public_url = \"https://heard.example\"\n", |today| (today, today));
    let page = town.visitor().post_form(START, &[]);
    let cookie = page.header("set-cookie").expect("a cookie").to_owned();
    for part in ["__Host-heard-draft-", "HttpOnly", "Secure", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(part), "{part}: {cookie}");
    }
    assert!(!cookie.contains("Max-Age") && !cookie.contains("Domain"), "{cookie}");
    assert!(page.header("strict-transport-security").is_some());
    let own = town.visitor();
    let sent = own.client().post(own.whole(START)).header("origin", "https://heard.example").send();
    assert_eq!(sent.expect("an answer").status(), 303, "behind a proxy the origin is the address people type");
}

#[test]
fn leaving_forgets_everything_that_was_not_sent() {
    let town = Town::open();
    let person = town.visitor();
    let begun = person.post_form(START, &[]);
    let held =
        begun.header("set-cookie").and_then(|cookie| cookie.split(['=', ';']).nth(1)).expect("a cookie").to_owned();
    let draft = heard::survey::DraftToken::parse(&held).expect("a token").hash();
    person.post_form(&format!("{START}/who"), &[("perspective", "child")]);
    answer_all(&person, "a secret nobody may see");
    let store = town.store();
    let body = || store.find_draft(&draft).expect("drafts can be read").map(|(_, body)| body).unwrap_or_default();
    assert!(body().contains("a secret nobody may see"));
    let left = person.get("/leave");
    assert_eq!(left.header("location"), Some("https://www.bbc.co.uk/weather"));
    assert_eq!(led(&person.get(&question("keep"))), START);
    let emptied = wait_for(10, || (!body().contains("secret")).then_some(()));
    assert!(emptied.is_some(), "the draft still holds what was said");
    assert!(town.responses().is_empty());
}

#[test]
fn the_page_of_a_question_weighs_little_and_asks_for_two_things_more() {
    let town = Town::open();
    let person = town.visitor();
    begin(&person, "child");
    person.post_form(&question("district"), &[("skip", "1")]);
    person.post_form(&question("age-band"), &[("skip", "1")]);
    let page = person.get(&question(TEXTS[0]));
    let tree = page.tree();
    let linked: Vec<&str> = tree
        .all()
        .into_iter()
        .filter(|element| matches!(element.name.as_str(), "link" | "script" | "img" | "iframe" | "object"))
        .filter_map(|element| element.attribute("href").or(element.attribute("src")))
        .filter(|address| !address.starts_with("data:"))
        .collect();
    assert_eq!(linked.len(), 2, "{linked:?}");
    let plain = reqwest::blocking::Client::builder().gzip(false).no_proxy().build().expect("a client");
    let weigh = |address: &str, cookie: &str| {
        let request = plain.get(person.whole(address)).header("accept-encoding", "gzip").header("cookie", cookie);
        let response = request.send().expect("an answer");
        assert_eq!(response.headers().get("content-encoding").map(|value| value.as_bytes()), Some(b"gzip".as_slice()));
        let headers: usize = response.headers().iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum();
        headers + response.bytes().expect("bytes").len()
    };
    let other = town.visitor();
    let cookie =
        other.post_form(START, &[]).header("set-cookie").expect("a cookie").split(';').next().map(str::to_owned);
    let cookie = cookie.expect("a name and a value");
    let post = |path: &str, body: &'static str| {
        let request = plain.post(person.whole(path)).header("cookie", &cookie);
        request.header("content-type", "application/x-www-form-urlencoded").body(body).send().expect("an answer")
    };
    post(&format!("{START}/who"), "perspective=child");
    post(&question("district"), "skip=1");
    post(&question("age-band"), "skip=1");
    let html = weigh(&question(TEXTS[0]), &cookie);
    let (sheet, script) = (weigh(linked[0], &cookie), weigh(linked[1], &cookie));
    println!("question page {html} bytes, sheet {sheet} bytes, script {script} bytes, with headers, compressed");
    assert!(html + sheet + script <= 14 * 1024, "{html} + {sheet} + {script}");
    for address in linked {
        let kept = plain.get(person.whole(address)).send().expect("the sheet or the script");
        assert!(kept.headers()["cache-control"].to_str().expect("text").contains("immutable"));
    }
}

#[test]
fn shift_three_times_leaves_at_once_and_forgets_what_was_not_sent() {
    let town = Town::open();
    let browser = browser::open();
    browser.goto(&town.server.at(START));
    browser.follow("main form .btn");
    browser.click("input[value=child]");
    browser.follow("main form .btn");
    // The page that leaving leads to is somebody else's: where it leads is enough to see.
    let page = "document.documentElement";
    let shift = format!(
        "const press = (key) => ['keydown', 'keyup'].forEach(kind => {page}.dispatchEvent(new KeyboardEvent(kind, {{ key, bubbles: true }}))); \
         arguments[0].forEach(press); return {page}.className.includes('gone');"
    );
    let pressed = |keys: &[&str]| browser.script(&shift, vec![serde_json::json!(keys)]);
    assert_eq!(pressed(&["Shift", "Shift", "a", "Shift"]), false);
    assert_eq!(pressed(&["Shift", "Shift", "Shift"]), true);
    let left = wait_for(20, || (!browser.address().ends_with("/q/district")).then_some(()));
    assert!(left.is_some(), "{}", browser.address());
    browser.goto(&town.server.at(&question("district")));
    assert!(!browser.address().ends_with("/q/district"), "{}", browser.address());
}

#[test]
fn a_question_is_read_aloud_where_there_is_a_voice_and_there_is_no_button_where_there_is_none() {
    let town = Town::open();
    let browser = browser::open();
    let begin = || {
        browser.goto(&town.server.at(START));
        browser.follow("main form .btn");
        browser.click("input[value=child]");
        browser.follow("main form .btn");
    };
    begin();
    let shown = "const one = document.querySelector('.listen'); return one !== null && one.offsetParent !== null";
    let voices = browser.script("return speechSynthesis.getVoices().length", vec![]);
    assert_eq!(browser.script(shown, vec![]), voices.as_u64() > Some(0), "{voices}");
    browser.before_pages(
        "window.said = []; \
         Object.defineProperty(window, 'speechSynthesis', { value: { getVoices: () => [{ lang: 'en-GB' }], \
         speak: one => window.said.push([one.lang, one.text]), cancel: () => {}, addEventListener: () => {} } });",
    );
    begin();
    assert_eq!(browser.script(shown, vec![]), true);
    browser.assert_no_barriers();
    browser.click(".listen");
    let said = browser.script("return window.said", vec![]).to_string();
    for part in ["Where do you live?", "Wychavon", "I’m not sure", "\"en\""] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!(browser.text(".listen"), "Stop reading");
    browser.click(".listen");
    assert_eq!(browser.text(".listen"), "Read this to me");
    browser.goto(&town.server.at("/privacy?edition=child"));
    browser.click(".listen");
    let said = browser.script("return window.said", vec![]).to_string();
    for part in ["\"Your information\"", "\"Where your words go\"", "1. You write.", "999", "\"What you can do\""] {
        assert!(said.contains(part), "{part}: {said}");
    }
}
