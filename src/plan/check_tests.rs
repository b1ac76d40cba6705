//! The bundled plan's own faults, and made-up plans with one fault each.

use super::super::parse;
use super::*;

const REAL: &str = include_str!("../../analysis/plans/worcestershire-cypp-2014.toml");

/// A plan that nobody could question.
const GOOD: &str = r#"
key = "good"
title = "A good plan"
owner = "A council"
geography = "worcestershire"
starts = "2026"
ends = "2028"
ages = "0 to 19"
vision = "All is well."
source = "A council"
[[outcome]]
key = "well"
title = "Children are well"
themes = ["mental-health"]
actions = [{ says = "Open a drop-in", by = "Public Health" }]
[[outcome.indicator]]
key = "waits"
title = "Weeks waited"
unit = "weeks"
direction = "decrease"
baseline = { value = 18, period = "2025/26" }
target = { value = 6, period = "2028" }
source = "NHS England"
"#;

/// Another indicator of its outcome.
const MORE: &str = r#"
[[outcome.indicator]]
key = "drop-ins"
title = "Drop-ins open"
unit = "places"
direction = "maintain"
baseline = { value = 3, period = "2025-09" }
target = { value = 3, period = "2028" }
"#;

/// An outcome that shares its first indicator with the other one.
const SECOND: &str = r#"
[[outcome]]
key = "heard"
title = "Children are heard"
themes = ["being-heard"]
[[outcome.indicator]]
key = "waits"
title = "Weeks waited"
unit = "weeks"
direction = "decrease"
baseline = { value = 18, period = "2025/26" }
target = { value = 6, period = "2028" }
[[outcome.indicator]]
key = "councils"
title = "School councils"
unit = "schools"
direction = "increase"
baseline = { value = 18, period = "2025/26" }
target = { words = "as many as neighbours", period = "2028" }
"#;

fn keys(text: &str) -> Vec<String> {
    let plan = parse("p.toml", text).unwrap();
    check("p.toml", &plan).into_iter().map(|finding| finding.key).collect()
}

fn with(from: &str, to: &str) -> String {
    let text = GOOD.replacen(from, to, 1);
    assert_ne!(text, GOOD, "{from} stands in the plan");
    text
}

#[test]
fn a_plan_without_fault_raises_no_alarm() {
    assert_eq!(keys(GOOD), Vec::<String>::new());
    assert_eq!(keys(&format!("{GOOD}{MORE}{SECOND}")), Vec::<String>::new());
}

#[test]
fn each_fault_is_found_where_it_is_and_nowhere_else() {
    let place = "outcome.well.indicator.waits";
    let cases = [
        ("value = 6,", "value = 20,", "target"),
        ("value = 6,", "value = 18,", "target"),
        ("direction = \"decrease\"", "direction = \"increase\"", "target"),
        ("direction = \"decrease\"", "direction = \"maintain\"", "target"),
        ("direction = \"decrease\"", "", "direction"),
        ("baseline = { value = 18, period = \"2025/26\" }", "", "baseline"),
        ("baseline = { value = 18, period = \"2025/26\" }", "baseline = { value = 18 }", "baseline"),
        ("period = \"2025/26\"", "period = \"2028/29\"", "target"),
        ("period = \"2025/26\"", "period = \"2028\"", "target"),
        ("target = { value = 6, period = \"2028\" }", "target = { value = 6 }", "target"),
        ("target = { value = 6, period = \"2028\" }", "", "target"),
        ("target = { value = 6, period = \"2028\" }", "to_be_set = true", "to_be_set"),
    ];
    for (from, to, part) in cases {
        assert_eq!(keys(&with(from, to)), [format!("{place}.{part}")], "{from} -> {to}");
    }
}

#[test]
fn a_target_before_the_plan_is_found_even_without_a_baseline() {
    let text = with("baseline = { value = 18, period = \"2025/26\" }", "");
    let text = text.replacen("period = \"2028\"", "period = \"2024/25\"", 1);
    let expected = ["outcome.well.indicator.waits.baseline", "outcome.well.indicator.waits.target", "ends"];
    assert_eq!(keys(&text), expected);
}

