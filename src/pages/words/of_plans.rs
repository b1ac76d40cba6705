//! The pages of published plans with everything that can stand on them, for [`super::on_pages`].

use std::collections::BTreeMap;

use crate::breakdown::{Figure, Share};
use crate::pages::public::Front;
use crate::pages::public::plan::{self, Figures, ListedPlan, PlanFrame};
use crate::pages::public::plan_parts::{Reply, Ways};
use crate::pages::public::plan_version::PlanVersion;
use crate::plan::evidence::{Basis, Evidence, NoneFound, Stance};
use crate::plan::progress::Draft;
use crate::plan::published::{FORMAT, FromCounty, Published, PublishedEvidence};
use crate::plan::standing::Measurement;
use crate::plan::{Status, actions};

/// One outcome with an indicator of every kind, in no words.
const PLAN: &str = r#"
key = "x"
title = "XX"
owner = "XX"
geography = "worcestershire"
district = "redditch"
starts = "2014"
ends = "2017"
ages = "XX"
vision = "XX"
source = "XX"
values = ["XX"]
partners = ["XX"]
[[outcome]]
key = "a"
title = "XX"
areas_of_focus = ["XX"]
why = [{ says = "XX", source = "XX" }]
success = ["XX"]
actions = [{ says = "XX1", due = "2014-03", status = "planned" }, { says = "XX2", by = "XX", status = "done" }, { says = "XX3", status = "dropped" }, { says = "XX4", status = "under-way" }, { says = "XX5" }]
[[outcome.indicator]]
key = "falls"
title = "XX"
unit = "per XX"
direction = "decrease"
baseline = { value = 20, period = "2012/13 academic" }
target = { value = 10, period = "2014/15" }
comparators = [{ with = "XX", standing = "higher", period = "2014-03" }, { with = "XX", standing = "lower" }, { with = "XX", standing = "level" }]
[[outcome.indicator]]
key = "words"
title = "XX"
unit = "%"
baseline = { value = 20, period = "2012" }
target = { words = "XX", period = "2014/15" }
[[outcome.indicator]]
key = "more"
title = "XX"
unit = "%"
direction = "increase"
baseline = { value = 20, period = "2012" }
target = { change = 10, period = "2014/15" }
[[outcome.indicator]]
key = "less"
title = "XX"
unit = "%"
direction = "decrease"
baseline = { value = 20, period = "2012" }
target = { change = -10, period = "2014/15" }
[[outcome.indicator]]
key = "bare"
title = "XX"
unit = "%"
[[outcome]]
key = "b"
title = "XX"
[[outcome]]
key = "c"
title = "XX"
"#;

fn version() -> Published {
    let plan = crate::plan::parse("plan.toml", PLAN).expect("a plan");
    let day = jiff::civil::date(2026, 11, 26);
    let share = Share { count: 40, base: 1_000, share: 0.04, low: 0.03, high: 0.05 };
    let piece = |stance, theme: &str, figure| PublishedEvidence {
        link: Evidence {
            outcome: "a".to_owned(),
            district: None,
            basis: Basis::Theme { consultation: "small".to_owned(), theme: theme.to_owned() },
            stance,
            note: "XX".to_owned(),
        },
        name: "XX".to_owned(),
        figure,
        place: Some("XX".to_owned()),
    };
    let draft = Draft {
        opened: Some(day),
        closed: Some(day),
        decides_on: Some(day),
        undecided: "XX".to_owned(),
        signed_off: Some(("XX".to_owned(), day)),
    };
    let mut actions = actions::begin(&plan);
    for (action, source) in actions.iter_mut().zip([Some("XX".to_owned()), None]) {
        action.changed = Some(actions::Changed { on: day, source });
    }
    Published {
        format: FORMAT.to_owned(),
        version: 1,
        published_on: Some(day),
        draft,
        evidence: vec![
            piece(Stance::Supporting, "x", Some(Figure::Shown(share))),
            piece(Stance::Supporting, "y", Some(Figure::Hidden)),
            piece(Stance::Contrary, "z", None),
        ],
        none_found: vec![NoneFound { outcome: "b".to_owned(), looked: "XX".to_owned() }],
        measurements: Vec::new(),
        county: Some(FromCounty {
            plan: "county".to_owned(),
            title: "XX".to_owned(),
            indicators: ["falls".to_owned()].into(),
            looked: ["b".to_owned()].into(),
            against: ["c".to_owned()].into(),
        }),
        actions,
        plan,
    }
}

