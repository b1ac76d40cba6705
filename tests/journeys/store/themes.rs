//! Analysis may be run again and again: what officers judged stays, and links to themes last.

use super::changes::settled;
use super::{on_both, receipt_hash, submission};
use heard::store::{
    ChangeKind, FrameOrigin, Judge, MachineJudge, NewCodeFrame, NewCoding, NewTheme, QuoteFilter, Store, ThemeStatus,
};
use heard::survey::{Answer, District};

fn theme(key: &str) -> NewTheme {
    NewTheme {
        key: key.into(),
        name: format!("About {key}"),
        definition: "What it is.".into(),
        terms: vec!["one".into(), "two words".into()],
        status: ThemeStatus::Candidate,
        parent: None,
    }
}

fn frame(keys: &[&str]) -> NewCodeFrame {
    NewCodeFrame {
        consultation: "town".into(),
        key: "found".into(),
        question: None,
        version: "1".into(),
        origin: FrameOrigin::Discovered,
        engine: "test 1".into(),
        seed: u64::MAX - 5,
        themes: keys.iter().copied().map(theme).collect(),
    }
}

fn coding(answer_id: i64, theme: usize, score: f32) -> NewCoding {
    NewCoding { answer_id, theme, judge: MachineJudge::Machine, score, primary: score > 0.5 }
}

/// Stores responses and gives the identifiers of their text answers.
fn answers(store: &Store, people: std::ops::Range<u64>) -> Vec<i64> {
    let stored = |n| {
        store.submit_blocking(submission(n, &format!("words {n}"))).unwrap();
        store.find_response(&receipt_hash(n)).unwrap().unwrap().answer_ids[1]
    };
    people.map(stored).collect()
}

#[test]
fn a_code_frame_comes_back_as_it_was_given() {
    on_both(|store, _| {
        let ids = answers(store, 0..3);
        let codings = vec![coding(ids[0], 0, 0.9), coding(ids[1], 0, 0.6), coding(ids[1], 1, 0.2)];
        let frame_id = store.save_code_frame(frame(&["bus", "park"]), codings).unwrap();
        let listed = store.list_code_frames("town").unwrap();
        assert_eq!(listed.len(), 1);
        assert_eq!((listed[0].id, listed[0].seed, &listed[0].question), (frame_id, u64::MAX - 5, &None));
        assert_eq!(listed[0].origin, FrameOrigin::Discovered);
        let themes = store.list_themes(frame_id).unwrap();
        let seen: Vec<_> = themes.iter().map(|theme| (theme.key.as_str(), theme.answers)).collect();
        assert_eq!(seen, [("bus", 2), ("park", 1)]);
        assert_eq!(themes[0].terms, ["one", "two words"]);
        assert_eq!(themes[0].status, ThemeStatus::Candidate);
        assert_eq!(store.find_theme(themes[1].id).unwrap().as_ref(), Some(&themes[1]));
        assert_eq!(store.find_theme(5).unwrap(), None);
    });
}

#[test]
fn running_analysis_again_replaces_the_machine_and_never_the_officer() {
    on_both(|store, _| {
        let ids = answers(store, 0..2);
        let first = vec![coding(ids[0], 0, 0.9), coding(ids[0], 1, 0.8), coding(ids[1], 2, 0.7)];
        let frame_id = store.save_code_frame(frame(&["bus", "park", "shop"]), first).unwrap();
        let before = store.list_themes(frame_id).unwrap();
        store.save_officer_coding(ids[0], before[0].id, false).unwrap();
        store.save_officer_coding(ids[0], before[1].id, true).unwrap();

        // The frame now lacks "park", which an officer used, and "shop", which nobody did.
        let again = vec![coding(ids[0], 0, 0.99), coding(ids[1], 1, 0.5)];
        assert_eq!(store.save_code_frame(frame(&["bus", "new"]), again).unwrap(), frame_id);
        let after = store.list_themes(frame_id).unwrap();
        let seen: Vec<_> = after.iter().map(|theme| (theme.key.as_str(), theme.answers)).collect();
        assert_eq!(seen, [("bus", 0), ("new", 1), ("park", 1)], "the officer took \"bus\" away");
        assert_eq!((after[0].id, after[2].id), (before[0].id, before[1].id), "links to themes last");
        let judged = store.codings_of(&ids).unwrap();
        let officer: Vec<_> = judged.iter().filter(|coding| coding.judge == Judge::Officer).collect();
        assert_eq!(officer.len(), 1);
        assert_eq!((officer[0].answer_id, officer[0].theme_id), (ids[0], before[1].id));
    });
}

#[test]
fn coding_new_answers_leaves_the_others_and_the_officers_alone() {
    on_both(|store, _| {
        let ids = answers(store, 0..3);
        let first = vec![coding(ids[0], 0, 0.9), coding(ids[1], 0, 0.9)];
        let frame_id = store.save_code_frame(frame(&["bus", "park"]), first).unwrap();
        let theme_ids: Vec<i64> = store.list_themes(frame_id).unwrap().iter().map(|theme| theme.id).collect();
        store.save_officer_coding(ids[1], theme_ids[1], true).unwrap();
        let answered = vec![ids[1], ids[2], 77];
        let new = vec![coding(ids[1], 1, 0.3), coding(ids[2], 0, 0.8), coding(77, 0, 0.8)];
        store.save_codings(frame_id, answered, theme_ids.clone(), new).unwrap();
        let mut seen: Vec<_> =
            store.codings_of(&ids).unwrap().iter().map(|it| (it.answer_id, it.theme_id, it.judge)).collect();
        let mut expected = vec![
            (ids[0], theme_ids[0], Judge::Machine),
            (ids[1], theme_ids[1], Judge::Officer),
            (ids[2], theme_ids[0], Judge::Machine),
        ];
        seen.sort();
        expected.sort();
        assert_eq!(seen, expected);
        let beyond = vec![coding(ids[0], 9, 0.5)];
        assert!(store.save_codings(frame_id, vec![ids[0]], theme_ids, beyond).is_err());
        assert_eq!(store.codings_of(&[ids[0]]).unwrap().len(), 1, "a failure changes nothing");
    });
}

