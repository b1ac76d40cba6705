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
    assert!(
        bars.title
            .contains("“Getting around: buses, walking and cycling” came up most often (48% of about 125 people)")
    );
    assert_eq!(bars.lines[0].differs, Difference::Higher);
    assert!(report.differences().0.contains("more often than everyone else"), "{}", report.differences().0);
}

#[test]
fn what_is_hidden_is_never_said_to_have_come_up_less() {
    let mut results = results(1);
    let table = &mut results.themes[0].table;
    let place = 4;
    for row in &mut table.rows {
        row.cells[place].figure = row.everyone;
    }
    let titles = |results: &Results| {
        let report = DistrictReport::of_district(results, "wychavon").unwrap();
        let bars = report.themes().remove(0).bars;
        (bars.title, bars.about, report.headline(), report.heat().unwrap().title)
    };
    results.themes[0].table.rows.retain(|row| row.everyone.shown().is_some());
    let (title, about, headline, _) = titles(&results);
    assert!(title.starts_with('“') && !about.contains("private"), "all is shown: {title} {about}");
    assert!(headline.contains("What came up most: "), "{headline}");

    results.themes[0].table.rows.last_mut().unwrap().cells[place].figure = Figure::Hidden;
    let (title, _, headline, heat) = titles(&results);
    assert!(title.starts_with("Of the themes that can be shown, “"), "{title}");
    assert!(headline.contains("Of the themes that can be shown, these came up most: "), "{headline}");
    assert!(heat.starts_with("Of the themes that can be shown, ") || heat.starts_with("Only one"), "{heat}");

    for row in &mut results.themes[0].table.rows {
        row.cells[place].figure = Figure::Hidden;
    }
    let (title, ..) = titles(&results);
    assert!(title.starts_with("What people in Wychavon said here cannot be shown"), "there are enough people: {title}");
    results.themes[0].table.groups[place].base = Count::Hidden;
    assert!(titles(&results).0.starts_with("Too few people in Wychavon"), "{}", titles(&results).0);
}

#[test]
fn one_district_that_can_be_shown_is_not_taken_for_all() {
    let mut results = results(1);
    let districts = results.geography.districts.len();
    for row in &mut results.themes[0].table.rows {
        row.cells.iter_mut().take(districts).skip(1).for_each(|cell| cell.figure = Figure::Hidden);
        row.cells[0].figure = row.everyone;
    }
    let title = DistrictReport::of_county(&results).heat().unwrap().title;
    assert!(title.starts_with("Only one district has a theme that can be shown: “"), "{title}");
}

#[test]
fn a_chart_says_what_it_leaves_out_without_ordering_what_is_hidden() {
    let said = super::charts::left_out_in_words;
    assert_eq!(said(0, 0), "");
    assert_eq!(said(1, 0), " Left out: one theme that came up less.");
    assert!(said(0, 17).starts_with(" Left out: 17 themes whose numbers are private"));
    assert_eq!(said(2, 1), " Left out: 2 themes that came up less and one theme whose numbers are private.");
}

#[test]
fn a_tie_names_both_and_says_that_each_has_the_share() {
    let mut results = results(1);
    let table = &mut results.themes[0].table;
    let first = table.rows.iter().position(|row| row.key == "2").unwrap();
    let other = table.rows.iter().position(|row| row.key == "6").unwrap();
    table.rows[other].cells[4].figure = table.rows[first].cells[4].figure;
    let title = DistrictReport::of_district(&results, "wychavon").unwrap().themes().remove(0).bars.title;
    let both = "“Getting around: buses, walking and cycling” and “Money and the cost of living” came up most often";
    assert!(title.contains(both) && title.contains("(48% each of about 125 people), then “"), "{title}");
}

#[test]
fn a_difference_is_that_of_the_shares_that_stand_beside_it() {
    let results = results(1);
    let (_, sentences) = DistrictReport::of_district(&results, "wychavon").unwrap().differences();
    assert!(!sentences.is_empty());
    for said in sentences {
        let (_, figures) = said.rsplit_once(": ").unwrap();
        let numbers: Vec<i32> =
            figures.split(|one: char| !one.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
        assert_eq!((numbers[0] - numbers[1]).abs(), numbers[2], "{said}");
    }
}

#[test]
fn a_choice_that_less_than_half_picked_is_only_the_most_often_picked() {
    let results = results(1);
    for report in DistrictReport::all(&results) {
        let title = report.closed().remove(0).bars.title;
        assert!(title.contains(" picked most often (") || !title.contains("most"), "{title}");
    }
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
        assert_eq!(report.told("en").differs_for_children(), None);
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
    assert!(report.told("en").in_tens().is_empty());
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
fn children_are_told_of_a_part_of_the_people_and_never_of_their_number() {
    let results = results(1);
    let said = DistrictReport::of_district(&results, "wychavon").unwrap().told("en").differs_for_children().unwrap();
    let said: String = said.into_iter().map(|piece| piece.text).collect();
    assert!(said.contains("a bigger part of the people talked about “Getting around"), "{said}");
    assert!(!said.contains("more people"), "{said}");
}

#[test]
fn tens_of_people_follow_from_the_published_share() {
    let results = results(1);
    let tens = DistrictReport::of_district(&results, "wychavon").unwrap().told("en").in_tens();
    assert_eq!((tens[0].of_ten, tens[0].words.as_str()), (5, "About 5 in every 10 people"));
    assert!(tens.len() <= 5 && tens.iter().all(|ten| (1..=10).contains(&ten.of_ten)));
}
