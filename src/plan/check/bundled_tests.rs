//! Every fault of the bundled plans, by plan and place, and no other. A place that stands twice holds two faults.
//! They were found by reading the published texts first; the rules then had to find each.

use super::*;
use crate::plan::parse;

macro_rules! bundled {
    ($name:literal) => {
        ($name, include_str!(concat!("../../../analysis/plans/", $name, ".toml")))
    };
}

const PLANS: [(&str, &str); 6] = [
    bundled!("herefordshire-education"),
    bundled!("worcestershire-children-2017"),
    bundled!("worcestershire-cypp-2014"),
    bundled!("worcestershire-cypp-2017"),
    bundled!("worcestershire-education-2019"),
    bundled!("wychavon-local-2014"),
];

fn plan(name: &str) -> Plan {
    let (_, text) = PLANS.into_iter().find(|(known, _)| *known == name).unwrap();
    parse(name, text).unwrap_or_else(|findings| panic!("{name}: {findings:?}"))
}

/// Where faults lie, one a line.
fn found(name: &str) -> String {
    let findings = check(name, &plan(name));
    findings.iter().map(|finding| format!("{}\n", finding.key)).collect()
}

/// How many faults of a plan are said with these words.
fn said(name: &str, words: &str) -> usize {
    check(name, &plan(name)).iter().filter(|finding| finding.problem.contains(words)).count()
}

const HEREFORDSHIRE_EDUCATION: &str = "\
outcome.school-improvement.indicator
outcome.leadership.indicator
outcome.accountability.indicator
outcome.vulnerable-children.indicator
outcome.early-years.indicator
outcome.capital-investment.indicator.new-primary-places.target
outcome.capital-investment.indicator.new-secondary-places.target
outcome.sixteen-to-nineteen.indicator.technical-qualifications.baseline
outcome.sixteen-to-nineteen.indicator.technical-qualifications.target
outcome.sixteen-to-nineteen.indicator.in-education-or-employment.baseline
outcome.sixteen-to-nineteen.indicator.in-education-or-employment.unit
outcome.sixteen-to-nineteen.indicator.in-education-or-employment.target
success
starts
owner
indicator
actions
actions
";

const WORCESTERSHIRE_CHILDREN_2017: &str = "\
outcome.full-potential-in-education.why
outcome.full-potential-in-education.indicator.attainment.title
outcome.full-potential-in-education.indicator.attainment.baseline
outcome.full-potential-in-education.indicator.attainment.target
outcome.full-potential-in-education.indicator.first-choice.baseline
outcome.full-potential-in-education.indicator.first-choice.target
outcome.full-potential-in-education.indicator.vulnerable-learners.title
outcome.full-potential-in-education.indicator.vulnerable-learners.baseline
outcome.full-potential-in-education.indicator.vulnerable-learners.target
outcome.full-potential-in-education.indicator.good-schools.baseline
outcome.full-potential-in-education.indicator.good-schools.target
outcome.into-employment.indicator
outcome.safeguarding.why
outcome.safeguarding.success
outcome.safeguarding.indicator.time-in-care.baseline
outcome.safeguarding.indicator.time-in-care.target
indicator
actions
actions
printed
";

