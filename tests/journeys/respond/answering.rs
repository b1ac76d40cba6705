//! The way from the first page to thanks, forwards, backwards, and twice at once.

use super::super::support::html;
use super::{KEY, START, TEXTS, Town, answer_all, begin, code, led, question, send};
use heard::survey::{Answer, District};

#[test]
fn a_child_answers_and_everything_is_stored_as_it_was_said() {
    let town = Town::open();
    let child = town.visitor();
    begin(&child, "child");
    assert_eq!(led(&child.post_form(&question("district"), &[("answer", "wychavon")])), question("age-band"));
    assert_eq!(led(&child.post_form(&question("age-band"), &[("answer", "8-11")])), question("important"));
    // A line break first, one of each kind inside, markup, letters of many scripts, blanks at the end.
    let words = "\nmy dog\r\n<script>alert('x')</script> & \"Nan\" ‏مرحبا‏ 🐶  ";
    assert_eq!(led(&child.post_form(&question("important"), &[("answer", words)])), question("challenges"));
    assert_eq!(led(&child.post_form(&question("challenges"), &[("skip", "1"), ("answer", "no")])), question("improve"));
    let again = child.get(&question("important"));
    let kept: Vec<String> = again.form().fields.into_iter().map(|(_, value)| value).collect();
    assert!(kept.iter().any(|value| value.contains("<script>alert('x')</script>")), "{kept:?}");
    assert!(again.body.contains("\n\nmy dog"), "the first line break is kept from the browser's reading");
    for key in &TEXTS[2..] {
        child.post_form(&question(key), &[("answer", "a pool")]);
    }
    let check = child.get(&format!("{START}/check"));
    assert!(check.text().contains("my dog") && check.text().contains("Skipped"), "{}", check.text());
    assert!(!check.body.contains("<script>"));
    send(&child);
    let stored = town.responses();
    assert_eq!(stored.len(), 1);
    let response = &stored[0].response;
    assert_eq!((response.perspective.as_str(), &response.district), ("child", &District::Area("wychavon".into())));
    assert_eq!(response.answers.first(), Some(&("age-band".to_owned(), Answer::Choice("8-11".into()))));
    assert_eq!(response.answers.get(1), Some(&("important".to_owned(), Answer::Text(words.replace("\r\n", "\n")))));
    assert!(response.answers.iter().all(|(key, _)| key != "challenges"), "what is skipped is not stored");
}

#[test]
fn every_question_can_be_skipped_and_a_later_page_leads_back_to_the_first_unseen_one() {
    let town = Town::open();
    let parent = town.visitor();
    begin(&parent, "parent-carer");
    assert_eq!(led(&parent.get(&question("keep"))), question("district"));
    assert_eq!(led(&parent.get(&format!("{START}/check"))), question("district"));
    assert_eq!(led(&parent.post_form(&format!("{START}/submit"), &[])), question("district"));
    assert_eq!(led(&parent.get(&question("age-band"))), question("district"), "a parent is not asked for an age");
    for key in ["district"].iter().chain(&TEXTS) {
        assert!((300..400).contains(&parent.post_form(&question(key), &[("skip", "1")]).status), "{key}");
    }
    send(&parent);
    assert_eq!(town.responses().len(), 1);
    assert!(town.responses()[0].response.answers.is_empty());
}

#[test]
fn changing_an_answer_or_who_one_is_keeps_the_rest() {
    let town = Town::open();
    let person = town.visitor();
    begin(&person, "citizen");
    answer_all(&person, "somewhere to sit");
    let change = person.get(&format!("{}?change", question("improve")));
    assert!(change.body.contains("somewhere to sit"));
    assert_eq!(led(&person.submit(&change, &[("answer", "more shade")])), format!("{START}/check"));
    let who = person.get(&format!("{START}/who?change"));
    let next = led(&person.submit(&who, &[("perspective", "young-person")]));
    assert_eq!(next, question("age-band"), "the one question that a citizen was not asked");
    person.post_form(&next, &[("answer", "12-15")]);
    let check = person.get(&format!("{START}/check")).text();
    assert!(
        check.contains("more shade") && check.contains("somewhere to sit") && check.contains("12 to 15"),
        "{check}"
    );
}