#[test]
fn an_officers_judgement_is_in_the_change_log() {
    on_both(|store, _| {
        let ids = answers(store, 0..1);
        let frame_id = store.save_code_frame(frame(&["bus"]), vec![]).unwrap();
        let theme_id = store.list_themes(frame_id).unwrap()[0].id;
        store.save_officer_coding(ids[0], theme_id, true).unwrap();
        let kinds: Vec<ChangeKind> = settled(store, 2).iter().map(|change| change.kind).collect();
        assert_eq!(kinds, [ChangeKind::Submitted, ChangeKind::Recoded]);
        assert!(store.save_officer_coding(5, theme_id, true).is_err());
    });
}

#[test]
fn quotes_come_best_first_and_as_filtered() {
    on_both(|store, _| {
        let ids = answers(store, 0..4);
        let codings = vec![coding(ids[0], 0, 0.3), coding(ids[1], 0, 0.9), coding(ids[2], 0, 0.6)];
        let frame_id = store.save_code_frame(frame(&["bus"]), codings).unwrap();
        let theme_id = store.list_themes(frame_id).unwrap()[0].id;
        store.save_officer_coding(ids[3], theme_id, true).unwrap();
        let quotes = |filter: &QuoteFilter, limit| {
            let listed = store.list_quote_answers(theme_id, filter, limit).unwrap();
            listed.into_iter().map(|(id, _)| id).collect::<Vec<_>>()
        };
        let all = QuoteFilter::default();
        assert_eq!(quotes(&all, 9), [ids[3], ids[1], ids[2], ids[0]]);
        assert_eq!(quotes(&all, 2), [ids[3], ids[1]]);
        let here = QuoteFilter {
            questions: vec!["important".into()],
            perspectives: vec!["child".into(), "citizen".into()],
            districts: vec!["redditch".into()],
        };
        assert_eq!(quotes(&here, 9).len(), 4);
        let elsewhere = QuoteFilter { districts: vec!["wychavon".into()], ..here };
        assert_eq!(quotes(&elsewhere, 9), [] as [i64; 0]);
    });
}

#[test]
fn people_are_counted_once_however_much_they_say() {
    on_both(|store, _| {
        for n in 0..4 {
            let mut one = submission(n, "words");
            one.response.answers.push(("keep".into(), Answer::Text("more words".into())));
            if n == 3 {
                one.response.district = District::Unknown;
                one.response.answers.remove(0);
            }
            store.submit_blocking(one).unwrap();
        }
        let mut silent = submission(9, "");
        silent.response.answers.truncate(1);
        store.submit_blocking(silent).unwrap();

        let people = store.count_people("town", None).unwrap();
        let seen: Vec<_> = people.iter().map(|it| (it.district.as_str(), it.age_band.as_deref(), it.people)).collect();
        assert_eq!(seen, [("redditch", Some("8-11"), 3), ("unknown", None, 1)], "one chose an age and said nothing");
        assert_eq!(store.count_people("town", Some("keep")).unwrap().len(), 2);
        assert_eq!(store.count_people("town", Some("nothing")).unwrap(), []);
        let all = store.count_responses("town").unwrap();
        assert_eq!(all.iter().map(|it| it.people).sum::<u64>(), 5);
        assert_eq!(all[0].submitted_on.to_string(), "2026-11-20");

        let answers = store.list_text_answers("town", None, 0, 99).unwrap();
        let codings = answers.iter().map(|answer| coding(answer.id, 0, 0.9)).collect();
        let frame_id = store.save_code_frame(frame(&["bus"]), codings).unwrap();
        let counts = |question| {
            let counted = store.count_themes(frame_id, question).unwrap();
            counted.into_iter().map(|it| (it.district, it.people)).collect::<Vec<_>>()
        };
        let expected = [("redditch".to_owned(), 3), ("unknown".to_owned(), 1)];
        assert_eq!(counts(None), expected, "8 answers are coded, by 4 people");
        assert_eq!(counts(Some("keep")), expected);
        assert_eq!(counts(Some("nothing")), []);
    });
}

#[test]
fn erasing_a_response_takes_its_codings_along() {
    on_both(|store, _| {
        let ids = answers(store, 0..2);
        let codings = ids.iter().map(|id| coding(*id, 0, 0.9)).collect();
        let frame_id = store.save_code_frame(frame(&["bus"]), codings).unwrap();
        store.erase(&receipt_hash(0)).unwrap();
        assert_eq!(store.list_themes(frame_id).unwrap()[0].answers, 1);
        assert_eq!(store.codings_of(&ids).unwrap().len(), 1);
        assert_eq!(store.count_themes(frame_id, None).unwrap()[0].people, 1);
    });
}
