//! Links between outcomes and what they rest on, and plans of districts: kept once, read as they were written.

use super::on_both;
use heard::plan::evidence::{Basis, Evidence, NoneFound, Stance};
use heard::store::{LocalPlanKept, StoredLocalPlan};
use jiff::civil::date;

fn link(outcome: &str, district: Option<&str>, stance: Stance, basis: Basis) -> Evidence {
    Evidence {
        outcome: outcome.into(), district: district.map(Into::into), basis, stance, note: "Ünï ' -- <b>".into()
    }
}

fn theme(key: &str) -> Basis {
    Basis::Theme { consultation: "town".into(), theme: key.into() }
}

#[test]
fn evidence_comes_back_as_it_was_linked_stands_once_on_a_side_and_can_be_taken_out() {
    on_both(|store, _| {
        let on = date(2026, 11, 26);
        let outside = Basis::Outside {
            title: "Weeks / waited".into(),
            publisher: "A council".into(),
            value: 18.25,
            unit: "weeks".into(),
            period: "2025/26 academic".parse().unwrap(),
        };
        let all = [
            link("safe", None, Stance::Supporting, theme("bullying")),
            link("safe", Some("redditch"), Stance::Supporting, theme("bullying")),
            link("safe", None, Stance::Contrary, theme("bullying")),
            link("well", None, Stance::Supporting, outside),
        ];
        for one in &all {
            assert!(store.save_evidence("p", one, "officer", on).unwrap());
            assert!(!store.save_evidence("p", one, "another", on).unwrap(), "it stands already");
        }
        assert!(store.save_evidence("other", &all[0], "officer", on).unwrap(), "another plan has its own");
        let kept = store.list_evidence("p").unwrap();
        assert!(kept.iter().all(|one| one.officer == "officer" && one.linked_on == on) && kept.len() == all.len());
        for one in &all {
            assert_eq!(kept.iter().filter(|kept| kept.evidence == *one).count(), 1, "{one:?}");
        }
        assert!(!store.erase_evidence("other", kept[0].id).unwrap(), "it is of another plan");
        assert!(store.erase_evidence("p", kept[0].id).unwrap() && !store.erase_evidence("p", kept[0].id).unwrap());
        assert_eq!((store.list_evidence("p").unwrap().len(), store.list_evidence("other").unwrap().len()), (3, 1));
    });
}

#[test]
fn where_somebody_looked_is_kept_in_the_newest_words_with_who_says_so() {
    on_both(|store, _| {
        let none = |looked: &str| NoneFound { outcome: "safe".into(), looked: looked.into() };
        store.save_none_found("p", &none("We read 50 answers."), "first", date(2026, 11, 25)).unwrap();
        store.save_none_found("p", &none("We read all answers."), "second", date(2026, 11, 26)).unwrap();
        let kept = store.list_none_found("p").unwrap();
        assert_eq!(kept.len(), 1);
        assert_eq!((&kept[0].none_found, kept[0].officer.as_str()), (&none("We read all answers."), "second"));
        assert_eq!(kept[0].noted_on, date(2026, 11, 26));
        assert!(store.list_none_found("other").unwrap().is_empty());
        assert!(store.erase_none_found("p", "safe").unwrap() && !store.erase_none_found("p", "safe").unwrap());
        assert!(store.list_none_found("p").unwrap().is_empty());
    });
}

#[test]
fn a_local_plan_is_begun_once_and_nobody_saves_over_what_they_have_not_seen() {
    on_both(|store, _| {
        let version = |plan: &str, version: i64, body: &str| StoredLocalPlan {
            plan: plan.into(),
            county: "county".into(),
            district: "wychavon".into(),
            body: body.into(),
            version,
            officer: "officer".into(),
            saved_on: date(2026, 11, 26),
        };
        let save = |plan: StoredLocalPlan| store.save_local_plan(&plan).unwrap();
        assert_eq!(save(version("ours", 1, "a")), LocalPlanKept::Kept);
        assert_eq!(save(version("ours", 1, "b")), LocalPlanKept::Changed, "it was begun before");
        assert_eq!(save(version("theirs", 1, "b")), LocalPlanKept::Changed, "the district has one");
        assert_eq!(save(version("ours", 2, "c")), LocalPlanKept::Kept);
        assert_eq!(save(version("ours", 2, "d")), LocalPlanKept::Changed, "somebody saved it since");
        assert_eq!(save(version("nobodys", 2, "d")), LocalPlanKept::Changed, "it is not there");
        let kept = store.find_local_plan("ours").unwrap().unwrap();
        assert_eq!(kept, version("ours", 2, "c"));
        assert_eq!(store.list_local_plans("county").unwrap(), [kept]);
        assert!(store.list_local_plans("other").unwrap().is_empty());
    });
}
