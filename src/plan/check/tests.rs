//! Made-up plans with one fault each in outcomes, indicators and dates. Those in the rest of a plan are
//! in `sound_tests`, those of the bundled plans in `bundled_tests`.

use super::*;
use crate::plan::parse;

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
actions = [{ says = "Open a drop-in", by = "Public Health", due = "2026-09" }]
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
actions = [{ says = "Start councils", by = "Schools", due = "2027" }]
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
    assert_eq!(keys(&with(", due = \"2026-09\"", "")), ["actions"]);
    assert_eq!(keys(&with("owner = \"A council\"", "")), ["owner"]);
    assert_eq!(keys(&with("owner = \"A council\"", "owner = \"All agencies\"")), ["owner"]);
    assert_eq!(keys(&with("starts = \"2026\"", "")), ["starts"]);
    assert_eq!(keys(&with("ends = \"2028\"", "")), ["ends"]);
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
fn numbers_that_cannot_be_are_found() {
    let place = "outcome.well.indicator.waits";
    let line = "unit = \"weeks\"\ndirection = \"decrease\"\nbaseline = { value = 18, period = \"2025/26\" }\n\
                target = { value = 6, period = \"2028\" }";
    let cases = [
        (
            "unit = \"%\"\ndirection = \"decrease\"\nbaseline = { value = 118, period = \"2025/26\" }\ntarget = { value = 6, period = \"2028\" }",
            "baseline",
        ),
        (
            "unit = \"%\"\ndirection = \"decrease\"\nbaseline = { value = 18, period = \"2025/26\" }\ntarget = { value = -6, period = \"2028\" }",
            "target",
        ),
        (
            "unit = \"people\"\ndirection = \"decrease\"\nbaseline = { value = 18.5, period = \"2025/26\" }\ntarget = { value = 6, period = \"2028\" }",
            "baseline",
        ),
        (
            "unit = \"%\"\ndirection = \"decrease\"\nbaseline = { value = 18.3, period = \"2025/26\" }\ntarget = { value = 18.28, period = \"2028\" }",
            "target",
        ),
        ("unit = \"%\"\ndirection = \"decrease\"\ntarget = { change = -30, period = \"2028\" }", "baseline"),
        (
            "unit = \"%\"\ndirection = \"decrease\"\nbaseline = { value = 18, period = \"2025/26\" }\ntarget = { change = 30, period = \"2028\" }",
            "target",
        ),
        (
            "unit = \"people\"\ndirection = \"decrease\"\nbaseline = { value = 18, period = \"2025/26\" }\ntarget = { words = \"below the national average\", period = \"2028\" }",
            "unit",
        ),
        (
            "unit = \"weeks\"\ndirection = \"decrease\"\nbaseline = { value = 18, period = \"2025/26\" }\ntarget = { value = 6, period = \"2028\" }\ncomparators = [{ with = \"England\", standing = \"lower\", value = 12 }]",
            "comparators",
        ),
    ];
    for (other, part) in cases {
        assert_eq!(keys(&with(line, other)), [format!("{place}.{part}")], "{other}");
    }
    let sound = [
        "unit = \"%\"\ndirection = \"decrease\"\nbaseline = { value = 18, period = \"2025/26\" }\ntarget = { change = -30, period = \"2028\" }",
        "unit = \"places\"\ndirection = \"increase\"\nfrom_nothing = true\ntarget = { value = 6, period = \"2028\" }",
        "unit = \"weeks\"\ndirection = \"decrease\"\nbaseline = { value = 18, period = \"2025/26\" }\ntarget = { value = 6, period = \"2028\" }\ncomparators = [{ with = \"England\", standing = \"higher\", value = 12 }]",
    ];
    for other in sound {
        assert_eq!(keys(&with(line, other)), Vec::<String>::new(), "{other}");
    }
}

#[test]
fn an_aim_that_only_says_better_is_found() {
    let vague = with("title = \"Weeks waited\"", "title = \"Improve waiting\"");
    assert_eq!(keys(&vague), Vec::<String>::new(), "it is counted");
    let vague = vague.replacen("baseline = { value = 18, period = \"2025/26\" }", "", 1);
    let vague = vague.replacen("target = { value = 6, period = \"2028\" }", "", 1);
    let place = |part| format!("outcome.well.indicator.waits.{part}");
    assert_eq!(keys(&vague), ["title", "baseline", "target"].map(place));
}

