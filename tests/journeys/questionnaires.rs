//! Two officers type a questionnaire, neither seeing what the other typed; what differs is settled, and it is a response once.

use crate::respond::{KEY, Town};
use crate::support::html;
use crate::support::http::{Page, Visitor};
use crate::support::server::heard;
use heard::survey::{Answer, District, Origin};

pub const QUESTIONNAIRES: &str = "/officer/c/worcestershire-cypp/questionnaires";

/// An account of this name that has signed in.
pub fn officer(town: &Town, name: &str) -> Visitor {
    let data = town.database().parent().expect("a folder").to_owned();
    let data = data.to_str().expect("a plain path");
    let added = heard(&["user", "add", name, "--data", data]);
    assert_eq!(added.status, Some(0), "{added:?}");
    let password = added.output.lines().find_map(|line| line.strip_prefix("Password, shown this once: "));
    let password = password.unwrap_or_else(|| panic!("no password in {}", added.output)).trim();
    let visitor = town.visitor();
    let signed_in = visitor.submit(&visitor.get("/sign-in"), &[("name", name), ("password", password)]);
    assert_eq!(signed_in.status, 303, "{}", signed_in.body);
    visitor
}

/// The page where a questionnaire is typed.
pub fn typing(officer: &Visitor, number: &str, perspective: &str) -> Page {
    let overview = officer.get(QUESTIONNAIRES);
    officer.submit(&overview, &[("number", number), ("perspective", perspective), ("language", "en")])
}

/// Types a questionnaire; gives what came of it.
pub fn type_in(officer: &Visitor, number: &str, perspective: &str, fields: &[(&str, &str)]) -> Page {
    let page = typing(officer, number, perspective);
    assert_eq!(page.status, 200, "{}", page.body);
    officer.submit(&page, fields)
}

fn led(page: &Page) -> String {
    page.redirects_to().unwrap_or_else(|| panic!("{} gave {}:\n{}", page.path, page.status, page.body))
}

#[test]
fn a_questionnaire_typed_alike_twice_becomes_one_response() {
    let town = Town::open();
    let (ann, ben) = (officer(&town, "ann"), officer(&town, "ben"));
    for (number, perspective) in [("c-1", "child"), ("p 2", "parent-carer")] {
        let mut fields = vec![("answer-district", "redditch"), ("answer-important", "my  dog"), ("answer-keep", "")];
        if perspective == "child" {
            fields.push(("answer-age-band", "8-11"));
        }
        let kept = led(&type_in(&ann, number, perspective, &fields));
        assert!(kept.starts_with(&format!("{QUESTIONNAIRES}?typed=")), "{kept}");
        fields[1].1 = "my dog ";
        let settle = led(&type_in(&ben, number, perspective, &fields));
        assert!(settle.starts_with(&format!("{QUESTIONNAIRES}/settle?number=")), "{settle}");
        let page = ann.get(&settle);
        assert!(page.text().contains("Nothing differs"), "{}", page.text());
        let pages: Vec<Page> = std::thread::scope(|scope| {
            let senders: Vec<_> = (0..4).map(|_| scope.spawn(|| ann.submit(&page, &[]))).collect();
            senders.into_iter().map(|sender| sender.join().expect("a sender ends")).collect()
        });
        assert!(pages.iter().all(|page| led(page).contains("?stored=")));
    }
    let stored = town.responses();
    assert_eq!(stored.len(), 2);
    assert!(stored.iter().all(|one| one.response.origin == Origin::Questionnaire));
    assert!(stored.iter().all(|one| one.response.district == District::Area("redditch".into())));
    let words = Answer::Text("my  dog".into());
    assert!(stored.iter().all(|one| one.response.answers.contains(&("important".into(), words.clone()))));
    let again = type_in(&officer(&town, "cem"), "C-1", "child", &[]);
    assert!(again.status == 409 && again.text().contains("a response already"), "{}", again.text());
}