/// Every page of a plan, each with a name.
pub(super) fn of_plans(front: Front<'_>) -> Vec<(&'static str, String)> {
    let version = version();
    assert!(version.actions.iter().any(|action| action.status == Some(Status::Dropped)));
    let measured = |value, period: &str| Measurement { period: period.parse().expect("a period"), value, source: None };
    let figures: Figures = BTreeMap::from([
        ("falls".to_owned(), vec![measured(15.0, "2013/14"), measured(12.0, "2014/15")]),
        ("more".to_owned(), vec![measured(30.0, "2014-01")]),
        ("less".to_owned(), vec![measured(19.9, "2013")]),
    ]);
    let ways = Ways {
        results: BTreeMap::from([("small".to_owned(), "/results/small/1".to_owned())]),
        parts: BTreeMap::new(),
        ballots: BTreeMap::new(),
        county: Some(("XX".to_owned(), "/plans/county".to_owned())),
        local: vec![("XX".to_owned(), "/plans/local".to_owned())],
        replies: vec![Reply {
            title: "XX".to_owned(),
            address: "/you-said/small".to_owned(),
            entries: vec![("k".to_owned(), "a".to_owned(), "XX".to_owned())],
        }],
    };
    let today = jiff::civil::date(2026, 11, 26);
    let (figures, actions) = (&figures, &version.actions);
    let frame = PlanFrame { front, version: &version, illustrative: true, figures, actions, ways: &ways, today };
    let [one, other, third] = ["a", "b", "c"].map(|key| version.plan.find_outcome(key).expect("an outcome"));
    let listed = ListedPlan {
        title: "XX".to_owned(),
        address: "/plans/x".to_owned(),
        time: version.plan.time(),
        version: 1,
        published_on: today,
        illustrative: true,
    };
    let changes = ["XX".to_owned()];
    let shown = PlanVersion { front, version: &version, changes: &changes, newest: Some(2), illustrative: true };
    vec![
        ("plans", plan::list(front, &[listed]).into_string()),
        ("no plans", plan::list(front, &[]).into_string()),
        ("a plan", frame.plan(&[(1, today)]).into_string()),
        ("an outcome", frame.outcome(one).into_string()),
        ("an outcome without evidence", frame.outcome(other).into_string()),
        ("an outcome that the county's plan names something against", frame.outcome(third).into_string()),
        ("progress", frame.progress().into_string()),
        ("a version", shown.render().into_string()),
    ]
}

#[test]
fn what_is_the_countys_in_a_local_plan_is_said_to_be_and_both_plans_lead_to_each_other() {
    let front = Front {
        words: super::Words::of("en", crate::survey::Edition::Plain),
        languages: &super::LANGUAGES,
        organisation: "",
    };
    let pages = of_plans(front);
    let page = |name: &str| &pages.iter().find(|(known, _)| *known == name).expect("the page").1;
    let county = "From the county’s plan: XX.";
    assert_eq!(page("progress").matches(county).count(), 1, "one indicator has the county's figures");
    for name in ["an outcome", "an outcome without evidence", "a version"] {
        assert!(page(name).contains(county), "{name}");
    }
    let against = page("an outcome that the county's plan names something against");
    assert!(against.contains("Nothing is linked in this district’s plan.") && !against.contains("Nothing was found"));
    assert!(against.contains("href=\"/plans/county/c\""), "{against}");
    for name in ["a plan", "progress"] {
        let page = page(name);
        assert!(page.contains("href=\"/plans/county\"") && page.contains("href=\"/plans/local\""), "{name}");
    }
}

#[test]
fn what_the_plan_says_is_marked_as_english_on_a_page_in_another_language() {
    let front = |lang: &str| Front {
        words: super::Words::of(lang, crate::survey::Edition::Plain),
        languages: &super::LANGUAGES,
        organisation: "",
    };
    for (name, page) in of_plans(front("ur")) {
        let (_, main) = page.split_once("<main").expect("a main part");
        let plain = main.replace(r#"<span lang="en" dir="ltr">XX"#, "");
        // The name of a drawing is one text, in which nothing can be marked.
        let is_marked = |at: &usize| !plain[..*at].ends_with("-drawn\"");
        let left = plain.match_indices(">XX").map(|(at, _)| at).filter(is_marked);
        let left: Vec<&str> = left.map(|at| &plain[at..]).collect();
        assert!(left.is_empty(), "{name}: {:.80}", left[0]);
        assert!(page.contains(r#"href="?lang=pl""#), "{name}");
    }
    assert!(of_plans(front("en")).iter().all(|(_, page)| !page.contains(r#"<span lang="en""#)));
}
