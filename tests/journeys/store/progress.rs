//! Figures, actions, replies and versions of plans: nothing is written over, and nobody signs off their own work.

use super::on_both;
use heard::plan::progress::{Draft, Entry};
use heard::plan::published::{FORMAT, Published};
use heard::plan::{Period, Status};
use heard::store::{ActionChange, NewMeasurement, PlanComment, PlanStage, PlanStep};
use jiff::civil::{Date, date};

fn on() -> Date {
    date(2026, 11, 26)
}

fn figure(period: &str, value: Option<f64>) -> NewMeasurement {
    let period: Period = period.parse().unwrap();
    NewMeasurement { indicator: "waits".into(), period, value, source: Some("Ünï ' -- <b>".into()) }
}

#[test]
fn a_figure_is_corrected_and_taken_out_and_its_history_stays() {
    on_both(|store, _| {
        let both = vec![figure("2013/14", Some(31.25)), figure("2014/15", Some(30.0))];
        let kept = store.save_measurements("p", both.clone(), "ann", on()).unwrap();
        assert_eq!((kept.added, kept.changed, kept.same), (2, 0, 0));
        let again = store.save_measurements("p", both, "ben", on()).unwrap();
        assert_eq!((again.added, again.changed, again.same), (0, 0, 2), "repeating adds nothing");
        let changed = store.save_measurements("p", vec![figure("2013/14", Some(31.5))], "ben", on()).unwrap();
        assert_eq!(changed.changed, 1);
        store.save_measurements("p", vec![figure("2014/15", None)], "ann", on()).unwrap();
        let all = store.list_measurements("p").unwrap();
        let now = all.now("waits");
        assert_eq!(now.len(), 1);
        assert_eq!((now[0].value, now[0].period.as_text().as_str()), (31.5, "2013/14"));
        let history: Vec<_> = all.history("waits").map(|one| (one.officer.as_str(), one.value)).collect();
        assert_eq!(history, [("ann", Some(31.25)), ("ben", Some(31.5)), ("ann", Some(30.0)), ("ann", None)]);
        let back = store.save_measurements("p", vec![figure("2014/15", Some(29.0))], "ann", on()).unwrap();
        assert_eq!(back.added, 1, "what was taken out can come back");
        assert!(store.list_measurements("other").unwrap().0.is_empty());
    });
}

#[test]
fn an_action_keeps_who_changed_it() {
    on_both(|store, _| {
        let change = |officer: &str, status| ActionChange {
            action: "a1".into(),
            owner: None,
            due: Some(date(2027, 3, 31)),
            status,
            source: status.map(|_| "A <note>".to_owned()),
            officer: officer.into(),
            changed_on: on(),
        };
        assert!(store.save_action("p", &change("ann", Some(Status::Planned))).unwrap());
        assert!(!store.save_action("p", &change("ben", Some(Status::Planned))).unwrap(), "it stands so already");
        assert!(store.save_action("p", &change("ben", None)).unwrap());
        assert_eq!(store.list_actions("p").unwrap(), [change("ben", None)]);
        let changes = store.list_action_changes("p", "a1").unwrap();
        assert_eq!(changes, [change("ben", None), change("ann", Some(Status::Planned))]);
        let told = ActionChange { source: Some("Somebody else".to_owned()), ..change("cat", None) };
        assert!(store.save_action("p", &told).unwrap(), "another source is a change");
        assert_eq!(store.list_actions("p").unwrap(), [told]);
    });
}

fn entry(key: &str, asked: &str) -> Entry {
    Entry {
        key: key.into(),
        consultation: "town".into(),
        outcome: None,
        asked: asked.into(),
        said: "said".into(),
        figures: Vec::new(),
        decided: "decided".into(),
        deeds: Vec::new(),
        not_done: Some("no".into()),
        for_children: None,
    }
}

