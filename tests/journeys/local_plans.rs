//! A district starts its own plan, adds to the county's outcomes and its own, rests one on evidence and publishes it; and
//! anybody reads it beside the county's, and looks at a plan's village of 100 children.

use crate::support::http::{Form, Page, Visitor};
use crate::support::{browser, html};
use crate::town::{PLAN, fresh, town};

const OWN: &str = "worcestershire-cypp-2014-redditch";
const PUBLIC: &str = "/plans/worcestershire-cypp-2014-redditch";
const COUNTY: &str = "/plans/worcestershire-cypp-2014";

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
    its_time_is_held_against_the_countys(&officer, &redditch);
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
fn a_districts_plan_is_published_and_leads_to_the_countys_and_back() {
    let town = fresh();
    let (writer, second) = (town.officer(), town.another_officer("second"));
    let citizen = Visitor::new(&town.server.address);
    assert!(!citizen.get(COUNTY).body.contains(PUBLIC), "nothing leads to a plan that is not published");
    assert_eq!(citizen.get(PUBLIC).status, 404);
    begin_with_an_outcome_that_rests_on_something(&writer);
    let publish = format!("/officer/plans/{OWN}/publish");
    let step = |page: &Page, step: &str| {
        let is_it = |form: &Form| form.fields.iter().any(|(name, held)| name == "step" && held == step);
        page.forms().into_iter().find(is_it).unwrap_or_else(|| panic!("no step {step}: {}", page.text()))
    };
    let page = writer.get(&publish);
    assert!(page.text().contains("2 things keep it from being published"), "{}", page.text());
    let typed = [("decides_on", "2027-02-01"), ("undecided", "Which route comes first")];
    assert_eq!(writer.submit_form(&step(&page, "save"), &typed).status, 303);
    let page = writer.get(&publish);
    assert!(page.text().contains("Nothing keeps it from being published"), "{}", page.text());
    assert_eq!(writer.submit_form(&step(&page, "review"), &[]).status, 303);
    let signed = second.submit_form(&step(&second.get(&publish), "sign"), &[("by", "A. Second, chair")]);
    assert_eq!(signed.status, 303, "{}", signed.text());
    assert_eq!(writer.submit_form(&step(&writer.get(&publish), "publish"), &[]).status, 303);
    its_pages_open(&citizen);
    its_files_open(&citizen);
    let paths = ["", "/buses-run-on-sundays", "/healthy-lifestyle", "/progress", "/versions/1"];
    crate::progress::looked_at(&town, &paths.map(|rest| format!("{PUBLIC}{rest}")));
}

/// A plan may run on when the county's has ended, but the page asks about it.
fn its_time_is_held_against_the_countys(officer: &Visitor, district: &str) {
    let typed = |starts: &str, ends: &str| {
        let form = form_to(&officer.get(district), district);
        assert_eq!(officer.submit_form(&form, &[("starts", starts), ("ends", ends)]).status, 303);
        let whole = officer.get(&format!("/officer/plans/{OWN}"));
        [officer.get(district).text(), whole.text()]
    };
    let late = "begins (2018) after the plan whose outcomes it takes over has ended (2017)";
    assert!(typed("2018", "2020").iter().all(|text| text.contains(late)));
    assert!(typed("2010", "2012").iter().all(|text| text.contains("ends (2012) before the plan whose outcomes")));
    assert!(typed("2016", "2019").iter().all(|text| text.contains("runs on (2019) after")));
    assert!(typed("2014", "2017").iter().all(|text| !text.contains("whose outcomes it takes over")));
}