const WORCESTERSHIRE_CYPP_2014: &str = "\
outcome.healthy-lifestyle.why
outcome.healthy-lifestyle.success
outcome.healthy-lifestyle.indicator.excess-weight-year-6.target
outcome.healthy-lifestyle.indicator.smoking-at-delivery.baseline
outcome.healthy-lifestyle.indicator.breastfeeding-6-8-weeks.baseline
outcome.healthy-lifestyle.indicator.breastfeeding-6-8-weeks.target
outcome.full-potential-in-education.why
outcome.full-potential-in-education.success
outcome.full-potential-in-education.indicator.foundation-stage-gap.target
outcome.full-potential-in-education.indicator.looked-after-gap-gcse.baseline
outcome.helped-early.areas_of_focus
outcome.helped-early.success
outcome.helped-early.indicator.permanent-exclusions.baseline
outcome.helped-early.indicator.permanent-exclusions.target
outcome.helped-early.indicator.persistent-absence.target
outcome.protected-from-abuse-and-neglect.elsewhere
outcome.protected-from-abuse-and-neglect.success
outcome.protected-from-abuse-and-neglect.indicator.child-protection-plans-domestic-abuse.to_be_set
outcome.protected-from-abuse-and-neglect.indicator.missing-children.baseline
outcome.protected-from-abuse-and-neglect.indicator.missing-children.target
outcome.secure-and-stable-families.areas_of_focus
outcome.secure-and-stable-families.success
outcome.secure-and-stable-families.success
outcome.secure-and-stable-families.indicator.looked-after-children.baseline
outcome.secure-and-stable-families.indicator.looked-after-children.direction
outcome.secure-and-stable-families.indicator.adoptions.baseline
outcome.secure-and-stable-families.indicator.adoptions.direction
outcome.life-skills.why
outcome.life-skills.success
outcome.life-skills.indicator.level-2-at-19.baseline
outcome.life-skills.indicator.level-2-at-19.target
outcome.life-skills.indicator.level-3-at-19.baseline
outcome.life-skills.indicator.level-3-at-19.target
outcome.know-where-to-go.indicator
outcome.know-where-to-go.success
outcome.life-skills.indicator.not-in-employment-education-training.target
printed.child-protection-plans-domestic-abuse.unit
printed.gcse-5-a-c.unit
printed.not-in-employment-education-training.unit
printed.looked-after-gcse.value
printed.not-in-employment-education-training.value
printed.stronger-families.value
account.said.protected.achieved
account.said.protected.achieved
account.said.protected.achieved
account.said.protected.achieved
account.said.education.achieved
account.said.education.achieved
account.said.education.achieved
account.said.education.achieved
account.said.adulthood.achieved
account.said.adulthood.achieved
account.said.adulthood.achieved
account.said.families.achieved
account.said.families.achieved
account.said.families.achieved
account.said.healthy.achieved
account.said.healthy.achieved
village.vision.shares
consulted.period
consulted.results
consulted.period
consulted.results
consulted.period
consulted.results
consulted.period
consulted.results
spans
ends
indicator
indicator
comparators
outcome.healthy-lifestyle.indicator
actions
actions
partners
printed
";

const WORCESTERSHIRE_CYPP_2017: &str = "\
outcome.best-start.actions
outcome.best-start.indicator
outcome.education.actions
outcome.education.indicator
outcome.most-vulnerable.actions
outcome.most-vulnerable.indicator
outcome.adult-life.actions
outcome.adult-life.indicator
outcome.into-employment.actions
outcome.into-employment.indicator
consulted.questions
consulted.period
consulted.responses
consulted.results
owner
";

const WORCESTERSHIRE_EDUCATION_2019: &str = "\
outcome.providers.why
outcome.providers.success
outcome.providers.indicator.outcomes-top-quartile.baseline
outcome.providers.indicator.outcomes-national-average.title
outcome.providers.indicator.outcomes-national-average.baseline
outcome.providers.indicator.schools-good-or-outstanding.baseline
outcome.providers.indicator.permanent-exclusions.target
outcome.providers.indicator.in-a-collaborative.baseline
outcome.providers.indicator.gatsby-benchmarks.baseline
outcome.curriculum.why
outcome.curriculum.indicator
outcome.places.title
outcome.places.success
outcome.places.indicator.first-or-second-preference.baseline
outcome.places.indicator.equity-of-access.to_be_set
outcome.places.indicator.in-year-offer.baseline
outcome.places.indicator.travel-time.baseline
outcome.workforce-skills.actions
outcome.workforce-skills.success
outcome.workforce-skills.indicator.business-relationship.baseline
outcome.workforce-skills.indicator.not-in-employment-education-training.baseline
outcome.vulnerable-learners.title
outcome.vulnerable-learners.why
outcome.vulnerable-learners.success
outcome.vulnerable-learners.indicator.good-level-of-development.baseline
outcome.vulnerable-learners.indicator.good-level-of-development.target
outcome.vulnerable-learners.indicator.attainment-differences.baseline
outcome.vulnerable-learners.indicator.attainment-differences.target
outcome.vulnerable-learners.indicator.statutory-returns.baseline
outcome.social-mobility.indicator
outcome.education-workforce.success
outcome.education-workforce.indicator.unfilled-vacancies.baseline
outcome.providers.indicator.outcomes-national-average.target
printed.births.unit
printed.first-year-with-employers.value
indicator
actions
actions
printed
links
";

