//! What reports say is what the figures say, and what is hidden is never called none.

use super::sample::results;
use super::*;
use crate::breakdown::Difference;

#[test]
fn every_district_and_the_county_has_a_report() {
    let results = results(1);
    let keys: Vec<&str> = DistrictReport::all(&results).iter().map(DistrictReport::key).collect();
    assert_eq!(keys.len(), 7);
    assert_eq!(keys[0], "worcestershire");
    assert!(DistrictReport::of_district(&results, "elsewhere").is_none());
}

#[test]
fn results_come_back_whole_from_being_written_down() {
    let results = results(1);
    let written = serde_json::to_string(&results).unwrap();
    assert_eq!(serde_json::from_str::<Results>(&written).unwrap(), results);
    assert!(written.contains("\"policy\""));
}

#[test]
fn a_title_names_the_finding_and_its_base() {
    let results = results(1);
    let report = DistrictReport::of_district(&results, "wychavon").unwrap();
    let bars = report.themes().remove(0).bars;
    assert!(bars.title.contains("“Getting around: buses, walking and cycling” came up most (48% of about 125 people)"));
    assert_eq!(bars.lines[0].differs, Difference::Higher);
    assert!(report.differences().0.contains("more often than everyone else"), "{}", report.differences().0);
}

#[test]
fn only_clear_differences_are_told() {
    let mut results = results(1);
    for row in &mut results.themes[0].table.rows {
        row.cells.iter_mut().for_each(|cell| cell.differs = Difference::NotClear);
    }
    for report in DistrictReport::all(&results) {
        let (title, sentences) = report.differences();
        assert!(
            sentences.is_empty() && (title.contains("Nothing clearly") || title.contains("do not clearly")),
            "{title}"
        );
        assert_eq!(report.differs_for_children(), None);
    }
}

#[test]
fn a_hidden_figure_is_never_said_to_be_none_and_stands_last() {
    let results = results(1);
    let report = DistrictReport::of_district(&results, "redditch").unwrap();
    let bars = report.themes().remove(0).bars;
    let first_hidden = bars.lines.iter().position(|line| line.figure == Figure::Hidden).unwrap();
    assert!(bars.lines[first_hidden..].iter().all(|line| line.figure == Figure::Hidden));
    let map = report.map().unwrap();
    for area in map.areas.iter().filter(|area| area.figure == Figure::Hidden) {
        assert!(map.alt.contains(&format!("{} kept private", area.name)), "{}", map.alt);
    }
}

#[test]
fn a_place_where_too_few_answered_says_so() {
    let mut results = results(1);
    for themes in &mut results.themes {
        themes.table.groups[2].base = Count::Hidden;
        themes.table.rows.iter_mut().for_each(|row| row.cells[2].figure = Figure::Hidden);
    }
    let report = DistrictReport::of_district(&results, "redditch").unwrap();
    assert!(report.headline().contains("Too few people in Redditch"), "{}", report.headline());
    assert!(report.themes()[0].bars.title.contains("Too few people in Redditch"));
    assert!(report.in_tens().is_empty());
}

#[test]
fn the_map_has_every_corner_of_every_district() {
    let results = results(1);
    let map = DistrictReport::of_county(&results).map().unwrap();
    assert_eq!(map.areas.len(), 6);
    assert!(map.areas.iter().all(|area| area.corners.len() > 10));
    assert_eq!(map.areas[0].corners[..2], [(259, 78), (255, 72)]);
}

#[test]
fn a_district_has_its_own_quotes_and_the_county_all() {
    let results = results(1);
    let redditch = DistrictReport::of_district(&results, "redditch").unwrap();
    assert_eq!(redditch.quotes().len(), 3);
    assert_eq!(redditch.said_by(redditch.quotes()[2]), "Someone in Redditch");
    assert_eq!(DistrictReport::of_county(&results).quotes().len(), results.quotes.len());
}

#[test]
fn tens_of_people_follow_from_the_published_share() {
    let results = results(1);
    let tens = DistrictReport::of_district(&results, "wychavon").unwrap().in_tens();
    assert_eq!((tens[0].of_ten, tens[0].words.as_str()), (5, "About 5 in every 10 people"));
    assert!(tens.len() <= 5 && tens.iter().all(|ten| (1..=10).contains(&ten.of_ten)));
}
