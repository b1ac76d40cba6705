//! Going back: with the page's own button, which keeps what was typed; with the browser's, which must show nothing of
//! whoever was here before; and asking for a page's head alone.

use super::super::support::browser;
use super::{START, Town, answer_all, begin, code, led, question};

#[test]
fn back_keeps_what_was_typed_and_is_not_held_up_by_what_cannot_be_taken() {
    let town = Town::open();
    let child = town.visitor();
    begin(&child, "child");
    let mut next = led(&child.post_form(&question("district"), &[("answer", "redditch")]));
    while next != question("important") {
        next = led(&child.post_form(&next, &[("skip", "1")]));
    }
    let before = led(&child.post_form(&next, &[("answer", "my nan and my dog"), ("back", "1")]));
    assert_ne!(before, question("challenges"));
    assert!(child.get(&question("important")).body.contains("my nan and my dog"));
    let long = "a".repeat(10_001);
    assert_eq!(led(&child.post_form(&question("important"), &[("answer", &long), ("back", "1")])), before);
    assert!(child.get(&question("important")).body.contains("my nan and my dog"), "what was kept stays");
    // Whoever goes back without a word has not gone past the question.
    let other = town.visitor();
    begin(&other, "citizen");
    assert_eq!(led(&other.post_form(&question("district"), &[("back", "1")])), format!("{START}/who"));
    assert_eq!(led(&other.get(&question("important"))), question("district"));
}

#[test]
fn the_enter_key_goes_on_and_the_buttons_of_a_page_do_what_they_say() {
    let town = Town::open();
    let browser = browser::open();
    browser.javascript(false);
    browser.goto(&town.server.at("/c/ready-for-work/who"));
    browser.goto(&town.server.at("/c/ready-for-work"));
    browser.follow("main form .btn");
    browser.click("input[value=employer]");
    browser.follow("main form .btn");
    while browser.count("input[inputmode=numeric]") == 0 {
        if browser.count("#answer-yes") > 0 {
            browser.click("#answer-yes");
        } else if browser.count("input[type=radio]") > 0 {
            browser.click("input[type=radio]");
        }
        browser.follow("main form .btn");
    }
    let asked = browser.address();
    browser.fill("#answer", "12");
    browser.press("\u{E007}");
    let went_on = super::super::support::waiting::wait_for(10, || (browser.address() != asked).then_some(()));
    assert!(went_on.is_some(), "enter sends the form");
    browser.follow(".back");
    assert_eq!(browser.address(), asked, "back leads to the page before, so enter had gone on");
    assert_eq!(browser.script("return document.querySelector('#answer').value", vec![]), "12");
    browser.assert_no_barriers();
    browser.javascript(true);
}

#[test]
fn the_browsers_back_button_shows_no_code_after_finishing() {
    let town = Town::open();
    let browser = browser::open();
    browser.viewport(1280, 900);
    browser.goto(&town.server.at(START));
    browser.follow("main form .btn");
    browser.click("input[value=child]");
    browser.follow("main form .btn");
    while !browser.address().ends_with("/check") {
        if browser.count("textarea") > 0 {
            browser.fill("textarea", "a secret den");
        }
        browser.follow("main form .btn");
    }
    browser.follow("main form .btn");
    browser.click("input[value=no]");
    browser.follow("main form .btn");
    let receipt = browser.text(".code");
    assert!(receipt.len() > 20, "{receipt}");
    browser.follow("form[action$='/finish'] .btn");
    for _ in 0..4 {
        browser.run(browser.driver().back());
        let hidden = super::super::support::waiting::wait_for(10, || {
            let shown = browser.source();
            (!shown.contains(&receipt) && !shown.contains("a secret den")).then_some(())
        });
        assert!(hidden.is_some(), "{} shows it", browser.address());
    }
}

#[test]
fn a_head_is_what_the_page_would_have_had() {
    let town = Town::open();
    let visitor = town.visitor();
    for path in ["/", START, "/help", "/health", "/officer"] {
        let whole = visitor.client().get(visitor.whole(path)).send().expect("an answer");
        let head = visitor.client().head(visitor.whole(path)).send().expect("an answer");
        assert_eq!(head.status(), whole.status(), "{path}");
        let policy = "content-security-policy";
        assert_eq!(head.headers().get(policy), whole.headers().get(policy), "{path}");
        assert_eq!(head.bytes().expect("no body").len(), 0, "{path}");
    }
}

#[test]
fn who_to_talk_to_is_said_in_the_language_of_the_page_from_end_to_end() {
    let town = Town::open();
    let parent = town.visitor();
    parent.get(&format!("{START}?lang=ur"));
    begin(&parent, "parent-carer");
    let page = parent.get(&question("district"));
    let talk = page.body.split("id=\"talk\"").nth(1).and_then(|rest| rest.split("</section>").next()).expect("help");
    assert!(talk.contains("بچے اور نوجوان") && talk.contains("0800 1111"), "{talk}");
    assert!(!talk.contains("children and young people") && !talk.contains("Free, day or night"), "{talk}");
    answer_all(&parent, "پارک");
    assert!(!code(&parent.follow(parent.post_form(&format!("{START}/submit"), &[]))).is_empty());
}
