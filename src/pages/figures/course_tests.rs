//! A course shows as many digits as its sources give and says where it is drawn from.

use super::*;

const PLAN: &str = include_str!("../../../analysis/plans/worcestershire-cypp-2014.toml");

fn indicator(title: &str) -> Indicator {
    let plan = crate::plan::parse("plan.toml", PLAN).unwrap();
    plan.indicators().find(|(_, one)| one.title.contains(title)).unwrap().1.clone()
}

fn told(starts: Option<Period>) -> Told {
    Told { say: Words::english(), starts, today: jiff::civil::date(2026, 11, 26) }
}

fn measured(value: f64, period: &str) -> Measurement {
    Measurement { period: period.parse().unwrap(), value, source: Some("<b>Us</b>".to_owned()) }
}

#[test]
fn what_is_measured_stands_in_the_table_the_drawing_and_its_name() {
    let weight = indicator("excess weight");
    let page = course(told(None), "w", &weight, &[measured(30.5, "2013/14")]).into_string();
    assert_eq!(page.matches("30.5%").count(), 4, "{page}");
    assert!(page.contains("31.9%") && page.contains("role=\"img\"") && page.contains("&lt;b&gt;Us"), "{page}");
}

#[test]
fn an_indicator_without_numbers_has_a_table_and_says_why_nothing_can_be_said() {
    let level = indicator("level 3");
    let page = course(told(None), "l", &level, &[]).into_string();
    assert!(!page.contains("<svg") && page.contains("We cannot say") && page.contains("None given"), "{page}");
}

#[test]
fn a_target_whose_time_has_passed_is_met_or_missed_or_waits_for_its_figure() {
    let pupils = indicator("level 4");
    let missed = course(told(None), "p", &pupils, &[measured(73.0, "2013/14 academic")]).into_string();
    assert!(missed.contains("✗ The target was missed") && !missed.contains("Not on track"), "{missed}");
    let met = course(told(None), "p", &pupils, &[measured(74.0, "2013/14 academic")]).into_string();
    assert!(met.contains("✓ The target was met"), "{met}");
    let waits = course(told(None), "p", &pupils, &[measured(73.0, "2014-01")]).into_string();
    assert!(waits.contains("has passed and no figure") && waits.contains("in January 2014: "), "{waits}");
}

#[test]
fn the_numbers_of_newest_figure_and_target_turn_away_from_each_other() {
    let admissions = indicator("self-harm");
    let drawn = |value: f64| {
        let followed = follow(&admissions, None, &[measured(value, "2013/14")]);
        Drawing::of(&admissions, None, &followed).unwrap().sides(Some(value))
    };
    let [_, newest, target] = drawn(391.0);
    assert!(newest < 0.0 && target > 0.0, "falling, and above its target yet");
    let [_, newest, target] = drawn(360.0);
    assert!(newest > 0.0 && target < 0.0, "past its target");
    let [baseline, newest, _] = drawn(415.0);
    assert!(baseline > 0.0 && newest < 0.0, "as it was");
}

#[test]
fn every_indicator_of_the_plan_is_drawn_within_its_frame() {
    let plan = crate::plan::parse("plan.toml", PLAN).unwrap();
    for (_, one) in plan.indicators() {
        let page = course(told(plan.starts), "x", one, &[measured(5.0, "2015"), measured(-3.0, "2040")]).into_string();
        assert!(!page.contains("NaN") && !page.contains("inf"), "{page}");
    }
}

#[test]
fn numbers_have_as_many_digits_as_the_source_gives_and_a_small_change_is_not_drawn_as_a_large_one() {
    let absence = indicator("Persistent absence");
    let measured = [measured(4.29, "2013/14 academic")];
    let page = course(told(None), "a", &absence, &measured).into_string();
    let [_, row] = page.split_once("4.29%</b>").map(|(before, after)| [before, after]).unwrap();
    let row = row.split("</tr>").next().unwrap();
    assert!(row.contains("4.28%") && !row.contains("4.3%"), "the line is at 4.28, which 4.29 misses: {row}");
    assert!(page.contains("The drawing reaches from 4.18% at the bottom to 4.4% at the top."), "{page}");
    let drawing = Drawing::of(&absence, None, &follow(&absence, None, &measured)).unwrap();
    assert!((drawing.y(4.3) - drawing.y(4.28)).abs() < 20.0, "a fiftieth of one per cent is no steep slope");
}
