//! The bundled plan read whole, and files that cannot be read.

use super::*;
use crate::plan::Target;

const REAL: &str = include_str!("../../../analysis/plans/worcestershire-cypp-2014.toml");

#[test]
fn the_bundled_plan_is_whole() {
    let plan = parse("plan.toml", REAL).unwrap();
    let shape: Vec<(&str, usize, usize)> = plan
        .outcomes
        .iter()
        .map(|outcome| (outcome.key.as_str(), outcome.indicators.len(), outcome.actions.len()))
        .collect();
    let expected = [
        ("healthy-lifestyle", 6, 8),
        ("full-potential-in-education", 9, 8),
        ("helped-early", 5, 5),
        ("protected-from-abuse-and-neglect", 4, 7),
        ("secure-and-stable-families", 2, 2),
        ("life-skills", 5, 7),
        ("know-where-to-go", 1, 5),
    ];
    assert_eq!(shape, expected);
    for outcome in &plan.outcomes {
        let has_areas = !outcome.areas_of_focus.is_empty() || outcome.areas_of_focus_in.is_some();
        assert!(has_areas && !outcome.why.is_empty() && !outcome.success.is_empty());
    }
}

#[test]
fn figures_are_carried_over_and_written_as_printed() {
    let plan = parse("plan.toml", REAL).unwrap();
    let find = |outcome: &str, key: &str| {
        let outcome = plan.find_outcome(outcome).unwrap();
        outcome.indicators.iter().find(|indicator| indicator.key == key).unwrap().clone()
    };
    let self_harm = find("healthy-lifestyle", "self-harm-admissions");
    assert_eq!(self_harm.write(self_harm.baseline.unwrap().value), "416 per 10,000");
    let absence = find("helped-early", "persistent-absence");
    let Some(Target::Number(target)) = &absence.target else { panic!("a number") };
    assert_eq!(absence.write(target.value), "4.28%");
    assert_eq!(target.period.unwrap().to_string(), "2013/14 (academic year)");
    let level_2 = find("life-skills", "level-2-at-19");
    assert!(matches!(level_2.target, Some(Target::Words { period: None, .. })));
}

#[test]
fn outcomes_are_found_by_the_themes_that_speak_to_them() {
    let plan = parse("plan.toml", REAL).unwrap();
    let keys: Vec<&str> = plan.outcomes_of("family-parenting").map(|outcome| outcome.key.as_str()).collect();
    assert_eq!(keys, ["helped-early", "secure-and-stable-families"]);
    assert_eq!(plan.outcomes_of("transport").count(), 0);
}

#[test]
fn every_fault_that_keeps_a_plan_from_being_read_is_named_with_its_place() {
    let cases = [
        ("key = \"worcestershire-cypp-2014\"", "key = \"Our plan\"", "key"),
        ("starts = \"2014\"", "starts = \"spring\"", "starts"),
        ("ends = \"2017\"", "ends = \"2013\"", "ends"),
        ("key = \"life-skills\"", "key = \"helped-early\"", "outcome.helped-early.key"),
        (
            "title = \"Permanent exclusions\"",
            "title = \" \"",
            "outcome.helped-early.indicator.permanent-exclusions.title",
        ),
        (
            "key = \"persistent-absence\"",
            "key = \"permanent-exclusions\"",
            "outcome.helped-early.indicator.permanent-exclusions.key",
        ),
        ("value = 4.28,", "value = nan,", "outcome.helped-early.indicator.persistent-absence.target.value"),
        ("value = 4.28,", "", "outcome.helped-early.indicator.persistent-absence.target"),
        ("value = 4.28,", "value = 4, words = \"low\",", "outcome.helped-early.indicator.persistent-absence.target"),
        (
            "value = 4.3, period = \"2012/13 academic\"",
            "value = 4.3, period = \"2012/14\"",
            "outcome.helped-early.indicator.persistent-absence.baseline.period",
        ),
        (
            "themes = [\"information-access\"]",
            "themes = [\"information-access\", \"information-access\"]",
            "outcome.know-where-to-go.themes",
        ),
    ];
    for (good, bad, key) in cases {
        let text = REAL.replacen(good, bad, 1);
        assert_ne!(text, REAL, "{good}");
        let findings = parse("plan.toml", &text).unwrap_err();
        assert!(findings.iter().any(|finding| finding.key == key), "{key}: {findings:?}");
    }
}

#[test]
fn a_misspelt_key_or_direction_is_reported_with_its_line() {
    for (good, bad) in [("direction = \"decrease\"", "direction = \"down\""), ("areas_of_focus", "areas_of_fokus")] {
        let text = REAL.replacen(good, bad, 1);
        let findings = parse("plan.toml", &text).unwrap_err();
        let line = text[..text.find(bad).unwrap()].matches('\n').count() + 1;
        assert_eq!(findings[0].line, Some(line), "{findings:?}");
    }
}

#[test]
fn what_rests_on_something_that_is_not_there_is_refused() {
    let cases = [
        ("figures = [\"bullying-or-aggression\"]", "figures = [\"joy\"]", "account.said.protected.achieved"),
        ("measure = \"bullied\", of", "measure = \"joy\", of", "village.then.shares"),
        ("gap_of = [\"gcse-5-a-c\"", "gap_of = [\"joy\"", "indicator.looked-after-gap-gcse.gap_of"),
        (
            "measured_by = [\"looked-after-children\"]",
            "measured_by = [\"joy\"]",
            "outcome.secure-and-stable-families.success.measured_by",
        ),
        ("key = \"families\"", "key = \"education\"", "account.said.education.key"),
        ("period = \"2014-01\"", "period = \"spring\"", "printed.stronger-families.period"),
    ];
    for (good, bad, key) in cases {
        let text = REAL.replacen(good, bad, 1);
        assert_ne!(text, REAL, "{good}");
        let findings = parse("plan.toml", &text).unwrap_err();
        assert_eq!(findings.iter().map(|finding| finding.key.as_str()).collect::<Vec<_>>(), [key]);
    }
}

#[test]
fn the_parts_beside_the_outcomes_are_held() {
    let plan = parse("plan.toml", REAL).unwrap();
    let account = plan.account.as_ref().unwrap();
    let achieved: Vec<usize> = account.said.iter().map(|said| said.achieved.len()).collect();
    assert_eq!(achieved, [7, 7, 5, 4, 5]);
    let shares: Vec<(usize, bool)> = plan.villages.iter().map(|village| (village.shares.len(), village.ours)).collect();
    assert_eq!(shares, [(6, true), (7, false)]);
    assert_eq!((plan.values.len(), plan.partners.len(), plan.links.len(), plan.consulted.len()), (10, 12, 13, 4));
}