/// A plan for Redditch with an outcome of its own, an indicator with a figure, and evidence on both sides.
fn begin_with_an_outcome_that_rests_on_something(officer: &Visitor) {
    let district = format!("{PLAN}/local/redditch");
    let sent = |address: &str, typed: &[(&str, &str)]| {
        let answer = officer.submit_form(&form_to(&officer.get(address), address), typed);
        assert_eq!(answer.status, 303, "{address}: {}", answer.text());
    };
    sent(&district, &[("title", "Redditch’s own plan"), ("vision", "Every child here is well.")]);
    let outcome = [("title", "Buses run on Sundays"), ("actions", "Run a bus; District council; 2027-03")];
    sent(&format!("{district}/outcomes"), &outcome);
    let indicator = [
        ("title", "Members who leave early"),
        ("unit", "%"),
        ("direction", "decrease"),
        ("baseline", "30"),
        ("baseline_period", "2020"),
        ("target", "10"),
        ("target_period", "2028"),
    ];
    sent(&format!("{district}/outcomes/buses-run-on-sundays/indicators"), &indicator);
    let evidence = format!("/officer/plans/{OWN}/outcomes/buses-run-on-sundays/evidence");
    for (stance, theme, note) in [
        ("supporting", "transport", "They said they cannot get there"),
        ("contrary", "schools-teaching", "More people spoke of school"),
    ] {
        let basis = format!("theme/worcestershire-cypp/{theme}");
        let address = format!("{evidence}?basis={basis}");
        let form = form_to(&officer.get(&address), &evidence);
        let linked = officer.submit_form(&form, &[("basis", &basis), ("stance", stance), ("note", note)]);
        assert_eq!(linked.status, 303, "{}", linked.text());
    }
    let figures = format!("/officer/plans/{OWN}/progress/members-who-leave-early");
    let entered =
        officer.submit(&officer.get(&figures), &[("period", "2025"), ("value", "17"), ("source", "The clubs")]);
    assert_eq!(entered.status, 303, "{}", entered.text());
}

fn its_pages_open(citizen: &Visitor) {
    let plan = citizen.get(PUBLIC);
    let text = plan.text();
    for part in ["Redditch’s own plan", "8 outcomes", "Which route comes first", "Signed off by A. Second, chair"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let county = citizen.get(COUNTY);
    assert!(plan.body.contains(&format!("href=\"{COUNTY}\"")) && text.contains("takes over"), "{text}");
    assert!(county.body.contains(&format!("href=\"{PUBLIC}\"")), "the county’s plan leads to it: {}", county.text());
    assert!(citizen.get("/plans").body.contains(&format!("href=\"{PUBLIC}\"")));
    let own = citizen.get(&format!("{PUBLIC}/buses-run-on-sundays"));
    for part in ["They said they cannot get there", "Only people in Redditch", "Run a bus", "The clubs"] {
        assert!(own.text().contains(part), "{part}: {}", own.text());
    }
    let results = own.body.split("href=\"/results/worcestershire-cypp/").nth(1).and_then(|rest| rest.split('"').next());
    let results = format!("/results/worcestershire-cypp/{}", results.expect("its evidence leads to the results"));
    assert!(results.contains("/redditch") && citizen.get(&results).status == 200, "{results}");
    let theirs = citizen.get(&format!("{PUBLIC}/healthy-lifestyle"));
    assert!(theirs.status == 200 && theirs.text().contains("What speaks against it"), "{}", theirs.text());
    let progress = citizen.get(&format!("{PUBLIC}/progress"));
    assert!(progress.text().contains("17%") && progress.text().contains("Redditch’s own plan"), "{}", progress.text());
    let version = citizen.get(&format!("{PUBLIC}/versions/1"));
    let pages =
        [&plan, &county, &own, &theirs, &progress, &version].map(|page| (page.path.as_str(), page.body.as_str()));
    html::assert_sound(&pages);
}

fn its_files_open(citizen: &Visitor) {
    let file: serde_json::Value = serde_json::from_str(&citizen.get(&format!("{PUBLIC}.json")).body).expect("data");
    assert_eq!(
        (&file["plan"]["inherits"], &file["plan"]["district"]),
        (&"worcestershire-cypp-2014".into(), &"redditch".into())
    );
    assert_eq!(file["county"]["plan"], "worcestershire-cypp-2014", "what is the county’s is said to be");
    let ours = |one: &&serde_json::Value| one["link"]["outcome"] == "buses-run-on-sundays";
    let linked: Vec<_> = file["evidence"].as_array().expect("evidence").iter().filter(ours).collect();
    assert!(linked.len() == 2 && linked.iter().all(|one| one["place"] == "Redditch"), "{linked:?}");
    let pdf = citizen.client().get(citizen.whole(&format!("{PUBLIC}.pdf"))).send().expect("an answer");
    let bytes = pdf.bytes().expect("a body");
    assert!(bytes.starts_with(b"%PDF-") && bytes.len() > 20_000, "{}", bytes.len());
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
    for part in
        ["Of: pupils in year 6", "2012/13", "people who chose to answer", "Bullying Survey", "does not say when"]
    {
        assert!(page.text().contains(part), "each number says of whom, when and from where it is: {part}");
    }
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
