//! Votes on paper that were typed: an agreed tally that is opened again, and one person who comes for both sheets.

use crate::ballots::{links, sheet};
use crate::polls::{PASSWORD, Polls, looked_at};
use crate::support::http::{Page, Visitor};
use crate::support::server::heard;
use crate::support::{browser, html};

/// Two people type the sheet of a place alike.
fn type_alike(
    polls: &Polls,
    links: &[String],
    buses: &'static str,
    received: &'static str,
    valid: &'static str,
) -> Page {
    let typed = |link: &String| {
        let teacher = Visitor::new(&polls.server.address);
        teacher.follow(teacher.submit(&teacher.get(link), &sheet(buses, received, valid)))
    };
    typed(&links[0]);
    typed(&links[1])
}

/// Opens the agreed tally of a place again, from its record.
fn open_again(polls: &Polls, officer: &Visitor, place: &str, reason: &str) -> Page {
    let record = officer.get(&polls.desk(&format!("/places/{place}/record")));
    let form = record.forms().into_iter().find(|form| form.action.ends_with("/open-again")).expect("a form");
    officer.submit_form(&form, &[("reason", reason)])
}

#[test]
fn an_agreed_tally_is_opened_again_with_a_reason_and_typed_anew_until_the_result_is_published() {
    let mut polls = Polls::open("our-mark", &[]);
    let officer = polls.officer("zoe");
    let place = polls.place(&officer, "High School");
    let both = links(&polls, &officer, &place);
    assert!(type_alike(&polls, &both, "20", "28", "26").text().contains("The papers of this place are counted"));
    let record = polls.desk(&format!("/places/{place}/record"));
    let before = officer.get(&record).text();
    assert!(before.contains("whoever had the first link") && !before.contains("Papers in the box"), "{before}");
    let refused = open_again(&polls, &officer, &place, "  ");
    assert!(
        refused.status == 422 && refused.text().contains("Write why the tally is opened again"),
        "{}",
        refused.text()
    );
    html::assert_sound(&[("refused", &refused.body)]);
    polls.close();
    let officer = polls.officer("ivy");
    assert_eq!(open_again(&polls, &officer, &place, "A second box was <found>").redirects_to(), Some(record.clone()));
    let page = officer.get(&record);
    for said in ["A second box was <found>", "by ivy", "Papers in the box", "28", "Not agreed yet"] {
        assert!(page.text().contains(said), "{said}: {}", page.text());
    }
    let first = officer.get("/officer").text();
    assert!(first.contains("A tally was opened again and is to be typed anew"), "{first}");
    let overview = officer.get(&polls.desk(""));
    assert!(overview.text().contains("opened again; two people are to type them anew"), "{}", overview.text());
    assert!(overview.text().contains("Tallies that were opened again"), "{}", overview.text());
    let count = officer.get(&polls.desk("/publish"));
    assert!(
        count.text().contains("Settle them first") && count.text().contains("0 papers came in"),
        "{}",
        count.text()
    );
    assert!(type_alike(&polls, &both, "21", "29", "27").text().contains("The papers of this place are counted"));
    html::assert_sound(&[("record", &page.body), ("overview", &overview.body)]);
    look(&polls, &record);
    let count = officer.get(&polls.desk("/publish"));
    assert!(count.text().contains("29 papers came in, and 27 of them count"), "{}", count.text());
    let form = count.forms().into_iter().find(|form| form.action.ends_with("/publish")).expect("a form");
    assert_eq!(officer.submit_form(&form, &[]).status, 303);
    published(&polls, &officer, &place);
}

/// What everybody reads of a tally that was opened again, and that it is not opened once more.
fn published(polls: &Polls, officer: &Visitor, place: &str) {
    let result = officer.get(&polls.at("/result"));
    assert!(result.text().contains("typed again after two people had agreed on them: "), "{}", result.text());
    assert!(!result.text().contains("second box"), "the reason is for officers");
    let audit = officer.get(&polls.at("/result.audit.json"));
    assert!(audit.body.contains("\"opened_again\"") && !audit.body.contains("second box"), "{}", audit.body);
    let file = polls.folder.path().join("audit.json");
    std::fs::write(&file, &audit.body).expect("a file");
    let recount = heard(&["ballot", "count", file.to_str().expect("a path")]);
    let said = "Typed again after two people had agreed on the votes on paper: ";
    assert!(recount.status == Some(0) && recount.output.contains(said), "{recount:?}");
    assert!(recount.output.contains("The published result is reproduced."), "{recount:?}");
    let record = officer.get(&polls.desk(&format!("/places/{place}/record")));
    assert!(record.text().contains("The result is published. It stays as it is"), "{}", record.text());
    assert!(record.text().contains("28") && record.text().contains("29"), "both are kept: {}", record.text());
    let csrf =
        record.forms().into_iter().flat_map(|form| form.fields).find(|(name, _)| name == "csrf").expect("a session");
    let late = [("csrf", csrf.1.as_str()), ("reason", "Once more")];
    let late = officer.post_form(&polls.desk(&format!("/places/{place}/open-again")), &late);
    assert!(late.status == 422 && late.text().contains("The result is published"), "{}", late.text());
}

fn look(polls: &Polls, record: &str) {
    let browser = browser::open();
    browser.goto(&polls.server.at("/sign-in"));
    browser.fill("#name", "ivy");
    browser.fill("#password", PASSWORD);
    browser.follow("main form .btn");
    looked_at(&browser, &polls.server.at(record), "record");
    looked_at(&browser, &polls.server.at(&polls.desk("")), "overview-opened");
}

