//! An officer makes links for places, prints a poster, and sees who came by each without seeing anyone.

use crate::support::http::Visitor;
use crate::support::{browser, html};
use crate::town::fresh;

/// A consultation that nobody runs a campaign for, so that it has no links yet.
const BULLYING: &str = "/c/bullying";
const DESK: &str = "/officer/c/bullying";

fn code_of(address: &str) -> String {
    address.split("#way-").nth(1).unwrap_or_else(|| panic!("{address}")).to_owned()
}

#[test]
fn a_link_is_made_counted_and_printed_and_small_numbers_stay_hidden() {
    let town = fresh();
    let officer = town.officer();
    let page = officer.get(&format!("{DESK}/links"));
    assert!(page.status == 200 && page.text().contains("There is no link yet"), "{}", page.text());
    let made = |name: &str| code_of(&officer.submit(&page, &[("name", name)]).redirects_to().expect("it is made"));
    let (library, school) = (made("Malvern Library"), made("<b>School</b> & Co"));
    for (code, people) in [(&library, 12), (&school, 3)] {
        for _ in 0..people {
            let visitor = Visitor::new(&town.server.address);
            let begun = visitor.post_form(&format!("{BULLYING}/in/{code}"), &[]);
            assert_eq!(begun.redirects_to(), Some(format!("{BULLYING}/who")));
        }
    }
    let page = officer.get(&format!("{DESK}/links"));
    let text = page.text();
    assert!(text.contains("Came10"), "{text}");
    assert_eq!(text.matches("hidden: kept private. Do not read it as zero, or as few.").count(), 3, "{text}");
    assert!(text.contains("<b>School</b> & Co") && page.body.matches("class=\"qr\"").count() == 2);
    let poster = officer.get(&format!("{DESK}/links/{library}"));
    assert!(poster.text().contains("Malvern Library") && poster.body.contains("class=\"qr\""), "{}", poster.text());
    let refused = officer.submit(&page, &[("name", " ")]);
    assert!(refused.status == 422 && refused.text().contains("Write the name of the place"), "{}", refused.text());
    let pages = [("links", &page), ("poster", &poster), ("refused", &refused)];
    html::assert_sound(&pages.map(|(name, page)| (name, page.body.as_str())));
    for (path, status) in [("links/000000", 404), ("links/x", 404)] {
        assert_eq!(officer.get(&format!("{DESK}/{path}")).status, status, "{path}");
    }
    let forged = officer.post_form(&format!("{DESK}/links"), &[("name", "Forged"), ("csrf", "guess")]);
    assert_eq!(forged.status, 403);
    let stranger = Visitor::new(&town.server.address);
    for path in [format!("{DESK}/links"), format!("{DESK}/links/{library}")] {
        assert!(stranger.get(&path).redirects_to().is_some_and(|to| to.starts_with("/sign-in")), "{path}");
    }
    assert!(!officer.get(&format!("{DESK}/links")).body.contains("Forged"));
    looked_at(&town.server.at(""), &town.password, &library);
}

/// The same in a browser, at both widths.
fn looked_at(website: &str, password: &str, code: &str) {
    let browser = browser::open();
    browser.goto(&format!("{website}/sign-in"));
    browser.fill("#name", "officer");
    browser.fill("#password", password);
    browser.follow("main .btn");
    for width in [320, 1280] {
        browser.viewport(width, 900);
        for path in ["/links".to_owned(), format!("/links/{code}")] {
            browser.goto(&format!("{website}{DESK}{path}"));
            assert!(!browser.scrolls_sideways(), "{path} at {width}");
            browser.assert_no_barriers();
        }
    }
}

#[test]
fn a_consultation_that_takes_no_answers_does_not_lead_to_a_page_that_is_shut() {
    let page = crate::town::town().officer().get("/officer/c/worcestershire-cypp-earlier/links");
    assert_eq!(page.status, 200);
    assert!(page.text().contains("answers are not being taken now"), "{}", page.text());
    assert!(!page.body.contains("/c/worcestershire-cypp-earlier/group\""), "{}", page.body);
}
