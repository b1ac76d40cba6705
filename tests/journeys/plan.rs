//! An officer reads a plan beside what people said.

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