#[test]
fn sending_twice_at_once_and_again_later_stores_one_response_with_one_code() {
    let town = Town::open();
    let person = town.visitor();
    begin(&person, "young-person");
    answer_all(&person, "later buses");
    let pages: Vec<_> = std::thread::scope(|scope| {
        let senders: Vec<_> =
            (0..8).map(|_| scope.spawn(|| person.post_form(&format!("{START}/submit"), &[]))).collect();
        senders.into_iter().map(|sender| sender.join().expect("a sender ends")).collect()
    });
    assert!(pages.iter().all(|page| led(page) == format!("{START}/thanks")));
    let first = code(&person.get(&format!("{START}/thanks")));
    assert_eq!(led(&person.post_form(&format!("{START}/submit"), &[])), format!("{START}/thanks"));
    assert_eq!(led(&person.post_form(&question("keep"), &[("answer", "late")])), format!("{START}/thanks"));
    assert_eq!(code(&person.get(&format!("{START}/thanks"))), first);
    assert_eq!(town.responses().len(), 1);
    let file = person.get(&format!("{START}/receipt.txt"));
    assert!(file.body.contains(&first.replace(' ', "-")), "{}", file.body);
    begin(&person, "young-person");
    answer_all(&person, "later buses");
    assert_ne!(send(&person), first, "a new start is a new response");
    assert_eq!(town.responses().len(), 2);
}

#[test]
fn a_class_of_35_answers_within_a_minute_from_one_address() {
    let town = Town::open();
    let codes: Vec<String> = std::thread::scope(|scope| {
        let pupils: Vec<_> = (0..35)
            .map(|pupil| {
                let town = &town;
                scope.spawn(move || {
                    let visitor = town.visitor();
                    begin(&visitor, "child");
                    answer_all(&visitor, &format!("pupil {pupil}"));
                    send(&visitor)
                })
            })
            .collect();
        pupils.into_iter().map(|pupil| pupil.join().expect("a pupil ends")).collect()
    });
    let different: std::collections::BTreeSet<&String> = codes.iter().collect();
    assert_eq!((different.len(), town.responses().len()), (35, 35));
}

#[test]
fn finishing_on_a_shared_computer_hides_the_code_from_the_next_person() {
    let town = Town::open();
    let person = town.visitor();
    begin(&person, "child");
    answer_all(&person, "a slide");
    send(&person);
    assert_eq!(led(&person.post_form(&format!("{START}/finish"), &[])), "/");
    assert_eq!(led(&person.get(&format!("{START}/thanks"))), START);
}

#[test]
fn every_page_someone_answering_can_meet_is_sound() {
    let town = Town::open();
    let mut pages = Vec::new();
    for path in [
        "/",
        START,
        "/help",
        "/privacy",
        "/privacy?edition=child",
        "/accessibility",
        "/complain",
        "/receipt",
        "/nowhere",
        "/c/nothing",
    ] {
        pages.push(town.visitor().get(path));
    }
    pages.push(town.visitor().get(&format!("{START}/who")));
    for perspective in ["child", "practitioner"] {
        let person = town.visitor();
        person.post_form(START, &[]);
        pages.push(person.get(&format!("{START}/who")));
        pages.push(person.post_form(&format!("{START}/who"), &[]));
        begin(&person, perspective);
        pages.push(person.post_form(&question("district"), &[("answer", "atlantis")]));
        answer_all(&person, "words");
        for key in ["district", "age-band", "important"] {
            pages.push(person.get(&question(key)));
        }
        pages.push(person.get(&format!("{}?change", question("keep"))));
        pages.push(person.post_form(&question("keep"), &[("answer", &"long ".repeat(3_000))]));
        pages.push(person.get(&format!("{START}/check")));
        let code = send(&person);
        pages.push(person.get(&format!("{START}/thanks")));
        pages.push(person.post_form("/receipt", &[("code", &code)]));
        pages.push(person.post_form("/receipt", &[("code", &code), ("act", "ask")]));
        pages.push(person.post_form("/receipt", &[("code", &code), ("act", "erase")]));
        pages.push(person.post_form("/receipt", &[("code", &code)]));
    }
    let names: Vec<String> =
        pages.iter().enumerate().map(|(at, page)| format!("{at} {} {}", page.status, page.path)).collect();
    let named: Vec<(&str, &str)> = names
        .iter()
        .zip(&pages)
        .filter(|(_, page)| !(300..400).contains(&page.status))
        .map(|(name, page)| (name.as_str(), page.body.as_str()))
        .collect();
    assert!(named.len() > 30, "{KEY}: {} pages", named.len());
    html::assert_sound(&named);
}
