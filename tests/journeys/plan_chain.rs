//! From a plan's priority back to what people said and on to what was done, by clicking: as a citizen does it in any
//! language, and as an officer does it as far as the answers; and no link on the way leads nowhere.

use std::collections::BTreeSet;

use crate::support::browser;
use crate::support::html;
use crate::support::http::{Page, Visitor};
use crate::support::waiting::wait_for;
use crate::town::{PLAN, fresh, town};

const PUBLIC: &str = "/plans/worcestershire-cypp-2014";
const LOCAL: &str = "/officer/plans/wychavon-local-2014";

/// Where the links of a page lead on this website: without what stands after a hash, each once.
fn links(page: &Page) -> BTreeSet<String> {
    let tree = page.tree();
    let all = tree.all().into_iter().filter(|one| one.name == "a");
    let to = all.filter_map(|link| link.attribute("href").map(str::to_owned));
    let ours = to.filter_map(|to| to.split('#').next().map(str::to_owned)).filter(|to| to.starts_with('/'));
    ours.collect()
}

/// The address of the first link of a page that begins like this.
fn way(page: &Page, begins: &str) -> String {
    let found = links(page).into_iter().find(|to| to.starts_with(begins));
    found.unwrap_or_else(|| panic!("{} has no link to {begins}: {:?}", page.path, links(page)))
}

#[test]
fn a_citizen_follows_a_priority_to_the_results_and_to_what_was_done_and_back() {
    let citizen = Visitor::new(&town().server.address);
    let plans = citizen.get("/plans");
    let plan = citizen.get(&way(&plans, PUBLIC));
    let priority = citizen.get(&way(&plan, &format!("{PUBLIC}/healthy-lifestyle")));
    assert!(priority.text().contains("416 per 10,000"), "an outside figure has its unit: {}", priority.text());
    let results = citizen.get(&way(&priority, "/results/worcestershire-cypp/"));
    assert!(results.status == 200 && results.text().contains("What came of it"), "{}", results.text());
    let told = citizen.get(&way(&priority, "/you-said/worcestershire-cypp"));
    assert!(told.text().contains("In the plan:"), "{}", told.text());
    assert_eq!(citizen.get(&way(&told, &format!("{PUBLIC}/healthy-lifestyle"))).status, 200);
    assert_eq!(citizen.get(&way(&told, "/results/worcestershire-cypp/")).status, 200);
    assert_eq!(citizen.get(&way(&results, "/you-said/worcestershire-cypp")).status, 200);
    assert_eq!(citizen.get(&way(&results, PUBLIC)).status, 200);
    let progress = citizen.get(&way(&priority, &format!("{PUBLIC}/progress")));
    assert_eq!(citizen.get(&way(&progress, "/you-said/worcestershire-cypp")).status, 200);
    let answers = citizen.get(&way(&results, "/officer/"));
    let way_in = answers.redirects_to();
    assert!(way_in.is_some_and(|to| to.starts_with("/sign-in")), "answers are for officers");
}

#[test]
fn evidence_leads_to_the_line_that_shows_its_figure() {
    let citizen = Visitor::new(&town().server.address);
    let plan = citizen.get(PUBLIC);
    let outcomes =
        links(&plan).into_iter().filter(|to| to.starts_with(&format!("{PUBLIC}/")) && !to.contains("versions"));
    let mut parts = BTreeSet::new();
    for outcome in outcomes {
        let page = citizen.get(&outcome);
        let to = page.body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let is_figure = |to: &&str| to.starts_with("/results/") || to.contains("/result#");
        parts.extend(to.filter(is_figure).map(str::to_owned));
    }
    assert!(
        parts.iter().any(|to| to.contains("#theme-")) && parts.iter().any(|to| to.contains("#choice-")),
        "{parts:?}"
    );
    for to in &parts {
        let (page, part) = to.split_once('#').unwrap_or_else(|| panic!("{to} leads to the top of its page"));
        let shown = citizen.get(page);
        assert_eq!(shown.body.matches(&format!("id=\"{part}\"")).count(), 1, "{to}");
    }
}

