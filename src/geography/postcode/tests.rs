//! Postcodes from file to district: the bundled sample, published layouts, bad lines, what is typed.

use super::*;
use crate::finding::{Finding, Severity};
use crate::geography;

const SAMPLE: &str =
    include_str!("../../../analysis/geography/postcodes/codepoint-open-2014-worcestershire-sample.csv");

fn county() -> Geography {
    geography::parse("w.toml", include_str!("../../../analysis/geography/worcestershire.toml")).unwrap()
}

fn read(files: &[&str]) -> (Postcodes, Vec<Finding>) {
    let mut reader = PostcodeReader::default();
    let findings = files.iter().flat_map(|text| reader.read("p.csv", text.as_bytes())).collect();
    (reader.finish(), findings)
}

fn district(key: &str) -> Result<District, PostcodeProblem> {
    Ok(District::Area(key.to_owned()))
}

#[test]
fn every_line_of_the_bundled_sample_leads_to_its_own_district() {
    let county = county();
    let (postcodes, findings) = read(&[SAMPLE]);
    assert_eq!((postcodes.len(), findings), (368, Vec::new()));
    assert_eq!(postcodes.without_postcodes(&county), Vec::<&str>::new());
    let mut by_district = std::collections::BTreeMap::new();
    for line in SAMPLE.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let area = county.districts.iter().find(|area| area.code == fields[8]).unwrap();
        let typed = [fields[0].to_lowercase(), fields[0].replace(' ', "")];
        for typed in typed {
            assert_eq!(postcodes.find(&county, &typed), district(&area.key), "{line}");
        }
        *by_district.entry(area.key.as_str()).or_insert(0) += 1;
    }
    assert_eq!(by_district.len(), 6);
    assert!(by_district.values().all(|count| *count >= 50), "{by_district:?}");
}

/// Two files of the same five postcodes, as the Office for National Statistics lays them out in two years.
const DIRECTORY: &str = "\u{feff}pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward\n\
    \"WR5 1TG\",\"WR5  1TG\",\"WR5 1TG\",\"198001\",\"      \",\"E10000034\",\"E58\",\"E07000237\",\"E05\"\n\
    \"B60 1AA\",\"B60  1AA\",\"B60 1AA\",\"198001\",\"201406\",\"E10000034\",\"E58\",\"E07000234\",\"E05\"\n\
    \"GIR 0AA\",\"GIR  0AA\",\"GIR 0AA\",\"198001\",\"\",\"\",\"\",\"\",\"\"\n\
    \"IM1 1AA\",\"IM1  1AA\",\"IM1 1AA\",\"198001\",\"\",\"M99999999\",\"\",\"M99999999\",\"\"\n\
    \"B91 1AA\",\"B91  1AA\",\"B91 1AA\",\"198001\",\"\",\"E11000005\",\"\",\"E08000029\",\"\"\n";
const LOOKUP: &str = "pcd7,pcd8,pcds,dointr,doterm,usrtypind,east1m,north1m,lad25cd\r\n\
    WR51TG,WR5 1TG,WR5 1TG,198001,,0,1,2,E07000237\r\n\
    B60 1AA,B60 1AA,B60 1AA,198001,201406,0,1,2,E07000234\r\n\
    GIR 0AA,GIR 0AA,GIR 0AA,198001,,0,,,\r\n\
    IM1 1AA,IM1 1AA,IM1 1AA,198001,,0,,,M99999999\r\n\
    B91 1AA,B91 1AA,B91 1AA,198001,,0,1,2,E08000029\r\n";

#[test]
fn each_kind_of_answer_is_told_from_the_others_in_every_layout() {
    let county = county();
    for file in [DIRECTORY, LOOKUP] {
        let (postcodes, findings) = read(&[file]);
        assert_eq!((postcodes.len(), findings), (5, Vec::new()));
        for (typed, expected) in [
            ("wr51tg", district("worcester")),
            ("WR5 ITG", district("worcester")),
            ("B60 1AA", Err(PostcodeProblem::Ended)),
            ("GIR 0AA", Err(PostcodeProblem::WithoutDistrict)),
            ("IM1 1AA", Err(PostcodeProblem::Outside)),
            ("B91 1AA", Err(PostcodeProblem::Outside)),
            ("WR5 1TH", Err(PostcodeProblem::NotKnown)),
            ("WR5", Err(PostcodeProblem::FirstPartOnly)),
            ("WR5 1", Err(PostcodeProblem::FirstPartOnly)),
            ("", Err(PostcodeProblem::Empty)),
            ("my house", Err(PostcodeProblem::NotAPostcode)),
        ] {
            assert_eq!(postcodes.find(&county, typed), expected, "{typed}");
        }
        // Its only postcode has ended, so Bromsgrove has none in use.
        assert!(postcodes.without_postcodes(&county).contains(&"Bromsgrove"));
        assert!(!postcodes.without_postcodes(&county).contains(&"Worcester"));
    }
}

