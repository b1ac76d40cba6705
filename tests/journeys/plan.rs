//! An officer reads a plan beside what people said.

use crate::support::html;
use crate::town::{PLAN, town};

#[test]
fn the_plan_lists_every_outcome_with_its_indicators_and_themes() {
    let officer = town().officer();
    let page = officer.get(PLAN);
    assert_eq!(page.status, 200);
    let outcomes: std::collections::BTreeSet<&str> = page
        .body
        .split(&format!("href=\"{PLAN}/outcomes/"))
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|key| !key.ends_with("/evidence"))
        .collect();
    assert_eq!(outcomes.len(), 7, "{outcomes:?}");
    assert!(page.body.contains("Baseline") && page.body.contains("Lower is better"));
    for outcome in outcomes {
        assert_eq!(officer.get(&format!("{PLAN}/outcomes/{outcome}")).status, 200, "{outcome}");
    }
}

#[test]
fn an_outcome_shows_districts_quotes_and_what_points_the_other_way() {
    let page = town().officer().get(&format!("{PLAN}/outcomes/healthy-lifestyle"));
    for part in [
        "Themes that speak to it",
        "Mental health",
        "Where people raised it",
        "Malvern Hills",
        "Evidence for",
        "Evidence that points the other way, or is missing",
        "Not mentioning is not disagreeing",
        "chose to answer",
        "31.9%",
    ] {
        assert!(page.body.contains(part), "{part}");
    }
    assert!(page.body.matches("<blockquote").count() >= 3);
}

#[test]
fn words_that_tell_of_harm_are_quoted_beside_no_outcome_and_carry_a_caution_where_they_are_found() {
    let officer = town().officer();
    let outcome = officer.get(&format!("{PLAN}/outcomes/protected-from-abuse-and-neglect"));
    assert!(outcome.status == 200 && outcome.body.contains("<blockquote"), "{}", outcome.text());
    assert!(!outcome.text().contains("get hit at home") && !outcome.text().contains("This may tell of harm."));
    let found = officer.get("/officer/c/worcestershire-cypp/search?words=%22hit+at+home%22");
    assert!(found.text().contains("This may tell of harm."), "{}", found.text());
}

#[test]
fn a_theme_that_the_plan_names_counts_in_the_ranking_beside_one_that_is_linked() {
    let officer = town().officer();
    let page = officer.get(&format!("{PLAN}/ranking?district=redditch"));
    let (_, rest) = page.body.split_once("id=\"sum-4\"").expect("the fourth outcome's sum");
    let sum = rest.split("<h3").next().expect("it ends");
    for part in ["<b>Safety and crime</b>", "which the plan names as speaking to it", "Bullying (linked)"] {
        assert!(sum.contains(part), "{part}: {sum}");
    }
    assert!(!sum.contains("spoke of it"), "a hidden theme hides not what is known of another: {sum}");
    let local = officer.get(&format!("{PLAN}/local/redditch"));
    assert!(local.text().contains("of those who wrote an answer here named Safety and crime"), "{}", local.text());
}

#[test]
fn every_plan_stands_in_a_list_that_leads_to_it() {
    let officer = town().officer();
    assert!(officer.get("/officer").body.contains("href=\"/officer/plans\""));
    let list = officer.get("/officer/plans");
    assert!(list.text().contains("Published: version") && list.text().contains("Not published"), "{}", list.text());
    html::assert_sound(&[("plans", list.body.as_str())]);
    for plan in [
        "herefordshire-education",
        "worcestershire-children-2017",
        "worcestershire-cypp-2014",
        "worcestershire-cypp-2017",
        "worcestershire-education-2019",
        "wychavon-local-2014",
    ] {
        let address = format!("/officer/plans/{plan}");
        assert!(list.body.contains(&format!("href=\"{address}\"")), "{plan}: {}", list.text());
        let page = officer.get(&address);
        assert!(page.status == 200 && page.body.contains("href=\"/officer/plans\""), "{plan}: {}", page.text());
        assert_eq!(officer.get(&format!("{address}/publish")).status, 200, "{plan}");
    }
}
