//! A district starts its own plan, adds to the county's outcomes and its own, and rests one on evidence; and anybody
//! looks at a plan's village of 100 children.

use crate::support::http::{Form, Page, Visitor};
use crate::support::{browser, html};
use crate::town::{PLAN, fresh, town};

fn form_to(page: &Page, action: &str) -> Form {
    page.forms().into_iter().find(|form| form.action == action && form.method == "post").expect("the form is there")
}

#[test]
fn a_district_starts_its_plan_adds_to_the_countys_and_has_outcomes_of_its_own() {
    let town = fresh();
    let officer = town.officer();
    let list = officer.get(&format!("{PLAN}/local"));
    assert!(list.text().contains("1 of 6 districts") && list.text().contains("Illustrative"), "{}", list.text());
    let redditch = format!("{PLAN}/local/redditch");
    let page = officer.get(&redditch);
    assert!(page.text().contains("Leads here") && page.text().contains("of those who wrote an answer here named"));
    let form = form_to(&page, &redditch);
    let refused = officer.submit_form(&form, &[("vision", ""), ("ends", "soon"), ("title", "Our <plan>")]);
    assert!(refused.status == 422 && refused.text().contains("is not a period"), "{}", refused.text());
    assert!(refused.body.contains("Our &lt;plan&gt;") && refused.text().contains("Write what the plan wants"));
    html::assert_sound(&[("refused", refused.body.as_str())]);
    let begun = officer.submit_form(&form, &[("title", "Our <plan>"), ("vision", "Every child here is \"well\".")]);
    assert_eq!(begun.redirects_to().as_deref(), Some(redditch.as_str()), "{}", begun.body);
    let twice = officer.submit_form(&form, &[("vision", "Another began it as well.")]);
    assert!(twice.status == 422 && twice.text().contains("Somebody else saved this plan"), "{}", twice.text());
    own_outcomes(&officer, &redditch);
    own_indicators(&officer, &redditch);
    adds_to_the_countys(&officer, &redditch);
    assert!(officer.get(&format!("{PLAN}/local")).text().contains("2 of 6 districts"));
    let whole = officer.get("/officer/plans/worcestershire-cypp-2014-redditch");
    assert!(whole.status == 200 && whole.text().contains("Buses run on Sundays"), "{}", whole.text());
    let paths = [
        format!("{PLAN}/local"),
        redditch.clone(),
        format!("{redditch}/outcomes"),
        format!("{redditch}/outcomes/buses-run-on-sundays"),
        format!("{redditch}/outcomes/buses-run-on-sundays/indicators"),
        format!("{PLAN}/local/wychavon"),
        format!("{PLAN}/local/worcester"),
    ];
    let pages: Vec<Page> = paths.iter().map(|path| officer.get(path)).collect();
    html::assert_sound(&pages.iter().map(|page| (page.path.as_str(), page.body.as_str())).collect::<Vec<_>>());
    let browser = browser::open();
    browser.goto(&town.server.at("/sign-in"));
    browser.fill("#name", "officer");
    browser.fill("#password", &town.password);
    browser.follow("main .btn");
    for width in [320, 1280] {
        browser.viewport(width, 900);
        for (at, path) in paths.iter().enumerate() {
            browser.goto(&town.server.at(path));
            assert!(!browser.scrolls_sideways(), "{path} at {width}");
            browser.assert_no_barriers();
            if let Ok(folder) = std::env::var("HEARD_SCREENSHOTS") {
                browser.screenshot(&std::path::Path::new(&folder).join(format!("local-{at}-{width}.png")));
            }
        }
    }
}

fn own_outcomes(officer: &Visitor, district: &str) {
    let new = format!("{district}/outcomes");
    let form = form_to(&officer.get(&new), &new);
    let typed = [
        ("title", "Buses run on Sundays"),
        ("why", "Nobody can get to a club\r\n\r\nIt is far"),
        ("actions", "Run a bus; District council; whenever"),
    ];
    let refused = officer.submit_form(&form, &typed);
    assert!(refused.status == 422 && refused.text().contains("“whenever” is not a time"), "{}", refused.text());
    let again = form_to(&refused, &new);
    assert!(again.fields.iter().any(|(name, value)| name == "why" && value.contains("It is far")), "{again:?}");
    let added = officer.submit_form(&again, &[("actions", "Run a bus; District council; 2027-03")]);
    assert_eq!(added.redirects_to().as_deref(), Some(district), "{}", added.body);
    let page = officer.get(district);
    for part in ["Buses run on Sundays", "It is far", "District council", "March 2027", "No evidence"] {
        assert!(page.text().contains(part), "{part}: {}", page.text());
    }
    let evidence = "/officer/plans/worcestershire-cypp-2014-redditch/outcomes/buses-run-on-sundays/evidence";
    let form = form_to(&officer.get(evidence), evidence);
    let fields = [("basis", "theme/worcestershire-cypp/transport"), ("stance", "supporting"), ("note", "They said so")];
    assert_eq!(officer.submit_form(&form, &fields).status, 303);
    assert!(officer.get(district).text().contains("Only for it"));
}