#[test]
fn an_officer_follows_the_same_way_as_far_as_the_answers() {
    let officer = town().officer();
    let priority = officer.get(&format!("{PUBLIC}/healthy-lifestyle"));
    let results = officer.get(&way(&priority, "/results/worcestershire-cypp/"));
    let themes = officer.get(&way(&results, "/officer/c/worcestershire-cypp/themes"));
    let of_theme = |to: String| {
        let theme = officer.get(&to);
        let search = links(&theme).into_iter().find(|to| to.starts_with("/officer/c/worcestershire-cypp/search?"))?;
        Some(officer.get(&search)).filter(|page| page.status == 200 && page.text().contains("Parent or carer"))
    };
    let all = links(&themes).into_iter().filter(|to| to.starts_with("/officer/c/worcestershire-cypp/themes/"));
    let all: Vec<String> = all.collect();
    // A town that has just begun still reads its answers into the index.
    let answers = wait_for(60, || all.iter().cloned().find_map(of_theme));
    assert!(answers.is_some(), "{}", themes.text());
    let inside = officer.get(&format!("{PLAN}/outcomes/healthy-lifestyle"));
    assert!(inside.text().contains("The answers behind it"), "{}", inside.text());
}

#[test]
fn a_published_plan_is_read_in_every_language_with_the_plans_own_words_marked() {
    let citizen = Visitor::new(&town().server.address);
    let paths = ["", "/healthy-lifestyle", "/progress", "/versions/1"].map(|rest| format!("{PUBLIC}{rest}"));
    let said = [("cy", "Cynlluniau"), ("pl", "Plany"), ("ro", "Planuri"), ("ur", "منصوبے")];
    for (lang, plans) in said {
        for path in &paths {
            let page = citizen.get(&format!("{path}?lang={lang}"));
            assert!(page.status == 200 && page.text().contains(plans), "{path} {lang}: {}", page.text());
            assert!(page.body.contains(r#"<span lang="en" dir="ltr">"#) && page.body.contains("?lang=en"), "{path}");
            for english in ["What speaks for it", "Where things stood", "We draw a straight line", "Nobody named"] {
                assert!(!page.body.contains(english), "{path} {lang}: {english}");
            }
            html::assert_sound(&[(path, &page.body)]);
        }
        let list = citizen.get(&format!("/plans?lang={lang}"));
        assert!(list.text().contains(plans), "{}", list.text());
    }
    let browser = browser::open();
    for lang in ["ur", "pl"] {
        for width in [320, 1280] {
            browser.viewport(width, 900);
            for (at, path) in paths.iter().enumerate() {
                browser.goto(&town().server.at(&format!("{path}?lang={lang}")));
                assert!(!browser.scrolls_sideways(), "{path} {lang} at {width}");
                browser.assert_no_barriers();
                if let Ok(folder) = std::env::var("HEARD_PICTURES") {
                    browser.screenshot(&std::path::Path::new(&folder).join(format!("plan-{lang}-{at}-{width}.png")));
                }
            }
        }
    }
}

#[test]
fn every_link_of_every_page_of_a_plan_leads_somewhere() {
    let town = fresh();
    let officer = town.officer();
    let mut to_look_at: Vec<String> =
        [PUBLIC, PLAN, LOCAL, "/plans", "/you-said", "/results"].map(str::to_owned).to_vec();
    to_look_at.push("/officer/c/worcestershire-cypp/replies".to_owned());
    let is_of_plans = |path: &str| {
        [PUBLIC, PLAN, LOCAL, "/plans/", "/you-said/", "/results/worcestershire-cypp"]
            .iter()
            .any(|one| path.starts_with(one))
            && ![".pdf", ".xlsx", ".csv", ".json", ".atom", ".rss"].iter().any(|ending| path.contains(ending))
    };
    let (mut seen, mut looked_at) = (BTreeSet::new(), 0);
    while let Some(path) = to_look_at.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        let answer = officer.client().get(officer.whole(&path)).send().expect("an answer");
        let status = answer.status().as_u16();
        assert!(status < 400 || path.starts_with("/leave"), "{path}: {status}");
        // Weights and other choices after a question mark make no new page.
        if is_of_plans(&path) && status == 200 && !path.contains('?') {
            looked_at += 1;
            let page = officer.get(&path);
            for place in page.body.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(page.body.contains(&format!("id=\"{place}\"")), "{path} has no #{place}");
            }
            for to in links(&page) {
                if !seen.contains(&to) && !to.contains("lang=") && !to.starts_with("/officer/c/") {
                    to_look_at.push(to);
                } else if to.starts_with("/officer/c/") && seen.insert(to.clone()) {
                    let status = officer.get(&to).status;
                    assert!(status < 400, "{to}, from {path}: {status}");
                }
            }
        }
    }
    assert!(looked_at > 60, "{looked_at} pages");
}