#[test]
fn nobody_sees_the_first_typing_before_typing_and_a_third_sees_neither() {
    let town = Town::open();
    let (ann, ben, cem) = (officer(&town, "ann"), officer(&town, "ben"), officer(&town, "cem"));
    led(&type_in(&ann, "7", "citizen", &[("answer-keep", "marmalade street")]));
    assert!(ann.get(QUESTIONNAIRES).text().contains("Somebody else types it"));
    assert!(typing(&ann, "7", "citizen").body.contains("marmalade street"), "one's own may be changed");
    for page in
        [ben.get(QUESTIONNAIRES), typing(&ben, "7", "citizen"), ben.get(&format!("{QUESTIONNAIRES}/settle?number=7"))]
    {
        assert!(!page.body.contains("marmalade"), "{}", page.body);
    }
    // The same person again is not a second person.
    led(&type_in(&ann, "7", "citizen", &[("answer-keep", "marmalade street")]));
    assert_eq!(ann.get(&format!("{QUESTIONNAIRES}/settle?number=7")).status, 404);
    led(&type_in(&ben, "7", "citizen", &[("answer-keep", "marmalade square")]));
    let refused = cem.get(&format!("{QUESTIONNAIRES}/settle?number=7"));
    assert!(refused.status == 403 && !refused.body.contains("marmalade"), "{}", refused.body);
    assert_eq!(type_in(&cem, "7", "citizen", &[]).status, 409);
    let forged = ben.post_form(&format!("{QUESTIONNAIRES}/settle"), &[("number", "7"), ("which-keep", "first")]);
    assert_eq!(forged.status, 403, "a form without its token");
    assert!(town.responses().is_empty());
}

#[test]
fn what_differs_is_settled_field_by_field_and_counted() {
    let town = Town::open();
    let (ann, ben) = (officer(&town, "ann"), officer(&town, "ben"));
    let first = [("answer-district", "redditch"), ("answer-important", "parks"), ("answer-keep", "teh pool")];
    let second = [("answer-district", "wychavon"), ("answer-important", "parks"), ("answer-keep", "the poll")];
    led(&type_in(&ann, "9", "citizen", &first));
    let settle = led(&type_in(&ben, "9", "citizen", &second));
    let page = ben.get(&settle);
    assert!(page.text().contains("2 of 5 fields differ"), "{}", page.text());
    let nothing_picked = ben.submit(&page, &[]);
    assert_eq!(nothing_picked.status, 422);
    assert!(town.responses().is_empty());
    let choices = [("which-district", "second"), ("which-keep", "anew"), ("anew-keep", "the pool")];
    let pages = [("settle", page.body.clone()), ("settle refused", nothing_picked.body.clone())];
    html::assert_sound(&pages.iter().map(|(name, body)| (*name, body.as_str())).collect::<Vec<_>>());
    assert!(led(&ben.submit(&page, &choices)).contains("?stored=9"));
    assert!(led(&ben.submit(&page, &choices)).contains("?stored=9"), "once more stores nothing more");
    let stored = town.responses();
    assert_eq!((stored.len(), &stored[0].response.district), (1, &District::Area("wychavon".into())));
    assert!(stored[0].response.answers.contains(&("keep".into(), Answer::Text("the pool".into()))));
    let overview = ann.get(QUESTIONNAIRES).text();
    assert!(overview.contains("2 of 5 fields that were filled in: 40.0%"), "{overview}");
    assert!(overview.contains("No questionnaire waits"), "{overview}");
}

#[test]
fn what_cannot_be_is_put_right_and_unknown_papers_are_refused() {
    let town = Town::open();
    let ann = officer(&town, "ann");
    let wrong = type_in(&ann, "3", "citizen", &[("answer-district", "atlantis"), ("answer-keep", "kept words")]);
    assert!(wrong.status == 422 && wrong.body.contains("kept words"), "{}", wrong.body);
    for query in ["number=&perspective=child&language=en", "number=1&perspective=king&language=en", "number=1/2"] {
        assert_eq!(ann.get(&format!("{QUESTIONNAIRES}/type?{query}")).status, 400, "{query}");
    }
    let pages = [
        ("questionnaires", ann.get(QUESTIONNAIRES).body),
        ("typing", typing(&ann, "3", "child").body),
        ("wrong", wrong.body),
    ];
    html::assert_sound(&pages.iter().map(|(name, body)| (*name, body.as_str())).collect::<Vec<_>>());
    let stranger = town.visitor();
    for path in ["", "/type?number=1", "/settle?number=1"] {
        assert_eq!(stranger.get(&format!("{QUESTIONNAIRES}{path}")).status, 303, "{path}");
    }
    assert_eq!(ann.get(&format!("/officer/c/{KEY}-not/questionnaires")).status, 404);
}