fn own_indicators(officer: &Visitor, district: &str) {
    let new = format!("{district}/outcomes/buses-run-on-sundays/indicators");
    let form = form_to(&officer.get(&new), &new);
    let typed = [
        ("title", "Members who leave early"),
        ("unit", "%"),
        ("baseline", "many"),
        ("baseline_period", "2020"),
        ("target", "10"),
        ("others", "England; 24; 2026"),
    ];
    let refused = officer.submit_form(&form, &typed);
    let text = refused.text();
    assert_eq!(refused.status, 422);
    for part in ["Choose which way is better", "\"many\" is not a number", "Say when"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let again = form_to(&refused, &new);
    let put_right = [("baseline", "30"), ("direction", "decrease"), ("target_period", "2028")];
    let added = officer.submit_form(&again, &put_right);
    assert_eq!(added.redirects_to().as_deref(), Some(district), "{}", added.body);
    let page = officer.get(district);
    assert!(
        page.text().contains("Members who leave early: stood at 30% (2020), should be 10% (2028)"),
        "{}",
        page.text()
    );
    let one = format!("{new}/members-who-leave-early");
    let form = form_to(&officer.get(&one), &one);
    assert!(form.fields.iter().any(|(name, value)| name == "others" && value == "England; 24; 2026"), "{form:?}");
    assert_eq!(officer.submit_form(&form, &[("target", "12")]).status, 303);
    let figures = "/officer/plans/worcestershire-cypp-2014-redditch/progress/members-who-leave-early";
    let page = officer.get(figures);
    assert!(page.text().contains("12%") && page.text().contains("England 24%"), "{}", page.text());
    assert_eq!(officer.submit(&page, &[("period", "2025"), ("value", "17"), ("source", "Us")]).status, 303);
    assert!(officer.get(figures).text().contains("On track"), "{}", officer.get(figures).text());
    let theirs = format!("{district}/outcomes/healthy-lifestyle/indicators");
    let form = form_to(&officer.get(&theirs), &theirs);
    let typed = [("title", "Walks to school"), ("unit", "children"), ("direction", "increase")];
    assert_eq!(officer.submit_form(&form, &typed).status, 303);
    assert!(officer.get(district).text().contains("Walks to school"), "it adds to the county’s outcome too");
    let form = form_to(&officer.get(&format!("{theirs}/walks-to-school")), &format!("{theirs}/walks-to-school"));
    assert_eq!(officer.submit_form(&form, &[("erase", "yes")]).status, 303);
    assert!(!officer.get(district).text().contains("Walks to school"));
    assert_eq!(officer.get(&format!("{theirs}/nothing")).status, 404);
}

fn adds_to_the_countys(officer: &Visitor, district: &str) {
    let address = format!("{district}/outcomes/healthy-lifestyle");
    let page = officer.get(&address);
    assert!(!page.body.contains("id=\"title\"") && page.text().contains("have a healthy lifestyle"));
    let stale = form_to(&page, &address);
    assert_eq!(officer.submit_form(&stale, &[("areas", "Walking to school")]).status, 303);
    assert!(officer.get(district).text().contains("Walking to school"));
    let lost = officer.submit_form(&stale, &[("areas", "Cycling")]);
    assert!(lost.status == 422 && lost.body.contains("Cycling"), "nobody saves over what they have not seen");
    let form = form_to(&officer.get(&address), &address);
    assert_eq!(officer.submit_form(&form, &[("erase", "yes")]).status, 303);
    assert!(!officer.get(district).text().contains("Walking to school"));
    assert_eq!(officer.get(&format!("{district}/outcomes/nothing")).status, 404);
}

#[test]
fn a_plan_that_is_a_file_shows_with_its_district_and_is_not_changed_here() {
    let officer = town().officer();
    let page = officer.get(&format!("{PLAN}/local/wychavon"));
    let text = page.text();
    assert!(text.contains("An illustrative local plan for Wychavon") && text.contains("illustrative"), "{text}");
    assert!(text.contains("Young people in villages can get to what there is to do"), "{text}");
    assert!(text.contains("Put one page of help in every parish magazine"), "what it adds to the county's: {text}");
    assert!(
        page.forms().iter().all(|form| form.method == "get" || form.action == "/sign-out"),
        "{:?}",
        page.forms().len()
    );
    assert_eq!(officer.get(&format!("{PLAN}/local/wychavon/outcomes")).status, 404);
    assert_eq!(officer.get(&format!("{PLAN}/local/narnia")).status, 404);
}

#[test]
fn anybody_sees_a_plans_village_with_every_number_as_text_in_every_language() {
    let visitor = Visitor::new(&town().server.address);
    let address = "/plans/worcestershire-cypp-2014/village";
    let page = visitor.get(address);
    assert!(
        page.status == 200 && page.text().contains("49 of 100 are at a good level of development"),
        "{}",
        page.text()
    );
    assert_eq!(page.body.matches("class=\"people\"").count(), 6, "what has no number has no picture");
    for lang in ["cy", "pl", "ro", "ur"] {
        let other = visitor.get(&format!("{address}?lang={lang}"));
        assert!(other.body.contains("lang=\"en\"") && !other.text().contains("A village of"), "{}", other.text());
        html::assert_sound(&[(lang, other.body.as_str())]);
    }
    assert_eq!(visitor.get("/plans/wychavon-local-2014/village").status, 404);
    let browser = browser::open();
    for width in [320, 1280] {
        browser.viewport(width, 900);
        browser.goto(&town().server.at(&format!("{address}?lang=en")));
        assert!(!browser.scrolls_sideways(), "{width}");
        browser.assert_no_barriers();
        if let Ok(folder) = std::env::var("HEARD_SCREENSHOTS") {
            browser.screenshot(&std::path::Path::new(&folder).join(format!("village-{width}.png")));
        }
    }
}