#[test]
fn every_fault_of_every_bundled_plan_is_found_and_no_other() {
    let expected = [
        ("herefordshire-education", HEREFORDSHIRE_EDUCATION),
        ("worcestershire-children-2017", WORCESTERSHIRE_CHILDREN_2017),
        ("worcestershire-cypp-2014", WORCESTERSHIRE_CYPP_2014),
        ("worcestershire-cypp-2017", WORCESTERSHIRE_CYPP_2017),
        ("worcestershire-education-2019", WORCESTERSHIRE_EDUCATION_2019),
        ("wychavon-local-2014", ""),
    ];
    for (name, places) in expected {
        assert_eq!(found(name), places, "{name}");
    }
}

#[test]
fn each_kind_of_fault_is_found_as_often_as_it_is_there() {
    let kinds = [
        ("worcestershire-cypp-2014", "is above the baseline", 2),
        ("worcestershire-cypp-2014", "before the plan starts", 1),
        ("worcestershire-cypp-2014", "one measure needs one target", 1),
        ("worcestershire-cypp-2014", "still to be set", 1),
        ("worcestershire-cypp-2014", "no baseline", 8),
        ("worcestershire-cypp-2014", "the target has no date", 4),
        ("worcestershire-cypp-2014", "no direction", 2),
        ("worcestershire-cypp-2014", "measures helped-early as well", 1),
        ("worcestershire-cypp-2014", "is rounded by", 1),
        ("worcestershire-cypp-2014", "percentage points", 4),
        ("worcestershire-cypp-2014", "say which is right", 3),
        ("worcestershire-cypp-2014", "say what the gap is between", 1),
        ("worcestershire-cypp-2014", "ends before it starts", 1),
        ("worcestershire-cypp-2014", "would be no decrease", 1),
        ("worcestershire-cypp-2014", "stand in another document", 2),
        ("worcestershire-education-2019", "one measure needs one target", 1),
        ("worcestershire-education-2019", "though the target is 50% of it less", 1),
        ("worcestershire-education-2019", "is called a rate", 1),
        ("worcestershire-education-2019", "say which of the two is meant", 2),
        ("worcestershire-education-2019", "say which is right", 1),
        ("worcestershire-education-2019", "end before it does", 1),
        ("worcestershire-children-2017", "no target", 5),
        ("worcestershire-children-2017", "nothing that could be counted", 2),
        ("worcestershire-cypp-2017", "are announced and 4 listed", 1),
        ("worcestershire-cypp-2017", "nobody answers for", 1),
        ("herefordshire-education", "no dates", 1),
        ("herefordshire-education", "cannot be held against an average", 1),
    ];
    for (name, words, expected) in kinds {
        assert_eq!(said(name, words), expected, "{name}: {words}");
    }
}

#[test]
fn a_target_is_found_that_the_council_had_reached_before() {
    let strategy = plan("worcestershire-education-2019");
    let page = plan("worcestershire-children-2017");
    let county = plan("worcestershire-cypp-2014");
    let found = check_earlier("p", &strategy, &[&page, &county, &strategy]);
    let keys: Vec<&str> = found.iter().map(|finding| finding.key.as_str()).collect();
    assert_eq!(keys, ["outcome.providers.indicator.schools-good-or-outstanding.target"]);
}

#[test]
fn the_illustrative_local_plan_fits_the_county_and_says_that_it_is_illustrative() {
    let (local, county) = (plan("wychavon-local-2014"), plan("worcestershire-cypp-2014"));
    assert!(local.illustrative && !county.illustrative);
    assert_eq!(crate::plan::check_local("p", &local, &county), []);
    let whole = local.whole(&county).unwrap();
    assert_eq!(whole.outcomes.len(), county.outcomes.len() + 1);
    let know = whole.find_outcome("know-where-to-go").unwrap();
    assert_eq!((know.indicators.len(), know.actions.len()), (2, 6));
}
