//! Every kind of row, every way, and how long tables are drawn: what an officer can ask of a breakdown.

use std::collections::BTreeMap;

use crate::breakdowns::{breakdowns, lines};
use crate::support::http::{Page, Visitor};
use crate::town::town;

/// What the chooser offers under a label, as values.
fn offered(page: &Page, id: &str) -> Vec<String> {
    let select = page.body.split(&format!("<select id=\"{id}\"")).nth(1).expect("a list");
    let select = select.split("</select>").next().unwrap_or_default();
    select.split("value=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

/// The page and all three files of a table have as many lines as one another.
fn is_had_everywhere(officer: &Visitor, place: &str, query: &str) {
    let page = officer.get(&format!("{place}{query}"));
    assert_eq!(page.status, 200, "{query}: {}", page.body);
    let file = |ending: &str| officer.get(&format!("{place}.{ending}{query}"));
    let whole: serde_json::Value = serde_json::from_str(&file("json").body).expect("JSON");
    let length = whole["lines"].as_array().expect("lines").len();
    let csv = file("csv");
    assert_eq!(csv::Reader::from_reader(csv.body.as_bytes()).records().count(), length, "{query}");
    assert!(csv.body.contains("kept private") || csv.body.contains(",0."), "{query}");
    assert_eq!(file("xlsx").status, 200, "{query}");
}

#[test]
fn every_kind_of_row_and_every_way_is_offered_and_the_page_and_all_three_files_show_it() {
    let officer = town().officer();
    let page = officer.get(&breakdowns(""));
    let (rows, ways) = (offered(&page, "rows"), offered(&page, "way-1"));
    for way in ["district", "perspective", "date", "campaign", "q-age-band", "q-sex"] {
        assert!(ways.contains(&way.to_owned()), "{way} of {ways:?}");
    }
    let filters = offered(&page, "filter-1");
    assert!(filters.iter().any(|value| value.starts_with("date:20")), "{filters:?}");
    assert!(filters.contains(&"campaign:winter-of-listening".to_owned()), "{filters:?}");
    for way in ways.iter().filter(|way| !way.is_empty()) {
        let query = format!("?rows=themes&by={way}");
        assert_eq!(officer.get(&breakdowns(&query)).status, 200, "{query}");
        assert!(!lines(&officer, &query).is_empty(), "{query}");
    }
    for row in ["themes", "q-age-band", "ballot-make-your-mark-last-year"] {
        assert!(rows.contains(&row.to_owned()), "{row} of {rows:?}");
    }
    let view_point = "/officer/c/view-point/breakdowns";
    let others = offered(&officer.get(view_point), "rows");
    for row in ["q-focus-mental-health", "q-top-three", "q-child-three"] {
        assert!(others.contains(&row.to_owned()), "{row} of {others:?}");
    }
    for (place, query) in [
        (breakdowns("").as_str(), "?rows=themes&by=campaign&by=date&by=district"),
        (breakdowns("").as_str(), "?rows=themes&by=district&only=campaign:winter-of-listening"),
        (breakdowns("").as_str(), "?rows=q-sex&by=campaign&by=date"),
        (breakdowns("").as_str(), "?rows=ballot-make-your-mark-last-year&by=district"),
        (view_point, "?rows=q-focus-mental-health&by=date&by=perspective"),
        (view_point, "?rows=q-top-three&by=date"),
    ] {
        is_had_everywhere(&officer, place, query);
    }
}

#[test]
fn a_campaign_and_a_week_are_as_large_as_what_came_and_small_ones_are_hidden() {
    let officer = town().officer();
    for way in ["campaign", "date"] {
        let known = lines(&officer, &format!("?rows=q-age-band&by={way}"));
        let base = |(key, (_, base, _)): (&String, &(_, Option<u64>, _))| {
            (key.split_once(' ').expect("a place").1.to_owned(), *base)
        };
        let bases: BTreeMap<String, Option<u64>> = known.iter().map(base).collect();
        assert!(bases.len() > 2, "{bases:?}");
        assert!(bases.values().flatten().all(|base| *base >= 10 && base % 5 == 0), "{bases:?}");
        let shown: u64 = bases.iter().filter(|(at, _)| !at.contains("null")).filter_map(|(_, base)| *base).sum();
        let whole = bases.iter().find(|(at, _)| at.contains("null")).and_then(|(_, base)| *base).expect("the whole");
        assert!(shown.abs_diff(whole) <= whole / 5, "{shown} of {whole}: {bases:?}");
    }
    // Weeks, and nothing finer: no address tells days apart.
    let page = officer.get(&breakdowns("?rows=themes&by=date"));
    assert!(page.body.contains("Week from "), "{}", page.body);
    for refused in ["day", "month"] {
        assert_eq!(officer.get(&breakdowns(&format!("?rows=themes&by={refused}"))).status, 422, "never two at once");
    }
}

#[test]
fn a_ballots_choices_are_told_apart_by_district_of_the_school_and_by_nothing_else() {
    let officer = town().officer();
    let rows = "?rows=ballot-make-your-mark-last-year";
    let page = officer.get(&breakdowns(&format!("{rows}&by=district")));
    assert_eq!(page.status, 200, "{}", page.body);
    assert!(page.body.contains("papers that schools counted by hand") && page.body.contains("cast online"));
    for refused in ["&by=perspective", "&by=district&only=perspective:child", "&question=each"] {
        let page = officer.get(&breakdowns(&format!("{rows}{refused}")));
        assert_eq!(page.status, 422, "{refused}");
        assert!(page.body.contains("paper says nothing about who marked it"), "{refused}");
    }
    // The ballot that is open shows nothing to anybody.
    assert_eq!(officer.get(&breakdowns("?rows=ballot-make-your-mark")).status, 422);
}

#[test]
fn what_was_never_asked_is_left_out_and_said_once() {
    let officer = town().officer();
    let query = "?rows=themes&by=perspective&by=q-age-band";
    let page = officer.get(&breakdowns(query));
    assert_eq!(page.body.matches("Left out, because it was never asked:").count(), 1, "{}", page.body);
    let known = lines(&officer, query);
    assert!(known.keys().any(|key| key.contains("\"child\"") && key.contains("8-11")));
    assert!(
        !known.keys().any(|key| key.contains("\"citizen\"") && key.contains("8-11")),
        "they are not asked their age"
    );
}

#[test]
fn three_ways_of_everything_is_short_enough_to_read_and_cut_with_a_note() {
    let officer = town().officer();
    let page = officer.get(&breakdowns("?rows=all-themes&by=district&by=perspective&by=q-age-band"));
    assert_eq!(page.status, 200, "{}", page.body);
    assert!(page.body.contains("hold every figure") && page.body.contains("breakdowns.csv?"), "said and linked");
    let rows = page.body.matches("<tr").count();
    assert!(rows < 600, "{rows} rows");
}
