//! Vouchers as slips of paper: how many are made, that they can be had once, and that a phone reads every one.

use std::path::Path;

use crate::polls::Polls;
use crate::support::http::Visitor;
use crate::support::{html, qr};

#[test]
fn every_code_of_a_printed_sheet_is_read_by_a_phone_once_printed_and_votes_once() {
    let polls = Polls::open("our-mark", &[]);
    let officer = polls.officer("zoe");
    let place = polls.place(&officer, "High School");
    let page = officer.get(&polls.desk("/vouchers"));
    assert!(page.text().contains("900") && page.body.contains("value=\"900\""), "how many are missing is counted");
    let none = officer.submit(&page, &[(&format!("number-{place}"), "a few")]);
    assert!(none.status == 422 && none.text().contains("High School: write a whole number"), "{}", none.text());
    assert!(none.body.contains("value=\"a few\""), "what was typed is kept");
    let ready = polls.make_vouchers(&officer, &place, "26");
    assert!(ready.text().contains("26 slips on 3 sheets of A4") && ready.text().contains("once"), "{}", ready.text());
    assert!(polls.officer("adam").get(&ready.path).status == 410, "they are for whoever made them");
    let slips = polls.slips(&officer, &ready);
    if let Ok(folder) = std::env::var("HEARD_PICTURES") {
        std::fs::write(Path::new(&folder).join("slips.pdf"), &slips).expect("a file");
    }
    let pages = qr::codes_of_slips(&slips);
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [10, 10, 6], "every code of the sheets is read");
    let start = format!("{}/b/our-mark/v/", polls.server.at(""));
    let codes: std::collections::BTreeSet<&String> = pages.iter().flatten().collect();
    assert!(codes.len() == 26 && codes.iter().all(|code| code.starts_with(&start)), "{codes:?}");
    // They can be had once: neither the page nor the file comes again, and loading anew makes no more.
    assert_eq!(officer.get(&ready.path).status, 410);
    let form = ready.forms().into_iter().find(|form| form.action.contains("/vouchers/")).expect("a form");
    let again = officer.submit_form(&form, &[]);
    assert!(again.status == 410 && again.text().contains("once"), "{}", again.text());
    assert!(officer.get(&polls.desk("")).text().contains("Vouchers: 26 for 900 who may vote"));
    let pupil = Visitor::new(&polls.server.address);
    let code = pages[2][1].strip_prefix(&polls.server.at("")).expect("an address of this server");
    assert_eq!(pupil.get(code).redirects_to(), Some(polls.at("")));
    assert!(polls.vote(&pupil, None, &[("mark", "buses")]).text().contains("Your vote is counted"));
    assert_eq!(Visitor::new(&polls.server.address).get(code).status, 422, "it works once");
    html::assert_sound(&[("choose", &page.body), ("none", &none.body), ("ready", &ready.body)]);
}
