//! In a real browser: without scripts, on a narrow phone, with the keyboard alone, with forced colours.

use super::super::support::browser::{self, Browser};
use super::super::support::waiting::wait_for;
use super::{START, Town, question};

/// Nothing in the way and nothing off the side, as the page is now.
fn fits(browser: &Browser) {
    assert!(!browser.scrolls_sideways(), "{} scrolls sideways", browser.address());
    browser.assert_no_barriers();
}

/// Everything from the front door to thanks by clicking and typing; gives how many pages were looked at.
fn walk(browser: &Browser, town: &Town, perspective: &str) -> usize {
    let mut looked = 0;
    let mut look = || {
        fits(browser);
        looked += 1;
    };
    browser.goto(&town.server.at("/"));
    look();
    browser.follow("main .btn");
    look();
    browser.follow("main form .btn");
    look();
    browser.follow("main form .btn");
    assert!(browser.title().starts_with("Error: "), "{}", browser.title());
    look();
    browser.click(&format!("input[value={perspective}]"));
    browser.follow("main form .btn");
    while !browser.address().ends_with("/check") {
        look();
        if browser.count("textarea") > 0 {
            browser.fill("textarea", "Buses in the evening, and someone to talk to");
        } else {
            browser.click("#answer");
        }
        browser.follow("main form .btn");
    }
    look();
    browser.follow(".ans:last-child .ch a");
    look();
    browser.follow("main form .btn");
    assert!(browser.address().ends_with("/check"), "{}", browser.address());
    browser.follow("main form .btn");
    assert!(browser.address().ends_with("/about-you"), "{}", browser.address());
    look();
    browser.follow("main form .btn");
    assert!(browser.title().starts_with("Error: "), "{}", browser.title());
    look();
    browser.click("input[value=yes]");
    browser.follow("main form .btn");
    while !browser.address().ends_with("/send") {
        look();
        browser.follow("main form .btn");
    }
    look();
    browser.follow("main form .btn");
    assert!(browser.address().ends_with("/thanks"), "{}", browser.address());
    look();
    let code = browser.text(".code");
    browser.goto(&town.server.at("/receipt"));
    look();
    browser.fill("#code", &code);
    browser.follow("main form .btn");
    assert!(browser.text("main").contains("Buses in the evening"));
    look();
    looked
}

#[test]
fn a_child_answers_on_a_phone_without_scripts() {
    let town = Town::open();
    let browser = browser::open();
    browser.javascript(false);
    browser.viewport(320, 640);
    assert_eq!(walk(&browser, &town, "child"), 22);
    assert_eq!(town.responses().len(), 1);
}

#[test]
fn a_parent_answers_at_a_desk_and_every_page_has_no_barrier() {
    let town = Town::open();
    let browser = browser::open();
    browser.viewport(1280, 900);
    walk(&browser, &town, "parent-carer");
    for path in ["/help", "/privacy", "/accessibility", "/complain", "/nowhere"] {
        browser.goto(&town.server.at(path));
        fits(&browser);
        browser.viewport(320, 640);
        fits(&browser);
        browser.viewport(1280, 900);
    }
    assert_eq!(town.responses().len(), 1);
}

#[test]
fn an_error_takes_the_focus_and_leads_to_its_field_by_keyboard() {
    let town = Town::open();
    let browser = browser::open();
    let browser = &*browser;
    browser.goto(&town.server.at(START));
    browser.follow("main form .btn");
    browser.follow("main form .btn");
    let focused = "return document.activeElement.className";
    assert_eq!(browser.script(focused, vec![]), "sum");
    browser.press(thirtyfour::Key::Tab);
    browser.press(thirtyfour::Key::Enter);
    assert_eq!(browser.script("return document.activeElement.id", vec![]), "perspective");
    let covered = "const top = document.querySelector('.top').getBoundingClientRect().bottom; \
                   return document.querySelector('.err').getBoundingClientRect().top < top";
    assert_eq!(browser.script(covered, vec![]), false, "the message stands below the top that sticks");
    browser.press(thirtyfour::Key::Space);
    browser.press(thirtyfour::Key::Enter);
    let led = wait_for(10, || browser.address().ends_with(&question("district")).then_some(()));
    assert!(led.is_some(), "{}", browser.address());
}

#[test]
fn someone_can_leave_at_once_from_every_step_by_the_second_tab_stop() {
    let town = Town::open();
    let browser = browser::open();
    let browser = &*browser;
    browser.goto(&town.server.at(START));
    browser.follow("main form .btn");
    assert_eq!(browser.count("a.exit[href='/leave']"), 1);
    browser.press(thirtyfour::Key::Tab);
    assert_eq!(browser.script("return document.activeElement.textContent", vec![]), "Skip to main content");
    let stop = "return document.activeElement.getAttribute('href')";
    browser.press(thirtyfour::Key::Tab);
    assert_eq!(browser.script(stop, vec![]), "/leave");
}

#[test]
fn dark_pages_and_forced_colours_have_no_barrier_either() {
    let town = Town::open();
    let browser = browser::open();
    let browser = &*browser;
    browser.goto(&town.server.at(START));
    browser.follow("main form .btn");
    browser.click("input[value=child]");
    browser.follow("main form .btn");
    for features in [[("prefers-color-scheme", "dark")], [("forced-colors", "active")]] {
        browser.prefers(&features);
        for path in ["/", START, &question("district"), "/receipt"] {
            browser.goto(&town.server.at(path));
            fits(browser);
        }
    }
    browser.prefers(&[]);
}
