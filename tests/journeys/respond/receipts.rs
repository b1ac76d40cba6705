//! With the code a person sees their answers again, or erases them; without it nobody can.

use super::{Town, answer_all, begin, send};

#[test]
fn a_code_shows_the_answers_and_erases_them_once_it_was_asked_twice() {
    let town = Town::open();
    let person = town.visitor();
    begin(&person, "child");
    answer_all(&person, "a quiet place");
    let code = send(&person);
    // At home, on another machine, typed by hand.
    let home = town.visitor();
    let typed = code.to_lowercase().replace('1', "l").replace('0', "o");
    let shown = home.post_form("/receipt", &[("code", &typed)]);
    assert!(shown.status == 200 && shown.text().contains("a quiet place"), "{}", shown.text());
    assert!(shown.text().contains("Bromsgrove"), "the district too: {}", shown.text());
    let sure = home.post_form("/receipt", &[("code", &code), ("act", "ask")]);
    assert!(sure.text().contains("for good"), "{}", sure.text());
    assert_eq!(town.responses().len(), 1, "asking erases nothing");
    let erased = home.post_form("/receipt", &[("code", &code), ("act", "erase")]);
    assert!(erased.text().contains("erased"), "{}", erased.text());
    assert!(town.responses().is_empty());
    for act in ["", "ask", "erase"] {
        let gone = home.post_form("/receipt", &[("code", &code), ("act", act)]);
        assert!(gone.status == 422 && gone.text().contains("gone"), "{act}: {}", gone.text());
    }
}

#[test]
fn no_other_code_finds_anything() {
    let town = Town::open();
    let person = town.visitor();
    begin(&person, "child");
    answer_all(&person, "mine alone");
    let code = send(&person);
    let other = if code.starts_with('A') { "B" } else { "A" };
    let near = format!("{other}{}", &code[1..]);
    for typed in ["", "x", &near, &"0".repeat(26), "' OR ''='", &"A".repeat(100_000)] {
        let page = town.visitor().post_form("/receipt", &[("code", typed)]);
        assert_eq!(page.status, 422);
        assert!(!page.text().contains("mine alone"));
    }
    let refused = town.visitor().post_form("/receipt", &[("code", "<script>x</script>")]);
    assert!(!refused.body.contains("<script>"), "what was typed is shown as words");
}

#[test]
fn a_code_is_in_no_address_and_no_log() {
    let town = Town::open();
    let person = town.visitor();
    begin(&person, "child");
    answer_all(&person, "hush");
    let code = send(&person);
    person.post_form("/receipt", &[("code", &code)]);
    let log = town.server.log();
    assert!(!log.contains(&code) && !log.contains(&code.replace(' ', "-")) && !log.contains("hush"), "{log}");
    let (bytes, written) = (town.stored_bytes(), code.replace(' ', ""));
    let holds = |text: &str| bytes.windows(text.len()).any(|bytes| bytes == text.as_bytes());
    assert!(holds("hush") && !holds(&written) && !holds(&code.replace(' ', "-")), "only the code's hash is stored");
}
