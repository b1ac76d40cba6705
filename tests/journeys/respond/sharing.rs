//! Children who take turns on one device find nothing of each other; and the pages of groups as people look at them.

use super::super::support::browser::{self, Browser};
use super::groups::start;
use super::{START, TEXTS, Town, answer_all, led, question, send};

const SECRET: &str = "what the first child wrote";

#[test]
fn the_next_person_finds_nothing_of_the_one_before() {
    let town = Town::open();
    let code = start(&town, &[("perspective", "child"), ("device", "shared")]);
    let way = format!("{START}/in/{code}");
    let device = town.visitor();
    assert_eq!(led(&device.post_form(&way, &[])), question("district"), "who they are is not asked");
    answer_all(&device, SECRET);
    let receipt = send(&device);
    let thanks = device.get(&format!("{START}/thanks"));
    assert!(thanks.text().contains("Next person") && !thanks.body.contains("receipt.txt"), "{}", thanks.text());
    let next = device.post_form(&format!("{START}/finish"), &[]);
    assert_eq!(led(&next), way);
    assert_eq!(next.header("clear-site-data"), Some("\"cache\", \"storage\""));
    let pages = ["/thanks", "/receipt.txt", "/check", "/q/important", "/send", "/about-you"];
    for page in pages.iter().map(|rest| format!("{START}{rest}")).chain(["/receipt".to_owned(), way.clone()]) {
        let shown = device.follow(device.get(&page));
        assert_eq!(shown.header("cache-control"), Some("no-store"), "{page}");
        assert!(!shown.body.contains(SECRET) && !shown.body.contains(&receipt), "{page}");
    }
    // The second child stops halfway; opening the code again forgets them too.
    assert_eq!(led(&device.post_form(&way, &[])), question("district"));
    device.post_form(&question("district"), &[("skip", "1")]);
    device.post_form(&question("age-band"), &[("skip", "1")]);
    device.post_form(&question(TEXTS[0]), &[("answer", SECRET)]);
    assert!(device.get(&question(TEXTS[0])).body.contains(SECRET));
    let opened = device.get(&way);
    assert!(opened.status == 200 && !opened.text().contains("Go on where you were"), "{}", opened.text());
    assert!(opened.header("clear-site-data").is_some());
    assert!(!device.follow(device.get(&question(TEXTS[0]))).body.contains(SECRET));
    // Leaving forgets the group as well.
    device.post_form(&way, &[]);
    let left = device.get("/leave");
    let gone: Vec<_> = left.headers.get_all("set-cookie").iter().filter_map(|cookie| cookie.to_str().ok()).collect();
    assert!(gone.iter().any(|cookie| cookie.starts_with("heard-way-") && cookie.contains("Max-Age=0")), "{gone:?}");
    assert_eq!(town.responses().len(), 1);
}

#[test]
fn on_a_device_of_ones_own_the_code_can_be_kept_and_nothing_says_next_person() {
    let town = Town::open();
    let code = start(&town, &[]);
    let own = town.visitor();
    own.post_form(&format!("{START}/in/{code}"), &[]);
    own.post_form(&format!("{START}/who"), &[("perspective", "child")]);
    let again = own.get(&format!("{START}/in/{code}"));
    assert!(again.text().contains("Go on where you were") && again.header("clear-site-data").is_none());
    answer_all(&own, "words");
    send(&own);
    let thanks = own.get(&format!("{START}/thanks"));
    assert!(!thanks.text().contains("Next person") && thanks.body.contains("receipt.txt"));
    assert_eq!(led(&own.post_form(&format!("{START}/finish"), &[])), "/");
}

/// Nothing in the way and nothing off the side at either width.
fn fits(browser: &Browser) {
    for width in [320, 1280] {
        browser.viewport(width, 800);
        assert!(!browser.scrolls_sideways(), "{} at {width} scrolls sideways", browser.address());
        browser.assert_no_barriers();
    }
}

#[test]
fn a_teacher_and_two_children_share_a_browser_and_the_back_button_shows_nothing() {
    let town = Town::open();
    let browser = browser::open();
    browser.goto(&town.server.at(&format!("{START}/group")));
    fits(&browser);
    browser.follow("main form .btn");
    assert!(browser.title().starts_with("Error: "), "{}", browser.title());
    fits(&browser);
    browser.fill("#name", "Year 6, Tuesday");
    browser.fill("#headcount", "28");
    browser.click("#perspective-child");
    browser.click("#device-shared");
    browser.follow("main form .btn");
    fits(&browser);
    let code = browser.text(".code");
    browser.goto(&town.server.at("/join"));
    fits(&browser);
    browser.fill("#code", "oops");
    browser.follow("main form .btn");
    fits(&browser);
    browser.fill("#code", &code.to_lowercase());
    browser.follow("main form .btn");
    assert!(browser.text("main").contains("Year 6, Tuesday"));
    fits(&browser);
    let begins = browser.address();
    browser.follow("main form .btn");
    while !browser.address().ends_with("/check") {
        if browser.count("textarea") > 0 {
            browser.fill("textarea", SECRET);
        }
        browser.follow("main form .btn");
    }
    browser.follow("main form .btn");
    browser.click("input[value=no]");
    browser.follow("main form .btn");
    assert!(browser.address().ends_with("/thanks"), "{}", browser.address());
    fits(&browser);
    let receipt = browser.text(".code");
    browser.follow("form[action$='/finish'] .btn");
    assert_eq!(browser.address(), begins);
    let cookies = browser.run(browser.driver().get_all_cookies());
    let held: Vec<&str> = cookies.iter().map(|cookie| cookie.name.as_str()).collect();
    assert_eq!(held, ["heard-way-worcestershire-cypp"], "only the group's own");
    for _ in 0..12 {
        browser.run(browser.driver().back());
        let shown = browser.source();
        assert!(!shown.contains(SECRET) && !shown.contains(&receipt), "{} shows it", browser.address());
    }
}
