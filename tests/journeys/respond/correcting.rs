//! With the code, answers that were sent are changed while the consultation is open; what was erased stays erased.

use jiff::ToSpan;

use super::super::support::http::Visitor;
use super::super::support::waiting::wait_for;
use super::{KEY, START, Town, answer_all, begin, code, led, question, send};
use heard::store::Submission;
use heard::survey::{Answer, District, DraftToken, Language, Origin, Response};

/// Asks to change what a code belongs to.
fn change(visitor: &Visitor, code: &str) {
    let shown = visitor.post_form("/receipt", &[("code", code)]);
    assert!(shown.body.contains("value=\"change\""), "{}", shown.text());
    assert_eq!(led(&visitor.post_form("/receipt", &[("code", code), ("act", "change")])), format!("{START}/check"));
}

/// Changes one answer from check answers.
fn say(visitor: &Visitor, key: &str, words: &str) {
    let page = visitor.get(&format!("{}?change", question(key)));
    assert_eq!(led(&visitor.submit(&page, &[("answer", words)])), format!("{START}/check"));
}

#[test]
fn a_child_and_a_parent_change_their_answers_twice_under_one_code() {
    let town = Town::open();
    for perspective in ["child", "parent-carer"] {
        let person = town.visitor();
        begin(&person, perspective);
        answer_all(&person, "a marmalade slide");
        let receipt = send(&person);
        let before = town.responses().len();
        for words in ["a honeycomb slide", "a liquorice slide"] {
            let home = town.visitor();
            change(&home, &receipt);
            let check = home.get(&format!("{START}/check"));
            assert!(check.text().contains("a marmalade slide"), "{}", check.text());
            assert!(check.text().contains("that you sent before"), "{}", check.text());
            say(&home, "keep", words);
            assert_eq!(send(&home), receipt, "the same code");
            assert!(home.get(&format!("{START}/receipt.txt")).body.contains(&receipt.replace(' ', "-")));
            let shown = town.visitor().post_form("/receipt", &[("code", &receipt)]).text();
            assert!(shown.contains(words) && shown.contains("a marmalade slide"), "the rest is as it was: {shown}");
        }
        assert_eq!(town.responses().len(), before);
    }
    let bytes = || town.stored_bytes();
    let holds = |words: &str| bytes().windows(words.len()).any(|part| part == words.as_bytes());
    assert!(holds("a liquorice slide"));
    assert!(wait_for(10, || (!holds("a honeycomb slide")).then_some(())).is_some(), "the words in between are gone");
}

#[test]
fn sending_changes_many_times_at_once_replaces_once() {
    let town = Town::open();
    let person = town.visitor();
    begin(&person, "citizen");
    answer_all(&person, "first words");
    let receipt = send(&person);
    let home = town.visitor();
    change(&home, &receipt);
    say(&home, "keep", "second words");
    let pages: Vec<_> = std::thread::scope(|scope| {
        let senders: Vec<_> = (0..8).map(|_| scope.spawn(|| home.post_form(&format!("{START}/submit"), &[]))).collect();
        senders.into_iter().map(|sender| sender.join().expect("a sender ends")).collect()
    });
    assert!(pages.iter().all(|page| led(page) == format!("{START}/thanks")));
    assert_eq!(code(&home.get(&format!("{START}/thanks"))), receipt);
    let stored = town.responses();
    assert_eq!(stored.len(), 1);
    assert!(stored[0].response.answers.contains(&("keep".into(), Answer::Text("second words".into()))));
    assert_eq!(led(&home.get("/leave")), "/weather");
    assert_eq!(led(&home.get(&format!("{START}/thanks"))), START, "leaving takes the code off this browser");
}

#[test]
fn answers_that_were_erased_meanwhile_stay_erased_and_that_is_said() {
    let town = Town::open();
    let person = town.visitor();
    begin(&person, "child");
    answer_all(&person, "to be forgotten");
    let receipt = send(&person);
    let home = town.visitor();
    change(&home, &receipt);
    say(&home, "keep", "changed in vain");
    assert_eq!(town.visitor().post_form("/receipt", &[("code", &receipt), ("act", "erase")]).status, 200);
    for path in ["/submit", "/check", "/thanks"] {
        let path = format!("{START}{path}");
        let gone = if path.ends_with("submit") { home.post_form(&path, &[]) } else { home.get(&path) };
        assert!(gone.status == 410 && gone.text().contains("stays erased"), "{path}: {} {}", gone.status, gone.text());
    }
    assert!(town.responses().is_empty());
    let bytes = || town.stored_bytes();
    let holds = |words: &str| bytes().windows(words.len()).any(|part| part == words.as_bytes());
    let gone = wait_for(10, || (!holds("to be forgotten") && !holds("changed in vain")).then_some(()));
    assert!(gone.is_some(), "neither the answers nor the copy to be changed is left");
    begin(&home, "child");
    answer_all(&home, "anew");
    assert_ne!(send(&home), receipt);
}

#[test]
fn changes_can_be_stopped_and_sent_from_another_device_where_the_old_code_still_works() {
    let town = Town::open();
    let person = town.visitor();
    begin(&person, "citizen");
    answer_all(&person, "first words");
    let receipt = send(&person);
    change(&person, &receipt);
    let stop = person.post_form(&format!("{}?change", question("keep")), &[("answer", "second words"), ("later", "1")]);
    assert_eq!(led(&stop), format!("{START}/later"));
    let place = code(&person.get(&format!("{START}/later")));
    let other = town.visitor();
    assert_eq!(led(&other.post_form("/come-back", &[("code", &place)])), question("keep"), "where they stopped");
    let check = other.get(&format!("{START}/check"));
    let mut page = other.follow(other.submit(&check, &[]));
    if page.tree().by_id("equality").is_some() {
        page = other.follow(other.submit(&page, &[("equality", "no")]));
    }
    assert!(page.text().contains("still works"), "{} {}", page.status, page.text());
    assert!(!page.body.contains("receipt.txt"));
    assert!(town.visitor().post_form("/receipt", &[("code", &receipt)]).text().contains("second words"));
    assert_eq!(town.responses().len(), 1);
}

#[test]
fn after_the_last_day_nothing_can_be_changed_and_still_be_erased() {
    let town = Town::with("", |today| (today.saturating_sub(9.days()), today.saturating_sub(1.days())));
    let receipt = DraftToken::from_random([9; 16]).receipt();
    let response = Response {
        perspective: "citizen".into(),
        district: District::Unknown,
        language: Language::english(),
        submitted_on: heard::web::today().saturating_sub(2.days()),
        origin: Origin::Web,
        answers: vec![("keep".into(), Answer::Text("the park".into()))],
    };
    let (receipt_hash, digest) = (Some(receipt.hash()), "d".into());
    let sent = Submission {
        consultation: KEY.into(),
        digest,
        response,
        receipt_hash,
        draft_hash: None,
        import_id: None,
        way_in: None,
    };
    town.store().submit_blocking(sent).expect("it can be stored");
    let person = town.visitor();
    let shown = person.post_form("/receipt", &[("code", &receipt.to_text())]);
    assert!(shown.text().contains("the park") && !shown.body.contains("value=\"change\""), "{}", shown.text());
    let asked = person.post_form("/receipt", &[("code", &receipt.to_text()), ("act", "change")]);
    assert!(asked.status == 200 && asked.headers.get("set-cookie").is_none());
    let erased = person.post_form("/receipt", &[("code", &receipt.to_text()), ("act", "erase")]);
    assert!(erased.text().contains("erased"));
}