#[test]
fn a_rate_is_no_count_and_rates_of_one_outcome_are_of_one_kind() {
    let rate = with("title = \"Weeks waited\"\nunit = \"weeks\"", "title = \"Birth rate\"\nunit = \"births\"");
    assert_eq!(keys(&rate), ["outcome.well.indicator.waits.unit"]);
    assert_eq!(keys(&rate.replacen("births", "per 10,000", 1)), Vec::<String>::new());
    let two = format!("{}{MORE}", with("unit = \"weeks\"", "unit = \"per 10,000\""));
    let two = two.replacen("unit = \"places\"", "unit = \"per 100,000\"", 1);
    assert_eq!(keys(&two), ["outcome.well.indicator"]);
    assert_eq!(keys(&two.replacen("per 100,000", "per 10,000", 1)), Vec::<String>::new());
}

#[test]
fn a_gap_is_the_difference_of_the_figures_it_is_said_to_lie_between() {
    let gap = with(
        "title = \"Weeks waited\"\nunit = \"weeks\"",
        "gap_of = [\"here\", \"there\"]\ntitle = \"Gap\"\nunit = \"%\"",
    );
    let printed = |measure: &str, value| {
        format!(
            "[[printed]]\nmeasure = \"{measure}\"\nsays = \"Who wait\"\nplace = \"page 2\"\nunit = \"%\"\nvalue = {value}\nperiod = \"2025/26\"\n"
        )
    };
    let text = |other: f64| format!("{gap}{}{}", printed("here", 40.0), printed("there", other));
    assert_eq!(keys(&text(22.0)), ["indicator"], "a gap in %");
    assert_eq!(keys(&text(27.0)), ["outcome.well.indicator.waits.baseline", "indicator"]);
}

#[test]
fn a_change_in_a_percentage_is_in_points_or_said_not_to_be() {
    let printed = |unit: &str, change: bool| {
        format!(
            "[[printed]]\nmeasure = \"seen\"\nsays = \"Who were seen\"\nplace = \"page 2\"\nunit = \"{unit}\"\nvalue = 4\nis_change = {change}\nperiod = \"2025/26\"\n"
        )
    };
    let text = |unit| format!("{GOOD}{}{}", printed("%", false), printed(unit, true));
    assert_eq!(keys(&text("%")), ["printed.seen.unit"]);
    assert_eq!(keys(&text("percentage points")), Vec::<String>::new());
}

#[test]
fn a_target_that_an_earlier_plan_has_reached_is_found() {
    let printed = |value| {
        let text = with("starts = \"2026\"", "starts = \"2024\"");
        let text = text.replacen("key = \"good\"", "key = \"before\"", 1);
        format!(
            "{text}[[printed]]\nmeasure = \"waits\"\nsays = \"Weeks waited\"\nplace = \"page 2\"\nunit = \"weeks\"\nvalue = {value}\n"
        )
    };
    let plan = parse("p.toml", GOOD).unwrap();
    let found = |value| -> Vec<String> {
        let before = parse("b.toml", &printed(value)).unwrap();
        check_earlier("p.toml", &plan, &[&before, &plan]).into_iter().map(|finding| finding.key).collect()
    };
    assert_eq!(found(6), ["outcome.well.indicator.waits.target"]);
    assert_eq!(found(5), ["outcome.well.indicator.waits.target"]);
    assert_eq!(found(7), Vec::<String>::new());
}

#[test]
fn what_an_outcome_says_of_itself_is_read_closely() {
    let cases = [
        ("also = [{ says = \"Children cope\", place = \"page 2\" }]", "title"),
        ("elsewhere = [{ says = \"Less noise\", place = \"page 2\" }]", "elsewhere"),
        ("areas_of_focus_in = \"a strategy\"", "areas_of_focus"),
        ("why = [{ says = \"More wait here than elsewhere.\" }]", "why"),
        ("success = [\"Open a drop-in\"]", "actions"),
        ("success = [{ says = \"Shorter waits\", measured_by = [\"waits\"], wants = \"increase\" }]", "success"),
        ("success = [\"Nobody waits\"]", "success"),
    ];
    for (line, part) in cases {
        let found = keys(&with("actions =", &format!("{line}\nactions =")));
        assert_eq!(found.first(), Some(&format!("outcome.well.{part}")), "{line}");
        // The words that stand twice are also a sign of success that nothing measures.
        assert_eq!(found.len(), if part == "actions" { 2 } else { 1 }, "{line}: {found:?}");
    }
    let sound = [
        "also = [{ says = \"Children are well, and stay so\", place = \"page 2\" }]",
        "why = [{ says = \"More wait here than elsewhere.\", source = \"NHS England\" }]",
        "why = [{ says = \"One in six waits longer than a year.\" }]",
        "success = [{ says = \"Shorter waits\", measured_by = [\"waits\"], wants = \"decrease\" }]",
    ];
    for line in sound {
        assert_eq!(keys(&with("actions =", &format!("{line}\nactions ="))), Vec::<String>::new(), "{line}");
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
