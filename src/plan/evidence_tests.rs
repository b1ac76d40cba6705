//! Evidence on both sides, on one, on none; what nobody used; links that do not fit.

use super::*;
use crate::breakdown::{Policy, Row};
use crate::plan::parse;

const PLAN: &str = r#"
key = "p"
title = "A plan"
geography = "worcestershire"
vision = "All is well."
source = "A council"
outcome = [
  { key = "safe", title = "Children are safe", themes = ["bullying"] },
  { key = "well", title = "Children are well" },
]
"#;

fn link(outcome: &str, theme: &str, stance: Stance) -> Evidence {
    let basis = Basis::Theme { consultation: "c".to_owned(), theme: theme.to_owned() };
    Evidence { outcome: outcome.to_owned(), district: None, basis, stance, note: "Said by many.".to_owned() }
}

fn balances(evidence: &[Evidence], none_found: &[NoneFound], district: Option<&str>) -> Vec<String> {
    let plan = parse("p.toml", PLAN).unwrap();
    let weighed = weigh(&plan, evidence, none_found, district, |_| None);
    weighed.iter().map(|weighed| format!("{:?}", weighed.balance)).collect()
}

#[test]
fn an_outcome_needs_both_sides_or_somebody_who_looked() {
    use Stance::{Contrary, Supporting};
    let looked = |words: &str| [NoneFound { outcome: "safe".to_owned(), looked: words.to_owned() }];
    let supporting = link("safe", "bullying", Supporting);
    let contrary = link("safe", "transport", Contrary);
    assert_eq!(balances(&[], &looked("We looked."), None)[0], "Unsupported");
    assert_eq!(balances(std::slice::from_ref(&contrary), &[], None)[0], "OnlyContrary");
    assert_eq!(balances(std::slice::from_ref(&supporting), &[], None)[0], "OneSided");
    assert_eq!(balances(std::slice::from_ref(&supporting), &looked(" "), None)[0], "OneSided");
    assert_eq!(
        balances(std::slice::from_ref(&supporting), &looked("We looked."), None)[0],
        "NoneFound(\"We looked.\")"
    );
    assert_eq!(balances(&[supporting, contrary], &[], None), ["BothSides", "Unsupported"]);
    assert!(Balance::BothSides.is_enough() && Balance::NoneFound("x").is_enough());
    assert!(!Balance::OneSided.is_enough() && !Balance::OnlyContrary.is_enough() && !Balance::Unsupported.is_enough());
}

#[test]
fn evidence_of_another_district_does_not_count_here() {
    let mut there = link("safe", "bullying", Stance::Supporting);
    there.district = Some("redditch".to_owned());
    let there = [there];
    assert_eq!(balances(&there, &[], Some("redditch"))[0], "OneSided");
    assert_eq!(balances(&there, &[], Some("wychavon"))[0], "Unsupported");
    assert_eq!(balances(&there, &[], None)[0], "Unsupported");
}

#[test]
fn what_speaks_against_it_in_one_district_counts_everywhere_so_that_nothing_found_is_never_said_beside_it() {
    let mut against = link("safe", "transport", Stance::Contrary);
    against.district = Some("redditch".to_owned());
    let links = [link("safe", "bullying", Stance::Supporting), against];
    let looked = [NoneFound { outcome: "safe".to_owned(), looked: "We looked.".to_owned() }];
    for place in [None, Some("redditch"), Some("wychavon")] {
        assert_eq!(balances(&links, &looked, place)[0], "BothSides", "{place:?}");
    }
}

#[test]
fn a_figure_is_looked_up_and_may_be_hidden() {
    let plan = parse("p.toml", PLAN).unwrap();
    let links = [link("safe", "bullying", Stance::Supporting)];
    let weighed = weigh(&plan, &links, &[], None, |_| Some(Figure::Hidden));
    assert_eq!(weighed[0].supporting[0].figure, Some(Figure::Hidden));
}

#[test]
fn what_nobody_used_stands_out_most_named_first() {
    let row = |key: &str, total| Row { key: key.to_owned(), name: key.to_owned(), counts: Vec::new(), total };
    let rows = [row("bullying", 90), row("transport", 40), row("friends", 60), row("fun", 3)];
    let breakdown = Breakdown::new(200, &[], &rows, Policy::default());
    let plan = parse("p.toml", PLAN).unwrap();
    let found = |links: &[Evidence]| -> Vec<String> {
        unused(&breakdown, &plan, links, str::to_owned).iter().map(|row| row.key.clone()).collect()
    };
    assert_eq!(found(&[]), ["friends", "transport", "fun"]);
    assert_eq!(found(&[link("well", "friends", Stance::Supporting)]), ["transport", "fun"]);
    let against = found(&[link("well", "friends", Stance::Contrary)]);
    assert_eq!(
        against,
        ["friends", "transport", "fun"],
        "what only speaks against it is no use that a plan makes of it"
    );
}

#[test]
fn links_that_do_not_fit_are_found() {
    use Stance::{Contrary, Supporting};
    let plan = parse("p.toml", PLAN).unwrap();
    let found = |links: &[Evidence]| -> Vec<String> {
        check_evidence("e", &plan, links).into_iter().map(|finding| finding.key).collect()
    };
    let good = link("safe", "bullying", Supporting);
    assert_eq!(found(&[good.clone(), link("safe", "transport", Contrary)]), Vec::<String>::new());
    assert_eq!(found(&[link("rich", "bullying", Supporting)]), ["evidence.1.outcome"]);
    assert_eq!(found(&[Evidence { note: " ".to_owned(), ..good.clone() }]), ["evidence.1.note"]);
    assert_eq!(found(&[good.clone(), good.clone()]), ["evidence.2"]);
    let here = |district: &str| Some(district.to_owned());
    let against = Evidence { district: here("redditch"), ..link("safe", "bullying", Contrary) };
    assert_eq!(found(&[good.clone(), against.clone()]), ["evidence.2"], "for the whole, and against in a district");
    let elsewhere = Evidence { district: here("wychavon"), ..good.clone() };
    assert_eq!(found(&[elsewhere, against]), Vec::<String>::new(), "two places may differ");
    assert_eq!(found(&[good, link("safe", "bullying", Contrary)]), ["evidence.2"]);
}
