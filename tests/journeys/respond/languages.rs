//! Someone answers in another language, or changes it on the way: nothing that was typed is lost.

use std::fs;
use std::path::Path;

use super::super::support::browser;
use super::super::support::http::Page;
use super::super::support::server::Server;
use super::{KEY, START, Town, copy_surveys, led, question};
use jiff::ToSpan;

/// The consultation in English, Polish and Urdu; what it says in the other two is English with a mark before it.
fn town() -> Town {
    let data = tempfile::tempdir().expect("a temporary folder");
    let today = heard::web::today();
    copy_surveys(data.path(), today.saturating_sub(3.days()), today.saturating_add(3.days()));
    fs::write(data.path().join("heard.toml"), "").expect("settings can be written");
    let folder = data.path().join("surveys").join(KEY);
    let english = fs::read_to_string(folder.join("wording/en.toml")).expect("the wording");
    for language in ["pl", "ur"] {
        let marked = ["ask", "title", "choose", "summary"].iter().fold(english.clone(), |words, key| {
            words.replace(&format!("{key} = \""), &format!("{key} = \"<{language}> "))
        });
        fs::write(folder.join(format!("wording/{language}.toml")), marked).expect("words can be written");
    }
    let survey = folder.join("survey.toml");
    let in_three = fs::read_to_string(&survey).expect("the survey").replace(r#"["en"]"#, r#"["en", "pl", "ur"]"#);
    fs::write(&survey, in_three).expect("the survey can be written");
    Town { server: Server::start(data.path(), &[]), data }
}

fn is_in(page: &Page, language: &str) -> bool {
    page.body.contains(&format!("<html lang=\"{language}\""))
}

#[test]
fn a_language_chosen_at_the_door_stays_to_the_end_and_around() {
    let town = town();
    let person = town.visitor();
    assert!(is_in(&person.get(START), "en") && person.get(START).header("set-cookie").is_none());
    let start = person.get(&format!("{START}?lang=ur"));
    assert!(is_in(&start, "ur") && start.body.contains("dir=\"rtl\"") && start.text().contains("<ur>"));
    let cookie = start.header("set-cookie").expect("a cookie").to_owned();
    assert!(cookie.starts_with("heard-language=ur") && !cookie.contains("Max-Age"), "{cookie}");
    person.post_form(START, &[]);
    person.post_form(&format!("{START}/who"), &[("perspective", "citizen")]);
    let asked = person.get(&question("district"));
    assert!(is_in(&asked, "ur") && asked.text().contains("<ur>"), "{}", asked.text());
    for path in ["/", "/help", "/privacy", "/receipt", "/complain", "/accessibility", "/nowhere", "/c/nothing"] {
        assert!(is_in(&person.get(path), "ur"), "{path}");
    }
    for key in ["district", "important", "challenges", "improve", "monarch", "keep"] {
        person.post_form(&question(key), &[("skip", "1")]);
    }
    person.post_form(&format!("{START}/submit"), &[]);
    assert!(is_in(&person.get(&format!("{START}/thanks")), "ur"));
    assert_eq!(town.responses()[0].response.language.as_str(), "ur");
    person.post_form(&format!("{START}/finish"), &[]);
    assert!(is_in(&person.get("/"), "en"), "the next person begins in the survey's own language");
}

#[test]
fn changing_the_language_keeps_what_was_typed_and_stays_on_the_page() {
    let town = town();
    let person = town.visitor();
    person.post_form(START, &[]);
    let who = person.post_form(&format!("{START}/who"), &[("language", "pl")]);
    assert_eq!(led(&who), format!("{START}/who"));
    assert!(is_in(&person.get(&led(&who)), "pl"));
    person.post_form(&format!("{START}/who"), &[("perspective", "child")]);
    let untouched = person.post_form(&question("district"), &[("language", "ur")]);
    assert_eq!(led(&untouched), question("district"));
    assert_eq!(led(&person.get(&question("age-band"))), question("district"), "it has not been gone past");
    person.post_form(&question("district"), &[("skip", "1")]);
    person.post_form(&question("age-band"), &[("skip", "1")]);
    let typed = [("answer", "bo lubię \r\n<b>koty</b>"), ("language", "pl")];
    assert_eq!(led(&person.post_form(&question("important"), &typed)), question("important"));
    let again = person.get(&question("important"));
    assert!(is_in(&again, "pl") && again.text().contains("<pl>"));
    assert!(again.body.contains("bo lubię \n&lt;b&gt;koty&lt;/b&gt;</textarea>"), "{}", again.body);
    let too_long = "ż".repeat(10_001);
    let long = person.post_form(&question("important"), &[("answer", &too_long), ("language", "ur")]);
    assert!(long.status == 422 && is_in(&long, "ur") && long.body.contains(&too_long));
    assert!(is_in(&person.get(&question("important")), "ur"));
    let nowhere = person.post_form(&question("important"), &[("answer", "x"), ("language", "tlh")]);
    assert_eq!(led(&nowhere), question("challenges"), "a language that is not offered changes nothing");
    for key in ["challenges", "improve", "monarch", "keep"] {
        person.post_form(&question(key), &[("skip", "1")]);
    }
    let checked = person.post_form(&format!("{START}/check"), &[("language", "en")]);
    assert_eq!(led(&checked), format!("{START}/check"));
    assert!(is_in(&person.get(&led(&checked)), "en"));
    assert!(town.responses().is_empty(), "nothing is sent by changing the language");
}

#[test]
fn leaving_forgets_the_language() {
    let town = town();
    let person = town.visitor();
    person.get("/help?lang=pl");
    assert!(is_in(&person.get("/help"), "pl"));
    person.get("/leave");
    assert!(is_in(&person.get("/help"), "en"));
}

#[test]
fn in_urdu_and_polish_a_child_answers_and_no_page_has_a_barrier() {
    let town = town();
    let browser = browser::open();
    let browser = &*browser;
    for (language, width) in [("ur", 320), ("ur", 1280), ("pl", 320)] {
        let other = if language == "ur" { "pl" } else { "ur" };
        browser.viewport(width, 700);
        let fits = |name: &str| {
            assert!(!browser.scrolls_sideways(), "{name} scrolls sideways at {width}");
            browser.assert_no_barriers();
            if let Some(folder) = std::env::var_os("HEARD_SCREENSHOTS") {
                browser.screenshot(&Path::new(&folder).join(format!("{language}-{width}-{name}.png")));
            }
        };
        browser.goto(&town.server.at("/"));
        fits("home");
        browser.goto(&town.server.at(&format!("{START}?lang={language}")));
        fits("start");
        browser.follow("main form .btn");
        fits("who");
        browser.click("input[value=child]");
        browser.follow("main form .btn");
        fits("district");
        browser.follow("main form .two");
        browser.follow("main form .two");
        browser.fill("textarea", "بلیاں koty");
        fits("text");
        browser.follow(&format!("main form [name=language][value={other}]"));
        assert_eq!(browser.script("return document.querySelector('textarea').value", vec![]), "بلیاں koty");
        browser.follow(&format!("main form [name=language][value={language}]"));
        while !browser.address().ends_with("/check") {
            browser.follow("main form .btn");
        }
        fits("check");
        browser.follow("main form .btn");
        fits("about-you");
        browser.click("input[value=no]");
        browser.follow("main form .btn");
        fits("thanks");
        for path in ["receipt", "privacy", "help", "complain", "accessibility", "nowhere"] {
            browser.goto(&town.server.at(&format!("/{path}")));
            fits(path);
        }
    }
    assert_eq!(town.responses().len(), 3);
}