#[test]
fn an_outcome_that_nothing_measures_or_speaks_to_is_found() {
    assert_eq!(keys(&with("[\"mental-health\"]", "[]")), ["outcome.well.themes"]);
    let bare = GOOD.split("[[outcome.indicator]]").next().unwrap();
    assert_eq!(keys(bare), ["outcome.well.indicator"]);
}

#[test]
fn faults_of_the_whole_plan_are_found_once() {
    assert_eq!(keys(&with(", by = \"Public Health\"", "")), ["actions"]);
    assert_eq!(keys(&with("source = \"NHS England\"", "")), ["indicator"]);
    assert_eq!(keys(&with("ends = \"2028\"", "ends = \"2031\"")), ["ends"]);
}

#[test]
fn one_measure_with_two_targets_or_baselines_is_found() {
    let place = "outcome.heard.indicator.waits";
    let cases = [
        (SECOND.replacen("value = 6,", "value = 5,", 1), vec![format!("{place}.target")]),
        (SECOND.replacen("period = \"2028\"", "period = \"2027/28\"", 1), vec![format!("{place}.target")]),
        (SECOND.replacen("value = 18,", "value = 19,", 1), vec![format!("{place}.baseline")]),
        (
            SECOND.replacen("key = \"waits\"", "key = \"delay\"", 1).replacen("Weeks waited", "weeks  Waited", 1),
            vec!["outcome.heard.indicator.delay.key".to_owned()],
        ),
    ];
    for (second, expected) in cases {
        assert_ne!(second, SECOND);
        assert_eq!(keys(&format!("{GOOD}{MORE}{second}")), expected);
    }
}

#[test]
fn an_outcome_with_only_a_borrowed_indicator_is_found() {
    let second = SECOND.split("[[outcome.indicator]]").take(2).collect::<Vec<_>>().join("[[outcome.indicator]]");
    assert_eq!(keys(&format!("{GOOD}{MORE}{second}")), ["outcome.heard.indicator"]);
}

#[test]
fn themes_that_the_code_frame_lacks_are_found() {
    let plan = parse("p.toml", GOOD).unwrap();
    assert_eq!(check_themes("p.toml", &plan, &["friends", "mental-health"]), []);
    let findings = check_themes("p.toml", &plan, &["friends"]);
    assert_eq!(findings.len(), 1);
    assert!(findings[0].problem.contains("mental-health"), "{findings:?}");
}

#[test]
fn the_bundled_plan_shows_all_its_faults_and_no_others() {
    let plan = parse("plan.toml", REAL).unwrap();
    let found: Vec<String> = check("plan.toml", &plan).into_iter().map(|finding| finding.key).collect();
    let expected = [
        "outcome.healthy-lifestyle.indicator.excess-weight-year-6.target",
        "outcome.healthy-lifestyle.indicator.smoking-at-delivery.baseline",
        "outcome.healthy-lifestyle.indicator.breastfeeding-6-8-weeks.baseline",
        "outcome.healthy-lifestyle.indicator.breastfeeding-6-8-weeks.target",
        "outcome.full-potential-in-education.indicator.foundation-stage-gap.target",
        "outcome.helped-early.indicator.permanent-exclusions.baseline",
        "outcome.helped-early.indicator.permanent-exclusions.target",
        "outcome.protected-from-abuse-and-neglect.indicator.child-protection-plans-domestic-abuse.to_be_set",
        "outcome.protected-from-abuse-and-neglect.indicator.missing-children.baseline",
        "outcome.protected-from-abuse-and-neglect.indicator.missing-children.target",
        "outcome.secure-and-stable-families.indicator.looked-after-children.baseline",
        "outcome.secure-and-stable-families.indicator.looked-after-children.direction",
        "outcome.secure-and-stable-families.indicator.adoptions.baseline",
        "outcome.secure-and-stable-families.indicator.adoptions.direction",
        "outcome.life-skills.indicator.level-2-at-19.baseline",
        "outcome.life-skills.indicator.level-2-at-19.target",
        "outcome.life-skills.indicator.level-3-at-19.baseline",
        "outcome.life-skills.indicator.level-3-at-19.target",
        "outcome.know-where-to-go.indicator",
        "outcome.life-skills.indicator.not-in-employment-education-training.target",
        "ends",
        "indicator",
        "actions",
    ];
    assert_eq!(found, expected);
}
