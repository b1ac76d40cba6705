//! Someone stops half-way with a code and goes on with it, on the same device or another; nobody goes on without it.

use super::super::support::http::Page;
use super::super::support::waiting::wait_for;
use super::{START, Town, answer_all, begin, code, led, question, send};

/// Stops at a page whose form has been sent, and gives the code.
fn stopped(visitor: &super::Visitor, page: &Page) -> String {
    assert_eq!(led(page), format!("{START}/later"));
    let later = visitor.get(&format!("{START}/later"));
    let code = code(&later);
    assert_eq!(code.split_whitespace().map(str::len).collect::<Vec<_>>(), [4; 7], "{code}");
    assert!(later.text().contains("30 days"), "{}", later.text());
    code
}

#[test]
fn what_was_typed_is_kept_and_another_device_goes_on_where_it_stopped() {
    let town = Town::open();
    for (perspective, first) in [("child", "age-band"), ("parent-carer", "important")] {
        let bus = town.visitor();
        begin(&bus, perspective);
        assert_eq!(led(&bus.post_form(&question("district"), &[("answer", "wychavon")])), question(first));
        if first == "age-band" {
            bus.post_form(&question(first), &[("answer", "8-11")]);
        }
        let page = bus.get(&question("important"));
        assert!(page.body.contains("name=\"later\""), "{}", page.body);
        let code = stopped(&bus, &bus.submit(&page, &[("answer", "half a thought"), ("later", "1")]));
        let home = town.visitor();
        let typed = code.to_lowercase().replace('1', "l").replace('0', "o").replace(' ', "-");
        let form = home.get("/come-back");
        assert_eq!(led(&home.submit(&form, &[("code", &typed)])), question("important"), "where they stopped");
        assert!(home.get(&question("important")).body.contains("half a thought"));
        for key in &super::TEXTS[1..] {
            home.post_form(&question(key), &[("answer", "the rest")]);
        }
        send(&home);
        let again = town.visitor().post_form("/come-back", &[("code", &code)]);
        assert_eq!(again.status, 422, "what was sent is not gone on with");
        assert_eq!(led(&bus.get(&question("keep"))), format!("{START}/thanks"));
    }
    assert_eq!(town.responses().len(), 2);
}

#[test]
fn who_typed_nothing_comes_back_to_the_same_question_and_a_fault_is_still_said() {
    let town = Town::open();
    let person = town.visitor();
    begin(&person, "citizen");
    let refused = person.post_form(&question("district"), &[("answer", "atlantis"), ("later", "1")]);
    assert_eq!(refused.status, 422);
    let code = stopped(&person, &person.post_form(&question("district"), &[("later", "1")]));
    let other = town.visitor();
    assert_eq!(led(&other.post_form("/come-back", &[("code", &code)])), question("district"));
}

#[test]
fn check_answers_can_be_come_back_to_and_the_device_forgets_when_asked() {
    let town = Town::open();
    let person = town.visitor();
    begin(&person, "young-person");
    answer_all(&person, "later buses");
    let code = stopped(&person, &person.post_form(&format!("{START}/check"), &[("later", "1")]));
    assert_eq!(led(&person.post_form(&format!("{START}/finish"), &[])), "/");
    assert_eq!(person.get(&format!("{START}/later")).status, 409, "nothing is left to go on with");
    assert_eq!(led(&person.post_form("/come-back", &[("code", &code)])), format!("{START}/check"));
    assert!(person.get(&format!("{START}/check")).text().contains("later buses"));
    assert!(town.responses().is_empty());
}

#[test]
fn leaving_in_a_hurry_makes_the_code_open_nothing() {
    let town = Town::open();
    let person = town.visitor();
    begin(&person, "child");
    let sent = person.post_form(&question("district"), &[("answer", "redditch"), ("later", "1")]);
    let code = stopped(&person, &sent);
    person.get("/leave");
    let other = town.visitor();
    let gone = wait_for(10, || (other.post_form("/come-back", &[("code", &code)]).status == 422).then_some(()));
    assert!(gone.is_some());
}

#[test]
fn a_code_of_the_other_kind_is_told_apart_and_a_wrong_one_opens_nothing() {
    let town = Town::open();
    let person = town.visitor();
    begin(&person, "child");
    let place = stopped(&person, &person.post_form(&question("district"), &[("later", "1")]));
    answer_all(&person, "mine alone");
    let receipt = send(&person);
    let asked = |path: &str, typed: &str| {
        let page = town.visitor().post_form(path, &[("code", typed)]);
        assert_eq!(page.status, 422, "{path} {typed:.40}");
        assert!(page.headers.get("set-cookie").is_none(), "{path}");
        page.text()
    };
    assert!(asked("/come-back", &receipt).contains("answers that you have sent"));
    assert!(asked("/receipt", &place).contains("answers that you have not sent"));
    let slip = format!("{}{}", &place[..8], if place[8..].starts_with('A') { "B" } else { "A" }) + &place[9..];
    for typed in ["", "x", &slip, &"P".repeat(28), &"0".repeat(28), "' OR ''='", &"P".repeat(100_000)] {
        assert!(!asked("/come-back", typed).contains("mine alone"));
    }
    let hostile = town.visitor().post_form("/come-back", &[("code", "<script>x</script>")]);
    assert!(!hostile.body.contains("<script>"));
}

#[test]
fn a_place_code_is_in_no_address_no_log_and_no_file() {
    let town = Town::open();
    let person = town.visitor();
    begin(&person, "citizen");
    let code = stopped(&person, &person.post_form(&question("district"), &[("answer", "redditch"), ("later", "1")]));
    let other = town.visitor();
    let back = led(&other.post_form("/come-back", &[("code", &code)]));
    let (log, bytes) = (town.server.log(), town.stored_bytes());
    for written in [code.clone(), code.replace(' ', ""), code.replace(' ', "-")] {
        let in_files = bytes.windows(written.len()).any(|bytes| bytes == written.as_bytes());
        assert!(!log.contains(&written) && !back.contains(&written) && !in_files);
    }
}
