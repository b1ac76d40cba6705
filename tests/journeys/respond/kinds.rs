//! Every kind of question, routing, postcodes that leave no trace, pictures, and an order of one's own.

use heard::survey::{Answer, District};

use super::super::support::browser;
use super::super::support::http::{Page, Visitor};
use super::{Town, led};

const START: &str = "/c/ready-for-work";

fn question(key: &str) -> String {
    format!("{START}/q/{key}")
}

/// Begins from a perspective; the page to read comes first.
fn begin(visitor: &Visitor, perspective: &str) {
    assert_eq!(led(&visitor.post_form(START, &[])), format!("{START}/who"));
    let next = led(&visitor.post_form(&format!("{START}/who"), &[("perspective", perspective)]));
    assert_eq!(next, question("about"));
    assert_eq!(led(&visitor.post_form(&next, &[])), question("district"));
}

/// Answers a question and gives the key of the one that follows.
fn next(visitor: &Visitor, key: &str, fields: &[(&str, &str)]) -> String {
    let to = led(&visitor.post_form(&question(key), fields));
    to.strip_prefix(&format!("{START}/q/")).map_or(to.clone(), str::to_owned)
}

fn values(page: &Page) -> Vec<String> {
    let tree = page.tree();
    let inputs = tree.all().into_iter().filter(|one| one.attribute("name") == Some("answer"));
    inputs.filter_map(|one| one.attribute("value").map(str::to_owned)).collect()
}

#[test]
fn only_those_who_had_work_experience_are_asked_whether_it_was_useful() {
    let town = Town::open();
    let pupil = town.visitor();
    begin(&pupil, "young-person");
    assert_eq!(next(&pupil, "district", &[("answer", "redditch")]), "age-band");
    assert_eq!(next(&pupil, "age-band", &[("answer", "14-15")]), "had-experience");
    assert_eq!(next(&pupil, "had-experience", &[("answer", "yes")]), "useful");
    assert_eq!(next(&pupil, "useful", &[("answer", "not-at-all-useful")]), "what-kind");
    assert_eq!(next(&pupil, "what-kind", &[("answer", "online"), ("answer", "taster-day")]), "how-many-days");
    let wrong = pupil.post_form(&question("how-many-days"), &[("answer", "ten")]);
    assert!(wrong.status == 422 && wrong.text().contains("whole number from 1 to 400"), "{}", wrong.text());
    assert!(wrong.body.contains("value=\"ten\""), "what was typed stands there still");
    assert_eq!(next(&pupil, "how-many-days", &[("answer", "10")]), "better");
    assert_eq!(next(&pupil, "better", &[("skip", "1")]), "job-in-mind");
    assert_eq!(next(&pupil, "job-in-mind", &[("answer", "chef")]), "matters-most");
    // Saying otherwise later opens other questions, and what no longer fits is not sent.
    let change = format!("{}?change", question("had-experience"));
    assert_eq!(led(&pupil.post_form(&change, &[("answer", "no")])), format!("{}?change", question("why-not")));
    let both = pupil.post_form(&question("why-not"), &[("answer", "travel"), ("answer", "none-of-these")]);
    assert!(both.status == 422 && both.text().contains("something else"), "{}", both.text());
    assert_eq!(next(&pupil, "why-not", &[("answer", "travel"), ("answer", "cost")]), "would-like");
    let four: Vec<(&str, &str)> =
        ["outdoors", "office", "sport", "computers"].into_iter().map(|option| ("answer", option)).collect();
    let many = pupil.post_form(&question("would-like"), &four);
    assert!(many.status == 422 && many.text().contains("You picked 4. Take 1 away"), "{}", many.text());
    assert_eq!(many.body.matches(" checked").count(), 4, "what was picked stays picked");
    assert_eq!(next(&pupil, "would-like", &four[..3]), "job-in-mind");
    assert_eq!(next(&pupil, "job-in-mind", &[("answer", "chef")]), "matters-most");
    let options: Vec<String> = {
        let page = pupil.get(&question("matters-most"));
        let tree = page.tree();
        let options = tree.all().into_iter().filter_map(|one| one.attribute("value").map(str::to_owned));
        options.filter(|value| !value.is_empty() && value != "1").collect()
    };
    let (first, second) = (options[0].as_str(), options[1].as_str());
    let twice = pupil.post_form(&question("matters-most"), &[("answer-1", first), ("answer-2", first)]);
    assert!(twice.status == 422 && twice.text().contains("stands in two places"), "{}", twice.text());
    let ranked = [("answer-1", second), ("answer-2", ""), ("answer-3", first)];
    assert_eq!(next(&pupil, "matters-most", &ranked), "change");
    assert_eq!(next(&pupil, "change", &[("skip", "1")]), format!("{START}/check"));
    let check = pupil.get(&format!("{START}/check"));
    assert!(!check.text().contains("not at all"), "an answer that is no longer asked for is not shown");
    led(&pupil.post_form(&format!("{START}/submit"), &[]));
    let stored = town.store().list_responses("ready-for-work", 0, 9).expect("responses");
    let response = &stored[0].response;
    let said = |key: &str| response.answers.iter().find(|(known, _)| known == key).map(|(_, answer)| answer.clone());
    assert_eq!(said("had-experience"), Some(Answer::Choice("no".into())));
    assert_eq!((said("useful"), said("how-many-days")), (None, None));
    assert_eq!(said("why-not"), Some(Answer::Choices(vec!["travel".into(), "cost".into()])));
    assert_eq!(said("matters-most"), Some(Answer::Ranking(vec![second.to_owned(), first.to_owned()])));
    assert_eq!(said("job-in-mind"), Some(Answer::Text("chef".into())));
}

