//! In a real browser at both widths: stopping and coming back, changing what was sent, and paper.

use super::super::questionnaires::{QUESTIONNAIRES, officer, type_in};
use super::super::support::browser::{self, Browser};
use super::super::support::server::heard;
use super::{START, Town, question};

/// Nothing in the way and nothing off the side, on a phone and at a desk. With `HEARD_PICTURES` set to a folder, what
/// is seen is kept there.
fn fits(browser: &Browser, name: &str) {
    for width in [320, 1280] {
        browser.viewport(width, 900);
        if let Some(folder) = std::env::var_os("HEARD_PICTURES") {
            browser.screenshot(&std::path::Path::new(&folder).join(format!("{name}-{width}.png")));
        }
        assert!(!browser.scrolls_sideways(), "{name} scrolls sideways at {width}");
        browser.assert_no_barriers();
    }
}

/// Skips what is left, up to check answers.
fn skip_all(browser: &Browser) {
    while !browser.address().ends_with("/check") {
        browser.follow("main form .btn");
    }
}

fn walk(town: &Town, browser: &Browser, perspective: &str) {
    browser.goto(&town.server.at(START));
    browser.follow("main form .btn");
    browser.click(&format!("input[value={perspective}]"));
    browser.follow("main form .btn");
    fits(browser, &format!("{perspective}-question"));
    browser.follow(".later button");
    assert!(browser.address().ends_with("/later"), "{}", browser.address());
    fits(browser, &format!("{perspective}-later"));
    let place = browser.text(".code");
    browser.follow("#shared ~ form .btn");
    browser.goto(&town.server.at("/come-back"));
    fits(browser, "come-back");
    browser.follow("main form .btn");
    assert!(browser.title().starts_with("Error: "), "{}", browser.title());
    fits(browser, "come-back-error");
    browser.fill("#code", &place);
    browser.follow("main form .btn");
    assert!(browser.address().ends_with(&question("district")), "{}", browser.address());
    skip_all(browser);
    browser.follow("main form .btn");
    browser.click("input[value=no]");
    browser.follow("main form .btn");
    let receipt = browser.text(".code");
    browser.goto(&town.server.at("/receipt"));
    browser.fill("#code", &receipt);
    browser.follow("main form .btn");
    fits(browser, &format!("{perspective}-kept"));
    browser.follow("button[value=change]");
    assert!(browser.address().ends_with("/check"), "{}", browser.address());
    fits(browser, &format!("{perspective}-correcting"));
    browser.follow("main form .btn");
    browser.click("input[value=no]");
    browser.follow("main form .btn");
    assert_eq!(browser.text(".code"), receipt);
}

#[test]
fn coming_back_and_correcting_have_no_barrier_for_a_child_and_a_parent() {
    let town = Town::open();
    let browser = browser::open();
    browser.javascript(false);
    for perspective in ["child", "parent-carer"] {
        walk(&town, &browser, perspective);
    }
    assert_eq!(town.responses().len(), 2);
    for path in ["/paper", "/paper/child?lang=en", "/paper/citizen?lang=ur", "/paper/citizen?lang=en&easy=1"] {
        browser.goto(&town.server.at(&format!("{START}{path}")));
        fits(&browser, &path.replace(['/', '?', '=', '&'], "-"));
    }
    browser.goto(&town.server.at("/c/ready-for-work/paper/young-person?lang=en"));
    fits(&browser, "paper-ready-for-work");
    browser.javascript(true);
}

#[test]
fn typing_and_settling_a_paper_has_no_barrier() {
    let town = Town::open();
    let (ann, ben) = (officer(&town, "ann"), officer(&town, "ben"));
    type_in(&ann, "1", "child", &[("answer-keep", "the swings"), ("answer-district", "redditch")]);
    type_in(&ben, "1", "child", &[("answer-keep", "the swing"), ("answer-age-band", "8-11")]);
    type_in(&ann, "2", "citizen", &[("answer-keep", "parks")]);
    let data = town.database().parent().expect("a folder").to_owned();
    std::fs::write(data.join("password"), "a long enough password\n").expect("a file");
    let (data, password) = (data.to_str().expect("a plain path"), data.join("password"));
    let password = password.to_str().expect("a plain path");
    let added = heard(&["user", "add", "ben", "--data", data, "--password-file", password]);
    assert_eq!(added.status, Some(0), "{added:?}");
    let browser = browser::open();
    browser.javascript(false);
    browser.goto(&town.server.at("/sign-in"));
    browser.fill("#name", "ben");
    browser.fill("#password", "a long enough password");
    browser.follow("main .btn");
    for path in ["", "/type?number=5&perspective=child&language=en", "/settle?number=1"] {
        browser.goto(&town.server.at(&format!("{QUESTIONNAIRES}{path}")));
        fits(&browser, &format!("officer-paper{}", path.replace(['/', '?', '=', '&'], "-")));
    }
    browser.goto(&town.server.at(&format!("{QUESTIONNAIRES}/settle?number=1")));
    browser.follow("main form .btn");
    assert!(browser.count(".sum") == 1, "what is not settled is said");
    fits(&browser, "officer-paper-settle-error");
    browser.javascript(true);
}