#[test]
fn what_is_published_stays_while_entries_are_written_on() {
    on_both(|store, _| {
        for one in [entry("b", "first"), entry("a", "second")] {
            store.save_entry(&one, "ann", on()).unwrap();
        }
        let listed = || store.list_entries("town").unwrap().into_iter().map(|one| one.entry).collect::<Vec<_>>();
        assert_eq!(listed().iter().map(|one| one.key.as_str()).collect::<Vec<_>>(), ["b", "a"]);
        assert_eq!(store.find_reply("town").unwrap(), None);
        assert_eq!(store.publish_reply("town", &listed(), "ann", on()).unwrap(), 1);
        store.save_entry(&entry("b", "changed"), "ben", on()).unwrap();
        assert!(store.erase_entry("town", "a").unwrap() && !store.erase_entry("town", "a").unwrap());
        let published = store.find_reply("town").unwrap().unwrap();
        assert_eq!(published.entries.iter().map(|one| one.asked.as_str()).collect::<Vec<_>>(), ["first", "second"]);
        assert_eq!(store.publish_reply("town", &listed(), "ben", on()).unwrap(), 2);
        assert_eq!(store.find_reply("town").unwrap().unwrap().entries, [entry("b", "changed")]);
        assert!(store.find_closed("town").unwrap().is_none());
        assert!(store.close_consultation("town", "ann", on()).unwrap());
        assert!(!store.close_consultation("town", "ben", on()).unwrap());
        assert_eq!(store.find_closed("town").unwrap().unwrap().officer, "ann");
    });
}

fn document(undecided: &str) -> Published {
    let text = include_str!("../../../analysis/plans/wychavon-local-2014.toml");
    let plan = heard::plan::parse("plan.toml", text).unwrap();
    Published {
        format: FORMAT.into(),
        version: 0,
        published_on: None,
        draft: Draft { undecided: undecided.into(), ..Draft::default() },
        plan,
        evidence: Vec::new(),
        none_found: Vec::new(),
        county: None,
        measurements: Vec::new(),
        actions: Vec::new(),
    }
}

#[test]
fn a_version_is_signed_off_by_somebody_else_as_it_was_reviewed_and_then_frozen() {
    on_both(|store, _| {
        let (one, other) = (document("routes"), document("times"));
        let signed = || ("Ann Other, director".to_owned(), on());
        assert_eq!(store.send_plan_for_review("p", &one, "ann", on()).unwrap(), PlanStep::Changed, "nothing is begun");
        store.save_plan_draft("p", &one.draft, "ann", on()).unwrap();
        assert_eq!(store.publish_plan("p", "ann", on()).unwrap(), None, "nothing is signed off");
        assert_eq!(store.send_plan_for_review("p", &one, "ben", on()).unwrap(), PlanStep::Taken);
        for writer in ["ann", "ben", "ANN"] {
            assert_eq!(store.sign_plan_off("p", &one, writer, signed()).unwrap(), PlanStep::OwnWork, "{writer}");
        }
        assert_eq!(store.sign_plan_off("p", &other, "cat", signed()).unwrap(), PlanStep::Changed);
        assert_eq!(store.sign_plan_off("p", &one, "cat", signed()).unwrap(), PlanStep::Taken);
        let comment = PlanComment { officer: "cat".into(), says: "<b>Well</b>".into(), said_on: on() };
        store.save_plan_comment("p", &comment).unwrap();
        let held = store.find_plan_draft("p").unwrap().unwrap();
        assert_eq!((held.stage, held.signed_by.as_deref()), (PlanStage::SignedOff, Some("cat")));
        assert_eq!(store.publish_plan("p", "ann", on()).unwrap(), Some(1));
        assert_eq!(store.publish_plan("p", "ann", on()).unwrap(), None, "it is published once");
        assert_eq!(store.find_plan_draft("p").unwrap(), None);
        let version = store.find_plan_version("p", None).unwrap().unwrap();
        assert_eq!((version.version, version.published_on, &version.plan), (1, Some(on()), &one.plan));
        assert_eq!(version.draft.signed_off, Some(signed()));
        assert_eq!(store.list_plan_comments("p", 1).unwrap(), [comment]);
        // Whatever is written afterwards takes the signature away.
        store.save_plan_draft("p", &other.draft, "ann", on()).unwrap();
        store.send_plan_for_review("p", &other, "ann", on()).unwrap();
        store.sign_plan_off("p", &other, "cat", signed()).unwrap();
        store.save_plan_draft("p", &other.draft, "ann", on()).unwrap();
        assert_eq!(store.publish_plan("p", "cat", on()).unwrap(), None);
        assert_eq!(store.find_plan_version("p", Some(1)).unwrap().unwrap(), version);
        assert_eq!(store.list_published_plans().unwrap(), ["p"]);
    });
}