#[test]
fn a_postcode_finds_the_district_and_is_nowhere_afterwards() {
    let town = Town::open();
    let pupil = town.visitor();
    begin(&pupil, "young-person");
    for (typed, says) in
        [("B45", "only the first part"), ("nonsense", "not written as a postcode"), ("ZE1 0AA", "do not know")]
    {
        let page = pupil.post_form(&question("district"), &[("postcode", typed)]);
        assert!(page.status == 422 && page.text().contains(says), "{typed}: {}", page.text());
        assert!(!page.body.contains(&format!("value=\"{typed}\"")), "{typed} is not given back");
    }
    assert_eq!(next(&pupil, "district", &[("postcode", "b458bs")]), "age-band");
    while let Some(step) = {
        let check = pupil.get(&format!("{START}/check"));
        check.redirects_to()
    } {
        led(&pupil.post_form(&step, &[("skip", "1")]));
    }
    led(&pupil.post_form(&format!("{START}/submit"), &[]));
    let stored = town.store().list_responses("ready-for-work", 0, 9).expect("responses");
    assert_eq!(stored[0].response.district, District::Area("bromsgrove".into()));
    let bytes = town.stored_bytes().to_ascii_lowercase();
    for trace in [&b"b458bs"[..], b"b45 8bs"] {
        assert!(!bytes.windows(trace.len()).any(|part| part == trace), "the postcode was kept");
    }
}

#[test]
fn the_order_is_each_persons_own_and_stays() {
    let town = Town::open();
    let orders: Vec<Vec<String>> = (0..6)
        .map(|_| {
            let pupil = town.visitor();
            begin(&pupil, "young-person");
            for (key, answer) in [("district", "outside"), ("age-band", "16-17"), ("had-experience", "no")] {
                pupil.post_form(&question(key), &[("answer", answer)]);
            }
            let order = values(&pupil.get(&question("why-not")));
            assert_eq!(order, values(&pupil.get(&question("why-not"))));
            assert_eq!(order.last().map(String::as_str), Some("none-of-these"), "it is set apart");
            order
        })
        .collect();
    assert!(orders.iter().any(|order| *order != orders[0]), "{orders:?}");
}

#[test]
fn a_pupil_without_scripts_and_with_the_keyboard_meets_every_kind_without_barriers() {
    let town = Town::open();
    let browser = browser::open();
    browser.javascript(false);
    for width in [320, 1280] {
        browser.viewport(width, 800);
        browser.goto(&town.server.at(START));
        browser.follow("main form .btn");
        browser.click("input[value=young-person]");
        browser.follow("main form .btn");
        let mut kinds = 0;
        while !browser.address().ends_with("/check") {
            assert!(!browser.scrolls_sideways(), "{} at {width}", browser.address());
            browser.assert_no_barriers();
            if let Some(folder) = std::env::var_os("HEARD_SCREENSHOTS") {
                let name = browser.address().rsplit('/').next().unwrap_or_default().to_owned();
                browser.screenshot(&std::path::Path::new(&folder).join(format!("kinds-{width}-{name}.png")));
            }
            if browser.address().ends_with("/had-experience") {
                browser.click(if width == 320 { "input[value=yes]" } else { "input[value=no]" });
            }
            browser.follow("main form .btn");
            kinds += 1;
        }
        assert!(kinds >= 8, "{kinds}");
        browser.assert_no_barriers();
    }
}

#[test]
fn after_a_hard_question_who_to_talk_to_stands_first() {
    let town = Town::open();
    let pupil = town.visitor();
    // Whoever reads it before beginning is led back to where one begins, not to a question.
    let unbegun = pupil.get("/c/bullying/safety");
    assert!(unbegun.body.contains(r#"class="btn" href="/c/bullying""#), "{}", unbegun.body);
    assert_eq!(led(&pupil.post_form("/c/bullying", &[])), "/c/bullying/safety");
    assert!(pupil.get("/c/bullying/safety").body.contains(r#"class="btn" href="/c/bullying/who""#));
    assert!(pupil.get("/c/bullying/safety").text().contains("Shift key three times"));
    let mut step = led(&pupil.post_form("/c/bullying/who", &[("perspective", "young-person")]));
    let mut told = 0;
    while !step.ends_with("/check") {
        let page = pupil.get(&step);
        told += usize::from(page.text().contains("you can talk to someone now"));
        assert!(page.text().contains("Childline"), "{step}");
        step = led(&pupil.post_form(&step, &[("skip", "1")]));
    }
    assert!(told >= 2, "{told}");
}