#[test]
fn whoever_typed_one_sheet_of_a_place_is_refused_the_other_with_what_to_do_and_officers_see_it() {
    let polls = Polls::open("our-mark", &[]);
    let officer = polls.officer("zoe");
    let (place, other) = (polls.place(&officer, "High School"), polls.place(&officer, "Low School"));
    let (first, second) = (links(&polls, &officer, &place), links(&polls, &officer, &other));
    let teacher = Visitor::new(&polls.server.address);
    // Both sheets are open before anything is typed.
    let sheets = [teacher.get(&first[0]), teacher.get(&first[1])];
    assert_eq!(teacher.submit(&sheets[0], &sheet("20", "28", "26")).status, 303);
    let refused = [teacher.submit(&sheets[1], &sheet("20", "28", "26")), teacher.get(&first[1])];
    for page in &refused {
        assert!(page.status == 403 && page.text().contains("Somebody else types this sheet"), "{}", page.text());
        assert!(page.text().contains("Give this link to somebody else"), "{}", page.text());
        html::assert_sound(&[("refused", &page.body)]);
    }
    assert_eq!(teacher.get(&first[0]).status, 200, "their own sheet stays theirs");
    assert_eq!(teacher.get(&second[1]).status, 200, "and another school's is another matter");
    let overview = officer.get(&polls.desk(""));
    assert!(overview.text().contains("One person came for both sheets"), "{}", overview.text());
    // An officer who typed one at the desk is refused the other, by the desk or by its link.
    let desk = officer.get(&polls.desk(&format!("/places/{other}/tally/1")));
    let form = desk.forms().into_iter().find(|form| form.action.contains("/tally/")).expect("a form");
    assert_eq!(officer.submit_form(&form, &sheet("30", "38", "36")).status, 303);
    for address in [polls.desk(&format!("/places/{other}/tally/2")), second[1].clone()] {
        let page = officer.get(&address);
        assert!(page.status == 403 && page.text().contains("Somebody else types this sheet"), "{}", page.text());
    }
    // Another teacher on another device types it, and the two agree.
    let colleague = Visitor::new(&polls.server.address);
    let typed = colleague.follow(colleague.submit(&colleague.get(&first[1]), &sheet("20", "28", "26")));
    assert!(typed.text().contains("The papers of this place are counted"), "{}", typed.text());
    assert!(teacher.get(&first[1]).text().contains("The papers of this place are counted"));
}

#[test]
fn places_are_fixed_at_the_close_and_nobody_sees_a_count_before_tallies_that_wait_are_settled_or_left_out_with_why() {
    let mut polls = Polls::open("our-mark", &[]);
    let officer = polls.officer("zoe");
    let (place, other) = (polls.place(&officer, "High School"), polls.place(&officer, "Low School"));
    let (first, second) = (links(&polls, &officer, &place), links(&polls, &officer, &other));
    type_alike(&polls, &first, "20", "28", "26");
    let teacher = Visitor::new(&polls.server.address);
    assert_eq!(teacher.submit(&teacher.get(&second[0]), &sheet("90", "98", "96")).status, 303);
    polls.close();
    let officer = polls.officer("ivy");
    let overview = officer.get(&polls.desk(""));
    assert!(overview.text().contains("fixed since voting closed"), "{}", overview.text());
    assert!(!overview.text().contains("Add a place"), "{}", overview.text());
    let fields = overview.forms().into_iter().flat_map(|form| form.fields);
    let csrf = fields.into_iter().find(|(name, _)| name == "csrf").expect("a session").1;
    let roll = format!("/places/{place}/roll");
    for (path, field) in [("/places", ("name", "Third School")), (roll.as_str(), ("entitled", "9"))] {
        let refused = officer.post_form(&polls.desk(path), &[("csrf", csrf.as_str()), field]);
        assert!(refused.status == 422 && refused.text().contains("places are fixed"), "{path}: {}", refused.text());
    }
    let count = officer.get(&polls.desk("/publish"));
    assert!(count.text().contains("The count waits for votes on paper"), "{}", count.text());
    assert!(count.text().contains("Low School") && !count.text().contains("Elected"), "{}", count.text());
    let publish = |why: &str| {
        let form = count.forms().into_iter().find(|form| form.action.ends_with("/publish")).expect("a form");
        officer.submit_form(&form, &[("left-out", why)])
    };
    let refused = publish(" ");
    assert!(refused.status == 422 && refused.text().contains("Write why these votes"), "{}", refused.text());
    assert!(!refused.text().contains("Elected"), "{}", refused.text());
    html::assert_sound(&[("overview", &overview.body), ("waits", &count.body), ("refused", &refused.body)]);
    assert_eq!(publish("The second <sheet> was lost.").status, 303);
    left_out(&polls, &officer);
}

/// What everybody reads of votes on paper that are not in the count.
fn left_out(polls: &Polls, officer: &Visitor) {
    let result = officer.get(&polls.at("/result"));
    for said in ["are not in the count: Low School", "The second <sheet> was lost.", "Papers that came in: 28"] {
        assert!(result.text().contains(said), "{said}: {}", result.text());
    }
    let audit = officer.get(&polls.at("/result.audit.json"));
    let file = polls.folder.path().join("audit.json");
    std::fs::write(&file, &audit.body).expect("a file");
    let recount = heard(&["ballot", "count", file.to_str().expect("a path")]);
    assert!(recount.output.contains("Votes on paper that are not in the count: Low School."), "{recount:?}");
    let published = officer.get(&polls.desk("/publish"));
    assert!(published.text().contains("Elected") && published.text().contains("Published."), "{}", published.text());
}
