//! The notice of what is kept about people: everyone is led to it in the edition and the language they read.

use std::path::Path;

use super::super::support::browser::{self, Browser};
use super::super::support::http::Page;
use super::{START, Town, answer_all, begin};

const PLAIN: &str = "/privacy";
const CHILDS: &str = "/privacy?edition=child";

/// Where the links of a page to the notice lead, in their order; the last one stands in the foot.
fn notices(page: &Page) -> Vec<String> {
    let tree = page.tree();
    let links = tree.named("a").into_iter().filter_map(|link| link.attribute("href"));
    links.filter(|href| href.starts_with(PLAIN)).map(str::to_owned).collect()
}

#[test]
fn everyone_is_led_to_the_notice_of_their_edition_and_from_each_to_the_other() {
    let town = Town::open();
    let check = format!("{START}/check");
    let child = town.visitor();
    begin(&child, "child");
    answer_all(&child, "words");
    assert_eq!(notices(&child.get(&check)), [CHILDS, CHILDS]);
    let parent = town.visitor();
    assert_eq!(notices(&parent.get(START)), [PLAIN, CHILDS, PLAIN], "who will answer is not known yet");
    begin(&parent, "parent-carer");
    answer_all(&parent, "words");
    assert_eq!(notices(&parent.get(&check)), [PLAIN, PLAIN]);
    parent.post_form(&check, &[("easy-read", "yes")]);
    assert_eq!(notices(&parent.get(&check)), [CHILDS, CHILDS], "easy read leads to easy words");
    assert_eq!(notices(&parent.get(PLAIN)), [CHILDS, PLAIN]);
    assert_eq!(notices(&parent.get(CHILDS)), [PLAIN, CHILDS]);
    let unknown = parent.get("/privacy?edition=%3Cb%3E");
    assert_eq!((unknown.status, notices(&unknown).last().map(String::as_str)), (200, Some(PLAIN)));
}

/// Nothing in the way and nothing off the side at either width. With `HEARD_PICTURES` set to a folder, what is seen is
/// kept there.
fn fits(browser: &Browser, name: &str) {
    for width in [320, 1280] {
        browser.viewport(width, 800);
        if let Some(folder) = std::env::var_os("HEARD_PICTURES") {
            browser.screenshot(&Path::new(&folder).join(format!("{name}-{width}.png")));
        }
        assert!(!browser.scrolls_sideways(), "{name} scrolls sideways at {width}");
        browser.assert_no_barriers();
    }
}

#[test]
fn the_childs_notice_is_there_in_every_language_and_has_no_barrier() {
    let town = Town::open();
    let browser = browser::open();
    browser.goto(&town.server.at(CHILDS));
    let titles = [
        ("en", "Your information"),
        ("cy", "Dy wybodaeth"),
        ("pl", "Twoje dane"),
        ("ro", "Datele tale"),
        ("ur", "آپ کی معلومات"),
    ];
    for (language, title) in titles {
        browser.follow(&format!("footer a[hreflang={language}]"));
        assert!(browser.address().contains("edition=child"), "{}", browser.address());
        assert_eq!(browser.text("h1"), title);
        assert_eq!(browser.count(&format!("html[lang={language}] .child-edition .village svg")), 4);
        assert_eq!(browser.count("a.exit[href='/leave']"), 1, "whoever answers may have to leave at once");
        fits(&browser, &format!("notice-{language}-child"));
    }
    browser.follow("main .ask + p a");
    assert!(browser.address().ends_with(PLAIN), "{}", browser.address());
    assert_eq!(browser.count("html[lang=ur] .child-edition"), 0);
    fits(&browser, "notice-ur-plain");
    browser.follow("main .ask + p a");
    assert!(browser.address().ends_with(CHILDS), "{}", browser.address());
}