#[test]
fn a_first_part_is_never_looked_up_even_where_it_has_one_district() {
    let county = county();
    let (postcodes, _) = read(&[SAMPLE]);
    for line in SAMPLE.lines().skip(1) {
        let whole = line.split(',').next().unwrap();
        let first = whole[..whole.len() - 3].trim();
        assert_eq!(postcodes.find(&county, first), Err(PostcodeProblem::FirstPartOnly), "{first}");
    }
}

#[test]
fn a_problem_says_nothing_of_what_was_typed() {
    let (postcodes, _) = read(&[DIRECTORY]);
    for typed in ["ZE9 9ZZ", "XYZZY-SECRET", "ZE9", "B60 1AA"] {
        let problem = postcodes.find(&county(), typed).unwrap_err();
        let said = format!("{problem} {problem:?} {}", problem.key()).to_lowercase();
        assert!(!said.contains(&typed.to_lowercase()), "{said}");
    }
}

#[test]
fn a_later_file_stands_over_an_earlier_one() {
    let line = "WR5 1TG,10,1,2,E92000001,E19,E18,E10000034,E07000238,E05\n";
    for (files, expected) in [([DIRECTORY, line], "wychavon"), ([line, DIRECTORY], "worcester")] {
        let (postcodes, _) = read(&files);
        assert_eq!(postcodes.find(&county(), "WR5 1TG"), district(expected));
        assert_eq!(postcodes.len(), 5);
    }
}

#[test]
fn a_bad_line_is_named_by_line_and_field_and_the_others_are_read() {
    let bad = "WR5 1TG,10,1,2,E92000001,E19,E18,E10000034,E07000237,E05\n\
        WR5,10,1,2,E92000001,E19,E18,E10000034,E07000237,E05\n\
        WR5 1TH,10,1,2\n\
        WR5 1TJ,10,1,2,E92000001,E19,E18,E10000034,47UE,E05\n\
        WR5 1TL,10,1,2,E92000001,E19,E18,E10000034,E07000237,E05\n";
    let (postcodes, findings) = read(&[bad]);
    let found: Vec<_> = findings.iter().map(|it| (it.severity, it.line, it.key.as_str())).collect();
    let warning = |line, field| (Severity::Warning, Some(line), field);
    assert_eq!(found, [warning(2, "postcode"), warning(3, ""), warning(4, "district")]);
    assert!(findings.iter().all(|it| !it.problem.contains("WR5")), "{findings:?}");
    assert_eq!(postcodes.len(), 2);
    let (_, findings) = read(&[&LOOKUP.replace("201406", "June 2014")]);
    assert!(matches!(findings.as_slice(), [one] if one.key == "doterm" && one.line == Some(3)), "{findings:?}");
}

#[test]
fn many_bad_lines_are_counted_and_a_file_without_a_good_one_is_refused() {
    let good = "WR5 1TG,10,1,2,E92000001,E19,E18,E10000034,E07000237,E05\n";
    let (_, findings) = read(&[&format!("{good}{}", "?,1,1,1,1,1,1,1,1,1\n".repeat(30))]);
    assert_eq!(findings.len(), 21);
    assert!(findings[20].problem.starts_with("10 more"), "{findings:?}");
    for text in
        ["", "pcds,lad23cd\n", "question,answer\nhello,there\n", "\u{0}\u{1}\n", "pcds,lad23cd\nWR5,E07000237\n"]
    {
        let (postcodes, findings) = read(&[text]);
        assert!(postcodes.is_empty());
        assert!(findings.iter().any(|it| it.severity == Severity::Error), "{text:?}");
    }
}

#[test]
fn districts_of_another_year_are_noticed() {
    let county = county();
    let (postcodes, _) = read(&[&SAMPLE.replace("E07000237", "E06000999")]);
    assert_eq!(postcodes.without_postcodes(&county), ["Worcester"]);
}

proptest::proptest! {
    #[test]
    fn nothing_typed_makes_the_look_up_fail(typed in ".{0,20}", near in "[WRB0-9OIL ]{0,9}") {
        let (postcodes, _) = read(&[DIRECTORY]);
        let _ = postcodes.find(&county(), &typed);
        let _ = postcodes.find(&county(), &near);
    }
}
