//! What is too long, too late, lost or broken: words are kept and it is said what to do.

use super::{START, Town, answer_all, begin, led, question};
use diesel::connection::SimpleConnection;
use diesel::{Connection, SqliteConnection};
use jiff::ToSpan;

#[test]
fn an_answer_of_a_million_characters_is_shown_again_with_what_to_do() {
    let town = Town::open();
    let person = town.visitor();
    begin(&person, "parent-carer");
    person.post_form(&question("district"), &[("skip", "1")]);
    let long = format!("{}{}", "ö".repeat(500_000), "b".repeat(500_000));
    let page = person.post_form(&question("important"), &[("answer", &long)]);
    assert_eq!(page.status, 422);
    assert!(page.body.contains("<title>Error: ") && page.body.contains("990,000"));
    assert!(page.body.contains(&long), "the words are still in the box");
    let too_long = "b".repeat(5 * 1024 * 1024);
    let page = person.post_form(&question("important"), &[("answer", &too_long)]);
    assert_eq!(page.status, 413);
    assert!(page.text().contains("Go back"), "{}", page.text());
    assert_eq!(person.get(&question("important")).status, 200, "the draft is as it was");
}

#[test]
fn what_is_not_offered_is_not_taken() {
    let town = Town::open();
    let person = town.visitor();
    person.post_form(START, &[]);
    for perspective in ["", "king", "child' or 1=1 --"] {
        let page = person.post_form(&format!("{START}/who"), &[("perspective", perspective)]);
        assert_eq!(page.status, 422, "{perspective}");
        assert!(page.body.contains("<title>Error: "));
    }
    begin(&person, "child");
    for answer in ["atlantis", "../../etc/passwd", "OUTSIDE"] {
        assert_eq!(person.post_form(&question("district"), &[("answer", answer)]).status, 422, "{answer}");
    }
    assert_eq!(person.get(&question("nothing")).status, 404);
    assert_eq!(person.post_form("/c/nothing", &[]).status, 404);
}

#[test]
fn words_that_cannot_be_kept_are_given_back_to_copy() {
    let town = Town::open();
    let page = town.visitor().post_form(&question("important"), &[("answer", "my <b>long</b> story")]);
    assert_eq!(page.status, 409);
    assert!(page.text().contains("my <b>long</b> story") && page.text().contains("Start again"), "{}", page.text());
    let no_cookies = town.visitor().get(&format!("{START}/who"));
    assert!(no_cookies.status == 409 && no_cookies.text().contains("cookie"), "{}", no_cookies.text());
    assert_eq!(led(&town.visitor().get(&question("keep"))), START);
}

#[test]
fn a_consultation_that_is_not_open_takes_nothing_and_says_when() {
    let closed = Town::with("", |today| (today.saturating_sub(9.days()), today.saturating_sub(1.days())));
    let early = Town::with("", |today| (today.saturating_add(1.days()), today.saturating_add(9.days())));
    for (town, says) in [(&closed, "This closed on"), (&early, "This opens on")] {
        let visitor = town.visitor();
        let page = visitor.get(START);
        assert!(page.status == 200 && page.text().contains(says), "{}", page.text());
        assert_eq!(led(&visitor.post_form(START, &[])), START);
        let late = visitor.post_form(&question("keep"), &[("answer", "too late")]);
        assert!(late.status == 403 && late.text().contains("too late"), "{}", late.text());
        assert!(!visitor.get("/").text().contains("Open until"));
        assert!(town.responses().is_empty());
    }
}

#[test]
fn opening_and_closing_days_both_take_answers() {
    let town = Town::with("", |today| (today, today));
    let person = town.visitor();
    begin(&person, "citizen");
    answer_all(&person, "benches");
    super::send(&person);
    assert_eq!(town.responses().len(), 1);
}

#[test]
fn while_the_database_cannot_store_words_stay_on_the_page_and_nothing_is_half_kept() {
    let town = Town::open();
    let person = town.visitor();
    begin(&person, "parent-carer");
    person.post_form(&question("district"), &[("skip", "1")]);
    let mut lock = SqliteConnection::establish(&town.database().to_string_lossy()).expect("the database");
    // The worker may be writing at this moment.
    lock.batch_execute("pragma busy_timeout = 20000").expect("a setting");
    lock.batch_execute("begin immediate").expect("the lock that every writer needs");
    let page = person.post_form(&question("important"), &[("answer", "do not lose this")]);
    assert_eq!(page.status, 503);
    assert!(page.header("retry-after").is_some());
    assert!(page.body.contains("do not lose this") && page.text().contains("send it again"), "{}", page.text());
    lock.batch_execute("rollback").expect("the lock is given back");
    assert_eq!(led(&person.submit(&page, &[])), question("challenges"));
    assert!(person.get(&question("important")).body.contains("do not lose this"));
}

#[test]
fn a_form_that_is_none_is_refused_in_plain_words() {
    let town = Town::open();
    let person = town.visitor();
    begin(&person, "child");
    let address = person.whole(&question("district"));
    let json = person.client().post(&address).header("content-type", "application/json").body("{}").send();
    let json = json.expect("an answer");
    assert_eq!(json.status(), 400);
    assert!(json.text().expect("words").contains("<h1>"));
    let put = person.client().put(&address).send().expect("an answer");
    assert!(put.status().is_client_error());
    assert!(put.text().expect("words").contains("<h1>"));
}
